"""Groups: their children taken together, what is left of them where some are left out.

In: a group with its lowered children. Out: ``RatedPart``. The value is that of the children that
count, stretched to the full marks of the group, then base, limits and rounding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from scorelang.kernel.builder import ZERO
from scorelang.kernel.combining import combine, full_marks_of_extras
from scorelang.kernel.counting import sum_if
from scorelang.kernel.frame import Frame, RatedPart
from scorelang.kernel.lower_indicators import rounded
from scorelang.kernel.lower_kept import combine_kept
from scorelang.kernel.lower_values import lower
from scorelang.kernel.nodes import Ref
from scorelang.model.expressions import Comparison
from scorelang.model.extras import has_extras, is_extra, is_mixed
from scorelang.model.rubric import Combine, Group, IfNotApplying


def lower_group(
    group: Group, children: Sequence[RatedPart], applies: Ref, frame: Frame
) -> RatedPart:
    """Give the slots of a group."""
    b, is_na = frame.builder, frame.builder.surely_not(applies)
    none_applies = b.all(b.all((child.is_na, child.left_out)) for child in children)
    points = group_points(group, children, ZERO, frame)
    points = b.select(((is_na, b.missing),), points)
    return RatedPart(
        part=group,
        points=points,
        value=points,
        left_out=b.no,
        is_na=b.any((is_na, none_applies)),
        readable=points,
        is_incomplete=b.no,
        is_unrated=b.no,
        level=b.missing,
        inside=_inside(group, children, points, is_na, frame),
        extra=b.constant(ZERO),
        not_ratable=b.missing,
        reason=b.missing,
    )


def group_points(group: Group, children: Sequence[RatedPart], base: Fraction, frame: Frame) -> Ref:
    """Give the points of a group, missing where it cannot be rated."""
    b = frame.builder
    together = taken_together(group, children, frame)
    together = b.select(((why, b.missing) for why in _why_not(group, children, frame)), together)
    points = b.linear(((Fraction(1), together),), base)
    if group.low is not None:
        points = b.highest((points, b.constant(group.low)))
    if group.high is not None:
        points = b.lowest((points, b.constant(group.high)))
    return rounded(points, group.roundings, b)


def taken_together(group: Group, children: Sequence[RatedPart], frame: Frame) -> Ref:
    """Give what the children of a group come to, before base, limits and rounding."""
    if group.keep is not None:
        return combine_kept(group, group.keep, children, frame)
    return combine(group, children, frame)


def _why_not(group: Group, children: Sequence[RatedPart], frame: Frame) -> Iterator[Ref]:
    """Say where nothing is left of a group, or too little."""
    b = frame.builder
    others = list(children)
    if group.combine is not Combine.WEIGHTED:
        others = [child for child in children if not is_extra(child.part)] or others
    yield b.all(child.left_out for child in others)
    if group.least_coverage is None:
        return
    stretched = others if has_extras(group) else children
    sizes = [_size(child, group, frame) for child in stretched]
    applying = [b.negated(child.is_na) for child in stretched]
    rated = [
        b.all((is_in, b.negated(child.left_out)))
        for is_in, child in zip(applying, stretched, strict=True)
    ]
    whole = sum_if(zip(applying, sizes, strict=True), b)
    found = sum_if(zip(rated, sizes, strict=True), b)
    least = b.linear(((group.least_coverage, whole),))
    yield b.compare(Comparison.BELOW, found, least)


def _size(child: RatedPart, group: Group, frame: Frame) -> Ref:
    """Give how much a child matters for the coverage: its weight, or its full marks."""
    b = frame.builder
    if group.combine is not Combine.WEIGHTED:
        return b.constant(child.part.full or ZERO)
    weight = b.missing if child.part.weight is None else lower(child.part.weight, frame)
    return b.coalesce((weight, b.constant(ZERO)))


def _inside(
    group: Group, children: Sequence[RatedPart], points: Ref, is_na: Ref, frame: Frame
) -> Ref:
    """Give what bonuses and deductions come to inside a plain sum with other parts."""
    b, zero = frame.builder, frame.builder.constant(ZERO)
    if not is_mixed(group):
        return zero
    each = [child.extra if is_extra(child.part) else child.inside for child in children]
    inside = b.select(((b.is_missing(points), zero),), b.sum(each))
    if group.applies is None or group.applies.otherwise is not IfNotApplying.FULL_MARKS:
        return inside
    return b.select(((is_na, b.constant(full_marks_of_extras(group))),), inside)
