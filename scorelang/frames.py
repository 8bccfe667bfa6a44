"""Frames in, frames out: exact, in batches, with columns that the rubric alone decides.

In: a polars frame, or anything with the Arrow C interface (pyarrow, pandas). Out: a polars
frame with a row for each record, rejected ones too. Of a float 15 digits count. The columns
and their types are those of :func:`schema_of`, whatever the records are; a ``Decimal`` gets
more decimals than stated only where a value needs them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Protocol

import attrs
import polars as pl

from scorelang.diagnostics.model import Diagnostic
from scorelang.evaluator.baseline import Baseline
from scorelang.evaluator.batch import score_batch
from scorelang.model.fields import Field, Record, Rejection
from scorelang.model.needs import fields_read
from scorelang.model.outcome import Outcome
from scorelang.model.rubric import CheckedRubric
from scorelang.model.types import Kind, Value
from scorelang.numeric.exact import decimals_of
from scorelang.numeric.rounding import Rounding
from scorelang.records.absent import Expected, read_absent
from scorelang.records.assemble import Assembler
from scorelang.records.columns import match_columns
from scorelang.records.keys import once_each
from scorelang.records.results_layout import ResultLayout, Shown, plan_results, walk_parts
from scorelang.records.results_values import PLAIN_NUMBER, number_text
from scorelang.records.table import Table, TableRow
from scorelang.records.unreadable import UnreadableInput

_BATCH = 10_000
_DIGITS = 38
_UNROUNDED = 6
_NAME = "the frame"
_TEXTS = pl.List(pl.String)
_OVERRIDES = pl.List(
    pl.Struct({"name": pl.String, "from": pl.String, "to": pl.String, "reason": pl.String})
)
_LEVELS = pl.List(pl.Struct({"name": pl.String, "level": pl.String}))
_NOTES = pl.List(pl.Struct({"name": pl.String, "note": pl.String}))
_REASONS = pl.List(pl.Struct({"code": pl.String, "indicator": pl.String, "difference": pl.String}))
_FAULT = ("field", "value", "expected", "code", "message")
_FAULTS = pl.List(pl.Struct(dict.fromkeys(_FAULT, pl.String)))


class ArrowFrame(Protocol):
    """Anything that hands out its columns through the Arrow C interface."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Give the columns as a stream."""
        ...  # pragma: no cover  a protocol is never called


class FrameError(ValueError):
    """A frame that cannot be scored at all; ``diagnostics`` say why."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        told = (f"{one.message} ({one.help})" if one.help else one.message for one in diagnostics)
        super().__init__("; ".join(told).replace("`--absent blank`", '`absent="blank"`'))
        self.diagnostics = diagnostics


@attrs.frozen
class _Column:
    """A column of the result: what it takes of an outcome; ``of_all``: of a rejection too."""

    name: str
    type: pl.DataType
    take: Callable[[Any], Any]
    of_all: bool = False

    def value(self, scored: Outcome | Rejection) -> Any:  # noqa: ANN401  as its type says
        """Give the cell of a record; most cells of a rejected one are empty."""
        return self.take(scored) if self.of_all or isinstance(scored, Outcome) else None


@attrs.define
class _Frames:
    """The batches made so far; a column of numbers takes the scale of its longest value."""

    columns: tuple[_Column, ...]
    scales: dict[str, int]
    made: list[pl.DataFrame] = attrs.field(factory=list)

    def add(self, scored: list[Outcome | Rejection]) -> None:
        """Make a frame of some records."""
        series = [self._series(column, scored) for column in (*_HEAD, *self.columns, _TAIL)]
        self.made.append(pl.DataFrame(series))

    def _series(self, column: _Column, scored: list[Outcome | Rejection]) -> pl.Series:
        values = [column.value(one) for one in scored]
        kind = column.type
        if column.name in self.scales:
            longest = max((_scale(value) for value in values if value is not None), default=0)
            self.scales[column.name] = max(self.scales[column.name], longest)
            kind = pl.Decimal(_DIGITS, self.scales[column.name])
        return pl.Series(column.name, values, kind, strict=True)

    def joined(self) -> pl.DataFrame:
        """Give all records in one frame."""
        kinds = {name: pl.Decimal(_DIGITS, scale) for name, scale in self.scales.items()}
        return pl.concat([frame.cast(kinds) for frame in self.made])  # type: ignore[arg-type]


def score_frame(  # noqa: PLR0913  the options of the public method
    rubric: CheckedRubric,
    frame: pl.DataFrame | ArrowFrame,
    *,
    as_of: dt.date | None = None,
    baseline: Baseline | None = None,
    absent: str | None = None,
    keeps_duplicates: bool = False,
) -> pl.DataFrame:
    """Score each row; see :meth:`scorelang.api.Rubric.score_frame`."""
    records = _open(rubric, _to_polars(frame), absent, keeps_duplicates=keeps_duplicates)
    columns = _columns_of(rubric)
    scales = {one.name: one.type.scale for one in columns if isinstance(one.type, pl.Decimal)}
    frames = _Frames(columns, scales)
    batch: list[Outcome | Rejection] = []
    for scored in score_batch(rubric, records, baseline=baseline, as_of=as_of):
        batch.append(scored)
        if len(batch) >= _BATCH:
            frames.add(batch)
            batch = []
    frames.add(batch)
    return frames.joined()


def schema_of(rubric: CheckedRubric) -> Mapping[str, pl.DataType]:
    """Give the columns of the results of a rubric, in order."""
    return {one.name: one.type for one in (*_HEAD, *_columns_of(rubric), _TAIL)}


def _to_polars(frame: pl.DataFrame | ArrowFrame) -> pl.DataFrame:
    if isinstance(frame, pl.LazyFrame):
        frame = frame.collect()
    found = frame if isinstance(frame, pl.DataFrame) else pl.DataFrame(frame)
    # A 32-bit float is the decimal that 32 bits need, not the longer one of 64.
    narrow = [name for name, kind in found.schema.items() if kind == pl.Float32]
    return found.with_columns(pl.col(narrow).cast(pl.String).cast(pl.Float64))


@attrs.frozen
class _FrameRecords:
    """The records of a frame, which can be gone through more than once."""

    frame: pl.DataFrame
    assembler: Assembler
    key: Field | None
    keeps_duplicates: bool

    def __iter__(self) -> Iterator[Record | Rejection]:
        return self._all() if self.keeps_duplicates else once_each(self._all(), self.key)

    def _all(self) -> Iterator[Record | Rejection]:
        row = 0
        for piece in self.frame.iter_slices(_BATCH):
            for cells in piece.rows():
                row += 1
                yield self.assembler.assemble(TableRow(None, cells), row)


def _open(
    rubric: CheckedRubric, frame: pl.DataFrame, absent: str | None, *, keeps_duplicates: bool
) -> _FrameRecords:
    try:
        allowed = read_absent(absent, rubric.fields)
        expected = Expected(fields_read(rubric), allowed)
        match = match_columns(frame.columns, rubric.fields, _NAME, expected)
    except UnreadableInput as problem:
        raise FrameError(problem.diagnostics) from problem
    table = Table(_NAME, tuple(frame.columns), lambda: iter(()), "")
    key = next((field for field in rubric.fields if field.is_key), None)
    assembler = Assembler.of(rubric.fields, match, table)
    return _FrameRecords(frame, assembler, key, keeps_duplicates)


def _status(one: Outcome | Rejection) -> str:
    return "rejected" if isinstance(one, Rejection) else one.status.value


def _faults(one: Outcome | Rejection) -> list[dict[str, str]] | None:
    faults = one.faults if isinstance(one, Rejection) else one.left_out
    return [{name: getattr(fault, name) for name in _FAULT} for fault in faults] or None


_HEAD = (
    _Column("id", pl.String(), lambda one: one.id, of_all=True),
    _Column("row", pl.Int64(), lambda one: one.row, of_all=True),
    _Column("status", pl.String(), _status, of_all=True),
    _Column("reason", pl.String(), lambda one: one.reason),
)
_TAIL = _Column("faults", _FAULTS, _faults, of_all=True)


def _columns_of(rubric: CheckedRubric) -> tuple[_Column, ...]:
    layout = plan_results(rubric)
    scales = _score_scales(rubric)
    scores = [
        _number(_free(column, "score"), layout.shown.get(("score", name)), scales.get(name), name)
        for name, column in layout.scores
    ]
    results = [_result(rubric, layout, name, column) for name, column in layout.results]
    total = _Column(
        "total",
        pl.Decimal(_DIGITS, _scale_of(rubric.total.roundings if rubric.total else ())),
        lambda one: _decimal(one.total_exact, layout.total),
    )
    grade = _Column("grade", pl.String(), lambda one: one.grade)
    return (total, grade, *scores, *results, *_lists(layout))


def _lists(layout: ResultLayout) -> Iterator[_Column]:
    yield _Column("flags", _TEXTS, lambda one: list(one.flags))
    yield _Column("overrides", _OVERRIDES, _overrides)
    yield _Column("missing", _TEXTS, lambda one: list(one.missing))
    yield _Column("undecided", _TEXTS, lambda one: list(one.undecided))
    yield _Column("levels", _LEVELS, lambda one: _pairs(one.levels, "level"))
    yield _Column("notes", _NOTES, lambda one: _pairs(one.notes, "note"))
    if layout.has_reasons:
        yield _Column("reasons", _REASONS, _reasons)
    if layout.has_actions:
        yield _Column("actions", _TEXTS, lambda one: list(one.actions or ()))


def _pairs(texts: Mapping[str, str], key: str) -> list[dict[str, str]]:
    return [{"name": name, key: text} for name, text in texts.items()]


def _overrides(one: Outcome) -> list[dict[str, str | None]]:
    return [
        {"name": each.name, "from": each.before, "to": each.after, "reason": each.reason}
        for each in one.overrides
    ]


def _reasons(one: Outcome) -> list[dict[str, str]]:
    return [
        {
            "code": each.code,
            "indicator": each.indicator,
            "difference": str(number_text(each.difference)),
        }
        for each in one.reasons or ()
    ]


def _free(column: str, kind: str) -> str:
    """The layout knows all other columns; ``faults`` is only here."""
    return f"{kind}_{column}" if column == _TAIL.name else column


def _number(column: str, shown: Shown | None, scale: int | None, name: str) -> _Column:
    kind = pl.Decimal(_DIGITS, _UNROUNDED if scale is None else scale)
    form = shown or PLAIN_NUMBER
    return _Column(column, kind, lambda one: _decimal(one.scores.get(name), form))


def _result(rubric: CheckedRubric, layout: ResultLayout, name: str, column: str) -> _Column:
    free = _free(column, "result")
    found = next((result for result in rubric.results if result.name == name), None)
    form = layout.shown.get(("result", name), PLAIN_NUMBER)

    def take(one: Outcome) -> Any:  # noqa: ANN401  as the type of the result says
        value: Value = one.results.get(name)
        return _decimal(value, form) if isinstance(value, Fraction) else value

    if found is None:  # a class
        return _Column(free, pl.String(), take)
    match found.type.kind:
        case Kind.NUMBER:
            scale = _scale_of(() if found.rounding is None else (found.rounding,))
            return _Column(free, pl.Decimal(_DIGITS, scale), take)
        case Kind.YES_NO:
            return _Column(free, pl.Boolean(), take)
        case Kind.DATE:
            return _Column(free, pl.Date(), take)
        case _:
            return _Column(free, pl.String(), take)


def _score_scales(rubric: CheckedRubric) -> Mapping[str, int]:
    parts = (*walk_parts(rubric.parts), *rubric.scores)
    return {part.name: _scale_of(part.roundings) for part in parts}


def _scale_of(roundings: Iterable[Rounding]) -> int:
    scales = [decimals_of(rounding.step) for rounding in roundings]
    return max(scales) if scales else _UNROUNDED


def _decimal(value: Fraction | None, form: Shown) -> Decimal | None:
    return None if value is None else Decimal(number_text(value, form))


def _scale(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0
