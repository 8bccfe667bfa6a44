"""Dates in cells: ``2024-01-31``, ``2024/1/31``, ``2024年1月31日``, dates of XLSX and Python.

A day that does not exist (``2023-02-29``) and a time of day are troubles (``R0109``, ``R0110``).
"""

from __future__ import annotations

import datetime as dt
import re

from scorelang.records.decimals import to_ascii
from scorelang.records.trouble import Trouble

_DATE = re.compile(
    r"([0-9]{4})(?:(?P<mark>[-/])([0-9]{1,2})(?P=mark)([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日)",
).fullmatch


def read_date(text: str) -> dt.date | Trouble:
    """Read a stripped text."""
    match = _DATE(to_ascii(text))
    if match is None:
        return Trouble("R0109")
    year, _, *parts = match.groups()
    month, day = (part for part in parts if part is not None)
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return Trouble("R0110")


def read_typed_date(value: object) -> dt.date | Trouble:
    """Take a date of XLSX or Python; one with a time of day is none, midnight is."""
    match value:
        case dt.datetime():
            is_day = value.time() == dt.time() and value.tzinfo is None
            return value.date() if is_day else Trouble("R0109.time")
        case dt.date():
            return value
        case int() | float() if not isinstance(value, bool):
            return Trouble("R0109.number")
        case _:
            return Trouble("R0109")
