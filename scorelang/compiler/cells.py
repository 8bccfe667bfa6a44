"""Cells: pieces of all possible records in which each condition is decided.

In: conditions and a scope. Out: one scope for each cell, or nothing where there would be
too many. Every record lies in a cell; where each condition reads plain fields, every cell
also holds a record (``is_exact``).
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

import attrs

from scorelang.bounds.reach import Reach
from scorelang.compiler.grids import constant_of, grid_of
from scorelang.compiler.narrowing import as_known
from scorelang.compiler.ranges import reach_of
from scorelang.compiler.scope import Scope
from scorelang.model.expressions import (
    AtLeast,
    Both,
    Compare,
    Const,
    Either,
    Expr,
    FieldValue,
    HoldCount,
    Inside,
    IsMissing,
    Not,
    OneOf,
)
from scorelang.numeric.interval import Grid, Interval
from scorelang.numeric.interval_arithmetic import is_nothing, only, tighten
from scorelang.source.structure import Structure

BUDGET = 1_000
"""So many cells are looked at; beyond, nothing is said."""

MOST_WORK = 40_000
"""So many conditions are looked at in all cells together."""


@attrs.frozen(eq=False, repr=False)
class Cells(Structure):
    """The cells; ``is_exact`` where each of them is known to hold a record."""

    scopes: tuple[Scope, ...]
    is_exact: bool
    subjects: tuple[Expr, ...] = ()


def cells_of(conditions: Iterable[Expr], scope: Scope, budget: int = BUDGET) -> Cells | None:
    """Give the cells of these conditions; ``None`` above the budget."""
    subjects: dict[Expr, set[Fraction]] = {}
    told = tuple(conditions) or (Const(None),)
    for condition in told:
        for subject, limits in _subjects(condition, scope):
            subjects.setdefault(subject, set()).update(limits)
    pieces = [_pieces(subject, limits, scope) for subject, limits in subjects.items()]
    if math.prod(len(found) for found in pieces) > min(budget, MOST_WORK // len(told)):
        return None
    scopes = tuple(_combined(choice, scope) for choice in itertools.product(*pieces))
    is_exact = all(isinstance(subject, FieldValue) for subject in subjects)
    return Cells(scopes, is_exact, tuple(subjects))


_Piece = tuple[Expr, Reach]


def split(found: Interval, limits: Iterable[Fraction], grid: Grid) -> Iterator[Interval]:
    """Cut an interval at limits: each limit by itself, and what lies between two."""
    inside = sorted(limit for limit in limits if found.contains(limit))
    low, is_open = found.low, found.low_open
    for limit in inside:
        yield from _kept(Interval(low, limit, is_open, high_open=True), grid)
        yield from _kept(only(limit), grid)
        low, is_open = limit, True
    yield from _kept(Interval(low, found.high, is_open, found.high_open), grid)


def _kept(interval: Interval, grid: Grid) -> Iterator[Interval]:
    if not interval.is_empty(grid):
        yield tighten(interval, grid)


def _combined(choice: Sequence[_Piece], scope: Scope) -> Scope:
    for subject, found in choice:
        scope = scope.given({subject: found})
        if not found.missing:
            scope = as_known(scope, subject)
    return scope


def _pieces(subject: Expr, limits: set[Fraction], scope: Scope) -> list[_Piece]:
    reached = reach_of(subject, scope)
    found = [Reach(values=frozenset({value})) for value in _sorted(reached)]
    if not is_nothing(reached.numbers):
        grid = grid_of(subject, scope)
        found += [Reach(piece) for piece in split(reached.numbers, limits, grid)]
    if reached.missing:
        found.append(Reach(missing=True))
    return [(subject, piece) for piece in found]


def _sorted(reached: Reach) -> list[str | bool]:
    return sorted(
        (value for value in reached.values or () if isinstance(value, str | bool)), key=str
    )


def _subjects(condition: Expr, scope: Scope) -> Iterator[tuple[Expr, tuple[Fraction, ...]]]:
    """Give what a condition reads, with the limits it compares it with."""
    match condition:
        case Both(operands) | Either(operands) | AtLeast(_, operands):
            for operand in operands:
                yield from _subjects(operand, scope)
        case Not(operand):
            yield from _subjects(operand, scope)
        case Compare(_, HoldCount(conditions), Const()) | HoldCount(conditions):
            for operand in conditions:
                yield from _subjects(operand, scope)
        case Compare(_, left, right) if _is_closed(left, scope) and _is_written(right):
            yield left, tuple(x for x in (constant_of(right),) if x is not None)
        case Compare(_, left, right) if _is_closed(right, scope) and _is_written(left):
            yield right, tuple(x for x in (constant_of(left),) if x is not None)
        case Inside(operand, interval):
            ends = (interval.low, interval.high)
            yield operand, tuple(end for end in ends if end is not None)
        case OneOf(operand, values) if _is_closed(operand, scope):
            yield operand, tuple(value for value in values if isinstance(value, Fraction))
        case IsMissing(operand) if _is_closed(operand, scope):
            yield operand, ()
        case Const():
            return
        case _:
            yield condition, ()


def _is_closed(expr: Expr, scope: Scope) -> bool:
    """Whether its values are numbers or a closed set, so that they can be cut into pieces."""
    return reach_of(expr, scope).values is not None


def _is_written(expr: Expr) -> bool:
    return isinstance(expr, Const) or constant_of(expr) is not None
