"""Ranges of which one end has a unit and the other none: ``50以上，不满100万``, ``5%-10``.

In: the ends of a range as written. Out: whether they are in one unit. A dash or ``~`` lends
the unit of the upper end to the lower one (``50~100万``) before they come here. Reports
E0301 where the bare end could be meant in the unit of the other: it would be read as 50 of
the base unit, or as 1000%.
"""

from __future__ import annotations

from scorelang.compiler.reading import Reading
from scorelang.compiler.units import measure
from scorelang.syntax import ast


def have_one_unit(low: ast.Expr, high: ast.Expr, reading: Reading) -> bool:
    """Report a range whose bare end may be meant in the unit of the other end."""
    if not isinstance(low, ast.NumberExpr) or not isinstance(high, ast.NumberExpr):
        return True
    bare, other = (low, high) if _is_bare(low) else (high, low)
    scale = measure(other.multiplier, other.unit).scale
    if not _is_bare(bare) or _is_bare(other) or scale == 1 or bare.value == 0:
        return True
    if low.value > high.value or bare.value >= scale > 1:
        return True  # `5000 to 1万`: in the other unit it would hold nothing, or too much
    unit = f"{other.multiplier or ''}{other.unit or ''}"
    reading.report(
        "E0301.end", bare.span, bare=bare.digits, other=f"{other.digits}{unit}", unit=unit
    )
    return False


def _is_bare(node: ast.NumberExpr) -> bool:
    return node.multiplier is None and node.unit is None
