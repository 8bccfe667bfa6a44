"""Truth tables of the three-valued logic."""

import pytest

from scorelang.evaluator import logic

YES, NO, OPEN = True, False, None


@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [
        (YES, YES, YES, YES),
        (YES, NO, NO, YES),
        (YES, OPEN, OPEN, YES),
        (NO, YES, NO, YES),
        (NO, NO, NO, NO),
        (NO, OPEN, NO, OPEN),
        (OPEN, YES, OPEN, YES),
        (OPEN, NO, NO, OPEN),
        (OPEN, OPEN, OPEN, OPEN),
    ],
)
def test_and_or(left, right, both, either):
    assert logic.all_hold([left, right]) is both
    assert logic.one_holds([left, right]) is either


def test_of_nothing_all_hold_and_none_does():
    assert logic.all_hold([]) is True
    assert logic.one_holds([]) is False


@pytest.mark.parametrize(("holds", "negated"), [(YES, NO), (NO, YES), (OPEN, OPEN)])
def test_not(holds, negated):
    assert logic.negate(holds) is negated


@pytest.mark.parametrize(
    ("minimum", "conditions", "expected"),
    [
        (2, [YES, YES, OPEN], YES),
        (2, [YES, OPEN, NO], OPEN),
        (2, [YES, NO, NO], NO),
        (2, [OPEN, OPEN, NO], OPEN),
        (3, [OPEN, OPEN, NO], NO),
        (0, [NO], YES),
    ],
)
def test_at_least(minimum, conditions, expected):
    assert logic.at_least(minimum, conditions) is expected
