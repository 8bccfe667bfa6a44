"""Weights that a record decides and that do not come to 100%: said, never made to fit in silence.

In: the scope of a record. Out: a note for each weighted group whose weights have another sum,
and why a group has no value by its weights. Weights that are the same for every record, or
differ by a category only, were checked when the rubric was compiled; they are asked once more.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scorelang.evaluator.errors import SAID
from scorelang.evaluator.expressions import number
from scorelang.evaluator.scope import Scope
from scorelang.model.rubric import Group
from scorelang.numeric import exact

_ONE = Fraction(1)


def note_weights(scope: Scope) -> Iterator[tuple[str, str]]:
    """Name each group that was rated by weights of another sum, with that sum."""
    for group in scope.index.loose:
        draft = scope.drafts.get(group.name)
        is_rated = scope.total is not None if draft is None else draft.points is not None
        weights = _weights(group, scope)
        together = sum(weights, Fraction(0))
        if is_rated and len(weights) == len(group.children) and together != _ONE:
            said = SAID["weights sum"].format(name=group.name, sum=_percent(together))
            yield group.name, said


def why_no_weights(group: Group, scope: Scope) -> str:
    """Say why a group has no value by its weights."""
    weights = _weights(group, scope)
    if len(weights) < len(group.children):
        return SAID["weight"].format(name=group.name)
    below = next((share for share in weights if share < 0), None)
    if below is not None:
        return SAID["weight below 0"].format(name=group.name, weight=_percent(below))
    return SAID["no weights"].format(name=group.name)


def _weights(group: Group, scope: Scope) -> list[Fraction]:
    found = (number(child.weight, scope) for child in group.children if child.weight is not None)
    return [share for share in found if share is not None]


def _percent(share: Fraction) -> str:
    return f"{exact.show(share * 100)}%"
