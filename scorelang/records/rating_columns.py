"""Ratings of a row: which columns hold them, and who rated.

In: a row of cells. Out: the ratings of every field with raters, with the faults of those
left out. Who rated is said by the name of the column, by a column of raters, or by the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from scorelang.model.fields import Fault, Field, Place, Rating
from scorelang.records.cells import to_written
from scorelang.records.decimals import DecimalSign
from scorelang.records.raters import NOBODY, Rater
from scorelang.records.ratings import Found, RatingReader


@attrs.frozen
class RaterPlaces:
    """The columns that name rater and group, and what the file itself says about both."""

    rater: int | None = None
    group: int | None = None
    file: str | None = None

    @property
    def places(self) -> frozenset[int]:
        """The columns that are read for this."""
        return frozenset(place for place in (self.rater, self.group) if place is not None)

    def said(self, raw: Sequence[object]) -> str:
        """Give who rated in a row, in words: ``peer.Li``."""
        cells = (raw[place] for place in (self.group, self.rater) if place is not None)
        texts = [text for cell in cells if (text := to_written(cell).strip())]
        return ".".join(texts) or (self.file or "")


NOWHERE = RaterPlaces()


@attrs.frozen
class RowRatings:
    """The ratings of a row by field; ``faults`` are those that reject the record."""

    ratings: dict[str, tuple[Rating, ...]] = attrs.field(factory=dict)
    left_out: tuple[Fault, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def values(self) -> Mapping[str, None]:
        """The fields, without values until their ratings are combined."""
        return dict.fromkeys(self.ratings)


UNRATED = RowRatings()


@attrs.frozen
class RatingColumns:
    """Reads the ratings of rows; ``plan`` has each field with the places of its columns."""

    plan: tuple[tuple[RatingReader, tuple[tuple[int, Rater], ...]], ...] = ()
    raters: RaterPlaces = NOWHERE

    @classmethod
    def of(
        cls,
        fields: Sequence[Field],
        rated: Iterable[tuple[int, int, Rater]],
        raters: RaterPlaces,
        sign: DecimalSign = DecimalSign.POINT,
    ) -> RatingColumns:
        """Prepare the reading; a field without a column has no ratings."""
        places: dict[int, list[tuple[int, Rater]]] = {
            number: [] for number, field in enumerate(fields) if field.raters
        }
        for number, place, rater in rated:
            places[number].append((place, rater))
        plan = (
            (RatingReader(fields[number], sign), tuple(found)) for number, found in places.items()
        )
        return cls(tuple(plan), raters)

    @property
    def columns(self) -> Iterator[tuple[str, int]]:
        """The fields with the first of their columns."""
        return ((reader.field.name, found[0][0]) for reader, found in self.plan if found)

    def read(self, raw: Sequence[object], places: Sequence[Place] | None = None) -> RowRatings:
        """Read one row; ``places`` say where its cells stand, if in several files."""
        said = "" if self.raters == NOWHERE else self.raters.said(raw)
        ratings: dict[str, tuple[Rating, ...]] = {}
        left_out: list[Fault] = []
        faults: list[Fault] = []
        for reader, columns in self.plan:
            in_row = reader.rater(said) if said else NOBODY
            found = Found()
            for place, rater in columns:
                told = len(found.faults)
                reader.read(raw[place], _together(rater, in_row), found)
                if places is not None:
                    here = (attrs.evolve(each, place=places[place]) for each in found.faults[told:])
                    found.faults[told:] = here
            ratings[reader.field.name] = tuple(found.ratings)
            left_out += found.faults
            if reader.field.required and not found.ratings and not found.faults:
                faults.append(reader.empty())
        return RowRatings(ratings, tuple(left_out), tuple(faults))


NO_RATINGS = RatingColumns()


def _together(column: Rater, row: Rater) -> Rater:
    """Put together what the column and the row say; the column knows its group better."""
    return column if row is NOBODY else Rater(column.group or row.group, column.name or row.name)
