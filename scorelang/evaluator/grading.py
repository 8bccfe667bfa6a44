"""The grade (or class) a score takes.

In: a grading and the scope of a record. Out: the line that is taken. Lines are tried in
order; one whose condition or ``needs`` are undecided does not hold and is reported.
"""

from __future__ import annotations

from fractions import Fraction

import attrs

from scorelang.evaluator import logic
from scorelang.evaluator.expressions import evaluate, truth
from scorelang.evaluator.scope import Scope
from scorelang.model.rubric import GradeLine, Grading
from scorelang.numeric.interval import Interval


@attrs.define
class Graded:
    """A grade with the line that gave it; both are missing where nothing holds."""

    name: str | None
    line: GradeLine | None = None


def grade(grading: Grading, scope: Scope) -> Graded:
    """Find the grade of a record."""
    if grading.value is not None:
        value = evaluate(grading.value, scope)
        return Graded(None if value is None else str(value))
    score = scope.total if grading.score is None else scope.points_of(grading.score)
    failed: Interval | None = None
    for line in grading.lines:
        if line.interval is not None:
            if score is None:
                return Graded(None)  # not even the last line catches a missing score
            if not _opened(line.interval, failed).contains(score):
                continue
        elif line.condition is not None and not _holds(line, truth(line.condition, scope), scope):
            continue
        needs = (truth(need, scope) for need in line.needs)
        if _holds(line, logic.all_hold(needs), scope):
            return Graded(line.name, line)
        failed = line.interval if line.interval is not None else failed
    return Graded(None)


def _holds(line: GradeLine, outcome: bool | None, scope: Scope) -> bool:
    if outcome is None:
        scope.undecided[line.name] = None
    return outcome is True


def _opened(interval: Interval, failed: Interval | None) -> Interval:
    """After a line failed its ``needs``, drop the end that would keep its scores out of this one.

    That is the upper end, and the lower one where a low score is the better.
    """
    if failed is None:
        return interval
    if _at_or_above(interval.low, failed.high):
        return Interval(None, interval.high, high_open=interval.high_open)
    return Interval(interval.low, None, low_open=interval.low_open)


def _at_or_above(low: Fraction | None, high: Fraction | None) -> bool:
    return low is not None and high is not None and low >= high


def classify(name: str, scope: Scope) -> None:
    """Find the class of this name, so that it can be read."""
    scope.classes[name] = None  # a class that asks for itself is missing
    found = grade(scope.index.classes[name], scope)
    scope.classes[name] = found.name
    if found.line is not None:
        scope.line_flags.update(dict.fromkeys(found.line.flags))
        if found.line.action is not None:
            scope.class_actions[found.line.action] = None
