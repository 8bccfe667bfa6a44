"""An indicator: its rule, what stands in where it cannot be rated, and how that is known.

In: an indicator, whether it applies, and the frame. Out: ``RatedPart``, before overrides that
let it score nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from scorelang.kernel import nodes as k
from scorelang.kernel.builder import ZERO, Builder
from scorelang.kernel.frame import Frame, RatedPart
from scorelang.kernel.lower_rules import lower_rule
from scorelang.kernel.lower_values import lower
from scorelang.kernel.nodes import Ref
from scorelang.kernel.taken import Taken
from scorelang.model.expressions import Comparison
from scorelang.model.rubric import IfMissing, IfNotApplying, Indicator
from scorelang.model.rules import AllThatHold
from scorelang.numeric.rounding import Rounding


def lower_indicator(indicator: Indicator, applies: Ref, frame: Frame) -> RatedPart:
    """Give the slots of an indicator."""
    b = frame.builder
    is_na, is_asked = b.surely_not(applies), b.surely(applies)
    taken = _taken(indicator, frame)
    rated = rounded(taken.points, indicator.roundings, b)
    rated = b.select(((is_asked, rated),), b.missing)
    has_gap = b.all((is_asked, b.any((taken.counted, taken.gap))))
    policy = _Policy(indicator, taken, rated, has_gap, is_asked, frame)
    not_ratable = b.select(((is_asked, taken.not_ratable),), b.missing)
    points = b.select(
        ((is_na, b.missing), (policy.takes_ends, policy.ends), (policy.acts, policy.points)), rated
    )
    is_unrated = b.all((b.negated(is_na), policy.acts))
    part = RatedPart(
        part=indicator,
        points=points,
        value=points,
        left_out=b.no,
        is_na=is_na,
        readable=b.select(((is_unrated, b.missing),), points),
        is_incomplete=b.all((b.negated(is_na), b.any((policy.acts, has_gap)))),
        is_unrated=is_unrated,
        level=b.select(((is_asked, taken.level),), b.missing),
        inside=b.constant(ZERO),
        extra=b.constant(ZERO),
        not_ratable=not_ratable,
        reason=b.select(((is_asked, taken.reason),), b.missing),
        flags=(
            *_where(taken.flags, is_asked, b),
            *((flag, b.is_known(rated)) for flag in indicator.flags),
        ),
        actions=tuple(_where(taken.actions, is_asked, b)),
    )
    frame.faults += [
        (code, field, b.all((is_asked, broken))) for code, field, broken in taken.faults
    ]
    if indicator.missing.policy is IfMissing.REJECT:
        frame.faults.append(("R0203", indicator.name, is_unrated))
    return with_value(part, frame)


def with_value(rated: RatedPart, frame: Frame) -> RatedPart:
    """Add what a part counts in its group, from its points and from how it was rated.

    What is left out has no points and is not replaced by full marks or by 0.
    """
    b, part = frame.builder, rated.part
    no_points = b.is_missing(rated.points)
    full, nothing = b.no, b.no
    if part.applies is not None:
        full = rated.is_na if part.applies.otherwise is IfNotApplying.FULL_MARKS else b.no
        nothing = rated.is_na if part.applies.otherwise is IfNotApplying.ZERO else b.no
    left_out = b.all((no_points, b.negated(full), b.negated(nothing)))
    marks = b.constant(part.full or ZERO)
    return attrs.evolve(
        rated,
        value=b.coalesce((b.select(((full, marks),), rated.points), b.constant(ZERO))),
        left_out=left_out,
        extra=b.coalesce((rated.points, b.constant(ZERO))),
    )


def rounded(ref: Ref, roundings: Iterable[Rounding], b: Builder) -> Ref:
    """Round by one rule after the other."""
    for rounding in roundings:
        ref = b.add(k.Round(ref, rounding))
    return ref


def _taken(indicator: Indicator, frame: Frame) -> Taken:
    """Give what the rule gives; with open criteria of counts, the end that was asked for."""
    b, first = frame.builder, lower_rule(indicator.rule, frame)
    policy = indicator.missing
    if not policy.open_counts or b.is_surely(first.counted, value=False):
        return first
    found = [first]
    found += [lower_rule(indicator.rule, frame, met + 1) for met in range(policy.open_counts)]
    op = Comparison.BELOW if policy.is_low else Comparison.ABOVE
    best = first
    for each in found[1:]:
        takes_it = b.surely(b.compare(op, each.points, best.points))
        best = _either(takes_it, each, best, b)
    is_certain = b.all(b.is_known(each.points) for each in found)
    chosen = _either(b.all((first.counted, is_certain)), best, first, b)
    return attrs.evolve(chosen, counted=first.counted, faults=first.faults)


def _either(condition: Ref, then: Taken, otherwise: Taken, b: Builder) -> Taken:
    def pick(get: Callable[[Taken], Ref]) -> Ref:
        return b.select(((condition, get(then)),), get(otherwise))

    def named(get: Callable[[Taken], tuple[tuple[str, Ref], ...]]) -> tuple[tuple[str, Ref], ...]:
        names = dict.fromkeys(name for taken in (then, otherwise) for name, _ in get(taken))
        return tuple(
            (name, pick(lambda taken, name=name: dict(get(taken)).get(name, b.no)))  # type: ignore[misc]
            for name in names
        )

    return attrs.evolve(
        then,
        points=pick(lambda taken: taken.points),
        level=pick(lambda taken: taken.level),
        not_ratable=pick(lambda taken: taken.not_ratable),
        reason=pick(lambda taken: taken.reason),
        flags=named(lambda taken: taken.flags),
        actions=named(lambda taken: taken.actions),
        gap=pick(lambda taken: taken.gap),
        gaps=tuple(
            b.select(((condition, one),), other)
            for one, other in zip(then.gaps, otherwise.gaps, strict=True)
        ),
        held=tuple(
            b.select(((condition, one),), other)
            for one, other in zip(then.held, otherwise.held, strict=True)
        ),
    )


class _Policy:
    """What is done where an indicator cannot, or not fully, be rated.

    ``acts``: its points stand in for those of the rule; ``takes_ends``: each line of a list that
    is open gives the end that was asked for.
    """

    def __init__(  # noqa: PLR0913, PLR0917  it decides by all of them
        self,
        indicator: Indicator,
        taken: Taken,
        rated: Ref,
        has_gap: Ref,
        is_asked: Ref,
        frame: Frame,
    ) -> None:
        b, policy = frame.builder, indicator.missing
        covered = has_gap if policy.covers_gaps else b.no
        any_line = b.any(taken.gaps) if policy.ends else b.no
        self.takes_ends = b.all((covered, any_line))
        unrated = b.any((b.is_missing(rated), covered))
        goes_out = b.all((is_asked, b.is_known(taken.not_ratable)))
        self.acts = b.all((b.negated(self.takes_ends), unrated, b.negated(goes_out)))
        given = policy.points if policy.policy.gives_points else None
        self.points = b.constant(given)
        self.ends = b.missing
        if policy.ends and not b.is_surely(self.takes_ends, value=False):
            self.ends = _ends(indicator, taken, frame)


def _ends(indicator: Indicator, taken: Taken, frame: Frame) -> Ref:
    """Give what a list comes to where each open line gives the end that was asked for."""
    b, policy, rule = frame.builder, indicator.missing, indicator.rule
    assert isinstance(rule, AllThatHold), "ends belong to the lines of a list"
    pairs = [*zip(taken.gaps, policy.ends, strict=True)]
    without_limit = b.any(gap for gap, end in pairs if end is None)
    open_ends = [
        b.select(((gap, b.constant(end)),), b.constant(ZERO))
        for gap, end in pairs
        if end is not None
    ]
    points = b.sum((*taken.held, *open_ends))
    if rule.low is not None:
        points = b.highest((points, lower(rule.low, frame)))
    if rule.high is not None:
        points = b.lowest((points, lower(rule.high, frame)))
    worst = b.constant(policy.points)
    points = b.coalesce((b.select(((without_limit, worst),), points), worst))
    points = rounded(points, indicator.roundings, b)
    both = (points, worst)
    return b.highest(both) if policy.is_low else b.lowest(both)


def _where(
    named: Iterable[tuple[str, Ref]], condition: Ref, b: Builder
) -> Iterable[tuple[str, Ref]]:
    return ((name, b.all((condition, ref))) for name, ref in named)
