"""What every reader of a format gives: columns, and rows as often as they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import attrs

from scorelang.diagnostics.model import Diagnostic
from scorelang.records.trouble import RawRow


class TableRow(NamedTuple):
    """A row as it is read: ``line`` is where it begins, as an editor or Excel counts, from 1.

    ``None``: the format has no lines (Parquet). ``file`` is set where a table is made of several.
    """

    line: int | None
    cells: RawRow
    file: str | None = None


@attrs.frozen
class Table:
    """An input before its columns are matched with fields.

    ``columns`` are the names as written, ``rows`` starts a new pass over the rows,
    ``has_texts``: cells were typed by people, so that numbers may be texts;
    ``has_semicolons``: these part the cells;
    ``digest`` is the SHA-256 of the bytes. ``name`` is the input's name in messages;
    ``is_sheet``: lines of cells, as people keep them, with totals and notes among them;
    ``titles`` are the texts of the lines above the headings;
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
