"""What a rubric asks of a run, and what it will say: known before any record is read."""

from __future__ import annotations

from collections.abc import Iterator

from scorelang.model.expressions import AsOf, FieldValue
from scorelang.model.rubric import CheckedRubric, Example, GradeLine, Let, Override, RecordRule
from scorelang.model.rules import Branch, Within
from scorelang.model.walk import children, descend


def has_actions(rubric: CheckedRubric) -> bool:
    """Whether any line or override of a rubric says what is to be done."""
    return any(
        isinstance(node, Branch | GradeLine | Override) and node.action is not None
        for node in descend(rubric)
    )


def fields_read(rubric: CheckedRubric) -> frozenset[str]:
    """Give the names of the fields that anything reads; derived values nobody reads do not."""
    asked = [node for node in _acting(rubric) if not isinstance(node, Let) or node.is_read]
    found = {name for top in asked for node in descend(top) for name in _names_of(node)}
    if rubric.day_field is not None:
        found.add(rubric.day_field)
    return frozenset(found & {field.name for field in rubric.fields})


def _acting(rubric: CheckedRubric) -> Iterator[object]:
    """Give the parts of a rubric that act on a record."""
    return (node for node in children(rubric) if not isinstance(node, Example))


def _names_of(node: object) -> Iterator[str]:
    match node:
        case FieldValue(name):
            yield name
        case Within(field=name) | RecordRule(field=name):
            yield name
        case Override(until_field=str(name)):
            yield name
        case _:
            pass


def reads_as_of(rubric: CheckedRubric) -> bool:
    """Whether a value depends on the day of the evaluation."""
    return any(isinstance(node, AsOf) for node in descend(rubric))
