"""Values of the last period from its own file, matched by the id of a record.

In: the last period's records (any format records have, a results file with kept columns
too), read by the same fields. Out: a ``LastPeriod`` that fills what a record leaves blank.
A value that the record itself holds stays. Raises ``UnreadableInput``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import attrs

from scorelang.model.fields import Field, Record, Rejection
from scorelang.model.rubric import CheckedRubric
from scorelang.model.types import Value
from scorelang.records.absent import Expected
from scorelang.records.source import open_records
from scorelang.records.unreadable import refuse

Read = Record | Rejection


@attrs.frozen
class LastPeriod:
    """Values by id and by the name of the field they fill (``last profit``)."""

    values: Mapping[str, Mapping[str, Value]]

    def fill(self, read: Read) -> Read:
        """Fill in what a record leaves blank."""
        if isinstance(read, Record):
            return self._filled(read)
        if read.readable is None:
            return read
        return attrs.evolve(read, readable=self._filled(read.readable))

    def _filled(self, record: Record) -> Record:
        known = self.values.get(record.id) if record.id is not None else None
        if known is None:
            return record
        added = {name: value for name, value in known.items() if record.values.get(name) is None}
        return attrs.evolve(record, values={**record.values, **added})


def fields_of_last(rubric: CheckedRubric) -> tuple[str, ...]:
    """Give the fields whose value of the last period is asked for."""
    return tuple(field.last_of for field in rubric.fields if field.last_of is not None)


def open_last(
    path: str | Path, rubric: CheckedRubric, *, encoding: str | None = None
) -> LastPeriod:
    """Read the file of the last period; only the id and what is asked for of it."""
    asked = frozenset(fields_of_last(rubric))
    fields = tuple(_loose(field) for field in rubric.fields if field.is_key or field.name in asked)
    read_here = CheckedRubric(rubric.name, fields)
    source = open_records(path, read_here, encoding=encoding, expected=Expected(asked))
    found: dict[str, Mapping[str, Value]] = {}
    for record in source:
        if isinstance(record, Rejection):
            fault = record.faults[0]
            refuse("U0140.faulty", path=path, row=record.row, why=fault.message)
        if record.id is None:
            refuse("U0140", path=path, row=record.row)
        if record.id in found:
            refuse("U0140.twice", path=path, id=record.id)
        found[record.id] = {f"last {name}": record.values.get(name) for name in asked}
    return LastPeriod(found)


def _loose(field: Field) -> Field:
    return attrs.evolve(field, required=False, blank_means=None, raters=(), last_of=None)
