"""Values as the texts of CSV cells, so that an example is read like any record.

In: a value as written in an example and its field. Out: the text that stands for it in
the column: numbers in the column's unit, names, ``yes``/``no``, days. Reports E0602 for
what no cell of the column can hold.
"""

from __future__ import annotations

from fractions import Fraction

from scorelang.compiler.fold_constants import fold
from scorelang.compiler.reading import Reading
from scorelang.compiler.typed import describe
from scorelang.compiler.unit_traps import seen_as, trap_of
from scorelang.diagnostics.suggest import did_you_mean
from scorelang.model.fields import NUMERIC, Field, FieldType
from scorelang.model.types import DAYS, MONEY, MONTHS, PLAIN
from scorelang.numeric.exact import to_text
from scorelang.syntax import ast


def cell_text(node: ast.Expr, field: Field, reading: Reading, *, must_fit: bool) -> str | None:
    """Write a value for a column; ``must_fit`` is off where the record is meant to be rejected."""
    match node:
        case ast.TextExpr(value):
            return value
        case ast.NameExpr(name):
            return _name_text(name, field, reading, must_fit=must_fit)
        case ast.YesNoExpr(value):
            return "yes" if value else "no"
        case ast.DateExpr(value):
            return value.isoformat()
        case _:
            return _number_text(node, field, reading)


def _name_text(name: ast.Name, field: Field, reading: Reading, *, must_fit: bool) -> str | None:
    known = [category.name for category in field.categories]
    if field.type is FieldType.CATEGORY and name.text not in known and must_fit:
        near = did_you_mean(name.text, known)
        key = "E0209.near" if near else "E0209"
        shown = ", ".join(f"`{each}`" for each in known)
        reading.report(key, name.span, name=name.text, near=near, known=shown)
        return None
    return name.text


def _number_text(node: ast.Expr, field: Field, reading: Reading) -> str | None:
    found = reading.number(node)
    if found is None:
        return None
    value = fold(found.expr, reading.draft)
    if value is None:
        reading.report("E0308", node.span)
        return None
    if field.type not in NUMERIC:
        if isinstance(node, ast.NumberExpr):
            return node.digits  # a key such as 0001 stays as written
        reading.report("E0602", node.span, name=field.name, found=describe(found.type))
        return None
    unit = found.type.unit
    if not found.type.is_literal and unit not in {field.unit, PLAIN}:
        reading.report("E0602", node.span, name=field.name, found=describe(found.type))
        return None
    if not found.type.is_literal and unit == PLAIN and field.unit in {MONEY, DAYS, MONTHS}:
        reading.report("E0602", node.span, name=field.name, found=describe(found.type))
        return None
    _warn_of_unit(node, field, value, reading)
    # A bare number of months or years counts in the unit of the column, as in a cell.
    in_column = found.type.is_literal and field.unit in {DAYS, MONTHS}
    text = to_text(value if in_column else value / field.scale)
    if text is None:
        reading.report("E0602.digits", node.span, name=field.name)
    return text


def _warn_of_unit(node: ast.Expr, field: Field, value: object, reading: Reading) -> None:
    """Say how a bare number is read where the column has a unit: the table reads it otherwise."""
    is_bare = isinstance(node, ast.NumberExpr) and node.multiplier is None and node.unit is None
    trap = trap_of(seen_as(field), value) if isinstance(value, Fraction) else None
    if is_bare and trap is not None:
        key, said = trap
        reading.report(key, node.span, **said)
