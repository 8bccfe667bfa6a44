"""Points of a part for one record, and the record that gives the most or the least.

Works in the same scopes as the ranges do; where all fields that matter have a value the
range of a part is one number. It is not the evaluator: it serves to show a witness.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import attrs

from scorelang.compiler.expression_walk import places_of_part
from scorelang.compiler.part_ranges import group_range, indicator_range
from scorelang.compiler.record_search import FoundRecord, candidates, fields_of, find_most
from scorelang.compiler.scope import Scope
from scorelang.model.expressions import Expr
from scorelang.model.rubric import Group, Indicator, Part, Range
from scorelang.model.rules import Bands, BySegment, Levels, Rule

MOST_FIELDS = 12
"""With more fields only the parts are looked at one by one."""


def points_at(part: Part, scope: Scope, base: Fraction = Fraction(0)) -> Range:
    """Give the range of a part in a scope, worked out again from its rules."""
    if isinstance(part, Indicator):
        return indicator_range(part.rule, part.roundings, part.missing, scope)
    children = [attrs.evolve(child, range=points_at(child, scope)) for child in part.children]
    return group_range(
        children,
        part.combine,
        part.full,
        scope,
        low=part.low,
        high=part.high,
        roundings=part.roundings,
        base=base,
    )


def find_highest(
    part: Part, scope: Scope, *, lowest: bool = False, base: Fraction = Fraction(0)
) -> tuple[Fraction, FoundRecord] | None:
    """Look for the record with the most (or least) points of a part."""
    sign = -1 if lowest else 1

    def measure(known: Scope) -> Fraction | None:
        found = points_at(part, known, base)
        # Only a single number is sure to be what the record gets.
        return found.low * sign if found.low is not None and found.low == found.high else None

    names = fields_of(exprs_of(part, scope), scope)
    start = _best_by_part(part, scope, lowest=lowest)
    if len(names) > MOST_FIELDS:
        value = measure(scope.at(start))
        return None if value is None else (value * sign, start)
    choices = candidates(names, _choosing(part, scope), scope, ends_of(part))
    found = find_most(measure, choices, scope, start or None)
    return None if found is None else (found[0] * sign, found[1])


def _best_by_part(part: Part, scope: Scope, *, lowest: bool) -> FoundRecord:
    """Put together the best records of the children; the first one that needs a field sets it."""
    record: FoundRecord = {}
    for child in part.children if isinstance(part, Group) else ():
        found = find_highest(child, scope, lowest=lowest)
        for name, value in (found[1] if found else {}).items():
            record.setdefault(name, value)
    return record


def exprs_of(part: Part, scope: Scope) -> Iterator[Expr]:
    """Give the expressions of a part and of all in it."""
    yield from (expr for expr, _ in places_of_part(part, scope))
    for child in part.children if isinstance(part, Group) else ():
        yield from exprs_of(child, scope)


def _choosing(part: Part, scope: Scope) -> Sequence[Expr]:
    return tuple(exprs_of(part, scope))


def ends_of(part: Part) -> frozenset[Fraction]:
    """Give the ends of all bands in a part."""
    if isinstance(part, Group):
        return frozenset(end for child in part.children for end in ends_of(child))
    return frozenset(_ends_of_rule(part.rule))


def _ends_of_rule(rule: Rule) -> Iterator[Fraction]:
    match rule:
        case Bands(_, bands):
            for interval, _ in bands:
                yield from (end for end in (interval.low, interval.high) if end is not None)
        case Levels(_, cases):
            for values, _ in cases:
                yield from (value for value in values if isinstance(value, Fraction))
        case BySegment(_, rules):
            for _, inner in rules:
                yield from _ends_of_rule(inner)
        case _:
            return
