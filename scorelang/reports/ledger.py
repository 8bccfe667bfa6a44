"""An outcome as a ledger: line by line what was given, which rule applied, what it counts.

In: an outcome, the values of its record and the checked rubric. Out: a ``Ledger``, plain
data with all numbers exact. INVARIANT (ledger-adds-up): the points of a group are the sum
of what its children and adjustments count; the total likewise. Nothing is evaluated here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs

from scorelang.model.labels import labels_of, relabel
from scorelang.model.outcome import GivenReason, Outcome
from scorelang.model.rubric import CheckedRubric
from scorelang.model.types import Value
from scorelang.reports.ledger_lines import (
    LedgerLine,
    LineKind,
    Pair,
    Scribe,
    tell_stretched,
)
from scorelang.reports.ledger_scores import (
    LedgerClass,
    LedgerScore,
    explain_classes,
    explain_scores,
)
from scorelang.reports.ledger_verdicts import LedgerOverride, refused_by, tell_overrides
from scorelang.reports.limits import limits_in
from scorelang.reports.rating_lines import tell_ratings
from scorelang.reports.words import find_words

__all__ = ["Ledger", "LedgerLine", "LedgerOverride", "LineKind", "make_ledger"]


@attrs.frozen
class UsedLedger:
    """The ledger of a used rubric for the same record."""

    alias: str
    ledger: Ledger
    rubric: CheckedRubric


@attrs.frozen
class Ledger:
    """All that led to one result, in the order of the rubric.

    ``given`` and ``derived`` are the values that no line shows: read by conditions and named
    scores only. ``compared`` are values over all records that this one was compared with.
    ``ratings`` says of each field with raters how its value came about. ``labels`` are those of
    results and classes, ``names`` those of parts, scores, overrides and fields. ``rescaled``
    says how the total was stretched where parts of it are left out. ``refused_by`` is the
    condition, as written, by which the record is not ratable; ``has_grade``: there are grades.
    """

    title: str
    version: str | None
    outcome: Outcome
    lines: tuple[LedgerLine, ...]
    total_full: Fraction | None
    grade_text: str | None
    grade_label: str | None
    overrides: tuple[LedgerOverride, ...]
    scores: tuple[LedgerScore, ...]
    labels: Mapping[str, str]
    reasons: tuple[GivenReason, ...]
    names: Mapping[str, str]
    classes: tuple[LedgerClass, ...] = ()
    given: tuple[Pair, ...] = ()
    ratings: tuple[tuple[str, str], ...] = ()
    derived: tuple[Pair, ...] = ()
    compared: tuple[Pair, ...] = ()
    used: tuple[UsedLedger, ...] = ()
    rescaled: str = ""
    refused_by: str = ""
    has_grade: bool = False

    def called(self, note: str) -> str:
        """Write a note with the labels of what it names between backticks."""
        return relabel(note, self.names)


def make_ledger(
    outcome: Outcome, values: Mapping[str, Value], rubric: CheckedRubric, *, lang: str = "en"
) -> Ledger:
    """Set up the ledger of one outcome; ``lang`` chooses the words for yes, no and empty."""
    combined = {name: found.value for name, found in outcome.ratings.items()}
    words, limits = find_words(lang), limits_in(rubric)
    scribe = Scribe(outcome, {**values, **combined}, rubric, words, limits)
    lines = tuple(scribe.lines())
    scores = tuple(explain_scores(outcome, rubric, scribe, words))
    told = {label for line in lines for label, _ in line.given}
    told |= {label for score in scores for label, _ in score.given}
    grade_text, grade_label = _grade_words(outcome, rubric)
    return Ledger(
        title=rubric.label or rubric.name,
        version=rubric.version,
        outcome=outcome,
        lines=lines,
        total_full=rubric.total.range.high if rubric.total else None,
        grade_text=grade_text,
        grade_label=grade_label,
        overrides=tuple(tell_overrides(outcome, values, rubric)),
        scores=scores,
        labels=_labels(rubric),
        names={"grade": words["grade"], **labels_of(rubric)},
        classes=tuple(explain_classes(outcome, rubric, words)),
        reasons=outcome.reasons or (),
        given=tuple(scribe.others(told)),
        derived=tuple(scribe.derived(told)),
        compared=tuple(scribe.compared()),
        ratings=tell_ratings(outcome, rubric, lang),
        used=tuple(_used_ledgers(outcome, rubric, lang)),
        rescaled=tell_stretched(outcome.stretched, words),
        refused_by=refused_by(outcome, rubric),
        has_grade=rubric.grading is not None,
    )


def _used_ledgers(outcome: Outcome, rubric: CheckedRubric, lang: str) -> Iterator[UsedLedger]:
    rubrics = {used.alias: used.rubric for used in rubric.used}
    for each in outcome.used:
        inner = rubrics[each.alias]
        ledger = make_ledger(each.outcome, each.values, inner, lang=lang)
        yield UsedLedger(each.alias, ledger, inner)


def _labels(rubric: CheckedRubric) -> Mapping[str, str]:
    """Give the label of every result and class; a name may be a part's too, so parts stay out."""
    named = [(result.name, result.label) for result in rubric.results]
    named += [(grading.name, grading.label) for grading in rubric.classes if grading.name]
    return {name: label for name, label in named if label}


def _grade_words(outcome: Outcome, rubric: CheckedRubric) -> tuple[str | None, str | None]:
    """Give the text of the line that gave the grade before overrides, and the grade's label.

    Where a line above failed what it needs, the limit of the line that was taken may not hold;
    then the outcome has no line, and an untrue one is never told.
    """
    grading = rubric.grading
    if grading is None:
        return outcome.grade_line, None
    before = outcome.grade_before or outcome.grade
    text = outcome.grade_line
    if text is None and not any(each.grading is None for each in outcome.passed_over):
        text = next((line.text for line in grading.lines if line.name == before), None)
    labels = dict(zip(grading.order, grading.labels, strict=False))
    named = {line.name: line.label for line in grading.lines}
    return text, labels.get(outcome.grade or "") or named.get(outcome.grade or "")
