"""Whether an override acts: its condition holds, and its time has not passed."""

from __future__ import annotations

from scorelang.kernel import nodes as k
from scorelang.kernel.frame import Frame
from scorelang.kernel.lower_values import lower
from scorelang.kernel.nodes import Ref
from scorelang.model.expressions import Comparison
from scorelang.model.rubric import Override


def acts_and_expired(override: Override, frame: Frame) -> tuple[Ref, Ref, Ref]:
    """Say whether an override acts, is undecided, or would act if its time had not passed.

    What has no known end, or no known day of the evaluation, goes on.
    """
    b, holds = frame.builder, lower(override.condition, frame)
    over = _is_over(override, frame)
    in_time = b.negated(over)
    acts = b.all((in_time, b.surely(holds)))
    undecided = b.all((in_time, b.is_missing(holds)))
    return acts, undecided, b.all((over, b.surely(holds)))


def _is_over(override: Override, frame: Frame) -> Ref:
    b = frame.builder
    if override.until_field is not None:
        last = frame.fields[override.until_field]
    elif override.until is not None:
        last = b.constant(override.until)
    else:
        return b.no
    return b.surely(b.compare(Comparison.ABOVE, b.add(k.AsOf()), last))
