"""Weights from comparisons in pairs (AHP), one table or one for each value of a category.

In: the parts of a group and the table of how many times each matters as much as another;
the empty half is implied. Out: the parts with their weights, which add up to 100%, and the
consistency ratios. Reports E0512 (the table does not fit the parts), E0513 (a comparison
of zero or less), E0514 (two halves that contradict each other) and W0506 (comparisons that
contradict each other too much).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import attrs

from scorelang.compiler.clauses import first_of
from scorelang.compiler.infer_names import report_no_such
from scorelang.compiler.pairs_table import MOST_JUDGED, Judgements, read_judgements
from scorelang.compiler.reading import Reading
from scorelang.compiler.table_cells import is_nothing, is_rest, values_in
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import Typed, describe
from scorelang.model import expressions as model
from scorelang.model.rubric import Part
from scorelang.model.types import Value
from scorelang.numeric.eigen import (
    MOST_COMPARED,
    Matrix,
    consistency_ratio,
    principal,
    rounded_shares,
    without,
)
from scorelang.numeric.exact import show
from scorelang.numeric.rounding import Rounding, RoundingMode, round_to
from scorelang.source.structure import Structure
from scorelang.syntax import ast

MOST_INCONSISTENT = Fraction(1, 10)
"""From this ratio on Saaty would have the comparisons made again."""

_YES_NO = {True: "yes", False: "no"}
_WHOLE = Rounding(Fraction(1), RoundingMode.HALF_UP)

Consistency = tuple[tuple[Value, Fraction], ...]


@attrs.frozen(eq=False, repr=False)
class _Weighed(Structure):
    """The weights by one table: for these values (``None``: for all others)."""

    values: tuple[Value, ...] | None
    weights: dict[str, Fraction]
    ratio: Fraction


def weigh_by_pairs(
    decl: ast.GroupDecl, parts: tuple[Part, ...], reading: Reading
) -> tuple[tuple[Part, ...], Consistency]:
    """Give the parts of a group their weights, where it takes them from pairs."""
    clause = first_of(decl.clauses, ast.PairsClause)
    if clause is None or not _is_fit(decl, clause, reading):
        return parts, ()
    by = _segment(clause, reading)
    if clause.by is not None and by is None:
        return parts, ()
    found = list(_weigh_all(decl, clause, by, reading))
    if by is not None and not _covers_all(found, by, clause, reading):
        return parts, ()
    weighted = tuple(attrs.evolve(part, weight=_weight(part.name, found, by)) for part in parts)
    ratios = ((value, each.ratio) for each in found for value in each.values or (None,))
    return weighted, tuple(ratios)


def _is_fit(decl: ast.GroupDecl, clause: ast.PairsClause, reading: Reading) -> bool:
    """Whether weights from pairs have a meaning for this group."""
    combine, group = first_of(decl.clauses, ast.CombineClause), decl.name.text
    is_fit = combine is not None and combine.word is ast.CombineWord.WEIGHTED
    if not is_fit:
        reading.report("E0512.combine", clause.span, group=group)
    children = _children(decl)
    for child in children:
        weight = first_of(child.clauses, ast.WeightClause)
        if weight is not None:
            reading.report("E0512.weight", weight.span, part=child.name.text, group=group)
            is_fit = False
    if len(children) > MOST_COMPARED:
        reading.report("E0512.many", clause.span, count=len(children), most=MOST_COMPARED)
        return False
    return is_fit


def _children(decl: ast.GroupDecl) -> list[ast.IndicatorDecl | ast.GroupDecl]:
    return [item for item in decl.items if isinstance(item, ast.IndicatorDecl | ast.GroupDecl)]


def _segment(clause: ast.PairsClause, reading: Reading) -> Typed | None:
    if clause.by is None:
        return None
    if clause.by.text not in reading.draft.symbols.values:
        report_no_such(TERMS["field"], clause.by, reading.draft.symbols.values, reading.draft)
        return None
    found = reading.infer(ast.NameExpr(clause.by, span=clause.by.span))
    if found is None or found.is_category or found.is_condition:
        return found
    reading.report("E0302", clause.by.span, wanted=TERMS["a category"], found=describe(found.type))
    return None


def _weigh_all(
    decl: ast.GroupDecl, clause: ast.PairsClause, by: Typed | None, reading: Reading
) -> Iterator[_Weighed]:
    names = {child.name.text: child.label for child in _children(decl)}
    for rows in _tables(clause, by, reading):
        values = _values(rows[0].cells[0], by, reading)
        found = read_judgements(rows, names, reading)
        if found is not None and values != ():
            principal_one = principal(found.matrix)
            ratio = consistency_ratio(principal_one.value, len(names))
            if ratio >= MOST_INCONSISTENT:
                _warn(found, principal_one.weights, ratio, reading)
            weights = dict(zip(names, rounded_shares(principal_one.weights), strict=True))
            yield _Weighed(values, weights, ratio)


def _tables(
    clause: ast.PairsClause, by: Typed | None, reading: Reading
) -> Iterator[tuple[ast.Row, ...]]:
    """Part the lines into tables: a new one begins with each line of names."""
    rows = clause.grid.rows
    if by is None:
        yield rows
        return
    heads = [place for place, row in enumerate(rows) if _is_head(row)]
    if not heads or heads[0] != 0:
        reading.report("E0512.head", rows[0].span)
        return
    for start, end in zip(heads, (*heads[1:], len(rows)), strict=True):
        yield rows[start:end]


def _is_head(row: ast.Row) -> bool:
    cells = [cell for cell in row.cells[1:] if not is_nothing(cell)]
    return bool(cells) and all(
        cell.value is None or isinstance(cell.value, ast.NameExpr | ast.TextExpr) for cell in cells
    )


def _values(cell: ast.Cell, by: Typed | None, reading: Reading) -> tuple[Value, ...] | None:
    """Read whom a table is for: ``None`` for all others, nobody after a report."""
    if by is None or is_rest(cell):
        return None
    return tuple(sorted(values_in(cell, by, reading) or (), key=str))


def _covers_all(
    found: Sequence[_Weighed], by: Typed, clause: ast.PairsClause, reading: Reading
) -> bool:
    """Whether each value of the category has its weights, and just once."""
    seen: set[Value] = set()
    is_complete = True
    for value in (value for each in found for value in each.values or (None,)):
        if value in seen:
            shown = "otherwise" if value is None else value
            reading.report("E0512.again", clause.span, value=shown)
            is_complete = False
        seen.add(value)
    wanted: tuple[Value, ...] = by.type.values if by.is_category else (True, False)
    for lacking in wanted:
        if found and lacking not in seen and None not in seen:
            word = _YES_NO[lacking] if isinstance(lacking, bool) else lacking
            reading.report("E0512.value", clause.span, value=word)
            is_complete = False
    return is_complete


def _weight(name: str, found: Sequence[_Weighed], by: Typed | None) -> model.Expr | None:
    if not found:
        return None
    if by is None:
        return model.Const(found[0].weights[name])
    cases = tuple(
        (value, model.Const(each.weights[name])) for each in found for value in each.values or ()
    )
    rest = next((each for each in found if each.values is None), None)
    return model.Switch(by.expr, cases, model.Const(rest.weights[name]) if rest else None)


def _warn(
    found: Judgements, weights: Sequence[Fraction], ratio: Fraction, reading: Reading
) -> None:
    """Name the comparison that fits least, and the one that the others call for."""
    row, column = max(found.places, key=lambda at: _deviation(found.matrix, weights, *at))
    fit = _fitting(found.matrix, row, column)
    mended = principal(_with(found.matrix, row, column, fit))
    reading.report(
        "W0506",
        found.places[row, column],
        ratio=show(ratio),
        row=found.names[row],
        column=found.names[column],
        value=shown_judgement(found.matrix[row][column]),
        fit=shown_judgement(fit),
        then=show(consistency_ratio(mended.value, len(found.names))),
    )


def _deviation(matrix: Matrix, weights: Sequence[Fraction], row: int, column: int) -> Fraction:
    off = matrix[row][column] * weights[column] / weights[row]
    return max(off, 1 / off)


def _fitting(matrix: Matrix, row: int, column: int) -> Fraction:
    """Give what the other comparisons make of one, on Saaty's scale of 1 to 9 and 1/9."""
    weights = principal(without(matrix, row, column)).weights
    times = weights[row] / weights[column]
    if times < 1:
        return 1 / min(round_to(1 / times, _WHOLE), MOST_JUDGED)
    return min(round_to(times, _WHOLE), MOST_JUDGED)


def _with(matrix: Matrix, row: int, column: int, value: Fraction) -> Matrix:
    changed = {(row, column): value, (column, row): 1 / value}
    return tuple(
        tuple(changed.get((i, j), entry) for j, entry in enumerate(line))
        for i, line in enumerate(matrix)
    )


def shown_judgement(value: Fraction) -> str:
    """Write a comparison as people do: 3, 1/3, 2.5.

    >>> shown_judgement(Fraction(1, 3)), shown_judgement(Fraction(5, 2))
    ('1/3', '2.5')
    """
    return f"1/{value.denominator}" if value.numerator == 1 and value < 1 else show(value)
