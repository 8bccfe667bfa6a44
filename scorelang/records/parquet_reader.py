"""Parquet through polars, batch by batch: values are typed, floats their shortest decimal.

In: an input. Out: a ``Table``. A file that polars cannot read ends the run (``U0120``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NoReturn

from scorelang.diagnostics.system_words import say_reason
from scorelang.records.inputs import Input
from scorelang.records.table import Table, TableRow
from scorelang.records.unreadable import refuse

if TYPE_CHECKING:
    import polars as pl

_BATCH = 10_000
_DAMAGE = (OSError, ValueError, OverflowError, MemoryError)


def read_parquet(source: Input) -> Table:
    """Open a Parquet file; raises ``UnreadableInput``."""
    digest = source.digest()
    frame = _scan(source)
    columns = tuple(frame.collect_schema().names())
    if not columns:
        refuse("U0105", path=source.name)

    def rows() -> Iterator[TableRow]:
        for number, cells in enumerate(_cells(source, frame), start=1):
            yield TableRow(None, cells, number)

    return Table(source.name, columns, rows, digest, is_numbered=True)


def _cells(source: Input, frame: pl.LazyFrame) -> Iterator[tuple[object, ...]]:
    batches = frame.collect_batches(chunk_size=_BATCH, maintain_order=True)
    while True:
        try:
            batch = next(batches, None)
            cells = [] if batch is None else batch.rows()
        except BaseException as problem:  # noqa: BLE001  as said there
            _refuse_damage(source, problem)
        if batch is None:
            return
        yield from cells


def _scan(source: Input) -> pl.LazyFrame:
    import polars as pl  # noqa: PLC0415  slow to import

    try:
        content = source.path or source.open().read()
        frame = pl.scan_parquet(content)
        # A 32-bit float is the decimal that 32 bits need, not the longer one of 64.
        narrow = [name for name, kind in frame.collect_schema().items() if kind == pl.Float32]
        return frame.with_columns(pl.col(narrow).cast(pl.String).cast(pl.Float64))
    except BaseException as problem:  # noqa: BLE001  as said there
        _refuse_damage(source, problem)


def _refuse_damage(source: Input, problem: BaseException) -> NoReturn:
    """End the run for a fault or a panic of the library; what is not its own goes on."""
    module = type(problem).__module__.partition(".")[0]
    if module in {"pyo3_runtime", "polars"} and not isinstance(problem, Exception):
        refuse("U0120", path=source.name, reason=say_reason("its parts are damaged"))
    if module == "polars" or isinstance(problem, _DAMAGE):
        reason = str(problem).partition("\n")[0].lower() or "its parts are damaged"
        refuse("U0120", path=source.name, reason=say_reason(reason))
    raise problem
