"""Indicators and groups: rule, full marks, range, rounding, weight, what happens when missing.

In: the name of a part. Out: ``Part``, made on demand. Reports E0204 and E0205 (clauses),
E0309 (a conditional part without ``else``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import attrs

from scorelang.compiler.clauses import (
    GROUP_CLAUSES,
    all_of,
    check_clauses,
    covers_of,
    first_of,
    indicator_clauses,
    indicator_place,
    owner_of,
    part_place,
)
from scorelang.compiler.draft import Draft
from scorelang.compiler.fold_constants import constant
from scorelang.compiler.group_items import check_items
from scorelang.compiler.infer_names import report_no_such
from scorelang.compiler.levels import scale_of
from scorelang.compiler.lower_branches import RuleContext, limit_of
from scorelang.compiler.lower_keep import lower_keep
from scorelang.compiler.lower_missing import check_coverage, missing_policy
from scorelang.compiler.lower_pairs import weigh_by_pairs
from scorelang.compiler.lower_rules import lower_rule, subject_of
from scorelang.compiler.part_ranges import group_range, indicator_range, with_part
from scorelang.compiler.percent_points import (
    refuse_beside_points,
    refuse_percent_alone,
    refuse_percent_lines,
    refuse_percent_of_group,
)
from scorelang.compiler.reading import Reading
from scorelang.compiler.roundings import read_roundings
from scorelang.compiler.terms import TERMS
from scorelang.model import expressions as model
from scorelang.model.rubric import (
    Applies,
    Combine,
    Group,
    IfNotApplying,
    Indicator,
    Keep,
    Part,
    Range,
)
from scorelang.model.rules import ReasonCode
from scorelang.numeric.rounding import Rounding
from scorelang.syntax import ast

WEIGHTED_MARKS = Fraction(100)
"""The full marks of a weighted group that declares none."""


def lower_part(name: str, reading: Reading) -> Part | None:
    """Make one part; its children are made with it."""
    decl = reading.draft.symbols.scored[name]
    found: Part | None
    if isinstance(decl, ast.IndicatorDecl):
        found = lower_indicator(decl, reading)
    elif isinstance(decl, ast.GroupDecl):
        found = lower_group(decl, reading)
    else:
        return None
    if found is not None:
        reading.draft.scope = with_part(reading.draft.scope, found)
    return found


def lower_indicator(decl: ast.IndicatorDecl, reading: Reading) -> Indicator | None:
    """Make one indicator."""
    name, draft = decl.name.text, reading.draft
    place = indicator_place(decl)
    check_clauses(decl.clauses, indicator_clauses(decl), place, draft)
    _check_scale(decl, reading)
    declared = _declared_max(decl.clauses, reading)
    context = RuleContext(
        name, reading, None, declared, scale_of(name, draft), limit_of(decl.clauses)
    )
    subject = subject_of(decl, context)
    counts = first_of(decl.clauses, ast.CountsClause)
    if counts is not None and decl.subject is not None:
        reading.report("E0205.subject", decl.subject.span, name=name)
    if subject is None and (decl.subject is not None or counts is not None):
        return None
    if declared is None and refuse_beside_points(decl, reading):
        return None
    check_coverage(decl.clauses, reading)
    rule = lower_rule(decl, attrs.evolve(context, subject=subject))
    applies, weight = _applies(decl.clauses, reading), _weight(decl.clauses, reading)
    roundings = _roundings(decl.clauses, draft.default_rounding, reading)
    if rule is None:
        return None
    missing = missing_policy(decl, rule, roundings, reading)
    found = indicator_range(
        rule,
        roundings,
        missing,
        draft.scope,
        applies=applies,
        can_be_zeroed=_can_be_zeroed(name, draft),
    )
    baseline = first_of(decl.clauses, ast.BaselineClause)
    full = declared if declared is not None else found.high
    if baseline is not None:
        refuse_percent_alone(baseline.value, name, full, reading)
    base = reading.points(baseline.value) if baseline else None
    reason = first_of(decl.clauses, ast.ReasonClause)
    return Indicator(
        name,
        rule,
        found,
        full,
        roundings,
        missing,
        decl.label,
        declared,
        weight,
        applies,
        base.expr if base else None,
        ReasonCode(reason.code, reason.text) if reason else None,
        owner_of(decl.clauses),
        covers_of(decl.clauses),
        tuple(dict.fromkeys(clause.name.text for clause in all_of(decl.clauses, ast.FlagClause))),
        span=decl.name.span,
    )


def lower_group(decl: ast.GroupDecl, reading: Reading) -> Group | None:
    """Make a group with its children."""
    draft = reading.draft
    check_clauses(decl.clauses, GROUP_CLAUSES, part_place("group", decl.name.text), draft)
    check_items(decl, draft)
    _check_scale(decl, reading)
    children, consistency = weigh_by_pairs(decl, lower_children(decl.items, reading), reading)
    applies, weight = _applies(decl.clauses, reading), _weight(decl.clauses, reading)
    declared = _declared_max(decl.clauses, reading)
    low, high = constant_limits(decl.clauses, reading)
    check_coverage(decl.clauses, reading)
    combine = combine_of(decl.clauses)
    keep = lower_keep(decl.clauses, combine, children, draft)
    refuse_percent_limits(decl.clauses, children, combine, declared, reading)
    refuse_lines_in_percent(decl.items, children, combine, reading)
    roundings = _roundings(decl.clauses, (), reading)
    found = group_range(
        children,
        combine,
        declared,
        draft.scope,
        low=low,
        high=high,
        roundings=roundings,
        can_be_zeroed=_can_be_zeroed(decl.name.text, draft),
        keep=keep,
    )
    return Group(
        decl.name.text,
        children,
        combine,
        found,
        full_marks(children, combine, declared, high, found, keep),
        decl.label,
        declared,
        low,
        high,
        roundings,
        weight,
        applies,
        coverage_of(first_of(decl.clauses, ast.MissingClause), reading),
        owner_of(decl.clauses),
        covers_of(decl.clauses),
        consistency,
        keep,
        span=decl.name.span,
    )


def _can_be_zeroed(name: str, draft: Draft) -> bool:
    """Whether an override lets the part score nothing."""
    return any(
        isinstance(item, ast.OverrideDecl)
        and item.word is ast.OverrideWord.ZERO
        and item.name.text == name
        for item in draft.tree.items
    )


def lower_children(items: Sequence[ast.Item], reading: Reading) -> tuple[Part, ...]:
    """Make the parts of a group or of the rubric; of two with one name the first counts."""
    return tuple(_made_children(items, reading))


def _made_children(items: Sequence[ast.Item], reading: Reading) -> Iterator[Part]:
    scored = reading.draft.symbols.scored
    for item in items:
        if not isinstance(item, ast.IndicatorDecl | ast.GroupDecl):
            continue
        if scored.get(item.name.text) is item:
            child = reading.draft.parts.get(item.name.text, item.name.span)
            if child is not None:
                yield child


def full_marks(  # noqa: PLR0913, PLR0917  all that a group says of its full marks
    children: Sequence[Part],
    combine: Combine,
    declared: Fraction | None,
    high: Fraction | None,
    found: Range,
    keep: Keep | None = None,
) -> Fraction | None:
    """Give the full marks of a group: declared, or what full children come to."""
    if declared is not None:
        return declared
    marks = [child.full for child in children]
    known = [mark for mark in marks if mark is not None]
    if keep is not None and len(known) == len(marks):
        known = sorted(known, reverse=True)[: keep.among(len(known))]
        marks = [*known]
    total: Fraction | None
    match combine:
        case Combine.WEIGHTED:
            total = WEIGHTED_MARKS
        case _ if len(known) < len(marks) or not known:
            return found.high
        case Combine.SUM:
            total = sum(known, Fraction(0))
        case Combine.MEAN:
            total = sum(known, Fraction(0)) / len(known)
        case Combine.LOWEST:
            total = min(known)
        case Combine.HIGHEST:
            total = max(known)
        case Combine.PRODUCT | Combine.GEOMETRIC_MEAN:
            total = found.high
    if total is None or high is None:
        return total
    return min(total, high)


def combine_of(clauses: Sequence[ast.Clause]) -> Combine:
    """Give how children are taken together; the sum where nothing was written."""
    clause = first_of(clauses, ast.CombineClause)
    return Combine(clause.word.value) if clause else Combine.SUM


def constant_limits(
    clauses: Sequence[ast.Clause], reading: Reading
) -> tuple[Fraction | None, Fraction | None]:
    """Read the limits that act on a group."""
    clause = first_of(clauses, ast.LimitClause)
    if clause is None:
        return None, None
    low = constant(clause.low, reading) if clause.low else None
    high = constant(clause.high, reading) if clause.high else None
    return low, high


def refuse_percent_limits(
    clauses: Sequence[ast.Clause],
    children: Sequence[Part],
    combine: Combine,
    declared: Fraction | None,
    reading: Reading,
) -> None:
    """Report limits in percent of a group whose parts give more than one point."""
    clause = first_of(clauses, ast.LimitClause)
    for end in (clause.low, clause.high) if clause else ():
        refuse_beside_parts(end, children, combine, declared, reading)


def refuse_beside_parts(
    node: ast.Expr | None,
    children: Sequence[Part],
    combine: Combine,
    declared: Fraction | None,
    reading: Reading,
) -> None:
    """Report a percentage beside parts that give more than one point."""
    found = group_range(children, combine, declared, reading.draft.scope)
    is_factor = combine in {Combine.PRODUCT, Combine.GEOMETRIC_MEAN}
    if not is_factor:
        refuse_percent_of_group(node, found.low, found.high, reading)


def refuse_lines_in_percent(
    items: Sequence[ast.Item], children: Sequence[Part], combine: Combine, reading: Reading
) -> None:
    """Report parts with lines such as ``50% when c`` that are added to parts with points."""
    highs = {child.name: child.range.high or Fraction(0) for child in children}
    for item in items if combine is Combine.SUM else ():
        if not isinstance(item, ast.IndicatorDecl):
            continue
        is_said = any(isinstance(each, ast.MaxClause | ast.WeightClause) for each in item.clauses)
        others = [high for name, high in highs.items() if name != item.name.text]
        if not is_said and max(others, default=Fraction(0)) > 1:
            refuse_percent_lines(item, reading)


def coverage_of(clause: ast.MissingClause | None, reading: Reading) -> Fraction | None:
    """Read the least share of full marks that must be rated."""
    if clause is None or clause.coverage is None:
        return None
    return constant(clause.coverage, reading)


def _check_scale(decl: ast.IndicatorDecl | ast.GroupDecl, reading: Reading) -> None:
    clause = first_of(decl.clauses, ast.ScaleClause)
    if clause is not None and clause.name.text not in reading.draft.scales:
        report_no_such(TERMS["scale"], clause.name, reading.draft.scales, reading.draft)


def _declared_max(clauses: Sequence[ast.Clause], reading: Reading) -> Fraction | None:
    clause = first_of(clauses, ast.MaxClause)
    return constant(clause.value, reading) if clause else None


def _weight(clauses: Sequence[ast.Clause], reading: Reading) -> model.Expr | None:
    clause = first_of(clauses, ast.WeightClause)
    found = reading.points(clause.value) if clause else None
    return found.expr if found else None


def _applies(clauses: Sequence[ast.Clause], reading: Reading) -> Applies | None:
    clause = first_of(clauses, ast.AppliesClause)
    if clause is None:
        return None
    condition = reading.condition(clause.condition)
    if clause.otherwise is None:
        reading.report("E0309", clause.span)
        return None
    if condition is None:
        return None
    return Applies(condition.expr, IfNotApplying(clause.otherwise.value))


def _roundings(
    clauses: Sequence[ast.Clause], default: tuple[Rounding, ...], reading: Reading
) -> tuple[Rounding, ...]:
    clause = first_of(clauses, ast.RoundClause)
    return default if clause is None else read_roundings(clause, reading.draft)
