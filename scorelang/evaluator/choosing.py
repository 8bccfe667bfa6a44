"""Groups in which only some children count: the best of them, or all but the lowest.

In: what each child came to. Out: their sum or mean, with the factor of each child; one that
does not count has the factor 0. Of equal children the first count. Where a child is left out
the choice is made among the rest, and what they give is taken times the full marks of the
group over the full marks that the best of the rest could reach.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from scorelang.evaluator.combining import Combined, linear, value_of
from scorelang.evaluator.draft import ONE, ZERO, Counts, Draft
from scorelang.model.rubric import Combine, Group, Keep


def combine_kept(group: Group, keep: Keep, children: Sequence[Draft]) -> Combined:
    """Take together the children that count; at least one is not left out."""
    rated = [place for place, child in enumerate(children) if child.counts is not Counts.LEFT_OUT]
    count = keep.among(len(rated))
    highest = sorted(rated, key=lambda place: (-value_of(children[place]), place))[:count]
    factor = _factor(group, keep, children, rated)
    if group.combine is Combine.MEAN:
        factor /= count
    factors = [factor if place in highest else ZERO for place in range(len(children))]
    return linear(children, tuple(factors))


def _factor(group: Group, keep: Keep, children: Sequence[Draft], rated: Sequence[int]) -> Fraction:
    """Give what the points are taken times because children were left out."""
    if len(rated) == len(children) or group.full is None:
        return ONE
    fulls = [full for place in rated if (full := children[place].full) is not None]
    if len(fulls) < len(rated):
        return ONE
    count = keep.among(len(fulls))
    reachable = sum(sorted(fulls, reverse=True)[:count], ZERO)
    if group.combine is Combine.MEAN:
        reachable /= count
    return group.full / reachable if reachable else ONE
