"""Reason codes: which indicators cost a record the most (or gave it the most)."""

from __future__ import annotations

from scorelang.evaluator.expressions import number
from scorelang.evaluator.scope import Scope
from scorelang.model.outcome import GivenReason
from scorelang.model.rubric import Indicator, ReasonOrder


def give_reasons(order: ReasonOrder, scope: Scope) -> tuple[GivenReason, ...]:
    """Rank the indicators by their distance from the baseline.

    The largest come first, ties in the order of the rubric; nothing on the other side of
    the baseline is given, zero is.
    """
    found = [_reason(indicator, order, scope) for indicator in scope.index.indicators]
    given = [reason for reason in found if reason is not None and reason.difference >= 0]
    given.sort(key=lambda reason: -reason.difference)
    return tuple(given[: order.count])


def _reason(indicator: Indicator, order: ReasonOrder, scope: Scope) -> GivenReason | None:
    """Give the code of the branch that was taken, else that of the indicator."""
    draft = scope.drafts[indicator.name]
    code = draft.reason or indicator.reason
    baseline = None if indicator.baseline is None else number(indicator.baseline, scope)
    if code is None or baseline is None or draft.points is None:
        return None
    difference = draft.points - baseline if order.above else baseline - draft.points
    return GivenReason(code.code, indicator.name, difference, code.text)
