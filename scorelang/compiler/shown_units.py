"""In which unit the readers of a rubric see a value: 万元 or %, also of derived values.

In: an expression of the model. Out: what a number without a unit beside it is likely meant
in; ``None`` where that is no other than its base unit. A difference of two columns in 万元 is
in 万元 to every reader, a rate of growth or a share of a whole in %.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

import attrs

from scorelang.compiler.expression_walk import through_lets
from scorelang.compiler.scope import Scope
from scorelang.compiler.shown_values import field_of, name_of
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
    PopulationValue,
    Rounded,
    ScoreShare,
)
from scorelang.model.fields import Field, FieldType
from scorelang.model.rubric import PopulationKind
from scorelang.model.times import Growth
from scorelang.model.types import MONEY
from scorelang.source.structure import Structure

_HUNDRED = Fraction(100)
_SUMS = {Arithmetic.ADD, Arithmetic.SUBTRACT}
_PLACES = {
    PopulationKind.PERCENT_RANK,
    PopulationKind.CUMULATIVE_SHARE,
    PopulationKind.PLACE,
}
_IN_ITS_UNIT = {
    PopulationKind.MEAN,
    PopulationKind.MEDIAN,
    PopulationKind.LOWEST,
    PopulationKind.HIGHEST,
    PopulationKind.QUANTILE,
}
"""What is taken over all records in the unit of the value itself."""


@attrs.frozen(eq=False, repr=False)
class InMoney(Structure):
    """An amount all of whose columns are in 万元 (``scale`` 10,000)."""

    name: str
    unit: str
    scale: Fraction


@attrs.frozen(eq=False, repr=False)
class InPercent(Structure):
    """A percentage; ``is_column``: of a column whose plain numbers are percent."""

    name: str
    is_column: bool = False


@attrs.frozen(eq=False, repr=False)
class Quotient(Structure):
    """One amount divided by another: it may be a share, or a multiple."""

    name: str


Shown = InMoney | InPercent | Quotient


def shown_unit(subject: Typed, scope: Scope) -> Shown | None:
    """Give the unit that a value is seen in."""
    if not subject.is_number:
        return None
    seen = _Seen(scope)
    if subject.type.unit == MONEY:
        return _money(subject.expr, seen)
    if not subject.type.unit.is_plain:
        return None
    if seen.is_percent(subject.expr):
        field = field_of(subject.expr, scope)
        is_column = field is not None and field.unit_text in {"%", "％"}
        return InPercent(name_of(subject.expr), is_column)
    return Quotient(name_of(subject.expr)) if seen.is_quotient(subject.expr) else None


def is_hundredfold(expr: Expr, scope: Scope) -> bool:
    """Whether a value is counted in percent as a plain number: ``a / b * 100``."""
    return _Seen(scope).is_hundredfold(expr)


def reads_percent(expr: Expr, scope: Scope) -> bool:
    """Whether a value is made of a percentage, which counts from 0 to 1."""
    seen = _Seen(scope)
    return any(seen.is_percent(each) for each in through_lets(expr, scope))


def _money(expr: Expr, seen: _Seen) -> InMoney | None:
    fields = [each for each in seen.fields(expr) if each.unit == MONEY]
    if len({each.scale for each in fields}) != 1 or fields[0].scale <= 1:
        return None
    name = name_of(expr) if isinstance(expr, FieldValue | LetValue) else fields[0].name
    return InMoney(name, fields[0].unit_text or "万元", fields[0].scale)


@attrs.frozen(eq=False, repr=False)
class _Seen(Structure):
    """How values are seen; each derived value is looked at once."""

    scope: Scope
    percents: dict[str, bool] = attrs.field(factory=dict)
    hundreds: dict[str, bool] = attrs.field(factory=dict)
    quotients: dict[str, bool] = attrs.field(factory=dict)
    sums: dict[str, frozenset[Expr]] = attrs.field(factory=dict)

    def is_percent(self, expr: Expr) -> bool:
        """Whether a value is a percentage: a column, a growth, a share, or made of these."""
        match expr:
            case FieldValue(name):
                field = self.scope.fields.get(name)
                return field is not None and field.type is FieldType.PERCENT
            case LetValue(name):
                return self._once(name, self.percents, self.is_percent)
            case PopulationValue(name):
                known = self.scope.populations.get(name)
                is_place = known is not None and known.kind in _PLACES
                return is_place or any(self.is_percent(key) for key in self._keys(name))
            case Growth() | ScoreShare():
                return True
            case Negation(operand) | Absolute(operand) | Rounded(operand):
                return self.is_percent(operand)
            case Extreme(_, operands) | FirstKnown(operands):
                return self._are_percent(operands)
            case Choice(_, one, other):
                return self._are_percent((one, other))
            case Calculation(op, left, right):
                return self._is_percent_sum(op, left, right)
            case _:
                return False

    def _is_percent_sum(self, op: Arithmetic, left: Expr, right: Expr) -> bool:
        if op in _SUMS:
            return self._are_percent((left, right)) or self._is_change(op, left, right)
        if op is Arithmetic.MULTIPLY:
            return self._is_part(left, right) or self._is_part(right, left)
        is_mean = isinstance(right, Const) or _is_whole(left)
        return (is_mean and self.is_percent(left)) or self._is_share(left, right)

    def _is_change(self, op: Arithmetic, left: Expr, right: Expr) -> bool:
        """Whether a difference is ``1 - cost / sales`` or ``sales / target - 1``."""
        one = Const(Fraction(1))
        sides = ((left, right), (right, left))
        return op is Arithmetic.SUBTRACT and any(
            whole == one and self.is_quotient(other) for whole, other in sides
        )

    def _is_part(self, factor: Expr, of: Expr) -> bool:
        """Whether a product is a percentage: a weight times one, or ``100% * a / b``."""
        if not isinstance(factor, Const) or not isinstance(factor.value, Fraction):
            return False
        return factor.value == 1 or (0 < factor.value < 1 and self.is_percent(of))

    def _are_percent(self, operands: tuple[Expr, ...]) -> bool:
        """Whether some of several values are percentages, and the others are numbers only."""
        others = [each for each in operands if not self.is_percent(each)]
        return len(others) < len(operands) and all(isinstance(each, Const) for each in others)

    def _is_share(self, above: Expr, below: Expr) -> bool:
        """Whether a quotient is a share or a change: ``(a - b) / b``, ``a / (a + b)``."""
        over, under = self._terms(above), self._terms(below)
        if not all(isinstance(each, FieldValue) for each in over | under):
            return False
        return over != under and bool(over & under) and min(len(over), len(under)) == 1

    def is_hundredfold(self, expr: Expr) -> bool:
        """Whether a value is counted in percent as a plain number."""
        match expr:
            case LetValue(name):
                return self._once(name, self.hundreds, self.is_hundredfold)
            case Rounded(operand) | Negation(operand) | Absolute(operand):
                return self.is_hundredfold(operand)
            case Calculation(Arithmetic.MULTIPLY, left, right):
                return Const(_HUNDRED) in (left, right)
            case Calculation(op, left, right) if op in _SUMS:
                return self.is_hundredfold(left) or self.is_hundredfold(right)
            case _:
                return False

    def is_quotient(self, expr: Expr) -> bool:
        """Whether one amount is divided by another of the same unit."""
        match expr:
            case LetValue(name):
                return self._once(name, self.quotients, self.is_quotient)
            case Rounded(operand) | Absolute(operand):
                return self.is_quotient(operand)
            case Calculation(Arithmetic.DIVIDE, left, right):
                units = [{each.unit for each in self.fields(side)} for side in (left, right)]
                return units[0] == units[1] == {MONEY}
            case _:
                return False

    def fields(self, expr: Expr) -> Iterator[Field]:
        """Give the columns that a value is made of."""
        scope = self.scope
        for part in through_lets(expr, scope):
            if isinstance(part, FieldValue) and part.name in scope.fields:
                yield scope.fields[part.name]
            elif isinstance(part, PopulationValue):
                for key in self._keys(part.name):
                    yield from self.fields(key)

    def _terms(self, expr: Expr) -> frozenset[Expr]:
        match expr:
            case LetValue(name) if name in self.scope.lets:
                if name not in self.sums:
                    self.sums[name] = self._terms(self.scope.lets[name])
                return self.sums[name]
            case Calculation(op, left, right) if op in _SUMS:
                return self._terms(left) | self._terms(right)
            case _:
                return frozenset({expr})

    def _keys(self, name: str) -> tuple[Expr, ...]:
        known = self.scope.populations.get(name)
        if known is None or known.kind not in _IN_ITS_UNIT:
            return ()
        return known.keys

    def _once(self, name: str, told: dict[str, bool], ask: Callable[[Expr], bool]) -> bool:
        if name not in told:
            lets = self.scope.lets
            told[name] = name in lets and ask(lets[name])
        return told[name]


def _is_whole(expr: Expr) -> bool:
    """Whether a value is written as ``100% * a``."""
    return (
        isinstance(expr, Calculation)
        and expr.op is Arithmetic.MULTIPLY
        and Const(Fraction(1)) in (expr.left, expr.right)
    )
