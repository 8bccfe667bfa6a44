"""Tables as Parquet through polars: numbers are decimals, days are dates, yes and no booleans.

In: a binary stream, columns with their kinds, rows of cells as text. Out: the file when the
table is closed. The decimals of a column are those its rule leaves, more only where an
unrounded value needs them. What no decimal of 38 digits holds leaves its column as text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import BinaryIO

import polars as pl

from scorelang.records.result_kinds import TEXT, Holds, Kind
from scorelang.records.results_values import Cell

_CHUNK = 20_000
_MOST_DIGITS = 38
STAMP_KEY = "scorelang"
"""Under which the stamp of a run stands in the metadata of the file."""


class ParquetTable:
    """A table in a Parquet file; ``stamp`` is asked when the table is closed."""

    def __init__(
        self,
        stream: BinaryIO,
        columns: Iterable[str],
        kinds: Mapping[str, Kind],
        stamp: Callable[[], str] | None = None,
    ) -> None:
        self._stream, self._columns, self._stamp = stream, tuple(columns), stamp
        self._kinds = tuple(kinds.get(column, TEXT) for column in self._columns)
        self._rows: list[tuple[Cell, ...]] = []
        self._frames: list[pl.DataFrame] = []

    def write(self, cells: Iterable[Cell]) -> None:
        """Take one row."""
        self._rows.append(tuple(cells))
        if len(self._rows) >= _CHUNK:
            self._pack()

    def close(self) -> None:
        """Write the file."""
        self._pack()
        table = pl.concat(self._frames)
        typed = [
            _typed(table[column], kind)
            for column, kind in zip(self._columns, self._kinds, strict=True)
        ]
        metadata = {} if self._stamp is None else {STAMP_KEY: self._stamp()}
        pl.DataFrame(typed).write_parquet(self._stream, metadata=metadata)

    def _pack(self) -> None:
        """Keep the rows so far as columns of text, which take little room."""
        if not self._rows and self._frames:
            return
        schema = dict.fromkeys(self._columns, pl.String())
        texts = [[None if cell is None else str(cell) for cell in row] for row in self._rows]
        self._frames.append(pl.DataFrame(texts, schema=schema, orient="row"))
        self._rows.clear()


def _typed(found: pl.Series, kind: Kind) -> pl.Series:
    match kind.holds:
        case Holds.TEXT:
            return found
        case Holds.COUNT:
            return found.cast(pl.Int64)
        case Holds.NUMBER:
            return _decimals(found, kind.decimals)
        case Holds.YES_NO:
            return (found == "yes").alias(found.name)
        case Holds.DATE:
            return found.str.to_date("%Y-%m-%d")


def _decimals(found: pl.Series, least: int) -> pl.Series:
    """Make decimals that hold every value exactly."""
    parts = found.str.strip_chars_start("-").str.split_exact(".", 1).struct.unnest()
    whole = parts["field_0"].str.len_chars().max()
    after = parts["field_1"].str.len_chars().max()
    scale = max(least, after if isinstance(after, int) else 0)
    digits = (whole if isinstance(whole, int) else 0) + scale
    return found if digits > _MOST_DIGITS else found.cast(pl.Decimal(_MOST_DIGITS, scale))
