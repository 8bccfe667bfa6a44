"""Conditions on the indicators of a group: ``points of any indicator of finance < 3``.

In: a condition one operand of which speaks of any or every indicator. Out: the condition for
each of them, joined by *or* (any) or by *and* (every). An indicator that does not apply is
none of them. Without a group all indicators are meant; for a level, those that can take it.
Reports E0201 (no such group, no such level), E0302 (outside a condition).
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from scorelang.compiler.draft import Draft
from scorelang.compiler.infer_names import report_no_such
from scorelang.compiler.levels import levels_of
from scorelang.compiler.reading import Reading
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import YES_NO, Typed
from scorelang.model import expressions as model
from scorelang.syntax import ast

Condition = ast.CompareExpr | ast.IsExpr | ast.InRangeExpr | ast.IsMissingExpr


def each_in(node: Condition) -> ast.EachExpr | None:
    """Give the operand that speaks of any or every indicator, if there is one."""
    match node:
        case ast.CompareExpr(_, left, right):
            found = [side for side in (left, right) if isinstance(side, ast.EachExpr)]
            return found[0] if found else None
        case ast.IsExpr(operand) | ast.InRangeExpr(operand) | ast.IsMissingExpr(operand):
            return operand if isinstance(operand, ast.EachExpr) else None


def infer_each(node: Condition, each: ast.EachExpr, reading: Reading) -> Typed | None:
    """Read a condition once for each indicator that is meant."""
    names = _meant(node, each, reading)
    operands: list[model.Expr] = []
    for name in names:
        single = ast.ScoreExpr(each.word, ast.Name(name, span=each.span), span=each.span)
        found = reading.condition(_with(node, each, single))
        if found is None:
            return None
        operands.append(_where_it_applies(name, found.expr, each, reading.draft))
    if not operands:
        return None
    given = tuple(operands)
    return Typed(model.Both(given) if each.every else model.Either(given), YES_NO)


def _with(node: Condition, each: ast.EachExpr, single: ast.ScoreExpr) -> Condition:
    match node:
        case ast.CompareExpr(_, left) if left is each:
            return attrs.evolve(node, left=single)
        case ast.CompareExpr():
            return attrs.evolve(node, right=single)
        case ast.IsExpr() | ast.InRangeExpr() | ast.IsMissingExpr():
            return attrs.evolve(node, operand=single)


def _where_it_applies(
    name: str, condition: model.Expr, each: ast.EachExpr, draft: Draft
) -> model.Expr:
    """Leave out an indicator that does not apply; the shortest form where it always does."""
    if not any(_is_conditional(around, draft) for around in _around(name, draft)):
        return condition
    applies = model.DoesApply(name)
    if each.every:
        return model.Either((model.Not(applies), condition))
    return model.Both((applies, condition))


def _is_conditional(name: str, draft: Draft) -> bool:
    decl = draft.symbols.scored[name]
    return isinstance(decl, ast.IndicatorDecl | ast.GroupDecl) and any(
        isinstance(clause, ast.AppliesClause) for clause in decl.clauses
    )


def _around(name: str, draft: Draft) -> Iterator[str]:
    at: str | None = name
    while at is not None:
        yield at
        at = draft.symbols.parents.get(at)


def _meant(node: Condition, each: ast.EachExpr, reading: Reading) -> tuple[str, ...]:
    draft = reading.draft
    indicators = tuple(draft.symbols.of(ast.IndicatorDecl))
    if each.group is not None:
        group = each.group.text
        if not isinstance(draft.symbols.scored.get(group), ast.GroupDecl):
            report_no_such(TERMS["group"], each.group, draft.symbols.of(ast.GroupDecl), draft)
            return ()
        found = tuple(name for name in indicators if group in _around(name, draft))
    elif each.word is ast.ScoreWord.LEVEL:
        levels = _levels_named(node, draft)
        found = tuple(name for name in indicators if _takes(name, levels, draft))
        if not found and levels:
            known = {level for scale in draft.scales.values() for level in scale.levels}
            report_no_such(TERMS["level"], levels[0], known, draft)
            return ()
    else:
        found = indicators
    if not found:
        reading.report("E0201.each", each.span)
    return found


def _levels_named(node: Condition, draft: Draft) -> tuple[ast.Name, ...]:
    match node:
        case ast.CompareExpr(_, left, right):
            given: tuple[ast.Expr, ...] = (left, right)
        case ast.IsExpr(_, values):
            given = values
        case _:
            given = ()
    names = (each.name for each in given if isinstance(each, ast.NameExpr))
    return tuple(name for name in names if name.text not in draft.symbols.values)


def _takes(name: str, levels: tuple[ast.Name, ...], draft: Draft) -> bool:
    own = levels_of(name, draft)
    return bool(own) and all(level.text in own for level in levels)
