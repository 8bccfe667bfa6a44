"""The checked rubric as indented text, for people who want to see what a file became.

In: any node of the model. Out: text, one line a node, without what is empty or the default
and without places. The same rubric always gives the same text.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs

from scorelang.numeric.exact import to_text
from scorelang.numeric.interval import Grid, Interval
from scorelang.numeric.rounding import Rounding
from scorelang.source.span import Span

_INDENT = "  "


def dump(node: object) -> str:
    """Write a node with all that is below it."""
    return "\n".join(_lines(node, "", "")) + "\n"


def _lines(value: object, label: str, indent: str) -> Iterator[str]:
    head = f"{indent}{label}: " if label else indent
    simple = _simple(value)
    if simple is not None:
        yield head + simple
    elif isinstance(value, tuple):
        yield f"{indent}{label}:" if label else f"{indent}-"
        for item in value:
            yield from _lines(item, "", indent + _INDENT)
    elif isinstance(value, Mapping):
        yield f"{indent}{label}:"
        for key, item in value.items():
            yield from _lines(item, str(key), indent + _INDENT)
    else:
        yield head + type(value).__name__
        for name, item in _told(value):
            yield from _lines(item, name, indent + _INDENT)


def _told(node: object) -> Iterator[tuple[str, object]]:
    """Give the attributes of a node that say something."""
    for attribute in attrs.fields(type(node)):  # type: ignore[arg-type]
        value = getattr(node, attribute.name)
        if not attribute.eq:  # places and words: where it was written, not what it means
            continue
        is_default = attribute.default is not attrs.NOTHING and value == attribute.default
        if not is_default and not isinstance(value, Span) and value not in (None, ()):
            yield attribute.name, value


def _simple(value: object) -> str | None:
    """Write what fits on a line; ``None`` for a node that has children."""
    match value:
        case None:
            return "none"
        case bool():
            return "yes" if value else "no"
        case Fraction():
            return to_text(value) or f"{value}"
        case str():
            return f'"{value}"'
        case int():
            return str(value)
        case dt.date():
            return value.isoformat()
        case enum.Enum():
            return str(value.value)
        case Interval():
            return _interval(value)
        case Rounding(step, mode):
            return f"{to_text(step) or step} {mode.value}"
        case Grid(step):
            return "all numbers" if step is None else f"step {to_text(step) or step}"
        case frozenset():
            return "{" + ", ".join(sorted(_simple(item) or "?" for item in value)) + "}"
        case tuple() if not value:
            return "none"
        case _:
            return None


def _interval(found: Interval) -> str:
    low = "-∞" if found.low is None else to_text(found.low) or f"{found.low}"
    high = "∞" if found.high is None else to_text(found.high) or f"{found.high}"
    return f"{'(' if found.low_open else '['}{low}, {high}{')' if found.high_open else ']'}"
