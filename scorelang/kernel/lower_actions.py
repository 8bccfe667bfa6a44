"""What is to be done: the actions of the lines and overrides that a record takes.

The action of a grade belongs to the grade the record ends with; so a veto brings its grade's
action with it. Of several lines for one grade the one that was taken speaks, else the first that
could have been.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scorelang.kernel import nodes as k
from scorelang.kernel.frame import Frame, Graded
from scorelang.kernel.lower_overrides import Overridden
from scorelang.kernel.nodes import Ref
from scorelang.model.rubric import Grading


def lower_actions(
    frame: Frame, graded: Graded | None, overridden: Overridden
) -> tuple[tuple[str, Ref], ...]:
    """Give each action with the truth of whether it is called for."""
    found: dict[str, list[Ref]] = {}
    for action, holds in _all(frame, graded, overridden):
        found.setdefault(action, []).append(holds)
    return tuple((action, frame.builder.any(refs)) for action, refs in found.items())


def _all(frame: Frame, graded: Graded | None, overridden: Overridden) -> Iterator[tuple[str, Ref]]:
    rubric = frame.rubric
    for name in frame.parts:
        yield from frame.rated[name].actions
    if rubric.grading is not None and graded is not None and overridden.grade is not None:
        yield from _of_grades(rubric.grading, graded, overridden.grade, frame)
    for each in rubric.classes:
        taken = frame.classes[each.name or ""].taken
        for line, holds in zip(each.lines, taken, strict=True):
            if line.action is not None:
                yield line.action, holds
    acting = {name: acts for name, (acts, _, _) in frame.zeroed.items()}
    acting |= {slots.name: slots.fired for slots in overridden.slots}
    for override in rubric.overrides:
        if override.action is not None and override.name in acting:
            yield override.action, acting[override.name]


def _of_grades(
    grading: Grading, graded: Graded, grade: Ref, frame: Frame
) -> Iterator[tuple[str, Ref]]:
    b, actions = frame.builder, [line.action for line in grading.lines]
    if not any(actions):
        return
    fits = [b.add(k.InSet(grade, frozenset({line.name}))) for line in grading.lines]
    arms = [
        (b.all((is_grade, holds)), b.constant(Fraction(place)))
        for truths in (graded.taken, graded.tried)
        for place, (is_grade, holds) in enumerate(zip(fits, truths, strict=True))
    ]
    speaks = b.select(arms, b.missing)
    for action in dict.fromkeys(each for each in actions if each is not None):
        places = frozenset(Fraction(place) for place, each in enumerate(actions) if each == action)
        yield action, b.surely(b.add(k.InSet(speaks, places)))
