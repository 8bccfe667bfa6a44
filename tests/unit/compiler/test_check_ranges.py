"""Bounds of expressions: exact ends, open ends kept, missing and conditions told apart."""

from fractions import Fraction

import pytest

from scorelang.compiler.narrowing import assume
from scorelang.compiler.ranges import bounds, can_be_missing, grid_of, truths_of
from scorelang.compiler.scope import Scope
from scorelang.model.expressions import (
    Absolute,
    Arithmetic,
    Both,
    Calculation,
    Choice,
    Compare,
    Comparison,
    Const,
    Extreme,
    FieldValue,
    FirstKnown,
    Function,
    HoldCount,
    Interpolation,
    Irrational,
    IsMissing,
    LetValue,
    Negation,
    Not,
    OneOf,
    Pick,
    Power,
    Rounded,
    Switch,
)
from scorelang.model.fields import Category, Field, FieldType
from scorelang.numeric.interval import Grid, Interval
from scorelang.numeric.interval_arithmetic import NOTHING, is_nothing
from scorelang.numeric.rounding import Rounding, RoundingMode

DAYS = Field(
    "days",
    FieldType.INTEGER,
    required=True,
    domain=Interval(Fraction(0), Fraction(90)),
    grid=Grid(Fraction(1)),
)
SALES = Field("sales", FieldType.MONEY, required=True, domain=Interval(Fraction(0), None))
PROFIT = Field("profit", FieldType.MONEY)
RATE = Field("rate", FieldType.PERCENT, required=True, domain=Interval(Fraction(0), Fraction(1)))
TRADE = Field(
    "trade", FieldType.CATEGORY, required=True, categories=(Category("home"), Category("abroad"))
)
LICENSED = Field("licensed", FieldType.YES_NO)
SCOPE = Scope.of((DAYS, SALES, PROFIT, RATE, TRADE, LICENSED))

days, sales, profit, rate = (FieldValue(name) for name in ("days", "sales", "profit", "rate"))
trade, licensed = FieldValue("trade"), FieldValue("licensed")


def c(x):
    return Const(Fraction(x))


def calc(op, left, right):
    return Calculation(Arithmetic(op), left, right)


def started(distance, step):
    count = Rounded(calc("/", distance, c(step)), Rounding(Fraction(1), RoundingMode.CEILING))
    return calc("-", c(18), count)


@pytest.mark.parametrize(
    ("expr", "expected"),
    [
        (c(3), Interval(Fraction(3), Fraction(3))),
        (days, Interval(Fraction(0), Fraction(90))),
        (calc("-", c(20), calc("*", c("0.6"), days)), Interval(Fraction(-34), Fraction(20))),
        (calc("/", profit, sales), Interval()),
        (calc("/", c(1), sales), Interval(Fraction(0), None, True)),
        (calc("/", c(6), calc("+", days, c(2))), Interval(Fraction(6, 92), Fraction(3))),
        (Power(calc("-", days, c(3)), 2), Interval(Fraction(0), Fraction(87 * 87))),
        (Absolute(calc("-", days, c(100))), Interval(Fraction(10), Fraction(100))),
        (
            Extreme(Pick.HIGHEST, (c(0), calc("-", days, c(30)))),
            Interval(Fraction(0), Fraction(60)),
        ),
        (Extreme(Pick.LOWEST, (c(5), rate)), Interval(Fraction(0), Fraction(1))),
        (Function(Irrational.SQRT, calc("+", days, c(10))), None),
        (
            Rounded(rate, Rounding(Fraction(1, 10), RoundingMode.HALF_UP)),
            Interval(Fraction(0), Fraction(1)),
        ),
        (Choice(licensed, c(1), c(5)), Interval(Fraction(1), Fraction(5))),
        (Switch(trade, (("home", c(2)), ("abroad", c(4)))), Interval(Fraction(2), Fraction(4))),
        (
            HoldCount((licensed, Compare(Comparison.ABOVE, days, c(5)))),
            Interval(Fraction(0), Fraction(2)),
        ),
        (
            HoldCount((Compare(Comparison.AT_LEAST, days, c(0)),)),
            Interval(Fraction(1), Fraction(1)),
        ),
        (
            Interpolation(rate, Fraction(0), Fraction(1), c(6), c(8)),
            Interval(Fraction(6), Fraction(8)),
        ),
        (FirstKnown((Const(None), c(4))), Interval(Fraction(4), Fraction(4))),
        (Negation(days), Interval(Fraction(-90), Fraction(0))),
    ],
)
def test_bounds(expr, expected):
    found = bounds(expr, SCOPE)
    if isinstance(expr, Function):
        assert found.low**2 - 10 < Fraction(1, 10**20)
        assert found.high == Fraction(10)
    else:
        assert found == expected


def test_a_band_narrows_the_formula_of_its_points():
    late = calc("-", c(20), calc("*", c("0.6"), days))
    assert bounds(late, SCOPE.narrowed(days, Interval(Fraction(1), Fraction(30)))) == Interval(
        Fraction(2), Fraction("19.4")
    )


def test_steps_begun_below_a_limit_keep_open_ends():
    below = SCOPE.narrowed(sales, Interval(None, Fraction(1_000_000), high_open=True))
    points = started(calc("-", c(1_000_000), sales), 100_000)
    assert bounds(points, below) == Interval(Fraction(8), Fraction(17))


def test_open_ends_of_whole_numbers_are_tightened():
    early = SCOPE.narrowed(days, Interval(Fraction(0), Fraction(5), low_open=True, high_open=True))
    assert bounds(days, early) == Interval(Fraction(1), Fraction(4))


def test_division_is_missing_only_where_the_divisor_can_be_zero():
    ratio = calc("/", c(1), sales)
    assert can_be_missing(ratio, SCOPE)
    assert not can_be_missing(ratio, SCOPE.narrowed(sales, Interval(Fraction(1), None)))
    guarded = Choice(Compare(Comparison.ABOVE, sales, c(0)), ratio, c(0))
    assert not can_be_missing(guarded, SCOPE)
    guarded = Choice(Compare(Comparison.EQUAL, sales, c(0)), c(0), ratio)
    assert not can_be_missing(guarded, SCOPE)


def test_missing_follows_required_and_is_missing():
    assert can_be_missing(profit, SCOPE)
    assert not can_be_missing(sales, SCOPE)
    assert not can_be_missing(Choice(IsMissing(profit), c(0), profit), SCOPE)
    assert not can_be_missing(FirstKnown((profit, sales)), SCOPE)


def test_derived_values_are_seen_through():
    scope = SCOPE.with_let("margin", calc("/", calc("-", c(100), days), c(10)))
    assert bounds(LetValue("margin"), scope) == Interval(Fraction(1), Fraction(10))
    assert grid_of(LetValue("margin"), scope) == Grid(Fraction(1, 10))


@pytest.mark.parametrize(
    ("expr", "step"),
    [
        (days, Fraction(1)),
        (calc("-", c(20), calc("*", c("0.6"), days)), Fraction(1, 5)),
        (calc("/", days, c(30)), Fraction(1, 30)),
        (calc("/", days, sales), None),
        (rate, None),
        (Rounded(rate, Rounding(Fraction(1, 100), RoundingMode.UP)), Fraction(1, 100)),
        (Extreme(Pick.LOWEST, (calc("*", c(6), days), c(10))), Fraction(2)),
    ],
)
def test_grids(expr, step):
    assert grid_of(expr, SCOPE).step == step


@pytest.mark.parametrize(
    ("condition", "truths"),
    [
        (Compare(Comparison.AT_LEAST, days, c(0)), {True}),
        (Compare(Comparison.ABOVE, days, c(90)), {False}),
        (Compare(Comparison.ABOVE, days, c(89)), {True, False}),
        (Compare(Comparison.EQUAL, trade, Const("home")), {True, False}),
        (OneOf(trade, frozenset({"home", "abroad"})), {True}),
        (licensed, {True, False, None}),
        (Not(licensed), {True, False, None}),
        (Both((licensed, Compare(Comparison.ABOVE, days, c(90)))), {False}),
        (IsMissing(days), {False}),
        (IsMissing(licensed), {True, False}),
    ],
)
def test_truths(condition, truths):
    assert truths_of(condition, SCOPE) == truths


def test_a_record_decides_everything():
    scope = SCOPE.at({"profit": None, "days": Fraction(3), "licensed": True})
    assert is_nothing(bounds(profit, scope))
    assert truths_of(licensed, scope) == {True}
    assert bounds(calc("*", days, c(2)), scope) == Interval(Fraction(6), Fraction(6))
    assert bounds(calc("/", days, calc("-", days, c(3))), scope) == NOTHING


def test_what_a_condition_tells_holds_inside():
    scope = assume(SCOPE, Compare(Comparison.BELOW, c(10), days), holds=True)
    assert bounds(days, scope) == Interval(Fraction(11), Fraction(90))
    scope = assume(SCOPE, Compare(Comparison.EQUAL, licensed, Const(True)), holds=False)
    assert truths_of(licensed, scope) == {False}
