"""Expressions to slots.

In: an expression of the checked tree and the frame of its rubric. Out: a slot. ``judging``:
inside a condition, points are those that a policy for missing values gave. Nothing here depends
on a record: what the interpreter decides by looking is written out as a choice.
"""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from scorelang.kernel import nodes as k
from scorelang.kernel.applicable import applicable_full
from scorelang.kernel.builder import ONE, ZERO
from scorelang.kernel.counting import count_of, matched, rank_of
from scorelang.kernel.frame import Frame
from scorelang.kernel.lower_used import used_value
from scorelang.kernel.nodes import Ref
from scorelang.kernel.slots import Kind
from scorelang.model import expressions as m
from scorelang.model.rubric import Population
from scorelang.model.times import DateShift, DayNumber, Elapsed, Growth

_Condition = (
    m.Compare
    | m.OneOf
    | m.Inside
    | m.IsMissing
    | m.Both
    | m.Either
    | m.Not
    | m.AtLeast
    | m.HasFullMarks
    | m.EveryLevel
    | m.DoesApply
)


def lower(expr: m.Expr, frame: Frame, *, judging: bool = False, open_as_met: int = 0) -> Ref:
    """Give the slot of an expression; ``open_as_met`` open criteria of a count are met."""
    return _Lowering(frame, judging, open_as_met).value(expr)


class _Lowering:
    """One expression on its way; ``judging`` changes on the way down."""

    def __init__(self, frame: Frame, judging: bool, open_as_met: int) -> None:
        self.frame, self.b = frame, frame.builder
        self.judging, self.open_as_met = judging, open_as_met

    def value(self, expr: m.Expr) -> Ref:
        frame, b = self.frame, self.b
        match expr:
            case m.Const(value):
                return b.constant(value)
            case m.FieldValue(name):
                return frame.fields[name]
            case m.SpecialOf(m.FieldValue(name)):
                return frame.specials[name]
            case m.LetValue(name):
                return frame.lets[name]
            case m.ScorePoints(name):
                return frame.points_of(name, judging=self.judging)
            case m.ScoreShare(name, full):
                points = frame.points_of(name, judging=self.judging)
                return b.divided(points, b.constant(full))
            case m.ApplicableFull(name):
                return applicable_full(name, frame)
            case m.ScoreLevel(name):
                return frame.level_of(name)
            case m.TotalValue():
                return _made(frame.total, "the total")
            case m.GradeValue():
                return _made(frame.grade, "the grade")
            case m.ClassValue(name):
                return frame.class_of(name)
            case m.ResultValue(name):
                return frame.results[name]
            case m.UsedValue():
                return used_value(expr, frame, judging=self.judging)
            case m.AsOf():
                return b.add(k.AsOf())
            case m.PopulationValue(name):
                return population_slot(population_named(name, frame), frame)
            case m.Calculation() | m.Negation() | m.Power() | m.Absolute() | m.Function():
                return self.arithmetic(expr)
            case m.Extreme() | m.Rounded() | m.Interpolation() | m.HoldCount():
                return self.number(expr)
            case m.FirstKnown() | m.Choice() | m.Switch() | m.TableValue():
                return self.choice(expr)
            case DateShift() | Elapsed() | DayNumber() | Growth():
                return self.time(expr)
            case m.Compare() | m.OneOf() | m.Inside() | m.IsMissing() | m.EveryLevel():
                return self.condition(expr)
            case m.Both() | m.Either() | m.Not() | m.AtLeast() | m.HasFullMarks() | m.DoesApply():
                return self.condition(expr)
            case _:
                assert_never(expr)

    def arithmetic(
        self, expr: m.Calculation | m.Negation | m.Power | m.Absolute | m.Function
    ) -> Ref:
        match expr:
            case m.Calculation(op, left, right):
                return self.calculated(op, self.value(left), self.value(right))
            case m.Negation(operand):
                return self.b.linear(((-ONE, self.value(operand)),))
            case m.Power(base, exponent):
                return self.b.add(k.Power(self.value(base), exponent))
            case m.Absolute(operand):
                return self.b.add(k.Absolute(self.value(operand)))
            case m.Function(function, operand, degree):
                return self.b.add(k.Function(function, self.value(operand), degree))
            case _:
                assert_never(expr)

    def calculated(self, op: m.Arithmetic, left: Ref, right: Ref) -> Ref:
        match op:
            case m.Arithmetic.ADD:
                return self.b.sum((left, right))
            case m.Arithmetic.SUBTRACT:
                return self.b.difference(left, right)
            case m.Arithmetic.MULTIPLY:
                return self.b.times(left, right)
            case m.Arithmetic.DIVIDE:
                return self.b.divided(left, right)
            case _:
                assert_never(op)

    def number(self, expr: m.Extreme | m.Rounded | m.Interpolation | m.HoldCount) -> Ref:
        match expr:
            case m.Extreme(pick, operands):
                return self.b.add(k.Extreme(pick, tuple(map(self.value, operands))))
            case m.Rounded(operand, rounding):
                return self.b.add(k.Round(self.value(operand), rounding))
            case m.Interpolation(operand, x0, x1, y0, y1):
                low, high = self.value(y0), self.value(y1)
                way = self.b.linear(((1 / (x1 - x0), self.value(operand)),), -x0 / (x1 - x0))
                return self.b.sum((low, self.b.times(way, self.b.difference(high, low))))
            case m.HoldCount(conditions):
                return self.count([self.value(condition) for condition in conditions])
            case _:
                assert_never(expr)

    def count(self, conditions: list[Ref]) -> Ref:
        """Count what holds; of the open ones as many as are taken for met."""
        met = count_of(conditions, self.b)
        if not self.open_as_met:
            return met
        still_open = count_of([self.b.is_missing(each) for each in conditions], self.b)
        most = self.b.constant(Fraction(self.open_as_met))
        return self.b.sum((met, self.b.lowest((still_open, most))))

    def choice(self, expr: m.FirstKnown | m.Choice | m.Switch | m.TableValue) -> Ref:
        b = self.b
        match expr:
            case m.FirstKnown(operands):
                return b.coalesce(self.unjudged(operand) for operand in operands)
            case m.Choice(condition, then, otherwise):
                holds = self.value(condition)
                arms = ((b.is_missing(holds), b.missing), (holds, self.value(then)))
                return b.select(arms, self.value(otherwise))
            case m.Switch(subject, cases, otherwise, missing):
                absent = b.missing if missing is None else self.value(missing)
                rest = b.missing if otherwise is None else self.value(otherwise)
                given = [(value, self.value(each)) for value, each in cases]
                return matched(self.value(subject), given, rest, absent, b)
            case m.TableValue(name):
                table = next(each for each in self.frame.rubric.tables if each.name == name)
                lines = tuple((line.cells, b.constant(line.value)) for line in table.lines)
                keys = tuple(map(self.value, table.keys))
                return b.add(k.Lookup(keys, lines, b.missing, b.missing))
            case _:
                assert_never(expr)

    def time(self, expr: DateShift | Elapsed | DayNumber | Growth) -> Ref:
        b = self.b
        match expr:
            case DateShift(day, unit, amount):
                return b.add(k.DateStep(self.value(day), unit, self.value(amount)))
            case Elapsed(unit, first, last):
                return b.add(k.DateDistance(unit, self.value(first), self.value(last)))
            case DayNumber(operand):
                return b.add(k.DayNumber(self.value(operand)))
            case Growth(now, before):
                base = self.value(before)
                rate = b.linear(((ONE, b.divided(self.value(now), base)),), -ONE)
                says = b.compare(m.Comparison.ABOVE, base, b.constant(ZERO))
                return b.select(((says, rate),), b.missing)
            case _:
                assert_never(expr)

    def condition(self, expr: _Condition) -> Ref:
        b = self.b
        match expr:
            case m.Compare():
                return self.comparison(expr)
            case m.OneOf(operand, values):
                ref = self.judged(operand)
                found = b.add(k.InSet(ref, values))
                return self.without_level(found, ((operand, ref),), differs=False)
            case m.Inside(operand, interval):
                return b.add(k.InInterval(self.judged(operand), interval))
            case m.IsMissing(operand):
                return b.is_missing(self.unjudged(operand))
            case m.Both(operands):
                return b.all(map(self.value, operands))
            case m.Either(operands):
                return b.any(map(self.value, operands))
            case m.Not(operand):
                return b.negated(self.value(operand))
            case m.AtLeast(minimum, operands):
                return b.at_least(minimum, tuple(map(self.value, operands)))
            case m.HasFullMarks(name, full):
                points = self.frame.points_of(name, judging=True)
                return b.compare(m.Comparison.AT_LEAST, points, b.constant(full))
            case m.DoesApply(name):
                self.frame.points_of(name, judging=False)
                return b.negated(self.frame.rated[name].is_na)
            case m.EveryLevel(names, level):
                each = (self.frame.level_of(name) for name in names)
                return b.all(b.surely(b.add(k.InSet(ref, frozenset({level})))) for ref in each)
            case _:
                assert_never(expr)

    def comparison(self, expr: m.Compare) -> Ref:
        left, right = self.judged(expr.left), self.judged(expr.right)
        first, second = left, right
        is_ordering = expr.op not in {m.Comparison.EQUAL, m.Comparison.NOT_EQUAL}
        if expr.ranks and is_ordering:
            first, second = (rank_of(ref, expr.ranks, self.b) for ref in (left, right))
        found = self.b.compare(expr.op, first, second)
        differs = expr.op is m.Comparison.NOT_EQUAL
        operands = ((expr.left, left), (expr.right, right))
        return self.without_level(found, operands, differs=differs)

    def without_level(
        self, found: Ref, operands: tuple[tuple[m.Expr, Ref], ...], *, differs: bool
    ) -> Ref:
        """A level that a part does not have is not this one, where it is sure to be absent."""
        b = self.b
        known = [self.level_is_known(expr) for expr, _ in operands]
        if all(b.is_surely(each, value=False) for each in known):
            return found
        absent = [b.is_missing(ref) for _, ref in operands]
        settled = [b.any((b.negated(gone), sure)) for gone, sure in zip(absent, known, strict=True)]
        decided = b.all((b.any(absent), *settled))
        return b.select(((decided, b.constant(differs)),), found)

    def level_is_known(self, expr: m.Expr) -> Ref:
        """Whether an absent value is the level of a part that surely took none."""
        match expr:
            case m.ScoreLevel():
                return self.b.yes
            case m.UsedValue(alias, m.UsedWord.LEVEL):
                return self.frame.used_of(alias).is_scored
            case _:
                return self.b.no

    def judged(self, expr: m.Expr) -> Ref:
        """Give a value that a condition asks about."""
        return _Lowering(self.frame, True, self.open_as_met).value(expr)  # noqa: FBT003

    def unjudged(self, expr: m.Expr) -> Ref:
        """Give a value itself, whatever stands in for it in conditions."""
        return _Lowering(self.frame, False, self.open_as_met).value(expr)  # noqa: FBT003


def population_named(name: str, frame: Frame) -> Population:
    """Give a population value by its name."""
    return next(each for each in frame.rubric.populations if each.name == name)


def population_slot(population: Population, frame: Frame) -> Ref:
    """Give the value over all records; a used rubric has none of its own."""
    if frame.prefix:
        return frame.builder.missing
    by, keys = population_keys(population, frame)
    return frame.builder.population(k.Population(population.name, by, keys), Kind.NUMBER)


def population_keys(population: Population, frame: Frame) -> tuple[Ref | None, tuple[Ref, ...]]:
    """Give the category and the keys of this record; an ordered category by its place."""
    by = None if population.by is None else lower(population.by, frame)
    keys = [lower(key, frame) for key in population.keys]
    orders = population.orders if any(population.orders) else ((),) * len(keys)
    ranked = (
        rank_of(key, order, frame.builder) if order else key
        for key, order in zip(keys, orders, strict=True)
    )
    return by, tuple(ranked)


def _made(ref: Ref | None, what: str) -> Ref:
    assert ref is not None, f"{what} is read before it is there"
    return ref
