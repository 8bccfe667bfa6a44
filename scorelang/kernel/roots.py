"""The slots that the outputs of a kernel name."""

from __future__ import annotations

from scorelang.kernel.nodes import Ref
from scorelang.kernel.outputs import Outputs
from scorelang.kernel.prune import outputs_by


def refs_in(outputs: Outputs) -> tuple[Ref, ...]:
    """Give all slots that outputs name, each once."""
    found: dict[Ref, None] = {}

    def note(ref: Ref) -> Ref:
        found[ref] = None
        return ref

    outputs_by(outputs, note)
    return tuple(found)
