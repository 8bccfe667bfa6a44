"""Units that people state of columns themselves: in a heading, or once above the whole table.

In: the headings of the tables of a run, the lines above them, the fields. Out: nothing, or the
run ends (``U0160``) where two statements do not agree: the field counts in 元 and above the
table stands 单位：万元, or the same column is headed (元) in one file and (万元) in another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from scorelang.model.fields import Field
from scorelang.model.heading_units import (
    contradicts_money,
    measure_of,
    unit_as_written,
    units_of_title,
)
from scorelang.model.types import MONEY
from scorelang.records.unreadable import refuse


@attrs.frozen
class StatedUnit:
    """What a heading says of a field that names no unit itself.

    ``field`` is the field whose numbers they are; a value of the last period is one of them.
    """

    field: str
    unit: str
    heading: str
    path: str


def stated_unit(field: Field, unit: str, heading: str, path: str) -> StatedUnit | None:
    """Keep the unit of a heading where nothing but other headings can contradict it."""
    if field.unit_text is not None or field.unit == MONEY:
        return None
    return StatedUnit(field.last_of or field.name, unit, " ".join(heading.split()), path)


def differing_units(stated: Iterable[StatedUnit]) -> Iterator[tuple[StatedUnit, StatedUnit]]:
    """Give headings that name different units for the numbers of one field, with the first."""
    known: dict[str, StatedUnit] = {}
    for one in stated:
        first = known.setdefault(one.field, one)
        if measure_of(first.unit) != measure_of(one.unit):
            yield first, one


def require_one_unit(stated: Iterable[StatedUnit]) -> None:
    """End the run where headings name different units for the numbers of one field."""
    for first, one in differing_units(stated):
        refuse(
            "U0160.headings",
            field=one.field,
            first=first.heading,
            path=first.path,
            second=one.heading,
            other=one.path,
        )


def check_titles(
    titles: Sequence[str],
    fields: Sequence[Field],
    places: Sequence[int | None],
    with_units: frozenset[int],
    path: str,
) -> None:
    """End the run where a line above the table names another unit than amounts are read in."""
    said = [(title, unit) for title in titles for unit in units_of_title(title)]
    amounts = [
        field
        for field, place in zip(fields, places, strict=True)
        if place is not None and place not in with_units and field.unit == MONEY
    ]
    for title, unit in said:
        for field in amounts:
            if contradicts_money(unit, field):
                written = unit_as_written(unit)
                refuse(
                    "U0160.title" if written else "U0160.no_word.title",
                    path=path,
                    title=title,
                    written=written,
                    field=field.name,
                    own=field.unit_text or "元",
                )
