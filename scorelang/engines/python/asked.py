"""What is asked of a compiled kernel, and how it is read off what the code gives.

In: slots, by name. Out: where each stands among the results, and what makes a value of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import compress
from typing import Any

import attrs

from scorelang.engines.python.shapes import Form, Shape
from scorelang.kernel.nodes import Ref

_REMEMBERED = 4096

Results = tuple[Any, ...]
"""What a compiled function gives, each as its shape holds it."""


@attrs.frozen
class Truths:
    """Names, and where their truths stand among the results."""

    names: tuple[str, ...]
    places: slice

    def holding(self, found: Results) -> tuple[str, ...]:
        """Give the names that hold, each once; mostly there are none."""
        truths = found[self.places]
        return tuple(dict.fromkeys(compress(self.names, truths))) if True in truths else ()


@attrs.frozen
class Values:
    """Names, where their values stand among the results, and what reads each."""

    readers: tuple[tuple[str, int, Callable[[Any], Any]], ...]

    def of(self, found: Results) -> dict[str, Any]:
        """Give the values by name."""
        return {name: read(found[at]) for name, at, read in self.readers}


@attrs.define
class Asked:
    """The slots that are asked for so far, in the order of the results."""

    shapes: Sequence[Shape]
    refs: list[Ref] = attrs.field(factory=list)

    def places(self, refs: Iterable[Ref]) -> slice:
        """Ask for slots; give where they stand."""
        first = len(self.refs)
        self.refs += refs
        return slice(first, len(self.refs))

    def truths(self, pairs: Iterable[tuple[str, Ref]]) -> Truths:
        """Ask for truths by name."""
        named = tuple(pairs)
        return Truths(tuple(name for name, _ in named), self.places(ref for _, ref in named))

    def values(self, refs: Mapping[str, Ref | None]) -> Values:
        """Ask for values by name; those without a slot are left out."""
        named = {name: ref for name, ref in refs.items() if ref is not None}
        first = self.places(named.values()).start
        return Values(
            tuple(
                (name, first + place, _reader(self.shapes[ref]))
                for place, (name, ref) in enumerate(named.items())
            )
        )


def _reader(shape: Shape) -> Callable[[Any], Any]:
    """Give what makes an exact value of what is held; equal ones are made once."""
    if shape.form is Form.PLAIN:
        return lambda held: held
    made: dict[Any, Any] = {}

    def read(held: Any) -> Any:  # noqa: ANN401  a number, or missing
        found = made.get(held)
        if found is None:
            found = shape.value(held)
            if len(made) < _REMEMBERED:
                made[held] = found
        return found

    return read
