"""From when to when a version is in force, and which field of a record says on which day.

In: ``version "2025", effective from … to …, by order_date``. Out: days and the field for the
checked rubric. Reports E0618 (days the wrong way round, a field that is no date).
"""

from __future__ import annotations

import datetime as dt
from typing import TypedDict

from scorelang.compiler.draft import Draft
from scorelang.model.fields import FieldType
from scorelang.syntax import ast


class Validity(TypedDict):
    """The attributes of a checked rubric that say when it is in force."""

    first_day: dt.date | None
    last_day: dt.date | None
    day_field: str | None


def validity_of(decl: ast.VersionDecl | None) -> Validity:
    """Give from when to when a rubric is in force; without end where nothing is said."""
    first = decl.first_day if decl is not None else None
    last = decl.last_day if decl is not None else None
    field = decl.day_field if decl is not None else None
    return Validity(
        first_day=first.value if first is not None else None,
        last_day=last.value if last is not None else None,
        day_field=field.text if field is not None else None,
    )


def check_validity(decl: ast.VersionDecl, draft: Draft) -> None:
    """Report days that are the wrong way round and a field that is no date."""
    first, last, name = decl.first_day, decl.last_day, decl.day_field
    if first is not None and last is not None and last.value < first.value:
        draft.report("E0618.order", last.span, first=first.value, last=last.value)
    if name is not None:
        field = draft.fields.get(name.text)
        if field is None or field.type is not FieldType.DATE:
            draft.report("E0618.field", name.span, name=name.text)
