"""The faults for which a record is rejected while it is scored: R0201, R0202, R0203.

A fault shows values as they stand in a record: in the unit of the column.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from fractions import Fraction

import attrs

from scorelang.evaluator.errors import SAID, WORDS
from scorelang.evaluator.index import Index
from scorelang.model.fields import Fault, Record, Rejection
from scorelang.model.outcome import Outcome
from scorelang.model.rubric import RecordRule, Total
from scorelang.model.types import Value
from scorelang.numeric.exact import show
from scorelang.numeric.interval import Interval

_BETWEEN_FIELDS = frozenset({"R0201", "R0202"})


def rule_broken(rule: RecordRule, value: Value, index: Index) -> Fault:
    """A record against one of the rules every record must meet."""
    message = rule.message or WORDS["R0201"].message.format(rule=rule.text)
    return Fault(rule.field, as_cell(value, rule.field, index), rule.text, "R0201", message)


def outside_level(
    field: str, value: Fraction, level: Value, interval: Interval, index: Index
) -> Fault:
    """A given rating that does not lie in the range of its level."""
    cell = as_cell(value, field, index)
    expected = _as_range(interval, field, index)
    message = WORDS["R0202"].message.format(value=cell, level=show_value(level), range=expected)
    return Fault(field, cell, expected, "R0202", message)


def not_rated(
    indicator: str, fields: Iterable[str], why: str, values: Mapping[str, Value]
) -> list[Fault]:
    """An indicator that cannot be rated although the rubric demands it, a fault for each field."""
    message = WORDS["R0203"].message.format(indicator=indicator, why=why)
    return [
        Fault(field, show_value(values.get(field)), SAID["a value"], "R0203", message)
        for field in fields
    ]


def total_outside(total: Total | None, points: Fraction | None) -> list[Fault]:
    """A total outside of the range that the rubric declares: something in it is wrong."""
    declared = None if total is None else total.declared
    if declared is None or points is None:
        return []
    low, high = declared.low, declared.high
    if (low is None or points >= low) and (high is None or points <= high):
        return []
    expected = _range_text(*("" if end is None else show(end) for end in (low, high)))
    said = show(points)
    message = WORDS["R0205"].message.format(total=said, range=expected)
    return [Fault("total", said, expected, "R0205", message)]


def reject(record: Record, faults: Iterable[Fault], index: Index) -> Rejection:
    """Turn a record away with all its faults, in the order of the fields, each once."""
    places = {name: place for place, name in enumerate(index.fields)}
    located = (_located(fault, record) for fault in faults) if record.places else faults
    ordered = sorted(dict.fromkeys(located), key=lambda fault: places.get(fault.field, len(places)))
    return Rejection(record.row, record.id, tuple(ordered), place=record.place)


def _located(fault: Fault, record: Record) -> Fault:
    """Say where a value stands that stands elsewhere than its record begins."""
    place = record.places.get(fault.field)
    return fault if place is None or fault.place is not None else attrs.evolve(fault, place=place)


def also_faulty(rejection: Rejection, scored: Outcome | Rejection, index: Index) -> Rejection:
    """Add what scoring the readable part found wrong between fields that could be read."""
    if not isinstance(scored, Rejection) or rejection.readable is None:
        return attrs.evolve(rejection, readable=None)
    faulty = {fault.field for fault in rejection.faults}
    between = [
        fault
        for fault in scored.faults
        if fault.field not in faulty and fault.code in _BETWEEN_FIELDS
    ]
    return reject(rejection.readable, (*rejection.faults, *between), index)


def as_cell(value: Value, field: str, index: Index) -> str:
    """Write a value as it stands in the column of its field."""
    known = index.fields.get(field)
    if known is not None and isinstance(value, Fraction):
        return show(value / known.scale)
    return show_value(value)


def show_value(value: Value) -> str:
    """Write any value; a missing one is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Fraction):
        return show(value)
    return value.isoformat() if isinstance(value, dt.date) else value


def _range_text(low: str, high: str) -> str:
    return f"{low}..{high}"


def _as_range(interval: Interval, field: str, index: Index) -> str:
    low, high = (
        "" if end is None else as_cell(end, field, index) for end in (interval.low, interval.high)
    )
    if not interval.low_open and not interval.high_open:
        return _range_text(low, high)
    ends = (
        SAID["above" if interval.low_open else "at least"].format(end=low) if low else "",
        SAID["below" if interval.high_open else "at most"].format(end=high) if high else "",
    )
    return SAID[" and "].join(end for end in ends if end)
