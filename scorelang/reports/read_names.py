"""Which fields, derived values and scores a rule reads.

In: any piece of the checked tree. Out: names in the order in which they are first read.
Nothing is evaluated.
"""

from __future__ import annotations

import attrs

from scorelang.model.expressions import FieldValue, LetValue, TableValue, UsedValue
from scorelang.model.rules import Lookup
from scorelang.model.walk import descend


@attrs.frozen
class ReadNames:
    """The names a rule reads, each once."""

    fields: tuple[str, ...]
    lets: tuple[str, ...]
    tables: tuple[str, ...]
    used: tuple[UsedValue, ...] = ()


def read_names(*nodes: object) -> ReadNames:
    """List what rules or expressions read."""
    found = [below for node in nodes for below in descend(node)]
    return ReadNames(
        fields=tuple(dict.fromkeys(n.name for n in found if isinstance(n, FieldValue))),
        lets=tuple(dict.fromkeys(n.name for n in found if isinstance(n, LetValue))),
        tables=tuple(dict.fromkeys(filter(None, map(_table_of, found)))),
        used=tuple(dict.fromkeys(n for n in found if isinstance(n, UsedValue))),
    )


def _table_of(node: object) -> str | None:
    match node:
        case TableValue(name) | Lookup(name):
            return name
        case _:
            return None
