"""Values over all records in the unit of what they are taken of.

In: a value over all records and its rubric. Out: short text. The mean of a percentage is one,
that of an amount has the unit of its columns; a share of the records is a percentage whatever
it is taken of, and a rank or a count is a plain number.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from fractions import Fraction

from scorelang.model.expressions import Expr, FieldValue, LetValue
from scorelang.model.fields import FieldType
from scorelang.model.rubric import CheckedRubric, Population, PopulationKind
from scorelang.model.types import MONEY
from scorelang.numeric.exact import show
from scorelang.reports.shown_units import Column, column_of
from scorelang.reports.shown_values import show_amount

_COUNTED = frozenset({PopulationKind.COUNT, PopulationKind.RANK})
_SHARES = frozenset(
    {PopulationKind.PERCENT_RANK, PopulationKind.CUMULATIVE_SHARE, PopulationKind.PLACE}
)


class PopulationUnits:
    """Knows in which unit each value over all records of a rubric is shown."""

    def __init__(self, rubric: CheckedRubric, percents: AbstractSet[str]) -> None:
        self._rubric, self._percents = rubric, percents
        self._fields = {field.name: field for field in rubric.fields}
        self._lets = {let.name: let for let in rubric.lets}

    def population(self, found: Population, value: Fraction) -> str:
        """Write a value over all records."""
        if found.kind in _COUNTED:
            return show(value)
        if self.is_percent(found):
            return f"{show(value * 100)}%"
        if any(self._is_money(key) for key in found.keys):
            return show_amount(value, self.column(found))
        return show(value)

    def column(self, found: Population) -> Column | None:
        """Give the unit of the columns that an amount over all records comes from."""
        columns = [column_of(key, self._rubric) for key in found.keys if self._is_money(key)]
        return next(iter(columns), None)

    def is_percent(self, found: Population) -> bool:
        """Whether a value over all records reads as a percentage."""
        is_taken = found.kind not in _COUNTED and any(map(self._reads_as_percent, found.keys))
        return found.kind in _SHARES or is_taken

    def _reads_as_percent(self, key: Expr) -> bool:
        match key:
            case FieldValue(name):
                return self._fields[name].type is FieldType.PERCENT
            case LetValue(name):
                return name in self._percents
            case _:
                return False

    def _is_money(self, key: Expr) -> bool:
        match key:
            case FieldValue(name):
                return self._fields[name].type is FieldType.MONEY
            case LetValue(name):
                return self._lets[name].type.unit == MONEY
            case _:
                return False
