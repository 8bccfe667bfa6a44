"""Types, units and values.

A value at scoring time is an exact number (``Fraction``), yes or no (``bool``), the name
of a category value or a text (``str``), a day (``datetime.date``), or ``None``: missing.
"""

from __future__ import annotations

import datetime as dt
import enum
from fractions import Fraction

import attrs

from scorelang.source.structure import Structure

Value = Fraction | bool | str | dt.date | None


@attrs.frozen(eq=False, repr=False)
class Unit(Structure):
    """A product of powers of base units, sorted by name; no powers: a plain number.

    Base units are ``money``, ``day``, ``month`` and the units a rubric names itself
    (``吨``, ``MT``). Percent is not a unit but a way of writing a plain number.
    """

    powers: tuple[tuple[str, int], ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether this is a number without a unit."""
        return not self.powers


PLAIN = Unit()
MONEY = Unit((("money", 1),))
DAYS = Unit((("day", 1),))
MONTHS = Unit((("month", 1),))
YEARS = Unit((("year", 1),))
"""Whole years counted between two days; beside months one of them is twelve."""


class Kind(enum.Enum):
    """The types of values."""

    NUMBER = "number"
    YES_NO = "yes/no"
    CATEGORY = "category"
    TEXT = "text"
    DATE = "date"


@attrs.frozen(eq=False, repr=False)
class ValueType(Structure):
    """The type of an expression or a field.

    ``values`` are the names of a category, best first where ``ordered``; ``unit``
    belongs to numbers; ``is_literal`` marks a number without a unit that was written
    out, which fits any unit.
    """

    kind: Kind
    unit: Unit = PLAIN
    values: tuple[str, ...] = ()
    ordered: bool = False
    is_literal: bool = False
