"""The table of a CSV file, read cell by cell as a table inside a rubric is.

In: the text of the file. Out: a grid whose places lie in that text, with the titles above it,
or the place of quotes that do not match. Cells are parted by commas, semicolons, tabs or ``|``,
whichever the first line of the table has most of (or a line ``sep=;`` says); a cell in quotes
may hold any of these, and ``""`` for a quote. Lines above the headings with far fewer cells
than the table are titles. Where semicolons part them and no number has a decimal point,
``1,250`` may be read in two ways, as in records, and is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from scorelang.diagnostics.collector import Collector
from scorelang.source.span import Span
from scorelang.source.text import SourceText
from scorelang.syntax import ast
from scorelang.syntax.from_tree_tables import padded, read_cell
from scorelang.syntax.parser import cell_reader
from scorelang.syntax.reading import Place

_SEPARATORS: Final = (",", "\t", ";", "，", "|")
_SAID: Final = re.compile(
    r"\ufeff?\s*[\"']?sep=(?P<sign>[^\r\n])[\"']?[ \t]*(?:\r\n|\r|\n|$)", re.IGNORECASE
)
_QUOTED: Final = re.compile(r'[ \t]*"((?:[^"]|"")*)"[ \t]*')
_COMMA_IN_NUMBER: Final = re.compile(r"[0-9][,，][0-9]")
_GROUPS: Final = re.compile(r"(?<![0-9.,，])[1-9][0-9]{0,2}(?:[,，][0-9]{3})+(?![0-9,，])")
_BOTH_WAYS: Final = re.compile(r"(?<![0-9.,，])[1-9][0-9]{0,2}[,，][0-9]{3}(?![0-9.,，])")
_DECIMAL_POINT: Final = re.compile(
    r"(?<![0-9.])(?:[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})|0\.[0-9]+|[0-9]{4,}\.[0-9]+)(?![0-9.])"
)
_IS_NUMERIC: Final = re.compile(
    r"[-+0-9.,，<>=≤≥~～\s%％¥￥元千万亿天日月年个以上下不满低于高超过等大小含至到、()（）]+"
).fullmatch
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_IN_QUOTES: Final = re.compile(r'"[^"]*"')
_LOOKED_AT: Final = 20
_PLAIN_NUMBER: Final = re.compile(r"[-+<>=≤≥\s]*[0-9.,]+\s*[%％]?").fullmatch
_REMARK: Final = re.compile(r"[:：(（]")
_SPACES: Final = {ord(char): " " for char in "\u3000\xa0\ufeff"}


_Raw = list[tuple[str, Span]]


@attrs.frozen
class Unreadable:
    """What keeps a file from being read, and where it stands.

    Quotes that do not match, or the text of a cell that is no number though it looks like one;
    ``is_doubtful``: it may be one of two numbers.
    """

    span: Span
    number: str | None = None
    is_doubtful: bool = False


@attrs.frozen
class FoundGrid:
    """The table of a file, and the titles above it with their places."""

    grid: ast.Grid
    titles: tuple[tuple[str, Span], ...] = ()


def read_grid(source: SourceText) -> FoundGrid | Unreadable | None:
    """Read a table; ``None`` where the file has no cell with anything in it."""
    whole = source.span(0, len(source.content))
    place = Place(whole, lambda *_: None, cell_reader(source, Collector()))
    rows: list[ast.Row] = []
    lines = list(_rows(source))
    titles = _titles(lines)
    lines = lines[len(titles) :]
    is_doubtful = _may_have_decimal_commas(source.content, lines)
    for found in lines:
        if isinstance(found, Unreadable):
            return found
        cells = []
        for text, span in found:
            one = _ungrouped(text)
            if one is None:
                return Unreadable(span, text.strip())
            if is_doubtful and one != text and _BOTH_WAYS.search(text):
                return Unreadable(span, text.strip(), is_doubtful=True)
            cells.append(_cell(one, span, place))
        while cells and not cells[-1].text:  # Excel leaves commas behind
            cells.pop()
        if cells:
            span = source.span(cells[0].span.start, cells[-1].span.end)
            rows.append(ast.Row(tuple(cells), span=span))
    if not rows:
        return None
    return FoundGrid(padded(rows, place), tuple(one for one in titles if one[0]))


def _titles(lines: list[_Raw | Unreadable]) -> list[tuple[str, Span]]:
    """Give the lines above the headings: they have less than half of the cells of the table."""
    first = [line for line in lines[:_LOOKED_AT] if not isinstance(line, Unreadable)]
    counts = [sum(1 for text, _ in line if text.strip()) for line in first]
    usual = max(counts, default=0)
    found: list[tuple[str, Span]] = []
    for line, count in zip(first, counts, strict=True):
        if usual < 2 or count * 2 >= max(usual, 3):
            break
        filled = [(text.strip(), span) for text, span in line if text.strip()]
        if filled and not _may_be_title(filled[0][0], is_first=bool(line[0][0].strip())):
            break
        spans = [span for _, span in filled or line]
        text = " ".join(text for text, _ in filled)
        found.append((text, Span(spans[0].path, spans[0].start, spans[-1].end)))
    return found


def _may_be_title(text: str, *, is_first: bool) -> bool:
    """Whether a line may be a title by its first text; a number or a lone name is a heading."""
    return not _PLAIN_NUMBER(text) if is_first else _REMARK.search(text) is not None


def _may_have_decimal_commas(content: str, lines: list[_Raw | Unreadable]) -> bool:
    """Whether ``1,250`` may be a decimal: semicolons part the cells, no number has a point."""
    if _separator(content)[0] != ";":
        return False
    cells = (text for found in lines if not isinstance(found, Unreadable) for text, _ in found)
    return not any(_IS_NUMERIC(text) and _DECIMAL_POINT.search(text) for text in cells)


def _ungrouped(text: str) -> str | None:
    """Take the commas out of groups of three, as in records; ``None`` for other commas in numbers.

    A list has spaces behind its commas: ``1, 2``.
    """
    if not _COMMA_IN_NUMBER.search(text) or not _IS_NUMERIC(text):
        return text
    plain = _GROUPS.sub(lambda found: found[0].replace(",", "").replace("，", ""), text)
    return None if _COMMA_IN_NUMBER.search(plain) else plain


def _cell(text: str, span: Span, place: Place) -> ast.Cell:
    """Read a cell from its text; its place is that of the raw text, quotes and all."""
    plain = text.translate(_SPACES)
    shift = len(plain) - len(plain.lstrip())
    found = read_cell(plain, span.start, place)
    return attrs.evolve(found, span=Span(span.path, span.start + shift, span.end))


def _rows(source: SourceText) -> Iterator[_Raw | Unreadable]:
    """Give the cells of each line with their places."""
    text = source.content
    separator, at = _separator(text)
    row: _Raw = []
    while at < len(text):
        quoted = _QUOTED.match(text, at)
        if quoted:
            row.append((quoted[1].replace('""', '"'), source.span(quoted.start(1), quoted.end(1))))
            at = quoted.end()
        else:
            end = _end_of_cell(text, at, separator)
            row.append((text[at:end].rstrip(), source.span(at, at + len(text[at:end].rstrip()))))
            at = end
        if row[-1][0].lstrip().startswith('"') and not quoted:
            yield Unreadable(row[-1][1])
            return
        line_end = _LINE_END.match(text, at)
        if line_end or at >= len(text):
            yield row
            row, at = [], line_end.end() if line_end else at
        elif text[at] == separator:
            at += 1
            if at == len(text):
                row.append(("", source.span(at, at)))
                yield row
        else:  # something behind the closing quote
            yield Unreadable(source.span(at, at + 1))
            return


def _end_of_cell(text: str, at: int, separator: str) -> int:
    while at < len(text) and text[at] not in {separator, "\r", "\n"}:
        at += 1
    return at


def _separator(text: str) -> tuple[str, int]:
    """Give the sign between the cells, and where the first line begins."""
    said = _SAID.match(text)
    if said is not None:
        return said["sign"], said.end()
    lines = [_IN_QUOTES.sub("", line) for line in _LINE_END.split(text)[:_LOOKED_AT]]
    counts = [max(map(line.count, _SEPARATORS)) for line in lines]
    # A title has fewer signs than the headings.
    first = next(line for line, n in zip(lines, counts, strict=True) if n * 2 >= max(counts))
    most = max(_SEPARATORS, key=lambda sign: (first.count(sign), -_SEPARATORS.index(sign)))
    return most, 0
