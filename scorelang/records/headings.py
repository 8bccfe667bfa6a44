"""Headings and fields: which field the heading of a column names.

In: fields, then one heading after the other. Out: the field, and whether the unit in the
heading is the one that its cells are read in. A heading names a field by its name, label or
alias; letter case, width, line breaks and a unit in brackets (``逾期天数（天）``) do not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from scorelang.model.fields import Field
from scorelang.model.heading_units import Fit, fit_of, split_heading
from scorelang.records.names import plain


@attrs.frozen
class Named:
    """The field a heading names, by its number; ``unit`` is what the heading says of it."""

    number: int
    unit: str | None = None
    contradicts: bool = False


class Headings:
    """The fields of a rubric by all their spellings."""

    def __init__(self, fields: Iterable[Field]) -> None:
        self._fields = tuple(fields)
        self.numbers = spellings(self._fields)
        self._bare = _without_units(self._fields, self.numbers)
        self._units = tuple(dict.fromkeys(field.unit_text for field in self._fields))

    def find(self, heading: str) -> Named | None:
        """Give the field a heading names, if it names one."""
        number = self.numbers.get(plain(heading))
        if number is not None:
            field = self._fields[number]
            unit = split_heading(heading, field.unit_text).unit
            return Named(number, unit, fit_of(unit, field) is Fit.CONTRADICTS)
        found = [named for unit in self._units for named in self._by_bare_name(heading, unit)]
        fitting = [named for named in found if not named.contradicts]
        return next(iter(fitting or found), None) or self._by_bare_label(heading)

    def bare_names(self, heading: str) -> tuple[str, ...]:
        """Give the heading without a unit, as it reads by the units of the fields."""
        split = (split_heading(heading, unit) for unit in self._units)
        return tuple(dict.fromkeys(found.name for found in split if found.unit is not None))

    def _by_bare_name(self, heading: str, own: str | None) -> Sequence[Named]:
        found = split_heading(heading, own)
        if found.unit is None:
            return ()
        name = plain(found.name)
        number = self.numbers.get(name, self._bare.get(name))
        if number is None:
            return ()
        fit = fit_of(found.unit, self._fields[number])
        return () if fit is Fit.NONE else (Named(number, found.unit, fit is Fit.CONTRADICTS),)

    def _by_bare_label(self, heading: str) -> Named | None:
        number = self._bare.get(plain(heading))
        return None if number is None else Named(number)


def spellings(fields: Iterable[Field]) -> Mapping[str, int]:
    """Give the number of a field by each of its spellings; names win over labels and aliases."""
    listed = tuple(fields)
    found = {plain(field.name): number for number, field in enumerate(listed)}
    for number, field in enumerate(listed):
        for spelling in (field.label, *field.also):
            if spelling is not None:
                found.setdefault(plain(spelling), number)
    return found


def _without_units(fields: Sequence[Field], taken: Mapping[str, int]) -> Mapping[str, int]:
    """Give fields by labels and aliases without their units, as far as these tell them apart."""
    found: dict[str, set[int]] = {}
    for number, field in enumerate(fields):
        for spelling in (field.label, *field.also):
            split = None if spelling is None else split_heading(spelling, field.unit_text)
            if split is not None and split.unit is not None:
                found.setdefault(plain(split.name), set()).add(number)
    return {
        name: next(iter(numbers))
        for name, numbers in found.items()
        if len(numbers) == 1 and name not in taken
    }
