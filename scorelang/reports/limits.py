"""The numbers that each value is compared with anywhere in a rubric.

In: a checked rubric. Out: limits by what is compared. A number that is printed stays on its
side of them: 84.99999996 never reads 85 beside a limit of 85.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction

from scorelang.model.expressions import (
    Compare,
    Const,
    Expr,
    FieldValue,
    Inside,
    LetValue,
    ScorePoints,
    TotalValue,
)
from scorelang.model.rubric import CheckedRubric, Grading
from scorelang.model.rules import Bands
from scorelang.model.walk import descend
from scorelang.numeric.interval import Interval

Compared = tuple[str, str]
"""Kind and name: ``field``, ``let``, ``score``; the total is a score without a name."""

Limits = Mapping[Compared, tuple[Fraction, ...]]


def limits_in(rubric: CheckedRubric) -> Limits:
    """Collect the limits of fields, derived values, scores and the total."""
    found: dict[Compared, set[Fraction]] = defaultdict(set)
    for node in descend(rubric):
        for operand, limit in _compared(node):
            key = _key(operand)
            if key is not None:
                found[key].add(limit)
    for grading in (rubric.grading, *rubric.classes):
        if grading is not None:
            found["score", grading.score or ""] |= set(_of_grading(grading))
    return {key: tuple(sorted(limits)) for key, limits in found.items()}


def ends_of(interval: Interval) -> Iterator[Fraction]:
    """Give the ends of an interval that are not open."""
    yield from (end for end in (interval.low, interval.high) if end is not None)


def _compared(node: object) -> Iterator[tuple[Expr, Fraction]]:
    match node:
        case Bands(subject, bands):
            for interval, _ in bands:
                yield from ((subject, end) for end in ends_of(interval))
        case Inside(operand, interval):
            yield from ((operand, end) for end in ends_of(interval))
        case Compare(_, left, Const(Fraction() as limit)):
            yield left, limit
        case Compare(_, Const(Fraction() as limit), right):
            yield right, limit
        case _:
            pass


def _key(expr: Expr) -> Compared | None:
    match expr:
        case FieldValue(name):
            return "field", name
        case LetValue(name):
            return "let", name
        case ScorePoints(name):
            return "score", name
        case TotalValue():
            return "score", ""
        case _:
            return None


def _of_grading(grading: Grading) -> Iterator[Fraction]:
    for line in grading.lines:
        if line.interval is not None:
            yield from ends_of(line.interval)
