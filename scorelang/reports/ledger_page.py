"""The ledger of one record as rows and facts, the same for every way of showing it.

In: a ledger. Out: a ``LedgerPage``: a title, the table that adds up, and below it what else
the outcome holds, each fact with its label. Nothing is cut; numbers are text, ready to read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs

from scorelang.model.outcome import Outcome, PassedOver, Status
from scorelang.model.rubric import CheckedRubric, OverrideKind
from scorelang.numeric.exact import show
from scorelang.reports.ledger import Ledger, LedgerLine, LedgerOverride, LineKind
from scorelang.reports.ledger_results import ResultTexts
from scorelang.reports.ledger_scores import write_pairs
from scorelang.reports.words import find_words


@attrs.frozen
class PageRow:
    """A line of the table; ``kind`` is that of its line of the ledger."""

    kind: str
    depth: int
    cells: tuple[str, ...]


@attrs.frozen
class Fact:
    """Something below the table: a label with a text, or with lines of its own."""

    label: str
    text: str = ""
    lines: tuple[str, ...] = ()


@attrs.frozen
class LedgerPage:
    """A page; ``numbers`` says which columns hold numbers, ``used`` are pages of used rubrics."""

    title: str
    warning: str
    heads: tuple[str, ...]
    numbers: tuple[bool, ...]
    rows: tuple[PageRow, ...]
    facts: tuple[Fact, ...]
    used: tuple[LedgerPage, ...] = ()
    sheet: str = "why"


def set_page(
    ledger: Ledger, rubric: CheckedRubric, lang: str, title: str | None = None
) -> LedgerPage:
    """Set out a ledger."""
    words = find_words(lang)
    outcome = ledger.outcome
    is_ratable = outcome.status is not Status.NOT_RATABLE
    has_factor = any(line.factor != 1 for line in ledger.lines)
    heads = ["part", "given", "rule", "points", "of", *(["factor"] if has_factor else []), "counts"]
    return LedgerPage(
        title=_title(ledger, words) if title is None else title,
        warning="" if is_ratable else f"{words['not ratable']}: {_reason(ledger)}",
        heads=tuple(words[head] for head in heads),
        numbers=(False, False, False, *(True for _ in heads[3:])),
        rows=tuple(_row(line, ledger, words, has_factor=has_factor) for line in ledger.lines),
        facts=tuple(_facts(ledger, rubric, words)),
        used=tuple(
            set_page(used.ledger, used.rubric, lang, _used_title(used.alias, used.ledger, words))
            for used in ledger.used
        ),
        sheet=words["sheet"],
    )


def _reason(ledger: Ledger) -> str:
    """Say why a record is not ratable, with the condition that held."""
    said = ledger.called(ledger.outcome.reason or "")
    return f"{said} ({ledger.refused_by})" if ledger.refused_by else said


def _title(ledger: Ledger, words: Mapping[str, str]) -> str:
    outcome = ledger.outcome
    row = f"{words['row']} {outcome.row}"
    who = f"{words['record']} {outcome.id} ({row})" if outcome.id is not None else row
    return f"{ledger.title}{_version(ledger, words)} · {who}"


def _used_title(alias: str, ledger: Ledger, words: Mapping[str, str]) -> str:
    return f"{words['used']} {alias}: {ledger.title}{_version(ledger, words)}"


def _version(ledger: Ledger, words: Mapping[str, str]) -> str:
    return f" {words['version']} {ledger.version}" if ledger.version else ""


def _row(
    line: LedgerLine, ledger: Ledger, words: Mapping[str, str], *, has_factor: bool
) -> PageRow:
    factor = [_number(line.factor) if line.factor != 1 else ""] if has_factor else []
    cells = (
        words["subtotal"].format(line.label) if line.kind is LineKind.SUBTOTAL else line.label,
        write_pairs(line.given, words),
        _rule(line, ledger, words),
        show(line.points, line.limits) if line.points is not None else "",
        _number(line.full),
        *factor,
        show(line.counts, line.limits) if line.counts is not None else "",
    )
    return PageRow(line.kind.value, line.depth, cells)


def _rule(line: LedgerLine, ledger: Ledger, words: Mapping[str, str]) -> str:
    """Give the branch as written, the level, and why something is not rated."""
    named = " ".join(filter(None, [line.level, line.level_label]))
    level = f"{words['level']} {named}" if named else ""
    note = ledger.called(line.note or "")
    said = (line.rule or "", level, words[f"status.{line.status.value}"], note)
    return " · ".join(text for text in said if text)


def _facts(ledger: Ledger, rubric: CheckedRubric, words: Mapping[str, str]) -> Iterator[Fact]:
    """Give what stands below the table, in the order in which it came about."""
    outcome = ledger.outcome
    if ledger.given:
        yield Fact(words["others"], write_pairs(ledger.given, words))
    yield from (Fact(words["ratings"], f"{label}: {told}") for label, told in ledger.ratings)
    compared = tuple((ledger.names.get(name, name), told) for name, told in ledger.compared)
    for key, pairs in (("derived", ledger.derived), ("compared_with", compared)):
        if pairs:
            yield Fact(words[key], write_pairs(pairs, words))
    yield from (Fact(score.label, score.text, score.how) for score in ledger.scores)
    if ledger.rescaled:
        yield Fact(words["rescaled"], ledger.rescaled)
    yield from _grade_facts(ledger, words)
    yield from (_override(given, words) for given in ledger.overrides)
    yield from _class_facts(ledger, words)
    yield from _name_facts(ledger, words)
    if outcome.notes:
        names = ledger.names
        notes = (
            f"{names.get(name, name)}: {ledger.called(note)}"
            for name, note in outcome.notes.items()
        )
        # A part, a result and a derived value may bear one label and lack the same field.
        yield Fact(words["notes"], lines=tuple(dict.fromkeys(notes)))
    results = tuple(ResultTexts(outcome, rubric, words).lines(ledger.labels))
    if results:
        yield Fact(words["results"], lines=results)
    if ledger.reasons:
        yield Fact(words["reasons"], lines=tuple(_reasons(ledger)))


def _grade_facts(ledger: Ledger, words: Mapping[str, str]) -> Iterator[Fact]:
    outcome = ledger.outcome
    for passed in outcome.passed_over:
        if passed.grading is None:
            yield Fact(words["grade"], _passed(passed, words))
    if outcome.grade is not None:
        yield Fact(words["grade"], _grade(ledger, outcome, words))
    elif ledger.has_grade and outcome.status is Status.SCORED:
        yield Fact(words["grade"], _undecided("grade", ledger, words))


def _undecided(name: str, ledger: Ledger, words: Mapping[str, str]) -> str:
    """Say that a grade or class is open, or that there is none, and what it is missing for."""
    is_open = name in ledger.outcome.undecided
    why = ledger.outcome.notes.get(name)
    text = words["head.undecided" if is_open else "no grade"]
    return f"{text} ({ledger.called(why)})" if why else text


def _grade(ledger: Ledger, outcome: Outcome, words: Mapping[str, str]) -> str:
    text = outcome.grade or ""
    if ledger.grade_label and ledger.grade_label != text:
        text += f" {ledger.grade_label}"
    if outcome.grade_before is not None and outcome.grade_before != outcome.grade:
        text += f", {words['grade_before']} {outcome.grade_before}"
    return f"{text} ({words['grade_line']} `{ledger.grade_text}`)" if ledger.grade_text else text


def _passed(passed: PassedOver, words: Mapping[str, str]) -> str:
    """Say which line held but for what it needs: never that its limit failed."""
    key = "passed_open" if passed.is_open else "passed"
    needs = words["comma"].join(f"`{need}`" for need in passed.needs)
    return words[key].format(line=passed.line, text=passed.text, needs=needs)


def _class_facts(ledger: Ledger, words: Mapping[str, str]) -> Iterator[Fact]:
    for found in ledger.classes:
        passed = tuple(_passed(each, words) for each in found.passed)
        text = found.value
        if text is None:
            is_scored = ledger.outcome.status is Status.SCORED
            text = _undecided(found.name, ledger, words) if is_scored else words["nothing_given"]
        if found.line:
            text += f" ({words['grade_line']} `{found.line}`)"
        yield Fact(found.label, text, passed)


def _override(given: LedgerOverride, words: Mapping[str, str]) -> Fact:
    applied = given.applied
    before, after = applied.before or "-", applied.after or "-"
    is_zero = applied.kind == OverrideKind.ZERO.value
    if given.is_expired:
        change = words["expired"]
    elif before != after:
        change = f"{before} → {after}"
    else:
        change = words["scores nothing" if is_zero else "unchanged"]
    until = None if given.until is None else words["until"].format(until=given.until)
    why = " · ".join(text for text in (given.condition, applied.reason, until) if text)
    text = f"{given.label} [{words['kind.' + applied.kind]}]: {change}"
    return Fact(words["overrides"], text + (f" ({why})" if why else ""))


def _name_facts(ledger: Ledger, words: Mapping[str, str]) -> Iterator[Fact]:
    outcome = ledger.outcome
    for key, names in (("missing", outcome.missing), ("undecided", outcome.undecided)):
        if names:
            yield Fact(words[key], ", ".join(ledger.names.get(name, name) for name in names))
    for key, said in (("flags", outcome.flags), ("actions", outcome.actions)):
        if said:
            yield Fact(words[key], ", ".join(said))


def _reasons(ledger: Ledger) -> Iterator[str]:
    for reason in ledger.reasons:
        text = f" {reason.text}" if reason.text else ""
        named = ledger.names.get(reason.indicator, reason.indicator)
        yield f"{reason.code}{text} ({named}, {_number(reason.difference)})"


def _number(x: Fraction | None) -> str:
    return "" if x is None else show(x)
