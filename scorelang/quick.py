"""One record in microseconds: the kernel of a rubric as generated code, compiled once and kept.

In: a checked rubric, mappings. Out: an outcome of which total, grade, flags and what is open are
known at once; the ledger, notes and all words come from the interpreter when they are read. What
is not plain (a fault, a record that is not ratable) is given back, for the interpreter to tell.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import compress
from typing import Any

import attrs

from scorelang.bounds.slots import bounds_of
from scorelang.engines.python.compiled import compile_kernel
from scorelang.engines.python.shapes import PLAIN, Shape, shapes_of
from scorelang.kernel.lower import lower_rubric
from scorelang.kernel.nodes import Ref
from scorelang.kernel.outputs import Outputs
from scorelang.model.outcome import Outcome, Status
from scorelang.model.rubric import CheckedRubric
from scorelang.records.quick_mapping import QuickReader


class QuickScorer:
    """Scores mappings by one rubric that compares no records and has no raters."""

    def __init__(self, rubric: CheckedRubric) -> None:
        kernel = lower_rubric(rubric)
        bounds = bounds_of(kernel)
        self._results = _Results(kernel.outputs, shapes_of(kernel, bounds))
        compiled = compile_kernel(kernel, self._results.refs, bounds)
        self._function = compiled.function
        self._reader = QuickReader(rubric, compiled.inputs)
        total = rubric.total
        self._step = total.roundings[-1].step if total is not None and total.roundings else None

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
        known = self._results.known(self._function(held, as_of, None))
        if known is None:
            return None
        known["row"], known["id"], known["step"] = 1, identity, self._step
        return Outcome.deferred(known, rest)

    def totals(
        self, record: Mapping[str, object], as_of: dt.date | None = None
    ) -> tuple[Fraction | None, str | None] | None:
        """Give the exact total and the grade alone; nothing where there is more to tell."""
        read = self._reader.read(record)
        return None if read is None else self._results.totals(self._function(read[0], as_of, None))


class _Results:
    """What is asked of the kernel, and how an outcome is read off what it gives.

    The results stand in the order of ``refs``: guards, then truths by kind, then values.
    """

    def __init__(self, outputs: Outputs, shapes: Sequence[Shape]) -> None:
        guards = [("", guard.broken) for guard in outputs.guards]
        undecided = (*outputs.undecided_before, *outputs.undecided_after)
        incomplete = [
            (part.name, part.is_incomplete)
            for part in outputs.parts
            if part.is_incomplete is not None
        ]
        self.refs: list[Ref] = []
        self._guards = self._take(guards)
        self._flags = self._take(outputs.flags)
        self._missing = self._take(incomplete)
        self._undecided = self._take(undecided)
        self._reason = self._place(outputs.not_ratable)
        self._total = self._place(outputs.total)
        self._grade = self._place(outputs.grade)
        self._before = self._place(outputs.grade_before)
        self._shape = PLAIN if outputs.total is None else shapes[outputs.total]

    def _take(self, pairs: Sequence[tuple[str, Ref]]) -> _Truths:
        first = len(self.refs)
        self.refs += [ref for _, ref in pairs]
        return _Truths(tuple(name for name, _ in pairs), slice(first, len(self.refs)))

    def _place(self, ref: Ref | None) -> int:
        """Give where a value stands; nothing is asked as one that is never there."""
        self.refs += [] if ref is None else [ref]
        return len(self.refs) - 1 if ref is not None else -1

    def known(self, found: tuple[Any, ...]) -> dict[str, object] | None:
        """Give the attributes of the outcome; nothing where there is no score."""
        if True in found[self._guards.places] or found[self._reason] is not None:
            return None
        total, grade, before = self._total, self._grade, self._before
        return {
            "status": Status.SCORED,
            "total_exact": None if total < 0 else self._shape.value(found[total]),
            "grade": None if grade < 0 else found[grade],
            "grade_before": None if before < 0 else found[before],
            "flags": self._flags.holding(found),
            "missing": self._missing.holding(found),
            "undecided": self._undecided.holding(found),
        }

    def totals(self, found: tuple[Any, ...]) -> tuple[Fraction | None, str | None] | None:
        """Give the total and the grade; nothing where there is no score."""
        if True in found[self._guards.places] or found[self._reason] is not None:
            return None
        total = None if self._total < 0 else self._shape.value(found[self._total])
        assert total is None or isinstance(total, Fraction), "a total is a number"
        return total, None if self._grade < 0 else found[self._grade]


@attrs.frozen
class _Truths:
    """Names, and where their truths stand among the results."""

    names: tuple[str, ...]
    places: slice

    def holding(self, found: tuple[Any, ...]) -> tuple[str, ...]:
        """Give the names that hold, each once; mostly there are none."""
        truths = found[self.places]
        if True not in truths:
            return ()
        return tuple(dict.fromkeys(compress(self.names, truths)))
