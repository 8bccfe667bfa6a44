"""What is to be done: the ``action`` texts of the lines and overrides that a record took.

In: a settled scope. Out: the texts, each once: those of indicators, of the final grade, of
classes, of overrides. The action of a grade belongs to the grade the record ends with; so
a veto brings its grade's action with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scorelang.evaluator.scope import Scope
from scorelang.model.outcome import AppliedOverride


def list_actions(scope: Scope, applied: Iterable[AppliedOverride]) -> tuple[str, ...]:
    """Give the actions of one record, in the order of the rubric."""
    found: dict[str, None] = {}
    for indicator in scope.index.indicators:
        found.update(dict.fromkeys(scope.drafts[indicator.name].actions))
    found.update(dict.fromkeys(_of_grades(scope)))
    declared = {override.name: override.action for override in scope.index.rubric.overrides}
    found.update(dict.fromkeys(a for each in applied if (a := declared[each.name]) is not None))
    return tuple(found)


def _of_grades(scope: Scope) -> Iterator[str]:
    if scope.grade is not None:
        taken = scope.grade_taken
        lines = [line for line in scope.grades_tried if line.name == scope.grade]
        # Of several lines for one grade the one that was taken speaks.
        lines.sort(key=lambda line: line is not taken)
        yield from (line.action for line in lines[:1] if line.action is not None)
    for name in scope.index.classes:
        line = scope.class_taken.get(name)
        if line is not None and line.action is not None:
            yield line.action
