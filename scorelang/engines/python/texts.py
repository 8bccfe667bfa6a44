"""Texts of slots where they are read, and of whole numbers in sums and products.

In: a kernel, its bounds. Out: ``Slots``, what every part of the writer asks: the text of a slot,
whether it can be missing, a name for a constant.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

import attrs

from scorelang.bounds.slots import Bound
from scorelang.engines.python.shapes import Form, Shape, shapes_of
from scorelang.kernel.nodes import Ref
from scorelang.kernel.slots import Kernel
from scorelang.model.types import Value


@attrs.frozen
class Text:
    """The text of a slot where it is read; of a ratio both halves."""

    text: str
    below: str = "1"
    depth: int = 0


@attrs.define
class Source:
    """The lines of a function, what they name, and where its inputs and results stand."""

    lines: list[str] = attrs.field(factory=list)
    names: dict[str, object] = attrs.field(factory=dict)
    inputs: list[Ref] = attrs.field(factory=list)
    shapes: Sequence[Shape] = ()


class Slots:
    """The slots of a kernel as they are written so far."""

    def __init__(self, kernel: Kernel, bounds: Sequence[Bound]) -> None:
        self.kernel, self.bounds = kernel, bounds
        self.shapes = shapes_of(kernel, bounds)
        self.found = Source(shapes=self.shapes)
        self.texts: dict[Ref, Text] = {}
        self.constants: dict[object, str] = {}

    def is_ratio(self, ref: Ref) -> bool:
        """Whether a slot is held as a ratio."""
        return self.shapes[ref].form is Form.RATIO

    def missing(self, ref: Ref) -> bool:
        """Whether a slot can be missing."""
        return self.bounds[ref].can_be_missing

    def constant(self, value: Value, shape: Shape) -> Text:
        """Write a constant in the shape of a slot."""
        if value is None or isinstance(value, bool):
            return Text(repr(value))
        if shape.form is Form.PLAIN:
            return Text(self.named(value))
        assert isinstance(value, Fraction), "a number"
        if shape.form is Form.RATIO:
            return Text(f"({value.numerator})", str(value.denominator))
        return Text(f"({(value * shape.scale).numerator})")

    def named(self, value: object) -> str:
        """Keep a value beside the text, and give the name under which it is read."""
        key = (type(value), value)
        if key not in self.constants:
            self.constants[key] = f"k{len(self.constants)}"
            self.found.names[self.constants[key]] = value
        return self.constants[key]

    def called(self, function: Callable[..., object]) -> str:
        """Give the name under which a function is called."""
        name = f"f_{function.__name__}"
        self.found.names[name] = function
        return name

    def unless_missing(self, refs: Iterable[Ref], text: str, without: str = "None") -> str:
        """Write a text that counts only where none of these is missing."""
        absent = [f"{self.texts[ref].text} is None" for ref in refs if self.missing(ref)]
        absent = [*dict.fromkeys(absent)]
        return f"{without} if {' or '.join(absent)} else {text}" if absent else text

    def parts(self, ref: Ref, scale: int) -> str:
        """Give a whole number of parts at another scale."""
        text, own = self.texts[ref].text, self.shapes[ref].scale
        if own == scale or text == "None":
            return text
        assert scale % own == 0, "scales are taken so that they hold each other"
        scaled = f"{text} * {scale // own}"
        return f"(None if {text} is None else {scaled})" if self.missing(ref) else f"({scaled})"

    def halves(self, ref: Ref) -> tuple[str, str]:
        """Give a number as a ratio."""
        text = self.texts[ref]
        if self.is_ratio(ref) or text.text == "None":
            return text.text, text.below
        return text.text, str(self.shapes[ref].scale)

    def pair(self, ref: Ref) -> str:
        """Write a number as both halves of a ratio."""
        return f"({', '.join(self.halves(ref))})"

    def value(self, ref: Ref) -> str:
        """Give the exact value, for what is computed outside."""
        if self.shapes[ref].form is Form.PLAIN:
            return self.texts[ref].text
        top, below = self.halves(ref)
        return f"{self.called(Fraction)}({top}, {below})"


def times(text: str, factor: int) -> str:
    """Write a text times a whole number."""
    if factor == 1:
        return text
    if text.lstrip("-").isdecimal():
        return str(int(text) * factor)
    return f"{text} * {factor}" if factor >= 0 else f"{text} * ({factor})"


def product(left: str, right: str) -> str:
    """Write the product of two texts, worked out where one is a number."""
    for one, other in ((left, right), (right, left)):
        if one.isdecimal():
            return times(other, int(one))
    return f"{left} * {right}"


def rescaled(text: str, own: int, scale: int) -> str:
    """Write a whole number of parts at another scale; it is known to fit."""
    if own == scale:
        return text
    shorter = math.gcd(own, scale)
    text = times(f"({text})", scale // shorter)
    return text if own == shorter else f"{text} // {own // shorter}"
