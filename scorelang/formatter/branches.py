"""Lines of a block: branches with guards and outcomes, levels of a scale, grades."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from scorelang.formatter import expressions, ranges, steps
from scorelang.formatter.clauses import branch_entry, clause_doc, tail
from scorelang.formatter.document import Doc, Entry, concat, entry
from scorelang.formatter.style import Style, phrase
from scorelang.syntax.ast import (
    ActionClause,
    AlwaysGuard,
    BranchDecl,
    ByExpr,
    ExactRange,
    Expr,
    FullOutcome,
    GradeLine,
    Guard,
    LinearOutcome,
    MissingGuard,
    NameExpr,
    NotRatableOutcome,
    OtherwiseGuard,
    OutcomeDecl,
    PointsOutcome,
    RangeGuard,
    ScaleLevel,
    ShareGuard,
    SpecialGuard,
    StepClause,
    TextExpr,
    ValuesGuard,
    WhenGuard,
    WithinOutcome,
    YesNoExpr,
)


def branch_entries(branches: Sequence[BranchDecl], style: Style) -> tuple[Entry, ...]:
    """Write the branches of a block; among conditions ``otherwise`` stands behind its points."""
    has_conditions = any(isinstance(branch.guard, WhenGuard) for branch in branches)
    return tuple(_branch(branch, style, points_first=has_conditions) for branch in branches)


def level_entry(level: ScaleLevel, style: Style) -> Entry:
    """Write ``A "优" : 100%``."""
    share = concat(expressions.sum_doc(level.share, style), tail(level.clauses, style))
    return branch_entry(style.named(level.name, level.label), share, level.span, style)


def grade_entry(line: GradeLine, style: Style) -> Entry:
    """Write ``AA >= 80, needs debt full``, ``C otherwise : action "不再授信"``, ``missing : D``."""
    name = style.named(line.name, line.label)
    behind = tail(line.clauses, style)
    match line.clauses:
        case [ActionClause() as action, *rest]:
            behind = concat(style.colon, clause_doc(action, style), tail(rest, style))
    if isinstance(line.guard, MissingGuard):
        return branch_entry(concat(style.word("MISSING")), concat(name, behind), line.span, style)
    return entry(name, concat(_grade_guard(line.guard, style), behind), span=line.span)


def _branch(branch: BranchDecl, style: Style, *, points_first: bool) -> Entry:
    outcome, behind = outcome_doc(branch.outcome, style), tail(branch.clauses, style)
    match branch.guard:
        case WhenGuard(condition):
            holds = phrase(style.word("WHEN"), expressions.condition_doc(condition, style))
            return entry(outcome, concat(holds, behind), span=branch.span)
        case OtherwiseGuard() if points_first and _may_stand_first(branch.outcome):
            return entry(outcome, concat(style.word("OTHERWISE"), behind), span=branch.span)
        case AlwaysGuard():
            return _counted(branch, style)
        case guard:
            given = concat(outcome, behind)
            return branch_entry(guard_doc(guard, style), given, branch.span, style)


def _counted(branch: BranchDecl, style: Style) -> Entry:
    """Write ``1 for each patent``: the step is all there is, its outcome has no points."""
    match branch.clauses:
        case [StepClause() as step, *rest]:
            written = steps.step_doc(step, style, is_line=True)
            return entry(concat(written, tail(rest, style)), span=branch.span)
        case clauses:
            outcome = outcome_doc(branch.outcome, style)
            return entry(concat(outcome, tail(clauses, style)), span=branch.span)


def _may_stand_first(outcome: OutcomeDecl) -> bool:
    """Whether the outcome can be written before ``when`` or ``otherwise``."""
    match outcome:
        case PointsOutcome(value):
            return not isinstance(value, ByExpr)
        case FullOutcome(share):
            return share is None
        case NotRatableOutcome():
            return True
        case LinearOutcome() | WithinOutcome():
            return False
        case _:
            assert_never(outcome)


def guard_doc(guard: Guard, style: Style) -> Doc:
    """Write what stands before the colon of a branch."""
    match guard:
        case RangeGuard(ExactRange(value)) if not isinstance(
            value, NameExpr | TextExpr | YesNoExpr
        ):
            return expressions.sum_doc(value, style)
        case RangeGuard(found):
            return ranges.range_doc(found, style)
        case ValuesGuard(values):
            return style.enumerated(expressions.operand_doc(value, style) for value in values)
        case WhenGuard(condition):
            return phrase(style.word("WHEN"), expressions.condition_doc(condition, style))
        case ShareGuard(is_next, share):
            word = style.word("NEXT_SHARE" if is_next else "TOP_SHARE")
            number = expressions.number_text(share)
            return concat(word, number) if style.is_chinese else phrase(word, number)
        case OtherwiseGuard():
            return concat(style.word("OTHERWISE"))
        case MissingGuard():
            return concat(style.word("MISSING"))
        case SpecialGuard(codes):
            listed = style.enumerated(expressions.operand_doc(code, style) for code in codes)
            return phrase(style.word("SPECIAL"), listed)
        case AlwaysGuard():
            return concat()
        case _:
            assert_never(guard)


def _grade_guard(guard: Guard, style: Style) -> Doc:
    """Write the guard of a grade, where a single number is written with ``=``."""
    if isinstance(guard, RangeGuard):
        return ranges.range_doc(guard.range, style)
    return guard_doc(guard, style)


def outcome_doc(outcome: OutcomeDecl, style: Style) -> Doc:
    """Write what a branch gives."""
    match outcome:
        case PointsOutcome(ByExpr() as value):
            return expressions.value_doc(value, style)
        case PointsOutcome(value):
            return expressions.operand_doc(value, style)
        case FullOutcome(share):
            return _full(share, style)
        case LinearOutcome(low, high):
            ends = (
                expressions.sum_doc(low, style),
                style.to,
                expressions.sum_doc(high, style),
            )
            return style.order((style.word("LINEAR"), *ends), (*ends, style.word("INTERPOLATED")))
        case WithinOutcome(found):
            return ranges.range_doc(found, style)
        case NotRatableOutcome(reason):
            return phrase(style.word("NOT_RATABLE"), style.text(reason))
        case _:
            assert_never(outcome)


def _full(share: Expr | None, style: Style) -> Doc:
    """Write ``full`` or ``80% of full``, in Chinese ``满分的80%``."""
    if share is None:
        return concat(style.word("FULL"))
    written = expressions.sum_doc(share, style)
    if style.is_chinese:
        return concat(style.word("FULL_TIMES"), written)
    return phrase(written, style.word("OF_FULL"))
