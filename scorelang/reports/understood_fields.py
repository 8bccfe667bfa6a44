"""The fields of a record for ``show``: type, unit, range, step, values, blanks, raters.

In: a field. Out: a ``FieldLine``; numbers stand in the unit of the column, exactly.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs

from scorelang.model.fields import Field, FieldType
from scorelang.numeric.interval import Interval
from scorelang.reports.rating_lines import tell_raters
from scorelang.reports.shown_values import show_exactly
from scorelang.reports.understood_data import FieldLine, ValueName


def tell_field(field: Field, words: Mapping[str, str]) -> FieldLine:
    """Tell what a field holds."""
    unit_text = column_unit(field)
    unit = words["unit"].format(unit=unit_text) if unit_text else ""
    ends = field.domain or Interval(None, None)
    shown = unit_of(field)
    step = shown.show(field.grid.step)
    return FieldLine(
        name=field.name,
        label=field.label,
        type=f"{words[field.type.value]}{unit}",
        allowed=", ".join(_allowed(field, step, words)),
        required=field.required,
        key=field.is_key,
        also=field.also,
        unit=unit_text,
        low=shown.show(ends.low),
        high=shown.show(ends.high),
        step=step,
        values=tuple(ValueName(one.name, one.label, one.also) for one in field.categories),
        ordered=field.ordered,
        blank_means=None if field.blank_means is None else _blank(field, words),
        blank_also=field.blank_also,
        specials=tuple(ValueName(one.code, one.label) for one in field.specials),
        last_of=field.last_of,
        raters=tell_raters(field, words["lang"]) or None,
    )


def column_unit(field: Field) -> str | None:
    """Give the unit of a column; money is in yuan where nothing else is said."""
    return field.unit_text or ("元" if field.type is FieldType.MONEY else None)


def _allowed(field: Field, step: str | None, words: Mapping[str, str]) -> Iterator[str]:
    domain = "" if field.domain is None else show_interval(field.domain, unit_of(field))
    yield from (text for text in (domain, _values(field, words)) if text)
    if step is not None and field.type is not FieldType.INTEGER:
        yield words["step"].format(step=step)
    if field.blank_means is not None:
        yield words["blank_means"].format(value=_blank(field, words))
    if field.raters:
        yield tell_raters(field, words["lang"])
        yield words["raters"]
    if field.blank_also:
        yield words["blank_also"].format(texts=", ".join(field.blank_also))
    if field.specials:
        listed = ", ".join(
            f'{one.code} "{one.label}"' if one.label else one.code for one in field.specials
        )
        yield words["special"].format(codes=listed)
    if field.last_of is not None:
        yield words["last_of"].format(field=field.last_of)


@attrs.frozen
class Unit:
    """What numbers are written in: what follows them, and what one of it is in base units."""

    text: str = ""
    scale: Fraction = Fraction(1)

    def show(self, x: Fraction | None) -> str | None:
        """Write a number exactly; nothing for an open end."""
        return None if x is None else f"{show_exactly(x / self.scale)}{self.text}"


def unit_of(field: Field | None) -> Unit:
    """Give the unit of a column; only percentages say it behind each number."""
    if field is None:
        return Unit()
    if field.type is FieldType.PERCENT:
        return Unit("%", Fraction(1, 100))
    return Unit("", field.scale)


def show_interval(ends: Interval, unit: Unit = Unit()) -> str:
    """Write a range in a unit: ``0..100``, ``>= 10%, < 20%``."""
    low, high = unit.show(ends.low), unit.show(ends.high)
    above = ">" if ends.low_open else ">="
    below = "<" if ends.high_open else "<="
    if low is None:
        return "" if high is None else f"{below} {high}"
    if high is None:
        return f"{above} {low}"
    if low == high:
        return low
    is_closed = not ends.low_open and not ends.high_open
    return f"{low}..{high}" if is_closed else f"{above} {low}, {below} {high}"


def _blank(field: Field, words: Mapping[str, str]) -> str:
    value = field.blank_means
    if isinstance(value, bool):
        return words["yes"] if value else words["no"]
    if isinstance(value, Fraction):
        return unit_of(field).show(value) or ""
    return str(value)


def _values(field: Field, words: Mapping[str, str]) -> str:
    def tell(name: str, label: str | None, also: tuple[str, ...]) -> str:
        shown = f'{name} "{label}"' if label else name
        others = ", ".join(f'"{each}"' for each in also)
        return f"{shown} ({words['also'].format(names=others)})" if also else shown

    names = (tell(one.name, one.label, one.also) for one in field.categories)
    return (" > " if field.ordered else " | ").join(names)
