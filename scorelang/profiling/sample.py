"""Collects what a profile is made of, one record after the other.

In: what was read of each record and what came of it. Out: counts for each field, and the
points of each indicator, kept in the order of the records. Memory is linear in the records.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction

import attrs

from scorelang.model.fields import Fault, Field, FieldType, Record, Rejection
from scorelang.model.outcome import Outcome, Status
from scorelang.model.rubric import CheckedRubric, Group, Indicator, Part
from scorelang.model.types import Value

_MOST_SHOWN = 3
_EMPTY = "R0111"


@attrs.define
class FieldCounts:
    """How often a field is missing, and how often a cell of it could not be used."""

    missing: int = 0
    faults: Counter[str] = attrs.field(factory=Counter)
    shown: list[str] = attrs.field(factory=list)

    def add(self, fault: Fault) -> None:
        """Count a fault and keep the first cells as examples."""
        self.faults[fault.code] += 1
        if len(self.shown) < _MOST_SHOWN and fault.value and fault.value not in self.shown:
            self.shown.append(fault.value)


class Sample:
    """All records of a run."""

    def __init__(self, rubric: CheckedRubric) -> None:
        self.rubric = rubric
        self.fields: Mapping[str, Field] = {field.name: field for field in rubric.fields}
        self.counts = {field.name: FieldCounts() for field in rubric.fields}
        self.indicators = tuple(_indicators(rubric))
        self.points: dict[str, list[Fraction | None]] = {one.name: [] for one in self.indicators}
        rated = (field.name for field in rubric.fields if field.type is FieldType.RATING)
        self.answers: dict[str, list[Fraction | None]] = {name: [] for name in rated}
        self.rated: dict[str, list[Fraction | None]] = {one.name: [] for one in self.indicators}
        self.grades: Counter[str | None] = Counter()
        self.read = self.scored = self.not_ratable = self.rejected = 0

    @property
    def records(self) -> int:
        """All records, rejected ones included."""
        return self.scored + self.not_ratable + self.rejected

    def add(self, read: Record | Rejection, scored: Outcome | Rejection) -> None:
        """Take in one record."""
        faults = scored.faults if isinstance(scored, Rejection) else scored.left_out
        for fault in faults:
            if fault.field in self.counts and fault.code != _EMPTY:
                self.counts[fault.field].add(fault)
        record = read.readable if isinstance(read, Rejection) else read
        if record is not None:
            self.read += 1
            self._count_missing(record, scored, faults)
        self._count_outcome(scored, record)

    def _count_missing(
        self, record: Record, scored: Outcome | Rejection, faults: tuple[Fault, ...]
    ) -> None:
        """A cell that cannot be read is not missing: it is counted among the faults."""
        spoilt = {fault.field for fault in faults if fault.code != _EMPTY}
        for name, count in self.counts.items():
            if name not in spoilt and _value(name, record, scored) is None:
                count.missing += not record.ratings.get(name) or isinstance(scored, Outcome)

    def _count_outcome(self, scored: Outcome | Rejection, record: Record | None) -> None:
        if isinstance(scored, Rejection):
            self.rejected += 1
            return
        if scored.status is not Status.SCORED:
            self.not_ratable += 1
            return
        self.scored += 1
        self.grades[scored.grade] += 1
        for name, points in self.points.items():
            points.append(scored.scores.get(name))
            is_rated = name not in scored.missing
            self.rated[name].append(scored.scores.get(name) if is_rated else None)
        for name, answers in self.answers.items():
            value = None if record is None else _value(name, record, scored)
            answers.append(value if isinstance(value, Fraction) else None)


def _value(name: str, record: Record, scored: Outcome | Rejection) -> Value:
    """Give the value of a field; of several ratings what they were combined to."""
    if isinstance(scored, Outcome) and name in scored.ratings:
        return scored.ratings[name].value
    return record.values.get(name)


def parts_of(rubric: CheckedRubric) -> tuple[Part, ...]:
    """Give the parts at the top, those of the total and those outside."""
    root = rubric.total.root if rubric.total is not None else None
    inside = root.children if root is not None else ()
    return tuple({part.name: part for part in (*rubric.parts, *inside)}.values())


def _indicators(rubric: CheckedRubric) -> list[Indicator]:
    found: list[Indicator] = []
    waiting = list(reversed(parts_of(rubric)))
    while waiting:
        part = waiting.pop()
        if isinstance(part, Group):
            waiting += reversed(part.children)
        else:
            found.append(part)
    return found
