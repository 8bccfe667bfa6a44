"""Expressions and conditions: `Expr` to document, with as few brackets as the reader needs.

``and`` inside ``or`` is always put in brackets. A long condition breaks before each
``and`` or ``or``, arithmetic behind an operator, a list behind a comma.
"""

from __future__ import annotations

from typing import Final, assert_never

from scorelang.formatter import clauses, ranges
from scorelang.formatter.document import Block, Doc, Entry, Line, concat
from scorelang.formatter.style import Style, group, phrase
from scorelang.formatter.words import (
    COUNTS,
    DURATIONS,
    FUNCTIONS,
    MANNERS,
    OWN,
    POPULATIONS,
    ROUNDINGS,
    SCORES,
)
from scorelang.syntax.ast import (
    RANKS,
    BinaryExpr,
    BinaryOp,
    ByBranch,
    ByExpr,
    CallExpr,
    CompareExpr,
    CountExpr,
    CountWord,
    DateExpr,
    DurationExpr,
    EachExpr,
    EveryLevelExpr,
    Expr,
    IfExpr,
    InRangeExpr,
    IsExpr,
    IsMissingExpr,
    IsSpecialExpr,
    MissingExpr,
    NameExpr,
    NegateExpr,
    NotExpr,
    NumberExpr,
    OwnExpr,
    PeriodExpr,
    PeriodWord,
    PopulationExpr,
    PowerExpr,
    RoundExpr,
    RoundStep,
    ScoreExpr,
    ScoreWord,
    TextExpr,
    YesNoExpr,
)
from scorelang.syntax.vocabulary import is_plain_name, keywords

# How tightly an expression binds; what binds less tightly than its place needs brackets.
_VALUE, _EXPR, _OR, _AND, _NOT, _CONDITION, _OPERAND = range(7)
_SUM, _PRODUCT, _NEGATIVE, _POWER, _ATOM, _PRIMARY = range(7, 13)

_BINARY_STRENGTH = {
    BinaryOp.OR: _OR,
    BinaryOp.AND: _AND,
    BinaryOp.ADD: _SUM,
    BinaryOp.SUBTRACT: _SUM,
    BinaryOp.MULTIPLY: _PRODUCT,
    BinaryOp.DIVIDE: _PRODUCT,
}


_UNIT_SIGNS: Final = frozenset("%％‰分次")


def value_doc(node: Expr, style: Style) -> Doc:
    """Write what may stand behind ``=``: an expression or a table by category."""
    return _at(node, _VALUE, style)


def condition_doc(node: Expr, style: Style) -> Doc:
    """Write an expression where a condition may stand."""
    return _at(node, _EXPR, style)


def operand_doc(node: Expr, style: Style) -> Doc:
    """Write an expression where a text or arithmetic may stand."""
    return _at(node, _OPERAND, style)


def sum_doc(node: Expr, style: Style) -> Doc:
    """Write an expression where arithmetic may stand."""
    return _at(node, _SUM, style)


def primary_doc(node: Expr, style: Style) -> Doc:
    """Write an expression where a single value must stand."""
    return _at(node, _PRIMARY, style)


def number_text(node: NumberExpr) -> str:
    """Write a number with its multiplier and unit as the user did: ``100万元``, ``5 million``."""
    text = node.digits
    for word in (node.multiplier, _unit_text(node.unit)):
        if word:
            is_apart = word.isascii() and word.isalpha() and word != "k"
            text += f" {word}" if is_apart else word
    return text


def _unit_text(unit: str | None) -> str | None:
    """Write a unit, in quotes where it could not be read without."""
    if unit is None or unit in _UNIT_SIGNS or (is_plain_name(unit) and unit not in keywords()):
        return unit
    return f"`{unit}`" if "」" in unit else f"「{unit}」"


def round_step_doc(step: RoundStep, style: Style) -> Doc:
    """Write ``0.1 half up``."""
    mode = style.word(ROUNDINGS[step.mode]) if step.mode else None
    return phrase(number_text(step.step), mode)


def by_entries(branches: tuple[ByBranch, ...], style: Style) -> tuple[Entry, ...]:
    """Write the lines of a table by category."""
    return tuple(_by_entry(branch, style) for branch in branches)


def _at(node: Expr, strength: int, style: Style) -> Doc:
    doc = _doc(node, style)
    return doc if _strength(node) >= strength else concat("(", doc, ")")


def _strength(node: Expr) -> int:
    match node:
        case ByExpr():
            return _VALUE
        case IfExpr():
            return _EXPR
        case BinaryExpr(op):
            return _BINARY_STRENGTH[op]
        case NotExpr():
            return _NOT
        case (
            CompareExpr()
            | IsExpr()
            | InRangeExpr()
            | IsMissingExpr()
            | IsSpecialExpr()
            | EveryLevelExpr()
        ):
            return _CONDITION
        case ScoreExpr(word):
            return _CONDITION if word is ScoreWord.FULL else _PRIMARY
        case CountExpr(word):
            return _PRIMARY if word is CountWord.COUNT else _CONDITION
        case TextExpr():
            return _OPERAND
        case NegateExpr():
            return _NEGATIVE
        case PowerExpr():
            return _POWER
        case PopulationExpr():
            return _ATOM
        case NumberExpr() | YesNoExpr() | DateExpr() | NameExpr() | OwnExpr() | PeriodExpr():
            return _PRIMARY
        case CallExpr() | RoundExpr() | DurationExpr() | MissingExpr() | EachExpr():
            return _PRIMARY
        case _:
            assert_never(node)


def _doc(node: Expr, style: Style) -> Doc:  # one case for each node
    match node:
        case NumberExpr():
            return concat(number_text(node))
        case TextExpr(value):
            return concat(style.text(value))
        case YesNoExpr(value):
            return concat(style.word("YES" if value else "NO"))
        case DateExpr(date):
            return concat(date.isoformat())
        case NameExpr(name):
            return concat(style.name(name))
        case OwnExpr(own):
            return concat(style.word(OWN[own]))
        case ScoreExpr() | PeriodExpr():
            return _score(node, style)
        case EveryLevelExpr(level):
            return phrase(style.word("EVERY_LEVEL"), style.name(level))
        case EachExpr():
            return _each(node, style)
        case BinaryExpr():
            return _binary(node, style)
        case NegateExpr(operand):
            return concat("-", _at(operand, _NEGATIVE, style))
        case PowerExpr(base, exponent):
            return phrase(_at(base, _ATOM, style), "^", _at(exponent, _NEGATIVE, style))
        case NotExpr(operand):
            return phrase(style.word("NOT"), _at(operand, _NOT, style))
        case CompareExpr(op, left, right):
            sides = operand_doc(left, style), operand_doc(right, style)
            return phrase(sides[0], ranges.compare_word(op, style), sides[1])
        case IsExpr():
            return _is(node, style)
        case InRangeExpr(operand, found):
            return phrase(
                operand_doc(operand, style), style.word("IS"), ranges.range_doc(found, style)
            )
        case IsMissingExpr(operand, negated):
            word = style.word("IS_NOT_MISSING" if negated else "IS_MISSING")
            return phrase(operand_doc(operand, style), word)
        case IsSpecialExpr(operand, code, negated):
            verb = style.word("IS_NOT" if negated else "IS")
            said = operand_doc(code, style)
            return phrase(operand_doc(operand, style), verb, style.word("SPECIAL"), said)
        case CountExpr():
            return _count(node, style)
        case IfExpr():
            return _if(node, style)
        case MissingExpr():
            return concat(style.word("MISSING"))
        case CallExpr(function, arguments):
            inner = style.listed(value_doc(one, style) for one in arguments)
            return style.bracketed(style.word(FUNCTIONS[function]), inner)
        case RoundExpr(operand, step):
            rounded = style.bracketed(style.word("ROUND_OF"), value_doc(operand, style))
            return phrase(rounded, style.to, round_step_doc(step, style))
        case ByExpr(subject, branches):
            block = Block(by_entries(branches, style), node.span)
            return phrase(style.word("BY"), primary_doc(subject, style), block)
        case PopulationExpr():
            return _population(node, style)
        case DurationExpr():
            return _duration(node, style)
        case _:
            assert_never(node)


def _score(node: ScoreExpr | PeriodExpr, style: Style) -> Doc:
    if node.word is PeriodWord.LAST:
        return phrase(style.word("LAST"), style.name(node.name))
    before, after = SCORES[node.word]
    text = node.name.text
    if style.is_chinese and text.endswith(".total"):
        text = text.removesuffix("total") + style.word("TOTAL")
    name = style.name(text)
    if node.word is ScoreWord.FULL:
        return phrase(name, style.word(after))
    return style.order((style.word(before), name), (name, style.word(after)))


def _each(node: EachExpr, style: Style) -> Doc:
    """Write ``points of any indicator of finance``, 财务 中任一指标 的得分."""
    before, after = SCORES[node.word]
    word = "EVERY" if node.every else "ANY"
    if not style.is_chinese:
        if node.group is None:
            return phrase(style.word(before), style.word(f"{word}_INDICATOR"))
        each = style.word(f"{word}_INDICATOR_OF")
        return phrase(style.word(before), each, style.name(node.group))
    evenly = style.word("EVENLY") if node.every else None
    if node.group is None:
        return phrase(style.word(f"{word}_INDICATOR"), style.word(after), evenly)
    return phrase(style.name(node.group), style.word(f"ITS_{word}"), style.word(after), evenly)


def _binary(node: BinaryExpr, style: Style) -> Doc:
    """Write a chain of operators of one strength, brackets only where the reader needs them."""
    operands: list[tuple[BinaryOp | None, Expr]] = []
    strength = _BINARY_STRENGTH[node.op]
    left: Expr = node
    while isinstance(left, BinaryExpr) and _BINARY_STRENGTH[left.op] == strength:
        operands.append((left.op, left.right))
        left = left.left
    operands.append((None, left))
    parts: list[Doc | str] = []
    for op, operand in reversed(operands):
        # Operators fold from the left: the same one on the right side needs brackets.
        needed = _NOT if strength < _NOT else strength + 1
        if op is not None and isinstance(operand, NegateExpr):
            needed = _PRIMARY  # `a - (-3)` is easier to read than `a - -3`
        doc = _at(operand, needed, style)
        if op is BinaryOp.AND or op is BinaryOp.OR:
            parts += [Line(), style.word(op.name), " ", doc]
        elif op is not None:
            parts += [f" {op.value}", Line(), doc]
        else:
            parts.append(doc)
    return group(*parts)


def _is(node: IsExpr, style: Style) -> Doc:
    operand = operand_doc(node.operand, style)
    values = [operand_doc(value, style) for value in node.values]
    if len(values) == 1:
        return phrase(operand, style.word("IS_NOT" if node.negated else "IS"), values[0])
    word = style.word("IS_NOT_ANY_OF" if node.negated else "IS_ANY_OF")
    return phrase(operand, style.bracketed(word, style.enumerated(values)))


def _count(node: CountExpr, style: Style) -> Doc:
    words = style.word(COUNTS[node.word])
    if node.minimum is not None:
        words = f"{words} {node.minimum} {style.word('OF_THESE')}"
    return style.bracketed(
        words, style.listed(condition_doc(one, style) for one in node.conditions)
    )


def _if(node: IfExpr, style: Style) -> Doc:
    condition, then, otherwise = (
        condition_doc(part, style) for part in (node.condition, node.then, node.otherwise)
    )
    return group(
        *(style.word("IF"), " ", condition, Line()),
        *(style.word("THEN"), " ", then, Line()),
        *(style.word("ELSE"), " ", otherwise),
    )


def _population(node: PopulationExpr, style: Style) -> Doc:
    before, after = POPULATIONS[node.word]
    keys = [primary_doc(key, style) for key in node.keys]
    manner = style.word(MANNERS[node.manner]) if node.manner else None
    if node.word in RANKS:
        return _rank(node, keys, manner, style)
    by = style.name(node.by) if node.by else None
    level = sum_doc(node.level, style) if node.level else None
    if style.is_chinese:
        split = phrase(style.word("SPLIT"), by) if by else None
        its = phrase(style.word("ITS"), level) if level else None
        return phrase(keys[0], split, its, style.word(after), manner)
    of = phrase(level, style.word("OF")) if level else None
    by_doc = phrase(style.word("BY"), by) if by else None
    return phrase(style.word(before), of, keys[0], by_doc, manner)


def _rank(node: PopulationExpr, keys: list[Doc], manner: str | None, style: Style) -> Doc:
    word = style.word(POPULATIONS[node.word][0])
    by = phrase(style.word("BY"), style.name(node.by)) if node.by else None
    first = None
    if node.highest_first is not None:
        first = style.word("HIGHEST_FIRST" if node.highest_first else "LOWEST_FIRST")
    if len(keys) == 1:  # a comma would end it inside brackets
        return phrase(word, keys[0], by, first, manner)
    leading = phrase(keys[0], by)
    more: list[Doc | str] = [each for each in (first, manner) if each]
    return phrase(word, style.listed([leading, *keys[1:], *more]))


def _duration(node: DurationExpr, style: Style) -> Doc:
    before, after = DURATIONS[node.unit]
    if style.is_chinese:
        inner = style.listed([sum_doc(node.first, style), sum_doc(node.last, style)])
        return style.bracketed(style.word(after), inner)
    first, last = primary_doc(node.first, style), primary_doc(node.last, style)
    return phrase(style.word(before), first, style.word("AND"), last)


def _by_entry(branch: ByBranch, style: Style) -> Entry:
    if branch.is_missing:
        guard: Doc = concat(style.word("MISSING"))
    elif branch.values:
        guard = style.enumerated(operand_doc(value, style) for value in branch.values)
    else:
        guard = concat(style.word("OTHERWISE"))
    given = concat(value_doc(branch.value, style), clauses.tail(branch.clauses, style))
    return clauses.branch_entry(guard, given, branch.span, style)
