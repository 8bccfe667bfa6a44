"""A row of cells becomes a record, or a rejection with all its faults.

In: the fields, and which column holds which. Out: an ``Assembler`` for the rows of one
input. Faults of the whole row come first, then those of cells in the order of the fields.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from scorelang.model.fields import Fault, Field, FieldType, Place, Record, Rejection, Special
from scorelang.model.types import Value
from scorelang.records.cells import assumable, is_blank, to_name, to_written
from scorelang.records.columns import Match
from scorelang.records.decimals import DecimalSign
from scorelang.records.faults import keepable, make_row_fault
from scorelang.records.keys import LineCheck
from scorelang.records.names import list_names
from scorelang.records.rating_columns import (
    NO_RATINGS,
    NOWHERE,
    UNRATED,
    RaterPlaces,
    RatingColumns,
)
from scorelang.records.special_cells import SpecialReader, make_special_reader
from scorelang.records.table import Table, TableRow
from scorelang.records.trouble import BrokenRow, RawRow, Trouble

_Plan = tuple[tuple[str, int, SpecialReader], ...]


@attrs.frozen
class Assembler:
    """Reads the rows of one input; ``absent`` holds what fields without a column read as."""

    plan: _Plan
    absent: tuple[tuple[str, Value | Fault | Special], ...]
    id_place: int | None
    carried: tuple[tuple[int, str], ...]
    ratings: RatingColumns = NO_RATINGS
    table: Table | None = None
    columns: tuple[str, ...] = ()
    key: str | None = None
    lines: LineCheck = LineCheck(None, may_total=False, may_note=False)
    assumable: tuple[tuple[str, int | None, frozenset[str]], ...] = ()

    @classmethod
    def of(
        cls,
        fields: Sequence[Field],
        match: Match,
        table: Table,
        raters: RaterPlaces = NOWHERE,
        sign: DecimalSign = DecimalSign.POINT,
    ) -> Assembler:
        """Prepare the reading of the columns of a match; ``raters`` say who rated in a row."""
        single = [pair for pair in zip(fields, match.places, strict=True) if not pair[0].raters]
        found = [(field, place, make_special_reader(field, sign)) for field, place in single]
        return cls(
            tuple((field.name, place, read) for field, place, read in found if place is not None),
            tuple((field.name, read(None)) for field, place, read in found if place is None),
            match.id_place,
            match.carried,
            RatingColumns.of(fields, match.rated, raters, sign),
            table,
            table.columns,
            None if raters != NOWHERE else _key_with_column(fields, match),
            _line_check(fields, match, table),
            _assumable(fields, match),
        )

    def assemble(self, found: TableRow, row: int) -> Record | Rejection:
        """Read one row."""
        raw, place = found.cells, self._place(found)
        trouble = self.lines.trouble(raw.cells if isinstance(raw, BrokenRow) else raw)
        if trouble is not None:
            return self._turn_away(raw, place, row, trouble)
        if isinstance(raw, BrokenRow):
            return self._reject(raw, found, row)
        values: dict[str, Value] = {}
        specials: dict[str, Special] = {}
        faults: list[Fault] = []
        for name, column, read in self.plan:
            value = read(raw[column])
            if isinstance(value, Fault):
                faults.append(self._located(value, found, column))
                value = None
            elif isinstance(value, Special):
                specials[name] = value
                value = None
            values[name] = value
        for name, value in self.absent:
            if isinstance(value, Fault):
                faults.append(value)
            values[name] = None if isinstance(value, Fault | Special) else value
        identity = self._id(raw)
        rated = self.ratings.read(raw, found.places) if self.ratings.plan else UNRATED
        faults += rated.faults
        values.update(rated.values)
        if identity is None and self.key is not None and not _is_told(self.key, faults):
            faults.insert(0, attrs.evolve(make_row_fault("", Trouble("R0141")), field=self.key))
        elsewhere = {} if found.places is None else self._elsewhere(found.places, place)
        if faults:
            readable = Record(
                row, identity, values, {}, rated.ratings, rated.left_out, place, specials, elsewhere
            )
            return Rejection(row, identity, (*faults, *rated.left_out), readable, place)
        carried = {name: keepable_cell(raw[column]) for column, name in self.carried}
        return Record(
            row,
            identity,
            values,
            carried,
            rated.ratings,
            rated.left_out,
            place,
            specials,
            elsewhere,
            self._assumed(raw) if self.assumable else frozenset(),
        )

    def _assumed(self, cells: Sequence[object]) -> frozenset[str]:
        """Name the fields whose cell is empty and that have the value a blank means."""
        return frozenset(
            name
            for name, place, blanks in self.assumable
            if place is None or is_blank(cells[place], blanks)
        )

    def texts(self, raw: RawRow, width: int) -> tuple[str, ...]:
        """Give the cells of a row as written, one for each column."""
        cells = raw.cells if isinstance(raw, BrokenRow) else raw
        texts = [keepable_cell(cell) for cell in cells[:width]]
        return tuple(texts + [""] * (width - len(texts)))

    def _reject(self, raw: BrokenRow, found: TableRow, row: int) -> Rejection:
        faults = [
            make_row_fault(cell.text, name_lacking(cell.trouble, self.columns))
            for cell in raw.troubles
        ]
        if raw.is_aligned:
            read = self.assemble(found._replace(cells=raw.cells), row)
            faults += read.faults if isinstance(read, Rejection) else ()
        return Rejection(row, self._id(raw.cells), tuple(faults), place=self._place(found))

    def _turn_away(self, raw: RawRow, place: Place, row: int, trouble: Trouble) -> Rejection:
        """Reject a line that is no record at all; what else is in it does not matter."""
        cells = raw.cells if isinstance(raw, BrokenRow) else raw
        fault = make_row_fault(dict(trouble.arguments)["word"], trouble)
        return Rejection(row, self._id(cells), (fault,), place=place)

    def _place(self, found: TableRow) -> Place:
        return Place("", found.line) if self.table is None else self.table.place(found)

    def _located(self, fault: Fault, found: TableRow, column: int) -> Fault:
        """Say where a cell stands that stands elsewhere than its record begins."""
        if found.places is None or found.places[column] == found.place:
            return fault
        return attrs.evolve(fault, place=found.places[column])

    def _elsewhere(self, places: Sequence[Place], own: Place) -> Mapping[str, Place]:
        """Give the places of fields whose cells stand elsewhere than the record begins."""
        columns = [(name, column) for name, column, _ in self.plan]
        columns += [(name, column) for name, column in self.ratings.columns]
        return {name: places[column] for name, column in columns if places[column] != own}

    def _id(self, cells: Sequence[object]) -> str | None:
        if self.id_place is None or self.id_place >= len(cells):
            return None
        return key_cell(cells[self.id_place]) or None


def _assumable(
    fields: Sequence[Field], match: Match
) -> tuple[tuple[str, int | None, frozenset[str]], ...]:
    """Give the fields of which a blank means something, each with its column."""
    places = {field.name: place for field, place in zip(fields, match.places, strict=True)}
    return tuple((name, places[name], blanks) for name, blanks in assumable(fields))


def name_lacking(trouble: Trouble, columns: Sequence[str]) -> Trouble:
    """Name the columns that a short line lacks."""
    arguments = dict(trouble.arguments)
    if trouble.key != "R0114" or "columns" in arguments:
        return trouble
    lacking = list_names(columns[int(arguments["found"]) :])
    return attrs.evolve(trouble, arguments=(*trouble.arguments, ("columns", lacking)))


def _key_with_column(fields: Sequence[Field], match: Match) -> str | None:
    pairs = zip(fields, match.places, strict=True)
    return next((f.name for f, place in pairs if f.is_key and place is not None), None)


def _line_check(fields: Sequence[Field], match: Match, table: Table) -> LineCheck:
    if not table.is_sheet:
        return LineCheck(match.id_place, may_total=False, may_note=False)
    # A word such as `total` may be a value of a category.
    read = [(field.type, place) for field, place in zip(fields, match.places, strict=True)]
    words = {place for kind, place in read if kind is FieldType.CATEGORY}
    typed = {place for kind, place in read if kind is not FieldType.TEXT}
    return LineCheck(
        match.id_place,
        words=frozenset(place for place in words if place is not None),
        typed=frozenset(place for place in typed if place is not None),
    )


def _is_told(key: str, faults: Sequence[Fault]) -> bool:
    return any(fault.field == key for fault in faults)


def key_cell(cell: object) -> str:
    """Give a cell as a record is known by it, safe to write to a file again."""
    return keepable_cell(to_name(cell)).strip()


def keepable_cell(cell: object) -> str:
    """Give a cell as written, safe to write to a file again."""
    if type(cell) is str and cell.isascii():
        return cell
    text = to_written(cell)
    return text if text.isascii() else keepable(text, kept=len(text))
