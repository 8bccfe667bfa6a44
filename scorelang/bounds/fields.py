"""What a field can hold, a blank cell included."""

from __future__ import annotations

from fractions import Fraction

import attrs

from scorelang.bounds.reach import ANY_DAY, ANY_TEXT, Reach
from scorelang.model.fields import NUMERIC, Field, FieldType
from scorelang.model.types import Value
from scorelang.numeric.interval_arithmetic import EVERYTHING, NOTHING, hull, only, tighten


def reach_of_field(field: Field) -> Reach:
    """Give what a field can hold: numbers of its range on its grid, names, or missing."""
    blank = field.blank_means
    missing = not field.required and not field.is_key and blank is None
    missing = missing or bool(field.specials)
    if field.type in NUMERIC:
        numbers = tighten(field.domain or EVERYTHING, field.grid)
        if isinstance(blank, Fraction):
            numbers = hull((numbers, only(blank)))
        return Reach(numbers, missing=missing)
    match field.type:
        case FieldType.DATE:
            return attrs.evolve(ANY_DAY, missing=missing)
        case FieldType.YES_NO:
            return Reach(NOTHING, frozenset({True, False}), missing=missing)
        case FieldType.CATEGORY:
            names = frozenset[Value](category.name for category in field.categories)
            return Reach(NOTHING, names, missing=missing)
        case _:
            return attrs.evolve(ANY_TEXT, missing=missing)
