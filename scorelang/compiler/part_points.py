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
from scorelang.model.expressions import Const, Expr
from scorelang.model.rubric import Group, Indicator, Part, Range
from scorelang.model.rules import Bands, BySegment, Levels, Rule
from scorelang.source.structure import Structure

MOST_FIELDS = 12
"""With more fields only the parts are looked at one by one."""


def points_at(part: Part, scope: Scope, base: Fraction = Fraction(0)) -> Range:
    """Give the range of a part in a scope, worked out again from its rules."""
    children = part.children if isinstance(part, Group) else ()
    return _points_at(part, [points_at(child, scope) for child in children], scope, base)


@attrs.frozen(eq=False, repr=False)
class Points(Structure):
    """The points of parts for records, each worked out once for the fields that it reads."""

    scope: Scope
    _fields: dict[str, tuple[str, ...]] = attrs.field(factory=dict)
    _known: dict[tuple[object, ...], Range] = attrs.field(factory=dict)

    def of(self, part: Part, record: FoundRecord, base: Fraction = Fraction(0)) -> Range:
        """Give the range of a part, worked out again from its rules."""
        if part.name not in self._fields:
            self._fields[part.name] = fields_of(exprs_of(part, self.scope), self.scope)
        read = {name: record[name] for name in self._fields[part.name] if name in record}
        key = (part.name, base, *read.items())
        if key not in self._known:
            children = part.children if isinstance(part, Group) else ()
            ranges = [self.of(child, record) for child in children]
            self._known[key] = _points_at(part, ranges, self.scope.at(read), base)
        return self._known[key]


def _points_at(part: Part, ranges: Sequence[Range], scope: Scope, base: Fraction) -> Range:
    if isinstance(part, Indicator):
        return indicator_range(part.rule, part.roundings, part.missing, scope)
    pairs = zip(part.children, ranges, strict=True)
    children = [attrs.evolve(child, range=found) for child, found in pairs]
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
    """Look for the record with the most (or least) points of a part; asked again, it is known."""
    key = (part.name, lowest, base)
    if key not in scope.extremes:
        scope.extremes[key] = _find_highest(part, scope, lowest=lowest, base=base)
    return scope.extremes[key]


def _find_highest(
    part: Part, scope: Scope, *, lowest: bool, base: Fraction
) -> tuple[Fraction, FoundRecord] | None:
    sign, points = -1 if lowest else 1, Points(scope)

    def measure(record: FoundRecord) -> Fraction | None:
        found = points.of(part, record, base)
        # Only a single number is sure to be what the record gets.
        return found.low * sign if found.low is not None and found.low == found.high else None

    names = fields_of(exprs_of(part, scope), scope)
    start = _best_by_part(part, scope, lowest=lowest)
    if len(names) > MOST_FIELDS:
        value = measure(start)
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


def limits_of(part: Part) -> Iterator[Expr]:
    """Give the ends of all bands in a part as numbers worth a try."""
    yield from (Const(end) for end in sorted(ends_of(part)))


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
