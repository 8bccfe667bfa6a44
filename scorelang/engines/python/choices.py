"""Texts of choices: arms, bands, tables, and where a number lies.

In: nodes that give the value of one of several slots. Out: a conditional expression, or a look
into a dictionary where a table is constants by one name.
"""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from scorelang.engines.python.shapes import Form, Shape
from scorelang.engines.python.texts import Slots, times
from scorelang.kernel import nodes as k
from scorelang.kernel.nodes import Ref
from scorelang.model.types import Value
from scorelang.numeric.interval import Interval, first_index, last_index


class Choices(Slots):
    """Writes what chooses."""

    def chosen(self, ref: Ref, node: k.Select | k.Piecewise | k.Lookup | k.Coalesce) -> str:
        """Write the value of one of several slots."""
        match node:
            case k.Select(arms, otherwise):
                tests = [(self.texts[holds].text, given) for holds, given in arms]
                return self.first_of(ref, tests, otherwise)
            case k.Coalesce(operands):
                *firsts, last = operands
                tests = [(f"{self.texts[each].text} is not None", each) for each in firsts]
                return self.first_of(ref, tests, last)
            case k.Piecewise():
                return self.piecewise(ref, node)
            case k.Lookup():
                return self.looked_up(ref, node)
            case _:
                assert_never(node)

    def first_of(self, ref: Ref, tests: list[tuple[str, Ref]], otherwise: Ref) -> str:
        """Write a chain of tests; the first that holds gives the value."""
        text = self.given(ref, otherwise)
        for test, given in reversed(tests):
            text = f"{self.given(ref, given)} if {test} else {text}"
        return text

    def given(self, ref: Ref, given: Ref) -> str:
        """Give a slot in the shape of the one whose value it is."""
        shape = self.shapes[ref]
        if shape.form is Form.RATIO:
            return self.pair(given)
        return (
            self.texts[given].text if shape.form is Form.PLAIN else self.parts(given, shape.scale)
        )

    def piecewise(self, ref: Ref, node: k.Piecewise) -> str:
        """Ask from below upwards for the end of each piece, gaps between them included."""
        subject = node.subject
        pieces = sorted(node.pieces, key=lambda piece: _low_key(piece[0]))
        text, ends = self.given(ref, node.otherwise), list[tuple[str | None, str]]()
        reached: Interval | None = None
        for interval, given in pieces:
            if reached is None or not self.touches(subject, reached, interval):
                ends.append((self.below(subject, interval), self.given(ref, node.otherwise)))
            ends.append((self.upto(subject, interval), self.given(ref, given)))
            reached = interval
        for end, value in reversed(ends):
            if end is not None:
                text = value if end == "" else f"{value} if {end} else {text}"
        if not self.missing(subject):
            return text
        absent = self.given(ref, node.missing)
        return f"{absent} if {self.texts[subject].text} is None else {text}"

    def touches(self, subject: Ref, lower: Interval, upper: Interval) -> bool:
        """Whether nothing that can come lies between two pieces."""
        if lower.high is None or upper.low is None:
            return True
        shape = self.shapes[subject]
        if shape.form is Form.WHOLE:
            step = Fraction(1, shape.scale)
            last = last_index(lower.high, step, is_open=lower.high_open)
            return first_index(upper.low, step, is_open=upper.low_open) == last + 1
        return lower.high == upper.low and lower.high_open != upper.low_open

    def below(self, subject: Ref, interval: Interval) -> str | None:
        """Say that a number lies below a piece; nothing where none can."""
        if interval.low is None:
            return None
        bound = self.bounds[subject].reach.numbers
        if bound.low is not None and interval.contains(bound.low):
            return None
        op = "<=" if interval.low_open else "<"
        return self.beside(subject, op, interval.low)

    def upto(self, subject: Ref, interval: Interval) -> str:
        """Say that a number lies at most at the end of a piece; empty where all others do."""
        if interval.high is None:
            return ""
        bound = self.bounds[subject].reach.numbers
        if (
            bound.high is not None
            and interval.high >= bound.high
            and (not interval.high_open or interval.high > bound.high)
        ):
            return ""
        return self.beside(subject, "<" if interval.high_open else "<=", interval.high)

    def beside(self, subject: Ref, op: str, limit: Fraction) -> str:
        """Compare a number with a constant."""
        top, below = self.halves(subject)
        if not self.is_ratio(subject):
            limit *= self.shapes[subject].scale
            below = "1"
        left = times(top, limit.denominator)
        return f"{left} {op} {times(below, limit.numerator)}"

    def inside(self, subject: Ref, interval: Interval) -> str:
        """Say that a number lies in an interval."""
        found = []
        if interval.low is not None:
            found.append(self.beside(subject, ">" if interval.low_open else ">=", interval.low))
        if interval.high is not None:
            found.append(self.beside(subject, "<" if interval.high_open else "<=", interval.high))
        return " and ".join(found) or "True"

    def looked_up(self, ref: Ref, node: k.Lookup) -> str:
        """Write a table: a dictionary if it can be one, else a chain of tests."""
        table = self.table(ref, node)
        if table is not None:
            return table
        text = self.given(ref, node.otherwise)
        for cells, given in reversed(node.lines):
            holds = " and ".join(
                self.holds(key, cell) for key, cell in zip(node.keys, cells, strict=True)
            )
            text = f"{self.given(ref, given)} if {holds} else {text}"
        return self.unless_missing(node.keys, text, self.given(ref, node.missing))

    def table(self, ref: Ref, node: k.Lookup) -> str | None:
        """Look up constants by one name in a dictionary."""
        values = [given for _, given in node.lines]
        given = (*values, node.otherwise, node.missing)
        is_plain = len(node.keys) == 1 and self.shapes[node.keys[0]].form is Form.PLAIN
        if not is_plain or not all(
            isinstance(self.kernel.node(each), k.Constant) for each in given
        ):
            return None
        shape = self.shapes[ref]
        found: dict[Value, object] = {}
        for (cell,), each in node.lines:
            assert isinstance(cell, frozenset), "an interval is for numbers"
            for value in cell:
                found.setdefault(value, self.held(each, shape))
        if self.missing(node.keys[0]):
            found[None] = self.held(node.missing, shape)
        name = f"t{ref}"
        self.found.names[name] = found
        otherwise = self.given(ref, node.otherwise)
        return f"{name}.get({self.texts[node.keys[0]].text}, {otherwise})"

    def held(self, ref: Ref, shape: Shape) -> object:
        """Give a constant as its shape holds it."""
        node = self.kernel.node(ref)
        assert isinstance(node, k.Constant), "asked of constants only"
        return shape.held(node.value)

    def holds(self, key: Ref, cell: Interval | frozenset[Value]) -> str:
        """Say that a key lies in a cell."""
        if isinstance(cell, Interval):
            return f"({self.inside(key, cell)})"
        return self.in_set(key, cell)

    def in_set(self, key: Ref, values: frozenset[Value]) -> str:
        """Say that a value is one of these."""
        text, shape = self.texts[key].text, self.shapes[key]
        if shape.form is Form.RATIO:
            each = (
                self.beside(key, "==", value) for value in values if isinstance(value, Fraction)
            )
            return f"({' or '.join(sorted(each)) or False})"
        if shape.form is Form.WHOLE:
            parts = [value * shape.scale for value in values if isinstance(value, Fraction)]
            whole = frozenset(part.numerator for part in parts if part.denominator == 1)
            return f"{text} in {self.named(whole)}"
        return f"{text} in {self.named(values)}"


def _low_key(interval: Interval) -> tuple[bool, Fraction, bool]:
    low = interval.low
    return (low is not None, Fraction(0) if low is None else low, interval.low_open)
