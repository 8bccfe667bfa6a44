"""Scores records by the version of a rubric that is in force on the day of each.

In: the versions; for each record the day, and the record as each version reads it. Out:
outcomes with their version, in the order of the records. A record whose day is missing or in
no version is rejected (R0204). Each version compares records with its own records only.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from scorelang.evaluator.baseline import Baseline
from scorelang.evaluator.batch import score_batch
from scorelang.evaluator.errors import WORDS
from scorelang.model.fields import Fault, Place, Record, Rejection
from scorelang.model.history import History, say_days, version_name
from scorelang.model.outcome import Outcome
from scorelang.model.rubric import CheckedRubric

Read = Record | Rejection


@attrs.frozen
class Dated:
    """What is known of a record before a version reads it: its row, id and day.

    ``fault`` is there where the day itself cannot be read.
    """

    row: int
    id: str | None
    day: dt.date | None
    fault: Fault | None = None
    place: Place | None = attrs.field(default=None, eq=False)


def score_history(
    history: History,
    dated: Iterable[Dated],
    records: Mapping[int, Iterable[Read]],
    *,
    baseline: Baseline | None = None,
) -> Iterator[Outcome | Rejection]:
    """Score records; ``records`` holds for each version (by its place) those of its days.

    They must come in the order of ``dated`` and can be gone through several times.
    """
    rows = tuple(dated)
    days = {row.row: row.day for row in rows if row.day is not None}
    running = {
        place: score_batch(history.versions[place], own, baseline=baseline, as_of=days)
        for place, own in records.items()
    }
    for row in rows:
        place = choose(history, row)
        if isinstance(place, Rejection):
            yield place
            continue
        scored = next(running[place])
        if isinstance(scored, Outcome) and len(history.versions) > 1:
            scored = attrs.evolve(scored, version=version_name(history.versions[place]))
        yield scored


def choose(history: History, row: Dated) -> int | Rejection:
    """Give the place of the version for a record, or turn the record away."""
    field = history.day_field or "as_of"
    if row.fault is not None:
        return Rejection(row.row, row.id, (row.fault,), place=row.place)
    expected = "; ".join(say_days(version) for version in history.versions)
    if row.day is None:
        said = WORDS["R0204.missing"].message.format(rubric=history.name)
        fault = Fault(field, "", expected, "R0204", said)
        return Rejection(row.row, row.id, (fault,), place=row.place)
    place = history.place_on(row.day)
    if place is not None:
        return place
    said = WORDS["R0204"].message.format(rubric=history.name, day=row.day)
    fault = Fault(field, row.day.isoformat(), expected, "R0204", said)
    return Rejection(row.row, row.id, (fault,), place=row.place)


def day_rubric(history: History) -> CheckedRubric:
    """Give a rubric that reads only the key and the day of a record."""
    newest = history.versions[-1]
    wanted = [field for field in newest.fields if field.is_key or field.name == history.day_field]
    return CheckedRubric(history.name, tuple(wanted))


def date_record(read: Read, history: History) -> Dated:
    """Give the day of a record that was read by ``day_rubric``."""
    if isinstance(read, Rejection):
        faults = [fault for fault in read.faults if fault.field in {history.day_field, ""}]
        return Dated(read.row, read.id, None, (faults or list(read.faults))[0], read.place)
    day = read.values.get(history.day_field or "")
    known = day if isinstance(day, dt.date) else None
    return Dated(read.row, read.id, known, place=read.place)


def places_of(history: History, rows: Sequence[Dated]) -> dict[int, int]:
    """Give for each row that has a version its place."""
    chosen = ((row.row, choose(history, row)) for row in rows)
    return {row: place for row, place in chosen if isinstance(place, int)}
