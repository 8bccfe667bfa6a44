"""Looks for a record: one that gives the most, or brings a value into an interval.

In: what is to be reached, and the fields that matter. Out: a record (values by field), or
nothing; then there may still be one. What is found is exact, so it can be believed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

import attrs

from scorelang.compiler.expression_walk import own_numbers, through_lets
from scorelang.compiler.ranges import reach_of
from scorelang.compiler.record_rules import may_come
from scorelang.compiler.scope import Scope
from scorelang.compiler.work import Search
from scorelang.model.expressions import Expr, FieldValue, LetValue, UsedValue
from scorelang.model.fields import FieldType
from scorelang.model.types import Value
from scorelang.numeric.interval import Grid, Interval
from scorelang.numeric.interval_arithmetic import is_nothing
from scorelang.source.structure import Structure

FoundRecord = dict[str, Value]
_HALVINGS = 40
_ROUNDS = 3
_A_DAY = Fraction(dt.date(2025, 1, 1).toordinal())


def fields_of(exprs: Iterable[Expr], scope: Scope) -> tuple[str, ...]:
    """Give the fields that expressions read, through derived values as well."""
    found: dict[str, None] = {}
    for expr in exprs:
        for part in through_lets(expr, scope):
            if isinstance(part, FieldValue):
                found[part.name] = None
    return tuple(found)


def candidates(
    names: Iterable[str], exprs: Iterable[Expr], scope: Scope, ends: Iterable[Fraction] = ()
) -> Mapping[str, tuple[Value, ...]]:
    """Give values worth trying for each field: ends, limits and their neighbours, all names."""
    opened = [part for expr in exprs for part in through_lets(expr, scope)]
    limits = sorted({*ends, *(x for part in opened for x in _limits_in(part, scope))})
    return {name: tuple(_values_of(FieldValue(name), limits, scope)) for name in names}


def find_most(
    measure: Callable[[FoundRecord], Fraction | None],
    choices: Mapping[str, Sequence[Value]],
    scope: Scope,
    start: Mapping[str, Value] | None = None,
) -> tuple[Fraction, FoundRecord] | None:
    """Look for the record with the highest measure, one field at a time from a few starts."""
    best: tuple[Fraction, FoundRecord] | None = None
    search = scope.work.search()
    for first in _starts(choices, start):
        record = dict(first)
        value = measure(record) if may_come(record, scope) else None
        for _ in range(_ROUNDS):
            before = value
            for name, given in choices.items():
                for candidate in given:
                    if search.is_over:
                        break
                    trial = {**record, name: candidate}
                    found = measure(trial) if may_come(trial, scope) else None
                    if found is not None and (value is None or found > value):
                        record, value = trial, found
            if value == before:
                break
        if value is not None and (best is None or value > best[0]):
            best = (value, record)
    search.end()
    return best


def find_inside(
    expr: Expr, interval: Interval, scope: Scope, limits: Iterable[Fraction] = ()
) -> FoundRecord | None:
    """Look for a record that brings an expression into an interval."""
    names = fields_of((expr,), scope)
    wanted = [x for x in (interval.low, interval.high) if x is not None]
    reading = [part for part in through_lets(expr, scope) if not isinstance(part, LetValue)]
    numbers = {x for part in reading for x in _limits_in(part, scope)}
    known = sorted({*limits, *wanted, *numbers})
    choices = {name: tuple(_values_of(FieldValue(name), known, scope)) for name in names}
    search = scope.work.search()
    goal = _Goal(expr, interval, scope, search)
    found: FoundRecord | None = None
    for record in _records(choices):
        value = goal.value(record)
        if value is not None:
            found = record if interval.contains(value) else goal.approach(record, choices)
        found = found if found is not None and may_come(found, scope) else None
        if found is not None or search.is_over:
            break
    search.end()
    return found


def find_where(
    test: Callable[[FoundRecord], bool],
    exprs: Iterable[Expr],
    scope: Scope,
    more: Iterable[Expr] = (),
) -> FoundRecord | None:
    """Look for a record that meets a test; it reads ``exprs``, the limits in ``more`` are tried."""
    read = tuple(exprs)
    choices = candidates(fields_of(read, scope), (*read, *more), scope)
    search, found = scope.work.search(), None
    for record in _records(choices):
        if may_come(record, scope) and test(record):
            found = record
        if found is not None or search.is_over:
            break
    search.end()
    return found


def number_at(expr: Expr, record: Mapping[str, Value], scope: Scope) -> Fraction | None:
    """Give the number an expression has for a record; nothing where it is missing."""
    value = reach_of(expr, scope.at(record)).single
    return value if isinstance(value, Fraction) else None


def _limits_in(expr: Expr, scope: Scope) -> Iterable[Fraction]:
    if isinstance(expr, UsedValue) and expr.alias in scope.used:
        return scope.used[expr.alias].limits
    return own_numbers(expr)


@attrs.frozen(eq=False, repr=False)
class _Goal(Structure):
    """An expression that is to come into an interval."""

    expr: Expr
    interval: Interval
    scope: Scope
    search: Search

    def value(self, record: Mapping[str, Value]) -> Fraction | None:
        return number_at(self.expr, record, self.scope)

    def is_below(self, record: Mapping[str, Value]) -> bool | None:
        value = self.value(record)
        return None if value is None else _is_below(value, self.interval)

    def approach(
        self, record: FoundRecord, choices: Mapping[str, Sequence[Value]]
    ) -> FoundRecord | None:
        """Move one field until the value lies inside, where it gets to the other side."""
        below = self.is_below(record)
        for name, given in choices.items():
            for candidate in given:
                if not isinstance(candidate, Fraction) or not isinstance(record[name], Fraction):
                    continue
                if self.search.is_over:
                    return None
                if self.is_below({**record, name: candidate}) in {None, below}:
                    continue
                found = self.bisect(record, name, candidate)
                if found is not None:
                    return found
        return None

    def bisect(self, record: FoundRecord, name: str, far: Fraction) -> FoundRecord | None:
        """Halve the way between two values of a field that lead to different sides."""
        near = record[name]
        assert isinstance(near, Fraction), "the caller has asked"
        grid, below = self.scope.fields[name].grid, self.is_below(record)
        for _ in range(_HALVINGS):
            between = Interval(min(near, far), max(near, far), low_open=True, high_open=True)
            if between.is_empty(grid):
                return None
            trial = {**record, name: _short_middle(between, grid)}
            value = self.value(trial)
            if value is None or self.interval.contains(value):
                return None if value is None else trial
            middle = trial[name]
            assert isinstance(middle, Fraction), "it was put there"
            near, far = (middle, far) if self.is_below(trial) == below else (near, middle)
        return None


def _short_middle(between: Interval, grid: Grid) -> Fraction:
    """Give a number with few digits in the middle third, else any."""
    assert between.low is not None, "between two values"
    assert between.high is not None, "between two values"
    third = (between.high - between.low) / 3
    inner = Interval(between.low + third, between.high - third)
    return (between if inner.is_empty(grid) else inner).sample(grid)


def _is_below(value: Fraction, interval: Interval) -> bool:
    if interval.low is None:
        return False
    return value <= interval.low if interval.low_open else value < interval.low


def _records(choices: Mapping[str, Sequence[Value]]) -> Iterator[FoundRecord]:
    """Give all records, those first in which every field has one of its first values."""
    names, given = tuple(choices), tuple(choices.values())
    if not all(given):
        return
    farthest = sum(len(values) - 1 for values in given)
    for distance in range(farthest + 1):
        for places in _places([len(values) - 1 for values in given], distance):
            chosen = (values[place] for values, place in zip(given, places, strict=True))
            yield dict(zip(names, chosen, strict=True))


def _places(most: Sequence[int], distance: int) -> Iterator[tuple[int, ...]]:
    """Give the places in each list that add up to a distance."""
    if not most:
        yield from [()] if not distance else []
        return
    room = sum(most[1:])
    for first in range(min(most[0], distance), max(0, distance - room) - 1, -1):
        for rest in _places(most[1:], distance - first):
            yield (first, *rest)


def _starts(
    choices: Mapping[str, Sequence[Value]], start: Mapping[str, Value] | None
) -> Iterator[FoundRecord]:
    known = {name: given for name, given in choices.items() if given}
    yield {**{name: given[0] for name, given in known.items()}, **(start or {})}
    if start is None:
        yield {name: _last_known(given) for name, given in known.items()}


def _last_known(given: Sequence[Value]) -> Value:
    """Give the last value that is not missing: a missing one hides what the others do."""
    return next((value for value in reversed(given) if value is not None), None)


def _values_of(field: Expr, limits: Sequence[Fraction], scope: Scope) -> Iterator[Value]:
    reached = reach_of(field, scope)
    if reached.values is not None:
        yield from sorted(reached.values, key=str)
    if not is_nothing(reached.numbers):
        yield from _numbers_of(field, reached.numbers, limits, scope)
    if reached.missing:
        yield None


def _numbers_of(
    field: Expr, found: Interval, limits: Sequence[Fraction], scope: Scope
) -> Iterator[Fraction]:
    assert isinstance(field, FieldValue)
    grid = scope.fields[field.name].grid
    scale = scope.fields[field.name].scale
    given = {Fraction(0), Fraction(1), Fraction(10), Fraction(100), *limits}
    if scope.fields[field.name].type is FieldType.DATE:
        given = {_A_DAY, *limits}
    for end in (found.first(grid), found.last(grid)):
        if end is not None:
            given.add(end)
    step = grid.step or scale
    near = {x + sign * step for x in given for sign in (-1, 1)} | {x * scale for x in given}
    yield from sorted(
        (x for x in given | near if found.contains(x) and grid.contains(x)),
        key=lambda x: (abs(x), x),
    )
