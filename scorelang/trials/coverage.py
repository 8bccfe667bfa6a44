"""What no example touches: branches, missing paths, grades, overrides.

In: a checked rubric and its trials. Out: how many such things there are and which of them
were never seen. A line is known by its place in the rubric, not by its words.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from scorelang.model.expressions import FieldValue, LetValue, TableValue
from scorelang.model.outcome import Outcome, PartOutcome, PartStatus
from scorelang.model.rubric import CheckedRubric, Grading, Indicator
from scorelang.model.rules import Bands, Branch, FirstThatHolds, Levels, Lookup
from scorelang.model.walk import descend
from scorelang.source.span import Span
from scorelang.trials.run import Trial

Key = tuple[object, ...]


@attrs.frozen
class Untouched:
    """One thing no example touches: its kind, the part it belongs to, its text and place."""

    kind: str
    part: str
    text: str
    span: Span | None = attrs.field(default=None, eq=False)


@attrs.frozen
class Coverage:
    """How many things there are, and which no example touches, in the order of the rubric."""

    total: int
    untouched: tuple[Untouched, ...]


def coverage(rubric: CheckedRubric, trials: tuple[Trial, ...]) -> Coverage:
    """Compare what the rubric can do with what its examples did."""
    seen = {key for trial in trials for key in _touched(rubric, trial)}
    targets = list(_targets(rubric))
    missed = tuple(target for key, target in targets if key not in seen)
    return Coverage(len(targets), missed)


def _targets(rubric: CheckedRubric) -> Iterator[tuple[Key, Untouched]]:
    for indicator in _indicators(rubric):
        for branch in _branches(indicator):
            key = _line(indicator.name, branch.span)
            yield key, Untouched("branch", indicator.name, branch.text, branch.span)
    if rubric.grading is not None:
        yield from _grades("grade", rubric.grading)
    for grading in rubric.classes:
        yield from _grades(grading.name or "", grading)
    for override in rubric.overrides:
        missed = Untouched("override", override.name, override.text, override.span)
        yield ("override", override.name), missed
    for rule in rubric.eligibility:
        missed = Untouched("not ratable", rubric.name, rule.reason, rule.span)
        yield ("not ratable", rule.reason), missed


def _indicators(rubric: CheckedRubric) -> Iterator[Indicator]:
    for part in rubric.parts:
        yield from (node for node in descend(part) if isinstance(node, Indicator))


def _branches(indicator: Indicator) -> Iterator[Branch]:
    yield from (node for node in descend(indicator.rule) if isinstance(node, Branch))


def _grades(name: str, grading: Grading) -> Iterator[tuple[Key, Untouched]]:
    places = {line.name: line.span for line in grading.lines}
    for grade in grading.order:
        missed = Untouched("grade", name, grade, places.get(grade, grading.span))
        yield ("grade", name, grade), missed


def _line(part: str, span: Span | None) -> Key:
    return ("line", part, span)


def _touched(rubric: CheckedRubric, trial: Trial) -> Iterator[Key]:
    outcome = trial.outcome
    if not isinstance(outcome, Outcome):
        return
    for part in outcome.contributions:
        yield from _touched_part(part)
    if outcome.grade_before is not None:
        yield ("grade", "grade", outcome.grade_before)
    yield ("grade", "grade", outcome.grade)
    for grading in rubric.classes:
        yield ("grade", grading.name, outcome.results.get(grading.name or ""))
    for override in outcome.overrides:
        yield ("override", override.name)
    yield ("not ratable", outcome.reason)


def _touched_part(part: PartOutcome) -> Iterator[Key]:
    for child in part.children:
        yield from _touched_part(child)
    for span in part.taken:
        yield _line(part.name, span)


def missing_untouched(rubric: CheckedRubric, trials: tuple[Trial, ...]) -> tuple[Indicator, ...]:
    """Give the indicators that can be left unrated and that no example leaves so."""
    seen = {
        name
        for trial in trials
        if isinstance(trial.outcome, Outcome)
        for name in _missing(trial.outcome.contributions)
    }
    return tuple(
        found
        for found in _indicators(rubric)
        if found.name not in seen and _can_be_missing(rubric, found)
    )


def _can_be_missing(rubric: CheckedRubric, indicator: Indicator) -> bool:
    """Whether the indicator reads, directly or through derived values, what may be missing."""
    if isinstance(indicator.rule, Bands | Levels | FirstThatHolds) and indicator.rule.missing:
        return False  # a blank is rated by a line of its own
    optional = {field.name for field in rubric.fields if not field.required or field.specials}
    lets = {let.name: let.value for let in rubric.lets}
    tables = {table.name: table.keys for table in rubric.tables}
    waiting: list[object] = [indicator.rule]
    seen: set[str] = set()
    while waiting:
        for node in descend(waiting.pop()):
            match node:
                case FieldValue(name) if name in optional:
                    return True
                case LetValue(name) if name not in seen:
                    seen.add(name)
                    waiting.append(lets[name])
                case TableValue(name) | Lookup(name) if name not in seen:
                    seen.add(name)
                    waiting.extend(tables[name])
                case _:
                    pass
    return False


def _missing(parts: tuple[PartOutcome, ...]) -> Iterator[str]:
    for part in parts:
        if part.status in {PartStatus.MISSING, PartStatus.PARTLY}:
            yield part.name
        yield from _missing(part.children)
