"""A percentage that is written where points stand: of what is not said.

In: the points of a line and the full marks of its indicator. Reports E0307 where there is
more than one point to have: ``80%`` would be 0.8 points.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scorelang.compiler.expression_walk import through_lets
from scorelang.compiler.ranges import bounds
from scorelang.compiler.reading import Reading
from scorelang.compiler.scope import Scope
from scorelang.model.expressions import Arithmetic, Calculation, Const, Expr
from scorelang.model.times import Growth
from scorelang.numeric.interval import Interval
from scorelang.syntax import ast


def refuse_percent(
    node: ast.Expr | None, name: str, full: Fraction | None, reading: Reading
) -> bool:
    """Report points that are written as a percentage; ``full`` is more than one point."""
    if node is None or full is None or full <= 1 or not is_percent(node):
        return False
    reading.report("E0307.percent", node.span, name=name, share=_text(node))
    return True


def refuse_percent_alone(
    node: ast.Expr | None, name: str, full: Fraction | None, reading: Reading
) -> None:
    """Report such points where no share of full marks can be written."""
    if node is not None and full is not None and full > 1 and is_percent(node):
        reading.report("E0307.alone", node.span, name=name, share=_text(node))


def refuse_percent_here(node: ast.Expr | None, points: Expr, reading: Reading) -> None:
    """Report a limit or an amount in percent beside points that are known to go beyond one."""
    scope = reading.draft.scope
    found = bounds(points, scope)
    if node is not None and is_percent(node) and _is_beyond(found, _most_of_share(points, scope)):
        _report_here(node, reading)


def refuse_percent_of_group(
    node: ast.Expr | None, low: Fraction | None, high: Fraction | None, reading: Reading
) -> None:
    """Report a limit or base points in percent beside points of parts that go beyond one."""
    if node is not None and is_percent(node) and _is_beyond(Interval(low, high), Fraction(1)):
        _report_here(node, reading)


def _report_here(node: ast.Expr, reading: Reading) -> None:
    reading.draft.report_once(str(node.span), "E0307.here", node.span, share=_text(node))


def _is_beyond(found: Interval, most: Fraction | None) -> bool:
    if most is None:
        return False
    if found.high is None:
        return most <= 1
    ends = [abs(end) for end in (found.low, found.high) if end is not None]
    return max(ends) > most


def _most_of_share(points: Expr, scope: Scope) -> Fraction | None:
    """Give how many points still look like a share: any of a ratio, some of a coefficient."""
    most = Fraction(1)
    for part in through_lets(points, scope):
        if isinstance(part, Growth) or (
            isinstance(part, Calculation) and part.op is Arithmetic.DIVIDE
        ):
            return None
        if isinstance(part, Const) and isinstance(part.value, Fraction) and 0 < part.value < 1:
            most = _MOST_OF_COEFFICIENT
    return most


_MOST_OF_COEFFICIENT = Fraction(10)
"""``5% for each year, at most 30%`` is a coefficient; 0.5 for each of 100 marks is none."""


def refuse_beside_points(decl: ast.IndicatorDecl, reading: Reading) -> bool:
    """Without full marks: report percentages beside lines that give more than one point."""
    values = list(_values(decl.body))
    full = max((abs(v.value) for v in values if not is_percent(v)), default=Fraction(0))
    found = [refuse_percent(value, decl.name.text, full, reading) for value in values]
    return any(found)


def refuse_percent_lines(decl: ast.IndicatorDecl, reading: Reading) -> None:
    """Report lines that give a percentage, of a part that is added to others with more points."""
    for value in _values(decl.body):
        refuse_percent_alone(value, decl.name.text, Fraction(2), reading)


def is_percent(node: ast.Expr) -> bool:
    """Whether a number is written as a percentage, and is not nothing."""
    if isinstance(node, ast.NegateExpr):
        return is_percent(node.operand)
    return isinstance(node, ast.NumberExpr) and node.unit in {"%", "％"} and node.value != 0


def _text(node: ast.Expr) -> str:
    if isinstance(node, ast.NegateExpr):
        return f"-{_text(node.operand)}"
    return f"{node.digits}%" if isinstance(node, ast.NumberExpr) else ""


def _values(node: object) -> Iterator[ast.NumberExpr]:
    """Give the numbers that lines give as points, wherever they stand in a body."""
    if isinstance(node, ast.PointsOutcome):
        if isinstance(node.value, ast.NumberExpr):
            yield node.value
    elif isinstance(node, tuple):
        for each in node:
            yield from _values(each)
    elif isinstance(node, ast.BranchesBody):
        yield from _values(node.branches)
    elif isinstance(node, ast.BranchDecl):
        yield from _values(node.outcome)
