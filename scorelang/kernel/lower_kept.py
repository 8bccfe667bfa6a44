"""Groups in which only some children count: the best of them, or all but the lowest.

In: a group with its lowered children. Out: their sum or mean. Where a child is left out the
choice is made among the rest, and what they give is stretched from the marks that the best of
the rest could reach. In a sum bonuses and deductions (extras) keep their points; the others
chosen beside them are stretched, if at all, to what so many of the others could have reached.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from scorelang.kernel.applicable import kept_among
from scorelang.kernel.builder import ONE, ZERO, Builder
from scorelang.kernel.counting import count_of, places_in
from scorelang.kernel.frame import Frame, RatedPart
from scorelang.kernel.nodes import Ref
from scorelang.model.extras import is_extra
from scorelang.model.rubric import Combine, Group, Keep


def combine_kept(group: Group, keep: Keep, children: Sequence[RatedPart], frame: Frame) -> Ref:
    """Take together the children that count."""
    b, zero = frame.builder, frame.builder.constant(ZERO)
    counts = [b.negated(child.left_out) for child in children]
    values = [child.value for child in children]
    chosen = kept_among(keep, places_in(values, counts, b), counts, b)
    taken = [b.select(((is_in, value),), zero) for is_in, value in zip(chosen, values, strict=True)]
    is_sum = group.combine is Combine.SUM
    extra = [is_sum and is_extra(child.part) for child in children]
    factor = _factor(group, keep, children, extra, chosen, b)
    stretched = b.sum(value for value, apart in zip(taken, extra, strict=True) if not apart)
    kept = b.sum(value for value, apart in zip(taken, extra, strict=True) if apart)
    found = b.sum((kept, b.times(stretched, factor)))
    if group.combine is not Combine.MEAN:
        return found
    return b.divided(found, count_of(chosen, b))


def _factor(  # noqa: PLR0913, PLR0917  it depends on all of them
    group: Group,
    keep: Keep,
    children: Sequence[RatedPart],
    extra: Sequence[bool],
    chosen: Sequence[Ref],
    b: Builder,
) -> Ref:
    """Give what the points are taken times because children were left out."""
    one = b.constant(ONE)
    others = [child for child, apart in zip(children, extra, strict=True) if not apart]
    counts = [b.negated(child.left_out) for child in others]
    is_whole = b.all(counts)
    if b.is_surely(is_whole, value=True):
        return one
    open_ones = b.any(
        there for there, child in zip(counts, others, strict=True) if child.part.full is None
    )
    apart_chosen = [is_in for is_in, apart in zip(chosen, extra, strict=True) if apart]
    apart_rated = [
        b.negated(child.left_out) for child, apart in zip(children, extra, strict=True) if apart
    ]
    wanted = _wanted(group, keep, children, others, apart_chosen, b)
    if wanted is None:
        return one
    reachable = _reachable(keep, others, counts, apart_chosen, apart_rated, b)
    if group.combine is Combine.MEAN:
        reachable = b.divided(reachable, count_of(chosen, b))
    factor = b.coalesce((b.divided(wanted, reachable), one))
    return b.select(((b.any((is_whole, open_ones)), one),), factor)


def _wanted(  # noqa: PLR0913, PLR0917  it depends on all of them
    group: Group,
    keep: Keep,
    children: Sequence[RatedPart],
    others: Sequence[RatedPart],
    apart_chosen: Sequence[Ref],
    b: Builder,
) -> Ref | None:
    """Give the marks of the best parts beside the bonuses and deductions that were chosen."""
    if len(others) == len(children):
        return None if group.full is None else b.constant(group.full)
    fulls = [child.part.full for child in others if child.part.full is not None]
    if len(fulls) < len(others):
        return None
    most = keep.among(len(children))
    best = []
    for place, full in enumerate(sorted(fulls, reverse=True)):
        # It is among the best so long as the chosen extras leave room for it.
        is_in = b.negated(b.at_least(most - place, apart_chosen))
        best.append(b.select(((is_in, b.constant(full)),), b.constant(ZERO)))
    limits = [limit for limit in (group.declared_max, group.high) if limit is not None]
    return b.lowest((b.sum(best), *map(b.constant, limits)))


def _reachable(  # noqa: PLR0913, PLR0917  it depends on all of them
    keep: Keep,
    others: Sequence[RatedPart],
    counts: Sequence[Ref],
    apart_chosen: Sequence[Ref],
    apart_rated: Sequence[Ref],
    b: Builder,
) -> Ref:
    """Add up the highest full marks of those that count, as many as were chosen."""
    order = sorted(range(len(others)), key=lambda place: (-(_full(others[place])), place))
    ahead: list[Ref] = []
    found = []
    for rank, place in enumerate(order):
        behind = [counts[other] for other in order[rank + 1 :]]
        if keep.best:
            is_in = b.negated(b.at_least(keep.count, (*ahead, *apart_chosen)))
        else:
            dropped = [
                b.all((rated, b.negated(is_in)))
                for rated, is_in in zip(apart_rated, apart_chosen, strict=True)
            ]
            is_first = b.negated(b.any((*ahead, *apart_chosen)))
            is_in = b.any((is_first, b.at_least(keep.count, (*behind, *dropped))))
        taken = b.all((counts[place], is_in))
        found.append(b.select(((taken, b.constant(_full(others[place]))),), b.constant(ZERO)))
        ahead.append(counts[place])
    return b.sum(found)


def _full(child: RatedPart) -> Fraction:
    return child.part.full or ZERO
