"""How long numbers can get: products and powers of products must stay short enough to compute.

Exact numbers keep all their digits, so eighteen squarings of a two-digit number have half a
million of them. Raises E0318 at the first value that can grow beyond ``MOST_BITS``. A field
counts with its range and its decimals; one without them with twenty digits on either side.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from fractions import Fraction

import attrs

from scorelang.compiler.check_errors import WORDS
from scorelang.compiler.expression_walk import operands_of, places_of_part
from scorelang.compiler.part_ranges import all_parts
from scorelang.compiler.scope import Scope
from scorelang.diagnostics.collector import Collector
from scorelang.model.expressions import (
    Arithmetic,
    Calculation,
    Const,
    Expr,
    FieldValue,
    Function,
    LetValue,
    Power,
    ResultValue,
    Rounded,
    ScorePoints,
    TableValue,
)
from scorelang.model.rubric import CheckedRubric, Group, Indicator
from scorelang.numeric.exact import MAX_POWER_BITS as MOST_BITS
from scorelang.numeric.functions import EXP_LIMIT
from scorelang.source.span import Span
from scorelang.source.structure import Structure

_DIGITS = 64
"""Bits before and after the point of a number whose field says nothing of them."""

_SIGNIFICANT = 96
_DECIMALS = "decimals"


@attrs.frozen(eq=False, repr=False)
class Width(Structure):
    """The bits before the point, and those of what divides, apart by what brings them in.

    Two numbers with the same divisor have it in common when they are added, and both when
    they are multiplied.
    """

    size: int = 0
    divisors: Mapping[Hashable, int] = attrs.field(factory=dict)

    @property
    def bits(self) -> int:
        """The bits of the longer of numerator and denominator."""
        return self.size + sum(self.divisors.values())

    def times(self, other: Width) -> Width:
        """Give the width of a product."""
        keys = {**self.divisors, **other.divisors}
        both = {k: self.divisors.get(k, 0) + other.divisors.get(k, 0) for k in keys}
        return Width(self.size + other.size, both)

    def over(self, key: Hashable, other: Width) -> Width:
        """Give the width of a quotient; ``key`` is what it is divided by."""
        below = Width(sum(other.divisors.values()), {key: other.bits})
        return self.times(below)

    def raised(self, exponent: int) -> Width:
        """Give the width of a power."""
        return Width(
            self.size * exponent, {k: bits * exponent for k, bits in self.divisors.items()}
        )


def together(widths: Iterable[Width], more: int = 0) -> Width:
    """Give the width of a number that is one of these, or their sum with ``more`` bits."""
    size, divisors = 0, dict[Hashable, int]()
    for width in widths:
        size = max(size, width.size)
        for key, bits in width.divisors.items():
            divisors[key] = max(divisors.get(key, 0), bits)
    return Width(size + more, divisors)


def check_widths(rubric: CheckedRubric, scope: Scope, collector: Collector) -> None:
    """Report the values that grow too long; what is built on them is not told again."""
    _Widths(rubric, scope, collector).check()


@attrs.define
class _Widths:
    rubric: CheckedRubric
    scope: Scope
    collector: Collector
    _known: dict[tuple[str, str], Width] = attrs.field(factory=dict)
    _told: set[str] = attrs.field(factory=set)

    def check(self) -> None:
        for let in self.rubric.lets:
            self._of_let(let.name)
        for part in all_parts(self.rubric.parts):
            self._of_points(part.name)
        for score in self.rubric.scores:
            self._of_points(score.name)
        for result in self.rubric.results:
            self._named(result.name, result.span, result.value)

    def _named(self, name: str, span: Span | None, expr: Expr) -> Width:
        width = self._of(expr, name, span)
        if width.bits <= MOST_BITS:
            return width
        self._report(name, span)
        return Width()

    def _report(self, name: str, span: Span | None) -> None:
        self._told.add(name)
        self.collector.add(WORDS, "E0318", span, name=name, digits=f"{MOST_BITS * 3 // 10:,}")

    def _of_let(self, name: str) -> Width:
        key = ("let", name)
        if key not in self._known:
            let = next((each for each in self.rubric.lets if each.name == name), None)
            self._known[key] = Width() if let is None else self._named(name, let.span, let.value)
        return self._known[key]

    def _of_points(self, name: str) -> Width:
        key = ("points", name)
        if key not in self._known:
            self._known[key] = Width()  # a part never reads itself; the compiler has seen to it
            self._known[key] = self._made_points(name)
        return self._known[key]

    def _made_points(self, name: str) -> Width:
        score = next((each for each in self.rubric.scores if each.name == name), None)
        if score is not None:
            width = self._named(name, score.span, score.value)
            steps = [rounding.step for rounding in score.roundings]
        else:
            part = next((each for each in all_parts(self.rubric.parts) if each.name == name), None)
            if part is None:
                return Width(_DIGITS)
            exprs = [expr for expr, _ in places_of_part(part, self.scope)]
            width = together((self._named(name, part.span, expr) for expr in exprs), 8)
            if isinstance(part, Group):
                below = [self._of_points(child.name) for child in part.children]
                width = together([width, *below], 8)
            assert isinstance(part, Group | Indicator)
            steps = [rounding.step for rounding in part.roundings]
        if name in self._told:
            return Width()
        return Width(width.size, _of_step(steps[-1]).divisors) if steps else width

    def _of(self, expr: Expr, name: str, span: Span | None) -> Width:
        match expr:
            case Const(Fraction() as value):
                return _of_number(value)
            case FieldValue(field):
                return _of_field(field, self.scope)
            case LetValue(let):
                return self._of_let(let)
            case ScorePoints(part):
                return self._of_points(part)
            case ResultValue(result):
                return self._of(self.scope.results[result], name, span)
            case TableValue(table):
                lines = self.scope.tables[table].lines if table in self.scope.tables else ()
                return together(
                    _of_number(line.value) for line in lines if isinstance(line.value, Fraction)
                )
            case Power(base, exponent):
                inner = self._of(base, name, span)
                raised = inner.raised(abs(exponent))
                return Width().over(expr, raised) if exponent < 0 else raised
            case Calculation(op, left, right):
                return self._calculated(op, right, *self._both(left, right, name, span))
            case Function():
                inner = together(self._of(each, name, span) for each in operands_of(expr))
                most = max(inner.bits, 2 * EXP_LIMIT) + _SIGNIFICANT
                return Width(most, {_DECIMALS: most})
            case Rounded(operand, rounding):
                found = self._of(operand, name, span)
                return Width(found.size + 1, _of_step(rounding.step).divisors)
            case _:
                below = [self._of(each, name, span) for each in operands_of(expr)]
                return together(below, 4) if below else Width(_DIGITS, {_DECIMALS: _DIGITS})

    def _both(self, left: Expr, right: Expr, name: str, span: Span | None) -> tuple[Width, Width]:
        return self._of(left, name, span), self._of(right, name, span)

    def _calculated(self, op: Arithmetic, right: Expr, first: Width, second: Width) -> Width:
        match op:
            case Arithmetic.ADD | Arithmetic.SUBTRACT:
                return together((first, second), 1)
            case Arithmetic.MULTIPLY:
                return first.times(second)
            case Arithmetic.DIVIDE if isinstance(right, Const):
                return first.times(second)
            case Arithmetic.DIVIDE:
                return first.over(right, second)


def _of_number(value: Fraction) -> Width:
    return Width(_log(abs(value)), _of_step(value).divisors)


def _log(value: Fraction) -> int:
    """Give the bits before the point."""
    return (value.numerator // value.denominator).bit_length()


def _of_step(step: Fraction) -> Width:
    bits = step.denominator.bit_length() - 1
    if not bits:
        return Width()
    rest = step.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return Width(0, {_DECIMALS if rest == 1 else step.denominator: bits + 2})


def _of_field(name: str, scope: Scope) -> Width:
    field = scope.fields.get(name)
    if field is None:
        return Width(_DIGITS)
    ends = [] if field.domain is None else [field.domain.low, field.domain.high]
    known = [_log(abs(end)) for end in ends if end is not None]
    size = max(known) if len(known) == len(ends) and known else _DIGITS
    step = field.grid.step
    return Width(size, {_DECIMALS: _DIGITS} if step is None else _of_step(step).divisors)
