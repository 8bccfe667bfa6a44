"""The versions of one rubric: which of them is in force on a day.

In: checked rubrics of one name. Out: the one for a day, and how far each reaches. Both days
of ``effective`` are included; an end that is not given is open.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from scorelang.model.rubric import CheckedRubric

DAY = dt.timedelta(days=1)


@attrs.frozen
class History:
    """Versions in the order of their days; ``day_field`` is the date of a record that chooses."""

    versions: tuple[CheckedRubric, ...]

    @classmethod
    def of(cls, rubrics: Iterable[CheckedRubric]) -> History:
        """Put versions in order."""
        return cls(tuple(sorted(rubrics, key=first_day)))

    @property
    def name(self) -> str:
        """The name all versions have."""
        return self.versions[-1].name

    @property
    def day_field(self) -> str | None:
        """The date that chooses, where the versions name one."""
        named = (each.day_field for each in self.versions if each.day_field is not None)
        return next(named, None)

    def on(self, day: dt.date) -> CheckedRubric | None:
        """Give the version in force on a day."""
        place = self.place_on(day)
        return None if place is None else self.versions[place]

    def place_on(self, day: dt.date) -> int | None:
        """Give the place of the version in force on a day."""
        found = (place for place, each in enumerate(self.versions) if is_in_force(each, day))
        return next(found, None)

    def holes(self) -> Iterator[tuple[CheckedRubric, dt.date, dt.date]]:
        """Give the days between two versions on which none is in force, with the later one."""
        for earlier, later in pairwise(self.versions):
            ends, begins = last_day(earlier), first_day(later)
            if ends < dt.date.max and ends + DAY < begins:
                yield later, ends + DAY, begins - DAY

    def overlaps(self) -> Iterator[tuple[CheckedRubric, CheckedRubric, dt.date, dt.date]]:
        """Give the days on which two versions are in force, with both."""
        for place, later in enumerate(self.versions):
            for earlier in self.versions[:place]:
                ends = min(last_day(earlier), last_day(later))
                if first_day(later) <= ends:
                    yield earlier, later, first_day(later), ends


def is_history(rubrics: Sequence[CheckedRubric]) -> bool:
    """Whether rubrics of one name are meant as versions: several, and one has days."""
    dated = any(each.first_day is not None or each.last_day is not None for each in rubrics)
    return len(rubrics) > 1 and dated


def is_in_force(rubric: CheckedRubric, day: dt.date) -> bool:
    """Whether a version is in force on a day."""
    return first_day(rubric) <= day <= last_day(rubric)


def first_day(rubric: CheckedRubric) -> dt.date:
    """Give the first day of a version; the first of all days where none is given."""
    return rubric.first_day or dt.date.min


def last_day(rubric: CheckedRubric) -> dt.date:
    """Give the last day of a version; the last of all days where none is given."""
    return rubric.last_day or dt.date.max


def version_name(rubric: CheckedRubric) -> str:
    """Give the name of a version: as written, else its days."""
    return rubric.version if rubric.version is not None else say_days(rubric)


def say_days(rubric: CheckedRubric) -> str:
    """Write from when to when a version is in force."""
    first = f"from {rubric.first_day}" if rubric.first_day is not None else ""
    last = f"to {rubric.last_day}" if rubric.last_day is not None else ""
    return " ".join(part for part in (first, last) if part) or "always"
