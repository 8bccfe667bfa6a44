"""Reason codes: which indicators cost a record the most (or gave it the most).

In: a scored record. Out: the codes with their distances from the baseline in counted points:
what the total (or the top group, outside a total) would gain if the indicator had its
baseline, after weight, rescaling and rounding. Limits of groups are left aside: under a
floor that holds all deductions back, each of them still counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import attrs

from scorelang.evaluator.combining import value_of
from scorelang.evaluator.draft import ONE, Counts, Draft
from scorelang.evaluator.expressions import number
from scorelang.evaluator.parts import rate_part, round_in_turn, take_together
from scorelang.evaluator.scope import Scope
from scorelang.model.outcome import GivenReason, PartOutcome
from scorelang.model.rubric import Combine, Group, Indicator, ReasonOrder

_LINEAR = frozenset({Combine.SUM, Combine.MEAN, Combine.WEIGHTED})


def give_reasons(
    order: ReasonOrder, scope: Scope, contributions: Sequence[PartOutcome]
) -> tuple[GivenReason, ...]:
    """Rank the indicators by their distance from the baseline.

    The largest come first, ties in the order of the rubric; nothing on the other side of
    the baseline is given, zero is.
    """
    factors = dict[str, Fraction]()
    _collect(contributions, factors)
    found = [_reason(indicator, order, factors, scope) for indicator in scope.index.indicators]
    given = [reason for reason in found if reason is not None and reason.difference >= 0]
    given.sort(key=lambda reason: -reason.difference)
    total = scope.index.rubric.total
    roundings = total.roundings if total is not None and total.root is not None else ()
    return tuple(
        attrs.evolve(each, difference=round_in_turn(each.difference, roundings))
        for each in given[: order.count]
    )


def _collect(parts: Sequence[PartOutcome], factors: dict[str, Fraction]) -> None:
    for part in parts:
        factors[part.name] = part.factor
        _collect(part.children, factors)


def _reason(
    indicator: Indicator, order: ReasonOrder, factors: Mapping[str, Fraction], scope: Scope
) -> GivenReason | None:
    """Give the code of the branch that was taken, else that of the indicator."""
    draft = scope.drafts[indicator.name]
    code = draft.reason or indicator.reason
    baseline = None if indicator.baseline is None else number(indicator.baseline, scope)
    if code is None or baseline is None or draft.points is None:
        return None
    gained = _counted(draft, baseline - draft.points, factors, scope)
    difference = -gained if order.above else gained
    return GivenReason(code.code, indicator.name, difference, code.text)


def _counted(
    draft: Draft,
    gained: Fraction,
    factors: Mapping[str, Fraction],
    scope: Scope,
    *,
    is_extra: bool = False,
) -> Fraction:
    """Say what so many points more would come to at the top."""
    name = draft.part.name
    group = _group_of(name, scope)
    if group is None or not gained:
        return gained
    is_extra = name in scope.index.extras or (is_extra and name in scope.index.mixed)
    if is_extra and group.combine is Combine.SUM and group.keep is None:
        pass  # bonuses and deductions are stretched by no group around them
    elif group.combine in _LINEAR and group.keep is None:
        gained *= factors.get(name, ONE)
    else:
        gained = _together(group, draft, gained, scope) - _together(group, draft, None, scope)
    above = scope.drafts.get(group.name)
    return gained if above is None else _counted(above, gained, factors, scope, is_extra=is_extra)


def _group_of(name: str, scope: Scope) -> Group | None:
    """Give the group a part is in; that of a top part is the total, if it is made of parts."""
    total = scope.index.rubric.total
    root = total.root if total is not None else None
    if root is not None and any(child.name == name for child in root.children):
        return root
    return scope.index.parents.get(name)


def _together(group: Group, draft: Draft, more: Fraction | None, scope: Scope) -> Fraction:
    """Give the value of a group, perhaps with more points for one of its parts."""
    children = [rate_part(child, scope) for child in group.children]
    if more is not None:
        changed = attrs.evolve(draft, points=value_of(draft) + more, counts=Counts.POINTS)
        children = [changed if child is draft else child for child in children]
    found = take_together(group, children, scope)
    return Fraction(0) if found is None else found.value
