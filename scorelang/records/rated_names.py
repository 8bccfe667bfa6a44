"""Ratings in a mapping of the Python API: ``{"attitude": [8, 9]}``, ``{"attitude.peer": 7}``.

In: names with what they hold, one after the other. Out: the ratings of the record.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from scorelang.model.fields import Field
from scorelang.records.columns import plain, spellings
from scorelang.records.raters import NOBODY, find_rated
from scorelang.records.rating_columns import RowRatings
from scorelang.records.ratings import Found, RatingReader


class RatedNames:
    """The fields with raters of one rubric, by all their spellings."""

    def __init__(self, fields: Sequence[Field]) -> None:
        self.readers = tuple(RatingReader(field) for field in fields if field.raters)
        numbers = spellings(fields)
        self.others = frozenset(name for name, n in numbers.items() if not fields[n].raters)
        by_field = {reader.field.name: reader for reader in self.readers}
        self.names: Mapping[str, RatingReader] = {
            name: by_field[fields[n].name] for name, n in numbers.items() if fields[n].raters
        }

    def start(self) -> RatedMapping | None:
        """Start a record; nothing where the rubric has no field with raters."""
        return RatedMapping(self) if self.readers else None


@attrs.define
class RatedMapping:
    """The ratings of one record, as its names come along."""

    names: RatedNames
    found: dict[str, Found] = attrs.field(factory=dict)

    def take(self, name: str, raw: object) -> bool:
        """Read what a name holds; ``False``: it names no field with raters."""
        said = plain(name)
        reader, rater = self.names.names.get(said), ""
        if reader is None:
            split = None if said in self.names.others else find_rated(name, self.names.names)
            if split is None:
                return False
            reader, rater = split
        found = self.found.setdefault(reader.field.name, Found())
        reader.read(raw, reader.rater(rater) if rater else NOBODY, found)
        return True

    def end(self) -> RowRatings:
        """Give the ratings of the record."""
        empty = Found()
        taken = [
            (reader, self.found.get(reader.field.name, empty)) for reader in self.names.readers
        ]
        return RowRatings(
            {reader.field.name: tuple(found.ratings) for reader, found in taken},
            tuple(fault for _, found in taken for fault in found.faults),
            tuple(
                reader.empty()
                for reader, found in taken
                if reader.field.required and not found.ratings and not found.faults
            ),
        )
