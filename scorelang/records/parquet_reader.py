"""Parquet through polars, batch by batch: values are typed, floats their shortest decimal.

In: an input. Out: a ``Table``. A file that polars cannot read ends the run (``U0120``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scorelang.records.inputs import Input
from scorelang.records.table import Table, TableRow
from scorelang.records.unreadable import refuse

if TYPE_CHECKING:
    import polars as pl

_BATCH = 10_000


def read_parquet(source: Input) -> Table:
    """Open a Parquet file; raises ``UnreadableInput``."""
    digest = source.digest()
    frame = _scan(source)
    columns = tuple(frame.collect_schema().names())
    if not columns:
        refuse("U0105", path=source.name)

    def rows() -> Iterator[TableRow]:
        for batch in frame.collect_batches(chunk_size=_BATCH, maintain_order=True):
            yield from (TableRow(None, cells) for cells in batch.iter_rows())

    return Table(source.name, columns, rows, digest)


def _scan(source: Input) -> pl.LazyFrame:
    import polars as pl  # noqa: PLC0415  slow to import

    try:
        content = source.path or source.open().read()
        frame = pl.scan_parquet(content)
        # A 32-bit float is the decimal that 32 bits need, not the longer one of 64.
        narrow = [name for name, kind in frame.collect_schema().items() if kind == pl.Float32]
        return frame.with_columns(pl.col(narrow).cast(pl.String).cast(pl.Float64))
    except (pl.exceptions.PolarsError, OSError) as problem:
        refuse("U0120", path=source.name, reason=str(problem).partition("\n")[0].lower())
