"""The step of a slot: all its numbers are multiples of it, if there is one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from fractions import Fraction

from scorelang.kernel import nodes as k
from scorelang.kernel.kinds import given_by
from scorelang.kernel.slots import Kernel
from scorelang.model.fields import FieldType
from scorelang.numeric.rounding import Rounding

Step = Fraction | None
"""Zero: the value is always zero. ``None``: all numbers."""

MOST_BITS = 1024
"""A step finer or coarser than that says no more than all numbers do."""


def step_of(node: k.Node, steps: Sequence[Step], kernel: Kernel) -> Step:
    """Give the step of a node, from those of its operands; of what is no number, none."""
    match node:
        case k.Constant(Fraction() as value):
            return abs(value)
        case k.Constant(None):
            return Fraction(0)
        case k.Input(name):
            field = kernel.fields[name]
            if field.type is FieldType.DATE:
                return Fraction(1)
            blank = field.blank_means
            on_grid = not isinstance(blank, Fraction) or field.grid.contains(blank)
            return field.grid.step if on_grid else None
        case k.AsOf() | k.DateStep() | k.DateDistance() | k.DayNumber():
            return Fraction(1)  # days and what is completed are counted
        case k.Linear(terms, constant):
            return common((*(scaled(steps[ref], c) for c, ref in terms), abs(constant)))
        case k.Product(left, right):
            return scaled(steps[left], steps[right])
        case k.Power(base, exponent):
            return power_step(steps[base], exponent)
        case k.Extreme(_, operands):
            return common(steps[ref] for ref in operands)
        case k.Absolute(operand):
            return steps[operand]
        case k.Round(operand, rounding):
            return after_rounding(steps[operand], rounding)
        case k.Select() | k.Piecewise() | k.Lookup() | k.Coalesce():
            return common(steps[ref] for ref in given_by(node))
        case _:
            return None


def common(steps: Iterable[Step]) -> Step:
    """Give the largest step whose multiples hold the multiples of all."""
    found = Fraction(0)
    for step in steps:
        if step is None:
            return None
        found = Fraction(
            math.gcd(found.numerator * step.denominator, step.numerator * found.denominator),
            found.denominator * step.denominator,
        )
        if _bits(found) > MOST_BITS:
            return None
    return found


def scaled(step: Step, factor: Step) -> Step:
    """Give the step of a number times another one."""
    if step is None or factor is None:
        return None
    found = step * abs(factor)
    return found if _bits(found) <= MOST_BITS else None


def power_step(step: Step, exponent: int) -> Step:
    """Give the step of a power."""
    if step is None or exponent < 0 or _bits(step) * exponent > MOST_BITS:
        return None
    return step**exponent


def after_rounding(step: Step, rounding: Rounding) -> Step:
    """Give the step after a rounding; one that fits it already stays."""
    if step is not None and (step / rounding.step).denominator == 1:
        return step
    return rounding.step


def _bits(step: Fraction) -> int:
    return max(step.numerator.bit_length(), step.denominator.bit_length())
