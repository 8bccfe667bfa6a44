"""One record in microseconds: the kernel of a rubric as generated code, compiled once and kept.

In: a checked rubric, mappings. Out: an outcome of which total, grade, flags and what is open are
known at once; the ledger, notes and all words come from the interpreter when they are read. What
is not plain (a fault, a record that is not ratable) is given back, for the interpreter to tell.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from scorelang.bounds.slots import bounds_of
from scorelang.engines.python.asked import Asked, Results
from scorelang.engines.python.compiled import compile_kernel
from scorelang.engines.python.shapes import shapes_of
from scorelang.kernel.lower import lower_rubric
from scorelang.kernel.outputs import Outputs
from scorelang.model.outcome import Outcome, Status
from scorelang.model.rubric import CheckedRubric
from scorelang.records.quick_mapping import QuickReader


class QuickScorer:
    """Scores mappings by one rubric that compares no records and has no raters."""

    def __init__(self, rubric: CheckedRubric) -> None:
        kernel = lower_rubric(rubric)
        bounds = bounds_of(kernel)
        asked = Asked(shapes_of(kernel, bounds))
        self._figures = _Figures(kernel.outputs, asked)
        compiled = compile_kernel(kernel, asked.refs, bounds)
        self._function = compiled.function
        self._reader = QuickReader(rubric, compiled.inputs)
        self._step = None if rubric.total is None else rubric.total.step

    @classmethod
    def of(cls, rubric: CheckedRubric) -> QuickScorer | None:
        """Give the scorer of a rubric, if a record is all that it needs."""
        has_raters = any(field.raters for field in rubric.fields)
        return None if has_raters or rubric.populations else cls(rubric)

    def score(
        self,
        record: Mapping[str, object],
        as_of: dt.date | None,
        rest: Callable[[], Outcome],
    ) -> Outcome | None:
        """Score a record; nothing where the interpreter has something to tell of it."""
        read = self._reader.read(record)
        if read is None:
            return None
        held, identity = read
        known = self._figures.known(self._function(held, as_of, None))
        if known is None:
            return None
        known["row"], known["id"], known["step"] = 1, identity, self._step
        return Outcome.deferred(known, rest)

    def totals(
        self, record: Mapping[str, object], as_of: dt.date | None = None
    ) -> tuple[Fraction | None, str | None] | None:
        """Give the exact total and the grade alone; nothing where there is more to tell."""
        read = self._reader.read(record)
        return None if read is None else self._figures.totals(self._function(read[0], as_of, None))


class _Figures:
    """What is asked of the kernel, and how an outcome is read off what it gives."""

    def __init__(self, outputs: Outputs, asked: Asked) -> None:
        incomplete = (
            (part.name, part.is_incomplete)
            for part in outputs.parts
            if part.is_incomplete is not None
        )
        self._guards = asked.places(guard.broken for guard in outputs.guards)
        self._flags = asked.truths(outputs.flags)
        self._missing = asked.truths(incomplete)
        self._undecided = asked.truths((*outputs.undecided_before, *outputs.undecided_after))
        self._reason = asked.values({"reason": outputs.not_ratable})
        self._totals = asked.values({"total": outputs.total, "grade": outputs.grade})
        self._before = asked.values({"grade_before": outputs.grade_before})

    def totals(self, found: Results) -> tuple[Fraction | None, str | None] | None:
        """Give the total and the grade; nothing where there is no score."""
        if True in found[self._guards] or self._reason.of(found)["reason"] is not None:
            return None
        figures = self._totals.of(found)
        return figures.get("total"), figures.get("grade")

    def known(self, found: Results) -> dict[str, Any] | None:
        """Give the attributes of the outcome; nothing where there is no score."""
        totals = self.totals(found)
        if totals is None:
            return None
        total, grade = totals
        return {
            "status": Status.SCORED,
            "total_exact": total,
            "grade": grade,
            "grade_before": self._before.of(found).get("grade_before"),
            "flags": self._flags.holding(found),
            "missing": self._missing.holding(found),
            "undecided": self._undecided.holding(found),
        }
