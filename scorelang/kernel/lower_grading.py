"""Grades and classes: which line a score takes, and what leaves it open.

In: a grading and the frame. Out: ``Graded``. Lines are tried in order. An undecided condition
before the first line that holds leaves the grade open, so that only a line for missing values
is taken; a line whose ``needs`` do not all hold passes on, and from there on the end of an
interval that would keep its scores out no longer counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from scorelang.kernel import nodes as k
from scorelang.kernel.builder import Builder
from scorelang.kernel.frame import Frame, Graded
from scorelang.kernel.lower_values import lower
from scorelang.kernel.nodes import Ref
from scorelang.model.rubric import GradeLine, Grading
from scorelang.model.types import Value
from scorelang.numeric.interval import Interval


def lower_class(name: str, frame: Frame) -> None:
    """Lower the class of this name, so that it can be read."""
    frame.classes[name] = lower_grading(frame.grading(name), frame)


def lower_grading(grading: Grading, frame: Frame) -> Graded:
    """Give the slots of a grading."""
    b = frame.builder
    absent = b.any(b.is_missing(frame.points_of(name, judging=False)) for name in grading.winners)
    if grading.value is not None:
        value = b.select(((absent, b.missing),), lower(grading.value, frame))
        size = len(grading.lines)
        return Graded(value, (b.no,) * size, (b.yes,) * size, b.no)
    if grading.by is None:
        return _lines(grading, grading.lines, b.yes, frame)
    return _segments(grading, lower(grading.by, frame), frame)


def _segments(grading: Grading, segment: Ref, frame: Frame) -> Graded:
    """Each value of the category has lines of its own; without a value there is no grade."""
    b = frame.builder
    named = dict.fromkeys(
        value for line in grading.lines for value in sorted(line.segment or (), key=str)
    )
    sets: dict[tuple[GradeLine, ...], list[Value]] = {}
    for value in named:
        sets.setdefault(grading.lines_for(value), []).append(value)
    rest = tuple(line for line in grading.lines if line.segment is None)
    cases = [
        (b.surely(b.add(k.InSet(segment, frozenset(values)))), lines)
        for lines, values in sets.items()
    ]
    cases.append((b.surely_not(b.add(k.InSet(segment, frozenset(named)))), rest))
    graded = [(is_for, _lines(grading, lines, is_for, frame)) for is_for, lines in cases]
    return Graded(
        b.select(((is_for, found.name) for is_for, found in graded), b.missing),
        tuple(
            b.any(b.all((is_for, found.taken[place])) for is_for, found in graded)
            for place in range(len(grading.lines))
        ),
        tuple(
            b.any(b.all((is_for, found.tried[place])) for is_for, found in graded)
            for place in range(len(grading.lines))
        ),
        b.any((b.is_missing(segment), *_open_in(graded, b))),
        tuple(need for _, found in graded for need in found.open_needs),
    )


def _open_in(graded: Sequence[tuple[Ref, Graded]], b: Builder) -> Iterator[Ref]:
    for is_for, found in graded:
        if found.undecided is not None:
            yield b.all((is_for, found.undecided))


@attrs.define
class _Way:
    """How far the lines have been tried: whether it goes on, and which interval failed last."""

    goes_on: Ref
    failed: list[tuple[Interval, Ref]] = attrs.field(factory=list)


def _lines(grading: Grading, lines: Sequence[GradeLine], is_for: Ref, frame: Frame) -> Graded:
    b = frame.builder
    score = _score(grading, frame)
    no_score = b.no if score is None else b.is_missing(score)
    way, taken, is_open, open_needs = _Way(b.yes), dict[int, Ref](), [b.no], []
    undecided = [b.no]
    for line in lines:
        if line.is_missing:
            continue
        if line.interval is not None:
            is_open.append(b.all((way.goes_on, no_score)))
            way.goes_on = b.all((way.goes_on, b.negated(no_score)))
        holds = _is_met(line, score, way, frame)
        stops = b.all((way.goes_on, b.is_missing(holds)))
        is_open.append(stops)
        if line.condition is not None:
            undecided.append(stops)
        met = b.all((way.goes_on, b.surely(holds)))
        needs = b.all(lower(need, frame) for need in line.needs)
        takes = b.all((met, b.surely(needs)))
        taken[id(line)] = takes
        if line.needs:
            open_needs.append((line.name, b.all((is_for, met, b.is_missing(needs)))))
        failed = b.all((met, b.negated(b.surely(needs))))
        if line.interval is not None:
            _note_failed(way, line.interval, failed, frame)
        way.goes_on = b.all((way.goes_on, b.negated(takes), b.negated(b.is_missing(holds))))
    without = next((line for line in lines if line.is_missing), None)
    if without is not None:
        taken[id(without)] = b.any(is_open)
        undecided = [b.no]
    return Graded(
        b.select(
            ((taken[id(line)], b.constant(line.name)) for line in lines if id(line) in taken),
            b.missing,
        ),
        tuple(taken.get(id(line), b.no) for line in grading.lines),
        tuple(b.constant(any(line is each for each in lines)) for line in grading.lines),
        b.any(undecided),
        tuple(open_needs),
    )


def _score(grading: Grading, frame: Frame) -> Ref | None:
    if grading.score is not None:
        return frame.points_of(grading.score, judging=False)
    return frame.total


def _is_met(line: GradeLine, score: Ref | None, way: _Way, frame: Frame) -> Ref:
    """Whether a line's limit or condition holds, apart from what it needs."""
    b = frame.builder
    if line.interval is not None:
        if score is None:
            return b.no
        inside = b.add(k.InInterval(score, line.interval))
        arms = [
            (is_last, b.add(k.InInterval(score, opened(line.interval, failed))))
            for failed, is_last in way.failed
        ]
        return b.surely(b.select(arms, inside))
    return b.yes if line.condition is None else lower(line.condition, frame)


def _note_failed(way: _Way, interval: Interval, failed: Ref, frame: Frame) -> None:
    """Keep which interval failed last; a later one takes the place of an earlier one."""
    b = frame.builder
    if not b.is_surely(failed, value=False):
        way.failed.insert(0, (interval, failed))


def opened(interval: Interval, failed: Interval) -> Interval:
    """Drop the end that would keep the scores of a line that failed out of this one.

    That is the upper end, and the lower one where a low score is the better.
    """
    if interval.low is not None and failed.high is not None and interval.low >= failed.high:
        return Interval(None, interval.high, high_open=interval.high_open)
    return Interval(interval.low, None, low_open=interval.low_open)
