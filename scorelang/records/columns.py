"""Columns and fields: which column of an input holds which field.

In: the names of the columns and the fields. Out: a ``Match``. A column belongs to a field
by its name, label or alias, whatever its letter case, width or outer spaces. Two columns
for one field (``U0106``) and a required field without one (``U0107``) end the run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import attrs

from scorelang.diagnostics.collector import make
from scorelang.diagnostics.model import Diagnostic
from scorelang.diagnostics.suggest import did_you_mean
from scorelang.diagnostics.visible import to_visible
from scorelang.model.fields import Field
from scorelang.records.errors import WORDS
from scorelang.records.names import plain
from scorelang.records.raters import NOBODY, Rater, find_rated, names_of_groups, split_rater
from scorelang.records.unreadable import UnreadableInput, note, refuse

__all__ = ["MOST_COLUMNS", "list_names", "match_columns", "name_columns", "plain", "spellings"]

MOST_COLUMNS = 16_384
"""As many columns as a sheet of Excel has."""

_LISTED = 20
_SURROGATES = re.compile("[\ud800-\udfff]")
_ID = "id"


@attrs.frozen
class Match:
    """``places`` has a column for each field, ``None``: absent; ``id_place`` is that of the id.

    ``rated`` has every column of ratings: the number of its field, its place, who rated.
    """

    places: tuple[int | None, ...]
    id_place: int | None
    carried: tuple[tuple[int, str], ...]
    notices: tuple[Diagnostic, ...] = ()
    rated: tuple[tuple[int, int, Rater], ...] = ()


def spellings(fields: Iterable[Field]) -> Mapping[str, int]:
    """Give the number of a field by each of its spellings; names win over labels and aliases."""
    listed = tuple(fields)
    found = {plain(field.name): number for number, field in enumerate(listed)}
    for number, field in enumerate(listed):
        for spelling in (field.label, *field.also):
            if spelling is not None:
                found.setdefault(plain(spelling), number)
    return found


def name_columns(names: Sequence[str]) -> tuple[str, ...]:
    """Make names of columns unique: nameless ones get their number, repeated ones too."""
    found: dict[str, None] = {}
    for number, raw in enumerate(names, start=1):
        name = _SURROGATES.sub("\ufffd", raw.strip()) or f"column {number}"
        while name in found:
            name = f"{name} ({number})"
        found[name] = None
    return tuple(found)


def match_columns(
    columns: Sequence[str],
    fields: Sequence[Field],
    path: str,
    others: frozenset[int] = frozenset(),
    *,
    has_last: bool = False,
) -> Match:
    """Match the columns of an input with the fields; raises ``UnreadableInput``.

    ``others`` are the places of columns that somebody else reads; ``has_last``: those of the
    last period are expected elsewhere.
    """
    numbers = spellings(fields)
    of_raters = {name: number for name, number in numbers.items() if fields[number].raters}
    places: list[int | None] = [None] * len(fields)
    carried: list[tuple[int, str]] = []
    rated: list[tuple[int, int, Rater]] = []
    unique = name_columns(columns)
    for place, column in enumerate(columns):
        number = numbers.get(plain(column))
        one = _find_rating(column, number, fields, of_raters)
        if one is not None:
            number, rater = one
            rated.append((number, place, rater))
            places[number] = place if places[number] is None else places[number]
            continue
        if number is None:
            if place not in others:
                carried.append((place, unique[place]))
            continue
        taken = places[number]
        if taken is not None:
            names = {"first": columns[taken].strip(), "second": column.strip()}
            refuse("U0106", field=fields[number].name, **names)
        places[number] = place
    identity = _find_id(columns, fields, places)
    found = Match(tuple(places), identity, tuple(carried), rated=tuple(rated))
    is_strange = bool(fields and columns) and all(place is None for place in places)
    if is_strange:
        _refuse_other_separator(unique, path)
    _require(found, fields, unique)
    if is_strange:
        expected = list_names(field.name for field in fields)
        refuse("U0110", path=path, columns=list_names(unique), expected=expected)
    return attrs.evolve(found, notices=_remark(found, fields, has_last=has_last))


def _find_rating(
    column: str, number: int | None, fields: Sequence[Field], of_raters: Mapping[str, int]
) -> tuple[int, Rater] | None:
    """Give the field whose ratings a column holds, with who rated; a wrong group ends the run."""
    if number is not None:
        return (number, NOBODY) if fields[number].raters else None
    split = find_rated(column, of_raters) if of_raters else None
    if split is None:
        return None
    number, said = split
    groups = names_of_groups(fields[number])
    rater = split_rater(said, groups)
    if rater is None:
        refuse(
            "U0130",
            column=to_visible(column.strip()),
            field=fields[number].name,
            first=groups[0],
            known=list_names(groups),
        )
    return number, rater


def _find_id(
    columns: Sequence[str], fields: Sequence[Field], places: Sequence[int | None]
) -> int | None:
    for field, place in zip(fields, places, strict=True):
        if field.is_key and place is not None:
            return place
    return next((place for place, name in enumerate(columns) if plain(name) == _ID), None)


def _refuse_other_separator(columns: Sequence[str], path: str) -> None:
    if len(columns) == 1:
        for separator, shown in ((";", ";"), ("\t", "tab"), ("|", "|")):
            if separator in columns[0]:
                refuse("U0110.separator", path=path, separator=shown)


def _require(match: Match, fields: Sequence[Field], columns: Sequence[str]) -> None:
    absent = _absent(match, fields, required=True)
    if absent:
        near = _pairs(absent, [name for _, name in match.carried])
        raise UnreadableInput(
            make(
                WORDS,
                "U0107.near" if near else "U0107",
                None,
                fields=list_names(field.name for field in absent),
                columns=list_names(columns),
                near=near,
            )
        )


def _absent(match: Match, fields: Sequence[Field], *, required: bool) -> list[Field]:
    # A blank that means something is an answer, so such a field can do without its column.
    return [
        field
        for field, place in zip(fields, match.places, strict=True)
        if place is None and (field.required and field.blank_means is None) is required
    ]


def _remark(match: Match, fields: Sequence[Field], *, has_last: bool) -> tuple[Diagnostic, ...]:
    found = []
    # The id column is used, though it may belong to no field.
    strangers = [name for place, name in match.carried if place != match.id_place]
    absent = _absent(match, fields, required=False)
    absent = [field for field in absent if not (has_last and field.last_of is not None)]
    if strangers:
        key = "U0121" if len(strangers) > 1 else "U0121.one"
        found.append(note(key, count=len(strangers), columns=list_names(strangers)))
    if absent:
        near = _pairs(absent, strangers)
        listed = list_names(field.name for field in absent)
        found.append(note("U0122.near" if near else "U0122", fields=listed, near=near))
    return tuple(found)


def _pairs(absent: Iterable[Field], strangers: Sequence[str]) -> str:
    """Propose columns that may be meant for absent fields: ```amout` to `amount```."""
    free = [name for name in strangers if plain(name) != _ID][:200]
    pairs = []
    for field in list(absent)[:_LISTED]:
        likely = (did_you_mean(word, free) for word in (field.name, field.label) if word)
        near = next((name for name in likely if name is not None), None)
        if near is not None:
            pairs.append(f"`{to_visible(near)}` to `{field.name}`")
            free.remove(near)
    return ", ".join(pairs)


def list_names(names: Iterable[str]) -> str:
    """List names in back-ticks, not endlessly many and none of them endless."""
    listed = list(names)
    shown = ", ".join(
        f"`{to_visible(name if len(name) <= 60 else name[:60] + '…')}`" for name in listed[:_LISTED]
    )
    return f"{shown} … ({len(listed)} in all)" if len(listed) > _LISTED else shown
