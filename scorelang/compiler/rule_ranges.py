"""The points a rule can give: every valid record lies inside, and simple rules reach the ends.

In: a rule and the scope it stands in. Out: bounds before rounding, the grid, and whether
a record can leave the indicator not rated.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import assert_never

from scorelang.compiler.cells import cells_of
from scorelang.compiler.expression_walk import through_lets
from scorelang.compiler.grids import common_grid, grid_of, grid_of_rounding
from scorelang.compiler.narrowing import assume
from scorelang.compiler.ranges import bounds, can_be, can_be_missing, reach_of, truths_of
from scorelang.compiler.scope import Scope
from scorelang.compiler.taken import Taken, branches_taken, segments_taken
from scorelang.model.expressions import Expr, HoldCount, LetValue
from scorelang.model.rubric import Range
from scorelang.model.rules import (
    AllThatHold,
    Bands,
    BySegment,
    FirstThatHolds,
    Formula,
    Item,
    Levels,
    Lookup,
    Rule,
    Within,
)
from scorelang.model.walk import descend
from scorelang.numeric.interval import Grid, Interval
from scorelang.numeric.interval_arithmetic import add, highest, hull, is_nothing, lowest, only
from scorelang.numeric.interval_set import gaps
from scorelang.numeric.rounding import Rounding

_ZERO = only(Fraction(0))


def rule_range(rule: Rule, scope: Scope) -> Range:
    """Give the least and most points of a rule, before rounding."""
    return range_of(rule_bounds(rule, scope))


def range_of(interval: Interval) -> Range:
    """Give the ends of an interval; no points at all are a range of zero."""
    if is_nothing(interval):
        return Range(Fraction(0), Fraction(0))
    return Range(interval.low, interval.high)


def rule_bounds(rule: Rule, scope: Scope) -> Interval:
    """Give the points that a rule can give as an interval, which keeps open ends."""
    match rule:
        case Bands() | Levels() | FirstThatHolds() | Lookup():
            return hull(
                bounds(branch.points, known)
                for branch, known in branches_taken(rule, scope)
                if branch.points is not None
            )
        case AllThatHold():
            return _bounds_of_list(rule, scope)
        case Formula(value):
            return bounds(value, scope)
        case Within(value, level, ranges):
            given, reached = bounds(value, scope), reach_of(level, scope)
            return hull(
                given.intersect(limits) for name, limits, _ in ranges if can_be(reached, name)
            )
        case BySegment():
            return hull(rule_bounds(part, known) for part, known in segments_taken(rule, scope))
        case _:
            assert_never(rule)


def rule_grid(rule: Rule, scope: Scope, roundings: Sequence[Rounding] = ()) -> Grid:
    """Give the grid of the points of a rule, after rounding."""
    return grid_of_rounding(roundings, _unrounded_grid(rule, scope))


def rule_can_be_missing(rule: Rule, scope: Scope) -> bool:
    """Whether some valid record leaves the indicator not rated."""
    match rule:
        case Bands(subject) | Levels(subject):
            unrated = rule.missing is None and can_be_missing(subject, scope)
            unrated = unrated or leaves_out(rule, scope)
            return unrated or _some_missing(branches_taken(rule, scope))
        case FirstThatHolds(cases):
            unrated = rule.missing is None and any(
                None in truths_of(condition, scope) for condition, _ in cases
            )
            unrated = unrated or leaves_out(rule, scope)
            return unrated or _some_missing(branches_taken(rule, scope))
        case AllThatHold(items):
            return any(_item_can_be_missing(item, scope) for item in items)
        case Formula(value):
            return can_be_missing(value, scope)
        case Within(value, level):
            return can_be_missing(value, scope) or can_be_missing(level, scope)
        case BySegment(segment):
            return can_be_missing(segment, scope) or any(
                rule_can_be_missing(part, known) for part, known in segments_taken(rule, scope)
            )
        case Lookup(table):
            keys = scope.tables[table].keys if table in scope.tables else ()
            unrated = any(can_be_missing(key, scope) for key in keys)
            return unrated or _some_missing(branches_taken(rule, scope))
        case _:
            assert_never(rule)


def leaves_out(rule: Bands | Levels | FirstThatHolds, scope: Scope) -> bool:
    """Whether it is open that some value finds no line: such a record is not rated."""
    if rule.otherwise is not None:
        return False
    match rule:
        case Bands(subject, bands):
            found, grid = bounds(subject, scope), grid_of(subject, scope)
            return not is_nothing(found) and bool(gaps(found, [each for each, _ in bands], grid))
        case Levels(subject, cases):
            named = frozenset(value for values, _ in cases for value in values)
            reached = reach_of(subject, scope)
            numbers = [only(value) for value in named if isinstance(value, Fraction)]
            open_numbers = not is_nothing(reached.numbers) and bool(
                gaps(reached.numbers, numbers, grid_of(subject, scope))
            )
            return open_numbers or reached.values is None or bool(reached.values - named)
        case FirstThatHolds(cases):
            return not covers_one_by_one([condition for condition, _ in cases], scope)


def covers_one_by_one(conditions: Sequence[Expr], scope: Scope) -> bool:
    """Whether the last condition cannot fail once those before it have."""
    for condition in conditions:
        if False not in truths_of(condition, scope):
            return True
        scope = assume(scope, condition, holds=False)
    cells = cells_of(conditions, scope)
    return cells is not None and not any(
        all(False in truths_of(condition, known) for condition in conditions)
        for known in cells.scopes
    )


def _some_missing(branches: Iterable[Taken]) -> bool:
    return any(
        branch.points is not None and can_be_missing(branch.points, known)
        for branch, known in branches
    )


def _item_can_be_missing(item: Item, scope: Scope) -> bool:
    if item.condition is None:
        return _some_missing(((item.branch, scope),))
    known = assume(scope, item.condition, holds=True)
    return can_be_missing(item.condition, scope) or _some_missing(((item.branch, known),))


def ends_of_lines(rule: AllThatHold, scope: Scope, *, is_low: bool) -> tuple[Fraction | None, ...]:
    """Give what each line of a list gives at least, or at most; ``None`` without limit."""
    found = [_sum_of_list(AllThatHold((item,)), scope) for item in rule.items]
    ends = (each.low if is_low else each.high for each in found)
    pick, zero = (min if is_low else max), Fraction(0)
    return tuple(None if end is None else pick(end, zero) for end in ends)


def criteria_counted(rule: Rule) -> int:
    """Give how many criteria the counts in a rule have; none where derived values count too."""
    nodes = tuple(descend(rule))
    if any(isinstance(node, LetValue) for node in nodes):
        return 0
    return max((len(node.conditions) for node in nodes if isinstance(node, HoldCount)), default=0)


def can_have_open_count(rule: Rule, scope: Scope) -> bool:
    """Whether a count stands in a rule of which a criterion can be open."""
    read = (node for node in descend(rule) if isinstance(node, HoldCount | LetValue))
    opened = (found for node in read for found in through_lets(node, scope))
    counts = (found for found in opened if isinstance(found, HoldCount))
    return any(can_be_missing(operand, scope) for count in counts for operand in count.conditions)


def _bounds_of_list(rule: AllThatHold, scope: Scope) -> Interval:
    """Add up the lines; those whose conditions exclude one another are not added."""
    conditions = tuple(item.condition for item in rule.items if item.condition is not None)
    cells = cells_of(conditions, scope)
    scopes = cells.scopes if cells else (scope,)
    found = hull(_sum_of_list(rule, known) for known in scopes)
    if rule.high is not None:
        found = lowest((found, bounds(rule.high, scope)))
    if rule.low is not None:
        found = highest((found, bounds(rule.low, scope)))
    return found


def _sum_of_list(rule: AllThatHold, scope: Scope) -> Interval:
    found = _ZERO
    for item in rule.items:
        truths = {True} if item.condition is None else truths_of(item.condition, scope)
        if True not in truths or item.branch.points is None:
            continue
        known = assume(scope, item.condition, holds=True) if item.condition else scope
        reached = reach_of(item.branch.points, known)
        is_certain = truths == {True} and not reached.missing
        found = add(found, reached.numbers if is_certain else hull((reached.numbers, _ZERO)))
    return found


def _unrounded_grid(rule: Rule, scope: Scope) -> Grid:
    match rule:
        case Bands() | Levels() | FirstThatHolds() | Lookup():
            return common_grid(
                grid_of(branch.points, known)
                for branch, known in branches_taken(rule, scope)
                if branch.points is not None
            )
        case AllThatHold(items, low, high):
            points = (*(item.branch.points for item in items), low, high)
            return common_grid(grid_of(point, scope) for point in points if point is not None)
        case Formula(value) | Within(value):
            return grid_of(value, scope)
        case BySegment():
            return common_grid(
                _unrounded_grid(part, known) for part, known in segments_taken(rule, scope)
            )
        case _:
            assert_never(rule)
