"""Scores a record by a kernel: slot by slot, exactly.

In: a kernel and what a record gives. Out: ``Scored``, all that the outcome of a record says but
for its words: the ledger, the notes and what faults say come from the interpreter.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import attrs

from scorelang.kernel.compute import Given, compute
from scorelang.kernel.nodes import Ref
from scorelang.kernel.outputs import Outputs
from scorelang.kernel.slots import Kernel
from scorelang.model.types import Value


@attrs.frozen
class Acted:
    """An override that acted, with the grade before and after it."""

    name: str
    before: Value
    after: Value


@attrs.frozen
class Named:
    """A reason code with its indicator and the distance from the baseline."""

    code: str
    indicator: str
    difference: Fraction


@attrs.frozen
class Scored:
    """What a record comes to; ``faults`` are codes with fields, and then nothing else is set."""

    faults: tuple[tuple[str, str], ...] = ()
    not_ratable: Value = None
    total: Value = None
    grade: Value = None
    grade_before: Value = None
    scores: Mapping[str, Value] = attrs.field(factory=dict)
    results: Mapping[str, Value] = attrs.field(factory=dict)
    levels: Mapping[str, Value] = attrs.field(factory=dict)
    flags: tuple[str, ...] = ()
    overrides: tuple[Acted, ...] = ()
    missing: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()
    expired: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    reasons: tuple[Named, ...] = ()
    lets: Mapping[str, Value] = attrs.field(factory=dict)
    populations: Mapping[str, Value] = attrs.field(factory=dict)


def evaluate(kernel: Kernel, given: Given) -> tuple[Value, ...]:
    """Give the value of every slot."""
    values: list[Value] = []
    for slot in kernel.slots:
        values.append(compute(slot.node, values.__getitem__, given))
    return tuple(values)


def score(kernel: Kernel, given: Given, count: int | None = None) -> Scored:
    """Score a record; at most ``count`` reason codes are named."""
    return read(kernel.outputs, evaluate(kernel, given), count)


def read(outputs: Outputs, values: tuple[Value, ...], count: int | None = None) -> Scored:
    """Read an outcome off the values of all slots."""
    faults = tuple(
        (guard.code, guard.field) for guard in outputs.guards if values[guard.broken] is True
    )
    if faults:
        return Scored(faults)
    reason = None if outputs.not_ratable is None else values[outputs.not_ratable]
    lets = _each(outputs.lets, values)
    before = _holding(outputs.undecided_before, values)
    if reason is not None:
        return Scored(not_ratable=reason, undecided=before, lets=lets)
    return Scored(
        total=_maybe(outputs.total, values),
        grade=_maybe(outputs.grade, values),
        grade_before=_maybe(outputs.grade_before, values),
        scores={
            **{part.name: values[part.points] for part in outputs.parts},
            **_each(outputs.scores, values),
        },
        results={**_each(outputs.classes, values), **_each(outputs.results, values)},
        levels={
            part.name: values[part.level]
            for part in outputs.parts
            if part.level is not None and values[part.level] is not None
        },
        flags=_holding(outputs.flags, values),
        overrides=tuple(
            Acted(each.name, _maybe(each.before, values), _maybe(each.after, values))
            for each in (*outputs.zeroed, *outputs.overrides)
            if values[each.fired] is True
        ),
        missing=tuple(
            part.name
            for part in outputs.parts
            if part.is_incomplete is not None and values[part.is_incomplete] is True
        ),
        undecided=tuple(dict.fromkeys((*before, *_holding(outputs.undecided_after, values)))),
        expired=_holding(outputs.expired, values),
        actions=_holding(outputs.actions, values),
        reasons=tuple(_reasons(outputs, values))[:count],
        lets=lets,
        populations=_each(outputs.compared, values),
    )


def _reasons(outputs: Outputs, values: tuple[Value, ...]) -> list[Named]:
    """Name the largest distances first, ties in the order of the rubric; none below zero."""
    found = []
    for each in outputs.reason_slots:
        code, difference, shown = values[each.code], values[each.difference], values[each.shown]
        if isinstance(code, Fraction) and isinstance(difference, Fraction) and difference >= 0:
            assert isinstance(shown, Fraction), "rounded from what is known"
            name = outputs.reasons[int(code)].code
            found.append((-difference, Named(name, each.indicator, shown)))
    return [named for _, named in sorted(found, key=lambda pair: pair[0])]


def _each(refs: Mapping[str, Ref], values: tuple[Value, ...]) -> dict[str, Value]:
    return {name: values[ref] for name, ref in refs.items()}


def _holding(refs: tuple[tuple[str, Ref], ...], values: tuple[Value, ...]) -> tuple[str, ...]:
    return tuple(name for name, ref in refs if values[ref] is True)


def _maybe(ref: Ref | None, values: tuple[Value, ...]) -> Value:
    return None if ref is None else values[ref]
