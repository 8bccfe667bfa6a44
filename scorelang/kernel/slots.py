"""The list of slots: each has a node, a kind, and whether it can be missing.

Names and origins are for people: what a slot stands for in the policy, and where that is
written. The outputs of a kernel, which slot is the total and which a flag, are in ``outputs``.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping

import attrs

from scorelang.kernel.nodes import Node, Ref
from scorelang.kernel.outputs import Outputs
from scorelang.model.fields import Field
from scorelang.source.span import Span


class Kind(enum.Enum):
    """What the values of a slot are."""

    NUMBER = "number"
    TRUTH = "truth"
    NAME = "name"
    """A name of a closed list, or any text: of a category, a grade, a level."""
    DAY = "day"
    NOTHING = "nothing"
    """Always missing."""


@attrs.frozen
class Origin:
    """Where in the policy a slot comes from: its span, and the part or line it belongs to."""

    what: str
    span: Span | None = None


@attrs.frozen
class Slot:
    """One slot; ``origin`` is set where it is something the policy names."""

    node: Node
    kind: Kind
    can_be_missing: bool
    origin: Origin | None = None


@attrs.frozen
class Kernel:
    """A rubric, lowered: slots in an order in which each reads only earlier ones."""

    name: str
    slots: tuple[Slot, ...]
    outputs: Outputs
    fields: Mapping[str, Field] = attrs.field(factory=dict)
    """The fields behind the inputs, by the name of the input."""

    def node(self, ref: Ref) -> Node:
        """Give the node of a slot."""
        return self.slots[ref].node
