"""Overrides: floors, notches, caps, vetoes, flags, in this order, on the grade of a record.

In: the grade by points. Out: the final grade and every override whose condition held, with
the grade before and after it. Notches add up and are kept within the grades once, so that
their order never matters. Those that let a part score nothing act in ``parts``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import assert_never

from scorelang.evaluator.expressions import truth
from scorelang.evaluator.missing import causes_of, say
from scorelang.evaluator.scope import Scope
from scorelang.model.outcome import AppliedOverride
from scorelang.model.rubric import Override, OverrideKind


def has_expired(override: Override, scope: Scope) -> bool:
    """Whether an override was only to last until a day before the evaluation.

    What has no known end, or no known day of the evaluation, goes on: an event may only
    cease to count where that is certain.
    """
    last = override.until
    if override.until_field is not None:
        value = scope.values[override.until_field]
        last = value if isinstance(value, dt.date) else None
    return last is not None and scope.as_of is not None and scope.as_of > last


def note_expired(override: Override, scope: Scope) -> None:
    """Note an override that would act if its time had not passed."""
    if truth(override.condition, scope):
        scope.expired.append(override.name)


def apply_overrides(
    overrides: Sequence[Override], grade: str | None, order: Sequence[str], scope: Scope
) -> tuple[str | None, list[AppliedOverride]]:
    """Let each override act whose condition holds; they must be in order."""
    applied: list[AppliedOverride] = []
    notches: list[Override] = []
    start: str | None = None
    for override in overrides:
        if not _holds(override, scope):
            continue
        before = grade
        if override.kind is OverrideKind.NOTCH:
            start = start if notches else grade
            notches.append(override)
            grade = _notched(notches, start, order)
        else:
            grade = _moved(override, grade, order)
        kind = override.kind.value
        applied.append(AppliedOverride(override.name, kind, before, grade, override.reason))
    return grade, applied


def _holds(override: Override, scope: Scope) -> bool:
    if has_expired(override, scope):
        note_expired(override, scope)
        return False
    holds = truth(override.condition, scope)
    if holds is None:
        scope.undecided[override.name] = say(causes_of(override.condition, scope))
    return holds is True


def _moved(override: Override, grade: str | None, order: Sequence[str]) -> str | None:
    """Give the grade after an override that is no notch; ``order`` is best first."""
    match override.kind:
        case OverrideKind.FLOOR:
            return _better(grade, override.floor, order)
        case OverrideKind.CAP:
            return _worse(grade, override.cap, order)
        case OverrideKind.VETO:
            return override.grade if grade is None else _worse(grade, override.grade, order)
        case OverrideKind.NOTCH | OverrideKind.FLAG | OverrideKind.ZERO:
            return grade
        case _:
            assert_never(override.kind)


def _better(grade: str | None, limit: str | None, order: Sequence[str]) -> str | None:
    if grade is None or limit is None:
        return grade
    return min(grade, limit, key=order.index)


def _worse(grade: str | None, limit: str | None, order: Sequence[str]) -> str | None:
    if grade is None or limit is None:
        return grade
    return max(grade, limit, key=order.index)


def _notched(notches: Sequence[Override], grade: str | None, order: Sequence[str]) -> str | None:
    """Move by the sum of all steps, within the grades there are and the limits of the notches.

    A limit keeps the whole move short, of several the strictest; it never moves a grade that
    is beyond it already.
    """
    if grade is None:
        return None
    start, steps = order.index(grade), sum(notch.steps for notch in notches)
    if steps >= 0:
        caps = [order.index(notch.cap) for notch in notches if notch.cap is not None]
        return order[min(start, max(start - steps, *caps, 0))]
    floors = [order.index(notch.floor) for notch in notches if notch.floor is not None]
    return order[max(start, min(start - steps, *floors, len(order) - 1))]
