"""What one node comes to: exact arithmetic on values, ``None`` for missing.

In: a node and a way to read its operands. Out: a value. Every node of the kernel has its
meaning here, and nowhere else in the room.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any, Protocol, assert_never

import attrs

from scorelang.kernel import nodes as k
from scorelang.kernel.nodes import Aspect, Ref
from scorelang.model.expressions import Comparison, Irrational, Pick
from scorelang.model.times import TimeUnit
from scorelang.model.types import Value
from scorelang.numeric import calendar, exact, functions
from scorelang.numeric.interval import Interval
from scorelang.numeric.rounding import round_to

Read = Callable[[Ref], Value]


class Figures(Protocol):
    """Values taken over all records."""

    def value(self, name: str, by: Value, keys: Callable[[], tuple[Value, ...]]) -> Value:
        """Give a population value for a category; ``keys`` are asked for where it is a rank."""


@attrs.frozen
class Given:
    """What comes from outside: the fields of a record, the day, values over all records."""

    values: Mapping[str, Value]
    specials: Mapping[str, str] = attrs.field(factory=dict)
    as_of: dt.date | None = None
    figures: Figures | None = None


NOTHING_GIVEN = Given({})


def compute(node: k.Node, read: Read, given: Given) -> Value:
    """Give the value of a node."""
    match node:
        case k.Input(name, aspect):
            is_value = aspect is Aspect.VALUE
            return given.values[name] if is_value else given.specials.get(name, "")
        case k.Constant(value):
            return value
        case k.AsOf():
            return given.as_of
        case k.Population(name, by, keys):
            return _of_all(name, by, keys, read, given)
        case k.Select(arms, otherwise):
            return read(next((given for holds, given in arms if read(holds)), otherwise))
        case k.Coalesce(operands):
            return next((x for x in map(read, operands) if x is not None), None)
        case k.IsMissing(operand):
            return read(operand) is None
        case k.Piecewise() | k.Lookup():
            return read(_found(node, read))
        case k.And() | k.Or() | k.AtLeast():
            return _logic(node, [read(operand) for operand in node.operands])
        case _:
            values = [read(operand) for operand in k.operands_of(node)]
            found: Value = None if None in values else _known(node, values)
            return found


def _of_all(name: str, by: Ref | None, keys: tuple[Ref, ...], read: Read, given: Given) -> Value:
    category = None if by is None else read(by)
    if given.figures is None or (by is not None and category is None):
        return None
    return given.figures.value(name, category, lambda: tuple(map(read, keys)))


def _found(node: k.Piecewise | k.Lookup, read: Read) -> Ref:
    if isinstance(node, k.Piecewise):
        return _piece(node, read(node.subject))
    keys = [read(key) for key in node.keys]
    if None in keys:
        return node.missing
    for cells, ref in node.lines:
        if all(_holds(cell, key) for cell, key in zip(cells, keys, strict=True)):
            return ref
    return node.otherwise


def _piece(node: k.Piecewise, x: Any) -> Ref:  # noqa: ANN401  a number, or missing
    if x is None:
        return node.missing
    return next((ref for interval, ref in node.pieces if interval.contains(x)), node.otherwise)


def _holds(cell: Interval | frozenset[Value], key: Any) -> bool:  # noqa: ANN401  a known value
    return cell.contains(key) if isinstance(cell, Interval) else key in cell


def _logic(node: k.And | k.Or | k.AtLeast, truths: list[Value]) -> bool | None:
    match node:
        case k.And():
            return False if False in truths else None if None in truths else True
        case k.Or():
            return True if True in truths else None if None in truths else False
        case k.AtLeast(minimum):
            return at_least(minimum, truths)
        case _:
            assert_never(node)


def at_least(minimum: int, truths: Sequence[Value]) -> bool | None:
    """Whether so many hold; missing where the missing ones decide."""
    known = truths.count(True)
    if known >= minimum:
        return True
    return None if known + truths.count(None) >= minimum else False


def _known(node: k.Node, values: list[Any]) -> Any:  # noqa: ANN401  a value of its kind
    """Give the value of a node none of whose operands is missing."""
    match node:
        case k.Linear(terms, constant):
            factors = (coefficient for coefficient, _ in terms)
            return sum((c * x for c, x in zip(factors, values, strict=True)), constant)
        case k.Product():
            return values[0] * values[1]
        case k.Quotient():
            return exact.divide(*values)
        case k.Extreme(pick):
            return min(values) if pick is Pick.LOWEST else max(values)
        case k.Absolute():
            return abs(values[0])
        case k.Round(_, rounding):
            return round_to(values[0], rounding)
        case k.Power(_, exponent):
            return _power(values[0], exponent)
        case k.Function(function, _, degree):
            return _call(function, values[0], degree)
        case k.Compare(op):
            return _compare(op, *values)
        case k.InSet(_, names):
            return values[0] in names
        case k.InInterval(_, interval):
            return interval.contains(values[0])
        case k.Not():
            return not values[0]
        case k.DateStep(_, unit):
            return _step(unit, *values)
        case k.DateDistance(unit):
            return Fraction(_distance(unit, *values))
        case k.DayNumber():
            return Fraction(values[0].toordinal())
        case _:
            msg = f"a node that reads no known values: {node}"
            raise AssertionError(msg)


def _power(base: Fraction, exponent: int) -> Fraction | None:
    try:
        return exact.power(base, exponent)
    except exact.PowerTooLarge:
        return None


def _call(function: Irrational, x: Fraction, degree: int) -> Fraction | None:
    match function:
        case Irrational.EXP:
            return functions.exp(x)
        case Irrational.LN:
            return functions.ln(x)
        case Irrational.SQRT:
            return functions.sqrt(x)
        case Irrational.ROOT:
            return functions.root(x, degree)
        case _:
            assert_never(function)


def _compare(op: Comparison, left: Any, right: Any) -> bool:  # noqa: ANN401  of one kind
    match op:
        case Comparison.EQUAL:
            return bool(left == right)
        case Comparison.NOT_EQUAL:
            return bool(left != right)
        case Comparison.AT_LEAST:
            return bool(left >= right)
        case Comparison.ABOVE:
            return bool(left > right)
        case Comparison.AT_MOST:
            return bool(left <= right)
        case Comparison.BELOW:
            return bool(left < right)
        case _:
            assert_never(op)


def _step(unit: TimeUnit, day: dt.date, amount: Fraction) -> dt.date | None:
    if amount.denominator != 1:
        return None
    match unit:
        case TimeUnit.DAYS:
            return calendar.add_days(day, amount.numerator)
        case TimeUnit.MONTHS:
            return calendar.add_months(day, amount.numerator)
        case TimeUnit.YEARS:
            return calendar.add_months(day, amount.numerator * calendar.MONTHS_IN_YEAR)
        case _:
            assert_never(unit)


def _distance(unit: TimeUnit, first: dt.date, last: dt.date) -> int:
    match unit:
        case TimeUnit.DAYS:
            return calendar.days_between(first, last)
        case TimeUnit.MONTHS:
            return calendar.months_between(first, last)
        case TimeUnit.YEARS:
            return calendar.years_between(first, last)
        case _:
            assert_never(unit)
