"""The points of every part lie in the range that the compiler has computed for it."""

from hypothesis import given
from hypothesis import strategies as st

from tests.generators.scoring import is_within, parts_of, scored
from tests.generators.sizes import examples
from tests.strategies import any_rubrics, records_for


@examples(1)
@given(st.data())
def test_points_lie_in_the_range_the_compiler_gave(data):
    rubric = data.draw(any_rubrics())
    lines = data.draw(st.lists(records_for(rubric), min_size=1, max_size=6))
    for outcome in scored(rubric, lines):
        for part in (*parts_of(rubric), *rubric.scores):
            points = outcome.scores[part.name]
            assert points is None or is_within(points, part.range), part.name
        total = outcome.total_exact
        assert total is None or is_within(total, rubric.total.range)
