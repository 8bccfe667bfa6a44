"""Cells of tables: values and ranges of a key, what a line gives.

In: a cell and the key it belongs to. Out: an interval or a set of values. Reports E0310
for a cell that cannot be read.
"""

from __future__ import annotations

from scorelang.compiler.cell_forms import (
    as_range,
    expr_in,
    exprs_in,
    fault_of,
    first_range_in,
    is_nothing,
    is_rest,
    range_in,
)
from scorelang.compiler.infer_conditions import read_value, report_twice
from scorelang.compiler.lines import read_interval
from scorelang.compiler.reading import Reading
from scorelang.compiler.typed import Typed
from scorelang.model.types import Value
from scorelang.numeric.interval import ALL_NUMBERS, Interval
from scorelang.numeric.interval_set import normalise
from scorelang.syntax import ast

__all__ = [
    "expr_in",
    "exprs_in",
    "fault_of",
    "is_nothing",
    "is_rest",
    "key_in",
    "range_in",
    "values_in",
]


def _unread(cell: ast.Cell) -> str:
    return "E0310.cell" if cell.text.strip() else "E0310.empty"


def values_in(cell: ast.Cell, key: Typed, reading: Reading) -> frozenset[Value] | None:
    """Read the values of a category in a cell."""
    nodes = exprs_in(cell)
    if not nodes:
        reading.report(_unread(cell), cell.span, text=cell.text)
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
    nodes = [first_range_in(cell), *(as_range(more) for more in cell.more)]
    intervals = [read_interval(node, key, reading) for node in nodes if node is not None]
    found = [interval for interval in intervals if interval is not None]
    if not nodes or nodes[0] is None:
        reading.report(_unread(cell), cell.span, text=cell.text)
        return ()
    return normalise(found, ALL_NUMBERS) if len(found) == len(nodes) else ()
