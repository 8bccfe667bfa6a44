"""Plain numbers beside a value with a unit: the traps of 万元 and of %.

In: a value as it is seen and a number in base units, written without a unit. Out: the key
of the words and their arguments where the number is likely meant in the unit of the column
(W0304, W0305); ``None`` where it is likely meant as it stands.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final, assert_never

from scorelang.compiler.shown_units import InMoney, InPercent, Quotient, Shown
from scorelang.model.fields import Field, FieldType
from scorelang.model.types import MONEY
from scorelang.numeric.exact import show

_SURELY_PERCENT: Final = 5
"""Nobody writes 12.5 for 1250%; 1.5 for 150% is common."""
_NO_MULTIPLE: Final = 20
"""One amount is seldom so many times another."""


def trap_of(shown: Shown | None, number: Fraction) -> tuple[str, dict[str, Any]] | None:
    """Say how a number without a unit is read, where that is likely not meant."""
    match shown:
        case None:
            return None
        case InMoney(name, unit, scale):
            said = {"subject": name, "limit": show(number), "unit": unit}
            return ("W0304", said) if 0 < abs(number) < scale else None
        case InPercent(name, is_column):
            key, is_trap = "W0305", bool(number) if is_column else _is_percent(number)
        case Quotient(name):
            key, is_trap = "W0305.quotient", abs(number) >= _NO_MULTIPLE
        case _:
            assert_never(shown)
    if not is_trap:
        return None
    return key, {
        "subject": name,
        "limit": show(number),
        "reading": f"{show(number * 100)}%",
    }


def seen_as(field: Field) -> Shown | None:
    """Give the unit in which a column is seen."""
    if field.unit == MONEY:
        scaled = InMoney(field.name, field.unit_text or "万元", field.scale)
        return scaled if field.scale > 1 else None
    if field.type is FieldType.PERCENT:
        return InPercent(field.name, field.unit_text in {"%", "％"})
    return None


def _is_percent(number: Fraction) -> bool:
    size = abs(number)
    return size > 1 and (number.denominator == 1 or size >= _SURELY_PERCENT)
