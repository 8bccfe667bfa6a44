"""The ledger of one record as one page of HTML, to be read, printed and filed.

In: a page of facts and lines. Out: the whole document: no other file is needed, nothing is
loaded, every text is escaped and hidden characters stand by number.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from scorelang.diagnostics.visible import to_visible
from scorelang.reports.ledger_page import Fact, LedgerPage, PageRow

_STYLE = """
@page { size: A4; margin: 18mm 15mm }
body { font: 10.5pt/1.45 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei",
  "PingFang SC", "Heiti SC", "WenQuanYi Micro Hei", Arial, sans-serif;
  color: #111; max-width: 180mm; margin: 0 auto }
h1 { font-size: 15pt; margin: 0 0 4mm }
h2 { font-size: 12pt; margin: 6mm 0 2mm }
p.warning { color: #a00; font-weight: bold }
table { border-collapse: collapse; width: 100%; margin: 0 0 5mm }
thead { display: table-header-group }
tr { break-inside: avoid }
th, td { text-align: left; vertical-align: top; padding: 1mm 2mm; border-bottom: 0.2mm solid #ccc }
thead th { border-bottom: 0.4mm solid #444 }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
tr.group td, tr.subtotal td { font-weight: bold }
tr.total td { font-weight: bold; border-top: 0.4mm solid #444 }
tr.adjustment td, tr.item td { font-style: italic; color: #444 }
dt { font-weight: bold; margin-top: 2mm; break-after: avoid }
dd { margin: 0 0 0 5mm }
""".strip()


def to_html(page: LedgerPage, lang: str) -> str:
    """Give the whole document."""
    title = _text(page.title)
    language = "zh-CN" if lang == "zh" else "en"
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{language}">',
            "<head>",
            '<meta charset="utf-8"/>',
            '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
            f"<title>{title}</title>",
            f"<style>\n{_STYLE}\n</style>",
            "</head>",
            "<body>",
            f"<h1>{title}</h1>",
            *_body(page),
            "</body>",
            "</html>",
            "",
        )
    )


def _body(page: LedgerPage) -> Iterator[str]:
    if page.warning:
        yield f'<p class="warning">{_text(page.warning)}</p>'
    if page.rows:
        yield from _table(page)
    if page.facts:
        yield "<dl>"
        for fact in page.facts:
            yield from _fact(fact)
        yield "</dl>"
    for used in page.used:
        yield f"<h2>{_text(used.title)}</h2>"
        yield from _body(used)


def _table(page: LedgerPage) -> Iterator[str]:
    heads = zip(page.heads, page.numbers, strict=True)
    yield "<table>"
    told = "".join(_cell("th", head, is_right) for head, is_right in heads)
    yield f"<thead><tr>{told}</tr></thead>"
    yield "<tbody>"
    for row in page.rows:
        yield f'<tr class="{row.kind}">{"".join(_cells(row, page.numbers))}</tr>'
    yield "</tbody>"
    yield "</table>"


def _cells(row: PageRow, numbers: tuple[bool, ...]) -> Iterator[str]:
    first, *others = row.cells
    indent = f' style="padding-left: {2 + 4 * row.depth}mm"' if row.depth else ""
    yield f"<td{indent}>{_text(first)}</td>"
    for cell, is_right in zip(others, numbers[1:], strict=True):
        yield _cell("td", cell, is_right)


def _cell(tag: str, text: str, is_right: bool) -> str:
    mark = ' class="number"' if is_right else ""
    return f"<{tag}{mark}>{_text(text)}</{tag}>"


def _fact(fact: Fact) -> Iterator[str]:
    yield f"<dt>{_text(fact.label)}</dt>"
    if fact.text:
        yield f"<dd>{_text(fact.text)}</dd>"
    yield from (f"<dd>{_text(line)}</dd>" for line in fact.lines)


def _text(text: str) -> str:
    return escape(to_visible(text))
