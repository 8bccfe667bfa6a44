"""An expression with its type, and which types go together.

In: value types. Out: whether two may meet, what they make together, and words for them.
Nothing is reported here.
"""

from __future__ import annotations

import attrs

from scorelang.compiler.terms import TERMS
from scorelang.compiler.units import unit_name
from scorelang.model.expressions import Expr
from scorelang.model.types import DAYS, MONTHS, PLAIN, Kind, Unit, ValueType
from scorelang.source.structure import Structure

YES_NO = ValueType(Kind.YES_NO)
TEXT = ValueType(Kind.TEXT)
DATE = ValueType(Kind.DATE)
NUMBER = ValueType(Kind.NUMBER)
LITERAL = ValueType(Kind.NUMBER, is_literal=True)

_SHOWN_VALUES = 4


@attrs.frozen(eq=False, repr=False)
class Typed(Structure):
    """An expression of the checked tree with its type."""

    expr: Expr
    type: ValueType

    @property
    def is_number(self) -> bool:
        """Whether this is a number."""
        return self.type.kind is Kind.NUMBER

    @property
    def is_category(self) -> bool:
        """Whether this is one of a closed set of names."""
        return self.type.kind is Kind.CATEGORY

    @property
    def is_condition(self) -> bool:
        """Whether this is yes or no."""
        return self.type.kind is Kind.YES_NO


def number_of(unit: Unit) -> ValueType:
    """Give the type of numbers with this unit."""
    return ValueType(Kind.NUMBER, unit=unit)


def category_of(values: tuple[str, ...], *, ordered: bool = False) -> ValueType:
    """Give the type of a closed set of names."""
    return ValueType(Kind.CATEGORY, values=values, ordered=ordered)


def meet(first: ValueType, second: ValueType) -> ValueType | None:
    """Give the type two values have together, ``None`` where they do not go together.

    A literal takes the unit of its neighbour; two categories make one with the values of both.
    """
    if first == second:
        return first
    if first.kind is Kind.NUMBER and second.kind is Kind.NUMBER:
        return _meet_numbers(first, second)
    names = {Kind.CATEGORY, Kind.TEXT}
    if first.kind in names and second.kind in names:
        if Kind.TEXT in {first.kind, second.kind}:
            return TEXT
        more = tuple(value for value in second.values if value not in first.values)
        return category_of(first.values + more)
    return None


def _meet_numbers(first: ValueType, second: ValueType) -> ValueType | None:
    if first.is_literal:
        return second
    if second.is_literal or first.unit == second.unit:
        return first
    return None


def key_of_units(first: ValueType, second: ValueType) -> str:
    """Give the words for two units that do not go together; days and months are a case apart."""
    is_time = {first.unit, second.unit} == {DAYS, MONTHS}
    return "E0301.period" if is_time else "E0301"


def describe(found: ValueType) -> str:
    """Say in words what a type is, for messages."""
    match found.kind:
        case Kind.NUMBER:
            return (
                TERMS["a plain number"]
                if found.unit == PLAIN
                else TERMS["a number in {unit}"].format(unit=unit_name(found.unit))
            )
        case Kind.YES_NO:
            return TERMS["yes or no"]
        case Kind.TEXT:
            return TERMS["a text"]
        case Kind.DATE:
            return TERMS["a date"]
        case Kind.CATEGORY:
            values = [f"`{value}`" for value in found.values[:_SHOWN_VALUES]]
            values += ["…"] if len(found.values) > _SHOWN_VALUES else []
            return TERMS["one of {values}"].format(values=TERMS[", "].join(values))
