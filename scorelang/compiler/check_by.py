"""Checks values by a category: a value that is left out, without ``otherwise``, gives nothing.

Raises W0404. Silent where the value cannot occur at the place, and where missing is expected.
"""

from __future__ import annotations

from collections.abc import Iterator

from scorelang.compiler.check_errors import WORDS
from scorelang.compiler.expression_walk import Place, places, places_of_part, places_of_rest
from scorelang.compiler.part_ranges import all_parts
from scorelang.compiler.ranges import reach_of
from scorelang.compiler.scope import Scope
from scorelang.compiler.shown_values import listed, name_of
from scorelang.diagnostics.collector import Collector
from scorelang.model.expressions import Switch
from scorelang.model.rubric import CheckedRubric
from scorelang.model.types import Value


def check_by(rubric: CheckedRubric, scope: Scope, collector: Collector) -> None:
    """Check every list of values by a category."""
    for expr, known in _places(rubric, scope):
        if isinstance(expr, Switch) and expr.otherwise is None:
            left = _left_out(expr, known)
            if left:
                collector.add(
                    WORDS,
                    "W0404",
                    expr.span or rubric.span,
                    subject=name_of(expr.subject),
                    values=listed([_word(value) for value in left]),
                )


def _places(rubric: CheckedRubric, scope: Scope) -> Iterator[Place]:
    for let in rubric.lets:
        yield from places(let.value, scope)
    for part in all_parts(rubric.parts):
        yield from places_of_part(part, scope)
    yield from places_of_rest(rubric, scope)


def _left_out(switch: Switch, scope: Scope) -> list[Value]:
    named = {value for value, _ in switch.cases}
    values = reach_of(switch.subject, scope).values
    order = [] if values is None else sorted(values, key=str)
    return [value for value in order if value is not None and value not in named]


def _word(value: Value) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
