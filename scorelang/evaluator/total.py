"""The total of a record, with the ledger that adds up to it.

In: the scope of a record. Out: ``Tally``: the parts with what each gives, the rounded
total, and the reason where there is none.
"""

from __future__ import annotations

from fractions import Fraction

import attrs

from scorelang.evaluator.errors import SAID
from scorelang.evaluator.expressions import number
from scorelang.evaluator.missing import causes_of, say
from scorelang.evaluator.parts import rate_group, rate_part, round_in_turn, rounding_step
from scorelang.evaluator.scope import Scope
from scorelang.model.expressions import Expr, Extreme, Pick, ScorePoints
from scorelang.model.outcome import Adjustment, AdjustmentKind, PartOutcome, Stretched
from scorelang.model.rubric import Group, Total

ZERO = Fraction(0)


@attrs.define
class Tally:
    """The total and its ledger; ``reason`` says why there is none though there should be."""

    total: Fraction | None = None
    contributions: tuple[PartOutcome, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    reason: str | None = None
    stretched: Stretched | None = None


def add_up(scope: Scope) -> Tally:
    """Rate all parts and take the total."""
    rubric = scope.index.rubric
    total = rubric.total
    if total is not None and total.root is not None:
        tally = _of_parts(total, total.root, scope)
        for part in rubric.parts:
            rate_part(part, scope)  # those outside the total
        return tally
    contributions = tuple(rate_part(part, scope).seal(ZERO) for part in rubric.parts)
    if total is None or total.score is None:
        return Tally(contributions=contributions)
    return _of_score(total, total.score, contributions, scope)


def _of_parts(total: Total, root: Group, scope: Scope) -> Tally:
    draft = rate_group(root, scope, total.base)
    if draft.points is None:
        return Tally(contributions=draft.children, reason=draft.note)
    rounded = round_in_turn(draft.points, total.roundings)
    last = rounding_step(draft.points, rounded)
    adjustments = (*draft.adjustments, *last)
    return Tally(rounded, draft.children, adjustments, stretched=draft.stretched)


def _of_score(
    total: Total, name: str, contributions: tuple[PartOutcome, ...], scope: Scope
) -> Tally:
    points = scope.points_of(name)
    if points is None:
        why = say(causes_of(ScorePoints(name), scope)) or SAID["not rated"].format(name=name)
        return Tally(contributions=contributions, reason=why)
    rounded = round_in_turn(points, total.roundings)
    taken = Adjustment(AdjustmentKind.COMBINED, points)
    return Tally(rounded, contributions, (taken, *rounding_step(points, rounded)))


def rate_named(name: str, scope: Scope) -> None:
    """Rate the part or compute the score of this name, so that its points can be read."""
    score = scope.index.scores.get(name)
    if score is None:
        rate_part(scope.index.parts[name], scope)
        return
    outer, scope.has_gap = scope.has_gap, False
    points = _keep_to_limits(score.value, name, scope)
    if scope.has_gap:
        scope.gappy_scores.add(name)
    scope.has_gap = outer
    if points is not None:
        scope.unrounded[name] = points
        points = round_in_turn(points, score.roundings)
    scope.points[name] = scope.scores[name] = points


def _keep_to_limits(expr: Expr, name: str, scope: Scope) -> Fraction | None:
    """Compute a score; where its limits change it, what it was before them is kept."""
    if not (isinstance(expr, Extreme) and expr.is_limit):
        return number(expr, scope)
    inner, end = expr.operands
    before, limit = _keep_to_limits(inner, name, scope), number(end, scope)
    if before is None or limit is None:
        return None
    after = min(before, limit) if expr.pick is Pick.LOWEST else max(before, limit)
    if after != before:
        scope.unlimited.setdefault(name, before)
    return after
