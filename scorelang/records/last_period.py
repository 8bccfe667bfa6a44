"""Values of the last period from its own file, matched by the id of a record.

In: the last period's records (any format records have, a results file with kept columns
too), read by the same fields. Out: a ``LastPeriod`` that fills what a record leaves blank.
A value that the record itself holds stays. A value of the last period that cannot be read is
missing, and that is said (``U0168``). Raises ``UnreadableInput``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

import attrs

from scorelang.diagnostics.model import Diagnostic
from scorelang.model.fields import Fault, Field, Place, Record, Rejection, Special
from scorelang.model.rubric import CheckedRubric
from scorelang.model.types import Value
from scorelang.records.absent import Expected
from scorelang.records.decimals import DecimalSign
from scorelang.records.faults import say_cell, say_place
from scorelang.records.keys import is_no_record, key_of
from scorelang.records.layout import Layout
from scorelang.records.names import list_names
from scorelang.records.source import open_records
from scorelang.records.stated_units import StatedUnit
from scorelang.records.unreadable import note, refuse

Read = Record | Rejection
_LISTED = 3
_NOT_ASKED = frozenset({"U0121", "U0122"})  # its other columns are not asked for


@attrs.frozen
class LastPeriod:
    """Values by key and by the name of the field they fill (``last profit``).

    ``stated`` are the units its headings name; ``notices`` say how the file was read;
    ``places`` are those of its records by key.
    """

    values: Mapping[str, Mapping[str, Value | Special]]
    path: str = ""
    key: Field | None = None
    stated: tuple[StatedUnit, ...] = ()
    notices: tuple[Diagnostic, ...] = ()
    places: Mapping[str, Place] = attrs.field(factory=dict)

    def fill(self, read: Read) -> Read:
        """Fill in what a record leaves blank."""
        known, place = self._find(read), self.places.get(key_of(read, self.key) or "")
        if isinstance(read, Record):
            return _filled(read, known, place)
        if read.readable is None:
            return read
        return attrs.evolve(read, readable=_filled(read.readable, known, place))

    def has(self, read: Read) -> bool:
        """Whether the last period has the key of a record."""
        return self._find(read) is not None

    def _find(self, read: Read) -> Mapping[str, Value | Special] | None:
        key = key_of(read, self.key)
        return None if key is None else self.values.get(key)


def _filled(
    record: Record, known: Mapping[str, Value | Special] | None, place: Place | None
) -> Record:
    if known is None:
        return record
    blank = {
        name: value
        for name, value in known.items()
        if record.values.get(name) is None and name not in record.specials
    }
    added = {name: None if isinstance(one, Special) else one for name, one in blank.items()}
    specials = {name: one for name, one in blank.items() if isinstance(one, Special)}
    return attrs.evolve(
        record,
        values={**record.values, **added},
        specials={**record.specials, **specials},
        places=record.places if place is None else {**record.places, **dict.fromkeys(blank, place)},
    )


def fields_of_last(rubric: CheckedRubric) -> tuple[str, ...]:
    """Give the fields whose value of the last period is asked for."""
    return tuple(field.last_of for field in rubric.fields if field.last_of is not None)


def open_last(
    path: str | Path,
    rubric: CheckedRubric,
    *,
    encoding: str | None = None,
    decimal: DecimalSign | None = None,
) -> LastPeriod:
    """Read the file of the last period; only the id and what is asked for of it."""
    asked = frozenset(fields_of_last(rubric))
    fields = tuple(_loose(field) for field in rubric.fields if field.is_key or field.name in asked)
    read_here = CheckedRubric(rubric.name, fields)
    layout = Layout(decimal=decimal)
    source = open_records(
        path, read_here, encoding=encoding, layout=layout, expected=Expected(asked)
    )
    key = next((field for field in fields if field.is_key), None)
    found: dict[str, Mapping[str, Value | Special]] = {}
    places: dict[str, Place] = {}
    spoilt: list[tuple[Record, Fault]] = []
    for read in source:
        if is_no_record(read):
            continue
        record, faults = _readable(read, asked)
        spoilt += [(record, fault) for fault in faults]
        name = key_of(record, key)
        if name is None:
            refuse("U0140", place=say_place(record.row, record.place))
        if name in found:
            here, first = say_place(record.row, record.place), say_cell(places[name])
            refuse("U0140.twice", place=here, first=first, id=record.id)
        if record.place is not None:
            places[name] = record.place
        found[name] = {
            f"last {name}": record.specials.get(name, record.values.get(name)) for name in asked
        }
    said = (one for one in (*source.notices, *source.closing) if one.code not in _NOT_ASKED)
    notices = (*said, *_say_spoilt(spoilt, path))
    return LastPeriod(found, str(path), key, source.stated, notices, places)


def _readable(read: Read, asked: frozenset[str]) -> tuple[Record, tuple[Fault, ...]]:
    """Give what can be read of a record, with the faults of the values that are asked for."""
    if isinstance(read, Record):
        return read, ()
    others = [fault for fault in read.faults if fault.field not in asked]
    fault = (others or read.faults)[0]
    if fault.code == "R0141":
        refuse("U0140", place=say_place(read.row, read.place))
    if others or read.readable is None:
        refuse("U0140.faulty", place=say_place(read.row, read.place), why=fault.message)
    return read.readable, read.faults


def _say_spoilt(spoilt: Sequence[tuple[Record, Fault]], path: str | Path) -> Iterator[Diagnostic]:
    """Say how many values could not be read, and why the first of them could not."""
    for record, fault in spoilt[:1]:
        yield note(
            "U0168",
            path=path,
            count=len(spoilt),
            field=fault.field,
            key_=record.id or "",
            place=say_place(record.row, fault.place or record.place),
            why=fault.message,
        )


def _loose(field: Field) -> Field:
    return attrs.evolve(field, required=False, blank_means=None, raters=(), last_of=None)


@attrs.define
class LastMatches:
    """How many of the keys of a run the last period has."""

    last: LastPeriod
    all: int = 0
    found: int = 0
    without: list[str] = attrs.field(factory=list)

    def count(self, read: Read) -> None:
        """Count one record that is no copy of another."""
        if read.id is None:
            return
        self.all += 1
        if self.last.has(read):
            self.found += 1
        elif len(self.without) < _LISTED:
            self.without.append(read.id)

    def notice(self) -> Diagnostic:
        """Say how many there were, and which were not found."""
        key = "U0165.others" if self.without else "U0165"
        return note(
            key,
            path=self.last.path,
            found=self.found,
            all=self.all,
            keys=list_names(self.without),
            others=list_names(islice(self.last.values, _LISTED)) or "-",
        )
