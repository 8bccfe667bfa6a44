"""Scores many records; takes population values over them where the rubric has some.

Without population values the records pass once, one at a time. With them they are gone
through once more for each stage of them (as a rule those of fields, then those of scores). An
iterator, which can be gone through but once, is then kept in memory; whoever has too many
records for that hands in something that can be iterated anew, such as an open file's reader
with its own ``__iter__``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from scorelang.evaluator.baseline import Baseline, PopulationFigures
from scorelang.evaluator.dependence import in_stages, without_populations
from scorelang.evaluator.interpreter import Evaluator
from scorelang.evaluator.population import BaselineFigures, NoFigures, Sample, check_fits
from scorelang.evaluator.scope import Figures
from scorelang.model.fields import Record, Rejection
from scorelang.model.outcome import Outcome
from scorelang.model.rubric import CheckedRubric, Population

Records = Iterable[Record | Rejection]
AsOf = dt.date | Mapping[int, dt.date] | None
"""The day of the evaluation: one for all records, or one for each row."""


def score_batch(
    rubric: CheckedRubric,
    records: Records,
    *,
    baseline: Baseline | None = None,
    as_of: AsOf = None,
    alone: bool = False,
) -> Iterator[Outcome | Rejection]:
    """Score records in their order; what is rejected already is passed on.

    ``alone``: the records are no population of their own. Raises ``BaselineError`` where the
    baseline does not fit the rubric, or is needed and not there.
    """
    evaluator = Evaluator(rubric)
    if not rubric.populations:
        return _score(evaluator, NoFigures(), records, as_of)
    if baseline is None and alone:
        evaluator.require_figures(None)
    if baseline is None:
        records = again_and_again(records)
        baseline = take_baseline(rubric, records, as_of=as_of)
    check_fits(rubric, baseline)
    return _score(evaluator, BaselineFigures(rubric, baseline), records, as_of)


def take_baseline(
    rubric: CheckedRubric, records: Records, *, digest: str = "", as_of: AsOf = None
) -> Baseline:
    """Take all population values over the scored records.

    Those of fields first, over the records that the rubric neither rejects nor finds not
    ratable by themselves; then those of scores, which may depend on the former.
    """
    records = again_and_again(records)
    taken = Baseline(rubric.name, digest, 0)
    for place, stage in enumerate(in_stages(rubric) or ((),)):
        is_late = any(each.after_scores for each in stage)
        alone = without_populations(rubric, keeps_lets=bool(place))
        evaluator = Evaluator(rubric if is_late else _bare(alone))
        figures = BaselineFigures(rubric, taken) if place else NoFigures()
        taken = _take(taken, evaluator, figures, stage, records, as_of)
    return taken


def again_and_again(records: Records) -> Records:
    """Give records that can be gone through more than once."""
    return list(records) if isinstance(records, Iterator) else records


def _bare(rubric: CheckedRubric) -> CheckedRubric:
    """Leave out what comes after the total; it cannot put a record out."""
    return attrs.evolve(rubric, grading=None, classes=(), results=(), reasons=None)


def _take(  # noqa: PLR0913, PLR0917  a pass needs all of them
    taken: Baseline,
    evaluator: Evaluator,
    figures: Figures,
    populations: Sequence[Population],
    records: Records,
    as_of: AsOf,
) -> Baseline:
    sample = Sample(populations)
    for record in records:
        if isinstance(record, Record):
            examined = evaluator.examine(figures, record, _day(as_of, record))
            evaluator.settle(examined)
            if examined.is_scored:
                sample.add(examined.scope)
    found: tuple[PopulationFigures, ...] = (*taken.populations, *sample.figures())
    return attrs.evolve(taken, records=sample.records, populations=found)


def _score(
    evaluator: Evaluator, figures: Figures, records: Records, as_of: AsOf
) -> Iterator[Outcome | Rejection]:
    for record in records:
        if isinstance(record, Record):
            yield evaluator.score_by(figures, record, _day(as_of, record))
        elif record.readable is None:
            yield record
        else:
            yield evaluator.complete(figures, record, _day(as_of, record))


def _day(as_of: AsOf, record: Record | Rejection) -> dt.date | None:
    return as_of.get(record.row) if isinstance(as_of, Mapping) else as_of
