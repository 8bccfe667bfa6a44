"""Units and multipliers."""

from fractions import Fraction

import pytest

from scorelang.compiler.typed import LITERAL, NUMBER, TEXT, YES_NO, category_of, meet, number_of
from scorelang.compiler.units import divide, measure, multiply, power, unit_name
from scorelang.model.types import DAYS, MONEY, MONTHS, PLAIN, Unit


@pytest.mark.parametrize(
    ("multiplier", "unit", "expected", "scale"),
    [
        (None, "元", MONEY, 1),
        ("万", "元", MONEY, 10_000),
        ("亿", None, PLAIN, 10**8),
        (None, "%", PLAIN, Fraction(1, 100)),
        (None, "天", DAYS, 1),
        (None, "年", MONTHS, 12),
        ("million", None, PLAIN, 10**6),
        (None, "吨", Unit((("吨", 1),)), 1),
    ],
)
def test_words_behind_a_number(multiplier, unit, expected, scale):
    found = measure(multiplier, unit)
    assert (found.unit, found.scale) == (expected, scale)


@pytest.mark.parametrize(
    ("unit", "is_bare"), [(None, True), ("分", True), ("%", False), ("元", False)]
)
def test_only_numbers_without_a_unit_fit_any(unit, is_bare):
    assert measure(None, unit).is_bare is is_bare


def test_units_cancel():
    assert divide(MONEY, MONEY) == PLAIN
    assert multiply(divide(MONEY, DAYS), DAYS) == MONEY
    assert power(MONEY, 2) == multiply(MONEY, MONEY)
    assert power(MONEY, 0) == PLAIN


def test_units_have_names():
    assert unit_name(divide(MONEY, MONTHS)) == "yuan per months"
    assert unit_name(Unit((("吨", 2),))) == "吨^2"


def test_types_meet():
    money, days = number_of(MONEY), number_of(DAYS)
    assert meet(LITERAL, money) == money
    assert meet(money, LITERAL) == money
    assert meet(money, days) is None
    assert meet(NUMBER, money) is None
    assert meet(YES_NO, NUMBER) is None
    assert meet(TEXT, category_of(("a",))) == TEXT
    assert meet(category_of(("a",)), category_of(("b", "a"))) == category_of(("a", "b"))
