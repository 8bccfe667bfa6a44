"""XLSX: one sheet of a workbook, the cells as Excel shows them where that matters.

In: an input, what was said about the table, and what knows its headings. Out: a ``Table`` of
typed cells. The sheet is the first one that has most of the headings; titles above them are
skipped. Error cells, formulas without a stored value, numbers shown as other ones and cells
hidden under a merge are spoilt (``R0117``, ``R0118``); headings merged over several columns
end the run (``U0118``). Rows without any value are no records. The sheet is held in memory.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NoReturn, assert_never

import attrs

from scorelang.diagnostics.model import Diagnostic
from scorelang.records.columns import MOST_COLUMNS, list_names
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
    without_last,
)
from scorelang.records.table import Table, TableRow
from scorelang.records.trouble import (
    BrokenRow,
    PaddedCell,
    PercentCell,
    RawRow,
    SpoiltCell,
    Trouble,
    YuanCell,
)
from scorelang.records.unreadable import UnreadableInput, note, refuse
from scorelang.records.xlsx_formats import Padded, Percent, Yuan
from scorelang.records.xlsx_marks import Marks, find_marks
from scorelang.records.xlsx_parts import Package, Scan, TooLarge, open_package, place_name

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Merge = tuple[tuple[int, int], tuple[int, int]]
_NO_SCAN = Scan(0, 0, frozenset(), has_marks=False)


@attrs.frozen
class _Grid:
    """A sheet by rows and columns counted from 0, with its marks and merges."""

    sheet: CalamineSheet
    marks: Marks
    covered: Mapping[tuple[int, int], SpoiltCell]

    def rows(self) -> Iterator[tuple[int, list[object]]]:
        """Give number and cells of each row that holds anything."""
        shift = self.sheet.start[1] if self.sheet.start else 0
        for number, values in enumerate(self.sheet.iter_rows()):
            cells: list[object] = [""] * shift
            cells += values
            if self.marks:
                cells = [self._marked(number, place, cell) for place, cell in enumerate(cells)]
            if any(not isinstance(cell, str) or cell.strip() for cell in cells):
                yield number, self._uncover(number, cells) if self.covered else cells

    def _marked(self, row: int, column: int, cell: object) -> object:
        mark = self.marks.get((row, column))
        if mark is None or isinstance(mark, SpoiltCell):
            return cell if mark is None else mark
        if isinstance(cell, bool) or not isinstance(cell, (int, float)):
            return cell
        match mark:
            case Percent():
                return PercentCell(float(cell))
            case Yuan():
                return YuanCell(float(cell))
            case Padded(width):
                is_whole = float(cell).is_integer() and cell >= 0
                return PaddedCell(float(cell), f"{cell:0{width}.0f}") if is_whole else cell
            case _:
                assert_never(mark)

    def _uncover(self, row: int, cells: list[object]) -> list[object]:
        return [
            self.covered.get((row, place), cell) if cell == "" else cell
            for place, cell in enumerate(cells)
        ]


@attrs.frozen
class _Sheet:
    """A sheet that may be the table: its first rows as texts, and where its headings stand."""

    name: str
    grid: _Grid
    scan: Scan
    merges: list[Merge]
    first: tuple[tuple[int, list[str]], ...]
    place: int
    known: int


def read_xlsx(
    source: Input, sheet: str | None = None, layout: Layout = NO_LAYOUT, knows: Knows | None = None
) -> Table:
    """Open a workbook; raises ``UnreadableInput``."""
    digest = source.digest()
    with source.open() as stream:
        package = _open_package(source, stream)
        book = _open_book(source)
        names = _names_of(source, book, sheet)
        sheets = [_read_sheet(source, package, book, name, layout, knows) for name in names]
        # max() keeps the first of equals.
        found = max(sheets, key=lambda one: one.known)
        looked_at = names if sheet is None and knows is not None else list(_sheets_of(book))
        hidden = tuple(_hidden(source, package, book, looked_at, layout, knows))
    if found.known <= 0 and hidden:
        listed = list_names(one.name for one in hidden)
        refuse("U0112.hidden", path=source.name, sheet=hidden[0].name, sheets=listed)
    if not found.first:
        refuse("U0104", path=source.name)
    line, header = found.first[found.place]
    if layout.header_row not in {None, line + 1}:
        refuse_row(source.name, layout.header_row, line + 1)
    columns = _read_header(source, found, line, header)

    def rows() -> Iterator[TableRow]:
        kept = ((number, cells) for number, cells in found.grid.rows() if number > line)
        lines = (TableRow(number + 1, _fit(cells, columns, number)) for number, cells in kept)
        return without_last(lines, layout.skip_last)

    titles = to_titles(cells for _, cells in found.first[: found.place])
    notices = (
        *_say_sheet(source, found, sheets),
        *_say_hidden_sheets(source, found, hidden),
        *say_skipped(source.name, line + 1, titles),
        *_say_hidden(found, line),
    )
    return Table(
        source.name,
        columns,
        rows,
        digest,
        notices,
        has_texts=True,
        titles=titles,
        sheet=found.name if len(_sheets_of(book)) > 1 else None,
    )


def _open_package(source: Input, stream: Any) -> Package:  # noqa: ANN401  a binary stream
    try:
        if stream.read(2) != b"PK":
            refuse("U0111", path=source.name, reason="it is another kind of file")
        stream.seek(0)
        return open_package(stream)
    except TooLarge:
        refuse("U0175", path=source.name)
    except (ValueError, OSError) as problem:
        refuse("U0111", path=source.name, reason=problem)


def _open_book(source: Input) -> CalamineWorkbook:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415  slow to import

    try:
        with source.open() as stream:
            content = stream.read()
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except OSError as problem:
        refuse("U0103", path=source.name, reason=str(problem.strerror).lower())
    except BaseException as problem:  # noqa: BLE001  as said there
        _refuse_damage(source, problem)


def _refuse_damage(source: Input, problem: BaseException) -> NoReturn:
    """End the run for a fault or a panic of the library; what is not its own goes on."""
    module = type(problem).__module__.partition(".")[0]
    if isinstance(problem, ValueError) or module == "python_calamine":
        refuse("U0111", path=source.name, reason=str(problem).lower())
    if module == "pyo3_runtime":
        refuse("U0111", path=source.name, reason="its parts are damaged")
    raise problem


def _sheets_of(book: CalamineWorkbook) -> list[str]:
    return [one.name for one in book.sheets_metadata if "WorkSheet" in str(one.typ)]


def _hidden(  # noqa: PLR0913, PLR0917  what is known of a workbook
    source: Input,
    package: Package,
    book: CalamineWorkbook,
    seen: list[str],
    layout: Layout,
    knows: Knows | None,
) -> Iterator[_Sheet]:
    """Give the sheets that nobody sees and that have headings of the rubric."""
    for name in _sheets_of(book):
        if name not in seen:
            try:
                one = _read_sheet(source, package, book, name, layout, knows)
            except UnreadableInput:
                continue  # it is not read
            if one.known > 0:
                yield one


def _names_of(source: Input, book: CalamineWorkbook, wanted: str | None) -> list[str]:
    """Give the sheets to look at: the one that is named, else those that people see."""
    names = _sheets_of(book)
    if wanted is not None and wanted in names:
        return [wanted]
    if wanted is not None or not names:
        refuse("U0112", path=source.name, sheet=wanted or "1", sheets=list_names(names))
    seen = [one.name for one in book.sheets_metadata if str(one.visible).endswith("Visible")]
    return [name for name in names if name in seen] or names


def _read_sheet(  # noqa: PLR0913, PLR0917  what is known of a workbook
    source: Input,
    package: Package,
    book: CalamineWorkbook,
    name: str,
    layout: Layout,
    knows: Knows | None,
) -> _Sheet:
    try:
        scan = package.scan(name) or _NO_SCAN
        marks = find_marks(package, name) if scan.has_marks else {}
        found = book.get_sheet_by_name(name)
        merges = found.merged_cell_ranges or []
        grid = _Grid(found, marks, _cover(merges, scan))
        first = _first_rows(grid, merges, layout)
    except TooLarge as problem:
        key = "U0175.reach" if problem.place else "U0175"
        refuse(key, path=source.name, sheet=name, cell=problem.place)
    except OSError as problem:
        refuse("U0111", path=source.name, reason=problem)
    except BaseException as problem:  # noqa: BLE001  as said there
        _refuse_damage(source, problem)
    if layout.header_row is not None and first:
        is_there = first[-1][0] + 1 == layout.header_row
        known = sum(map(knows, first[-1][1])) if knows is not None and is_there else 0
        return _Sheet(name, grid, scan, merges, first, len(first) - 1, known if is_there else -1)
    header = find_header([cells for _, cells in first], knows)
    return _Sheet(name, grid, scan, merges, first, header.place, header.known)


def _first_rows(
    grid: _Grid, merges: list[Merge], layout: Layout
) -> tuple[tuple[int, list[str]], ...]:
    """Give the rows that may hold the headings; one merged downwards stands in its last row."""
    tall = {
        (row, left): top
        for (top, left), (bottom, right) in merges
        if left == right and bottom - top < LOOKED_AT
        for row in range(top + 1, bottom + 1)
    }
    found: list[tuple[int, list[str]]] = []
    texts: dict[int, list[str]] = {}
    for number, cells in grid.rows():
        row = ["" if isinstance(cell, SpoiltCell) else _name(cell) for cell in cells]
        for place, text in enumerate(row):
            above = texts.get(tall.get((number, place), -1))
            if not text and above is not None and place < len(above):
                row[place] = above[place]
        texts[number] = row
        found.append((number, row))
        if layout.header_row is not None:
            if number + 1 >= layout.header_row:
                break
        elif len(found) >= LOOKED_AT:
            break
    return tuple(found)


def _cover(merges: list[Merge], scan: Scan) -> Mapping[tuple[int, int], SpoiltCell]:
    """Mark the cells of merges that hide behind the first one, as far as the sheet reaches."""
    covered = {}
    for (top, left), (bottom, right) in merges:
        trouble = Trouble("R0118", (("anchor", place_name(top, left)),))
        hidden = SpoiltCell("", trouble)
        for row in range(top, min(bottom + 1, scan.rows)):
            for column in range(left, min(right + 1, scan.columns)):
                covered[row, column] = hidden
        covered.pop((top, left), None)
    return covered


def _read_header(source: Input, found: _Sheet, row: int, header: list[str]) -> tuple[str, ...]:
    names = list(header)
    while names and not names[-1]:
        names.pop()
    if not names:
        refuse("U0105", path=source.name)
    if len(names) > MOST_COLUMNS:
        refuse("U0114", path=source.name, found=len(names), most=MOST_COLUMNS)
    for (top, left), (bottom, right) in found.merges:
        if top <= row <= bottom and right > left:
            name = names[left] if left < len(names) else ""
            cells = f"{place_name(top, left)}:{place_name(bottom, right)}"
            count = right - left + 1
            refuse("U0118", path=source.name, name=name, count=count, cells=cells)
    return tuple(names)


def _name(cell: object) -> str:
    is_whole = isinstance(cell, float) and cell.is_integer()
    return str(int(cell)) if is_whole and isinstance(cell, float) else str(cell).strip()


def _fit(cells: list[object], columns: tuple[str, ...], row: int) -> RawRow:
    """Bring a row to the width of the header; a cell under no heading spoils it."""
    named = len(columns)
    for place in range(named, len(cells)):
        cell = cells[place]
        if (isinstance(cell, str) and not cell.strip()) or cell is None:
            continue
        if isinstance(cell, SpoiltCell) and not cell.text:
            continue  # covered by a merge
        where = ("cell", place_name(row, place))
        counts = (("found", str(len(cells))), ("named", str(named)))
        trouble = Trouble("R0113.cell", (where, *counts))
        text = "" if isinstance(cell, SpoiltCell) else str(cell)
        return BrokenRow(cells[:named], (SpoiltCell(text, trouble),), is_aligned=True)
    return cells[:named] if len(cells) >= named else cells + [""] * (named - len(cells))


def _say_sheet(source: Input, found: _Sheet, sheets: list[_Sheet]) -> Iterator[Diagnostic]:
    """Say that another sheet than the first one is read, or one of several."""
    others = [one.name for one in sheets if one is not found and one.known == found.known > 0]
    if others:
        listed = list_names(others)
        yield note("U0173.several", path=source.name, sheet=found.name, others=listed)
    elif found is not sheets[0]:
        yield note("U0173", path=source.name, sheet=found.name)


def _say_hidden_sheets(
    source: Input, found: _Sheet, hidden: tuple[_Sheet, ...]
) -> Iterator[Diagnostic]:
    """Name the sheets that nobody sees and that could be read as well."""
    listed = [one.name for one in hidden if one.known >= found.known]
    if listed:
        yield note("U0173.hidden", path=source.name, sheet=found.name, others=list_names(listed))


def _say_hidden(found: _Sheet, line: int) -> Iterator[Diagnostic]:
    if found.scan.hidden:
        numbers = (number for number, _ in found.grid.rows() if number > line)
        count = sum(1 for number in numbers if number + 1 in found.scan.hidden)
        if count:
            yield note("U0174", count=count, sheet=found.name)
