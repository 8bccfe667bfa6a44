"""How a table lies in its file: what parts the cells, where the headings stand, what follows.

In: what people said (``Layout``) and the first rows of a table. Out: the row of the headings,
found by the names that a rubric knows; without names it is the first row that is filled like
the rows below it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NoReturn, TypeVar

import attrs

from scorelang.diagnostics.model import Diagnostic
from scorelang.records.decimals import DecimalSign
from scorelang.records.terms import TERMS
from scorelang.records.unreadable import note, refuse

LOOKED_AT = 20
"""The headings stand within so many rows."""

_NUMBER = re.compile(r"[-+]?[0-9.,%￥¥]+").fullmatch
_FILLED = 0.6
_SHOWN = 60

_T = TypeVar("_T")

Knows = Callable[[str], bool]


@attrs.frozen
class Layout:
    """What was said about a table; ``None``: found out.

    ``header_row`` is the line of the headings as an editor or Excel counts; the last
    ``skip_last`` rows are no records.
    """

    delimiter: str | None = None
    header_row: int | None = None
    skip_last: int = 0
    decimal: DecimalSign | None = None

    @classmethod
    def of(
        cls, delimiter: str | None, header_row: int | None, decimal: str | None, skip_last: int
    ) -> Layout:
        """Make it of the words of a command line."""
        sign = None if decimal is None else DecimalSign(decimal)
        return cls(delimiter, header_row, skip_last, sign)

    @property
    def option(self) -> str | None:
        """An option that was said and suits only tables of rows and columns."""
        if self.header_row is not None:
            return "--header-row"
        return "--skip-last" if self.skip_last else None


NO_LAYOUT = Layout()


@attrs.frozen
class Header:
    """The row of the headings: its place in the list, and how many headings are known."""

    place: int
    known: int


def find_header(rows: Sequence[Sequence[str]], knows: Knows | None) -> Header:
    """Find the headings among the first rows; the first one where nothing tells it."""
    if knows is None:
        return Header(_likely_header(rows), 0)
    counts = [sum(1 for cell in row if cell and knows(cell)) for row in rows[:LOOKED_AT]]
    best = max(counts, default=0)
    return Header(counts.index(best) if best else 0, best)


def _likely_header(rows: Sequence[Sequence[str]]) -> int:
    """Skip titles: rows with far fewer cells than most rows have."""
    filled = [sum(1 for cell in row if cell.strip()) for row in rows]
    usual = max(filled, default=0)
    for place, (count, row) in enumerate(zip(filled[:LOOKED_AT], rows, strict=False)):
        words = sum(1 for cell in row if cell.strip() and not _NUMBER(cell.strip()))
        if count >= max(1, usual * _FILLED) and words * 2 >= count:
            return place
    return 0


def usual_width(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Give how many rows have the width that most of them have, and that width."""
    if not rows:
        return 0, 0
    width, count = Counter(map(len, rows)).most_common(1)[0]
    return count, width


def to_titles(rows: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Give the texts of the rows above the headings; empty ones have none."""
    texts = (" ".join(cell for cell in row if cell).strip() for row in rows)
    return tuple(text for text in texts if text)


def say_skipped(path: str, line: int, titles: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Say which rows above the headings are left out."""
    texts = [text if len(text) <= _SHOWN else text[:_SHOWN] + "…" for text in titles]
    if not texts:
        return ()
    listed = TERMS[", "].join(f"`{text}`" for text in texts[:3]) + (" …" if len(texts) > 3 else "")
    return (note("U0170", path=path, line=line, rows=listed),)


def refuse_row(path: str, line: int, last: int) -> NoReturn:
    """End the run: there is nothing in the row that should hold the headings."""
    refuse("U0171", path=path, line=line, last=last)


def without_last(rows: Iterator[_T], count: int) -> Iterator[_T]:
    """Give all rows but the last ones."""
    if not count:
        yield from rows
        return
    held: list[_T] = []
    for row in rows:
        held.append(row)
        if len(held) > count:
            yield held.pop(0)
