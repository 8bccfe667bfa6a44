"""A kernel as text: a line for each slot, names of the policy beside them.

In: a kernel. Out: text for people who want to see what a rubric became. A slot that somebody
reads but the policy does not name goes by its number; constants stand where they are read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from typing import assert_never

from scorelang.kernel import nodes as k
from scorelang.kernel.nodes import Aspect, Ref
from scorelang.kernel.slots import Kernel
from scorelang.model.expressions import Pick
from scorelang.model.types import Value
from scorelang.numeric.exact import to_text
from scorelang.numeric.interval import Interval


def dump(kernel: Kernel) -> str:
    """Write all slots, then what the outputs are."""
    slots = _Dump(kernel)
    return "\n".join([f"kernel {kernel.name}", *slots.lines(), *slots.outputs()]) + "\n"


class _Dump:
    def __init__(self, kernel: Kernel) -> None:
        self.kernel = kernel

    def lines(self) -> Iterator[str]:
        for ref, slot in enumerate(self.kernel.slots):
            if isinstance(slot.node, k.Constant):
                continue
            said = f"    # {slot.origin.what}" if slot.origin is not None else ""
            open_ended = "?" if slot.can_be_missing else ""
            yield f"  {ref:>4}: {slot.kind.value}{open_ended} = {self.node(slot.node)}{said}"

    def outputs(self) -> Iterator[str]:
        out = self.kernel.outputs
        for guard in out.guards:
            yield f"  reject {guard.code} at {guard.field} when {self.at(guard.broken)}"
        single = (
            ("not ratable", out.not_ratable),
            ("total", out.total),
            ("grade before", out.grade_before),
            ("grade", out.grade),
        )
        for name, ref in single:
            if ref is not None:
                yield f"  {name} = {self.at(ref)}"
        for part in out.parts:
            level = "" if part.level is None else f", level {self.at(part.level)}"
            open_ended = part.is_incomplete
            incomplete = "" if open_ended is None else f", incomplete {self.at(open_ended)}"
            yield f"  points of {part.name} = {self.at(part.points)}{level}{incomplete}"
        for word, named in (("let", out.lets), ("score", out.scores), ("class", out.classes)):
            yield from (f"  {word} {name} = {self.at(ref)}" for name, ref in named.items())
        yield from (f"  result {name} = {self.at(ref)}" for name, ref in out.results.items())
        for each in (*out.zeroed, *out.overrides):
            yield f"  override {each.name} when {self.at(each.fired)}"
        words = (
            ("flag", out.flags),
            ("undecided", (*out.undecided_before, *out.undecided_after)),
            ("expired", out.expired),
            ("action", out.actions),
        )
        for word, pairs in words:
            yield from (f"  {word} {name} when {self.at(ref)}" for name, ref in pairs)
        for reason in out.reason_slots:
            code, shown = self.at(reason.code), self.at(reason.shown)
            yield f"  reason of {reason.indicator} = {code}, {shown}"

    def at(self, ref: Ref) -> str:
        """Name a slot where it is read; a constant is written out."""
        node = self.kernel.node(ref)
        return show(node.value) if isinstance(node, k.Constant) else f"%{ref}"

    def each(self, refs: tuple[Ref, ...]) -> str:
        return ", ".join(map(self.at, refs))

    def node(self, node: k.Node) -> str:
        at = self.at
        match node:
            case k.Input(name, aspect):
                return f"special of {name}" if aspect is Aspect.SPECIAL else f"field {name}"
            case k.Constant(value):
                return show(value)
            case k.AsOf():
                return "day of the evaluation"
            case k.Population(name, by, keys):
                of = "" if by is None else f", by {at(by)}"
                return f"over all records: {name} ({self.each(keys)}{of})"
            case k.Linear(terms, constant):
                each = [at(ref) if c == 1 else f"{show(c)} × {at(ref)}" for c, ref in terms]
                return " + ".join([*each, show(constant)] if constant else each)
            case k.Product(left, right):
                return f"{at(left)} × {at(right)}"
            case k.Quotient(left, right):
                return f"{at(left)} / {at(right)}"
            case k.Power(base, exponent):
                return f"{at(base)} ^ {exponent}"
            case k.Extreme(pick, operands):
                word = "lowest" if pick is Pick.LOWEST else "highest"
                return f"{word} ({self.each(operands)})"
            case k.Absolute(operand):
                return f"size of {at(operand)}"
            case k.Function(function, operand, degree):
                root = f" {degree}" if function.value == "root" else ""
                return f"{function.value}{root} ({at(operand)})"
            case k.Round(operand, rounding):
                return f"round {at(operand)} to {show(rounding.step)} {rounding.mode.value}"
            case k.Compare(op, left, right):
                return f"{at(left)} {op.value} {at(right)}"
            case k.InSet(operand, values):
                return f"{at(operand)} in {_set(values)}"
            case k.InInterval(operand, interval):
                return f"{at(operand)} in {_interval(interval)}"
            case k.IsMissing(operand):
                return f"{at(operand)} is missing"
            case k.And(operands):
                return f"all ({self.each(operands)})"
            case k.Or(operands):
                return f"any ({self.each(operands)})"
            case k.Not(operand):
                return f"not {at(operand)}"
            case k.AtLeast(minimum, operands):
                return f"at least {minimum} of ({self.each(operands)})"
            case k.Select(arms, otherwise):
                each = [f"{at(given)} if {at(holds)}" for holds, given in arms]
                return " | ".join([*each, f"else {at(otherwise)}"])
            case k.Coalesce(operands):
                return f"first known of ({self.each(operands)})"
            case k.Piecewise() | k.Lookup():
                return self.table(node)
            case k.DateStep(day, unit, amount):
                return f"{at(day)} + {at(amount)} {unit.value}"
            case k.DateDistance(unit, first, last):
                return f"{unit.value} from {at(first)} to {at(last)}"
            case k.DayNumber(operand):
                return f"number of the day {at(operand)}"
            case _:
                assert_never(node)

    def table(self, node: k.Piecewise | k.Lookup) -> str:
        if isinstance(node, k.Piecewise):
            subject = self.at(node.subject)
            lines = [f"{_interval(piece)} : {self.at(ref)}" for piece, ref in node.pieces]
        else:
            subject = self.each(node.keys)
            lines = [
                f"{', '.join(map(_cell, cells))} : {self.at(ref)}" for cells, ref in node.lines
            ]
        rest = f"else {self.at(node.otherwise)} | missing {self.at(node.missing)}"
        return f"by ({subject}) {' | '.join([*lines, rest])}"


def show(value: Value) -> str:
    """Write a constant."""
    match value:
        case None:
            return "missing"
        case bool():
            return "yes" if value else "no"
        case Fraction():
            return to_text(value) or str(value)
        case str():
            return f'"{value}"'
        case dt.date():
            return value.isoformat()
        case _:
            assert_never(value)


def _cell(cell: Interval | frozenset[Value]) -> str:
    return _interval(cell) if isinstance(cell, Interval) else _set(cell)


def _set(values: frozenset[Value]) -> str:
    return "{" + ", ".join(sorted(map(show, values))) + "}"


def _interval(found: Interval) -> str:
    low = "-∞" if found.low is None else show(found.low)
    high = "∞" if found.high is None else show(found.high)
    return f"{'(' if found.low_open else '['}{low}, {high}{')' if found.high_open else ']'}"
