"""How the points of an indicator are spread: quartiles, and how many lie in each tenth."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import attrs

from scorelang.evaluator.statistics import HALF, quantile
from scorelang.model.rubric import Indicator

BINS = 10
_QUARTER = Fraction(1, 4)


@attrs.frozen
class Distribution:
    """The points of one indicator; ``bins`` are equal parts of ``low`` to ``high``."""

    name: str
    label: str
    rated: int
    missing: int
    lowest: Fraction | None = None
    first_quartile: Fraction | None = None
    median: Fraction | None = None
    third_quartile: Fraction | None = None
    highest: Fraction | None = None
    mean: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    bins: tuple[int, ...] = ()

    @property
    def is_constant(self) -> bool:
        """Whether all records have the same points."""
        return self.rated > 1 and self.lowest == self.highest


def distribute(indicator: Indicator, points: Sequence[Fraction | None]) -> Distribution:
    """Give the distribution of an indicator's points."""
    values = sorted(value for value in points if value is not None)
    label = indicator.label or indicator.name
    missing = len(points) - len(values)
    if not values:
        return Distribution(indicator.name, label, 0, missing)
    low, high = _ends(indicator, values)
    return Distribution(
        indicator.name,
        label,
        len(values),
        missing,
        values[0],
        quantile(values, _QUARTER),
        quantile(values, HALF),
        quantile(values, 1 - _QUARTER),
        values[-1],
        sum(values, Fraction(0)) / len(values),
        low,
        high,
        _count(values, low, high),
    )


def _ends(indicator: Indicator, values: Sequence[Fraction]) -> tuple[Fraction, Fraction]:
    """Give the range that the picture shows: what is possible, else what there is."""
    low, high = indicator.range.low, indicator.range.high
    return (
        values[0] if low is None else min(low, values[0]),
        values[-1] if high is None else max(high, values[-1]),
    )


def _count(values: Sequence[Fraction], low: Fraction, high: Fraction) -> tuple[int, ...]:
    """Count values by bins; the last one has both its ends."""
    bins = [0] * BINS
    width = (high - low) / BINS
    for value in values:
        bins[min(int((value - low) / width), BINS - 1) if width else 0] += 1
    return tuple(bins)
