"""Named scores and classes in words: the formula, what went in, what was rounded, which line.

In: an outcome. Out: what ``why`` says below the table. Nothing is evaluated here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

import attrs

from scorelang.model.outcome import Outcome, PassedOver
from scorelang.model.rubric import CheckedRubric, Grading
from scorelang.numeric.exact import show
from scorelang.reports.ledger_lines import Pair, Scribe
from scorelang.reports.shown_values import show_value


@attrs.frozen
class LedgerScore:
    """A named score: its points, its formula, what went into it.

    ``unrounded`` is the value before rounding, ``unlimited`` that before limits changed it.
    """

    name: str
    label: str
    points: Fraction | None
    unrounded: Fraction | None
    unlimited: Fraction | None
    formula: str
    given: tuple[Pair, ...]
    text: str
    how: tuple[str, ...]


@attrs.frozen
class LedgerClass:
    """A class: its value, the line that gave it, the lines passed over for what they need."""

    name: str
    label: str
    value: str | None
    line: str | None
    passed: tuple[PassedOver, ...] = ()


def write_pairs(pairs: Iterable[Pair], words: Mapping[str, str], between: str = ", ") -> str:
    """Write labels with their values, what is missing in the reader's words."""
    empty = words["nothing_given"]
    return between.join(f"{label} = {empty if value is None else value}" for label, value in pairs)


def explain_scores(
    outcome: Outcome, rubric: CheckedRubric, scribe: Scribe, words: Mapping[str, str]
) -> Iterator[LedgerScore]:
    """Explain every named score."""
    for score in rubric.scores:
        points = outcome.scores.get(score.name)
        unrounded = outcome.unrounded.get(score.name)
        said = rubric.wording.of("score", score.name)
        formula = ", ".join((said.text, *(each.text for each in said.clauses))) if said.text else ""
        given = (*scribe.read_by(score.value, text=formula), *scribe.points_read(score.value))
        read = write_pairs(given, words)
        limits = scribe.limits_of(score.name)
        text = "-" if points is None else show(points, limits)
        unlimited = outcome.unlimited.get(score.name)
        befores = (("before_limits", unlimited), ("before_rounding_of_score", unrounded))
        text += _told_before(befores, points, limits, words)
        how = tuple(line for line in (f"= {formula}" if formula else "", read) if line)
        label = score.label or score.name
        yield LedgerScore(
            score.name, label, points, unrounded, unlimited, formula, given, text, how
        )


def _told_before(
    befores: Iterable[tuple[str, Fraction | None]],
    points: Fraction | None,
    limits: tuple[Fraction, ...],
    words: Mapping[str, str],
) -> str:
    """Say in brackets what a score was before limits and before rounding changed it."""
    if points is None:
        return ""
    said = (
        f"{words[key]} {show(before, (*limits, points))}"
        for key, before in befores
        if before is not None and before != points
    )
    told = words["comma"].join(said)
    return f" ({told})" if told else ""


def explain_classes(
    outcome: Outcome, rubric: CheckedRubric, words: Mapping[str, str]
) -> Iterator[LedgerClass]:
    """Explain every class."""
    for grading in rubric.classes:
        name = grading.name or ""
        passed = tuple(each for each in outcome.passed_over if each.grading == name)
        value = outcome.results.get(name)
        shown = None if value is None else show_value(value, words)
        label = _label(grading, value)
        yield LedgerClass(
            name,
            grading.label or name,
            f"{shown} {label}" if label else shown,
            _line(outcome, grading, value) if value is not None else None,
            passed,
        )


def _label(grading: Grading, value: object) -> str | None:
    labels = dict(zip(grading.order, grading.labels, strict=False))
    found = labels.get(str(value))
    return found if found != value else None


def _line(outcome: Outcome, grading: Grading, value: object) -> str | None:
    """Give the line that was taken; nothing where its limit does not hold."""
    name = grading.name or ""
    if name in outcome.class_lines:
        return outcome.class_lines[name]
    if any(each.grading == name for each in outcome.passed_over):
        return None
    return next((line.text for line in grading.lines if line.name == value), None)
