"""How much of a group is rated where parts of it are left out and the others are stretched.

In: a group that was taken together and its children. Out: ``Stretched``, what the others were
stretched from and to, in the figures in which it was done: weights of a weighted group, the
full marks of what may count else. Nothing where no child is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

from scorelang.evaluator.draft import ZERO, Counts, Draft
from scorelang.evaluator.index import Index
from scorelang.model.outcome import Stretched
from scorelang.model.rubric import Combine, Group


def stretch_of(
    group: Group,
    children: Sequence[Draft],
    weight: Callable[[Draft], Fraction | None],
    index: Index,
) -> Stretched | None:
    """Say how far a group was rated, if not whole."""
    for child in children:
        if child.counts is Counts.LEFT_OUT:
            break
    else:
        return None
    if group.combine is Combine.WEIGHTED:
        return _by_weight(children, weight)
    others = [child for child in children if child.part.name not in index.extras] or children
    rated = [child for child in others if child.counts is not Counts.LEFT_OUT]
    if len(rated) == len(others):
        return None  # only a bonus or a deduction is left out
    fulls, known = _fulls(others, index), _fulls(rated, index)
    if fulls is None or known is None:
        return None
    if group.keep is not None:
        count = group.keep.among(len(children))
        fulls, known = _best(fulls, count), _best(known, group.keep.among(len(rated)))
    found = sum(known, ZERO), sum(fulls, ZERO)
    if group.combine is Combine.SUM:
        whole = index.marks.get(group.name, group.full)
        found = (found[0], found[1] if whole is None else whole)
    return None if found[0] == found[1] else Stretched(*found)


def _by_weight(
    children: Sequence[Draft], weight: Callable[[Draft], Fraction | None]
) -> Stretched | None:
    weights = [(child.counts is not Counts.LEFT_OUT, weight(child)) for child in children]
    known = [(counts, share) for counts, share in weights if share is not None]
    if len(known) < len(weights):
        return None
    rated = sum((share for counts, share in known if counts), ZERO)
    return Stretched(rated, sum((share for _, share in known), ZERO), by_weight=True)


def _fulls(children: Iterable[Draft], index: Index) -> list[Fraction] | None:
    """Give the marks of parts, those of what is stretched in them where they have extras."""
    found = [
        index.marks[child.part.name] if child.part.name in index.mixed else child.full
        for child in children
    ]
    known = [full for full in found if full is not None]
    return known if len(known) == len(found) else None


def _best(fulls: Sequence[Fraction], count: int) -> list[Fraction]:
    return sorted(fulls, reverse=True)[:count]
