"""CSV and TSV through the csv module, strictly: a doubtful line is never repaired.

In: an input. Out: a ``Table`` of texts, read line by line. A line with more or fewer cells
than the header is a broken row (``R0113``, ``R0114``); an unclosed quote (``U0115``) and a
cell above 1 MB (``U0113``) end the run, because nobody knows where the next record begins.
Lines without any text are no records.
"""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Iterable, Iterator

from scorelang.diagnostics.system_words import say_reason
from scorelang.records.columns import MOST_COLUMNS
from scorelang.records.encoding import find_encoding, refuse_undecodable
from scorelang.records.inputs import Input
from scorelang.records.layout import (
    LOOKED_AT,
    NO_LAYOUT,
    Knows,
    Layout,
    find_header,
    refuse_row,
    say_skipped,
    to_titles,
    usual_width,
    without_last,
)
from scorelang.records.table import Table, TableRow
from scorelang.records.trouble import BrokenRow, SpoiltCell, Trouble
from scorelang.records.unreadable import refuse

LONGEST_CELL = 2**20
"""Characters a cell may have."""

_HEAD = 64 * 2**10
_SEPARATORS = (",", "\t", ";", "|")
_SAYS_SEPARATOR = re.compile(r'"?sep=(?P<sign>[^\r\n"\w])"?[^\r\n\w]*[\r\n]', re.IGNORECASE).match


def read_csv(
    source: Input,
    names: Iterable[str],
    encoding: str | None = None,
    layout: Layout = NO_LAYOUT,
    knows: Knows | None = None,
) -> Table:
    """Open a CSV file; ``knows`` tells the headings, and with them how the cells are parted."""
    decoded = find_encoding(source, names, encoding)
    head = _head(source, decoded.encoding)
    separator = layout.delimiter or _said_separator(head) or _find_separator(head, knows)
    first, header, skipped = _find_header(source, decoded.encoding, separator, layout, knows)
    columns = _strip_header(header)
    if not any(columns):
        refuse("U0105", path=source.name)
    if len(columns) > MOST_COLUMNS:
        refuse("U0114", path=source.name, found=len(columns), most=MOST_COLUMNS)

    def rows() -> Iterator[TableRow]:
        lines = _rows(source, decoded.encoding, separator, first, len(columns))
        return without_last(lines, layout.skip_last)

    titles = to_titles(skipped)
    notices = (*decoded.notices, *say_skipped(source.name, first, titles))
    return Table(
        source.name,
        columns,
        rows,
        decoded.digest,
        notices,
        has_texts=True,
        has_semicolons=separator == ";",
        titles=titles,
    )


def _head(source: Input, encoding: str) -> str:
    """Give the beginning of the text."""
    try:
        with source.open() as stream, io.TextIOWrapper(stream, encoding, newline="") as text:
            return text.read(_HEAD)
    except UnicodeError:
        refuse_undecodable(source, encoding)
    except OSError as problem:
        refuse("U0103", path=source.name, reason=str(problem.strerror).lower())


def _said_separator(head: str) -> str | None:
    """Give what a line such as ``sep=;`` says, which Excel writes and reads."""
    match = _SAYS_SEPARATOR(head)
    return match["sign"] if match is not None else None


def _find_separator(head: str, knows: Knows | None) -> str:
    """Choose what parts most known headings, else what parts all rows alike, else the comma."""
    lines = {sign: _first_rows(head, sign) for sign in _SEPARATORS}
    if knows is not None:
        found = {sign: find_header(rows, knows).known for sign, rows in lines.items()}
        best = max(found.values())
        if best:
            return next(sign for sign in found if found[sign] == best)
    widths = {sign: usual_width(rows) for sign, rows in lines.items()}
    parting = {sign: count for sign, (count, width) in widths.items() if width > 1}
    return max(parting, key=lambda sign: (parting[sign], widths[sign][1]), default=",")


def _first_rows(head: str, separator: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(head, newline=""), delimiter=separator)
    try:
        rows = [row for row in itertools.islice(reader, LOOKED_AT + 1) if any(map(str.strip, row))]
    except csv.Error:
        return []
    return rows[:LOOKED_AT]


def _find_header(
    source: Input, encoding: str, separator: str, layout: Layout, knows: Knows | None
) -> tuple[int, list[str], list[list[str]]]:
    """Give line and cells of the headings, and the rows above them that are skipped."""
    above: list[tuple[int, list[str]]] = []
    for line, cells in _lines(source, encoding, separator):
        if line == 1 and _SAYS_SEPARATOR(separator.join(cells) + "\n"):
            continue
        above.append((line, cells))
        is_said = layout.header_row is not None and line >= layout.header_row
        if is_said or (layout.header_row is None and len(above) >= LOOKED_AT):
            break
    if not above:
        refuse("U0104", path=source.name)
    if layout.header_row is not None:
        place = len(above) - 1
        if above[place][0] != layout.header_row:
            refuse_row(source.name, layout.header_row, above[place][0])
    else:
        texts = [[cell.strip() for cell in cells] for _, cells in above]
        place = find_header(texts, knows).place
    line, header = above[place]
    return line, header, [cells for _, cells in above[:place]]


def _strip_header(header: list[str]) -> tuple[str, ...]:
    """Trim the names; nameless columns at the end, left by spreadsheets, are no columns."""
    names = [name.strip() for name in header]
    while names and not names[-1]:
        names.pop()
    return tuple(names)


def _rows(
    source: Input, encoding: str, separator: str, first: int, named: int
) -> Iterator[TableRow]:
    for line, cells in _lines(source, encoding, separator):
        if line <= first:
            continue
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
        refuse_undecodable(source, encoding)
    except OSError as problem:
        refuse("U0103", path=source.name, reason=say_reason(str(problem.strerror).lower()))
