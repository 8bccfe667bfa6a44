"""What an expression can come to over all valid records: its numbers, its truth, missing.

In: an expression of the checked tree and a scope. Out: bounds, exact and never too narrow;
fields that occur twice are taken as independent, so they may be too wide.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from scorelang.bounds import arithmetic, times
from scorelang.bounds import reach as r
from scorelang.bounds.fields import reach_of_field
from scorelang.bounds.reach import Reach
from scorelang.compiler.grids import grid_of
from scorelang.compiler.narrowing import as_known, assume
from scorelang.compiler.scope import Scope
from scorelang.compiler.value_behind import value_behind
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
)
from scorelang.model.rubric import Population, PopulationKind
from scorelang.model.rules import TableLine
from scorelang.model.times import DateShift, DayNumber, Elapsed, Growth
from scorelang.model.types import Value
from scorelang.numeric.interval import Grid, Interval
from scorelang.numeric.interval_arithmetic import (
    EVERYTHING,
    NOTHING,
    absolute,
    add,
    divide,
    hull,
    is_nothing,
    multiply,
    negate,
    only,
    rounded,
    tighten,
)

__all__ = ["Reach", "Scope", "bounds", "can_be_missing", "grid_of", "reach_of", "truths_of"]

_SHARE = Interval(Fraction(0), Fraction(1))


def bounds(expr: Expr, scope: Scope) -> Interval:
    """Give the interval of the numbers an expression can come to; empty if it is no number."""
    return reach_of(expr, scope).numbers


def can_be_missing(expr: Expr, scope: Scope) -> bool:
    """Whether some valid record may leave an expression missing."""
    return reach_of(expr, scope).missing


def truths_of(condition: Expr, scope: Scope) -> frozenset[bool | None]:
    """Give what a condition can come to: yes, no, ``None`` for missing."""
    return reach_of(condition, scope).truths


def reach_of(expr: Expr, scope: Scope) -> Reach:
    """Give all that an expression can come to."""
    scope.work.enter()
    try:
        found = _reach(expr, scope)
    finally:
        scope.work.leave()
    known = scope.known.get(expr) if scope.known else None
    if known is not None:
        found = r.meet(found, known)
        step = grid_of(expr, scope).step
        if step is not None and not is_nothing(found.numbers):
            tight = tighten(found.numbers, Grid(step))
            found = Reach(tight, found.values, found.missing, found.nonzero)
    return found


def _reach(expr: Expr, scope: Scope) -> Reach:
    match expr:
        case Const(value):
            return r.exactly(value)
        case FieldValue(name):
            return _reach_of_field(name, scope)
        case SpecialOf(operand):
            return _reach_of_special(operand, scope)
        case LetValue(name):
            return _reach_of_let(name, scope)
        case Calculation(op, left, right):
            return arithmetic.calculated(op, reach_of(left, scope), reach_of(right, scope))
        case Negation(operand):
            return arithmetic.mapped(reach_of(operand, scope), negate)
        case Absolute(operand):
            return arithmetic.mapped(reach_of(operand, scope), absolute)
        case Power(base, exponent):
            return arithmetic.raised(reach_of(base, scope), exponent)
        case Extreme(pick, operands):
            return arithmetic.extreme(pick, [reach_of(operand, scope) for operand in operands])
        case Function(function, operand, degree):
            return arithmetic.function(function, degree, reach_of(operand, scope))
        case Rounded(operand, rounding):
            found = reach_of(operand, scope)
            return Reach(rounded(found.numbers, rounding), found.values, found.missing)
        case Interpolation():
            return _interpolated(expr, scope)
        case FirstKnown(operands):
            return _first_known(operands, scope)
        case Choice(condition, then, otherwise):
            return _chosen(condition, then, otherwise, scope)
        case Switch():
            return _switched(expr, scope)
        case TableValue(name):
            return _looked_up(name, scope)
        case PopulationValue(name):
            return _over_population(name, scope)
        case UsedValue():
            return _of_used(expr, scope)
        case DateShift(day, unit, amount):
            return times.shifted(unit, reach_of(day, scope), reach_of(amount, scope))
        case Elapsed(unit, first, last):
            return times.elapsed(unit, reach_of(first, scope), reach_of(last, scope))
        case DayNumber(operand):
            return reach_of(operand, scope)
        case Growth(now, before):
            return times.growth(reach_of(now, scope), reach_of(before, scope))
        case (
            ScorePoints()
            | ApplicableFull()
            | ScoreLevel()
            | ScoreShare()
            | TotalValue()
            | ResultValue()
            | GradeValue()
            | ClassValue()
            | AsOf()
        ):
            return _scored(expr, scope)
        case _:
            return _condition(expr, scope)


def _condition(
    expr: HasFullMarks
    | EveryLevel
    | DoesApply
    | HoldCount
    | Compare
    | OneOf
    | Inside
    | IsMissing
    | Both
    | Either
    | Not
    | AtLeast,
    scope: Scope,
) -> Reach:
    match expr:
        case Compare(op, left, right, ranks):
            return r.compare(op, reach_of(left, scope), reach_of(right, scope), ranks)
        case OneOf(operand, values):
            return r.one_of(reach_of(operand, scope), values)
        case Inside(operand, interval):
            return r.inside(reach_of(operand, scope), interval)
        case IsMissing(operand):
            return r.is_missing(reach_of(operand, scope))
        case Both(operands):
            return r.both(_each(operands, scope))
        case Either(operands):
            return r.either(_each(operands, scope))
        case Not(operand):
            return r.opposite(reach_of(operand, scope))
        case AtLeast(minimum, operands):
            return r.at_least(minimum, _each(operands, scope))
        case HoldCount(conditions):
            return r.number(r.hold_count(_each(conditions, scope)))
        case HasFullMarks(name, full):
            score = scope.scores.get(name)
            reached = score is None or score.range.high is None or score.range.high >= full
            return r.truth({True, False, None} if reached else {False, None})
        case EveryLevel():
            return r.truth({True, False, None})
        case DoesApply():
            return r.truth({True, False})


def _each(operands: Iterable[Expr], scope: Scope) -> list[Reach]:
    return [reach_of(operand, scope) for operand in operands]


def _reach_of_field(name: str, scope: Scope) -> Reach:
    field = scope.fields.get(name)
    return Reach(EVERYTHING, None, missing=True) if field is None else reach_of_field(field)


def _reach_of_special(operand: FieldValue, scope: Scope) -> Reach:
    """Give the codes a field can hold: none where its value is known, else any of them."""
    field = scope.fields.get(operand.name)
    is_open = field is not None and reach_of(operand, scope).missing
    codes = (special.code for special in field.specials) if field and is_open else ()
    return Reach(NOTHING, frozenset({"", *codes}))


def _reach_of_let(name: str, scope: Scope) -> Reach:
    if name not in scope.lets:
        return Reach(EVERYTHING, None, missing=True)
    if name not in scope.computed:
        if scope.wide is not None and scope.work.is_spent:
            return reach_of(LetValue(name), scope.wide)
        scope.computed[name] = reach_of(scope.lets[name], scope)
    return scope.computed[name]


def _scored(
    expr: ScorePoints
    | ApplicableFull
    | ScoreLevel
    | ScoreShare
    | TotalValue
    | ResultValue
    | GradeValue
    | ClassValue
    | AsOf,
    scope: Scope,
) -> Reach:
    match expr:
        case ScorePoints(name):
            score = scope.scores.get(name)
            return Reach(score.numbers if score else EVERYTHING, missing=not score or score.missing)
        case ScoreShare(name, full):
            score = scope.scores.get(name)
            numbers = score.numbers if score else EVERYTHING
            return Reach(divide(numbers, only(full)), missing=not score or score.missing)
        case ApplicableFull(_, full):
            return Reach(Interval(Fraction(0), full))
        case ScoreLevel(name):
            levels = scope.scores[name].levels if name in scope.scores else ()
            return Reach(values=frozenset(levels) if levels else None, missing=True)
        case TotalValue():
            return Reach(scope.total.numbers if scope.total else EVERYTHING)
        case ResultValue(name):
            known = name in scope.results
            return reach_of(scope.results[name], scope) if known else r.ANY_NUMBER
        case GradeValue():
            return Reach(values=frozenset(scope.grades) if scope.grades else None)
        case ClassValue(name):
            names = scope.classes.get(name, ())
            return Reach(values=frozenset(names) if names else None, missing=True)
        case AsOf():
            return Reach(r.ANY_DAY.numbers, missing=True)


def _interpolated(expr: Interpolation, scope: Scope) -> Reach:
    x = reach_of(expr.operand, scope)
    y0, y1 = reach_of(expr.y0, scope), reach_of(expr.y1, scope)
    missing = x.missing or y0.missing or y1.missing
    width = expr.x1 - expr.x0
    if not width:
        return Reach(hull((y0.numbers, y1.numbers)), missing=missing)
    share = divide(add(x.numbers, only(-expr.x0)), only(width))
    lows, highs = y0.numbers, y1.numbers
    if lows.low == lows.high and highs.low == highs.high and lows.low is not None:
        rise = add(highs, negate(lows))
        return Reach(add(lows, multiply(share, rise)), missing=missing)
    if share.intersect(_SHARE) == share:
        return Reach(hull((lows, highs)), missing=missing)
    rest = add(only(Fraction(1)), negate(share))
    return Reach(add(multiply(lows, rest), multiply(highs, share)), missing=missing)


def _of_used(expr: UsedValue, scope: Scope) -> Reach:
    used = scope.used.get(expr.alias)
    if used is None:
        return Reach(EVERYTHING, None, missing=True)
    inner = used.scope if used.at is None or not scope.known else used.at(scope)
    found = reach_of(value_behind(expr), inner)
    return found if used.always_scores else r.join((found, r.MISSING))


def _first_known(operands: tuple[Expr, ...], scope: Scope) -> Reach:
    found: list[Reach] = []
    for operand in operands:
        reached = reach_of(operand, scope)
        found.append(Reach(reached.numbers, reached.values, nonzero=reached.nonzero))
        if not reached.missing:
            return r.join(found)
        scope = scope.absent(operand) if reached.has_value else scope
    return r.join((*found, r.MISSING))


def _chosen(condition: Expr, then: Expr, otherwise: Expr, scope: Scope) -> Reach:
    truths = truths_of(condition, scope)
    if len(truths) == 1:  # what decides it is known already, so nothing is to be narrowed
        (decided,) = truths
        return r.MISSING if decided is None else reach_of(then if decided else otherwise, scope)
    found = [r.MISSING] if None in truths else []
    if True in truths:
        found.append(reach_of(then, assume(scope, condition, holds=True)))
    if False in truths:
        found.append(reach_of(otherwise, assume(scope, condition, holds=False)))
    return r.join(found)


def _switched(expr: Switch, scope: Scope) -> Reach:
    subject = reach_of(expr.subject, scope)
    if subject.single is not None:
        given = next((given for value, given in expr.cases if can_be(subject, value)), None)
        given = expr.otherwise if given is None else given
        return r.MISSING if given is None else reach_of(given, scope)
    found: list[Reach] = []
    left: set[Value] | None = None if subject.values is None else set(subject.values)
    for value, given in expr.cases:
        if can_be(subject, value):
            found.append(reach_of(given, scope.among(expr.subject, (value,))))
            if left is not None:
                left.discard(value)
    if left is None or left or not is_nothing(subject.numbers):
        rest = as_known(scope, expr.subject)
        if left and is_nothing(subject.numbers):
            rest = rest.among(expr.subject, left)
        found.append(reach_of(expr.otherwise, rest) if expr.otherwise else r.MISSING)
    if subject.missing:
        absent = scope.absent(expr.subject)
        found.append(reach_of(expr.missing, absent) if expr.missing else r.MISSING)
    return r.join(found)


def can_be(subject: Reach, value: Value) -> bool:
    """Whether a value is among those that can come out."""
    value = r.as_number(value)
    if isinstance(value, Fraction):
        return subject.numbers.contains(value)
    return subject.values is None or value in subject.values


def _looked_up(name: str, scope: Scope) -> Reach:
    table = scope.tables.get(name)
    if table is None:
        return Reach(EVERYTHING, None, missing=True)
    keys = _each(table.keys, scope)
    lines = [r.exactly(line.value) for line in table.lines if can_apply(line, keys)]
    # The tables of a rubric that compiles cover the ranges of their keys.
    missing = [r.MISSING] if any(key.missing for key in keys) or not lines else []
    return r.join((*lines, *missing))


def can_apply(line: TableLine, keys: list[Reach]) -> bool:
    """Whether the cells of a line hold some values that its keys can have."""
    for cell, key in zip(line.cells, keys, strict=True):
        if isinstance(cell, Interval):
            if is_nothing(key.numbers.intersect(cell)):
                return False
        elif not any(can_be(key, value) for value in cell):
            return False
    return True


def _over_population(name: str, scope: Scope) -> Reach:
    population = scope.populations.get(name)
    if population is None:
        return Reach(EVERYTHING, missing=True)
    match population.kind:
        case PopulationKind.RANK:
            return Reach(Interval(Fraction(1), None), missing=True)
        case PopulationKind.PLACE:
            return Reach(Interval(Fraction(0), Fraction(1), low_open=True), missing=True)
        case PopulationKind.PERCENT_RANK:
            return Reach(_SHARE, missing=True)
        case PopulationKind.CUMULATIVE_SHARE:
            # Of gains and losses together the share of some goes beyond the whole.
            return Reach(_SHARE if _has_one_sign(population, scope) else EVERYTHING, missing=True)
        case PopulationKind.COUNT:
            return Reach(Interval(Fraction(0), None), missing=True)
        case _:
            key = reach_of(population.keys[0], scope)
            return Reach(hull((key.numbers,)), missing=True)


def _has_one_sign(population: Population, scope: Scope) -> bool:
    """Whether what is shared out is all gain, or all loss."""
    numbers = bounds(population.keys[0], scope)
    is_gain = numbers.low is not None and numbers.low >= 0
    return is_gain or (numbers.high is not None and numbers.high <= 0)
