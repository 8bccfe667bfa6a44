"""What is compared before and after: trees and comments.

Spans and layout do not count, but the digits of numbers do (`1.00` is not `1`). The text of a
table cell counts only where the cell reads as nothing or is the title of an example: its
keywords may be spelt in the other vocabulary.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from scorelang.syntax.ast import Cell, Comment, ExamplesDecl, Name, RubricDecl

_PLACE = frozenset(("span", "named", "source", "others", "comments", "vocabulary"))


def is_same_rubric(first: RubricDecl, second: RubricDecl) -> bool:
    """Whether two trees say the same."""
    waiting: list[tuple[object, object]] = [(first, second)]
    while waiting:
        one, other = waiting.pop()
        if type(one) is not type(other):
            return False
        if isinstance(one, tuple) and isinstance(other, tuple):
            if len(one) != len(other):
                return False
            waiting.extend(zip(one, other, strict=True))
        elif attrs.has(type(one)):
            waiting.extend((getattr(one, name), getattr(other, name)) for name in _counting(one))
            waiting.append((_titles(one), _titles(other)))
        elif one != other:
            return False
    return True


def names_of(rubric: RubricDecl) -> Iterator[Name]:
    """Give all names in a tree."""
    waiting: list[object] = [rubric]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Name):
            yield node
        elif isinstance(node, tuple):
            waiting.extend(node)
        elif attrs.has(type(node)):
            waiting.extend(getattr(node, name) for name in _counting(node))


def is_same_comments(first: Sequence[Comment], second: Sequence[Comment]) -> bool:
    """Whether the same comments are there, each as often, in whatever order."""
    return Counter(one.text.rstrip() for one in first) == Counter(
        one.text.rstrip() for one in second
    )


def _counting(node: object) -> list[str]:
    kind = type(node)
    fields = attrs.fields(kind) if attrs.has(kind) else ()
    names = [field.name for field in fields if field.name not in _PLACE]
    if isinstance(node, Cell) and (node.value is not None or node.head is not None):
        names.remove("text")
    return names


def _titles(node: object) -> tuple[str, ...]:
    """Give the texts in the first column of a table of examples."""
    if not isinstance(node, ExamplesDecl):
        return ()
    return tuple(row.cells[0].text for row in node.grid.rows)
