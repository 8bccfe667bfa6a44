"""The ledger of one record as one table: its lines, then all that stands below them.

In: a ledger. Out: CSV. A line of the ledger has its figures in columns of their own; what else
the outcome holds (grade, overrides, classes, results, remarks) is a line of the kind ``fact``,
with its label and its text in the column of the rule. Headings and words are those of the reader.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from fractions import Fraction

from scorelang.model.rubric import CheckedRubric
from scorelang.records.results_values import NumberText, number_text
from scorelang.records.write_delimited import DelimitedTable
from scorelang.reports.ledger import Ledger, LedgerLine
from scorelang.reports.ledger_page import LedgerPage, set_page
from scorelang.reports.ledger_scores import write_pairs
from scorelang.reports.words import find_words

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
_Cells = tuple[str | None, ...]


def to_csv(ledger: Ledger, rubric: CheckedRubric, lang: str) -> str:
    """Write the page of a record as a table."""
    words = find_words(lang)
    stream = io.BytesIO()
    table = DelimitedTable(stream, tuple(words["csv." + column] for column in _COLUMNS))
    for row in _rows(ledger, set_page(ledger, rubric, lang), words):
        table.write(row)
    return stream.getvalue().decode()


def _rows(ledger: Ledger, page: LedgerPage, words: Mapping[str, str]) -> Iterator[_Cells]:
    """Give the rows of a page and below it those of the rubrics it uses."""
    yield _fact(words["csv.record"], page.title, words)
    if page.warning:
        yield _fact(words["not ratable"], page.warning, words)
    yield from (_line(line, ledger, words) for line in ledger.lines)
    for fact in page.facts:
        for text in (fact.text, *fact.lines) if fact.text else fact.lines or ("",):
            yield _fact(fact.label, text, words)
    for used, below in zip(ledger.used, page.used, strict=True):
        yield from _rows(used.ledger, below, words)


def _fact(label: str, text: str, words: Mapping[str, str]) -> _Cells:
    cells = {"kind": words["csv.fact"], "label": label, "rule": text}
    return tuple(cells.get(column) for column in _COLUMNS)


def _line(line: LedgerLine, ledger: Ledger, words: Mapping[str, str]) -> _Cells:
    return (
        words["csv.kind." + line.kind.value],
        NumberText(line.depth),
        line.name,
        line.label,
        write_pairs(line.given, words, ";"),
        line.rule,
        " ".join(filter(None, [line.level, line.level_label])),
        _cell(line.points),
        _cell(line.full),
        _cell(line.factor),
        _cell(line.counts),
        words["csv.status." + line.status.value],
        None if line.note is None else ledger.called(line.note),
    )


def _cell(x: Fraction | None) -> NumberText | None:
    return None if x is None else number_text(x)
