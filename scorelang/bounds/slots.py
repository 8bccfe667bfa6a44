"""The bounds of every slot: its least and greatest number, its step, its names, whether missing.

In: a kernel. Out: ``Bound`` for each slot, exact and never too narrow. One pass, linear in the
slots: what holds of a slot holds wherever it is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

import attrs

from scorelang.bounds import arithmetic, times
from scorelang.bounds import reach as r
from scorelang.bounds.fields import reach_of_field
from scorelang.bounds.reach import Reach
from scorelang.bounds.steps import Step, step_of
from scorelang.kernel import nodes as k
from scorelang.kernel.nodes import Aspect
from scorelang.kernel.slots import Kernel, Kind, Slot
from scorelang.model.fields import Field
from scorelang.model.types import Value
from scorelang.numeric.interval import Grid, Interval
from scorelang.numeric.interval_arithmetic import (
    absolute,
    add,
    divide,
    is_nothing,
    multiply,
    only,
    rounded,
    tighten,
)
from scorelang.numeric.interval_set import gaps


@attrs.frozen
class Bound:
    """What a slot can be: ``reach`` in values, and the step all its numbers are multiples of.

    A day counts as its number. ``step`` is ``None`` where any number can come out, and 0 where
    only zero can.
    """

    reach: Reach
    step: Step = None

    @property
    def can_be_missing(self) -> bool:
        """Whether some valid record leaves it missing."""
        return self.reach.missing


def bounds_of(kernel: Kernel) -> tuple[Bound, ...]:
    """Give the bounds of all slots."""
    found, steps = list[Bound](), list[Step]()
    for slot in kernel.slots:
        step = step_of(slot.node, steps, kernel)
        steps.append(step)
        reach = _reach(slot, found, kernel)
        if slot.kind is Kind.NUMBER and step and not is_nothing(reach.numbers):
            reach = attrs.evolve(reach, numbers=tighten(reach.numbers, Grid(step)))
        found.append(Bound(reach, step))
    return tuple(found)


def _reach(slot: Slot, found: Sequence[Bound], kernel: Kernel) -> Reach:
    node = slot.node

    def of(ref: int) -> Reach:
        return found[ref].reach

    match node:
        case k.Input(name, aspect):
            return _of_input(kernel.fields[name], aspect)
        case k.Constant(value):
            return r.exactly(value)
        case k.AsOf():
            return attrs.evolve(r.ANY_DAY, missing=True)
        case k.Population():
            return attrs.evolve(r.ANY_NUMBER, missing=True)
        case k.Select() | k.Piecewise() | k.Lookup() | k.Coalesce():
            return _chosen(node, found)
        case k.DateStep(day, unit, amount):
            return times.shifted(unit, of(day), of(amount))
        case k.DateDistance(unit, first, last):
            return times.elapsed(unit, of(first), of(last))
        case k.DayNumber(operand):
            return of(operand)
        case (
            k.Linear()
            | k.Product()
            | k.Quotient()
            | k.Power()
            | k.Extreme()
            | k.Absolute()
            | k.Function()
            | k.Round()
        ):
            return _number(node, found)
        case _:
            return _truth(node, found)


def _of_input(field: Field, aspect: Aspect) -> Reach:
    if aspect is Aspect.SPECIAL:
        codes: list[Value] = ["", *(special.code for special in field.specials)]
        return Reach(values=frozenset(codes))
    return reach_of_field(field)


def _number(
    node: k.Linear
    | k.Product
    | k.Quotient
    | k.Power
    | k.Extreme
    | k.Absolute
    | k.Function
    | k.Round,
    found: Sequence[Bound],
) -> Reach:
    each = [found[ref].reach for ref in k.operands_of(node)]
    missing = any(reach.missing for reach in each)
    match node:
        case k.Linear(terms, constant):
            numbers = only(constant)
            for (coefficient, _), reach in zip(terms, each, strict=True):
                numbers = add(numbers, multiply(only(coefficient), reach.numbers))
            return Reach(numbers, missing=missing)
        case k.Product():
            numbers = multiply(each[0].numbers, each[1].numbers)
            nonzero = each[0].nonzero and each[1].nonzero
            return Reach(numbers, missing=missing, nonzero=nonzero)
        case k.Quotient():
            numbers = divide(each[0].numbers, each[1].numbers)
            return Reach(numbers, missing=missing or each[1].can_be_zero, nonzero=each[0].nonzero)
        case k.Power(_, exponent):
            return attrs.evolve(arithmetic.raised(each[0], exponent), missing=True)
        case k.Extreme(pick):
            return arithmetic.extreme(pick, each)
        case k.Absolute():
            return arithmetic.mapped(each[0], absolute)
        case k.Function(function, _, degree):
            return arithmetic.function(function, degree, each[0])
        case k.Round(_, rounding):
            return Reach(rounded(each[0].numbers, rounding), missing=missing)
        case _:
            assert_never(node)


def _chosen(node: k.Select | k.Piecewise | k.Lookup | k.Coalesce, found: Sequence[Bound]) -> Reach:
    match node:
        case k.Select(arms, otherwise):
            given = []
            for holds, ref in arms:
                truths = found[holds].reach.truths
                if True in truths:
                    given.append(found[ref].reach)
                if truths == {True}:
                    return r.join(given)
            return r.join((*given, found[otherwise].reach))
        case k.Piecewise():
            return _piecewise(node, found)
        case k.Coalesce(operands):
            given = []
            for ref in operands:
                reach = found[ref].reach
                if reach.has_value:
                    given.append(attrs.evolve(reach, missing=False))
                if not reach.missing:
                    return r.join(given)
            return r.join((*given, r.MISSING))
        case k.Lookup(keys, lines, otherwise, missing):
            each = [found[key].reach for key in keys]
            given = [found[ref].reach for cells, ref in lines if _can_hold(cells, each)]
            given += [found[otherwise].reach] if not _covers(node, each) else []
            given += [found[missing].reach] if any(key.missing for key in each) else []
            return r.join(given)
        case _:
            assert_never(node)


def _piecewise(node: k.Piecewise, found: Sequence[Bound]) -> Reach:
    subject, step = found[node.subject].reach, found[node.subject].step
    numbers, grid = subject.numbers, Grid(step or None)
    given = [
        found[ref].reach
        for interval, ref in node.pieces
        if not numbers.intersect(interval).is_empty(grid)
    ]
    pieces = [interval for interval, _ in node.pieces]
    if not is_nothing(numbers) and gaps(numbers, pieces, grid):
        given.append(found[node.otherwise].reach)
    return r.join((*given, *((found[node.missing].reach,) if subject.missing else ())))


def _can_hold(cells: Sequence[Interval | frozenset[Value]], keys: Sequence[Reach]) -> bool:
    return all(_can_be_in(cell, key) for cell, key in zip(cells, keys, strict=True))


def _can_be_in(cell: Interval | frozenset[Value], key: Reach) -> bool:
    if isinstance(cell, Interval):
        return not is_nothing(key.numbers.intersect(cell))
    return True in r.one_of(key, cell).truths


def _covers(node: k.Lookup, keys: Sequence[Reach]) -> bool:
    """Whether the lines of one key take every name it can have."""
    if len(keys) != 1:
        return False
    (key,) = keys
    named = frozenset(
        value
        for cells, _ in node.lines
        for cell in cells
        if isinstance(cell, frozenset)
        for value in cell
    )
    return is_nothing(key.numbers) and key.values is not None and key.values <= named


def _truth(node: k.Node, found: Sequence[Bound]) -> Reach:
    each = [found[ref].reach for ref in k.operands_of(node)]
    match node:
        case k.Compare(op):
            return r.compare(op, each[0], each[1], ())
        case k.InSet(_, values):
            return r.one_of(each[0], values)
        case k.InInterval(_, interval):
            return r.inside(each[0], interval)
        case k.IsMissing():
            return r.is_missing(each[0])
        case k.And():
            return r.both(each)
        case k.Or():
            return r.either(each)
        case k.Not():
            return r.opposite(each[0])
        case k.AtLeast(minimum):
            return r.at_least(minimum, each)
        case _:
            msg = f"a node without bounds: {node}"
            raise AssertionError(msg)
