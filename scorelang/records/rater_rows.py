"""Ratings in many rows: one row for each rater, or one file for each rater.

In: records of single rows, with what each says of who rated. Out: one record for each key,
in the order in which keys first appear; its row is its first. All rows are held in memory,
in time and space proportional to them. Rows of one record may differ in their ratings only
(``R0132``), and what one leaves empty another may hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from scorelang.diagnostics.suggest import did_you_mean
from scorelang.model.fields import Fault, Field, Rating, Record, Rejection, Special
from scorelang.model.rubric import CheckedRubric
from scorelang.model.types import Value
from scorelang.records.columns import list_names, plain
from scorelang.records.errors import RATINGS
from scorelang.records.faults import make_fault, make_row_fault, show_value
from scorelang.records.keys import key_of
from scorelang.records.rating_columns import RaterPlaces
from scorelang.records.trouble import Trouble
from scorelang.records.unreadable import refuse

Read = Record | Rejection


@attrs.frozen
class RaterRows:
    """How rows say who rated: by a column of raters, one of groups, or the name of the file."""

    column: str | None = None
    group_column: str | None = None
    by_file: bool = False

    @property
    def is_set(self) -> bool:
        """Whether rows are ratings at all."""
        return self.by_file or bool(self.column or self.group_column)

    def places(self, columns: Sequence[str], path: str, file: str) -> RaterPlaces:
        """Find the columns; ``file`` is the name of the file without its ending."""
        return RaterPlaces(
            _find(self.column, columns, path),
            _find(self.group_column, columns, path),
            file if self.by_file else None,
        )


NO_ROWS = RaterRows()


def check_raters(rubric: CheckedRubric, rows: RaterRows) -> None:
    """Refuse rows of raters where no field has any."""
    if rows.is_set and not any(field.raters for field in rubric.fields):
        options = (
            ("--rater-files", rows.by_file),
            ("--rater-column", rows.column),
            ("--rater-group-column", rows.group_column),
        )
        refuse("U0131.none", option=next(name for name, is_used in options if is_used))


def loosen(fields: Iterable[Field]) -> tuple[Field, ...]:
    """Give the fields as they are read from one row of many: nothing is required of it."""
    return tuple(attrs.evolve(field, required=False, blank_means=None) for field in fields)


def join_rows(rows: Iterable[Read], fields: Sequence[Field]) -> Iterator[Read]:
    """Put the rows of each record together."""
    together: dict[object, list[Read]] = {}
    key = next((field for field in fields if field.is_key), None)
    for row in rows:
        # A row without a key is nobody's, so it stands alone.
        name = key_of(row, key)
        together.setdefault(row.row if name is None else name, []).append(row)
    for found in together.values():
        yield _Joined(found, fields).give()


class _Joined:
    """The rows of one record."""

    def __init__(self, rows: Sequence[Read], fields: Sequence[Field]) -> None:
        self._first, self._fields = rows[0], fields
        self._given = [row for row in rows if isinstance(row, Rejection)]
        readable = [row.readable if isinstance(row, Rejection) else row for row in rows]
        self._records = [record for record in readable if record is not None]
        self._faults = [self._located(fault, row) for row in self._given for fault in row.faults]
        self._left_out: list[Fault] = []

    def give(self) -> Read:
        """Give the record, or all its faults."""
        first = self._first
        if first.id is None:
            self._faults.append(make_row_fault("", Trouble("R0133")))
        single = [field for field in self._fields if not field.raters]
        found = {field.name: self._value(field) for field in single}
        specials = {name: said for name, said in found.items() if isinstance(said, Special)}
        values = {name: None if isinstance(said, Special) else said for name, said in found.items()}
        ratings = {field.name: self._ratings(field) for field in self._fields if field.raters}
        values |= dict.fromkeys(ratings)
        own = (
            self._located(fault, record) for record in self._records for fault in record.left_out
        )
        left_out = tuple(dict.fromkeys((*own, *self._left_out)))
        carried = self._records[0].carried if self._records else {}
        record = Record(
            first.row,
            first.id,
            values,
            carried,
            ratings,
            left_out,
            first.place,
            specials,
            assumed=frozenset(filter(self._is_assumed, values)),
        )
        if not self._faults:
            return record
        faults = tuple(dict.fromkeys((*self._faults, *left_out)))
        return Rejection(first.row, first.id, faults, record, first.place)

    def _located(self, fault: Fault, row: Read) -> Fault:
        """Say where the cell of another row than the first one stands."""
        if fault.place is not None or row.place == self._first.place:
            return fault
        return attrs.evolve(fault, place=row.place)

    def _value(self, field: Field) -> Value | Special:
        """Give the one value that rows say; a blank is another matter when all are blank."""
        said = [
            record.specials.get(field.name, record.values.get(field.name))
            for record in self._records
        ]
        given = list(dict.fromkeys(value for value in said if value is not None))
        if len(given) > 1:
            first, second = (
                value.words if isinstance(value, Special) else show_value(field, value)
                for value in given[:2]
            )
            fault = make_fault(field, second, Trouble("R0132", (("first", first),)))
            self._faults.append(self._located(fault, self._records[said.index(given[1])]))
        if given:
            return given[0]
        is_spoilt = any(fault.field == field.name for fault in self._faults)
        if field.required and field.blank_means is None and not is_spoilt:
            self._faults.append(make_fault(field, "", Trouble("R0111")))
        return field.blank_means

    def _is_assumed(self, name: str) -> bool:
        """Whether no row gives a value of a field and the one stands that a blank means."""
        means = next((f.blank_means for f in self._fields if f.name == name), None)
        return means is not None and all(
            record.values.get(name) is None and name not in record.specials
            for record in self._records
        )

    def _ratings(self, field: Field) -> tuple[Rating, ...]:
        """Give the ratings of all rows; of one rater those of the first row."""
        found: list[Rating] = []
        seen: set[tuple[str | None, str]] = set()
        for record in self._records:
            ratings = record.ratings.get(field.name, ())
            found += (rating for rating in ratings if _who(rating) not in seen)
            twice = (rating for rating in ratings if _who(rating) in seen)
            self._left_out += (
                self._located(_rated_twice(field, rating), record) for rating in twice
            )
            seen |= {who for rating in ratings if (who := _who(rating)) is not None}
        wrong = any(
            fault.field == field.name for record in self._records for fault in record.left_out
        )
        if field.required and not found and not wrong:
            self._faults.append(make_fault(field, "", Trouble("R0111")))
        return tuple(found)


def _who(rating: Rating) -> tuple[str | None, str] | None:
    return None if rating.rater is None else (rating.group, rating.rater)


def _rated_twice(field: Field, rating: Rating) -> Fault:
    fault = make_fault(field, show_value(field, rating.value), Trouble("R0131"))
    who = RATINGS["rater of group"].format(name=rating.rater, group=rating.group)
    message = RATINGS["by"].format(who=who, message=fault.message)
    return attrs.evolve(fault, message=message)


def _find(asked: str | None, columns: Sequence[str], path: str) -> int | None:
    if asked is None:
        return None
    for place, column in enumerate(columns):
        if plain(column) == plain(asked):
            return place
    near = did_you_mean(asked, columns)
    key = "U0131.near" if near else "U0131"
    return refuse(key, path=path, column=asked, near=near, columns=list_names(columns))
