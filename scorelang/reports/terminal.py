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

from scorelang.model.rubric import CheckedRubric
from scorelang.reports.drawing import FIXED_WIDTH, draw, printed
from scorelang.reports.ledger import Ledger
from scorelang.reports.ledger_lines import LineKind
from scorelang.reports.ledger_page import Fact, LedgerPage, set_page

_INDENT = "  "
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
        [printed(page.title, "bold"), *_render(page)],
        color=color,
        width=width,
    )


def _render(page: LedgerPage) -> Iterator[RenderableType]:
    """Give one page and below it those of the rubrics it uses."""
    if page.warning:
        yield printed(page.warning, "bold red")
    if page.rows:
        yield _table(page)
    for fact in page.facts:
        yield from map(printed, _lines(fact))
    for used in page.used:
        yield printed("")
        yield printed(used.title, "bold")
        yield from _render(used)


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
