"""Numbers in cells: the readings of a text, the exact value of a typed number, the limits.

In: a field of a numeric type. Out: functions from a text or a number to the value in base
units, or a ``Trouble`` (``R0101`` to ``R0106``). A text that says its own unit (``12.5%``,
``120万``) is read in that unit, a plain number in the unit of the column.
"""

from __future__ import annotations

import math
import numbers
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction

import attrs

from scorelang.model.fields import Field, FieldType
from scorelang.model.types import DAYS, MONTHS
from scorelang.numeric.exact import FLOAT_DIGITS, MAX_DIGITS, float_text
from scorelang.records.decimals import DecimalSign, make_pointer, to_ascii
from scorelang.records.trouble import Trouble

_TENS = tuple(10**exponent for exponent in range(MAX_DIGITS + 1))
# INVARIANT (40-digits): the quick pattern admits at most 20 + 20 digits.
_QUICK = re.compile(r"([+-]?[0-9]{1,20})(?:\.([0-9]{1,20}))?").fullmatch
_FULL = re.compile(
    r"(?P<sign>[+-]?)(?P<yen>¥?)(?P<inner>[+-]?)"
    r"(?P<whole>[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.(?P<decimals>[0-9]+))?"
    r"(?P<unit>[^0-9.,+-]*)",
).fullmatch
_EXPONENT = re.compile(r"[+-]?[0-9]*\.?[0-9]*[eE][+-]?[0-9]+").fullmatch
_COMMAS = re.compile(r"[+-]?[0-9,]*,[0-9,]*(?:\.[0-9]*)?").fullmatch
_DECIMAL_COMMA = re.compile(
    r"[+-]?¥?[+-]?(?:[0-9]+|[1-9][0-9]{0,2}(?:[.\s][0-9]{3})+),[0-9]+[^0-9.,]*",
).fullmatch
_POINT_GROUPS = re.compile(r"[+-]?¥?[+-]?[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}[^0-9.,]*").fullmatch
_NOT_FINITE = re.compile(r"[+-]?(?:nan|inf(?:inity)?)", re.IGNORECASE).fullmatch
_LONGEST = 200  # characters; no number is longer

_MONEY: Mapping[str, int] = {"元": 1, "万": 10**4, "万元": 10**4, "亿": 10**8, "亿元": 10**8}
_DAYS: Mapping[str, int] = {"天": 1, "日": 1, "day": 1, "days": 1}
_MONTHS: Mapping[str, int] = {
    "个月": 1,
    "月": 1,
    "month": 1,
    "months": 1,
    "年": 12,
    "year": 12,
    "years": 12,
}

Reading = Fraction | Trouble
TextReader = Callable[[str], Reading]
Checker = Callable[[int, int], Reading]


@attrs.frozen
class Limits:
    """What the value of a field must keep to, prepared for quick checks with whole numbers."""

    field: Field

    def checker(self) -> Checker:
        """Give a function that checks the number ``n / d`` in base units."""
        domain, step = self.field.domain, self.field.grid.step
        low = domain.low if domain else None
        high = domain.high if domain else None
        low_n, low_d = (low.numerator, low.denominator) if low is not None else (0, 0)
        high_n, high_d = (high.numerator, high.denominator) if high is not None else (0, 0)
        low_open = domain.low_open if domain else True
        high_open = domain.high_open if domain else True
        step_n, step_d = (step.numerator, step.denominator) if step is not None else (0, 0)
        is_whole = self.field.type is FieldType.INTEGER
        outside = Trouble(self._outside_key())

        def check(n: int, d: int) -> Reading:
            if is_whole and n % d:
                return Trouble("R0104")
            if low_d:
                above = n * low_d - low_n * d
                if above < 0 or (low_open and not above):
                    return outside
            if high_d:
                below = high_n * d - n * high_d
                if below < 0 or (high_open and not below):
                    return outside
            if step_d and n * step_d % (d * step_n):
                return Trouble("R0106")
            return Fraction(n, d)

        return check

    def _outside_key(self) -> str:
        is_plain_percent = self.field.type is FieldType.PERCENT and self.field.scale == 1
        return "R0105.percent" if is_plain_percent else "R0105"


def make_number_reader(field: Field, sign: DecimalSign = DecimalSign.POINT) -> TextReader:
    """Give the reading of stripped, not empty texts of a numeric field."""
    check = Limits(field).checker()
    read_plain = _make_plain_reader(field, check)
    units = _units_of(field)

    def read(text: str) -> Reading:
        plain = read_plain(text)
        if plain is not None:
            return plain
        found = read_written(text, field, units)
        return found if isinstance(found, Trouble) else check(*found)

    to_point = make_pointer(sign)
    if to_point is None:
        return read

    def read_pointed(text: str) -> Reading:
        pointed = to_point(text)
        return pointed if isinstance(pointed, Trouble) else read(pointed)

    return read_pointed


def make_exact_reader(field: Field) -> Callable[[object], Reading]:
    """Give the reading of typed numbers; the scale of the column is applied."""
    check = Limits(field).checker()
    read_plain = _make_plain_reader(field, check)

    def read(number: object) -> Reading:
        # Most have a short decimal without exponent, which reads quicker as a text.
        if isinstance(number, (float, Decimal)):
            text = str(number)
            if len(text) > FLOAT_DIGITS and isinstance(number, float) and math.isfinite(number):
                text = _trusted(number) or ""
            plain = read_plain(text)
            if plain is not None:
                return plain
        found = to_fraction(number)
        if isinstance(found, Trouble):
            return found
        value = found * field.scale
        return check(value.numerator, value.denominator)

    return read


def _make_plain_reader(field: Field, check: Checker) -> Callable[[str], Reading | None]:
    """Give the reading of plain decimals in ASCII, ``None`` for all other texts."""
    scale_n, scale_d = field.scale.numerator, field.scale.denominator

    def read(text: str) -> Reading | None:
        match = _QUICK(text)
        if match is None:
            return None
        whole, decimals = match.groups()
        if decimals is None:
            return check(int(whole) * scale_n, scale_d)
        return check(int(whole + decimals) * scale_n, _TENS[len(decimals)] * scale_d)

    return read


def make_ratio_reader(field: Field) -> Callable[[object], Reading]:
    """Give the reading of numbers that are a ratio already, whatever the unit of the column."""
    return make_exact_reader(attrs.evolve(field, scale=Fraction(1)))


def to_fraction(number: object) -> Fraction | Trouble:
    """Give the exact value of a typed number: of a float 15 digits count."""
    match number:
        case int():
            found = Fraction(number)
        case float():
            if not math.isfinite(number):
                return Trouble("R0103")
            text = _trusted(number)
            return Trouble("R0119") if text is None else to_fraction(Decimal(text))
        case Decimal():
            if not number.is_finite():
                return Trouble("R0103")
            # The digits are counted before a long number is made of 1e999999.
            digits, exponent = number.as_tuple()[1:]
            assert isinstance(exponent, int)
            if number and max(len(digits), -exponent, len(digits) + exponent) > MAX_DIGITS:
                return Trouble("R0102")
            return Fraction(number) if number else Fraction(0)
        case numbers.Rational():
            found = Fraction(int(number.numerator), int(number.denominator))
        case numbers.Real():
            # A float of another width, whose own text is its shortest decimal.
            return to_fraction(Decimal(str(number)))
        case _:
            return Trouble("R0101")
    longest = max(abs(found.numerator), found.denominator)
    return Trouble("R0102") if longest > _TENS[MAX_DIGITS] else found


def _trusted(number: float) -> str | None:
    """Write a finite float with the digits that count; ``None`` where whole digits are lost."""
    text = float_text(number)
    is_long = abs(number) >= _TENS[FLOAT_DIGITS]
    return None if is_long and float(text) != number else text


def _units_of(field: Field) -> Mapping[str, Fraction]:
    match field.type:
        case FieldType.PERCENT:
            return {"%": Fraction(1, 100)}
        case FieldType.MONEY:
            return {unit: Fraction(factor) for unit, factor in _MONEY.items()}
        case FieldType.PERIOD if field.unit == DAYS:
            return {unit: Fraction(factor) for unit, factor in _DAYS.items()}
        case FieldType.PERIOD if field.unit == MONTHS:
            return {unit: Fraction(factor) for unit, factor in _MONTHS.items()}
        case _:
            return {}


def read_written(
    text: str, field: Field, units: Mapping[str, Fraction]
) -> tuple[int, int] | Trouble:
    """Read a text that is more than plain ASCII digits: numerator and denominator, not reduced."""
    ascii_text = to_ascii(text)
    if len(text) > _LONGEST:
        return Trouble("R0102" if ascii_text.isdecimal() else "R0101")
    match = _FULL(ascii_text)
    if match is None or (match["sign"] and match["inner"]):
        return Trouble(_name_trouble(ascii_text))
    scale = _find_scale(match["yen"], match["unit"].strip().lower(), field, units)
    if isinstance(scale, Trouble):
        return scale
    whole, decimals = match["whole"].replace(",", ""), match["decimals"] or ""
    if len(whole) + len(decimals) > MAX_DIGITS:
        return Trouble("R0102")
    number = int(match["sign"] + match["inner"] + whole + decimals)
    return number * scale.numerator, _TENS[len(decimals)] * scale.denominator


def _name_trouble(text: str) -> str:
    """Tell why a text is no number."""
    if _NOT_FINITE(text):
        return "R0103"
    if _EXPONENT(text):
        return "R0101.exponent"
    if _DECIMAL_COMMA(text):
        return "R0101.comma"
    if _POINT_GROUPS(text):
        return "R0101.groups"
    return "R0101.grouping" if _COMMAS(text) else "R0101"


def _find_scale(
    yen: str, unit: str, field: Field, units: Mapping[str, Fraction]
) -> Fraction | Trouble:
    if yen and field.type is not FieldType.MONEY:
        return Trouble("R0101.money")
    if unit in units:
        return units[unit]
    if unit:
        return _name_unit(unit, field)
    if yen and field.scale != 1:
        # ¥1,200 in a column of 万元 may be either; nobody may guess.
        return Trouble("R0101.currency", (("unit", field.unit_text or str(field.scale)),))
    return field.scale


def _name_unit(unit: str, field: Field) -> Trouble:
    if unit == "%":
        return Trouble("R0101.percent")
    if unit in _MONEY and field.type is not FieldType.MONEY:
        return Trouble("R0101.money")
    if field.unit_text and unit == field.unit_text.lower():
        return Trouble("R0101.own", (("unit", field.unit_text),))
    return Trouble("R0101.unit" if unit.isalpha() else "R0101")
