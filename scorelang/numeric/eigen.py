"""Weights from comparisons in pairs: the principal eigenvector of a positive matrix.

This is the eigenvector method of Thomas L. Saaty (The Analytic Hierarchy Process, 1980).
In: a reciprocal matrix of exact numbers. Out: weights that add up to one, the largest
eigenvalue, and the consistency ratio, which is Saaty's: the consistency index
``(eigenvalue - n) / (n - 1)`` over that of random judgements.

The eigenvector is found by squaring the matrix again and again, which is the power
iteration in large steps; its entries are kept to 60 significant digits and the iteration
ends when no weight changes by more than 10^-30. No entry is negative, so nothing cancels,
and the answer is the same on every computer.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import attrs

from scorelang.numeric.rounding import Rounding, RoundingMode, round_to, to_significant

Matrix = tuple[tuple[Fraction, ...], ...]

WEIGHT_STEP = Fraction(1, 10_000)
"""Weights are given to 0.01%."""

RANDOM_INDEX = tuple(
    Fraction(index, 100)
    for index in (0, 0, 0, 58, 90, 112, 124, 132, 141, 145, 149, 151, 148, 156, 157, 159)
)
"""Saaty's mean consistency index of random matrices, by the number of things compared."""

MOST_COMPARED = len(RANDOM_INDEX) - 1

_DIGITS = 60
_NEAR = Fraction(1, 10**30)
_MOST_SQUARINGS = 64


@attrs.frozen
class Principal:
    """The largest eigenvalue, and its vector as shares of one."""

    value: Fraction
    weights: tuple[Fraction, ...]


def principal(matrix: Matrix) -> Principal:
    """Find the largest eigenvalue and its vector; no entry may be negative.

    >>> principal(((Fraction(1), Fraction(3)), (Fraction(1, 3), Fraction(1)))).weights
    (Fraction(3, 4), Fraction(1, 4))
    """
    power, weights = matrix, _shares(matrix)
    for _ in range(_MOST_SQUARINGS):
        power = _squared(power)
        found = _shares(power)
        is_near = all(abs(a - b) <= _NEAR for a, b in zip(found, weights, strict=True))
        weights = found
        if is_near:
            break
    weights = tuple(_tidy(weight) for weight in weights)
    return Principal(sum(_products(matrix, weights), Fraction(0)), weights)


def consistency_ratio(value: Fraction, size: int) -> Fraction:
    """Give Saaty's ratio for a largest eigenvalue; two things cannot contradict each other."""
    if size <= 2:
        return Fraction(0)
    index = (value - size) / (size - 1)
    return max(Fraction(0), round_to(index / RANDOM_INDEX[size], _RATIO))


_RATIO = Rounding(Fraction(1, 10_000), RoundingMode.HALF_UP)


def without(matrix: Matrix, row: int, column: int) -> Matrix:
    """Take one judgement out, as P. T. Harker (1987) does: nought, and two on both diagonals.

    The weights that the rest gives then say what the judgement should have been.
    """
    pair = {(row, column), (column, row)}
    ends = {(row, row), (column, column)}
    return tuple(
        tuple(
            Fraction(0) if (i, j) in pair else entry + 1 if (i, j) in ends else entry
            for j, entry in enumerate(line)
        )
        for i, line in enumerate(matrix)
    )


def rounded_shares(shares: Sequence[Fraction], step: Fraction = WEIGHT_STEP) -> list[Fraction]:
    """Round shares of one to a step so that they still add up to one: largest remainder.

    All are rounded down; the steps that are then missing go to those that lost most, of
    equal ones to the first.

    >>> rounded_shares([Fraction(1, 3)] * 3)
    [Fraction(1667, 5000), Fraction(3333, 10000), Fraction(3333, 10000)]
    """
    floor = Rounding(step, RoundingMode.FLOOR)
    found = [round_to(share, floor) for share in shares]
    lost = sorted(range(len(found)), key=lambda place: found[place] - shares[place])
    missing = (1 - sum(found, Fraction(0))) / step
    for place in lost[: int(missing)]:
        found[place] += step
    return found


def _squared(matrix: Matrix) -> Matrix:
    columns = tuple(zip(*matrix, strict=True))
    scale = max(max(row) for row in matrix)
    return tuple(
        tuple(to_significant(_dot(row, column) / (scale * scale), _DIGITS) for column in columns)
        for row in matrix
    )


def _shares(matrix: Matrix) -> tuple[Fraction, ...]:
    """Give the sum of each row as a share of all."""
    sums = [sum(row, Fraction(0)) for row in matrix]
    total = sum(sums, Fraction(0))
    return tuple(to_significant(each / total, _DIGITS) for each in sums)


def _products(matrix: Matrix, weights: Sequence[Fraction]) -> tuple[Fraction, ...]:
    return tuple(_dot(row, weights) for row in matrix)


def _dot(left: Sequence[Fraction], right: Sequence[Fraction]) -> Fraction:
    return sum((a * b for a, b in zip(left, right, strict=True)), Fraction(0))


def _tidy(share: Fraction) -> Fraction:
    """Give the plain fraction that 60 digits stand for, where there is one, as 1/3."""
    plain = share.limit_denominator(10**9)
    return plain if abs(plain - share) <= _NEAR else share
