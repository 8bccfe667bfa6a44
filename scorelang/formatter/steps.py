"""Steps: ``less 1 for each started 10万 below 100万``, in Chinese ``低于 100万 每 10万 扣 1``.

The Chinese order of words has no place for a limit inside a step, nor for something counted
above a limit without a size of the steps; those few are written in the English order.
"""

from __future__ import annotations

from scorelang.formatter import clauses, expressions
from scorelang.formatter.document import Doc, concat
from scorelang.formatter.style import Style, phrase
from scorelang.syntax.ast import EachWord, Expr, NegateExpr, NumberExpr, StepClause


def step_doc(node: StepClause, style: Style, *, is_line: bool = False) -> Doc:
    """Write a step as a clause, or (``is_line``) as a line of its own."""
    if not style.is_chinese:
        if is_line and not node.minus and node.limit is None:
            return _english(node, style)
        return phrase(style.word("LESS" if node.minus else "PLUS_STEP"), _english(node, style))
    if is_line and not node.minus and _is_negative(node.amount):
        return concat(_english(node, style), _each_behind(node, style))
    if node.limit is None and _has_chinese_order(node, is_line=is_line):
        written = _chinese(node, style)
    else:
        written = phrase(style.word("LESS" if node.minus else "PLUS_STEP"), _english(node, style))
    return concat(written, _each_behind(node, style))


def _english(node: StepClause, style: Style) -> Doc:
    """Write a step from its amount on: ``1 for each patent``."""
    is_above = style.word("GT_WORD"), style.word("LT_WORD", "below", "低于")
    parts: list[Doc | str | None] = [expressions.sum_doc(node.amount, style)]
    parts.append(style.word("FOR_EACH"))
    if not style.is_chinese and node.each in {EachWord.STARTED, EachWord.FULL}:
        parts.append(style.word("STARTED" if node.each is EachWord.STARTED else "FULL_EACH"))
    if node.step is not None:
        parts.append(_size(node.step))
    if node.measured is not None:
        parts.append(style.word("OF") if node.step is not None else None)
        parts.append(expressions.primary_doc(node.measured, style))
    if node.reference is not None:
        parts.append(is_above[0 if node.above else 1])
        parts.append(expressions.sum_doc(node.reference, style))
    if not style.is_chinese and node.each is EachWord.PRO_RATA:
        parts.append(style.word("PRO_RATA"))
    if node.limit is not None:
        parts.append(clauses.limit_doc(node.limit, style))
    return phrase(*parts)


def _chinese(node: StepClause, style: Style) -> Doc:
    """Write ``低于 98% 每 1% 扣 2``, ``逾期天数 超过 30天 每 10天 扣 1`` or ``每 专利 加 1``."""
    parts: list[Doc | str | None] = []
    if node.step is not None and node.measured is not None:
        parts.append(expressions.operand_doc(node.measured, style))
    if node.reference is not None:
        over = "超过" if node.measured is not None else "高于"
        parts.append(style.word("GT_WORD", over) if node.above else style.word("LT_WORD", "低于"))
        parts.append(expressions.sum_doc(node.reference, style))
    parts.append(style.word("EACH"))
    parts.append(_counted(node, style))
    parts.append(style.word("TAKE" if node.minus else "ADD"))
    parts.append(expressions.sum_doc(node.amount, style))
    return phrase(*parts)


def _has_chinese_order(node: StepClause, *, is_line: bool) -> bool:
    if node.step is None:
        return node.reference is None
    return node.measured is None or not is_line


def _is_negative(amount: Expr) -> bool:
    """Whether points are written with a sign: ``-1分 每有 迟到次数`` adds nothing in words."""
    return isinstance(amount, NegateExpr) or (
        isinstance(amount, NumberExpr) and amount.digits.startswith("-")
    )


def _counted(node: StepClause, style: Style) -> Doc | str | None:
    measured: Expr | None = node.measured
    if node.step is not None:
        return _size(node.step)
    return expressions.primary_doc(measured, style) if measured is not None else None


def _size(step: NumberExpr) -> str:
    """Write the size of a step; ``day`` alone, without its 1, if it was written so."""
    is_bare = step.unit is not None and step.span.end - step.span.start == len(step.unit)
    return step.unit if is_bare and step.unit is not None else expressions.number_text(step)


def _each_behind(node: StepClause, style: Style) -> Doc:
    match node.each:
        case None:
            return concat()
        case EachWord.STARTED:
            word = style.word("AS_STARTED")
        case EachWord.FULL:
            word = style.word("AS_FULL")
        case EachWord.PRO_RATA:
            word = style.word("PRO_RATA")
    return clauses.behind_comma(word, style)
