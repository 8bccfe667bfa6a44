"""The full marks of what applies of a part.

Of a sum those of the parts in it that are not left out because they do not apply. What is not
rated does apply.
"""

from __future__ import annotations

from scorelang.kernel.builder import ZERO, Builder
from scorelang.kernel.counting import places_in
from scorelang.kernel.frame import Frame
from scorelang.kernel.nodes import Ref
from scorelang.model.expressions import Comparison
from scorelang.model.rubric import Combine, Group, IfNotApplying, Keep, Part


def applicable_full(name: str, frame: Frame) -> Ref:
    """Give the full marks of what applies."""
    frame.points_of(name, judging=False)  # lowers the part with all parts in it
    return _full(frame.parts[name], frame)


def _full(part: Part, frame: Frame) -> Ref:
    b, rated = frame.builder, frame.rated[part.name]
    full = b.constant(part.full or ZERO)
    goes = part.applies is None or part.applies.otherwise is IfNotApplying.RESCALE
    without = b.constant(ZERO) if goes else full
    own = full
    if isinstance(part, Group) and part.combine is Combine.SUM:
        fulls = [_full(child, frame) for child in part.children]
        inside = b.sum(fulls) if part.keep is None else _kept(part.keep, fulls, frame)
        own = b.lowest((full, inside))
    return b.select(((rated.is_na, without),), own)


def _kept(keep: Keep, fulls: list[Ref], frame: Frame) -> Ref:
    """Add up the best of the marks, or all but the lowest of those that are there."""
    b = frame.builder
    zero = b.constant(ZERO)
    there = [b.compare(Comparison.NOT_EQUAL, full, zero) for full in fulls]
    chosen = kept_among(keep, places_in(fulls, there, b), there, b)
    return b.sum(
        b.select(((is_in, full),), zero) for is_in, full in zip(chosen, fulls, strict=True)
    )


def kept_among(keep: Keep, before: list[list[Ref]], counts: list[Ref], b: Builder) -> list[Ref]:
    """Say of each that counts whether it is among those that are kept.

    ``before`` says which others, that count, come before each. All but the lowest are those
    behind which there are as many as are dropped; the first is always kept.
    """
    found = []
    for place, (own, ahead) in enumerate(zip(counts, before, strict=True)):
        if keep.best:
            is_in = b.negated(b.at_least(keep.count, ahead))
        else:
            others = [each for other, each in enumerate(counts) if other != place]
            behind = [
                b.all((there, b.negated(is_ahead)))
                for there, is_ahead in zip(others, ahead, strict=True)
            ]
            is_first = b.negated(b.any(ahead))
            is_in = b.any((is_first, b.at_least(keep.count, behind)))
        found.append(b.all((own, is_in)))
    return found
