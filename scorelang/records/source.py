"""Records of an input: opens a file of any format and gives records or rejections.

In: a path (or ``-``) and a checked rubric. Out: a ``RecordSource`` that can be iterated as
often as needed, or ``UnreadableInput`` where the input as a whole cannot be used (also
while iterating: an unclosed quote is met on its line). Mappings: see ``mapping.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import attrs

from scorelang.diagnostics.model import Diagnostic
from scorelang.model.fields import Field, Record, Rejection
from scorelang.model.needs import fields_read
from scorelang.model.rubric import CheckedRubric
from scorelang.records.absent import Expected
from scorelang.records.assemble import Assembler
from scorelang.records.columns import match_columns, name_columns
from scorelang.records.formats import open_table
from scorelang.records.rater_rows import NO_ROWS, RaterRows, check_raters, loosen
from scorelang.records.table import Table
from scorelang.records.unreadable import refuse


@attrs.frozen
class RecordSource:
    """Records of one input.

    ``name`` is that of the input; ``columns`` are all columns in its order, made unique;
    ``notices`` say which columns no field reads, which fields have none, and how the text was
    decoded; ``digest`` is the SHA-256 of the bytes; ``blank`` are fields that are read and
    have no column.
    """

    name: str
    columns: tuple[str, ...]
    notices: tuple[Diagnostic, ...]
    digest: str
    blank: tuple[Field, ...]
    _table: Table
    _assembler: Assembler

    def __iter__(self) -> Iterator[Record | Rejection]:
        """Read all records from the first one on."""
        assemble = self._assembler.assemble
        for row, found in enumerate(self._table.rows(), start=1):
            yield assemble(found, row)

    def require_unchanged(self) -> None:
        """Refuse (``U0150``) where the input is no longer what was read; asked after a run."""
        self._table.require_unchanged()

    def with_texts(self) -> Iterator[tuple[Record | Rejection, tuple[str, ...]]]:
        """Read all records, each with its cells as written, in the order of ``columns``."""
        width = len(self.columns)
        for row, found in enumerate(self._table.rows(), start=1):
            yield self._assembler.assemble(found, row), self._assembler.texts(found.cells, width)


def open_records(  # noqa: PLR0913  as many options as the command line has
    path: str | Path,
    rubric: CheckedRubric,
    *,
    format: str | None = None,  # noqa: A002  the word of the command line
    encoding: str | None = None,
    sheet: str | None = None,
    stdin: BinaryIO | None = None,
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
    names = [
        spelling
        for field in rubric.fields
        for spelling in (field.name, field.label, *field.also)
        if spelling is not None
    ]
    table = open_table(
        path, names=names, format=format, encoding=encoding, sheet=sheet, stdin=stdin
    )
    raters = rater_rows.places(table.columns, table.name, Path(str(path)).stem)
    fields = loosen(rubric.fields) if rater_rows.is_set else rubric.fields
    # A file of one rater need not hold more than the key and the ratings.
    matched = fields if rater_rows.by_file else rubric.fields
    wanted = expected or Expected(fields_read(rubric))
    if rater_rows.by_file:
        wanted = attrs.evolve(wanted, is_part=True)
    match = match_columns(table.columns, matched, table.name, wanted, raters.places)
    if rater_rows.is_set and match.id_place is None:
        refuse("U0131.id", path=table.name)
    assembler = Assembler.of(fields, match, raters, table.name)
    notices = (*table.notices, *match.notices)
    return RecordSource(
        table.name,
        name_columns(table.columns),
        notices,
        table.digest,
        match.blank,
        table,
        assembler,
    )
