"""Days and periods: moved days, what has passed between two days, values of the last period.

In: an expression of the tree. Out: ``Typed``. Reports E0302 (no date), E0314 (what cannot be
added to a date), E0315 (a field without a value of the last period). ``in_months`` brings
counted years and months together: ``years between a and b`` may be compared with ``3`` and
with ``36 months``.
"""

from __future__ import annotations

from fractions import Fraction

from scorelang.compiler.fold_constants import fold
from scorelang.compiler.infer_names import is_known_value, type_of_field
from scorelang.compiler.reading import Reading
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import DATE, NUMBER, Typed, describe, number_of
from scorelang.model import expressions as model
from scorelang.model.fields import NUMERIC, Field
from scorelang.model.times import DateShift, DayNumber, Elapsed, Growth, TimeUnit
from scorelang.model.types import DAYS, MONTHS, YEARS, Kind
from scorelang.numeric.calendar import MONTHS_IN_YEAR
from scorelang.syntax import ast

_UNITS = {TimeUnit.DAYS: DAYS, TimeUnit.MONTHS: MONTHS, TimeUnit.YEARS: YEARS}
_A_YEAR = model.Const(Fraction(MONTHS_IN_YEAR))


def infer_duration(node: ast.DurationExpr, reading: Reading) -> Typed | None:
    """Read ``years between a and b``: whole completed years, months or days."""
    first, last = _date(node.first, reading), _date(node.last, reading)
    if first is None or last is None:
        return None
    unit = TimeUnit(node.unit)
    found = Elapsed(unit, first.expr, last.expr)
    return Typed(found, NUMBER if reading.is_plain else number_of(_UNITS[unit]))


def _date(node: ast.Expr, reading: Reading) -> Typed | None:
    found = reading.infer(node)
    if found is not None and found.type.kind is not Kind.DATE:
        reading.report("E0302", node.span, wanted=TERMS["a date"], found=describe(found.type))
        return None
    return found


def infer_with_dates(
    node: ast.BinaryExpr, left: Typed, right: Typed, reading: Reading
) -> Typed | None:
    """Read ``a - b`` in days, ``a + 6 months``, ``a - 90 days``, where a side is a date."""
    if left.type == DATE and right.type == DATE:
        if node.op is ast.BinaryOp.SUBTRACT:
            kind = NUMBER if reading.is_plain else number_of(DAYS)
            return Typed(Elapsed(TimeUnit.DAYS, right.expr, left.expr), kind)
        reading.report("E0314.dates", node.span)
        return None
    turned = left.type != DATE
    if node.op not in {ast.BinaryOp.ADD, ast.BinaryOp.SUBTRACT} or (
        turned and node.op is ast.BinaryOp.SUBTRACT
    ):
        reading.report("E0314.dates", node.span)
        return None
    day, amount, where = (right, left, node.left) if turned else (left, right, node.right)
    # A duration keeps its unit also inside a points formula, where days are days.
    known = reading.in_units().infer(where) if reading.is_plain else amount
    return known and _shifted(node, day, known, where, reading)


def _shifted(
    node: ast.BinaryExpr, day: Typed, amount: Typed, where: ast.Expr, reading: Reading
) -> Typed | None:
    amount = _as_months(amount) if amount.type.unit == YEARS else amount
    if amount.type.unit not in {DAYS, MONTHS}:
        key = "E0314.bare" if amount.is_number else "E0314"
        reading.report(key, where.span, found=describe(amount.type))
        return None
    count = amount.expr
    known = fold(count, reading.draft)
    if known is not None and known.denominator != 1:
        reading.report("E0314.part", where.span)
        return None
    if node.op is ast.BinaryOp.SUBTRACT:
        count = model.Negation(count) if known is None else model.Const(-known)
    unit = TimeUnit.DAYS if amount.type.unit == DAYS else TimeUnit.MONTHS
    return Typed(DateShift(day.expr, unit, count, span=node.span), DATE)


def infer_period(node: ast.PeriodExpr, reading: Reading) -> Typed | None:
    """Read ``last profit`` and ``growth of profit``."""
    draft, name = reading.draft, node.name
    if not is_known_value(name.text, draft):
        from scorelang.compiler.unknown_names import report_unknown  # noqa: PLC0415  for faults

        report_unknown(name, reading)
        return None
    before = last_field(name.text, draft.fields)
    if before is None:
        is_field = name.text in draft.fields
        key = "E0315" if is_field else "E0315.derived"
        reading.report(key, node.span, name=name.text)
        return None
    if node.word is ast.PeriodWord.LAST:
        return _last_value(before, node, reading)
    if before.type not in NUMERIC:
        found = describe(type_of_field(before))
        reading.report("E0302", name.span, wanted=TERMS["a number"], found=found)
        return None
    now, last = model.FieldValue(name.text), model.FieldValue(before.name)
    return Typed(Growth(now, last, span=node.span), NUMBER)


def _last_value(before: Field, node: ast.PeriodExpr, reading: Reading) -> Typed | None:
    """Read the field of the last period like any field, in units or plain."""
    known = ast.Name(before.name, span=node.span)
    return reading.infer(ast.NameExpr(known, span=node.span))


def last_field(name: str, fields: dict[str, Field]) -> Field | None:
    """Give the field that holds the last period's value of a field."""
    return next((field for field in fields.values() if field.last_of == name), None)


def in_months(left: Typed, right: Typed) -> tuple[Typed, Typed]:
    """Turn counted years into months where they stand beside months."""
    if {left.type.unit, right.type.unit} != {YEARS, MONTHS}:
        return left, right
    return (_as_months(left), right) if left.type.unit == YEARS else (left, _as_months(right))


def _as_months(years: Typed) -> Typed:
    found = model.Calculation(model.Arithmetic.MULTIPLY, years.expr, _A_YEAR)
    return Typed(found, number_of(MONTHS))


def as_ordered(found: Typed) -> Typed:
    """Give a subject whose limits are read as an interval: a date by the number of its day."""
    return Typed(DayNumber(found.expr), DATE) if found.type == DATE else found
