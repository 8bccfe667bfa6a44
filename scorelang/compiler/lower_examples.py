"""Examples: records with what they must give.

In: example declarations and tables. Out: ``Example`` values whose cells are texts as in a
CSV file. An example from another one takes over what it does not name; an empty cell of a
table is taken from the base. Reports E0201 (no such field or score), E0207 (examples made
from each other), E0310 (a table of another shape), E0602 (a value that does not fit).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from scorelang.compiler.assumed_places import Stated, assumed_places
from scorelang.compiler.cell_texts import cell_text
from scorelang.compiler.clauses import NOTE_CLAUSES, check_clauses, part_place
from scorelang.compiler.fold_constants import constant
from scorelang.compiler.infer_names import report_no_such
from scorelang.compiler.infer_populations import read_population
from scorelang.compiler.lower_expected import lower_expectation
from scorelang.compiler.lower_ratings import (
    given_column,
    given_text,
    split_head,
    table_column,
    table_text,
)
from scorelang.compiler.reading import Reading
from scorelang.compiler.table_cells import expr_in, exprs_in, is_nothing
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import Typed
from scorelang.compiler.values import infer_beside
from scorelang.model.expressions import Const
from scorelang.model.fields import Field
from scorelang.model.rubric import Example, Expected
from scorelang.model.types import Value
from scorelang.syntax import ast

AS_OF = ast.OwnWord.AS_OF.value
Assumed = tuple[str, tuple[tuple[Value, Value], ...]]


def lower_examples(reading: Reading) -> list[Example]:
    """Make all examples, in the order of the file.

    Those of a base are there to go on from; what they expect is true of the base only.
    """
    found: list[Example] = []
    own, known = reading.draft.tree.span.path, reading.draft.symbols.examples
    for item in reading.draft.tree.items:
        if isinstance(item, ast.ExampleDecl):
            if known.get(item.name.text) is item and item.span.path == own:
                found.append(_lower_example(item, reading))
        elif isinstance(item, ast.ExamplesDecl):
            found += _lower_table(item, reading)
    return found


def _lower_example(decl: ast.ExampleDecl, reading: Reading) -> Example:
    check_clauses(decl.clauses, NOTE_CLAUSES, part_place("example", decl.name.text), reading.draft)
    expected = tuple(
        found for each in decl.expected if (found := lower_expectation(each, reading)) is not None
    )
    return Example(
        decl.name.text,
        _texts(decl, reading, must_fit=not _is_rejected(expected), seen=()),
        expected,
        _assumptions(decl, reading),
        decl.label,
        _day_of(decl, reading, seen=()),
        span=decl.name.span,
    )


def _day_of(decl: ast.ExampleDecl, reading: Reading, *, seen: tuple[str, ...]) -> dt.date | None:
    """Give the day of the evaluation that an example, or the one it is made from, states."""
    for given in decl.given:
        if given.name.text == AS_OF:
            if isinstance(given.value, ast.DateExpr):
                return given.value.value
            reading.report("E0602.day", given.span)
            return None
    return None if decl.base is None else _base_day(decl.base, reading, (*seen, decl.name.text))


def _base_day(base: ast.Name | None, reading: Reading, seen: tuple[str, ...]) -> dt.date | None:
    decl = reading.draft.symbols.examples.get(base.text) if base else None
    return None if decl is None or decl.name.text in seen else _day_of(decl, reading, seen=seen)


def _is_rejected(expected: Iterable[Expected]) -> bool:
    return any(each.kind == "rejected" for each in expected)


def _texts(
    decl: ast.ExampleDecl, reading: Reading, *, must_fit: bool, seen: tuple[str, ...]
) -> dict[str, str]:
    texts = _base_texts(decl.base, reading, (*seen, decl.name.text))
    for given in decl.given:
        if given.name.text == AS_OF:
            continue  # no field; see ``_day_of``
        field = reading.draft.fields.get(given.name.text)
        if field is None:
            report_no_such(TERMS["field"], given.name, reading.draft.fields, reading.draft)
            continue
        column = given_column(given, field, reading)
        if column is None:
            continue
        text = given_text(given, field, reading, must_fit=must_fit)
        texts.pop(column, None)
        if text is not None:
            texts[column] = text
    return texts


def _base_texts(base: ast.Name | None, reading: Reading, seen: tuple[str, ...]) -> dict[str, str]:
    if base is None:
        return {}
    decl = reading.draft.symbols.examples.get(base.text)
    if decl is None:
        report_no_such(TERMS["example"], base, reading.draft.symbols.examples, reading.draft)
        return {}
    if base.text in seen:
        path = " → ".join(f"`{name}`" for name in (*seen, base.text))
        reading.report("E0207", base.span, name=base.text, path=path)
        return {}
    return _texts(decl, reading, must_fit=False, seen=seen)


def _assumptions(decl: ast.ExampleDecl, reading: Reading) -> tuple[Assumed, ...]:
    assumed: dict[str, tuple[tuple[Value, Value], ...]] = {}
    found: list[Stated] = []
    for each in [each for one in _line_of(decl, reading) for each in one.assumptions]:
        population = read_population(each.population, reading)
        if population is None:
            continue
        pairs = _pairs(each, reading)
        if pairs is not None:
            assumed[population.name] = pairs
            found.append(Stated(each.population, population, pairs))
    return tuple({**assumed, **assumed_places(found, reading)}.items())


def _line_of(decl: ast.ExampleDecl, reading: Reading) -> list[ast.ExampleDecl]:
    """Give an example with those it is taken from, the first of them first."""
    line = [decl]
    while line[0].base is not None:
        base = reading.draft.symbols.examples.get(line[0].base.text)
        if base is None or any(base is each for each in line):
            break
        line.insert(0, base)
    return line


def _pairs(each: ast.Assumption, reading: Reading) -> tuple[tuple[Value, Value], ...] | None:
    """Read the value for all, or one for each value of the category."""
    if not isinstance(each.value, ast.ByExpr):
        value = constant(each.value, reading)
        return None if value is None else ((None, value),)
    subject = reading.infer(each.value.subject)
    if subject is None:
        return None
    pairs: list[tuple[Value, Value]] = []
    for branch in each.value.branches:
        value = constant(branch.value, reading)
        if value is None:
            return None
        cases = [infer_beside(node, subject, reading) for node in branch.values]
        names: list[Value] = [c.expr.value for c in cases if c and isinstance(c.expr, Const)]
        pairs += [(name, value) for name in names or _rest(subject, pairs)]
    return tuple(pairs)


def _rest(subject: Typed, pairs: list[tuple[Value, Value]]) -> list[Value]:
    """Give the values of a category that no line above names: those of ``otherwise``."""
    named = {name for name, _ in pairs}
    values: tuple[Value, ...] = subject.type.values or (True, False)
    return [value for value in values if value not in named]


def _lower_table(decl: ast.ExamplesDecl, reading: Reading) -> list[Example]:
    check_clauses(decl.clauses, NOTE_CLAUSES, TERMS["examples"], reading.draft)
    if len(decl.grid.rows) < 2 or decl.grid.rows[0].split is None:
        reading.report("E0310.examples", decl.grid.span)
        return []
    head, *rows = decl.grid.rows
    base_assumed: tuple[Assumed, ...] = ()
    if decl.base is not None and decl.base.text in reading.draft.symbols.examples:
        base_assumed = _assumptions(reading.draft.symbols.examples[decl.base.text], reading)
    return [_lower_row(head, row, decl.base, base_assumed, reading) for row in rows]


def _lower_row(
    head: ast.Row,
    row: ast.Row,
    base: ast.Name | None,
    assumed: tuple[Assumed, ...],
    reading: Reading,
) -> Example:
    split = head.split or len(head.cells)
    expected: list[Expected] = []
    for top, cell in zip(head.cells[split:], row.cells[split:], strict=False):
        if cell.text.strip():
            found = lower_expectation(_expectation(top, cell), reading)
            if found is not None:
                expected.append(found)
    texts = _base_texts(base, reading, ())
    must_fit = not _is_rejected(expected)
    day = _base_day(base, reading, ())
    for top, cell in zip(head.cells[1:split], row.cells[1:split], strict=False):
        if _name(top).text == AS_OF:
            node = expr_in(cell)
            day = node.value if isinstance(node, ast.DateExpr) else day
        else:
            _set_cell(texts, top, cell, reading, must_fit=must_fit)
    return Example(row.cells[0].text, texts, tuple(expected), assumed, as_of=day, span=row.span)


def _set_cell(
    texts: dict[str, str], top: ast.Cell, cell: ast.Cell, reading: Reading, *, must_fit: bool
) -> None:
    head = split_head(top, reading)
    name = _name(top) if head is None else head[0]
    field = reading.draft.fields.get(name.text)
    if field is None:
        report_no_such(TERMS["field"], name, reading.draft.fields, reading.draft)
        return
    column = field.name if head is None else table_column(field, head[1], reading)
    if not cell.text.strip() or column is None:
        return
    if cell.text.strip() in {"missing", "未填"}:
        texts.pop(column, None)
        return
    text = _cell_text(cell, field, reading, must_fit=must_fit)
    if text is not None:
        texts[column] = text


def _cell_text(cell: ast.Cell, field: Field, reading: Reading, *, must_fit: bool) -> str | None:
    if field.raters:
        return table_text(cell)
    node = expr_in(cell)
    return cell.text if node is None else cell_text(node, field, reading, must_fit=must_fit)


def _name(cell: ast.Cell) -> ast.Name:
    node = expr_in(cell)
    if isinstance(node, ast.NameExpr):
        return node.name
    if isinstance(node, ast.OwnExpr | ast.PeriodExpr):  # as_of, last profit
        word = node.word.value
        name = f"{word} {node.name.text}" if isinstance(node, ast.PeriodExpr) else word
        return ast.Name(name, span=node.span)
    return cell.head or ast.Name(cell.text.strip(), span=cell.span)


_WORDS = {
    "rejected": ast.ExpectWord.REJECTED,
    "退回": ast.ExpectWord.REJECTED,
    "not ratable": ast.ExpectWord.NOT_RATABLE,
    "不予评级": ast.ExpectWord.NOT_RATABLE,
    "flags": ast.ExpectWord.FLAGS,
    "提示": ast.ExpectWord.FLAGS,
    "missing": ast.ExpectWord.MISSING,
    "未填": ast.ExpectWord.MISSING,
}
_OWN = {"总分": "total", "等级": "grade"}


def _expectation(top: ast.Cell, cell: ast.Cell) -> ast.Expectation:
    """Read a cell behind ``||`` like a line after ``expect``."""
    head = top.text.strip()
    if head in _WORDS:
        names = tuple(node.name for node in exprs_in(cell) if isinstance(node, ast.NameExpr))
        return ast.Expectation(_WORDS[head], names=names, span=cell.span)
    name = ast.Name(_OWN.get(head, _name(top).text), span=top.span)
    value = expr_in(cell)
    if value is None and not is_nothing(cell):
        value = ast.TextExpr(cell.text.strip(), span=cell.span)
    if cell.text.strip() in {"missing", "未填"}:
        value = None
    return ast.Expectation(ast.ExpectWord.VALUE, name, value, span=cell.span)
