"""An outcome as a ledger: line by line what was given, which rule applied, what it counts.

In: an outcome, the values of its record and the checked rubric. Out: a ``Ledger``, plain
data with all numbers exact. INVARIANT (ledger-adds-up): the points of a group are the sum
of what its children and adjustments count; the total likewise. Nothing is evaluated here.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import assert_never

import attrs

from scorelang.model.expressions import FieldValue, LetValue, UsedValue, UsedWord
from scorelang.model.fields import FieldType
from scorelang.model.outcome import (
    Adjustment,
    AppliedOverride,
    GivenReason,
    Outcome,
    PartOutcome,
    PartStatus,
)
from scorelang.model.rubric import CheckedRubric, Group, Indicator, Part
from scorelang.model.rules import (
    AllThatHold,
    Bands,
    BySegment,
    FirstThatHolds,
    Formula,
    Levels,
    Lookup,
    Rule,
    Within,
)
from scorelang.model.types import Value
from scorelang.numeric.exact import show, to_text
from scorelang.numeric.rounding import round_to
from scorelang.reports.rating_lines import tell_ratings
from scorelang.reports.read_names import read_names
from scorelang.reports.shown_values import show_field, show_let, show_value
from scorelang.reports.words import find_words


class LineKind(enum.Enum):
    """What a line of the ledger stands for."""

    GROUP = "group"
    INDICATOR = "indicator"
    ADJUSTMENT = "adjustment"
    SUBTOTAL = "subtotal"
    TOTAL = "total"


@attrs.frozen
class LedgerLine:
    """One line; ``given`` are pairs of label and value, ``counts`` goes into the sum above it."""

    kind: LineKind
    depth: int
    name: str
    label: str
    given: tuple[tuple[str, str], ...] = ()
    rule: str | None = None
    level: str | None = None
    points: Fraction | None = None
    full: Fraction | None = None
    factor: Fraction = Fraction(1)
    counts: Fraction | None = None
    status: PartStatus = PartStatus.RATED
    note: str | None = None


@attrs.frozen
class LedgerOverride:
    """An override that acted, with its condition as written."""

    applied: AppliedOverride
    label: str
    condition: str | None


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
    ``ratings`` says of each field with raters how its value came about.
    """

    title: str
    version: str | None
    outcome: Outcome
    lines: tuple[LedgerLine, ...]
    total_full: Fraction | None
    grade_text: str | None
    grade_label: str | None
    overrides: tuple[LedgerOverride, ...]
    scores: tuple[tuple[str, str, Fraction | None], ...]
    labels: Mapping[str, str]
    reasons: tuple[GivenReason, ...]
    given: tuple[tuple[str, str], ...] = ()
    ratings: tuple[tuple[str, str], ...] = ()
    derived: tuple[tuple[str, str], ...] = ()
    compared: tuple[tuple[str, str], ...] = ()
    used: tuple[UsedLedger, ...] = ()


def make_ledger(
    outcome: Outcome, values: Mapping[str, Value], rubric: CheckedRubric, *, lang: str = "en"
) -> Ledger:
    """Set up the ledger of one outcome; ``lang`` chooses the words for yes, no and empty."""
    combined = {name: found.value for name, found in outcome.ratings.items()}
    scribe = _Scribe(outcome, {**values, **combined}, rubric, find_words(lang))
    labels = _labels(rubric)
    lines = tuple(scribe.lines())
    grade_text, grade_label = _grade_words(outcome, rubric)
    return Ledger(
        title=rubric.label or rubric.name,
        version=rubric.version,
        outcome=outcome,
        lines=lines,
        total_full=rubric.total.range.high if rubric.total else None,
        grade_text=outcome.grade_line or grade_text,
        grade_label=grade_label,
        overrides=_overrides(outcome, rubric),
        scores=tuple(
            (score.name, score.label or score.name, outcome.scores.get(score.name))
            for score in rubric.scores
        ),
        labels=labels,
        reasons=outcome.reasons or (),
        given=tuple(scribe.others(lines)),
        derived=tuple(scribe.derived(lines)),
        compared=tuple(scribe.compared()),
        ratings=tell_ratings(outcome, rubric, lang),
        used=tuple(_used_ledgers(outcome, rubric, lang)),
    )


def _used_ledgers(outcome: Outcome, rubric: CheckedRubric, lang: str) -> Iterator[UsedLedger]:
    rubrics = {used.alias: used.rubric for used in rubric.used}
    for each in outcome.used:
        inner = rubrics[each.alias]
        ledger = make_ledger(each.outcome, each.values, inner, lang=lang)
        yield UsedLedger(each.alias, ledger, inner)


class _Scribe:
    """Writes the lines of one outcome."""

    def __init__(
        self,
        outcome: Outcome,
        values: Mapping[str, Value],
        rubric: CheckedRubric,
        words: Mapping[str, str],
    ) -> None:
        self._outcome, self._values, self._words = outcome, values, words
        self._fields = {field.name: field for field in rubric.fields}
        self._lets = {let.name: let for let in rubric.lets}
        self._tables = {table.name: table for table in rubric.tables}
        self._parts = {part.name: part for part in _walk(rubric.parts)}
        self._total_full = rubric.total.range.high if rubric.total else None

    def lines(self) -> Iterator[LedgerLine]:
        """Give all lines, the total last."""
        for part in self._outcome.contributions:
            yield from self._part(part, 0)
        for adjustment in self._outcome.adjustments:
            yield self._adjustment(adjustment, 0)
        if self._outcome.total_exact is not None:
            total = self._outcome.total_exact
            yield LedgerLine(
                LineKind.TOTAL,
                0,
                "total",
                self._words["total"],
                points=total,
                full=self._total_full,
                counts=total,
            )

    def others(self, lines: tuple[LedgerLine, ...]) -> Iterator[tuple[str, str]]:
        """Give the values of the record that no line shows, the key aside."""
        shown = {label for line in lines for label, _ in line.given}
        for field in self._fields.values():
            label, value = field.label or field.name, self._values.get(field.name)
            if value is not None and not field.is_key and label not in shown:
                yield label, show_field(field, value, self._words)

    def derived(self, lines: tuple[LedgerLine, ...]) -> Iterator[tuple[str, str]]:
        """Give the derived values that no line shows."""
        shown = {label for line in lines for label, _ in line.given}
        for name, value in self._outcome.lets.items():
            let = self._lets.get(name)
            label = (let.label if let else None) or name
            if let is not None and label not in shown:
                yield label, show_let(let, value, self._words, as_percent=False)

    def compared(self) -> Iterator[tuple[str, str]]:
        """Give the values over all records; a share of a percent field reads as a percentage."""
        for name, value in self._outcome.populations.items():
            percent = any(
                field.type is FieldType.PERCENT and field.name in name.split()
                for field in self._fields.values()
            )
            if percent and isinstance(value, Fraction):
                yield name, f"{show(value * 100)}%"
            else:
                yield name, show_value(value, self._words)

    def _part(self, part: PartOutcome, depth: int) -> Iterator[LedgerLine]:
        declared = self._parts.get(part.name)
        label = (declared.label if declared else None) or part.name
        if not part.is_group:
            yield self._indicator(part, declared, label, depth)
            return
        yield LedgerLine(
            LineKind.GROUP, depth, part.name, label, status=part.status, note=part.note
        )
        for child in part.children:
            yield from self._part(child, depth + 1)
        for adjustment in part.adjustments:
            yield self._adjustment(adjustment, depth + 1)
        yield LedgerLine(
            LineKind.SUBTOTAL,
            depth,
            part.name,
            self._words["subtotal"].format(label),
            points=part.points,
            full=part.full,
            factor=part.factor,
            counts=part.contribution,
            status=part.status,
        )

    def _indicator(
        self, part: PartOutcome, declared: Part | None, label: str, depth: int
    ) -> LedgerLine:
        return LedgerLine(
            LineKind.INDICATOR,
            depth,
            part.name,
            label,
            given=tuple(self._given(declared, part)) if isinstance(declared, Indicator) else (),
            rule=part.branch,
            level=part.level,
            points=part.points,
            full=part.full,
            factor=part.factor,
            counts=part.contribution,
            status=part.status,
            note=part.note or self._outcome.notes.get(part.name),
        )

    def _given(self, indicator: Indicator, part: PartOutcome) -> Iterator[tuple[str, str]]:
        """Give fields and derived values that the rule reads, as pairs of label and text."""
        names = read_names(indicator.rule)
        keys = tuple(self._tables[name].keys for name in names.tables if name in self._tables)
        behind = read_names(*(key for table in keys for key in table))
        as_percent = "%" in (part.branch or "") or "％" in (part.branch or "")
        for name in dict.fromkeys((*names.lets, *behind.lets)):
            let, value = self._lets[name], self._outcome.lets.get(name)
            yield (
                let.label or name,
                show_let(let, value, self._words, as_percent=as_percent),
            )
        for name in dict.fromkeys((*names.fields, *behind.fields)):
            field = self._fields[name]
            yield field.label or name, show_field(field, self._values.get(name), self._words)
        for expr in names.used:
            yield _used_name(expr), show_value(self._used_value(expr), self._words)
        if isinstance(part.compared, Fraction) and _is_computed(indicator.rule):
            compared = show(part.compared * 100) + "%" if as_percent else show(part.compared)
            yield self._words["compared"], compared

    def _used_value(self, expr: UsedValue) -> Value:
        """Give what was read of a used rubric."""
        found = next((each for each in self._outcome.used if each.alias == expr.alias), None)
        if found is None:
            return None
        name = expr.name or ""
        match expr.word:
            case UsedWord.TOTAL:
                return found.outcome.total_exact
            case UsedWord.GRADE:
                return found.outcome.grade
            case UsedWord.POINTS:
                return found.points.get(name)
            case UsedWord.LEVEL:
                return found.outcome.levels.get(name)
            case UsedWord.CLASS | UsedWord.RESULT:
                return found.outcome.results.get(name)

    def _adjustment(self, adjustment: Adjustment, depth: int) -> LedgerLine:
        kind = adjustment.kind.value
        return LedgerLine(
            LineKind.ADJUSTMENT, depth, kind, self._words[kind], counts=adjustment.amount
        )


def result_texts(ledger: Ledger, rubric: CheckedRubric, lang: str) -> tuple[tuple[str, str], ...]:
    """Give the results of an outcome as pairs of label and text, rounded where declared."""
    words = find_words(lang)
    roundings = {result.name: result.rounding for result in rubric.results}
    found: list[tuple[str, str]] = []
    for name, value in ledger.outcome.results.items():
        rounding = roundings.get(name)
        text = show_value(value, words)
        if rounding and isinstance(value, Fraction):
            text = to_text(round_to(value, rounding)) or text
        found.append((ledger.labels.get(name, name), text))
    return tuple(found)


def _used_name(expr: UsedValue) -> str:
    return f"{expr.alias}.{expr.name or expr.word.value}"


def _is_computed(rule: Rule) -> bool:
    """Whether what a rule compares is worked out, and no value that stands in its line anyway."""
    match rule:
        case Bands(subject=subject) | Levels(subject=subject):
            return not isinstance(subject, FieldValue | LetValue)
        case Formula(compared=compared):
            return compared is not None and not isinstance(compared, FieldValue | LetValue)
        case BySegment(rules=rules):
            return any(_is_computed(inner) for _, inner in rules)
        case FirstThatHolds() | AllThatHold() | Within() | Lookup():
            return False
        case _:
            assert_never(rule)


def _walk(parts: tuple[Part, ...]) -> Iterator[Part]:
    for part in parts:
        yield part
        if isinstance(part, Group):
            yield from _walk(part.children)


def _labels(rubric: CheckedRubric) -> Mapping[str, str]:
    """Give the label of every result and class; a name may be a part's too, so parts stay out."""
    named = [(result.name, result.label) for result in rubric.results]
    named += [(grading.name, grading.label) for grading in rubric.classes if grading.name]
    return {name: label for name, label in named if label}


def _overrides(outcome: Outcome, rubric: CheckedRubric) -> tuple[LedgerOverride, ...]:
    declared = {override.name: override for override in rubric.overrides}
    return tuple(
        LedgerOverride(
            applied,
            (declared[applied.name].label or applied.name)
            if applied.name in declared
            else applied.name,
            declared[applied.name].text if applied.name in declared else None,
        )
        for applied in outcome.overrides
    )


def _grade_words(outcome: Outcome, rubric: CheckedRubric) -> tuple[str | None, str | None]:
    """Give the text of the line that gave the grade before overrides, and the grade's label."""
    if rubric.grading is None:
        return None, None
    before = outcome.grade_before or outcome.grade
    text = next((line.text for line in rubric.grading.lines if line.name == before), None)
    labels = dict(zip(rubric.grading.order, rubric.grading.labels, strict=False))
    named = {line.name: line.label for line in rubric.grading.lines}
    label = labels.get(outcome.grade or "") or named.get(outcome.grade or "")
    return text, label
