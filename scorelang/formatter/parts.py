"""Parts with points: indicators, groups, totals, scales, tables, grades, overrides, results."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from scorelang.formatter import expressions, ranges
from scorelang.formatter.branches import branch_entries, grade_entry, level_entry
from scorelang.formatter.clauses import behind_comma, clause_doc, following, tail
from scorelang.formatter.document import Block, Doc, Entry, concat, join
from scorelang.formatter.style import Style, phrase
from scorelang.formatter.tables import grid_entries
from scorelang.formatter.words import EFFECTS, OVERRIDES
from scorelang.source.span import Span
from scorelang.syntax.ast import (
    BranchesBody,
    CategoryValue,
    Clause,
    CombineClause,
    Effect,
    EffectWord,
    FormulaBody,
    GradesDecl,
    GridBody,
    GroupDecl,
    IndicatorBody,
    IndicatorDecl,
    LinearBody,
    OverrideDecl,
    PairsClause,
    ScaleDecl,
    TableDecl,
    TotalDecl,
    WithinBody,
)


def indicator_doc(node: IndicatorDecl, style: Style) -> Doc:
    """Write an indicator with its body."""
    of = (
        phrase(style.word("OF"), expressions.sum_doc(node.subject, style)) if node.subject else None
    )
    head = phrase(style.word("INDICATOR"), style.named(node.name, node.label), of)
    if node.body is None:
        return concat(head, tail(node.clauses, style))
    start = node.body.span.start
    before = [clause for clause in node.clauses if clause.span.start < start]
    behind = node.clauses[len(before) :]
    body = _body(node.body, style)
    if isinstance(node.body, BranchesBody | GridBody):  # notes among its lines
        return phrase(concat(head, tail(node.clauses, style)), body)
    return phrase(concat(head, tail(before, style)), concat(body, tail(behind, style)))


def _body(body: IndicatorBody, style: Style) -> Doc:
    match body:
        case BranchesBody(branches):
            return Block(branch_entries(branches, style), body.span)
        case GridBody(grid):
            return Block(grid_entries(grid, style), body.span)
        case FormulaBody(value):
            return concat("= ", expressions.value_doc(value, style))
        case WithinBody(value, level, branches):
            sides = expressions.sum_doc(value, style), expressions.primary_doc(level, style)
            block = Block(branch_entries(branches, style), body.span)
            return phrase("=", sides[0], style.word("WITHIN"), sides[1], block)
        case LinearBody(low, high):
            ends = expressions.sum_doc(low, style), expressions.sum_doc(high, style)
            return phrase("=", style.word("LINEAR_FROM"), ends[0], style.to, ends[1])
        case _:
            assert_never(body)


def group_doc(node: GroupDecl, lines: Sequence[Entry], style: Style) -> Doc:
    """Write a group around its lines, which may be the rows of comparisons of pairs too."""
    head = phrase(style.word("GROUP"), style.named(node.name, node.label))
    rows: list[Entry] = []
    for clause in node.clauses:
        if isinstance(clause, PairsClause):
            rows += grid_entries(clause.grid, style)
    entries = sorted([*rows, *lines], key=lambda line: line.span.start)
    return _block(head, node.clauses, entries, node.span, style)


def _block(
    head: Doc, clauses: Sequence[Clause], lines: Sequence[Entry], owner: Span, style: Style
) -> Doc:
    return phrase(concat(head, tail(clauses, style)), Block(tuple(lines), owner))


def total_doc(node: TotalDecl, style: Style) -> Doc:
    """Write ``total 0..100, round 0.1``, ``total weighted``, ``total = …`` or ``no total``."""
    if node.is_none:
        return concat(style.word("NO_TOTAL"), tail(node.clauses, style))
    total, clauses = style.word("TOTAL"), list(node.clauses)
    if node.value is not None:
        head = phrase(total, "=", expressions.value_doc(node.value, style))
    elif node.range is not None:
        head = phrase(total, ranges.range_doc(node.range, style))
    elif clauses and isinstance(clauses[0], CombineClause):
        head = phrase(total, clause_doc(clauses.pop(0), style))
    else:
        head = concat(total)
    return concat(head, tail(clauses, style))


def scale_doc(node: ScaleDecl, style: Style) -> Doc:
    """Write a scale, a level on each line."""
    head = phrase(style.word("SCALE"), style.named(node.name, node.label))
    lines = [level_entry(level, style) for level in node.levels]
    return _block(head, node.clauses, lines, node.span, style)


def table_doc(node: TableDecl, style: Style) -> Doc:
    """Write a table over several fields."""
    if node.gives:
        sign = " > " if node.ordered else " | "
        gives = join(sign, [category_value_doc(value, style) for value in node.gives])
    else:
        gives = concat(style.word("TYPE_NUMBER"))
    order = behind_comma(style.word("WORST_FIRST"), style) if node.worst_first else ""
    named = style.named(node.name, node.label)
    head = phrase(style.word("TABLE"), named, style.word("GIVES"), concat(gives, order))
    return _block(head, node.clauses, grid_entries(node.grid, style), node.span, style)


def category_value_doc(value: CategoryValue, style: Style) -> Doc:
    """Write ``domestic "内销" also "国内"``."""
    also = [phrase(style.word("ALSO"), style.text(text)) for text in value.also]
    return phrase(style.named(value.name, value.label), *also)


def grades_doc(node: GradesDecl, style: Style) -> Doc:
    """Write grades or a class: lines by a score, or what gives the grade directly."""
    if node.name is None:
        head = concat(style.word("GRADES"))
    else:
        head = phrase(style.word("CLASS"), style.named(node.name, node.label))
    order = behind_comma(style.word("WORST_FIRST"), style) if node.worst_first else ""
    if node.highest_first is not None:
        first = "HIGHEST_FIRST" if node.highest_first else "LOWEST_FIRST"
        order = behind_comma(style.word(first), style)
    if node.winners:
        listed = style.enumerated(map(style.name, node.winners))
        head = phrase(head, "=", style.bracketed(style.word("HIGHEST_OF"), listed))
        if node.ties_first:
            head = concat(head, behind_comma(style.word("TIES_FIRST"), style))
    elif node.value is not None:
        head = phrase(head, "=", expressions.value_doc(node.value, style))
    else:
        if node.subject is not None:
            head = phrase(head, style.word("OF"), style.name(node.subject))
        if node.grid is not None:
            table = Block(grid_entries(node.grid, style), node.span)
            return phrase(concat(head, order, tail(node.clauses, style)), table)
        lines = [grade_entry(line, style) for line in node.lines]
        return _block(concat(head, order), node.clauses, lines, node.span, style)
    return concat(head, order, tail(node.clauses, style))


def override_doc(node: OverrideDecl, style: Style) -> Doc:
    """Write ``cap high_debt when debt_ratio > 80% : no better than A, flag review``."""
    holds = phrase(style.word("WHEN"), expressions.condition_doc(node.condition, style))
    head = phrase(style.word(OVERRIDES[node.word]), style.named(node.name, node.label), holds)
    effects = [effect_doc(effect, style) for effect in node.effects]
    clauses = list(node.clauses)
    if not effects and clauses:
        effects.append(clause_doc(clauses.pop(0), style))
    if not effects:
        return head
    first, *rest = effects
    more = [behind_comma(effect, style) for effect in rest]
    more += [following(clause, style) for clause in clauses]
    return concat(head, style.colon, first, *more)


def effect_doc(effect: Effect, style: Style) -> Doc:
    """Write what an override does."""
    if effect.word is EffectWord.TEXT:
        return concat(style.text(effect.text or ""))
    word = style.word(EFFECTS[effect.word])
    if effect.name is not None:
        return phrase(word, style.name(effect.name))
    return phrase(word, style.count(effect.count or 0, "级"))
