"""A kernel as Python functions, compiled once: the totals, or all that a record comes to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import attrs

from scorelang.bounds.slots import Bound, bounds_of
from scorelang.engines.python.shapes import Shape
from scorelang.engines.python.writer import write
from scorelang.kernel.compute import Figures, Given
from scorelang.kernel.nodes import Aspect, Input, Ref
from scorelang.kernel.slots import Kernel

_NAME = "score"


@attrs.frozen
class InputSlot:
    """One argument: the field it is of, and how its values are held."""

    name: str
    aspect: Aspect
    shape: Shape


@attrs.frozen
class Compiled:
    """A function of a record that gives some slots of a kernel.

    ``function`` takes what the inputs hold, in their order, the day of the
    evaluation and the figures over all records; ``refs`` are the slots it gives.
    """

    source: str
    function: Callable[[Sequence[Any], dt.date | None, Figures | None], tuple[Any, ...]]
    inputs: tuple[InputSlot, ...]
    refs: tuple[Ref, ...]
    shapes: tuple[Shape, ...]

    def values(self, given: Given) -> Mapping[Ref, Any]:
        """Give the exact values of the slots for a record."""
        held: list[Any] = []
        for each in self.inputs:
            is_value = each.aspect is Aspect.VALUE
            value = given.values[each.name] if is_value else given.specials.get(each.name, "")
            held.append(each.shape.held(value))
        found = self.function(held, given.as_of, given.figures)
        made = zip(self.refs, self.shapes, found, strict=True)
        return {ref: shape.value(part) for ref, shape, part in made}


def compile_kernel(
    kernel: Kernel, wanted: Iterable[Ref], bounds: Sequence[Bound] | None = None
) -> Compiled:
    """Compile a function that gives the wanted slots."""
    refs = tuple(wanted)
    found = write(kernel, bounds_of(kernel) if bounds is None else bounds, refs)
    body = "\n    ".join(found.lines)
    source = f"def {_NAME}(given, as_of, figures):\n    {body}\n"
    names = dict(found.names)
    code = compile(source, f"<rubric {kernel.name!r}>", "exec")
    exec(code, names)  # noqa: S102  written by us from the kernel; no text of the rubric is in it
    inputs = []
    for ref in found.inputs:
        node = kernel.node(ref)
        assert isinstance(node, Input), "inputs are fields"
        inputs.append(InputSlot(node.name, node.aspect, found.shapes[ref]))
    function: Any = names[_NAME]
    shapes = tuple(found.shapes[ref] for ref in refs)
    return Compiled(source, function, tuple(inputs), refs, shapes)
