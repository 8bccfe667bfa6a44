"""Limits and ranges as intervals; ladders, in which each line takes what those above left.

In: ranges as written and the subject they are limits of. Out: intervals in base units.
Reports E0301 (another unit than the subject), E0311 (a range that holds nothing) and
E0401 (a ladder out of order).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from fractions import Fraction
from typing import Final, assert_never

import attrs

from scorelang.compiler.as_written import as_written
from scorelang.compiler.beside import is_right_beside
from scorelang.compiler.draft import Draft
from scorelang.compiler.errors import WORDS
from scorelang.compiler.fold_constants import fold
from scorelang.compiler.range_units import have_one_unit
from scorelang.compiler.ranges import bounds
from scorelang.compiler.reading import Reading
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import DATE, YES_NO, Typed, describe, key_of_units, meet
from scorelang.compiler.unit_words_beside import refuse_multiple
from scorelang.compiler.wording import write_range
from scorelang.diagnostics.model import Label
from scorelang.model.expressions import Const, Expr, FieldValue, LetValue
from scorelang.model.fields import Field
from scorelang.model.times import Elapsed, TimeUnit
from scorelang.model.types import MONTHS, YEARS, ValueType
from scorelang.numeric.calendar import MONTHS_IN_YEAR
from scorelang.numeric.interval import ALL_NUMBERS, Interval
from scorelang.source.span import Span
from scorelang.source.structure import Structure
from scorelang.syntax import ast

_VAGUE: Final = frozenset(
    ("左右", "上下", "起", "以外", "之外", "附近", "前后", "多", "余", "开外", "上")
)
"""What policies write behind a number that is no unit, and says no end."""
_UP = {ast.CompareOp.AT_LEAST, ast.CompareOp.ABOVE}
_DOWN = {ast.CompareOp.AT_MOST, ast.CompareOp.BELOW}


def read_interval(node: ast.RangeDecl, subject: Typed, reading: Reading) -> Interval | None:
    """Read one limit or range of a subject."""
    found = _interval(node, subject, reading)
    return None if found is None or _is_special(node, found, subject, reading) else found


def _is_special(node: ast.RangeDecl, found: Interval, subject: Typed, reading: Reading) -> bool:
    """Report ``-1 : 5`` beside ``special -1``: the value is missing then, and no line takes it."""
    draft, expr = reading.draft, subject.expr
    if not isinstance(expr, FieldValue) or expr.name not in draft.fields:
        return False
    for special in draft.fields[expr.name].specials:
        value = special.value
        if not isinstance(value, Fraction) or not found.contains(value):
            continue
        known = bounds(expr, draft.scope).intersect(found)
        if (found.low == found.high) or known.is_empty(ALL_NUMBERS):
            said = {"field": expr.name, "name": special.code}
            reading.report("E0209.special_line", node.span, **said)
            return True
    return False


def _interval(node: ast.RangeDecl, subject: Typed, reading: Reading) -> Interval | None:
    match node:
        case ast.ExactRange(value):
            limit = read_limit(value, subject, reading)
            return None if limit is None else Interval(limit, limit)
        case ast.LimitRange(op, value):
            limit = read_limit(value, subject, reading)
            return None if limit is None else _beyond(op, limit, node, reading)
        case ast.BetweenRange(low_node, high_node, low_open, high_open):
            low = read_limit(low_node, subject, reading)
            high = read_limit(high_node, subject, reading)
            if low is None or high is None:
                return None
            if not have_one_unit(low_node, high_node, reading):
                return None
            found = Interval(low, high, low_open, high_open)
            if found.is_empty(ALL_NUMBERS):
                reading.report(
                    "E0311.empty",
                    node.span,
                    found=as_written(reading.draft.tree, node.span, write_range(node)),
                )
                return None
            return found
        case _:
            assert_never(node)


def report_not_fixed(node: ast.Expr, reading: Reading) -> None:
    """Say that a limit is no fixed number, such as another column."""
    name = node.name.text if isinstance(node, ast.NameExpr) else ""
    reading.report("E0308.other" if name else "E0308", node.span, name=name)


def _is_vague(unit: str, node: ast.NumberExpr, reading: Reading) -> bool:
    """Whether a word behind a number says which numbers are meant, and not well: ``90左右``."""
    source = reading.draft.tree.source
    behind = source.content[node.span.end :][:1] if source is not None else ""
    return unit in _VAGUE and behind not in {"以", "及"}


def read_limit(node: ast.Expr, subject: Typed, reading: Reading) -> Fraction | None:
    """Read a constant that a subject is compared with."""
    if subject.type == DATE:
        return _read_day(node, reading)
    report_difference(node, reading)
    if subject.type == YES_NO:
        report_no_answer(node, subject, reading)
        return None
    found = reading.number(node)
    if found is None:
        return None
    if subject.type.unit == YEARS and found.type.unit == MONTHS:
        value = fold(found.expr, reading.draft)
        return None if value is None else value / MONTHS_IN_YEAR
    if not subject.is_number:
        reading.report("E0302", node.span, wanted=TERMS["a value"], found=describe(found.type))
        return None
    field = _plain_field(subject, reading.draft)
    if field is not None and isinstance(node, ast.NumberExpr) and not found.type.unit.is_plain:
        if refuse_multiple(node, subject, reading):
            return None
        unit = node.unit or ""
        cause = f"{field.name} {unit}"
        key = "E0301.vague" if _is_vague(unit, node, reading) else "E0301.field"
        reading.draft.report_once(cause, key, node.span, name=field.name, unit=unit)
        return None
    if meet(subject.type, found.type) is None:
        reading.draft.report_once(
            _cause(subject, found.type, node),
            key_of_units(subject.type, found.type),
            node.span,
            verb=TERMS["compared with"],
            left=describe(subject.type),
            right=describe(found.type),
        )
        return None
    if not is_right_beside(node, subject, reading):
        return None
    value = fold(found.expr, reading.draft)
    if value is None:
        report_not_fixed(node, reading)
    elif value and found.type.is_literal and _has_no_unit(subject, reading.draft):
        reading.report("E0301.bare", node.span)
    return value


def report_difference(node: ast.Expr, reading: Reading) -> None:
    """Report ``above 30-60``, which reads as 30 minus 60."""
    match node:
        case ast.BinaryExpr(
            ast.BinaryOp.SUBTRACT, ast.NumberExpr() as low, ast.NumberExpr() as high
        ):
            meant = f"{low.digits}..{high.digits}"
            reading.report(
                "E0311.difference", node.span, low=low.digits, high=high.digits, meant=meant
            )
        case _:
            pass


def report_no_answer(node: ast.Expr, subject: Typed, reading: Reading) -> None:
    """Report what stands where the lines of a yes/no column say yes or no, once a column."""
    name = as_written(reading.draft.tree, node.span, "…")
    reading.draft.report_once(str(subject.expr), "E0209.answer", node.span, name=name)


def _cause(subject: Typed, found: ValueType, node: ast.Expr) -> str:
    """Say what two limits have in common whose units are wrong for one reason: the column."""
    if isinstance(subject.expr, FieldValue):
        return f"{subject.expr.name} {describe(found)}"
    return str(node.span)


def _plain_field(subject: Typed, draft: Draft) -> Field | None:
    """Give the field that is the subject, if it says no unit."""
    if not isinstance(subject.expr, FieldValue) or not subject.type.unit.is_plain:
        return None
    return draft.fields.get(subject.expr.name)


def _has_no_unit(subject: Typed, draft: Draft) -> bool:
    """Whether a bare number beside this could mean months or years."""
    return subject.type.unit == MONTHS and not counts_months(subject.expr, draft)


def _read_day(node: ast.Expr, reading: Reading) -> Fraction | None:
    """Read a limit of a date as the number of its day."""
    found = reading.infer(node)
    if found is None:
        return None
    if found.type != DATE:
        reading.report("E0302", node.span, wanted=TERMS["a date"], found=describe(found.type))
        return None
    if not isinstance(found.expr, Const) or not isinstance(found.expr.value, dt.date):
        reading.report("E0308", node.span)
        return None
    return Fraction(found.expr.value.toordinal())


def counts_months(expr: Expr, draft: Draft) -> bool:
    """Whether this is a count of months by its own words, so that a bare number can be meant."""
    if isinstance(expr, LetValue):
        known = draft.lets.get(expr.name, draft.tree.span)
        return known is not None and counts_months(known.let.value, draft)
    return isinstance(expr, Elapsed) and expr.unit is TimeUnit.MONTHS


def _beyond(
    op: ast.CompareOp, limit: Fraction, node: ast.LimitRange, reading: Reading
) -> Interval | None:
    match op:
        case ast.CompareOp.AT_LEAST | ast.CompareOp.ABOVE:
            return Interval(limit, None, low_open=op is ast.CompareOp.ABOVE)
        case ast.CompareOp.AT_MOST | ast.CompareOp.BELOW:
            return Interval(None, limit, high_open=op is ast.CompareOp.BELOW)
        case ast.CompareOp.EQUAL:
            return Interval(limit, limit)
        case ast.CompareOp.NOT_EQUAL:
            reading.report("E0311.unequal", node.span)
            return None


@attrs.frozen(eq=False, repr=False)
class Rung(Structure):
    """The last limit of a ladder, as far as one has been climbed."""

    interval: Interval
    span: Span
    text: str
    may_repeat: bool = False


@attrs.define
class Ladder:
    """Limits of one direction as they come, one ladder for each direction.

    A limit must go on from the one before it: falling for at least, rising for at most.
    """

    reading: Reading
    up: Rung | None = None
    down: Rung | None = None

    def climb(self, node: ast.LimitRange, interval: Interval, *, may_repeat: bool) -> Interval:
        """Give what the lines above left of a limit; E0401 where they left nothing."""
        rung = Rung(interval, node.span, write_range(node), may_repeat)
        if node.op in _UP:
            left, self.up = self._left(self.up, rung), rung
        elif node.op in _DOWN:
            left, self.down = self._left(self.down, rung), rung
        else:
            left = interval
        return left

    def _left(self, above: Rung | None, rung: Rung) -> Interval:
        if above is None:
            return rung.interval
        rest = rung.interval.intersect(_outside(above.interval))
        repeats = above.may_repeat and rung.interval == above.interval
        if rest.is_empty(ALL_NUMBERS) and not repeats:
            label = Label(above.span, TERMS["`{limit}` stands above"].format(limit=above.text))
            self.reading.draft.collector.add(
                WORDS, "E0401", rung.span, labels=(label,), limit=rung.text, above=above.text
            )
            return rung.interval
        return rest


def _outside(taken: Interval) -> Interval:
    """Give the other side of a one-sided limit."""
    if taken.low is not None:
        return Interval(None, taken.low, high_open=not taken.low_open)
    return Interval(taken.high, None, low_open=not taken.high_open)


def read_lines(
    nodes: Sequence[ast.RangeDecl], subject: Typed, reading: Reading
) -> list[Interval | None]:
    """Read the lines of a block; two-sided ranges stand for themselves."""
    ladder, found = Ladder(reading), list[Interval | None]()
    for node in nodes:
        interval = read_interval(node, subject, reading)
        if interval is not None and isinstance(node, ast.LimitRange):
            interval = ladder.climb(node, interval, may_repeat=False)
        found.append(interval)
    return found
