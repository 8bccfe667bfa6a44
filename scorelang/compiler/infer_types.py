"""Expressions of the tree become expressions of the model, with a type and a unit each.

In: an expression and the place it is read from. Out: ``Typed``, or ``None`` after a
report. Bottom-up, one function for each node. Reports E0301 (units that do not go
together), E0302 (wrong type), E0308 (no constant).
Names are read in ``infer_names``, conditions in ``infer_conditions``, values by
category in ``infer_choices``, values over all records in ``infer_populations``.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import assert_never

from scorelang.compiler.as_written import as_written
from scorelang.compiler.beside import ask_unit, is_right_beside
from scorelang.compiler.fold_constants import fold
from scorelang.compiler.infer_choices import infer_by, infer_if
from scorelang.compiler.infer_conditions import (
    infer_compare,
    infer_count,
    infer_in_range,
    infer_is,
    infer_is_missing,
    infer_logic,
    infer_not,
)
from scorelang.compiler.infer_each import each_in, infer_each
from scorelang.compiler.infer_names import infer_every_level, infer_name, infer_own, infer_score
from scorelang.compiler.infer_populations import infer_population
from scorelang.compiler.infer_times import (
    in_months,
    infer_duration,
    infer_period,
    infer_with_dates,
)
from scorelang.compiler.percent_sums import report_percent_sum
from scorelang.compiler.reading import Reading
from scorelang.compiler.roundings import read_rounding
from scorelang.compiler.shown_units import InPercent, shown_unit
from scorelang.compiler.specials import infer_is_special
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import (
    DATE,
    LITERAL,
    NUMBER,
    TEXT,
    YES_NO,
    Typed,
    describe,
    meet,
    number_of,
)
from scorelang.compiler.unit_words_beside import report_name_as_unit
from scorelang.compiler.units import divide, measure, multiply, power
from scorelang.compiler.wording import write
from scorelang.diagnostics.quoting import quoted
from scorelang.model import expressions as model
from scorelang.model.types import MONEY, Kind, ValueType
from scorelang.numeric.exact import show
from scorelang.syntax import ast

_ARITHMETIC = {
    ast.BinaryOp.ADD: model.Arithmetic.ADD,
    ast.BinaryOp.SUBTRACT: model.Arithmetic.SUBTRACT,
    ast.BinaryOp.MULTIPLY: model.Arithmetic.MULTIPLY,
    ast.BinaryOp.DIVIDE: model.Arithmetic.DIVIDE,
}
_SUMS = {ast.BinaryOp.ADD, ast.BinaryOp.SUBTRACT}


def infer(node: ast.Expr, reading: Reading) -> Typed | None:
    """Give an expression with its type; ``None`` where it has none, which was reported."""
    match node:
        case ast.NumberExpr():
            return None if report_name_as_unit(node, reading) else infer_number(node, reading)
        case ast.TextExpr(value):
            return Typed(model.Const(value), TEXT)
        case ast.YesNoExpr(value):
            return Typed(model.Const(value), YES_NO)
        case ast.DateExpr(value):
            return Typed(model.Const(value), DATE)
        case ast.NameExpr(name):
            return infer_name(name, reading)
        case ast.ScoreExpr():
            return infer_score(node, reading)
        case ast.EveryLevelExpr():
            return infer_every_level(node, reading)
        case ast.EachExpr():
            reading.report(
                "E0302.each",
                node.span,
                found=as_written(reading.draft.tree, node.span, write(node)),
            )
            return None
        case ast.CompareExpr() | ast.IsExpr() | ast.InRangeExpr() | ast.IsMissingExpr() if (
            each := each_in(node)
        ) is not None:
            return infer_each(node, each, reading)
        case ast.OwnExpr():
            return infer_own(node, reading)
        case ast.PeriodExpr():
            return infer_period(node, reading)
        case ast.BinaryExpr(ast.BinaryOp.AND | ast.BinaryOp.OR):
            return infer_logic(node, reading)
        case ast.BinaryExpr():
            return _infer_arithmetic(node, reading)
        case ast.NegateExpr(operand):
            found = reading.number(operand)
            return found and _negate(found)
        case ast.PowerExpr():
            return _infer_power(node, reading)
        case ast.NotExpr():
            return infer_not(node, reading)
        case ast.CompareExpr():
            return infer_compare(node, reading)
        case ast.IsExpr():
            return infer_is(node, reading)
        case ast.InRangeExpr():
            return infer_in_range(node, reading)
        case ast.IsMissingExpr():
            return infer_is_missing(node, reading)
        case ast.IsSpecialExpr():
            return infer_is_special(node, reading)
        case ast.CountExpr():
            return infer_count(node, reading)
        case ast.IfExpr():
            return infer_if(node, reading)
        case ast.MissingExpr():
            reading.report("E0302.missing", node.span)
            return None
        case ast.CallExpr():
            return _infer_call(node, reading)
        case ast.RoundExpr():
            return _infer_round(node, reading)
        case ast.ByExpr():
            return infer_by(node, reading)
        case ast.PopulationExpr():
            return infer_population(node, reading)
        case ast.DurationExpr():
            return infer_duration(node, reading)
        case _:
            assert_never(node)


def infer_number(node: ast.NumberExpr, reading: Reading) -> Typed:
    """Read a number in base units; without a unit it fits any."""
    found = measure(node.multiplier, node.unit)
    value = model.Const(node.value * found.scale)
    if not found.is_bare:
        return Typed(value, number_of(found.unit))
    if reading.is_plain and node.multiplier and node.unit is None:
        # Beside the plain numbers of the columns 100万 would be a guess: of what unit?
        return Typed(value, number_of(MONEY))
    return Typed(value, LITERAL)


def _negate(found: Typed) -> Typed:
    if isinstance(found.expr, model.Const) and isinstance(found.expr.value, Fraction):
        return Typed(model.Const(-found.expr.value), found.type)
    return Typed(model.Negation(found.expr), found.type)


def _infer_arithmetic(node: ast.BinaryExpr, reading: Reading) -> Typed | None:
    left, right = reading.infer(node.left), reading.infer(node.right)
    if left is None or right is None:
        return None
    if DATE in {left.type, right.type}:
        return infer_with_dates(node, left, right, reading)
    left, right = in_months(left, right)
    for found, operand in ((left, node.left), (right, node.right)):
        if not found.is_number:
            reading.report(
                "E0302", operand.span, wanted=TERMS["a number"], found=describe(found.type)
            )
            return None
    unit = _unit_of(node, left.type, right.type)
    if unit is None:
        if node.op in _SUMS and report_percent_sum(node, left, right, reading):
            return None
        reading.report(
            "E0301",
            node.span,
            verb=TERMS["added to"] if node.op is ast.BinaryOp.ADD else TERMS["subtracted from"],
            left=describe(right.type),
            right=describe(left.type),
        )
        return None
    if node.op in _SUMS:
        report_percent_sum(node, left, right, reading)
        ask_unit(node.right, left, reading, is_sum=True)
        ask_unit(node.left, right, reading, is_sum=True)
    expr = model.Calculation(_ARITHMETIC[node.op], left.expr, right.expr, span=node.span)
    return Typed(expr, unit)


def _unit_of(node: ast.BinaryExpr, left: ValueType, right: ValueType) -> ValueType | None:
    if node.op in _SUMS:
        return meet(left, right)
    if left.is_literal and right.is_literal:
        return LITERAL
    if node.op is ast.BinaryOp.MULTIPLY:
        return number_of(multiply(left.unit, right.unit))
    if left.unit == MONEY and _is_amount(node.right):
        return NUMBER  # profit / 100万 has no unit: 100万 beside money is yuan
    return number_of(divide(left.unit, right.unit))


def _is_amount(node: ast.Expr) -> bool:
    return isinstance(node, ast.NumberExpr) and bool(node.multiplier) and node.unit is None


def _infer_power(node: ast.PowerExpr, reading: Reading) -> Typed | None:
    found, exponent = reading.number(node.base), reading.number(node.exponent)
    if found is None or exponent is None:
        return None
    value = fold(exponent.expr, reading.draft)
    if value is None or value.denominator != 1:
        reading.report("E0308.exponent", node.exponent.span)
        return None
    count = value.numerator
    kind = found.type if found.type.is_literal else number_of(power(found.type.unit, count))
    return Typed(model.Power(found.expr, count, span=node.span), kind)


def _infer_call(node: ast.CallExpr, reading: Reading) -> Typed | None:
    match node.function:
        case ast.FunctionWord.MIN | ast.FunctionWord.MAX:
            return _infer_extreme(node, reading)
        case ast.FunctionWord.FIRST_KNOWN:
            found = _infer_alike(node.arguments, reading)
            if found is None:
                return None
            operands, kind = found
            return Typed(model.FirstKnown(operands), kind)
        case ast.FunctionWord.ABS:
            single = _single_argument(node, reading)
            return single and Typed(model.Absolute(single.expr), single.type)
        case ast.FunctionWord.EXP | ast.FunctionWord.LN | ast.FunctionWord.SQRT:
            return _infer_irrational(node, reading, 2)
        case ast.FunctionWord.ROOT:
            return _infer_root(node, reading)
        case _:
            assert_never(node.function)


def _infer_extreme(node: ast.CallExpr, reading: Reading) -> Typed | None:
    found = _infer_alike(node.arguments, reading)
    if found is None:
        return None
    operands, kind = found
    if kind.kind is not Kind.NUMBER:
        reading.report("E0302", node.span, wanted=TERMS["a number"], found=describe(kind))
        return None
    return Typed(model.Extreme(model.Pick(node.function.value), operands), kind)


def _infer_alike(
    nodes: Iterable[ast.Expr], reading: Reading
) -> tuple[tuple[model.Expr, ...], ValueType] | None:
    """Read values that must go together."""
    operands: list[model.Expr] = []
    kind: ValueType | None = None
    read: list[tuple[ast.Expr, Typed]] = []
    for node in nodes:
        found = reading.infer(node)
        if found is None:
            return None
        read.append((node, found))
        together = found.type if kind is None else meet(kind, found.type)
        if together is None:
            reading.report(
                "E0301",
                node.span,
                verb=TERMS["put beside"],
                left=describe(found.type),
                right=describe(kind or found.type),
            )
            return None
        kind = together
        operands.append(found.expr)
    measured = next((found for _, found in read if not found.type.is_literal), None)
    if measured is not None and not all(
        is_right_beside(node, measured, reading) for node, found in read if found.type.is_literal
    ):
        return None
    return (tuple(operands), kind) if kind is not None else None


def _single_argument(node: ast.CallExpr, reading: Reading) -> Typed | None:
    if len(node.arguments) != 1:
        reading.report(
            "E0302.arguments", node.span, function=quoted(node.function.value), count=TERMS["one"]
        )
        return None
    return reading.number(node.arguments[0])


def _infer_root(node: ast.CallExpr, reading: Reading) -> Typed | None:
    if len(node.arguments) != 2:
        reading.report("E0302.arguments", node.span, function=quoted("root"), count=TERMS["two"])
        return None
    degree = reading.number(node.arguments[1])
    value = fold(degree.expr, reading.draft) if degree else None
    if value is None or value.denominator != 1 or value < 1:
        reading.report("E0308.exponent", node.arguments[1].span)
        return None
    single = ast.CallExpr(node.function, node.arguments[:1], span=node.span)
    return _infer_irrational(single, reading, value.numerator)


def _infer_irrational(node: ast.CallExpr, reading: Reading, degree: int) -> Typed | None:
    found = _single_argument(node, reading)
    if found is None:
        return None
    if not found.type.unit.is_plain:
        reading.report(
            "E0302",
            node.arguments[0].span,
            wanted=TERMS["a plain number"],
            found=describe(found.type),
        )
        return None
    function = model.Irrational(node.function.value)
    return Typed(model.Function(function, found.expr, degree, span=node.span), NUMBER)


def _infer_round(node: ast.RoundExpr, reading: Reading) -> Typed | None:
    found = reading.number(node.operand)
    rounding = read_rounding(node.step, reading.draft)
    if found is None or rounding is None:
        return None
    step = infer_number(node.step.step, reading)
    if meet(found.type, step.type) is None:
        reading.report(
            "E0301",
            node.step.span,
            verb=TERMS["rounded to"],
            left=describe(found.type),
            right=describe(step.type),
        )
        return None
    _ask_of_percent(node.step.step, found, reading)
    return Typed(model.Rounded(found.expr, rounding), found.type)


def _ask_of_percent(step: ast.NumberExpr, found: Typed, reading: Reading) -> None:
    """Ask about ``round (rate) to 1``, which makes 0% or 100% of every rate."""
    shown = shown_unit(found, reading.draft.scope)
    is_bare = step.multiplier is None and step.unit is None
    if is_bare and isinstance(shown, InPercent) and step.value >= _LEAST_OF_PERCENT:
        read = f"{show(step.value * 100)}%"
        reading.report(
            "W0305.round", step.span, subject=shown.name, digits=step.digits, reading=read
        )


_LEAST_OF_PERCENT = Fraction(1, 10)
