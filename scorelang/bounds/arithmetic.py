"""Arithmetic on what operands can come to: numbers, and where they are missing."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from scorelang.bounds.reach import Reach
from scorelang.model.expressions import Arithmetic, Irrational, Pick
from scorelang.numeric.functions import EXP_LIMIT, exp, ln, root
from scorelang.numeric.interval import Interval
from scorelang.numeric.interval_arithmetic import (
    EVERYTHING,
    add,
    divide,
    highest,
    is_nothing,
    lowest,
    multiply,
    negate,
    raise_to,
    rising,
)


def calculated(op: Arithmetic, left: Reach, right: Reach) -> Reach:
    """Give what two numbers and an operator come to."""
    missing = left.missing or right.missing
    a, b = left.numbers, right.numbers
    match op:
        case Arithmetic.ADD:
            return Reach(add(a, b), missing=missing)
        case Arithmetic.SUBTRACT:
            return Reach(add(a, negate(b)), missing=missing)
        case Arithmetic.MULTIPLY:
            return Reach(multiply(a, b), missing=missing, nonzero=left.nonzero and right.nonzero)
        case Arithmetic.DIVIDE:
            return Reach(divide(a, b), missing=missing or right.can_be_zero, nonzero=left.nonzero)


def mapped(operand: Reach, function: Callable[[Interval], Interval]) -> Reach:
    """Give what a function on intervals that keeps zero apart comes to."""
    return Reach(function(operand.numbers), missing=operand.missing, nonzero=operand.nonzero)


def raised(base: Reach, exponent: int) -> Reach:
    """Give the powers; a negative power of zero is missing."""
    missing = base.missing or (exponent < 0 and base.can_be_zero)
    return Reach(raise_to(base.numbers, exponent), missing=missing, nonzero=base.nonzero)


def extreme(pick: Pick, operands: list[Reach]) -> Reach:
    """Give the lowest or highest of several."""
    take = lowest if pick is Pick.LOWEST else highest
    numbers = take(operand.numbers for operand in operands)
    return Reach(numbers, missing=any(operand.missing for operand in operands))


def function(function: Irrational, degree: int, operand: Reach) -> Reach:
    """Give the values of an irrational function; outside of its range they are missing."""
    limit = Fraction(EXP_LIMIT)
    match function:
        case Irrational.EXP:
            allowed, value = Interval(-limit, limit), exp
        case Irrational.LN:
            allowed, value = Interval(Fraction(0), None, low_open=True), ln
        case Irrational.SQRT:
            allowed, value = Interval(Fraction(0), None), _square_root
        case Irrational.ROOT:
            allowed = EVERYTHING if degree % 2 else Interval(Fraction(0), None)
            value = lambda x: root(x, degree)  # noqa: E731  one value among four
    inside = operand.numbers.intersect(allowed)
    outside = not is_nothing(operand.numbers) and inside != operand.numbers
    found = rising(inside, value)
    # Rounded to 28 digits, a value beside an open end may reach it.
    return Reach(
        found if is_nothing(found) else Interval(found.low, found.high),
        missing=operand.missing or outside,
    )


def _square_root(x: Fraction) -> Fraction | None:
    return root(x, 2)
