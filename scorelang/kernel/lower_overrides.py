"""Overrides: floors, notches, caps, vetoes, flags, in this order, on the grade by points.

In: the grade by points and the frame. Out: the final grade, and of each override whether it
acted and the grade before and after it. Grades are moved as places in the order, best first.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import assert_never

import attrs

from scorelang.kernel.builder import Builder
from scorelang.kernel.counting import at_place, given_if, rank_of
from scorelang.kernel.frame import Frame
from scorelang.kernel.nodes import Ref
from scorelang.kernel.outputs import OverrideSlots
from scorelang.kernel.until import acts_and_expired
from scorelang.model.expressions import Comparison
from scorelang.model.rubric import Override, OverrideKind

ORDER = (
    OverrideKind.FLOOR,
    OverrideKind.NOTCH,
    OverrideKind.CAP,
    OverrideKind.VETO,
    OverrideKind.FLAG,
)


@attrs.define
class Overridden:
    """The final grade, and what became of each override."""

    grade: Ref | None
    slots: list[OverrideSlots] = attrs.field(factory=list)
    undecided: list[tuple[str, Ref]] = attrs.field(factory=list)
    expired: list[tuple[str, Ref]] = attrs.field(factory=list)


def lower_overrides(grade: Ref | None, frame: Frame) -> Overridden:
    """Let the overrides act in their order; conditions see the grade by points throughout."""
    found, b = Overridden(grade), frame.builder
    order = frame.rubric.grading.order if frame.rubric.grading is not None else ()
    start, notches = grade, list[tuple[Override, Ref]]()
    for kind in ORDER:
        start = found.grade
        for override in (each for each in frame.rubric.overrides if each.kind is kind):
            acts, undecided, expired = acts_and_expired(override, frame)
            before = found.grade
            if before is not None:
                if kind is OverrideKind.NOTCH:
                    notches.append((override, acts))
                    moved = _notched(notches, _known(start), order, b)
                else:
                    moved = _moved(override, before, order, b)
                found.grade = b.select(((acts, moved),), before)
            found.slots.append(OverrideSlots(override.name, acts, before, found.grade))
            found.undecided.append((override.name, undecided))
            found.expired.append((override.name, expired))
    return found


def _known(ref: Ref | None) -> Ref:
    assert ref is not None, "there is a grade"
    return ref


def _moved(override: Override, grade: Ref, order: Sequence[str], b: Builder) -> Ref:
    """Give the grade after an override that is no notch."""
    match override.kind:
        case OverrideKind.FLOOR:
            return _limited(grade, override.floor, Comparison.ABOVE, order, b)
        case OverrideKind.CAP:
            return _limited(grade, override.cap, Comparison.BELOW, order, b)
        case OverrideKind.VETO:
            given = b.constant(override.grade)
            worse = _limited(grade, override.grade, Comparison.BELOW, order, b)
            return b.select(((b.is_missing(grade), given),), worse)
        case OverrideKind.NOTCH | OverrideKind.FLAG | OverrideKind.ZERO:
            return grade
        case _:
            assert_never(override.kind)


def _limited(
    grade: Ref, limit: str | None, op: Comparison, order: Sequence[str], b: Builder
) -> Ref:
    """Give a limit in place of the grade where that lies beyond it; no grade stays none."""
    if limit is None:
        return grade
    beyond = b.compare(op, rank_of(grade, order, b), b.constant(Fraction(order.index(limit))))
    return b.select(((beyond, b.constant(limit)),), grade)


def _notched(
    notches: Sequence[tuple[Override, Ref]], start: Ref, order: Sequence[str], b: Builder
) -> Ref:
    """Move by the sum of all steps, within the grades there are and the limits of the notches.

    A limit keeps the whole move short, of several the strictest; it never moves a grade that
    is beyond it already.
    """
    place, last = rank_of(start, order, b), Fraction(len(order) - 1)
    steps = b.sum(given_if(acts, Fraction(notch.steps), b) for notch, acts in notches)
    reached = b.difference(place, steps)
    best = [
        given_if(acts, Fraction(order.index(notch.cap)), b)
        for notch, acts in notches
        if notch.cap is not None
    ]
    worst = [
        b.select(((acts, b.constant(Fraction(order.index(notch.floor)))),), b.constant(last))
        for notch, acts in notches
        if notch.floor is not None
    ]
    up = b.lowest((place, b.highest((reached, *best, b.constant(Fraction(0))))))
    down = b.highest((place, b.lowest((reached, *worst, b.constant(last)))))
    goes_up = b.compare(Comparison.AT_LEAST, steps, b.constant(Fraction(0)))
    return at_place(b.select(((goes_up, up),), down), order, b)
