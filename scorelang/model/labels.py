"""The labels of a rubric: what people call its parts, scores, conditions and values.

In: a checked rubric. Out: labels by name; what has no label is not there and is called by its
name. Where two declarations share a name the one nearest to the points gives the label.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from scorelang.model.rubric import CheckedRubric, Group, Part

_NAMED = re.compile(r"`([^`]+)`")


def labels_of(rubric: CheckedRubric) -> Mapping[str, str]:
    """Give the label of every part, score, override, result, class, derived value and field."""
    found: dict[str, str] = {}
    for name, label in _named(rubric):
        if name and label:
            found.setdefault(name, label)
    return found


def relabel(text: str, labels: Mapping[str, str]) -> str:
    """Write a note with the labels of what it names between backticks."""
    return _NAMED.sub(lambda found: f"`{labels.get(found[1], found[1])}`", text)


def walk_parts(parts: Iterable[Part]) -> Iterator[Part]:
    """Give every part, a group before its children."""
    for part in parts:
        yield part
        if isinstance(part, Group):
            yield from walk_parts(part.children)


def _named(rubric: CheckedRubric) -> Iterator[tuple[str | None, str | None]]:
    for declared in (
        walk_parts(rubric.parts),
        rubric.scores,
        rubric.overrides,
        rubric.results,
        rubric.classes,
        rubric.lets,
        rubric.fields,
    ):
        yield from ((each.name, each.label) for each in declared)
    yield from ((population.name, population.said) for population in rubric.populations)
