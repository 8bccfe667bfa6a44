"""The lines right below and right above a gap between lines, for bands and grades alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from scorelang.numeric.interval import Interval

Line = TypeVar("Line")


def find_neighbours(
    lines: Sequence[tuple[Interval, Line]], gap: Interval
) -> tuple[Line | None, Line | None]:
    """Give the line that ends below a gap and the one that begins above it."""
    low, high = gap.low, gap.high
    below = [
        (interval.high, line)
        for interval, line in lines
        if interval.high is not None and low is not None and interval.high <= low
    ]
    above = [
        (interval.low, line)
        for interval, line in lines
        if interval.low is not None and high is not None and interval.low >= high
    ]
    return (
        max(below, key=lambda pair: pair[0])[1] if below else None,
        min(above, key=lambda pair: pair[0])[1] if above else None,
    )
