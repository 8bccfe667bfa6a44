"""Operators on known values: arithmetic, functions, comparison; and what a table holds.

In: values, none of them missing. Out: a value, or ``None`` where there is none (division
by zero, the root of a negative number).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, assert_never

from scorelang.model.expressions import Arithmetic, Comparison, Irrational
from scorelang.model.rules import Table, TableLine
from scorelang.model.types import Value
from scorelang.numeric import exact, functions
from scorelang.numeric.interval import Interval


def calculate(op: Arithmetic, left: Fraction, right: Fraction) -> Fraction | None:
    """Give ``left op right``; nothing for a division by zero."""
    match op:
        case Arithmetic.SUBTRACT:
            return left - right
        case Arithmetic.ADD:
            return left + right
        case Arithmetic.MULTIPLY:
            return left * right
        case Arithmetic.DIVIDE:
            return exact.divide(left, right)
        case _:
            assert_never(op)


def raise_to(base: Fraction, exponent: int) -> Fraction | None:
    """Give a power; nothing where it has no value or would be longer than the limit."""
    try:
        return exact.power(base, exponent)
    except exact.PowerTooLarge:
        return None


def call(function: Irrational, x: Fraction, degree: int) -> Fraction | None:
    """Give the value of a function; nothing outside its range."""
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


def interpolate(
    x: Fraction, first: tuple[Fraction, Fraction], last: tuple[Fraction, Fraction]
) -> Fraction:
    """Give the height at ``x`` of the line through two points."""
    (x0, y0), (x1, y1) = first, last
    return y0 + (x - x0) * (y1 - y0) / (x1 - x0)


def compare(op: Comparison, left: Value, right: Value, ranks: Sequence[str]) -> bool:
    """Compare two known values; ``ranks`` orders those of a category, worst first."""
    if op is Comparison.EQUAL:
        return left == right
    if op is Comparison.NOT_EQUAL:
        return left != right
    if ranks:
        return _ordered(op, ranks.index(str(left)), ranks.index(str(right)))
    return _ordered(op, left, right)


def _ordered(op: Comparison, left: Any, right: Any) -> bool:  # noqa: ANN401  numbers, or days
    if op is Comparison.AT_LEAST:
        return bool(left >= right)
    if op is Comparison.ABOVE:
        return bool(left > right)
    if op is Comparison.AT_MOST:
        return bool(left <= right)
    return bool(left < right)


def find_line(table: Table, keys: Sequence[Value]) -> TableLine | None:
    """Give the line of a table whose cells hold all keys, which must be known."""
    for line in table.lines:
        if all(map(_holds, line.cells, keys)):
            return line
    return None


def _holds(cell: Interval | frozenset[Value], key: Value) -> bool:
    if isinstance(cell, Interval):
        assert isinstance(key, Fraction), "only numbers are looked up by interval"
        return cell.contains(key)
    return key in cell
