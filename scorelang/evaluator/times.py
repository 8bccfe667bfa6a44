"""Operators on known days and on values of two periods.

In: values, none of them missing. Out: a value, or ``None`` where there is none.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import assert_never

from scorelang.model.times import TimeUnit
from scorelang.numeric import calendar, exact


def shift(day: dt.date, unit: TimeUnit, amount: Fraction) -> dt.date | None:
    """Move a day by so many days or months; nothing for a part of one, or outside all years."""
    if amount.denominator != 1:
        return None
    count = amount.numerator
    match unit:
        case TimeUnit.DAYS:
            return calendar.add_days(day, count)
        case TimeUnit.MONTHS:
            return calendar.add_months(day, count)
        case TimeUnit.YEARS:
            return calendar.add_months(day, count * calendar.MONTHS_IN_YEAR)
        case _:
            assert_never(unit)


def elapsed(unit: TimeUnit, first: dt.date, last: dt.date) -> Fraction:
    """Count what is completed between two days."""
    match unit:
        case TimeUnit.DAYS:
            return Fraction(calendar.days_between(first, last))
        case TimeUnit.MONTHS:
            return Fraction(calendar.months_between(first, last))
        case TimeUnit.YEARS:
            return Fraction(calendar.years_between(first, last))
        case _:
            assert_never(unit)


def day_number(day: dt.date) -> Fraction:
    """Give the number of a day."""
    return Fraction(day.toordinal())


def growth(now: Fraction, before: Fraction) -> Fraction | None:
    """Give by how much a value has grown; nothing where it was zero or negative."""
    ratio = exact.divide(now, before) if before > 0 else None
    return None if ratio is None else ratio - 1
