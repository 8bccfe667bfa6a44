"""All expressions of a rubric: the operands of one, and where each stands.

In: an expression, a rule or a rubric. Out: expressions in the order of the rubric.
``places`` also says what is known where an expression is needed: the right side of
``sales > 0 and profit / sales > 10%`` counts only where sales are above zero.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

from scorelang.compiler.narrowing import as_known, assume
from scorelang.compiler.ranges import reach_of, truths_of
from scorelang.compiler.scope import Scope
from scorelang.compiler.taken import branches_taken, segments_taken
from scorelang.model.expressions import (
    Absolute,
    AtLeast,
    Both,
    Calculation,
    Choice,
    Compare,
    Const,
    Either,
    Expr,
    Extreme,
    FirstKnown,
    Function,
    HoldCount,
    Inside,
    Interpolation,
    IsMissing,
    LetValue,
    Negation,
    Not,
    OneOf,
    Power,
    Rounded,
    SpecialOf,
    Switch,
    UsedValue,
)
from scorelang.model.rubric import CheckedRubric, Grading, Group, Part
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
from scorelang.model.times import DateShift, DayNumber, Elapsed, Growth

Place = tuple[Expr, Scope]
"""An expression with what is known where it is needed."""


def operands_of(expr: Expr) -> tuple[Expr, ...]:
    """Give the expressions an expression is directly made of."""
    match expr:
        case Calculation(_, left, right) | Compare(_, left, right):
            return (left, right)
        case DateShift(day, _, amount):
            return (day, amount)
        case Elapsed(_, first, last):
            return (first, last)
        case Growth(now, before):
            return (now, before)
        case (
            Negation(operand)
            | Power(operand)
            | Absolute(operand)
            | Function(_, operand)
            | Rounded(operand)
            | OneOf(operand)
            | Inside(operand)
            | IsMissing(operand)
            | SpecialOf(operand)
            | Not(operand)
            | DayNumber(operand)
        ):
            return (operand,)
        case Extreme(_, operands) | AtLeast(_, operands):
            return operands
        case FirstKnown(operands) | HoldCount(operands) | Both(operands) | Either(operands):
            return operands
        case Choice(condition, then, otherwise):
            return (condition, then, otherwise)
        case Switch(subject, cases, otherwise, missing):
            given = (subject, *(value for _, value in cases), otherwise, missing)
            return tuple(value for value in given if value is not None)
        case Interpolation(operand, _, _, y0, y1):
            return (operand, y0, y1)
        case _:
            return ()


def walk(expr: Expr) -> Iterator[Expr]:
    """Give an expression and all that it is made of."""
    yield expr
    for operand in operands_of(expr):
        yield from walk(operand)


def through_lets(expr: Expr, scope: Scope) -> Iterator[Expr]:
    """Give an expression with all that it is made of, each derived value opened up once.

    A used rubric is opened as far as its fields: by the values that are given to them.
    """
    opened: set[str] = set()
    used: set[str] = set()
    left = [expr]
    while left:
        for part in walk(left.pop()):
            yield part
            if isinstance(part, LetValue) and part.name not in opened:
                opened.add(part.name)
                left += [scope.lets[part.name]] if part.name in scope.lets else []
            if isinstance(part, UsedValue) and part.alias in scope.used and part.alias not in used:
                used.add(part.alias)
                left += scope.used[part.alias].inputs.values()


def places(expr: Expr, scope: Scope) -> Iterator[Place]:
    """Give an expression and its operands, each with what is known where it is needed.

    What ``first known of`` and ``is missing`` read is left out: there missing is expected.
    """
    yield expr, scope
    match expr:
        case Choice(condition, then, otherwise):
            yield from places(condition, scope)
            truths = truths_of(condition, scope)
            if True in truths:
                yield from places(then, assume(scope, condition, holds=True))
            if False in truths:
                yield from places(otherwise, assume(scope, condition, holds=False))
        case Switch():
            yield from _places_of_switch(expr, scope)
        case Both(operands) | Either(operands):
            for operand in operands:
                known = scope
                for other in operands:
                    if other is not operand:
                        known = assume(known, other, holds=isinstance(expr, Both))
                yield from places(operand, known)
        case FirstKnown(operands):
            yield from places(operands[-1], scope)
        case IsMissing() | SpecialOf():
            return
        case _:
            for operand in operands_of(expr):
                yield from places(operand, scope)


def _places_of_switch(expr: Switch, scope: Scope) -> Iterator[Place]:
    yield from places(expr.subject, scope)
    reached = reach_of(expr.subject, scope)
    for value, given in expr.cases:
        yield from places(given, scope.among(expr.subject, (value,)))
    if expr.otherwise is not None:
        named = {value for value, _ in expr.cases}
        rest = (reached.values or frozenset()) - named
        known = scope.among(expr.subject, rest) if rest else as_known(scope, expr.subject)
        yield from places(expr.otherwise, known)
    if expr.missing is not None:
        yield from places(expr.missing, scope.absent(expr.subject))


def places_of_rule(rule: Rule, scope: Scope) -> Iterator[Place]:
    """Give all expressions of a rule; those of a branch with what is known in it."""
    match rule:
        case Bands(subject) | Levels(subject):
            yield from places(subject, scope)
        case FirstThatHolds(cases):
            known = scope
            for condition, _ in cases:
                yield from places(condition, known)
                known = assume(known, condition, holds=False)
        case AllThatHold():
            yield from _places_of_list(rule, scope)
            return
        case Formula(value):
            yield from places(value, scope)
            return
        case Within(value, level):
            yield from places(value, scope)
            yield from places(level, scope)
            return
        case BySegment(segment):
            yield from places(segment, scope)
            for part, known in segments_taken(rule, scope):
                yield from places_of_rule(part, known)
            return
        case Lookup():
            pass
    for branch, known in branches_taken(rule, scope):
        if branch.points is not None:
            yield from places(branch.points, known)


def _places_of_list(rule: AllThatHold, scope: Scope) -> Iterator[Place]:
    for item in rule.items:
        known = scope
        if item.condition is not None:
            yield from places(item.condition, scope)
            known = assume(scope, item.condition, holds=True)
        if item.branch.points is not None:
            yield from places(item.branch.points, known)
    for limit in (rule.low, rule.high):
        if limit is not None:
            yield from places(limit, scope)


def places_of_part(part: Part, scope: Scope) -> Iterator[Place]:
    """Give the expressions that a part itself is made of, not those of its children."""
    known = scope
    if part.applies is not None:
        yield from places(part.applies.condition, scope)
        known = assume(scope, part.applies.condition, holds=True)
    if part.weight is not None:
        yield from places(part.weight, known)
    if not isinstance(part, Group):
        yield from places_of_rule(part.rule, known)
        if part.baseline is not None:
            yield from places(part.baseline, known)


def places_of_grading(grading: Grading, scope: Scope) -> Iterator[Place]:
    """Give the expressions of a grading."""
    for line in grading.lines:
        for condition in (line.condition, *line.needs):
            if condition is not None:
                yield from places(condition, scope)
    for expr in (grading.value, grading.by):
        if expr is not None:
            yield from places(expr, scope)


def places_of_rest(rubric: CheckedRubric, scope: Scope) -> Iterator[Place]:
    """Give the expressions outside the parts and the derived values."""
    for table in rubric.tables:
        for key in table.keys:
            yield from places(key, scope)
    for population in rubric.populations:
        for key in (*population.keys, *((population.by,) if population.by is not None else ())):
            yield from places(key, scope)
    for value in (
        *(value for used in rubric.used for _, value in used.fields),
        *(score.value for score in rubric.scores),
        *(result.value for result in rubric.results),
    ):
        yield from places(value, scope)
    for grading in (*((rubric.grading,) if rubric.grading else ()), *rubric.classes):
        yield from places_of_grading(grading, scope)
    for condition in conditions_of(rubric):
        yield from places(condition, scope)


def conditions_of(rubric: CheckedRubric) -> Iterator[Expr]:
    """Give the conditions of eligibility, overrides and record rules."""
    yield from (found.condition for found in rubric.eligibility)
    yield from (found.condition for found in rubric.overrides)
    yield from (found.condition for found in rubric.rules)


def own_numbers(expr: Expr) -> tuple[Fraction, ...]:
    """Give the numbers written in an expression itself, not in its operands."""
    match expr:
        case Const(Fraction() as value):
            return (value,)
        case Const(dt.date() as day):
            return (Fraction(day.toordinal()),)
        case Inside(_, interval):
            return tuple(x for x in (interval.low, interval.high) if x is not None)
        case _:
            return ()
