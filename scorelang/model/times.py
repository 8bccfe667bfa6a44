"""Expressions with days and with values of the last period.

They belong to the expressions of ``expressions.py``, whose union names them.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

import attrs

from scorelang.source.span import Span
from scorelang.source.structure import Structure

if TYPE_CHECKING:  # the union of all expressions is made of these, too
    from scorelang.model.expressions import Expr


def _place() -> Span | None:
    found: Span | None = attrs.field(default=None, kw_only=True, eq=False, repr=False)
    return found


class TimeUnit(enum.Enum):
    """What is counted between two days."""

    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


@attrs.frozen(eq=False, repr=False)
class DateShift(Structure):
    """A day moved by a number of days or months (never years: they are twelve months).

    Missing where the number is not whole, and outside the years 1 to 9999.
    """

    day: Expr
    unit: TimeUnit
    amount: Expr
    span: Span | None = _place()


@attrs.frozen(eq=False, repr=False)
class Elapsed(Structure):
    """How many completed days, months or years lie between two days; negative backwards."""

    unit: TimeUnit
    first: Expr
    last: Expr


@attrs.frozen(eq=False, repr=False)
class DayNumber(Structure):
    """The number of a day, so that it can lie in an interval; day 1 is 1 January of year 1."""

    operand: Expr


@attrs.frozen(eq=False, repr=False)
class Growth(Structure):
    """The value of this period by that of the last one, less 1.

    Missing where the last value is zero or negative: a rate would say nothing.
    """

    now: Expr
    before: Expr
    span: Span | None = _place()
