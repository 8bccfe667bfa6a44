"""Parts with points: indicators, groups, totals, grades, overrides and results."""

# ruff: noqa: ARG001, D103  a builder is named for its rule, whose sample in the grammar says
# what it reads; all take the same arguments

from __future__ import annotations

from typing import Final

import attrs
from lark import Token

from scorelang.syntax import ast
from scorelang.syntax.from_tree_clauses import clauses_only, gather
from scorelang.syntax.from_tree_expressions import Winners
from scorelang.syntax.from_tree_lines import keyed
from scorelang.syntax.from_tree_tables import make_grid
from scorelang.syntax.reading import (
    Kids,
    Place,
    expressions,
    has,
    label,
    node,
    nodes,
    the,
    whole_number,
    words,
    written_range,
)

_EFFECT: Final = {
    "GRADE": ast.EffectWord.GRADE,
    "NO_BETTER": ast.EffectWord.NO_BETTER,
    "NO_WORSE": ast.EffectWord.NO_WORSE,
    "NOTCH_UP": ast.EffectWord.UP,
    "NOTCH_DOWN": ast.EffectWord.DOWN,
}


@attrs.frozen
class Body:
    """The body of an indicator, and the notes that stand among its lines."""

    body: ast.IndicatorBody
    notes: tuple[ast.Clause, ...] = ()


def _notes(kids: Kids) -> tuple[ast.Clause, ...]:
    return tuple(kid for kid in kids if isinstance(kid, ast.NoteClause | ast.AllowClause))


# --- indicators ----------------------------------------------------------------------


def branches_body(kids: Kids, place: Place) -> Body:
    return Body(ast.BranchesBody(nodes(kids, ast.BranchDecl), span=place.span), _notes(kids))


def grid_body(kids: Kids, place: Place) -> Body:
    return Body(ast.GridBody(the(kids, ast.Grid), span=place.span))


def formula_body(kids: Kids, place: Place) -> Body:
    value, clauses = keyed(expressions(kids)[0], kids, place)
    return Body(ast.FormulaBody(value, clauses, span=place.span))


def within_body(kids: Kids, place: Place) -> Body:
    value, level = expressions(kids)
    branches = nodes(kids, ast.BranchDecl)
    return Body(ast.WithinBody(value, level, branches, clauses_only(kids, place), span=place.span))


def linear_body(kids: Kids, place: Place) -> Body:
    low, high = expressions(kids)
    return Body(ast.LinearBody(low, high, clauses_only(kids, place), span=place.span))


def indicator_decl(kids: Kids, place: Place) -> ast.IndicatorDecl:
    body = node(kids, Body)
    subject = expressions(kids)
    return ast.IndicatorDecl(
        the(kids, ast.Name),
        label(kids),
        subject[0] if subject else None,
        clauses_only(kids, place) + (body.notes if body is not None else ()),
        body.body if body is not None else None,
        span=place.span,
    )


# --- groups and totals ---------------------------------------------------------------


@attrs.frozen
class GroupBody:
    """The lines of a group."""

    items: tuple[ast.Item, ...]
    rows: tuple[Token, ...]


def group_body(kids: Kids, place: Place) -> GroupBody:
    items = tuple(kid for kid in kids if isinstance(kid, ast.Item))
    return GroupBody(items, tuple(kid for kid in kids if isinstance(kid, Token)))


def group_decl(kids: Kids, place: Place) -> ast.GroupDecl:
    """Read a group; lines of cells in it are its comparisons of pairs."""
    body = node(kids, GroupBody) or GroupBody((), ())
    head = gather(kids, place)
    clauses = head.clauses
    if head.pairs is not None and body.rows:
        grid = make_grid(list(body.rows), place)
        clauses += (ast.PairsClause(grid, head.pairs.by, span=head.pairs.span),)
    elif head.pairs is not None:
        place.fault("E0101.pairs_without_table", head.pairs.span)
    elif body.rows:
        place.fault("E0101.stray_table", place.at(body.rows[0]))
    for key in head.keys:
        place.fault("E0101.stray_expression", key.span)
    return ast.GroupDecl(the(kids, ast.Name), body.items, label(kids), clauses, span=place.span)


def base_decl(kids: Kids, place: Place) -> ast.BaseDecl:
    return ast.BaseDecl(expressions(kids)[0], clauses_only(kids, place), span=place.span)


def total_decl(kids: Kids, place: Place) -> ast.TotalDecl:
    clauses = clauses_only(kids, place)
    if has(kids, "EQ"):
        return ast.TotalDecl(value=expressions(kids)[0], clauses=clauses, span=place.span)
    found = written_range(kids)
    return ast.TotalDecl(found, None, has(kids, "NO_TOTAL"), clauses, span=place.span)


def score_decl(kids: Kids, place: Place) -> ast.ScoreDecl:
    value, clauses = keyed(expressions(kids)[0], kids, place)
    return ast.ScoreDecl(the(kids, ast.Name), value, label(kids), clauses, span=place.span)


# --- grades --------------------------------------------------------------------------


def grades_decl(kids: Kids, place: Place) -> ast.GradesDecl:
    found = gather(kids, place)
    for key in found.keys:
        place.fault("E0101.stray_expression", key.span)
    names = list(nodes(kids, ast.Name))
    name = names.pop(0) if has(kids, "CLASS") else None
    winners = node(kids, Winners)
    value = expressions(kids)
    if found.ties_first and winners is None:
        place.fault("E0101.stray_order")
    return ast.GradesDecl(
        name,
        names[0] if names else None,
        nodes(kids, ast.GradeLine),
        value[0] if value else None,
        winners.names if winners is not None else (),
        found.ties_first,
        found.worst_first,
        label(kids),
        found.clauses,
        span=place.span,
    )


# --- overrides -----------------------------------------------------------------------


def eligibility_decl(kids: Kids, place: Place) -> ast.EligibilityDecl:
    reason = the(kids, ast.Text).value
    clauses = clauses_only(kids, place)
    return ast.EligibilityDecl(expressions(kids)[0], reason, clauses, span=place.span)


def effect(kids: Kids, place: Place) -> ast.Effect:
    text = node(kids, ast.Text)
    if text is not None:
        return ast.Effect(ast.EffectWord.TEXT, text=text.value, span=place.span)
    name = node(kids, ast.Name)
    count = whole_number(kids, place) if name is None else None
    return ast.Effect(_EFFECT[words(kids)[0]], name, count, span=place.span)


def override_decl(kids: Kids, place: Place) -> ast.OverrideDecl:
    word = ast.OverrideWord(words(kids)[0].lower())
    clauses = clauses_only(kids, place)
    flags = tuple(
        ast.Effect(ast.EffectWord.FLAG, clause.name, span=clause.span)
        for clause in clauses
        if isinstance(clause, ast.FlagClause)
    )
    effects = sorted(nodes(kids, ast.Effect) + flags, key=lambda found: found.span.start)
    return ast.OverrideDecl(
        word,
        the(kids, ast.Name),
        expressions(kids)[0],
        tuple(effects),
        label(kids),
        tuple(clause for clause in clauses if not isinstance(clause, ast.FlagClause)),
        span=place.span,
    )


def result_decl(kids: Kids, place: Place) -> ast.ResultDecl:
    value, clauses = keyed(expressions(kids)[0], kids, place)
    return ast.ResultDecl(the(kids, ast.Name), value, label(kids), clauses, span=place.span)


# --- promises ------------------------------------------------------------------------


def monotone_promise(kids: Kids, place: Place) -> ast.MonotonePromise:
    never_falls = has(kids, "NEVER_FALLS", "NOT_FALLING")
    return ast.MonotonePromise(
        expressions(kids)[0], never_falls, the(kids, ast.Name), has(kids, "RISES"), span=place.span
    )


def grade_promise(kids: Kids, place: Place) -> ast.GradePromise:
    condition = expressions(kids)
    return ast.GradePromise(
        has(kids, "NO_BETTER"),
        the(kids, ast.Name),
        condition[0] if condition else None,
        span=place.span,
    )


def reach_promise(kids: Kids, place: Place) -> ast.ReachPromise:
    return ast.ReachPromise(node(kids, ast.Name), span=place.span)


def condition_promise(kids: Kids, place: Place) -> ast.ConditionPromise:
    claim, *condition = expressions(kids)
    return ast.ConditionPromise(claim, condition[0] if condition else None, span=place.span)


def promise_decl(kids: Kids, place: Place) -> ast.PromiseDecl:
    promise = next(kid for kid in kids if isinstance(kid, ast.Promise))
    return ast.PromiseDecl(promise, _notes(kids), span=place.span)
