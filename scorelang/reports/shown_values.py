"""Values as a reader of the policy would write them: in the unit of the column, with labels.

In: a typed value and its field or derived value. Out: short text. A percent field reads
``21.3%``, a field ``in 万元`` reads ``499.5 万元``, a category its label.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import assert_never

from scorelang.model.fields import Field, FieldType
from scorelang.model.rubric import Let
from scorelang.model.types import MONEY, Value
from scorelang.numeric.exact import show, to_text
from scorelang.reports.shown_units import Column


def show_field(
    field: Field, value: Value, words: Mapping[str, str], limits: Iterable[Fraction] = ()
) -> str:
    """Write the value of a field, whole if it ends; else on its side of the limits."""
    if isinstance(value, Fraction):
        return _show_number(field, value, tuple(limits))
    if isinstance(value, str) and field.categories:
        labels = {category.name: category.label for category in field.categories}
        return labels.get(value) or value
    return show_value(value, words)


def show_let(
    let: Let,
    value: Value,
    words: Mapping[str, str],
    *,
    as_percent: bool,
    column: Column | None = None,
) -> str:
    """Write a derived value; a ratio that is compared with percentages reads as one.

    An amount is in the unit of the columns it comes from.
    """
    if isinstance(value, Fraction):
        if as_percent and let.type.unit.is_plain:
            return f"{show(value * 100, [limit * 100 for limit in let.limits])}%"
        if let.type.unit == MONEY:
            return show_amount(value, column, let.limits)
        return show(value, let.limits)
    return show_value(value, words)


def show_amount(value: Fraction, column: Column | None, limits: Iterable[Fraction] = ()) -> str:
    """Write an amount in the unit of the columns it comes from: ``120 万元``, else in yuan."""
    if column is None:
        return _show_money(show(value, limits))
    text = show(value / column.scale, [limit / column.scale for limit in limits])
    return f"{text} {column.unit}"


def show_value(value: Value, words: Mapping[str, str]) -> str:
    """Write a value of which nothing more is known."""
    match value:
        case None:
            return words["nothing_given"]
        case bool():
            return words["yes"] if value else words["no"]
        case Fraction():
            return show(value)
        case str():
            return value
        case dt.date():
            return value.isoformat()
        case _:
            assert_never(value)


def _show_number(field: Field, value: Fraction, limits: tuple[Fraction, ...]) -> str:
    if field.type is FieldType.PERCENT:
        return f"{_whole(value * 100, [limit * 100 for limit in limits])}%"
    text = _whole(value / field.scale, [limit / field.scale for limit in limits])
    if field.type is FieldType.MONEY and field.unit_text is None:
        return _show_money(text)
    return f"{text} {field.unit_text}" if field.unit_text else text


def _whole(x: Fraction, limits: Iterable[Fraction]) -> str:
    return to_text(x) or show(x, limits)


def _show_money(text: str) -> str:
    """Set commas into an amount and say that it is in yuan: ``4,995,000 元``."""
    whole, point, decimals = text.partition(".")
    return f"{int(whole):,}{point}{decimals} 元" if whole.lstrip("-") != "0" else f"{text} 元"


def show_exactly(x: Fraction) -> str:
    """Write a number that stands in a rubric with all its decimals: a fraction if it never ends.

    >>> show_exactly(Fraction(1, 10**7)), show_exactly(Fraction(1, 3))
    ('0.0000001', '1/3')
    """
    return to_text(x) or str(x)
