"""Special values: codes in a column that are no numbers (``special -9 "no bureau record"``).

In: what a field says of them, and what speaks of one: a condition, a line. Out: ``Special``,
and expressions and rules that ask for the code of a field. A field that holds a special value
is missing; its code is a category of its own, empty where there is none. Reports E0205 (a code
twice), E0209 (no such code), E0305 (a code that does not fit the field), E0311 (a line beside
something that is no field).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from fractions import Fraction

from scorelang.compiler.reading import Reading
from scorelang.compiler.typed import YES_NO, Typed
from scorelang.compiler.wording import write
from scorelang.model import expressions as model
from scorelang.model.fields import NUMERIC, Field, FieldType, Special
from scorelang.model.rules import Branch, BySegment, FirstThatHolds, Rule
from scorelang.model.times import DayNumber
from scorelang.model.types import Value
from scorelang.numeric import exact
from scorelang.syntax import ast

_WITHOUT = frozenset({FieldType.TEXT, FieldType.CATEGORY})


def read_specials(decl: ast.FieldDecl, field: Field, reading: Reading) -> tuple[Special, ...]:
    """Read the special values of a field."""
    found: dict[str, Special] = {}
    for each in decl.specials:
        code = _code(each.code)
        if field.type in _WITHOUT or field.is_key or decl.rated_by is not None:
            reading.report("E0305.no_special", each.span, name=field.name)
        elif code is None or not _fits(code, field):
            reading.report("E0305.special", each.code.span, code=write(each.code))
        elif field.domain is not None and _is_inside(code, field):
            shown = write(each.code)
            reading.report("E0305.inside", each.code.span, code=shown, name=field.name)
        elif _text(code) in found:
            reading.report("E0205.value", each.span, value=write(each.code))
        else:
            value = code * field.scale if isinstance(code, Fraction) else code
            found[_text(code)] = Special(_text(code), value, each.label)
    return tuple(found.values())


def _code(node: ast.Expr) -> Value:
    """Read a code: a plain number, a day or a text; ``None`` where it is something else."""
    match node:
        case ast.NumberExpr(value, _, None, None):
            return value
        case ast.NegateExpr(ast.NumberExpr(value, _, None, None)):
            return -value
        case ast.DateExpr(day):
            return day
        case ast.TextExpr(text):
            return text.strip() or None
        case _:
            return None


def _text(code: Value) -> str:
    return (exact.to_text(code) or str(code)) if isinstance(code, Fraction) else str(code)


def _fits(code: Value, field: Field) -> bool:
    """Whether a cell of a field could be read as a code; a text can always stand there."""
    if isinstance(code, Fraction):
        return field.type in NUMERIC
    return not isinstance(code, dt.date) or field.type is FieldType.DATE


def _is_inside(code: Value, field: Field) -> bool:
    if not isinstance(code, Fraction) or field.domain is None:
        return False
    value = code * field.scale
    return field.domain.contains(value) and field.grid.contains(value)


def infer_is_special(node: ast.IsSpecialExpr, reading: Reading) -> Typed | None:
    """Read ``x is special -9``."""
    operand = reading.in_units().infer(node.operand)
    if operand is None:
        return None
    codes = special_codes(operand, (node.code,), reading)
    if codes is None:
        return None
    found = has_code(operand, codes)
    return Typed(model.Not(found) if node.negated else found, YES_NO)


def has_code(subject: Typed, codes: Sequence[str]) -> model.Expr:
    """Give the condition that a field holds one of these special values."""
    field = _field_of(subject)
    assert field is not None, "asked for only after its codes were read"
    return model.OneOf(model.SpecialOf(field), frozenset(codes))


def special_codes(
    subject: Typed | None, codes: Sequence[ast.Expr], reading: Reading
) -> tuple[str, ...] | None:
    """Read codes that stand beside a field; nothing after a report."""
    read = None if subject is None else _field_of(subject)
    field = None if read is None else reading.draft.fields.get(read.name)
    if field is None:
        reading.report("E0311.special", codes[0].span)
        return None
    known = {special.code: special for special in field.specials}
    found: list[str] = []
    for node in codes:
        text = _text(_code(node))
        if text not in known:
            key = "E0209" if known else "E0209.special"
            listed = ", ".join(f"`{code}`" for code in known)
            reading.report(key, node.span, name=write(node), field=field.name, known=listed)
            return None
        if text in found:
            reading.report("E0205.value", node.span, value=write(node))
        found.append(text)
    return tuple(found)


def _field_of(subject: Typed) -> model.FieldValue | None:
    expr = subject.expr
    if isinstance(expr, DayNumber):
        expr = expr.operand
    return expr if isinstance(expr, model.FieldValue) else None


def beside_specials(
    rule: Rule, lines: Sequence[tuple[ast.Expr, str, Branch]], subject: Typed, reading: Reading
) -> Rule:
    """Put the lines for special values before the rule for all others."""
    field = _field_of(subject)
    if not lines or field is None:
        return rule
    found: dict[str, Rule] = {}
    for node, code, branch in lines:
        if code in found:
            reading.report("E0205.value", node.span, value=write(node))
        found.setdefault(code, FirstThatHolds((), branch))
    return BySegment(model.SpecialOf(field), tuple(found.items()), rule)
