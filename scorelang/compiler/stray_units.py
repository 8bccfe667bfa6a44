"""Words behind a number that are no unit of the rubric: ``round 1 upwards``, ``x * 2 rounded``.

A word behind a number is its unit, whatever the word is, as a rubric may count in units of its
own. One that no column counts in says nothing, and is most often a word that was meant to do
something. Reports E0301.round (with the word of the language for the rounding), E0301.rounded
(a value that is to be rounded) and E0301.stray.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from scorelang.compiler.draft import Draft
from scorelang.compiler.errors import WORDS
from scorelang.compiler.terms import TERMS
from scorelang.compiler.units import is_unit_word
from scorelang.diagnostics.model import Fix, Severity
from scorelang.source.span import Span
from scorelang.source.structure import Structure
from scorelang.source.text import SourceText
from scorelang.syntax import ast
from scorelang.syntax.walk import children, walk

_UP: Final = frozenset(
    (
        *("up", "upward", "upwards", "ceil", "ceiling", "higher"),
        *(
            "进位",
            "进一",
            "向上",
            "往上",
            "向上舍入",
            "向上进位",
            "向上取",
            "上",
            "入",
            "只入",
            "全入",
            "收上",
        ),
        *("进一法", "进位法", "上取整", "向上取整", "取上", "进"),
    )
)
_DOWN: Final = frozenset(
    (
        *("down", "downward", "downwards", "truncated", "truncate", "truncating", "trunc", "floor"),
        *("cut", "lower", "chopped", "dropped"),
        *(
            "舍去",
            "舍",
            "去尾",
            "去尾法",
            "截尾",
            "截断",
            "截位",
            "抹零",
            "抹去",
            "抹尾",
            "只舍",
            "全舍",
        ),
        *(
            "向下",
            "往下",
            "向下舍入",
            "向下取",
            "下",
            "下取整",
            "向下取整",
            "舍尾",
            "舍弃",
            "不进位",
            "取下",
        ),
    )
)
_NEAREST: Final = frozenset(
    (
        *("half", "nearest", "rounded", "round", "rounding", "exactly", "halves", "commercial"),
        *("取整", "四舍五入", "舍入", "取整数", "整数", "四舍", "五入"),
    )
)
_MODES: Final = (
    (_UP, "up", "只入不舍"),
    (_DOWN, "down", "只舍不入"),
    (_NEAREST, "half up", "四舍五入"),
)


@attrs.frozen(eq=False, repr=False)
class _Found(Structure):
    """A number with such a word; the rounding it says the step of, the value that it ends."""

    number: ast.NumberExpr
    step: ast.RoundStep | None
    value: ast.Expr | None


def is_stray(node: ast.NumberExpr, draft: Draft) -> bool:
    """Whether the word behind a number is a unit of nothing in the rubric."""
    return node.unit is not None and not is_unit_word(node.unit) and node.unit not in _own(draft)


def has_stray(node: ast.Expr, draft: Draft) -> bool:
    """Whether an expression holds such a number, which is told once."""
    return any(isinstance(each, ast.NumberExpr) and is_stray(each, draft) for each in walk(node))


def report_stray_units(draft: Draft) -> None:
    """Report each such word of which nothing else was said."""
    said = [
        each.span
        for each in draft.collector.sorted()
        if each.severity is Severity.ERROR and each.span is not None
    ]
    for item in draft.tree.items:
        for found in _numbers(item):
            number = found.number
            if is_stray(number, draft) and not any(_meet(number.span, span) for span in said):
                _report(found, draft)


_BRACKETED: Final = re.compile(r"[(（\[［【]\s*([^()（）\[\]［］【】]+?)\s*[)）\]］】]")


def _numbers(
    node: object, step: ast.RoundStep | None = None, value: ast.Expr | None = None
) -> Iterator[_Found]:
    """Give the numbers of a tree outside tables, where a cell may be a name of its own."""
    match node:
        case ast.Grid() | ast.UnitClause():
            return
        case ast.NumberExpr():
            yield _Found(node, step, value)
        case ast.RoundStep():
            step = node
        case ast.LetDecl() | ast.ScoreDecl() | ast.ResultDecl() | ast.FormulaBody():
            value = node.value
        case _:
            pass
    for each in children(node):
        yield from _numbers(each, step, value)


def _own(draft: Draft) -> frozenset[str]:
    """Give the units of the columns and results of a rubric, as they are written."""
    found = {field.unit_text for field in draft.fields.values()}
    labels = [label for field in draft.fields.values() for label in (field.label, field.name)]
    found.update(inside for label in labels if label for inside in _BRACKETED.findall(label))
    found.update(each.unit for each in walk(draft.tree) if isinstance(each, ast.UnitClause))
    return frozenset(word for word in found if word)


def _meet(one: Span, other: Span) -> bool:
    return one.path == other.path and one.start < other.end and other.start < one.end


def _mode_of(word: str) -> tuple[str, str] | None:
    return next(((mode, chinese) for words, mode, chinese in _MODES if word.lower() in words), None)


def _report(found: _Found, draft: Draft) -> None:
    number, unit = found.number, found.number.unit or ""
    mode = _mode_of(unit)
    text = _text_of(number.span, draft)
    if found.step is not None:
        _report_step(found.step, mode, draft)
        return
    if mode is not None and found.value is not None and text is not None:
        value = Span(number.span.path, found.value.span.start, number.span.end)
        if found.value.span.end == number.span.end:
            written = text[value.start : value.end].removesuffix(unit).rstrip()
            is_chinese = not unit.isascii()
            how = "" if mode[0] == "half up" else f" {mode[is_chinese]}"
            meant = f"舍入（{written}）到 1{how}" if is_chinese else f"round ({written}) to 1{how}"
            _say("E0301.rounded", value, meant, unit, draft)
            return
    place = "in " if unit.isascii() else "单位 "
    draft.report("E0301.stray", number.span, unit=unit, clause=f"{place}{unit}")


def _report_step(step: ast.RoundStep, mode: tuple[str, str] | None, draft: Draft) -> None:
    number, unit = step.step, step.step.unit or ""
    if mode is None and step.mode is None:
        draft.report("E0301.round", number.span, unit=unit, digits=number.digits)
        return
    is_chinese = not unit.isascii()
    if step.mode is not None or mode is None:
        meant = number.digits
    else:
        meant = f"{number.digits}，{mode[1]}" if is_chinese else f"{number.digits} {mode[0]}"
    _say("E0301.round_word", number.span, meant, unit, draft)


def _say(key: str, span: Span, meant: str, unit: str, draft: Draft) -> None:
    fix = Fix(span, meant, TERMS["write `{text}`"].format(text=meant))
    draft.collector.add(WORDS, key, span, fixes=(fix,), unit=unit, meant=meant)


def _text_of(span: Span, draft: Draft) -> str | None:
    sources: tuple[SourceText, ...] = draft.tree.others
    sources = (*((draft.tree.source,) if draft.tree.source else ()), *sources)
    return next((source.content for source in sources if source.path == span.path), None)
