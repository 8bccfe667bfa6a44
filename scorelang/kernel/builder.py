"""Makes slots: an equal node is one slot, and what is known at once becomes a constant.

In: nodes, asked for one by one. Out: their places in the list. Simplifying here keeps the
lowering plain: it writes out all that can happen, and what cannot happen leaves no slot.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from scorelang.kernel import nodes as k
from scorelang.kernel.compute import NOTHING_GIVEN, compute
from scorelang.kernel.kinds import kind_of, may_be_missing
from scorelang.kernel.nodes import Aspect, Ref
from scorelang.kernel.slots import Kind, Origin, Slot
from scorelang.model.expressions import Comparison, Pick
from scorelang.model.fields import Field
from scorelang.model.types import Value

ZERO, ONE = Fraction(0), Fraction(1)


class Builder:
    """The slots made so far."""

    def __init__(self) -> None:
        self._nodes: list[k.Node] = []
        self._kinds: list[Kind] = []
        self._missing: list[bool] = []
        self._known: dict[object, Ref] = {}
        self._origins: dict[Ref, Origin] = {}
        self.fields: dict[str, Field] = {}

    def slots(self) -> tuple[Slot, ...]:
        """Give all slots."""
        made = zip(self._nodes, self._kinds, self._missing, strict=True)
        return tuple(Slot(*each, self._origins.get(ref)) for ref, each in enumerate(made))

    def name(self, ref: Ref, origin: Origin) -> Ref:
        """Say what a slot stands for, if nobody has."""
        self._origins.setdefault(ref, origin)
        return ref

    def kind(self, ref: Ref) -> Kind:
        """Give the kind of a slot."""
        return self._kinds[ref]

    def can_be_missing(self, ref: Ref) -> bool:
        """Whether a slot can be missing."""
        return self._missing[ref]

    def is_constant(self, ref: Ref) -> bool:
        """Whether a slot is a constant."""
        return isinstance(self._nodes[ref], k.Constant)

    def value(self, ref: Ref) -> Value:
        """Give the value of a constant."""
        node = self._nodes[ref]
        assert isinstance(node, k.Constant), "only a constant is known here"
        return node.value

    def is_surely(self, ref: Ref, value: Value) -> bool:
        """Whether a slot is this constant."""
        return self.is_constant(ref) and _same(self.value(ref), value)

    # Leaves

    def input(
        self, name: str, kind: Kind, *, can_be_missing: bool, aspect: Aspect = Aspect.VALUE
    ) -> Ref:
        """Give a field of the record."""
        return self._keep(k.Input(name, aspect), kind, can_be_missing=can_be_missing)

    def constant(self, value: Value) -> Ref:
        """Give a constant."""
        return self.add(k.Constant(value))

    def population(self, node: k.Population, kind: Kind) -> Ref:
        """Give a value over all records; it is missing until they have been seen."""
        return self._keep(node, kind, can_be_missing=True)

    @property
    def missing(self) -> Ref:
        """A missing value."""
        return self.constant(None)

    @property
    def yes(self) -> Ref:
        """What always holds."""
        return self.constant(True)  # noqa: FBT003  it is the value

    @property
    def no(self) -> Ref:
        """What never holds."""
        return self.constant(False)  # noqa: FBT003  it is the value

    # Nodes

    def add(self, node: k.Node) -> Ref:
        """Give the slot of a node; with constants only it is a constant itself."""
        operands = k.operands_of(node)
        if operands and all(map(self.is_constant, operands)) and _is_closed(node):
            node = k.Constant(compute(node, self.value, NOTHING_GIVEN))
        kind = kind_of(node, self.kind)
        return self._keep(node, kind, can_be_missing=may_be_missing(node, self.can_be_missing))

    def _keep(self, node: k.Node, kind: Kind, *, can_be_missing: bool) -> Ref:
        # In Python ``True == 1``; a truth and a number are never one slot.
        key = (node, type(node.value)) if isinstance(node, k.Constant) else node
        ref = self._known.get(key)
        if ref is None:
            ref = self._known[key] = len(self._nodes)
            self._nodes.append(node)
            self._kinds.append(kind)
            self._missing.append(can_be_missing)
        return ref

    # Numbers

    def linear(self, terms: Iterable[tuple[Fraction, Ref]], constant: Fraction = ZERO) -> Ref:
        """Add up slots, each times a number."""
        together: dict[Ref, Fraction] = {}
        for coefficient, ref in terms:
            if not self.is_constant(ref):
                together[ref] = together.get(ref, ZERO) + coefficient
                continue
            value = self.value(ref)
            if value is None:
                return self.missing
            assert isinstance(value, Fraction), "only numbers are added up"
            constant += coefficient * value
        kept = tuple(
            (coefficient, ref)
            for ref, coefficient in together.items()
            if coefficient or self.can_be_missing(ref)
        )
        if not kept:
            return self.constant(constant)
        if not constant and len(kept) == 1 and kept[0][0] == ONE:
            return kept[0][1]
        return self.add(k.Linear(kept, constant))

    def sum(self, refs: Iterable[Ref]) -> Ref:
        """Add up slots."""
        return self.linear((ONE, ref) for ref in refs)

    def difference(self, left: Ref, right: Ref) -> Ref:
        """Take one number from another."""
        return self.linear(((ONE, left), (-ONE, right)))

    def times(self, left: Ref, right: Ref) -> Ref:
        """Multiply."""
        for factor, other in ((left, right), (right, left)):
            if self.is_constant(factor):
                value = self.value(factor)
                if value is None:
                    return self.missing
                assert isinstance(value, Fraction), "only numbers are multiplied"
                return self.linear(((value, other),))
        return self.add(k.Product(left, right))

    def divided(self, left: Ref, right: Ref) -> Ref:
        """Divide; a zero divisor gives missing."""
        if self.is_constant(right):
            value = self.value(right)
            if not isinstance(value, Fraction) or not value:
                return self.missing
            return self.linear(((1 / value, left),))
        return self.add(k.Quotient(left, right))

    def lowest(self, refs: Sequence[Ref]) -> Ref:
        """Give the lowest of several numbers."""
        return self._extreme(Pick.LOWEST, refs)

    def highest(self, refs: Sequence[Ref]) -> Ref:
        """Give the highest of several numbers."""
        return self._extreme(Pick.HIGHEST, refs)

    def _extreme(self, pick: Pick, refs: Sequence[Ref]) -> Ref:
        each = tuple(dict.fromkeys(refs))
        return each[0] if len(each) == 1 else self.add(k.Extreme(pick, each))

    # Truths

    def all(self, refs: Iterable[Ref]) -> Ref:
        """All hold."""
        kept = dict.fromkeys(ref for ref in refs if not self.is_surely(ref, value=True))
        if any(self.is_surely(ref, value=False) for ref in kept):
            return self.no
        if not kept:
            return self.yes
        return next(iter(kept)) if len(kept) == 1 else self.add(k.And(tuple(kept)))

    def any(self, refs: Iterable[Ref]) -> Ref:
        """One holds."""
        kept = dict.fromkeys(ref for ref in refs if not self.is_surely(ref, value=False))
        if any(self.is_surely(ref, value=True) for ref in kept):
            return self.yes
        if not kept:
            return self.no
        return next(iter(kept)) if len(kept) == 1 else self.add(k.Or(tuple(kept)))

    def negated(self, ref: Ref) -> Ref:
        """Does not hold."""
        node = self._nodes[ref]
        return node.operand if isinstance(node, k.Not) else self.add(k.Not(ref))

    def at_least(self, minimum: int, refs: Sequence[Ref]) -> Ref:
        """At least so many hold."""
        kept = [ref for ref in refs if not self.is_surely(ref, value=False)]
        left = [ref for ref in kept if not self.is_surely(ref, value=True)]
        minimum -= len(kept) - len(left)
        if minimum <= 0:
            return self.yes
        if minimum > len(left):
            return self.no
        return self.any(left) if minimum == 1 else self.add(k.AtLeast(minimum, tuple(left)))

    def surely(self, ref: Ref) -> Ref:
        """Whether it holds for certain: missing is no."""
        return ref if not self.can_be_missing(ref) else self.coalesce((ref, self.no))

    def surely_not(self, ref: Ref) -> Ref:
        """Whether it certainly does not hold."""
        return self.surely(self.negated(ref))

    def is_missing(self, ref: Ref) -> Ref:
        """Whether a slot is missing."""
        return self.add(k.IsMissing(ref)) if self.can_be_missing(ref) else self.no

    def is_known(self, ref: Ref) -> Ref:
        """Whether a slot is not missing."""
        return self.negated(self.is_missing(ref))

    def compare(self, op: Comparison, left: Ref, right: Ref) -> Ref:
        """Compare two values."""
        return self.add(k.Compare(op, left, right))

    # Choices

    def select(self, arms: Iterable[tuple[Ref, Ref]], otherwise: Ref) -> Ref:
        """Give the value of the first arm that holds."""
        kept: list[tuple[Ref, Ref]] = []
        for holds, given in arms:
            if self.is_constant(holds):
                if self.value(holds) is not True:
                    continue
                otherwise = given
                break
            kept.append((holds, given))
        while kept and (kept[-1][1] == otherwise or self._stands_in(kept[-1], otherwise)):
            _, given = kept.pop()
            otherwise = self.coalesce((otherwise, given))
        return self.add(k.Select(tuple(kept), otherwise)) if kept else otherwise

    def _stands_in(self, arm: tuple[Ref, Ref], otherwise: Ref) -> bool:
        """Whether an arm gives something for what would else be missing."""
        node = self._nodes[arm[0]]
        return isinstance(node, k.IsMissing) and node.operand == otherwise

    def coalesce(self, refs: Iterable[Ref]) -> Ref:
        """Give the first value that is known."""
        kept: list[Ref] = []
        for ref in dict.fromkeys(refs):
            if not self.is_surely(ref, None):
                kept.append(ref)
                if not self.can_be_missing(ref):
                    break
        if not kept:
            return self.missing
        return kept[0] if len(kept) == 1 else self.add(k.Coalesce(tuple(kept)))


def _is_closed(node: k.Node) -> bool:
    return not isinstance(node, k.Population)


def _same(left: Value, right: Value) -> bool:
    return type(left) is type(right) and left == right
