"""Checks limits against the ranges of the fields they are compared with.

Raises W0303 (a comparison that always comes out the same).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scorelang.compiler.check_errors import WORDS
from scorelang.compiler.expression_walk import places, places_of_part, places_of_rest, walk
from scorelang.compiler.grids import constant_of
from scorelang.compiler.part_ranges import all_parts
from scorelang.compiler.ranges import bounds, truths_of
from scorelang.compiler.scope import Scope
from scorelang.compiler.shown_values import display_of, field_of, name_of
from scorelang.compiler.terms import TERMS
from scorelang.diagnostics.collector import Collector
from scorelang.model.expressions import Compare, Expr
from scorelang.model.fields import FieldType
from scorelang.model.rubric import CheckedRubric
from scorelang.numeric.exact import show
from scorelang.source.span import Span


def check_limits(rubric: CheckedRubric, scope: Scope, collector: Collector) -> None:
    """Check the limits of all comparisons."""
    seen: set[Span] = set()
    for comparison in _comparisons(rubric, scope):
        if comparison.span is not None and comparison.span not in seen:
            seen.add(comparison.span)
            _check_comparison(comparison, scope, collector)


def is_settled(condition: Expr, scope: Scope) -> bool:
    """Whether a condition holds a comparison that is reported as always the same."""
    return any(
        _constant_side(expr, scope) is not None
        for expr in walk(condition)
        if isinstance(expr, Compare)
    )


def _constant_side(found: Compare, scope: Scope) -> tuple[Expr, Fraction] | None:
    """Give the field and the limit of a comparison that always comes out the same."""
    for operand, other in ((found.left, found.right), (found.right, found.left)):
        limit = constant_of(other)
        if limit is None or field_of(operand, scope) is None:
            continue
        if len(truths_of(found, scope) - {None}) == 1:
            return operand, limit
    return None


def _comparisons(rubric: CheckedRubric, scope: Scope) -> Iterator[Compare]:
    for let in rubric.lets:
        yield from _in(expr for expr, _ in places(let.value, scope))
    for part in all_parts(rubric.parts):
        yield from _in(expr for expr, _ in places_of_part(part, scope))
    yield from _in(expr for expr, _ in places_of_rest(rubric, scope))


def _in(exprs: Iterator[Expr]) -> Iterator[Compare]:
    return (expr for expr in exprs if isinstance(expr, Compare))


def _check_comparison(found: Compare, scope: Scope, collector: Collector) -> None:
    constant = _constant_side(found, scope)
    if constant is not None:
        _add_constant(found, *constant, scope, collector)


def _add_constant(
    found: Compare, operand: Expr, limit: Fraction, scope: Scope, collector: Collector
) -> None:
    holds = True in truths_of(found, scope)
    field = field_of(operand, scope)
    is_percent = field is not None and field.type is FieldType.PERCENT and abs(limit) > 1
    display = display_of(operand, scope)
    collector.add(
        WORDS,
        "W0303.percent" if is_percent else "W0303",
        found.span,
        truth=TERMS["always holds"] if holds else TERMS["never holds"],
        subject=name_of(operand),
        region=TERMS["always {region}"].format(region=display.region(bounds(operand, scope))),
        limit=show(limit),
        reading=display.show(limit),
    )
