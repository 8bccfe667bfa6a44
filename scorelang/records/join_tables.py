"""Several tables as one: the rows of one key are put together before they are scored.

In: tables, each with the place of its key. Out: one table, keys in the order in which they
first appear, with every column once. A column that several tables have must say the same in
all of them (``U0163``), a blank gives way; of one that nothing is scored by the first file's
value stands, and that is said (``U0167``). All rows are held in memory. Rows that are no
records, and a key that stands twice in one table, stay rows of their own, to be rejected.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from hashlib import sha256

import attrs

from scorelang.diagnostics.model import Diagnostic
from scorelang.model.fields import Place
from scorelang.records.assemble import key_cell, name_lacking
from scorelang.records.cells import CellReader, to_name, to_written
from scorelang.records.faults import say_cell, say_place
from scorelang.records.keys import LineCheck, plain_key
from scorelang.records.names import list_names
from scorelang.records.stated_units import StatedUnit
from scorelang.records.table import Table, TableRow
from scorelang.records.trouble import BrokenRow, SpoiltCell, Trouble
from scorelang.records.unreadable import note, refuse

_LISTED = 3


@attrs.frozen
class Keyed:
    """A table with the place of its key; ``names`` are its columns as they are compared.

    A column of a field is known by the field, however its heading is written.
    ``unread`` are the places of columns that nothing is scored by; ``read`` reads a key that
    is a number.
    """

    table: Table
    key: int
    names: tuple[str, ...]
    unread: frozenset[int] = frozenset()
    stated: tuple[StatedUnit, ...] = ()
    read: CellReader | None = None


@attrs.define
class _Joined:
    """The cells of one key with their places, by their column in the joined table.

    ``number`` is its row there, ``tables`` says where it stands in each table that has it;
    ``repeats`` is number and place of the row with the same key before it in the same table.
    """

    number: int
    first: TableRow
    cells: dict[int, tuple[object, Place]]
    tables: dict[int, Place] = attrs.field(factory=dict)
    repeats: tuple[int, Place] | None = None


def join_tables(tables: Sequence[Keyed]) -> Table:
    """Put tables together; raises ``UnreadableInput`` where they contradict each other."""
    columns, places = _columns(tables)
    rows, notices = _rows(tables, places)
    owners = _owners(tables, places, len(columns))
    laid_out = [_lay_out(row, owners) for row in rows]
    digest = sha256("".join(one.table.digest for one in tables).encode()).hexdigest()

    def require_unchanged() -> None:
        for one in tables:
            one.table.require_unchanged()

    return attrs.evolve(
        tables[0].table,
        name=" + ".join(one.table.name for one in tables),
        columns=tuple(columns),
        rows=lambda: iter(laid_out),
        digest=digest,
        notices=(*(found for one in tables for found in one.table.notices), *notices),
        require_unchanged=require_unchanged,
        is_sheet=any(one.table.is_sheet for one in tables),
    )


def _columns(tables: Sequence[Keyed]) -> tuple[list[str], list[list[int]]]:
    """Give the columns, and for each table where each of its columns goes; the key is first."""
    columns = [tables[0].table.columns[tables[0].key]]
    known: dict[str, int] = {}
    places = []
    for one in tables:
        mine = []
        for place, (written, name) in enumerate(zip(one.table.columns, one.names, strict=True)):
            if place == one.key:
                mine.append(0)
                continue
            if name not in known or not name or known[name] in mine:
                known[name] = len(columns)
                columns.append(written)
            mine.append(known[name])
        places.append(mine)
    return columns, places


def _rows(
    tables: Sequence[Keyed], places: Sequence[Sequence[int]]
) -> tuple[list[_Joined], list[Diagnostic]]:
    by_key: dict[str, _Joined] = {}
    rows: list[_Joined] = []
    differing: dict[str, list[str]] = {}
    for number, one in enumerate(tables):
        for row in one.table.rows():
            place = one.table.place(row)
            found = _Joined(len(rows) + 1, _part(row, one, place), {})
            key = _key(row, one)
            known = by_key.get(key) if key else None
            if known is not None and number not in known.tables:
                found = known
            else:
                rows.append(found)
            if known is not None and known is not found:
                found.repeats = known.number, known.tables[number]
            if key and known is None:
                by_key[key] = found
            found.tables[number] = place
            if not isinstance(row.cells, BrokenRow):
                for column in _add(found, row.cells, places[number], key, one, place):
                    differing.setdefault(column, []).append(key)
    return rows, [*_say_lacking(tables, by_key), *_say_differing(differing)]


def _key(row: TableRow, one: Keyed) -> str:
    """Give the key of a row; empty where it has none, or is no record."""
    if isinstance(row.cells, BrokenRow) or LineCheck(one.key).trouble(row.cells) is not None:
        return ""
    cell = row.cells[one.key]
    value = None if one.read is None else one.read(cell)
    # A key that is a number is its value, not its digits.
    return str(value) if isinstance(value, Fraction) else plain_key(key_cell(cell))


def _part(row: TableRow, one: Keyed, place: Place) -> TableRow:
    """Give a row that knows its file, and which of its columns it lacks."""
    cells = row.cells
    if isinstance(cells, BrokenRow):
        troubles = tuple(
            attrs.evolve(cell, trouble=name_lacking(cell.trouble, one.table.columns))
            for cell in cells.troubles
        )
        key = cells.cells[one.key : one.key + 1]
        cells = BrokenRow(key, troubles)
    return TableRow(row.line, cells, place=place)


def _add(  # noqa: PLR0913, PLR0917  a row, and where it comes from
    row: _Joined,
    cells: Sequence[object],
    places: Sequence[int],
    key: str,
    one: Keyed,
    here: Place,
) -> list[str]:
    """Add the cells of a file; give the columns nobody reads in which the files differ."""
    differing = []
    for own, (place, cell) in enumerate(zip(places, cells, strict=False)):
        written = to_name(cell).strip()
        earlier, there = row.cells.get(place, (None, here))
        if earlier is None or not to_name(earlier).strip():
            row.cells[place] = (cell, here)
        elif written and place and written != to_name(earlier).strip():
            column = " ".join(one.table.columns[own].split())
            if own in one.unread:
                differing.append(column)
                continue
            refuse(
                "U0163.differ",
                column=column,
                key_=key,
                first=to_name(earlier).strip(),
                second=written,
                path=there.file,
                other=here.file,
                place=say_cell(there),
                there=say_cell(here),
            )
    return differing


def _owners(
    tables: Sequence[Keyed], places: Sequence[Sequence[int]], width: int
) -> tuple[Place, ...]:
    """Give for each column the first file that has it: there a record that it lacks is blank."""
    found: dict[int, Place] = {}
    for one, own in zip(tables, places, strict=True):
        for column in own:
            found.setdefault(column, Place(one.table.name, sheet=one.table.sheet))
    return tuple(found[column] for column in range(width))


def _lay_out(row: _Joined, owners: Sequence[Place]) -> TableRow:
    if isinstance(row.first.cells, BrokenRow):
        return row.first
    found = [row.cells.get(column, ("", owner)) for column, owner in enumerate(owners)]
    cells = [cell for cell, _ in found]
    places = [place for _, place in found]
    if row.repeats is not None:
        key = to_written(row.cells[0][0]).strip()
        said = (("key", key), ("place", say_place(*row.repeats)))
        twice = SpoiltCell(key, Trouble("R0140.join", said))
        broken = BrokenRow(cells, (twice,), is_aligned=True)
        return row.first._replace(cells=broken, places=places)
    return row.first._replace(cells=cells, places=places)


def _say_lacking(tables: Sequence[Keyed], rows: Mapping[str, _Joined]) -> Iterator[Diagnostic]:
    for number, one in enumerate(tables):
        lacking = [key for key, row in rows.items() if number not in row.tables]
        if lacking:
            keys = list_names(lacking[:_LISTED])
            yield note("U0164", path=one.table.name, count=len(lacking), all=len(rows), keys=keys)


def _say_differing(columns: Mapping[str, Sequence[str]]) -> Iterator[Diagnostic]:
    for column, found in columns.items():
        keys = list(dict.fromkeys(found))
        listed = list_names(keys[:_LISTED])
        yield note("U0167", column=column, count=len(keys), keys=listed)
