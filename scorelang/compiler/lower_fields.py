"""Fields of the record: types, units of the column, ranges, steps, spellings.

In: field declarations. Out: ``Field`` with its range and step in base units. A range is
there only where it was written; whole numbers have step 1. Reports E0305 (a range that
does not fit the type).
"""

from __future__ import annotations

from fractions import Fraction

import attrs

from scorelang.compiler.beside import is_bare
from scorelang.compiler.clauses import NOTE_CLAUSES, check_clauses, part_place
from scorelang.compiler.infer_conditions import read_value
from scorelang.compiler.infer_names import type_of_field
from scorelang.compiler.lines import read_interval
from scorelang.compiler.lower_raters import with_raters
from scorelang.compiler.reading import Reading
from scorelang.compiler.shown_values import cell_text
from scorelang.compiler.specials import read_specials
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import Typed
from scorelang.compiler.unit_traps import seen_as, trap_of
from scorelang.compiler.units import Measure, measure
from scorelang.model.expressions import FieldValue
from scorelang.model.fields import NUMERIC, Category, Field, FieldType
from scorelang.model.types import DAYS, MONEY, MONTHS, PLAIN, Value
from scorelang.model.unit_words import MONEY_PARTS
from scorelang.numeric.exact import show
from scorelang.numeric.interval import Grid, Interval
from scorelang.syntax import ast

_ONE = Fraction(1)


def lower_field(decl: ast.FieldDecl, reading: Reading) -> Field:
    """Read one field."""
    check_clauses(decl.clauses, NOTE_CLAUSES, part_place("field", decl.name.text), reading.draft)
    kind = FieldType(decl.type.value)
    found = _measure(decl, kind, reading)
    field = Field(
        decl.name.text,
        kind,
        decl.label,
        decl.is_required,
        decl.is_key,
        found.unit,
        found.scale,
        _unit_text(decl.unit),
        grid=_grid(decl, kind, found, reading),
        categories=_categories(decl, reading),
        ordered=decl.ordered,
        also=decl.also,
        blank_also=decl.blank_also,
        span=decl.name.span,
    )
    field = attrs.evolve(field, domain=_domain(decl, field, reading))
    field = attrs.evolve(field, blank_means=_blank(decl, field, reading))
    field = attrs.evolve(field, specials=read_specials(decl, field, reading))
    return with_raters(decl, field, reading)


def _measure(decl: ast.FieldDecl, kind: FieldType, reading: Reading) -> Measure:
    """Give the unit of a column and its scale."""
    default = {FieldType.MONEY: MONEY, FieldType.PERIOD: DAYS}.get(kind, PLAIN)
    if decl.unit is None:
        return Measure(default, _ONE, is_bare=False)
    found = measure(decl.unit.multiplier, decl.unit.unit)
    part = MONEY_PARTS.get(decl.unit.unit or "") if kind is FieldType.MONEY else None
    if part is not None:
        return Measure(MONEY, part, is_bare=False)
    if kind not in NUMERIC:
        reading.report(
            "E0305.unit", decl.unit.span, unit=_unit_text(decl.unit), type=TERMS[kind.value]
        )
        return Measure(PLAIN, _ONE, is_bare=False)
    unit = MONEY if kind is FieldType.MONEY and found.is_bare else found.unit
    wrong = (
        (kind is FieldType.MONEY and unit != MONEY)
        or (kind is FieldType.PERIOD and unit not in {DAYS, MONTHS})
        or (kind is FieldType.PERCENT and unit != PLAIN)
    )
    if wrong:
        reading.report(
            "E0305.unit", decl.unit.span, unit=_unit_text(decl.unit), type=TERMS[kind.value]
        )
    return Measure(unit, found.scale, is_bare=False)


def _unit_text(unit: ast.UnitClause | None) -> str | None:
    return None if unit is None else (unit.multiplier or "") + (unit.unit or "")


def _grid(decl: ast.FieldDecl, kind: FieldType, found: Measure, reading: Reading) -> Grid:
    """Give the step of the values in base units: of the column's numbers, times the scale."""
    if kind is FieldType.PERCENT and found.scale == 1:
        _ask_of_step(decl, reading)
    if decl.step is not None:
        words = measure(decl.step.multiplier, decl.step.unit)
        step = decl.step.value * (words.scale if decl.step.unit else words.scale * found.scale)
        if step <= 0:
            reading.report("E0308.step", decl.step.span, step=decl.step.digits)
            return Grid(None)
        return Grid(step)
    if decl.decimals is not None:
        return Grid(found.scale / 10**decl.decimals)
    return Grid(found.scale) if kind is FieldType.INTEGER else Grid(None)


def _ask_of_step(decl: ast.FieldDecl, reading: Reading) -> None:
    """Ask about decimals and steps of a percentage that would leave no percent: of 1 is 100%."""
    step, span = None, decl.span
    if decl.step is not None and decl.step.unit is None and decl.step.multiplier is None:
        step, span = decl.step.value, decl.step.span
    elif decl.step is None and decl.decimals is not None:
        step = _ONE / 10**decl.decimals
    if step is not None and step >= _LEAST_STEP:
        reading.report(
            "W0305.decimals",
            span,
            subject=decl.name.text,
            reading=f"{show(step * 100)}%",
            meant=f"{show(step)}%",
        )


_LEAST_STEP = Fraction(1, 10)
"""Percentages are written finer than in multiples of 10%."""


def _categories(decl: ast.FieldDecl, reading: Reading) -> tuple[Category, ...]:
    seen: dict[str, Category] = {}
    for value in decl.values:
        if value.name.text in seen:
            reading.report("E0205.value", value.span, value=value.name.text)
        seen.setdefault(value.name.text, Category(value.name.text, value.label, value.also))
    return tuple(seen.values())


def _domain(decl: ast.FieldDecl, field: Field, reading: Reading) -> Interval | None:
    if decl.domain is None:
        return None
    if field.type not in NUMERIC:
        reading.report("E0305.type", decl.domain.span, type=TERMS[field.type.value])
        return None
    node = _in_column_unit(decl.domain, field)
    if field.type is FieldType.PERCENT and _is_bare_percent(decl.domain):
        reading.report("E0305.percent", decl.domain.span)
        return None
    found = read_interval(node, _subject(field), reading)
    if found is not None and found.is_empty(field.grid):
        reading.report("E0305.empty", decl.domain.span)
        return None
    if found is not None:
        _report_small_amounts(decl.domain, found, field, reading)
    return found


def _report_small_amounts(
    node: ast.RangeDecl, found: Interval, field: Field, reading: Reading
) -> None:
    """Report ``0~1000`` on a column in 万元, which reads as 0 to 1000 元."""
    ends = (node.low, node.high) if isinstance(node, ast.BetweenRange) else (node.value,)
    bare = [each for each in ends if isinstance(each, ast.NumberExpr) and _is_bare(each)]
    values = [each for each in (found.low, found.high) if each is not None]
    if len(bare) == len(ends) and any(trap_of(seen_as(field), each) for each in values):
        shown = show(max(values))
        reading.report(
            "W0304.range", node.span, subject=field.name, limit=shown, unit=field.unit_text
        )


def _subject(field: Field) -> Typed:
    return Typed(FieldValue(field.name), type_of_field(field))


def _in_column_unit(node: ast.RangeDecl, field: Field) -> ast.RangeDecl:
    """Read a bare number of months or years in the unit of the column: ``0..50 in 年``."""
    if field.unit not in {DAYS, MONTHS}:
        return node
    match node:
        case ast.LimitRange(op, value):
            return ast.LimitRange(op, _scaled(value, field), span=node.span)
        case ast.ExactRange(value):
            return ast.ExactRange(_scaled(value, field), span=node.span)
        case ast.BetweenRange(low, high, low_open, high_open):
            first, last = _scaled(low, field), _scaled(high, field)
            return ast.BetweenRange(first, last, low_open, high_open, span=node.span)


def _is_bare(node: ast.NumberExpr) -> bool:
    return node.unit is None and node.multiplier is None


def _scaled(node: ast.Expr, field: Field) -> ast.Expr:
    in_time = field.unit in {DAYS, MONTHS}
    if in_time and isinstance(node, ast.NumberExpr) and node.unit is None:
        unit = "days" if field.unit == DAYS else "months"
        return attrs.evolve(node, value=node.value * field.scale, unit=unit)
    return node


def _is_bare_percent(node: ast.RangeDecl) -> bool:
    """Whether a limit of a percent field is a bare number above 1, surely meant as percent."""
    ends = (node.low, node.high) if isinstance(node, ast.BetweenRange) else (node.value,)
    return any(
        isinstance(end, ast.NumberExpr) and end.unit is None and end.value > _ONE for end in ends
    )


def _blank(decl: ast.FieldDecl, field: Field, reading: Reading) -> Value:
    if decl.blank_means is None:
        return None
    node = decl.blank_means
    value = read_value(_scaled(node, field), _subject(field), reading)
    if isinstance(value, Fraction) and field.type in NUMERIC:
        _check_blank(node, value, field, reading)
    return value


def _check_blank(node: ast.Expr, value: Fraction, field: Field, reading: Reading) -> None:
    """Report what a blank means outside of the range, and what reads in another unit."""
    if field.domain is not None and not field.domain.contains(value):
        shown = cell_text(field, value)
        reading.report("E0305.blank", node.span, name=field.name, value=shown)
        return
    trap = trap_of(seen_as(field), value) if is_bare(node, reading.draft) else None
    if trap is not None and field.unit not in {DAYS, MONTHS}:
        key, said = trap
        reading.report(key, node.span, **said)


def last_period_of(decl: ast.FieldDecl, field: Field, reading: Reading) -> Field | None:
    """Give the field with the last period's value, where it was asked for.

    It reads like the field itself, but may always be blank, and a blank means nothing else.
    Its column bears its label, or is called ``last profit``, ``last_profit`` or ``上期利润``.
    """
    if not decl.has_last:
        return None
    name, label = field.name, decl.last_label
    if label is None and reading.draft.tree.vocabulary is ast.Vocabulary.CHINESE:
        label = f"上期{field.label or name}"
    words = [f"last_{name}", f"上期{name}", f"上期 {name}"]
    words += [f"上期{field.label}"] if field.label else []
    return attrs.evolve(
        field,
        name=f"last {name}",
        label=label,
        required=False,
        is_key=False,
        also=tuple(words),
        blank_means=None,
        raters=(),
        last_of=name,
    )
