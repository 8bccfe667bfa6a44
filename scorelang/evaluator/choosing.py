"""Groups in which only some children count: the best of them, or all but the lowest.

In: what each child came to. Out: their sum or mean, with the factor of each child; one that
does not count has the factor 0. Of equal children the first count. Where a child is left out
the choice is made among the rest, and what they give is taken times the full marks of the
group over the full marks that the best of the rest could reach. In a sum bonuses and deductions
(extras) keep their points; the others chosen beside them are stretched, if at all, to what so
many of the others could have reached.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from scorelang.evaluator.combining import Combined, linear, value_of
from scorelang.evaluator.draft import ONE, ZERO, Counts, Draft
from scorelang.evaluator.index import Index
from scorelang.model.rubric import Combine, Group, Keep


def combine_kept(group: Group, keep: Keep, children: Sequence[Draft], index: Index) -> Combined:
    """Take together the children that count; at least one is not left out."""
    rated = [place for place, child in enumerate(children) if child.counts is not Counts.LEFT_OUT]
    count = keep.among(len(rated))
    highest = sorted(rated, key=lambda place: (-value_of(children[place]), place))[:count]
    is_sum = group.combine is Combine.SUM
    extras = {child.part.name for child in children if is_sum and child.part.name in index.extras}
    chosen = sum(children[place].part.name in extras for place in highest)
    others = [child for child in children if child.part.name not in extras]
    full = group.full if not extras else _marks(group, keep.among(len(children)) - chosen, others)
    share = Fraction(1, count) if group.combine is Combine.MEAN else ONE
    factor = share * _factor(others, full, count - chosen, share)
    each = (share if child.part.name in extras else factor for child in children)
    taken = (found if place in highest else ZERO for place, found in enumerate(each))
    return linear(children, tuple(taken))


def _marks(group: Group, count: int, others: Sequence[Draft]) -> Fraction | None:
    """Give the marks of the best parts beside the bonuses and deductions that were chosen."""
    fulls = [child.full for child in others if child.full is not None]
    if len(fulls) < len(others):
        return None
    limits = [limit for limit in (group.declared_max, group.high) if limit is not None]
    return min((_best(fulls, count), *limits))


def _factor(
    children: Sequence[Draft], full: Fraction | None, count: int, share: Fraction
) -> Fraction:
    """Give what the points are taken times because children were left out."""
    rated = [child.full for child in children if child.counts is not Counts.LEFT_OUT]
    fulls = [each for each in rated if each is not None]
    if len(rated) == len(children) or full is None or len(fulls) < len(rated):
        return ONE
    reachable = _best(fulls, count) * share
    return full / reachable if reachable else ONE


def _best(fulls: Sequence[Fraction], count: int) -> Fraction:
    return sum(sorted(fulls, reverse=True)[:count], ZERO)
