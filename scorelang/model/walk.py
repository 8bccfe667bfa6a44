"""Children of the nodes of the checked tree, for whoever looks for something in it.

In: any node of the model. Out: its direct children, or all nodes below it, in order.
Generic over the attributes, so that a new node needs no line here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from scorelang.model.rubric import CheckedRubric
from scorelang.model.wording import Wording
from scorelang.numeric.interval import Grid, Interval
from scorelang.numeric.rounding import Rounding
from scorelang.source.span import Span

# A rubric inside a rubric is not gone into: its names are its own.
_LEAVES = (Span, Interval, Rounding, Grid, CheckedRubric, Wording)


def children(node: object) -> Iterator[object]:
    """Give the nodes that stand directly below a node."""
    if attrs.has(type(node)):
        for attribute in attrs.fields(type(node)):  # type: ignore[arg-type]  # has() knows
            yield from _nodes(getattr(node, attribute.name))


def descend(node: object) -> Iterator[object]:
    """Give the node and all nodes below it, each before its children."""
    yield node
    for child in children(node):
        yield from descend(child)


def _nodes(value: object) -> Iterator[object]:
    if isinstance(value, _LEAVES):
        return
    if isinstance(value, tuple | frozenset):
        for item in value:
            yield from _nodes(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _nodes(item)
    elif attrs.has(type(value)):
        yield value
