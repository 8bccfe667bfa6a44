"""The scores that some record gets, where there are few records: products such as 1, 2, 3, 4, 6.

In: a rubric, its scope and the score. Out: all values it can have, or ``None`` where the
records are too many to be gone through, or one of them has no single score that is known.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from scorelang.compiler.grids import grid_of
from scorelang.compiler.ranges import reach_of
from scorelang.compiler.record_rules import may_come
from scorelang.compiler.record_search import fields_of
from scorelang.compiler.scope import Scope
from scorelang.compiler.scored_records import ScoredRecords
from scorelang.model.expressions import FieldValue, ScorePoints, TotalValue
from scorelang.model.rubric import CheckedRubric
from scorelang.model.types import Value
from scorelang.numeric.interval_arithmetic import is_nothing

_MOST_RECORDS: Final = 1_500


def scores_that_occur(
    rubric: CheckedRubric, scope: Scope, score: str | None
) -> frozenset[Fraction] | None:
    """Give each value of the total, or of a named score, that a record comes to."""
    scored = ScoredRecords(rubric, scope)
    names = fields_of(scored.exprs(()), scope)
    choices = [_values(name, scope) for name in names]
    if any(values is None for values in choices):
        return None
    known = [values for values in choices if values is not None]
    if math.prod(len(values) for values in known) > _MOST_RECORDS:
        return None
    subject = TotalValue() if score is None else ScorePoints(score)
    found: set[Fraction] = set()
    for values in itertools.product(*known):
        record = dict(zip(names, values, strict=True))
        if not may_come(record, scope):
            continue
        numbers = reach_of(subject, scored.scope_at(record)).numbers
        if numbers.low is None or numbers.low != numbers.high:
            return None
        found.add(numbers.low)
    return frozenset(found)


def _values(name: str, scope: Scope) -> tuple[Value, ...] | None:
    """Give all values of a field, with missing where it may be; ``None`` if they are too many."""
    field = FieldValue(name)
    reached = reach_of(field, scope)
    if reached.values is None:
        return None
    values: list[Value] = [*sorted(reached.values, key=str)]
    if not is_nothing(reached.numbers):
        low, high, step = reached.numbers.low, reached.numbers.high, grid_of(field, scope).step
        if low is None or high is None or step is None or (high - low) / step > _MOST_RECORDS:
            return None
        values += _numbers(low, high, step)
    return (*values, *((None,) if reached.missing else ()))


def _numbers(low: Fraction, high: Fraction, step: Fraction) -> Iterator[Fraction]:
    first = math.ceil(low / step)
    yield from (number * step for number in range(first, math.floor(high / step) + 1))
