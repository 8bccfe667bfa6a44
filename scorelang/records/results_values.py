"""Values of results as text: numbers without exponent or binary float, dates, yes and no.

In: exact values and the form a layout gives them. Out: text for cells and for JSON. A
number is first rounded where the rubric says so, through ``numeric/rounding.py``.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from fractions import Fraction
from typing import assert_never

from scorelang.diagnostics.visible import escape_for_json
from scorelang.model.types import Value
from scorelang.numeric.exact import show, to_text
from scorelang.numeric.rounding import round_to
from scorelang.records.results_layout import Shown

PLAIN_NUMBER = Shown()
_MOST_KEPT = 20_000
_encode = json.JSONEncoder(ensure_ascii=False).encode


class NumberText(str):
    """The text of a number, which a spreadsheet may read as one."""

    __slots__ = ()


Cell = str | NumberText | None
"""What a table of results holds: a text, the text of a number, or nothing."""


class TooManyRows(ValueError):  # noqa: N818  a limit of the format, not a fault of ours
    """A sheet of XLSX holds 1,048,576 rows and no more."""


def number_text(x: Fraction, shown: Shown = PLAIN_NUMBER) -> NumberText:
    """Write a number in the form a layout gives it.

    >>> number_text(Fraction(175, 2)), number_text(Fraction(20)), number_text(Fraction(1, 3))
    ('87.5', '20', '0.333333')
    """
    if shown.rounding is not None:
        x = round_to(x, shown.rounding)
    if shown.is_rounded:
        exact = to_text(x)
        if exact is not None:
            return NumberText(exact)
    return NumberText(show(x, shown.limits))


def make_number_writer(shown: Shown) -> Callable[[Fraction], NumberText]:
    """Give a writer of one form that keeps its texts: scores come from few values."""
    kept: dict[tuple[int, int], NumberText] = {}

    def write(x: Fraction) -> NumberText:
        key = x.as_integer_ratio()
        text = kept.get(key)
        if text is None:
            if len(kept) >= _MOST_KEPT:
                kept.clear()
            text = kept[key] = number_text(x, shown)
        return text

    return write


def to_cell(value: Value, shown: Shown = PLAIN_NUMBER) -> Cell:
    """Write a value for a cell: yes and no as words, a day as ISO 8601, missing as nothing."""
    match value:
        case None:
            return None
        case bool():
            return "yes" if value else "no"
        case Fraction():
            return number_text(value, shown)
        case str():
            return value
        case dt.date():
            return value.isoformat()
        case _:
            assert_never(value)


def to_json_text(value: Value, shown: Shown = PLAIN_NUMBER) -> str:
    """Write a value as JSON: a number as its decimal text, yes and no as booleans."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case Fraction():
            return number_text(value, shown)
        case str():
            return quote(value)
        case dt.date():
            return f'"{value.isoformat()}"'
        case _:
            assert_never(value)


def quote(text: str) -> str:
    r"""Write a text as a JSON string, other scripts as they are, hidden characters as escapes.

    >>> quote("付款\u202e")
    '"付款\\u202e"'
    """
    return _encode(text) if text.isprintable() else escape_for_json(_encode(text))
