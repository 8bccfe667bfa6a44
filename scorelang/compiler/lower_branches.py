"""One line of a rule: what it gives, with the marks it leaves.

In: a line of the tree and what is known of its indicator. Out: ``Branch``. Reports E0204
(clauses out of place), E0307 (a share of full marks that nobody declared), E0311 (a line
that does not fit its rule).
"""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

import attrs

from scorelang.compiler.as_written import as_written, join_line
from scorelang.compiler.clauses import (
    BRANCH_CLAUSES,
    UNRATABLE_CLAUSES,
    check_clauses,
    first_of,
)
from scorelang.compiler.draft import Level, Scale
from scorelang.compiler.fold_constants import constant
from scorelang.compiler.levels import marks_of
from scorelang.compiler.lower_steps import apply_clauses, apply_limit
from scorelang.compiler.percent_points import refuse_percent
from scorelang.compiler.reading import Reading
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import Typed
from scorelang.compiler.wording import write, write_guard, write_limit, write_step
from scorelang.model import expressions as model
from scorelang.model.rules import Branch
from scorelang.numeric.interval import Interval
from scorelang.source.span import Span
from scorelang.source.structure import Structure
from scorelang.syntax import ast


@attrs.frozen(eq=False, repr=False)
class RuleContext(Structure):
    """What a rule is made in: its indicator, subject, declared maximum, scale and limits."""

    name: str
    reading: Reading
    subject: Typed | None = None
    full: Fraction | None = None
    scale: Scale | None = None
    limit: ast.LimitClause | None = None

    def report(self, key: str, span: Span, **arguments: object) -> None:
        """Report a finding about this indicator."""
        self.reading.report(key, span, **arguments)

    def said(self, span: Span, normal: str) -> str:
        """Give what the file says at a place, else the normal form."""
        return as_written(self.reading.draft.tree, span, normal)


def lower_branch(
    decl: ast.BranchDecl, context: RuleContext, interval: Interval | None = None
) -> Branch | None:
    """Read one line; ``interval`` is what a line on a number holds."""
    if isinstance(decl.outcome, ast.NotRatableOutcome):
        place, allowed = TERMS["a line without points"], UNRATABLE_CLAUSES
    else:
        place, allowed = TERMS["a line"], BRANCH_CLAUSES
    check_clauses(decl.clauses, allowed, place, context.reading.draft)
    _check_limit(decl, context)
    tree = context.reading.draft.tree
    guard = as_written(tree, decl.guard.span, write_guard(decl.guard))
    found = lower_outcome(decl.outcome, decl.clauses, guard, decl.span, context, interval)
    return None if found is None else attrs.evolve(found, text=_line_text(decl, found, tree))


def _check_limit(decl: ast.BranchDecl, context: RuleContext) -> None:
    """Report ``10 when x at least 30, at most 60``: the comma has ended the condition."""
    limit, outcome = limit_of(decl.clauses), decl.outcome
    if limit is None or not isinstance(decl.guard, ast.WhenGuard):
        return
    is_number = isinstance(outcome, ast.PointsOutcome) and isinstance(outcome.value, ast.NumberExpr)
    if is_number and not any(isinstance(each, ast.StepClause) for each in decl.clauses):
        written = context.said(limit.span, write_limit(limit))
        context.report("E0204.condition", limit.span, clause=written)


def _line_text(decl: ast.BranchDecl, made: Branch, tree: ast.RubricDecl) -> str:
    """Say which line this is; where its guard alone would not explain the points, what it gives.

    Whoever reads the line must be able to work its points out: steps and limits belong to it.
    """
    acting = [each for each in decl.clauses if isinstance(each, ast.StepClause | ast.LimitClause)]
    if made.points is None or (isinstance(made.points, model.Const) and not acting):
        return made.text
    said = [_clause_text(each, tree) for each in sorted(acting, key=lambda one: one.span)]
    if isinstance(decl.guard, ast.AlwaysGuard) and said:
        return join_line(tree, decl.span, "", said)
    if decl.guard.span.start <= decl.outcome.span.start < decl.guard.span.end:
        return join_line(
            tree, decl.span, made.text, said
        )  # what it gives stands first: `2 * x otherwise`
    normal = write(decl.outcome.value) if isinstance(decl.outcome, ast.PointsOutcome) else ""
    gives = as_written(tree, decl.outcome.span, normal)
    return join_line(tree, decl.span, made.text, [gives, *said])


def _clause_text(clause: ast.StepClause | ast.LimitClause, tree: ast.RubricDecl) -> str:
    normal = write_step(clause) if isinstance(clause, ast.StepClause) else write_limit(clause)
    return as_written(tree, clause.span, normal)


def lower_outcome(  # noqa: PLR0913, PLR0917  lines of blocks and of tables come here
    outcome: ast.OutcomeDecl,
    clauses: tuple[ast.Clause, ...],
    text: str,
    span: Span,
    context: RuleContext,
    interval: Interval | None = None,
) -> Branch | None:
    """Read what a line gives."""
    marks = marks_of(clauses)
    if isinstance(outcome, ast.NotRatableOutcome):
        return _branch(text, None, None, marks, span, outcome.reason)
    level = level_named(outcome, context)
    if level is not None:
        points = level_points(level, outcome.span, context)
    else:
        points = _points(outcome, context, interval)
    if points is not None:
        points = apply_clauses(points, clauses, context.subject, context.reading)
    if points is not None and context.limit is not None:
        points = apply_limit(points, context.limit, context.reading)
    if points is None:
        return None
    return _branch(text, points, level, marks, span, None)


def level_named(outcome: ast.OutcomeDecl, context: RuleContext) -> Level | None:
    """Give the level of the scale that a line names."""
    if context.scale is None or not isinstance(outcome, ast.PointsOutcome):
        return None
    match outcome.value:
        case ast.NameExpr(name):
            return context.scale.levels.get(name.text)
        case ast.TextExpr(value):
            return context.scale.levels.get(value)
        case _:
            return None


def level_points(level: Level, span: Span, context: RuleContext) -> model.Expr | None:
    """Give the points of a level: its own, or its share of full marks."""
    if level.share is None:
        return None if level.points is None else model.Const(level.points)
    if context.full is None:
        context.report("E0307.share", span, name=context.name)
        return None
    return model.Const(level.share * context.full)


def _points(
    outcome: ast.OutcomeDecl, context: RuleContext, interval: Interval | None
) -> model.Expr | None:
    match outcome:
        case ast.PointsOutcome(value):
            if refuse_percent(value, context.name, context.full, context.reading):
                return None
            found = context.reading.points(value)
            return found.expr if found else None
        case ast.FullOutcome(share):
            return _full(outcome, share, context)
        case ast.LinearOutcome(low, high):
            return _linear(outcome, low, high, context, interval)
        case ast.WithinOutcome(found_range):
            context.report("E0311.within", found_range.span)
            return None
        case ast.NotRatableOutcome():
            return None
        case _:
            assert_never(outcome)


def _full(
    outcome: ast.FullOutcome, share: ast.Expr | None, context: RuleContext
) -> model.Expr | None:
    if context.full is None:
        context.report("E0307.share", outcome.span, name=context.name)
        return None
    if share is None:
        return model.Const(context.full)
    value = constant(share, context.reading)
    return None if value is None else model.Const(value * context.full)


def _linear(
    outcome: ast.LinearOutcome,
    low: ast.Expr,
    high: ast.Expr,
    context: RuleContext,
    interval: Interval | None,
) -> model.Expr | None:
    subject = context.subject
    if subject is None or interval is None or interval.low is None or interval.high is None:
        context.report("E0311.linear", outcome.span)
        return None
    for end in (low, high):
        if refuse_percent(end, context.name, context.full, context.reading):
            return None
    first, last = context.reading.points(low), context.reading.points(high)
    if first is None or last is None:
        return None
    if interval.low == interval.high:
        context.report("E0311.linear", outcome.span)
        return None
    return model.Interpolation(subject.expr, interval.low, interval.high, first.expr, last.expr)


def _branch(  # noqa: PLR0913, PLR0917  a branch has that many parts
    text: str,
    points: model.Expr | None,
    level: Level | None,
    marks: Level,
    span: Span,
    not_ratable: str | None,
) -> Branch:
    inherited = level or Level("", None, None)
    return Branch(
        text,
        points,
        level.name if level else None,
        tuple(dict.fromkeys(inherited.flags + marks.flags)),
        not_ratable,
        marks.reason or inherited.reason,
        marks.action or inherited.action,
        marks.note or inherited.note,
        span=span,
    )


def rest_branch(
    branches: tuple[ast.BranchDecl, ...], kind: type, context: RuleContext
) -> Branch | None:
    """Read the line for the rest or for missing, if there is one; E0205 for a second."""
    found = [branch for branch in branches if isinstance(branch.guard, kind)]
    for again in found[1:]:
        word = context.said(again.guard.span, write_guard(again.guard))
        context.report("E0205", again.guard.span, clause=word, place=TERMS["a list of lines"])
    return lower_branch(found[0], context) if found else None


def limit_of(clauses: tuple[ast.Clause, ...]) -> ast.LimitClause | None:
    """Give the limits that act on the points."""
    return first_of(clauses, ast.LimitClause)
