"""The range of points of indicators, groups and the total, and the scope of a whole rubric.

In: what a part is made of. Out: the least and most points, ``None`` where there is no
limit. Parts are taken as independent, so the range may be wider than what is reached.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

import attrs

from scorelang.compiler.combined_ranges import Share, combined
from scorelang.compiler.grids import common_grid, grid_of, grid_of_rounding
from scorelang.compiler.kept_ranges import combined_kept
from scorelang.compiler.ranges import bounds, can_be_missing, truths_of
from scorelang.compiler.record_rules import with_rules
from scorelang.compiler.rule_ranges import (
    can_have_open_count,
    range_of,
    rule_bounds,
    rule_can_be_missing,
    rule_grid,
)
from scorelang.compiler.scope import Scope, ScoreReach, UsedScope
from scorelang.model.expressions import Const, Expr
from scorelang.model.extras import is_extra, is_mixed, stretched_marks
from scorelang.model.rubric import (
    Applies,
    CheckedRubric,
    Combine,
    Group,
    IfMissing,
    IfNotApplying,
    Indicator,
    Keep,
    MissingPolicy,
    Part,
    Range,
    UsedRubric,
)
from scorelang.model.rules import Bands, Branch, BySegment, FirstThatHolds, Levels, Lookup, Rule
from scorelang.numeric.interval import Grid, Interval
from scorelang.numeric.interval_arithmetic import (
    add,
    highest,
    hull,
    lowest,
    only,
    rounded,
)
from scorelang.numeric.rounding import Rounding

_ZERO = Fraction(0)


def indicator_range(  # noqa: PLR0913  all that the points depend on
    rule: Rule,
    roundings: Sequence[Rounding],
    missing: MissingPolicy,
    scope: Scope,
    *,
    applies: Applies | None = None,
    can_be_zeroed: bool = False,
) -> Range:
    """Give the points an indicator can have: rounded, with those for a missing value.

    Where it is open whether the indicator applies it is not rated either.
    """
    found = rule_bounds(rule, scope)
    for rounding in roundings:
        found = rounded(found, rounding)
    gives_points = missing.policy.gives_points
    is_open = applies is not None and None in truths_of(applies.condition, scope)
    if gives_points and (is_open or _can_be_unrated(rule, missing, scope)):
        found = hull((found, only(missing.points)))
    return range_of(hull((found, only(_ZERO))) if can_be_zeroed else found)


def _can_be_unrated(rule: Rule, missing: MissingPolicy, scope: Scope) -> bool:
    """Whether the policy for missing values may act."""
    if rule_can_be_missing(rule, scope):
        return True
    return missing.covers_gaps and can_have_open_count(rule, scope)


def value_range(value: Expr, roundings: Sequence[Rounding], scope: Scope) -> Range:
    """Give the range of a named score."""
    found = bounds(value, scope)
    for rounding in roundings:
        found = rounded(found, rounding)
    return range_of(found)


def group_range(  # noqa: PLR0913  a group is made of that much
    children: Sequence[Part],
    combine: Combine,
    full: Fraction | None,
    scope: Scope,
    *,
    low: Fraction | None = None,
    high: Fraction | None = None,
    roundings: Sequence[Rounding] = (),
    base: Fraction = _ZERO,
    can_be_zeroed: bool = False,
    keep: Keep | None = None,
) -> Range:
    """Give the points a group can have; ``full`` are its full marks, if they are declared."""
    is_split = keep is None and combine is Combine.SUM
    shares = tuple(
        share for child in children for share in _shares(child, scope, is_split=is_split)
    )
    found = (
        combined(shares, combine, full, scope, high)
        if keep is None
        else combined_kept(shares, keep, combine, full)
    )
    found = add(found, only(base))
    if high is not None:
        found = lowest((found, only(high)))
    if low is not None:
        found = highest((found, only(low)))
    for rounding in roundings:
        found = rounded(found, rounding)
    return range_of(hull((found, only(_ZERO))) if can_be_zeroed else found)


def group_grid(group: Group, scope: Scope) -> Grid:
    """Give the grid of the points of a group."""
    if group.combine not in {Combine.SUM, Combine.LOWEST, Combine.HIGHEST} or any(
        _share(child, scope).may_go for child in group.children
    ):
        return grid_of_rounding(group.roundings)
    limits = (group.low, group.high)
    given = [grid_of(Const(limit), scope) for limit in limits if limit is not None]
    given += [part_grid(child, scope) for child in group.children]
    return grid_of_rounding(group.roundings, common_grid(given))


def part_grid(part: Part, scope: Scope) -> Grid:
    """Give the grid of the points of a part; that of a part in the scope is known."""
    known = scope.scores.get(part.name)
    return known.grid if known is not None else _part_grid(part, scope)


def _part_grid(part: Part, scope: Scope) -> Grid:
    if isinstance(part, Group):
        return group_grid(part, scope)
    grids = [rule_grid(part.rule, scope, part.roundings)]
    if part.missing.policy.gives_points:
        grids.append(grid_of(Const(part.missing.points), scope))
    return common_grid(grids)


def part_can_be_missing(part: Part, scope: Scope) -> bool:
    """Whether some valid record leaves a part without points, or its points not rated."""
    if part.applies is not None:
        return True
    if isinstance(part, Indicator):
        return _can_be_unrated(part.rule, part.missing, scope)
    return any(part_can_be_missing(child, scope) for child in part.children)


def levels_of(rule: Rule) -> tuple[str, ...]:
    """Give the levels that the branches of a rule name."""
    found = (branch.level for branch in branches_of(rule))
    return tuple(dict.fromkeys(level for level in found if level is not None))


def branches_of(rule: Rule) -> Iterator[Branch]:
    """Give all branches of a rule, reached or not."""
    match rule:
        case Bands(_, bands):
            yield from (branch for _, branch in bands)
        case Levels(_, cases) | FirstThatHolds(cases):
            yield from (branch for _, branch in cases)
        case Lookup(_, branches):
            yield from branches
        case BySegment(_, rules, otherwise):
            for part in (*(part for _, part in rules), otherwise):
                yield from branches_of(part) if part is not None else ()
            return
        case _:
            return
    if not isinstance(rule, Lookup):
        yield from (branch for branch in (rule.otherwise, rule.missing) if branch is not None)


def all_parts(parts: Iterable[Part]) -> Iterator[Part]:
    """Give parts with all that is in them, children before their group."""
    for part in parts:
        if isinstance(part, Group):
            yield from all_parts(part.children)
        yield part


def scope_of(rubric: CheckedRubric) -> Scope:
    """Give the scope in which all of a rubric's names are known."""
    scope = Scope.of(rubric.fields, rubric.tables, rubric.populations)
    used = {each.alias: scope_of_used(each) for each in rubric.used}
    lets = {let.name: let.value for let in rubric.lets}
    scope = with_rules(attrs.evolve(scope, lets=lets, used=used), rubric.rules)
    scores: dict[str, ScoreReach] = {}
    scope = attrs.evolve(scope, scores=scores)
    for part in all_parts(rubric.parts):
        scores[part.name] = _reach_of_part(part, scope)
    for score in rubric.scores:
        grid = grid_of_rounding(score.roundings, grid_of(score.value, scope))
        scope = scope.with_score(score.name, score.range, grid)
    if rubric.total is not None:
        scope = scope.with_total(rubric.total.range, total_grid(rubric, scope))
    gradings = {grading.name: grading.order for grading in rubric.classes if grading.name}
    return attrs.evolve(
        scope,
        results={result.name: result.value for result in rubric.results},
        grades=rubric.grading.order if rubric.grading else (),
        classes=gradings,
    )


def scope_of_used(used: UsedRubric) -> UsedScope:
    """Give what is known of a used rubric."""
    return UsedScope(scope_of(used.rubric), _always_scores(used.rubric))


def _always_scores(rubric: CheckedRubric) -> bool:
    """Whether it is certain that no record is found not ratable."""
    if rubric.eligibility:
        return False
    for part in all_parts(rubric.parts):
        if part.applies is not None or part.weight is not None:
            return False
        if isinstance(part, Group):
            continue
        leaves_out = part.missing.policy is IfMissing.LEAVE_OUT
        if leaves_out or any(branch.not_ratable for branch in branches_of(part.rule)):
            return False
    scope = scope_of(rubric)
    total = rubric.total
    value = next((s.value for s in rubric.scores if total and s.name == total.score), None)
    return value is None or not can_be_missing(value, scope)


def with_part(scope: Scope, part: Part) -> Scope:
    """Add the points of a part to what can be read."""
    found = _reach_of_part(part, scope)
    return attrs.evolve(scope, scores={**scope.scores, part.name: found})


def _reach_of_part(part: Part, scope: Scope) -> ScoreReach:
    levels = levels_of(part.rule) if isinstance(part, Indicator) else ()
    missing = part_can_be_missing(part, scope)
    points = Interval(part.range.low, part.range.high)
    found = range_of(_instead(part, points, part.full))
    return ScoreReach(found, _part_grid(part, scope), missing, levels)


def total_grid(rubric: CheckedRubric, scope: Scope) -> Grid:
    """Give the grid of the rounded total."""
    total = rubric.total
    assert total is not None
    if total.root is None:
        score = scope.scores.get(total.score or "")
        return grid_of_rounding(total.roundings, score.grid if score else Grid(None))
    base = grid_of(Const(total.base), scope)
    return grid_of_rounding(total.roundings, common_grid((base, group_grid(total.root, scope))))


def _shares(child: Part, scope: Scope, *, is_split: bool) -> Sequence[Share]:
    """Give a part as its group adds it up: extras inside apart, if they are kept apart."""
    whole = _share(child, scope)
    if not is_split or not isinstance(child, Group) or not is_mixed(child):
        return (whole,)
    inside = [share for part in child.children for share in _shares(part, scope, is_split=True)]
    marks = stretched_marks(child)
    extras = [share for share in inside if share.is_extra]
    others = combined([share for share in inside if not share.is_extra], Combine.SUM, marks, scope)
    lost = None if child.full is None or marks is None else child.full - marks
    return (
        attrs.evolve(whole, points=_instead(child, others, marks), full=marks),
        Share(
            _instead(child, combined(extras, Combine.SUM, None, scope), lost),
            None,
            None,
            whole.may_go,
            is_extra=True,
        ),
    )


def _share(child: Part, scope: Scope) -> Share:
    points = Interval(child.range.low, child.range.high)
    applies = child.applies
    rescaled = applies is not None and applies.otherwise is IfNotApplying.RESCALE
    return Share(
        _instead(child, points, child.full),
        child.full,
        child.weight,
        rescaled or _may_be_left_out(child, scope),
        is_extra(child),
    )


def _instead(child: Part, points: Interval, full: Fraction | None) -> Interval:
    """Add what stands in for a part that does not apply, ``full`` for its full marks."""
    if child.applies is None:
        return points
    match child.applies.otherwise:
        case IfNotApplying.FULL_MARKS:
            return hull((points, only(full))) if full is not None else points
        case IfNotApplying.ZERO:
            return hull((points, only(_ZERO)))
        case IfNotApplying.RESCALE:
            return points


def _may_be_left_out(child: Part, scope: Scope) -> bool:
    if isinstance(child, Indicator):
        leaves_out = child.missing.policy is IfMissing.LEAVE_OUT
        return leaves_out and _can_be_unrated(child.rule, child.missing, scope)
    shares = [_share(part, scope) for part in child.children]
    shares = [share for share in shares if not share.is_extra] or shares
    going = [share.may_go for share in shares]
    without_value = child.combine is Combine.GEOMETRIC_MEAN or any(
        part.weight is not None and can_be_missing(part.weight, scope) for part in child.children
    )
    too_little = any(going) and (child.least_coverage is not None or all(going))
    return too_little or without_value
