"""The ledger of one record as a page for a terminal.

In: a page of facts and lines. Out: text. The width is given by the caller: that of the
terminal, or ``FIXED_WIDTH`` where there is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from rich import box
from rich.console import RenderableType
from rich.table import Table

from scorelang.diagnostics.visible import count_columns
from scorelang.model.rubric import CheckedRubric
from scorelang.reports.drawing import FIXED_WIDTH, draw, printed
from scorelang.reports.ledger import Ledger
from scorelang.reports.ledger_lines import LineKind
from scorelang.reports.ledger_page import Fact, LedgerPage, PageRow, set_page

_INDENT = "  "
_GAP = 3
_LEAST_ROOM = 36
"""Columns of words that have less room together break every word of Chinese or English."""
_STYLES: Mapping[str, str] = MappingProxyType(
    {
        LineKind.GROUP.value: "bold",
        LineKind.INDICATOR.value: "",
        LineKind.ITEM.value: "italic",
        LineKind.ADJUSTMENT.value: "italic",
        LineKind.SUBTOTAL.value: "bold",
        LineKind.TOTAL.value: "bold",
    }
)


def render_ledger(
    ledger: Ledger,
    rubric: CheckedRubric,
    *,
    lang: str = "en",
    color: bool = False,
    width: int = FIXED_WIDTH,
) -> str:
    """Give the ledger of one record as a page of text."""
    page = set_page(ledger, rubric, lang)
    return draw(
        [printed(page.title, "bold"), *_render(page, width)],
        color=color,
        width=width,
    )


def _render(page: LedgerPage, width: int) -> Iterator[RenderableType]:
    """Give one page and below it those of the rubrics it uses."""
    if page.warning:
        yield printed(page.warning, "bold red")
    if page.rows and _room_for_words(page, width) >= _LEAST_ROOM:
        yield _table(page)
    elif page.rows:
        yield printed("")
        for row in page.rows:
            yield from (printed(line, _STYLES[row.kind]) for line in _list(page, row))
        yield printed("")
    for fact in page.facts:
        yield from map(printed, _lines(fact))
    for used in page.used:
        yield printed("")
        yield printed(used.title, "bold")
        yield from _render(used, width)


def _room_for_words(page: LedgerPage, width: int) -> int:
    """Give what is left for the columns of words when the numbers have theirs."""
    taken = 0
    for place, (head, is_number) in enumerate(zip(page.heads, page.numbers, strict=True)):
        if is_number:
            cells = (row.cells[place] for row in page.rows)
            taken += max(map(count_columns, (head, *cells)))
    return width - taken - _GAP * len(page.heads)


def _list(page: LedgerPage, row: PageRow) -> Iterator[str]:
    """Give a row as lines of its own: on a narrow screen columns would break every word."""
    first, *others = row.cells
    indent = _INDENT * row.depth
    if first:
        yield f"{indent}{first}"
    told = [*zip(page.heads[1:], page.numbers[1:], others, strict=True)]
    words = ((head, cell) for head, is_number, cell in told if cell and not is_number)
    yield from (f"{indent}{_INDENT}{head}: {cell}" for head, cell in words)
    numbers = " · ".join(f"{head} {cell}" for head, is_number, cell in told if cell and is_number)
    if numbers:
        yield f"{indent}{_INDENT}{numbers}"


def _table(page: LedgerPage) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for head, is_number in zip(page.heads, page.numbers, strict=True):
        if is_number:
            table.add_column(head, justify="right", no_wrap=True)
        else:
            table.add_column(head, overflow="fold")
    for row in page.rows:
        if row.kind == LineKind.TOTAL.value:
            table.add_section()
        first, *others = row.cells
        cells = (_INDENT * row.depth + first, *others)
        table.add_row(*map(printed, cells), style=_STYLES[row.kind])
    return table


def _lines(fact: Fact) -> Iterator[str]:
    yield f"{fact.label}: {fact.text}".rstrip()
    yield from (f"{_INDENT}{line}" for line in fact.lines)
