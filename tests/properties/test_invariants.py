"""Whatever compiles keeps the invariants of the model, which engines rely on by name."""

import pytest
from hypothesis import given

from scorelang.model.invariants import check_invariants
from tests.generators.sizes import examples
from tests.strategies import NAMES, checked_rubrics, shipped_rubric


@examples(1.5)
@given(checked_rubrics(populations=True))
def test_a_generated_rubric_keeps_the_invariants(rubric):
    assert check_invariants(rubric) == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_rubric_keeps_the_invariants(name):
    assert check_invariants(shipped_rubric(name)) == ()
