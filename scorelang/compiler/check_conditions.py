"""Checks conditions taken in order: every record finds one, and each can be reached.

Raises E0405 (a record for which none holds), W0401 (a line whose condition never holds,
or only where a line above does), W0402 (``otherwise`` never reached), W0403 (not proved).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import attrs

from scorelang.compiler.cells import Cells, cells_of
from scorelang.compiler.check_errors import WORDS
from scorelang.compiler.check_limits import is_settled
from scorelang.compiler.grids import grid_of
from scorelang.compiler.narrowing import assume
from scorelang.compiler.part_ranges import all_parts
from scorelang.compiler.ranges import reach_of, truths_of
from scorelang.compiler.record_rules import may_come
from scorelang.compiler.record_search import FoundRecord, fields_of, find_where
from scorelang.compiler.rule_places import RulePlace, rules_of, witness_of
from scorelang.compiler.scope import Scope
from scorelang.compiler.shown_values import display_of
from scorelang.compiler.terms import TERMS
from scorelang.diagnostics.collector import Collector
from scorelang.diagnostics.model import Label
from scorelang.model.expressions import Expr, FieldValue
from scorelang.model.rubric import CheckedRubric
from scorelang.model.rules import AllThatHold, Branch, FirstThatHolds, Item
from scorelang.model.types import Value
from scorelang.numeric.interval_arithmetic import is_nothing
from scorelang.source.structure import Structure


def check_conditions(rubric: CheckedRubric, scope: Scope, collector: Collector) -> None:
    """Check every list of conditions of which the first that holds counts."""
    for place in rules_of(rubric, scope):
        match place.rule:
            case FirstThatHolds() as rule:
                _check_rule(rule, place, collector)
            case AllThatHold(items):
                _check_items(items, place, collector)
            case _:
                pass
    for part in all_parts(rubric.parts):
        if part.applies and never_holds(part.applies.condition, scope):
            collector.add(WORDS, "W0504.applies", part.span, name=part.name)


def _check_items(items: Sequence[Item], place: RulePlace, collector: Collector) -> None:
    """Report lines of a list whose condition contradicts itself."""
    for item in items:
        if item.condition is not None and never_holds(item.condition, place.scope):
            _add_unreached("W0401.never", item.branch, (), place, collector)


def never_holds(condition: Expr, scope: Scope) -> bool:
    """Whether a condition contradicts itself, and nothing in it is reported by itself."""
    if is_settled(condition, scope):
        return False
    cells = cells_of((condition,), scope)
    scopes = (scope,) if cells is None else cells.scopes
    return not any(True in truths_of(condition, known) for known in scopes)


def _check_rule(rule: FirstThatHolds, place: RulePlace, collector: Collector) -> None:
    conditions = [condition for condition, _ in rule.cases]
    cells = cells_of(conditions, place.scope)
    table = _table(conditions, cells) if cells else None
    _check_reach(rule, table, place, collector)
    if rule.otherwise is not None:
        _check_otherwise(rule.otherwise, rule, table, place, collector)
    elif table is None or not cells:
        if not _covers_one_by_one(conditions, place.scope):
            _search_gap(conditions, place, collector)
    else:
        _check_complete(table, cells, conditions, place, collector)


_Truths = Sequence[frozenset[bool | None]]


@attrs.frozen(eq=False, repr=False)
class _Table(Structure):
    """What each condition comes to in each cell."""

    rows: Sequence[_Truths]

    def can_reach(self, index: int) -> bool:
        """Whether in some cell all conditions before this one can fail, and it can hold."""
        return any(
            True in row[index] and all(False in truths for truths in row[:index])
            for row in self.rows
        )

    def is_never(self, index: int) -> bool:
        """Whether it holds in no cell: ``x = 1 and x = 2``."""
        return not any(True in row[index] for row in self.rows)

    def is_undecided_above(self, index: int) -> bool:
        """Whether a condition above is missing in every cell where this one can hold."""
        rows = [row for row in self.rows if True in row[index]]
        return bool(rows) and all(frozenset({None}) in row[:index] for row in rows)

    def shadows(self, index: int) -> list[int]:
        """Give the earlier conditions that hold where this one does."""
        rows = [row for row in self.rows if True in row[index]]
        return [
            place for place in range(index) if any(row[place] == frozenset({True}) for row in rows)
        ]


def _table(conditions: Sequence[Expr], cells: Cells) -> _Table:
    return _Table([[truths_of(found, known) for found in conditions] for known in cells.scopes])


def _check_reach(
    rule: FirstThatHolds, table: _Table | None, place: RulePlace, collector: Collector
) -> None:
    known = place.scope
    for index, (condition, branch) in enumerate(rule.cases):
        is_new = True in truths_of(condition, known)
        if is_settled(condition, place.scope):
            pass  # the comparison in it is told
        elif True not in truths_of(condition, place.scope) or (table and table.is_never(index)):
            _add_unreached("W0401.never", branch, (), place, collector)
        elif table and table.is_undecided_above(index):
            _add_unreached("W0401.undecided", branch, (), place, collector)
        elif not is_new or (table and not table.can_reach(index)):
            above = [rule.cases[number][1] for number in (table.shadows(index) if table else ())]
            _add_unreached("W0401.shadowed", branch, above, place, collector)
        known = assume(known, condition, holds=False)


def _add_unreached(
    key: str, branch: Branch, above: Sequence[Branch], place: RulePlace, collector: Collector
) -> None:
    labels = [
        Label(found.span, TERMS["holds there, too"]) for found in above if found.span is not None
    ]
    span = branch.span or place.indicator.span
    collector.add(WORDS, key, span, labels=labels, part=place.name)


def _check_otherwise(
    otherwise: Branch,
    rule: FirstThatHolds,
    table: _Table | None,
    place: RulePlace,
    collector: Collector,
) -> None:
    conditions = [condition for condition, _ in rule.cases]
    covered = _covers_one_by_one(conditions, place.scope)
    if table is not None:
        covered = covered or not any(all(False in truths for truths in row) for row in table.rows)
    if covered:
        span = otherwise.span or place.indicator.span
        collector.add(WORDS, "W0402", span, part=place.name)


def _covers_one_by_one(conditions: Sequence[Expr], scope: Scope) -> bool:
    """Whether the last condition cannot fail once those before it have."""
    for condition in conditions:
        if False not in truths_of(condition, scope):
            return True
        scope = assume(scope, condition, holds=False)
    return False


def _check_complete(
    table: _Table,
    cells: Cells,
    conditions: Sequence[Expr],
    place: RulePlace,
    collector: Collector,
) -> None:
    perhaps = False
    for row, known in zip(table.rows, cells.scopes, strict=True):
        record = _record_in(known, fields_of(conditions, place.scope)) if cells.is_exact else {}
        is_gap = cells.is_exact and all(truths == {False} for truths in row)
        if is_gap and may_come(record, place.scope):
            witness = (
                witness_of(record, place.scope, TERMS["no condition holds"]) if record else None
            )
            collector.add(WORDS, "E0405", place.indicator.span, witness=witness, part=place.name)
            return
        perhaps |= all(False in truths for truths in row)
    if perhaps and not _covers_one_by_one(conditions, place.scope):
        _search_gap(conditions, place, collector)


def _search_gap(conditions: Sequence[Expr], place: RulePlace, collector: Collector) -> None:
    """Look for a record for which no condition holds; else it is not proved."""

    def fails(record: FoundRecord) -> bool:
        known = place.scope.at(record)
        return all(truths_of(condition, known) == {False} for condition in conditions)

    record = find_where(fails, conditions, place.scope)
    if record is not None:
        witness = witness_of(record, place.scope, TERMS["no condition holds"])
        collector.add(WORDS, "E0405", place.indicator.span, witness=witness, part=place.name)
        return
    key = "W0403.work" if place.scope.work.gave_up else "W0403"
    collector.add(WORDS, key, place.indicator.span, part=place.name)


def _record_in(known: Scope, names: Sequence[str]) -> FoundRecord:
    """Give one record of a cell."""
    return {name: _value_in(known, name) for name in names}


def _value_in(known: Scope, name: str) -> Value:
    field = FieldValue(name)
    reached = reach_of(field, known)
    if reached.values:
        return min(reached.values, key=str)
    if is_nothing(reached.numbers):
        return None
    value: Fraction = display_of(field, known).sample(reached.numbers, grid_of(field, known))
    return value
