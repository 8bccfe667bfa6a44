"""The grade (or class) a score takes.

In: a grading and the scope of a record. Out: the line that is taken, and the lines passed
over because of what they need. Lines are tried in order. A condition that is undecided
before the first line that holds leaves the grade open, so that only a line for missing
values may be taken; a line whose ``needs`` are undecided does not hold, and is reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import attrs

from scorelang.evaluator import logic
from scorelang.evaluator.expressions import evaluate, line_of, truth
from scorelang.evaluator.index import GRADE
from scorelang.evaluator.missing import causes_of, say
from scorelang.evaluator.scope import Scope
from scorelang.model.expressions import Both, Expr, TableValue
from scorelang.model.outcome import PassedOver
from scorelang.model.rubric import GradeLine, Grading
from scorelang.numeric.interval import Interval


@attrs.define
class Graded:
    """A grade with the line that gave it; both are missing where nothing holds.

    ``lands_outside`` is set where a line above failed its ``needs`` and the limit of this one
    does not hold. ``row`` are the cells of the table line that gave it, where a table did.
    ``tried`` are the lines that are for this record.
    """

    name: str | None
    line: GradeLine | None = None
    lands_outside: bool = False
    row: str | None = None
    tried: tuple[GradeLine, ...] = ()


def grade(grading: Grading, scope: Scope) -> Graded:
    """Find the grade of a record."""
    found = _grade(grading, scope)
    if not found.tried:
        found.tried = grading.lines
    return found


def _grade(grading: Grading, scope: Scope) -> Graded:
    if any(scope.points_of(name) is None for name in grading.winners):
        return Graded(None)  # whichever is missing might be the highest
    if grading.value is not None:
        value = evaluate(grading.value, scope)
        return Graded(None if value is None else str(value), row=_row_of(grading.value, scope))
    if grading.by is not None:
        segment = evaluate(grading.by, scope)
        if segment is None:
            scope.undecided[grading.name or GRADE] = say(causes_of(grading.by, scope))
            return Graded(None)
        for_segment = attrs.evolve(grading, by=None, lines=grading.lines_for(segment))
        return attrs.evolve(_by_lines(for_segment, scope), tried=for_segment.lines)
    return _by_lines(grading, scope)


def _by_lines(grading: Grading, scope: Scope) -> Graded:
    score = scope.total if grading.score is None else scope.points_of(grading.score)
    failed: Interval | None = None
    for line in _tried(grading):
        if line.interval is not None and score is None:
            return _without(grading)  # not even the last line catches a missing score
        holds = _is_met(line, score, failed, scope)
        if holds is None:
            graded = _without(grading)
            if graded.line is None and line.condition is not None:
                why = say(causes_of(line.condition, scope))
                scope.undecided[grading.name or GRADE] = why
            return graded
        if not holds:
            continue
        if _has_needs(line, grading, scope):
            return Graded(line.name, line, _lands_outside(line, score))
        failed = line.interval if line.interval is not None else failed
    return Graded(None)


def _row_of(value: Expr, scope: Scope) -> str | None:
    """Give the cells of the line of a table, each with its key: ``频度 4-5, 探测度 1-3``."""
    if not isinstance(value, TableValue):
        return None
    table = scope.index.tables[value.name]
    line = line_of(table, scope)
    if line is None or not line.texts:
        return None
    keys = table.text_keys or ("",) * len(line.texts)
    return ", ".join(f"{key} {cell}".strip() for key, cell in zip(keys, line.texts, strict=False))


def _tried(grading: Grading) -> Iterator[GradeLine]:
    return (line for line in grading.lines if not line.is_missing)


def _without(grading: Grading) -> Graded:
    """Give the line for missing values, if there is one."""
    line = next((line for line in grading.lines if line.is_missing), None)
    return Graded(None) if line is None else Graded(line.name, line)


def _is_met(
    line: GradeLine, score: Fraction | None, failed: Interval | None, scope: Scope
) -> bool | None:
    """Whether a line's limit or condition holds, apart from what it needs."""
    if line.interval is not None:
        return score is not None and _opened(line.interval, failed).contains(score)
    return True if line.condition is None else truth(line.condition, scope)


def _has_needs(line: GradeLine, grading: Grading, scope: Scope) -> bool:
    if not line.needs:
        return True
    found = [truth(need, scope) for need in line.needs]
    holds = logic.all_hold(found)
    if holds:
        return True
    if holds is None:
        scope.undecided[line.name] = say(causes_of(Both(line.needs), scope))
    wanted = tuple(
        text for text, is_met in zip(line.needs_text, found, strict=False) if is_met is holds
    )
    scope.passed_over.append(PassedOver(grading.name, line.name, line.text, wanted, holds is None))
    return False


def _lands_outside(line: GradeLine, score: Fraction | None) -> bool:
    return line.interval is not None and score is not None and not line.interval.contains(score)


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
    if found.row is not None:
        scope.class_lines[name] = found.row
    if found.line is not None:
        if not found.lands_outside:
            scope.class_lines[name] = found.line.text
        scope.class_taken[name] = found.line
