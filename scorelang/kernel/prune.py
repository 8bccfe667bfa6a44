"""Leaves out the slots that no output depends on, and numbers the others anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from scorelang.kernel import nodes as k
from scorelang.kernel.nodes import Ref, operands_of
from scorelang.kernel.outputs import Guard, Outputs, OverrideSlots, PartSlots
from scorelang.kernel.slots import Kernel

Renumber = Callable[[Ref], Ref]


def pruned(kernel: Kernel) -> Kernel:
    """Give the kernel without idle slots."""
    wanted: set[Ref] = set()

    def want(ref: Ref) -> Ref:
        wanted.add(ref)
        return ref

    outputs_by(kernel.outputs, want)
    for ref in range(len(kernel.slots) - 1, -1, -1):
        if ref in wanted:
            wanted.update(operands_of(kernel.slots[ref].node))
    numbers = {ref: place for place, ref in enumerate(sorted(wanted))}
    slots = tuple(
        attrs.evolve(kernel.slots[ref], node=node_by(kernel.slots[ref].node, numbers.__getitem__))
        for ref in sorted(wanted)
    )
    return attrs.evolve(
        kernel, slots=slots, outputs=outputs_by(kernel.outputs, numbers.__getitem__)
    )


def node_by(node: k.Node, number: Renumber) -> k.Node:
    """Give a node that reads the same slots by their new numbers."""
    match node:
        case k.Linear(terms):
            return attrs.evolve(node, terms=tuple((c, number(ref)) for c, ref in terms))
        case k.Select(arms, otherwise):
            new = tuple((number(holds), number(given)) for holds, given in arms)
            return k.Select(new, number(otherwise))
        case k.Piecewise(subject, pieces, otherwise, missing):
            new_pieces = tuple((interval, number(given)) for interval, given in pieces)
            return k.Piecewise(number(subject), new_pieces, number(otherwise), number(missing))
        case k.Lookup(keys, lines, otherwise, missing):
            new_lines = tuple((cells, number(given)) for cells, given in lines)
            return k.Lookup(tuple(map(number, keys)), new_lines, number(otherwise), number(missing))
        case k.Population(name, by, keys):
            new_by = None if by is None else number(by)
            return k.Population(name, new_by, tuple(map(number, keys)))
        case k.And() | k.Or() | k.AtLeast() | k.Coalesce() | k.Extreme():
            return attrs.evolve(node, operands=tuple(map(number, node.operands)))
        case k.Product(left, right) | k.Quotient(left, right) | k.Compare(_, left, right):
            return attrs.evolve(node, left=number(left), right=number(right))
        case k.Power():
            return attrs.evolve(node, base=number(node.base))
        case k.DateStep(day, unit, amount):
            return k.DateStep(number(day), unit, number(amount))
        case k.DateDistance(unit, first, last):
            return k.DateDistance(unit, number(first), number(last))
        case k.Input() | k.Constant() | k.AsOf():
            return node
        case (
            k.Absolute()
            | k.Function()
            | k.Round()
            | k.InSet()
            | k.InInterval()
            | k.IsMissing()
            | k.Not()
            | k.DayNumber()
        ):
            return attrs.evolve(node, operand=number(node.operand))


def outputs_by(outputs: Outputs, number: Renumber) -> Outputs:
    """Give outputs that name the same slots by their new numbers."""

    def maybe(ref: Ref | None) -> Ref | None:
        return None if ref is None else number(ref)

    def values(refs: Mapping[str, Ref]) -> Mapping[str, Ref]:
        return {name: number(ref) for name, ref in refs.items()}

    def pairs(refs: tuple[tuple[str, Ref], ...]) -> tuple[tuple[str, Ref], ...]:
        return tuple((name, number(ref)) for name, ref in refs)

    def overrides(slots: tuple[OverrideSlots, ...]) -> tuple[OverrideSlots, ...]:
        return tuple(
            OverrideSlots(each.name, number(each.fired), maybe(each.before), maybe(each.after))
            for each in slots
        )

    return attrs.evolve(
        outputs,
        guards=tuple(
            Guard(guard.code, guard.field, number(guard.broken)) for guard in outputs.guards
        ),
        not_ratable=maybe(outputs.not_ratable),
        lets=values(outputs.lets),
        parts=tuple(
            PartSlots(
                part.name,
                number(part.points),
                maybe(part.is_incomplete),
                maybe(part.level),
                maybe(part.is_left_out),
            )
            for part in outputs.parts
        ),
        scores=values(outputs.scores),
        total=maybe(outputs.total),
        grade=maybe(outputs.grade),
        grade_before=maybe(outputs.grade_before),
        classes=values(outputs.classes),
        results=values(outputs.results),
        flags=pairs(outputs.flags),
        zeroed=overrides(outputs.zeroed),
        overrides=overrides(outputs.overrides),
        expired=pairs(outputs.expired),
        undecided_before=pairs(outputs.undecided_before),
        undecided_after=pairs(outputs.undecided_after),
        actions=pairs(outputs.actions),
        reason_slots=tuple(
            attrs.evolve(
                each,
                code=number(each.code),
                difference=number(each.difference),
                shown=number(each.shown),
            )
            for each in outputs.reason_slots
        ),
        populations=tuple(
            attrs.evolve(each, by=maybe(each.by), keys=tuple(map(number, each.keys)))
            for each in outputs.populations
        ),
        compared=values(outputs.compared),
    )
