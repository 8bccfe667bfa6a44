"""CSV and TSV through the csv module, strictly: a doubtful line is never repaired.

In: an input. Out: a ``Table`` of texts, read line by line. A line with more or fewer cells
than the header is a broken row (``R0113``, ``R0114``); an unclosed quote (``U0115``) and a
cell above 1 MB (``U0113``) end the run, because nobody knows where the next record begins.
Lines without any text are no records.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from scorelang.records.columns import MOST_COLUMNS
from scorelang.records.encoding import find_encoding
from scorelang.records.inputs import Input
from scorelang.records.table import Table, TableRow
from scorelang.records.trouble import BrokenRow, SpoiltCell, Trouble
from scorelang.records.unreadable import refuse

LONGEST_CELL = 2**20
"""Characters a cell may have."""


def read_csv(
    source: Input, names: Iterable[str], encoding: str | None = None, delimiter: str | None = None
) -> Table:
    """Open a CSV file; without ``delimiter`` it is the comma, or the tab if only that appears."""
    decoded = find_encoding(source, names, encoding)
    separator = delimiter or _find_separator(source, decoded.encoding)
    header = next(_lines(source, decoded.encoding, separator), None)
    if header is None:
        refuse("U0104", path=source.name)
    columns = _strip_header(header[1])
    if not any(columns):
        refuse("U0105", path=source.name)
    if len(columns) > MOST_COLUMNS:
        refuse("U0114", path=source.name, found=len(columns), most=MOST_COLUMNS)

    def rows() -> Iterator[TableRow]:
        return _rows(source, decoded.encoding, separator, len(columns))

    return Table(source.name, columns, rows, decoded.digest, decoded.notices)


def _find_separator(source: Input, encoding: str) -> str:
    # Excel saves "Unicode text" with tabs, whatever the ending of the file.
    try:
        with source.open() as stream, io.TextIOWrapper(stream, encoding) as text:
            first = text.readline(LONGEST_CELL)
    except (OSError, UnicodeError):
        return ","
    return "\t" if "\t" in first and "," not in first else ","


def _strip_header(header: list[str]) -> tuple[str, ...]:
    """Trim the names; nameless columns at the end, left by spreadsheets, are no columns."""
    names = [name.strip() for name in header]
    while names and not names[-1]:
        names.pop()
    return tuple(names)


def _rows(source: Input, encoding: str, separator: str, named: int) -> Iterator[TableRow]:
    lines = _lines(source, encoding, separator)
    next(lines, None)
    for line, cells in lines:
        found = len(cells)
        if not cells[0].strip() and not any(map(str.strip, cells)):
            continue
        if found == named:
            yield TableRow(line, cells)
        elif found < named:
            yield TableRow(line, _broken(cells, named, "R0114"))
        elif any(map(str.strip, cells[named:])):
            yield TableRow(line, _broken(cells, named, "R0113"))
        else:
            yield TableRow(line, cells[:named])


def _broken(cells: list[str], named: int, key: str) -> BrokenRow:
    trouble = Trouble(key, (("found", str(len(cells))), ("named", str(named))))
    return BrokenRow(cells[:named], (SpoiltCell(",".join(cells)[:200], trouble),))


def _lines(source: Input, encoding: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Give the lines that are not empty with the number of the first line of each.

    The csv module's limit is raised once, for the process.
    """
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_CELL))
    try:
        with source.open() as stream, io.TextIOWrapper(stream, encoding, newline="") as text:
            reader = csv.reader(text, delimiter=separator, strict=True)
            try:
                begins = 1
                for cells in reader:
                    if cells:
                        yield begins, cells
                    begins = reader.line_num + 1
            except csv.Error as problem:
                key = "U0113" if "field larger" in str(problem) else "U0115"
                refuse(key, path=source.name, line=reader.line_num)
    except UnicodeError:
        refuse("U0108", path=source.name, encoding=encoding)
    except OSError as problem:
        refuse("U0103", path=source.name, reason=str(problem.strerror).lower())
