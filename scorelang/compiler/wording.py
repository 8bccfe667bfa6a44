"""Expressions, ranges and guards written out in one normal form.

In: the tree. Out: text, in the canonical (English) words, with names and numbers as
written. It names the lines of a rule in ``why`` and the values over all records; two
expressions that say the same give the same text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from scorelang.syntax import ast

_LOOSE = (ast.BinaryExpr, ast.IfExpr, ast.NegateExpr, ast.CompareExpr, ast.NotExpr)


def write(node: ast.Expr) -> str:
    """Write an expression."""
    match node:
        case ast.NumberExpr():
            return node.digits + (node.multiplier or "") + _unit(node.unit)
        case ast.TextExpr(value):
            return f'"{value}"'
        case ast.YesNoExpr(value):
            return "yes" if value else "no"
        case ast.DateExpr(value):
            return value.isoformat()
        case ast.NameExpr(name):
            return name.text
        case ast.ScoreExpr(word, name):
            is_full = word is ast.ScoreWord.FULL
            return f"{name.text} full" if is_full else f"{word.value} {name.text}"
        case ast.EveryLevelExpr(level):
            return f"level of every indicator is {level.text}"
        case ast.EachExpr(word, every, group):
            each = f"{word.value} {'every' if every else 'any'} indicator"
            return f"{each} of {group.text}" if group else each
        case ast.OwnExpr(word):
            return word.value
        case ast.PeriodExpr(word, name):
            return f"{word.value} {name.text}"
        case ast.NegateExpr(operand):
            return f"-{_tight(operand)}"
        case ast.PowerExpr(power_base, exponent):
            return f"{_tight(power_base)} ^ {_tight(exponent)}"
        case ast.BinaryExpr(op, left, right):
            return f"{_tight(left)} {op.value} {_tight(right)}"
        case ast.NotExpr(operand):
            return f"not {_tight(operand)}"
        case ast.CompareExpr(compare_op, left, right):
            return f"{_tight(left)} {compare_op.value} {_tight(right)}"
        case ast.IsExpr() | ast.InRangeExpr() | ast.IsMissingExpr():
            return _write_is(node)
        case ast.IsSpecialExpr(operand, code, negated):
            return f"{_tight(operand)} {'is not' if negated else 'is'} special {write(code)}"
        case ast.CountExpr(count_word, conditions, minimum):
            least = f" {minimum} of" if minimum is not None else ""
            return f"{count_word.value}{least} ({_list(conditions)})"
        case ast.IfExpr(condition, then, otherwise):
            return f"if {write(condition)} then {write(then)} else {write(otherwise)}"
        case ast.MissingExpr():
            return "missing"
        case ast.CallExpr(function, arguments):
            return f"{function.value} ({_list(arguments)})"
        case ast.RoundExpr(operand, step):
            mode = f" {step.mode.value}" if step.mode else ""
            return f"round ({write(operand)}) to {write(step.step)}{mode}"
        case ast.ByExpr(subject, branches):
            lines = ", ".join(_by_branch(branch) for branch in branches)
            return f"by {_tight(subject)} {{ {lines} }}"
        case ast.PopulationExpr():
            return write_population(node)
        case ast.DurationExpr(unit, first, last):
            return f"{unit} between {write(first)} and {write(last)}"
        case _:
            assert_never(node)


def write_population(node: ast.PopulationExpr) -> str:
    """Write a value over all records; this is its name in the checked rubric."""
    if node.word is ast.PopulationWord.QUANTILE and node.level is not None:
        text = f"quantile {write(node.level)} of {_list(node.keys)}"
    else:
        text = f"{node.word.value} {_list(node.keys)}"
    if node.highest_first is not None:
        text += ", highest first" if node.highest_first else ", lowest first"
    if node.manner is not None:
        text += f", {node.manner.value}"
    return f"{text} by {node.by.text}" if node.by else text


def write_range(node: ast.RangeDecl) -> str:
    """Write a limit or a range."""
    match node:
        case ast.LimitRange(op, value):
            return f"{op.value} {write(value)}"
        case ast.ExactRange(value):
            return write(value)
        case ast.BetweenRange(low, high, low_open, high_open):
            if not (low_open or high_open):
                return f"{write(low)}..{write(high)}"
            if not low_open:
                return f"{write(low)} to under {write(high)}"
            return f"({write(low)}, {write(high)}{')' if high_open else ']'}"
        case _:
            assert_never(node)


def write_guard(node: ast.Guard) -> str:
    """Write what stands in front of a line."""
    match node:
        case ast.RangeGuard(found):
            return write_range(found)
        case ast.ValuesGuard(values):
            return _list(values)
        case ast.WhenGuard(condition):
            return f"when {write(condition)}"
        case ast.AlwaysGuard():
            return "always"
        case ast.ShareGuard(is_next, share):
            return f"{'next' if is_next else 'top'} {write(share)}"
        case ast.OtherwiseGuard():
            return "otherwise"
        case ast.MissingGuard():
            return "missing"
        case ast.SpecialGuard(codes):
            return f"special {_list(codes)}"
        case _:
            assert_never(node)


def write_step(node: ast.StepClause) -> str:
    """Write a step: ``less 1 for each started 10万 below 100万``."""
    words = ["less" if node.minus else "plus", write(node.amount), "for each"]
    if node.each is not None and node.each is not ast.EachWord.PRO_RATA:
        words.append(node.each.value)
    words += [write(each) for each in (node.step, node.measured) if each is not None]
    if node.reference is not None:
        words += ["below" if node.above is False else "above", write(node.reference)]
    if node.each is ast.EachWord.PRO_RATA:
        words.append(node.each.value)
    return " ".join(words)


def write_limit(node: ast.LimitClause) -> str:
    """Write a limit that acts: ``at least 0``."""
    ends = (("at least", node.low), ("at most", node.high))
    return ", ".join(f"{word} {write(end)}" for word, end in ends if end is not None)


def _write_is(node: ast.IsExpr | ast.InRangeExpr | ast.IsMissingExpr) -> str:
    operand = _tight(node.operand)
    if isinstance(node, ast.InRangeExpr):
        return f"{operand} is {write_range(node.range)}"
    verb = "is not" if node.negated else "is"
    if isinstance(node, ast.IsMissingExpr):
        return f"{operand} {verb} missing"
    if len(node.values) == 1:
        return f"{operand} {verb} {write(node.values[0])}"
    return f"{operand} {verb} any of ({_list(node.values)})"


def _by_branch(branch: ast.ByBranch) -> str:
    guard = "missing" if branch.is_missing else _list(branch.values) or "otherwise"
    return f"{guard} : {write(branch.value)}"


def _list(nodes: Iterable[ast.Expr]) -> str:
    return ", ".join(write(node) for node in nodes)


def _tight(node: ast.Expr) -> str:
    text = write(node)
    return f"({text})" if isinstance(node, _LOOSE) else text


def _unit(unit: str | None) -> str:
    if unit is None:
        return ""
    return f" {unit}" if unit.isascii() and unit.isalpha() else unit
