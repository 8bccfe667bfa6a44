"""Which end of the points hurts, where conditions on the score give the grade.

In: the lines of a grading (``A when total >= 80 and paid``), in the order in which they are
tried. Out: 1 where more points never lead to a later line, -1 where they never lead to an
earlier one, ``None`` where neither can be told. A condition that does not read the score may
stand beside others; one that reads it in another way than by a limit tells nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from scorelang.syntax import ast
from scorelang.syntax.walk import walk

_UPWARDS = frozenset({ast.CompareOp.AT_LEAST, ast.CompareOp.ABOVE})
_DOWNWARDS = frozenset({ast.CompareOp.AT_MOST, ast.CompareOp.BELOW})
_COUNTS = frozenset({ast.CountWord.ALL, ast.CountWord.ANY, ast.CountWord.AT_LEAST})
_POINTS = frozenset({ast.ScoreWord.POINTS, ast.ScoreWord.SHARE, ast.ScoreWord.FULL})

Reads = Callable[[ast.Expr], bool | None]
"""Whether an expression is the score; ``None``: it may be made of it."""


def way_of_lines(lines: Sequence[ast.GradeLine], reads: Reads) -> int | None:
    """Say whether more points lead to earlier lines (1), or to later ones (-1)."""
    return _together(_way_of_guard(line.guard, reads) for line in lines) or None


def reads_of(names: frozenset[str], *, has_total: bool) -> Reads:
    """Make the question for a part: ``names`` are it and all it is a part of."""

    def reads(expr: ast.Expr) -> bool | None:
        match expr:
            case ast.OwnExpr(ast.OwnWord.TOTAL):
                return True if has_total else None
            case ast.ScoreExpr(word, name) if word in _POINTS:
                return True if name.text in names else None
            case ast.ScoreExpr() | ast.EveryLevelExpr() | ast.EachExpr() | ast.OwnExpr():
                return None
            case _:
                return False

    return reads


def _way_of_guard(guard: ast.Guard, reads: Reads) -> int | None:
    match guard:
        case ast.WhenGuard(condition):
            return _way(condition, reads)
        case ast.RangeGuard(ast.LimitRange(op)):
            return _way_of_limit(op)
        case ast.OtherwiseGuard() | ast.MissingGuard():
            return 0
        case _:
            return None


def _way(condition: ast.Expr, reads: Reads) -> int | None:
    """Give 1 where a condition can only come to hold with more points, -1 with fewer."""
    match condition:
        case ast.CompareExpr(op, left, right):
            if reads(left) and _is_apart(right, reads):
                return _way_of_limit(op)
            if reads(right) and _is_apart(left, reads):
                way = _way_of_limit(op)
                return None if way is None else -way
        case ast.InRangeExpr(operand, ast.LimitRange(op, value)):
            if reads(operand) and _is_apart(value, reads):
                return _way_of_limit(op)
        case ast.ScoreExpr(ast.ScoreWord.FULL) if reads(condition):
            return 1
        case ast.BinaryExpr(ast.BinaryOp.AND | ast.BinaryOp.OR, left, right):
            return _together(_way(each, reads) for each in (left, right))
        case ast.CountExpr(word, conditions) if word in _COUNTS:
            return _together(_way(each, reads) for each in conditions)
        case ast.NotExpr(operand):
            way = _way(operand, reads)
            return None if way is None else -way
    return 0 if _is_apart(condition, reads) else None


def _way_of_limit(op: ast.CompareOp) -> int | None:
    return 1 if op in _UPWARDS else -1 if op in _DOWNWARDS else None


def _is_apart(expr: ast.Expr, reads: Reads) -> bool:
    """Whether nothing in an expression is made of the score."""
    return all(reads(node) is False for node in walk(expr))


def _together(ways: Iterable[int | None]) -> int | None:
    found = set(ways)
    if None in found or {1, -1} <= found:
        return None
    return sum(way for way in found if way is not None)
