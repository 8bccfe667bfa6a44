"""Whether the answers of a group hang together: Cronbach's alpha.

alpha = k / (k - 1) * (1 - sum of the variances of the k items / variance of their sum), after
L. J. Cronbach, Coefficient alpha and the internal structure of tests, Psychometrika 16 (1951)
297-334, formula 2. Items are the fields of type ``rating`` that the indicators of a group
read; records in which one is missing are left out. All is exact.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

import attrs

from scorelang.model.expressions import FieldValue, LetValue
from scorelang.model.fields import FieldType
from scorelang.model.rubric import CheckedRubric, Group, Part
from scorelang.model.walk import descend
from scorelang.profiling.sample import parts_of

_FEWEST = 2


@attrs.frozen
class Alpha:
    """Alpha of a group: ``None`` where it cannot be had; its items, and over how many records."""

    group: str
    items: tuple[str, ...]
    records: int
    value: Fraction | None


def find_alphas(
    rubric: CheckedRubric, answers: Mapping[str, Sequence[Fraction | None]]
) -> tuple[Alpha, ...]:
    """Give alpha of each group with two items or more, and of the whole rubric."""
    found = []
    for name, items in answers_of_groups(rubric):
        columns = [answers[item] for item in items]
        rows = [row for row in zip(*columns, strict=True) if None not in row]
        complete = [tuple(value for value in row if value is not None) for row in rows]
        found.append(Alpha(name, items, len(rows), cronbach(complete)))
    return tuple(found)


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


def answers_of_groups(rubric: CheckedRubric) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the answers that each group reads, then those of the rubric; each set once."""
    answers = {field.name for field in rubric.fields if field.type is FieldType.RATING}
    reader = _Reader(rubric, answers)
    seen: set[tuple[str, ...]] = set()
    tops = parts_of(rubric)
    named: list[tuple[str, Sequence[Part]]] = [(one.name, (one,)) for one in _groups(tops)]
    for name, parts in (*named, (rubric.name, tops)):
        items = reader.read(parts)
        if len(items) >= _FEWEST and items not in seen:
            seen.add(items)
            yield name, items


def _groups(parts: Sequence[Part]) -> Iterator[Group]:
    for part in parts:
        if isinstance(part, Group):
            yield part
            yield from _groups(part.children)


class _Reader:
    """Finds the answers that parts read, also through derived values."""

    def __init__(self, rubric: CheckedRubric, answers: set[str]) -> None:
        self._answers = answers
        self._lets = {let.name: let.value for let in rubric.lets}

    def read(self, parts: Sequence[Part]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        waiting: list[object] = list(reversed(parts))
        seen: set[str] = set()
        while waiting:
            for below in descend(waiting.pop()):
                if isinstance(below, FieldValue) and below.name in self._answers:
                    found.setdefault(below.name)
                elif isinstance(below, LetValue) and below.name not in seen:
                    seen.add(below.name)
                    waiting += [self._lets[below.name]] if below.name in self._lets else []
        return tuple(found)
