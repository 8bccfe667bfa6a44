"""Tables as XLSX workbooks: one sheet, the same bytes for the same content.

In: a binary stream, columns and rows of cells. Out: a workbook when the table is closed.
Numbers are written as numbers where a spreadsheet keeps them exactly (15 digits), else
as text; text is never run as a formula or made a link.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction
from typing import BinaryIO

import xlsxwriter

from scorelang.records.results_values import Cell, NumberText, TooManyRows

_EXACT_DIGITS = 15
_MOST_ROWS = 1_048_576
_LONGEST_TEXT = 32_767
# A workbook says when it was made; a clock would make two equal runs differ.
_CREATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
_OPTIONS = {
    # Nothing beside the stream itself: a run that is stopped leaves no files behind.
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class XlsxTable:
    """A table in a workbook."""

    def __init__(self, stream: BinaryIO, columns: Iterable[str], *, sheet: str = "results") -> None:
        self._workbook = xlsxwriter.Workbook(stream, _OPTIONS)
        self._workbook.set_properties({"created": _CREATED})
        self._sheet = self._workbook.add_worksheet(sheet)
        self._sheet.freeze_panes(1, 0)
        self._bold = self._workbook.add_format({"bold": True})
        self._row = 1
        for index, column in enumerate(columns):
            self._sheet.write_string(0, index, column, self._bold)

    def write(self, cells: Iterable[Cell]) -> None:
        """Write one row; raises ``TooManyRows`` where the sheet is full."""
        if self._row >= _MOST_ROWS:
            raise TooManyRows
        for index, cell in enumerate(cells):
            if cell is None:
                continue
            if isinstance(cell, NumberText) and _is_exact(cell):
                self._sheet.write_number(self._row, index, float(Fraction(cell)))
            else:
                self._sheet.write_string(self._row, index, cell[:_LONGEST_TEXT])
        self._row += 1

    def close(self) -> None:
        """Write the workbook."""
        self._workbook.close()


def _is_exact(number: str) -> bool:
    return len(number.strip("-").replace(".", "").lstrip("0")) <= _EXACT_DIGITS
