"""Checks overrides and eligibility: a condition that always or never holds is a slip.

Raises W0504.
"""

from __future__ import annotations

from scorelang.compiler.cells import cells_of
from scorelang.compiler.check_errors import WORDS
from scorelang.compiler.check_limits import is_settled
from scorelang.compiler.ranges import truths_of
from scorelang.compiler.scope import Scope
from scorelang.compiler.terms import TERMS
from scorelang.diagnostics.collector import Collector
from scorelang.model.expressions import Expr
from scorelang.model.rubric import CheckedRubric
from scorelang.source.span import Span


def check_overrides(rubric: CheckedRubric, scope: Scope, collector: Collector) -> None:
    """Check each override, and each condition under which a record is not ratable."""
    for override in rubric.overrides:
        _check(override.name, override.condition, override.span, scope, collector)
    for found in rubric.eligibility:
        _check("not ratable", found.condition, found.span, scope, collector)


def _check(
    name: str, condition: Expr, span: Span | None, scope: Scope, collector: Collector
) -> None:
    if is_settled(condition, scope):
        return  # the comparison in it is told
    truths = _truths(condition, scope)
    if True not in truths:
        collector.add(WORDS, "W0504", span, name=name, truth=TERMS["never holds"])
    elif truths == {True}:
        collector.add(WORDS, "W0504", span, name=name, truth=TERMS["always holds"])


def _truths(condition: Expr, scope: Scope) -> frozenset[bool | None]:
    cells = cells_of((condition,), scope)
    if cells is None:
        return truths_of(condition, scope)
    return frozenset(truth for known in cells.scopes for truth in truths_of(condition, known))
