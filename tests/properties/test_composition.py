"""What holds of every shipped rubric when another one extends or uses it."""

import pytest

from scorelang import load_rubric, load_text
from scorelang.evaluator.interpreter import Evaluator
from scorelang.model.fields import Record
from scorelang.model.outcome import Outcome
from scorelang.records.mapping import record_from_texts
from scorelang.resources import rubric_names


@pytest.fixture(params=rubric_names())
def name(request):
    if load_rubric(request.param).checked.populations:
        pytest.skip("it compares records, so it cannot score one inside another rubric")
    return request.param


def records(rubric):
    read = (record_from_texts(rubric, example.texts) for example in rubric.examples)
    return [one for one in read if isinstance(one, Record)]


def test_a_variant_that_replaces_nothing_is_its_base(name):
    base = load_rubric(name).checked
    variant = load_text(f'rubric variant {{\n  extends "{name}"\n}}\n').checked
    for record in records(base):
        assert Evaluator(variant).score(record) == Evaluator(base).score(record)


def test_a_used_rubric_gives_what_it_gives_by_itself(name):
    base = load_rubric(name).checked
    if base.total is None or base.day_field is not None:
        pytest.skip("there is no total to read")
    text = (
        f'rubric outer {{\n  no total\n  use "{name}" as inner\n'
        "  result total_there = points of inner.total, round exact\n}\n"
    )
    outer = load_text(text).checked
    for record in records(base):
        alone = Evaluator(base).score(record)
        values = {field.name: record.values.get(field.name) for field in outer.fields}
        inside = Evaluator(outer).score(Record(1, None, values, ratings=record.ratings))
        if isinstance(alone, Outcome):
            assert inside.results["total_there"] == alone.total_exact
            [used] = inside.used
            assert (used.outcome.grade, used.outcome.scores) == (alone.grade, alone.scores)
        else:
            assert not isinstance(inside, Outcome)
