"""The ledger of one record as a workbook: one sheet, printable on A4.

In: a page of facts and lines. Out: bytes, the same for the same page. Numbers are numbers
where a spreadsheet keeps them exactly; nothing is run as a formula or made a link.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from fractions import Fraction

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from scorelang.diagnostics.visible import to_visible
from scorelang.numeric.exact import parse_decimal
from scorelang.reports.ledger_page import LedgerPage

_EXACT_DIGITS = 15
_A4 = 9
_WIDTHS = (26, 34, 34, 10, 10, 10, 10)
_CREATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def to_xlsx(page: LedgerPage) -> bytes:
    """Give the workbook."""
    stream = io.BytesIO()
    book = Workbook(stream, _OPTIONS)
    book.set_properties({"created": _CREATED})
    sheet = book.add_worksheet(page.sheet)
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    _Writer(book, sheet).write(page)
    book.close()
    return stream.getvalue()


class _Writer:
    """Writes one page below the other."""

    def __init__(self, book: Workbook, sheet: Worksheet) -> None:
        self._sheet, self._row = sheet, 0
        self._wrap = book.add_format({"text_wrap": True, "valign": "top"})
        self._bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._indented: dict[int, Format] = {}
        self._book = book

    def write(self, page: LedgerPage) -> None:
        """Write a page and those of used rubrics."""
        self._line(page.title, self._bold)
        if page.warning:
            self._line(page.warning, self._bold)
        if page.rows:
            self._table(page)
        for fact in page.facts:
            for label, text in _fact_lines(fact.label, fact.text, fact.lines):
                self._cell(0, label, self._bold)
                self._cell(1, text, None)
                self._row += 1
        for used in page.used:
            self._row += 1
            self.write(used)

    def _table(self, page: LedgerPage) -> None:
        for column, head in enumerate(page.heads):
            self._cell(column, head, self._bold)
        self._row += 1
        for row in page.rows:
            first, *others = row.cells
            self._cell(0, first, self._indent(row.depth))
            cells = zip(others, page.numbers[1:], strict=True)
            for column, (text, is_number) in enumerate(cells, 1):
                if is_number and _is_exact(text):
                    self._sheet.write_number(self._row, column, float(Fraction(text)))
                else:
                    self._cell(column, text, self._wrap)
            self._row += 1
        self._row += 1

    def _indent(self, depth: int) -> Format:
        if depth not in self._indented:
            form = {"indent": min(depth, 15), "text_wrap": True, "valign": "top"}
            self._indented[depth] = self._book.add_format(form)
        return self._indented[depth]

    def _line(self, text: str, form: Format) -> None:
        # Without wrapping a long title runs over the columns beside it.
        self._sheet.write_string(self._row, 0, to_visible(text), self._plain_bold(form))
        self._row += 1

    def _plain_bold(self, form: Format) -> Format:
        return form if self._row else self._book.add_format({"bold": True, "font_size": 14})

    def _cell(self, column: int, text: str, form: Format | None) -> None:
        if text:
            self._sheet.write_string(self._row, column, to_visible(text), form)


def _fact_lines(label: str, text: str, lines: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    first, *others = [*((text,) if text else ()), *lines] or [""]
    yield label, first
    yield from (("", line) for line in others)


def _is_exact(text: str) -> bool:
    digits = text.strip("-").replace(".", "").lstrip("0")
    return len(digits) <= _EXACT_DIGITS and bool(text) and parse_decimal(text) is not None
