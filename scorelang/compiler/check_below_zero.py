"""Points that fall below zero where full marks are named and nobody said how far they go.

In: the indicators with what they can give. Raises W0516 where a formula, a step or an
interpolation takes more than there is: ``满分 20 = 20 - 5 * late`` without ``扣完为止``. Lists
of additions and lines that write a negative number themselves mean it.
"""

from __future__ import annotations

from scorelang.compiler.check_errors import WORDS
from scorelang.compiler.grids import constant_of
from scorelang.compiler.part_points import find_highest
from scorelang.compiler.part_ranges import all_parts, branches_of
from scorelang.compiler.rule_places import witness_of
from scorelang.compiler.scope import Scope
from scorelang.compiler.terms import TERMS
from scorelang.diagnostics.collector import Collector
from scorelang.model.rubric import CheckedRubric, Indicator
from scorelang.model.rules import AllThatHold
from scorelang.numeric.exact import show


def check_below_zero(rubric: CheckedRubric, scope: Scope, collector: Collector) -> None:
    """Check every indicator that names its full marks."""
    for part in all_parts(rubric.parts):
        names_full_marks = part.declared_max is not None and part.declared_max > 0
        if names_full_marks and isinstance(part, Indicator) and not _is_meant(part):
            _check(part, scope, collector)


def _is_meant(part: Indicator) -> bool:
    if isinstance(part.rule, AllThatHold):
        return True
    points = [branch.points for branch in branches_of(part.rule) if branch.points is not None]
    known = [constant_of(each) for each in points]
    return any(each is not None and each < 0 for each in known)


def _check(part: Indicator, scope: Scope, collector: Collector) -> None:
    low = scope.scores[part.name].numbers.low
    if low is not None and low >= 0:
        return
    found = find_highest(part, scope, lowest=True)
    if found is None or found[0] >= 0:
        return
    points, record = found
    said = TERMS["{points} points"].format(points=show(points))
    collector.add(
        WORDS,
        "W0516",
        part.span,
        witness=witness_of(record, scope, said),
        part=part.name,
        points=show(points),
    )
