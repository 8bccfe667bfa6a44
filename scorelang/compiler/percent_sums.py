"""A percentage added to what is none: ``y + 10%`` of a plain number is y and a tenth of one.

In: a sum of the tree and its two sides. Reports W0307 (E0301.percent_sum beside an amount, where
the units differ anyhow) with the product that a percentage more or less is.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from scorelang.compiler.as_written import as_written
from scorelang.compiler.draft import Draft
from scorelang.compiler.fold_constants import fold
from scorelang.compiler.percent_points import is_percent
from scorelang.compiler.ranges import bounds
from scorelang.compiler.reading import Reading
from scorelang.compiler.shown_units import shown_unit
from scorelang.compiler.typed import Typed
from scorelang.compiler.wording import write
from scorelang.model.expressions import (
    Arithmetic,
    Calculation,
    Expr,
    FieldValue,
    LetValue,
    ScorePoints,
    TotalValue,
)
from scorelang.numeric.exact import show
from scorelang.syntax import ast

_LARGE: Final = Fraction(3, 2)
"""What never goes beyond it may be a share or a ratio, to which percentages are added."""
_LEAST: Final = 2
"""``1 + 10%`` is a factor, ``10 + 20%`` is none."""


def report_percent_sum(node: ast.BinaryExpr, left: Typed, right: Typed, reading: Reading) -> bool:
    """Report ``y + 10%``; whether it was reported."""
    sides = ((node.right, node.left, left), (node.left, node.right, right))
    for percent, other, found in sides:
        share = _share(percent, reading.draft)
        is_first = percent is node.left
        if share is None or (is_first and node.op is ast.BinaryOp.SUBTRACT):
            continue
        key = "W0307"
        if not found.type.unit.is_plain:
            key = "E0301.percent_sum"
        elif not _is_no_ratio(found, reading):
            continue
        written = as_written(reading.draft.tree, other.span, write(other))
        sign = -1 if node.op is ast.BinaryOp.SUBTRACT else 1
        whole = f"{show((1 + sign * share) * 100)}%"
        product = f"{written} * {whole}" if _is_simple(other) else f"({written}) * {whole}"
        percentage = as_written(reading.draft.tree, percent.span, write(percent))
        said = {"value": written, "share": percentage, "reading": show(share), "meant": product}
        reading.report(key, node.span, **said)
        return True
    return False


def _share(node: ast.Expr, draft: Draft) -> Fraction | None:
    """Give the percentage that is written, here or where it has its name."""
    if isinstance(node, ast.NumberExpr):
        return node.value / 100 if is_percent(node) else None
    if isinstance(node, ast.NameExpr):
        decl = draft.symbols.values.get(node.name.text)
        return _share(decl.value, draft) if isinstance(decl, ast.LetDecl) else None
    return None


def _is_no_ratio(found: Typed, reading: Reading) -> bool:
    """Whether a value is a number that counts something, not a share or a ratio."""
    scope = reading.draft.scope
    constant = fold(found.expr, reading.draft)
    if constant is not None:
        return abs(constant) >= _LEAST
    if shown_unit(found, scope) is not None:
        return False
    numbers = bounds(found.expr, scope)
    is_bounded = numbers.low is not None and numbers.high is not None
    if is_bounded and numbers.low >= -_LARGE and numbers.high <= _LARGE:  # type: ignore[operator]
        return False
    return is_bounded or _counts(found.expr, reading.draft)


def _counts(expr: Expr, draft: Draft) -> bool:
    """Whether a value without a range is a column, points, or made of such without a quotient."""
    match expr:
        case FieldValue() | ScorePoints() | TotalValue():
            return True
        case LetValue(name):
            made = draft.scope.lets.get(name)
            return made is not None and _counts(made, draft)
        case Calculation(op, left, right):
            return op is not Arithmetic.DIVIDE and _counts(left, draft) and _counts(right, draft)
        case _:
            return False


def _is_simple(node: ast.Expr) -> bool:
    return isinstance(node, ast.NameExpr | ast.NumberExpr | ast.CallExpr | ast.ScoreExpr)
