"""Columns and fields: which column of an input holds which field.

In: the names of the columns and the fields. Out: a ``Match``. A column belongs to a field
as ``headings.py`` says. Two columns for one field (``U0106``), a unit that contradicts the
field (``U0160``) and a column that the rubric reads and the table lacks end the run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from scorelang.diagnostics.model import Diagnostic
from scorelang.diagnostics.visible import to_visible
from scorelang.model.fields import Field
from scorelang.model.heading_units import unit_as_written
from scorelang.records.absent import (
    NOTHING_READ,
    Expected,
    is_explained,
    left_blank,
    require,
    say_absent,
    without_column,
)
from scorelang.records.headings import Headings, Named, spellings
from scorelang.records.names import list_names, plain
from scorelang.records.raters import NOBODY, Rater, find_rated, names_of_groups, split_rater
from scorelang.records.stated_units import StatedUnit, require_one_unit, stated_unit
from scorelang.records.unreadable import note, refuse

__all__ = ["MOST_COLUMNS", "list_names", "match_columns", "name_columns", "plain", "spellings"]

MOST_COLUMNS = 16_384
"""As many columns as a sheet of Excel has."""

_SURROGATES = re.compile("[\ud800-\udfff]")
_ID = "id"
_UNUSUAL = {"，": "separator", "、": "separator", "；": "separator", " ": "space"}
"""Signs that people set between cells and that no reader takes for one, with their words."""


@attrs.frozen
class Match:
    """``places`` has a column for each field, ``None``: absent; ``id_place`` is that of the id.

    ``rated`` has every column of ratings: the number of its field, its place, who rated.
    ``blank`` are fields that are read and have no column; ``with_units`` are the places of
    columns whose heading says the unit of the field, ``stated`` the units of fields without.
    """

    places: tuple[int | None, ...]
    id_place: int | None
    carried: tuple[tuple[int, str], ...]
    notices: tuple[Diagnostic, ...] = ()
    rated: tuple[tuple[int, int, Rater], ...] = ()
    blank: tuple[Field, ...] = ()
    with_units: frozenset[int] = frozenset()
    stated: tuple[StatedUnit, ...] = ()


def name_columns(names: Sequence[str]) -> tuple[str, ...]:
    """Make names of columns unique: nameless ones get their number, repeated ones too."""
    found: dict[str, None] = {}
    for number, raw in enumerate(names, start=1):
        name = _SURROGATES.sub("\ufffd", " ".join(raw.split())) or f"column {number}"
        while name in found:
            name = f"{name} ({number})"
        found[name] = None
    return tuple(found)


def match_columns(
    columns: Sequence[str],
    fields: Sequence[Field],
    path: str,
    expected: Expected = NOTHING_READ,
    others: frozenset[int] = frozenset(),
) -> Match:
    """Match the columns of an input with the fields; raises ``UnreadableInput``.

    ``others`` are the places of columns that somebody else reads.
    """
    unique = name_columns(columns)
    found = _Matching(columns, fields, path)
    for place in range(len(columns)):
        if not found.take(place) and place not in others:
            found.carried.append((place, unique[place]))
    require_one_unit(found.stated)
    places = tuple(found.places)
    identity = _find_id(columns, fields, places)
    # The id column is used, though it may belong to no field.
    strangers = [name for place, name in found.carried if place != identity]
    absent = without_column(fields, places) if columns else ()
    if fields and columns and len(absent) == len(fields):
        _refuse_other_separator(unique, fields, path)
        if not is_explained(absent, strangers, expected):
            listed = list_names(field.name for field in fields)
            refuse("U0110", path=path, columns=list_names(unique), expected=listed)
    require(absent, path, unique, strangers, expected)
    id_column = None if identity is None else unique[identity]
    return Match(
        places,
        identity,
        tuple(found.carried),
        (*_say_strangers(strangers, expected), *say_absent(absent, id_column, expected, strangers)),
        tuple(found.rated),
        left_blank(absent, expected),
        frozenset(found.with_units),
        tuple(found.stated),
    )


class _Matching:
    """The columns of one table, as they are taken one after the other."""

    def __init__(self, columns: Sequence[str], fields: Sequence[Field], path: str) -> None:
        self._columns, self._fields, self._path = columns, fields, path
        self._headings = Headings(fields)
        numbers = self._headings.numbers
        self._of_raters = {name: n for name, n in numbers.items() if fields[n].raters}
        self.places: list[int | None] = [None] * len(fields)
        self.carried: list[tuple[int, str]] = []
        self.rated: list[tuple[int, int, Rater]] = []
        self.with_units: set[int] = set()
        self.stated: list[StatedUnit] = []

    def take(self, place: int) -> bool:
        """Give the column at a place to its field; ``False``: it belongs to none."""
        column = self._columns[place]
        named = self._headings.find(column)
        if named is not None:
            self._check_unit(column, named)
            self._give(place, named)
            return True
        rating = self._find_rating(column)
        if rating is not None:
            self._rate(place, *rating)
        return rating is not None

    def _check_unit(self, column: str, named: Named) -> None:
        if named.contradicts:
            field = self._fields[named.number]
            written = unit_as_written(named.unit or "")
            key = "U0160" if written else "U0160.no_word"
            refuse(
                key if field.unit_text else f"{key}.plain",
                path=self._path,
                column=" ".join(column.split()),
                unit=named.unit,
                field=field.name,
                own=field.unit_text,
                written=written,
            )

    def _give(self, place: int, named: Named) -> None:
        number, field = named.number, self._fields[named.number]
        if named.unit is not None:
            self.with_units.add(place)
            stated = stated_unit(field, named.unit, self._columns[place], self._path)
            self.stated += () if stated is None else (stated,)
        if field.raters:
            self._rate(place, number, NOBODY)
            return
        taken = self.places[number]
        if taken is not None:
            first, second = (" ".join(self._columns[each].split()) for each in (taken, place))
            refuse("U0106", path=self._path, field=field.name, first=first, second=second)
        self.places[number] = place

    def _rate(self, place: int, number: int, rater: Rater) -> None:
        self.rated.append((number, place, rater))
        if self.places[number] is None:
            self.places[number] = place

    def _find_rating(self, column: str) -> tuple[int, Rater] | None:
        """Give the field whose ratings a column holds, with who rated."""
        if not self._of_raters:
            return None
        refused = None
        for name in (*self._headings.bare_names(column), column):
            split = find_rated(name, self._of_raters)
            if split is None:
                continue
            number, said = split
            rater = split_rater(said, names_of_groups(self._fields[number]))
            if rater is not None:
                return number, rater
            refused = number
        if refused is not None:
            self._refuse_group(column, self._fields[refused])
        return None

    def _refuse_group(self, column: str, field: Field) -> None:
        groups = names_of_groups(field)
        refuse(
            "U0130",
            path=self._path,
            column=to_visible(column.strip()),
            field=field.name,
            first=groups[0],
            known=list_names(groups),
        )


def _find_id(
    columns: Sequence[str], fields: Sequence[Field], places: Sequence[int | None]
) -> int | None:
    for field, place in zip(fields, places, strict=True):
        if field.is_key and place is not None:
            return place
    return next((place for place, name in enumerate(columns) if plain(name) == _ID), None)


def _refuse_other_separator(columns: Sequence[str], fields: Sequence[Field], path: str) -> None:
    """Say it where all headings stand in one cell, because another sign parts them."""
    if len(columns) != 1:
        return
    for separator, shown in ((";", ";"), ("\t", "tab"), ("|", "|")):
        if separator in columns[0]:
            refuse("U0110.separator", path=path, separator=shown)
    known = {plain(name) for field in fields for name in (field.name, field.label or "")}
    for separator, key in _UNUSUAL.items():
        if len(known.intersection(map(plain, columns[0].split(separator)))) > 1:
            refuse(f"U0110.{key}", path=path, separator=separator)


def _say_strangers(strangers: Sequence[str], expected: Expected) -> Iterator[Diagnostic]:
    if strangers:
        key = {None: "U0121", True: "U0121.kept", False: "U0121.left"}[expected.keeps]
        one = ".one" if len(strangers) == 1 else ""
        yield note(f"{key}{one}", count=len(strangers), columns=list_names(strangers))
