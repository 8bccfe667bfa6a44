"""All expressions of a rubric as they stand, whether a record leads to them or not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from scorelang.compiler.expression_walk import conditions_of
from scorelang.compiler.part_ranges import all_parts, branches_of
from scorelang.model.expressions import Expr
from scorelang.model.rubric import CheckedRubric, Indicator, Part
from scorelang.model.rules import (
    AllThatHold,
    Bands,
    BySegment,
    FirstThatHolds,
    Formula,
    Levels,
    Lookup,
    Rule,
    Within,
)


def exprs_of_rubric(rubric: CheckedRubric) -> Iterator[Expr]:
    """Give the outermost expressions of everything but the derived values."""
    for part in all_parts(rubric.parts):
        yield from _exprs_of_part(part)
    for table in rubric.tables:
        yield from table.keys
    for population in rubric.populations:
        yield from population.keys
        if population.by is not None:
            yield population.by
    yield from (value for used in rubric.used for _, value in used.fields)
    yield from (score.value for score in rubric.scores)
    yield from (result.value for result in rubric.results)
    for grading in (*((rubric.grading,) if rubric.grading else ()), *rubric.classes):
        for line in grading.lines:
            yield from (found for found in (line.condition, *line.needs) if found is not None)
        yield from (expr for expr in (grading.value, grading.by) if expr is not None)
    yield from conditions_of(rubric)


def _exprs_of_part(part: Part) -> Iterator[Expr]:
    applies = part.applies.condition if part.applies is not None else None
    baseline = part.baseline if isinstance(part, Indicator) else None
    yield from (expr for expr in (applies, part.weight, baseline) if expr is not None)
    if isinstance(part, Indicator):
        yield from exprs_of_rule(part.rule)


def exprs_of_rule(rule: Rule) -> Iterator[Expr]:
    """Give the outermost expressions of a rule."""
    yield from (branch.points for branch in branches_of(rule) if branch.points is not None)
    match rule:
        case Bands(subject) | Levels(subject):
            yield subject
        case FirstThatHolds(cases):
            yield from (condition for condition, _ in cases)
        case AllThatHold(items, low, high):
            given = (*(item.condition for item in items), low, high)
            yield from (expr for expr in given if expr is not None)
            points = (item.branch.points for item in items)
            yield from (expr for expr in points if expr is not None)
        case Formula(value, _, compared):
            yield value
            if compared is not None:
                yield compared
        case Within(value, level):
            yield value
            yield level
        case BySegment(segment, rules, otherwise):
            yield segment
            for part in (*(part for _, part in rules), otherwise):
                yield from exprs_of_rule(part) if part is not None else ()
        case Lookup():
            return
        case _:
            assert_never(rule)
