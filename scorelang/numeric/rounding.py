"""Rounding: the only file that rounds, always by a step and a mode somebody named.

In: an exact fraction and a ``Rounding``. Out: the multiple of the step that the mode
picks, exact again. Nothing is ever rounded through a binary float.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache

import attrs


class RoundingMode(enum.Enum):
    """Which neighbour a number between two multiples of the step goes to."""

    HALF_UP = "half up"
    """The nearer one; a tie goes away from zero, as an accountant rounds."""
    HALF_EVEN = "half even"
    """The nearer one; a tie goes to the even multiple."""
    UP = "up"
    """Away from zero."""
    DOWN = "down"
    """Towards zero."""
    CEILING = "ceiling"
    """Towards more."""
    FLOOR = "floor"
    """Towards less."""


def _check_step(_: object, __: object, step: Fraction) -> None:
    if step <= 0:
        msg = f"a rounding step must be above zero: {step}"
        raise ValueError(msg)


@attrs.frozen
class Rounding:
    """A rule for rounding: to multiples of ``step``, which is above zero, by ``mode``."""

    step: Fraction = attrs.field(validator=_check_step)
    mode: RoundingMode


DEFAULT_POINTS = Rounding(Fraction(1, 100), RoundingMode.HALF_UP)
"""How points are rounded where a rubric does not say."""


def round_to(x: Fraction, rounding: Rounding) -> Fraction:
    """Give the multiple of the step that the mode picks for ``x``."""
    numerator, denominator = x.as_integer_ratio()
    step_numerator, step_denominator = rounding.step.as_integer_ratio()
    divisor = denominator * step_numerator
    count, rest = divmod(numerator * step_denominator, divisor)
    if not rest:
        return x
    if _goes_up(count, 2 * rest, divisor, rounding.mode):
        count += 1
    return _multiple(count, step_numerator, step_denominator)


def _half_up(numerator: int, denominator: int) -> int:
    if numerator >= 0:
        return (2 * numerator + denominator) // (2 * denominator)
    return -((denominator - 2 * numerator) // (2 * denominator))


def _half_even(numerator: int, denominator: int) -> int:
    count, rest = divmod(numerator, denominator)
    return count + (2 * rest > denominator or (2 * rest == denominator and count % 2 == 1))


def _up(numerator: int, denominator: int) -> int:
    return -(-numerator // denominator) if numerator > 0 else numerator // denominator


def _down(numerator: int, denominator: int) -> int:
    return numerator // denominator if numerator > 0 else -(-numerator // denominator)


def _ceiling(numerator: int, denominator: int) -> int:
    return -(-numerator // denominator)


def _floor(numerator: int, denominator: int) -> int:
    return numerator // denominator


COUNTS: Mapping[RoundingMode, Callable[[int, int], int]] = {
    RoundingMode.HALF_UP: _half_up,
    RoundingMode.HALF_EVEN: _half_even,
    RoundingMode.UP: _up,
    RoundingMode.DOWN: _down,
    RoundingMode.CEILING: _ceiling,
    RoundingMode.FLOOR: _floor,
}
"""The whole number each mode gives for a ratio of whole numbers, the second above zero."""


def to_significant(x: Fraction, digits: int) -> Fraction:
    """Round to so many significant decimal digits, half even."""
    if not x:
        return x
    numerator, denominator = abs(x.numerator), x.denominator
    # Off by one at most: the two digit counts do not say which of 9/8 and 8/9 it is.
    exponent = _digit_count(numerator) - _digit_count(denominator)
    if numerator < denominator * Fraction(10) ** exponent:
        exponent -= 1
    return round_to(x, Rounding(Fraction(10) ** (exponent - digits + 1), RoundingMode.HALF_EVEN))


@lru_cache(maxsize=20_000)
def _multiple(count: int, step_numerator: int, step_denominator: int) -> Fraction:
    # Scores come from few values, and making a fraction takes longer than all the rest.
    return Fraction(count * step_numerator, step_denominator)


def _goes_up(count: int, twice_rest: int, divisor: int, mode: RoundingMode) -> bool:
    """Whether ``count`` multiples and a part of one (half of twice_rest/divisor) go to one more."""
    if mode is RoundingMode.HALF_UP:
        return twice_rest > divisor or (twice_rest == divisor and count >= 0)
    if mode is RoundingMode.HALF_EVEN:
        return twice_rest > divisor or (twice_rest == divisor and count % 2 == 1)
    if mode is RoundingMode.UP:
        return count >= 0
    if mode is RoundingMode.DOWN:
        return count < 0
    return mode is RoundingMode.CEILING


def _digit_count(n: int) -> int:
    """Count the decimal digits of a number above zero."""
    estimate = n.bit_length() * 30103 // 100_000  # log10(2), so never more than one too few
    return estimate + 1 if n >= 10**estimate else estimate
