"""Conditions: comparisons, ``is``, logic and counts.

In: a condition of the tree. Out: ``Typed`` of type yes/no (a count: a number). Beside a
category a bare name is one of its values. Reports E0209 (no such value), E0301 (units
that cannot be compared), E0302 (wrong type), E0303 (values without an order).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import assert_never

from scorelang.compiler.beside import is_right_beside
from scorelang.compiler.grade_names import sizes_of
from scorelang.compiler.grids import constant_of
from scorelang.compiler.infer_times import as_ordered, in_months
from scorelang.compiler.lines import (
    counts_months,
    read_interval,
    report_difference,
    report_no_answer,
    report_not_fixed,
)
from scorelang.compiler.ranges import truths_of
from scorelang.compiler.reading import Reading
from scorelang.compiler.shared_answers import report_shared_answer
from scorelang.compiler.shared_names import report_shared_name, report_shared_range
from scorelang.compiler.shown_values import field_of
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import DATE, NUMBER, YES_NO, Typed, describe, key_of_units, meet
from scorelang.compiler.unit_words_beside import refuse_multiple
from scorelang.compiler.values import infer_beside, names_a_value
from scorelang.model import expressions as model
from scorelang.model.types import MONTHS, Kind, Value
from scorelang.source.span import Span
from scorelang.syntax import ast

_SAMENESS = {ast.CompareOp.EQUAL, ast.CompareOp.NOT_EQUAL}


def infer_compare(node: ast.CompareExpr, reading: Reading) -> Typed | None:
    """Read ``left op right``."""
    sides = _infer_sides(node, reading)
    return None if sides is None else _compared(node, sides, reading)


def _compared(node: ast.CompareExpr, sides: tuple[Typed, Typed], reading: Reading) -> Typed | None:
    left, right = in_months(*sides)
    if not _are_alike(node, left, right, reading):
        return None
    together = meet(left.type, right.type)
    if together is None:
        if refuse_multiple(node.right, left, reading):
            return None
        key = "E0302.compare"
        if _is_quoted_answer(left, right) or _is_quoted_answer(right, left):
            key = "E0302.yes_no"
        elif left.is_number and right.is_number:
            key = key_of_units(left.type, right.type)
        reading.report(
            key,
            node.span,
            verb=TERMS["compared with"],
            left=describe(left.type),
            right=describe(right.type),
        )
        return None
    if together.unit == MONTHS:
        check_month_literals(node, (left, right), reading)
    report_difference(node.right, reading)
    report_shared_name(left, right, node.span, reading)
    report_shared_name(right, left, node.span, reading)
    _report_special(node, left, right, reading)
    ranks: tuple[str, ...] = ()
    if node.op not in _SAMENESS:
        ranks = _ranks(left, right)
        _report_order(node, left if left.type.ordered else right, reading)
        if not ranks and together.kind in {Kind.CATEGORY, Kind.TEXT, Kind.YES_NO}:
            reading.report("E0303", node.span, found=describe(together))
            return None
    op = model.Comparison(node.op.value)
    found = model.Compare(op, left.expr, right.expr, ranks, span=node.span)
    asks = not _is_told_as_settled(found, reading)
    is_right = is_right_beside(node.right, left, reading, asks=asks)
    if not (is_right_beside(node.left, right, reading, asks=asks) and is_right):
        return None
    return Typed(found, YES_NO)


def _is_told_as_settled(found: model.Compare, reading: Reading) -> bool:
    """Whether a comparison always comes out the same, of which the checks tell (W0303)."""
    scope = reading.draft.scope
    sides = (found.left, found.right)
    return (
        any(field_of(side, scope) is not None for side in sides)
        and any(constant_of(side) is not None for side in sides)
        and len(truths_of(found, scope) - {None}) == 1
    )


def _is_quoted_answer(one: Typed, other: Typed) -> bool:
    """Whether ``= "是"`` or ``= 1`` asks a yes/no value for another kind of answer."""
    written = other.expr.value if isinstance(other.expr, model.Const) else None
    return one.type == YES_NO and (isinstance(written, str) or written in {0, 1})


def check_month_literals(
    node: ast.CompareExpr, sides: tuple[Typed, Typed], reading: Reading
) -> None:
    """Refuse a bare number beside months: months or years would be a guess."""
    for operand, found in zip((node.left, node.right), sides, strict=True):
        if found.type.is_literal and found.expr != model.Const(Fraction(0)):
            other = sides[1] if found is sides[0] else sides[0]
            if not counts_months(other.expr, reading.draft):
                reading.report("E0301.bare", operand.span)


def _infer_sides(node: ast.CompareExpr, reading: Reading) -> tuple[Typed, Typed] | None:
    """Read both sides; a name that is a value of the other side's category is that value."""
    reading = reading.in_units()
    first, second, turned = node.left, node.right, False
    if names_a_value(node.left, reading.draft):
        first, second, turned = node.right, node.left, True
    known = reading.infer(first)
    if known is None:
        return None
    other = infer_beside(second, known, reading)
    if other is None:
        return None
    return (other, known) if turned else (known, other)


def _are_alike(node: ast.CompareExpr, left: Typed, right: Typed, reading: Reading) -> bool:
    """Refuse two categories with different values, or two orders of the same values."""
    if not (left.is_category and right.is_category):
        return True
    if isinstance(left.expr, model.Const) or isinstance(right.expr, model.Const):
        return True
    one, other = left.type, right.type
    if set(one.values) != set(other.values):
        key = "E0302.categories"
    elif node.op not in _SAMENESS and one.ordered and other.ordered and one.values != other.values:
        key = "E0302.orders"
    else:
        return True
    reading.report(key, node.span, left=_listed(one.values), right=_listed(other.values))
    return False


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(f"`{value}`" for value in values)


def _ranks(left: Typed, right: Typed) -> tuple[str, ...]:
    for found in (left, right):
        if found.is_category and found.type.ordered:
            return tuple(reversed(found.type.values))
    return ()


def _report_special(node: ast.CompareExpr, left: Typed, right: Typed, reading: Reading) -> None:
    """Report ``a = 98`` where 98 is a special value of ``a``: the value is missing then."""
    for one, other in ((left, right), (right, left)):
        if isinstance(one.expr, model.FieldValue) and isinstance(other.expr, model.Const):
            report_special(one.expr.name, other.expr.value, node.span, reading)


def report_special(name: str, value: Value, span: Span, reading: Reading) -> None:
    """Report a special value of a field that stands where its plain values are asked for."""
    field = reading.draft.fields.get(name)
    for special in field.specials if field is not None else ():
        if special.value == value:
            reading.report("E0209.is_special", span, field=name, name=special.code)


def _report_order(node: ast.CompareExpr, found: Typed, reading: Reading) -> None:
    """Report ``k above medium`` where the field is declared ``low > medium > high``."""
    values = found.type.values
    is_field = isinstance(found.expr, model.FieldValue) and found.is_category
    if not is_field or not found.type.ordered or not values:
        return
    sizes = sizes_of(values)
    if sizes is not None and sizes == tuple(sorted(sizes)):
        name = found.expr.name if isinstance(found.expr, model.FieldValue) else ""
        said = {"field": name, "first": values[0], "last": values[-1]}
        reading.draft.report_once(name, "W0512.field", node.span, **said)


def infer_is(node: ast.IsExpr, reading: Reading) -> Typed | None:
    """Read ``x is A``, ``x is any of (A, B)``."""
    reading = reading.in_units()
    operand = reading.infer(node.operand)
    if operand is None:
        return None
    if len(node.values) == 1 and operand.is_category:
        other = infer_beside(node.values[0], operand, reading)
        if other is None:
            return None
        if not isinstance(other.expr, model.Const):  # ``grade is grade of k``
            op = ast.CompareOp.NOT_EQUAL if node.negated else ast.CompareOp.EQUAL
            same = ast.CompareExpr(op, node.operand, node.values[0], span=node.span)
            return _compared(same, (operand, other), reading)
    values: set[Value] = set()
    for each in node.values:
        value = read_value(each, operand, reading)
        if value is None:
            return None
        values.add(value)
        if isinstance(operand.expr, model.FieldValue):
            report_special(operand.expr.name, value, each.span, reading)
    found: model.Expr = model.OneOf(operand.expr, frozenset(values))
    return Typed(model.Not(found) if node.negated else found, YES_NO)


def read_value(node: ast.Expr, subject: Typed, reading: Reading) -> Value:
    """Read a constant value that stands beside a subject; ``None`` after a report."""
    if subject.type == YES_NO and not isinstance(node, ast.YesNoExpr):
        report_no_answer(node, subject, reading)
        return None
    found = infer_beside(node, subject, reading)
    if found is None:
        return None
    if meet(subject.type, found.type) is None:
        reading.report(
            "E0302.compare",
            node.span,
            verb=TERMS["compared with"],
            left=describe(subject.type),
            right=describe(found.type),
        )
        return None
    if not isinstance(found.expr, model.Const):
        report_not_fixed(node, reading)
        return None
    return found.expr.value if is_right_beside(node, subject, reading) else None


def report_twice(found: Sequence[tuple[ast.Expr, Value]], reading: Reading) -> None:
    """Report a value that a line or a cell names twice: E0205."""
    for at, (node, value) in enumerate(found):
        if value is not None and value in {earlier for _, earlier in found[:at]}:
            reading.report("E0205.value", node.span, value=value)


def infer_in_range(node: ast.InRangeExpr, reading: Reading) -> Typed | None:
    """Read ``x is 10..20``."""
    reading = reading.in_units()
    operand = reading.infer(node.operand)
    operand = operand and as_ordered(operand)
    if operand is not None and operand.type != DATE:
        operand = reading.number(node.operand)
    if operand is None:
        return None
    interval = read_interval(node.range, operand, reading)
    if interval is not None:
        report_shared_range(operand, interval, node.span, reading)
    return Typed(model.Inside(operand.expr, interval), YES_NO) if interval else None


def infer_is_missing(node: ast.IsMissingExpr, reading: Reading) -> Typed | None:
    """Read ``x is missing``."""
    operand = reading.in_units().infer(node.operand)
    if operand is None:
        return None
    found: model.Expr = model.IsMissing(operand.expr)
    return Typed(model.Not(found) if node.negated else found, YES_NO)


def infer_not(node: ast.NotExpr, reading: Reading) -> Typed | None:
    """Read ``not c``."""
    operand = reading.condition(node.operand)
    return operand and Typed(model.Not(operand.expr), YES_NO)


def infer_logic(node: ast.BinaryExpr, reading: Reading) -> Typed | None:
    """Read ``a and b``, ``a or b``; a chain of one word becomes one list."""
    operands = _conditions(_chain(node, node.op), reading)
    if operands is None:
        return None
    report_shared_answer(node, reading)
    is_both = node.op is ast.BinaryOp.AND
    return Typed(model.Both(operands) if is_both else model.Either(operands), YES_NO)


def _chain(node: ast.Expr, op: ast.BinaryOp) -> tuple[ast.Expr, ...]:
    if isinstance(node, ast.BinaryExpr) and node.op is op:
        return (*_chain(node.left, op), *_chain(node.right, op))
    return (node,)


def infer_count(node: ast.CountExpr, reading: Reading) -> Typed | None:
    """Read ``all of (…)``, ``at least 2 of (…)``, ``counts (…)``."""
    operands = _conditions(node.conditions, reading)
    if operands is None:
        return None
    match node.word:
        case ast.CountWord.ALL:
            return Typed(model.Both(operands), YES_NO)
        case ast.CountWord.ANY:
            return Typed(model.Either(operands), YES_NO)
        case ast.CountWord.NONE:
            return Typed(model.Not(model.Either(operands)), YES_NO)
        case ast.CountWord.AT_LEAST:
            return Typed(model.AtLeast(node.minimum or 0, operands), YES_NO)
        case ast.CountWord.COUNT:
            return Typed(model.HoldCount(operands), NUMBER)
        case _:
            assert_never(node.word)


def _conditions(nodes: tuple[ast.Expr, ...], reading: Reading) -> tuple[model.Expr, ...] | None:
    found = [reading.condition(node) for node in nodes]
    operands = tuple(each.expr for each in found if each is not None)
    return operands if len(operands) == len(nodes) else None
