"""One interval of numbers: open, closed or unbounded ends, on a grid or on all numbers.

Which numbers can occur between two limits depends on the grid: between 9 and 10 lies
nothing if only whole numbers occur. Intervals say what was written; the grid is asked for.
"""

from __future__ import annotations

import math
from fractions import Fraction

import attrs

from scorelang.numeric.exact import places_of


@attrs.frozen
class Grid:
    """The numbers that occur: the multiples of ``step``, or all numbers if it is ``None``."""

    step: Fraction | None = None

    def __attrs_post_init__(self) -> None:
        if self.step is not None and self.step <= 0:
            msg = f"the step of a grid must be above zero: {self.step}"
            raise ValueError(msg)

    def contains(self, x: Fraction) -> bool:
        """Whether ``x`` can occur."""
        return self.step is None or (x / self.step).denominator == 1


ALL_NUMBERS = Grid(None)
WHOLE_NUMBERS = Grid(Fraction(1))


@attrs.frozen
class Interval:
    """The numbers between two ends; ``None`` is an end without limit, which counts as open."""

    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False

    def __attrs_post_init__(self) -> None:
        # INVARIANT (open-if-unbounded): so that equal sets of ends are equal intervals.
        if self.low is None:
            object.__setattr__(self, "low_open", True)
        if self.high is None:
            object.__setattr__(self, "high_open", True)

    def contains(self, x: Fraction) -> bool:
        """Whether ``x`` lies inside; a grid is not asked."""
        if self.low is not None and (x <= self.low if self.low_open else x < self.low):
            return False
        return self.high is None or (x < self.high if self.high_open else x <= self.high)

    def first(self, grid: Grid) -> Fraction | None:
        """Give the least number inside that can occur; ``None`` if there is no such number."""
        if self.low is None or self.is_empty(grid):
            return None
        if grid.step is None:
            return None if self.low_open else self.low
        return first_index(self.low, grid.step, is_open=self.low_open) * grid.step

    def last(self, grid: Grid) -> Fraction | None:
        """Give the greatest number inside that can occur; ``None`` if there is no such number."""
        if self.high is None or self.is_empty(grid):
            return None
        if grid.step is None:
            return None if self.high_open else self.high
        return last_index(self.high, grid.step, is_open=self.high_open) * grid.step

    def is_empty(self, grid: Grid) -> bool:
        """Whether no number that can occur lies inside."""
        if self.low is None or self.high is None:
            return False
        if grid.step is None:
            return self.low > self.high or (
                self.low == self.high and (self.low_open or self.high_open)
            )
        first = first_index(self.low, grid.step, is_open=self.low_open)
        return first > last_index(self.high, grid.step, is_open=self.high_open)

    def intersect(self, other: Interval) -> Interval:
        """Give what lies in both; that may be empty."""
        low, low_open = self.low, self.low_open
        if low is None or (other.low is not None and other.low >= low):
            low_open = other.low_open or (low_open and low == other.low)
            low = other.low
        high, high_open = self.high, self.high_open
        if high is None or (other.high is not None and other.high <= high):
            high_open = other.high_open or (high_open and high == other.high)
            high = other.high
        return Interval(low, high, low_open, high_open)

    def sample(self, grid: Grid) -> Fraction:
        """Give a number inside that a person would choose: few decimals, near the low end.

        Between 84 and 85 that is 84.5 of all numbers and 84.1 of those with one decimal.
        Raises ``ValueError`` for an empty interval.
        """
        if self.is_empty(grid):
            msg = "an empty interval has no sample"
            raise ValueError(msg)
        if self.low is None and self.high is None:
            return Fraction(0)
        if self.low is not None and self.low == self.high:
            return self.low
        return self._simplest_of_all() if grid.step is None else self._simplest_of(grid.step)

    def _simplest_of_all(self) -> Fraction:
        unit = Fraction(1)
        while True:
            # Halves are simpler than other decimals: 84.5 before 84.1, 84.15 before 84.11.
            for step in (unit, unit / 2):
                found = self._nearest(step)
                if found is not None:
                    return found
            unit /= 10

    def _simplest_of(self, step: Fraction) -> Fraction:
        # A step that never ends, like 1/3, has whole numbers to offer, then its own multiples.
        for decimals in range((places_of(step) or 0) + 1):
            found = self._nearest(_common_multiple(Fraction(1, 10**decimals), step))
            if found is not None:
                return found
        found = self._nearest(step)
        assert found is not None, "an interval that is not empty has a multiple of the step"
        return found

    def _nearest(self, step: Fraction) -> Fraction | None:
        """Give the multiple of ``step`` inside that is nearest to the low end, if there is one."""
        if self.low is not None:
            found = first_index(self.low, step, is_open=self.low_open) * step
        else:
            assert self.high is not None, "the caller has handled all numbers"
            found = last_index(self.high, step, is_open=self.high_open) * step
        return found if self.contains(found) else None


def first_index(low: Fraction, step: Fraction, *, is_open: bool) -> int:
    """Number the first multiple of ``step`` at or, if open, above ``low``."""
    dividend, divisor = low.numerator * step.denominator, low.denominator * step.numerator
    return dividend // divisor + 1 if is_open else -(-dividend // divisor)


def last_index(high: Fraction, step: Fraction, *, is_open: bool) -> int:
    """Number the last multiple of ``step`` at or, if open, below ``high``."""
    return -first_index(-high, step, is_open=is_open)


def _common_multiple(a: Fraction, b: Fraction) -> Fraction:
    return Fraction(math.lcm(a.numerator, b.numerator), math.gcd(a.denominator, b.denominator))
