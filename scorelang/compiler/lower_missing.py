"""What an indicator gets where it cannot be rated.

In: what the indicator, the groups around it or the rubric say of missing values. Out:
``MissingPolicy`` with its points. Reports E0307 where ``worst`` has no end to take, or
nothing says which end it is; W0511 where a blank scores as the best value.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from fractions import Fraction

from scorelang.compiler.as_written import as_written
from scorelang.compiler.clauses import first_of
from scorelang.compiler.direction import Direction, direction_of
from scorelang.compiler.draft import Draft
from scorelang.compiler.fold_constants import constant
from scorelang.compiler.percent_points import refuse_percent_alone
from scorelang.compiler.reading import Reading
from scorelang.compiler.rule_ranges import (
    criteria_counted,
    ends_of_lines,
    rule_can_be_missing,
    rule_range,
)
from scorelang.compiler.wording import write_limit
from scorelang.diagnostics.quoting import quoted
from scorelang.model.rubric import IfMissing, MissingPolicy
from scorelang.model.rules import AllThatHold, Rule
from scorelang.numeric.exact import show
from scorelang.numeric.rounding import Rounding, round_to
from scorelang.syntax import ast


def missing_policy(
    decl: ast.IndicatorDecl, rule: Rule, roundings: Sequence[Rounding], reading: Reading
) -> MissingPolicy:
    """Give the policy that acts on an indicator."""
    clause = missing_clause_of(decl, reading.draft)
    if clause is None:
        _warn_of_best(decl, rule, reading)
        return MissingPolicy(IfMissing.POINTS)
    policy, is_own = IfMissing(clause.word.value), clause in decl.clauses
    if policy is IfMissing.POINTS:
        found = rule_range(rule, reading.draft.scope)
        refuse_percent_alone(clause.points, decl.name.text, found.high, reading)
        points = constant(clause.points, reading) if clause.points else None
        return MissingPolicy(policy, points or Fraction(0), is_default=False, covers_gaps=is_own)
    if not policy.is_end:
        covers = is_own or policy is IfMissing.REJECT
        return MissingPolicy(policy, is_default=False, covers_gaps=covers)
    is_low = _takes_lowest(decl.name.text, clause, reading)
    end = _end(decl.name.text, clause, rule, reading, is_low=is_low)
    for rounding in roundings:
        end = round_to(end, rounding)
    if isinstance(rule, AllThatHold):
        ends = ends_of_lines(rule, reading.draft.scope, is_low=is_low)
        return MissingPolicy(
            policy, end, is_default=False, covers_gaps=True, ends=ends, is_low=is_low
        )
    count = criteria_counted(rule)
    return MissingPolicy(
        policy, end, is_default=False, covers_gaps=not count, open_counts=count, is_low=is_low
    )


def _takes_lowest(name: str, clause: ast.MissingClause, reading: Reading) -> bool:
    """Say which end of its points an indicator gets: as said, or the one that hurts."""
    if clause.word is not ast.MissingWord.WORST:
        return clause.word is ast.MissingWord.LOWEST
    direction = direction_of(name, reading)
    if direction is None:
        reading.report("E0307.direction", clause.span)
    return direction is not Direction.HIGH_IS_BAD


def _end(
    name: str, clause: ast.MissingClause, rule: Rule, reading: Reading, *, is_low: bool
) -> Fraction:
    """Give the lowest or the highest points of a rule."""
    found = rule_range(rule, reading.draft.scope)
    end = found.low if is_low else found.high
    if end is None:
        key = "E0307.worst" if is_low else "E0307.highest"
        reading.report(key, clause.span, name=name, said=quoted(clause.word.value))
    return end if end is not None else Fraction(0)


def _warn_of_best(decl: ast.IndicatorDecl, rule: Rule, reading: Reading) -> None:
    """Say so where the 0 points that a blank gets are the best an indicator can have."""
    scope = reading.draft.scope
    found = rule_range(rule, scope)
    if found.low == found.high or not rule_can_be_missing(rule, scope):
        return
    is_lowest = found.low is not None and found.low >= 0
    is_highest = found.high is not None and found.high <= 0
    if not is_lowest and not is_highest:
        return
    best = Direction.HIGH_IS_BAD if is_lowest else Direction.HIGH_IS_GOOD
    if direction_of(decl.name.text, reading) is best:
        worst = found.high if is_lowest else found.low
        key = "W0511.open" if worst is None else "W0511"
        shown = "" if worst is None else show(worst)
        reading.report(key, decl.name.span, name=decl.name.text, worst=shown)


def check_coverage(clauses: Sequence[ast.Clause], reading: Reading) -> None:
    """Report ``if missing: leave out, at least 60``: without ``%`` it limits the points."""
    for clause, behind in itertools.pairwise(sorted(clauses, key=lambda each: each.span)):
        match clause, behind:
            case (
                ast.MissingClause(ast.MissingWord.LEAVE_OUT, coverage=None),
                ast.LimitClause(low=ast.NumberExpr() as low, high=None),
            ) if low.value > 0:
                written = as_written(reading.draft.tree, behind.span, write_limit(behind))
                reading.report("E0204.coverage", behind.span, clause=written)
            case _:
                pass


def missing_clause_of(decl: ast.IndicatorDecl, draft: Draft) -> ast.MissingClause | None:
    """Give what was said about missing values, nearest first: indicator, groups, rubric."""
    at: str | None = decl.name.text
    while at is not None:
        part = draft.symbols.scored.get(at)
        if isinstance(part, ast.IndicatorDecl | ast.GroupDecl):
            found = first_of(part.clauses, ast.MissingClause)
            if found is not None:
                return found
        at = draft.symbols.parents.get(at)
    return draft.default_missing
