"""Sets of numbers as tuples of intervals: union, gap, overlap, difference.

Results are sorted and disjoint, with nothing empty, and as wide as the grid allows: of
whole numbers [1, 2] and [3, 4] make [1, 4], and [0, 10) is given back as [0, 9].

All of it happens on whole numbers, called cells here. On a grid a cell is a multiple of
the step. Among all numbers a limit is an even cell and the open stretch between one
limit and the next is made of odd cells; open ends then need no care, and sorting is quick.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from fractions import Fraction
from heapq import heappop, heappush

import attrs

from scorelang.numeric.interval import Grid, Interval, first_index, last_index

_Cells = tuple[int, int]
"""From cell, to cell, both included; empty if out of order."""


def normalise(intervals: Iterable[Interval], grid: Grid) -> tuple[Interval, ...]:
    """Sort, drop what is empty, join what overlaps or has nothing between."""
    given = tuple(intervals)
    line = _line(given, grid)
    return line.intervals(_merged(line.all_cells(given)))


def union(
    first: Sequence[Interval], second: Sequence[Interval], grid: Grid
) -> tuple[Interval, ...]:
    """Give the numbers that are in either."""
    return normalise((*first, *second), grid)


def overlap(
    first: Sequence[Interval], second: Sequence[Interval], grid: Grid
) -> tuple[Interval, ...]:
    """Give the numbers that are in both."""
    line = _line((*first, *second), grid)
    left, right = _merged(line.all_cells(first)), _merged(line.all_cells(second))
    return line.intervals(_common(left, right))


def difference(
    first: Sequence[Interval], second: Sequence[Interval], grid: Grid
) -> tuple[Interval, ...]:
    """Give the numbers of the first that are not in the second."""
    line = _line((*first, *second), grid)
    left, right = _merged(line.all_cells(first)), _merged(line.all_cells(second))
    return line.intervals(_common(left, line.rest(right)))


def gaps(domain: Interval, intervals: Sequence[Interval], grid: Grid) -> tuple[Interval, ...]:
    """Give the numbers of the domain that no interval holds: the complement within it."""
    return difference((domain,), intervals, grid)


def overlaps(intervals: Sequence[Interval], grid: Grid) -> tuple[tuple[int, int, Interval], ...]:
    """Give each pair of intervals with common numbers: two places in the sequence, what is common.

    Pairs are sorted, the earlier place first. Takes as long as sorting plus what it finds.
    """
    line = _line(intervals, grid)
    order = sorted(
        (cells, place) for place, cells in enumerate(line.all_cells(intervals)) if _holds(cells)
    )
    found: list[tuple[int, int, Interval]] = []
    active: list[_Cells] = []  # those begun and not yet ended: last cell, place
    for (start, end), place in order:
        while active and active[0][0] < start:
            heappop(active)
        for other_end, other in active:
            common = line.interval((start, min(end, other_end)))
            found.append((min(place, other), max(place, other), common))
        heappush(active, (end, place))
    return tuple(sorted(found, key=lambda pair: pair[:2]))


@attrs.frozen
class _Line:
    """Translates between intervals and cells; cells from ``-bound`` or to ``bound`` are unlimited.

    Every limit is a multiple of ``step``, unless there is a grid with that step.
    """

    step: Fraction
    has_grid: bool
    bound: int

    def all_cells(self, intervals: Iterable[Interval]) -> list[_Cells]:
        return [self.cells(interval) for interval in intervals]

    def cells(self, interval: Interval) -> _Cells:
        start, end = -self.bound, self.bound
        if interval.low is not None:
            start = self._start(interval.low, is_open=interval.low_open)
        if interval.high is not None:
            end = -self._start(-interval.high, is_open=interval.high_open)
        return start, end

    def _start(self, low: Fraction, *, is_open: bool) -> int:
        if self.has_grid:
            return first_index(low, self.step, is_open=is_open)
        return 2 * last_index(low, self.step, is_open=False) + is_open

    def intervals(self, cells: Iterable[_Cells]) -> tuple[Interval, ...]:
        return tuple(self.interval(pair) for pair in cells)

    def interval(self, cells: _Cells) -> Interval:
        start, end = cells
        unit = 1 if self.has_grid else 2
        return Interval(
            None if start <= -self.bound else start // unit * self.step,
            None if end >= self.bound else -(-end // unit) * self.step,
            low_open=start % unit == 1,
            high_open=end % unit == 1,
        )

    def rest(self, merged: Iterable[_Cells]) -> list[_Cells]:
        """Give all other cells."""
        found, start = [], -self.bound
        for first, last in merged:
            found.append((start, first - 1))
            start = last + 1
        found.append((start, self.bound))
        return [cells for cells in found if _holds(cells)]


def _line(intervals: Sequence[Interval], grid: Grid) -> _Line:
    ends = [end for it in intervals for end in (it.low, it.high) if end is not None]
    step = grid.step
    if step is None:
        step = Fraction(1, math.lcm(*(end.denominator for end in ends)))
    # Two cells for each step, one more for an open end, one beyond it: never a real limit.
    widest = max((abs(end.numerator) // end.denominator + 1 for end in ends), default=0)
    return _Line(step, grid.step is not None, 2 * math.ceil(widest / step) + 3)


def _holds(cells: _Cells) -> bool:
    return cells[0] <= cells[1]


def _merged(cells: Iterable[_Cells]) -> list[_Cells]:
    """Sort and join: afterwards there is a cell that is held by none between any two."""
    found: list[_Cells] = []
    for start, end in sorted(filter(_holds, cells)):
        if found and start <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _common(left: list[_Cells], right: list[_Cells]) -> list[_Cells]:
    """Give what two merged lists both hold."""
    found: list[_Cells] = []
    i = j = 0
    while i < len(left) and j < len(right):
        cells = max(left[i][0], right[j][0]), min(left[i][1], right[j][1])
        if _holds(cells):
            found.append(cells)
        if left[i][1] < right[j][1]:
            i += 1
        else:
            j += 1
    return found
