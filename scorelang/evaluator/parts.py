"""The points of indicators and groups.

In: a part and the scope of a record. Out: a ``Draft``, kept in the scope; the points of
the part become readable there. May report R0203, a value that the rubric demands.
Each part is rated once, when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import assert_never

from scorelang.evaluator.choosing import combine_kept
from scorelang.evaluator.combining import Combined, combine, extras_inside
from scorelang.evaluator.draft import ZERO, Counts, Draft
from scorelang.evaluator.errors import SAID
from scorelang.evaluator.expressions import number, truth
from scorelang.evaluator.missing import causes_of, causes_of_indicator, fields_in, say, why_no_line
from scorelang.evaluator.overrides import has_expired, note_expired
from scorelang.evaluator.rejections import not_rated
from scorelang.evaluator.rules import Taken, apply_rule, limited
from scorelang.evaluator.scope import Scope
from scorelang.evaluator.stretching import stretch_of
from scorelang.evaluator.weights import why_no_weights
from scorelang.model.outcome import Adjustment, AdjustmentKind, AppliedOverride, PartStatus
from scorelang.model.rubric import (
    Applies,
    Combine,
    Group,
    IfMissing,
    IfNotApplying,
    Indicator,
    Part,
)
from scorelang.model.rules import AllThatHold
from scorelang.numeric.rounding import Rounding, round_to


def rate_part(part: Part, scope: Scope) -> Draft:
    """Rate an indicator or a group of the rubric, or give what it was rated."""
    name = part.name
    known = scope.drafts.get(name)
    if known is not None:
        return known
    applies = _applies(part, scope) if name in scope.index.conditional else True
    if applies is False:
        draft = _not_applying(part, scope)
    elif isinstance(part, Group):
        draft = rate_group(part, scope)
    else:
        draft = _rate_indicator(part, scope, applies=applies)
    if name in scope.index.zeros:
        _zero(draft, scope)
    scope.drafts[name] = draft
    scope.scores[name] = draft.points
    is_read = isinstance(part, Group) or draft.status is not PartStatus.MISSING
    scope.points[name] = draft.points if is_read else None
    scope.judged[name] = draft.points
    return draft


def _applies(part: Part, scope: Scope) -> bool | None:
    """Whether a part applies, with all groups around it; missing where that is undecided."""
    if part.name in scope.applying:
        return scope.applying[part.name]
    parent = scope.index.parents.get(part.name)
    around = True if parent is None else _applies(parent, scope)
    own: bool | None = True
    if part.applies is not None and around is not False:
        own = truth(part.applies.condition, scope)
    found = False if around is False or own is False else None if own is None else around
    scope.applying[part.name] = found
    return found


def _not_applying(part: Part, scope: Scope) -> Draft:
    children: Sequence[Part] = part.children if isinstance(part, Group) else ()
    inside = tuple(rate_part(child, scope).seal(ZERO) for child in children)
    counts = _counts_instead(part.applies)
    extras = ZERO
    if counts is Counts.FULL_MARKS and part.name in scope.index.mixed:
        extras = (part.full or ZERO) - (scope.index.marks[part.name] or ZERO)
    return Draft(part, PartStatus.NOT_APPLYING, None, counts, children=inside, extras=extras)


def _counts_instead(applies: Applies | None) -> Counts:
    if applies is None:
        return Counts.LEFT_OUT
    match applies.otherwise:
        case IfNotApplying.RESCALE:
            return Counts.LEFT_OUT
        case IfNotApplying.FULL_MARKS:
            return Counts.FULL_MARKS
        case IfNotApplying.ZERO:
            return Counts.NOTHING
        case _:
            assert_never(applies.otherwise)


def _rate_indicator(indicator: Indicator, scope: Scope, *, applies: bool | None) -> Draft:
    outer, scope.has_gap = scope.has_gap, False
    taken = Taken(None) if applies is None else apply_rule(indicator.rule, scope)
    if scope.has_gap and indicator.missing.open_counts:
        taken = _at_worst(indicator, taken, scope)
    has_gap, scope.has_gap = scope.has_gap or taken.has_gap, outer
    if taken.level is not None:
        scope.levels[indicator.name] = taken.level
    points = taken.points
    if points is not None:
        points = round_in_turn(points, indicator.roundings)
    draft = Draft(
        indicator,
        PartStatus.PARTLY if has_gap else PartStatus.RATED,
        points,
        Counts.POINTS if points is not None else Counts.LEFT_OUT,
        taken.level,
        taken.branch,
        taken.compared,
        (*taken.flags, *(() if points is None else indicator.flags)),
        taken.reason,
        taken.not_ratable,
        places=taken.places,
        items=taken.items,
        actions=taken.actions,
    )
    is_gap_covered = has_gap and indicator.missing.covers_gaps
    if is_gap_covered and taken.gaps and indicator.missing.ends:
        _take_ends(indicator, taken, draft, scope)
    elif (points is None or is_gap_covered) and taken.not_ratable is None:
        _do_without(indicator, draft, scope)
    elif has_gap:
        why = say(causes_of_indicator(indicator, scope))
        draft.note = why or SAID["partly"].format(name=indicator.name)
    return draft


def _at_worst(indicator: Indicator, taken: Taken, scope: Scope) -> Taken:
    """Give the end that was asked for among the counts that the open criteria leave possible."""
    policy, found = indicator.missing, [taken]
    for scope.open_as_met in range(1, policy.open_counts + 1):
        found.append(apply_rule(indicator.rule, scope))
    scope.open_as_met = 0
    rated = [each for each in found if each.points is not None]
    pick = min if policy.is_low else max
    return pick(rated, key=lambda each: each.points or ZERO) if len(rated) == len(found) else taken


def _take_ends(indicator: Indicator, taken: Taken, draft: Draft, scope: Scope) -> None:
    """Let each line of a list that is open give the end of its points that was asked for."""
    assert isinstance(indicator.rule, AllThatHold), "ends belong to the lines of a list"
    policy = indicator.missing
    ends = [policy.ends[place] for place in taken.gaps]
    known = [end for end in ends if end is not None]
    held = (item.points for item in taken.items if item.holds)
    sure = sum((points for points in held if points is not None), ZERO)
    points = limited(sure + sum(known), indicator.rule, scope)
    if points is None or len(known) < len(ends):
        points = policy.points
    points = round_in_turn(points, indicator.roundings)
    # Lines that exclude one another cannot all be open to the same end.
    draft.points = (max if policy.is_low else min)(points, policy.points)
    draft.counts = Counts.POINTS
    draft.note = say(causes_of_indicator(indicator, scope))


def _do_without(indicator: Indicator, draft: Draft, scope: Scope) -> None:
    """Follow the policy for an indicator that cannot be rated."""
    causes = causes_of_indicator(indicator, scope)
    why = say(causes) or why_no_line(indicator.rule, indicator.name, scope)
    draft.status, draft.note, draft.items = PartStatus.MISSING, why, ()
    match indicator.missing.policy:
        case IfMissing.POINTS | IfMissing.WORST | IfMissing.LOWEST | IfMissing.HIGHEST:
            draft.points, draft.counts = indicator.missing.points, Counts.POINTS
        case IfMissing.LEAVE_OUT:
            draft.points, draft.counts = None, Counts.LEFT_OUT
        case IfMissing.REJECT:
            fields = fields_in(causes) or (indicator.name,)
            scope.faults += not_rated(indicator.name, fields, why, scope.values)
        case _:
            assert_never(indicator.missing.policy)


def rate_group(group: Group, scope: Scope, base: Fraction = ZERO) -> Draft:
    """Rate a group that applies, with points it starts from (those of the total)."""
    children = [rate_part(child, scope) for child in group.children]
    why = _why_not(group, children, scope)
    if why is not None:
        return _left_out(group, children, why)
    together = take_together(group, children, scope)
    if together is None:
        if group.combine is Combine.WEIGHTED:
            return _left_out(group, children, why_no_weights(group, scope))
        way = SAID[group.combine.value]
        return _left_out(group, children, SAID["combined"].format(name=group.name, way=way))
    points, adjustments = _finish(group, together, base)
    return Draft(
        group,
        _status(children),
        points,
        children=tuple(map(Draft.seal, children, together.factors)),
        adjustments=adjustments,
        stretched=stretch_of(group, children, lambda child: weight_of(child, scope), scope.index),
        extras=extras_inside(group, children, scope.index),
    )


def take_together(group: Group, children: Sequence[Draft], scope: Scope) -> Combined | None:
    """Give what the children of a group come to; nothing where they have no value together."""
    if group.keep is not None:
        return combine_kept(group, group.keep, children, scope.index)
    return combine(group, children, lambda child: weight_of(child, scope), scope.index)


def _why_not(group: Group, children: Sequence[Draft], scope: Scope) -> str | None:
    """Say why a group cannot be rated: nothing is left of it, or too little."""
    extras = frozenset() if group.combine is Combine.WEIGHTED else scope.index.extras
    others = [child for child in children if child.part.name not in extras]
    if all(child.counts is Counts.LEFT_OUT for child in others or children):
        left = any(child.counts is not Counts.LEFT_OUT for child in children)
        return SAID["only extras" if left else "nothing left"]
    if group.least_coverage is None:
        return None
    stretched = others if others and group.name in scope.index.marks else children
    applying = [child for child in stretched if child.status is not PartStatus.NOT_APPLYING]
    sizes = [_size(child, group, scope) for child in applying]
    rated = (
        size
        for child, size in zip(applying, sizes, strict=True)
        if child.counts is not Counts.LEFT_OUT
    )
    if sum(rated) >= group.least_coverage * sum(sizes):
        return None
    return SAID["coverage"].format(name=group.name)


def _size(child: Draft, group: Group, scope: Scope) -> Fraction:
    """Give how much a child matters for the coverage: its weight, or its full marks."""
    found = weight_of(child, scope) if group.combine is Combine.WEIGHTED else child.full
    return found if found is not None else ZERO


def _left_out(group: Group, children: Sequence[Draft], why: str) -> Draft:
    """Leave a group out of its parent; it does not apply where none of its children does."""
    status = _status(children)
    if status is not PartStatus.NOT_APPLYING:
        status = PartStatus.MISSING
    inside = tuple(child.seal(ZERO) for child in children)
    return Draft(group, status, None, Counts.LEFT_OUT, note=why, children=inside)


def _status(children: Sequence[Draft]) -> PartStatus:
    """Give the status of a group: that of its children if they agree, else partly rated.

    A child that does not apply but counts all the same (full marks, or 0) is rated.
    """
    found = PartStatus.NOT_APPLYING
    for child in children:
        status = child.status
        if status is PartStatus.NOT_APPLYING and child.counts is not Counts.LEFT_OUT:
            status = PartStatus.RATED
        if status is not PartStatus.NOT_APPLYING:
            if found is not PartStatus.NOT_APPLYING and status is not found:
                return PartStatus.PARTLY
            found = status
    return found


def weight_of(child: Draft, scope: Scope) -> Fraction | None:
    """Give the weight of a child in its group."""
    return None if child.part.weight is None else number(child.part.weight, scope)


def _finish(
    group: Group, together: Combined, base: Fraction
) -> tuple[Fraction, tuple[Adjustment, ...]]:
    """Add the base, keep within the limits, round; and write down what each of them changed."""
    points, adjustments = together.value, together.adjustments
    if base is not ZERO and base:
        points += base
        adjustments = (*adjustments, Adjustment(AdjustmentKind.BASE, base))
    kept = _limited(points, group.low, group.high)
    if kept is not points:
        adjustments = (*adjustments, Adjustment(AdjustmentKind.LIMIT, kept - points))
    if not group.roundings:
        return kept, adjustments
    rounded = round_in_turn(kept, group.roundings)
    return rounded, (*adjustments, *rounding_step(kept, rounded))


def _limited(points: Fraction, low: Fraction | None, high: Fraction | None) -> Fraction:
    if low is not None and points < low:
        return low
    return high if high is not None and points > high else points


def round_in_turn(points: Fraction, roundings: Iterable[Rounding]) -> Fraction:
    """Round by one rule after the other; by none: exact."""
    for rounding in roundings:
        points = round_to(points, rounding)
    return points


def rounding_step(before: Fraction, after: Fraction) -> tuple[Adjustment, ...]:
    """Give what rounding changed as a line of the ledger, if it changed anything."""
    if before is after or before == after:
        return ()
    return (Adjustment(AdjustmentKind.ROUNDING, after - before),)


def _zero(draft: Draft, scope: Scope) -> None:
    """Let a part score nothing where an override says so; what does not apply stays so."""
    name = draft.part.name
    scope.points[name] = draft.points  # for conditions that ask for the points themselves
    for override in scope.index.zeros[name]:
        if has_expired(override, scope):
            note_expired(override, scope)
            continue
        holds = truth(override.condition, scope)
        if holds is None:
            scope.undecided[override.name] = say(causes_of(override.condition, scope))
        elif holds:
            scope.zeroed[override.name] = AppliedOverride(
                override.name, override.kind.value, None, None, override.reason
            )
            if draft.status is not PartStatus.NOT_APPLYING:
                _take_all(draft)


def _take_all(draft: Draft) -> None:
    if draft.points:
        lost = Adjustment(AdjustmentKind.ZEROED, -draft.points)
        draft.adjustments = (*draft.adjustments, lost)
    draft.points, draft.counts, draft.extras = ZERO, Counts.POINTS, ZERO
