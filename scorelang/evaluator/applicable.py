"""The full marks of what applies of a part.

In: the name of a part and the scope of a record. Out: its full marks, of a sum those of the
parts in it that are not left out because they do not apply. What is not rated does apply.
"""

from __future__ import annotations

from fractions import Fraction

from scorelang.evaluator.draft import Counts
from scorelang.evaluator.scope import Scope
from scorelang.model.outcome import PartStatus
from scorelang.model.rubric import Combine, Group, Part


def applicable_full(name: str, scope: Scope) -> Fraction:
    """Give the full marks of what applies."""
    scope.points_of(name)  # rates the part with all parts in it
    return _full(scope.index.parts[name], scope)


def _full(part: Part, scope: Scope) -> Fraction:
    draft, full = scope.drafts[part.name], part.full or Fraction(0)
    if draft.status is PartStatus.NOT_APPLYING:
        return Fraction(0) if draft.counts is Counts.LEFT_OUT else full
    if isinstance(part, Group) and part.combine is Combine.SUM:
        fulls = [_full(child, scope) for child in part.children]
        if part.keep is not None:
            fulls = sorted(fulls, reverse=True)[: part.keep.among(len([x for x in fulls if x]))]
        return min(full, sum(fulls, Fraction(0)))
    return full
