"""In which unit the limits of an indicator stand, for ``show``.

In: what the lines of an indicator compare. Out: the unit of its column, or of the columns it
is worked out from; nothing where that cannot be told.
"""

from __future__ import annotations

import attrs

from scorelang.model.expressions import Expr, FieldValue, LetValue, ScorePoints
from scorelang.model.fields import Field, FieldType
from scorelang.model.rubric import CheckedRubric, Let
from scorelang.model.types import MONEY
from scorelang.reports.shown_units import column_of
from scorelang.reports.understood_fields import Unit, column_unit, unit_of

_YUAN = "元"


@attrs.frozen
class SubjectUnit:
    """How numbers are written: bare, and with the unit; ``base`` is the unit of their base."""

    bare: Unit
    unit: str = ""
    base: str = ""

    @property
    def said(self) -> Unit:
        """Write the unit behind each number."""
        return attrs.evolve(self.bare, text=f"{self.bare.text} {self.unit}".rstrip())


class SubjectUnits:
    """The units of all that a rubric compares."""

    def __init__(self, rubric: CheckedRubric) -> None:
        self._rubric = rubric
        self._fields = {field.name: field for field in rubric.fields}
        self._lets = {let.name: let for let in rubric.lets}

    def of(self, subject: Expr) -> SubjectUnit | None:
        """Give the unit of what an indicator compares."""
        match subject:
            case FieldValue(name):
                return _of_field(self._fields[name])
            case LetValue(name) if name in self._lets:
                return self._of_let(self._lets[name])
            case ScorePoints():
                return SubjectUnit(Unit())
            case _:
                return None

    def _of_let(self, let: Let) -> SubjectUnit | None:
        if let.type.unit == MONEY:
            column = column_of(let.value, self._rubric)
            if column is None:
                return SubjectUnit(Unit(), _YUAN, _YUAN)
            return SubjectUnit(Unit("", column.scale), column.unit, _YUAN)
        return SubjectUnit(Unit()) if let.type.unit.is_plain else None


def _of_field(field: Field) -> SubjectUnit:
    is_percent = field.type is FieldType.PERCENT
    base = _YUAN if field.type is FieldType.MONEY else ""
    return SubjectUnit(unit_of(field), "" if is_percent else column_unit(field) or "", base)
