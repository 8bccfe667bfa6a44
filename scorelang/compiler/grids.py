"""The grid of an expression: the step that all its values are multiples of, if there is one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from fractions import Fraction

from scorelang.bounds.steps import Step, after_rounding, common, power_step, scaled
from scorelang.compiler.scope import Scope
from scorelang.compiler.value_behind import value_behind
from scorelang.model.expressions import (
    Absolute,
    Arithmetic,
    AsOf,
    Calculation,
    Choice,
    Const,
    Expr,
    Extreme,
    FieldValue,
    FirstKnown,
    HoldCount,
    LetValue,
    Negation,
    PopulationValue,
    Power,
    ResultValue,
    Rounded,
    ScorePoints,
    Switch,
    TableValue,
    TotalValue,
    UsedValue,
)
from scorelang.model.fields import FieldType
from scorelang.model.rubric import Manner, PopulationKind
from scorelang.model.times import DateShift, DayNumber, Elapsed
from scorelang.numeric.interval import ALL_NUMBERS, Grid
from scorelang.numeric.rounding import Rounding

_COARSEST = Fraction(10) ** 9


def grid_of(expr: Expr, scope: Scope) -> Grid:
    """Give the grid of a number; of one that is always zero, a grid as coarse as can be."""
    step = _step(expr, scope)
    return ALL_NUMBERS if step is None else Grid(step or _COARSEST)


def common_grid(grids: Iterable[Grid]) -> Grid:
    """Give the grid that holds the numbers of all these, and their sums."""
    step = common(grid.step for grid in grids)
    return ALL_NUMBERS if step is None else Grid(step or _COARSEST)


def grid_of_rounding(roundings: Sequence[Rounding], unrounded: Grid = ALL_NUMBERS) -> Grid:
    """Give the grid after roundings in turn."""
    step = unrounded.step
    for rounding in roundings:
        step = after_rounding(step, rounding)
    return Grid(step)


def constant_of(expr: Expr) -> Fraction | None:
    """Give the number an expression always is, if it is written as one."""
    match expr:
        case Const(Fraction() as value):
            return value
        case Const(dt.date() as day):
            return Fraction(day.toordinal())
        case Negation(operand):
            positive = constant_of(operand)
            return None if positive is None else -positive
        case _:
            return None


def _step(expr: Expr, scope: Scope) -> Step:
    match expr:
        case Const():
            known = constant_of(expr)
            return None if known is None else abs(known)
        case AsOf() | DateShift() | Elapsed() | DayNumber():
            return Fraction(1)  # days and what is completed are counted
        case FieldValue(name):
            field = scope.fields.get(name)
            if field is not None and field.type is FieldType.DATE:
                return Fraction(1)
            return field.grid.step if field else None
        case LetValue(name):
            return _step_of_let(name, scope)
        case ResultValue(name):
            return _step(scope.results[name], scope) if name in scope.results else None
        case ScorePoints(name):
            return scope.scores[name].grid.step if name in scope.scores else None
        case TotalValue():
            return scope.total.grid.step if scope.total else None
        case UsedValue(alias):
            used = scope.used.get(alias)
            return None if used is None else _step(value_behind(expr), used.scope)
        case Calculation(op, left, right):
            return _step_of_calculation(op, left, right, scope)
        case Negation(operand) | Absolute(operand):
            return _step(operand, scope)
        case Power(base, exponent):
            return power_step(_step(base, scope), exponent)
        case Extreme(_, operands) | FirstKnown(operands):
            return common(_step(operand, scope) for operand in operands)
        case Rounded(operand, rounding):
            return after_rounding(_step(operand, scope), rounding)
        case Choice(_, then, otherwise):
            return common((_step(then, scope), _step(otherwise, scope)))
        case Switch(_, cases, otherwise, missing):
            given = (*(value for _, value in cases), otherwise, missing)
            return common(_step(value, scope) for value in given if value is not None)
        case TableValue(name):
            return _step_of_table(name, scope)
        case HoldCount():
            return Fraction(1)
        case PopulationValue(name):
            return _step_of_population(name, scope)
        case _:
            return None


def _step_of_let(name: str, scope: Scope) -> Step:
    """Give the step of a derived value, worked out once: one may stand in another many times."""
    if name not in scope.lets:
        return None
    if name not in scope.steps:
        scope.steps[name] = _step(scope.lets[name], scope)
    return scope.steps[name]


def _step_of_calculation(op: Arithmetic, left: Expr, right: Expr, scope: Scope) -> Step:
    a, b = _step(left, scope), _step(right, scope)
    match op:
        case Arithmetic.ADD | Arithmetic.SUBTRACT:
            return common((a, b))
        case Arithmetic.MULTIPLY:
            return scaled(a, b)
        case Arithmetic.DIVIDE:
            divisor = constant_of(right)
            return scaled(a, 1 / divisor) if divisor else None


def _step_of_table(name: str, scope: Scope) -> Step:
    table = scope.tables.get(name)
    if table is None:
        return None
    values = [line.value for line in table.lines]
    return common(abs(value) if isinstance(value, Fraction) else None for value in values)


def _step_of_population(name: str, scope: Scope) -> Step:
    population = scope.populations.get(name)
    if population is None:
        return None
    match population.kind:
        case PopulationKind.RANK if population.manner is Manner.AVERAGE:
            return Fraction(1, 2)
        case PopulationKind.RANK | PopulationKind.COUNT:
            return Fraction(1)
        case PopulationKind.LOWEST | PopulationKind.HIGHEST:
            return _step(population.keys[0], scope)
        case _:
            return None
