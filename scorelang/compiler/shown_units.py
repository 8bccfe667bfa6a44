"""In which unit the readers of a rubric see a value: 万元 or %, also of derived values.

In: an expression of the model. Out: what a number without a unit beside it is likely meant
in; ``None`` where that is no other than its base unit. A difference of two columns in 万元 is
in 万元 to every reader, a rate of growth or a share of a whole in %.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import attrs

from scorelang.compiler.expression_walk import through_lets
from scorelang.compiler.scope import Scope
from scorelang.compiler.shown_values import name_of
from scorelang.compiler.typed import Typed
from scorelang.model.expressions import (
    Absolute,
    Arithmetic,
    Calculation,
    Choice,
    Const,
    Expr,
    Extreme,
    FieldValue,
    FirstKnown,
    LetValue,
    Negation,
    Rounded,
)
from scorelang.model.fields import Field, FieldType
from scorelang.model.times import Growth
from scorelang.model.types import MONEY

_HUNDRED = Fraction(100)
_SUMS = {Arithmetic.ADD, Arithmetic.SUBTRACT}


@attrs.frozen
class InMoney:
    """An amount all of whose columns are in 万元 (``scale`` 10,000)."""

    name: str
    unit: str
    scale: Fraction


@attrs.frozen
class InPercent:
    """A percentage; ``is_column``: of a column whose plain numbers are percent."""

    name: str
    is_column: bool = False


@attrs.frozen
class Quotient:
    """One amount divided by another: it may be a share, or a multiple."""

    name: str


Shown = InMoney | InPercent | Quotient


def shown_unit(subject: Typed, scope: Scope) -> Shown | None:
    """Give the unit that a value is seen in."""
    if not subject.is_number:
        return None
    name = seen_name(subject.expr, scope)
    if subject.type.unit == MONEY:
        return _money(subject.expr, name, scope)
    if not subject.type.unit.is_plain:
        return None
    if _is_percent(subject.expr, scope):
        field = _field(subject.expr, scope)
        return InPercent(name, field is not None and field.unit_text in {"%", "％"})
    return Quotient(name) if _is_quotient(subject.expr, scope) else None


def is_hundredfold(expr: Expr, scope: Scope) -> bool:
    """Whether a value is counted in percent as a plain number: ``a / b * 100``."""
    match expr:
        case LetValue(name) if name in scope.lets:
            return is_hundredfold(scope.lets[name], scope)
        case Rounded(operand) | Negation(operand) | Absolute(operand):
            return is_hundredfold(operand, scope)
        case Calculation(Arithmetic.MULTIPLY, left, right):
            return Const(_HUNDRED) in {left, right}
        case Calculation(op, left, right) if op in _SUMS:
            return is_hundredfold(left, scope) or is_hundredfold(right, scope)
        case _:
            return False


def _money(expr: Expr, name: str, scope: Scope) -> InMoney | None:
    fields = [each for each in _fields(expr, scope) if each.unit == MONEY]
    scales = {each.scale for each in fields}
    if len(scales) != 1 or fields[0].scale <= 1:
        return None
    return InMoney(name, fields[0].unit_text or "万元", fields[0].scale)


def _is_percent(expr: Expr, scope: Scope) -> bool:
    match expr:
        case FieldValue():
            field = _field(expr, scope)
            return field is not None and field.type is FieldType.PERCENT
        case LetValue(name) if name in scope.lets:
            return _is_percent(scope.lets[name], scope)
        case Growth():
            return True
        case Negation(operand) | Absolute(operand) | Rounded(operand):
            return _is_percent(operand, scope)
        case Extreme(_, operands) | FirstKnown(operands):
            return _are_percent(operands, scope)
        case Choice(_, one, other):
            return _are_percent((one, other), scope)
        case Calculation(op, left, right) if op in _SUMS:
            return _are_percent((left, right), scope)
        case Calculation(Arithmetic.DIVIDE, left, right):
            is_mean = isinstance(right, Const) and _is_percent(left, scope)
            return is_mean or _is_share(left, right, scope)
        case _:
            return False


def _are_percent(operands: tuple[Expr, ...], scope: Scope) -> bool:
    """Whether some of several values are percentages, and the others are numbers only."""
    others = [each for each in operands if not _is_percent(each, scope)]
    return len(others) < len(operands) and all(isinstance(each, Const) for each in others)


def _is_share(above: Expr, below: Expr, scope: Scope) -> bool:
    """Whether a quotient is a share or a change: ``(a - b) / b``, ``a / (a + b)``."""
    over, under = set(_terms(above, scope)), set(_terms(below, scope))
    if not all(isinstance(each, FieldValue) for each in over | under):
        return False
    return over != under and bool(over & under) and min(len(over), len(under)) == 1


def _is_quotient(expr: Expr, scope: Scope) -> bool:
    """Whether one amount is divided by another of the same unit."""
    match expr:
        case LetValue(name) if name in scope.lets:
            return _is_quotient(scope.lets[name], scope)
        case Rounded(operand) | Absolute(operand):
            return _is_quotient(operand, scope)
        case Calculation(Arithmetic.DIVIDE, left, right):
            units = [{each.unit for each in _fields(side, scope)} for side in (left, right)]
            return units[0] == units[1] == {MONEY}
        case _:
            return False


def _terms(expr: Expr, scope: Scope) -> Iterator[Expr]:
    match expr:
        case LetValue(name) if name in scope.lets:
            yield from _terms(scope.lets[name], scope)
        case Calculation(op, left, right) if op in _SUMS:
            yield from _terms(left, scope)
            yield from _terms(right, scope)
        case _:
            yield expr


def _fields(expr: Expr, scope: Scope) -> Iterator[Field]:
    for part in through_lets(expr, scope):
        if isinstance(part, FieldValue) and part.name in scope.fields:
            yield scope.fields[part.name]


def _field(expr: Expr, scope: Scope) -> Field | None:
    match expr:
        case FieldValue(name):
            return scope.fields.get(name)
        case LetValue(name) if name in scope.lets:
            return _field(scope.lets[name], scope)
        case _:
            return None


def seen_name(expr: Expr, scope: Scope) -> str:
    """Give the name of a value, or of the first column in it."""
    match expr:
        case FieldValue() | LetValue() | Growth(FieldValue() | LetValue()):
            return name_of(expr)
        case _:
            return next((each.name for each in _fields(expr, scope)), "")
