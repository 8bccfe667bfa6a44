"""A look over all records before they are read: which decimal sign their numbers have.

In: a table and the columns of its fields. Out: the decimal sign. The rows are gone through
once more, and only where something can be found.
"""

from __future__ import annotations

from collections.abc import Sequence

from scorelang.model.fields import NUMERIC, Field
from scorelang.records.decimals import DecimalSign, has_decimal_comma, has_decimal_point
from scorelang.records.layout import Layout
from scorelang.records.table import Table
from scorelang.records.trouble import BrokenRow


def find_sign(
    table: Table, fields: Sequence[Field], places: Sequence[int | None], layout: Layout
) -> DecimalSign:
    """Look over the columns of numbers."""
    found = zip(fields, places, strict=True)
    numbers = [place for field, place in found if place is not None and field.type in NUMERIC]
    signs = _Signs(table, layout, numbers)
    if not signs.is_open:
        return signs.found
    for row in table.rows():
        if not isinstance(row.cells, BrokenRow) and signs.settled_by(row.cells):
            break
    return signs.found


class _Signs:
    """Looks for numbers that can have one decimal sign only."""

    def __init__(self, table: Table, layout: Layout, places: Sequence[int]) -> None:
        self._said, self._places = layout.decimal, places
        self._has_semicolons = table.has_semicolons
        self._has_commas = self._has_points = False
        self._looks = layout.decimal is None and table.has_texts and bool(places)

    @property
    def is_open(self) -> bool:
        """Whether the rows have to be looked at."""
        return self._looks

    @property
    def found(self) -> DecimalSign:
        """The sign that was said, else a point unless the numbers make it doubtful."""
        if self._said is not None:
            return self._said
        if self._has_commas:
            return DecimalSign.DOUBTFUL
        is_doubtful = self._has_semicolons and self._looks and not self._has_points
        return DecimalSign.DOUBTFUL_COMMA if is_doubtful else DecimalSign.POINT

    def settled_by(self, cells: Sequence[object]) -> bool:
        """Take one row; more rows change nothing after ``True``."""
        given = (cells[place] for place in self._places)
        texts = [one.strip() for one in given if isinstance(one, str) and not one.isdecimal()]
        self._has_commas = self._has_commas or has_decimal_comma(texts)
        if self._has_semicolons and not self._has_points:
            self._has_points = has_decimal_point(texts)
        return self._has_commas
