"""Parts: whether they apply, their points, and overrides that let them score nothing.

In: a part and the frame. Out: ``RatedPart``, kept in the frame; each part is lowered once, when
it is first asked for.
"""

from __future__ import annotations

import attrs

from scorelang.kernel.builder import ZERO
from scorelang.kernel.frame import Frame, RatedPart
from scorelang.kernel.lower_gaps import gap_of
from scorelang.kernel.lower_groups import lower_group
from scorelang.kernel.lower_indicators import lower_indicator, rounded, with_value
from scorelang.kernel.lower_values import lower
from scorelang.kernel.nodes import Ref
from scorelang.kernel.slots import Origin
from scorelang.kernel.until import acts_and_expired
from scorelang.model.rubric import Group, Part


def lower_named(name: str, frame: Frame) -> None:
    """Lower the part or the named score of this name, so that its points can be read."""
    score = next((each for each in frame.rubric.scores if each.name == name), None)
    if score is None:
        lower_part(frame.parts[name], frame)
        return
    points = rounded(lower(score.value, frame), score.roundings, frame.builder)
    frame.builder.name(points, Origin(f"score {name}", score.span))
    frame.score_gaps[name] = gap_of(score.value, frame)
    frame.readable[name] = frame.scores[name] = points


def lower_part(part: Part, frame: Frame) -> RatedPart:
    """Lower an indicator or a group of the rubric, or give what was made of it."""
    name = part.name
    if name in frame.rated:
        return frame.rated[name]
    applies = applies_of(part, frame)
    if isinstance(part, Group):
        children = [lower_part(child, frame) for child in part.children]
        rated = lower_group(part, children, applies, frame)
    else:
        rated = lower_indicator(part, applies, frame)
    rated = with_value(rated, frame)
    frame.levels[name] = rated.level
    if name in frame.zeros:
        rated = _zeroed(rated, frame)
    frame.builder.name(rated.points, Origin(f"points of {name}", part.span))
    frame.rated[name] = rated
    frame.readable[name], frame.judged[name] = rated.readable, rated.points
    return rated


def applies_of(part: Part, frame: Frame) -> Ref:
    """Whether a part applies, with all groups around it; missing where that is undecided."""
    if part.name not in frame.applies:
        b, parent = frame.builder, frame.parents.get(part.name)
        around = b.yes if parent is None else applies_of(parent, frame)
        own = b.yes if part.applies is None else lower(part.applies.condition, frame)
        frame.applies[part.name] = b.all((around, own))
    return frame.applies[part.name]


def _zeroed(rated: RatedPart, frame: Frame) -> RatedPart:
    """Let a part score nothing where an override says so; what does not apply stays so."""
    b, name = frame.builder, rated.part.name
    # Its own condition asks for the points themselves.
    frame.readable[name] = frame.judged[name] = rated.points
    for override in frame.zeros[name]:
        acts, undecided, expired = acts_and_expired(override, frame)
        frame.zeroed[override.name] = (acts, undecided, expired)
        takes = b.all((acts, b.negated(rated.is_na)))
        zero = b.constant(ZERO)

        def nothing(ref: Ref, takes: Ref = takes, zero: Ref = zero) -> Ref:
            return b.select(((takes, zero),), ref)

        unread = b.all((takes, rated.is_unrated))
        rated = attrs.evolve(
            rated,
            points=nothing(rated.points),
            value=nothing(rated.value),
            extra=nothing(rated.extra),
            inside=nothing(rated.inside),
            left_out=b.all((b.negated(takes), rated.left_out)),
            readable=b.select(((unread, b.missing), (takes, zero)), rated.readable),
        )
    return rated
