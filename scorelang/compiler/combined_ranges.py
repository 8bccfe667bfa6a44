"""The range of what children give together, for every way of combining them.

In: for each child the points it can have, its full marks, its weight, and whether it may be
left out. Out: the range before limits and rounding. Where a child is left out, the rest is
taken times the full marks of the group over those that the rest can reach.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction

import attrs

from scorelang.compiler.expression_walk import through_lets
from scorelang.compiler.ranges import bounds, reach_of
from scorelang.compiler.scope import Scope
from scorelang.model.expressions import Expr, Switch
from scorelang.model.rubric import Combine
from scorelang.numeric.functions import MAX_DEGREE, root
from scorelang.numeric.interval import Interval
from scorelang.numeric.interval_arithmetic import (
    EVERYTHING,
    add,
    divide,
    highest,
    hull,
    lowest,
    multiply,
    only,
    rising,
)
from scorelang.source.structure import Structure

_ZERO = Fraction(0)
_ONE = Fraction(1)
_WEIGHTED_MARKS = Fraction(100)
_MOST_GOING = 8
"""With more children that may be left out, not each choice of them is looked at."""


@attrs.frozen(eq=False, repr=False)
class Share(Structure):
    """A child with what it counts for; ``may_go`` where the rest is taken without it.

    ``is_extra``: a bonus or a deduction, which is not stretched with the rest of a sum.
    """

    points: Interval
    full: Fraction | None
    weight: Expr | None
    may_go: bool
    is_extra: bool = False


def combined(
    shares: Sequence[Share],
    combine: Combine,
    full: Fraction | None,
    scope: Scope,
    high: Fraction | None = None,
) -> Interval:
    """Give the range of children together; ``high`` is a limit that acts on it afterwards."""
    if not shares:
        return only(_ZERO)
    if combine is Combine.SUM and any(share.is_extra for share in shares):
        return _with_extras(shares, full, scope, high)
    if combine is Combine.MEAN and any(share.is_extra for share in shares):
        count = Fraction(len(shares))
        limits = [None if limit is None else limit * count for limit in (full, high)]
        found = _with_extras(shares, limits[0], scope, limits[1])
        return divide(found, only(count))
    if combine is Combine.WEIGHTED:
        whole = _WEIGHTED_MARKS if full is None else full
        return hull(_weighted(shares, whole, known) for known in _by_weights(shares, scope))
    together = _together(combine)
    complete = together([share.points for share in shares])
    if not any(share.may_go for share in shares):
        return complete
    marks = [share.full for share in shares if share.full is not None]
    if len(marks) < len(shares) or (full is None and _turns_over(shares, combine)):
        return EVERYTHING
    whole = _whole(together, marks, high) if full is None else full
    if sum(share.may_go for share in shares) <= _MOST_GOING:
        return hull((complete, *_without_some(shares, together, whole)))
    if combine not in {Combine.SUM, Combine.MEAN} or min(marks) < 0:
        return EVERYTHING
    return hull((complete, multiply(only(whole), _average(shares, marks))))


def _with_extras(
    shares: Sequence[Share], full: Fraction | None, scope: Scope, high: Fraction | None
) -> Interval:
    """Give the range of a sum whose bonuses and deductions keep their points."""
    others = [share for share in shares if not share.is_extra]
    marks = [share.full for share in others if share.full is not None]
    limits = [limit for limit in (full, high) if limit is not None]
    whole = min((sum(marks, _ZERO), *limits)) if len(marks) == len(others) else None
    found = combined(others, Combine.SUM, whole, scope)
    for share in shares:
        if share.is_extra:
            points = hull((share.points, only(_ZERO))) if share.may_go else share.points
            found = add(found, points)
    return found


def _turns_over(shares: Sequence[Share], combine: Combine) -> bool:
    """Whether factors below zero keep full marks from being the most there is."""
    lows = [share.points.low for share in shares]
    multiplies = combine in {Combine.PRODUCT, Combine.GEOMETRIC_MEAN}
    return multiplies and any(low is None or low < 0 for low in lows)


_Together = Callable[[Sequence[Interval]], Interval]


def _together(combine: Combine) -> _Together:
    match combine:
        case Combine.MEAN:
            return lambda found: divide(_sum(found), only(Fraction(len(found))))
        case Combine.LOWEST:
            return lowest
        case Combine.HIGHEST:
            return highest
        case Combine.PRODUCT:
            return _product
        case Combine.GEOMETRIC_MEAN:
            return _geometric
        case Combine.SUM | Combine.WEIGHTED:
            return _sum


def _whole(together: _Together, marks: Sequence[Fraction], high: Fraction | None) -> Fraction:
    """Give the full marks of a group that declares none: what full children come to."""
    found = together([only(mark) for mark in marks]).high or _ZERO
    return found if high is None else min(found, high)


def _without_some(
    shares: Sequence[Share], together: _Together, whole: Fraction
) -> Iterator[Interval]:
    """Give the range for each choice of children that are left out."""
    staying = [share for share in shares if not share.may_go]
    going = [share for share in shares if share.may_go]
    for count in range(len(going)):
        for kept in itertools.combinations(going, count):
            rest = [*staying, *kept]
            if not rest:
                continue
            reachable = together([only(share.full or _ZERO) for share in rest]).high
            scale = whole / reachable if reachable else _ONE
            yield multiply(together([share.points for share in rest]), only(scale))


def _sum(intervals: Iterable[Interval]) -> Interval:
    found = only(_ZERO)
    for interval in intervals:
        found = add(found, interval)
    return found


def _product(intervals: Iterable[Interval]) -> Interval:
    found = only(_ONE)
    for interval in intervals:
        found = multiply(found, interval)
    return found


def _geometric(intervals: Sequence[Interval]) -> Interval:
    """Where the root has no value the group is left out."""
    count = len(intervals)
    if count > MAX_DEGREE:
        return hull(intervals)
    product = _product(intervals)
    if count % 2 == 0:
        product = product.intersect(Interval(_ZERO, None))
    return rising(product, lambda x: root(x, count))


def _weighted(shares: Sequence[Share], whole: Fraction, scope: Scope) -> Interval:
    """Add up shares of full marks by weight, times the full marks of the group."""
    weights = [bounds(share.weight, scope) if share.weight else only(_ZERO) for share in shares]
    known = [end.low for end in weights if end.low is not None and end.low == end.high]
    if len(known) != len(shares) or any(not share.full for share in shares):
        return EVERYTHING
    scaled = [
        attrs.evolve(
            share, points=multiply(share.points, only(weight / (share.full or _ONE))), full=weight
        )
        for share, weight in zip(shares, known, strict=True)
    ]
    if any(share.may_go for share in shares):
        return multiply(only(whole), _average(scaled, known))
    parts = _sum(share.points for share in scaled)
    return multiply(only(whole), divide(parts, only(sum(known) or _ONE)))


def _by_weights(shares: Sequence[Share], scope: Scope) -> Iterator[Scope]:
    """Give a scope for each value of the category that weights differ by."""
    weights = [share.weight for share in shares if share.weight is not None]
    opened = (found for weight in weights for found in through_lets(weight, scope))
    subjects = {found.subject for found in opened if isinstance(found, Switch)}
    if len(subjects) != 1:
        yield scope
        return
    (subject,) = subjects
    values = sorted(reach_of(subject, scope).values or (), key=str)
    yield from (scope.among(subject, (value,)) for value in values)


def _average(shares: Sequence[Share], sizes: Sequence[Fraction]) -> Interval:
    """Give points over full marks, for whatever children remain."""
    lows = [share.points.low for share in shares]
    highs = [share.points.high for share in shares]
    fixed = [not share.may_go for share in shares]
    low = _least_average(lows, sizes, fixed)
    high = _least_average([None if x is None else -x for x in highs], sizes, fixed)
    return Interval(low, None if high is None else -high)


def _least_average(
    amounts: Sequence[Fraction | None], sizes: Sequence[Fraction], fixed: Sequence[bool]
) -> Fraction | None:
    """Give the least amount over size, for all choices of the children that may go."""
    known = [amount for amount in amounts if amount is not None]
    if len(known) != len(amounts):
        return None
    rows = list(zip(known, sizes, fixed, strict=True))
    amount = sum((given for given, size, stays in rows if stays or (not size and given < 0)), _ZERO)
    size_of_all = sum((size for _, size, stays in rows if stays), _ZERO)
    going = sorted(
        ((given / size, size) for given, size, stays in rows if size and not stays),
    )
    if size_of_all:
        return _lowered(amount, size_of_all, going)
    starts = (_lowered(amount + ratio * size, size, going) for ratio, size in going)
    return min((amount, *starts))


def _lowered(
    amount: Fraction, size_of_all: Fraction, going: Sequence[tuple[Fraction, Fraction]]
) -> Fraction:
    """Take in children as long as their own share lies below the average so far."""
    for ratio, size in going:
        if ratio * size_of_all < amount:
            amount, size_of_all = amount + ratio * size, size_of_all + size
    return amount / size_of_all
