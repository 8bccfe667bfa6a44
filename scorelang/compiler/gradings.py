"""The names of the grades of a grading, best first, before its lines are read.

In: a ``grades`` or ``class`` declaration. Out: its names. Conditions that stand before
or inside the lines can then speak of them. Where a value gives the grade its names are those
of its category. Raises no codes.
"""

from __future__ import annotations

import attrs

from scorelang.compiler.cell_forms import expr_in, is_nothing, is_rest, range_in
from scorelang.compiler.draft import Draft
from scorelang.syntax import ast

_MISSING = frozenset({"missing", "未填"})
TIE = "tie"
"""The class of records for which several scores are the highest."""


def grades_of(decl: ast.GradesDecl | None, draft: Draft) -> tuple[str, ...]:
    """Give all names of a grading, best first; nothing where there is no grading."""
    if decl is None:
        return ()
    if decl.winners:
        names = tuple(dict.fromkeys(name.text for name in decl.winners))
        return names if decl.ties_first else (*names, TIE)
    if decl.value is not None:
        return _names_of_value(decl.value, draft)
    if decl.grid is not None:
        names = tuple(dict.fromkeys(name_in(row.cells[0]).text for row in decl.grid.rows[1:]))
        return names[::-1] if decl.worst_first else names
    names = tuple(dict.fromkeys(line.name.text for line in decl.lines))
    return names[::-1] if decl.worst_first else names


def name_in(cell: ast.Cell) -> ast.Name:
    """Give the grade that a line of a table names."""
    match expr_in(cell):
        case ast.NameExpr(name):
            return name
        case ast.TextExpr(text):
            return ast.Name(text, span=cell.span)
        case _:
            return ast.Name(cell.text.strip(), span=cell.span)


def columns_of(decl: ast.GradesDecl) -> tuple[tuple[ast.Cell, ast.GradesDecl], ...]:
    """Give the head of each column of a table of grades, with the lines that stand in it.

    A cell that cannot be a line is left out; whoever lowers the table reports it.
    """
    if decl.grid is None:
        return ()
    head, *rows = decl.grid.rows
    clauses = tuple(each for each in decl.clauses if not isinstance(each, ast.SegmentClause))
    found: list[tuple[ast.Cell, ast.GradesDecl]] = []
    for place, cell in enumerate(head.cells[1:], start=1):
        lines = (_line(row.cells[0], row.cells[place]) for row in rows if len(row.cells) > place)
        own = tuple(line for line in lines if line is not None)
        found.append((cell, attrs.evolve(decl, grid=None, lines=own, clauses=clauses)))
    return tuple(found)


def _line(first: ast.Cell, cell: ast.Cell) -> ast.GradeLine | None:
    guard = guard_in(cell)
    return None if guard is None else ast.GradeLine(name_in(first), guard, span=cell.span)


def guard_in(cell: ast.Cell) -> ast.Guard | None:
    """Give the limits in a cell of a table of grades; nothing where there are none."""
    if is_rest(cell):
        return ast.OtherwiseGuard(span=cell.span)
    if cell.text in _MISSING:
        return ast.MissingGuard(span=cell.span)
    found = None if is_nothing(cell) else range_in(cell)
    return None if found is None else ast.RangeGuard(found, span=cell.span)


def has_order(decl: ast.GradesDecl | None, draft: Draft) -> bool:
    """Whether grades run from better to worse: they do, unless a value without order gives them."""
    if decl is None or decl.value is None or not isinstance(decl.value, ast.NameExpr):
        return True
    name = decl.value.name.text
    if isinstance(draft.symbols.values.get(name), ast.LetDecl):
        known = draft.lets.get(name, decl.value.span)
        return known is None or known.typed.type.ordered
    field = draft.fields.get(name)
    return field is None or field.ordered


def _names_of_value(value: ast.Expr, draft: Draft) -> tuple[str, ...]:
    if not isinstance(value, ast.NameExpr):
        return ()
    name = value.name.text
    match draft.symbols.values.get(name):
        case ast.TableDecl() as table:
            names = tuple(each.name.text for each in table.gives)
            return names[::-1] if table.worst_first else names
        case ast.LetDecl():
            known = draft.lets.get(name, value.span)
            return known.typed.type.values if known is not None else ()
        case _:
            field = draft.fields.get(name)
            return tuple(each.name for each in field.categories) if field is not None else ()
