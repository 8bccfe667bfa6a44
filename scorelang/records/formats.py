"""The formats of records: which one an input has, and the reader of each.

In: a path or ``-`` with options. Out: a ``Table``. The ending decides; without a known one
the content does, as far as it tells. Heavy readers are imported when they are needed.
Codes ``U0117``, ``U0119``.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from typing import BinaryIO

import attrs

from scorelang.records.csv_reader import read_csv
from scorelang.records.inputs import STDIN, Input, open_input
from scorelang.records.kinds import is_parquet, refuse_stranger, require_kind
from scorelang.records.layout import NO_LAYOUT, Knows, Layout
from scorelang.records.table import Table
from scorelang.records.unreadable import refuse

FORMATS = ("csv", "tsv", "json", "jsonl", "xlsx", "parquet")
"""Names of formats, as ``--from`` takes them; also the endings of files."""

_ALSO = {"ndjson": "jsonl", "xlsm": "xlsx"}
_DELIMITED = frozenset({"csv", "tsv"})
_SHEETS = frozenset({"csv", "tsv", "xlsx"})
_TEXT_FORMATS = frozenset({"csv", "tsv", "json", "jsonl"})


def open_table(  # noqa: PLR0913  as many options as the command line has
    path: str | PurePath,
    *,
    names: Iterable[str] = (),
    format: str | None = None,  # noqa: A002  the word of the command line
    encoding: str | None = None,
    sheet: str | None = None,
    stdin: BinaryIO | None = None,
    layout: Layout = NO_LAYOUT,
    knows: Knows | None = None,
) -> Table:
    """Open an input of any format; ``names`` are those that its columns may have.

    ``knows`` tells whether a heading is one of them; without it nobody knows the columns.
    """
    if format is not None and format not in FORMATS:
        refuse("U0117.name", format=format, known=", ".join(FORMATS))
    source = open_input(str(path), stdin)
    found = format or _name_by_ending(path, source) or _name_by_content(source)
    if sheet is not None and found != "xlsx":
        refuse("U0119", option="--sheet", format=found)
    if encoding is not None and found not in _TEXT_FORMATS:
        refuse("U0119", option="--encoding", format=found)
    if layout.delimiter is not None and found not in _DELIMITED:
        refuse("U0119", option="--delimiter", format=found)
    if layout.option is not None and found not in _SHEETS:
        refuse("U0119", option=layout.option, format=found)
    require_kind(source, found)
    table = _open(found, source, names, encoding, sheet, layout, knows)
    return attrs.evolve(
        table,
        is_sheet=found in _SHEETS,
        require_unchanged=lambda: source.require_unchanged(table.digest),
    )


def _open(  # noqa: PLR0913, PLR0917  as above
    found: str,
    source: Input,
    names: Iterable[str],
    encoding: str | None,
    sheet: str | None,
    layout: Layout,
    knows: Knows | None,
) -> Table:
    # What a format needs is imported with its reader, and most runs need one.
    match found:
        case "csv" | "tsv":
            if found == "tsv" and layout.delimiter is None:
                layout = attrs.evolve(layout, delimiter="\t")
            return read_csv(source, names, encoding, layout, knows)
        case "json" | "jsonl":
            from scorelang.records.json_reader import read_json, read_jsonl  # noqa: PLC0415

            return read_json(source, encoding) if found == "json" else read_jsonl(source, encoding)
        case "xlsx":
            from scorelang.records.xlsx_reader import read_xlsx  # noqa: PLC0415

            return read_xlsx(source, sheet, layout, knows)
        case _:
            from scorelang.records.parquet_reader import read_parquet  # noqa: PLC0415

            return read_parquet(source)


def _name_by_ending(path: str | PurePath, source: Input) -> str | None:
    if str(path) == STDIN:
        return None
    ending = PurePath(path).suffix.removeprefix(".").lower()
    found = _ALSO.get(ending, ending)
    if found in FORMATS:
        return found
    # A file of another program is not taken for text that happens to be in it.
    if ending and ending not in {"txt", "dat"}:
        refuse_stranger(source, may_be_text=ending == "xls")
        refuse("U0117", path=path, known=", ".join(FORMATS))
    return None


def _name_by_content(source: Input) -> str:
    start = next(source.chunks())[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"PK\x03\x04"):
        return "xlsx"
    if is_parquet(source):
        return "parquet"
    if start.startswith(b"["):
        return "json"
    return "jsonl" if start.startswith(b"{") else "csv"
