"""What every reader of a format gives: columns, and rows as often as they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import attrs

from scorelang.diagnostics.model import Diagnostic
from scorelang.model.fields import Place
from scorelang.records.trouble import RawRow


class TableRow(NamedTuple):
    """A row as it is read: ``line`` is where it begins, as an editor or Excel counts, from 1.

    ``None``: the format has no lines (Parquet). ``number`` counts the records of the file where
    lines do not tell them apart. ``place`` and those of the cells are set where a table is made
    of several.
    """

    line: int | None
    cells: RawRow
    number: int | None = None
    place: Place | None = None
    places: Sequence[Place] | None = None


@attrs.frozen
class Table:
    """An input before its columns are matched with fields.

    ``columns`` are the names as written, ``rows`` starts a new pass over the rows,
    ``has_texts``: cells were typed by people, so that numbers may be texts;
    ``has_semicolons``: these part the cells;
    ``digest`` is the SHA-256 of the bytes. ``name`` is the input's name in messages;
    ``is_sheet``: lines of cells, as people keep them, with totals and notes among them;
    ``titles`` are the texts of the lines above the headings;
    ``sheet`` is the one that is read of a workbook with several; ``is_numbered``: its records
    are told by their number;
    ``require_unchanged`` refuses bytes that are others than those first read.
    """

    name: str
    columns: tuple[str, ...]
    rows: Callable[[], Iterator[TableRow]]
    digest: str
    notices: tuple[Diagnostic, ...] = ()
    is_sheet: bool = False
    require_unchanged: Callable[[], None] = attrs.field(default=lambda: None, eq=False)
    has_texts: bool = False
    has_semicolons: bool = False
    titles: tuple[str, ...] = ()
    sheet: str | None = None
    is_numbered: bool = False

    def place(self, row: TableRow) -> Place:
        """Give where a row stands."""
        return row.place or Place(self.name, row.line, self.sheet, row.number)
