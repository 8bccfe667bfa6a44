"""What generated code calls: arithmetic on ratios, rarer functions.

In: whole numbers, two for a ratio, none of them missing. Out: the same; a ratio without a value
is ``(None, 1)``.
"""

from __future__ import annotations

from fractions import Fraction

from scorelang.kernel import nodes as k
from scorelang.kernel.compute import NOTHING_GIVEN, compute
from scorelang.model.types import Value

Half = int | None
Ratio = tuple[Half, int]


def quotient(numerator: int, denominator: int) -> Ratio:
    """Divide; the divisor may be zero or below."""
    if denominator > 0:
        return numerator, denominator
    return (-numerator, -denominator) if denominator else (None, 1)


def lowest(*ratios: tuple[int, int]) -> tuple[int, int]:
    """Give the lowest of several ratios."""
    found = ratios[0]
    for each in ratios[1:]:
        if each[0] * found[1] < found[0] * each[1]:
            found = each
    return found


def highest(*ratios: tuple[int, int]) -> tuple[int, int]:
    """Give the highest of several ratios."""
    found = ratios[0]
    for each in ratios[1:]:
        if each[0] * found[1] > found[0] * each[1]:
            found = each
    return found


def computed(node: k.Node, *operands: Value) -> Value:
    """Give the value of a node of which all operands are known, the way the kernel does."""
    places = dict(zip(k.operands_of(node), operands, strict=True))
    return compute(node, places.__getitem__, NOTHING_GIVEN)


def as_ratio(value: object) -> Ratio:
    """Give a number as a ratio."""
    if value is None:
        return None, 1
    assert isinstance(value, Fraction), "a number"
    return value.numerator, value.denominator
