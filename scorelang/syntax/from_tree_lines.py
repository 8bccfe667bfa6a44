"""Lines of a block: branches with their guards and outcomes, levels, grades."""

# ruff: noqa: ARG001, D103  a builder is named for its rule, whose sample in the grammar says
# what it reads; all take the same arguments

from __future__ import annotations

import attrs

from scorelang.source.span import Span, join
from scorelang.syntax import ast
from scorelang.syntax.from_tree_clauses import counted_step
from scorelang.syntax.from_tree_expressions import plain_number
from scorelang.syntax.from_tree_ranges import range_of
from scorelang.syntax.gathering import KEYS, OrderOnly, clauses_only, gather
from scorelang.syntax.reading import Kids, Place, expressions, has, label, node, nodes, the
from scorelang.syntax.vocabulary import meant_keyword

# --- guards --------------------------------------------------------------------------


def values_guard(kids: Kids, place: Place) -> ast.Guard:
    """Tell one number (an exact range) and ``10-30`` from values of a category."""
    values = tuple(expressions(kids))
    dashed = [found for value in values if (found := range_of(value, place)) is not None]
    if dashed and len(values) == 1:
        return ast.RangeGuard(dashed[0], span=place.span)
    if dashed:
        place.fault("E0101.range_in_list", dashed[0].span)
    if len(values) > 1 or isinstance(values[0], ast.NameExpr | ast.TextExpr | ast.YesNoExpr):
        return ast.ValuesGuard(values, span=place.span)
    return ast.RangeGuard(ast.ExactRange(values[0], span=place.span), span=place.span)


def otherwise_guard(kids: Kids, place: Place) -> ast.OtherwiseGuard:
    return ast.OtherwiseGuard(span=place.span)


def rest_guard(kids: Kids, place: Place) -> ast.OtherwiseGuard:
    return ast.OtherwiseGuard(span=place.span)


def missing_guard(kids: Kids, place: Place) -> ast.MissingGuard:
    return ast.MissingGuard(span=place.span)


def special_guard(kids: Kids, place: Place) -> ast.SpecialGuard:
    return ast.SpecialGuard(tuple(expressions(kids)), span=place.span)


def share_guard(kids: Kids, place: Place) -> ast.ShareGuard:
    share = the(kids, ast.NumberExpr)
    return ast.ShareGuard(has(kids, "NEXT_SHARE"), share, span=place.span)


def when_guard(kids: Kids, place: Place) -> ast.WhenGuard:
    return ast.WhenGuard(expressions(kids)[0], span=place.span)


def exact_range(kids: Kids, place: Place) -> ast.RangeDecl:
    value = expressions(kids)[0]
    return range_of(value, place) or ast.ExactRange(value, span=place.span)


def _guard(kids: Kids) -> ast.Guard:
    found = next(kid for kid in kids if isinstance(kid, ast.Guard | ast.RangeDecl))
    if isinstance(found, ast.RangeDecl):
        return ast.RangeGuard(found, span=found.span)
    return found


# --- outcomes ------------------------------------------------------------------------


def full_outcome(kids: Kids, place: Place) -> ast.FullOutcome:
    share = expressions(kids)
    return ast.FullOutcome(share[0] if share else None, span=place.span)


def linear_outcome(kids: Kids, place: Place) -> ast.LinearOutcome:
    low, high = expressions(kids)
    return ast.LinearOutcome(low, high, span=place.span)


def within_outcome(kids: Kids, place: Place) -> ast.WithinOutcome:
    return ast.WithinOutcome(the(kids, ast.BetweenRange), span=place.span)


def not_ratable_outcome(kids: Kids, place: Place) -> ast.NotRatableOutcome:
    return ast.NotRatableOutcome(the(kids, ast.Text).value, span=place.span)


def _outcome(kids: Kids) -> ast.OutcomeDecl:
    for kid in kids:
        if isinstance(kid, ast.OutcomeDecl):
            return kid
    value = expressions(kids)[0]
    return ast.PointsOutcome(value, span=value.span)


# --- branches ------------------------------------------------------------------------


def branch_decl(kids: Kids, place: Place) -> ast.BranchDecl:
    clauses = clauses_only(kids, place)
    return ast.BranchDecl(_guard(kids), _outcome(kids), clauses, span=place.span)


def pointed_branch(kids: Kids, place: Place) -> ast.BranchDecl:
    """``A when c``, ``C otherwise``: points or level first."""
    outcome = _outcome(kids)
    return ast.BranchDecl(_when(kids, place), outcome, clauses_only(kids, place), span=place.span)


def unratable_branch(kids: Kids, place: Place) -> ast.BranchDecl:
    reason = the(kids, ast.Text)
    outcome = ast.NotRatableOutcome(reason.value, span=reason.span)
    return ast.BranchDecl(_when(kids, place), outcome, clauses_only(kids, place), span=place.span)


def _when(kids: Kids, place: Place) -> ast.Guard:
    if has(kids, "OTHERWISE"):
        return ast.OtherwiseGuard(span=place.span)
    condition = expressions(kids)[-1]
    return ast.WhenGuard(condition, span=condition.span)


def counted_branch(kids: Kids, place: Place) -> ast.BranchDecl:
    """``1 for each patent``: no points of its own, all of them from the step."""
    clauses = clauses_only(kids, place)
    if has(kids, "FOR_EACH"):
        values = expressions(kids)
        span = join(values[0].span, values[-1].span)
        step = counted_step(kids, attrs.evolve(place, span=span), minus=False)
        clauses = (step, *clauses)
    start = Span(place.span.path, place.span.start, place.span.start)
    outcome = ast.PointsOutcome(plain_number(0, start), span=start)
    return ast.BranchDecl(ast.AlwaysGuard(span=start), outcome, clauses, span=place.span)


# --- levels, grades, values by a category --------------------------------------------


def scale_level(kids: Kids, place: Place) -> ast.ScaleLevel:
    return ast.ScaleLevel(
        the(kids, ast.Name),
        expressions(kids)[0],
        label(kids),
        clauses_only(kids, place),
        span=place.span,
    )


def grade_line(kids: Kids, place: Place) -> ast.GradeLine:
    name, rest = the(kids, ast.Name), node(kids, ast.ExactRange)
    meant = meant_keyword(name.text)
    if meant is not None and rest is not None and isinstance(rest.value, ast.NameExpr):
        line = f"{rest.value.name.text} {meant}"
        place.fault("E0101.rest", found=name.text, meant=line)
    return ast.GradeLine(
        the(kids, ast.Name), _guard(kids), label(kids), clauses_only(kids, place), span=place.span
    )


def by_branch(kids: Kids, place: Place) -> ast.ByBranch:
    clauses = clauses_only(kids, place)
    *values, value = expressions(kids)
    return ast.ByBranch(tuple(values), value, has(kids, "MISSING"), clauses, span=place.span)


def by_expr(kids: Kids, place: Place) -> ast.ByExpr:
    branches = nodes(kids, ast.ByBranch)
    if not branches:
        place.fault("E0101.empty_block")
    return ast.ByExpr(expressions(kids)[0], branches, span=place.span)


def keyed(value: ast.Expr, kids: Kids, place: Place) -> tuple[ast.Expr, tuple[ast.Clause, ...]]:
    """Give a value its further keys and its order where it is a rank; then its clauses."""
    match value:
        case ast.PopulationExpr(word, keys) if word in ast.RANKS:
            found = gather(kids, place, KEYS)
            own, more = (value.highest_first, value.manner), (found.highest_first, found.manner)
            if any(a is not None and b is not None for a, b in zip(own, more, strict=True)):
                place.fault("E0101.twice")
            ends = [value.span, *(key.span for key in found.keys)]
            ends += [kid.span for kid in kids if isinstance(kid, OrderOnly)]
            value = attrs.evolve(
                value,
                keys=(*keys, *found.keys),
                highest_first=value.highest_first
                if found.highest_first is None
                else found.highest_first,
                manner=value.manner or found.manner,
                span=join(value.span, max(ends, key=lambda span: span.end)),
            )
            return value, found.clauses
        case _:
            return value, clauses_only(kids, place)
