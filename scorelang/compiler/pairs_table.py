"""One table of comparisons in pairs as a full matrix.

In: the lines of the table, the head line first, and the names of the parts that are
compared. Out: a matrix in the order of the parts, both halves filled. Reports E0201 (no
such part), E0310 (a cell that cannot be read) and E0512 to E0514.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import attrs

from scorelang.compiler.errors import WORDS
from scorelang.compiler.fold_constants import constant
from scorelang.compiler.infer_names import report_no_such
from scorelang.compiler.reading import Reading
from scorelang.compiler.table_cells import expr_in, fault_of, is_nothing
from scorelang.compiler.terms import TERMS
from scorelang.diagnostics.model import Label
from scorelang.numeric.eigen import Matrix
from scorelang.numeric.exact import show
from scorelang.source.span import Span
from scorelang.source.structure import Structure
from scorelang.syntax import ast

MOST_JUDGED = Fraction(9)
"""The highest judgement of Saaty's scale; the lowest is one over it."""

Labels = Mapping[str, str | None]
_Given = dict[tuple[int, int], tuple[Fraction, Span]]


@attrs.frozen(eq=False, repr=False)
class Judgements(Structure):
    """All comparisons of parts; ``places`` says where those that were written stand."""

    names: tuple[str, ...]
    matrix: Matrix
    places: dict[tuple[int, int], Span]


def read_judgements(rows: Sequence[ast.Row], labels: Labels, reading: Reading) -> Judgements | None:
    """Read a table; ``None`` after a report."""
    head, *rest = rows
    lines = [line for line in rest if not all(map(is_nothing, line.cells))]
    columns = _places(head.cells[1:], labels, TERMS["head line"], head.span, reading)
    if columns is None:
        return None
    if not lines:
        reading.report("E0512.rows", head.span)
        return None
    keys = tuple(line.cells[0] for line in lines)
    unnamed = next((key for key in keys if not key.text), None)
    if unnamed is not None:
        reading.report("E0512.unnamed", unnamed.span, place=TERMS["first column"])
        return None
    own = _places(keys, labels, TERMS["first column"], head.span, reading)
    if own is None:
        return None
    names = tuple(label or name for name, label in labels.items())
    given: _Given = {}
    is_read = True
    for row, line in zip(own, lines, strict=True):
        for column, cell in zip(columns, line.cells[1:], strict=False):
            if not is_nothing(cell):
                value = _value(cell, reading)
                is_read = value is not None and is_read
                given[row, column] = (value or Fraction(1), cell.span)
    spans = [keys[own.index(place)].span for place in range(len(names))]
    if not is_read or not _is_sound(given, names, spans, reading):
        return None
    size = range(len(names))
    matrix = tuple(tuple(_entry(given, row, column) for column in size) for row in size)
    places = {at: span for at, (_, span) in given.items() if at[0] != at[1]}
    return Judgements(names, matrix, places)


def _places(
    cells: Sequence[ast.Cell], labels: Labels, place: str, span: Span, reading: Reading
) -> list[int] | None:
    """Find which part each cell names; each part must be there once."""
    names = list(labels)
    known = {label: name for name, label in labels.items() if label} | {
        name: name for name in names
    }
    found: list[int] = []
    named = [cell for cell in cells if cell.text]
    for cell in named:
        text = _name_in(cell)
        if text not in known:
            name = ast.Name(text, span=cell.span)
            report_no_such(TERMS["part of this group"], name, known, reading.draft)
            return None
        at = names.index(known[text])
        if at in found:
            reading.report("E0512.twice", cell.span, part=text, place=place)
            return None
        found.append(at)
    missing = [name for at, name in enumerate(names) if at not in found]
    for part in missing:
        reading.report("E0512", span, part=part, place=place)
    unnamed = next((cell for cell in cells[: len(named)] if not cell.text), None)
    if unnamed is not None:
        reading.report("E0512.unnamed", unnamed.span, place=place)
    return None if missing or unnamed is not None else found


def _name_in(cell: ast.Cell) -> str:
    node = expr_in(cell)
    if isinstance(node, ast.NameExpr):
        return node.name.text
    return node.value if isinstance(node, ast.TextExpr) else cell.text


def _value(cell: ast.Cell, reading: Reading) -> Fraction | None:
    node = expr_in(cell)
    if node is None:
        reading.report(fault_of(cell), cell.span, text=cell.text)
        return None
    value = constant(node, reading)
    if value is not None and value <= 0:
        reading.report("E0513", cell.span, value=show(value))
        return None
    if value is not None and not 1 / MOST_JUDGED <= value <= MOST_JUDGED:
        reading.report("E0513.scale", cell.span, text=cell.text, most=show(MOST_JUDGED))
        return None
    return value


def _is_sound(given: _Given, names: Sequence[str], spans: Sequence[Span], reading: Reading) -> bool:
    """Whether every two parts are compared, and no two cells contradict each other."""
    is_sound = True
    for at, name in enumerate(names):
        own = given.get((at, at))
        if own is not None and own[0] != 1:
            reading.report("E0512.diagonal", own[1], part=name, value=show(own[0]))
            is_sound = False
        for other in range(at + 1, len(names)):
            is_sound = _is_sound_pair(given, names, spans, (at, other), reading) and is_sound
    return is_sound


def _is_sound_pair(
    given: _Given,
    names: Sequence[str],
    spans: Sequence[Span],
    pair: tuple[int, int],
    reading: Reading,
) -> bool:
    row, column = pair
    here, there = given.get((row, column)), given.get((column, row))
    if here is None and there is None:
        reading.report("E0512.gap", spans[row], row=names[row], column=names[column])
        return False
    if here is None or there is None or here[0] * there[0] == 1:
        return True
    fit = 1 / here[0]
    reading.draft.collector.add(
        WORDS,
        "E0514",
        there[1],
        labels=(Label(here[1], TERMS["the other half"]),),
        row=names[column],
        column=names[row],
        value=show(there[0]),
        other=show(here[0]),
        fit=f"1/{fit.denominator}" if fit.numerator == 1 and fit < 1 else show(fit),
    )
    return False


def _entry(given: _Given, row: int, column: int) -> Fraction:
    if row == column:
        return Fraction(1)
    if (row, column) in given:
        return given[row, column][0]
    return 1 / given[column, row][0]
