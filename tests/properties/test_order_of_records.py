"""What a record gets does not depend on where it stands among the others."""

import attrs
from hypothesis import given
from hypothesis import strategies as st

from tests.generators.scoring import score_all
from tests.generators.sizes import examples
from tests.strategies import any_rubrics, checked_rubrics, records_for


@examples(1)
@given(st.data())
def test_the_order_of_records_does_not_count(data):
    rubric = data.draw(st.one_of(any_rubrics(), checked_rubrics(populations=True)))
    lines = data.draw(st.lists(records_for(rubric, valid=False), min_size=2, max_size=6))
    order = data.draw(st.permutations(range(len(lines))))
    outcomes = score_all(rubric, lines)
    moved = score_all(rubric, [lines[place] for place in order])
    for place, outcome in zip(order, moved, strict=True):
        assert attrs.evolve(outcome, row=place + 1) == outcomes[place]
