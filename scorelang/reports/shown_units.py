"""In which unit derived values and results are shown: percentages, the money of a column.

In: a checked rubric. Out: the names of the derived values that read as percentages, and the
unit of the columns that an amount comes from. A derived value reads as a percentage where a
line with ``%`` compares it, and where it is added to or taken from one that does; an amount
has the unit of its columns if they all have the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs

from scorelang.model.expressions import (
    Arithmetic,
    Calculation,
    Compare,
    Const,
    FieldValue,
    LetValue,
)
from scorelang.model.fields import Field, FieldType
from scorelang.model.rubric import CheckedRubric, Let
from scorelang.model.rules import Bands, Branch, Formula
from scorelang.model.times import Growth
from scorelang.model.walk import descend
from scorelang.numeric.exact import show

_SUMS = frozenset({Arithmetic.ADD, Arithmetic.SUBTRACT})


def says_percent(text: str) -> bool:
    """Whether a text has the sign of a percentage."""
    return "%" in text or "％" in text


def reads_as_percent(rule: object, text: str = "") -> bool:
    """Whether what a rule compares reads as a percentage: a rate of growth, limits with ``%``."""
    if says_percent(text):
        return True
    for node in descend(rule):
        if isinstance(node, Bands | Formula):
            subject = node.subject if isinstance(node, Bands) else node.compared
            lines = (below.text for below in descend(node) if isinstance(below, Branch))
            return isinstance(subject, Growth) or any(map(says_percent, lines))
    return False


def percent_lets(rubric: CheckedRubric) -> frozenset[str]:
    """Give the derived values that read as percentages."""
    lets = {let.name: let for let in rubric.lets if let.type.unit.is_plain}
    percents = {field.name for field in rubric.fields if field.type is FieldType.PERCENT}
    found = set(_compared(rubric)) & set(lets)
    while True:
        more = {name for name, let in lets.items() if _is_sum_of(let, found | percents)}
        more |= {below for name in found if name in lets for below in _summed(lets[name].value)}
        more = (more & set(lets)) - found
        if not more:
            return frozenset(found)
        found |= more


def _compared(rubric: CheckedRubric) -> Iterator[str]:
    """Give the derived values whose lines or conditions have ``%`` in them."""
    for node in descend(rubric):
        match node:
            case Bands(LetValue(name)) if reads_as_percent(node):
                yield name
            case Bands(Calculation() as subject) if reads_as_percent(node):
                yield from _summed(subject)
            case Let(name, Growth()):
                yield name
            case _:
                pass
    for override in rubric.overrides:
        for node in descend(override.condition):
            match node:
                case Compare(_, LetValue(name), Const(Fraction() as limit)) if (
                    f"{show(limit * 100)}%" in override.text.replace("％", "%")
                ):
                    yield name
                case _:
                    pass


def _is_sum_of(let: Let, percents: set[str]) -> bool:
    summed = set(_summed(let.value)) | set(_summed_fields(let.value))
    return bool(summed) and summed <= percents


def _summed(expr: object) -> Iterator[str]:
    """Give the derived values that are added or subtracted."""
    match expr:
        case Calculation(op, left, right) if op in _SUMS:
            for side in (left, right):
                if isinstance(side, LetValue):
                    yield side.name
                else:
                    yield from _summed(side)
        case _:
            return


def _summed_fields(expr: object) -> Iterator[str]:
    match expr:
        case Calculation(op, left, right) if op in _SUMS:
            for side in (left, right):
                if isinstance(side, FieldValue):
                    yield side.name
                elif not isinstance(side, LetValue):
                    yield from _summed_fields(side)
        case _:
            return


def in_tens_of_thousands(value: Fraction, text: str) -> str | None:
    """Write a number as a policy does that says ``500万``; nothing where it says no such word."""
    for word, factor in (("亿", 10**8), ("万", 10**4)):
        if re.search(rf"[0-9]\s*{word}(?!元)", text) and abs(value) >= factor:
            return f"{show(value / factor)}{word}"
    return None


@attrs.frozen
class Column:
    """The unit of money columns, and what one of it is in yuan."""

    unit: str
    scale: Fraction


def column_of(expr: object, rubric: CheckedRubric) -> Column | None:
    """Give the unit of all money columns that an amount comes from, if they have the same."""
    fields = {field.name: field for field in rubric.fields}
    lets = {let.name: let.value for let in rubric.lets}
    found = {
        (field.unit_text, field.scale)
        for field in _money_below(expr, fields, lets, set())
        if field.unit_text is not None
    }
    return Column(*found.pop()) if len(found) == 1 else None


def written_column(text: str) -> Column | None:
    """Give the unit an amount is written in where the policy names one: ``500万元``."""
    for unit, factor in (("亿元", 10**8), ("万元", 10**4)):
        if unit in text:
            return Column(unit, Fraction(factor))
    return None


def _money_below(
    expr: object, fields: Mapping[str, Field], lets: Mapping[str, object], seen: set[str]
) -> Iterator[Field]:
    for node in descend(expr):
        if isinstance(node, FieldValue) and fields[node.name].type is FieldType.MONEY:
            yield fields[node.name]
        elif isinstance(node, LetValue) and node.name in lets and node.name not in seen:
            seen.add(node.name)
            yield from _money_below(lets[node.name], fields, lets, seen)
