"""What may put a record out without looking at other records.

Population values are taken over records that are neither rejected nor not ratable. Which
those are must not depend on the population values in turn. So ``without_populations``
gives the rubric as far as it stands by itself: whatever reads a population value, directly
or through another name, is replaced by something that is always rated.
"""

from __future__ import annotations

from fractions import Fraction

import attrs

from scorelang.model.expressions import (
    ApplicableFull,
    ClassValue,
    Const,
    DoesApply,
    EveryLevel,
    GradeValue,
    HasFullMarks,
    LetValue,
    PopulationValue,
    ResultValue,
    ScoreLevel,
    ScorePoints,
    ScoreShare,
    TableValue,
    TotalValue,
    UsedValue,
)
from scorelang.model.rubric import CheckedRubric, Group, Indicator, Part
from scorelang.model.rules import Formula, Lookup
from scorelang.model.walk import descend

_RATED = Formula(Const(Fraction(0)), "")
_Names = frozenset[tuple[str, str]]


def without_populations(rubric: CheckedRubric) -> CheckedRubric:
    """Give the rubric without whatever a population value has a say in."""
    tainted = _tainted(rubric)
    root = rubric.total.root if rubric.total is not None else None
    total = rubric.total
    if total is not None and root is not None:
        total = attrs.evolve(total, root=_group(root, tainted))
    return attrs.evolve(
        rubric,
        parts=tuple(_part(part, tainted) for part in rubric.parts),
        total=total,
        lets=tuple(
            attrs.evolve(let, value=Const(None)) if ("let", let.name) in tainted else let
            for let in rubric.lets
        ),
        scores=tuple(
            attrs.evolve(score, value=Const(Fraction(0)))
            if ("points", score.name) in tainted
            else score
            for score in rubric.scores
        ),
        rules=tuple(rule for rule in rubric.rules if not _reads(rule.condition, tainted)),
        eligibility=tuple(
            each for each in rubric.eligibility if not _reads(each.condition, tainted)
        ),
        overrides=tuple(each for each in rubric.overrides if not _reads(each.condition, tainted)),
    )


def _part(part: Part, tainted: _Names) -> Part:
    if isinstance(part, Group):
        return _group(part, tainted)
    if ("points", part.name) in tainted:
        return attrs.evolve(part, rule=_RATED, applies=None)
    return part


def _group(group: Group, tainted: _Names) -> Group:
    is_tainted = _reads((group.applies, group.weight), tainted)
    return attrs.evolve(
        group,
        children=tuple(_part(child, tainted) for child in group.children),
        applies=None if is_tainted else group.applies,
        weight=Const(Fraction(1)) if is_tainted and group.weight is not None else group.weight,
    )


def _tainted(rubric: CheckedRubric) -> _Names:
    """Find the names that depend on a population value, until there are no more."""
    nodes: list[tuple[tuple[str, str], object]] = [
        *((("let", each.name), each) for each in rubric.lets),
        *((("table", each.name), each) for each in rubric.tables),
        *((("points", each.name), each) for each in rubric.scores),
        *((("class", each.name or ""), each) for each in rubric.classes),
        *((("result", each.name), each) for each in rubric.results),
        *((("points", part.name), part) for top in rubric.parts for part in _all(top)),
        *((("points", each.part or ""), each.condition) for each in rubric.overrides),
        *((("used", each.alias), each) for each in rubric.used),
        (("total", ""), rubric.total),
        (("grade", ""), (rubric.grading, *rubric.overrides)),
    ]
    found: set[tuple[str, str]] = set()
    while True:
        more = {name for name, node in nodes if name not in found and _reads(node, found)}
        if not more:
            return frozenset(found)
        found |= more


def _all(part: object) -> list[Part]:
    return [node for node in descend(part) if isinstance(node, Indicator | Group)]


def _reads(node: object, tainted: _Names | set[tuple[str, str]]) -> bool:
    return any(
        isinstance(below, PopulationValue) or not tainted.isdisjoint(_names(below))
        for each in (node if isinstance(node, tuple) else (node,))
        for below in descend(each)
    )


def _names(node: object) -> list[tuple[str, str]]:
    """Give the names that a node reads."""
    match node:
        case LetValue(name):
            return [("let", name)]
        case TableValue(name) | Lookup(name):
            return [("table", name)]
        case (
            ScorePoints(name)
            | ScoreLevel(name)
            | ScoreShare(name)
            | HasFullMarks(name)
            | DoesApply(name)
            | ApplicableFull(name)
        ):
            return [("points", name)]
        case EveryLevel(names):
            return [("points", name) for name in names]
        case ClassValue(name):
            return [("class", name)]
        case ResultValue(name):
            return [("result", name)]
        case TotalValue():
            return [("total", "")]
        case GradeValue():
            return [("grade", "")]
        case UsedValue(alias):
            return [("used", alias)]
        case _:
            return []
