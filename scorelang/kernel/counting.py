"""Counting, ranking and taking together a set of slots that a record decides.

In: slots with the truth of whether each is among those that count. Out: a slot.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from scorelang.kernel import nodes as k
from scorelang.kernel.builder import ONE, ZERO, Builder
from scorelang.kernel.nodes import Ref
from scorelang.model.expressions import Comparison, Pick
from scorelang.model.types import Value


def count_of(conditions: Iterable[Ref], b: Builder) -> Ref:
    """Count the conditions that hold; a missing one does not."""
    return b.sum(given_if(condition, ONE, b) for condition in conditions)


def given_if(condition: Ref, value: Fraction, b: Builder) -> Ref:
    """Give a number where a condition holds, else 0."""
    return b.select(((condition, b.constant(value)),), b.constant(ZERO))


def rank_of(name: Ref, order: Sequence[str], b: Builder) -> Ref:
    """Give the place of a name in an order, from 0."""
    lines = tuple(
        ((frozenset({each}),), b.constant(Fraction(place))) for place, each in enumerate(order)
    )
    return b.add(k.Lookup((name,), lines, b.missing, b.missing))


def at_place(place: Ref, names: Sequence[str], b: Builder) -> Ref:
    """Give the name at a place, from 0."""
    lines = tuple(
        ((frozenset({Fraction(each)}),), b.constant(name)) for each, name in enumerate(names)
    )
    return b.add(k.Lookup((place,), lines, b.missing, b.missing))


def sum_if(pairs: Iterable[tuple[Ref, Ref]], b: Builder) -> Ref:
    """Add up the values whose condition holds; a missing value counts nothing."""
    zero = b.constant(ZERO)
    return b.sum(b.select(((holds, value),), zero) for holds, value in pairs)


def extreme_if(pick: Pick, pairs: Sequence[tuple[Ref, Ref]], b: Builder) -> Ref:
    """Give the lowest or highest of the values that count; missing where none does."""
    found = b.missing
    for counts, value in pairs:
        both = b.lowest((found, value)) if pick is Pick.LOWEST else b.highest((found, value))
        arms = ((b.negated(counts), found), (b.is_missing(found), value))
        found = b.select(arms, both)
    return found


def product_if(pairs: Iterable[tuple[Ref, Ref]], b: Builder) -> Ref:
    """Multiply the values that count; 1 where none does."""
    one = b.constant(ONE)
    found = one
    for counts, value in pairs:
        found = b.times(found, b.select(((counts, value),), one))
    return found


def places_in(values: Sequence[Ref], counts: Sequence[Ref], b: Builder) -> list[list[Ref]]:
    """Say for each value which others come before it: higher ones, of equal ones the first."""
    found = []
    for place, own in enumerate(values):
        before = []
        for other, value in enumerate(values):
            if other != place:
                op = Comparison.AT_LEAST if other < place else Comparison.ABOVE
                before.append(b.all((counts[other], b.compare(op, value, own))))
        found.append(before)
    return found


def matched(
    subject: Ref,
    cases: Iterable[tuple[Value, Ref]],
    otherwise: Ref,
    missing: Ref,
    b: Builder,
) -> Ref:
    """Give the slot of the case that a value is."""
    lines = tuple(((frozenset({value}),), ref) for value, ref in cases)
    return b.add(k.Lookup((subject,), lines, otherwise, missing))
