"""Which parts judge which elements of the policy, as a table.

In: the parts of a rubric. Out: a line for each element, with the parts that cover it and
how the two sides go together: ``1:1``, several parts to one element (``n:1``), one part to
several elements (``1:n``) or both (``n:m``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from scorelang.model.rubric import Group, Part


@attrs.frozen
class ElementLine:
    """An element with the parts that cover it; ``mapping`` is empty where none does."""

    name: str
    parts: tuple[str, ...]
    mapping: str


def map_elements(elements: Sequence[str], parts: Iterable[Part]) -> tuple[ElementLine, ...]:
    """Say of each element who covers it."""
    covering: dict[str, list[Part]] = {name: [] for name in elements}
    for part in _every(parts):
        for name in part.covers:
            covering.setdefault(name, []).append(part)
    return tuple(
        ElementLine(name, tuple(part.label or part.name for part in found), _mapping(found))
        for name, found in covering.items()
    )


def _mapping(parts: Sequence[Part]) -> str:
    if not parts:
        return ""
    has_more = any(len(part.covers) > 1 for part in parts)
    if len(parts) == 1:
        return "1:n" if has_more else "1:1"
    return "n:m" if has_more else "n:1"


def _every(parts: Iterable[Part]) -> Iterator[Part]:
    for part in parts:
        yield part
        if isinstance(part, Group):
            yield from _every(part.children)
