"""Limits that act on a derived value: ``let cr = creatinine, limited to 1..4``.

In: a derived value and its limit clause. Out: the value kept between the limits, which are
in its own unit. Reports E0301 (another unit, or a bare number beside months), E0302 (no
number), E0311 (the ends are the wrong way round).
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from scorelang.compiler.beside import is_right_beside
from scorelang.compiler.clauses import merged_limits
from scorelang.compiler.fold_constants import fold
from scorelang.compiler.infer_times import in_months
from scorelang.compiler.lines import counts_months
from scorelang.compiler.reading import Reading
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import Typed, describe, key_of_units, meet
from scorelang.compiler.wording import write
from scorelang.model import expressions as model
from scorelang.model.types import MONTHS
from scorelang.syntax import ast


def limit_value(found: Typed, clauses: Iterable[ast.Clause], reading: Reading) -> Typed | None:
    """Keep a value between the limits that are written for it, if there are some."""
    for clause in merged_limits(clauses):
        if isinstance(clause, ast.LimitClause):
            limited = _limited(found, clause, reading)
            if limited is None:
                return None
            found = limited
    return found


def _limited(found: Typed, clause: ast.LimitClause, reading: Reading) -> Typed | None:
    if not found.is_number:
        reading.report("E0302", clause.span, wanted=TERMS["a number"], found=describe(found.type))
        return None
    ends: list[Fraction | None] = []
    for pick, node in ((model.Pick.LOWEST, clause.high), (model.Pick.HIGHEST, clause.low)):
        limit = _limit(node, found, reading) if node is not None else None
        if node is not None and limit is None:
            return None
        ends.append(fold(limit.expr, reading.draft) if limit is not None else None)
        if limit is not None:
            value, limit = in_months(found, limit)
            kind = meet(value.type, limit.type) or found.type
            found = Typed(model.Extreme(pick, (value.expr, limit.expr)), kind)
    high, low = ends
    if low is not None and high is not None and low > high:
        written = " .. ".join(write(node) for node in (clause.low, clause.high) if node)
        reading.report("E0311.empty", clause.span, found=written)
        return None
    return found


def _limit(node: ast.Expr, found: Typed, reading: Reading) -> Typed | None:
    limit = reading.in_units().number(node)
    if limit is None:
        return None
    value, other = in_months(found, limit)
    if meet(value.type, other.type) is None:
        reading.report(
            key_of_units(value.type, other.type),
            node.span,
            verb=TERMS["limited to"],
            left=describe(value.type),
            right=describe(other.type),
        )
        return None
    is_bare = other.type.is_literal and other.expr != model.Const(Fraction(0))
    if is_bare and value.type.unit == MONTHS and not counts_months(value.expr, reading.draft):
        reading.report("E0301.bare", node.span)
        return None
    return limit if is_right_beside(node, found, reading) else None
