import math
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorelang.numeric.exact import (
    MAX_DIGITS,
    PowerTooLarge,
    TooManyDigits,
    decimals_of,
    divide,
    from_float,
    parse_decimal,
    places_of,
    power,
    show,
    to_decimal,
    to_text,
)

decimals = st.builds(
    lambda n, places: Fraction(n, 10**places), st.integers(-(10**20), 10**20), st.integers(0, 20)
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", Fraction(0)),
        ("-0", Fraction(0)),
        ("0.1", Fraction(1, 10)),
        ("+12.50", Fraction(25, 2)),
        ("-3", Fraction(-3)),
        ("007", Fraction(7)),
        ("-0.05", Fraction(-1, 20)),
    ],
)
def test_a_plain_decimal_is_read_exactly(text, value):
    assert parse_decimal(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 1",
        "1 ",
        "1\n",
        ".5",
        "5.",
        "1e3",
        "1_000",
        "1,000",
        "１２",
        "٣",
        "--1",
        "1.2.3",
        "nan",
    ],
)
def test_anything_else_is_no_decimal(text):
    assert parse_decimal(text) is None


def test_so_many_digits_are_read_and_no_more():
    assert parse_decimal("-" + "9" * MAX_DIGITS) == 1 - 10**MAX_DIGITS
    assert parse_decimal("9." + "9" * (MAX_DIGITS - 1)) is not None
    with pytest.raises(TooManyDigits, match="41 digits; at most 40"):
        parse_decimal("0." + "0" * MAX_DIGITS)


@given(decimals)
def test_text_reads_back_as_the_same_number(x):
    text = to_text(x)
    assert text is not None
    assert parse_decimal(text) == x


@pytest.mark.parametrize(
    ("x", "places", "text"),
    [
        (Fraction(169, 2), None, "84.5"),
        (Fraction(169, 2), 2, "84.50"),
        (Fraction(169, 2), 0, None),
        (Fraction(1, 3), None, None),
        (Fraction(1, 3), 9, None),
        (Fraction(100), None, "100"),
        (Fraction(-1, 100), None, "-0.01"),
        (Fraction(0), 2, "0.00"),
        (Fraction(10) ** 30, None, "1" + "0" * 30),
        (Fraction(1, 10**30), None, "0." + "0" * 29 + "1"),
    ],
)
def test_text_is_exact_or_not_given(x, places, text):
    assert to_text(x, places) == text


def test_a_number_of_ten_thousand_digits_can_be_written():
    assert to_text(Fraction(10**10_000)) == "1" + "0" * 10_000


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_is_read_at_fifteen_digits(x):
    expected = int(x) if x.is_integer() and abs(x) < 2**53 else Decimal(f"{x:.15g}")
    assert from_float(x) == Fraction(expected)


@pytest.mark.parametrize("x", [math.nan, math.inf, -math.inf])
def test_a_float_that_is_no_number_is_refused(x):
    with pytest.raises(ValueError, match="not a finite number"):
        from_float(x)


@given(st.fractions())
def test_places_are_the_fewest_that_write_a_number(x):
    places = places_of(x)
    if places is None:
        assert 10**400 % x.denominator
    else:
        assert (x * 10**places).denominator == 1
        assert places == 0 or (x * 10 ** (places - 1)).denominator != 1


def test_decimals_of_a_step():
    assert [decimals_of(Fraction(s)) for s in ("5", "1", "0.1", "0.25", "100")] == [0, 0, 1, 2, 0]
    with pytest.raises(ValueError, match="not a decimal step: 1/3"):
        decimals_of(Fraction(1, 3))


@given(st.integers(-(10**40), 10**40), st.sampled_from(["1", "0.01", "0.25", "5", "0.000001"]))
def test_a_multiple_of_a_step_becomes_a_decimal_with_its_decimals(count, step_text):
    step = Fraction(step_text)
    found = to_decimal(count * step, step)
    assert Fraction(found) == count * step
    assert -found.as_tuple().exponent == decimals_of(step)
    assert not (found == 0 and found.is_signed())


def test_a_number_between_two_multiples_does_not_become_a_decimal():
    with pytest.raises(ValueError, match="not a multiple"):
        to_decimal(Fraction(1, 3), Fraction(1, 100))


@pytest.mark.parametrize(
    ("x", "limits", "text"),
    [
        ("84.5", [], "84.5"),
        ("100", [], "100"),
        ("0", [], "0"),
        ("1/3", [], "0.333333"),
        ("2/3", [], "0.666667"),
        ("-2/3", [], "-0.666667"),
        ("-0.0000001", [], "0"),
        ("84.99999996", [], "85"),
        ("84.99999996", ["85"], "84.99999996"),
        ("84.999999951", ["85"], "84.99999995"),
        ("-0.0000001", ["0"], "-0.0000001"),
        ("1/3", ["1/3"], "0.333333"),
        ("1/3", ["0.3333333"], "0.33333333"),
        ("0.12345678", ["0.12345678"], "0.12345678"),
        ("5/7", ["0", "0.7142858"], "0.7142857"),
    ],
)
def test_people_are_shown_enough_decimals(x, limits, text):
    assert show(Fraction(x), [Fraction(limit) for limit in limits]) == text


@given(decimals, decimals, st.integers(0, 25))
def test_what_is_shown_stays_on_its_side_of_the_limit(x, delta, places):
    limit = x + delta / 10**places
    shown = parse_shown(show(x, [limit]))
    assert (shown > limit, shown < limit) == (x > limit, x < limit)
    assert abs(shown - x) <= Fraction(1, 2 * 10**6)


def parse_shown(text):
    assert "e" not in text.lower()
    assert text not in {"-0", ""}
    return Fraction(text)


def test_division_by_zero_is_missing():
    assert divide(Fraction(1), Fraction(3)) == Fraction(1, 3)
    assert divide(Fraction(1), Fraction(0)) is None


@given(st.fractions(max_denominator=1000), st.integers(-20, 20))
def test_a_power_is_a_repeated_product(x, n):
    if x == 0 and n < 0:
        assert power(x, n) is None
        return
    assert power(x, n) == math.prod([x if n >= 0 else 1 / x] * abs(n), start=Fraction(1))


@pytest.mark.parametrize(
    ("x", "n", "result"), [(1, 10**18, 1), (-1, 10**18 + 1, -1), (0, 10**18, 0)]
)
def test_powers_that_stay_small_have_no_limit(x, n, result):
    assert power(Fraction(x), n) == result


@pytest.mark.parametrize(("x", "n"), [("2", 10**9), ("0.1", -(10**9)), ("1.0000000001", 10**6)])
def test_a_power_that_would_be_too_long_is_refused_before_it_is_taken(x, n):
    with pytest.raises(PowerTooLarge, match="longer than 65536 bits"):
        power(Fraction(x), n)
