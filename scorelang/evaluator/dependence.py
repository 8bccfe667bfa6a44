"""What may put a record out without looking at other records.

Population values are taken over records that are neither rejected nor not ratable. Which
those are must not depend on the population values in turn. So ``without_populations``
gives the rubric as far as it stands by itself: whatever reads a population value, directly
or through another name, is replaced by something that is always rated. ``in_stages`` says in
which order population values are taken, where one reads another.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import attrs

from scorelang.model.expressions import (
    ApplicableFull,
    ClassValue,
    Const,
    DoesApply,
    EveryLevel,
    Expr,
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
from scorelang.model.rubric import CheckedRubric, Group, Indicator, Part, Population
from scorelang.model.rules import Formula, Lookup
from scorelang.model.walk import descend

_RATED = Formula(Const(Fraction(0)), "")
_Names = frozenset[tuple[str, str]]


def without_populations(rubric: CheckedRubric, *, keeps_lets: bool = False) -> CheckedRubric:
    """Give the rubric without whatever a population value has a say in.

    ``keeps_lets``: derived values stay, for population values that are taken of them.
    """
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
            attrs.evolve(let, value=Const(None))
            if ("let", let.name) in tainted and not keeps_lets
            else let
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
        part = attrs.evolve(part, rule=_RATED, applies=None)
    return attrs.evolve(part, weight=_weight(part, tainted))


def _group(group: Group, tainted: _Names) -> Group:
    weights = tuple(child.weight for child in group.children)
    return attrs.evolve(
        group,
        children=tuple(_part(child, tainted) for child in group.children),
        applies=None if _reads(group.applies, tainted) else group.applies,
        weight=_weight(group, tainted),
        # A coverage is counted in weights; without them it decides nothing.
        least_coverage=None if _reads(weights, tainted) else group.least_coverage,
    )


def _weight(part: Part, tainted: _Names) -> Expr | None:
    """Give a weight; one that reads a population value is replaced by any that is known."""
    is_tainted = part.weight is not None and _reads(part.weight, tainted)
    return Const(Fraction(1)) if is_tainted else part.weight


def _tainted(rubric: CheckedRubric) -> _Names:
    """Find the names that depend on a population value, until there are no more."""
    nodes = _nodes(rubric)
    found: set[tuple[str, str]] = set()
    while True:
        more = {name for name, node in nodes if name not in found and _reads(node, found)}
        if not more:
            return frozenset(found)
        found |= more


def _nodes(rubric: CheckedRubric) -> list[tuple[tuple[str, str], object]]:
    """Give every name with what its value is made of; a weight is part of the group's."""
    return [
        *((("let", each.name), each) for each in rubric.lets),
        *((("table", each.name), each) for each in rubric.tables),
        *((("points", each.name), each) for each in rubric.scores),
        *((("class", each.name or ""), each) for each in rubric.classes),
        *((("result", each.name), each) for each in rubric.results),
        *((("points", part.name), _own(part)) for top in rubric.parts for part in _all(top)),
        *((("points", each.part or ""), each.condition) for each in rubric.overrides),
        *((("used", each.alias), each) for each in rubric.used),
        (("total", ""), rubric.total),
        (("grade", ""), (rubric.grading, *rubric.overrides)),
    ]


def _own(part: Part) -> Part:
    return attrs.evolve(part, weight=None)


def in_stages(rubric: CheckedRubric) -> tuple[tuple[Population, ...], ...]:
    """Give the population values in the order in which they can be taken.

    Of each stage none reads another one of it, or of a later one, and either all or none
    are taken after the scores.
    """
    nodes = dict[tuple[str, str], list[object]]()
    for name, node in _nodes(rubric):
        nodes.setdefault(name, []).append(node)
    behind = {
        each.name: _populations_behind((*each.keys, each.by), nodes) for each in rubric.populations
    }
    stages: list[tuple[Population, ...]] = []
    waiting, taken = list(rubric.populations), set[str]()
    while waiting:
        ready = [each for each in waiting if behind[each.name] <= taken] or waiting
        early = [each for each in ready if not each.after_scores]
        stage = tuple(early or ready)
        stages.append(stage)
        taken.update(each.name for each in stage)
        waiting = [each for each in waiting if each not in stage]
    return tuple(stages)


def _populations_behind(
    node: object, nodes: Mapping[tuple[str, str], list[object]]
) -> frozenset[str]:
    """Give the population values that a value reads, also through other names."""
    found, seen = set[str](), set[tuple[str, str]]()
    waiting = [node]
    while waiting:
        each = waiting.pop()
        for part in each if isinstance(each, tuple) else (each,):
            for below in descend(part):
                if isinstance(below, PopulationValue):
                    found.add(below.name)
                new = [name for name in _names(below) if name not in seen]
                seen.update(new)
                waiting += [more for name in new for more in nodes.get(name, [])]
    return frozenset(found)


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
