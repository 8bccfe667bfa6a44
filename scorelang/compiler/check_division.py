"""Checks divisors: where one can be 0 the result is missing, and the owner should know.

Raises W0302. Silent where the divisor is proved not to be 0, and where the rubric says what
happens: ``if``, ``first known of``, ``is missing``, a ``missing`` line.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scorelang.compiler.check_errors import WORDS
from scorelang.compiler.expression_walk import (
    Place,
    places,
    places_of_part,
    places_of_rest,
)
from scorelang.compiler.part_ranges import all_parts
from scorelang.compiler.ranges import reach_of
from scorelang.compiler.record_search import find_inside
from scorelang.compiler.rule_places import is_simple, witness_of
from scorelang.compiler.scope import Scope
from scorelang.compiler.terms import TERMS
from scorelang.diagnostics.collector import Collector
from scorelang.model.expressions import Arithmetic, Calculation, Expr, LetValue, Power
from scorelang.model.rubric import CheckedRubric, IfMissing, Indicator, Part
from scorelang.model.rules import Bands, BySegment, FirstThatHolds, Levels, Rule
from scorelang.numeric.exact import show
from scorelang.numeric.interval_arithmetic import only
from scorelang.source.span import Span

_ZERO = Fraction(0)


def check_division(rubric: CheckedRubric, scope: Scope, collector: Collector) -> None:
    """Check every divisor of the rubric once."""
    told: set[Expr] = set()
    users = tuple(all_parts(rubric.parts))
    read = [(part, _lets_read(part, scope)) for part in users] if rubric.lets else []
    for let in rubric.lets:
        readers = [part for part, names in read if let.name in names]
        if readers and all(_says_missing(part) for part in readers):
            continue
        then = _then(readers[0]) if len(readers) == 1 else ""
        _check(places(let.value, scope), then, let.span, told, collector)
    for part in users:
        if not _says_missing(part):
            _check(places_of_part(part, scope), _then(part), part.span, told, collector)
    _check(places_of_rest(rubric, scope), "", rubric.span, told, collector)


def _check(
    found: Iterator[Place],
    then: str,
    fallback: Span | None,
    told: set[Expr],
    collector: Collector,
) -> None:
    for expr, scope in found:
        divisor = _divisor_of(expr)
        if divisor is None or expr in told or not reach_of(divisor, scope).can_be_zero:
            continue
        told.add(expr)
        assert isinstance(expr, Calculation | Power), "only these divide"
        record = find_inside(divisor, only(_ZERO), scope)
        is_certain = record is not None or is_simple(divisor, scope)
        collector.add(
            WORDS,
            "W0302" if is_certain else "W0302.perhaps",
            expr.span or fallback,
            witness=witness_of(record, scope, TERMS["the result is missing"]) if record else None,
            then=then,
        )


def _divisor_of(expr: Expr) -> Expr | None:
    match expr:
        case Calculation(Arithmetic.DIVIDE, _, right):
            return right
        case Power(base, exponent) if exponent < 0:
            return base
        case _:
            return None


def _lets_read(part: Part, scope: Scope) -> frozenset[str]:
    found = (expr for expr, _ in places_of_part(part, scope))
    return frozenset(expr.name for expr in found if isinstance(expr, LetValue))


def _says_missing(part: Part) -> bool:
    """Whether an indicator has a line for a missing value."""
    return isinstance(part, Indicator) and _has_missing_line(part.rule)


def _has_missing_line(rule: Rule) -> bool:
    match rule:
        case Bands() | Levels() | FirstThatHolds():
            return rule.missing is not None
        case BySegment(_, rules):
            return all(_has_missing_line(part) for _, part in rules)
        case _:
            return False


def _then(part: Part) -> str:
    """Say what a missing result leads to."""
    if not isinstance(part, Indicator):
        return ""
    match part.missing.policy:
        case IfMissing.POINTS | IfMissing.WORST | IfMissing.LOWEST | IfMissing.HIGHEST:
            return TERMS["; `{part}` then gets {points} points"].format(
                part=part.name, points=show(part.missing.points)
            )
        case IfMissing.REJECT:
            return TERMS["; the record is then rejected"]
        case IfMissing.LEAVE_OUT:
            return TERMS["; `{part}` is then left out"].format(part=part.name)
