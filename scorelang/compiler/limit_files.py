"""Limits that stand in a CSV file beside the rubric.

In: an indicator that names a file. Out: the grid of that file, as if it stood in the
braces of the indicator, with its places in the file. Where the first column is headed
``indicator`` the file serves several, each line the one it names. Reports E0701 to E0703
(the file cannot be had) and E0704 (it holds no table that fits).
"""

from __future__ import annotations

import attrs

from scorelang.compiler.clauses import first_of
from scorelang.compiler.draft import Draft
from scorelang.diagnostics.model import Diagnostic
from scorelang.diagnostics.suggest import did_you_mean
from scorelang.library.table_files import read_table
from scorelang.model.heading_units import changes_numbers, units_of_title
from scorelang.syntax import ast
from scorelang.syntax.grid_file import FoundGrid, Unreadable, read_grid

_INDICATOR = frozenset({"indicator", "指标"})


def path_of_limits(decl: ast.IndicatorDecl) -> ast.Text | None:
    """Give the file an indicator takes its limits from, if it does."""
    file = first_of(decl.clauses, ast.LimitsFromClause)
    if file is not None:
        return file.path
    limits = first_of(decl.clauses, ast.LimitsClause)
    return limits.path if limits is not None else None


def read_limits_file(decl: ast.IndicatorDecl, path: ast.Text, draft: Draft) -> ast.Grid | None:
    """Read the table of an indicator from its file."""
    if decl.body is not None:
        draft.report("E0704.both", path.span, name=decl.name.text)
        return None
    source = read_table(path.value, path.span.path, draft.loader)
    if isinstance(source, Diagnostic):
        draft.collector.extend((attrs.evolve(source, span=path.span),))
        return None
    grid = read_grid(source)
    if isinstance(grid, Unreadable):
        if grid.number is None:
            draft.report("E0704.quotes", grid.span)
        else:
            key = "E0704.doubtful" if grid.is_doubtful else "E0704.comma"
            draft.report(key, grid.span, cell=grid.number, path=path.value)
        return None
    if grid is None:
        draft.report("E0704", path.span, path=path.value)
        return None
    _check_titles(grid, draft)
    return _lines_of(decl, grid.grid, path, draft)


def _check_titles(found: FoundGrid, draft: Draft) -> None:
    """Report a unit that a line above the table states: each limit is read as it stands."""
    for title, span in found.titles:
        for unit in units_of_title(title):
            if changes_numbers(unit):
                draft.report("E0704.unit", span, title=title, unit=unit)


def _lines_of(
    decl: ast.IndicatorDecl, grid: ast.Grid, path: ast.Text, draft: Draft
) -> ast.Grid | None:
    """Keep the lines of one indicator where the file serves several."""
    head, *rows = grid.rows
    first = head.cells[0]
    if first.text.casefold() not in _INDICATOR or _is_field(first.text, draft):
        return grid
    names = {decl.name.text, decl.label}
    own = [row for row in _filled_down(rows) if row.cells[0].text in names]
    if not own:
        near = did_you_mean(decl.label or decl.name.text, {row.cells[0].text for row in rows})
        key = "E0704.indicator_near" if near else "E0704.indicator"
        name = decl.name.text
        draft.report(key, first.span, path=path.value, name=name, near=near, column=first.text)
        return None
    kept = tuple(attrs.evolve(row, cells=row.cells[1:]) for row in (head, *own))
    return attrs.evolve(grid, rows=kept)


def _is_field(name: str, draft: Draft) -> bool:
    return name in draft.symbols.values


def _filled_down(rows: list[ast.Row]) -> list[ast.Row]:
    """Repeat the name above in an empty first cell: merged cells of a workbook."""
    found: list[ast.Row] = []
    for row in rows:
        first = row.cells[0]
        if not first.text and found:
            first = attrs.evolve(found[-1].cells[0], span=first.span)
        found.append(attrs.evolve(row, cells=(first, *row.cells[1:])))
    return found
