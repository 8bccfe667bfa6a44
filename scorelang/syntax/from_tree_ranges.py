"""Limits and ranges in the ways people write them: ``>= 20%``, ``10-30``, ``60分以下（不含60分）``.

Between two plain numbers at the head of a line a dash makes a range, never a subtraction; a
range that begins below 0 is written with ``..`` or ``~``.
"""

# ruff: noqa: D103  a builder is named for its rule, whose sample in the grammar says
# what it reads; all take the same arguments

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from fractions import Fraction
from typing import Final

import attrs
from lark import Token

from scorelang.source.span import Span, join
from scorelang.syntax import ast
from scorelang.syntax.reading import Kids, Place, compare_op, expressions, has, node, nodes, token

_OPEN: Final = ("GT", "GT_WORD", "LT", "LT_WORD")
_DIRECTIONS: Final = {
    ast.CompareOp.AT_LEAST: ast.CompareOp.ABOVE,
    ast.CompareOp.AT_MOST: ast.CompareOp.BELOW,
}
_FLIPPED: Final = {
    ast.CompareOp.AT_LEAST: ast.CompareOp.AT_MOST,
    ast.CompareOp.ABOVE: ast.CompareOp.BELOW,
    ast.CompareOp.AT_MOST: ast.CompareOp.AT_LEAST,
    ast.CompareOp.BELOW: ast.CompareOp.ABOVE,
}
_LOW: Final = (ast.CompareOp.AT_LEAST, ast.CompareOp.ABOVE)
_SHARED: Final = (
    *("%", "‰", "年", "个月", "月", "天", "日", "周"),
    *("years", "year", "months", "month", "days", "day"),
)
_SELF: Final = ("", "本数", "本级", "该数", "该值")
"""What may stand behind 含 instead of the limit itself."""


@attrs.frozen
class AfterWord:
    """``以上``, ``（含）以上`` or ``以下（不含60分）`` behind a number."""

    op: ast.CompareOp
    end: Token | None
    span: Span


def after_word(kids: Kids, place: Place) -> AfterWord:
    op = compare_op(kids)
    end = token(kids, "INCLUSIVE", "EXCLUSIVE")
    if end is not None and end.type == "EXCLUSIVE":
        op = _DIRECTIONS[op]
    return AfterWord(op, end, place.span)


def limit_range(kids: Kids, place: Place) -> ast.LimitRange:
    value = expressions(kids)[0]
    after = node(kids, AfterWord)
    if after is not None:
        _check_end(after.end, value, place)
        return ast.LimitRange(after.op, value, span=place.span)
    op = compare_op(kids)
    end = token(kids, "INCLUSIVE", "EXCLUSIVE")
    _check_end(end, value, place)
    if end is not None and end.type == "INCLUSIVE":
        place.fault("E0101.both_ends", place.at(end), found=str(end))
    return ast.LimitRange(op, value, span=place.span)


def between_range(kids: Kids, place: Place) -> ast.BetweenRange:
    low, high = expressions(kids)
    afters = nodes(kids, AfterWord)
    if afters:
        return _after_both(low, high, afters, kids, place)
    first = next(index for index, kid in enumerate(kids) if kid is low)
    last = next(index for index, kid in enumerate(kids) if kid is high)
    around = kids[:first], kids[first + 1 : last], kids[last + 1 :]
    _check_end(token(around[1], "INCLUSIVE", "EXCLUSIVE"), low, place)
    _check_end(token(around[2], "INCLUSIVE", "EXCLUSIVE"), high, place)
    return ast.BetweenRange(
        low if around[0] else in_like_words(low, high),
        high,
        low_open=has(around[0], *_OPEN) or has(around[1][:1], "EXCLUSIVE"),
        high_open=has(around[1], *_OPEN) or has(around[2], "EXCLUSIVE"),
        span=place.span,
    )


def dashed_end(kids: Kids, place: Place) -> ast.BetweenRange:
    """Read ``10-20（不含）``."""
    value = expressions(kids)[0]
    found = range_of(value, place)
    if found is None:
        place.fault("E0101.no_range", value.span)
        return ast.BetweenRange(value, value, span=place.span)
    _check_end(token(kids, "INCLUSIVE", "EXCLUSIVE"), found.high, place)
    return attrs.evolve(found, high_open=has(kids, "EXCLUSIVE"), span=place.span)


def _after_both(
    low: ast.Expr, high: ast.Expr, afters: tuple[AfterWord, ...], kids: Kids, place: Place
) -> ast.BetweenRange:
    """Read ``10以上 20以下``, ``10以上 不满20``, or the upper end first."""
    for after, value in zip(afters, (low, high), strict=False):
        _check_end(after.end, value, place)
    ops = [after.op for after in afters]
    if len(ops) == 1:
        ops.append(ast.CompareOp.BELOW if has(kids, "LT", "LT_WORD") else ast.CompareOp.AT_MOST)
    if (ops[0] in _LOW) is (ops[1] in _LOW):
        place.fault("E0101.same_side")
    if ops[1] in _LOW:
        low, high, ops = high, low, ops[::-1]
    return ast.BetweenRange(
        low,
        high,
        low_open=ops[0] is ast.CompareOp.ABOVE,
        high_open=ops[1] is ast.CompareOp.BELOW,
        span=place.span,
    )


def joined_range(kids: Kids, place: Place) -> ast.BetweenRange:
    """Read ``≥80 且 ＜90``: two limits that both hold."""
    limits: list[tuple[ast.CompareOp, ast.Expr]] = []
    before: ast.CompareOp | None = None
    value: ast.Expr | None = None
    for kid in kids:
        if isinstance(kid, AfterWord) and value is not None:
            _check_end(kid.end, value, place)
            limits.append((kid.op, value))
        elif isinstance(kid, ast.Expr) and before is not None:
            limits.append((before, kid))
            before = None
        elif isinstance(kid, ast.Expr):
            value = kid
        elif isinstance(kid, Token) and kid.type != "AND":
            before = compare_op([kid])
    (op, low), (other, high) = limits
    if (op in _LOW) is (other in _LOW):
        place.fault("E0101.same_side")
    if other in _LOW:
        (other, high), (op, low) = limits
    return ast.BetweenRange(
        low,
        high,
        low_open=op is ast.CompareOp.ABOVE,
        high_open=other is ast.CompareOp.BELOW,
        span=place.span,
    )


def listed_range(kids: Kids, place: Place) -> ast.BetweenRange:
    return joined_range(kids, place)


def compare_after(kids: Kids, place: Place) -> ast.CompareExpr:
    left, right = expressions(kids)
    after = next(kid for kid in kids if isinstance(kid, AfterWord))
    _check_end(after.end, right, place)
    return ast.CompareExpr(after.op, left, right, span=place.span)


def in_range_after(kids: Kids, place: Place) -> ast.InRangeExpr:
    operand, low, high = expressions(kids)
    span = join(low.span, place.span)
    within = attrs.evolve(place, span=span)
    found = _after_both(low, high, nodes(kids, AfterWord), kids, within)
    return ast.InRangeExpr(operand, found, span=place.span)


def _check_end(end: Token | None, value: ast.Expr, place: Place) -> None:
    """Report ``20%以上（含30%）``: what is in brackets repeats the limit or nothing."""
    if end is None:
        return
    said = unicodedata.normalize("NFKC", end).strip("() \t").partition("含")[2].strip()
    if said in _SELF:
        return
    limit = ""
    if isinstance(value, ast.NumberExpr):
        limit = f"{value.digits}{value.multiplier or ''}{value.unit or ''}"
        if said in {limit, value.digits}:
            return
    place.fault("E0101.other_end", place.at(end), found=str(end), limit=limit)


# --- with the name of the subject ----------------------------------------------------


def framed_range(kids: Kids, place: Place) -> ast.RangeDecl:
    """Read ``90 <= x <= 100`` or ``x >= 90``; the name is compared with the subject later."""
    values = expressions(kids)
    afters = nodes(kids, AfterWord)
    if afters:
        return _named_after(values, afters, kids, place)
    ops = [compare_op([kid]) for kid in kids if isinstance(kid, Token)]
    if len(values) == len(("low", "x", "high")):
        return attrs.evolve(_framed(values, ops, place), named=values[1])
    (left, right), op = values, ops[0]
    if _is_constant(left):
        left, right, op = right, left, _FLIPPED[op]
    return ast.LimitRange(op, right, named=left, span=place.span)


def _named_after(
    values: list[ast.Expr], afters: tuple[AfterWord, ...], kids: Kids, place: Place
) -> ast.RangeDecl:
    """Read ``毛利率 20%以上`` and ``毛利率 20%以上 30%以下``."""
    named, low, *high = values
    if high:
        found = _after_both(low, high[0], afters, kids, place)
        return attrs.evolve(found, named=named)
    _check_end(afters[0].end, low, place)
    return ast.LimitRange(afters[0].op, low, named=named, span=place.span)


def framed_expr(kids: Kids, place: Place) -> ast.InRangeExpr:
    values = expressions(kids)
    ops = [compare_op([kid]) for kid in kids if isinstance(kid, Token)]
    span = join(values[0].span, values[2].span)
    return ast.InRangeExpr(
        values[1], _framed(values, ops, attrs.evolve(place, span=span)), span=place.span
    )


def _framed(values: list[ast.Expr], ops: list[ast.CompareOp], place: Place) -> ast.BetweenRange:
    low, _, high = values
    is_open = [op in {ast.CompareOp.ABOVE, ast.CompareOp.BELOW} for op in ops]
    if ops[0] in _LOW:  # 100 >= x >= 90
        low, high, is_open = high, low, is_open[::-1]
    return ast.BetweenRange(low, high, is_open[0], is_open[1], span=place.span)


def check_names(
    lines: Iterable[ast.BranchDecl | ast.GradeLine], about: ast.Expr, place: Place
) -> None:
    """Report a line that names another value than the one that its block is about."""
    for line in lines:
        match line.guard:
            case ast.RangeGuard(ast.LimitRange(named=named) | ast.BetweenRange(named=named)) if (
                named is not None and named != about
            ):
                if isinstance(line, ast.GradeLine) and isinstance(named, ast.NameExpr):
                    words = f"{line.name.text} {named.name.text}"
                    span = join(line.name.span, named.span)
                    place.fault("E0101.spaced_name", span, found=words, meant=f"「{words}」")
                    return
                place.fault("E0101.other_name", named.span)
            case _:
                pass


# --- with a dash ---------------------------------------------------------------------


def dashed_range(kids: Kids, place: Place) -> ast.BetweenRange:
    value = expressions(kids)[0]
    found = range_of(value, place)
    if found is None:
        place.fault("E0101.no_range", value.span)
        return ast.BetweenRange(value, value, span=place.span)
    return found


def marks_range(kids: Kids, place: Place) -> ast.BetweenRange:
    """Read ``总分 100分``: from 0 to the full marks."""
    value = expressions(kids)[0]
    found = range_of(value, place)
    if found is not None:
        return found
    if not isinstance(value, ast.NumberExpr):
        place.fault("E0101.no_range", value.span)
    zero = ast.NumberExpr(value=Fraction(0), digits="0", span=value.span)
    return ast.BetweenRange(zero, value, span=place.span)


def range_of(value: object, place: Place) -> ast.BetweenRange | None:
    """Give the range that a dash between two numbers makes; ``None`` if it is no such thing."""
    match value:
        case ast.BinaryExpr(
            ast.BinaryOp.SUBTRACT, ast.NumberExpr() as low, ast.NumberExpr() as high
        ):
            return ast.BetweenRange(in_like_words(low, high), high, span=value.span)
        case ast.BinaryExpr(ast.BinaryOp.SUBTRACT, low, high) if _is_constant(value):
            place.fault("E0101.negative_range", value.span)
            return ast.BetweenRange(low, high, span=value.span)
        case _:
            return None


def in_like_words(low: ast.Expr, high: ast.Expr) -> ast.Expr:
    """Give the lower end of ``10-30%`` and ``10~30万`` the words that are written once, at the end.

    Not where that would put it above the upper end: ``5000~1万`` is meant as it stands.
    """
    match low, high:
        case ast.NegateExpr(ast.NumberExpr() as number), ast.NumberExpr():
            shared = in_like_words(number, attrs.evolve(high, value=max(number.value, high.value)))
            return attrs.evolve(low, operand=shared)
        case (
            ast.NumberExpr(multiplier=None, unit=None),
            ast.NumberExpr(multiplier=multiplier, unit=unit),
        ) if low.value and (low.value <= high.value or multiplier is None):
            return attrs.evolve(low, multiplier=multiplier, unit=unit if unit in _SHARED else None)
        case _:
            return low


def _is_constant(value: ast.Expr) -> bool:
    match value:
        case ast.NumberExpr():
            return True
        case ast.NegateExpr(operand):
            return _is_constant(operand)
        case ast.BinaryExpr(ast.BinaryOp.SUBTRACT, left, right):
            return _is_constant(left) and _is_constant(right)
        case _:
            return False


# --- with brackets -------------------------------------------------------------------


def range_closed(kids: Kids, place: Place) -> ast.BetweenRange:
    return _bracketed(kids, place, low_open=False, high_open=False)


def range_high_open(kids: Kids, place: Place) -> ast.BetweenRange:
    return _bracketed(kids, place, low_open=False, high_open=True)


def range_low_open(kids: Kids, place: Place) -> ast.BetweenRange:
    return _bracketed(kids, place, low_open=True, high_open=False)


def range_open(kids: Kids, place: Place) -> ast.BetweenRange:
    return _bracketed(kids, place, low_open=True, high_open=True)


def _bracketed(kids: Kids, place: Place, *, low_open: bool, high_open: bool) -> ast.BetweenRange:
    low, high = expressions(kids)
    return ast.BetweenRange(in_like_words(low, high), high, low_open, high_open, span=place.span)
