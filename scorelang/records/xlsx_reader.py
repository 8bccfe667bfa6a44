"""XLSX: one sheet of a workbook, the values as they are stored.

In: an input and the name of a sheet (else the first one). Out: a ``Table`` of typed cells.
Error cells, formulas without a stored value and cells hidden under a merge are spoilt
(``R0117``, ``R0118``); names merged over several columns end the run (``U0118``). Rows
without any value are no records. A whole sheet is held in memory.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from scorelang.records.columns import MOST_COLUMNS, list_names
from scorelang.records.inputs import Input
from scorelang.records.table import Table, TableRow
from scorelang.records.trouble import PercentCell, SpoiltCell, Trouble
from scorelang.records.unreadable import refuse
from scorelang.records.xlsx_marks import Marks, Percent, find_marks

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Merge = tuple[tuple[int, int], tuple[int, int]]


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
        match mark:
            case None:
                return cell
            case Percent():
                return PercentCell(float(cell)) if isinstance(cell, (int, float)) else cell
            case SpoiltCell():
                return mark

    def _uncover(self, row: int, cells: list[object]) -> list[object]:
        return [
            self.covered.get((row, place), cell) if cell == "" else cell
            for place, cell in enumerate(cells)
        ]


def read_xlsx(source: Input, sheet: str | None = None) -> Table:
    """Open a workbook; raises ``UnreadableInput``."""
    digest = source.digest()
    book = _open_book(source)
    name = _find_sheet(source, book, sheet)
    try:
        with source.open() as stream:
            marks = find_marks(stream, name)
        found = book.get_sheet_by_name(name)
    except (ValueError, OSError) as problem:
        refuse("U0111", path=source.name, reason=problem)
    except Exception as problem:
        if type(problem).__module__.partition(".")[0] != "python_calamine":
            raise
        refuse("U0111", path=source.name, reason=str(problem).lower())
    merges = found.merged_cell_ranges or []
    grid = _Grid(found, marks, _cover(merges))
    first, header = next(grid.rows(), (0, []))
    columns = _read_header(source, first, header, merges)

    def rows() -> Iterator[TableRow]:
        lines = grid.rows()
        next(lines, None)
        return (TableRow(number + 1, _fit(cells, len(columns))) for number, cells in lines)

    return Table(source.name, columns, rows, digest)


def _open_book(source: Input) -> CalamineWorkbook:
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415  slow to import

    try:
        with source.open() as stream:
            content = stream.read()
        if not content.startswith(b"PK"):
            refuse("U0111", path=source.name, reason="it is another kind of file")
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except OSError as problem:
        refuse("U0103", path=source.name, reason=str(problem.strerror).lower())
    except CalamineError as problem:
        refuse("U0111", path=source.name, reason=str(problem).lower())


def _find_sheet(source: Input, book: CalamineWorkbook, wanted: str | None) -> str:
    names = _worksheets(book)
    name = wanted if wanted is not None or not names else names[0]
    if name is not None and name in names:
        return name
    return refuse("U0112", path=source.name, sheet=wanted or "1", sheets=list_names(names))


def _worksheets(book: CalamineWorkbook) -> list[str]:
    def is_table(one: Any) -> bool:  # noqa: ANN401  not every release has types
        return "WorkSheet" in str(one.typ)

    return [one.name for one in book.sheets_metadata if is_table(one)]


def _cover(merges: list[Merge]) -> Mapping[tuple[int, int], SpoiltCell]:
    """Mark the cells of merges that hide behind the first one."""
    covered = {}
    for (top, left), (bottom, right) in merges:
        trouble = Trouble("R0118", (("anchor", place_name(top, left)),))
        hidden = SpoiltCell("", trouble)
        for row in range(top, min(bottom, top + 2**20) + 1):
            for column in range(left, min(right, left + 2**14) + 1):
                covered[row, column] = hidden
        del covered[top, left]
    return covered


def _read_header(
    source: Input, row: int, header: list[object], merges: list[Merge]
) -> tuple[str, ...]:
    names = ["" if isinstance(cell, SpoiltCell) else _name(cell) for cell in header]
    while names and not names[-1]:
        names.pop()
    if not names:
        refuse("U0104" if not header else "U0105", path=source.name)
    if len(names) > MOST_COLUMNS:
        refuse("U0114", path=source.name, found=len(names), most=MOST_COLUMNS)
    for (top, left), (bottom, right) in merges:
        if top <= row <= bottom and right > left:
            name = names[left] if left < len(names) else ""
            refuse("U0118", path=source.name, name=name, count=right - left + 1)
    return tuple(names)


def _name(cell: object) -> str:
    is_whole = isinstance(cell, float) and cell.is_integer()
    return str(int(cell)) if is_whole and isinstance(cell, float) else str(cell).strip()


def _fit(cells: list[object], named: int) -> list[object]:
    """Bring a row to the width of the header; a sheet has no cells outside its columns."""
    return cells[:named] if len(cells) >= named else cells + [""] * (named - len(cells))


def place_name(row: int, column: int) -> str:
    """Name a cell as Excel does, from row and column counted from 0: ``B3``."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"
