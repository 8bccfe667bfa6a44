"""Arithmetic on intervals: which numbers come out when any numbers of these go in.

In: intervals (open, closed or unlimited ends). Out: the smallest interval that holds every
result, ends exact. ``NOTHING`` stands for no number at all and comes out of itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

import attrs

from scorelang.numeric.exact import PowerTooLarge, power
from scorelang.numeric.interval import ALL_NUMBERS, Grid, Interval
from scorelang.numeric.rounding import Rounding, round_to

EVERYTHING = Interval()
NOTHING = Interval(Fraction(0), Fraction(0), low_open=True, high_open=True)
ABOVE_ZERO = Interval(Fraction(0), None, low_open=True)
_MOST_BITS = 4_096
BELOW_ZERO = Interval(None, Fraction(0), high_open=True)


def only(x: Fraction) -> Interval:
    """Give the interval of one number."""
    return Interval(x, x)


def is_nothing(interval: Interval) -> bool:
    """Whether no number lies inside."""
    return interval.is_empty(ALL_NUMBERS)


def tighten(interval: Interval, grid: Grid) -> Interval:
    """Move the ends to numbers that can occur; ``NOTHING`` if there are none."""
    if interval.is_empty(grid):
        return NOTHING
    if grid.step is None:
        return interval
    return Interval(interval.first(grid), interval.last(grid))


def hull(intervals: Iterable[Interval]) -> Interval:
    """Give the smallest interval that holds all of these."""
    given = [interval for interval in intervals if not is_nothing(interval)]
    if not given:
        return NOTHING
    return _between(
        min((_low(interval) for interval in given), key=_low_key),
        max((_high(interval) for interval in given), key=_high_key),
    )


def add(a: Interval, b: Interval) -> Interval:
    """Give the sums."""
    if is_nothing(a) or is_nothing(b):
        return NOTHING
    return _short(
        Interval(
            None if a.low is None or b.low is None else a.low + b.low,
            None if a.high is None or b.high is None else a.high + b.high,
            a.low_open or b.low_open,
            a.high_open or b.high_open,
        )
    )


def negate(a: Interval) -> Interval:
    """Give the numbers with the other sign."""
    return Interval(
        None if a.high is None else -a.high,
        None if a.low is None else -a.low,
        a.high_open,
        a.low_open,
    )


def multiply(a: Interval, b: Interval) -> Interval:
    """Give the products."""
    if is_nothing(a) or is_nothing(b):
        return NOTHING
    corners = [_product(x, y) for x in (_low(a), _high(a)) for y in (_low(b), _high(b))]
    return _short(_between(min(corners, key=_low_key), max(corners, key=_high_key)))


def divide(a: Interval, b: Interval) -> Interval:
    """Give the quotients; dividing by zero gives no number."""
    halves = (b.intersect(ABOVE_ZERO), b.intersect(BELOW_ZERO))
    return hull(multiply(a, _reciprocal(half)) for half in halves if not is_nothing(half))


def raise_to(a: Interval, exponent: int) -> Interval:
    """Give the powers; a negative power of zero is no number."""
    if is_nothing(a):
        return NOTHING
    if exponent < 0:
        return divide(only(Fraction(1)), raise_to(a, -exponent))
    if exponent == 0:
        return only(Fraction(1))
    return _short(rising(a if exponent % 2 else absolute(a), lambda x: _power(x, exponent)))


def absolute(a: Interval) -> Interval:
    """Give the sizes."""
    if is_nothing(a) or (a.low is not None and a.low >= 0):
        return a
    flipped = negate(a)
    if a.high is not None and a.high <= 0:
        return flipped
    wider = hull((a, flipped))
    return Interval(Fraction(0), wider.high, high_open=wider.high_open)


def lowest(intervals: Iterable[Interval]) -> Interval:
    """Give the lowest of one number out of each."""
    return negate(highest(negate(interval) for interval in intervals))


def highest(intervals: Iterable[Interval]) -> Interval:
    """Give the highest of one number out of each."""
    given = tuple(intervals)
    if not given or any(is_nothing(interval) for interval in given):
        return NOTHING
    lows = [_low(interval) for interval in given]
    # Where two begin at one number, the open end wins: both must reach it to be the highest.
    low = max(lows, key=lambda end: (end.side, end.value, end.is_open))
    return _between(low, max((_high(interval) for interval in given), key=_high_key))


def rounded(a: Interval, rounding: Rounding) -> Interval:
    """Give the rounded numbers, whose ends are always reached."""
    if is_nothing(a):
        return NOTHING
    low = None if a.low is None else _beside(a.low, rounding, a.low_open, 1)
    high = None if a.high is None else _beside(a.high, rounding, a.high_open, -1)
    return Interval(low, high)


def rising(a: Interval, function: Callable[[Fraction], Fraction | None]) -> Interval:
    """Give the values of a function that never falls; ``None`` from it is an unlimited end."""
    if is_nothing(a):
        return NOTHING
    low = None if a.low is None else function(a.low)
    high = None if a.high is None else function(a.high)
    return Interval(low, high, a.low_open, a.high_open)


@attrs.frozen
class _End:
    """One end; ``side`` is -1 or 1 for an unlimited one."""

    side: int
    value: Fraction
    is_open: bool

    @property
    def sign(self) -> int:
        return self.side or (self.value > 0) - (self.value < 0)


def _low(interval: Interval) -> _End:
    if interval.low is None:
        return _End(-1, Fraction(0), is_open=True)
    return _End(0, interval.low, interval.low_open)


def _high(interval: Interval) -> _End:
    if interval.high is None:
        return _End(1, Fraction(0), is_open=True)
    return _End(0, interval.high, interval.high_open)


def _low_key(end: _End) -> tuple[int, Fraction, bool]:
    return (end.side, end.value, end.is_open)


def _high_key(end: _End) -> tuple[int, Fraction, bool]:
    return (end.side, end.value, not end.is_open)


def _between(low: _End, high: _End) -> Interval:
    return Interval(
        None if low.side else low.value,
        None if high.side else high.value,
        low.is_open,
        high.is_open,
    )


def _product(a: _End, b: _End) -> _End:
    if not a.sign or not b.sign:
        # A zero that is reached gives zero with anything.
        reached = any(not end.sign and not end.is_open for end in (a, b))
        return _End(0, Fraction(0), not reached)
    if a.side or b.side:
        return _End(a.sign * b.sign, Fraction(0), is_open=True)
    return _End(0, a.value * b.value, a.is_open or b.is_open)


def _reciprocal(a: Interval) -> Interval:
    """Turn over an interval that holds only numbers above zero, or only below."""
    low = Fraction(0) if a.high is None else (None if a.high == 0 else 1 / a.high)
    high = Fraction(0) if a.low is None else (None if a.low == 0 else 1 / a.low)
    return Interval(low, high, a.high_open, a.low_open)


def _short(a: Interval) -> Interval:
    """Let go of ends with thousands of digits: no end is wider than a long one, and cheap."""
    low = None if a.low is None or _is_long(a.low) else a.low
    high = None if a.high is None or _is_long(a.high) else a.high
    return a if low is a.low and high is a.high else Interval(low, high, a.low_open, a.high_open)


def _is_long(x: Fraction) -> bool:
    return max(x.numerator.bit_length(), x.denominator.bit_length()) > _MOST_BITS


def _power(x: Fraction, exponent: int) -> Fraction | None:
    if exponent * max(x.numerator.bit_length(), x.denominator.bit_length()) > 2 * _MOST_BITS:
        return None
    try:
        return power(x, exponent)
    except PowerTooLarge:
        return None


def _beside(x: Fraction, rounding: Rounding, is_open: bool, side: int) -> Fraction:
    """Round an end, or for an open one the numbers right beside it."""
    half = rounding.step / 2
    if is_open and x % half == 0:
        x += side * half / 2  # no mode jumps between two neighbouring halves of the step
    return round_to(x, rounding)
