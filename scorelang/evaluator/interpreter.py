"""Scores one record after the other by a checked rubric.

In: a record whose fields are valid. Out: its outcome, or a rejection with all its faults.
The order of work: derived values, record rules, eligibility, parts and total, grade,
overrides, classes, results. May report R0201, R0202 and R0203.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

import attrs

from scorelang.evaluator import stages
from scorelang.evaluator.actions import list_actions
from scorelang.evaluator.baseline import Baseline, BaselineNeededError
from scorelang.evaluator.errors import SAID
from scorelang.evaluator.expressions import evaluate
from scorelang.evaluator.grading import classify
from scorelang.evaluator.index import acting_order, index
from scorelang.evaluator.notes import missing_indicators, write_notes
from scorelang.evaluator.population import AssumedFigures, BaselineFigures, NoFigures, check_fits
from scorelang.evaluator.raters import Rated, add_notes, combine_ratings
from scorelang.evaluator.reasons import give_reasons
from scorelang.evaluator.rejections import also_faulty, reject, total_outside
from scorelang.evaluator.scope import Figures, Scope
from scorelang.evaluator.total import Tally, add_up, rate_named
from scorelang.evaluator.used_records import outcomes_used, record_for
from scorelang.model.expressions import PopulationValue
from scorelang.model.fields import Record, Rejection
from scorelang.model.needs import has_actions
from scorelang.model.outcome import AppliedOverride, FieldRatings, Outcome, Status, UsedOutcome
from scorelang.model.rubric import PLACES, CheckedRubric
from scorelang.model.types import Value

Populations = Mapping[str, Mapping[Value, Value]]
"""Population values by name and category (``None``: all), as an example assumes them."""


@attrs.define
class Examined:
    """A record as far as its total: rejected, not ratable for a reason, or scored."""

    record: Record
    scope: Scope
    tally: Tally
    rejection: Rejection | None = None
    reason: str | None = None
    applied: list[AppliedOverride] = attrs.field(factory=list)
    ratings: Mapping[str, FieldRatings] = attrs.field(factory=dict)

    @property
    def is_scored(self) -> bool:
        """Whether the record has a score."""
        return self.rejection is None and self.reason is None


class Evaluator:
    """Scores records by one rubric; prepared once, used for any number of records."""

    def __init__(self, rubric: CheckedRubric) -> None:
        self.rubric = rubric
        self._index = index(rubric)
        self._names = (*self._index.names, *self._index.scores)
        self._overrides = acting_order(rubric.overrides)
        self._flags = {override.name: override.flags for override in rubric.overrides}
        self._rated = tuple(field for field in rubric.fields if field.raters)
        self._has_actions = has_actions(rubric)
        self._has_grade = rubric.grading is not None
        self._compared = tuple(
            each.name
            for each in rubric.populations
            if each.kind not in PLACES or each.decides_grade
        )
        self._used = {used.alias: Evaluator(used.rubric) for used in rubric.used}
        self._step = None if rubric.total is None else rubric.total.step

    def score(
        self,
        record: Record,
        populations: Populations | None = None,
        as_of: dt.date | None = None,
        baseline: Baseline | None = None,
    ) -> Outcome | Rejection:
        """Score one record by itself.

        A rubric that compares records needs ``populations`` or a ``baseline``, else
        ``BaselineNeededError`` is raised. Of ``populations``, those that only results read
        (ranks) may be left out; such results are then missing.
        """
        return self.score_by(self._figures(populations, baseline), record, as_of)

    def score_read(
        self, read: Record | Rejection, baseline: Baseline | None, as_of: dt.date | None
    ) -> Outcome | Rejection:
        """Score one record that was read, or say all that is wrong with it."""
        if isinstance(read, Rejection) and read.readable is None:
            return read
        has_figures = bool(self.rubric.populations)
        figures: Figures = self._figures(None, baseline) if has_figures else NoFigures()
        if isinstance(read, Rejection):
            return self.complete(figures, read, as_of)
        return self.score_by(figures, read, as_of)

    def complete(self, figures: Figures, rejection: Rejection, as_of: dt.date | None) -> Rejection:
        """Add the faults between fields to those of single cells, as far as it can be read."""
        if rejection.readable is None:
            return rejection
        scored = self.score_by(figures, rejection.readable, as_of)
        return also_faulty(rejection, scored, self._index)

    def score_by(
        self, figures: Figures, record: Record, as_of: dt.date | None = None
    ) -> Outcome | Rejection:
        """Score one record, with population values from wherever they come."""
        examined = self.examine(figures, record, as_of)
        self.settle(examined)
        return self.report(examined)

    def examine(self, figures: Figures, record: Record, as_of: dt.date | None) -> Examined:
        """Take a record as far as its total."""
        rated = combine_ratings(self._rated, record) if self._rated else Rated(record.values)
        scope = Scope(self._index, rated.values, figures, as_of, rate_named, classify)
        scope.consult = lambda alias: self._consult(alias, record, scope)
        scope.unrated, scope.faults = rated.unrated, list(rated.faults)
        scope.specials = record.specials
        stages.derive(scope)
        stages.score_used(scope)
        stages.check_rules(scope)
        reason, tally = stages.find_ineligible(scope), Tally()
        if reason is None:
            tally = add_up(scope)
            for name in self._index.scores:
                scope.points_of(name)
            reason = (
                stages.find_not_ratable(scope) or tally.reason or stages.find_nothing_left(scope)
            )
            if reason is None:
                scope.faults += total_outside(self.rubric.total, tally.total)
        faults = (*record.left_out, *scope.faults)
        rejection = reject(record, faults, self._index) if scope.faults else None
        return Examined(record, scope, tally, rejection, reason, ratings=rated.figures)

    def _consult(self, alias: str, record: Record, scope: Scope) -> UsedOutcome | Rejection:
        """Let a used rubric score the record; its fields get the values that were mapped."""
        inner, evaluator = record_for(self._index.used[alias], record, scope), self._used[alias]
        examined = evaluator.examine(NoFigures(), inner, scope.as_of)
        evaluator.settle(examined)
        outcome = evaluator.report(examined)
        if isinstance(outcome, Rejection):
            return outcome
        points = examined.scope.points if examined.is_scored else {}
        return UsedOutcome(alias, outcome, inner.values, points)

    def settle(self, examined: Examined) -> None:
        """Find grade, classes and results of a record that has a score."""
        if examined.is_scored:
            examined.scope.total = examined.tally.total
            examined.applied = stages.decide(self._overrides, examined.scope)
            stages.compute_results(examined.scope)

    def report(self, examined: Examined) -> Outcome | Rejection:
        """Give the outcome of a record that is settled."""
        if examined.rejection is not None:
            return examined.rejection
        if examined.reason is not None:
            return self._not_ratable(examined, examined.reason)
        return self._scored(examined)

    def _figures(self, populations: Populations | None, baseline: Baseline | None) -> Figures:
        if baseline is not None:
            check_fits(self.rubric, baseline)
            return BaselineFigures(self.rubric, baseline)
        self.require_figures(populations)
        return AssumedFigures(populations or {})

    def require_figures(self, populations: Populations | None) -> None:
        """Raise ``BaselineNeededError`` where a population value is needed that is not given."""
        for population in self.rubric.populations:
            is_given = populations is not None and population.name in populations
            if not is_given and (populations is None or not population.after_scores):
                msg = SAID["baseline needed"].format(name=population.said)
                raise BaselineNeededError(msg)

    def _not_ratable(self, examined: Examined, reason: str) -> Outcome:
        """Give an outcome without points; all names are there, without values."""
        scope, rubric = examined.scope, self.rubric
        results = [*self._index.classes, *(result.name for result in rubric.results)]
        return Outcome(
            examined.record.row,
            examined.record.id,
            Status.NOT_RATABLE,
            step=self._step,
            scores=dict.fromkeys(self._names),
            results=dict.fromkeys(results),
            missing=missing_indicators(scope),
            undecided=self._index.in_order(scope.undecided),
            notes=_notes(examined),
            specials=_specials(examined),
            assumed=examined.record.assumed,
            ratings=examined.ratings,
            left_out=examined.record.left_out,
            reasons=None if rubric.reasons is None else (),
            reason=reason,
            actions=() if self._has_actions else None,
            lets=scope.lets,
            used=outcomes_used(scope),
        )

    def _scored(self, examined: Examined) -> Outcome:
        scope, tally, order = examined.scope, examined.tally, self.rubric.reasons
        return Outcome(
            row=examined.record.row,
            id=examined.record.id,
            status=Status.SCORED,
            total_exact=tally.total,
            step=self._step,
            grade=self._grade(scope),
            grade_before=scope.grade_before,
            scores={name: scope.scores[name] for name in self._names},
            results={
                **{name: scope.classes[name] for name in self._index.classes},
                **scope.results,
            },
            flags=self._raised(examined),
            overrides=(*self._zeroed(scope), *examined.applied),
            missing=missing_indicators(scope),
            undecided=self._index.in_order(scope.undecided),
            levels={name: scope.levels[name] for name in self._index.names if name in scope.levels},
            notes=_notes(examined),
            specials=_specials(examined),
            assumed=examined.record.assumed,
            ratings=examined.ratings,
            left_out=examined.record.left_out,
            reasons=None if order is None else give_reasons(order, scope, tally.contributions),
            contributions=tally.contributions,
            adjustments=tally.adjustments,
            lets=scope.lets,
            used=outcomes_used(scope),
            populations={name: evaluate(PopulationValue(name), scope) for name in self._compared},
            grade_line=None if scope.lands_outside else scope.grade_line,
            class_lines=scope.class_lines,
            passed_over=tuple(scope.passed_over),
            unrounded=scope.unrounded,
            unlimited=scope.unlimited,
            stretched=tally.stretched,
            expired=self._index.in_order(scope.expired),
            actions=list_actions(scope, (*self._zeroed(scope), *examined.applied))
            if self._has_actions
            else None,
        )

    def _grade(self, scope: Scope) -> str | None:
        """Give the grade; of a rubric without total and grades its only class."""
        classes = self._index.classes
        if self._has_grade or self.rubric.total is not None or len(classes) != 1:
            return scope.grade
        return scope.classes[next(iter(classes))]

    def _actions(self, examined: Examined) -> tuple[str, ...] | None:
        if not self._has_actions:
            return None
        scope = examined.scope
        return list_actions(scope, (*self._zeroed(scope), *examined.applied))

    def _zeroed(self, scope: Scope) -> Iterator[AppliedOverride]:
        """Give the overrides that let a part score nothing, in the order of the rubric."""
        names = (override.name for override in self.rubric.overrides)
        return (scope.zeroed[name] for name in names if name in scope.zeroed)

    def _raised(self, examined: Examined) -> tuple[str, ...]:
        """Give the flags of branches, grade lines and overrides, each once."""
        scope = examined.scope
        flags: dict[str, None] = {}
        for indicator in self._index.indicators:
            flags.update(dict.fromkeys(scope.drafts[indicator.name].flags))
        taken = (scope.grade_taken, *(scope.class_taken.get(each) for each in self._index.classes))
        for line in taken:
            flags.update(dict.fromkeys(() if line is None else line.flags))
        for override in (*self._zeroed(scope), *examined.applied):
            flags.update(dict.fromkeys(self._flags[override.name]))
        return tuple(flags)


def _notes(examined: Examined) -> dict[str, str]:
    return add_notes(write_notes(examined.scope), examined.ratings, examined.record.left_out)


def _specials(examined: Examined) -> dict[str, str]:
    return {name: special.words for name, special in examined.record.specials.items()}
