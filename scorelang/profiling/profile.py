"""The whole profile as plain data, and what in it goes beyond a limit.

In: a sample of all records. Out: a ``Profile``. Time is linear in the records but for
sorting, and quadratic in the indicators, of which so many are compared at most.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import attrs

from scorelang.model.labels import labels_of
from scorelang.model.rubric import CheckedRubric
from scorelang.profiling.correlation import (
    MOST_INDICATORS,
    Correlated,
    find_correlated,
    find_duplicates,
)
from scorelang.profiling.distribution import Distribution, distribute
from scorelang.profiling.reliability import Alpha, find_alphas
from scorelang.profiling.sample import Sample


@attrs.frozen
class FieldProfile:
    """One field: how often it is missing, and cells that could not be used, by code."""

    name: str
    label: str
    missing: int
    records: int
    faults: tuple[tuple[str, int], ...]
    examples: tuple[str, ...]

    @property
    def share(self) -> Fraction:
        """The share of records in which it is missing."""
        return Fraction(self.missing, self.records) if self.records else Fraction(0)


@attrs.frozen
class Profile:
    """All that is said about the data behind a rubric.

    ``title`` and ``labels`` are what people call the rubric and its parts.
    """

    rubric: str
    records: int
    scored: int
    not_ratable: int
    rejected: int
    fields: tuple[FieldProfile, ...]
    indicators: tuple[Distribution, ...]
    correlated: tuple[Correlated, ...]
    duplicates: tuple[tuple[str, ...], ...]
    alphas: tuple[Alpha, ...]
    grades: tuple[tuple[str | None, int], ...]
    not_compared: int = 0
    title: str = ""
    labels: Mapping[str, str] = attrs.field(factory=dict)

    def called(self, name: str) -> str:
        """Give what a part is called."""
        return self.labels.get(name, name)

    def above(self, limit: Fraction) -> tuple[FieldProfile, ...]:
        """Give the fields that are missing in a greater share of records."""
        return tuple(field for field in self.fields if field.share > limit)


def make_profile(sample: Sample, least_correlation: Fraction) -> Profile:
    """Set up the profile of a sample."""
    return Profile(
        rubric=sample.rubric.name,
        records=sample.records,
        scored=sample.scored,
        not_ratable=sample.not_ratable,
        rejected=sample.rejected,
        fields=_fields(sample),
        indicators=tuple(distribute(one, sample.points[one.name]) for one in sample.indicators),
        correlated=find_correlated(sample.points, least_correlation),
        duplicates=find_duplicates(sample.points),
        alphas=find_alphas(sample.rubric, sample.answers, sample.rated),
        grades=_grades(sample),
        not_compared=max(len(sample.points) - MOST_INDICATORS, 0),
        title=sample.rubric.label or sample.rubric.name,
        labels=labels_of(sample.rubric),
    )


def _fields(sample: Sample) -> tuple[FieldProfile, ...]:
    return tuple(
        FieldProfile(
            name,
            sample.fields[name].label or name,
            count.missing,
            sample.read,
            tuple(sorted(count.faults.items())),
            tuple(count.shown),
        )
        for name, count in sample.counts.items()
    )


def _grades(sample: Sample) -> tuple[tuple[str | None, int], ...]:
    """Give grades with their numbers, best first, those that nobody got as well."""
    order = _order(sample.rubric)
    if not order and not any(sample.grades):
        return ()
    others = sorted(name for name in sample.grades if name is not None and name not in order)
    found: list[tuple[str | None, int]] = [
        (name, sample.grades[name]) for name in (*order, *others)
    ]
    return (*found, (None, sample.grades[None])) if sample.grades[None] else tuple(found)


def _order(rubric: CheckedRubric) -> tuple[str, ...]:
    if rubric.grading is not None:
        return rubric.grading.order
    return rubric.classes[0].order if len(rubric.classes) == 1 and rubric.total is None else ()
