"""Whether the answers of a group hang together: Cronbach's alpha.

alpha = k / (k - 1) * (1 - sum of the variances of the k items / variance of their sum), after
L. J. Cronbach, Coefficient alpha and the internal structure of tests, Psychometrika 16 (1951)
297-334, formula 2. Items are the answers (fields of type ``rating``) as they are scored: the
points of an indicator that reads answers, so that a reversed question counts the right way
round; of an indicator that adds several answers up, each answer with its factor. Records in
which one is missing are left out. All is exact.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import attrs

from scorelang.model.rubric import CheckedRubric
from scorelang.profiling.answers import Item, items_of_groups

_FEWEST = 2


@attrs.frozen
class Alpha:
    """Alpha of a group: ``None`` where it cannot be had; its items, and over how many records."""

    group: str
    items: tuple[str, ...]
    records: int
    value: Fraction | None


def find_alphas(
    rubric: CheckedRubric,
    answers: Mapping[str, Sequence[Fraction | None]],
    points: Mapping[str, Sequence[Fraction | None]],
) -> tuple[Alpha, ...]:
    """Give alpha of each group with two items or more, and of the whole rubric.

    ``points`` are those of indicators, nothing where one was not rated.
    """
    found = []
    for name, items in items_of_groups(rubric):
        columns = [_column(item, answers, points) for item in items]
        rows = [row for row in zip(*columns, strict=True) if None not in row]
        complete = [tuple(value for value in row if value is not None) for row in rows]
        names = tuple(item.name for item in items)
        found.append(Alpha(name, names, len(rows), cronbach(complete)))
    return tuple(found)


def _column(
    item: Item,
    answers: Mapping[str, Sequence[Fraction | None]],
    points: Mapping[str, Sequence[Fraction | None]],
) -> Sequence[Fraction | None]:
    if item.factor is None:
        return points[item.indicator]
    return [None if given is None else given * item.factor for given in answers[item.name]]


def cronbach(rows: Sequence[Sequence[Fraction]]) -> Fraction | None:
    """Give alpha of records, each with the values of all items.

    Nothing for fewer than two records or items, or where all records have the same sum.
    """
    if len(rows) < _FEWEST or len(rows[0]) < _FEWEST:
        return None
    k = len(rows[0])
    whole = _variance([sum(row, Fraction(0)) for row in rows])
    if not whole:
        return None
    items = sum((_variance(column) for column in zip(*rows, strict=True)), Fraction(0))
    return Fraction(k, k - 1) * (1 - items / whole)


def _variance(values: Sequence[Fraction]) -> Fraction:
    """Give the variance of a sample, with n - 1."""
    n, total = len(values), sum(values, Fraction(0))
    squares = sum((value * value for value in values), Fraction(0))
    return (squares - total * total / n) / (n - 1)
