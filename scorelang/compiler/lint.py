"""Finds what nobody uses: fields and derived values.

Raises W0201 and W0202. Keys, texts and days are carried along and may stand unused.
"""

from __future__ import annotations

from collections.abc import Iterator

from scorelang.compiler.check_errors import WORDS
from scorelang.compiler.expression_walk import walk
from scorelang.compiler.rule_exprs import exprs_of_rubric
from scorelang.compiler.rule_places import indicators_of
from scorelang.diagnostics.collector import Collector
from scorelang.model.expressions import Expr, FieldValue, LetValue
from scorelang.model.fields import FieldType
from scorelang.model.rubric import CheckedRubric
from scorelang.model.rules import Within

_CARRIED = frozenset({FieldType.TEXT, FieldType.DATE})


def check_unused(rubric: CheckedRubric, collector: Collector) -> None:
    """Report fields and derived values that nothing reads."""
    used = set(_names(exprs_of_rubric(rubric))) | set(_names(let.value for let in rubric.lets))
    for let in rubric.lets:
        # One without fields may have been put in where it was named, as a limit.
        if LetValue(let.name) not in used and any(_names(iter((let.value,)))):
            collector.add(WORDS, "W0202", let.span, name=let.name)
    named = {rule.field for rule in rubric.rules} | set(_given(rubric))
    for field in rubric.fields:
        is_carried = field.is_key or field.required or field.type in _CARRIED
        if not is_carried and FieldValue(field.name) not in used and field.name not in named:
            if field.last_of is not None:
                collector.add(WORDS, "W0201.last", field.span, name=field.last_of)
            else:
                collector.add(WORDS, "W0201", field.span, name=field.name)


def _names(exprs: Iterator[Expr]) -> Iterator[Expr]:
    for expr in exprs:
        yield from (part for part in walk(expr) if isinstance(part, FieldValue | LetValue))


def _given(rubric: CheckedRubric) -> Iterator[str]:
    for indicator in indicators_of(rubric):
        if isinstance(indicator.rule, Within):
            yield indicator.rule.field
