"""No part has more points than its ``max``, no total lies outside of what is declared."""

from hypothesis import given
from hypothesis import strategies as st

from tests.generators.scoring import is_within, parts_of, scored
from tests.generators.sizes import examples
from tests.strategies import any_rubrics, records_for


@examples(1)
@given(st.data())
def test_a_declared_maximum_is_never_exceeded(data):
    rubric = data.draw(any_rubrics())
    lines = data.draw(st.lists(records_for(rubric), min_size=1, max_size=6))
    for outcome in scored(rubric, lines):
        for part in parts_of(rubric):
            points = outcome.scores[part.name]
            assert None in {points, part.declared_max} or points <= part.declared_max, part.name
        if outcome.total_exact is not None and rubric.total.declared is not None:
            assert is_within(outcome.total_exact, rubric.total.declared)
