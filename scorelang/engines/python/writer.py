"""Writes the Python source of a kernel: a line for each slot that somebody reads.

In: a kernel, its bounds, the slots that are wanted. Out: ``Source``. The text is built from the
nodes alone: every name in it is a number of ours, every value of the rubric a constant beside it.
A slot read once is written where it is read, so that an arm that is not taken is not computed.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from scorelang.bounds.slots import Bound
from scorelang.engines.python import runtime
from scorelang.engines.python.choices import Choices
from scorelang.engines.python.shapes import Form
from scorelang.engines.python.texts import Source, Text, product, rescaled, times
from scorelang.kernel import nodes as k
from scorelang.kernel.compute import at_least
from scorelang.kernel.nodes import Ref
from scorelang.kernel.slots import Kernel
from scorelang.model.expressions import Comparison, Pick
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


def write(kernel: Kernel, bounds: Sequence[Bound], wanted: Iterable[Ref]) -> Source:
    """Write a function that gives the wanted slots, in their order."""
    return _Writer(kernel, bounds, tuple(wanted)).source()


class _Writer(Choices):
    def __init__(self, kernel: Kernel, bounds: Sequence[Bound], wanted: tuple[Ref, ...]) -> None:
        super().__init__(kernel, bounds)
        self.wanted, self.reads = wanted, _reads(kernel, wanted)

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

    # Numbers that are no ratio, truths, names, days

    def scalar(self, ref: Ref, node: k.Node) -> str:
        scale = self.shapes[ref].scale
        match node:
            case k.Linear():
                return self.unless_missing(k.operands_of(node), self.linear(node, scale))
            case k.Product(left, right):
                over = self.shapes[left].scale * self.shapes[right].scale
                text = f"{self.texts[left].text} * {self.texts[right].text}"
                return self.unless_missing((left, right), rescaled(text, over, scale))
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
        terms = [times(self.texts[ref].text, (factor * over).numerator) for factor, ref in factors]
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
        text = f"{count}({times(top, rounding.step.denominator)}, "
        text += f"{times(below, rounding.step.numerator)})"
        return times(text, (rounding.step * own).numerator)

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
            return f"{product(a, d)} {op} {product(c, b)}"
        scale = math.lcm(self.shapes[left].scale, self.shapes[right].scale)
        first, second = self.shapes[left].scale, self.shapes[right].scale
        return (
            f"{times(self.texts[left].text, scale // first)} {op} "
            f"{times(self.texts[right].text, scale // second)}"
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
                text = f"({product(a, c)}, {product(b, d)})"
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
            first = times(own, coefficient.numerator)
            second = times(over, coefficient.denominator)
            if top == "0":
                top, below = first, second
            elif below == second:
                top = f"({top} + {first})"
            else:
                top = f"({product(top, second)} + {product(first, below)})"
                below = product(below, second)
        return f"({top}, {below})"

    def divided(self, left: Ref, right: Ref) -> str:
        (a, b), (c, d) = self.halves(left), self.halves(right)
        top, below = product(a, d), product(b, c)
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
