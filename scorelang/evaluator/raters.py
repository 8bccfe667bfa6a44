"""Ratings become values, before anything else is worked out.

In: the ratings of a record. Out: for each field with raters its value, or why it has none,
and how far the raters lie apart. Each group is combined by itself, then the groups by their
weights. A group with too few ratings has no value, and then the field has none: the weights
of the others would otherwise count for people who were never asked. Nothing is rounded.

Outliers are named and never left out. The rule is that of Tukey's fences: a rating is one if
it lies more than 1.5 quartile distances below the first quartile or above the third (J. W.
Tukey, Exploratory Data Analysis, 1977, chapter 2). Fewer than four ratings have none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import assert_never

import attrs

from scorelang.evaluator.errors import RATERS, SAID, WORDS
from scorelang.evaluator.statistics import HALF, quantile
from scorelang.model.fields import Fault, Field, RaterCombine, RaterGroup, Rating, Record
from scorelang.model.outcome import FieldRatings, GroupRatings
from scorelang.model.types import Value

_FEWEST_FOR_FENCES = 4
_FENCE = Fraction(3, 2)
_QUARTER = Fraction(1, 4)


@attrs.frozen
class Rated:
    """What ratings give: values of the record, figures, faults of fields that must have one."""

    values: Mapping[str, Value]
    figures: Mapping[str, FieldRatings] = attrs.field(factory=dict)
    faults: tuple[Fault, ...] = ()

    @property
    def unrated(self) -> Mapping[str, str]:
        """Why fields have no value."""
        return {
            name: figure.note for name, figure in self.figures.items() if figure.note is not None
        }


def combine_ratings(fields: Sequence[Field], record: Record) -> Rated:
    """Combine the ratings of a record; ``fields`` are those with raters."""
    figures = {
        field.name: combine(field.raters, record.ratings.get(field.name, ()))
        for field in fields
        if field.name in record.ratings or record.values.get(field.name) is None
    }
    values = {**record.values, **{name: figure.value for name, figure in figures.items()}}
    faults = tuple(
        _too_few(field, figures[field.name])
        for field in fields
        if field.required and field.name in figures and figures[field.name].value is None
    )
    return Rated(values, figures, faults)


def combine(groups: Sequence[RaterGroup], ratings: Sequence[Rating]) -> FieldRatings:
    """Combine all ratings of one field."""
    taken = tuple(_combine_group(group, _of_group(group, groups, ratings)) for group in groups)
    given = sorted(rating.value for rating in ratings)
    reasons = [
        _say(group, found, len(groups))
        for group, found in zip(groups, taken, strict=True)
        if found.value is None
    ]
    return FieldRatings(
        value=None if reasons else _weigh(groups, taken),
        count=len(given),
        mean=_mean(given) if given else None,
        spread=given[-1] - given[0] if given else None,
        outliers=find_outliers(ratings),
        groups=taken,
        note=SAID["; "].join(reasons) or None,
    )


def find_outliers(ratings: Sequence[Rating]) -> tuple[Rating, ...]:
    """Give the ratings outside of Tukey's fences."""
    if len(ratings) < _FEWEST_FOR_FENCES:
        return ()
    values = [rating.value for rating in ratings]
    first, third = quantile(values, _QUARTER), quantile(values, 1 - _QUARTER)
    reach = _FENCE * (third - first)
    low, high = first - reach, third + reach
    return tuple(rating for rating in ratings if not low <= rating.value <= high)


def _of_group(
    group: RaterGroup, groups: Sequence[RaterGroup], ratings: Sequence[Rating]
) -> list[Rating]:
    """Give the ratings of a group; where there is but one, all are its own."""
    if len(groups) == 1:
        return list(ratings)
    return [rating for rating in ratings if rating.group == group.name]


def _combine_group(group: RaterGroup, ratings: Sequence[Rating]) -> GroupRatings:
    values = sorted(rating.value for rating in ratings)
    found = None
    if len(values) >= group.quorum:
        found = _take_together(values[1:-1] if group.drop_ends else values, group.combine)
    spread = values[-1] - values[0] if values else None
    return GroupRatings(group.name or "", len(values), found, group.weight, spread)


def _take_together(values: Sequence[Fraction], how: RaterCombine) -> Fraction | None:
    if not values:
        return None
    match how:
        case RaterCombine.MEAN:
            return _mean(values)
        case RaterCombine.MEDIAN:
            return quantile(values, HALF)
        case _:
            assert_never(how)


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def _weigh(groups: Sequence[RaterGroup], taken: Sequence[GroupRatings]) -> Fraction:
    parts = (
        found.value * (1 if group.weight is None else group.weight)
        for group, found in zip(groups, taken, strict=True)
        if found.value is not None
    )
    return sum(parts, Fraction(0))


def _say(group: RaterGroup, found: GroupRatings, groups: int) -> str:
    """Say why a group has no value; a group that is the only one need not be named."""
    key = "too few" if found.count else "none"
    said = RATERS[key].format(count=found.count, quorum=group.quorum)
    return said if groups == 1 else RATERS["from"].format(said=said, group=group.name)


def _too_few(field: Field, figure: FieldRatings) -> Fault:
    note = figure.note or ""
    message = WORDS["R0210"].message.format(field=field.name, why=note)
    return Fault(field.name, "", RATERS["expected"], "R0210", message)


def add_notes(
    notes: dict[str, str], figures: Mapping[str, FieldRatings], left_out: Sequence[Fault]
) -> dict[str, str]:
    """Add to the notes why fields have no value, and which ratings were left out."""
    told: dict[str, list[str]] = {}
    for name, figure in figures.items():
        if figure.note is not None:
            told.setdefault(name, []).append(figure.note)
    for name in dict.fromkeys(fault.field for fault in left_out):
        ratings = "; ".join(fault.message for fault in left_out if fault.field == name)
        told.setdefault(name, []).append(RATERS["left out"].format(ratings=ratings))
    for name, texts in told.items():
        earlier = [notes[name]] if name in notes else []  # an indicator may share the name
        notes[name] = "; ".join([*earlier, *texts])
    return notes
