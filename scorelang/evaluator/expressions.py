"""The value of an expression for one record.

In: an expression of the checked tree and the scope of a record. Out: an exact value, or
``None``: missing. The operators are elsewhere; this file walks the tree and decides what
missing does. The commonest nodes are asked for first: that is worth a third of the time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction
from typing import assert_never

from scorelang.evaluator import logic, operators, times
from scorelang.evaluator.applicable import applicable_full
from scorelang.evaluator.scope import Scope
from scorelang.evaluator.used import is_scored, used_value
from scorelang.model.expressions import (
    Absolute,
    ApplicableFull,
    AsOf,
    AtLeast,
    Both,
    Calculation,
    Choice,
    ClassValue,
    Compare,
    Comparison,
    Const,
    DoesApply,
    Either,
    EveryLevel,
    Expr,
    Extreme,
    FieldValue,
    FirstKnown,
    Function,
    GradeValue,
    HasFullMarks,
    HoldCount,
    Inside,
    Interpolation,
    IsMissing,
    LetValue,
    Negation,
    Not,
    OneOf,
    Pick,
    PopulationValue,
    Power,
    ResultValue,
    Rounded,
    ScoreLevel,
    ScorePoints,
    ScoreShare,
    SpecialOf,
    Switch,
    TableValue,
    TotalValue,
    UsedValue,
    UsedWord,
)
from scorelang.model.rubric import Population
from scorelang.model.rules import Table, TableLine
from scorelang.model.times import DateShift, DayNumber, Elapsed, Growth
from scorelang.model.types import Value
from scorelang.numeric.rounding import round_to

_Condition = (
    Compare
    | OneOf
    | Inside
    | IsMissing
    | Both
    | Either
    | Not
    | AtLeast
    | HasFullMarks
    | EveryLevel
    | DoesApply
)
_Number = Negation | Power | Extreme | Absolute | Function | Rounded | Interpolation | HoldCount
_Selection = FirstKnown | Choice | Switch | TableValue | PopulationValue


def evaluate(expr: Expr, scope: Scope) -> Value:
    """Give the value of an expression."""
    match expr:
        case FieldValue(name):
            return scope.values[name]
        case Const(value):
            return value
        case SpecialOf(FieldValue(name)):
            special = scope.specials.get(name)
            return "" if special is None else special.code
        case LetValue(name):
            scope.has_gap = scope.has_gap or name in scope.gappy
            return scope.lets[name]
        case Calculation(op, left, right):
            first, second = number(left, scope), number(right, scope)
            if first is None or second is None:
                return None
            return operators.calculate(op, first, second)
        case (
            Compare()
            | OneOf()
            | Inside()
            | IsMissing()
            | Both()
            | Either()
            | Not()
            | AtLeast()
            | HasFullMarks()
            | EveryLevel()
            | DoesApply()
        ):
            return _decide(expr, scope)
        case (
            Negation()
            | Power()
            | Extreme()
            | Absolute()
            | Function()
            | Rounded()
            | Interpolation()
            | HoldCount()
        ):
            return _calculate(expr, scope)
        case FirstKnown() | Choice() | Switch() | TableValue() | PopulationValue():
            return _select(expr, scope)
        case ScorePoints(name):
            return scope.points_of(name)
        case ScoreLevel(name):
            return scope.level_of(name)
        case ScoreShare(name, full):
            points = scope.points_of(name)
            return None if points is None or not full else points / full
        case ApplicableFull(name):
            return applicable_full(name, scope)
        case TotalValue():
            return scope.total
        case GradeValue():
            return scope.grade
        case ClassValue(name):
            return scope.class_of(name)
        case ResultValue(name):
            return scope.results[name]
        case UsedValue(alias, word, name):
            found = scope.outcome_of(alias)
            return used_value(found, word, name, is_judging=scope.is_judging)
        case AsOf():
            return scope.as_of
        case DateShift() | Elapsed() | DayNumber() | Growth():
            return _of_time(expr, scope)
        case _:
            assert_never(expr)


def number(expr: Expr, scope: Scope) -> Fraction | None:
    """Give the value of an expression that the compiler found to be a number."""
    value = evaluate(expr, scope)
    assert value is None or isinstance(value, Fraction), f"a number was expected: {value!r}"
    return value


def day(expr: Expr, scope: Scope) -> dt.date | None:
    """Give the value of an expression that the compiler found to be a date."""
    value = evaluate(expr, scope)
    assert value is None or isinstance(value, dt.date), f"a date was expected: {value!r}"
    return value


def truth(expr: Expr, scope: Scope) -> bool | None:
    """Give the value of an expression that the compiler found to be a condition."""
    value = evaluate(expr, scope)
    assert value is None or isinstance(value, bool), f"yes or no was expected: {value!r}"
    return value


def _decide(expr: _Condition, scope: Scope) -> bool | None:
    match expr:
        case Compare(op, left, right, ranks):
            first, second = _judge(left, scope), _judge(right, scope)
            if first is None or second is None:
                return _without_level((left, right), scope, differs=op is Comparison.NOT_EQUAL)
            return operators.compare(op, first, second, ranks)
        case OneOf(operand, values):
            value = _judge(operand, scope)
            return _without_level((operand,), scope) if value is None else value in values
        case Inside(operand, interval):
            x = _judge(operand, scope)
            assert x is None or isinstance(x, Fraction), f"a number was expected: {x!r}"
            return None if x is None else interval.contains(x)
        case Both(operands):
            return logic.all_hold(truth(operand, scope) for operand in operands)
        case Either(operands):
            return logic.one_holds(truth(operand, scope) for operand in operands)
        case Not(operand):
            return logic.negate(truth(operand, scope))
        case IsMissing(operand):
            with scope.judging(is_judging=False):
                return evaluate(operand, scope) is None
        case AtLeast(minimum, operands):
            return logic.at_least(minimum, (truth(operand, scope) for operand in operands))
        case HasFullMarks(name, full):
            points = _judge(ScorePoints(name), scope)
            assert points is None or isinstance(points, Fraction)
            return None if points is None else points >= full
        case DoesApply(name):
            return scope.does_apply(name)
        case EveryLevel(names, level):
            return all(scope.level_of(name) == level for name in names)
        case _:
            assert_never(expr)


def _judge(expr: Expr, scope: Scope) -> Value:
    """Give a value that a condition asks about."""
    if scope.is_judging or isinstance(expr, FieldValue | Const | LetValue):
        return evaluate(expr, scope)
    with scope.judging(is_judging=True):
        return evaluate(expr, scope)


def _without_level(operands: Iterable[Expr], scope: Scope, *, differs: bool = False) -> bool | None:
    """Decide about a level that a part does not have: it is not this one; else it is open."""
    absent = [each for each in operands if _judge(each, scope) is None]
    return differs if all(_is_level(each, scope) for each in absent) else None


def _is_level(expr: Expr, scope: Scope) -> bool:
    """Whether this is the level of a part of which it is known whether it was rated."""
    match expr:
        case ScoreLevel():
            return True
        case UsedValue(alias, UsedWord.LEVEL):
            return is_scored(scope.outcome_of(alias))
        case _:
            return False


def _calculate(expr: _Number, scope: Scope) -> Fraction | None:
    match expr:
        case Extreme(pick, operands):
            return _extreme(pick, [number(operand, scope) for operand in operands])
        case HoldCount(conditions):
            return _count([truth(condition, scope) for condition in conditions], scope)
        case Interpolation(operand, x0, x1, low, high):
            x, y0, y1 = number(operand, scope), number(low, scope), number(high, scope)
            if x is None or y0 is None or y1 is None:
                return None
            return operators.interpolate(x, (x0, y0), (x1, y1))
        case Negation(operand) | Power(operand) | Absolute(operand) | Function(_, operand):
            x = number(operand, scope)
        case Rounded(operand, _):
            x = number(operand, scope)
        case _:
            assert_never(expr)
    if x is None:
        return None
    match expr:
        case Negation():
            return -x
        case Power(_, exponent):
            return operators.raise_to(x, exponent)
        case Absolute():
            return abs(x)
        case Function(function, _, degree):
            return operators.call(function, x, degree)
        case Rounded(_, rounding):
            return round_to(x, rounding)
        case _:
            assert_never(expr)


def _extreme(pick: Pick, numbers: list[Fraction | None]) -> Fraction | None:
    known = [x for x in numbers if x is not None]
    if len(known) < len(numbers):
        return None
    return min(known) if pick is Pick.LOWEST else max(known)


def _count(conditions: list[bool | None], scope: Scope) -> Fraction:
    still_open = conditions.count(None)
    scope.has_gap = scope.has_gap or still_open > 0
    met = min(still_open, scope.open_as_met)
    return Fraction(sum(holds is True for holds in conditions) + met)


def _select(expr: _Selection, scope: Scope) -> Value:
    match expr:
        case FirstKnown(operands):
            with scope.judging(is_judging=False):
                values = (evaluate(operand, scope) for operand in operands)
                return next((value for value in values if value is not None), None)
        case Choice(condition, then, otherwise):
            holds = truth(condition, scope)
            return None if holds is None else evaluate(then if holds else otherwise, scope)
        case Switch():
            chosen = chosen_case(expr, evaluate(expr.subject, scope))
            return None if chosen is None else evaluate(chosen, scope)
        case TableValue(name):
            line = line_of(scope.index.tables[name], scope)
            return None if line is None else line.value
        case PopulationValue(name):
            return _population_value(scope.index.populations[name], scope)
        case _:
            assert_never(expr)


def _of_time(expr: DateShift | Elapsed | DayNumber | Growth, scope: Scope) -> Value:
    match expr:
        case DateShift(moved, unit, count):
            start, amount = day(moved, scope), number(count, scope)
            return None if start is None or amount is None else times.shift(start, unit, amount)
        case Elapsed(unit, first, last):
            begin, end = day(first, scope), day(last, scope)
            return None if begin is None or end is None else times.elapsed(unit, begin, end)
        case DayNumber(operand):
            found = day(operand, scope)
            return None if found is None else times.day_number(found)
        case Growth(now, before):
            x, base = number(now, scope), number(before, scope)
            return None if x is None or base is None else times.growth(x, base)
        case _:
            assert_never(expr)


def chosen_case(switch: Switch, subject: Value) -> Expr | None:
    """Give the expression a switch takes for its subject, if there is one."""
    if subject is None:
        return switch.missing
    for value, expr in switch.cases:
        if value == subject:
            return expr
    return switch.otherwise


def line_of(table: Table, scope: Scope) -> TableLine | None:
    """Give the line of a table for this record; nothing where a key is missing."""
    keys = [evaluate(key, scope) for key in table.keys]
    return None if any(key is None for key in keys) else operators.find_line(table, keys)


def _population_value(population: Population, scope: Scope) -> Value:
    # The keys of this record are those that were taken of all, wherever the value is read.
    with scope.apart():
        by = None if population.by is None else evaluate(population.by, scope)
        if population.by is not None and by is None:
            return None
        return scope.figures.value(population.name, by, lambda: keys_of(population, scope))


def keys_of(population: Population, scope: Scope) -> tuple[Value, ...]:
    """Give what a population value is taken over, or ranked by, of this record."""
    return population.ranked(tuple(evaluate(key, scope) for key in population.keys))
