"""Frames in, frames out: the slow and exact way, one record after the other.

In: anything polars can read through the Arrow interface. Out: a polars frame with a row for
each record. Floats stand for their shortest decimal. A batch engine will take the place of
the loop; the columns stay.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import polars as pl

from scorelang.evaluator.batch import score_batch
from scorelang.model.fields import Record, Rejection
from scorelang.model.outcome import Outcome
from scorelang.model.rubric import CheckedRubric
from scorelang.numeric.exact import show
from scorelang.records.mapping import MappingReader


def score_frame(
    rubric: CheckedRubric, frame: pl.DataFrame, *, as_of: dt.date | None = None
) -> pl.DataFrame:
    """Score each row; see :meth:`scorelang.api.Rubric.score_frame`."""
    read = list(_records(rubric, pl.DataFrame(frame)))
    rows = [_row(scored) for scored in score_batch(rubric, read, as_of=as_of)]
    names = list(dict.fromkeys(name for row in rows for name in row))
    return pl.DataFrame([{name: row.get(name) for name in names} for row in rows])


def _records(rubric: CheckedRubric, frame: pl.DataFrame) -> Iterator[Record | Rejection]:
    reader = MappingReader(rubric)
    for number, row in enumerate(frame.iter_rows(named=True), 1):
        yield reader.read(row, number)


def _row(scored: Outcome | Rejection) -> dict[str, Any]:
    if isinstance(scored, Rejection):
        faults = "; ".join(f"{fault.field}: {fault.message}" for fault in scored.faults)
        return {"row": scored.row, "status": "rejected", "faults": faults}
    scores = {name: _number(points) for name, points in scored.scores.items()}
    missing = ";".join(scored.missing)
    head = {"row": scored.row, "status": scored.status.value, "total": scored.total}
    return {**head, "grade": scored.grade, **scores, "missing": missing, "faults": None}


def _number(points: Fraction | None) -> Decimal | None:
    return None if points is None else Decimal(show(points))
