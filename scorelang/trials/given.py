"""What an example gives, as it is read: in the unit of the column, with labels.

In: a rubric and an example. Out: name and value of each field the example names. A bare
``120`` in a column ``in 万元`` is 120 万元 here, which is where many examples go wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scorelang.model.fields import Field, Record
from scorelang.model.rubric import CheckedRubric, Example
from scorelang.records.mapping import record_from_texts
from scorelang.records.names import said_name
from scorelang.reports.shown_values import show_field


def values_as_read(
    rubric: CheckedRubric, example: Example, words: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Give the fields an example names with their values; nothing where it is rejected."""
    record = record_from_texts(rubric, example.texts)
    if not isinstance(record, Record):
        return
    for field in rubric.fields:
        if field.name in example.texts:
            yield said_name(field), _shown(field, record, words)


def _shown(field: Field, record: Record, words: Mapping[str, str]) -> str:
    ratings = record.ratings.get(field.name)
    if ratings:
        return ", ".join(show_field(field, rating.value, words) for rating in ratings)
    special = record.specials.get(field.name)
    return (
        special.words
        if special is not None
        else show_field(field, record.values.get(field.name), words)
    )
