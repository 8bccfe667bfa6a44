"""The record a used rubric sees, what it made of it, and where its faults lie in this one."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from scorelang.evaluator.expressions import evaluate
from scorelang.evaluator.index import Index
from scorelang.evaluator.scope import Scope
from scorelang.model.expressions import Expr, FieldValue, LetValue
from scorelang.model.fields import Fault, Record, Rejection
from scorelang.model.outcome import UsedOutcome
from scorelang.model.rubric import UsedRubric
from scorelang.model.walk import descend


def record_for(used: UsedRubric, record: Record, scope: Scope) -> Record:
    """Give the record that a used rubric scores."""
    values = {name: evaluate(expr, scope) for name, expr in used.fields}
    ratings = {
        name: record.ratings[expr.name]
        for name, expr in used.fields
        if isinstance(expr, FieldValue) and expr.name in record.ratings
    }
    specials = {
        name: record.specials[expr.name]
        for name, expr in used.fields
        if isinstance(expr, FieldValue) and expr.name in record.specials
    }
    assumed = (
        name
        for name, expr in used.fields
        if isinstance(expr, FieldValue) and expr.name in record.assumed
    )
    return Record(
        record.row,
        record.id,
        values,
        ratings=ratings,
        place=record.place,
        specials=specials,
        assumed=frozenset(assumed),
    )


def outcomes_used(scope: Scope) -> tuple[UsedOutcome, ...]:
    """Give the outcomes of all used rubrics."""
    found = (scope.outcome_of(alias) for alias in scope.index.used)
    return tuple(each for each in found if isinstance(each, UsedOutcome))


def faults_here(found: Rejection, used: UsedRubric, index: Index) -> Iterator[Fault]:
    """Give the faults a used rubric finds, at the fields of this record they come from."""
    given = dict(used.fields)
    for fault in found.faults:
        field = _field_behind(given.get(fault.field), index)
        message = f"{used.alias}: {fault.message}"
        yield attrs.evolve(fault, field=field or fault.field, message=message)


def _field_behind(expr: Expr | None, index: Index) -> str | None:
    """Give the first field that a mapped value is made of."""
    for node in () if expr is None else descend(expr):
        if isinstance(node, FieldValue):
            return node.name
        if isinstance(node, LetValue):
            return _field_behind(index.lets[node.name].value, index)
    return None
