"""What is read of a used rubric: ``points of post.total``, ``grade of post``, ``level of post.x``.

In: a score with its word and the place it is read from. Out: ``Typed``. Reports E0201 (no
such score there), E0307 (no full marks) and E0615 (no total, no grades, no such rubric).
"""

from __future__ import annotations

from fractions import Fraction

from scorelang.compiler.draft import Draft
from scorelang.compiler.part_ranges import all_parts
from scorelang.compiler.reading import Reading
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import NUMBER, YES_NO, Typed, category_of
from scorelang.diagnostics.suggest import did_you_mean
from scorelang.model import expressions as model
from scorelang.model.rubric import CheckedRubric, Grading, Part
from scorelang.syntax import ast

_TOTAL = "total"


def is_used(node: ast.ScoreExpr, draft: Draft) -> bool:
    """Whether a score is one of a used rubric: its name has a dot, or is that of a rubric."""
    alias, dot, _ = node.name.text.partition(".")
    if dot:
        return node.name.text not in draft.symbols.scored
    is_grade = node.word is ast.ScoreWord.GRADE_OF and alias not in draft.symbols.classes
    return is_grade and alias in draft.uses


def infer_used(node: ast.ScoreExpr, reading: Reading) -> Typed | None:
    """Read a value of a used rubric."""
    alias, _, name = node.name.text.partition(".")
    used = reading.draft.uses.get(alias)
    if used is None:
        reading.report("E0615.alias", node.name.span, alias=alias)
        return None
    lowered = reading.draft.used.get(alias, node.span)  # its mapping may read derived values
    if used.member is None or lowered is None:
        return None
    rubric = used.member.rubric
    match node.word:
        case ast.ScoreWord.GRADE_OF:
            return _grade(alias, name, rubric, node, reading)
        case ast.ScoreWord.RESULT_OF:
            return _result(alias, name, rubric, node, reading)
        case ast.ScoreWord.POINTS if name == _TOTAL:
            return _total(alias, rubric, node, reading)
        case ast.ScoreWord.LEVEL:
            return _level(alias, name, rubric, node, reading)
        case _:
            return _points(alias, name, rubric, node, reading)


def _total(
    alias: str, rubric: CheckedRubric, node: ast.ScoreExpr, reading: Reading
) -> Typed | None:
    if rubric.total is None:
        reading.report("E0615.total", node.name.span, alias=alias)
        return None
    return Typed(model.UsedValue(alias, model.UsedWord.TOTAL), NUMBER)


def _points(
    alias: str, name: str, rubric: CheckedRubric, node: ast.ScoreExpr, reading: Reading
) -> Typed | None:
    parts = _parts(rubric)
    known = {*parts, *(score.name for score in rubric.scores)}
    if name not in known:
        _report_no(TERMS["indicator, group or score"], alias, name, known | {_TOTAL}, node, reading)
        return None
    points = model.UsedValue(alias, model.UsedWord.POINTS, name)
    if node.word is ast.ScoreWord.POINTS:
        return Typed(points, NUMBER)
    part = parts.get(name)
    if node.word is ast.ScoreWord.APPLICABLE:
        reading.report("E0615.applicable", node.span, alias=alias)
        return None
    if part is None or not part.full:
        reading.report("E0307", node.span, name=node.name.text)
        return None
    return _against(points, part.full, node.word)


def _against(points: model.Expr, full: Fraction, word: ast.ScoreWord) -> Typed:
    """Compare points with full marks."""
    marks = model.Const(full)
    if word is ast.ScoreWord.FULL:
        return Typed(model.Compare(model.Comparison.AT_LEAST, points, marks), YES_NO)
    return Typed(model.Calculation(model.Arithmetic.DIVIDE, points, marks), NUMBER)


def _level(
    alias: str, name: str, rubric: CheckedRubric, node: ast.ScoreExpr, reading: Reading
) -> Typed | None:
    parts = _parts(rubric)
    used = reading.draft.uses[alias]
    levels = used.member.levels.get(name, ()) if used.member is not None else ()
    if name not in parts:
        _report_no("indicator", alias, name, set(parts), node, reading)
        return None
    if not levels:
        reading.report("E0201.levels", node.name.span, name=node.name.text)
        return None
    value = model.UsedValue(alias, model.UsedWord.LEVEL, name)
    return Typed(value, category_of(levels, ordered=True))


def _grade(
    alias: str, name: str, rubric: CheckedRubric, node: ast.ScoreExpr, reading: Reading
) -> Typed | None:
    """Read the grade of a rubric, or the class of a further grading in it."""
    if not name:
        if rubric.grading is None:
            reading.report("E0615.grade", node.name.span, alias=alias)
            return None
        order = rubric.grading.order
        return Typed(model.UsedValue(alias, model.UsedWord.GRADE), category_of(order, ordered=True))
    classes = _classes(rubric)
    if name not in classes:
        _report_no("class", alias, name, set(classes), node, reading)
        return None
    value = model.UsedValue(alias, model.UsedWord.CLASS, name)
    return Typed(value, category_of(classes[name].order, ordered=True))


def _result(
    alias: str, name: str, rubric: CheckedRubric, node: ast.ScoreExpr, reading: Reading
) -> Typed | None:
    results = {result.name: result for result in rubric.results}
    if name in _classes(rubric):
        return _grade(alias, name, rubric, node, reading)
    if name not in results:
        _report_no("result", alias, name, set(results), node, reading)
        return None
    value = model.UsedValue(alias, model.UsedWord.RESULT, name)
    return Typed(value, results[name].type)


def _parts(rubric: CheckedRubric) -> dict[str, Part]:
    return {part.name: part for part in all_parts(rubric.parts)}


def _classes(rubric: CheckedRubric) -> dict[str, Grading]:
    return {each.name: each for each in rubric.classes if each.name is not None}


def _report_no(  # noqa: PLR0913, PLR0917  what a message about another rubric tells
    what: str, alias: str, name: str, known: set[str], node: ast.ScoreExpr, reading: Reading
) -> None:
    near = did_you_mean(name, sorted(known))
    key = "E0201.near" if near else "E0201"
    shown = f"{alias}.{near}" if near else None
    reading.report(key, node.name.span, what=what, name=f"{alias}.{name}", near=shown)
