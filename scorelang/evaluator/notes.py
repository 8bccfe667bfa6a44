"""The names that are missing in an outcome, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scorelang.evaluator.missing import causes_of, say
from scorelang.evaluator.scope import Scope
from scorelang.evaluator.ungraded import note_ungraded
from scorelang.evaluator.weights import note_weights
from scorelang.evaluator.winners import note_winners
from scorelang.model.expressions import Expr
from scorelang.model.outcome import PartStatus

_INCOMPLETE = frozenset({PartStatus.MISSING, PartStatus.PARTLY})


def missing_indicators(scope: Scope) -> tuple[str, ...]:
    """Give the indicators that could not be (fully) rated, in the order of the rubric."""
    return tuple(
        indicator.name
        for indicator in scope.index.indicators
        if indicator.name in scope.drafts and scope.drafts[indicator.name].status in _INCOMPLETE
    )


def write_notes(scope: Scope) -> dict[str, str]:
    """Say why: indicators and groups first, then scores, results and derived values."""
    notes = {
        name: draft.note
        for name, draft in scope.drafts.items()
        if draft.note and (draft.points is None or draft.status in _INCOMPLETE)
    }
    for name, expr in _absent(scope):
        if name not in notes:
            why = say(causes_of(expr, scope))
            if why:
                notes[name] = why
    for grading in (scope.index.rubric.grading, *scope.index.rubric.classes):
        if grading is not None and grading.winners:
            notes.update(note_winners(grading, scope))
    by_weights = note_weights(scope)
    for name, why in (*scope.undecided.items(), *note_ungraded(scope), *by_weights):
        if why:
            notes.setdefault(name, why)
    return notes


def _absent(scope: Scope) -> Iterator[tuple[str, Expr]]:
    rubric = scope.index.rubric
    yield from _named(((each.name, each.value) for each in rubric.scores), scope.scores)
    yield from _named(((each.name, each.value) for each in rubric.results), scope.results)
    yield from _named(((each.name, each.value) for each in rubric.lets), scope.lets)


def _named(
    pairs: Iterable[tuple[str, Expr]], values: Mapping[str, object]
) -> Iterator[tuple[str, Expr]]:
    return ((name, expr) for name, expr in pairs if name in values and values[name] is None)
