"""What decided over a record beside its points: overrides, and why it is not ratable.

In: an outcome and its rubric. Out: each override that acted or would act if its time had not
passed, with its last day; the condition by which a record was refused, as written.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

import attrs

from scorelang.model.labels import labels_of, walk_parts
from scorelang.model.outcome import AppliedOverride, Outcome, Status
from scorelang.model.rubric import CheckedRubric, Override
from scorelang.model.rules import Branch
from scorelang.model.types import Value
from scorelang.model.walk import descend


@attrs.frozen
class LedgerOverride:
    """An override that acted, with its condition as written, and the last day it acts on.

    ``is_expired``: its condition holds, but that day has passed, and it did not act.
    """

    applied: AppliedOverride
    label: str
    condition: str | None
    until: dt.date | None = None
    is_expired: bool = False


def tell_overrides(
    outcome: Outcome, values: Mapping[str, Value], rubric: CheckedRubric
) -> Iterator[LedgerOverride]:
    """Tell of the overrides that acted, then of those whose time has passed."""
    declared = {override.name: override for override in rubric.overrides}
    labels = labels_of(rubric)
    for applied in outcome.overrides:
        found = declared.get(applied.name)
        label = labels.get(applied.name, applied.name)
        if found is None:
            yield LedgerOverride(applied, label, None)
        else:
            yield LedgerOverride(applied, label, found.text, _until(found, values))
    for name in outcome.expired:
        found = declared[name]
        grade = outcome.grade
        applied = AppliedOverride(name, found.kind.value, grade, grade, found.reason)
        label, until = labels.get(name, name), _until(found, values)
        yield LedgerOverride(applied, label, found.text, until, is_expired=True)


def _until(override: Override, values: Mapping[str, Value]) -> dt.date | None:
    """Give the last day on which an override acts."""
    if override.until_field is None:
        return override.until
    value = values.get(override.until_field)
    return value if isinstance(value, dt.date) else None


def refused_by(outcome: Outcome, rubric: CheckedRubric) -> str:
    """Give the condition, or the line, by which a record is not ratable."""
    if outcome.status is not Status.NOT_RATABLE or outcome.reason is None:
        return ""
    said = rubric.wording.all_of("not ratable")
    if len(said) == len(rubric.eligibility):
        for each, words in zip(rubric.eligibility, said, strict=True):
            if each.reason == outcome.reason:
                return words.text
    for part in walk_parts(rubric.parts):
        for node in descend(part):
            if isinstance(node, Branch) and node.not_ratable == outcome.reason:
                return f"{part.label or part.name}: {node.text}"
    return ""
