"""The range of a group in which only some children count.

In: for each child the points it can have and whether it may be left out. Out: the range
before limits and rounding. The best of the children rises with each of them, so its ends are
those of the lowest and of the highest points; where children may be left out it lies between
0 and the full marks, if they can neither lose points nor have more than full marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from scorelang.compiler.combined_ranges import Share
from scorelang.model.rubric import Combine, Keep
from scorelang.numeric.interval import Interval
from scorelang.numeric.interval_arithmetic import EVERYTHING, hull

_ZERO = Fraction(0)


def combined_kept(
    shares: Sequence[Share], keep: Keep, combine: Combine, full: Fraction | None
) -> Interval:
    """Give the range of the children that count, added up or their mean."""
    lows = [share.points.low for share in shares]
    highs = [share.points.high for share in shares]
    complete = Interval(_kept(lows, keep, combine), _kept(highs, keep, combine))
    if not any(share.may_go for share in shares):
        return complete
    extras = [share for share in shares if share.is_extra and combine is Combine.SUM]
    others = [share for share in shares if share not in extras]
    marks = [share.full for share in shares]
    stretched = [share.full for share in others]
    whole = _kept(stretched, keep, combine) if full is None or extras else full
    whole = _beside(whole, full, extras) if extras else whole
    is_tame = all(
        low is not None and low >= 0 and high is not None and mark is not None and high <= mark
        for low, high, mark in zip(lows, highs, marks, strict=True)
    )
    if not is_tame or whole is None:
        return EVERYTHING
    return hull((complete, Interval(_ZERO, whole)))


def _beside(
    whole: Fraction | None, full: Fraction | None, extras: Sequence[Share]
) -> Fraction | None:
    """Add bonuses, which keep their points, to what the other parts are stretched to."""
    highs = [share.points.high for share in extras if share.points.high is not None]
    if whole is None or len(highs) < len(extras):
        return None
    return (whole if full is None else min(whole, full)) + sum(highs, _ZERO)


def _kept(ends: Sequence[Fraction | None], keep: Keep, combine: Combine) -> Fraction | None:
    """Give what the highest of these come to; ``None`` where an end is open."""
    known = [end for end in ends if end is not None]
    if len(known) < len(ends):
        return None
    count = keep.among(len(known))
    total = sum(sorted(known, reverse=True)[:count], _ZERO)
    return total / count if combine is Combine.MEAN else total
