"""What a rubric declares, by name: the first pass.

In: the tree. Out: ``Symbols``. Fields, derived values and tables share one name space;
parts and named scores another; classes, results, overrides, scales and examples have
their own. Reports E0202 (a name given twice) and E0203 (a name that is taken already).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import attrs

from scorelang.compiler.errors import WORDS
from scorelang.compiler.terms import TERMS
from scorelang.diagnostics.collector import Collector
from scorelang.diagnostics.model import Label
from scorelang.source.span import Span
from scorelang.source.structure import Structure
from scorelang.syntax import ast

Value = ast.FieldDecl | ast.LetDecl | ast.TableDecl
Scored = ast.IndicatorDecl | ast.GroupDecl | ast.ScoreDecl

_OWN_WORDS = frozenset({"total", "grade"})

_Decl = TypeVar("_Decl")


@attrs.frozen(eq=False, repr=False)
class Symbols(Structure):
    """All declarations by name, each in the order of the file."""

    values: dict[str, Value] = attrs.field(factory=dict)
    scored: dict[str, Scored] = attrs.field(factory=dict)
    scales: dict[str, ast.ScaleDecl] = attrs.field(factory=dict)
    classes: dict[str, ast.GradesDecl] = attrs.field(factory=dict)
    results: dict[str, ast.ResultDecl] = attrs.field(factory=dict)
    overrides: dict[str, ast.OverrideDecl] = attrs.field(factory=dict)
    examples: dict[str, ast.ExampleDecl] = attrs.field(factory=dict)
    parents: dict[str, str | None] = attrs.field(factory=dict)
    top: tuple[ast.IndicatorDecl | ast.GroupDecl, ...] = ()
    grades: ast.GradesDecl | None = None
    total: ast.TotalDecl | None = None

    def of(self, kind: type[_Decl]) -> dict[str, _Decl]:
        """Give the declarations of one kind, in the order of the file."""
        spaces = (self.values, self.scored)  # a field and an indicator may share a name
        return {
            name: decl for space in spaces for name, decl in space.items() if isinstance(decl, kind)
        }


def collect_symbols(tree: ast.RubricDecl, collector: Collector) -> Symbols:
    """Register every declaration; of two with one name the first counts."""
    totals = [item for item in tree.items if isinstance(item, ast.TotalDecl)]
    grades = [i for i in tree.items if isinstance(i, ast.GradesDecl) and i.name is None]
    top = tuple(i for i in tree.items if isinstance(i, ast.IndicatorDecl | ast.GroupDecl))
    symbols = Symbols(
        top=top, grades=grades[0] if grades else None, total=totals[0] if totals else None
    )
    for again in totals[1:]:
        _report_twice(collector, "total", again.span, totals[0].span)
    for again_grades in grades[1:]:
        _report_twice(collector, "grades", again_grades.span, grades[0].span)
    for item in tree.items:
        _collect(item, symbols, collector)
    return symbols


def _collect(item: ast.Item, symbols: Symbols, collector: Collector) -> None:
    match item:
        case ast.RecordDecl(items):
            for field in items:
                if isinstance(field, ast.FieldDecl):
                    _register(symbols.values, field.name, field, collector)
        case ast.LetDecl() | ast.TableDecl():
            _register(symbols.values, item.name, item, collector)
        case ast.IndicatorDecl() | ast.GroupDecl():
            for part, parent in _parts(item, None):
                if _register(symbols.scored, part.name, part, collector, is_output=True):
                    symbols.parents[part.name.text] = parent
        case ast.ScoreDecl():
            _register(symbols.scored, item.name, item, collector, is_output=True)
        case ast.ScaleDecl():
            _register(symbols.scales, item.name, item, collector)
        case ast.GradesDecl(name) if name is not None:
            _register(symbols.classes, name, item, collector, is_output=True)
        case ast.ResultDecl():
            if item.name.text in symbols.classes:
                first = symbols.classes[item.name.text].span
                _report_twice(collector, item.name.text, item.name.span, first)
            _register(symbols.results, item.name, item, collector, is_output=True)
        case ast.OverrideDecl():
            # A part may have several reasons to score nothing; the name is then the part's.
            if item.word is not ast.OverrideWord.ZERO:
                _register(symbols.overrides, item.name, item, collector)
        case ast.ExampleDecl():
            _register(symbols.examples, item.name, item, collector)
        case _:
            pass  # what has no name; the passes that read it report what they do not know


def _parts(
    item: ast.Item, parent: str | None
) -> Iterator[tuple[ast.IndicatorDecl | ast.GroupDecl, str | None]]:
    if isinstance(item, ast.IndicatorDecl | ast.GroupDecl):
        yield item, parent
    if isinstance(item, ast.GroupDecl):
        for child in item.items:
            yield from _parts(child, item.name.text)


def _register(
    space: dict[str, _Decl],
    name: ast.Name,
    decl: _Decl,
    collector: Collector,
    *,
    is_output: bool = False,
) -> bool:
    first = space.get(name.text)
    if first is not None:
        span = getattr(getattr(first, "name", first), "span", name.span)
        _report_twice(collector, name.text, name.span, span)
        return False
    if is_output and name.text in _OWN_WORDS:
        collector.add(WORDS, "E0203", name.span, name=name.text)
    space[name.text] = decl
    return True


def _report_twice(collector: Collector, name: str, span: Span, first: Span) -> None:
    label = Label(first, TERMS["this is the first"])
    collector.add(WORDS, "E0202", span, name=name, labels=(label,))
