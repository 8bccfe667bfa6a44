"""The words of every declaration, for ``show``: the policy read back as it was written.

In: the tree. Out: a ``Wording``. White space is folded and comments are left out; where the
text of a file is not at hand nothing is known of it. Raises no codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from scorelang.model.wording import Said, SaidClause, SaidLine, Wording
from scorelang.source.span import Span, join
from scorelang.syntax import ast

_COMMENT = re.compile(r"""("[^"\n]*"|“[^”\n]*”|「[^」\n]*」)|[#＃][^\n]*""")
_LINE_END = re.compile(r"[ \t]*\n\s*")
_NO_BREAK_AFTER = ("{", "(", ",", "|", ";", "+", "-", "*", "/", "×", "÷", "（", "，")
_NO_BREAK_BEFORE = ("}", ")", "）", "|")

_NO_POLICY = (Span, ast.ExampleDecl, ast.ExamplesDecl)

_KINDS: dict[type, str] = {
    ast.LetDecl: "let",
    ast.TableDecl: "table",
    ast.ScaleDecl: "scale",
    ast.IndicatorDecl: "indicator",
    ast.GroupDecl: "group",
    ast.ScoreDecl: "score",
    ast.ResultDecl: "result",
    ast.TotalDecl: "total",
    ast.BaseDecl: "base",
    ast.EligibilityDecl: "not ratable",
    ast.OverrideDecl: "override",
    ast.PromiseDecl: "promise",
    ast.RecordRuleDecl: "rule",
    ast.FieldDecl: "field",
    ast.ElementsDecl: "elements",
}

_MARKS: dict[tuple[str, bool], str] = {
    ("measurable", True): "measurable",
    ("worst_first", True): "worst first",
    ("ties_first", True): "ties first",
    ("highest_first", True): "highest first",
    ("highest_first", False): "lowest first",
}
"""Words that say how a declaration is read, by the attribute of its node and its value."""


def collect_words(tree: ast.RubricDecl, uses: Iterable[ast.UseDecl] = ()) -> Wording:
    """Give the words of every declaration and of every line of a rule.

    ``uses`` are the declarations of used rubrics, which the tree no longer has.
    """
    said, lines = [_of_rubric(tree), *_of_uses(tree, uses)], dict[Span, SaidLine]()
    for node in _nodes(tree):
        match node:
            case ast.GradesDecl():
                said.append(_said(tree, "class" if node.name else "grades", node))
            case ast.BranchDecl():
                lines[node.span] = _line(tree, node)
            case ast.Cell(text):
                lines[node.span] = SaidLine("", text.strip())
            case ast.GradeLine(_, guard, _, clauses):
                shown = ", ".join(each.text for each in _clauses(tree, clauses))
                lines[node.span] = SaidLine(_text(tree, guard.span), shown)
            case _:
                kind = _KINDS.get(type(node))
                if kind is not None:
                    said.append(_said(tree, kind, node))
    comma = "，" if tree.vocabulary is ast.Vocabulary.CHINESE else ", "
    return Wording(tuple(said), lines, comma, _level_labels(tree))


def _of_rubric(tree: ast.RubricDecl) -> Said:
    """Give what is said once for the whole rubric: clauses that stand alone."""
    alone = ast.MissingClause | ast.RoundClause | ast.CombineClause
    clauses = tuple(item for item in tree.items if isinstance(item, alone))
    return Said("rubric", tree.name.text, clauses=_clauses(tree, clauses))


def _of_uses(tree: ast.RubricDecl, uses: Iterable[ast.UseDecl]) -> Iterator[Said]:
    """Give from what each used rubric takes its fields."""
    for use in uses:
        rows = tuple((name.text, _text(tree, value.span)) for name, value in use.mapping)
        yield Said("use", use.alias.text if use.alias else "", rows=rows)


def _level_labels(tree: ast.RubricDecl) -> dict[tuple[str, str], str]:
    """Give the labels of the levels of all scales."""
    return {
        (scale.name.text, level.name.text): level.label
        for scale in tree.items
        if isinstance(scale, ast.ScaleDecl)
        for level in scale.levels
        if level.label
    }


def _line(tree: ast.RubricDecl, node: ast.BranchDecl) -> SaidLine:
    """Give a line in its two halves, also where the level stands first: ``good when …``."""
    guard, outcome = _text(tree, node.guard.span), _text(tree, node.outcome.span)
    if node.guard.span.start <= node.outcome.span.start < node.guard.span.end:
        guard = guard.replace(outcome, "", 1).strip()
    clauses = (each.text for each in _clauses(tree, node.clauses))
    return SaidLine(guard, ", ".join(filter(None, [outcome, *clauses])))


def _said(tree: ast.RubricDecl, kind: str, node: object) -> Said:
    name = getattr(node, "name", None)
    subject = getattr(node, "subject", None)
    clauses = [*getattr(node, "clauses", ()), *getattr(node, "effects", ())]
    body = getattr(node, "body", None)
    clauses += getattr(body, "clauses", ())
    clauses.sort(key=lambda each: each.span)
    return Said(
        kind,
        name.text if isinstance(name, ast.Name) else "",
        _text(tree, subject.span) if subject is not None else "",
        _value(tree, node, body),
        _clauses(tree, tuple(clauses)),
        getattr(node, "label", None),
        tuple(
            words for (name, value), words in _MARKS.items() if getattr(node, name, None) is value
        ),
        getattr(node, "taken_from", None),
        next((_rows(each.grid) for each in clauses if isinstance(each, ast.PairsClause)), ()),
    )


def _rows(grid: ast.Grid) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(cell.text.strip() for cell in row.cells) for row in grid.rows)


def _value(tree: ast.RubricDecl, node: object, body: object) -> str:
    """Give the formula, the condition or the claim of a declaration."""
    match node:
        case ast.PromiseDecl(promise):
            return _text(tree, promise.span)
        case ast.EligibilityDecl(condition) | ast.RecordRuleDecl(condition):
            return _text(tree, condition.span)
        case ast.OverrideDecl(_, _, condition):
            return _text(tree, condition.span)
        case ast.ScaleDecl(_, levels):
            return "; ".join(_text(tree, level.span) for level in levels)
        case ast.TableDecl(_, gives, ordered=ordered):
            return (" > " if ordered else " | ").join(_text(tree, each.span) for each in gives)
        case _:
            pass
    match body:
        case ast.FormulaBody(value):
            return _text(tree, value.span)
        case ast.WithinBody(value, level):
            return _text(tree, join(value.span, level.span))
        case ast.LinearBody():
            return _text(tree, body.span).removeprefix("=").strip()
        case _:
            given = getattr(node, "value", None)
            return "" if given is None else _text(tree, given.span)


def _clauses(
    tree: ast.RubricDecl, clauses: tuple[ast.Clause | ast.Effect, ...]
) -> tuple[SaidClause, ...]:
    """Give clauses as written; where a figure comes from is listed apart."""
    shown = (each for each in clauses if not isinstance(each, ast.NoteClause | ast.AllowClause))
    found = (SaidClause(_kind(each), _text(tree, each.span)) for each in shown)
    return tuple(each for each in found if each.text)


def _kind(clause: ast.Clause | ast.Effect) -> str:
    return type(clause).__name__.removesuffix("Clause").casefold()


def _text(tree: ast.RubricDecl, span: Span) -> str:
    """Give what stands at a place, on one line."""
    texts = (*((tree.source,) if tree.source is not None else ()), *tree.others)
    source = next((text for text in texts if text.path == span.path), None)
    if source is None or span.end > len(source.content):
        return ""
    bare = _COMMENT.sub(lambda found: found[1] or "", source.slice(span)).strip()
    parts = [part.strip() for part in _LINE_END.split(bare) if part.strip()]
    shown = parts[0] if parts else ""
    for part in parts[1:]:
        joins = shown.endswith(_NO_BREAK_AFTER) or part.startswith(_NO_BREAK_BEFORE)
        shown += (" " if joins or "{" not in bare else "; ") + part
    return re.sub(r"[ \t]+", " ", shown)


def _nodes(node: object) -> Iterator[object]:
    """Give a node of the tree and all below it, in order."""
    if isinstance(node, tuple):
        for item in node:
            yield from _nodes(item)
    elif attrs.has(type(node)) and not isinstance(node, _NO_POLICY):
        yield node
        for attribute in attrs.fields(type(node)):  # type: ignore[arg-type]  # has() knows
            if attribute.name not in {"comments", "source", "others"}:
                yield from _nodes(getattr(node, attribute.name))
