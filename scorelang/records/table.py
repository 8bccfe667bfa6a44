"""What every reader of a format gives: columns, and rows as often as they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import attrs

from scorelang.diagnostics.model import Diagnostic
from scorelang.records.trouble import RawRow


class TableRow(NamedTuple):
    """A row as it is read: ``line`` is where it begins, as an editor or Excel counts, from 1.

    ``None``: the format has no lines (Parquet).
    """

    line: int | None
    cells: RawRow


@attrs.frozen
class Table:
    """An input before its columns are matched with fields.

    ``columns`` are the names as written, ``rows`` starts a new pass over the rows,
    ``digest`` is the SHA-256 of the bytes. ``name`` is the input's name in messages;
    ``require_unchanged`` refuses bytes that are others than those first read.
    """

    name: str
    columns: tuple[str, ...]
    rows: Callable[[], Iterator[TableRow]]
    digest: str
    notices: tuple[Diagnostic, ...] = ()
    require_unchanged: Callable[[], None] = attrs.field(default=lambda: None, eq=False)
