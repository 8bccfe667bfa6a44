"""Mean, median, quantiles and the like of exact numbers."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import assert_never

from scorelang.model.rubric import Manner, Population, PopulationKind

HALF = Fraction(1, 2)


def summarise(population: Population, values: Sequence[Fraction]) -> Fraction | None:
    """Give the figure of a population; nothing if it is empty, or a matter of single records."""
    if not values:
        return None
    match population.kind:
        case PopulationKind.MEAN:
            return sum(values, Fraction(0)) / len(values)
        case PopulationKind.MEDIAN:
            return quantile(values, HALF)
        case PopulationKind.LOWEST:
            return min(values)
        case PopulationKind.HIGHEST:
            return max(values)
        case PopulationKind.QUANTILE:
            level = population.level if population.level is not None else HALF
            if population.manner is Manner.EXCLUSIVE:
                return exclusive_quantile(values, level)
            return quantile(values, level)
        case PopulationKind.COUNT:
            return Fraction(len(values))
        case (
            PopulationKind.RANK
            | PopulationKind.PERCENT_RANK
            | PopulationKind.CUMULATIVE_SHARE
            | PopulationKind.PLACE
        ):
            return None
        case _:
            assert_never(population.kind)


def quantile(values: Sequence[Fraction], level: Fraction) -> Fraction:
    """Give the value below which that share lies, on the line between two values if need be.

    Of n sorted values, counted from 0, the one at ``(n - 1) * level``: of two the median is
    the middle between them.
    """
    ordered = sorted(values)
    place = (len(ordered) - 1) * level
    below = int(place)
    if below == place:
        return ordered[below]
    return ordered[below] + (place - below) * (ordered[below + 1] - ordered[below])


def exclusive_quantile(values: Sequence[Fraction], level: Fraction) -> Fraction | None:
    """Give the quantile that leaves the ends out, as PERCENTILE.EXC does.

    Of n sorted values, counted from 1, the one at ``(n + 1) * level``; there is none before the
    first or behind the last.
    """
    ordered = sorted(values)
    place = (len(ordered) + 1) * level
    below = int(place)
    if place < 1 or place > len(ordered):
        return None
    if below == place:
        return ordered[below - 1]
    return ordered[below - 1] + (place - below) * (ordered[below] - ordered[below - 1])
