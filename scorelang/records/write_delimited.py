"""Tables as CSV or TSV: UTF-8, one line a record, nothing that a spreadsheet would run.

In: a binary stream, columns and rows of cells. Out: the bytes. A text cell that a
spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable
from typing import BinaryIO

from scorelang.records.results_values import Cell, NumberText

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_AFTER_RETURN = re.compile(r"\r(?!\n)(?=\s*[=+\-@＝＋－＠])")
_END = "\r\n"
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?%?")


class DelimitedTable:
    """A table in text; ``with_bom`` makes Excel read it as UTF-8."""

    def __init__(
        self,
        stream: BinaryIO,
        columns: Iterable[str],
        *,
        delimiter: str = ",",
        with_bom: bool = False,
    ) -> None:
        if with_bom:
            stream.write(codecs.BOM_UTF8)
        self._stream = stream
        self._line = io.StringIO(newline="")
        # The csv module quotes what could end a line only if it ends its own lines with that.
        self._writer = csv.writer(self._line, delimiter=delimiter, lineterminator=_END)
        self._end = _END if with_bom else "\n"
        self.write(tuple(columns))

    def write(self, cells: Iterable[Cell]) -> None:
        """Write one line."""
        self._writer.writerow([neutralise(cell) for cell in cells])
        line = self._line.getvalue().removesuffix(_END) + self._end
        self._stream.write(line.encode("utf-8", "replace"))
        self._line.seek(0)
        self._line.truncate()

    def close(self) -> None:
        """Write what is still to be written: nothing."""


def neutralise(cell: Cell) -> str:
    """Give a cell that no spreadsheet runs.

    >>> neutralise("=1+1"), neutralise("-5"), neutralise("C001")
    ("'=1+1", '-5', 'C001')
    """
    if cell is None:
        return ""
    if "\r" in cell:  # some programs end a row there, whatever quotes say
        cell = _AFTER_RETURN.sub("\r'", cell)
    if isinstance(cell, NumberText) or not _FORMULA.match(cell) or _NUMBER.fullmatch(cell):
        return cell
    return f"'{cell}"
