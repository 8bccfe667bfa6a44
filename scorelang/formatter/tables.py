"""Tables of cells: `Grid` to entries, one a row, with the cells below one another.

A cell that reads as something is written like it would be elsewhere; one that reads as
nothing, and the title of an example, keep their text. All stand on the left, numbers too.
"""

from __future__ import annotations

from scorelang.formatter import expressions, ranges
from scorelang.formatter.columns import table_lines
from scorelang.formatter.document import Doc, Entry, Text, concat, entry, flat
from scorelang.formatter.style import Style, phrase
from scorelang.syntax.ast import (
    BetweenRange,
    BinaryExpr,
    BinaryOp,
    Cell,
    ExactRange,
    Expr,
    Grid,
    LimitRange,
    Name,
    RangeDecl,
)

_HEAD_WORDS = {"otherwise": "OTHERWISE", "missing": "MISSING"}


def grid_entries(grid: Grid, style: Style, *, is_titled: bool = False) -> tuple[Entry, ...]:
    """Write the rows of a table; in one of examples (``is_titled``) each begins with a title."""
    rows = [[cell_text(cell, style) for cell in row.cells] for row in grid.rows]
    if is_titled:
        rows = [[row.cells[0].text, *texts[1:]] for row, texts in zip(grid.rows, rows, strict=True)]
    lines = table_lines(rows, [row.split for row in grid.rows])
    return tuple(
        entry(Text(line), span=row.span) for line, row in zip(lines, grid.rows, strict=True)
    )


def cell_text(cell: Cell, style: Style) -> str:
    """Write one cell on one line."""
    if cell.value is None and cell.head is None:
        return cell.text
    head = _head(cell.head, style) if cell.head is not None else None
    values = [_value(value, style) for value in (cell.value, *cell.more) if value is not None]
    written = phrase(head, style.enumerated(values) if values else None)
    return flat(written) or cell.text


def _head(name: Name, style: Style) -> str:
    terminal = _HEAD_WORDS.get(name.text)
    return style.word(terminal) if terminal else style.name(name)


def _value(value: Expr | RangeDecl, style: Style) -> Doc:
    if isinstance(value, LimitRange | BetweenRange | ExactRange):
        return ranges.cell_range_doc(value, style)
    if isinstance(value, BinaryExpr) and value.op is BinaryOp.DIVIDE:
        sides = [expressions.primary_doc(side, style) for side in (value.left, value.right)]
        return concat(sides[0], "/", sides[1])  # 1/3 in a table of pairs is one number
    return expressions.operand_doc(value, style)
