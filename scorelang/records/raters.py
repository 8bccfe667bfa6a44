"""Who rated: read from the name of a column, of a file, or from a cell.

In: ``attitude.peer.1``, ``attitude(peer)``, ``peer Li``. Out: a ``Rater``, with group and
name as far as they are said.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import TypeVar

import attrs

from scorelang.model.fields import Field
from scorelang.records.names import plain

_JOINTS = " .(_-/"
_ENDS = _JOINTS + ")"

Known = TypeVar("Known")


@attrs.frozen
class Rater:
    """Who rated, as far as known."""

    group: str | None = None
    name: str | None = None


NOBODY = Rater()


def names_of_groups(field: Field) -> tuple[str, ...]:
    """Give the names of a field's groups of raters."""
    return tuple(group.name for group in field.raters if group.name is not None)


def split_rater(text: str, groups: Sequence[str]) -> Rater | None:
    """Split a text into group and rater.

    >>> split_rater("peer (Li)", ["self", "peer"]), split_rater("Li", ["judges"])
    (Rater(group='peer', name='Li'), Rater(group='judges', name='Li'))
    """
    said = unicodedata.normalize("NFKC", text).strip(_ENDS)
    for group in sorted(groups, key=len, reverse=True):
        size = len(group)
        if plain(said[:size]) != plain(group):
            continue
        rest = said[size:]
        if not rest:
            return Rater(group)
        if rest[0] in _JOINTS:
            return Rater(group, rest.strip(_ENDS) or None)
    return Rater(groups[0], said or None) if len(groups) == 1 else None


def find_rated(column: str, rated: Mapping[str, Known]) -> tuple[Known, str] | None:
    """Split the name of a column into a field with raters and what is said of the rater.

    ``rated`` holds fields by each of their spellings.
    """
    text = unicodedata.normalize("NFKC", column).strip()
    for place, sign in enumerate(text):
        known = rated.get(plain(text[:place])) if sign in ".(" else None
        if known is not None:
            return known, text[place:].strip(_ENDS)
    return None
