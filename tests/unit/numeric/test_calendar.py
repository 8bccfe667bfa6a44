"""Days moved and counted, against the definition and against each other."""

import calendar as standard
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorelang.numeric import calendar

DAYS = st.dates()
COUNTS = st.integers(-130_000, 130_000)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ((2025, 1, 31), 1, (2025, 2, 28)),
        ((2024, 1, 31), 1, (2024, 2, 29)),
        ((2025, 2, 28), -1, (2025, 1, 28)),
        ((2024, 2, 29), 12, (2025, 2, 28)),
        ((2024, 2, 29), 48, (2028, 2, 29)),
        ((2025, 8, 31), 6, (2026, 2, 28)),
        ((2025, 12, 31), 1, (2026, 1, 31)),
        ((2025, 3, 31), -1, (2025, 2, 28)),
        ((9999, 12, 1), 1, None),
        ((1, 1, 1), -1, None),
    ],
)
def test_months_are_added_and_cut_to_the_end_of_the_month(day, months, expected):
    found = calendar.add_months(dt.date(*day), months)
    assert found == (None if expected is None else dt.date(*expected))


@given(DAYS, COUNTS)
def test_a_month_is_the_same_day_or_the_last_one(day, months):
    found = calendar.add_months(day, months)
    index = day.year * 12 + day.month - 1 + months
    if not 12 <= index < 120_000:
        assert found is None
        return
    assert (found.year, found.month - 1) == divmod(index, 12)
    assert found.day == min(day.day, standard.monthrange(found.year, found.month)[1])


@given(DAYS, st.integers(-4_000_000, 4_000_000))
def test_days_are_added_like_those_of_the_standard_library(day, count):
    found = calendar.add_days(day, count)
    try:
        expected = day + dt.timedelta(days=count)
    except OverflowError:
        expected = None
    assert found == expected


@given(DAYS, DAYS)
def test_completed_months_are_the_most_that_can_be_added(first, last):
    first, last = sorted((first, last))
    count = calendar.months_between(first, last)
    assert calendar.add_months(first, count) <= last
    after = calendar.add_months(first, count + 1)
    assert after is None or after > last


@given(DAYS, DAYS)
def test_counting_turns_its_sign_with_the_days(first, last):
    for count in (calendar.days_between, calendar.months_between, calendar.years_between):
        assert count(first, last) == -count(last, first)


@given(DAYS, DAYS)
def test_completed_years_are_those_of_an_age(first, last):
    first, last = sorted((first, last))
    years = calendar.years_between(first, last)
    birthday = calendar.add_months(first, 12 * years)
    assert birthday <= last
    assert years == calendar.months_between(first, last) // 12
