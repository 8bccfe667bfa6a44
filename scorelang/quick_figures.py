"""Outcomes of records that were read, as far as generated code knows them.

In: a checked rubric, records. Out: the attributes of an outcome by name, or nothing where the
interpreter has more to tell: of a fault, of something missing, open or expired.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import compress
from typing import Any

import attrs

from scorelang.bounds.slots import bounds_of
from scorelang.engines.python.asked import Asked, Results
from scorelang.engines.python.compiled import Compiled, InputSlot, compile_kernel
from scorelang.engines.python.shapes import Form, shapes_of
from scorelang.kernel.lower import lower_rubric
from scorelang.kernel.nodes import Aspect
from scorelang.kernel.outputs import Outputs
from scorelang.model.fields import Record
from scorelang.model.needs import has_actions
from scorelang.model.outcome import AppliedOverride, GivenReason, Status
from scorelang.model.rubric import CheckedRubric, Override

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
        asked = Asked(shapes_of(kernel, bounds))
        figures = _Figures(kernel.outputs, asked, rubric)
        compiled = compile_kernel(kernel, asked.refs, bounds)
        return cls(compiled.function, _holder(compiled), figures)

    def known(self, record: Record, day: dt.date | None) -> dict[str, Any] | None:
        """Give what is known of the outcome of a record."""
        return self.figures.known(self.function(self.hold(record.values), day, None))


def _holder(compiled: Compiled) -> Callable[[Mapping[str, Any]], list[Any]]:
    """Give what puts the values of a record into the form that the function takes."""
    holds = [(each.name, _hold(each)) for each in compiled.inputs]
    return lambda values: [hold(values[name]) for name, hold in holds]


def _hold(given: InputSlot) -> Callable[[Any], Any]:
    if given.aspect is Aspect.SPECIAL:
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


class _Figures:
    """What is asked of the kernel, and how an outcome is read off what it gives.

    First what must not hold (a fault, something missing or open), then what must be known.
    """

    def __init__(self, outputs: Outputs, asked: Asked, rubric: CheckedRubric) -> None:
        told = (
            *(guard.broken for guard in outputs.guards),
            *(ref for _, ref in outputs.undecided_before),
            *(ref for _, ref in outputs.undecided_after),
            *(ref for _, ref in outputs.expired),
            *(part.is_incomplete for part in outputs.parts if part.is_incomplete is not None),
            *(part.is_left_out for part in outputs.parts if part.is_left_out is not None),
        )
        self._told = asked.places(told)
        self._reason = asked.values({"reason": outputs.not_ratable})
        self._flags = asked.truths(outputs.flags)
        self._actions = asked.truths(outputs.actions)
        self._is_acting = has_actions(rubric)
        self._totals = asked.values(
            {
                "total_exact": outputs.total,
                "grade": outputs.grade,
                "grade_before": outputs.grade_before,
            }
        )
        self._points = asked.values({part.name: part.points for part in outputs.parts})
        self._scores = asked.values(outputs.scores)
        self._results = asked.values({**outputs.classes, **outputs.results})
        self._lets = asked.values(outputs.lets)
        self._levels = asked.values({part.name: part.level for part in outputs.parts})
        self._overrides = _Overrides(outputs, asked, rubric)
        self._reasons = _Reasons(outputs, asked, rubric)
        self._same: dict[str, object] = {
            "status": Status.SCORED,
            "reason": None,
            "version": None,
            "total_exact": None,
            "grade": None,
            "grade_before": None,
            "step": None if rubric.total is None else rubric.total.step,
            **dict.fromkeys(("missing", "undecided", "expired", "left_out"), ()),
            **dict.fromkeys(("notes", "specials", "ratings", "populations"), _NOTHING),
        }

    def known(self, found: Results) -> dict[str, Any] | None:
        """Give the attributes of an outcome; nothing where the interpreter has more to tell."""
        if True in found[self._told] or self._reason.of(found)["reason"] is not None:
            return None
        scores, results = self._scores.of(found), self._results.of(found)
        totals, lets = self._totals.of(found), self._lets.of(found)
        # Points are missing where a part does not apply, which is no news.
        if any(None in named.values() for named in (scores, results, totals, lets)):
            return None
        levels = self._levels.of(found)
        return {
            **self._same,
            **totals,
            "scores": {**self._points.of(found), **scores},
            "results": results,
            "lets": lets,
            "levels": {name: level for name, level in levels.items() if level is not None},
            "flags": self._flags.holding(found),
            "actions": self._actions.holding(found) if self._is_acting else None,
            "overrides": self._overrides.given(found),
            "reasons": self._reasons.given(found),
        }


class _Overrides:
    """The overrides that acted, with the grade before and after each."""

    def __init__(self, outputs: Outputs, asked: Asked, rubric: CheckedRubric) -> None:
        slots = (*outputs.zeroed, *outputs.overrides)
        declared = {override.name: override for override in rubric.overrides}
        self._fired = asked.places(each.fired for each in slots)
        self._each = tuple(
            (declared[each.name], asked.values({"before": each.before, "after": each.after}))
            for each in slots
        )

    def given(self, found: Results) -> tuple[AppliedOverride, ...]:
        """Give the overrides that acted; mostly there are none."""
        fired = found[self._fired]
        if True not in fired:
            return ()
        acted = compress(self._each, fired)
        return tuple(_applied(override, grades.of(found)) for override, grades in acted)


def _applied(override: Override, grades: Mapping[str, Any]) -> AppliedOverride:
    before, after = grades.get("before"), grades.get("after")
    return AppliedOverride(override.name, override.kind.value, before, after, override.reason)


class _Reasons:
    """The reason codes of a record: the largest distance first, ties as the rubric has them."""

    def __init__(self, outputs: Outputs, asked: Asked, rubric: CheckedRubric) -> None:
        self._order, self._codes = rubric.reasons, outputs.reasons
        self._each = tuple(
            (
                each.indicator,
                asked.values(
                    {"code": each.code, "difference": each.difference, "shown": each.shown}
                ),
            )
            for each in outputs.reason_slots
        )

    def given(self, found: Results) -> tuple[GivenReason, ...] | None:
        """Give the reasons; nothing where the rubric declares none."""
        if self._order is None:
            return None
        named = []
        for indicator, slots in self._each:
            values = slots.of(found)
            code, difference = values["code"], values["difference"]
            if code is not None and difference is not None and difference >= 0:
                reason = self._codes[int(code)]
                given = GivenReason(reason.code, indicator, values["shown"], reason.text)
                named.append((-difference, given))
        named.sort(key=lambda pair: pair[0])
        return tuple(given for _, given in named[: self._order.count])
