"""Outcomes of records that were read, as far as generated code knows them.

In: a checked rubric, records. Out: the attributes of an outcome by name, or nothing where the
interpreter has more to tell: of a fault, of something missing, open or expired.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

import attrs

from scorelang.bounds.slots import bounds_of
from scorelang.engines.python.compiled import Compiled, InputSlot, compile_kernel
from scorelang.engines.python.shapes import Form, Shape, shapes_of
from scorelang.kernel.lower import lower_rubric
from scorelang.kernel.nodes import Ref
from scorelang.kernel.outputs import Outputs
from scorelang.model.fields import Record
from scorelang.model.needs import has_actions
from scorelang.model.outcome import AppliedOverride, GivenReason, Status
from scorelang.model.rubric import CheckedRubric, Override

_REMEMBERED = 4096
_NOTHING: Mapping[str, Any] = {}


@attrs.frozen
class Quick:
    """The code made for a rubric, with what puts records in and reads outcomes off."""

    function: Callable[[Sequence[Any], dt.date | None, None], tuple[Any, ...]]
    hold: Callable[[Mapping[str, Any]], list[Any]]
    figures: _Figures

    @classmethod
    def of(cls, rubric: CheckedRubric) -> Quick:
        """Make the code."""
        kernel = lower_rubric(rubric)
        bounds = bounds_of(kernel)
        figures = _Figures(kernel.outputs, shapes_of(kernel, bounds), rubric)
        compiled = compile_kernel(kernel, figures.refs, bounds)
        return cls(compiled.function, _holder(compiled), figures)

    def known(self, record: Record, day: dt.date | None) -> dict[str, Any] | None:
        """Give what is known of the outcome of a record."""
        return self.figures.known(self.function(self.hold(record.values), day, None))


def _holder(compiled: Compiled) -> Callable[[Mapping[str, Any]], list[Any]]:
    """Give what puts the values of a record into the form that the function takes."""
    holds = [(each.name, _hold(each)) for each in compiled.inputs]
    return lambda values: [hold(values[name]) for name, hold in holds]


def _hold(given: InputSlot) -> Callable[[Any], Any]:
    if given.aspect.value == "special":
        return lambda _: ""
    if given.shape.form is Form.PLAIN:
        return lambda value: value
    if given.shape.form is Form.RATIO:
        return lambda value: (None, 1) if value is None else value.as_integer_ratio()
    scale = given.shape.scale

    def whole(value: Fraction | None) -> int | None:
        if value is None:
            return None
        top, below = value.as_integer_ratio()
        return top * (scale // below)

    return whole


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


class _Figures:
    """What is asked of the kernel, and how an outcome is read off what it gives.

    First what must not hold (a fault, something missing or open), then what must be known.
    """

    def __init__(self, outputs: Outputs, shapes: Sequence[Shape], rubric: CheckedRubric) -> None:
        self.refs: list[Ref] = []
        told = (
            *(guard.broken for guard in outputs.guards),
            *(ref for _, ref in outputs.undecided_before),
            *(ref for _, ref in outputs.undecided_after),
            *(ref for _, ref in outputs.expired),
            *(part.is_incomplete for part in outputs.parts if part.is_incomplete is not None),
            *(part.is_left_out for part in outputs.parts if part.is_left_out is not None),
        )
        self._told = self._take(told)
        self._reason = self._take((outputs.not_ratable,) if outputs.not_ratable is not None else ())
        self._flags = tuple(name for name, _ in outputs.flags)
        self._flag_places = self._take(ref for _, ref in outputs.flags)
        self._actions = tuple(name for name, _ in outputs.actions)
        self._action_places = self._take(ref for _, ref in outputs.actions)
        points = {part.name: part.points for part in outputs.parts}
        single = {"total_exact": outputs.total, "grade": outputs.grade}
        single["grade_before"] = outputs.grade_before
        self._single = self._readers({k: v for k, v in single.items() if v is not None}, shapes)
        self._points = self._readers(points, shapes)
        self._scores = self._readers(outputs.scores, shapes)
        self._results = self._readers({**outputs.classes, **outputs.results}, shapes)
        self._lets = self._take(outputs.lets.values())
        levels = {part.name: part.level for part in outputs.parts if part.level is not None}
        self._levels = self._readers(levels, shapes)
        self._overrides = _Overrides(self, outputs, shapes, rubric)
        self._reasons = _Reasons(self, outputs, shapes, rubric)
        total = rubric.total
        step = total.roundings[-1].step if total is not None and total.roundings else None
        self._same: dict[str, object] = {
            "status": Status.SCORED,
            "step": step,
            "missing": (),
            "undecided": (),
            "expired": (),
            "notes": _NOTHING,
            "specials": _NOTHING,
            "ratings": _NOTHING,
            "populations": _NOTHING,
            "left_out": (),
            "reason": None,
            "version": None,
        }
        self._is_acting = has_actions(rubric)

    def _take(self, refs: Iterable[Ref]) -> slice:
        first = len(self.refs)
        self.refs += refs
        return slice(first, len(self.refs))

    def place(self, refs: Iterable[Ref]) -> slice:
        """Ask for slots; give where they stand."""
        return self._take(refs)

    def take(self, refs: Mapping[str, Ref], shapes: Sequence[Shape]) -> Any:  # noqa: ANN401
        """Ask for slots by name; give what reads them."""
        return self._readers(refs, shapes)

    def _readers(
        self, refs: Mapping[str, Ref], shapes: Sequence[Shape]
    ) -> tuple[tuple[str, int, Callable[[Any], Any]], ...]:
        first = len(self.refs)
        self.refs += refs.values()
        return tuple(
            (name, first + place, _reader(shapes[ref]))
            for place, (name, ref) in enumerate(refs.items())
        )

    def known(self, found: tuple[Any, ...]) -> dict[str, Any] | None:
        """Give the attributes of an outcome; nothing where the interpreter has more to tell."""
        if True in found[self._told] or found[self._reason] not in {(), (None,)}:
            return None
        scores = {name: read(found[at]) for name, at, read in self._scores}
        results = {name: read(found[at]) for name, at, read in self._results}
        single = {name: read(found[at]) for name, at, read in self._single}
        # Points are missing where a part does not apply, which is no news.
        is_open = None in scores.values() or None in results.values() or None in single.values()
        if is_open or None in found[self._lets] or (None, 1) in found[self._lets]:
            return None
        flags, actions = found[self._flag_places], found[self._action_places]
        return {
            "grade": None,
            "grade_before": None,
            "total_exact": None,
            **self._same,
            **single,
            "scores": {**{name: read(found[at]) for name, at, read in self._points}, **scores},
            "results": results,
            "levels": {n: v for n, at, read in self._levels if (v := read(found[at])) is not None},
            "flags": _holding(self._flags, flags),
            "actions": _holding(self._actions, actions) if self._is_acting else None,
            "overrides": self._overrides.given(found),
            "reasons": self._reasons.given(found),
        }


def _holding(names: tuple[str, ...], truths: tuple[bool, ...]) -> tuple[str, ...]:
    if True not in truths:
        return ()
    return tuple(name for name, holds in zip(names, truths, strict=True) if holds)


class _Overrides:
    """The overrides that acted, with the grade before and after each."""

    def __init__(
        self, figures: _Figures, outputs: Outputs, shapes: Sequence[Shape], rubric: CheckedRubric
    ) -> None:
        slots = (*outputs.zeroed, *outputs.overrides)
        declared = {override.name: override for override in rubric.overrides}
        self._declared = tuple(declared[each.name] for each in slots)
        self._fired = figures.place(each.fired for each in slots)
        self._moves = tuple(
            figures.take(
                {}
                if each.before is None or each.after is None
                else {"before": each.before, "after": each.after},
                shapes,
            )
            for each in slots
        )

    def given(self, found: tuple[Any, ...]) -> tuple[AppliedOverride, ...]:
        """Give the overrides that acted."""
        fired = found[self._fired]
        if True not in fired:
            return ()
        return tuple(
            self._applied(override, moves, found)
            for override, acts, moves in zip(self._declared, fired, self._moves, strict=True)
            if acts
        )

    def _applied(self, override: Override, moves: Any, found: tuple[Any, ...]) -> AppliedOverride:  # noqa: ANN401
        grades = {name: found[at] for name, at, _ in moves}
        before, after = grades.get("before"), grades.get("after")
        return AppliedOverride(override.name, override.kind.value, before, after, override.reason)


class _Reasons:
    """The reason codes of a record: the largest distance first, ties as the rubric has them."""

    def __init__(
        self, figures: _Figures, outputs: Outputs, shapes: Sequence[Shape], rubric: CheckedRubric
    ) -> None:
        self._order = rubric.reasons
        self._codes = outputs.reasons
        slots = outputs.reason_slots
        self._slots = tuple(
            zip(
                (each.indicator for each in slots),
                figures.take({each.indicator: each.code for each in slots}, shapes),
                figures.take({each.indicator: each.difference for each in slots}, shapes),
                figures.take({each.indicator: each.shown for each in slots}, shapes),
                strict=True,
            )
        )

    def given(self, found: tuple[Any, ...]) -> tuple[GivenReason, ...] | None:
        """Give the reasons; nothing where the rubric declares none."""
        if self._order is None:
            return None
        named = []
        for indicator, code_of, difference_of, shown_of in self._slots:
            code, difference = (read(found[at]) for _, at, read in (code_of, difference_of))
            if code is not None and difference is not None and difference >= 0:
                code_found = self._codes[int(code)]
                shown = shown_of[2](found[shown_of[1]])
                reason = GivenReason(code_found.code, indicator, shown, code_found.text)
                named.append((-difference, reason))
        named.sort(key=lambda pair: pair[0])
        return tuple(reason for _, reason in named[: self._order.count])
