"""What expressions with days and with values of two periods can come to.

Days stand for their numbers. Moving and counting rise with one side and fall with the
other, so the ends of what comes out lie at ends of what goes in.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from scorelang.bounds.reach import ANY_DAY, Reach
from scorelang.model.times import TimeUnit
from scorelang.numeric import calendar
from scorelang.numeric.interval import WHOLE_NUMBERS, Interval
from scorelang.numeric.interval_arithmetic import (
    ABOVE_ZERO,
    add,
    divide,
    is_nothing,
    only,
    tighten,
)

_COUNTS = {
    TimeUnit.DAYS: calendar.days_between,
    TimeUnit.MONTHS: calendar.months_between,
    TimeUnit.YEARS: calendar.years_between,
}


def elapsed(unit: TimeUnit, first: Reach, last: Reach) -> Reach:
    """Give how many units can lie between two days."""
    missing = first.missing or last.missing
    begin, end = _days(first), _days(last)
    if begin is None or end is None:
        return Reach(missing=missing)
    count = _COUNTS[unit]
    found = Interval(Fraction(count(begin[1], end[0])), Fraction(count(begin[0], end[1])))
    return Reach(found, missing=missing)


def shifted(unit: TimeUnit, day: Reach, amount: Reach) -> Reach:
    """Give the days that a moved day can be; missing where it can leave the calendar."""
    missing = day.missing or amount.missing
    days = _days(day)
    if days is None or is_nothing(amount.numbers):
        return Reach(missing=missing)
    whole = tighten(amount.numbers, WHOLE_NUMBERS)
    if is_nothing(whole) or whole != amount.numbers or whole.low is None or whole.high is None:
        return Reach(ANY_DAY.numbers, missing=True)
    move = calendar.add_days if unit is TimeUnit.DAYS else calendar.add_months
    first, last = move(days[0], int(whole.low)), move(days[1], int(whole.high))
    low = calendar.FIRST_DAY if first is None else first.toordinal()
    high = calendar.LAST_DAY if last is None else last.toordinal()
    left = first is None or last is None
    return Reach(Interval(Fraction(low), Fraction(high)), missing=missing or left)


def growth(now: Reach, before: Reach) -> Reach:
    """Give the rates of growth; missing where the last value can be zero or negative."""
    base = before.numbers.intersect(ABOVE_ZERO)
    found = add(divide(now.numbers, base), only(Fraction(-1)))
    return Reach(found, missing=now.missing or before.missing or base != before.numbers)


def _days(found: Reach) -> tuple[dt.date, dt.date] | None:
    """Give the first and the last day that can come out."""
    ends = tighten(found.numbers.intersect(ANY_DAY.numbers), WHOLE_NUMBERS)
    if is_nothing(ends) or ends.low is None or ends.high is None:
        return None
    return dt.date.fromordinal(int(ends.low)), dt.date.fromordinal(int(ends.high))
