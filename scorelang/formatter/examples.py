"""Promises and examples: what the owner says must hold, and records with what they must give."""

from __future__ import annotations

from typing import assert_never

from scorelang.formatter import expressions
from scorelang.formatter.clauses import clause_doc, tail
from scorelang.formatter.document import Block, Doc, Entry, concat, entry
from scorelang.formatter.style import Style, phrase
from scorelang.formatter.tables import grid_entries
from scorelang.source.span import join as join_spans
from scorelang.syntax.ast import (
    Assumption,
    ByExpr,
    ConditionPromise,
    ExampleDecl,
    ExamplesDecl,
    Expectation,
    ExpectWord,
    Expr,
    Given,
    GradePromise,
    MonotonePromise,
    Name,
    NameExpr,
    OwnWord,
    PeriodWord,
    Promise,
    PromiseDecl,
    ReachPromise,
)

_OWN_NAMES = {"total": "TOTAL", "grade": "GRADE"}


def promise_doc(node: PromiseDecl, style: Style) -> Doc:
    """Write a promise with its notes."""
    promise = phrase(style.word("PROMISE"), _promise(node.promise, style))
    return concat(promise, tail(node.clauses, style))


def _promise(promise: Promise, style: Style) -> Doc:
    match promise:
        case MonotonePromise():
            return _monotone(promise, style)
        case GradePromise(better, grade, condition):
            word = style.word("NO_BETTER" if better else "NO_WORSE")
            claim = phrase(style.word("GRADE"), word, style.name(grade))
            return phrase(claim, _when(condition, style))
        case ReachPromise(reached):
            one = phrase(style.word("GRADE"), style.name(reached)) if reached is not None else None
            return phrase(one or style.word("EVERY_GRADE"), style.word("REACHED"))
        case ConditionPromise(claim, condition):
            return phrase(expressions.condition_doc(claim, style), _when(condition, style))
        case _:
            assert_never(promise)


def _monotone(promise: MonotonePromise, style: Style) -> Doc:
    """Write ``total never falls as margin rises``, in Chinese ``总分 随 毛利率 上升 不下降``."""
    subject = expressions.operand_doc(promise.subject, style)
    field = style.name(promise.field)
    moves = style.word("RISES", "上升") if promise.rises else style.word("FALLS", "下降")
    if style.is_chinese:
        never = style.word("NOT_FALLING" if promise.never_falls else "NOT_RISING")
        return phrase(subject, style.word("FOLLOWING"), field, moves, never)
    never = style.word("NEVER_FALLS" if promise.never_falls else "NEVER_RISES")
    return phrase(subject, never, style.word("AS"), field, moves)


def _when(condition: Expr | None, style: Style) -> Doc | None:
    if condition is None:
        return None
    return phrase(style.word("WHEN"), expressions.condition_doc(condition, style))


def example_doc(node: ExampleDecl, style: Style) -> Doc:
    """Write an example; its lines stand in the order in which they were written."""
    base = _base(node.base, style)
    head = phrase(style.word("EXAMPLE"), style.named(node.name, node.label), base)
    lines = [
        *_given_lines(node, style),
        *(_assumption(one, style) for one in node.assumptions),
        *_expect_lines(node, style),
        *(entry(clause_doc(clause, style), span=clause.span) for clause in node.clauses),
    ]
    lines.sort(key=lambda line: line.span.start)
    return phrase(head, Block(tuple(lines), node.span))


def examples_doc(node: ExamplesDecl, style: Style) -> Doc:
    """Write a table of examples."""
    base = _base(node.base, style)
    head = concat(phrase(style.word("EXAMPLES"), base), tail(node.clauses, style))
    return phrase(head, Block(grid_entries(node.grid, style, is_titled=True), node.span))


def _given_lines(node: ExampleDecl, style: Style) -> list[Entry]:
    """Write what is given; names that follow one another after commas share a line."""
    return [
        entry(
            phrase(style.word("GIVEN"), style.listed(_given(one, style) for one in line)),
            span=join_spans(line[0].span, line[-1].span),
        )
        for line in style.statements(node.given)
    ]


def _given_name(name: Name, style: Style) -> Doc:
    """Write a name; ``as_of`` and ``last profit`` are keywords here, in either vocabulary."""
    if name.text == OwnWord.AS_OF.value:
        return concat(style.word("AS_OF"))
    field = name.text.removeprefix(f"{PeriodWord.LAST.value} ")
    if field != name.text:
        return phrase(style.word("LAST"), style.name(Name(field, span=name.span)))
    return concat(style.name(name))


def _given(given: Given, style: Style) -> Doc:
    name = _given_name(given.name, style)
    if given.group is not None:
        name = style.bracketed(name, concat(style.name(given.group)))
    if given.value is None:
        return phrase(name, "=", style.word("MISSING"))
    values = [expressions.operand_doc(value, style) for value in (given.value, *given.more)]
    if not given.more:
        return phrase(name, "=", values[0])
    opening, closing = ("（", "）") if style.is_chinese else ("(", ")")
    return phrase(name, "=", concat(opening, style.listed(values), closing))


def _expect_lines(node: ExampleDecl, style: Style) -> list[Entry]:
    return [
        entry(
            phrase(style.word("EXPECT"), style.listed(_expectation(one, style) for one in line)),
            span=join_spans(line[0].span, line[-1].span),
        )
        for line in style.statements(node.expected)
    ]


def _expectation(expected: Expectation, style: Style) -> Doc:
    names = style.enumerated(map(style.name, expected.names)) if expected.names else None
    match expected.word:
        case ExpectWord.VALUE:
            name = _expected_name(expected.name, style) if expected.name is not None else None
            value = expected.value
            written = expressions.operand_doc(value, style) if value is not None else None
            return phrase(name, "=", written or style.word("MISSING"))
        case ExpectWord.REJECTED:
            return phrase(style.word("REJECTED"), names)
        case ExpectWord.NOT_RATABLE:
            return concat(style.word("NOT_RATABLE"))
        case ExpectWord.FLAGS:
            return phrase(style.word("FLAGS"), names)
        case ExpectWord.MISSING:
            return phrase(style.word("MISSING"), names)
        case _:
            assert_never(expected.word)


def _expected_name(name: Name, style: Style) -> str:
    own = _OWN_NAMES.get(name.text)
    return style.word(own) if own else style.name(name)


def _assumption(node: Assumption, style: Style) -> Entry:
    """Write ``assume mean of x = 12%``, or a line for each value of the category."""
    head = phrase(style.word("ASSUME"), expressions.value_doc(node.population, style))
    match node.value:
        case ByExpr(NameExpr(name), branches) if name == node.population.by:
            block = Block(expressions.by_entries(branches, style), node.span)
            return entry(phrase(head, block), span=node.span)
        case value:
            written = expressions.operand_doc(value, style)
            return entry(phrase(head, "=", written), span=node.span)


def _base(base: Name | None, style: Style) -> Doc | None:
    return phrase(style.word("FROM", "基于"), style.name(base)) if base is not None else None
