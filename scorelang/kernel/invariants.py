"""What holds of every kernel, by name.

In: a kernel. Out: the broken invariants, each with the slot that breaks it; none for a kernel
that was lowered from a checked rubric. Tests run them after every lowering; engines rely on them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scorelang.kernel import nodes as k
from scorelang.kernel.kinds import kind_of
from scorelang.kernel.roots import refs_in
from scorelang.kernel.slots import Kernel, Kind


def check_invariants(kernel: Kernel) -> tuple[str, ...]:
    """Name every invariant that is broken, with what breaks it."""
    return tuple(f"{name}: {fault}" for name, find in INVARIANTS for fault in find(kernel))


def _ordered(kernel: Kernel) -> Iterator[str]:
    """Each slot reads only earlier ones, and the outputs only slots that are there."""
    for ref, slot in enumerate(kernel.slots):
        if any(operand >= ref for operand in k.operands_of(slot.node)):
            yield f"slot {ref} reads a later one"
    if any(ref >= len(kernel.slots) for ref in refs_in(kernel.outputs)):
        yield "an output that is no slot"


def _closed(kernel: Kernel) -> Iterator[str]:
    """Every node is one of those that engines know."""
    nodes: list[object] = [slot.node for slot in kernel.slots]
    for ref, node in enumerate(nodes):
        if not isinstance(node, k.Node):
            yield f"slot {ref} is a {type(node).__name__}"


def _typed(kernel: Kernel) -> Iterator[str]:
    """The kind of a slot is that of its node, and its operands have the kinds that it reads."""
    for ref, slot in enumerate(kernel.slots):
        node = slot.node
        if isinstance(node, k.Input | k.Population):
            continue
        if kind_of(node, lambda operand: kernel.slots[operand].kind) is not slot.kind:
            yield f"slot {ref} is no {slot.kind.value}"
        for operand, wanted in _wanted(node):
            if kernel.slots[operand].kind not in {wanted, Kind.NOTHING}:
                yield f"slot {ref} reads slot {operand} as a {wanted.value}"


def _wanted(node: k.Node) -> Iterator[tuple[int, Kind]]:
    """Give the operands of which a node needs one kind."""
    match node:
        case k.Linear() | k.Product() | k.Quotient() | k.Power() | k.Extreme() | k.Absolute():
            kind = Kind.NUMBER
        case k.Function() | k.Round() | k.InInterval():
            kind = Kind.NUMBER
        case k.And() | k.Or() | k.Not() | k.AtLeast():
            kind = Kind.TRUTH
        case k.DateDistance() | k.DayNumber():
            kind = Kind.DAY
        case k.Piecewise(subject):
            yield subject, Kind.NUMBER
            return
        case k.Select(arms):
            yield from ((holds, Kind.TRUTH) for holds, _ in arms)
            return
        case _:
            return
    yield from ((operand, kind) for operand in k.operands_of(node))


def _truths_known(kernel: Kernel) -> Iterator[str]:
    """A truth among the outputs is never missing: what is undecided has a truth of its own."""
    outputs = kernel.outputs
    pairs = (
        *((guard.code, guard.broken) for guard in outputs.guards),
        *outputs.flags,
        *outputs.expired,
        *outputs.undecided_before,
        *outputs.undecided_after,
        *outputs.actions,
        *((each.name, each.fired) for each in (*outputs.zeroed, *outputs.overrides)),
    )
    for name, ref in pairs:
        if kernel.slots[ref].can_be_missing:
            yield f"`{name}` at slot {ref}"


def _shared(kernel: Kernel) -> Iterator[str]:
    """No two slots have the same node, and no slot is read by nobody."""
    seen: dict[object, int] = {}
    for ref, slot in enumerate(kernel.slots):
        node = slot.node
        key = (node, type(node.value)) if isinstance(node, k.Constant) else node
        if seen.setdefault(key, ref) != ref:
            yield f"slots {seen[key]} and {ref}"
    read = {operand for slot in kernel.slots for operand in k.operands_of(slot.node)}
    idle = set(range(len(kernel.slots))) - read - set(refs_in(kernel.outputs))
    if idle:
        yield f"idle slots {sorted(idle)}"


INVARIANTS: tuple[tuple[str, Callable[[Kernel], Iterator[str]]], ...] = (
    ("ordered", _ordered),
    ("closed", _closed),
    ("typed", _typed),
    ("truths-known", _truths_known),
    ("shared", _shared),
)
