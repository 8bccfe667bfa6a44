"""Tables: a line of cells into a row, and what stands in a cell into a value.

Cells are split at ``|`` (or at tabs, where pasted) outside quotes; ``||`` parts the given
from the expected in tables of examples. A cell that reads as nothing keeps its text only.
"""


# what it reads; all take the same arguments

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from lark import Token

from scorelang.source.span import Span, join
from scorelang.syntax import ast
from scorelang.syntax.from_tree_ranges import range_of
from scorelang.syntax.reading import MOST_DIGITS, Kids, Place
from scorelang.syntax.vocabulary import KEYWORDS, is_reserved

TAB: Final = "\ue000"
"""Stands for a tab between the cells of a pasted table while the file is read."""

_PIECE: Final = re.compile(
    r'"[^"\n]*"|“[^“”\n]*”|「[^「」\n]+」|`[^`\n]+`|\|\|?|\ue000|.', re.DOTALL
)
_SEPARATORS: Final = frozenset(("|", "||", TAB))
_AS_OF: Final = frozenset(name for each in KEYWORDS["AS_OF"] for name in each)
_NUMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_NAME: Final = re.compile(r"[^\W\d]\w*")
_HEADED: Final = re.compile(
    r"(?P<head>[^\W\d][\w.]*|「[^」]+」|`[^`]+`)[ \t]+(?P<rest>\S.*)", re.DOTALL
)
_WORDS: Final = {
    "otherwise": "otherwise",
    "其余": "otherwise",
    "missing": "missing",
    "未填": "missing",
}


def cell(kids: Kids, place: Place) -> tuple[object, ...]:
    """Give the values that stand in one cell; a dash between two numbers makes a range."""
    return tuple(range_of(kid, place) or kid for kid in kids)


def grid(kids: Kids, place: Place) -> ast.Grid:
    """Make a grid of rows, all padded with empty cells to one width."""
    return make_grid([kid for kid in kids if isinstance(kid, Token) and kid.type == "ROW"], place)


def make_grid(lines: list[Token], place: Place) -> ast.Grid:
    """Read lines of cells and pad them to one width."""
    rows = [_row(line, place) for line in lines]
    return padded(rows, place)


def padded(rows: list[ast.Row], place: Place) -> ast.Grid:
    """Pad rows, of which there is at least one, with empty cells to one width."""
    width = max(len(row.cells) for row in rows)
    wide = tuple(_pad(row, width, place) for row in rows)
    return ast.Grid(wide, span=join(rows[0].span, rows[-1].span))


def _pad(row: ast.Row, width: int, place: Place) -> ast.Row:
    end = place.between(row.span.end, row.span.end)
    empty = ast.Cell("", span=end)
    cells = row.cells + (empty,) * (width - len(row.cells))
    return ast.Row(cells, row.split, span=row.span)


def _row(line: Token, place: Place) -> ast.Row:
    start = line.start_pos or 0
    text = str(line).rstrip()
    bounds, split = _bounds(text)
    cells = tuple(read_cell(text[low:high], start + low, place) for low, high in bounds)
    return ast.Row(cells, split, span=place.between(start, start + len(text)))


def _bounds(text: str) -> tuple[list[tuple[int, int]], int | None]:
    """Find where each cell begins and ends, and the index of the first one after ``||``."""
    opened = text.startswith("|")
    begun = 1 if opened else 0
    bounds: list[tuple[int, int]] = []
    split: int | None = None
    for piece in _PIECE.finditer(text, begun):
        if piece.group() in _SEPARATORS:
            bounds.append((begun, piece.start()))
            begun = piece.end()
            if piece.group() == "||" and split is None:
                split = len(bounds)
    if begun < len(text) or not opened:
        bounds.append((begun, len(text)))
    return bounds, split


def read_cell(raw: str, start: int, place: Place) -> ast.Cell:
    """Read one cell from its text, which begins at ``start``."""
    text = raw.strip()
    begin = start + len(raw) - len(raw.lstrip())
    span = place.between(begin, begin + len(text))
    if not text or text == "-":
        return ast.Cell(text, span=span)
    if len(text) <= MOST_DIGITS and text.isascii() and _NUMBER.fullmatch(text):
        return ast.Cell(text, ast.NumberExpr(Fraction(text), text, span=span), span=span)
    if text in _WORDS:
        return ast.Cell(text, head=ast.Name(_WORDS[text], span=span), span=span)
    if _NAME.fullmatch(text) and not is_reserved(text) and text not in _AS_OF:
        return ast.Cell(text, ast.NameExpr(ast.Name(text, span=span), span=span), span=span)
    return _read(text, span, place)


def _read(text: str, span: Span, place: Place) -> ast.Cell:
    values = _values(place.read_cell(text, span.start))
    if values:
        return ast.Cell(text, values[0], more=values[1:], span=span)
    found = _HEADED.fullmatch(text)
    if found is None:
        return ast.Cell(text, span=span)
    written = found["head"]
    values = _values(place.read_cell(found["rest"], span.start + found.start("rest")))
    head_span = Span(span.path, span.start, span.start + len(written))
    if not values or (is_reserved(written) and written not in _WORDS):
        return ast.Cell(text, span=span)
    head = ast.Name(_WORDS.get(written, written.strip("「」`")), span=head_span)
    return ast.Cell(text, values[0], head, values[1:], span=span)


def _values(found: tuple[object, ...] | None) -> tuple[ast.Expr | ast.RangeDecl, ...]:
    values = (kid for kid in found or () if isinstance(kid, ast.Expr | ast.RangeDecl))
    return tuple(values)
