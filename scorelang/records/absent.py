"""Fields without a column: what the run does about them.

In: the fields, which of them have a column, and what ``--absent`` allows. A field that the
rubric reads and the table lacks ends the run (``U0107``), so that a misspelt heading never
scores as blank; allowed ones are said (``U0122``). Only the key may lack its column freely.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import NoReturn

import attrs

from scorelang.diagnostics.collector import make
from scorelang.diagnostics.model import Diagnostic
from scorelang.diagnostics.suggest import did_you_mean
from scorelang.diagnostics.visible import to_visible
from scorelang.model.fields import Field
from scorelang.records.errors import WORDS
from scorelang.records.names import list_names, looks_like_key, plain, said_name
from scorelang.records.terms import TERMS
from scorelang.records.unreadable import UnreadableInput, note, refuse

_LISTED = 20
_ID = "id"
_EVERY = "blank"
_LIKENESS = 0.5


@attrs.frozen
class Absent:
    """What may lack its column: every field (``blank``), or those that are named."""

    every: bool = False
    names: frozenset[str] = frozenset()

    def allows(self, field: Field) -> bool:
        """Whether the column of a field may be absent."""
        return self.every or any(plain(one) in self.names for one in _spellings(field))


NO_ABSENT = Absent()


@attrs.frozen
class Expected:
    """Which columns a table must have: ``read`` are the names of the fields that are read.

    ``has_last``: values of the last period come from elsewhere. ``is_part``: the table is one
    of several that are put together, so that each may lack what another has. ``keeps``: whether
    columns of no field are written to the results (``None``: there are no results).
    """

    read: frozenset[str]
    absent: Absent = NO_ABSENT
    has_last: bool = False
    is_part: bool = False
    keeps: bool | None = None


NOTHING_READ = Expected(frozenset())


def read_absent(text: str | None, fields: Iterable[Field], *, is_strict: bool = True) -> Absent:
    """Read ``blank`` or ``sales,rate``; a name of no field ends the run where ``is_strict``."""
    if text is None:
        return NO_ABSENT
    listed = tuple(fields)
    said = [word.strip() for word in text.replace("，", ",").split(",")]
    if [plain(word) for word in said] == [_EVERY]:
        return Absent(every=True)
    known = {plain(one): one for field in listed for one in _spellings(field)}
    for word in said:
        if is_strict and plain(word) not in known:
            near = did_you_mean(word, [*known.values(), _EVERY])
            key = "U0161.near" if near else "U0161"
            refuse(key, name=word, near=near, fields=list_names(map(said_name, listed)))
    return Absent(names=frozenset(plain(word) for word in said))


def without_column(fields: Sequence[Field], places: Sequence[int | None]) -> tuple[Field, ...]:
    """Give the fields that have no column."""
    return tuple(f for f, place in zip(fields, places, strict=True) if place is None)


def held_fields(fields: Sequence[Field], places: Sequence[int | None]) -> frozenset[str]:
    """Give the names of the fields that have a column, without the key."""
    pairs = zip(fields, places, strict=True)
    return frozenset(f.name for f, place in pairs if place is not None and not f.is_key)


def require(
    absent: Sequence[Field],
    path: str,
    columns: Sequence[str],
    strangers: Sequence[str],
    expected: Expected,
) -> None:
    """End the run where a column is absent that must be there."""
    lacking = [field for field in absent if columns and _must_be_there(field, expected)]
    if not lacking or expected.is_part:
        return
    refuse_absent(lacking, path, columns, strangers)


def refuse_absent(
    lacking: Sequence[Field], path: str, columns: Sequence[str], strangers: Sequence[str]
) -> NoReturn:
    """End the run: these columns are absent."""
    key, near, value = _cure(lacking, strangers)
    raise UnreadableInput(
        make(
            WORDS,
            key,
            None,
            path=path,
            fields=list_names(map(said_name, lacking)),
            columns=list_names(columns),
            near=near,
            value=value,
        )
    )


def is_explained(absent: Sequence[Field], strangers: Sequence[str], expected: Expected) -> bool:
    """Whether more can be said of what is absent than that it is."""
    lacking = [field for field in absent if _must_be_there(field, expected)]
    return not expected.is_part and _cure(lacking, strangers)[0] != "U0107"


def say_absent(
    absent: Sequence[Field],
    id_column: str | None,
    expected: Expected,
    strangers: Sequence[str] = (),
) -> tuple[Diagnostic, ...]:
    """Say which fields are left blank because their column may be absent.

    ``strangers`` are the columns that belong to no field; one may be meant for the key.
    """
    found = []
    allowed = [field for field in left_blank(absent, expected) if not field.is_key]
    key = next((field for field in absent if field.is_key), None)
    if key is not None and not expected.is_part:
        which, near = ("U0122.key" if id_column is None else "U0122.id"), None
        if id_column is None:
            near = _nearest(key, strangers) or next(filter(looks_like_key, strangers), None)
        found.append(
            note(which if near is None else "U0122.near", field=key.name, column=near or id_column)
        )
    if allowed:
        found.append(note("U0122", fields=list_names(map(said_name, allowed))))
    return tuple(found)


def left_blank(absent: Iterable[Field], expected: Expected) -> tuple[Field, ...]:
    """Give the fields the rubric reads that are blank in every record of a table."""
    return tuple(
        field
        for field in absent
        if field.name in expected.read and not (expected.has_last and field.last_of is not None)
    )


def _cure(lacking: Sequence[Field], strangers: Sequence[str]) -> tuple[str, str, str]:
    """Choose the words: key, the columns that may be meant, the value that took an alias."""
    near = _pairs(lacking, strangers)
    if near:
        return "U0107.near", near, ""
    misplaced = _misplaced(lacking, strangers)
    if misplaced is not None:
        return "U0107.value", *misplaced
    if lacking and all(field.last_of is not None for field in lacking):
        return "U0107.last", "", ""
    return ("U0107.required" if any(map(_is_demanded, lacking)) else "U0107"), "", ""


def _must_be_there(field: Field, expected: Expected) -> bool:
    if field.is_key:
        return _is_demanded(field)
    if _is_demanded(field):  # a record without it is rejected, so a table without it is no table
        return True
    is_elsewhere = expected.has_last and field.last_of is not None
    is_read = field.name in expected.read and not is_elsewhere
    return is_read and not expected.absent.allows(field)


def _is_demanded(field: Field) -> bool:
    return field.required and field.blank_means is None


def _misplaced(lacking: Sequence[Field], strangers: Sequence[str]) -> tuple[str, str] | None:
    """Find an alias that was meant for the field and was given to the last of its values."""
    free = {plain(name): name for name in strangers}
    for field in lacking:
        for value in field.categories:
            for spelling in value.also:
                if plain(spelling) in free:
                    return free[plain(spelling)], value.name
    return None


def _pairs(absent: Iterable[Field], strangers: Sequence[str]) -> str:
    """Propose columns that may be meant for absent fields: ```amout` → `amount```."""
    free = [name for name in strangers if plain(name) != _ID][:200]
    pairs = []
    listed = list(absent)[:_LISTED]
    for field in listed:
        near = _nearest(field, free)
        if near is None and len(free) == len(listed) == 1:
            near = free[0]
        if near is not None:
            pairs.append(f"`{to_visible(near)}` → `{field.name}`")
            free.remove(near)
    return TERMS[", "].join(pairs)


def _nearest(field: Field, columns: Sequence[str]) -> str | None:
    """Give the column that a field was most likely meant to have.

    A heading that differs in spaces, ``_``, ``-`` and letter case only comes before all others.
    """
    by_letters = {_letters(column): column for column in reversed(columns)}
    same = (by_letters.get(_letters(word)) for word in _spellings(field) if _letters(word))
    found = next(filter(None, same), None)
    if found is not None:
        return found
    for word in _spellings(field):
        near = did_you_mean(word, columns)
        if near is not None:
            return near
    by_name = {plain(column): column for column in columns}
    words = map(plain, _spellings(field))
    close = (get_close_matches(word, by_name, 1, _LIKENESS) for word in words)
    return next((by_name[found[0]] for found in close if found), None)


def _letters(name: str) -> str:
    """Give the letters and digits of a name alone, as ``plain`` has them."""
    return re.sub(r"[\W_]+", "", plain(name))


def _spellings(field: Field) -> tuple[str, ...]:
    return tuple(one for one in (field.name, field.label, *field.also) if one is not None)
