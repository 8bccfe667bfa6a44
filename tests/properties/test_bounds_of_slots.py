"""No slot of a kernel ever leaves its bounds: its numbers, its step, its names, missing."""

import datetime as dt
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from scorelang.bounds.slots import bounds_of
from scorelang.kernel.evaluate import evaluate
from scorelang.kernel.lower import lower_rubric
from tests.generators.parity import given as given_of
from tests.parity.test_kernel import records
from tests.strategies import any_rubrics


def is_within(value, bound):
    """Whether a value is among those a slot can have."""
    if value is None:
        return bound.reach.missing
    if isinstance(value, dt.date):
        value = Fraction(value.toordinal())
    if not isinstance(value, Fraction):
        return bound.reach.values is None or value in bound.reach.values
    on_step = bound.step is None or (value % bound.step == 0 if bound.step else not value)
    return bound.reach.numbers.contains(value) and on_step


@given(st.data())
def test_no_slot_leaves_its_bounds(data):
    rubric = data.draw(any_rubrics())
    kernel = lower_rubric(rubric)
    bounds = bounds_of(kernel)
    for record, figures, as_of in records(data, rubric, 3):
        values = evaluate(kernel, given_of(rubric, record, figures, as_of))
        found = zip(kernel.slots, values, bounds, strict=True)
        assert not [slot for slot, value, bound in found if not is_within(value, bound)]
