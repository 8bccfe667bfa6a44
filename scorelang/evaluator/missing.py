"""Why something is missing: the fields and zero divisors behind it.

Works only when something is missing, by walking the expression once more: each node that
is missing is followed down to what it is missing for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import assert_never

import attrs

from scorelang.evaluator.errors import SAID
from scorelang.evaluator.expressions import chosen_case, evaluate, line_of, number, truth
from scorelang.evaluator.rejections import show_value
from scorelang.evaluator.rules import band_of, branch_at, level_branch, segment_of
from scorelang.evaluator.scope import Scope
from scorelang.evaluator.used import why_missing
from scorelang.model.expressions import (
    Arithmetic,
    AsOf,
    Calculation,
    Choice,
    ClassValue,
    Compare,
    Const,
    Expr,
    FieldValue,
    FirstKnown,
    Function,
    GradeValue,
    HasFullMarks,
    HoldCount,
    Inside,
    LetValue,
    OneOf,
    PopulationValue,
    Power,
    ResultValue,
    ScoreLevel,
    ScorePoints,
    ScoreShare,
    Switch,
    TableValue,
    TotalValue,
    UsedValue,
)
from scorelang.model.outcome import PartStatus
from scorelang.model.rubric import PLACES, Applies, Indicator, Manner, Population, PopulationKind
from scorelang.model.rules import (
    AllThatHold,
    Bands,
    Branch,
    BySegment,
    FirstThatHolds,
    Formula,
    Item,
    Levels,
    Lookup,
    Rule,
    Within,
)
from scorelang.model.times import DateShift, Growth
from scorelang.model.walk import children, descend

NODES = Expr.__args__  # the classes of the union


@attrs.frozen
class Cause:
    """One cause in words, with the field it lies in, if it is one."""

    text: str
    field: str | None = None


def say(causes: Iterable[Cause]) -> str:
    """Put causes into one line, each once."""
    return SAID["; "].join(dict.fromkeys(cause.text for cause in causes))


def fields_in(causes: Iterable[Cause]) -> tuple[str, ...]:
    """Give the fields in which the causes lie, each once."""
    return tuple(dict.fromkeys(cause.field for cause in causes if cause.field is not None))


def causes_of(expr: Expr, scope: Scope) -> list[Cause]:
    """Say why an expression is missing; nothing if it is not."""
    return [] if evaluate(expr, scope) is not None else _causes(expr, scope)


def _causes(expr: Expr, scope: Scope) -> list[Cause]:
    """Say why an expression is missing that is."""
    match expr:
        case FieldValue(name):
            return [Cause(_of_field(name, scope), name)]
        case LetValue(name):
            return _once(
                ("let", name), lambda: causes_of(scope.index.lets[name].value, scope), scope
            )
        case ResultValue(name):
            found = next(result for result in scope.index.rubric.results if result.name == name)
            return causes_of(found.value, scope)
        case ScorePoints(name) | ScoreShare(name) | HasFullMarks(name):
            return _once(("points", name), lambda: _of_points(name, scope), scope)
        case ScoreLevel(name):
            return _of_level(name, scope)
        case GradeValue():
            return [Cause(SAID["no grade"])]
        case ClassValue(name):
            return [Cause(SAID["missing"].format(name=name))]
        case TotalValue():
            return [Cause(SAID["no total"])]
        case AsOf():
            return [Cause(SAID["no day"])]
        case UsedValue():
            return [Cause(why_missing(expr, scope))]
        case Const():
            return [Cause(SAID["said"])]
        case PopulationValue(name):
            return _of_population(scope.index.populations[name], scope)
        case Choice(condition, then, otherwise):
            holds = truth(condition, scope)
            return causes_of(condition if holds is None else then if holds else otherwise, scope)
        case Switch():
            return _of_switch(expr, scope)
        case TableValue(name):
            return _of_table(name, scope)
        case Compare() | OneOf() | Inside():
            with scope.judging(is_judging=True):
                return _of_operation(expr, scope)
        case FirstKnown():
            with scope.judging(is_judging=False):
                return _of_operation(expr, scope)
        case _:
            return _of_operation(expr, scope)


def _once(key: tuple[str, str], find: Callable[[], list[Cause]], scope: Scope) -> list[Cause]:
    """Ask once a record why a name is missing, however often it is read."""
    if key not in scope.causes:
        scope.causes[key] = tuple(dict.fromkeys(find()))
    return list(scope.causes[key])


def _of_field(name: str, scope: Scope) -> str:
    special, said = scope.specials.get(name), _said(name, scope)
    if special is not None:
        return SAID["special"].format(name=said, special=special.words)
    why = scope.unrated.get(name)
    return SAID["missing"].format(name=said) if why is None else f"`{said}`: {why}"


def _said(name: str, scope: Scope) -> str:
    """Give the name of a field as a file has it: ``last profit``, ``上期 毛利``."""
    field = scope.index.fields.get(name)
    if field is None or field.last_of is None:
        return name
    return SAID["last of"].format(name=field.last_of)


def _of_operation(expr: Expr, scope: Scope) -> list[Cause]:
    """Follow what is missing among the operands; if nothing is, the operation has no value."""
    below = _below(expr, scope)
    if below:
        return below
    match expr:
        case Calculation(Arithmetic.DIVIDE, _, FieldValue(name)):
            return [Cause(SAID["zero"].format(name=_said(name, scope)), name)]
        case Calculation(Arithmetic.DIVIDE, _, LetValue(name)):
            return [Cause(SAID["zero"].format(name=name))]
        case Calculation():
            return [Cause(SAID["zero divisor"])]
        case Function(function, operand):
            value = show_value(number(operand, scope))
            return [Cause(SAID["function"].format(name=SAID[function.value], value=value))]
        case DateShift():
            return [Cause(_of_shift(expr, scope))]
        case Growth(_, before):
            value = show_value(number(before, scope))
            name = SAID["last"]
            if isinstance(before, FieldValue):
                name = f"`{_said(before.name, scope)}`"
            return [Cause(SAID["no growth"].format(name=name, value=value))]
        case Power(base):
            is_zero = not number(base, scope)
            return [Cause(SAID["too large"] if not is_zero else SAID["power"].format(value=0))]
        case _:
            return []


def _of_shift(expr: DateShift, scope: Scope) -> str:
    amount, unit = number(expr.amount, scope), expr.unit.value
    shown = show_value(amount)
    if amount is not None and amount.denominator != 1:
        return SAID["part of a time"].format(amount=shown, unit=SAID[unit])
    start = show_value(evaluate(expr.day, scope))
    return SAID["no such day"].format(day=start, amount=f"{shown} {SAID[unit]}")


def _below(expr: Expr, scope: Scope) -> list[Cause]:
    return _of_all((child for child in children(expr) if isinstance(child, NODES)), scope)


def _of_all(exprs: Iterable[Expr], scope: Scope) -> list[Cause]:
    return list(dict.fromkeys(cause for expr in exprs for cause in causes_of(expr, scope)))


def _of_switch(switch: Switch, scope: Scope) -> list[Cause]:
    subject = evaluate(switch.subject, scope)
    chosen = chosen_case(switch, subject)
    if chosen is not None:
        return causes_of(chosen, scope)
    if subject is None:
        return _causes(switch.subject, scope)
    return [Cause(SAID["no case"].format(value=show_value(subject)))]


def _of_table(name: str, scope: Scope) -> list[Cause]:
    below = _of_all(scope.index.tables[name].keys, scope)
    return below or [Cause(SAID["no line"].format(name=name))]


def _of_population(population: Population, scope: Scope) -> list[Cause]:
    """Say why a figure over all records is missing; only a place needs the record's own value."""
    own = population.keys if population.kind in PLACES else ()
    exprs = own if population.by is None else (population.by, *own)
    why = "no records"
    if population.kind is PopulationKind.CUMULATIVE_SHARE:
        why = "sum is zero"
    elif population.manner is Manner.EXCLUSIVE:
        why = "too few records"
    return _of_all(exprs, scope) or [Cause(SAID[why].format(name=population.said))]


def _of_points(name: str, scope: Scope) -> list[Cause]:
    if name in scope.index.scores:
        return causes_of(scope.index.scores[name].value, scope)
    part, draft = scope.index.parts[name], scope.drafts.get(name)
    if draft is not None and draft.status is PartStatus.NOT_APPLYING:
        return [Cause(SAID["not applying"].format(name=name))]
    below = causes_of_indicator(part, scope) if isinstance(part, Indicator) else []
    return below or [Cause(SAID["not rated"].format(name=name))]


def _of_level(name: str, scope: Scope) -> list[Cause]:
    if scope.points_of(name) is None:
        return _of_points(name, scope)
    return [Cause(SAID["no level"].format(name=name))]


def causes_of_indicator(indicator: Indicator, scope: Scope) -> list[Cause]:
    """Say why an indicator is not, or not fully, rated."""
    open_conditions = list(_undecided_above(indicator, scope))
    if open_conditions:
        return _of_all((applies.condition for applies in open_conditions), scope)
    return _of_rule(indicator.rule, scope) or _gaps(indicator.rule, scope)


def _undecided_above(indicator: Indicator, scope: Scope) -> Iterator[Applies]:
    above = scope.index.parts.get(indicator.name)
    while above is not None:
        if above.applies is not None and truth(above.applies.condition, scope) is None:
            yield above.applies
        above = scope.index.parents.get(above.name)


def _of_rule(rule: Rule, scope: Scope) -> list[Cause]:
    """Say why a rule gives no points."""
    match rule:
        case Bands(subject):
            below = causes_of(subject, scope)
            return below or _of_branch(band_of(rule, number(subject, scope)), scope)
        case Levels(subject):
            below = causes_of(subject, scope)
            return below or _of_branch(level_branch(rule, evaluate(subject, scope)), scope)
        case FirstThatHolds():
            return _of_first(rule, scope)
        case AllThatHold(_, low, high):
            return _of_all((limit for limit in (low, high) if limit is not None), scope)
        case Formula(value):
            return causes_of(value, scope)
        case Within(value, level):
            return _of_all((value, level), scope)
        case BySegment(segment):
            chosen = segment_of(rule, evaluate(segment, scope))
            below = causes_of(segment, scope)
            return below or ([] if chosen is None else _of_rule(chosen, scope))
        case Lookup(table, branches):
            below = _of_all(scope.index.tables[table].keys, scope)
            line = line_of(scope.index.tables[table], scope)
            return below or _of_branch(branch_at(line.value, branches) if line else None, scope)
        case _:
            assert_never(rule)


def why_no_line(rule: Rule, name: str, scope: Scope) -> str:
    """Say why a rule gives nothing although all it reads is known: no line takes the record."""
    match rule:
        case Bands(subject):
            value = show_value(number(subject, scope))
        case Levels(subject):
            value = show_value(evaluate(subject, scope))
        case BySegment(segment):
            chosen = segment_of(rule, evaluate(segment, scope))
            if chosen is not None:
                return why_no_line(chosen, name, scope)
            value = show_value(evaluate(segment, scope))
        case FirstThatHolds() | Lookup() | Within():
            return SAID["no line holds"].format(name=name)
        case AllThatHold() | Formula():
            return SAID["not rated"].format(name=name)
        case _:
            assert_never(rule)
    return SAID["no line takes"].format(name=name, value=value)


def _of_first(rule: FirstThatHolds, scope: Scope) -> list[Cause]:
    for condition, branch in rule.cases:
        holds = truth(condition, scope)
        if holds is None:
            return _causes(condition, scope)
        if holds:
            return _of_branch(branch, scope)
    return _of_branch(rule.otherwise, scope)


def _of_branch(branch: Branch | None, scope: Scope) -> list[Cause]:
    return [] if branch is None or branch.points is None else causes_of(branch.points, scope)


def _gaps(node: object, scope: Scope) -> list[Cause]:
    """Say what is missing in the counts and additive lists of an indicator that has points."""
    found: list[Cause] = []
    for below in descend(node):
        match below:
            case HoldCount(conditions):
                found += _of_all(conditions, scope)
            case LetValue(name) if name in scope.gappy:
                value = scope.index.lets[name].value
                found += _once(("gaps", name), partial(_gaps, value, scope), scope)
            case AllThatHold(items):
                found += [cause for item in items for cause in _of_item(item, scope)]
    return found


def _of_item(item: Item, scope: Scope) -> list[Cause]:
    holds = True if item.condition is None else truth(item.condition, scope)
    if holds is None and item.condition is not None:
        return _causes(item.condition, scope)
    return _of_branch(item.branch, scope) if holds else []
