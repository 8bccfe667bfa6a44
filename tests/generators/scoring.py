"""Texts of cells to outcomes, by the evaluator."""

from fractions import Fraction

from scorelang.evaluator.batch import score_batch
from scorelang.evaluator.interpreter import Evaluator
from scorelang.model.fields import Rejection
from scorelang.model.invariants import all_parts
from scorelang.records.mapping import record_from_texts


def score_all(rubric, lines):
    """Score records given as texts, as one batch."""
    records = [record_from_texts(rubric, each, row) for row, each in enumerate(lines, 1)]
    return list(score_batch(rubric, records))


def scored(rubric, lines):
    """Score records given as texts; only the outcomes of those that were not rejected."""
    return [each for each in score_all(rubric, lines) if not isinstance(each, Rejection)]


def points_of(rubric, texts):
    """Score one record; its scores by name, the total by ``total``; nothing if rejected."""
    evaluator, record = Evaluator(rubric), record_from_texts(rubric, texts)
    outcome = record if isinstance(record, Rejection) else evaluator.score(record)
    if isinstance(outcome, Rejection):
        return {}
    return {**outcome.scores, "total": outcome.total_exact}


def parts_of(rubric):
    """All indicators and groups."""
    return tuple(all_parts(rubric.parts))


def is_within(points, found):
    """Whether points lie in a range; an open end holds all."""
    low, high = found.low, found.high
    return (low is None or points >= low) and (high is None or points <= high)


def total_of(amounts):
    """Add up exactly."""
    return sum(amounts, Fraction(0))
