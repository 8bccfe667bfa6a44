"""The kernel and the interpreter read every rubric alike: two readings, made independently."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorelang.kernel.invariants import check_invariants
from scorelang.kernel.lower import lower_rubric
from scorelang.model.fields import Rejection
from scorelang.records.mapping import record_from_texts
from tests.generators.parity import assumed, by_interpreter, by_kernel
from tests.strategies import NAMES, checked_rubrics, records_for, shipped_rubric

AS_OF = (None, dt.date(2025, 6, 30))


def records(data, rubric, count):
    """Records of a rubric that can be read, each with population values and a day."""
    for _ in range(count):
        record = record_from_texts(rubric, data.draw(records_for(rubric)))
        size = len(rubric.populations)
        numbers = data.draw(st.lists(st.integers(1, 200), min_size=size, max_size=size))
        if not isinstance(record, Rejection):
            yield record, assumed(rubric, numbers), data.draw(st.sampled_from(AS_OF))


def compare(data, rubric, count=3):
    kernel = lower_rubric(rubric)
    assert not check_invariants(kernel)
    for each in records(data, rubric, count):
        assert by_kernel(kernel, rubric, *each) == by_interpreter(rubric, *each)


@given(st.data())
def test_generated_rubrics_score_alike(data):
    compare(data, data.draw(checked_rubrics(populations=data.draw(st.booleans()))))


@pytest.mark.parametrize("name", NAMES)
def test_shipped_rubrics_keep_the_invariants(name):
    assert not check_invariants(lower_rubric(shipped_rubric(name)))


@given(st.data())
def test_shipped_rubrics_score_alike(data):
    compare(data, shipped_rubric(data.draw(st.sampled_from(NAMES))), 5)


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_of_shipped_rubrics_score_alike(name):
    rubric = shipped_rubric(name)
    kernel = lower_rubric(rubric)
    for example in rubric.examples:
        record = record_from_texts(rubric, example.texts)
        if not isinstance(record, Rejection):
            figures = {
                each.name: {None: None, **dict(dict(example.assumed).get(each.name, ()))}
                for each in rubric.populations
            }
            each = (record, figures, example.as_of)
            assert by_kernel(kernel, rubric, *each) == by_interpreter(rubric, *each)
