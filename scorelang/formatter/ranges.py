"""Limits and ranges: `RangeDecl` to document.

In English a limit is a sign (``>= 20%``), in Chinese the words of a policy (``20%以上``,
``不满5%``). A range with two ends inside is ``10..20`` (``10~20``), the others are words.
"""

from __future__ import annotations

import re
from typing import Final, assert_never

from scorelang.formatter import expressions
from scorelang.formatter.document import Doc, concat
from scorelang.formatter.style import Style, phrase
from scorelang.syntax.ast import (
    BetweenRange,
    CompareOp,
    ExactRange,
    Expr,
    LimitRange,
    NumberExpr,
    RangeDecl,
)

_BEFORE: Final = frozenset((CompareOp.ABOVE, CompareOp.AT_MOST, CompareOp.BELOW))
_ENDING: Final = re.compile(r"[%％‰千万亿元天日月年分次吨人级个家件笔倍]|百万|个月|小时")


def range_doc(node: RangeDecl, style: Style) -> Doc:
    """Write a limit or a range."""
    match node:
        case LimitRange(op, value):
            return _limit(op, value, style)
        case BetweenRange():
            return _between(node, style)
        case ExactRange(value):
            return phrase("=", expressions.sum_doc(value, style))
        case _:
            assert_never(node)


def compare_word(op: CompareOp, style: Style) -> str:
    """Give the sign or the Chinese word of a comparison."""
    match op:
        case CompareOp.AT_LEAST:
            return style.word("GE_WORD") if style.is_chinese else ">="
        case CompareOp.ABOVE:
            return style.word("GT_WORD") if style.is_chinese else ">"
        case CompareOp.AT_MOST:
            return style.word("LE_WORD") if style.is_chinese else "<="
        case CompareOp.BELOW:
            return style.word("LT_WORD", "低于") if style.is_chinese else "<"
        case CompareOp.EQUAL:
            return style.word("EQ_WORD") if style.is_chinese else "="
        case CompareOp.NOT_EQUAL:
            return style.word("NE_WORD") if style.is_chinese else "!="
        case _:
            assert_never(op)


def cell_range_doc(node: RangeDecl, style: Style) -> Doc:
    """Write a limit or a range in a cell, where ``不满10`` in one word would be a name."""
    match node:
        case LimitRange(op, NumberExpr() as value) if style.is_chinese and op in _BEFORE:
            return phrase(_limit_word(op, style), expressions.sum_doc(value, style))
        case _:
            return range_doc(node, style)


def _limit(op: CompareOp, value: Expr, style: Style) -> Doc:
    limit = expressions.sum_doc(value, style)
    if not style.is_chinese or not isinstance(value, NumberExpr):
        return phrase(compare_word(op, style), limit)
    if op is CompareOp.AT_LEAST:
        # In `1 days以上` the unit would be `days以上`; the words of `1万元以上` come apart.
        last = value.unit or value.multiplier
        join = concat if last is None or _ENDING.fullmatch(last) else phrase
        return join(limit, style.word("GE_AFTER", "以上"))
    return concat(_limit_word(op, style), limit)


def _limit_word(op: CompareOp, style: Style) -> str:
    """Give the Chinese word before the number of a limit."""
    if op is CompareOp.AT_MOST:
        return style.word("LE_WORD", "不超过")
    if op is CompareOp.BELOW:
        return style.word("LT_WORD", "不满")
    return compare_word(op, style)


def _between(node: BetweenRange, style: Style) -> Doc:
    low, high = expressions.sum_doc(node.low, style), expressions.sum_doc(node.high, style)
    if not node.low_open and not node.high_open:
        return concat(low, "~" if style.is_chinese else "..", high)
    if style.is_chinese:
        lower, upper = CompareOp.ABOVE, CompareOp.BELOW
        return phrase(
            _limit(lower if node.low_open else CompareOp.AT_LEAST, node.low, style),
            _limit(upper if node.high_open else CompareOp.AT_MOST, node.high, style),
        )
    above, under = style.word("GT_WORD"), style.word("LT_WORD", "under")
    if not node.low_open:
        return phrase(low, style.to, under, high)
    if node.high_open:
        return phrase(above, low, under, high)
    return phrase(above, low, style.word("AT_MOST"), high)
