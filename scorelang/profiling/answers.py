"""The answers behind each group, as they are scored.

In: a rubric. Out: for each group, and for the whole, its items. An indicator that reads one
answer, or makes more than a weighted sum of several, is one item: its points. A weighted sum of
several answers is taken apart into the answers with their factors.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

import attrs

from scorelang.model.expressions import (
    Arithmetic,
    Calculation,
    Const,
    Expr,
    FieldValue,
    LetValue,
    Negation,
)
from scorelang.model.fields import FieldType
from scorelang.model.rubric import CheckedRubric, Group, Indicator, Part
from scorelang.model.rules import Formula, Rule
from scorelang.model.walk import descend
from scorelang.profiling.sample import parts_of

_FEWEST = 2
_Factors = Mapping[str, Fraction]


@attrs.frozen
class Item:
    """One answer: the points of its indicator, or the answer times ``factor``.

    ``name`` is the field, where the indicator reads a single one.
    """

    indicator: str
    name: str
    factor: Fraction | None = None


def items_of_groups(rubric: CheckedRubric) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """Give the items of each group, then those of the rubric; each set once."""
    reader = _Reader(rubric)
    seen: set[frozenset[str]] = set()
    tops = parts_of(rubric)
    named: list[tuple[str, Sequence[Part]]] = [(one.name, (one,)) for one in _groups(tops)]
    for name, parts in (*named, (rubric.name, tops)):
        items = tuple(reader.items(parts))
        names = frozenset(item.name for item in items)
        if len(items) >= _FEWEST and names not in seen:
            seen.add(names)
            yield name, items


def _groups(parts: Sequence[Part]) -> Iterator[Group]:
    for part in parts:
        if isinstance(part, Group):
            yield part
            yield from _groups(part.children)


def _indicators(parts: Sequence[Part]) -> Iterator[Indicator]:
    for part in parts:
        if isinstance(part, Group):
            yield from _indicators(part.children)
        else:
            yield part


class _Reader:
    """Finds the answers that parts read, also through derived values."""

    def __init__(self, rubric: CheckedRubric) -> None:
        self._answers = {field.name for field in rubric.fields if field.type is FieldType.RATING}
        self._lets = {let.name: let.value for let in rubric.lets}

    def items(self, parts: Sequence[Part]) -> Iterator[Item]:
        """Give the items of parts; an answer that two indicators read counts once."""
        seen: set[str] = set()
        for indicator in _indicators(parts):
            read = self._read(indicator.rule)
            factors = self._factors(indicator.rule) if len(read) >= _FEWEST else None
            if factors is not None and set(factors) == set(read):
                found = [Item(indicator.name, name, factor) for name, factor in factors.items()]
            else:
                name = read[0] if len(read) == 1 else indicator.name
                found = [Item(indicator.name, name)] if read else []
            yield from (item for item in found if item.name not in seen)
            seen.update(item.name for item in found)

    def _read(self, rule: Rule) -> tuple[str, ...]:
        found: dict[str, None] = {}
        waiting: list[object] = [rule]
        seen: set[str] = set()
        while waiting:
            for below in descend(waiting.pop()):
                if isinstance(below, FieldValue) and below.name in self._answers:
                    found.setdefault(below.name)
                elif isinstance(below, LetValue) and below.name not in seen:
                    seen.add(below.name)
                    waiting += [self._lets[below.name]] if below.name in self._lets else []
        return tuple(found)

    def _factors(self, rule: Rule) -> _Factors | None:
        return self._sum(rule.value) if isinstance(rule, Formula) else None

    def _sum(self, expr: Expr) -> _Factors | None:
        """Give the factor of each field in a weighted sum; nothing where it is none."""
        match expr:
            case Const(Fraction()):
                return {}
            case FieldValue(name):
                return {name: Fraction(1)}
            case LetValue(name):
                return self._sum(self._lets[name]) if name in self._lets else None
            case Negation(operand):
                return _times(self._sum(operand), Fraction(-1))
            case Calculation(Arithmetic.ADD, left, right):
                return _plus(self._sum(left), self._sum(right))
            case Calculation(Arithmetic.SUBTRACT, left, right):
                return _plus(self._sum(left), _times(self._sum(right), Fraction(-1)))
            case Calculation(Arithmetic.MULTIPLY, Const(Fraction() as factor), other):
                return _times(self._sum(other), factor)
            case Calculation(Arithmetic.MULTIPLY, other, Const(Fraction() as factor)):
                return _times(self._sum(other), factor)
            case Calculation(Arithmetic.DIVIDE, other, Const(Fraction() as factor)) if factor:
                return _times(self._sum(other), 1 / factor)
            case _:
                return None


def _times(found: _Factors | None, factor: Fraction) -> _Factors | None:
    return None if found is None else {name: each * factor for name, each in found.items()}


def _plus(first: _Factors | None, second: _Factors | None) -> _Factors | None:
    if first is None or second is None:
        return None
    return {
        name: first.get(name, Fraction(0)) + second.get(name, Fraction(0))
        for name in dict.fromkeys((*first, *second))
    }
