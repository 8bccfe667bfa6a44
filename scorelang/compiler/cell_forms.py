"""What stands in a cell of a table: a limit, values, ``otherwise``, nothing.

In: a cell. Out: its node. Nothing is read of what it belongs to, and nothing is reported.
"""

from __future__ import annotations

from scorelang.syntax import ast

_REST = frozenset({"otherwise", "其余", "其他情况"})
_NOTHING = frozenset({"", "-", "－", "—", "–"})
_RANGES = (ast.LimitRange, ast.BetweenRange, ast.ExactRange)


def is_rest(cell: ast.Cell) -> bool:
    """Whether a cell says ``otherwise``."""
    return (cell.head is not None and cell.head.text == "otherwise") or cell.text in _REST


def is_nothing(cell: ast.Cell) -> bool:
    """Whether a cell says that its line cannot happen here, or is empty."""
    return cell.text.strip() in _NOTHING


def range_in(cell: ast.Cell) -> ast.RangeDecl | None:
    """Give the limit or range in a cell, ``None`` for a list; a number stands for itself."""
    return None if cell.more else first_range_in(cell)


def first_range_in(cell: ast.Cell) -> ast.RangeDecl | None:
    """Give the first limit or range in a cell."""
    if isinstance(cell.value, _RANGES):
        return cell.value
    if cell.value is None:
        return None
    return ast.ExactRange(cell.value, span=cell.span)


def expr_in(cell: ast.Cell) -> ast.Expr | None:
    """Give the expression in a cell; ``None`` for a list, which is not one value (``0,80``)."""
    return None if cell.more else _first_in(cell)


def fault_of(cell: ast.Cell) -> str:
    """Name what is wrong with a cell that does not hold one value."""
    if not cell.text.strip():
        return "E0310.empty"
    return "E0310.list" if cell.more else "E0310.cell"


def _first_in(cell: ast.Cell) -> ast.Expr | None:
    if isinstance(cell.value, ast.ExactRange):
        return cell.value.value
    if cell.value is None or isinstance(cell.value, _RANGES):
        return None
    return cell.value


def exprs_in(cell: ast.Cell) -> tuple[ast.Expr, ...]:
    """Give all values in a cell (``A, B``)."""
    found = [_first_in(cell)]
    for more in cell.more:
        if isinstance(more, ast.ExactRange):
            found.append(more.value)
        elif not isinstance(more, _RANGES):
            found.append(more)
    return tuple(each for each in found if each is not None)


def as_range(node: ast.Expr | ast.RangeDecl) -> ast.RangeDecl:
    """Take a value for the range that holds just it."""
    return node if isinstance(node, _RANGES) else ast.ExactRange(node, span=node.span)
