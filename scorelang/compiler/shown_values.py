"""Values in the unit the owner writes them in, and regions of values in words.

In: numbers in base units. Out: ``12.5%``, ``499.5万``, ``from 12 to under 13``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

import attrs

from scorelang.compiler.scope import Scope
from scorelang.compiler.terms import TERMS
from scorelang.model.expressions import Expr, FieldValue, LetValue
from scorelang.model.fields import Field, FieldType
from scorelang.model.times import DayNumber, Growth
from scorelang.model.types import DAYS, MONTHS, Unit, Value
from scorelang.model.unit_words import UNITS
from scorelang.numeric.exact import show
from scorelang.numeric.interval import Grid, Interval
from scorelang.source.structure import Structure

_SUFFIXES = (
    ("%", Fraction(1, 100), "%"),
    ("亿", Fraction(10**8), "亿"),
    ("万", Fraction(10**4), "万"),
    ("million", Fraction(10**6), " million"),
)
_TIME = re.compile(
    "(?<=[0-9])\\s*({})(?![a-z])".format(
        "|".join(
            sorted((w for w, (unit, _) in UNITS.items() if unit in {DAYS, MONTHS}), key=len)[::-1]
        )
    )
)


@attrs.frozen(eq=False, repr=False)
class Display(Structure):
    """How numbers of one quantity are written: in multiples of ``factor``, with a suffix.

    ``is_day``: the numbers stand for days.
    """

    factor: Fraction = Fraction(1)
    suffix: str = ""
    is_day: bool = False

    def show(self, x: Fraction) -> str:
        """Write a number."""
        if self.is_day:
            return dt.date.fromordinal(int(x)).isoformat()
        return show(x / self.factor) + self.suffix

    def sample(self, interval: Interval, grid: Grid) -> Fraction:
        """Choose a number inside that is short to write."""
        step = None if grid.step is None else grid.step / self.factor
        ends = (end if end is None else end / self.factor for end in (interval.low, interval.high))
        low, high = ends
        written = Interval(low, high, interval.low_open, interval.high_open)
        if step is None and low is not None and high is not None and 0 < high - low <= 1:
            # In a narrow gap an end of it would look as if only that one value were at fault.
            written = Interval(low, high, low_open=True, high_open=True)
        return written.sample(Grid(step)) * self.factor

    def values(self, interval: Interval) -> str:
        """Name the numbers an interval holds."""
        if interval.low is not None and interval.low == interval.high:
            return TERMS["the value {value}"].format(value=self.show(interval.low))
        region = self.region(interval)
        if region[-1].isascii():
            return TERMS["values {region}"].format(region=region)
        return TERMS["values {words}"].format(words=region)

    def region(self, interval: Interval) -> str:
        """Say in words which numbers an interval holds."""
        low, high = interval.low, interval.high
        if low is None and high is None:
            return TERMS["all values"]
        if low is None or high is None:
            return self._one_sided(interval)
        if low == high:
            return self.show(low)
        start = "above {low}" if interval.low_open else "from {low}"
        end = "under {high}" if interval.high_open else "{high}"
        return TERMS[f"{start} to {end}"].format(low=self.show(low), high=self.show(high))

    def _one_sided(self, interval: Interval) -> str:
        if interval.low is not None:
            template = "above {low}" if interval.low_open else "{low} and above"
            return TERMS[template].format(low=self.show(interval.low))
        assert interval.high is not None, "one side is limited"
        template = "under {high}" if interval.high_open else "at most {high}"
        return TERMS[template].format(high=self.show(interval.high))


PLAIN = Display()
DAY = Display(is_day=True)


def display_of(subject: Expr, scope: Scope, texts: Iterable[str] = ()) -> Display:
    """Choose how numbers of an expression are written: as in the lines that read it."""
    if isinstance(subject, DayNumber):
        return DAY
    written = tuple(texts)
    counts = [sum(mark in text for text in written) for mark, _, _ in _SUFFIXES]
    if any(counts):
        _, factor, suffix = _SUFFIXES[counts.index(max(counts))]
        return Display(factor, suffix)
    field = field_of(subject, scope)
    if field is None:
        return _of_times(written, None)
    if field.type is FieldType.PERIOD:
        said = _of_times(written, field.unit)
        if said is not PLAIN:
            return said
    if field.type is FieldType.PERCENT:
        return Display(Fraction(1, 100), "%")
    for mark, factor, suffix in _SUFFIXES:
        if field.unit_text and mark in field.unit_text and field.type is FieldType.MONEY:
            return Display(factor, suffix)
    if field.unit_text:
        unit = field.unit_text
        return Display(field.scale, f" {unit}" if unit.isascii() else unit)
    return PLAIN


def _of_times(texts: Iterable[str], base: Unit | None) -> Display:
    """Choose the unit of time that most of the lines name; nothing where they name several."""
    named = [word for text in texts for word in _TIME.findall(text)]
    bases = {UNITS[word][0] for word in named}
    if len(bases) != 1 or (base is not None and base not in bases):
        return PLAIN
    word = max(dict.fromkeys(named), key=named.count)
    return Display(UNITS[word][1], f" {word}" if word.isascii() else word)


def field_of(expr: Expr, scope: Scope) -> Field | None:
    """Give the field an expression stands for, directly or as a derived value."""
    match expr:
        case FieldValue(name):
            return scope.fields.get(name)
        case LetValue(name) if name in scope.lets:
            return field_of(scope.lets[name], scope)
        case DayNumber(operand):
            return field_of(operand, scope)
        case _:
            return None


def name_of(expr: Expr) -> str:
    """Give the name an owner knows an expression by."""
    match expr:
        case FieldValue(name) | LetValue(name):
            return name
        case DayNumber(operand):
            return name_of(operand)
        case Growth(FieldValue(name) | LetValue(name)):
            return TERMS["growth of {name}"].format(name=name)
        case _:
            return TERMS["the value"]


def cell_text(field: Field, value: Value) -> str:
    """Write a value as it would stand in a cell of a record."""
    match value:
        case None:
            return ""
        case bool():
            return TERMS["yes"] if value else TERMS["no"]
        case Fraction() if field.type is FieldType.DATE:
            return DAY.show(value)
        case Fraction() if field.type is FieldType.PERCENT and field.scale == 1:
            return show(value * 100) + "%"
        case Fraction():
            return show(value / field.scale)
        case _:
            return str(value)


def listed(names: Sequence[str], most: int = 5) -> str:
    """List names in back-ticks, the first few of many."""
    shown = TERMS[", "].join(f"`{name}`" for name in names[:most])
    if len(names) <= most:
        return shown
    return TERMS["{names} and {count} more"].format(names=shown, count=len(names) - most)
