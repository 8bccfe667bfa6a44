"""A file scored by generated code gives what the interpreter gives, whatever is read of it."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorelang import Rubric
from scorelang.evaluator.batch import score_batch
from scorelang.evaluator.interpreter import Evaluator
from scorelang.model.outcome import Outcome
from scorelang.quick_stream import StreamScorer, can_stream
from scorelang.records.mapping import record_from_texts
from scorelang.source.text import SourceText
from tests.strategies import NAMES, checked_rubrics, records_for, shipped_rubric

FIELDS = [field.name for field in attrs.fields(Outcome)]


def told_at_once(outcome):
    """What is known of an outcome before anything else is read."""
    return {name: value for name, value in outcome.__dict__.items() if name in FIELDS}


def compare(rubric, lines):
    records = [record_from_texts(rubric, each, row) for row, each in enumerate(lines, 1)]
    if can_stream(rubric):
        ours = list(StreamScorer(rubric, Evaluator(rubric), few=0).score(records, None))
    else:
        ours = list(Rubric(rubric, SourceText("rubric", "")).score_records(records))
    theirs = list(score_batch(rubric, records))
    for one, other in zip(ours, theirs, strict=True):
        if isinstance(other, Outcome):
            for name, value in told_at_once(one).items():
                assert value == getattr(other, name), name
        assert one == other


@given(st.data())
def test_every_outcome_is_that_of_the_interpreter(data):
    shipped = st.sampled_from(NAMES).map(shipped_rubric)
    rubric = data.draw(st.one_of(checked_rubrics(), shipped))
    valid = data.draw(st.booleans())
    compare(rubric, data.draw(st.lists(records_for(rubric, valid=valid), max_size=6)))


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_of_shipped_rubrics_too(name):
    rubric = shipped_rubric(name)
    if can_stream(rubric):
        compare(rubric, [example.texts for example in rubric.examples])
