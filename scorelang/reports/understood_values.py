"""Derived values, tables, results, scales and promises for ``show``.

In: a checked rubric. Out: each with its formula as written and what kind of value it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from scorelang.model.rubric import CheckedRubric
from scorelang.model.rules import Table, TableLine
from scorelang.model.types import DAYS, MONEY, MONTHS, YEARS, Kind, Value, ValueType
from scorelang.numeric.interval import Interval
from scorelang.reports.shown_values import show_exactly, show_value
from scorelang.reports.understood_data import FormulaLine, SaidText, TableLines, TableRow
from scorelang.reports.understood_fields import show_interval
from scorelang.reports.understood_parts import show_roundings


def tell_lets(rubric: CheckedRubric, words: Mapping[str, str]) -> Iterator[FormulaLine]:
    """Tell every derived value, in the order in which they are worked out."""
    for let in rubric.lets:
        said = rubric.wording.of("let", let.name)
        yield FormulaLine(
            let.name, let.label, said.text, tell_type(let.type, words), clauses=said.clauses
        )


def tell_results(rubric: CheckedRubric, words: Mapping[str, str]) -> Iterator[FormulaLine]:
    """Tell every result."""
    for result in rubric.results:
        said = rubric.wording.of("result", result.name)
        last = () if result.rounding is None else (result.rounding,)
        rounding = (*result.earlier, *last)
        yield FormulaLine(
            result.name,
            result.label,
            said.text,
            tell_type(result.type, words),
            show_roundings(rounding, words, exact=""),
            said.clauses,
        )


def tell_type(found: ValueType, words: Mapping[str, str]) -> str:
    """Say what kind of value it is, with its unit or its names."""
    if found.kind is Kind.CATEGORY:
        names = (" > " if found.ordered else " | ").join(found.values)
        return f"{words[found.kind.value]} {names}".rstrip()
    known = {MONEY: "money", DAYS: "days", MONTHS: "months", YEARS: "years"}
    if found.unit in known:
        return words[known[found.unit]]
    unit = " ".join(name if n == 1 else f"{name}^{n}" for name, n in found.unit.powers)
    return words[found.kind.value] + (words["unit"].format(unit=unit) if unit else "")


def tell_tables(rubric: CheckedRubric, words: Mapping[str, str]) -> Iterator[TableLines]:
    """Tell every named table; the table of an indicator stands with the indicator."""
    named = {said.name for said in rubric.wording.all_of("table")}
    for table in rubric.tables:
        if table.name in named or (not named and not table.name.startswith("points of ")):
            rows = tuple(_row(table, line, words) for line in table.lines)
            keys = table.text_keys or tuple("" for _ in table.keys)
            said = rubric.wording.of("table", table.name)
            yield TableLines(table.name, table.label, keys, rows, said.text or None, said.marks)


def _row(table: Table, line: TableLine, words: Mapping[str, str]) -> TableRow:
    cells = line.texts if len(line.texts) == len(table.keys) else tuple(map(_cell, line.cells))
    gives = line.value
    shown = show_exactly(gives) if isinstance(gives, Fraction) else show_value(gives, words)
    return TableRow(cells, shown)


def _cell(held: Interval | frozenset[Value]) -> str:
    if isinstance(held, Interval):
        return show_interval(held)
    return ", ".join(sorted(str(value) for value in held))


def tell_scales(rubric: CheckedRubric) -> Iterator[SaidText]:
    """Tell every scale with its levels."""
    scales = rubric.wording.all_of("scale")
    yield from (SaidText(each.name, each.text, each.label) for each in scales)


def tell_promises(rubric: CheckedRubric) -> Iterator[SaidText]:
    """Tell every promise."""
    for each in rubric.wording.all_of("promise"):
        clauses = "".join(f", {clause.text}" for clause in each.clauses)
        yield SaidText(each.name, each.text + clauses)
