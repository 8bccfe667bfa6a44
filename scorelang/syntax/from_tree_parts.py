"""Parts with points: indicators, groups, totals, grades, overrides and results."""

# ruff: noqa: ARG001, D103  a builder is named for its rule, whose sample in the grammar says
# what it reads; all take the same arguments

from __future__ import annotations

import re
from typing import Final

import attrs
from lark import Token

from scorelang.source.span import Span, join
from scorelang.syntax import ast
from scorelang.syntax.from_tree_expressions import Winners
from scorelang.syntax.from_tree_lines import keyed
from scorelang.syntax.from_tree_ranges import check_names, range_of
from scorelang.syntax.from_tree_tables import make_grid
from scorelang.syntax.gathering import clauses_only, gather
from scorelang.syntax.reading import (
    MOST_DIGITS,
    Body,
    Kids,
    Place,
    expressions,
    has,
    label,
    node,
    nodes,
    the,
    the_one,
    token,
    whole_number,
    words,
)

_EFFECT: Final = {
    "GRADE": ast.EffectWord.GRADE,
    "NO_BETTER": ast.EffectWord.NO_BETTER,
    "NO_WORSE": ast.EffectWord.NO_WORSE,
    "NOTCH_UP": ast.EffectWord.UP,
    "NOTCH_DOWN": ast.EffectWord.DOWN,
}

_NOTCHES: Final = frozenset(
    ("级", "档", "个等级", "grade", "grades", "level", "levels", "notch", "notches")
)
"""The words for what a notch counts."""
_MOVED: Final = re.compile(rf"(?P<digits>\d{{1,{MOST_DIGITS}}})\s*(?P<unit>[^\W\d]+|[%％‰])")


def _notes(kids: Kids) -> tuple[ast.Clause, ...]:
    return tuple(kid for kid in kids if isinstance(kid, ast.NoteClause | ast.AllowClause))


# --- indicators ----------------------------------------------------------------------


def branches_body(kids: Kids, place: Place) -> Body:
    """Read lines; ``8-10`` as the points of one is a question, not -2."""
    for branch in nodes(kids, ast.BranchDecl):
        outcome = branch.outcome
        if isinstance(outcome, ast.PointsOutcome) and range_of(outcome.value, place) is not None:
            place.fault("E0101.points_range", outcome.span)
    return Body(ast.BranchesBody(nodes(kids, ast.BranchDecl), span=place.span), _notes(kids))


def grid_body(kids: Kids, place: Place) -> Body:
    return Body(ast.GridBody(the(kids, ast.Grid), span=place.span))


def formula_body(kids: Kids, place: Place) -> Body:
    return Body(ast.FormulaBody(expressions(kids)[0], span=place.span))


def within_body(kids: Kids, place: Place) -> Body:
    value, level = expressions(kids)
    return Body(ast.WithinBody(value, level, (), span=place.span))


@attrs.frozen
class WithinLines:
    """The lines behind ``within``, and the notes among them."""

    branches: tuple[ast.BranchDecl, ...]
    notes: tuple[ast.Clause, ...]
    span: Span


def within_lines(kids: Kids, place: Place) -> WithinLines:
    branches = tuple(_within_line(branch, place) for branch in nodes(kids, ast.BranchDecl))
    return WithinLines(branches, _notes(kids), place.span)


def _within_line(branch: ast.BranchDecl, place: Place) -> ast.BranchDecl:
    """Read ``large : 10-15`` as the range that it is there."""
    outcome = branch.outcome
    dashed = range_of(outcome.value, place) if isinstance(outcome, ast.PointsOutcome) else None
    if dashed is None:
        return branch
    return attrs.evolve(branch, outcome=ast.WithinOutcome(dashed, span=dashed.span))


def linear_body(kids: Kids, place: Place) -> Body:
    low, high = expressions(kids)
    return Body(ast.LinearBody(low, high, span=place.span))


def indicator_decl(kids: Kids, place: Place) -> ast.IndicatorDecl:
    """Read an indicator: all its clauses are its own, whether before its body or behind it."""
    found = expressions(kids)
    subject, others = (found[0] if found else None), found[1:]
    for other in others:
        place.fault("E0101.twice", other.span)
    body, clauses = _whole_body(kids, place)
    name = the(kids, ast.Name)
    if isinstance(body, ast.BranchesBody):
        about = subject or ast.NameExpr(name, span=name.span)
        check_names(body.branches, about, place)
    return ast.IndicatorDecl(name, label(kids), subject, clauses, body, span=place.span)


def _whole_body(
    kids: Kids, place: Place
) -> tuple[ast.IndicatorBody | None, tuple[ast.Clause, ...]]:
    found = node(kids, Body)
    if found is None:
        return None, clauses_only(kids, place)
    body, lines = found.body, node(kids, WithinLines)
    if isinstance(body, ast.FormulaBody):
        value, clauses = keyed(body.value, kids, place)
        return attrs.evolve(body, value=value), clauses
    if isinstance(body, ast.WithinBody) and lines is not None:
        whole = join(body.span, lines.span)
        body = attrs.evolve(body, branches=lines.branches, span=whole)
        return body, clauses_only(kids, place) + lines.notes
    return body, clauses_only(kids, place) + found.notes


# --- groups and totals ---------------------------------------------------------------


@attrs.frozen
class GroupBody:
    """The lines of a group; a clause on a line of its own is said of the group."""

    items: tuple[ast.Item, ...]
    rows: tuple[Token, ...]
    clauses: tuple[ast.Clause, ...] = ()


_OF_GROUP = ast.MissingClause | ast.RoundClause | ast.CombineClause


def group_body(kids: Kids, place: Place) -> GroupBody:
    items = tuple(kid for kid in kids if isinstance(kid, ast.Item))
    return GroupBody(
        tuple(item for item in items if not isinstance(item, _OF_GROUP)),
        tuple(kid for kid in kids if isinstance(kid, Token)),
        tuple(item for item in items if isinstance(item, _OF_GROUP)),
    )


_PAIRS: Final = frozenset(("pairs",))


def group_decl(kids: Kids, place: Place) -> ast.GroupDecl:
    """Read a group; lines of cells in it are its comparisons of pairs."""
    body = node(kids, GroupBody) or GroupBody((), ())
    head = gather(kids, place, _PAIRS)
    clauses = head.clauses + body.clauses
    if head.pairs is not None and body.rows:
        grid = make_grid(list(body.rows), place)
        clauses += (ast.PairsClause(grid, head.pairs.by, span=head.pairs.span),)
    elif head.pairs is not None:
        place.fault("E0101.pairs_without_table", head.pairs.span)
    elif body.rows:
        place.fault("E0101.stray_table", place.at(body.rows[0]))
    return ast.GroupDecl(the(kids, ast.Name), body.items, label(kids), clauses, span=place.span)


def base_decl(kids: Kids, place: Place) -> ast.BaseDecl:
    return ast.BaseDecl(expressions(kids)[0], clauses_only(kids, place), span=place.span)


def total_decl(kids: Kids, place: Place) -> ast.TotalDecl:
    clauses = clauses_only(kids, place)
    found = the_one(kids, ast.RangeDecl, place)
    value = expressions(kids)
    is_none = has(kids, "NO_TOTAL")
    return ast.TotalDecl(found, value[0] if value else None, is_none, clauses, span=place.span)


def score_decl(kids: Kids, place: Place) -> ast.ScoreDecl:
    value, clauses = keyed(expressions(kids)[0], kids, place)
    return ast.ScoreDecl(the(kids, ast.Name), value, label(kids), clauses, span=place.span)


# --- grades --------------------------------------------------------------------------


@attrs.frozen
class Graded:
    """``of rpn``: the score that grades read; ``None`` for the total."""

    name: ast.Name | None
    span: Span


def graded(kids: Kids, place: Place) -> Graded:
    return Graded(node(kids, ast.Name), place.span)


def _graded_expr(subject: Graded | None, place: Place) -> ast.Expr:
    if subject is None or subject.name is None:
        return ast.OwnExpr(ast.OwnWord.TOTAL, span=place.span)
    return ast.NameExpr(subject.name, span=subject.span)


_GRADES: Final = frozenset(("ties_first", "worst_first", "highest_first"))


def grades_decl(kids: Kids, place: Place) -> ast.GradesDecl:
    found = gather(kids, place, _GRADES)
    winners = node(kids, Winners)
    value = expressions(kids)
    subject = the_one(kids, Graded, place)
    lines = nodes(kids, ast.GradeLine)
    about = _graded_expr(subject, place)
    check_names(lines, about, place)
    if subject is not None and has(kids, "BODY_EQ"):
        place.fault("E0101.graded_twice", subject.span)
    if (found.ties_first and winners is None) or (found.worst_first and has(kids, "BODY_EQ")):
        place.fault("E0101.stray_order")
    made = ast.GradesDecl(
        node(kids, ast.Name),
        subject.name if subject is not None else None,
        lines,
        value[0] if value else None,
        winners.names if winners is not None else (),
        found.ties_first,
        found.worst_first,
        label(kids),
        _by_columns(found.clauses) if node(kids, ast.Grid) is not None else found.clauses,
        found.highest_first,
        node(kids, ast.Grid),
        span=place.span,
    )
    if found.highest_first is not None and not made.is_forced:
        place.fault("E0101.stray_order")
    return made


def _by_columns(clauses: tuple[ast.Clause, ...]) -> tuple[ast.Clause, ...]:
    """Before a table ``by`` names the category of its columns, wherever it stands."""
    return tuple(
        ast.SegmentClause(one.name, span=one.span) if isinstance(one, ast.AmongClause) else one
        for one in clauses
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
    count = _grades_moved(kids, place) if name is None else None
    return ast.Effect(_EFFECT[words(kids)[0]], name, count, span=place.span)


def _grades_moved(kids: Kids, place: Place) -> int:
    """Read by how many grades a notch moves: `down 5 points` would be five grades."""
    found = token(kids, "NUMBER")
    parted = None if found is None else _MOVED.fullmatch(found.strip())
    if found is None or parted is None:
        return whole_number(kids, place)
    if parted["unit"].lower() not in _NOTCHES:
        place.fault("E0103.grades", place.at(found), found=str(found), count=parted["digits"])
        return 0
    return int(parted["digits"])


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
