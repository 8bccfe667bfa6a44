"""A kernel that breaks an invariant is told by its name."""

import attrs
import pytest

from scorelang.kernel import nodes as k
from scorelang.kernel.invariants import check_invariants
from scorelang.kernel.lower import lower_rubric
from scorelang.kernel.outputs import Outputs
from scorelang.kernel.slots import Kernel, Kind, Slot
from tests.strategies import shipped_rubric

NUMBER = Slot(k.Input("x"), Kind.NUMBER, can_be_missing=True)
YES = Slot(k.Constant(value=True), Kind.TRUTH, can_be_missing=False)


def broken(*slots, **outputs):
    found = check_invariants(Kernel("r", slots, Outputs(**outputs)))
    return {each.split(":")[0] for each in found}


def test_a_kernel_from_the_lowering_breaks_none():
    assert not check_invariants(lower_rubric(shipped_rubric("customer-rating")))


@pytest.mark.parametrize(
    ("slots", "outputs", "name"),
    [
        ((NUMBER, NUMBER), {"results": {"r": 1}}, "shared"),
        ((NUMBER, YES), {"results": {"r": 0}}, "shared"),
        ((NUMBER,), {"results": {"r": 3}}, "ordered"),
        ((NUMBER, attrs.evolve(YES, node=k.Not(1))), {"flags": (("f", 1),)}, "ordered"),
        ((NUMBER, attrs.evolve(YES, node=k.Not(0))), {"flags": (("f", 1),)}, "typed"),
        ((NUMBER, attrs.evolve(YES, kind=Kind.DAY)), {"results": {"r": 1, "x": 0}}, "typed"),
        ((NUMBER,), {"flags": (("f", 0),)}, "truths-known"),
    ],
)
def test_what_is_broken_is_named(slots, outputs, name):
    assert name in broken(*slots, **outputs)
