"""What can be wrong with a cell or a row, before anybody knows the field or the record.

Readers of files mark what they cannot give as a value (an error cell of Excel, a key that
stands twice); readings of cells give a ``Trouble`` instead of a value. ``faults.py`` words them.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import attrs


@attrs.frozen
class Trouble:
    """A key of the words (``R0101.percent``) with its arguments."""

    key: str
    arguments: tuple[tuple[str, str], ...] = ()


@attrs.frozen
class SpoiltCell:
    """A cell that holds no value: ``text`` is what people see there."""

    text: str
    trouble: Trouble


class Shortened(Decimal):
    """A number of more than 15 digits, as binary numbers of other programs have; read at 15."""

    written: str = ""


@attrs.frozen
class PercentCell:
    """A number that its file shows with a percent sign: ``value`` 0.125 appears as 12.5%."""

    value: float


@attrs.frozen
class PaddedCell:
    """A number that its file shows with zeros in front: ``text`` is ``0007`` for 7."""

    value: float
    text: str


@attrs.frozen
class YuanCell:
    """A number that its file shows as an amount in yuan."""

    value: float


@attrs.frozen
class BrokenRow:
    """A row that is no record: the cells that could be had, and what is wrong with the whole.

    ``is_aligned``: each cell stands in its column, so that their faults are told as well.
    """

    cells: Sequence[object]
    troubles: tuple[SpoiltCell, ...]
    is_aligned: bool = False


RawRow = Sequence[object] | BrokenRow
"""Cells in the order of the columns: texts, or typed values of JSON, XLSX and Python."""
