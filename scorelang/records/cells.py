"""One cell: a text, or a typed value of JSON, XLSX or Python, becomes a value or a fault.

Each text has one documented reading or is a fault; nothing is guessed.
The same function serves files and the Python API, so that both give the same values.
"""

from __future__ import annotations

import datetime as dt
import json
import numbers
import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any, assert_never

from scorelang.model.fields import NUMERIC, Fault, Field, FieldType
from scorelang.model.types import Value
from scorelang.numeric.exact import to_text
from scorelang.records.dates import read_date, read_typed_date
from scorelang.records.decimals import DecimalSign
from scorelang.records.faults import make_fault
from scorelang.records.numbers import (
    make_exact_reader,
    make_number_reader,
    make_ratio_reader,
    to_fraction,
)
from scorelang.records.terms import TERMS
from scorelang.records.trouble import (
    PaddedCell,
    PercentCell,
    Shortened,
    SpoiltCell,
    Trouble,
    YuanCell,
)
from scorelang.records.words import make_category_reader, read_yes_no

_LONGEST_LIST = 1000
_REMEMBERED = 4096  # texts of a column whose values are kept; then it starts anew
_WORTH_KEEPING = 40  # longer texts are names and remarks, which do not repeat
_UNWRITABLE = re.compile("[\0\ud800-\udfff]").search
_EXCEL_DIGITS = 10**15  # Excel keeps 15 digits; the rest of a longer number are zeros

CellReader = Callable[[object], Value | Fault]
_Read = Value | Trouble
_UNKNOWN = object()


def read_cell(field: Field, raw: object) -> Value | Fault:
    """Read one cell; for many cells of one field ``make_cell_reader`` is quicker."""
    return make_cell_reader(field)(raw)


def make_cell_reader(field: Field, sign: DecimalSign = DecimalSign.POINT) -> CellReader:
    """Give the reading of the cells of a field; texts that repeat are read once."""
    read_text = _make_text_reader(field, sign)
    read_typed = _make_typed_reader(field, read_text)
    remembered: dict[str, Any] = {}

    def settle(raw: object, found: _Read) -> Value | Fault:
        return make_fault(field, to_written(raw), found) if isinstance(found, Trouble) else found

    def read(raw: object) -> Value | Fault:
        if type(raw) is not str:
            return settle(raw, read_typed(raw))
        known: Value | Fault = remembered.get(raw, _UNKNOWN)
        if known is not _UNKNOWN:
            return known
        value = settle(raw, read_text(raw))
        if len(raw) <= _WORTH_KEEPING:
            if len(remembered) >= _REMEMBERED:
                remembered.clear()
            remembered[raw] = value
        return value

    return read


def blanks_of(field: Field) -> frozenset[str]:
    """Give the texts that read as an empty cell of a field."""
    return frozenset(("", *(text.strip() for text in field.blank_also)))


def assumable(fields: Iterable[Field]) -> tuple[tuple[str, frozenset[str]], ...]:
    """Give the fields of which a blank means something, with the texts that read as blank."""
    return tuple(
        (field.name, blanks_of(field))
        for field in fields
        if field.blank_means is not None and not field.raters
    )


def is_blank(raw: object, blanks: frozenset[str]) -> bool:
    """Whether a cell is empty, or says one of the texts that stand for it."""
    return raw is None or (isinstance(raw, str) and raw.strip() in blanks)


def _make_text_reader(field: Field, sign: DecimalSign) -> Callable[[str], _Read]:
    read_filled = _make_filled_reader(field, sign)
    blanks = blanks_of(field)
    blank = _blank_of(field)

    def read(raw: str) -> _Read:
        text = raw.strip()
        return blank if text in blanks else read_filled(text)

    return read


def _blank_of(field: Field) -> _Read:
    if field.blank_means is not None:
        return field.blank_means
    return Trouble("R0111") if field.required else None


def _make_filled_reader(field: Field, sign: DecimalSign) -> Callable[[str], _Read]:
    match field.type:
        case FieldType.TEXT:
            return _read_text
        case FieldType.CATEGORY:
            return make_category_reader(field)
        case FieldType.YES_NO:
            return read_yes_no
        case FieldType.DATE:
            return read_date
        case (
            FieldType.NUMBER
            | FieldType.INTEGER
            | FieldType.PERCENT
            | FieldType.MONEY
            | FieldType.PERIOD
            | FieldType.RATING
        ):
            return make_number_reader(field, sign)
        case _:
            assert_never(field.type)


def _read_text(text: str) -> str | Trouble:
    return Trouble("R0112.character") if _UNWRITABLE(text) else text


def _make_typed_reader(
    field: Field, read_text: Callable[[str], _Read]
) -> Callable[[object], _Read]:
    read_number = _make_typed_number_reader(field, read_text)
    read_percent = make_ratio_reader(field)

    def read(raw: object) -> _Read:
        match raw:
            case None:
                return _blank_of(field)
            case str():
                return read_text(str(raw))
            case bool():
                return (
                    raw
                    if field.type is FieldType.YES_NO
                    else _wrong_kind(field, TERMS["yes or no"])
                )
            case int() | float() | Decimal() | numbers.Number():
                return read_number(raw)
            case dt.date() | dt.time() | dt.timedelta():
                return _read_day(raw, field)
            case PercentCell(value):
                if field.type is FieldType.PERCENT:
                    return read_percent(value)
                return read_text(to_written(raw))
            case PaddedCell(value, text):
                return _read_padded(value, text, field, read_text, read_number)
            case YuanCell(value):
                is_money = field.type is FieldType.MONEY
                return read_text(f"¥{to_written(value)}") if is_money else read_number(value)
            case SpoiltCell(_, trouble):
                return trouble
            case _:
                return _read_foreign(raw, read)

    return read


def _make_typed_number_reader(
    field: Field, read_text: Callable[[str], _Read]
) -> Callable[[object], _Read]:
    if field.type in NUMERIC:
        return make_exact_reader(field)

    def read(number: object) -> _Read:
        if field.type is FieldType.DATE:
            return Trouble("R0109.number")
        if isinstance(number, float) and abs(number) >= _EXCEL_DIGITS:
            return Trouble("R0119")
        if isinstance(number, Shortened) and abs(number) >= _EXCEL_DIGITS:
            return Trouble("R0119")
        if field.type is FieldType.TEXT:
            name = to_name(number)
            return read_text(name if field.is_key or name.isdecimal() else to_written(number))
        return _first_reading(number, read_text)

    return read


def _first_reading(number: object, read_text: Callable[[str], _Read]) -> _Read:
    """Read a number in a column of words as it is written, else with as few digits as it needs."""
    written = to_written(number)
    found = read_text(written)
    if not isinstance(found, Trouble):
        return found
    value = to_fraction(number)
    plain = None if isinstance(value, Trouble) else to_text(value)
    return read_text(plain) if plain is not None and plain != written else found


def _read_padded(
    value: float,
    text: str,
    field: Field,
    read_text: Callable[[str], _Read],
    read_number: Callable[[object], _Read],
) -> _Read:
    """Read a number shown as ``0007``: words as they are shown, numbers by their value."""
    if field.type in NUMERIC:
        return read_number(value)
    found = read_text(text)
    return read_number(value) if isinstance(found, Trouble) else found


def _read_day(value: dt.date | dt.time | dt.timedelta, field: Field) -> _Read:
    if field.type is FieldType.DATE:
        return read_typed_date(value)
    if field.type is FieldType.TEXT:
        return to_written(value)
    return _wrong_kind(field, TERMS["a date"])


def _wrong_kind(field: Field, kind: str) -> Trouble:
    key = "R0101.kind" if field.type in NUMERIC else "R0112.kind"
    return Trouble(key, (("kind", kind),))


def _read_foreign(raw: object, read: Callable[[object], _Read]) -> _Read:
    """Read a scalar of an array library, which gives its Python value by ``item()``."""
    item = getattr(raw, "item", None)
    if callable(item) and not isinstance(raw, (list, tuple, dict)):
        try:
            plain = item()
        except (TypeError, ValueError):
            return Trouble("R0112")
        if type(plain) is not type(raw):
            return read(plain)
    return Trouble("R0112")


def _as_json(raw: object) -> str:
    """Give a list or an object as it stands in a JSON file, not endlessly."""
    try:
        text = json.dumps(raw, ensure_ascii=False, default=to_written)
    except (RecursionError, ValueError, TypeError):
        return "[…]"
    return text if len(text) <= _LONGEST_LIST else text[:_LONGEST_LIST] + "…"


def to_written(raw: object) -> str:
    """Give a cell as people would see it: the text, the number without exponent, the day."""
    match raw:
        case None:
            return ""
        case str():
            return str(raw)
        case bool():
            return "true" if raw else "false"
        case PercentCell(value):
            shown = to_fraction(value)
            return str(value) if isinstance(shown, Trouble) else f"{to_text(shown * 100)}%"
        case SpoiltCell(text) | PaddedCell(_, text):
            return text
        case YuanCell(value):
            return _number_text(value)
        case dt.datetime():
            return raw.date().isoformat() if raw.time() == dt.time() else str(raw)
        case Decimal() | float():
            return _number_text(raw)
        case int() | Fraction():
            # str() of an endless whole number is refused by Python.
            return str(raw) if isinstance(to_fraction(raw), Fraction) else "a very long number"
        case list() | tuple() | dict() | set():
            return _as_json(raw)
        case _:
            return str(raw)


def to_name(raw: object) -> str:
    """Give a cell as the text that it stands for: a number by its value, ``2.0`` as ``2``.

    So a key is the same in every format, whether its numbers are written with decimals or not.
    """
    if isinstance(raw, bool) or not isinstance(raw, numbers.Number):
        return to_written(raw)
    value = to_fraction(raw)
    plain = None if isinstance(value, Trouble) else to_text(value)
    return to_written(raw) if plain is None else plain


def _number_text(number: Decimal | float) -> str:
    value = to_fraction(number)
    if isinstance(value, Trouble):
        is_whole = isinstance(number, float) and value.key == "R0119"
        return str(int(number)) if is_whole else str(number)
    if isinstance(number, Decimal):
        return format(number, "f")
    return to_text(value) or str(number)
