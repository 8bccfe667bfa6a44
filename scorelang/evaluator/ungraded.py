"""Why a record has no grade, or not the class it might have: never null without a reason.

In: the scope of a record that has a score. Out: for each grading that gave nothing, its name
(``grade`` for the grades of the rubric) and what it is missing for.
"""

from __future__ import annotations

from collections.abc import Iterator

from scorelang.evaluator.errors import SAID
from scorelang.evaluator.index import GRADE
from scorelang.evaluator.missing import causes_of, say
from scorelang.evaluator.rejections import show_value
from scorelang.evaluator.scope import Scope
from scorelang.model.expressions import ScorePoints, TotalValue
from scorelang.model.rubric import Grading


def note_ungraded(scope: Scope) -> Iterator[tuple[str, str]]:
    """Say why the grade and the classes that are null are so."""
    grading = scope.index.rubric.grading
    if grading is not None and scope.is_graded and scope.grade is None:
        yield GRADE, _why(grading, scope)
    for name, each in scope.index.classes.items():
        if name in scope.classes and scope.classes[name] is None:
            yield name, _why(each, scope)


def _why(grading: Grading, scope: Scope) -> str:
    if grading.value is not None:
        return say(causes_of(grading.value, scope)) or SAID["no grade"]
    if grading.by is not None and (why := say(causes_of(grading.by, scope))):
        return why
    expr = TotalValue() if grading.score is None else ScorePoints(grading.score)
    by_score = any(line.interval is not None for line in grading.lines)
    score = scope.total if grading.score is None else scope.points_of(grading.score)
    if by_score and score is None:
        return say(causes_of(expr, scope)) or SAID["no total"]
    if by_score:
        return SAID["no grade for"].format(value=show_value(score))
    return SAID["no grade holds"]
