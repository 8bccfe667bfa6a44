"""The ledger of one record as a table, as JSON, CSV, HTML or a workbook.

In: a ledger. Out: the whole page as bytes. JSON is the object that ``score`` writes, with the
lines of the ledger under ``ledger``; numbers keep their decimals.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from types import MappingProxyType

from scorelang.cli.ledger_csv import to_csv
from scorelang.model.outcome import PassedOver
from scorelang.model.rubric import CheckedRubric
from scorelang.records.results_layout import Shown, plan_results
from scorelang.records.results_rows import ResultRows
from scorelang.records.results_values import number_text, quote
from scorelang.reports.ledger import Ledger, LedgerLine
from scorelang.reports.ledger_html import to_html
from scorelang.reports.ledger_lines import Pair
from scorelang.reports.ledger_page import set_page
from scorelang.reports.ledger_scores import LedgerScore

FORMATS = ("table", "html", "xlsx", "json", "jsonl", "csv")
ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        "html": "html",
        "htm": "html",
        "xlsx": "xlsx",
        "json": "json",
        "jsonl": "jsonl",
        "ndjson": "jsonl",
        "csv": "csv",
        "txt": "table",
    }
)
"""What the ending of a file says of its format."""


def render(  # noqa: PLR0913  where and how a page is shown
    ledger: Ledger,
    rubric: CheckedRubric,
    format_: str,
    *,
    lang: str,
    color: bool,
    width: int,
) -> bytes:
    """Give the page in one of the formats of ``FORMATS``."""
    if format_ == "xlsx":
        from scorelang.reports.ledger_xlsx import to_xlsx  # noqa: PLC0415  loaded where needed

        return to_xlsx(set_page(ledger, rubric, lang))
    text = _to_text(ledger, rubric, format_, lang=lang, color=color, width=width)
    return text.encode("utf-8", "replace")


def _to_text(  # noqa: PLR0913  as above
    ledger: Ledger, rubric: CheckedRubric, format_: str, *, lang: str, color: bool, width: int
) -> str:
    if format_ in {"table", "txt"}:
        from scorelang.reports.terminal import render_ledger  # noqa: PLC0415  rich is slow

        return render_ledger(ledger, rubric, lang=lang, color=color, width=width)
    if format_ == "html":
        return to_html(set_page(ledger, rubric, lang), lang)
    if format_ == "csv":
        return to_csv(ledger, rubric, lang)
    return _to_json(ledger, rubric, separator="\n    " if format_ == "json" else " ")


def _to_json(ledger: Ledger, rubric: CheckedRubric, separator: str) -> str:
    head = ResultRows(plan_results(rubric)).to_object(ledger.outcome)[1:-1]
    lines = f",{separator}".join(_line_object(line) for line in ledger.lines)
    start = separator.strip(" ")
    return (
        f'{{{head}, "grade_before": {_text(ledger.outcome.grade_before)}, '
        f'"grade_line": {_text(ledger.grade_text)}, "ledger": [{start}{lines}], '
        f'"given": {_texts(ledger.given)}, {_explained(ledger)}{_used_ledgers(ledger)}}}\n'
    )


def _explained(ledger: Ledger) -> str:
    """Give what stands below the table: named scores, classes, lines passed over, values."""
    pairs = {
        "score_lines": _list(map(_score_object, ledger.scores)),
        "class_lines": _list(
            f'{{"name": {quote(one.name)}, "value": {_text(one.value)}, "line": {_text(one.line)}}}'
            for one in ledger.classes
        ),
        "passed_over": _list(map(_passed_object, ledger.outcome.passed_over)),
        "expired": _list(map(quote, ledger.outcome.expired)),
        "refused_by": _text(ledger.refused_by or None),
        "derived": _texts(ledger.derived),
        "compared_with": _texts(ledger.compared),
    }
    return ", ".join(f'"{key}": {text}' for key, text in pairs.items())


def _score_object(score: LedgerScore) -> str:
    return (
        f'{{"name": {quote(score.name)}, "label": {quote(score.label)}, '
        f'"formula": {quote(score.formula)}, "given": {_texts(score.given)}, '
        f'"unlimited": {_number(score.unlimited)}, '
        f'"unrounded": {_number(score.unrounded)}, "points": {_number(score.points)}}}'
    )


def _passed_object(passed: PassedOver) -> str:
    return (
        f'{{"class": {_text(passed.grading)}, "line": {quote(passed.line)}, '
        f'"text": {quote(passed.text)}, "needs": {_list(map(quote, passed.needs))}, '
        f'"undecided": {"true" if passed.is_open else "false"}}}'
    )


def _list(items: Iterable[str]) -> str:
    return f"[{', '.join(items)}]"


def _texts(pairs: Iterable[Pair]) -> str:
    return f"{{{', '.join(f'{quote(label)}: {_text(value)}' for label, value in pairs)}}}"


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
    texts = {
        "kind": quote(line.kind.value),
        "depth": str(line.depth),
        "name": quote(line.name),
        "label": quote(line.label),
        "given": _texts(line.given),
        "rule": _text(line.rule),
        "level": _text(line.level),
        "points": _number(line.points, line.limits),
        "full": _number(line.full),
        "factor": _number(line.factor),
        "counts": _number(line.counts, line.limits),
        "status": quote(line.status.value),
        "note": _text(line.note),
    }
    return "{" + ", ".join(f'"{key}": {text}' for key, text in texts.items()) + "}"


def _number(x: Fraction | None, limits: tuple[Fraction, ...] = ()) -> str:
    return "null" if x is None else number_text(x, Shown(limits=limits))


def _text(text: str | None) -> str:
    return "null" if text is None else quote(text)
