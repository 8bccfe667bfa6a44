"""Which branches of a rule some record takes, and what is known where one is taken.

In: a rule and a scope. Out: branches, each with a narrowed scope. In the band of 1 to 30
days the points ``20 - 0.6 * days`` lie between 2 and 19.4, whatever days there are else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import assert_never, cast

from scorelang.compiler.grids import grid_of
from scorelang.compiler.narrowing import as_known, assume
from scorelang.compiler.ranges import bounds, can_apply, can_be, can_be_missing, reach_of, truths_of
from scorelang.compiler.scope import Scope
from scorelang.model.expressions import Expr
from scorelang.model.rules import (
    Bands,
    Branch,
    BySegment,
    FirstThatHolds,
    Levels,
    Lookup,
    Rule,
    TableLine,
)
from scorelang.model.types import Value
from scorelang.numeric.interval import Interval
from scorelang.numeric.interval_arithmetic import is_nothing, tighten

Taken = tuple[Branch, Scope]
"""A branch that can be taken, with what is known where it is."""


def branches_taken(
    rule: Bands | Levels | FirstThatHolds | Lookup, scope: Scope
) -> tuple[Taken, ...]:
    """Give the branches that some record takes, each with what is then known."""
    kept = scope.taken.get(id(rule))
    if kept is not None and kept[0] is rule:
        return cast("tuple[Taken, ...]", kept[1])
    found = _branches_taken(rule, scope)
    scope.taken[id(rule)] = (rule, found)
    return found


def _branches_taken(
    rule: Bands | Levels | FirstThatHolds | Lookup, scope: Scope
) -> tuple[Taken, ...]:
    match rule:
        case Bands():
            return tuple(_taken_bands(rule, scope))
        case Levels():
            return tuple(_taken_levels(rule, scope))
        case FirstThatHolds():
            return tuple(_taken_conditions(rule, scope))
        case Lookup():
            return tuple(_taken_lines(rule, scope))
        case _:
            assert_never(rule)


def segments_taken(rule: BySegment, scope: Scope) -> Iterator[tuple[Rule, Scope]]:
    """Give the rule of each value of the category, with what is then known."""
    reached = reach_of(rule.segment, scope)
    for value, part in rule.rules:
        if can_be(reached, value):
            yield part, as_known(scope.among(rule.segment, (value,)), rule.segment)
    if rule.otherwise is None:
        return
    named = {value for value, _ in rule.rules}
    if reached.values is None:
        yield rule.otherwise, as_known(scope, rule.segment)
    elif reached.values - named:
        yield rule.otherwise, scope.among(rule.segment, reached.values - named)


def _taken_bands(rule: Bands, scope: Scope) -> Iterator[Taken]:
    found = bounds(rule.subject, scope)
    grid = grid_of(rule.subject, scope)
    known = as_known(scope, rule.subject)
    for interval, branch in rule.bands:
        inside = tighten(found.intersect(interval), grid)
        if not is_nothing(inside):
            yield branch, known.narrowed(rule.subject, inside)
    if rule.otherwise is not None:
        yield rule.otherwise, known
    if rule.missing is not None and can_be_missing(rule.subject, scope):
        yield rule.missing, scope.absent(rule.subject)


def _taken_levels(rule: Levels, scope: Scope) -> Iterator[Taken]:
    found = reach_of(rule.subject, scope)
    known = as_known(scope, rule.subject)
    named: set[Value] = set()
    for values, branch in rule.cases:
        possible = [value for value in values if can_be(found, value)]
        named |= values
        if possible:
            yield branch, known.among(rule.subject, possible)
    if rule.otherwise is not None:
        if found.values is None or not is_nothing(found.numbers):
            yield rule.otherwise, known
        elif found.values - named:
            yield rule.otherwise, known.among(rule.subject, found.values - named)
    if rule.missing is not None and found.missing:
        yield rule.missing, scope.absent(rule.subject)


def _taken_conditions(rule: FirstThatHolds, scope: Scope) -> Iterator[Taken]:
    known, is_reachable, is_undecided = scope, True, False
    for condition, branch in rule.cases:
        truths = truths_of(condition, known)
        if True in truths:
            yield branch, assume(known, condition, holds=True)
        is_undecided |= None in truths
        is_reachable = False in truths
        if not is_reachable:
            break
        known = assume(known, condition, holds=False)
    if rule.otherwise is not None and is_reachable:
        yield rule.otherwise, known
    if rule.missing is not None and is_undecided:
        yield rule.missing, scope


def _taken_lines(rule: Lookup, scope: Scope) -> Iterator[Taken]:
    table = scope.tables.get(rule.table)
    if table is None:
        yield from ((branch, scope) for branch in rule.branches)
        return
    keys = [reach_of(key, scope) for key in table.keys]
    for line in table.lines:
        if isinstance(line.value, Fraction) and can_apply(line, keys):
            yield rule.branches[int(line.value)], within_line(line, table.keys, scope)


def within_line(line: TableLine, keys: Iterable[Expr], scope: Scope) -> Scope:
    """Add that the keys of a table lie in the cells of one of its lines."""
    for key, cell in zip(keys, line.cells, strict=True):
        scope = scope.narrowed(key, cell) if isinstance(cell, Interval) else scope.among(key, cell)
    return scope
