"""Steps ("one point less for each 10万 begun") as arithmetic.

In: step and limit clauses and the points they change. Out: an expression in which a begun
step is rounded up, a full one down, and neither pro rata. Reports E0306 where the reading
is open, E0301 for a step in another unit, E0206 where nothing is measured.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

import attrs

from scorelang.compiler.beside import is_right_beside
from scorelang.compiler.grids import grid_of
from scorelang.compiler.infer_names import unit_word
from scorelang.compiler.infer_times import in_months
from scorelang.compiler.percent_points import refuse_percent_here
from scorelang.compiler.reading import Reading
from scorelang.compiler.shown_units import InMoney, InPercent, shown_unit
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import Typed, describe, meet, number_of
from scorelang.compiler.units import measure
from scorelang.model import expressions as model
from scorelang.model.types import MONTHS
from scorelang.numeric.exact import show
from scorelang.numeric.rounding import Rounding, RoundingMode
from scorelang.syntax import ast

_ONE, _ZERO = Fraction(1), Fraction(0)
_MODES = {
    ast.EachWord.STARTED: RoundingMode.CEILING,
    ast.EachWord.FULL: RoundingMode.FLOOR,
}


def apply_clauses(
    points: model.Expr, clauses: Iterable[ast.Clause], subject: Typed | None, reading: Reading
) -> model.Expr | None:
    """Add and subtract the steps in order, then keep to the limits."""
    found: model.Expr | None = points
    given = tuple(clauses)
    for clause in given:
        if isinstance(clause, ast.StepClause):
            amount = lower_step(clause, subject, reading)
            if found is None or amount is None:
                found = None
                continue
            refuse_percent_here(clause.amount, found, reading)
            found = _changed(found, amount, clause)
    for clause in given:
        if isinstance(clause, ast.LimitClause) and found is not None:
            found = apply_limit(found, clause, reading)
    return found


def _changed(points: model.Expr, amount: model.Expr, clause: ast.StepClause) -> model.Expr:
    if not clause.minus and points == model.Const(_ZERO):
        return amount  # `1 for each patent` begins at nothing
    op = model.Arithmetic.SUBTRACT if clause.minus else model.Arithmetic.ADD
    return model.Calculation(op, points, amount, span=clause.span)


def apply_limit(points: model.Expr, clause: ast.LimitClause, reading: Reading) -> model.Expr | None:
    """Keep points between limits."""
    low, high = read_limits(clause, reading)
    for end in (clause.low, clause.high):
        refuse_percent_here(end, points, reading)
    found = points
    if high is not None:
        found = model.Extreme(model.Pick.LOWEST, (found, high), is_limit=True)
    if low is not None:
        found = model.Extreme(model.Pick.HIGHEST, (found, low), is_limit=True)
    return found


def read_limits(
    clause: ast.LimitClause, reading: Reading
) -> tuple[model.Expr | None, model.Expr | None]:
    """Read the limits of a clause."""
    low = reading.points(clause.low) if clause.low else None
    high = reading.points(clause.high) if clause.high else None
    return low.expr if low else None, high.expr if high else None


def lower_step(
    clause: ast.StepClause, subject: Typed | None, reading: Reading
) -> model.Expr | None:
    """Give the points that all steps of one clause come to, never negative by themselves."""
    amount = reading.points(clause.amount)
    count = _count(clause, subject, reading)
    if amount is None or count is None:
        return None
    found = count
    if amount.expr != model.Const(_ONE):
        found = model.Calculation(model.Arithmetic.MULTIPLY, amount.expr, count, span=clause.span)
    return apply_limit(found, clause.limit, reading) if clause.limit else found


def _count(clause: ast.StepClause, subject: Typed | None, reading: Reading) -> model.Expr | None:
    unit = unit_word(clause.measured, reading.draft)
    if unit is not None and clause.step is None:
        step = ast.NumberExpr(_ONE, "1", unit=unit, span=clause.span)
        clause = attrs.evolve(clause, step=step, measured=None)
    measured = subject if clause.measured is None else reading.in_units().infer(clause.measured)
    if measured is None:
        if clause.measured is None:
            reading.report("E0206.measured", clause.span)
        return None
    if measured.is_condition and clause.reference is None:
        one, zero = model.Const(_ONE), model.Const(_ZERO)
        return model.Choice(measured.expr, one, zero)
    measured = _in_steps(clause, measured)
    if not measured.is_number:
        reading.report(
            "E0302", clause.span, wanted=TERMS["a number"], found=describe(measured.type)
        )
        return None
    distance = _distance(clause, measured, reading)
    size = _size(clause, measured, reading)
    if distance is None or size is None:
        return None
    return _steps(clause, distance, size, reading)


def _in_steps(clause: ast.StepClause, measured: Typed) -> Typed:
    """Give counted years in months where the steps and the reference say 年 or 月."""
    nodes = [node for node in (clause.step, clause.reference) if isinstance(node, ast.NumberExpr)]
    units = {measure(node.multiplier, node.unit).unit for node in nodes}
    if units != {MONTHS}:
        return measured
    months = Typed(model.Const(_ZERO), number_of(MONTHS))
    return in_months(measured, months)[0]


def _distance(clause: ast.StepClause, measured: Typed, reading: Reading) -> model.Expr | None:
    """Give how far the measured value lies beyond the reference; never less than 0."""
    zero = model.Const(_ZERO)
    if clause.reference is None:
        return model.Extreme(model.Pick.HIGHEST, (zero, measured.expr))
    reference = reading.in_units().number(clause.reference)
    if reference is None:
        return None
    if not _fits(reference, measured, clause.reference, reading):
        return None
    if not is_right_beside(clause.reference, measured, reading):
        return None
    if reference.expr == zero and clause.above is not False:
        return model.Extreme(model.Pick.HIGHEST, (zero, measured.expr))
    ends = (measured.expr, reference.expr)
    if clause.above is False:
        ends = ends[::-1]
    difference = model.Calculation(model.Arithmetic.SUBTRACT, *ends, span=clause.span)
    return model.Extreme(model.Pick.HIGHEST, (zero, difference))


def _size(clause: ast.StepClause, measured: Typed, reading: Reading) -> Fraction | None:
    if clause.step is None:
        field = (
            reading.draft.fields.get(measured.expr.name)
            if isinstance(measured.expr, model.FieldValue)
            else None
        )
        return field.scale if field and not field.unit.is_plain else _ONE
    found = reading.in_units().number(clause.step)
    if found is None or not _fits(found, measured, clause.step, reading):
        return None
    if not is_right_beside(clause.step, measured, reading, asks=False):
        return None
    size = clause.step.value * measure(clause.step.multiplier, clause.step.unit).scale
    if size <= 0:
        reading.report("E0308.step", clause.step.span, step=clause.step.digits)
        return None
    _warn_of_unit(clause.step, measured, reading)
    return size


def _warn_of_unit(step: ast.NumberExpr, measured: Typed, reading: Reading) -> None:
    """Say how a step without a unit is read where what is measured is seen in one."""
    if step.multiplier is not None or step.unit is not None:
        return
    match shown_unit(measured, reading.draft.scope):
        case InMoney(name, unit):
            reading.report("W0304.step", step.span, subject=name, unit=unit, step=step.digits)
        case InPercent(name, is_column) if step.value >= 1 or is_column:
            read = f"{show(step.value * 100)}%"
            reading.report("W0305.step", step.span, subject=name, step=step.digits, reading=read)
        case _:
            pass


def _steps(
    clause: ast.StepClause, distance: model.Expr, size: Fraction, reading: Reading
) -> model.Expr | None:
    if clause.each is None and not _is_counted(distance, size, reading):
        reading.report("E0306", clause.span)
        return None
    count = distance
    if size != _ONE:
        count = model.Calculation(
            model.Arithmetic.DIVIDE, distance, model.Const(size), span=clause.span
        )
    mode = _MODES.get(clause.each) if clause.each else None
    return count if mode is None else model.Rounded(count, Rounding(_ONE, mode))


def _is_counted(distance: model.Expr, size: Fraction, reading: Reading) -> bool:
    """Whether only whole steps can occur, so that all three readings are one."""
    step = grid_of(distance, reading.draft.scope).step
    return step is not None and (step / size).denominator == 1


def _fits(found: Typed, measured: Typed, node: ast.Expr, reading: Reading) -> bool:
    if meet(found.type, measured.type) is not None:
        return True
    reading.report(
        "E0301",
        node.span,
        verb=TERMS["measured in steps of"]
        if isinstance(node, ast.NumberExpr)
        else TERMS["measured from"],
        left=describe(measured.type),
        right=describe(found.type),
    )
    return False
