"""Rejected records as a table with a line for each fault.

In: a binary stream, a format and rejections. Out: the columns ``row, id, field, value,
expected, code, message`` as CSV, TSV or XLSX, or objects with these keys as JSON.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Protocol

from scorelang.model.fields import Rejection
from scorelang.records.results_values import Cell, NumberText, quote
from scorelang.records.write_delimited import DelimitedTable
from scorelang.records.write_jsonl import JsonArray, JsonLines

REJECT_COLUMNS = ("row", "id", "field", "value", "expected", "code", "message")


class RejectWriter(Protocol):
    """Takes rejections one by one."""

    def write(self, rejection: Rejection) -> None:
        """Write all faults of one record."""
        ...  # pragma: no cover  a protocol is never called

    def close(self) -> None:
        """Write what is still to be written; the stream stays open."""
        ...  # pragma: no cover  as above


class _Table(Protocol):
    def write(self, cells: tuple[Cell, ...]) -> None: ...

    def close(self) -> None: ...


class _TableRejects:
    def __init__(self, table: _Table) -> None:
        self._table = table

    def write(self, rejection: Rejection) -> None:
        for cells in _lines(rejection):
            self._table.write(cells)

    def close(self) -> None:
        self._table.close()


class _ObjectRejects:
    def __init__(self, target: JsonLines | JsonArray) -> None:
        self._target = target

    def write(self, rejection: Rejection) -> None:
        for cells in _lines(rejection):
            self._target.write("{" + ", ".join(_pairs(cells)) + "}")

    def close(self) -> None:
        self._target.close()


def open_rejects(stream: BinaryIO, format_: str, *, with_bom: bool = False) -> RejectWriter:
    """Start writing rejected records."""
    if format_ == "jsonl":
        return _ObjectRejects(JsonLines(stream))
    if format_ == "json":
        return _ObjectRejects(JsonArray(stream))
    if format_ == "xlsx":
        from scorelang.records.write_xlsx import XlsxTable  # noqa: PLC0415  loaded where needed

        return _TableRejects(XlsxTable(stream, REJECT_COLUMNS, sheet="rejects"))
    if format_ == "parquet":
        from scorelang.records.result_kinds import Holds, Kind  # noqa: PLC0415  as above
        from scorelang.records.write_parquet import ParquetTable  # noqa: PLC0415  as above

        counted = {"row": Kind(Holds.COUNT), "line": Kind(Holds.COUNT)}
        return _TableRejects(ParquetTable(stream, REJECT_COLUMNS, counted))
    delimiter = "\t" if format_ == "tsv" else ","
    return _TableRejects(
        DelimitedTable(stream, REJECT_COLUMNS, delimiter=delimiter, with_bom=with_bom)
    )


def _lines(rejection: Rejection) -> Iterator[tuple[Cell, ...]]:
    for fault in rejection.faults:
        yield (
            NumberText(rejection.row),
            rejection.id,
            fault.field,
            fault.value,
            fault.expected,
            fault.code,
            fault.message,
        )


def _pairs(cells: tuple[Cell, ...]) -> Iterator[str]:
    for name, cell in zip(REJECT_COLUMNS, cells, strict=True):
        plain = cell if isinstance(cell, NumberText) else "null" if cell is None else quote(cell)
        yield f"{quote(name)}: {plain}"
