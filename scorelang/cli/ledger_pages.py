"""The ledger of one record as a table, as JSON or as CSV.

In: a ledger. Out: the whole page. JSON is the object that ``score`` writes, with the
lines of the ledger under ``ledger``; numbers keep their decimals.
"""

from __future__ import annotations

import io
from fractions import Fraction

from scorelang.model.rubric import CheckedRubric
from scorelang.records.results_layout import plan_results
from scorelang.records.results_rows import ResultRows
from scorelang.records.results_values import NumberText, number_text, quote
from scorelang.records.write_delimited import DelimitedTable
from scorelang.reports.ledger import Ledger, LedgerLine

_COLUMNS = (
    "kind",
    "depth",
    "name",
    "label",
    "given",
    "rule",
    "level",
    "points",
    "full",
    "factor",
    "counts",
    "status",
    "note",
)


def render(  # noqa: PLR0913  where and how a page is shown
    ledger: Ledger,
    rubric: CheckedRubric,
    format_: str,
    *,
    lang: str,
    color: bool,
    width: int,
) -> str:
    """Give the page in one of the formats ``table``, ``json``, ``jsonl``, ``csv``."""
    if format_ == "table":
        from scorelang.reports.terminal import render_ledger  # noqa: PLC0415  rich is slow

        return render_ledger(ledger, rubric, lang=lang, color=color, width=width)
    if format_ == "csv":
        return _to_csv(ledger)
    return _to_json(ledger, rubric, separator="\n    " if format_ == "json" else " ")


def _to_json(ledger: Ledger, rubric: CheckedRubric, separator: str) -> str:
    head = ResultRows(plan_results(rubric)).to_object(ledger.outcome)[1:-1]
    lines = f",{separator}".join(_line_object(line) for line in ledger.lines)
    others = ", ".join(f"{quote(label)}: {quote(value)}" for label, value in ledger.given)
    start = separator.strip(" ")
    return (
        f'{{{head}, "grade_before": {_text(ledger.outcome.grade_before)}, '
        f'"grade_line": {_text(ledger.grade_text)}, "ledger": [{start}{lines}], '
        f'"given": {{{others}}}{_used_ledgers(ledger)}}}\n'
    )


def _used_ledgers(ledger: Ledger) -> str:
    """Give the lines of the ledgers of used rubrics, by alias; nothing where none is used."""
    if not ledger.used:
        return ""
    found = (
        f"{quote(used.alias)}: [{', '.join(map(_line_object, used.ledger.lines))}]"
        for used in ledger.used
    )
    return f', "used_ledgers": {{{", ".join(found)}}}'


def _line_object(line: LedgerLine) -> str:
    given = ", ".join(f"{quote(label)}: {quote(value)}" for label, value in line.given)
    texts = {
        "kind": quote(line.kind.value),
        "depth": str(line.depth),
        "name": quote(line.name),
        "label": quote(line.label),
        "given": f"{{{given}}}",
        "rule": _text(line.rule),
        "level": _text(line.level),
        "points": _number(line.points),
        "full": _number(line.full),
        "factor": _number(line.factor),
        "counts": _number(line.counts),
        "status": quote(line.status.value),
        "note": _text(line.note),
    }
    return "{" + ", ".join(f'"{key}": {text}' for key, text in texts.items()) + "}"


def _to_csv(ledger: Ledger) -> str:
    stream = io.BytesIO()
    table = DelimitedTable(stream, _COLUMNS)
    for line in ledger.lines:
        table.write(
            (
                line.kind.value,
                NumberText(line.depth),
                line.name,
                line.label,
                ";".join(f"{label} = {value}" for label, value in line.given),
                line.rule,
                line.level,
                _cell(line.points),
                _cell(line.full),
                _cell(line.factor),
                _cell(line.counts),
                line.status.value,
                line.note,
            )
        )
    return stream.getvalue().decode()


def _cell(x: Fraction | None) -> NumberText | None:
    return None if x is None else number_text(x)


def _number(x: Fraction | None) -> str:
    return "null" if x is None else number_text(x)


def _text(text: str | None) -> str:
    return "null" if text is None else quote(text)
