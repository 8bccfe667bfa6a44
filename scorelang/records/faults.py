"""Words for one bad cell: the cell as written, what was expected, code and message.

In: a field, the cell and its trouble. Out: a ``Fault`` that can be written to a file.
What was expected is said in the unit of the column, so that people can compare it.
"""

from __future__ import annotations

import re
from fractions import Fraction

from scorelang.diagnostics.language import CHINESE, spoken
from scorelang.diagnostics.quoting import quote
from scorelang.diagnostics.visible import to_visible
from scorelang.model.fields import Category, Fault, Field, FieldType, Place
from scorelang.model.types import Value
from scorelang.numeric.exact import show, to_text
from scorelang.numeric.interval import Interval
from scorelang.records.errors import WORDS
from scorelang.records.table_errors import PLACES, WHOLE
from scorelang.records.terms import TERMS
from scorelang.records.trouble import Trouble

_KEPT = 1000  # characters of a bad cell that go into the rejects
_SHOWN = 60  # ... and into the message
_NAMED = 12  # values of a category that are listed
_SURROGATES = re.compile("[\ud800-\udfff]")
_PLURALS = {
    FieldType.TEXT: "text",
    FieldType.NUMBER: "a number",
    FieldType.INTEGER: "a whole number",
    FieldType.PERCENT: "a percentage",
    FieldType.MONEY: "an amount",
    FieldType.DATE: "a date such as 2024-01-31",
    FieldType.PERIOD: "a period",
    FieldType.YES_NO: "yes or no",
    FieldType.RATING: "a rating",
    FieldType.CATEGORY: "text",
}


MISSING_WORDS = frozenset(
    {"-", "--", "—", "——", "/", "\\", "n/a", "na", "#n/a", "null", "none", "nil", "nan"}
    | {"无", "没有", "未填", "未知", "暂无", "空", "不详", "缺"}
)
"""What people write into a cell that they leave empty; it is empty where the field says so."""


_TOLD = frozenset({"R0108.yes", "R0108.no"})
"""What is said of a word rather than that it may stand for an empty cell: a veto hangs on it."""


def make_fault(field: Field, written: str, trouble: Trouble) -> Fault:
    """Word what is wrong with a cell of ``field``."""
    expected = describe_field(field)
    code = trouble.key.partition(".")[0]
    is_told = trouble.key in _TOLD
    if not is_told and written.strip().casefold() in MISSING_WORDS and f"{code}.blank" in WORDS:
        trouble = Trouble(f"{code}.blank")
    if trouble.key == "R0105.percent" and written.rstrip().endswith(("%", "％")):
        trouble = Trouble("R0105")  # it says its unit, so nobody took a percentage for a ratio
    return Fault(field.name, keepable(written), expected, code, _say(trouble, written, expected))


def make_row_fault(written: str, trouble: Trouble) -> Fault:
    """Word what is wrong with a whole record; no field is named."""
    code = trouble.key.partition(".")[0]
    expected = WHOLE[code].format(**dict(trouble.arguments)) if code in WHOLE else ""
    return Fault("", keepable(written), expected, code, _say(trouble, written, expected))


def say_place(row: int, place: Place | None) -> str:
    """Say where a record stands: ``row 2, line 3 of a.csv``."""
    if place is None:
        return PLACES["row"].format(row=row)
    key = "file" if place.line is None else "both"
    if place.number not in {None, row}:  # rows count on from file to file
        key = f"{key}.number"
    said = {"line": place.line, "number": place.number, "file": _say_file(place, place.file)}
    return to_visible(PLACES[key].format(row=row, **said))


def say_cell(place: Place) -> str:
    """Say where a cell stands: ``line 3 of `a.csv` ``."""
    key = "line" if place.line is not None else "number" if place.number is not None else "cell"
    said = {"line": place.line, "number": place.number, "file": _say_file(place, f"`{place.file}`")}
    return to_visible(PLACES[key].format(**said))


def _say_file(place: Place, file: str) -> str:
    if place.sheet is None:
        return file
    return PLACES["sheet"].format(sheet=place.sheet, file=file)


def keepable(text: str, kept: int = _KEPT) -> str:
    """Make a text safe to write to a file: not endless, no halves of characters."""
    cut = text if len(text) <= kept else text[:kept] + "…"
    return cut if cut.isascii() else _SURROGATES.sub("\ufffd", cut)


def _say(trouble: Trouble, written: str, expected: str) -> str:
    said = WORDS[trouble.key]
    cut = written if len(written) <= _SHOWN else written[:_SHOWN] + "…"
    arguments = {name: to_visible(value) for name, value in trouble.arguments}
    arguments |= {"value": to_visible(cut), "expected": expected}
    message = quote(said.message).format(**arguments)
    return f"{message}{TERMS[': ']}{quote(said.help).format(**arguments)}" if said.help else message


def describe_field(field: Field) -> str:
    """Say in a few words what a cell of this field may hold."""
    if field.type is FieldType.CATEGORY:
        values = TERMS["one of {values}"].format(values=_list_values(field.categories))
        return f"{values}{_describe_specials(field)}"
    words = TERMS[_PLURALS[field.type]]
    if field.unit_text:
        words = TERMS["{kind} in {unit}"].format(kind=words, unit=field.unit_text)
    ends = f"{_apart(describe_range(field))}{_apart(_describe_step(field))}"
    return f"{words}{ends}{_describe_specials(field)}"


def _describe_specials(field: Field) -> str:
    """Say which codes are read besides: ``, or special -9 "no record"``."""
    if not field.specials:
        return ""
    listed = TERMS[", "].join(
        f'{special.code} "{special.label}"' if special.label else special.code
        for special in field.specials[:_NAMED]
    )
    if len(field.specials) > _NAMED:
        count = len(field.specials)
        listed = TERMS["{shown} … ({count} in all)"].format(shown=listed, count=count)
    return TERMS[", or special {codes}"].format(codes=listed)


def _apart(words: str) -> str:
    """Put a space before words that follow others, where the language has them."""
    return f" {words}" if words and spoken() != CHINESE else words


def show_value(field: Field, value: Value) -> str:
    """Write a value as it stands in a cell of the field."""
    match value:
        case Fraction():
            return _in_column(value, field)
        case bool():
            return "yes" if value else "no"
        case None:
            return ""
        case _:
            return str(value)


def describe_range(field: Field) -> str:
    """Say the range of a field in the unit of its column; empty where all values are allowed."""
    match field.domain:
        case None | Interval(None, None):
            return ""
        case Interval(low, None, low_open):
            template = "above {low}" if low_open else "at least {low}"
            return TERMS[template].format(low=_in_column(low, field))
        case Interval(None, high, _, high_open):
            template = "below {high}" if high_open else "at most {high}"
            return TERMS[template].format(high=_in_column(high, field))
        case Interval(low, high, low_open, high_open):
            start = "above {low}" if low_open else "from {low}"
            end = "to below {high}" if high_open else "to {high}"
            shown = {"low": _in_column(low, field), "high": _in_column(high, field)}
            return TERMS[f"{start} {end}"].format(**shown)


def _describe_step(field: Field) -> str:
    step = field.grid.step
    if step is None or (field.type is FieldType.INTEGER and step == field.scale):
        return ""
    return TERMS["in steps of {step}"].format(step=_in_column(step, field))


def _in_column(bound: Fraction | None, field: Field) -> str:
    assert bound is not None, "an open end is not shown"
    is_ratio = field.type is FieldType.PERCENT and field.scale == 1
    plain = bound * 100 if is_ratio else bound / field.scale
    return f"{to_text(plain) or show(plain)}{'%' if is_ratio else ''}"


def _list_values(categories: tuple[Category, ...]) -> str:
    listed = [
        one.name if one.label in {None, one.name} else f"{one.name} ({one.label})"
        for one in categories[:_NAMED]
    ]
    shown = TERMS[", "].join(listed)
    if len(categories) <= _NAMED:
        return shown
    return TERMS["{shown} … ({count} in all)"].format(shown=shown, count=len(categories))
