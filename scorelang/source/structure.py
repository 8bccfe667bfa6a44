"""Equality, hash and text of the nodes of trees, shared by all their classes.

attrs writes these methods for each class when it is imported; of the hundreds of small classes a
rubric is made of, that is much of the time the program takes to start. A class that is declared
``@attrs.frozen(eq=False, repr=False)`` and derives from ``Structure`` behaves as one without the
two: equal to another of its own class with equal attributes, those with ``eq=False`` aside.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

import attrs


class Structure:
    """A node that is what its attributes are."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Whether another node of this class says the same."""
        if self is other:
            return True
        if other.__class__ is not self.__class__:
            return NotImplemented
        values = _compared(self.__class__)
        return values(self) == values(other)

    def __hash__(self) -> int:
        """Hash what is compared."""
        kind = self.__class__
        return hash((kind, _compared(kind)(self)))

    def __repr__(self) -> str:
        """Write the node as it would be made."""
        kind = self.__class__
        names = (field.name for field in _fields(kind) if field.repr)
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{kind.__qualname__}({shown})"


_COMPARED: dict[object, Callable[[object], object]] = {}


def _compared(kind: type) -> Callable[[object], object]:
    """Give what reads the attributes that are compared; it is made once for each class."""
    found = _COMPARED.get(kind)
    if found is None:
        names = [field.name for field in _fields(kind) if field.eq]
        found = _COMPARED[kind] = attrgetter(*names) if names else _nothing
    return found


def _nothing(_: object) -> object:
    return ()


def _fields(kind: type) -> tuple[attrs.Attribute[object], ...]:
    assert attrs.has(kind), "a node is declared with attrs"
    found: tuple[attrs.Attribute[object], ...] = attrs.fields(kind)
    return found
