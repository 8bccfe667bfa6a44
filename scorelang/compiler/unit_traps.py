"""Plain numbers beside a field with a unit: the traps of 万元 and of %.

In: a field and a number in base units, written without a unit. Out: the key of the words and
their arguments where the number is likely meant in the unit of the column (W0304, W0305).
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from scorelang.model.fields import Field, FieldType
from scorelang.model.types import MONEY
from scorelang.numeric.exact import show


def is_trap(field: Field, number: Fraction) -> bool:
    """Whether a number without a unit is small for money in 万元, or large for a percentage."""
    if field.unit == MONEY:
        return field.scale > 1 and 0 < abs(number) < field.scale
    return field.type is FieldType.PERCENT and abs(number) > 1 and number.denominator == 1


def trap_words(field: Field, number: Fraction) -> tuple[str, dict[str, Any]]:
    """Say how the number is read; it is a trap."""
    said = {"subject": field.name, "limit": show(number)}
    if field.unit == MONEY:
        return "W0304", {**said, "unit": field.unit_text or "万元"}
    return "W0305", {**said, "reading": f"{show(number * 100)}%"}
