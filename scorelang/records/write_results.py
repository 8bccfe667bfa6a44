"""One writer for outcomes whatever the format: JSON Lines, JSON, CSV, TSV, XLSX, Parquet.

In: a binary stream, a format, the layout of a rubric and the input columns to keep. Out:
a ``ResultWriter``; XLSX and Parquet are written when it is closed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import BinaryIO, Protocol

from scorelang.model.outcome import Outcome
from scorelang.records.cell_words import PLAIN, CellWords
from scorelang.records.result_kinds import Kind
from scorelang.records.results_layout import TRAILING, ResultLayout, name_kept
from scorelang.records.results_rows import ResultRows, VersionRows
from scorelang.records.write_delimited import DelimitedTable
from scorelang.records.write_jsonl import JsonArray, JsonLines

Rows = ResultRows | VersionRows
_NO_VERSIONS: Mapping[str | None, ResultLayout] = MappingProxyType({})
_NO_KINDS: Mapping[str, Kind] = MappingProxyType({})
RESULT_FORMATS = ("jsonl", "json", "csv", "tsv", "xlsx", "parquet")
HEADED_FORMATS = ("csv", "tsv", "xlsx")
"""Formats whose headings may be labels: the others are read by programs."""


class ResultWriter(Protocol):
    """Takes outcomes one by one."""

    def write(self, outcome: Outcome, kept: Mapping[str, str]) -> None:
        """Write one outcome with the cells of its record by input column."""
        ...  # pragma: no cover  a protocol is never called

    def close(self) -> None:
        """Write what is still to be written; the stream stays open."""
        ...  # pragma: no cover  as above


class _ObjectWriter:
    def __init__(self, target: JsonLines | JsonArray, rows: Rows, keep: tuple[str, ...]) -> None:
        self._target, self._rows = target, rows
        self._keep = _name_kept_keys(keep)

    def write(self, outcome: Outcome, kept: Mapping[str, str]) -> None:
        cells = {name: kept.get(column, "") for column, name in self._keep}
        self._target.write(self._rows.to_object(outcome, cells))

    def close(self) -> None:
        self._target.close()


class _Table(Protocol):
    def write(self, cells: tuple[str | None, ...]) -> None: ...

    def close(self) -> None: ...


class _TableWriter:
    def __init__(self, table: _Table, rows: Rows, keep: tuple[str, ...]) -> None:
        self._table, self._rows, self._keep = table, rows, keep

    def write(self, outcome: Outcome, kept: Mapping[str, str]) -> None:
        self._table.write(self._rows.to_cells(outcome, (kept.get(column) for column in self._keep)))

    def close(self) -> None:
        self._table.close()


def open_results(  # noqa: PLR0913  what and how is written
    stream: BinaryIO,
    format_: str,
    layout: ResultLayout,
    *,
    keep: tuple[str, ...] = (),
    with_bom: bool = False,
    versions: Mapping[str | None, ResultLayout] = _NO_VERSIONS,
    headings: tuple[str, ...] = (),
    words: CellWords = PLAIN,
    kinds: Mapping[str, Kind] = _NO_KINDS,
    stamp: Callable[[], str] | None = None,
) -> ResultWriter:
    """Start writing results; ``keep`` are the input columns to carry along.

    Where several versions of a rubric write results, ``versions`` has the layout of each.
    ``headings`` stand in place of the names of our columns, ``words`` in cells beside them.
    ``kinds`` and ``stamp`` are for Parquet: what columns hold, and what is asked at the end.
    """
    rows: Rows = VersionRows(versions, words) if versions else ResultRows(layout, words)
    if format_ == "jsonl":
        return _ObjectWriter(JsonLines(stream), rows, keep)
    if format_ == "json":
        return _ObjectWriter(JsonArray(stream), rows, keep)
    kept = (name for _, name in name_kept(keep, layout, headings))
    columns = (*(headings or layout.columns), *kept)
    if format_ == "parquet":
        from scorelang.records.write_parquet import ParquetTable  # noqa: PLC0415  slow to import

        return _TableWriter(ParquetTable(stream, columns, kinds, stamp), rows, keep)
    if format_ == "xlsx":
        from scorelang.records.write_xlsx import XlsxTable  # noqa: PLC0415  loaded where needed

        return _TableWriter(XlsxTable(stream, columns, sheet=words.word("results")), rows, keep)
    delimiter = "\t" if format_ == "tsv" else ","
    table = DelimitedTable(stream, columns, delimiter=delimiter, with_bom=with_bom)
    return _TableWriter(table, rows, keep)


_KEYS = frozenset({"id", "total", "grade", "scores", "results", "ratings", "version", *TRAILING})


def _name_kept_keys(keep: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Give input columns with the keys they are kept under; keys of ours are never theirs."""
    named: list[tuple[str, str]] = []
    taken = set(_KEYS)
    for column in keep:
        name = column
        while name in taken:
            name = f"in_{name}"
        taken.add(name)
        named.append((column, name))
    return tuple(named)
