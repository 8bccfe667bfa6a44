"""What a rule gives for one record: the line that is taken and its points.

In: a rule and the scope of a record. Out: ``Taken``. Policies for missing values, rounding
and groups come later. May report R0202, a rating outside the range of its level.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import assert_never

import attrs

from scorelang.evaluator.expressions import evaluate, line_of, number, truth
from scorelang.evaluator.rejections import outside_level
from scorelang.evaluator.scope import Scope
from scorelang.model.expressions import Const, Expr
from scorelang.model.outcome import TakenItem
from scorelang.model.rules import (
    AllThatHold,
    Bands,
    Branch,
    BySegment,
    FirstThatHolds,
    Formula,
    Item,
    Levels,
    Lookup,
    ReasonCode,
    Rule,
    Within,
)
from scorelang.model.times import DayNumber
from scorelang.model.types import Value
from scorelang.source.span import Span

ZERO = Fraction(0)


@attrs.define
class Taken:
    """The line that was taken.

    Without points the indicator is not rated, or the record not ratable.
    ``has_gap`` is set where an additive list stands although something in it is missing, ``gaps``
    are the places of those lines;
    ``places`` are where the lines that were taken are written.
    """

    points: Fraction | None
    branch: str | None = None
    compared: Value = None
    level: str | None = None
    flags: tuple[str, ...] = ()
    reason: ReasonCode | None = None
    not_ratable: str | None = None
    has_gap: bool = False
    places: tuple[Span, ...] = ()
    items: tuple[TakenItem, ...] = ()
    gaps: tuple[int, ...] = ()
    actions: tuple[str, ...] = ()


def apply_rule(rule: Rule, scope: Scope) -> Taken:
    """Find the line of a rule that this record takes."""
    match rule:
        case Bands():
            value = number(rule.subject, scope)
            return _take(band_of(rule, value), _as_compared(rule.subject, value, scope), scope)
        case Levels():
            subject = evaluate(rule.subject, scope)
            return _take(level_branch(rule, subject), subject, scope)
        case Formula(expr, text, compared):
            shown = None if compared is None else evaluate(compared, scope)
            return Taken(number(expr, scope), text, shown)
        case FirstThatHolds():
            return _take(first_of(rule, scope), None, scope)
        case AllThatHold():
            return _all(rule, scope)
        case Within():
            return _within(rule, scope)
        case Lookup(table, branches):
            line = line_of(scope.index.tables[table], scope)
            return _take(branch_at(line.value, branches) if line else None, None, scope)
        case BySegment():
            segment = segment_of(rule, evaluate(rule.segment, scope))
            return Taken(None) if segment is None else apply_rule(segment, scope)
        case _:
            assert_never(rule)


def _as_compared(subject: Expr, value: Fraction | None, scope: Scope) -> Value:
    """Give what people see as compared: the day itself, not its number."""
    return evaluate(subject.operand, scope) if isinstance(subject, DayNumber) else value


def _take(branch: Branch | None, compared: Value, scope: Scope) -> Taken:
    if branch is None:
        return Taken(None, None, compared)
    return Taken(
        None if branch.points is None else number(branch.points, scope),
        branch.text,
        compared,
        branch.level,
        branch.flags,
        branch.reason,
        branch.not_ratable,
        places=() if branch.span is None else (branch.span,),
        actions=() if branch.action is None else (branch.action,),
    )


def band_of(rule: Bands, value: Fraction | None) -> Branch | None:
    """Give the branch of the band a number lies in."""
    if value is None:
        return rule.missing
    for interval, branch in rule.bands:
        if interval.contains(value):
            return branch
    return rule.otherwise


def level_branch(rule: Levels, value: Value) -> Branch | None:
    """Give the branch of a value."""
    if value is None:
        return rule.missing
    for values, branch in rule.cases:
        if value in values:
            return branch
    return rule.otherwise


def first_of(rule: FirstThatHolds, scope: Scope) -> Branch | None:
    """Give the branch of the first condition that holds, if none before it is missing."""
    for condition, branch in rule.cases:
        holds = truth(condition, scope)
        if holds is None:
            return rule.missing
        if holds:
            return branch
    return rule.otherwise


def segment_of(rule: BySegment, value: Value) -> Rule | None:
    """Give the rule for a value of the category."""
    if value is None:
        return None
    for case, segment in rule.rules:
        if case == value:
            return segment
    return rule.otherwise


def branch_at(place: Value, branches: Sequence[Branch]) -> Branch:
    """Give the branch of a line of an indicator's own table."""
    assert isinstance(place, Fraction), "a line of an indicator's table holds a place"
    return branches[int(place)]


def _within(rule: Within, scope: Scope) -> Taken:
    value, level = number(rule.value, scope), evaluate(rule.level, scope)
    if value is None or level is None:
        return Taken(None, None, value)
    for name, interval, branch in rule.ranges:
        if name == level:
            if interval.contains(value):
                return _take(branch, value, scope)
            scope.faults.append(outside_level(rule.field, value, name, interval, scope.index))
    return Taken(None, None, value)


def _all(rule: AllThatHold, scope: Scope) -> Taken:
    """Add up the lines that hold; what is missing counts nothing and leaves a gap."""
    total, gaps, lines, told = ZERO, list[int](), list[Taken](), list[TakenItem]()
    said: list[str] = []
    for place, item in enumerate(rule.items):
        holds, line = _item(item, scope)
        told.append(_told(item.branch, line, holds=holds))
        if holds is None or (line is not None and _is_gap(line)):
            gaps.append(place)
        if line is not None:
            lines.append(line)
            total += line.points or ZERO
            # A line that counts what did not happen holds, but it is no line that was taken.
            if line.branch and (item.condition is not None or line.points):
                said.append(line.branch)
    return Taken(
        limited(total, rule, scope),
        "; ".join(said),
        None,
        next((line.level for line in lines if line.level is not None), None),
        tuple(flag for line in lines for flag in line.flags),
        next((line.reason for line in lines if line.reason is not None), None),
        next((line.not_ratable for line in lines if line.not_ratable is not None), None),
        bool(gaps),
        tuple(place for line in lines for place in line.places),
        actions=tuple(action for line in lines for action in line.actions),
        items=tuple(told),
        gaps=tuple(gaps),
    )


def _told(branch: Branch, line: Taken | None, *, holds: bool | None) -> TakenItem:
    if line is not None:
        return TakenItem(line.branch or "", line.points or ZERO)
    points = branch.points.value if isinstance(branch.points, Const) else None
    return TakenItem(branch.text, points if isinstance(points, Fraction) else None, holds)


def _item(item: Item, scope: Scope) -> tuple[bool | None, Taken | None]:
    holds = True if item.condition is None else truth(item.condition, scope)
    return holds, _take(item.branch, None, scope) if holds else None


def _is_gap(line: Taken) -> bool:
    return line.points is None and line.not_ratable is None


def limited(points: Fraction, rule: AllThatHold, scope: Scope) -> Fraction | None:
    """Keep the sum of a list within its limits; nothing where a limit is missing."""
    return _limited(points, rule.low, rule.high, scope)


def _limited(
    points: Fraction, low: Expr | None, high: Expr | None, scope: Scope
) -> Fraction | None:
    if low is not None:
        least = number(low, scope)
        if least is None:
            return None
        points = max(points, least)
    if high is not None:
        most = number(high, scope)
        if most is None:
            return None
        points = min(points, most)
    return points
