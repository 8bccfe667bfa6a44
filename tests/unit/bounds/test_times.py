"""What dates can come to, as the compiler sees it, holds what the evaluator gives."""

import datetime as dt
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from scorelang.bounds import times as reach_times
from scorelang.bounds.reach import Reach
from scorelang.evaluator import times
from scorelang.model.times import TimeUnit
from scorelang.numeric.interval import Interval

DAYS = st.integers(dt.date.min.toordinal(), dt.date.max.toordinal())
UNITS = st.sampled_from(list(TimeUnit))


@st.composite
def spans(draw, numbers):
    """Two ends and a number between them."""
    low, inside, high = sorted(draw(st.tuples(numbers, numbers, numbers)))
    return Reach(Interval(Fraction(low), Fraction(high))), inside


@given(UNITS, spans(DAYS), spans(DAYS))
def test_what_has_passed_lies_within(unit, first, last):
    found = reach_times.elapsed(unit, first[0], last[0])
    value = times.elapsed(unit, dt.date.fromordinal(first[1]), dt.date.fromordinal(last[1]))
    assert found.numbers.contains(value)
    assert not found.missing


@given(
    st.sampled_from([TimeUnit.DAYS, TimeUnit.MONTHS]),
    spans(DAYS),
    spans(st.integers(-50_000, 50_000)),
)
def test_a_moved_day_lies_within(unit, day, amount):
    found = reach_times.shifted(unit, day[0], amount[0])
    value = times.shift(dt.date.fromordinal(day[1]), unit, Fraction(amount[1]))
    if value is None:
        assert found.missing
    else:
        assert found.numbers.contains(Fraction(value.toordinal()))


@given(spans(st.fractions(-100, 100)), spans(st.fractions(-100, 100)))
def test_growth_lies_within(now, before):
    found = reach_times.growth(now[0], before[0])
    value = times.growth(now[1], before[1])
    if value is None:
        assert found.missing
    else:
        assert found.numbers.contains(value)


def test_growth_from_a_positive_value_is_never_missing():
    above = Reach(Interval(Fraction(0), None, low_open=True))
    assert not reach_times.growth(Reach(Interval(Fraction(1), Fraction(2))), above).missing
