"""What a record comes to: its points and its total, as far as they are one number.

In: a rubric, its scope and a record. Out: a scope in which they are known. It is not the
evaluator; what it does not know stays open, so a record found with it can be believed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

import attrs

from scorelang.compiler.part_points import Points, exprs_of, limits_of
from scorelang.compiler.part_ranges import all_parts, value_range
from scorelang.compiler.ranges import Reach
from scorelang.compiler.record_search import FoundRecord
from scorelang.compiler.scope import Scope
from scorelang.model.expressions import Expr, ScorePoints, TotalValue
from scorelang.model.rubric import CheckedRubric, Range
from scorelang.numeric.interval import Interval
from scorelang.numeric.interval_arithmetic import is_nothing, only, rounded
from scorelang.source.structure import Structure


@attrs.frozen(eq=False, repr=False)
class ScoredRecords(Structure):
    """Records of one rubric; what parts give is worked out once for the fields they read."""

    rubric: CheckedRubric
    scope: Scope
    points: Points = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "points", Points(self.scope))

    def exprs(self, conditions: Iterable[Expr]) -> Iterator[Expr]:
        """Give all that a grade by these conditions depends on."""
        yield from conditions
        for part in self.rubric.parts:
            yield from exprs_of(part, self.scope)
            yield from limits_of(part)
        yield from (score.value for score in self.rubric.scores)

    def scope_at(self, record: FoundRecord) -> Scope:
        """Give a scope in which the points and the total of a record are known."""
        known: dict[Expr, Reach] = {}
        for part in all_parts(self.rubric.parts):
            _learn(ScorePoints(part.name), self.points.of(part, record), known)
        scope = self.scope.at(record).given(known)
        for score in self.rubric.scores:
            _learn(ScorePoints(score.name), value_range(score.value, score.roundings, scope), known)
        scope = self.scope.at(record).given(known)
        total = self._total(record, known)
        return scope if total is None else scope.given({TotalValue(): Reach(only(total))})

    def _total(self, record: FoundRecord, known: dict[Expr, Reach]) -> Fraction | None:
        total = self.rubric.total
        if total is None:
            return None
        if total.root is None:
            found = known.get(ScorePoints(total.score or ""))
            numbers = Interval() if found is None else found.numbers
        else:
            reached = self.points.of(total.root, record, total.base)
            numbers = Interval(reached.low, reached.high)
        for rounding in total.roundings:
            numbers = rounded(numbers, rounding)
        is_known = numbers.low is not None and numbers.low == numbers.high
        return numbers.low if is_known and not is_nothing(numbers) else None


def _learn(score: Expr, found: Range, known: dict[Expr, Reach]) -> None:
    if found.low is not None and found.low == found.high:
        known[score] = Reach(only(found.low), frozenset(), missing=True)
