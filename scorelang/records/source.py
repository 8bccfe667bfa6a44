"""Records of an input: opens a file of any format and gives records or rejections.

In: a path (or ``-``) and a checked rubric. Out: a ``RecordSource`` that can be iterated as
often as needed, or ``UnreadableInput`` where the input as a whole cannot be used (also
while iterating: an unclosed quote is met on its line). Mappings: see ``mapping.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

import attrs

from scorelang.diagnostics.model import Diagnostic
from scorelang.model.fields import NUMERIC, Field, Record, Rejection
from scorelang.model.needs import fields_read
from scorelang.model.rubric import CheckedRubric
from scorelang.records.absent import NOTHING_READ, Expected, held_fields
from scorelang.records.assemble import Assembler
from scorelang.records.cells import make_cell_reader
from scorelang.records.columns import Match, match_columns, name_columns
from scorelang.records.formats import open_table
from scorelang.records.headings import Headings
from scorelang.records.join_tables import Keyed, join_tables
from scorelang.records.layout import NO_LAYOUT, Knows, Layout
from scorelang.records.names import plain
from scorelang.records.percent_mix import PercentColumn, percent_columns
from scorelang.records.rater_rows import NO_ROWS, RaterRows, check_raters, loosen
from scorelang.records.stated_units import StatedUnit, check_titles, require_one_unit
from scorelang.records.survey import find_sign
from scorelang.records.table import Table, TableRow
from scorelang.records.trouble import BrokenRow
from scorelang.records.unreadable import refuse

_ID = "id"


@attrs.frozen
class RecordSource:
    """Records of one input.

    ``name`` is that of the input; ``columns`` are all columns in its order, made unique;
    ``notices`` say which columns no field reads, which fields have none, and how the text was
    decoded; ``digests`` are the SHA-256 of the bytes of each file; ``blank`` are fields that
    are read and have no column; ``held`` are those that have one, without the key;
    ``stated`` are the units that headings name for fields without one.
    """

    name: str
    columns: tuple[str, ...]
    notices: tuple[Diagnostic, ...]
    digests: tuple[str, ...]
    blank: tuple[Field, ...]
    held: frozenset[str]
    stated: tuple[StatedUnit, ...]
    _table: Table
    _assembler: Assembler
    _percents: tuple[PercentColumn, ...] = attrs.field(default=(), eq=False)

    def __iter__(self) -> Iterator[Record | Rejection]:
        """Read all records from the first one on."""
        assemble = self._assembler.assemble
        for row, found in enumerate(self._rows(), start=1):
            yield assemble(found, row)

    def require_unchanged(self) -> None:
        """Refuse (``U0150``) where the input is no longer what was read; asked after a run."""
        self._table.require_unchanged()

    def with_texts(self) -> Iterator[tuple[Record | Rejection, tuple[str, ...]]]:
        """Read all records, each with its cells as written, in the order of ``columns``."""
        width = len(self.columns)
        for row, found in enumerate(self._rows(), start=1):
            yield self._assembler.assemble(found, row), self._assembler.texts(found.cells, width)

    @property
    def has_sheets(self) -> bool:
        """Whether a workbook with several sheets is read."""
        return self._table.sheet is not None

    @property
    def is_numbered(self) -> bool:
        """Whether records are told by their number in the file, as lines do not."""
        return self._table.is_numbered

    @property
    def closing(self) -> tuple[Diagnostic, ...]:
        """What is known of the columns when all records have been read."""
        found = (column.notice() for column in self._percents)
        return tuple(notice for notice in found if notice is not None)

    def _rows(self) -> Iterator[TableRow]:
        """Read the rows; percentages are looked at on the way."""
        percents = self._percents
        if not percents:
            yield from self._table.rows()
            return
        for column in percents:
            column.restart()
        for found in self._table.rows():
            if not isinstance(found.cells, BrokenRow):
                for column in percents:
                    column.look(found.cells[column.place])
            yield found


def open_records(  # noqa: PLR0913  as many options as the command line has
    path: str | Path,
    rubric: CheckedRubric,
    *,
    format: str | None = None,  # noqa: A002  the word of the command line
    encoding: str | None = None,
    sheet: str | None = None,
    stdin: BinaryIO | None = None,
    layout: Layout = NO_LAYOUT,
    rater_rows: RaterRows = NO_ROWS,
    expected: Expected | None = None,
) -> RecordSource:
    """Open the records of a file, or of standard input for ``-``.

    ``format`` is one of ``formats.FORMATS``; without it the ending decides, else the content.
    With ``rater_rows`` each record is one row of one rater, to be joined by ``join_rows``.
    ``expected`` says which columns must be there; without it those of all fields that the
    rubric reads.
    """
    check_raters(rubric, rater_rows)
    table = _opener(rubric, format, encoding, sheet, stdin, layout)(path)
    raters = rater_rows.places(table.columns, table.name, Path(str(path)).stem)
    fields = loosen(rubric.fields) if rater_rows.is_set else rubric.fields
    # A file of one rater need not hold more than the key and the ratings.
    matched = fields if rater_rows.by_file else rubric.fields
    wanted = expected or Expected(fields_read(rubric))
    if rater_rows.by_file:
        wanted = attrs.evolve(wanted, is_part=True)
    match = match_columns(table.columns, matched, table.name, wanted, raters.places)
    check_titles(table.titles, matched, match.places, match.with_units, table.name)
    if rater_rows.is_set and match.id_place is None:
        refuse("U0131.id", path=table.name)
    sign = find_sign(table, fields, match.places, layout)
    assembler = Assembler.of(fields, match, table, raters, sign)
    notices = (*table.notices, *match.notices)
    return _source(table, assembler, match, matched, notices)


def _opener(  # noqa: PLR0913, PLR0917  as many options as the command line has
    rubric: CheckedRubric,
    format: str | None,  # noqa: A002  the word of the command line
    encoding: str | None,
    sheet: str | None,
    stdin: BinaryIO | None,
    layout: Layout,
) -> Callable[[str | Path], Table]:
    """Give what opens an input as a table whose headings are those of the rubric."""
    names = _names(rubric)
    return partial(
        open_table,
        names=names,
        format=format,
        encoding=encoding,
        sheet=sheet,
        stdin=stdin,
        layout=layout,
        knows=_knows(rubric) if names else None,
    )


def open_joined(  # noqa: PLR0913  as many options as the command line has
    paths: Sequence[str],
    rubric: CheckedRubric,
    *,
    format: str | None = None,  # noqa: A002  the word of the command line
    encoding: str | None = None,
    sheet: str | None = None,
    stdin: BinaryIO | None = None,
    layout: Layout = NO_LAYOUT,
    expected: Expected | None = None,
) -> RecordSource:
    """Open several files as one table: the rows of one key are one record."""
    tables = list(map(_opener(rubric, format, encoding, sheet, stdin, layout), paths))
    keyed = [_keyed(one, rubric) for one in tables]
    require_one_unit(stated for one in keyed for stated in one.stated)
    table = attrs.evolve(
        join_tables(keyed),
        has_texts=any(one.has_texts for one in tables),
        has_semicolons=any(one.has_semicolons for one in tables),
        sheet=next((one.sheet for one in tables if one.sheet is not None), None),
        is_numbered=any(one.is_numbered for one in tables),
    )
    wanted = expected or Expected(fields_read(rubric))
    match = match_columns(table.columns, rubric.fields, table.name, wanted)
    sign = find_sign(table, rubric.fields, match.places, layout)
    assembler = Assembler.of(rubric.fields, match, table, sign=sign)
    notices = (*table.notices, *match.notices)
    source = _source(table, assembler, match, rubric.fields, notices)
    return attrs.evolve(source, digests=tuple(one.digest for one in tables))


def _names(rubric: CheckedRubric) -> list[str]:
    return [
        spelling
        for field in rubric.fields
        for spelling in (field.name, field.label, *field.also)
        if spelling is not None
    ]


def _keyed(table: Table, rubric: CheckedRubric) -> Keyed:
    """Find the key of a table that is one of several, and the columns nothing is scored by."""
    fields = rubric.fields
    part = attrs.evolve(NOTHING_READ, is_part=True)
    match = match_columns(table.columns, fields, table.name, part)
    check_titles(table.titles, fields, match.places, match.with_units, table.name)
    if match.id_place is None:
        key = next((field.name for field in fields if field.is_key), "id")
        refuse("U0163", path=table.name, field=f"`{key}`")
    read = fields_read(rubric)
    pairs = list(zip(fields, match.places, strict=True))
    names = list(map(plain, table.columns))
    for field, place in pairs:
        if place is not None and not field.raters:
            names[place] = plain(field.name)
    used = {place for field, place in pairs if place is not None and field.name in read}
    used |= {place for _, place, _ in match.rated}
    unread = frozenset(range(len(table.columns))) - used
    keys = (field for field, place in pairs if field.is_key and place is not None)
    readers = (make_cell_reader(field) for field in keys if field.type in NUMERIC)
    stated = match.stated
    return Keyed(table, match.id_place, tuple(names), unread, stated, next(readers, None))


def _source(
    table: Table,
    assembler: Assembler,
    match: Match,
    fields: Sequence[Field],
    notices: tuple[Diagnostic, ...],
) -> RecordSource:
    return RecordSource(
        table.name,
        name_columns(table.columns),
        notices,
        (table.digest,),
        match.blank,
        held_fields(fields, match.places),
        match.stated,
        table,
        assembler,
        percent_columns(fields, match.places, name_columns(table.columns), match.with_units),
    )


def _knows(rubric: CheckedRubric) -> Knows:
    """Give what tells the headings of a rubric from other texts."""
    find = Headings(rubric.fields).find

    def knows(heading: str) -> bool:
        return find(heading) is not None or plain(heading) == _ID

    return knows
