"""Many records in their order, by generated code where there is nothing to tell of them.

In: a checked rubric that compares no records and has no raters, records that were read. Out: what
``score_batch`` gives, in its order. A record with anything to say beyond its figures (a fault,
something missing or undecided) goes through the interpreter; of all others the figures are known,
and the ledger is worked out when somebody reads it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from scorelang.diagnostics.language import speaking, spoken
from scorelang.evaluator.batch import AsOf, Records
from scorelang.evaluator.interpreter import Evaluator
from scorelang.evaluator.population import NoFigures
from scorelang.model.expressions import Const
from scorelang.model.fields import Record, Rejection
from scorelang.model.outcome import Outcome
from scorelang.model.rubric import CheckedRubric, Combine, Grading, Group
from scorelang.model.walk import descend

if TYPE_CHECKING:  # it is loaded when code is made
    from scorelang.quick_figures import Quick

FEW = 50
"""So many records take less time than making code for them."""


def can_stream(rubric: CheckedRubric) -> bool:
    """Whether records can be scored one by one, and what is not missing needs no note."""
    gradings = [each for each in (rubric.grading, *rubric.classes) if each is not None]
    return not (
        rubric.populations
        or any(field.raters for field in rubric.fields)
        or any(_has_notes(grading) for grading in gradings)
        or any(_is_loose(part) for part in descend(rubric) if isinstance(part, Group))
    )


def _has_notes(grading: Grading) -> bool:
    return bool(grading.winners)


def _is_loose(group: Group) -> bool:
    """Whether its weights are computed for each record: what they sum to is then noted."""
    is_fixed = all(isinstance(child.weight, Const) for child in group.children)
    return group.combine is Combine.WEIGHTED and not is_fixed and not group.consistency


class StreamScorer:
    """Scores records by one rubric; after the first ``few`` of them by code made for it."""

    def __init__(self, rubric: CheckedRubric, evaluator: Evaluator, few: int = FEW) -> None:
        self._rubric, self._evaluator, self._few = rubric, evaluator, few
        self._quick: Quick | None = None

    def score(self, records: Records, as_of: AsOf) -> Iterator[Outcome | Rejection]:
        """Score records; what is rejected already is passed on."""
        for count, record in enumerate(records):
            day = as_of.get(record.row) if isinstance(as_of, Mapping) else as_of
            if isinstance(record, Rejection):
                readable = record.readable is not None
                figures = NoFigures()
                yield self._evaluator.complete(figures, record, day) if readable else record
                continue
            known = None
            if count >= self._few and not record.specials and not record.left_out:
                known = self._code().known(record, day)
            if known is None:
                yield self._evaluator.score_by(NoFigures(), record, day)
                continue
            known["row"], known["id"], known["assumed"] = record.row, record.id, record.assumed
            yield Outcome.deferred(known, self._rest(record, day))

    def _code(self) -> Quick:
        if self._quick is None:
            # A few records never need it.
            from scorelang.quick_figures import Quick  # noqa: PLC0415

            self._quick = Quick.of(self._rubric)
        return self._quick

    def _rest(self, record: Record, day: dt.date | None) -> Callable[[], Outcome]:
        lang = spoken()

        def rest() -> Outcome:
            with speaking(lang):
                outcome = self._evaluator.score_by(NoFigures(), record, day)
            assert isinstance(outcome, Outcome), "generated code has found a score"
            return outcome

        return rest
