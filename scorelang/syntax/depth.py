"""How deep a tree is, and room for the calls that walk it.

Later rooms walk a tree with one call inside the other. What is read here is at most
``MOST_LEVELS`` deep, and a value with all that it is computed from at most ``MOST_STEPS``
(see compiler/chains.py), so the room made here is never used up: what compiles is scored
and formatted.
"""

from __future__ import annotations

import sys
from typing import Any, Final

from scorelang.syntax.walk import children

MOST_LEVELS: Final = 400
MOST_STEPS: Final = 1_000
_CALLS: Final = 20_000
"""At most about a dozen calls walk one level."""


def allow_deep_calls() -> None:
    """Let calls stand as deep in each other as trees of the greatest depth need."""
    if sys.getrecursionlimit() < _CALLS:
        sys.setrecursionlimit(_CALLS)


def depth_of(tree: object) -> int:
    """Give how many nodes stand one inside the other, at most."""
    level, depth = [tree], 0
    while level:
        level, depth = [child for node in level for child in children(node)], depth + 1
    return depth


def too_deep(tree: object) -> Any | None:  # noqa: ANN401  any node of the tree
    """Give the first node that stands too deep."""
    level = [tree]
    for _ in range(MOST_LEVELS):
        level = [child for node in level for child in children(node)]
        if not level:
            return None
    return level[0]
