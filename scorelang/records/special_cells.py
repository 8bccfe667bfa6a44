"""Special values of a column: a cell that holds a code is missing, and the code is known.

In: a field that names special values. Out: a function that tells the special value of a cell,
or ``None`` where it holds none. A number is compared by its value (``-9``, ``-9.0``), whatever
the range and the step of the field; a text by its signs.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from scorelang.model.fields import Fault, Field, FieldType, Special
from scorelang.model.types import Value
from scorelang.numeric.interval import Grid
from scorelang.records.cells import CellReader, make_cell_reader, to_written
from scorelang.records.decimals import DecimalSign

SpecialReader = Callable[[object], Value | Fault | Special]


def make_special_reader(field: Field, sign: DecimalSign = DecimalSign.POINT) -> SpecialReader:
    """Give the reading of the cells of a field that may hold special values."""
    read = make_cell_reader(field, sign)
    if not field.specials:
        return read
    read_loose = _without_limits(field, sign)
    by_value = {special.value: special for special in field.specials}

    def read_special(raw: object) -> Value | Fault | Special:
        value = read_loose(raw)
        found = by_value.get(to_written(raw).strip())
        if found is None and not isinstance(value, Fault | bool | None):
            found = by_value.get(value)
        return read(raw) if found is None else found

    return read_special


def _without_limits(field: Field, sign: DecimalSign) -> CellReader:
    kind = FieldType.NUMBER if field.type is FieldType.INTEGER else field.type
    loose = attrs.evolve(
        field, type=kind, domain=None, grid=Grid(None), required=False, blank_means=None
    )
    return make_cell_reader(loose, sign)
