"""Laws of every outcome, on generated rubrics and records."""

from fractions import Fraction

from hypothesis import Phase, given, reject, settings
from hypothesis import strategies as st

from scorelang.evaluator.baseline import from_json, to_json
from scorelang.evaluator.batch import score_batch, take_baseline
from scorelang.evaluator.interpreter import Evaluator
from scorelang.model.fields import Rejection
from scorelang.model.outcome import PartOutcome, Status
from scorelang.records.mapping import record_from_texts
from tests.strategies import compile_text, records_for, rubric_texts

# A rubric takes a tenth of a second to compile, so making a failing one smaller takes minutes.
FEW = settings(max_examples=25, phases=[Phase.explicit, Phase.reuse, Phase.generate])


def compiled(text):
    """Whether every generated rubric compiles is the matter of other tests."""
    try:
        return compile_text(text)
    except AssertionError:
        reject()


def check_ledger(children, adjustments, points):
    added = sum((child.contribution for child in children), Fraction(0))
    assert added + sum(each.amount for each in adjustments) == points
    for child in children:
        if child.contribution:
            assert child.contribution == child.points * child.factor
        check_part(child)


def check_part(part: PartOutcome):
    if part.is_group and part.points is not None:
        check_ledger(part.children, part.adjustments, part.points)
    else:
        for child in part.children:
            check_part(child)


def check_outcome(rubric, outcome):
    if isinstance(outcome, Rejection):
        assert outcome.faults
        return
    names = {part.name for part in outcome.contributions}
    assert names <= set(outcome.scores)
    assert set(outcome.missing) <= set(outcome.scores)
    assert set(outcome.missing) <= set(outcome.notes)
    assert len(set(outcome.flags)) == len(outcome.flags)
    if outcome.status is Status.NOT_RATABLE:
        assert (outcome.total, outcome.grade) == (None, None)
        assert outcome.reason
        assert set(outcome.scores.values()) <= {None}
        return
    check_ledger(outcome.contributions, outcome.adjustments, outcome.total_exact)
    if rubric.grading is not None:
        assert outcome.grade in rubric.grading.order or outcome.notes["grade"]


def read(rubric, texts, row=1):
    return record_from_texts(rubric, texts, row=row)


@FEW
@given(st.data())
def test_each_outcome_adds_up_and_names_what_is_missing(data):
    rubric = compiled(data.draw(rubric_texts()))
    evaluator = Evaluator(rubric)
    for _ in range(5):
        record = read(rubric, data.draw(records_for(rubric)))
        if not isinstance(record, Rejection):
            check_outcome(rubric, evaluator.score(record))


@FEW
@given(st.data())
def test_one_record_against_its_baseline_is_scored_as_in_the_batch(data):
    rubric = compiled(data.draw(rubric_texts(populations=True)))
    texts = data.draw(st.lists(records_for(rubric, valid=False), min_size=1, max_size=6))
    records = [read(rubric, each, row) for row, each in enumerate(texts, 1)]
    outcomes = list(score_batch(rubric, records))
    assert [each.row for each in outcomes] == [each.row for each in records]
    baseline = from_json(to_json(take_baseline(rubric, records)))
    evaluator = Evaluator(rubric)
    for record, outcome in zip(records, outcomes, strict=True):
        if isinstance(record, Rejection):
            assert set(record.faults) <= set(outcome.faults)
        else:
            check_outcome(rubric, outcome)
            assert evaluator.score(record, baseline=baseline) == outcome
