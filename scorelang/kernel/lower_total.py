"""The total, and what leaves a record without one."""

from __future__ import annotations

from collections.abc import Iterator

from scorelang.kernel.frame import Frame
from scorelang.kernel.lower_groups import group_points
from scorelang.kernel.lower_indicators import rounded
from scorelang.kernel.lower_parts import lower_part
from scorelang.kernel.lower_values import lower
from scorelang.kernel.nodes import Ref
from scorelang.kernel.slots import Origin
from scorelang.model.expressions import Comparison
from scorelang.model.rubric import Indicator, Range

NO_TOTAL = "no total"
NOTHING_LEFT = "nothing left"
"""Why a record is not ratable where no line of the rubric says so in its own words."""


def lower_total(frame: Frame) -> Ref | None:
    """Lower all parts and give the total, if the rubric has one."""
    total, b = frame.rubric.total, frame.builder
    if total is not None and total.root is not None:
        children = [lower_part(child, frame) for child in total.root.children]
        points = group_points(total.root, children, total.base, frame)
    for part in frame.rubric.parts:
        lower_part(part, frame)
    if total is None:
        return None
    if total.root is None:
        points = frame.points_of(total.score or "", judging=False)
    return b.name(rounded(points, total.roundings, b), Origin("the total", total.span))


def not_ratable(total: Ref | None, frame: Frame) -> Ref:
    """Give why a record is not ratable: eligibility, a line, a total that has no value."""
    b = frame.builder
    arms = [*_ineligible(frame), *_by_line(frame)]
    if total is not None:
        arms.append((b.is_missing(total), b.constant(NO_TOTAL)))
    rated = [frame.rated[name] for name in frame.parts]
    if rated:
        is_empty = b.all(part.left_out for part in rated)
        arms.append((is_empty, b.constant(NOTHING_LEFT)))
    return b.select(arms, b.missing)


def _ineligible(frame: Frame) -> Iterator[tuple[Ref, Ref]]:
    for each in frame.rubric.eligibility:
        yield lower(each.condition, frame), frame.builder.constant(each.reason)


def _by_line(frame: Frame) -> Iterator[tuple[Ref, Ref]]:
    b = frame.builder
    for part in frame.parts.values():
        if isinstance(part, Indicator):
            reason = frame.rated[part.name].not_ratable
            yield b.is_known(reason), reason


def outside_range(total: Ref, declared: Range, frame: Frame) -> Ref:
    """Whether the total lies outside of the range that the rubric declares."""
    b = frame.builder
    ends = ((Comparison.BELOW, declared.low), (Comparison.ABOVE, declared.high))
    return b.any(
        b.surely(b.compare(op, total, b.constant(end))) for op, end in ends if end is not None
    )
