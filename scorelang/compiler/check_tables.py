"""Checks lookup tables: one line for each combination of keys, and only one.

Raises E0406 (a combination without a line), E0407 (with two lines), W0401 (a line for keys
that never occur), W0403 (too many combinations to look at).
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from fractions import Fraction

import attrs

from scorelang.compiler.cells import split
from scorelang.compiler.check_errors import WORDS
from scorelang.compiler.grids import grid_of
from scorelang.compiler.ranges import can_apply, reach_of
from scorelang.compiler.rule_places import MOST_SHOWN, first_span, witness_of
from scorelang.compiler.scope import Scope
from scorelang.compiler.shown_values import display_of, field_of, name_of
from scorelang.compiler.terms import TERMS
from scorelang.diagnostics.collector import Collector
from scorelang.diagnostics.model import Label, Witness
from scorelang.model.expressions import Expr
from scorelang.model.rubric import CheckedRubric
from scorelang.model.rules import Table
from scorelang.model.types import Value
from scorelang.numeric.interval import Interval
from scorelang.numeric.interval_arithmetic import is_nothing
from scorelang.source.span import Span
from scorelang.source.structure import Structure

_BUDGET = 100_000


def check_tables(rubric: CheckedRubric, scope: Scope, collector: Collector) -> None:
    """Check every table of the rubric, an indicator's own as well."""
    for table in rubric.tables:
        _check_table(table, scope, collector)


@attrs.frozen(eq=False, repr=False)
class _Piece(Structure):
    """A stretch of one key, with a value inside and the lines (as bits) that hold it."""

    value: Value
    lines: int


_Combination = tuple[_Piece, ...]


def _check_table(table: Table, scope: Scope, collector: Collector) -> None:
    span = first_span([line.span for line in table.lines], None)
    keys = [reach_of(key, scope) for key in table.keys]
    for line in table.lines:
        if all(key.has_value for key in keys) and not can_apply(line, keys):
            collector.add(WORDS, "W0401.never", line.span or span, part=table.name)
    pieces = [_pieces(table, place, key, scope) for place, key in enumerate(table.keys)]
    for key, found in zip(table.keys, pieces, strict=True):
        _add_key_gaps(table, key, found, span, scope, collector)
    if math.prod(len(found) for found in pieces) > _BUDGET or not all(pieces):
        collector.add(WORDS, "W0403", span, part=table.name)
        return
    gaps, overlaps = _faults([[piece for piece in found if piece.lines] for found in pieces])
    _add_gaps(table, gaps, span, scope, collector)
    for combination in overlaps[:MOST_SHOWN]:
        _add_overlap(table, combination, scope, collector)


def _faults(
    pieces: Sequence[Sequence[_Piece]],
) -> tuple[list[_Combination], list[_Combination]]:
    gaps: list[_Combination] = []
    overlaps: list[_Combination] = []
    seen: set[int] = set()
    for combination in itertools.product(*pieces):
        lines = -1
        for piece in combination:
            lines &= piece.lines
        if not lines:
            gaps.append(combination)
        elif lines & (lines - 1) and lines not in seen:
            seen.add(lines)
            overlaps.append(combination)
    return gaps, overlaps


def _pieces(table: Table, place: int, key: Expr, scope: Scope) -> list[_Piece]:
    """Cut the values of a key, and join again what the same lines hold."""
    found: dict[int, _Piece] = {}
    for piece in _cut(table, place, key, scope):
        found.setdefault(piece.lines, piece)
    return list(found.values())


def _cut(table: Table, place: int, key: Expr, scope: Scope) -> Iterator[_Piece]:
    """Cut the values of a key where the cells of some line begin or end."""
    reached = reach_of(key, scope)
    cells = [line.cells[place] for line in table.lines]
    for value in sorted(reached.values or (), key=str):
        yield _Piece(
            value, _bits(not isinstance(cell, Interval) and value in cell for cell in cells)
        )
    if is_nothing(reached.numbers):
        return
    limits = {limit for cell in cells for limit in _limits(cell)}
    grid, display = grid_of(key, scope), display_of(key, scope)
    for piece in split(reached.numbers, limits, grid):
        number = display.sample(piece, grid)
        yield _Piece(
            number,
            _bits(
                cell.contains(number) if isinstance(cell, Interval) else number in cell
                for cell in cells
            ),
        )


def _limits(cell: Interval | frozenset[Value]) -> Iterator[Fraction]:
    if isinstance(cell, Interval):
        yield from (end for end in (cell.low, cell.high) if end is not None)
    else:
        yield from (value for value in cell if isinstance(value, Fraction))


def _bits(flags: Iterator[bool]) -> int:
    return sum(1 << place for place, flag in enumerate(flags) if flag)


def _add_gaps(
    table: Table,
    gaps: Sequence[_Combination],
    span: Span | None,
    scope: Scope,
    collector: Collector,
) -> None:
    for combination in gaps[:MOST_SHOWN]:
        collector.add(
            WORDS,
            "E0406",
            span,
            witness=_witness(table, combination, scope, TERMS["no line fits"]),
            table=table.name,
            keys=_keys(table, combination, scope),
        )
    if len(gaps) > MOST_SHOWN:
        count = len(gaps) - MOST_SHOWN
        collector.add(WORDS, "E0406.more", span, count=count, table=table.name)


def _add_key_gaps(  # noqa: PLR0913, PLR0917  where and what
    table: Table,
    key: Expr,
    pieces: Sequence[_Piece],
    span: Span | None,
    scope: Scope,
    collector: Collector,
) -> None:
    """Report a value of one key that no line has, whatever the other keys are."""
    field = field_of(key, scope)
    for piece in pieces:
        if not piece.lines:
            record = {field.name: piece.value} if field else {}
            collector.add(
                WORDS,
                "E0406",
                span,
                witness=witness_of(record, scope, TERMS["no line fits"]) if record else None,
                table=table.name,
                keys=f"`{name_of(key)}` {_text(key, piece.value, scope)}",
            )


def _add_overlap(
    table: Table, combination: _Combination, scope: Scope, collector: Collector
) -> None:
    lines = -1
    for piece in combination:
        lines &= piece.lines
    spans = [line.span for place, line in enumerate(table.lines) if lines >> place & 1]
    known = [span for span in spans if span is not None]
    collector.add(
        WORDS,
        "E0407",
        known[-1] if known else None,
        labels=[Label(span, TERMS["holds it, too"]) for span in known[:-1]],
        witness=_witness(table, combination, scope, TERMS["two lines fit"]),
        table=table.name,
        keys=_keys(table, combination, scope),
    )


def _keys(table: Table, combination: _Combination, scope: Scope) -> str:
    pairs = zip(table.keys, combination, strict=True)
    return ", ".join(f"`{name_of(key)}` {_text(key, piece.value, scope)}" for key, piece in pairs)


def _text(key: Expr, value: Value, scope: Scope) -> str:
    if isinstance(value, Fraction):
        return display_of(key, scope).show(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _witness(table: Table, combination: _Combination, scope: Scope, outcome: str) -> Witness | None:
    record: dict[str, Value] = {}
    for key, piece in zip(table.keys, combination, strict=True):
        field = field_of(key, scope)
        if field is None:
            return None
        record[field.name] = piece.value
    return witness_of(record, scope, outcome)
