"""A record alone, against the saved baseline of a batch, gives what it gave in the batch."""

from hypothesis import given
from hypothesis import strategies as st

from scorelang.evaluator.baseline import from_json, to_json
from scorelang.evaluator.batch import score_batch, take_baseline
from scorelang.model.fields import Rejection
from scorelang.records.mapping import record_from_texts
from tests.generators.sizes import examples
from tests.strategies import NAMES, checked_rubrics, records_for, shipped_rubric


def comparing():
    shipped = [name for name in NAMES if shipped_rubric(name).populations]
    generated = checked_rubrics(populations=True)
    return st.one_of(generated, generated, st.sampled_from(shipped).map(shipped_rubric))


@examples(1)
@given(st.data())
def test_one_record_against_the_baseline_is_scored_as_in_the_batch(data):
    rubric = data.draw(comparing())
    lines = data.draw(st.lists(records_for(rubric, valid=False), min_size=1, max_size=8))
    records = [record_from_texts(rubric, each, row) for row, each in enumerate(lines, 1)]
    outcomes = list(score_batch(rubric, records))
    baseline = from_json(to_json(take_baseline(rubric, records)))
    for record, outcome in zip(records, outcomes, strict=True):
        [alone] = score_batch(rubric, [record], baseline=baseline, alone=True)
        assert alone == outcome


@examples(0.5)
@given(st.data())
def test_rejected_records_are_no_part_of_the_population(data):
    rubric = data.draw(comparing())
    lines = data.draw(st.lists(records_for(rubric, valid=False), min_size=2, max_size=8))
    records = [record_from_texts(rubric, each, row) for row, each in enumerate(lines, 1)]
    good = [record for record in records if not isinstance(record, Rejection)]
    assert take_baseline(rubric, good) == take_baseline(rubric, records)
