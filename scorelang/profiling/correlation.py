"""Indicators that say the same: rank correlation and exact duplicates.

The correlation is Spearman's rho (C. Spearman, The proof and measurement of association
between two things, American Journal of Psychology 15, 1904): that of Pearson, of the ranks,
where equal values share the middle of their ranks. Ranks are whole numbers twice as large,
so that everything but the last square root is exact. Records in which one of the two is
missing are left out of a pair.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

import attrs

from scorelang.numeric.functions import sqrt

MOST_INDICATORS = 60
"""Pairs grow with the square of the indicators; of more than these the rest is not compared."""

Column = Sequence[Fraction | None]


@attrs.frozen
class Correlated:
    """Two indicators with rho and the number of records it was taken over."""

    first: str
    second: str
    rho: Fraction
    records: int


def find_correlated(columns: Mapping[str, Column], limit: Fraction) -> tuple[Correlated, ...]:
    """Give the pairs with a rho of at least ``limit``, of either sign; the strongest first."""
    names = list(columns)[:MOST_INDICATORS]
    ranks = {name: rank_twice(columns[name]) for name in names}
    found = []
    for first, second in combinations(names, 2):
        one = _correlate(columns[first], columns[second], ranks[first], ranks[second])
        if one is not None and abs(one[0]) >= limit:
            found.append(Correlated(first, second, *one))
    return tuple(sorted(found, key=lambda pair: -abs(pair.rho)))


def find_duplicates(columns: Mapping[str, Column]) -> tuple[tuple[str, ...], ...]:
    """Give indicators that agree in every record, unless they are the same for all records."""
    alike: dict[tuple[Fraction | None, ...], list[str]] = {}
    for name, column in columns.items():
        if len(set(column)) > 1:
            alike.setdefault(tuple(column), []).append(name)
    return tuple(tuple(names) for names in alike.values() if len(names) > 1)


def spearman(first: Column, second: Column) -> Fraction | None:
    """Give rho to 28 digits; nothing where one of the two is the same in all records."""
    found = _correlate(first, second, rank_twice(first), rank_twice(second))
    return None if found is None else found[0]


def rank_twice(column: Column) -> list[int] | None:
    """Give twice the rank of each value; nothing where a value is missing.

    >>> rank_twice([Fraction(5), Fraction(1), Fraction(5)])
    [5, 2, 5]
    """
    values = [value for value in column if value is not None]
    if len(values) < len(column):
        return None
    order = sorted(range(len(values)), key=values.__getitem__)
    starts = [
        0,
        *(b for a, b in pairwise(range(len(order))) if values[order[a]] != values[order[b]]),
    ]
    ranks = [0] * len(values)
    for start, end in pairwise([*starts, len(order)]):
        for place in order[start:end]:
            ranks[place] = start + 1 + end
    return ranks


def _correlate(
    first: Column, second: Column, one: list[int] | None, two: list[int] | None
) -> tuple[Fraction, int] | None:
    if one is None or two is None:
        both = [pair for pair in zip(first, second, strict=True) if None not in pair]
        one, two = rank_twice([a for a, _ in both]), rank_twice([b for _, b in both])
    assert one is not None, "pairs have both values"
    assert two is not None, "pairs have both values"
    rho = _pearson(one, two)
    return None if rho is None else (rho, len(one))


def _pearson(first: Sequence[int], second: Sequence[int]) -> Fraction | None:
    n, a, b = len(first), sum(first), sum(second)
    together = n * sum(x * y for x, y in zip(first, second, strict=True)) - a * b
    spreads = (n * sum(x * x for x in first) - a * a) * (n * sum(y * y for y in second) - b * b)
    if not spreads:
        return None
    root = sqrt(Fraction(spreads))
    return Fraction(together) / root if root else None
