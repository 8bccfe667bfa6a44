"""Tables of grades: a line for each grade, a column for each value of a category.

In: ``class size of staff by trade { | … | }``. Out: the category, and the values each column
is for. Reports E0205 (a value with two columns), E0206 (no category is named), E0302 (it is no
category), E0310 (a cell that is no limit), E0508 (a value without column).
"""

from __future__ import annotations

from collections.abc import Sequence

from scorelang.compiler.clauses import first_of
from scorelang.compiler.gradings import guard_in
from scorelang.compiler.reading import Reading
from scorelang.compiler.table_cells import fault_of, is_nothing, is_rest, values_in
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import Typed, describe
from scorelang.model.types import Value
from scorelang.syntax import ast


def read_by(decl: ast.GradesDecl, reading: Reading) -> Typed | None:
    """Read the category that limits differ by, after a look at the cells."""
    clause = first_of(decl.clauses, ast.SegmentClause)
    assert decl.grid is not None, "only a table of grades differs by a category"
    if clause is None or len(decl.grid.rows) < 2:
        reading.report("E0206.columns", decl.grid.span)
        return None
    for row in decl.grid.rows[1:]:
        for cell in row.cells[1:]:
            if not is_nothing(cell) and guard_in(cell) is None:
                reading.report(fault_of(cell), cell.span, text=cell.text)
    found = reading.infer(ast.NameExpr(clause.name, span=clause.name.span))
    if found is not None and not (found.is_category or found.is_condition):
        wanted = TERMS["a category"]
        reading.report("E0302", clause.name.span, wanted=wanted, found=describe(found.type))
        return None
    return found


def read_heads(
    decl: ast.GradesDecl,
    columns: Sequence[tuple[ast.Cell, ast.GradesDecl]],
    by: Typed,
    reading: Reading,
) -> list[frozenset[Value]]:
    """Give the values that each column is for; those of ``otherwise`` are all others."""
    every: frozenset[Value] = frozenset(by.type.values or (True, False))
    named: set[Value] = set()
    found: list[frozenset[Value]] = []
    for cell, _ in columns:
        values = frozenset[Value]() if is_rest(cell) else values_in(cell, by, reading)
        for again in sorted(map(str, named & (values or frozenset()))):
            reading.report("E0205.value", cell.span, value=again)
        found.append((values or frozenset()) - named)
        named |= values or frozenset()
    for cell in [cell for cell, _ in columns if is_rest(cell)][1:]:
        reading.report("E0205.value", cell.span, value=cell.text.strip())
    rest = [place for place, (cell, _) in enumerate(columns) if is_rest(cell)]
    if rest:
        found[rest[0]] = every - named
    elif every - named:
        listed = ", ".join(f"`{_word(value)}`" for value in sorted(every - named, key=str))
        span = (decl.name or decl).span
        reading.report("E0508.column", span, values=listed)
    return found


def _word(value: Value) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
