import decimal
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorelang.numeric.rounding import (
    DEFAULT_POINTS,
    Rounding,
    RoundingMode,
    round_to,
    to_significant,
)

modes = st.sampled_from(RoundingMode)
steps = st.sampled_from([Fraction(s) for s in ("1", "0.1", "0.01", "0.25", "5", "1/3", "2/7")])
numbers = st.fractions(max_denominator=1000) | st.builds(
    lambda count, step: count * step / 2, st.integers(-1000, 1000), steps
)

TABLE = """
              2.5    -2.5     3.5    -3.5     2.4    -2.4     2.6    -2.6
half up       3      -3       4      -4       2      -2       3      -3
half even     2      -2       4      -4       2      -2       3      -3
up            3      -3       4      -4       3      -3       3      -3
down          2      -2       3      -3       2      -2       2      -2
ceiling       3      -2       4      -3       3      -2       3      -2
floor         2      -3       3      -4       2      -3       2      -3
"""


def cases():
    head, *lines = TABLE.strip().split("\n")
    return [
        pytest.param(line[:14].strip(), x, result, id=f"{line[:14].strip()} {x}")
        for line in lines
        for x, result in zip(head.split(), line[14:].split(), strict=True)
    ]


@pytest.mark.parametrize(("mode", "x", "result"), cases())
def test_each_mode_goes_its_way(mode, x, result):
    assert round_to(Fraction(x), Rounding(Fraction(1), RoundingMode(mode))) == Fraction(result)


DECIMAL_MODES = {
    RoundingMode.HALF_UP: decimal.ROUND_HALF_UP,
    RoundingMode.HALF_EVEN: decimal.ROUND_HALF_EVEN,
    RoundingMode.UP: decimal.ROUND_UP,
    RoundingMode.DOWN: decimal.ROUND_DOWN,
    RoundingMode.CEILING: decimal.ROUND_CEILING,
    RoundingMode.FLOOR: decimal.ROUND_FLOOR,
}


@given(st.integers(-(10**9), 10**9), st.integers(0, 6), st.integers(0, 4), modes)
def test_decimals_round_as_the_decimal_module_does(digits, places, kept, mode):
    x = Decimal(digits).scaleb(-places)
    expected = x.quantize(Decimal(1).scaleb(-kept), DECIMAL_MODES[mode])
    assert round_to(Fraction(x), Rounding(Fraction(1, 10**kept), mode)) == Fraction(expected)


@given(numbers, steps, modes)
def test_the_result_is_a_multiple_of_the_step_less_than_a_step_away(x, step, mode):
    result = round_to(x, Rounding(step, mode))
    assert (result / step).denominator == 1
    assert abs(result - x) < step
    if mode in {RoundingMode.HALF_UP, RoundingMode.HALF_EVEN}:
        assert abs(result - x) <= step / 2


@given(numbers, steps, modes)
def test_rounding_twice_changes_nothing(x, step, mode):
    once = round_to(x, Rounding(step, mode))
    assert round_to(once, Rounding(step, mode)) == once


@given(numbers, numbers, steps, modes)
def test_rounding_keeps_the_order(x, y, step, mode):
    x, y = sorted((x, y))
    assert round_to(x, Rounding(step, mode)) <= round_to(y, Rounding(step, mode))


@given(numbers, steps)
def test_modes_named_for_zero_are_symmetric_and_the_others_mirror(x, step):
    for mode in (RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN):
        assert round_to(-x, Rounding(step, mode)) == -round_to(x, Rounding(step, mode))
    ceiling = round_to(-x, Rounding(step, RoundingMode.CEILING))
    assert ceiling == -round_to(x, Rounding(step, RoundingMode.FLOOR))


def test_points_round_to_cents_as_an_accountant_does():
    assert round_to(Fraction("8.555"), DEFAULT_POINTS) == Fraction("8.56")
    assert round_to(Fraction("-8.555"), DEFAULT_POINTS) == Fraction("-8.56")


@pytest.mark.parametrize("step", [0, -1])
def test_a_step_must_be_above_zero(step):
    with pytest.raises(ValueError, match="above zero"):
        Rounding(Fraction(step), RoundingMode.UP)


@given(st.fractions(), st.integers(-30, 30), st.integers(1, 30))
def test_significant_digits_are_kept_as_the_decimal_module_does(x, exponent, digits):
    x *= Fraction(10) ** exponent
    context = decimal.Context(prec=digits, rounding=decimal.ROUND_HALF_EVEN)
    expected = context.divide(Decimal(x.numerator), Decimal(x.denominator))
    assert to_significant(x, digits) == Fraction(expected)
