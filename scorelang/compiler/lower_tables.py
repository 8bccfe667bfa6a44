"""Lookup tables over one or more keys.

In: a grid. Out: keys, lines, and the cell each line gives. The first columns are keys; a
head with a name and a range (``detection 7..10``) begins the columns of a further key,
else the last column is what the table gives. An empty key cell repeats the one above.
Reports E0310 (a table of another shape) and E0209 (a cell that is none of the names).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from fractions import Fraction

import attrs

from scorelang.compiler.clauses import NOTE_CLAUSES, check_clauses, part_place
from scorelang.compiler.draft import KnownTable
from scorelang.compiler.fold_constants import constant
from scorelang.compiler.reading import Reading
from scorelang.compiler.table_cells import expr_in, fault_of, is_nothing, key_in
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import NUMBER, Typed, category_of, number_of
from scorelang.compiler.values import infer_beside
from scorelang.diagnostics.quoting import quoted
from scorelang.model.expressions import Const
from scorelang.model.rules import Table, TableLine
from scorelang.model.types import Unit, Value, ValueType
from scorelang.numeric.interval import Interval
from scorelang.source.structure import Structure
from scorelang.syntax import ast

Held = Interval | frozenset[Value]


@attrs.frozen(eq=False, repr=False)
class LookupLine(Structure):
    """What the cells of one line hold, as written too, and the cell it gives."""

    cells: tuple[Held, ...]
    gives: ast.Cell
    texts: tuple[str, ...] = ()


@attrs.frozen(eq=False, repr=False)
class LookupGrid(Structure):
    """A grid read as a lookup."""

    keys: tuple[Typed, ...]
    names: tuple[str, ...]
    lines: tuple[LookupLine, ...]


def read_lookup(grid: ast.Grid, reading: Reading) -> LookupGrid | None:
    """Read a grid as a lookup."""
    if len(grid.rows) < 2:
        reading.report("E0310", grid.span)
        return None
    head = grid.rows[0].cells
    across = next((i for i, cell in enumerate(head) if i and cell.head is not None), None)
    if across is None and _names_first_value(head[0]):
        across = 0  # one field, and that across: `| kind a | b |`
    row_keys = head[: len(head) - 1 if across is None else across]
    names = [_key_name(cell) for cell in row_keys]
    if across is not None:
        names.append(head[across].head)
    keys: list[Typed] = []
    for name, cell in zip(names, (*row_keys, head[-1]), strict=False):
        found = _read_key(name, cell, reading)
        if found is None:
            return None
        keys.append(found)
    lines = _lines(grid, keys, len(row_keys), across is not None, reading)
    texts = tuple(name.text for name in names if name is not None)
    return LookupGrid(tuple(keys), texts, tuple(lines))


def _names_first_value(cell: ast.Cell) -> bool:
    """Whether a cell at the head names a key together with its first values."""
    return cell.head is not None and _key_name(cell) is cell.head and bool(_below_head(cell))


def _key_name(cell: ast.Cell) -> ast.Name | None:
    value = expr_in(cell)
    return value.name if isinstance(value, ast.NameExpr) else cell.head


def _read_key(name: ast.Name | None, cell: ast.Cell, reading: Reading) -> Typed | None:
    if name is None:
        reading.report("E0310.key", cell.span, text=cell.text)
        return None
    return reading.in_units().infer(ast.NameExpr(name, span=name.span))


def _lines(
    grid: ast.Grid, keys: list[Typed], count: int, is_across: bool, reading: Reading
) -> Iterator[LookupLine]:
    head, *rows = grid.rows
    columns: list[tuple[Held, ...]] = []
    tops: list[str] = []
    if is_across:
        columns = [key_in(cell, keys[-1], reading) for cell in head.cells[count:]]
        tops = [_below_head(cell) for cell in head.cells[count:]]
    above: list[ast.Cell] = []
    for row in rows:
        above = [
            earlier if is_empty(cell) and earlier is not None else cell
            for cell, earlier in itertools.zip_longest(row.cells[:count], above, fillvalue=None)
            if cell is not None
        ]
        held = [key_in(cell, key, reading) for cell, key in zip(above, keys, strict=False)]
        for index, cell in enumerate(row.cells[count:]):
            if is_nothing(cell):
                continue
            across = [columns[index]] if is_across else []
            texts = (*(each.text.strip() for each in above), *tops[index : index + 1])
            for cells in itertools.product(*held, *across):
                yield LookupLine(cells, cell, texts)


def _below_head(cell: ast.Cell) -> str:
    """Give what a column across stands for, without the name of the key before the first."""
    text = cell.text.strip()
    return text if cell.head is None else text.removeprefix(cell.head.text).strip()


def is_empty(cell: ast.Cell) -> bool:
    """Whether nothing stands in a cell."""
    return not cell.text.strip()


def lower_table(decl: ast.TableDecl, reading: Reading) -> KnownTable | None:
    """Read a table declaration."""
    check_clauses(decl.clauses, NOTE_CLAUSES, part_place("table", decl.name.text), reading.draft)
    found = read_lookup(decl.grid, reading)
    if found is None:
        return None
    names = tuple(each.name.text for each in decl.gives)
    if decl.worst_first and not decl.ordered:
        place = TERMS["table `{name}`, which gives nothing in order"].format(name=decl.name.text)
        reading.report("E0204", decl.name.span, clause=quoted("worst first"), place=place)
    order = names[::-1] if decl.worst_first else names
    kind = category_of(order, ordered=decl.ordered) if names else NUMBER
    lines: list[TableLine] = []
    units: set[Unit] = set()
    for line in found.lines:
        value = _gives(line.gives, kind, units, reading)
        if value is not None:
            lines.append(TableLine(line.cells, value, line.texts, span=line.gives.span))
    if not names and len(units) == 1:
        kind = number_of(units.pop())
    keys = tuple(key.expr for key in found.keys)
    table = Table(decl.name.text, keys, tuple(lines), decl.label, found.names)
    return KnownTable(table, kind)


def _gives(cell: ast.Cell, kind: ValueType, units: set[Unit], reading: Reading) -> Value:
    node = expr_in(cell)
    if node is None:
        reading.report(fault_of(cell), cell.span, text=cell.text)
        return None
    if not kind.values:
        found = reading.number(node)
        if found is not None:
            units.add(found.type.unit)
        return constant(node, reading)
    named = infer_beside(node, Typed(Const(Fraction(0)), kind), reading)
    return named.expr.value if named and isinstance(named.expr, Const) else None
