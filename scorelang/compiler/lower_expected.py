"""What an example expects: total, grade, points, levels, classes, results, flags.

In: one expectation of the tree. Out: ``Expected``. Reports E0201 for a name that the
rubric does not give, E0209 for a grade or level it does not have, E0602 for a value of
another type.
"""

from __future__ import annotations

from collections.abc import Iterable

from scorelang.compiler.clauses import first_of
from scorelang.compiler.fold_constants import fold
from scorelang.compiler.gradings import grades_of
from scorelang.compiler.infer_names import report_no_such
from scorelang.compiler.levels import levels_of
from scorelang.compiler.reading import Reading
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import NUMBER, Typed, category_of, describe, meet
from scorelang.compiler.units import measure
from scorelang.compiler.values import infer_beside
from scorelang.model.expressions import Const
from scorelang.model.rubric import Expected
from scorelang.model.types import Kind, Value, ValueType
from scorelang.syntax import ast


def lower_expectation(node: ast.Expectation, reading: Reading) -> Expected | None:
    """Read one expectation."""
    match node.word:
        case ast.ExpectWord.VALUE:
            return _lower_value(node, reading)
        case ast.ExpectWord.REJECTED:
            _check_names("field", node.names, reading.draft.fields, reading)
        case ast.ExpectWord.MISSING:
            _check_names("indicator", node.names, reading.draft.symbols.scored, reading)
        case ast.ExpectWord.NOT_RATABLE | ast.ExpectWord.FLAGS:
            pass  # flags need no declaration
    names = tuple(name.text for name in node.names)
    return Expected(node.word.value, names=names, span=node.span)


def _check_names(
    what: str, names: Iterable[ast.Name], known: Iterable[str], reading: Reading
) -> None:
    given = tuple(known)
    for name in names:
        if name.text not in given:
            report_no_such(what, name, given, reading.draft)


def _lower_value(node: ast.Expectation, reading: Reading) -> Expected | None:
    if node.name is None:
        return None
    found = _kind_of(node, node.name, reading)
    if found is None:
        return None
    kind, wanted = found
    if node.value is None:
        return _expected(kind, node, None)
    value = infer_beside(node.value, Typed(Const(None), wanted), reading)
    if value is None:
        return None
    if meet(value.type, wanted) is None:
        reading.report("E0602", node.value.span, name=node.name.text, found=describe(value.type))
        return None
    return _expected(kind, node, _constant(node, value, wanted, reading))


def _expected(kind: str, node: ast.Expectation, value: Value) -> Expected:
    name = node.name.text if node.name else None
    own = kind in {"total", "grade"}
    return Expected(kind, None if own else name, value, span=node.span)


def _constant(node: ast.Expectation, value: Typed, wanted: ValueType, reading: Reading) -> Value:
    if wanted.kind is not Kind.NUMBER:
        return value.expr.value if isinstance(value.expr, Const) else None
    found = fold(value.expr, reading.draft)
    decl = reading.draft.symbols.results.get(node.name.text) if node.name else None
    unit = first_of(decl.clauses, ast.UnitClause) if decl else None
    written = node.value
    if found is None or unit is None or not isinstance(written, ast.NumberExpr):
        return found
    # The result is printed in its own unit: 500万 of a result in 万元 is 500.
    is_bare = written.multiplier is None and written.unit is None
    return found if is_bare else found / measure(unit.multiplier, unit.unit).scale


def _kind_of(
    node: ast.Expectation, name: ast.Name, reading: Reading
) -> tuple[str, ValueType] | None:
    """Find what bears the name, and of which type its values are."""
    draft, symbols = reading.draft, reading.draft.symbols
    if name.text == "total":
        return "total", NUMBER
    if name.text == "grade":
        return "grade", category_of(grades_of(symbols.grades, draft), ordered=True)
    if name.text in symbols.classes:
        return "class", category_of(grades_of(symbols.classes[name.text], draft))
    if name.text in symbols.results:
        result = draft.results.get(name.text, name.span)
        if result is None:
            return None
        is_printed = first_of(symbols.results[name.text].clauses, ast.UnitClause) is not None
        is_number = result.type.kind is Kind.NUMBER
        # What is printed in a unit of its own may be expected in any.
        return "result", _any_number(result.type) if is_printed and is_number else result.type
    if name.text in symbols.scored:
        levels = levels_of(name.text, draft)
        if _names_level(node.value, levels):
            return "level", category_of(levels)
        return "score", NUMBER
    known = (*symbols.scored, *symbols.classes, *symbols.results, "total", "grade")
    report_no_such(TERMS["indicator, group, score, class or result"], name, known, draft)
    return None


def _any_number(kind: ValueType) -> ValueType:
    return ValueType(kind.kind, is_literal=True)


def _names_level(value: ast.Expr | None, levels: tuple[str, ...]) -> bool:
    match value:
        case ast.NameExpr(name):
            return name.text in levels
        case ast.TextExpr(text):
            return text in levels
        case _:
            return False
