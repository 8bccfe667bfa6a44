"""What used rubrics give for one record, so that a search for a record sees through them.

In: the scope of a rubric. Out: the same scope; where the record of a used rubric is known its
points and its total are, too. It stands apart from the ranges, which parts are ranged by.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import attrs

from scorelang.bounds.fields import reach_of_field
from scorelang.compiler.part_points import ends_of
from scorelang.compiler.ranges import reach_of
from scorelang.compiler.record_rules import may_come
from scorelang.compiler.scope import Scope, UsedScope
from scorelang.compiler.scored_records import ScoredRecords
from scorelang.model.expressions import Expr
from scorelang.model.fields import FieldType
from scorelang.model.rubric import CheckedRubric, UsedRubric
from scorelang.model.types import Value
from scorelang.numeric.interval_arithmetic import is_nothing
from scorelang.source.structure import Structure


def with_used_records(scope: Scope, rubric: CheckedRubric) -> Scope:
    """Give a scope in which used rubrics score the records that are looked at."""
    if not rubric.used:
        return scope
    used = {each.alias: _seen_through(scope.used[each.alias], each) for each in rubric.used}
    return attrs.evolve(scope, used=used, wide=None)


def _seen_through(known: UsedScope, used: UsedRubric) -> UsedScope:
    inner = with_used_records(known.scope, used.rubric)
    numbered = {field.name for field in used.rubric.fields if field.type is not FieldType.TEXT}
    inputs = {name: expr for name, expr in used.fields if name in numbered}
    return attrs.evolve(
        known,
        scope=inner,
        inputs=inputs,
        limits=frozenset(end for part in used.rubric.parts for end in ends_of(part)),
        at=_UsedRecords(inputs, inner, ScoredRecords(used.rubric, inner)).scope_for,
    )


@attrs.frozen(eq=False, repr=False)
class _UsedRecords(Structure):
    """The records of a used rubric that follow from those of the rubric that uses it."""

    inputs: Mapping[str, Expr]
    scope: Scope
    scored: ScoredRecords
    _known: dict[tuple[tuple[str, Value], ...], Scope] = attrs.field(factory=dict)

    def scope_for(self, outer: Scope) -> Scope:
        """Give what is known of the used rubric, as far as its record is known here."""
        record: dict[str, Value] = {}
        for name, expr in self.inputs.items():
            found = reach_of(expr, outer)
            if found.single is not None or (found.missing and not found.has_value):
                record[name] = found.single
        key = tuple(record.items())
        if key not in self._known:
            self._known[key] = self._scope_at(record)
        return self._known[key]

    def _scope_at(self, record: dict[str, Value]) -> Scope:
        is_valid = all(self._is_valid(name, value) for name, value in record.items())
        if not record or not is_valid or not may_come(record, self.scope):
            return self.scope  # nothing is known; the whole record may be rejected
        return self.scored.scope_at(record)

    def _is_valid(self, name: str, value: Value) -> bool:
        field = self.scope.fields[name]
        can_be = reach_of_field(field)
        if value is None:
            return can_be.missing
        if isinstance(value, Fraction):
            return can_be.numbers.contains(value) and field.grid.contains(value)
        return can_be.values is None or value in can_be.values or is_nothing(can_be.numbers)
