"""Generated Python gives what the kernel gives, and ``Rubric.score`` what the interpreter gives."""

import copy
import pickle
from concurrent.futures import ThreadPoolExecutor

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorelang import RecordError, Rubric
from scorelang.engines.python.compiled import compile_kernel
from scorelang.evaluator.interpreter import Evaluator
from scorelang.kernel.evaluate import evaluate
from scorelang.kernel.lower import lower_rubric
from scorelang.kernel.roots import refs_in
from scorelang.model.fields import Rejection
from scorelang.model.outcome import Outcome
from scorelang.records.mapping import record_from_mapping
from scorelang.source.text import SourceText
from tests.generators.parity import given as given_of
from tests.parity.test_kernel import records
from tests.strategies import NAMES, checked_rubrics, records_for, shipped_rubric


def compare(data, rubric, count=3):
    kernel = lower_rubric(rubric)
    refs = refs_in(kernel.outputs)
    compiled = compile_kernel(kernel, refs)
    for record, figures, as_of in records(data, rubric, count):
        given_values = given_of(rubric, record, figures, as_of)
        values = evaluate(kernel, given_values)
        assert compiled.values(given_values) == {ref: values[ref] for ref in refs}


@given(st.data())
def test_generated_rubrics_score_alike(data):
    compare(data, data.draw(checked_rubrics(populations=data.draw(st.booleans()))))


@given(st.data())
def test_shipped_rubrics_score_alike(data):
    compare(data, shipped_rubric(data.draw(st.sampled_from(NAMES))), 5)


def typed(text, draw):
    """A cell as a program might give it: as text, or as a number."""
    for kind in draw(st.sampled_from(((int, float), (float,), ()))):
        try:
            return kind(text)
        except ValueError:
            continue
    return text or draw(st.sampled_from(("", None)))


def outcome_of(rubric, record):
    """What the interpreter makes of a mapping, or the faults of it."""
    read = record_from_mapping(rubric.checked, record)
    found = Evaluator(rubric.checked).score_read(read, None, None)
    return found.faults if isinstance(found, Rejection) else found


@given(st.data())
def test_a_record_of_the_api_comes_out_as_the_interpreter_says(data):
    shipped = st.sampled_from(NAMES).map(shipped_rubric)
    checked = data.draw(st.one_of(checked_rubrics(), shipped).filter(lambda r: not r.populations))
    rubric = Rubric(checked, SourceText("rubric", ""))
    for _ in range(3):
        texts = data.draw(records_for(checked, valid=data.draw(st.integers(0, 3)) > 0))
        record = {name: typed(text, data.draw) for name, text in texts.items()}
        expected = outcome_of(rubric, record)
        if not isinstance(expected, Outcome):
            for way in (rubric.score, rubric.totals):
                with pytest.raises(RecordError) as refused:
                    way(record)
                assert refused.value.rejection.faults == expected
            continue
        assert rubric.totals(record) == (expected.total_exact, expected.grade)
        found = rubric.score(record)
        known = dict(found.__dict__)
        assert found == expected
        for name in known.keys() & {field.name for field in attrs.fields(Outcome)}:
            assert known[name] == getattr(expected, name)


@pytest.mark.parametrize("raw", [True, "是", " 5 ", "5.0", 5, 5.0, "５", None, "", [], 0.1 + 0.2])
def test_every_way_of_writing_a_cell_is_read_as_the_interpreter_reads_it(raw):
    checked = shipped_rubric("customer-rating")
    rubric = Rubric(checked, SourceText("rubric", ""))
    record = {field.name: raw for field in checked.fields}
    with pytest.raises(RecordError) as refused:
        rubric.score(record)
    assert refused.value.rejection.faults == outcome_of(rubric, record)


def sent(value):
    """What another process gets."""
    return pickle.loads(pickle.dumps(value))  # noqa: S301  our own, just written


@pytest.mark.parametrize("make", [copy.copy, copy.deepcopy, sent])
def test_an_outcome_of_which_nothing_was_read_can_be_copied_and_sent(make):
    rubric = Rubric(shipped_rubric("customer-rating"), SourceText("rubric", ""))
    record = dict(rubric.checked.examples[0].texts)
    made = make(rubric.score(record))
    assert made == outcome_of(rubric, record)
    assert made.contributions


def test_an_attribute_that_no_outcome_has_is_an_error():
    rubric = Rubric(shipped_rubric("customer-rating"), SourceText("rubric", ""))
    outcome = rubric.score(dict(rubric.checked.examples[0].texts))
    with pytest.raises(AttributeError, match="rating"):
        _ = outcome.rating
    assert not hasattr(outcome, "__array__")


def test_threads_that_read_one_outcome_find_the_same():
    rubric = Rubric(shipped_rubric("customer-rating"), SourceText("rubric", ""))
    outcomes = [rubric.score(dict(rubric.checked.examples[0].texts)) for _ in range(20)]
    with ThreadPoolExecutor(4) as pool:
        for outcome in outcomes:
            found = list(pool.map(lambda each: each.contributions, [outcome] * 8))
            assert all(each == found[0] for each in found)


def test_what_is_read_later_belongs_to_the_record_as_it_was():
    rubric = Rubric(shipped_rubric("customer-rating"), SourceText("rubric", ""))
    record = dict(rubric.checked.examples[0].texts)
    found = rubric.score(record)
    record.clear()
    assert found.contributions
    assert sum(part.contribution for part in found.contributions) == found.total_exact
