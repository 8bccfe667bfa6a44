"""A name that is a column and a part with points: ``quality >= 6`` may ask for either.

In: a comparison of the tree behind the points, where both are known. Reports W0309 where a bare
name is read as the column and the limit is a number that the points can come to as well.
"""

from __future__ import annotations

from fractions import Fraction

from scorelang.compiler.draft import Draft
from scorelang.compiler.ranges import bounds
from scorelang.compiler.reading import Moment, Reading
from scorelang.compiler.typed import Typed
from scorelang.model.expressions import Const, FieldValue, ScorePoints
from scorelang.model.rubric import Indicator
from scorelang.model.rules import Formula
from scorelang.numeric.interval import Interval
from scorelang.source.span import Span
from scorelang.syntax import ast


def report_shared_name(subject: Typed, other: Typed, place: Span, reading: Reading) -> None:
    """Report a column compared with a number without a unit that bears the name of a part."""
    constant = other.expr.value if isinstance(other.expr, Const) else None
    if isinstance(constant, Fraction) and other.type.is_literal:
        _report(subject, Interval(constant, constant), place, reading)


def report_shared_range(subject: Typed, interval: Interval, place: Span, reading: Reading) -> None:
    """Report a column asked for a range of numbers that bears the name of a part."""
    if subject.type.unit.is_plain:
        _report(subject, interval, place, reading)


def _report(subject: Typed, limits: Interval, place: Span, reading: Reading) -> None:
    draft, expr = reading.draft, subject.expr
    if reading.moment < Moment.GRADES or not isinstance(expr, FieldValue):
        return
    name = expr.name
    if name not in draft.symbols.scored or not subject.is_number or _is_same(name, draft):
        return
    points = bounds(ScorePoints(name), draft.scope)
    ends = [end for end in (limits.low, limits.high) if end is not None]
    if ends and all(_within(end, points) for end in ends):
        draft.report_once(f"{place}", "W0309", place, name=name)


def _within(number: Fraction, points: Interval) -> bool:
    return (points.low is None or points.low <= number) and (
        points.high is None or number <= points.high
    )


def _is_same(name: str, draft: Draft) -> bool:
    """Whether the points are the column itself, so that both say the same."""
    decl = draft.symbols.scored[name]
    if isinstance(decl, ast.ScoreDecl):
        score = draft.scores.get(name, decl.span)
        return score is not None and score.value == FieldValue(name)
    part = draft.parts.get(name, decl.span)
    if isinstance(part, Indicator) and isinstance(part.rule, Formula):
        return part.rule.value == FieldValue(name)
    return False
