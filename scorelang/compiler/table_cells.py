"""Cells of tables: values and ranges of a key, what a line gives.

In: a cell and the key it belongs to. Out: an interval or a set of values. Reports E0310
for a cell that cannot be read.
"""

from __future__ import annotations

from scorelang.compiler.infer_conditions import read_value, report_twice
from scorelang.compiler.lines import read_interval
from scorelang.compiler.reading import Reading
from scorelang.compiler.typed import Typed
from scorelang.model.types import Value
from scorelang.numeric.interval import ALL_NUMBERS, Interval
from scorelang.numeric.interval_set import normalise
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
    return None if cell.more else _first_range_in(cell)


def _first_range_in(cell: ast.Cell) -> ast.RangeDecl | None:
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


def values_in(cell: ast.Cell, key: Typed, reading: Reading) -> frozenset[Value] | None:
    """Read the values of a category in a cell."""
    nodes = exprs_in(cell)
    if not nodes:
        reading.report("E0310.cell", cell.span, text=cell.text)
        return None
    found = [read_value(node, key, reading) for node in nodes]
    report_twice(list(zip(nodes, found, strict=True)), reading)
    values = frozenset(value for value in found if value is not None)
    return None if None in found else values


def key_in(cell: ast.Cell, key: Typed, reading: Reading) -> tuple[Interval | frozenset[Value], ...]:
    """Read what a cell holds of a key: one set of values, or one or more intervals."""
    if not key.is_number:
        values = values_in(cell, key, reading)
        return () if values is None else (values,)
    nodes = [_first_range_in(cell), *(_as_range(more) for more in cell.more)]
    intervals = [read_interval(node, key, reading) for node in nodes if node is not None]
    found = [interval for interval in intervals if interval is not None]
    if not nodes or nodes[0] is None:
        reading.report("E0310.cell", cell.span, text=cell.text)
        return ()
    return normalise(found, ALL_NUMBERS) if len(found) == len(nodes) else ()


def _as_range(node: ast.Expr | ast.RangeDecl) -> ast.RangeDecl:
    return node if isinstance(node, _RANGES) else ast.ExactRange(node, span=node.span)
