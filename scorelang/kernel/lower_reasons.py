"""Reason codes: what each indicator costs a record, or gives it, against its baseline.

In: the frame with all parts lowered. Out: for each indicator that can be named the number of its
reason and its distance in counted points: what the total (or the top group) would gain if the
indicator had its baseline. Limits of groups are left aside.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from scorelang.kernel.builder import ONE
from scorelang.kernel.frame import Frame, RatedPart
from scorelang.kernel.lower_groups import taken_together
from scorelang.kernel.lower_indicators import rounded
from scorelang.kernel.lower_values import lower
from scorelang.kernel.nodes import Ref
from scorelang.kernel.outputs import ReasonSlots
from scorelang.model.extras import is_extra, is_mixed
from scorelang.model.rubric import Combine, Group, Indicator, ReasonOrder


def lower_reasons(order: ReasonOrder, frame: Frame) -> Iterator[ReasonSlots]:
    """Give the slots of each indicator that has a baseline and a reason code."""
    b, total = frame.builder, frame.rubric.total
    roundings = total.roundings if total is not None and total.root is not None else ()
    for name, part in frame.parts.items():
        if not isinstance(part, Indicator) or part.baseline is None:
            continue
        rated, code = frame.rated[name], _code(part, frame)
        if b.is_surely(code, None):
            continue
        gained = b.difference(lower(part.baseline, frame), rated.points)
        difference = _counted(rated, gained, is_apart=False, frame=frame)
        if order.above:
            difference = b.linear(((-ONE, difference),))
        is_given = b.is_known(b.difference(lower(part.baseline, frame), rated.points))
        code = b.select(((is_given, code),), b.missing)
        yield ReasonSlots(name, code, difference, rounded(difference, roundings, b))


def _code(indicator: Indicator, frame: Frame) -> Ref:
    """Give the number of the reason of the line that was taken, else of the indicator."""
    own = frame.builder.missing
    if indicator.reason is not None:
        number = frame.reasons.setdefault(indicator.reason, len(frame.reasons))
        own = frame.builder.constant(ONE * number)
    return frame.builder.coalesce((frame.rated[indicator.name].reason, own))


def _counted(rated: RatedPart, gained: Ref, *, is_apart: bool, frame: Frame) -> Ref:
    """Say what so many points more would come to at the top."""
    part = rated.part
    group = _group_of(part.name, frame)
    if group is None:
        return gained
    is_apart = is_extra(part) or (is_apart and is_mixed(part))
    if not (is_apart and group.combine is Combine.SUM and group.keep is None):
        gained = _more(group, rated, gained, frame)
    above = frame.rated.get(group.name)
    return gained if above is None else _counted(above, gained, is_apart=is_apart, frame=frame)


def _more(group: Group, rated: RatedPart, gained: Ref, frame: Frame) -> Ref:
    """Give the value of the group with more points for one of its parts, less that without."""
    b = frame.builder
    children = [frame.rated[child.name] for child in group.children]
    changed = attrs.evolve(
        rated, value=b.sum((rated.value, gained)), left_out=b.no, extra=b.sum((rated.extra, gained))
    )
    changed_all = [changed if child is rated else child for child in children]
    after, before = (
        b.coalesce((taken_together(group, each, frame), b.constant(ONE - ONE)))
        for each in (changed_all, children)
    )
    return b.difference(after, before)


def _group_of(name: str, frame: Frame) -> Group | None:
    """Give the group a part is in; that of a top part is the total, if it is made of parts."""
    total = frame.rubric.total
    root = total.root if total is not None else None
    if root is not None and any(child.name == name for child in root.children):
        return root
    return frame.parents.get(name)
