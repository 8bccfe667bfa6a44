import decimal
import math
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorelang.numeric.exact import parse_decimal
from scorelang.numeric.functions import DIGITS, EXP_LIMIT, MAX_DEGREE, exp, ln, root, sqrt

positive = st.fractions(min_value=Fraction(1, 10**9), max_value=10**12)
short = st.builds(
    lambda n, places: Fraction(n, 10**places), st.integers(1, 10**15), st.integers(0, 15)
)


def oracle(function, x):
    """Work with three times the digits, then round: wrong only if a tie is closer than that."""
    wide = decimal.Context(prec=3 * DIGITS + 20)
    result = getattr(wide, function)(wide.divide(Decimal(x.numerator), Decimal(x.denominator)))
    return Fraction(decimal.Context(prec=DIGITS).plus(result))


@given(positive | short)
def test_ln_is_rounded_correctly(x):
    assert ln(x) == oracle("ln", x)


@given(st.fractions(min_value=-EXP_LIMIT, max_value=EXP_LIMIT) | short.filter(lambda x: x <= 700))
def test_exp_is_rounded_correctly(x):
    assert exp(x) == oracle("exp", x)
    assert exp(-x) == oracle("exp", -x)


@given(positive | short)
def test_sqrt_is_rounded_correctly(x):
    assert sqrt(x) == oracle("sqrt", x)


@given(st.fractions(min_value=-(10**9), max_value=10**9), st.integers(1, MAX_DEGREE))
def test_a_root_lies_within_half_a_unit_of_its_last_digit(x, degree):
    result = root(x, degree)
    if x < 0 and degree % 2 == 0:
        assert result is None
        return
    if x == 0:
        assert result == 0
        return
    half = Fraction(10) ** (math.floor(math.log10(abs(float(result)))) - DIGITS + 1) / 2
    low, high = sorted((abs(result) - half, abs(result) + half))
    assert low**degree <= abs(x) <= high**degree
    assert (result < 0) == (x < 0)


@given(st.integers(1, 10**12), st.integers(1, 12))
def test_a_root_of_a_power_is_exact(x, degree):
    assert root(Fraction(x**degree, 10**degree), degree) == Fraction(x, 10)


@given(positive, positive)
def test_functions_rise(x, y):
    x, y = sorted((x, y))
    assert ln(x) <= ln(y)
    assert sqrt(x) <= sqrt(y)
    assert root(x, 3) <= root(y, 3)
    assert exp(-y / 10**10) <= exp(-x / 10**10)


def test_what_ends_is_exact():
    assert exp(Fraction(0)) == 1
    assert ln(Fraction(1)) == 0
    assert sqrt(Fraction(4)) == 2
    assert sqrt(Fraction(0)) == 0
    assert root(Fraction(8), 3) == 2
    assert root(Fraction(-27, 8), 3) == Fraction(-3, 2)
    assert root(Fraction(7), 1) == 7


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (ln(Fraction(2)), "0.6931471805599453094172321215"),
        (exp(Fraction(1)), "2.718281828459045235360287471"),
        (sqrt(Fraction(2)), "1.414213562373095048801688724"),
        (root(Fraction(2), 3), "1.259921049894873164767210607"),
        (sqrt(Fraction(1, 9)), "0.3333333333333333333333333333"),
        (ln(Fraction(1, 3)), "-1.098612288668109691395245237"),
    ],
)
def test_known_values_to_28_digits(found, text):
    assert found == parse_decimal(text)


def test_a_tie_goes_to_the_even_digit():
    # The roots have 29 digits and end in 5.
    even, odd = 2 * 10**27 + 4, 2 * 10**27 + 3
    for digits, rounded in ((even, even), (odd, even)):
        exact = 10 * digits + 5
        assert sqrt(Fraction(exact**2)) == 10 * rounded
        assert sqrt(Fraction(exact**2 + 1)) == 10 * (digits + 1)
        assert sqrt(Fraction(exact**2 - 1)) == 10 * digits


def test_outside_the_domain_a_function_is_missing():
    assert ln(Fraction(0)) is None
    assert ln(Fraction(-1)) is None
    assert sqrt(Fraction(-1)) is None
    assert root(Fraction(-8), 2) is None
    assert root(Fraction(8), 0) is None
    assert root(Fraction(8), MAX_DEGREE + 1) is None
    assert exp(Fraction(EXP_LIMIT)) is not None
    assert exp(Fraction(EXP_LIMIT) + Fraction(1, 10**9)) is None
    assert exp(-Fraction(EXP_LIMIT) - Fraction(1, 10**9)) is None


def test_the_default_context_of_a_host_program_does_not_matter():
    with decimal.localcontext(decimal.Context(prec=3, Emax=5, Emin=-5)):
        assert ln(Fraction(1, 3)) == oracle("ln", Fraction(1, 3))
        assert exp(Fraction(-500)) == oracle("exp", Fraction(-500))


def test_long_arguments_are_taken_whole():
    # 1 + 10^-50 differs from 1 beyond the digits of the result.
    assert ln(1 + Fraction(1, 10**50)) == oracle("ln", 1 + Fraction(1, 10**50)) != 0
    assert ln(1 + Fraction(1, 3 * 10**50)) == oracle("ln", 1 + Fraction(1, 3 * 10**50)) != 0
