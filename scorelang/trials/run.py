"""Runs the examples inside a rubric through the ordinary reading and scoring of a record.

In: a checked rubric. Out: one trial for each example, with what differs from what it
expects. An example's cells are read like those of a CSV file, so that an example that is
expected to be rejected is rejected by the same words as a record would be.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction

import attrs

from scorelang.evaluator.baseline import BaselineNeededError
from scorelang.evaluator.interpreter import Evaluator
from scorelang.model.fields import Rejection
from scorelang.model.outcome import Outcome, Status
from scorelang.model.rubric import CheckedRubric, Example, Expected, Result
from scorelang.model.types import Value
from scorelang.numeric.exact import show
from scorelang.numeric.rounding import round_to
from scorelang.records.mapping import record_from_texts
from scorelang.source.span import Span


@attrs.frozen
class Mismatch:
    """An expectation that was not met; both sides in words."""

    what: str
    expected: str
    got: str
    span: Span | None = attrs.field(default=None, eq=False)


@attrs.frozen
class Trial:
    """One example with what came out; nothing where a value over all records is not assumed."""

    example: Example
    outcome: Outcome | Rejection | None
    mismatches: tuple[Mismatch, ...]

    @property
    def passed(self) -> bool:
        """Whether everything came out as expected."""
        return not self.mismatches


def run_examples(rubric: CheckedRubric, as_of: dt.date | None = None) -> tuple[Trial, ...]:
    """Score each example and compare; ``as_of`` is the day of the evaluation."""
    evaluator = Evaluator(rubric)
    return tuple(_run(rubric, evaluator, example, as_of) for example in rubric.examples)


def _run(
    rubric: CheckedRubric, evaluator: Evaluator, example: Example, as_of: dt.date | None
) -> Trial:
    record = record_from_texts(rubric, example.texts)
    if isinstance(record, Rejection):
        outcome: Outcome | Rejection = record
    else:
        assumed: Mapping[str, Mapping[Value, Value]] = {
            name: dict(values) for name, values in example.assumed
        }
        try:
            outcome = evaluator.score(record, assumed, example.as_of or as_of)
        except BaselineNeededError as error:
            needed = Mismatch("the example", "assumed values over all records", str(error))
            return Trial(example, None, (attrs.evolve(needed, span=example.span),))
    return Trial(example, outcome, tuple(_compare(rubric, example, outcome)))


def _compare(
    rubric: CheckedRubric, example: Example, outcome: Outcome | Rejection
) -> list[Mismatch]:
    if isinstance(outcome, Rejection):
        return _compare_rejected(example, outcome)
    found = []
    for expected in example.expected:
        mismatch = _difference(rubric, expected, outcome)
        if mismatch is not None:
            found.append(mismatch)
    return found


def _compare_rejected(example: Example, rejection: Rejection) -> list[Mismatch]:
    faulty = {fault.field for fault in rejection.faults}
    told = "; ".join(f"{fault.field}: {fault.message}" for fault in rejection.faults)
    wanted = [expected for expected in example.expected if expected.kind == "rejected"]
    if not wanted:
        return [Mismatch("the record", "scored", f"rejected ({told})", example.span)]
    return [
        Mismatch(f"field `{name}`", "rejected", f"rejected ({told})", expected.span)
        for expected in wanted
        for name in expected.names
        if name not in faulty
    ]


def _difference(rubric: CheckedRubric, expected: Expected, outcome: Outcome) -> Mismatch | None:
    match expected.kind:
        case "rejected":
            return Mismatch("the record", "rejected", outcome.status.value, expected.span)
        case "not ratable":
            fits = outcome.status is Status.NOT_RATABLE
            return None if fits else Mismatch("the record", "not ratable", "scored", expected.span)
        case "flags":
            return _listed("flags", expected, outcome.flags)
        case "missing":
            return _listed("missing", expected, outcome.missing)
        case _:
            got = _value(rubric, expected, outcome)
            if got == expected.value:
                return None
            what = f"`{expected.name}`" if expected.name else expected.kind
            return Mismatch(what, say(expected.value), say(got), expected.span)


def _listed(what: str, expected: Expected, got: tuple[str, ...]) -> Mismatch | None:
    if set(expected.names) <= set(got) and (expected.names or not got):
        return None
    wanted = ", ".join(expected.names) or "none"
    return Mismatch(what, wanted, ", ".join(got) or "none", expected.span)


def _value(rubric: CheckedRubric, expected: Expected, outcome: Outcome) -> Value:
    name = expected.name or ""
    match expected.kind:
        case "total":
            return outcome.total_exact
        case "grade":
            return outcome.grade
        case "score":
            return outcome.scores.get(name)
        case "level":
            return outcome.levels.get(name)
        case _:
            return _printed(rubric, name, outcome.results.get(name))


def _printed(rubric: CheckedRubric, name: str, value: Value) -> Value:
    """A result is expected as it is printed: at its declared step."""
    declared: Result | None = next((r for r in rubric.results if r.name == name), None)
    if isinstance(value, Fraction) and declared is not None and declared.rounding is not None:
        return round_to(value, declared.rounding)
    return value


def say(value: Value) -> str:
    """Say a value as a person would write it."""
    if value is None:
        return "missing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return show(value) if isinstance(value, Fraction) else str(value)
