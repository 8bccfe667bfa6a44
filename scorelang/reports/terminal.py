"""Tables for a terminal: the ledger of one record, the results of many.

In: report data. Out: text. The width is given by the caller: that of the terminal, or
``FIXED_WIDTH`` where there is none, so that a file never depends on a window. Names are
shown without control characters and are never read as markup.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text
from wcwidth import wcswidth

from scorelang.diagnostics.visible import to_visible
from scorelang.model.outcome import Outcome, Status
from scorelang.model.rubric import CheckedRubric, Grading, OverrideKind, Result
from scorelang.numeric.exact import show
from scorelang.numeric.rounding import round_to
from scorelang.reports.ledger import Ledger, LedgerLine, LineKind, result_texts
from scorelang.reports.shown_values import show_value
from scorelang.reports.words import find_words

FIXED_WIDTH = 120
_MOST_PARTS = 8
_MOST_RESULTS = 4
_INDENT = "  "
_CLOSING_COLUMNS = ("total", "grade", "flags", "overrides", "missing")
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
    title = _text(_title(ledger, words), "bold")
    page = [title, *_ledger_page(ledger, rubric, words, lang)]
    return _draw(page, color=color, width=width)


def _ledger_page(
    ledger: Ledger, rubric: CheckedRubric, words: Mapping[str, str], lang: str
) -> Iterator[RenderableType]:
    """Give one ledger and below it those of the rubrics it uses."""
    if ledger.outcome.status is Status.NOT_RATABLE:
        yield _text(f"{words['not ratable']}: {ledger.outcome.reason or ''}", "bold red")
    if ledger.lines:
        yield _ledger_table(ledger.lines, words)
    yield from (_text(line) for line in _closing(ledger, rubric, words, lang))
    for used in ledger.used:
        version = f" {words['version']} {used.ledger.version}" if used.ledger.version else ""
        yield _text("")
        yield _text(f"{words['used']} {used.alias}: {used.ledger.title}{version}", "bold")
        yield from _ledger_page(used.ledger, used.rubric, words, lang)


def render_results(
    outcomes: Sequence[Outcome],
    rubric: CheckedRubric,
    *,
    lang: str = "en",
    color: bool = False,
    width: int = FIXED_WIDTH,
) -> str:
    """Give the results of several records as a table with the top-level parts."""
    words = find_words(lang)
    parts = rubric.parts if len(rubric.parts) <= _MOST_PARTS else ()
    named = [(part.name, part.label or part.name) for part in parts]
    named += [(score.name, score.label or score.name) for score in rubric.scores]
    declared: tuple[Grading | Result, ...] = (*rubric.classes, *rubric.results)
    results = declared[:_MOST_RESULTS]
    heads = [words["record"], *(label for _, label in named)]
    first_closing = len(heads)
    heads += [words[key] for key in _CLOSING_COLUMNS[:2]]
    heads += [each.label or each.name or "" for each in results]
    heads += [words[key] for key in _CLOSING_COLUMNS[2:]]
    rows = [tuple(_result_cells(outcome, named, results, words)) for outcome in outcomes]
    # a closing column that is empty in every row would only take room from the scores
    kept = [n for n in range(len(heads)) if n < first_closing or any(row[n] for row in rows)]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for n in kept:
        is_number = 0 < n <= first_closing
        table.add_column(
            _text(heads[n]),
            justify="right" if is_number else "left",
            overflow="fold",
            min_width=0 if n < first_closing else _longest_word(heads[n]),
        )
    for row in rows:
        table.add_row(*(_text(row[n]) for n in kept))
    return _draw([table], color=color, width=width)


def _longest_word(head: str) -> int:
    return max(map(wcswidth, head.split()), default=0)


def _result_cells(
    outcome: Outcome,
    named: Iterable[tuple[str, str]],
    results: Iterable[Grading | Result],
    words: Mapping[str, str],
) -> Iterator[str]:
    yield outcome.id if outcome.id is not None else words["why_row"].format(outcome.row)
    for name, _ in named:
        yield _number(outcome.scores.get(name))
    yield _number(outcome.total_exact)
    is_scored = outcome.status is Status.SCORED
    yield outcome.grade or ("" if is_scored else f"{words['not ratable']}: {outcome.reason}")
    for each in results:
        value = outcome.results.get(each.name or "")
        if isinstance(each, Result) and each.rounding and isinstance(value, Fraction):
            value = round_to(value, each.rounding)
        yield "" if value is None else show_value(value, words)
    yield ", ".join(outcome.flags)
    yield ", ".join(applied.name for applied in outcome.overrides)
    yield ", ".join(outcome.missing)


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
        table.add_row(*(_text(cell) for cell in cells), style=_STYLES[line.kind])
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


def _text(text: str, style: str = "") -> Text:
    """Give text that is printed as it is, hidden characters by number."""
    return Text(to_visible(text), style=style)


def _draw(page: Iterable[RenderableType], *, color: bool, width: int) -> str:
    target = io.StringIO()
    console = Console(
        file=target,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    for part in page:
        console.print(part)
    lines = target.getvalue().splitlines()
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"
