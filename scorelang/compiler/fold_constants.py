"""Expressions that are constants, worked out.

In: an expression of the model. Out: its number, or ``None`` where it depends on the
record. Derived values that are constants are looked through.
"""

from __future__ import annotations

from fractions import Fraction

from scorelang.compiler.draft import Draft
from scorelang.compiler.reading import Reading
from scorelang.model import expressions as model
from scorelang.numeric import exact
from scorelang.syntax import ast


def fold(expr: model.Expr, draft: Draft) -> Fraction | None:
    """Give the number of a constant expression."""
    match expr:
        case model.Const(value):
            return value if isinstance(value, Fraction) else None
        case model.LetValue(name):
            known = draft.lets.get(name, draft.tree.span)
            return fold(known.typed.expr, draft) if known else None
        case model.Negation(operand):
            found = fold(operand, draft)
            return None if found is None else -found
        case model.Calculation(op, left, right):
            a, b = fold(left, draft), fold(right, draft)
            return None if a is None or b is None else _calculate(op, a, b)
        case model.Power(operand, exponent):
            found = fold(operand, draft)
            return None if found is None else _power(found, exponent)
        case _:
            return None


def constant(node: ast.Expr, reading: Reading) -> Fraction | None:
    """Read a number that must be a constant; E0308 where it is none."""
    found = reading.number(node)
    if found is None:
        return None
    value = fold(found.expr, reading.draft)
    if value is None:
        reading.report("E0308", node.span)
    return value


def _calculate(op: model.Arithmetic, a: Fraction, b: Fraction) -> Fraction | None:
    match op:
        case model.Arithmetic.ADD:
            return a + b
        case model.Arithmetic.SUBTRACT:
            return a - b
        case model.Arithmetic.MULTIPLY:
            return a * b
        case model.Arithmetic.DIVIDE:
            return exact.divide(a, b)


def _power(base: Fraction, exponent: int) -> Fraction | None:
    try:
        return exact.power(base, exponent)
    except exact.PowerTooLarge:
        return None
