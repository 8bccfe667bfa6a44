"""The ledger of one record as a page for a terminal.

In: a ledger. Out: text. The width is given by the caller: that of the terminal, or
``FIXED_WIDTH`` where there is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from rich import box
from rich.console import RenderableType
from rich.table import Table

from scorelang.model.outcome import Status
from scorelang.model.rubric import CheckedRubric, OverrideKind
from scorelang.numeric.exact import show
from scorelang.reports.drawing import FIXED_WIDTH, draw, printed
from scorelang.reports.ledger import Ledger, LedgerLine, LineKind, result_texts
from scorelang.reports.words import find_words

_INDENT = "  "
_STYLES = {
    LineKind.GROUP: "bold",
    LineKind.INDICATOR: "",
    LineKind.ADJUSTMENT: "italic",
    LineKind.SUBTOTAL: "bold",
    LineKind.TOTAL: "bold",
}


def render_ledger(
    ledger: Ledger,
    rubric: CheckedRubric,
    *,
    lang: str = "en",
    color: bool = False,
    width: int = FIXED_WIDTH,
) -> str:
    """Give the ledger of one record as a page of text."""
    words = find_words(lang)
    title = printed(_title(ledger, words), "bold")
    page = [title, *_ledger_page(ledger, rubric, words, lang)]
    return draw(page, color=color, width=width)


def _ledger_page(
    ledger: Ledger, rubric: CheckedRubric, words: Mapping[str, str], lang: str
) -> Iterator[RenderableType]:
    """Give one ledger and below it those of the rubrics it uses."""
    if ledger.outcome.status is Status.NOT_RATABLE:
        yield printed(f"{words['not ratable']}: {ledger.outcome.reason or ''}", "bold red")
    if ledger.lines:
        yield _ledger_table(ledger.lines, words)
    yield from (printed(line) for line in _closing(ledger, rubric, words, lang))
    for used in ledger.used:
        version = f" {words['version']} {used.ledger.version}" if used.ledger.version else ""
        yield printed("")
        yield printed(f"{words['used']} {used.alias}: {used.ledger.title}{version}", "bold")
        yield from _ledger_page(used.ledger, used.rubric, words, lang)


def _title(ledger: Ledger, words: Mapping[str, str]) -> str:
    outcome = ledger.outcome
    row = f"{words['row']} {outcome.row}"
    who = f"{words['record']} {outcome.id} ({row})" if outcome.id is not None else row
    version = f" {words['version']} {ledger.version}" if ledger.version else ""
    return f"{ledger.title}{version} · {who}"


def _ledger_table(lines: Sequence[LedgerLine], words: Mapping[str, str]) -> Table:
    has_factor = any(line.factor != 1 for line in lines)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(words["part"], overflow="fold")
    table.add_column(words["given"], overflow="fold")
    table.add_column(words["rule"], overflow="fold")
    table.add_column(words["points"], justify="right", no_wrap=True)
    table.add_column(words["of"], justify="right", no_wrap=True)
    if has_factor:
        table.add_column(words["factor"], justify="right", no_wrap=True)
    table.add_column(words["counts"], justify="right", no_wrap=True)
    for line in lines:
        if line.kind is LineKind.TOTAL:
            table.add_section()
        factor = [_number(line.factor) if line.factor != 1 else ""] if has_factor else []
        cells = [
            _INDENT * line.depth + line.label,
            ", ".join(f"{label} = {value}" for label, value in line.given),
            _rule(line, words),
            _number(line.points),
            _number(line.full),
            *factor,
            _number(line.counts),
        ]
        table.add_row(*(printed(cell) for cell in cells), style=_STYLES[line.kind])
    return table


def _rule(line: LedgerLine, words: Mapping[str, str]) -> str:
    """Give the branch as written, the level, and why something is not rated."""
    level = f"{words['level']} {line.level}" if line.level else ""
    said = (line.rule or "", level, words[f"status.{line.status.value}"], line.note or "")
    return " · ".join(text for text in said if text)


def _closing(
    ledger: Ledger, rubric: CheckedRubric, words: Mapping[str, str], lang: str
) -> Iterator[str]:
    """Give the lines below the table: grade, overrides, what is missing, results, reasons."""
    outcome = ledger.outcome
    if ledger.given:
        others = ", ".join(f"{label} = {value}" for label, value in ledger.given)
        yield f"{words['others']}: {others}"
    for label, told in ledger.ratings:
        yield f"{words['ratings']}: {label}: {told}"
    for key, pairs in (("derived", ledger.derived), ("compared_with", ledger.compared)):
        if pairs:
            yield f"{words[key]}: " + ", ".join(f"{label} = {value}" for label, value in pairs)
    for _, label, points in ledger.scores:
        yield f"{label}: {_number(points) or '-'}"
    if outcome.grade is not None:
        yield _grade_line(ledger, words)
    for given in ledger.overrides:
        before, after = given.applied.before or "-", given.applied.after or "-"
        is_zero = given.applied.kind == OverrideKind.ZERO.value
        same = words["scores nothing" if is_zero else "unchanged"]
        change = same if before == after else f"{before} → {after}"
        said = (given.condition, given.applied.reason)
        why = " · ".join(text for text in said if text)
        yield (
            f"{words['overrides']}: {given.label} [{words['kind.' + given.applied.kind]}]: {change}"
            + (f" ({why})" if why else "")
        )
    for key, names in (
        ("missing", outcome.missing),
        ("undecided", outcome.undecided),
        ("flags", outcome.flags),
        ("actions", outcome.actions),
    ):
        if names:
            yield f"{words[key]}: {', '.join(names)}"
    if outcome.notes:
        yield f"{words['notes']}:"
        yield from (f"{_INDENT}{name}: {note}" for name, note in outcome.notes.items())
    results = result_texts(ledger, rubric, lang)
    if results:
        yield f"{words['results']}:"
        yield from (f"{_INDENT}{label}: {text}" for label, text in results)
    if ledger.reasons:
        yield f"{words['reasons']}:"
        for reason in ledger.reasons:
            text = f" {reason.text}" if reason.text else ""
            yield f"{_INDENT}{reason.code}{text} ({reason.indicator}, {_number(reason.difference)})"


def _grade_line(ledger: Ledger, words: Mapping[str, str]) -> str:
    outcome = ledger.outcome
    label = f" {ledger.grade_label}" if ledger.grade_label else ""
    text = f"{words['grade']}: {outcome.grade}{label}"
    if outcome.grade_before is not None and outcome.grade_before != outcome.grade:
        text += f", {words['grade_before']} {outcome.grade_before}"
    return f"{text} ({words['grade_line']} `{ledger.grade_text}`)" if ledger.grade_text else text


def _number(x: Fraction | None) -> str:
    return "" if x is None else show(x)
