"""Derived values, named scores, results, record rules: one expression each.

In: their declarations. Out: ``Let``, ``Score``, ``Result``, ``RecordRule``. Reports E0204
and E0205 (clauses), E0302 (a score that is no number, a rule without a field).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import attrs

from scorelang.compiler.as_written import as_written
from scorelang.compiler.category_lets import with_category
from scorelang.compiler.clauses import (
    LET_CLAUSES,
    NOTE_CLAUSES,
    RESULT_CLAUSES,
    SCORE_CLAUSES,
    check_clauses,
    first_of,
    part_place,
)
from scorelang.compiler.draft import KnownLet
from scorelang.compiler.expression_walk import through_lets
from scorelang.compiler.grids import grid_of
from scorelang.compiler.let_limits import limit_value
from scorelang.compiler.lower_steps import apply_limit
from scorelang.compiler.part_ranges import value_range
from scorelang.compiler.reading import Reading
from scorelang.compiler.roundings import read_roundings
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import NUMBER
from scorelang.compiler.units import measure
from scorelang.compiler.wording import write
from scorelang.model import expressions as model
from scorelang.model.rubric import CheckedRubric, Let, RecordRule, Result, Score
from scorelang.model.rules import Bands
from scorelang.model.types import MONTHS, Kind
from scorelang.model.walk import descend
from scorelang.numeric.interval import Interval
from scorelang.numeric.rounding import DEFAULT_POINTS, Rounding
from scorelang.syntax import ast


def lower_let(decl: ast.LetDecl, reading: Reading) -> KnownLet | None:
    """Make one derived value."""
    check_clauses(decl.clauses, LET_CLAUSES, part_place("let", decl.name.text), reading.draft)
    found = with_category(decl.value, reading).infer(decl.value)
    if found is not None:
        found = limit_value(found, decl.clauses, reading)
    if found is None:
        return None
    name = decl.name.text
    let = Let(name, found.expr, found.type, decl.label, span=decl.name.span)
    reading.draft.scope = reading.draft.scope.with_let(name, found.expr)
    return KnownLet(let, found)


def lower_score(decl: ast.ScoreDecl, reading: Reading) -> Score | None:
    """Make one named score."""
    draft = reading.draft
    check_clauses(decl.clauses, SCORE_CLAUSES, part_place("score", decl.name.text), draft)
    found = reading.points(decl.value)
    if found is None:
        return None
    value: model.Expr | None = found.expr
    limit = first_of(decl.clauses, ast.LimitClause)
    if limit is not None:
        value = apply_limit(found.expr, limit, reading)
    if value is None:
        return None
    clause = first_of(decl.clauses, ast.RoundClause)
    roundings = (DEFAULT_POINTS,) if clause is None else read_roundings(clause, draft)
    found_range = value_range(value, roundings, draft.scope)
    grid = grid_of(model.Rounded(value, roundings[-1]) if roundings else value, draft.scope)
    draft.scope = draft.scope.with_score(decl.name.text, found_range, grid)
    return Score(decl.name.text, value, roundings, found_range, decl.label, span=decl.name.span)


def _months_of(value: model.Expr, reading: Reading) -> Fraction | None:
    """Give the months that one of the columns counts, as 12 where all are in years.

    A result is read beside the column it was made of, so it is in the unit of that column.
    """
    fields = (
        reading.draft.fields.get(each.name)
        for each in through_lets(value, reading.draft.scope)
        if isinstance(each, model.FieldValue)
    )
    scales = {field.scale for field in fields if field is not None and field.unit == MONTHS}
    return scales.pop() if len(scales) == 1 and scales != {Fraction(1)} else None


def lower_result(decl: ast.ResultDecl, reading: Reading) -> Result | None:
    """Make one result."""
    place = part_place("result", decl.name.text)
    found = reading.infer(decl.value)
    if found is None:
        check_clauses(decl.clauses, RESULT_CLAUSES, place, reading.draft)
        return None
    if found.is_number:
        check_clauses(decl.clauses, RESULT_CLAUSES, place, reading.draft)
    else:
        check_clauses(
            decl.clauses,
            NOTE_CLAUSES,
            TERMS["{place}, which is no number"].format(place=place),
            reading.draft,
        )
    value, kind = found.expr, found.type
    unit = first_of(decl.clauses, ast.UnitClause)
    if unit is not None and kind.kind is Kind.NUMBER:
        scale = measure(unit.multiplier, unit.unit).scale
        value = model.Calculation(model.Arithmetic.DIVIDE, value, model.Const(scale))
        kind = NUMBER
    elif kind.unit == MONTHS and (years := _months_of(value, reading)) is not None:
        value = model.Calculation(model.Arithmetic.DIVIDE, value, model.Const(years))
        kind = NUMBER
    clause = first_of(decl.clauses, ast.RoundClause)
    roundings = read_roundings(clause, reading.draft) if clause else ()
    for rounding in roundings[:-1]:
        value = model.Rounded(value, rounding)
    last: Rounding | None = roundings[-1] if roundings else None
    reading.draft.scope = reading.draft.scope.with_result(decl.name.text, value)
    return Result(
        decl.name.text, value, kind, last, decl.label, roundings[:-1], span=decl.name.span
    )


def lower_record_rule(decl: ast.RecordRuleDecl, reading: Reading) -> RecordRule | None:
    """Make one condition that every record must meet."""
    found = reading.condition(decl.condition)
    if found is None:
        return None
    field = next((n.name for n in descend(found.expr) if isinstance(n, model.FieldValue)), None)
    if field is None:
        reading.report("E0302.rule", decl.condition.span)
        return None
    text = as_written(reading.draft.tree, decl.condition.span, write(decl.condition))
    return RecordRule(found.expr, field, text, decl.text, span=decl.span)


def with_limits(rubric: CheckedRubric) -> tuple[Let, ...]:
    """Give the derived values with the numbers they are compared with anywhere."""
    found: dict[str, set[Fraction]] = {let.name: set() for let in rubric.lets}
    for node in descend(rubric) if found else ():
        for value, limit in _limits(node):
            if isinstance(value, model.LetValue):
                found[value.name].add(limit)
    return tuple(attrs.evolve(let, limits=tuple(sorted(found[let.name]))) for let in rubric.lets)


def _limits(node: object) -> Iterator[tuple[model.Expr, Fraction]]:
    """Give the numbers that an expression is compared with in this node."""
    match node:
        case Bands(subject, bands):
            for interval, _ in bands:
                yield from ((subject, end) for end in _ends(interval))
        case model.Inside(operand, interval):
            yield from ((operand, end) for end in _ends(interval))
        case model.Compare(_, left, model.Const(Fraction() as limit)):
            yield left, limit
        case model.Compare(_, model.Const(Fraction() as limit), right):
            yield right, limit
        case _:
            pass


def _ends(interval: Interval) -> Iterator[Fraction]:
    yield from (end for end in (interval.low, interval.high) if end is not None)
