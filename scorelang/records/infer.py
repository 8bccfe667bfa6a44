"""Guesses what the columns of a file hold, as a first draft of a record block.

In: a table, read without a rubric. Out: plain facts for each column; the command line
writes them down as rubric text. Facts are what the first rows show: ranges and decimals
seen are no limits of the policy, and ``remarks`` say where something was guessed.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import BinaryIO

import attrs

from scorelang.diagnostics.model import Diagnostic
from scorelang.model.fields import Fault, Field, FieldType
from scorelang.model.types import MONEY, Value
from scorelang.numeric.exact import places_of
from scorelang.records.cells import make_cell_reader, to_written
from scorelang.records.columns import name_columns
from scorelang.records.decimals import DecimalSign, has_decimal_comma
from scorelang.records.faults import MISSING_WORDS
from scorelang.records.formats import open_table
from scorelang.records.layout import NO_LAYOUT, Layout
from scorelang.records.names import looks_like_key
from scorelang.records.trouble import BrokenRow, PercentCell, SpoiltCell
from scorelang.records.words import YES_NO

LOOKED_AT = 1000
"""How many records the guess is made from."""

_MOST_VALUES = 12
_LONGEST_VALUE = 40
_SIGNS = {FieldType.MONEY: "¥￥元万亿", FieldType.PERCENT: "%％"}
_UNIT = re.compile(r"^(?P<name>.*?)\s*[(（\[【](?P<unit>[^()（）\[\]【】]{1,8})[)）\]】]\s*$")
_MONEY_UNITS = {
    "元": Fraction(1),
    "千元": Fraction(1000),
    "万元": Fraction(10**4),
    "万": Fraction(10**4),
    "百万元": Fraction(10**6),
    "亿元": Fraction(10**8),
    "亿": Fraction(10**8),
}
_PERIOD_UNITS = ("天", "日", "个月", "月", "年")
_ONE_IN = 10  # so many cells may hold one that the type does not fit
_DAY = Field("x", FieldType.DATE)
_COMMAS = ("the numbers have decimal commas: score them with `--decimal comma`",)
_MOSTLY_NUMBERS = (
    "many cells are numbers or codes, others are not: declare what the column holds",
)
_RATES = ("numbers above 1 under a heading of a rate: taken for percentages",)
_REPEATED = ("some cells are empty or stand twice: such records are rejected, keys are single",)
_IN_PERCENT = Field("x", FieldType.PERCENT, scale=Fraction(1, 100), unit_text="%")
_SAYS_PERCENT = re.compile(r"率|占比|百分比|%|percent|\bpct\b", re.IGNORECASE).search
_NO_PERCENT = re.compile(r"[汇倍频速]率|周转率|市盈率|市净率|市销率").search
_is_number = re.compile(r"[-+]?[0-9][0-9.,]*[%％]?").fullmatch
_LEADING_ZERO = re.compile(r"0[0-9]+").fullmatch


@attrs.frozen
class ColumnFacts:
    """What a column seems to hold.

    ``unit`` is the text in brackets of its header where it is a unit (``万元``, ``%``,
    ``天``). ``low``, ``high`` and ``decimals`` are those seen, in the unit of the column;
    ``values`` are those of a category in the order they appear; ``blank_also`` are texts
    that seem to stand for an empty cell; ``ignored`` are the few cells the type does not fit.
    """

    column: str
    name: str
    type: FieldType
    unit: str | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    decimals: int = 0
    values: tuple[str, ...] = ()
    distinct: int = 0
    blanks: int = 0
    filled: int = 0
    blank_also: tuple[str, ...] = ()
    is_distinct: bool = False
    is_key: bool = False
    remarks: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()


@attrs.frozen
class Inferred:
    """The columns of a file, and what is to be said of how it was read."""

    columns: tuple[ColumnFacts, ...]
    notices: tuple[Diagnostic, ...] = ()


def infer_columns(  # noqa: PLR0913  as many options as the command line has
    path: str | Path,
    *,
    format: str | None = None,  # noqa: A002  the word of the command line
    encoding: str | None = None,
    sheet: str | None = None,
    stdin: BinaryIO | None = None,
    layout: Layout = NO_LAYOUT,
) -> Inferred:
    """Look at the header and the first rows of a file; raises ``UnreadableInput``."""
    table = open_table(
        path, format=format, encoding=encoding, sheet=sheet, stdin=stdin, layout=layout
    )
    rows = [
        row.cells
        for row in itertools.islice(table.rows(), LOOKED_AT)
        if not isinstance(row.cells, BrokenRow)
    ]
    names = name_columns(table.columns)
    found = [
        _infer(column, tuple(row[place] for row in rows), layout)
        for place, column in enumerate(names)
    ]
    return Inferred(_mark_key(_make_unique(found)), table.notices)


def _infer(column: str, cells: Sequence[object], layout: Layout) -> ColumnFacts:
    label, unit = _split_unit(column)
    spoilt = tuple(cell.text for cell in cells if isinstance(cell, SpoiltCell) and cell.text)
    texts = ["" if isinstance(cell, SpoiltCell) else to_written(cell).strip() for cell in cells]
    given = [text for text in texts if text]
    kept = [text for text in given if text.casefold() not in MISSING_WORDS]
    words = tuple(dict.fromkeys(text for text in given if text.casefold() in MISSING_WORDS))
    facts = ColumnFacts(
        column,
        _to_name(label),
        FieldType.TEXT,
        blanks=len(texts) - len(given),
        filled=len(given),
        distinct=len(set(given)),
        is_distinct=len(set(given)) == len(texts),
        ignored=tuple(dict.fromkeys(spoilt)),
    )
    if not kept:
        return attrs.evolve(facts, remarks=("no cell is filled: the type is a guess",))
    facts = attrs.evolve(facts, blank_also=words)
    if _is_yes_no(kept):
        return attrs.evolve(facts, type=FieldType.YES_NO, remarks=_doubt_about_digits(kept))
    sign = layout.decimal or DecimalSign.POINT
    if layout.decimal is None and has_decimal_comma(kept):
        sign = DecimalSign.COMMA
    has_percents = any(isinstance(cell, PercentCell) for cell in cells)
    fields = () if _looks_like_codes(kept) else _number_fields(kept, unit, has_percents)
    readings = [_Reading.of(field, kept, sign) for field in (*fields, _DAY)]
    supported = (one for one in readings if one.is_supported)
    best = min(supported, key=lambda one: len(one.dirty))  # the first of equals
    is_rate = unit is None and _is_number_field(best.field) and _is_rate(label, best)
    if is_rate:
        best = _Reading.of(_IN_PERCENT, kept, sign)
    if len(best.dirty) * _ONE_IN > len(kept):
        return _as_words(attrs.evolve(facts, blank_also=()), given)
    ignored = tuple(dict.fromkeys((*facts.ignored, *best.dirty)))
    facts = attrs.evolve(facts, type=best.field.type, ignored=ignored)
    if best.field is _DAY:
        return facts
    found = _with_numbers(facts, best)
    is_guessed = sign is DecimalSign.COMMA and layout.decimal is None
    remarks = (*(_COMMAS if is_guessed else ()), *(_RATES if is_rate else ()))
    return attrs.evolve(found, remarks=(*found.remarks, *remarks))


def _is_number_field(field: Field) -> bool:
    return field.type in {FieldType.NUMBER, FieldType.INTEGER}


def _is_rate(label: str, reading: _Reading) -> bool:
    """Whether plain numbers are percentages: ``97`` under ``合格率``, ``pass rate %``.

    Where none is above 1 they may be ratios, so nothing is guessed.
    """
    text = unicodedata.normalize("NFKC", label)
    says_so = _SAYS_PERCENT(text) is not None and _NO_PERCENT(text) is None
    return says_so and any(isinstance(x, Fraction) and abs(x) > 1 for x in reading.values)


def _is_yes_no(texts: Sequence[str]) -> bool:
    """Whether a column holds yes and no; where it holds one digit alone, that is a number."""
    found = {text.casefold() for text in texts}
    return found <= set(YES_NO) and (len(found) > 1 or not found <= {"0", "1"})


@attrs.frozen
class _Reading:
    """The cells of a column as a field reads them; ``dirty`` are those it cannot read."""

    field: Field
    values: tuple[Value, ...]
    clean: tuple[str, ...]
    dirty: tuple[str, ...]

    @classmethod
    def of(cls, field: Field, texts: Sequence[str], sign: DecimalSign) -> _Reading:
        """Read the cells."""
        read = make_cell_reader(field, sign)
        found = [(text, read(text)) for text in texts]
        return cls(
            field,
            tuple(value for _, value in found if not isinstance(value, Fault)),
            tuple(text for text, value in found if not isinstance(value, Fault)),
            tuple(text for text, value in found if isinstance(value, Fault)),
        )

    @property
    def is_supported(self) -> bool:
        """Whether the header, or a cell that is read, speaks for amounts or percentages."""
        signs = _SIGNS.get(self.field.type, "")
        if not signs or self.field.unit_text:
            return True
        signed = sum(1 for text in self.clean if any(sign in text for sign in signs))
        # One cell with % among many plain numbers is a slip, and makes no ratios of the others.
        enough = _ONE_IN if self.field.type is FieldType.PERCENT else len(self.clean) + 1
        return signed * enough > len(self.clean)


def _split_unit(column: str) -> tuple[str, str | None]:
    match = _UNIT.match(unicodedata.normalize("NFKC", column))
    if match is None:
        return column, None
    unit = match["unit"].strip()
    is_unit = unit in _MONEY_UNITS or unit in _PERIOD_UNITS or unit == "%"
    return (match["name"] or column, unit) if is_unit else (column, None)


def _looks_like_codes(texts: Iterable[str]) -> bool:
    """Whether numbers are rather names: a leading zero would be lost (``0001``)."""
    return any(_LEADING_ZERO(text) for text in texts)


def _number_fields(texts: Sequence[str], unit: str | None, has_percents: bool) -> Iterable[Field]:
    joined = "".join(texts)
    if unit == "%" or has_percents or any(sign in joined for sign in _SIGNS[FieldType.PERCENT]):
        scale = Fraction(1, 100) if unit == "%" else Fraction(1)
        yield Field("x", FieldType.PERCENT, scale=scale, unit_text=unit)
    if unit in _MONEY_UNITS:
        scale = _MONEY_UNITS[unit]
        yield Field("x", FieldType.MONEY, unit=MONEY, scale=scale, unit_text=unit)
    elif any(sign in joined for sign in _SIGNS[FieldType.MONEY]):
        yield Field("x", FieldType.MONEY, unit=MONEY)
    if unit in _PERIOD_UNITS:
        yield Field("x", FieldType.PERIOD, unit_text=unit)
    yield Field("x", FieldType.INTEGER)
    yield Field("x", FieldType.NUMBER)


def _with_numbers(facts: ColumnFacts, reading: _Reading) -> ColumnFacts:
    field = reading.field
    plain = [value / field.scale for value in reading.values if isinstance(value, Fraction)]
    low, high = min(plain), max(plain)
    return attrs.evolve(
        facts,
        unit=field.unit_text,
        low=low,
        high=high,
        decimals=max(places_of(value) or 0 for value in plain),
        remarks=(
            "range and decimals are those of the first records, not those of the policy",
            *_doubt_about_percent(field, high),
            *_doubt_about_signs(field, reading.clean),
        ),
    )


def _doubt_about_percent(field: Field, high: Fraction) -> tuple[str, ...]:
    if field.type is FieldType.PERCENT and field.scale != 1 and high <= 1:
        return ("no value is above 1: the cells may be ratios although the header says %",)
    return ()


def _doubt_about_signs(field: Field, texts: Sequence[str]) -> tuple[str, ...]:
    signed = sum(1 for text in texts if text.endswith(("%", "％")))
    if field.type is FieldType.PERCENT and 0 < signed < len(texts):
        return ("some cells have %, others are plain numbers: write all of them in one way",)
    return ()


def _doubt_about_digits(texts: Iterable[str]) -> tuple[str, ...]:
    return ("1 and 0 were taken for yes and no",) if set(texts) <= {"0", "1"} else ()


def _as_words(facts: ColumnFacts, texts: Sequence[str]) -> ColumnFacts:
    values = tuple(dict.fromkeys(texts))
    if sum(1 for value in values if _is_number(value)) * 2 >= len(values):
        return attrs.evolve(facts, remarks=_MOSTLY_NUMBERS)
    is_few = len(values) <= _MOST_VALUES and len(values) * 2 <= len(texts)
    if is_few and all(len(value) <= _LONGEST_VALUE for value in values):
        remarks = ("values are those of the first records; others are rejected until declared",)
        return attrs.evolve(facts, type=FieldType.CATEGORY, values=values, remarks=remarks)
    return facts


def _to_name(label: str) -> str:
    """Make a name of a header: letters, digits and ``_``, no digit in front."""
    text = unicodedata.normalize("NFKC", label).strip()
    name = re.sub(r"\W+", "_", text).strip("_")
    return f"x_{name}" if not name or name[0].isdigit() else name


def _make_unique(found: Sequence[ColumnFacts]) -> list[ColumnFacts]:
    taken: set[str] = set()
    unique = []
    for facts in found:
        name, number = facts.name, 2
        while name in taken:
            name, number = f"{facts.name}_{number}", number + 1
        taken.add(name)
        unique.append(attrs.evolve(facts, name=name))
    return unique


def _mark_key(found: Sequence[ColumnFacts]) -> tuple[ColumnFacts, ...]:
    """Mark the first column named like a key; keys are text, so that ``0001`` stays.

    One in which a few cells repeat or are empty is the key too, if no other is; that is said.
    """
    likely = [facts for facts in found if looks_like_key(facts.column)]
    nearly = (f for f in likely if f.distinct * 3 >= (f.filled + f.blanks) * 2 > 0)
    key = next((facts for facts in likely if facts.is_distinct), None) or next(nearly, None)
    return tuple(
        attrs.evolve(
            facts,
            type=FieldType.TEXT,
            is_key=True,
            unit=None,
            low=None,
            high=None,
            decimals=0,
            values=(),
            remarks=() if facts.is_distinct else _REPEATED,
        )
        if facts is key
        else facts
        for facts in found
    )
