"""Walking the tree: the children of a node, and all nodes below it.

Generic over the fields of attrs classes, so that a new node is walked without a word here.
Words (enumerations), plain values and the source text are no nodes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from scorelang.source.structure import Structure


def children(node: object) -> Iterator[Any]:
    """Give the nodes that stand directly in a node, in the order of its fields."""
    kind = type(node)
    if attrs.has(kind):
        for field in attrs.fields(kind):
            if field.name != "span":
                yield from _nodes(getattr(node, field.name))


def walk(node: object) -> Iterator[Any]:
    """Give a node and all nodes below it, each before its children."""
    waiting = [node]
    while waiting:
        here = waiting.pop()
        yield here
        waiting.extend(reversed(list(children(here))))


def _nodes(value: object) -> Iterator[Any]:
    if isinstance(value, tuple):
        for each in value:
            yield from _nodes(each)
    elif isinstance(value, Structure):
        yield value
