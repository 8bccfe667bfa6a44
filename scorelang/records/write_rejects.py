"""Rejected records as a table with a line for each fault.

In: a binary stream, a format, rejections and the cells of their records as written. Out: the
columns ``file, line, row, id, field, value, expected, code, message``, ``sheet`` and ``record``
where these tell the place, then those of the input, as CSV, TSV or XLSX, or objects with these
keys as JSON. So the file can be mended and scored.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import starmap
from typing import BinaryIO, Protocol

from scorelang.model.fields import Place, Rejection
from scorelang.records.results_values import Cell, NumberText, quote
from scorelang.records.write_delimited import DelimitedTable
from scorelang.records.write_jsonl import JsonArray, JsonLines

REJECT_COLUMNS = ("file", "line", "row", "id", "field", "value", "expected", "code", "message")
PLACE_COLUMNS = ("sheet", "record")
"""The sheet of a workbook with several; the record of a file whose lines do not tell it."""


class RejectWriter(Protocol):
    """Takes rejections one by one."""

    def write(self, rejection: Rejection, cells: Mapping[str, str]) -> None:
        """Write all faults of one record, with its cells by input column."""
        ...  # pragma: no cover  a protocol is never called

    def close(self) -> None:
        """Write what is still to be written; the stream stays open."""
        ...  # pragma: no cover  as above


class _Table(Protocol):
    def write(self, cells: tuple[Cell, ...]) -> None: ...

    def close(self) -> None: ...


class _TableRejects:
    def __init__(self, table: _Table, columns: Sequence[str], places: Sequence[str]) -> None:
        self._table, self._columns, self._places = table, columns, places

    def write(self, rejection: Rejection, cells: Mapping[str, str]) -> None:
        kept = tuple(cells.get(column) for column in self._columns)
        for told in _lines(rejection, self._places):
            self._table.write((*told, *kept))

    def close(self) -> None:
        self._table.close()


class _ObjectRejects:
    def __init__(
        self, target: JsonLines | JsonArray, columns: Sequence[str], places: Sequence[str]
    ) -> None:
        self._target, self._columns, self._places = target, columns, places
        self._names = name_rejects(columns, places)

    def write(self, rejection: Rejection, cells: Mapping[str, str]) -> None:
        kept = tuple(cells.get(column) for column in self._columns)
        for told in _lines(rejection, self._places):
            pairs = zip(self._names, (*told, *kept), strict=True)
            self._target.write("{" + ", ".join(starmap(_pair, pairs)) + "}")

    def close(self) -> None:
        self._target.close()


def name_rejects(columns: Sequence[str], places: Sequence[str] = ()) -> tuple[str, ...]:
    """Name the columns of rejects: ours, then those of the input, which give way."""
    named = [*REJECT_COLUMNS, *places]
    for column in columns:
        name = column
        while name in named:
            name = f"in_{name}"
        named.append(name)
    return tuple(named)


def open_rejects(
    stream: BinaryIO,
    format_: str,
    columns: Sequence[str] = (),
    places: Sequence[str] = (),
    *,
    with_bom: bool = False,
) -> RejectWriter:
    """Start writing rejected records; ``columns`` are those of the input.

    ``places`` are those of ``PLACE_COLUMNS`` that are needed to tell where a cell stands.
    """
    if format_ == "jsonl":
        return _ObjectRejects(JsonLines(stream), columns, places)
    if format_ == "json":
        return _ObjectRejects(JsonArray(stream), columns, places)
    named = name_rejects(columns, places)
    if format_ == "xlsx":
        from scorelang.records.write_xlsx import XlsxTable  # noqa: PLC0415  loaded where needed

        return _TableRejects(XlsxTable(stream, named, sheet="rejects"), columns, places)
    if format_ == "parquet":
        from scorelang.records.result_kinds import Holds, Kind  # noqa: PLC0415  as above
        from scorelang.records.write_parquet import ParquetTable  # noqa: PLC0415  as above

        counted = dict.fromkeys(("row", "line", "record"), Kind(Holds.COUNT))
        return _TableRejects(ParquetTable(stream, named, counted), columns, places)
    delimiter = "\t" if format_ == "tsv" else ","
    table = DelimitedTable(stream, named, delimiter=delimiter, with_bom=with_bom)
    return _TableRejects(table, columns, places)


def _lines(rejection: Rejection, places: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
    for fault in rejection.faults:
        place = fault.place or rejection.place or Place("")
        told: Mapping[str, Cell] = {"sheet": place.sheet, "record": _count(place.number)}
        yield (
            place.file or None,
            _count(place.line),
            NumberText(rejection.row),
            rejection.id,
            fault.field,
            fault.value,
            fault.expected,
            fault.code,
            fault.message,
            *(told[name] for name in places),
        )


def _count(number: int | None) -> Cell:
    return None if number is None else NumberText(number)


def _pair(name: str, cell: Cell) -> str:
    plain = cell if isinstance(cell, NumberText) else "null" if cell is None else quote(cell)
    return f"{quote(name)}: {plain}"
