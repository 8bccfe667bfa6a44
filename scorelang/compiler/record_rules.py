"""Record rules as facts: no finding about a record that is turned away before it is scored.

In: the rules of a record. Out: what follows from them for every record, and whether a record
can meet them. A rule that reads a missing value turns nothing away, so a fact never says
that a value is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

import attrs

from scorelang.bounds.reach import Reach
from scorelang.compiler.grids import constant_of
from scorelang.compiler.ranges import bounds, truths_of
from scorelang.compiler.scope import Scope
from scorelang.model.expressions import Arithmetic, Both, Calculation, Compare, Comparison, Expr
from scorelang.model.rubric import RecordRule
from scorelang.model.types import Value
from scorelang.numeric.interval import Interval

_AT_MOST = {Comparison.AT_MOST: False, Comparison.BELOW: True}
_AT_LEAST = {Comparison.AT_LEAST: False, Comparison.ABOVE: True}


def with_rules(scope: Scope, rules: Iterable[RecordRule]) -> Scope:
    """Give a scope in which every record meets the rules."""
    conditions = tuple(rule.condition for rule in rules)
    known: dict[Expr, Reach] = {}
    for condition in conditions:
        known.update(_facts(condition, scope))
    found = scope.given(known) if known else scope
    return attrs.evolve(found, rules=conditions, wide=None)


def may_come(record: Mapping[str, Value], scope: Scope) -> bool:
    """Whether a record with these values can meet the rules."""
    if not scope.rules:
        return True
    known = scope.at(record)
    return all(truths_of(rule, known) != {False} for rule in scope.rules)


def _facts(condition: Expr, scope: Scope) -> Iterator[tuple[Expr, Reach]]:
    match condition:
        case Both(operands):
            for operand in operands:
                yield from _facts(operand, scope)
        case Compare(op, left, right) if op in _AT_MOST:
            yield from _below(left, right, _AT_MOST[op], scope)
        case Compare(op, left, right) if op in _AT_LEAST:
            yield from _below(right, left, _AT_LEAST[op], scope)
        case _:
            return


def _below(small: Expr, large: Expr, is_open: bool, scope: Scope) -> Iterator[tuple[Expr, Reach]]:
    """Say what follows where one value is at most another."""
    most, least = constant_of(large), constant_of(small)
    if most is not None:
        yield small, _within(Interval(None, most, high_open=is_open))
    elif least is not None:
        yield large, _within(Interval(least, None, low_open=is_open))
    else:
        reached = bounds(large, scope)
        if reached.low is not None and reached.low >= 0:  # a part of a whole is at most all of it
            share = Calculation(Arithmetic.DIVIDE, small, large)
            yield share, _within(Interval(None, Fraction(1), high_open=is_open))
        rest = Calculation(Arithmetic.SUBTRACT, large, small)
        yield rest, _within(Interval(Fraction(0), None, low_open=is_open))


def _within(interval: Interval) -> Reach:
    return Reach(interval, frozenset(), missing=True)
