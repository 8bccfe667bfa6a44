"""Grades and classes: lines on a score, conditions, what a line needs.

In: a ``grades`` or ``class`` declaration. Out: ``Grading``. The lines of a ladder stay
one-sided and are tried in order. Reports E0201 (no such score), E0311 (a line that does
not fit), E0401 (a ladder out of order).
"""

from __future__ import annotations

import itertools

import attrs

from scorelang.compiler.as_written import as_written
from scorelang.compiler.clauses import (
    FORCED_CLAUSES,
    GRADE_CLAUSES,
    NOTE_CLAUSES,
    all_of,
    check_clauses,
    part_place,
)
from scorelang.compiler.forced_grades import forced_conditions
from scorelang.compiler.grade_columns import read_by, read_heads
from scorelang.compiler.gradings import TIE, columns_of, grades_of
from scorelang.compiler.infer_names import report_no_such
from scorelang.compiler.levels import marks_of
from scorelang.compiler.lines import Ladder, read_interval
from scorelang.compiler.reading import Reading
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import NUMBER, Typed, category_of, describe
from scorelang.compiler.wording import write, write_guard
from scorelang.model import expressions as model
from scorelang.model.rubric import GradeLine, Grading
from scorelang.numeric.interval import Interval
from scorelang.syntax import ast

_SCORE = Typed(model.TotalValue(), NUMBER)


def lower_grading(decl: ast.GradesDecl, reading: Reading) -> Grading | None:
    """Make one grading."""
    draft = reading.draft
    name = decl.name.text if decl.name else None
    place = part_place("class", name) if name else TERMS["grades"]
    allowed = FORCED_CLAUSES if decl.is_forced else NOTE_CLAUSES
    allowed |= {ast.SegmentClause} if decl.grid is not None else frozenset()
    check_clauses(decl.clauses, allowed, place, draft)
    order = grades_of(decl, draft)
    score = decl.subject.text if decl.subject else None
    if decl.subject is not None:
        if score not in draft.symbols.scored:
            report_no_such(
                TERMS["indicator, group or score"], decl.subject, draft.symbols.scored, draft
            )
            return None
        node = ast.ScoreExpr(ast.ScoreWord.POINTS, decl.subject, span=decl.subject.span)
        if reading.infer(node) is None:
            return None
    if decl.grid is not None:
        return lower_columns(decl, name, order, reading)
    if not decl.lines and decl.value is None and not decl.winners:
        reading.report("E0206.grades", decl.span, place=place)
        return None
    value = _value(decl, reading)
    labels = {line.name.text: line.label for line in decl.lines}
    found = Grading(
        order,
        _lines(decl, reading),
        name,
        score,
        value.expr if value else None,
        tuple(labels.get(each) for each in order),
        decl.label,
        tuple(winner.text for winner in decl.winners),
        span=(decl.name or decl).span,
    )
    if value is not None and not order:
        return attrs.evolve(found, order=value.type.values)
    return found


def lower_columns(
    decl: ast.GradesDecl, name: str | None, order: tuple[str, ...], reading: Reading
) -> Grading | None:
    """Make a grading whose limits stand in a column for each value of a category."""
    by, columns = read_by(decl, reading), columns_of(decl)
    if by is None:
        return None
    lines = [
        attrs.evolve(line, segment=values)
        for (_, column), values in zip(columns, read_heads(decl, columns, by, reading), strict=True)
        if values
        for line in _lines(column, reading)
    ]
    score = decl.subject.text if decl.subject else None
    labels = (None,) * len(order)
    span = (decl.name or decl).span
    return Grading(
        order, tuple(lines), name, score, labels=labels, label=decl.label, by=by.expr, span=span
    )


def _value(decl: ast.GradesDecl, reading: Reading) -> Typed | None:
    """Read what gives the grade directly: a table, or the highest of several scores."""
    if decl.winners:
        return _winner(decl, reading)
    if decl.value is None:
        return None
    found = reading.infer(decl.value)
    if found is not None and not found.is_category:
        reading.report(
            "E0302", decl.value.span, wanted=TERMS["a category"], found=describe(found.type)
        )
        return None
    return found


def _winner(decl: ast.GradesDecl, reading: Reading) -> Typed | None:
    """Give the name of the highest score; where several are, the first of them or ``tie``.

    Where a score is missing it is missing too: that one might be the highest.
    """
    points: list[tuple[str, model.Expr]] = []
    for name in decl.winners:
        if name.text == TIE and not decl.ties_first:
            reading.report("E0203.tie", name.span, name=name.text)
            return None
        if name.text in {known for known, _ in points}:
            reading.report("E0202.winner", name.span, name=name.text)
            return None
        node = ast.ScoreExpr(ast.ScoreWord.POINTS, name, span=name.span)
        found = reading.infer(node)
        if found is None:
            return None
        points.append((name.text, found.expr))
    ahead = model.Comparison.AT_LEAST if decl.ties_first else model.Comparison.ABOVE
    result: model.Expr = model.Const(points[-1][0] if decl.ties_first else TIE)
    for name_text, expr in reversed(points):
        others = [other for each, other in points if each != name_text]
        is_ahead = tuple(model.Compare(ahead, expr, other) for other in others)
        result = model.Choice(model.Both(is_ahead), model.Const(name_text), result)
    return Typed(result, category_of(grades_of(decl, reading.draft)))


def _lines(decl: ast.GradesDecl, reading: Reading) -> tuple[GradeLine, ...]:
    ladder, found = Ladder(reading), list[GradeLine]()
    unknown = [line for line in decl.lines if isinstance(line.guard, ast.MissingGuard)]
    for again in unknown[1:]:
        word = as_written(reading.draft.tree, again.guard.span, write_guard(again.guard))
        place = part_place("class", decl.name.text) if decl.name else TERMS["grades"]
        reading.report("E0205", again.guard.span, clause=word, place=place)
    forced = forced_conditions(decl, reading) if decl.is_forced else {}
    if forced is None:
        return ()
    for line in decl.lines:
        made = _line(line, ladder, _score_of(decl), reading, forced.get(line.name.text))
        if made is not None:
            found.append(made)
    return tuple(found)


def _score_of(decl: ast.GradesDecl) -> Typed:
    """Give what the lines of grades are compared with."""
    subject = decl.subject
    return _SCORE if subject is None else Typed(model.ScorePoints(subject.text), NUMBER)


def _line(
    line: ast.GradeLine,
    ladder: Ladder,
    score: Typed,
    reading: Reading,
    forced: model.Expr | None,
) -> GradeLine | None:
    check_clauses(line.clauses, GRADE_CLAUSES, part_place("grade", line.name.text), reading.draft)
    needs = tuple(
        itertools.chain.from_iterable(n.conditions for n in all_of(line.clauses, ast.NeedsClause))
    )
    interval, condition = None, None
    match line.guard:
        case ast.RangeGuard(node):
            interval = _interval(node, ladder, score, bool(needs), reading)
            if interval is None:
                return None
        case ast.ValuesGuard((single,)):
            exact = ast.ExactRange(single, span=single.span)
            interval = _interval(exact, ladder, score, bool(needs), reading)
            if interval is None:
                return None
        case ast.WhenGuard(node):
            known = reading.condition(node)
            if known is None:
                return None
            condition = known.expr
        case ast.ShareGuard():
            condition = forced
        case ast.OtherwiseGuard() | ast.MissingGuard():
            pass
        case ast.ValuesGuard() | ast.AlwaysGuard():
            found = as_written(reading.draft.tree, line.guard.span, write_guard(line.guard))
            reading.report("E0311", line.guard.span, found=found)
            return None
    conditions = [reading.condition(need) for need in needs]
    marks = marks_of(line.clauses)
    return GradeLine(
        line.name.text,
        as_written(reading.draft.tree, line.guard.span, write_guard(line.guard)),
        interval,
        condition,
        tuple(each.expr for each in conditions if each is not None),
        tuple(as_written(reading.draft.tree, need.span, write(need)) for need in needs),
        line.label,
        marks.action,
        marks.flags,
        marks.note,
        isinstance(line.guard, ast.MissingGuard),
        span=line.span,
    )


def _interval(
    node: ast.RangeDecl, ladder: Ladder, score: Typed, has_needs: bool, reading: Reading
) -> Interval | None:
    interval = read_interval(node, score, reading)
    if interval is not None and isinstance(node, ast.LimitRange):
        ladder.climb(node, interval, may_repeat=has_needs)
    return interval
