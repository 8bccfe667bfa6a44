"""The total: a group of all parts with base points, or the value of a named score.

In: the ``total`` and ``base`` declarations and the finished parts. Out: ``Total``. Reports
E0201 (no such score), E0204 and E0205 (clauses).
"""

from __future__ import annotations

from fractions import Fraction

from scorelang.compiler.clauses import (
    NOTE_CLAUSES,
    TOTAL_CLAUSES,
    TOTAL_OF_SCORE_CLAUSES,
    check_clauses,
    first_of,
)
from scorelang.compiler.draft import Draft
from scorelang.compiler.fold_constants import constant
from scorelang.compiler.infer_names import report_no_such
from scorelang.compiler.lines import read_interval
from scorelang.compiler.lower_parts import (
    WEIGHTED_MARKS,
    combine_of,
    constant_limits,
    coverage_of,
    full_marks,
    lower_children,
    refuse_beside_parts,
    refuse_lines_in_percent,
    refuse_percent_limits,
)
from scorelang.compiler.part_ranges import group_range, total_grid
from scorelang.compiler.ranges import bounds
from scorelang.compiler.reading import Reading
from scorelang.compiler.roundings import read_roundings
from scorelang.compiler.rule_ranges import range_of
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import NUMBER, Typed
from scorelang.diagnostics.quoting import quote, quoted
from scorelang.model import expressions as model
from scorelang.model.rubric import CheckedRubric, Combine, Group, Part, Range, Total
from scorelang.numeric.interval_arithmetic import rounded
from scorelang.numeric.rounding import DEFAULT_POINTS, Rounding
from scorelang.source.span import Span
from scorelang.syntax import ast

ROOT = "total"
"""The name of the group that the top-level parts make."""


def lower_total(reading: Reading) -> Total | None:
    """Make the total; ``None`` where there is none, as with ``no total`` or without parts."""
    draft = reading.draft
    decl = draft.symbols.total
    children = lower_children(draft.symbols.top, reading)
    clauses = decl.clauses if decl else ()
    _check_clauses(decl, clauses, draft)
    if (decl is not None and decl.is_none) or (decl is None and not draft.symbols.top):
        return None
    roundings = _roundings(clauses, reading)
    declared = _declared(decl, reading)
    span = decl.span if decl else draft.tree.name.span
    if decl is not None and decl.value is not None:
        return _of_score(decl.value, roundings, declared, span, reading)
    return _of_parts(children, clauses, roundings, declared, span, reading)


def _check_clauses(
    decl: ast.TotalDecl | None, clauses: tuple[ast.Clause, ...], draft: Draft
) -> None:
    if decl is not None and decl.is_none:
        check_clauses(clauses, NOTE_CLAUSES, quote("`no total`"), draft)
    elif decl is not None and decl.value is not None:
        check_clauses(
            clauses, TOTAL_OF_SCORE_CLAUSES, TERMS["`total = …`; say it of the score"], draft
        )
    else:
        check_clauses(clauses, TOTAL_CLAUSES, TERMS["the total"], draft)
    for item in draft.tree.items:
        if isinstance(item, ast.BaseDecl):
            check_clauses(item.clauses, NOTE_CLAUSES, quote("`base`"), draft)
    _check_idle(decl, draft)


def _check_idle(decl: ast.TotalDecl | None, draft: Draft) -> None:
    """Report what would act on a total of parts, where the total is none: E0204."""
    if decl is not None and decl.value is not None:
        key = "E0204.of_score"
    elif (decl is not None and decl.is_none) or not draft.symbols.top:
        key = "E0204.no_total"
    else:
        return
    for item in draft.tree.items:
        if isinstance(item, ast.BaseDecl):
            draft.report(key, item.span, what=quoted("base"))
    missing = draft.default_missing
    if missing is not None and missing.coverage is not None:
        draft.report(key, missing.coverage.span, what=quoted("at least …"))


def _of_parts(  # noqa: PLR0913, PLR0917  a total is made of that much
    children: tuple[Part, ...],
    clauses: tuple[ast.Clause, ...],
    roundings: tuple[Rounding, ...],
    declared: Range | None,
    span: Span,
    reading: Reading,
) -> Total:
    draft = reading.draft
    combine = combine_of(clauses)
    marks = declared.high if declared and combine is Combine.WEIGHTED else None
    low, high = constant_limits(clauses, reading)
    base = _base(reading)
    refuse_percent_limits(clauses, children, combine, marks, reading)
    refuse_lines_in_percent(draft.symbols.top, children, combine, reading)
    for item in draft.tree.items:
        if isinstance(item, ast.BaseDecl):
            refuse_beside_parts(item.value, children, combine, marks, reading)
    found = group_range(children, combine, marks, draft.scope, low=low, high=high)
    missing = first_of(clauses, ast.MissingClause) or draft.default_missing
    full = full_marks(children, combine, marks, high, found)
    if combine is Combine.WEIGHTED and full is None:
        full = WEIGHTED_MARKS
    root = Group(
        ROOT,
        children,
        combine,
        found,
        full,
        None,
        None,
        low,
        high,
        (),
        least_coverage=coverage_of(missing, reading),
        span=span,
    )
    whole = group_range(
        children, combine, marks, draft.scope, low=low, high=high, roundings=roundings, base=base
    )
    return Total(whole, roundings, root, None, base, declared, span=span)


def _report_no_name(value: ast.Expr, reading: Reading) -> None:
    """Say how a total is written that stands as a number or a formula behind ``=``."""
    match value:
        case ast.NumberExpr():
            is_chinese = reading.draft.tree.vocabulary is ast.Vocabulary.CHINESE
            meant = f"总分 {value.digits}分" if is_chinese else f"total {value.digits}"
            reading.report("E0302.total", value.span, meant=meant)
        case _:
            reading.report("E0302.weighted", value.span)


def _of_score(
    value: ast.Expr,
    roundings: tuple[Rounding, ...],
    declared: Range | None,
    span: Span,
    reading: Reading,
) -> Total | None:
    draft = reading.draft
    name = value.name if isinstance(value, ast.NameExpr | ast.ScoreExpr) else None
    if name is None:
        _report_no_name(value, reading)
        return None
    decl = draft.symbols.scored.get(name.text)
    if decl is None:
        report_no_such(TERMS["score"], name, draft.symbols.scored, draft)
        return None
    is_score = isinstance(decl, ast.ScoreDecl)
    made = (
        draft.scores.get(name.text, name.span)
        if is_score
        else draft.parts.get(name.text, name.span)
    )
    if made is None:
        return None
    found = bounds(model.ScorePoints(name.text), draft.scope)
    for rounding in roundings:
        found = rounded(found, rounding)
    return Total(range_of(found), roundings, None, name.text, _base(reading), declared, span=span)


def _roundings(clauses: tuple[ast.Clause, ...], reading: Reading) -> tuple[Rounding, ...]:
    clause = first_of(clauses, ast.RoundClause)
    return (DEFAULT_POINTS,) if clause is None else read_roundings(clause, reading.draft)


def _declared(decl: ast.TotalDecl | None, reading: Reading) -> Range | None:
    if decl is None or decl.range is None:
        return None
    found = read_interval(decl.range, Typed(model.TotalValue(), NUMBER), reading)
    return Range(found.low, found.high) if found else None


def _base(reading: Reading) -> Fraction:
    """Add up base points."""
    amounts = [
        constant(item.value, reading)
        for item in reading.draft.tree.items
        if isinstance(item, ast.BaseDecl)
    ]
    return sum((amount for amount in amounts if amount is not None), Fraction(0))


def add_total_to_scope(total: Total, rubric: CheckedRubric, reading: Reading) -> None:
    """Let later ranges know the total."""
    draft = reading.draft
    draft.scope = draft.scope.with_total(total.range, total_grid(rubric, draft.scope))
