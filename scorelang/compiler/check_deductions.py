"""Lists of deductions whose lines add points: ``指标 扣分项 { 3 当 y }``.

In: the indicators with what they can give. Raises W0515 where a name or a label speaks of
deductions and every line adds: the minus was forgotten.
"""

from __future__ import annotations

import re
from typing import Final

from scorelang.compiler.check_errors import WORDS
from scorelang.compiler.part_ranges import all_parts
from scorelang.compiler.scope import Scope
from scorelang.diagnostics.collector import Collector
from scorelang.model.rubric import CheckedRubric, Indicator
from scorelang.model.rules import AllThatHold

_DEDUCTS: Final = re.compile(
    r"扣分|减分|扣减|罚分|违规扣|(?<![a-z])(?:deduction|penalt|demerit|minus)", re.IGNORECASE
)


def check_deductions(rubric: CheckedRubric, scope: Scope, collector: Collector) -> None:
    """Check the lists whose names speak of deductions."""
    for part in all_parts(rubric.parts):
        if isinstance(part, Indicator) and _DEDUCTS.search(f"{part.name} {part.label or ''}"):
            _check(part, scope, collector)


def _check(part: Indicator, scope: Scope, collector: Collector) -> None:
    """Report a list that only adds; one with full marks counts upwards on purpose."""
    if not isinstance(part.rule, AllThatHold) or part.declared_max is not None:
        return
    numbers = scope.scores[part.name].numbers
    if numbers.low is not None and numbers.low >= 0 and (numbers.high is None or numbers.high > 0):
        collector.add(WORDS, "W0515", part.span, part=part.name)
