"""How the children of a group are taken together.

In: a group with its lowered children, at least one of which counts. Out: a slot, missing where
the way of combining has no value for them. Where a child is left out the rest is stretched to
the group's full marks, whatever the way of combining; bonuses and deductions (extras) are not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import assert_never

from scorelang.kernel import nodes as k
from scorelang.kernel.builder import ONE, ZERO, Builder
from scorelang.kernel.counting import count_of, extreme_if, given_if, product_if, sum_if
from scorelang.kernel.frame import Frame, RatedPart
from scorelang.kernel.lower_values import lower
from scorelang.kernel.nodes import Ref
from scorelang.model.expressions import Comparison, Irrational, Pick
from scorelang.model.extras import has_extras, is_extra, is_mixed, marks_of, stretched_marks
from scorelang.model.rubric import Combine, Group

_Pairs = list[tuple[Ref, Ref]]
"""Of each child whether it counts, and what."""


def combine(group: Group, children: Sequence[RatedPart], frame: Frame) -> Ref:
    """Take children together."""
    b = frame.builder
    pairs = [(b.negated(child.left_out), child.value) for child in children]
    match group.combine:
        case Combine.SUM if has_extras(group):
            return _beside_extras(group, children, b)
        case Combine.MEAN if has_extras(group):
            share = Fraction(1, len(children))
            return b.linear(((share, _beside_extras(group, children, b)),))
        case Combine.SUM:
            return b.times(_sum(children, b), _stretch(group, children, sum_if, b))
        case Combine.MEAN:
            return _mean(group, children, b)
        case Combine.WEIGHTED:
            return _weighted(group, children, frame)
        case Combine.LOWEST | Combine.HIGHEST:
            pick = Pick.LOWEST if group.combine is Combine.LOWEST else Pick.HIGHEST
            factor = _stretch(group, children, lambda fulls, b: extreme_if(pick, fulls, b), b)
            return b.times(extreme_if(pick, pairs, b), factor)
        case Combine.PRODUCT:
            return b.times(product_if(pairs, b), _stretch(group, children, product_if, b))
        case Combine.GEOMETRIC_MEAN:
            return b.times(_geometric(pairs, b), _stretch(group, children, _geometric, b))
        case _:
            assert_never(group.combine)


def _stretch(
    group: Group,
    children: Sequence[RatedPart],
    together: Callable[[_Pairs, Builder], Ref],
    b: Builder,
) -> Ref:
    """Give the factor that takes the children that count to the group's full marks."""
    is_whole = b.all(b.negated(child.left_out) for child in children)
    one = b.constant(ONE)
    if b.is_surely(is_whole, value=True) or group.full is None:
        return one
    counts = [b.negated(child.left_out) for child in children]
    open_ones = b.any(
        there for there, child in zip(counts, children, strict=True) if child.part.full is None
    )
    fulls = [
        (there, b.constant(child.part.full or ZERO))
        for there, child in zip(counts, children, strict=True)
    ]
    reachable = together(fulls, b)
    factor = b.coalesce((b.divided(b.constant(group.full), reachable), one))
    return b.select(((b.any((is_whole, open_ones)), one),), factor)


def _sum(children: Sequence[RatedPart], b: Builder) -> Ref:
    """Add up what children count; one that is left out counts 0."""
    return b.sum(child.value for child in children)


def _mean(group: Group, children: Sequence[RatedPart], b: Builder) -> Ref:
    def mean(given: _Pairs, b: Builder) -> Ref:
        return b.divided(sum_if(given, b), count_of((there for there, _ in given), b))

    count = count_of((b.negated(child.left_out) for child in children), b)
    return b.times(b.divided(_sum(children, b), count), _stretch(group, children, mean, b))


def _geometric(pairs: _Pairs, b: Builder) -> Ref:
    """Give the root of the product, of as many values as count."""
    product, count = product_if(pairs, b), count_of((there for there, _ in pairs), b)
    roots = {
        degree: b.add(k.Function(Irrational.ROOT, product, degree))
        for degree in range(1, len(pairs) + 1)
    }
    if b.is_constant(count):
        number = b.value(count)
        assert isinstance(number, Fraction), "a count"
        return roots[int(number)] if number else b.constant(ONE)
    lines = tuple(((frozenset({Fraction(degree)}),), root) for degree, root in roots.items())
    return b.add(k.Lookup((count,), lines, b.constant(ONE), b.missing))


def _weighted(group: Group, children: Sequence[RatedPart], frame: Frame) -> Ref:
    """Each child as share of its own full marks, by weight, of the group's full marks."""
    b, zero = frame.builder, frame.builder.constant(ZERO)
    full = group.full if group.full is not None else Fraction(100)
    shares, weights = [], []
    for child in children:
        own = b.missing if child.part.weight is None else lower(child.part.weight, frame)
        weight = b.select(((child.left_out, zero),), own)
        weights.append(weight)
        marks = child.part.full
        if marks:
            shares.append(b.linear(((full / marks, b.times(child.value, weight)),)))
    below = b.any(b.compare(Comparison.BELOW, weight, zero) for weight in weights)
    found = b.divided(b.sum(shares), b.sum(weights))
    return b.select(((b.surely(below), b.missing),), found)


def _beside_extras(group: Group, children: Sequence[RatedPart], b: Builder) -> Ref:
    """Stretch the parts that are no extras to what they could have reached together.

    What such a part has of extras inside is taken back out of the stretching.
    """
    others = [child for child in children if not is_extra(child.part)]
    marks = [_marks(child) for child in others]
    counts = [b.negated(child.left_out) for child in others]
    is_whole = b.all(counts)
    open_ones = b.any(there for there, own in zip(counts, marks, strict=True) if own is None)
    reachable = b.sum(
        given_if(there, own or ZERO, b) for there, own in zip(counts, marks, strict=True)
    )
    one, wanted = b.constant(ONE), stretched_marks(group)
    factor = one
    if wanted is not None and not b.is_surely(is_whole, value=True):
        stretched = b.coalesce((b.divided(b.constant(wanted), reachable), one))
        factor = b.select(((b.any((is_whole, open_ones)), one),), stretched)
    extras = b.sum(child.value for child in children if is_extra(child.part))
    inside = b.sum(child.inside for child in others)
    stretched_part = b.difference(b.sum(child.value for child in others), inside)
    return b.sum((extras, inside, b.times(stretched_part, factor)))


def _marks(child: RatedPart) -> Fraction | None:
    return marks_of(child.part) if is_mixed(child.part) else child.part.full


def full_marks_of_extras(group: Group) -> Fraction:
    """Give what full marks of a group hold beyond the marks of its stretched parts."""
    return (group.full or ZERO) - (stretched_marks(group) or ZERO)
