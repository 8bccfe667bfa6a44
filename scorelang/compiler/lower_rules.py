"""How an indicator gets its points: lines on a number, a category or conditions; formulas.

In: an indicator of the tree. Out: ``Rule``, or ``None`` after a report. Bodies that are
tables are read in ``lower_grids``. Reports E0206 (a rule that is incomplete) and E0311
(a line that does not fit the others).
"""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from scorelang.compiler.as_written import as_written, join_clauses, join_line
from scorelang.compiler.clauses import NOTE_CLAUSES, all_of, check_clauses, first_of
from scorelang.compiler.infer_conditions import read_value, report_twice
from scorelang.compiler.infer_times import as_ordered
from scorelang.compiler.limit_files import path_of_limits, read_limits_file
from scorelang.compiler.lines import read_interval, read_limit, read_lines
from scorelang.compiler.lower_branches import (
    RuleContext,
    level_named,
    level_points,
    lower_branch,
    rest_branch,
)
from scorelang.compiler.lower_grids import lower_grid_body
from scorelang.compiler.lower_steps import apply_clauses, read_limits
from scorelang.compiler.percent_points import refuse_percent_alone, refuse_percent_of_group
from scorelang.compiler.rule_ranges import rule_range
from scorelang.compiler.specials import beside_specials, has_code, special_codes
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import DATE, Typed, describe
from scorelang.compiler.wording import write, write_guard, write_range, write_step
from scorelang.diagnostics.quoting import quote, quoted
from scorelang.model import expressions as model
from scorelang.model.rules import (
    AllThatHold,
    Bands,
    Branch,
    FirstThatHolds,
    Formula,
    Item,
    Levels,
    Rule,
    Within,
)
from scorelang.model.types import Value
from scorelang.model.walk import descend
from scorelang.numeric.interval import Interval
from scorelang.syntax import ast

_REST = (ast.OtherwiseGuard, ast.MissingGuard)
_APART = (*_REST, ast.SpecialGuard)


def lower_rule(decl: ast.IndicatorDecl, context: RuleContext) -> Rule | None:
    """Read the rule of an indicator."""
    file = path_of_limits(decl)
    if file is not None:
        grid = read_limits_file(decl, file, context.reading.draft)
        return None if grid is None else lower_grid_body(decl, grid, context)
    match decl.body:
        case None:
            return _lower_bare(decl, context)
        case ast.BranchesBody(branches):
            return _lower_branches(decl, branches, context)
        case ast.FormulaBody(value):
            return _lower_formula(decl, value, context)
        case ast.WithinBody():
            return _lower_within(decl.body, context)
        case ast.LinearBody():
            return _lower_linear(decl, decl.body, context)
        case ast.GridBody(grid):
            return lower_grid_body(decl, grid, context)
        case _:
            assert_never(decl.body)


def _lower_bare(decl: ast.IndicatorDecl, context: RuleContext) -> Rule | None:
    """Read an indicator whose level is given: each value of the subject is a level."""
    subject, scale = context.subject, context.scale
    if subject is None or scale is None or not subject.is_category:
        context.report("E0206", decl.name.span, name=context.name)
        return None
    cases: list[tuple[frozenset[Value], Branch]] = []
    for name, level in scale.levels.items():
        points = level_points(level, decl.name.span, context)
        if points is None:
            return None
        if name in subject.type.values:
            branch = Branch(name, points, name, level.flags, action=level.action, span=decl.span)
            cases.append((frozenset({name}), branch))
    return Levels(subject.expr, tuple(cases))


def _lower_branches(
    decl: ast.IndicatorDecl, branches: tuple[ast.BranchDecl, ...], context: RuleContext
) -> Rule | None:
    mode = first_of(decl.clauses, ast.ModeClause)
    _check_use(decl, branches, context)
    if mode is not None:
        is_first = mode.word is ast.ModeWord.FIRST
        return (_lower_first if is_first else _lower_all)(branches, context)
    conditions = [b for b in branches if isinstance(b.guard, ast.WhenGuard | ast.AlwaysGuard)]
    if conditions:
        context.report("E0206.mode", conditions[0].guard.span, name=context.name)
        return None
    if context.subject is None:
        context.report("E0206.subject", decl.name.span, name=context.name)
        return None
    if context.subject.is_number or context.subject.type == DATE:
        rule = _lower_bands(branches, context, as_ordered(context.subject))
        return _with_specials(rule, branches, context, context.subject)
    if context.subject.is_category or context.subject.is_condition:
        rule = _lower_levels(branches, context, context.subject)
        return _with_specials(rule, branches, context, context.subject)
    context.report(
        "E0302",
        (decl.subject or decl.name).span,
        wanted=TERMS["a number or a category"],
        found=describe(context.subject.type),
    )
    return None


def _check_use(
    decl: ast.IndicatorDecl, branches: tuple[ast.BranchDecl, ...], context: RuleContext
) -> None:
    """Report a scale of which no line names a level, and a count that no line reads."""
    scale = first_of(decl.clauses, ast.ScaleClause)
    if scale is not None and context.scale is not None:
        outcomes = [branch.outcome for branch in branches]
        if all(level_named(outcome, context) is None for outcome in outcomes):
            place = TERMS["`{name}`: no line gives one of its levels"].format(name=context.name)
            context.report("E0204", scale.span, clause=quoted("scale"), place=place)
    counts = first_of(decl.clauses, ast.CountsClause)
    unread = (ast.WhenGuard, ast.AlwaysGuard, *_REST)
    if counts is not None and all(isinstance(branch.guard, unread) for branch in branches):
        place = TERMS["`{name}`: no line reads the count"].format(name=context.name)
        context.report("E0204", counts.span, clause=quoted("counts"), place=place)


def _lower_bands(
    branches: tuple[ast.BranchDecl, ...], context: RuleContext, subject: Typed
) -> Rule:
    lines = [
        (found, branch)
        for branch in branches
        if not isinstance(branch.guard, _APART)
        for found in _ranges_of(branch.guard)
    ]
    intervals = read_lines([found for found, _ in lines], subject, context.reading)
    bands: list[tuple[Interval, Branch]] = []
    for interval, (_, line) in zip(intervals, lines, strict=True):
        branch = lower_branch(line, context, interval)
        if interval is not None and branch is not None:
            bands.append((interval, branch))
    return Bands(
        subject.expr,
        tuple(bands),
        rest_branch(branches, ast.OtherwiseGuard, context),
        rest_branch(branches, ast.MissingGuard, context),
    )


def _with_specials(
    rule: Rule, branches: tuple[ast.BranchDecl, ...], context: RuleContext, subject: Typed
) -> Rule:
    """Put the lines for special values of the field before the others."""
    found: list[tuple[ast.Expr, str, Branch]] = []
    for line in branches:
        if not isinstance(line.guard, ast.SpecialGuard):
            continue
        codes = special_codes(subject, line.guard.codes, context.reading)
        branch = lower_branch(line, context)
        if codes is not None and branch is not None:
            nodes = zip(line.guard.codes, codes, strict=True)
            found += [(node, code, branch) for node, code in nodes]
    return beside_specials(rule, found, subject, context.reading)


def _ranges_of(guard: ast.Guard) -> tuple[ast.RangeDecl, ...]:
    if isinstance(guard, ast.RangeGuard):
        return (guard.range,)
    if isinstance(guard, ast.ValuesGuard):
        return tuple(ast.ExactRange(value, span=value.span) for value in guard.values)
    return ()


def _lower_levels(
    branches: tuple[ast.BranchDecl, ...], context: RuleContext, subject: Typed
) -> Rule:
    cases: list[tuple[frozenset[Value], Branch]] = []
    seen: set[Value] = set()
    for line in branches:
        if isinstance(line.guard, _APART):
            continue
        values = values_of(line.guard, subject, context)
        for again in sorted(map(str, values & seen)):
            context.report("E0205.value", line.guard.span, value=again)
        branch = lower_branch(line, context)
        if branch is not None and values - seen:
            cases.append((frozenset(values - seen), branch))
        seen |= values
    return Levels(
        subject.expr,
        tuple(cases),
        rest_branch(branches, ast.OtherwiseGuard, context),
        rest_branch(branches, ast.MissingGuard, context),
    )


def values_of(guard: ast.Guard, subject: Typed, context: RuleContext) -> set[Value]:
    """Read the values of a category that a line is for."""
    match guard:
        case ast.ValuesGuard(values):
            found = [(each, read_value(each, subject, context.reading)) for each in values]
            report_twice(found, context.reading)
            return {value for _, value in found if value is not None}
        case ast.RangeGuard(ast.ExactRange(value)):
            single = read_value(value, subject, context.reading)
            return set() if single is None else {single}
        case ast.RangeGuard(ast.LimitRange(op, value)) if subject.type.ordered:
            return _values_beyond(op, read_value(value, subject, context.reading), subject)
        case _:
            context.report("E0311", guard.span, found=context.said(guard.span, write_guard(guard)))
            return set()


def _values_beyond(op: ast.CompareOp, limit: Value, subject: Typed) -> set[Value]:
    order: tuple[Value, ...] = subject.type.values  # best first
    if limit not in order:
        return set()
    at = order.index(limit)
    match op:
        case ast.CompareOp.AT_LEAST:
            return set(order[: at + 1])
        case ast.CompareOp.ABOVE:
            return set(order[:at])
        case ast.CompareOp.AT_MOST:
            return set(order[at:])
        case ast.CompareOp.BELOW:
            return set(order[at + 1 :])
        case ast.CompareOp.EQUAL:
            return {limit}
        case ast.CompareOp.NOT_EQUAL:
            return set(order) - {limit}


def _lower_first(branches: tuple[ast.BranchDecl, ...], context: RuleContext) -> Rule:
    cases: list[tuple[model.Expr, Branch]] = []
    for line in branches:
        if isinstance(line.guard, _REST):
            continue
        condition = condition_of(line.guard, context)
        branch = lower_branch(line, context)
        if condition is not None and branch is not None:
            cases.append((condition, branch))
    return FirstThatHolds(
        tuple(cases),
        rest_branch(branches, ast.OtherwiseGuard, context),
        rest_branch(branches, ast.MissingGuard, context),
    )


def condition_of(guard: ast.Guard, context: RuleContext) -> model.Expr | None:
    """Read the guard of a line as a condition."""
    match guard:
        case ast.WhenGuard(condition):
            found = context.reading.condition(condition)
            return found.expr if found else None
        case ast.RangeGuard(range_) if context.subject is not None and (
            context.subject.is_number or context.subject.type == DATE
        ):
            subject = as_ordered(context.subject)
            interval = read_interval(range_, subject, context.reading)
            return model.Inside(subject.expr, interval) if interval else None
        case ast.ValuesGuard() | ast.RangeGuard() if context.subject is not None:
            values = values_of(guard, context.subject, context)
            return model.OneOf(context.subject.expr, frozenset(values)) if values else None
        case ast.SpecialGuard(codes):
            known_codes = special_codes(context.subject, codes, context.reading)
            if known_codes is None or context.subject is None:
                return None
            return has_code(context.subject, known_codes)
        case _:
            context.report("E0311", guard.span, found=context.said(guard.span, write_guard(guard)))
            return None


def _lower_all(branches: tuple[ast.BranchDecl, ...], context: RuleContext) -> Rule:
    items: list[Item] = []
    own = RuleContext(  # the limits of the indicator act on the sum, not on each line
        context.name, context.reading, context.subject, context.full, context.scale
    )
    for line in branches:
        if isinstance(line.guard, _REST):
            context.report(
                "E0311.all",
                line.guard.span,
                found=context.said(line.guard.span, write_guard(line.guard)),
            )
            continue
        always = isinstance(line.guard, ast.AlwaysGuard)
        condition = None if always else condition_of(line.guard, own)
        branch = lower_branch(line, own)
        if branch is not None and (always or condition is not None):
            items.append(Item(condition, branch))
    low, high = read_limits(context.limit, context.reading) if context.limit else (None, None)
    for end in (context.limit.low, context.limit.high) if context.limit else ():
        refuse_percent_alone(end, context.name, context.full, context.reading)
        if context.full is None:
            given = rule_range(AllThatHold(tuple(items)), context.reading.draft.scope)
            refuse_percent_of_group(end, given.low, given.high, context.reading)
    return AllThatHold(tuple(items), low, high)


def _lower_formula(decl: ast.IndicatorDecl, value: ast.Expr, context: RuleContext) -> Rule | None:
    given: tuple[ast.Clause, ...] = all_of(decl.clauses, ast.StepClause)
    if context.limit is not None:
        given = (*given, context.limit)
    found = context.reading.points(value)
    points = apply_clauses(found.expr, given, context.subject, context.reading) if found else None
    if points is None:
        return None
    compared = context.subject.expr if context.subject else None
    tree = context.reading.draft.tree
    said = [as_written(tree, value.span, write(value))]
    said += [
        as_written(tree, step.span, write_step(step)) for step in all_of(given, ast.StepClause)
    ]
    return Formula(points, join_clauses(tree, value.span, said), compared)


def _lower_within(body: ast.WithinBody, context: RuleContext) -> Rule | None:
    value, level = context.reading.infer(body.value), context.reading.infer(body.level)
    if value is None or level is None:
        return None
    if not value.is_number or not level.is_category:
        wrong, wanted = (
            (level, TERMS["a category"]) if value.is_number else (value, TERMS["a number"])
        )
        span = body.level.span if value.is_number else body.value.span
        context.report("E0302", span, wanted=wanted, found=describe(wrong.type))
        return None
    field = next((n.name for n in descend(value.expr) if isinstance(n, model.FieldValue)), None)
    if field is None:
        context.report("E0311.rating", body.value.span)
        return None
    ranges: list[tuple[Value, Interval, Branch]] = []
    for line in body.branches:
        found = _within_line(line, value, level, context)
        seen = {each for each, _, _ in ranges}
        for again in (each for each, _, _ in found if each in seen):
            context.report("E0205.value", line.guard.span, value=again)
        ranges += found
    return Within(value.expr, level.expr, tuple(ranges), field)


def _within_line(
    line: ast.BranchDecl, value: Typed, level: Typed, context: RuleContext
) -> list[tuple[Value, Interval, Branch]]:
    check_clauses(
        line.clauses, NOTE_CLAUSES, quote(TERMS["a line behind `within`"]), context.reading.draft
    )
    if not isinstance(line.outcome, ast.WithinOutcome) or isinstance(line.guard, _REST):
        context.report("E0311.rating", line.span)
        return []
    interval = read_interval(line.outcome.range, value, context.reading)
    if interval is None:
        return []
    tree, held = context.reading.draft.tree, line.outcome.range
    guard = as_written(tree, line.guard.span, write_guard(line.guard))
    text = join_line(tree, held.span, guard, [as_written(tree, held.span, write_range(held))])
    branch = Branch(text, value.expr, span=line.span)
    values = values_of(line.guard, level, context)
    return [(each, interval, branch) for each in sorted(values, key=str)]


def _lower_linear(
    decl: ast.IndicatorDecl, body: ast.LinearBody, context: RuleContext
) -> Rule | None:
    subject = context.subject
    if subject is None or not subject.is_number:
        context.report("E0206.subject", decl.name.span, name=context.name)
        return None
    low = read_limit(body.low, subject, context.reading)
    high = read_limit(body.high, subject, context.reading)
    if low is None or high is None:
        return None
    if low == high:
        context.report("E0311.linear", body.span)
        return None
    top = model.Const(Fraction(1) if context.full is None else context.full)
    line = model.Interpolation(subject.expr, low, high, model.Const(Fraction(0)), top)
    clauses = (context.limit,) if context.limit else ()
    points = apply_clauses(line, clauses, subject, context.reading)
    text = context.said(body.span, f"linear from {write(body.low)} to {write(body.high)}")
    text = text.removeprefix("=").strip()
    return Formula(points, text, subject.expr) if points is not None else None


def subject_of(decl: ast.IndicatorDecl, context: RuleContext) -> Typed | None:
    """Give what an indicator is about: its subject, its count, or what bears its name."""
    reading = context.reading
    counts = first_of(decl.clauses, ast.CountsClause)
    if counts is not None:
        count = ast.CountExpr(ast.CountWord.COUNT, counts.conditions, span=counts.span)
        return reading.infer(count)
    if decl.subject is not None:
        return reading.infer(decl.subject)
    if decl.name.text in reading.draft.symbols.values:
        named = ast.NameExpr(decl.name, span=decl.name.span)
        return reading.infer(named)
    return None
