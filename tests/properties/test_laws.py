"""The laws of every outcome: the ledger adds up, points in range, nothing missing unsaid."""

from hypothesis import given
from hypothesis import strategies as st

from tests.generators.laws import breach_of_outcome
from tests.generators.scoring import score_all
from tests.generators.sizes import examples
from tests.strategies import any_rubrics, checked_rubrics, records_for


@examples(2)
@given(st.data())
def test_no_outcome_of_a_generated_rubric_breaks_a_law(data):
    rubric = data.draw(st.one_of(any_rubrics(), checked_rubrics(populations=True)))
    lines = data.draw(st.lists(records_for(rubric, valid=False), min_size=1, max_size=6))
    found = [breach_of_outcome(rubric, outcome) for outcome in score_all(rubric, lines)]
    assert not any(found), found
