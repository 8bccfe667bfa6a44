"""Percentages written in several ways in one column: ``0.5%``, ``0.5`` and ``18``.

In: the cells of columns of percentages, as they are read. Out: a remark where the ways do not
fit together, with counts and both readings, and where all of them look like another unit than
the field reads. Each cell is read by the unit of its column all
the same; a reading that the range of the field excludes is rejected where it is read.
"""

from __future__ import annotations

import enum
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

import attrs

from scorelang.diagnostics.model import Diagnostic
from scorelang.model.fields import Field, FieldType
from scorelang.numeric.exact import show
from scorelang.records.decimals import to_ascii
from scorelang.records.table_errors import PERCENT_KINDS
from scorelang.records.trouble import PercentCell
from scorelang.records.unreadable import note

_PLAIN = re.compile(r"[+-]?[0-9]{1,15}(?:\.[0-9]{1,15})?").fullmatch
_SIGN = ("%", "％")
_REMEMBERED = 1024
_GAP = 5
_ENOUGH = 3  # so many numbers and no other make it likely that people meant another unit
_LARGE_RATIO = 5  # 500%: shares of a target often lie above 1


class Way(enum.Enum):
    """How a percentage is written."""

    SIGNED = "signed"
    SMALL = "small"
    LARGE = "large"


@attrs.define
class PercentColumn:
    """The cells of one column; ``says_unit``: its heading says that the numbers are percent."""

    field: Field
    place: int
    name: str
    says_unit: bool
    counts: Counter[Way] = attrs.field(factory=Counter)
    examples: dict[Way, str] = attrs.field(factory=dict)
    least_large: Fraction | None = None
    _known: dict[object, Way | None] = attrs.field(factory=dict)

    @property
    def _limit(self) -> int:
        """The largest plain number that may well be a ratio."""
        return _LARGE_RATIO if self.field.scale == 1 else 1

    def restart(self) -> None:
        """Begin a new pass."""
        self.counts.clear()

    def look(self, cell: object) -> None:
        """Count one cell."""
        try:
            way = self._known[cell]
        except KeyError:
            way = self._way(cell)
            if len(self._known) < _REMEMBERED:
                self._known[cell] = way
        except TypeError:  # a list, which is no percentage
            return
        if way is not None:
            self.counts[way] += 1

    def notice(self) -> Diagnostic | None:
        """Say which ways there are, if they do not fit together."""
        if self.says_unit and not self.counts[Way.SIGNED]:
            return None
        there = {way for way in Way if self.counts[way]}
        is_ratio = self.field.scale == 1
        doubtful = {Way.SMALL, Way.LARGE} & there if is_ratio else {Way.SMALL} & there
        if len(there) == 1:
            return self._unlikely(Way.LARGE if is_ratio else Way.SMALL)
        if not doubtful:
            return None
        # Ratios run on from below 1 to above it; percentages among them leave a gap.
        if Way.SIGNED not in there and self.least_large is not None and self.least_large < _GAP:
            return None
        kinds = (
            PERCENT_KINDS[way.value].format(
                count=self.counts[way], example=self.examples[way], limit=self._limit
            )
            for way in Way
            if way in there
        )
        readings = (self._reading(self.examples[way]) for way in Way if way in doubtful)
        return note(
            "U0166",
            column=self.name,
            kinds=PERCENT_KINDS["and"].join(kinds),
            readings=PERCENT_KINDS["and"].join(readings),
        )

    def _unlikely(self, way: Way) -> Diagnostic | None:
        """Say it where all numbers look like the other way: 12, 15, 8 as ratios."""
        if self.counts[way] < _ENOUGH:
            return None
        other = Fraction(1, 100) if self.field.scale == 1 else Fraction(1)
        if not self._holds(Fraction(self.examples[way]) * other):
            return None
        return note(
            f"U0166.{way.value}",
            column=self.name,
            count=self.counts[way],
            limit=self._limit,
            reading=self._reading(self.examples[way]),
        )

    def _reading(self, example: str) -> str:
        value = Fraction(example)
        percent, ratio = f"{show(value)}%", f"{show(value * 100)}%"
        here, there = (ratio, percent) if self.field.scale == 1 else (percent, ratio)
        return PERCENT_KINDS["reading"].format(example=example, here=here, there=there)

    def _way(self, cell: object) -> Way | None:
        way, text = _look_at(cell, self._limit)
        if way in {Way.SMALL, Way.LARGE} and not self._is_allowed(Fraction(text)):
            return None  # it is rejected anyway
        if way is not None:
            self.examples.setdefault(way, text)
        if way is Way.LARGE:
            size = abs(Fraction(text))
            self.least_large = size if self.least_large is None else min(size, self.least_large)
        return way

    def _is_allowed(self, number: Fraction) -> bool:
        return self._holds(number * self.field.scale)

    def _holds(self, value: Fraction) -> bool:
        domain = self.field.domain
        if domain is None:
            return True
        is_low = domain.low is not None and value < domain.low
        return not is_low and not (domain.high is not None and value > domain.high)


def percent_columns(
    fields: Sequence[Field],
    places: Sequence[int | None],
    columns: Sequence[str],
    with_units: Iterable[int],
) -> tuple[PercentColumn, ...]:
    """Give the columns of percentages that are to be looked at."""
    said = frozenset(with_units)
    return tuple(
        PercentColumn(field, place, columns[place], place in said)
        for field, place in zip(fields, places, strict=True)
        if place is not None and field.type is FieldType.PERCENT and not field.raters
    )


def _look_at(cell: object, limit: int) -> tuple[Way | None, str]:
    if isinstance(cell, PercentCell):
        return Way.SIGNED, f"{show(Fraction(repr(cell.value)) * 100)}%"
    if isinstance(cell, bool) or cell is None:
        return None, ""
    text = to_ascii(cell).strip() if isinstance(cell, str) else _number_text(cell)
    if text.endswith(_SIGN):
        return Way.SIGNED, text
    if _PLAIN(text) is None or Fraction(text) == 0:
        return None, ""
    return (Way.SMALL if abs(Fraction(text)) <= limit else Way.LARGE), text


def _number_text(cell: object) -> str:
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, float):
        return format(Decimal(repr(cell)), "f")
    return format(cell, "f") if isinstance(cell, Decimal) else ""
