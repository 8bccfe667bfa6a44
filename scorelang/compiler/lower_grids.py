"""Indicators whose body is a table: bands by segment, limits by segment, lookups.

In: an indicator with a grid. Out: ``Rule``. Reports E0310 where the grid has another
shape than its clauses say, E0201 for a segment field that does not exist, E0205 for a value
that has two lines or columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

import attrs

from scorelang.compiler.as_written import as_written, join_line
from scorelang.compiler.clauses import first_of
from scorelang.compiler.lines import read_lines
from scorelang.compiler.lower_branches import RuleContext, lower_outcome
from scorelang.compiler.lower_tables import read_lookup
from scorelang.compiler.table_cells import (
    expr_in,
    fault_of,
    is_nothing,
    is_rest,
    range_in,
    values_in,
)
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import Typed, describe
from scorelang.compiler.wording import write_range
from scorelang.model.expressions import Const
from scorelang.model.rules import Bands, Branch, BySegment, Lookup, Rule, Table, TableLine
from scorelang.model.types import Value
from scorelang.numeric.interval import Interval
from scorelang.syntax import ast

_COMMA = re.compile("[,，]")
_FULL = frozenset({"full", "满分"})


def lower_grid_body(decl: ast.IndicatorDecl, grid: ast.Grid, context: RuleContext) -> Rule | None:
    """Read the table of an indicator."""
    segment, limits = (
        first_of(decl.clauses, ast.SegmentClause),
        first_of(decl.clauses, ast.LimitsClause),
    )
    if segment is None and limits is None:
        return _lower_lookup(grid, context)
    subject = context.subject
    if subject is None or not subject.is_number:
        context.report("E0206.subject", decl.name.span, name=context.name)
        return None
    if len(grid.rows) < 2:
        context.report("E0310", grid.span)
        return None
    by = _segment(segment.name if segment else limits.by if limits else decl.name, context)
    if by is None:
        return None
    if limits is not None:
        return _lower_limits(grid, limits, by, subject, context)
    return _lower_columns(grid, by, subject, context)


def _segment(name: ast.Name, context: RuleContext) -> Typed | None:
    found = context.reading.infer(ast.NameExpr(name, span=name.span))
    if found is not None and not (found.is_category or found.is_condition):
        context.report("E0302", name.span, wanted=TERMS["a category"], found=describe(found.type))
        return None
    return found


def _lower_columns(grid: ast.Grid, by: Typed, subject: Typed, context: RuleContext) -> Rule:
    """Read bands by segment: a column for each value, a line for each number of points."""
    head, *rows = grid.rows
    rules: list[tuple[Value, Rule]] = []
    otherwise: Rule | None = None
    for index, cell in enumerate(head.cells[1:], start=1):
        lines = [(row.cells[0], row.cells[index]) for row in rows if len(row.cells) > index]
        bands = _column(lines, subject, context)
        if is_rest(cell):
            text = cell.text.strip()
            _report_again(cell, text, context, is_again=otherwise is not None)
            otherwise = bands
            continue
        rules += [(value, bands) for value in _new_values(cell, by, rules, context)]
    return BySegment(by.expr, tuple(rules), otherwise)


def _new_values(
    cell: ast.Cell, by: Typed, rules: Sequence[tuple[Value, Rule]], context: RuleContext
) -> list[Value]:
    """Read the values a line or column is for; one that has another already is an error."""
    values = sorted(values_in(cell, by, context.reading) or (), key=str)
    known = {value for value, _ in rules}
    for value in values:
        _report_again(cell, str(value), context, is_again=value in known)
    return values


def _report_again(cell: ast.Cell, text: str, context: RuleContext, *, is_again: bool) -> None:
    if is_again:
        context.report("E0205.value", cell.span, value=text)


def _column(lines: list[tuple[ast.Cell, ast.Cell]], subject: Typed, context: RuleContext) -> Bands:
    rest: dict[str, Branch] = {}
    ranges: list[ast.RangeDecl] = []
    points: list[ast.Cell] = []
    for first, cell in lines:
        if is_nothing(cell):
            continue
        found = range_in(cell)
        if is_rest(cell) or cell.text in {"missing", "未填"}:
            word = "otherwise" if is_rest(cell) else "missing"
            _report_again(cell, cell.text.strip(), context, is_again=word in rest)
            branch = _branch(first, cell.text.strip(), None, context)
            if branch is not None:
                rest[word] = branch
        elif found is None:
            context.report(fault_of(cell), cell.span, text=cell.text)
        else:
            ranges.append(found)
            points.append(first)
    intervals = read_lines(ranges, subject, context.reading)
    bands = _bands(list(zip(intervals, ranges, points, strict=True)), context)
    return Bands(subject.expr, bands, rest.get("otherwise"), rest.get("missing"))


def _bands(
    lines: list[tuple[Interval | None, ast.RangeDecl, ast.Cell]],
    context: RuleContext,
    side: str = "",
) -> tuple[tuple[Interval, Branch], ...]:
    """Read what lines give; ``side`` stands before cells that hold a bare limit."""
    found: list[tuple[Interval, Branch]] = []
    for interval, node, cell in lines:
        text = as_written(context.reading.draft.tree, node.span, write_range(node))
        text = f"{side} {text}" if side else text
        branch = _branch(cell, text, interval, context)
        if interval is not None and branch is not None:
            found.append((interval, branch))
    return tuple(found)


def _branch(
    cell: ast.Cell, text: str, interval: Interval | None, context: RuleContext
) -> Branch | None:
    """Read what a cell gives: points, a level, full marks."""
    node = expr_in(cell)
    outcome: ast.OutcomeDecl
    if cell.text.strip() in _FULL:
        outcome = ast.FullOutcome(span=cell.span)
    elif node is None:
        context.report(fault_of(cell), cell.span, text=cell.text)
        return None
    else:
        outcome = ast.PointsOutcome(node, span=cell.span)
    made = lower_outcome(outcome, (), text, cell.span, context, interval)
    if made is None or isinstance(made.points, Const | None):
        return made
    # Where the points are worked out, the line alone would not explain them.
    return attrs.evolve(
        made, text=join_line(context.reading.draft.tree, cell.span, text, [cell.text.strip()])
    )


def _lower_limits(
    grid: ast.Grid, clause: ast.LimitsClause, by: Typed, subject: Typed, context: RuleContext
) -> Rule | None:
    """Read limits by segment: a line for each value, a column for each number of points."""
    head, *rows = grid.rows
    rules: list[tuple[Value, Rule]] = []
    otherwise: Rule | None = None
    for row in rows:
        bands = _row(head.cells, row.cells, clause, subject, context)
        if is_rest(row.cells[0]):
            text = row.cells[0].text.strip()
            _report_again(row.cells[0], text, context, is_again=otherwise is not None)
            otherwise = bands
            continue
        rules += [(value, bands) for value in _new_values(row.cells[0], by, rules, context)]
    return BySegment(by.expr, tuple(rules), otherwise)


def _row(
    head: tuple[ast.Cell, ...],
    cells: tuple[ast.Cell, ...],
    clause: ast.LimitsClause,
    subject: Typed,
    context: RuleContext,
) -> Bands:
    rest: dict[str, Branch] = {}
    ranges: list[ast.RangeDecl] = []
    points: list[ast.Cell] = []
    for top, cell in zip(head[1:], cells[1:], strict=False):
        if is_rest(top) or (top.head is not None and top.head.text == "missing"):
            word = "otherwise" if is_rest(top) else "missing"
            _report_again(top, top.text.strip(), context, is_again=word in rest)
            branch = _branch(top, _head(top, word, context), None, context)
            if branch is not None:
                rest[word] = branch
        elif not is_nothing(cell):
            node = expr_in(cell)
            if node is None:
                context.report(fault_of(cell), cell.span, text=cell.text)
                continue
            ranges.append(ast.LimitRange(clause.op, node, span=cell.span))
            points.append(top)
    intervals = read_lines(ranges, subject, context.reading)
    side = _side(clause, context.reading.draft.tree)
    bands = _bands(list(zip(intervals, ranges, points, strict=True)), context, side)
    return Bands(subject.expr, bands, rest.get("otherwise"), rest.get("missing"))


def _head(cell: ast.Cell, word: str, context: RuleContext) -> str:
    """Give the word that a head begins with, as the file has it."""
    if cell.head is None:
        return cell.text.strip()
    return as_written(context.reading.draft.tree, cell.head.span, word)


def _side(clause: ast.LimitsClause, tree: ast.RubricDecl) -> str:
    """Give the word of a clause that says on which side of its limits points are given."""
    said = _COMMA.split(as_written(tree, clause.span, ""))[-1].strip()
    return said or clause.op.value


def _lower_lookup(grid: ast.Grid, context: RuleContext) -> Rule | None:
    found = read_lookup(grid, context.reading)
    if found is None:
        return None
    branches: list[Branch] = []
    lines: list[TableLine] = []
    for line in found.lines:
        texts = zip(found.names, line.texts, strict=False)
        text = ", ".join(f"{name} {cell}" for name, cell in texts)
        branch = _branch(line.gives, text, None, context)
        if branch is None:
            continue
        place = Fraction(len(branches))
        lines.append(TableLine(line.cells, place, line.texts, span=line.gives.span))
        branches.append(branch)
    name = f"points of {context.name}"
    keys = tuple(key.expr for key in found.keys)
    table = Table(name, keys, tuple(lines), None, found.names)
    draft = context.reading.draft
    draft.own_tables[name] = table
    draft.scope = attrs.evolve(draft.scope, tables={**draft.scope.tables, name: table})
    return Lookup(name, tuple(branches))
