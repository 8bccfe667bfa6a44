"""What a condition tells about the values it reads, where it holds or does not.

In ``if sales > 0 then profit / sales else 0`` the division is by more than zero.
Only what is certain is told; a condition that is too involved tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from scorelang.bounds.reach import Reach
from scorelang.compiler.grids import constant_of
from scorelang.compiler.scope import Scope
from scorelang.model.expressions import (
    Absolute,
    Both,
    Calculation,
    Compare,
    Comparison,
    Const,
    Either,
    Expr,
    Extreme,
    FieldValue,
    Inside,
    IsMissing,
    LetValue,
    Negation,
    Not,
    OneOf,
    Power,
    Rounded,
    ScorePoints,
)
from scorelang.model.times import DateShift, DayNumber, Elapsed, Growth
from scorelang.model.types import Value
from scorelang.numeric.interval import Interval
from scorelang.numeric.interval_arithmetic import EVERYTHING

_KNOWN = Reach(EVERYTHING, None)
_MIRRORED = {
    Comparison.AT_LEAST: Comparison.AT_MOST,
    Comparison.ABOVE: Comparison.BELOW,
    Comparison.AT_MOST: Comparison.AT_LEAST,
    Comparison.BELOW: Comparison.ABOVE,
    Comparison.EQUAL: Comparison.EQUAL,
    Comparison.NOT_EQUAL: Comparison.NOT_EQUAL,
}
_OPPOSITE = {
    Comparison.AT_LEAST: Comparison.BELOW,
    Comparison.ABOVE: Comparison.AT_MOST,
    Comparison.AT_MOST: Comparison.ABOVE,
    Comparison.BELOW: Comparison.AT_LEAST,
    Comparison.EQUAL: Comparison.NOT_EQUAL,
    Comparison.NOT_EQUAL: Comparison.EQUAL,
}


def assume(scope: Scope, condition: Expr, *, holds: bool) -> Scope:
    """Add what follows from a condition that is known to hold, or known not to."""
    match condition:
        case Not(operand):
            return assume(scope, operand, holds=not holds)
        case Both(operands) if holds or len(operands) == 1:
            return _assume_each(scope, operands, holds=holds)
        case Either(operands) if not holds or len(operands) == 1:
            return _assume_each(scope, operands, holds=holds)
        case Compare(op, left, right, ranks):
            return _assume_comparison(scope, op if holds else _OPPOSITE[op], left, right, ranks)
        case Inside(operand, interval):
            return as_known(scope.narrowed(operand, interval) if holds else scope, operand)
        case OneOf(operand, values):
            return as_known(scope.among(operand, values) if holds else scope, operand)
        case IsMissing(operand):
            return scope.absent(operand) if holds else as_known(scope, operand)
        case FieldValue() | LetValue():
            return scope.among(condition, (holds,))
        case _:
            return scope


def as_known(scope: Scope, expr: Expr) -> Scope:
    """Say that an expression is not missing, nor is anything it cannot do without."""
    return scope.given(dict.fromkeys(_needed(expr, scope, set()), _KNOWN))


def _assume_each(scope: Scope, operands: tuple[Expr, ...], *, holds: bool) -> Scope:
    for operand in operands:
        scope = assume(scope, operand, holds=holds)
    return scope


def _assume_comparison(
    scope: Scope, op: Comparison, left: Expr, right: Expr, ranks: tuple[str, ...]
) -> Scope:
    scope = as_known(as_known(scope, left), right)
    for operand, limit, turned in ((left, right, op), (right, left, _MIRRORED[op])):
        value = constant_of(limit)
        if value is not None:
            scope = scope.given({operand: _reach_beyond(turned, value)})
        elif isinstance(limit, Const):
            scope = _assume_value(scope, turned, operand, limit.value, ranks)
    return scope


def _assume_value(
    scope: Scope, op: Comparison, operand: Expr, value: Value, ranks: tuple[str, ...]
) -> Scope:
    """Narrow to values of a category; without ranks only equality says something."""
    if op is Comparison.EQUAL:
        return scope.among(operand, (value,))
    if not isinstance(value, str) or value not in ranks:
        if isinstance(value, bool) and op is Comparison.NOT_EQUAL:
            return scope.among(operand, (not value,))
        return scope
    place = ranks.index(value)
    match op:
        case Comparison.AT_LEAST:
            return scope.among(operand, ranks[place:])
        case Comparison.ABOVE:
            return scope.among(operand, ranks[place + 1 :])
        case Comparison.AT_MOST:
            return scope.among(operand, ranks[: place + 1])
        case Comparison.BELOW:
            return scope.among(operand, ranks[:place])
        case Comparison.NOT_EQUAL:
            return scope.among(operand, (*ranks[:place], *ranks[place + 1 :]))


def _reach_beyond(op: Comparison, limit: Fraction) -> Reach:
    match op:
        case Comparison.AT_LEAST:
            return Reach(Interval(limit, None))
        case Comparison.ABOVE:
            return Reach(Interval(limit, None, low_open=True))
        case Comparison.AT_MOST:
            return Reach(Interval(None, limit))
        case Comparison.BELOW:
            return Reach(Interval(None, limit, high_open=True))
        case Comparison.EQUAL:
            return Reach(Interval(limit, limit))
        case Comparison.NOT_EQUAL:
            return Reach(EVERYTHING, nonzero=limit == 0)


def _needed(expr: Expr, scope: Scope, seen: set[str]) -> Iterable[Expr]:
    """Give what is known where this expression is: arithmetic passes missing on.

    Each derived value is opened once; ``seen`` are those that were.
    """
    match expr:
        case FieldValue() | ScorePoints():
            yield expr
        case LetValue(name):
            yield expr
            if name in scope.lets and name not in seen:
                seen.add(name)
                yield from _needed(scope.lets[name], scope, seen)
        case Calculation(_, left, right):
            yield expr
            yield from _needed(left, scope, seen)
            yield from _needed(right, scope, seen)
        case DateShift(first, _, second) | Elapsed(_, first, second) | Growth(first, second):
            yield from _needed(first, scope, seen)
            yield from _needed(second, scope, seen)
        case (
            Negation(operand)
            | Absolute(operand)
            | Power(operand)
            | Rounded(operand)
            | DayNumber(operand)
        ):
            yield from _needed(operand, scope, seen)
        case Extreme(_, operands):
            for operand in operands:
                yield from _needed(operand, scope, seen)
        case _:
            return
