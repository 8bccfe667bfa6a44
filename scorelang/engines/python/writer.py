"""Writes the Python source of a kernel: a line for each slot that somebody reads.

In: a kernel, its bounds, the slots that are wanted. Out: ``Source``. The text is built from the
nodes alone: every name in it is a number of ours, every value of the rubric a constant beside it.
A slot read once is written where it is read, so that an arm that is not taken is not computed.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import assert_never

import attrs

from scorelang.bounds.slots import Bound
from scorelang.engines.python import runtime
from scorelang.engines.python.shapes import Form, Shape, shapes_of
from scorelang.kernel import nodes as k
from scorelang.kernel.compute import at_least
from scorelang.kernel.nodes import Ref
from scorelang.kernel.slots import Kernel
from scorelang.model.expressions import Comparison, Pick
from scorelang.model.types import Value
from scorelang.numeric.interval import Interval, first_index, last_index
from scorelang.numeric.rounding import COUNTS, Rounding

_DEEPEST = 12
_LONGEST = 600
_OPS = {
    Comparison.AT_LEAST: ">=",
    Comparison.ABOVE: ">",
    Comparison.AT_MOST: "<=",
    Comparison.BELOW: "<",
    Comparison.EQUAL: "==",
    Comparison.NOT_EQUAL: "!=",
}


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


def write(kernel: Kernel, bounds: Sequence[Bound], wanted: Iterable[Ref]) -> Source:
    """Write a function that gives the wanted slots, in their order."""
    return _Writer(kernel, bounds, tuple(wanted)).source()


class _Writer:
    def __init__(self, kernel: Kernel, bounds: Sequence[Bound], wanted: tuple[Ref, ...]) -> None:
        self.kernel, self.bounds, self.wanted = kernel, bounds, wanted
        self.shapes = shapes_of(kernel, bounds)
        self.found = Source(shapes=self.shapes)
        self.texts: dict[Ref, Text] = {}
        self.constants: dict[object, str] = {}
        self.reads = _reads(kernel, wanted)

    def source(self) -> Source:
        for ref in sorted(self.reads):
            if isinstance(self.kernel.node(ref), k.Input):
                self.found.inputs.append(ref)
        if self.found.inputs:
            names = ", ".join(f"s{ref}" for ref in self.found.inputs)
            self.found.lines.append(f"({names},) = given")
        for ref in filter(self.is_ratio, self.found.inputs):
            self.found.lines.append(f"s{ref}, d{ref} = s{ref}")
        for ref in sorted(self.reads):
            self.slot(ref)
        given = ", ".join(self.result(ref) for ref in self.wanted)
        self.found.lines.append(f"return ({given},)")
        return self.found

    def result(self, ref: Ref) -> str:
        text = self.texts[ref]
        return f"({text.text}, {text.below})" if self.is_ratio(ref) else text.text

    # One slot

    def slot(self, ref: Ref) -> None:
        """Write a slot: a line of its own, or nothing yet where it is read but once."""
        node = self.kernel.node(ref)
        if isinstance(node, k.Input):
            self.texts[ref] = Text(f"s{ref}", f"d{ref}")
        elif isinstance(node, k.Constant):
            self.texts[ref] = self.constant(node.value, self.shapes[ref])
        elif isinstance(node, k.Round) and self.is_round(ref, node):
            self.texts[ref] = self.texts[node.operand]
        elif self.is_ratio(ref):
            self.found.lines.append(f"s{ref}, d{ref} = {self.ratio(ref, node)}")
            self.texts[ref] = Text(f"s{ref}", f"d{ref}")
        else:
            text = self.scalar(ref, node)
            depth = 1 + max((self.texts[each].depth for each in k.operands_of(node)), default=0)
            is_short = depth < _DEEPEST and len(text) < _LONGEST
            if self.reads[ref] == 1 and is_short and not self.missing(ref):
                self.texts[ref] = Text(f"({text})", depth=depth)
            else:
                self.found.lines.append(f"s{ref} = {text}")
                self.texts[ref] = Text(f"s{ref}")

    def is_ratio(self, ref: Ref) -> bool:
        return self.shapes[ref].form is Form.RATIO

    def missing(self, ref: Ref) -> bool:
        """Whether a slot can be missing."""
        return self.bounds[ref].can_be_missing

    def constant(self, value: Value, shape: Shape) -> Text:
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
        return f"({', '.join(self.halves(ref))})"

    def value(self, ref: Ref) -> str:
        """Give the exact value, for what is computed outside."""
        if self.shapes[ref].form is Form.PLAIN:
            return self.texts[ref].text
        top, below = self.halves(ref)
        return f"{self.called(Fraction)}({top}, {below})"

    # Numbers that are no ratio, truths, names, days

    def scalar(self, ref: Ref, node: k.Node) -> str:
        scale = self.shapes[ref].scale
        match node:
            case k.Linear():
                return self.unless_missing(k.operands_of(node), self.linear(node, scale))
            case k.Product(left, right):
                over = self.shapes[left].scale * self.shapes[right].scale
                text = f"{self.texts[left].text} * {self.texts[right].text}"
                return self.unless_missing((left, right), _rescaled(text, over, scale))
            case k.Extreme(pick, operands):
                function = "min" if pick is Pick.LOWEST else "max"
                each = ", ".join(self.parts(operand, scale) for operand in operands)
                return self.unless_missing(operands, f"{function}({each})")
            case k.Absolute(operand):
                return self.unless_missing((operand,), f"abs({self.texts[operand].text})")
            case k.Round(operand, rounding):
                return self.unless_missing((operand,), self.rounded(ref, operand, rounding))
            case k.DayNumber(operand):
                text = f"{self.texts[operand].text}.toordinal()"
                return self.unless_missing((operand,), text)
            case k.Power() | k.DateDistance() | k.DateStep():
                return self.outside(ref, node)
            case k.AsOf():
                return "as_of"
            case k.Population():
                return self.population(node)
            case k.Select() | k.Piecewise() | k.Lookup() | k.Coalesce():
                return self.chosen(ref, node)
            case _:
                return self.truth(node)

    def linear(self, node: k.Linear, scale: int) -> str:
        """Add up whole numbers; a factor that is a fraction is taken out of the whole sum."""
        factors = [
            (coefficient * scale / self.shapes[ref].scale, ref) for coefficient, ref in node.terms
        ]
        over = math.lcm(*(factor.denominator for factor, _ in factors))
        terms = [_times(self.texts[ref].text, (factor * over).numerator) for factor, ref in factors]
        constant = node.constant * scale * over
        if constant:
            terms.append(f"({constant.numerator})")
        text = " + ".join(terms)
        return text if over == 1 else f"({text}) // {over}"

    def is_round(self, ref: Ref, node: k.Round) -> bool:
        """Whether rounding changes nothing, because all that can come is a multiple already."""
        step = self.bounds[node.operand].step
        is_multiple = step is not None and (step / node.rounding.step).denominator == 1
        return is_multiple and self.shapes[ref] == self.shapes[node.operand]

    def rounded(self, ref: Ref, operand: Ref, rounding: Rounding) -> str:
        own = self.shapes[ref].scale
        top, below = self.halves(operand)
        count = self.called(COUNTS[rounding.mode])
        text = f"{count}({_times(top, rounding.step.denominator)}, "
        text += f"{_times(below, rounding.step.numerator)})"
        return _times(text, (rounding.step * own).numerator)

    def outside(self, ref: Ref, node: k.Node) -> str:
        """Let the kernel compute what is rare."""
        operands = k.operands_of(node)
        values = ", ".join(self.value(each) for each in operands)
        text = f"{self.called(runtime.computed)}({self.named(node)}, {values})"
        text = self.unless_missing(operands, text)
        if self.shapes[ref].form is Form.PLAIN:
            return text
        hold = self.named(self.shapes[ref])
        return f"{hold}.held({text})"

    def population(self, node: k.Population) -> str:
        by = "None" if node.by is None else self.value(node.by)
        keys = "".join(f"{self.unless_missing((key,), self.value(key))}, " for key in node.keys)
        text = f"figures.value({self.named(node.name)}, {by}, lambda: ({keys}))"
        text = f"(None if figures is None else {text})"
        return text if node.by is None else self.unless_missing((node.by,), text)

    # Choices

    def chosen(self, ref: Ref, node: k.Select | k.Piecewise | k.Lookup | k.Coalesce) -> str:
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
        left = _times(top, limit.denominator)
        return f"{left} {op} {_times(below, limit.numerator)}"

    def inside(self, subject: Ref, interval: Interval) -> str:
        found = []
        if interval.low is not None:
            found.append(self.beside(subject, ">" if interval.low_open else ">=", interval.low))
        if interval.high is not None:
            found.append(self.beside(subject, "<" if interval.high_open else "<=", interval.high))
        return " and ".join(found) or "True"

    def looked_up(self, ref: Ref, node: k.Lookup) -> str:
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
        node = self.kernel.node(ref)
        assert isinstance(node, k.Constant), "asked of constants only"
        return shape.held(node.value)

    def holds(self, key: Ref, cell: Interval | frozenset[Value]) -> str:
        if isinstance(cell, Interval):
            return f"({self.inside(key, cell)})"
        return self.in_set(key, cell)

    def in_set(self, key: Ref, values: frozenset[Value]) -> str:
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

    # Truths

    def truth(self, node: k.Node) -> str:
        match node:
            case k.Compare():
                return self.unless_missing((node.left, node.right), self.compared(node))
            case k.InSet(operand, values):
                return self.unless_missing((operand,), self.in_set(operand, values))
            case k.InInterval(operand, interval):
                return self.unless_missing((operand,), self.inside(operand, interval))
            case k.IsMissing(operand):
                return f"{self.texts[operand].text} is None"
            case k.Not(operand):
                return self.unless_missing((operand,), f"not {self.texts[operand].text}")
            case k.And(operands):
                return self.folded(operands, "and", "False", "True")
            case k.Or(operands):
                return self.folded(operands, "or", "True", "False")
            case k.AtLeast(minimum, operands):
                each = ", ".join(self.texts[operand].text for operand in operands)
                return f"{self.called(at_least)}({minimum}, ({each},))"
            case _:
                msg = f"a node that is written nowhere: {node}"
                raise AssertionError(msg)

    def compared(self, node: k.Compare) -> str:
        left, right, op = node.left, node.right, _OPS[node.op]
        if Form.PLAIN in {self.shapes[left].form, self.shapes[right].form}:
            return f"{self.texts[left].text} {op} {self.texts[right].text}"
        if self.is_ratio(left) or self.is_ratio(right):
            (a, b), (c, d) = self.halves(left), self.halves(right)
            return f"{_product(a, d)} {op} {_product(c, b)}"
        scale = math.lcm(self.shapes[left].scale, self.shapes[right].scale)
        first, second = self.shapes[left].scale, self.shapes[right].scale
        return (
            f"{_times(self.texts[left].text, scale // first)} {op} "
            f"{_times(self.texts[right].text, scale // second)}"
        )

    def folded(self, operands: Sequence[Ref], word: str, decisive: str, other: str) -> str:
        """Write three-valued logic: ``decisive`` beats missing, and missing the other."""
        texts = [self.texts[operand].text for operand in operands]
        open_ones = [self.texts[operand].text for operand in operands if self.missing(operand)]
        if not open_ones:
            return f" {word} ".join(texts)
        decided = " or ".join(f"{text} is {decisive}" for text in texts)
        absent = " or ".join(f"{text} is None" for text in open_ones)
        return f"{decisive} if {decided} else None if {absent} else {other}"

    # Ratios

    def ratio(self, ref: Ref, node: k.Node) -> str:
        without = "(None, 1)"
        match node:
            case k.Linear():
                return self.unless_missing(k.operands_of(node), self.sum(node), without)
            case k.Product(left, right):
                (a, b), (c, d) = self.halves(left), self.halves(right)
                text = f"({_product(a, c)}, {_product(b, d)})"
                return self.unless_missing((left, right), text, without)
            case k.Quotient(left, right):
                return self.unless_missing((left, right), self.divided(left, right), without)
            case k.Extreme(pick, operands):
                take = runtime.lowest if pick is Pick.LOWEST else runtime.highest
                each = ", ".join(map(self.pair, operands))
                return self.unless_missing(operands, f"{self.called(take)}({each})", without)
            case k.Absolute(operand):
                top, below = self.halves(operand)
                return self.unless_missing((operand,), f"(abs({top}), {below})", without)
            case k.Select() | k.Piecewise() | k.Lookup() | k.Coalesce():
                return self.chosen(ref, node)
            case k.Population():
                return f"{self.called(runtime.as_ratio)}({self.population(node)})"
            case _:
                return self.outside_ratio(node)

    def outside_ratio(self, node: k.Node) -> str:
        operands = k.operands_of(node)
        values = ", ".join(self.value(each) for each in operands)
        text = f"{self.called(runtime.computed)}({self.named(node)}, {values})"
        return f"{self.called(runtime.as_ratio)}({self.unless_missing(operands, text)})"

    def sum(self, node: k.Linear) -> str:
        top, below = str(node.constant.numerator), str(node.constant.denominator)
        for coefficient, ref in node.terms:
            own, over = self.halves(ref)
            first = _times(own, coefficient.numerator)
            second = _times(over, coefficient.denominator)
            if top == "0":
                top, below = first, second
            elif below == second:
                top = f"({top} + {first})"
            else:
                top = f"({_product(top, second)} + {_product(first, below)})"
                below = _product(below, second)
        return f"({top}, {below})"

    def divided(self, left: Ref, right: Ref) -> str:
        (a, b), (c, d) = self.halves(left), self.halves(right)
        top, below = _product(a, d), _product(b, c)
        low = self.bounds[right].reach.numbers.low
        is_open = self.bounds[right].reach.numbers.low_open
        if low is not None and (low > 0 or (low == 0 and is_open)):
            return f"({top}, {below})"
        return f"{self.called(runtime.quotient)}({top}, {below})"


def _reads(kernel: Kernel, wanted: Sequence[Ref]) -> Counter[Ref]:
    """Count how often each slot is read, those that are asked several times at once twice."""
    reads: Counter[Ref] = Counter()
    for ref in wanted:
        reads[ref] += 2
    for ref in range(len(kernel.slots) - 1, -1, -1):
        if reads[ref]:
            node = kernel.node(ref)
            often = 1
            if isinstance(
                node, k.Piecewise | k.Lookup | k.Extreme | k.Round | k.AtLeast | k.Linear
            ):
                often = 2 if not isinstance(node, k.Linear | k.Extreme) else 1
            keys = _keys(node)
            for operand in k.operands_of(node):
                reads[operand] += often if operand in keys else 1
    return reads


def _keys(node: k.Node) -> tuple[Ref, ...]:
    """Give the operands that a node asks more than once."""
    match node:
        case k.Piecewise(subject):
            return (subject,)
        case k.Lookup(keys):
            return keys
        case k.InInterval(operand) | k.Round(operand):
            return (operand,)
        case _:
            return ()


def _times(text: str, factor: int) -> str:
    if factor == 1:
        return text
    if text.lstrip("-").isdecimal():
        return str(int(text) * factor)
    return f"{text} * {factor}" if factor >= 0 else f"{text} * ({factor})"


def _product(left: str, right: str) -> str:
    for one, other in ((left, right), (right, left)):
        if one.isdecimal():
            return _times(other, int(one))
    return f"{left} * {right}"


def _rescaled(text: str, own: int, scale: int) -> str:
    if own == scale:
        return text
    shorter = math.gcd(own, scale)
    text = _times(f"({text})", scale // shorter)
    return text if own == shorter else f"{text} // {own // shorter}"


def _low_key(interval: Interval) -> tuple[bool, Fraction, bool]:
    low = interval.low
    return (low is not None, Fraction(0) if low is None else low, interval.low_open)
