"""How the children of a group are taken together.

In: what each child came to. Out: the sum (mean, product, ...) with each child's factor,
so that ``sum(points * factor) + adjustments`` is the value: the ledger adds up.

Where a child is left out (it does not apply, or is missing and not counted) the rest is
rescaled to the group's full marks, whatever the way of combining: times the full marks
of the group over those that the rest alone could reach. In a sum or a mean bonuses and
deductions (extras) keep their points, and the marks are those of the other parts; so do
those inside a group that is a plain sum.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from math import prod
from typing import assert_never

import attrs

from scorelang.evaluator.draft import ONE, ZERO, Counts, Draft
from scorelang.evaluator.index import Index
from scorelang.model.outcome import Adjustment, AdjustmentKind
from scorelang.model.rubric import Combine, Group
from scorelang.numeric.functions import root


@attrs.define
class Combined:
    """The value of a group before limits and rounding; ``factors`` are in the order of children."""

    value: Fraction
    factors: tuple[Fraction, ...]
    adjustments: tuple[Adjustment, ...] = ()


def combine(
    group: Group,
    children: Sequence[Draft],
    weight: Callable[[Draft], Fraction | None],
    index: Index,
) -> Combined | None:
    """Take children together; nothing where the way of combining has no value for them.

    At least one child must count. ``weight`` gives the weight of a child.
    """
    match group.combine:
        case Combine.SUM if group.name in index.marks:
            return _beside_extras(children, index.marks[group.name], index)
        case Combine.SUM:
            return _level(children, _rescale(group, children, sum))
        case Combine.MEAN if group.name in index.marks:
            found = _beside_extras(children, index.marks[group.name], index)
            return _times(found, Fraction(1, len(children)))
        case Combine.MEAN:
            scale = _rescale(group, children, _mean) / sum(map(_counts, children))
            return _level(children, scale)
        case Combine.WEIGHTED:
            factors = _weighted(group, children, weight)
            return None if factors is None else linear(children, factors)
        case Combine.LOWEST:
            return _one(children, min, _rescale(group, children, min))
        case Combine.HIGHEST:
            return _one(children, max, _rescale(group, children, max))
        case Combine.PRODUCT:
            return _whole(children, prod(_values(children)) * _rescale(group, children, prod))
        case Combine.GEOMETRIC_MEAN:
            value = _geometric(list(_values(children)))
            scale = _rescale(group, children, lambda fulls: _geometric(list(fulls)))
            return None if value is None else _whole(children, value * scale)
        case _:
            assert_never(group.combine)


def value_of(child: Draft) -> Fraction:
    """Give what a child counts in its group."""
    if child.counts is Counts.FULL_MARKS:
        return child.full or ZERO
    return child.points if child.counts is Counts.POINTS and child.points is not None else ZERO


def _counts(child: Draft) -> bool:
    return child.counts is not Counts.LEFT_OUT


def _values(children: Iterable[Draft]) -> Iterable[Fraction]:
    return (value_of(child) for child in children if _counts(child))


def _rescale(
    group: Group,
    children: Sequence[Draft],
    together: Callable[[Iterable[Fraction]], Fraction | int | None],
) -> Fraction:
    """Give the factor that takes the children that count to the group's full marks."""
    for child in children:
        if child.counts is Counts.LEFT_OUT:
            break
    else:
        return ONE
    fulls = [child.full for child in children if _counts(child)]
    known = [full for full in fulls if full is not None]
    if group.full is None or len(known) < len(fulls):
        return ONE
    reachable = together(known)
    return group.full / reachable if reachable else ONE


def _beside_extras(children: Sequence[Draft], marks: Fraction | None, index: Index) -> Combined:
    """Stretch the parts that are no extras to what they could have reached together.

    What such a part has of extras inside is taken back out of the stretching.
    """
    others = [child for child in children if child.part.name not in index.extras]
    fulls = [_marks(child, index) for child in others if _counts(child)]
    reachable = sum((full for full in fulls if full is not None), ZERO)
    is_whole = len(fulls) == len(others) or None in fulls
    factor = ONE if is_whole or marks is None or not reachable else marks / reachable
    found = linear(
        children,
        tuple(ONE if child.part.name in index.extras else factor for child in children),
    )
    inside = sum((child.extras for child in others), ZERO)
    kept = inside * (1 - factor)
    if not kept:
        return found
    taken = Adjustment(AdjustmentKind.KEPT, kept)
    return Combined(found.value + kept, found.factors, (*found.adjustments, taken))


def _marks(child: Draft, index: Index) -> Fraction | None:
    return index.marks[child.part.name] if child.part.name in index.mixed else child.full


def extras_inside(group: Group, children: Iterable[Draft], index: Index) -> Fraction:
    """Give what bonuses and deductions come to inside a group with other parts."""
    if group.name not in index.mixed:
        return ZERO
    each = (
        _as_extra(child) if child.part.name in index.extras else child.extras for child in children
    )
    return sum(each, ZERO)


def _as_extra(child: Draft) -> Fraction:
    found = child.points if child.counts is Counts.POINTS else None
    return ZERO if found is None else found


def _level(children: Sequence[Draft], factor: Fraction) -> Combined:
    """Add up what children give, all times the same factor."""
    plain = linear(children, (ONE,) * len(children))
    return plain if factor is ONE else _times(plain, factor)


def _times(found: Combined, factor: Fraction) -> Combined:
    adjustments = tuple(Adjustment(each.kind, each.amount * factor) for each in found.adjustments)
    factors = tuple(each * factor for each in found.factors)
    return Combined(found.value * factor, factors, adjustments)


def _weighted(
    group: Group, children: Sequence[Draft], weight: Callable[[Draft], Fraction | None]
) -> tuple[Fraction, ...] | None:
    """Each child as share of its own full marks, by weight, of the group's full marks."""
    weights = [weight(child) if _counts(child) else ZERO for child in children]
    known = [share for share in weights if share is not None]
    # The weights of all children should add up to one; of those that count, they are made to.
    together = sum(known)
    if len(known) < len(weights) or not together or any(share < 0 for share in known):
        return None
    full = group.full if group.full is not None else Fraction(100)
    return tuple(
        share * full / (child.full * together) if child.full else ZERO
        for share, child in zip(known, children, strict=True)
    )


def linear(children: Sequence[Draft], factors: tuple[Fraction, ...]) -> Combined:
    """Add up what children give, each times its factor."""
    terms, given = [], ZERO
    for child, factor in zip(children, factors, strict=True):
        if child.counts is Counts.POINTS and child.points is not None:
            terms.append(child.points if factor is ONE else child.points * factor)
        elif child.counts is Counts.FULL_MARKS:
            given += value_of(child) * factor
    value = terms[0] if terms else ZERO
    for term in terms[1:]:
        value += term
    if given is ZERO:
        return Combined(value, factors)
    return Combined(value + given, factors, (Adjustment(AdjustmentKind.FULL_MARKS, given),))


def _one(
    children: Sequence[Draft], pick: Callable[[Iterable[Fraction]], Fraction], scale: Fraction
) -> Combined:
    """The lowest or highest child gives all, the first of equal ones."""
    picked = pick(_values(children))
    places = [
        place
        for place, child in enumerate(children)
        if _counts(child) and value_of(child) == picked
    ]
    factors = tuple(scale if place == places[0] else ZERO for place in range(len(children)))
    return linear(children, factors)


def _whole(children: Sequence[Draft], value: Fraction) -> Combined:
    """A product is no sum of what its factors give."""
    factors = tuple(ZERO for _ in children)
    return Combined(value, factors, (Adjustment(AdjustmentKind.COMBINED, value),))


def _mean(values: Iterable[Fraction]) -> Fraction:
    taken = list(values)
    return sum(taken, ZERO) / len(taken)


def _geometric(values: Sequence[Fraction]) -> Fraction | None:
    return root(prod(values, start=ONE), len(values))
