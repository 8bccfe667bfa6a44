"""Arithmetic on days of the Gregorian calendar: moving a day, and what has passed between two.

In: days and whole counts. Out: a day, or ``None`` outside the years 1 to 9999; a count.

The rule of the month's end: a month later is the same day of the next month, or its last
day where that month is too short. 31 January and one month is 28 (29) February. Adding is
therefore not reversible: a month before 28 February is 28 January. Chinese law counts
alike: Civil Code of the PRC, article 202 (按照年、月计算期间的，到期月的对应日为期间的最后一日；
没有对应日的，月末日为期间的最后一日).

Completed months are the most that can be added to the first day without passing the last
one, so that counting and adding agree; completed years are those months by twelve.
"""

from __future__ import annotations

import calendar
import datetime as dt

MONTHS_IN_YEAR = 12
FIRST_DAY = dt.date.min.toordinal()
LAST_DAY = dt.date.max.toordinal()
"""The days the calendar has, counted from 1 January of the year 1."""


def add_days(day: dt.date, count: int) -> dt.date | None:
    """Give the day so many days later (earlier, if negative)."""
    found = day.toordinal() + count
    return dt.date.fromordinal(found) if FIRST_DAY <= found <= LAST_DAY else None


def add_months(day: dt.date, count: int) -> dt.date | None:
    """Give the day so many months later (earlier, if negative); see the rule above.

    >>> add_months(dt.date(2025, 1, 31), 1), add_months(dt.date(2024, 2, 29), 12)
    (datetime.date(2025, 2, 28), datetime.date(2025, 2, 28))
    """
    year, month = divmod(day.year * MONTHS_IN_YEAR + day.month - 1 + count, MONTHS_IN_YEAR)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def days_between(first: dt.date, last: dt.date) -> int:
    """Count the days from one day to another; negative if the other is earlier."""
    return last.toordinal() - first.toordinal()


def months_between(first: dt.date, last: dt.date) -> int:
    """Count the completed months from one day to another; negative if the other is earlier.

    >>> months_between(dt.date(2025, 1, 31), dt.date(2025, 2, 28))
    1
    """
    if last < first:
        return -months_between(last, first)
    count = (last.year - first.year) * MONTHS_IN_YEAR + last.month - first.month
    reached = add_months(first, count)
    return count if reached is not None and reached <= last else count - 1


def years_between(first: dt.date, last: dt.date) -> int:
    """Count the completed years from one day to another; negative if the other is earlier."""
    months = months_between(first, last)
    return months // MONTHS_IN_YEAR if months >= 0 else -(-months // MONTHS_IN_YEAR)
