"""What is read of a used rubric's outcome, and why it is missing.

In: the outcome and what is asked of it. Out: an exact value, or ``None``: missing, with words
for the notes. A used rubric that is not ratable, or that rejects the record, gives nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scorelang.evaluator.errors import SAID
from scorelang.model.expressions import UsedValue, UsedWord
from scorelang.model.fields import Rejection
from scorelang.model.outcome import Status, UsedOutcome
from scorelang.model.types import Value

if TYPE_CHECKING:
    from scorelang.evaluator.scope import Scope


def is_scored(found: UsedOutcome | Rejection) -> bool:
    """Whether a used rubric gave the record a score."""
    return isinstance(found, UsedOutcome) and found.outcome.status is Status.SCORED


def used_value(
    found: UsedOutcome | Rejection, word: UsedWord, name: str | None, *, is_judging: bool
) -> Value:
    """Give a value of a used rubric; conditions read what its missing policies gave."""
    if isinstance(found, Rejection):
        return None
    outcome = found.outcome
    match word:
        case UsedWord.TOTAL:
            return outcome.total_exact
        case UsedWord.GRADE:
            return outcome.grade
        case UsedWord.POINTS:
            return (outcome.scores if is_judging else found.points).get(name or "")
        case UsedWord.LEVEL:
            return outcome.levels.get(name or "")
        case UsedWord.CLASS | UsedWord.RESULT:
            return outcome.results.get(name or "")


def why_missing(expr: UsedValue, scope: Scope) -> str:
    """Say why a value of a used rubric is missing, in the words of that rubric."""
    found, name = scope.outcome_of(expr.alias), expr.name or expr.word.value
    if isinstance(found, Rejection):
        return SAID["used"].format(name=name, alias=expr.alias)
    outcome = found.outcome
    if outcome.reason is not None:
        return SAID["used not ratable"].format(alias=expr.alias, why=outcome.reason)
    note = outcome.notes.get(expr.name or "")
    if note is None:
        return SAID["used"].format(name=name, alias=expr.alias)
    return SAID["used because"].format(name=name, alias=expr.alias, why=note)
