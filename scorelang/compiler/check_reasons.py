"""Finds reason codes that no record can get, and baselines that nothing is compared with.

Raises W0514: a code is given where the rubric ranks reasons, the indicator has a baseline
and a code; where one of the three is absent, the others do not act.
"""

from __future__ import annotations

from collections.abc import Iterator

from scorelang.compiler.check_errors import WORDS
from scorelang.compiler.rule_places import indicators_of
from scorelang.diagnostics.collector import Collector
from scorelang.model.rubric import CheckedRubric, Indicator
from scorelang.model.rules import Branch
from scorelang.model.walk import descend


def check_reasons(rubric: CheckedRubric, collector: Collector) -> None:
    """Report each indicator whose reason codes or baseline cannot act."""
    for indicator in indicators_of(rubric):
        codes, has_baseline = tuple(_codes(indicator)), indicator.baseline is not None
        key = _lacking(rubric, has_codes=bool(codes), has_baseline=has_baseline)
        if key is not None:
            code = codes[0] if codes else ""
            collector.add(WORDS, key, indicator.span, name=indicator.name, code=code)


def _lacking(rubric: CheckedRubric, *, has_codes: bool, has_baseline: bool) -> str | None:
    """Give the words for what is absent, of the three that act together."""
    if has_codes and rubric.reasons is None:
        return "W0514.order"
    if has_codes and not has_baseline:
        return "W0514"
    return "W0514.code" if has_baseline and not has_codes else None


def _codes(indicator: Indicator) -> Iterator[str]:
    if indicator.reason is not None:
        yield indicator.reason.code
    for node in descend(indicator.rule):
        if isinstance(node, Branch) and node.reason is not None:
            yield node.reason.code
