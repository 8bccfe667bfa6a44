"""Which end of the points hurts: told by the grades (or classes) that go by them.

In: a part and the gradings of the tree. Out: a ``Direction``, or ``None`` where it cannot be
told: nothing grades the part, a table gives the grade, its conditions are no limits on the
points, or two classes disagree.
Reports nothing; the limits are read again, with their findings, by ``lower_gradings``.
"""

from __future__ import annotations

import copy
import enum
from collections.abc import Iterator
from fractions import Fraction

import attrs

from scorelang.compiler.direction_by_conditions import reads_of, way_of_lines
from scorelang.compiler.gradings import columns_of, grades_of
from scorelang.compiler.lines import read_interval
from scorelang.compiler.reading import Reading
from scorelang.compiler.typed import NUMBER, Typed
from scorelang.diagnostics.collector import Collector
from scorelang.model.expressions import TotalValue
from scorelang.numeric.interval import Interval
from scorelang.syntax import ast

_SCORE = Typed(TotalValue(), NUMBER)


class Direction(enum.Enum):
    """Which points are the better ones."""

    HIGH_IS_GOOD = "high is good"
    HIGH_IS_BAD = "high is bad"


def direction_of(name: str, reading: Reading) -> Direction | None:
    """Say which points of a part lead to the better grades."""
    symbols = reading.draft.symbols
    for decls in ((symbols.grades,), tuple(symbols.classes.values())):
        found = {
            way for decl in decls if decl is not None for way in _ways_for(name, decl, reading)
        }
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _ways_for(name: str, decl: ast.GradesDecl, reading: Reading) -> Iterator[Direction]:
    """Give the way a grading runs for a part; nothing where it does not go by that part."""
    for _, column in columns_of(decl):
        yield from _ways_for(name, column, reading)
    if decl.grid is not None:
        return
    if any(isinstance(line.guard, ast.WhenGuard) for line in decl.lines):
        yield from _by_conditions(name, decl, reading)
    elif _is_graded(name, decl, reading):
        yield from _ways(decl, reading)


def _by_conditions(name: str, decl: ast.GradesDecl, reading: Reading) -> Iterator[Direction]:
    has_limits = any(isinstance(line.guard, ast.RangeGuard) for line in decl.lines)
    if has_limits and not _is_graded(name, decl, reading):
        return
    own = attrs.evolve(decl, subject=None)
    reads = reads_of(frozenset(_upwards(name, reading)), has_total=_is_graded(name, own, reading))
    way = way_of_lines(decl.lines, reads)
    if way is not None:
        is_good = (way > 0) is not decl.worst_first
        yield Direction.HIGH_IS_GOOD if is_good else Direction.HIGH_IS_BAD


def _upwards(name: str, reading: Reading) -> Iterator[str]:
    """Give a part and everything it is a part of."""
    at: str | None = name
    while at is not None:
        yield at
        at = reading.draft.symbols.parents.get(at)


def _is_graded(name: str, decl: ast.GradesDecl, reading: Reading) -> bool:
    """Whether a grading goes by the points of a part, or of something it is a part of."""
    symbols = reading.draft.symbols
    graded = decl.subject.text if decl.subject is not None else None
    if graded is None:
        total = symbols.total
        if total is None or total.value is None:
            return total is None or not total.is_none
        if not isinstance(total.value, ast.NameExpr | ast.ScoreExpr):
            return False
        graded = total.value.name.text
    return graded in _upwards(name, reading)


def _ways(decl: ast.GradesDecl, reading: Reading) -> Iterator[Direction]:
    """Give the way a grading runs; nothing where its lines do not tell."""
    if decl.is_forced:
        is_good = decl.highest_first is not False
        yield Direction.HIGH_IS_GOOD if is_good else Direction.HIGH_IS_BAD
        return
    order = grades_of(decl, reading.draft)
    placed = sorted(_places(decl, order, _quiet(reading)))
    ranks = [rank for _, rank in placed]
    if len(set(ranks)) < 2:
        return
    if ranks == sorted(ranks):
        yield Direction.HIGH_IS_BAD  # the lowest points have the best grade
    elif ranks == sorted(ranks, reverse=True):
        yield Direction.HIGH_IS_GOOD


def _places(
    decl: ast.GradesDecl, order: tuple[str, ...], reading: Reading
) -> Iterator[tuple[tuple[int, Fraction], int]]:
    """Give for each line where on the score it lies, and the rank of its grade."""
    sides = set[int]()
    for line in decl.lines:
        interval = _interval(line.guard, reading)
        if interval is not None:
            side, at = _place(interval)
            sides.add(side)
            yield (0, at), order.index(line.name.text)
    for line in decl.lines:
        if isinstance(line.guard, ast.OtherwiseGuard) and len(sides) == 1 and 0 not in sides:
            # What a ladder leaves lies beyond the open side of its limits.
            yield (-sides.copy().pop(), Fraction(0)), order.index(line.name.text)


def _interval(guard: ast.Guard, reading: Reading) -> Interval | None:
    match guard:
        case ast.RangeGuard(node):
            return read_interval(node, _SCORE, reading)
        case _:
            return None


def _place(interval: Interval) -> tuple[int, Fraction]:
    """Give the side on which an interval is open (0: none) and a number that stands for it."""
    low, high = interval.low, interval.high
    if low is not None and high is not None:
        return 0, (low + high) / 2
    if low is not None:
        return 1, low
    return -1, high if high is not None else Fraction(0)


def _quiet(reading: Reading) -> Reading:
    """Read without reporting: whoever lowers the grades will."""
    draft = copy.copy(reading.draft)
    draft.collector, draft.told, draft.asked = Collector(), set(), []
    return attrs.evolve(reading, draft=draft)
