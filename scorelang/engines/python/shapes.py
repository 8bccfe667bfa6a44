"""How a slot is held in generated Python.

A number with a step is a whole number of parts: 12.5 at ``scale`` 10 is 125. Any other number is
a ratio, two whole numbers of which the second is above zero and which need not be in lowest
terms. Truths, names and days are themselves. Missing is ``None``, of a ratio in its first half.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from fractions import Fraction

import attrs

from scorelang.bounds.slots import Bound
from scorelang.kernel.slots import Kernel, Kind
from scorelang.model.types import Value


class Form(enum.Enum):
    """The three ways to hold a value."""

    WHOLE = "whole number of parts"
    RATIO = "two whole numbers"
    PLAIN = "itself"


@attrs.frozen
class Shape:
    """The form of a slot; ``scale`` is how many parts one is, of whole numbers."""

    form: Form
    scale: int = 1

    def value(self, held: object) -> Value:
        """Give the exact value of what is held; of a ratio both halves."""
        if self.form is Form.RATIO:
            assert isinstance(held, tuple), "a ratio"
            numerator, denominator = held
            return None if numerator is None else Fraction(numerator, denominator)
        if self.form is Form.WHOLE and held is not None:
            assert isinstance(held, int), "a whole number"
            return Fraction(held, self.scale)
        return held  # type: ignore[return-value]  # truths, names and days are values

    def held(self, value: Value) -> object:
        """Give how a value is held."""
        if self.form is Form.PLAIN:
            return value
        if value is None:
            return (None, 1) if self.form is Form.RATIO else None
        assert isinstance(value, Fraction), "a number"
        if self.form is Form.RATIO:
            return (value.numerator, value.denominator)
        parts = value * self.scale
        assert parts.denominator == 1, f"{value} is no multiple of the step"
        return parts.numerator


PLAIN, RATIO = Shape(Form.PLAIN), Shape(Form.RATIO)


def shapes_of(kernel: Kernel, bounds: Sequence[Bound]) -> tuple[Shape, ...]:
    """Give the shape of each slot."""
    return tuple(_shape(slot.kind, bound) for slot, bound in zip(kernel.slots, bounds, strict=True))


def _shape(kind: Kind, bound: Bound) -> Shape:
    if kind is not Kind.NUMBER:
        return PLAIN
    return RATIO if bound.step is None else Shape(Form.WHOLE, bound.step.denominator)
