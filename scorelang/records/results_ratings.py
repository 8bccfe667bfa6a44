"""The ratings of a result as JSON: of each field with raters, of each group of them.

In: the ratings of an outcome and the scale of each column. Out: the text of an object with
the keys ``value``, ``count``, ``mean``, ``spread``, ``outliers`` and ``groups``. Numbers are
in the unit of the column, with at most 6 decimals.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from scorelang.model.fields import Rating
from scorelang.model.outcome import FieldRatings, GroupRatings
from scorelang.records.results_values import number_text, quote


def ratings_object(
    ratings: Mapping[str, FieldRatings], rated: Iterable[tuple[str, Fraction]]
) -> str:
    """Write the ratings of one outcome; ``rated`` are the fields with their scales."""
    fields = (
        f"{quote(name)}: {_field(ratings[name], scale)}" for name, scale in rated if name in ratings
    )
    return "{" + ", ".join(fields) + "}"


def _field(found: FieldRatings, scale: Fraction) -> str:
    outliers = ", ".join(_rating(rating, scale) for rating in found.outliers)
    groups = ", ".join(f"{quote(one.name)}: {_group(one, scale)}" for one in found.groups)
    return (
        f'{{"value": {_number(found.value, scale)}, "count": {found.count}, '
        f'"mean": {_number(found.mean, scale)}, "spread": {_number(found.spread, scale)}, '
        f'"outliers": [{outliers}], "groups": {{{groups}}}}}'
    )


def _group(found: GroupRatings, scale: Fraction) -> str:
    weight = "" if found.weight is None else f'"weight": {number_text(found.weight)}, '
    return (
        f'{{{weight}"value": {_number(found.value, scale)}, "count": {found.count}, '
        f'"spread": {_number(found.spread, scale)}}}'
    )


def _rating(rating: Rating, scale: Fraction) -> str:
    group, rater = (
        "null" if text is None else quote(text) for text in (rating.group, rating.rater)
    )
    return f'{{"value": {_number(rating.value, scale)}, "group": {group}, "rater": {rater}}}'


def _number(x: Fraction | None, scale: Fraction) -> str:
    return "null" if x is None else number_text(x / scale)
