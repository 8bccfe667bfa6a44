"""The stages of a record before and after its parts: each takes the scope one step further."""

from __future__ import annotations

from collections.abc import Sequence

from scorelang.evaluator.draft import Counts
from scorelang.evaluator.errors import SAID
from scorelang.evaluator.expressions import evaluate, truth
from scorelang.evaluator.grading import grade
from scorelang.evaluator.missing import causes_of, say
from scorelang.evaluator.overrides import apply_overrides
from scorelang.evaluator.rejections import rule_broken
from scorelang.evaluator.scope import Scope
from scorelang.evaluator.used_records import faults_here
from scorelang.model.fields import Rejection
from scorelang.model.outcome import AppliedOverride
from scorelang.model.rubric import Override


def derive(scope: Scope) -> None:
    """Compute the derived values, and note which of them count something missing."""
    for let in scope.index.rubric.lets:
        scope.has_gap = False
        scope.lets[let.name] = evaluate(let.value, scope)
        if scope.has_gap:
            scope.gappy.add(let.name)


def score_used(scope: Scope) -> None:
    """Let every used rubric score the record; whatever one rejects is rejected here."""
    for alias, used in scope.index.used.items():
        found = scope.outcome_of(alias)
        if isinstance(found, Rejection):
            scope.faults += faults_here(found, used, scope.index)


def check_rules(scope: Scope) -> None:
    """Report each record rule that does not hold; an undecided one passes."""
    for rule in scope.index.rubric.rules:
        if truth(rule.condition, scope) is False:
            scope.faults.append(rule_broken(rule, scope.values[rule.field], scope.index))


def find_ineligible(scope: Scope) -> str | None:
    """Give the first reason for which a record is not ratable."""
    for eligibility in scope.index.rubric.eligibility:
        holds = truth(eligibility.condition, scope)
        if holds:
            return eligibility.reason
        if holds is None:
            scope.undecided[eligibility.reason] = say(causes_of(eligibility.condition, scope))
    return None


def find_not_ratable(scope: Scope) -> str | None:
    """Give the reason of the first branch taken that makes the record not ratable."""
    for indicator in scope.index.indicators:
        reason = scope.drafts[indicator.name].not_ratable
        if reason is not None:
            return reason
    return None


def find_nothing_left(scope: Scope) -> str | None:
    """Say that nothing could be rated, where that is so."""
    drafts = [scope.drafts[name] for name in scope.index.names]
    is_empty = bool(drafts) and all(draft.counts is Counts.LEFT_OUT for draft in drafts)
    return SAID["nothing left"] if is_empty else None


def decide(overrides: Sequence[Override], scope: Scope) -> list[AppliedOverride]:
    """Find the grade by points, then the final one; the overrides must be in order."""
    grading = scope.index.rubric.grading
    scope.is_graded = True
    if grading is not None:
        found = grade(grading, scope)
        scope.grade = scope.grade_before = found.name
        scope.grade_line, scope.grade_taken, scope.grades_tried = found.row, found.line, found.tried
        if found.line is not None:
            scope.grade_line, scope.lands_outside = found.line.text, found.lands_outside
    order = grading.order if grading is not None else ()
    # Conditions see the grade by points throughout, so the final one is set afterwards.
    final, applied = apply_overrides(overrides, scope.grade, order, scope)
    scope.grade = final
    return applied


def compute_results(scope: Scope) -> None:
    """Find the classes nobody has asked for yet, then the results."""
    for name in scope.index.classes:
        scope.class_of(name)
    for result in scope.index.rubric.results:
        scope.results[result.name] = evaluate(result.value, scope)
