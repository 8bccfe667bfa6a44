"""Checks the claim ``max``, the caps that act, and the declared range of the total.

Raises E0501 (a record gets more), E0502 (no record gets it), E0503 (points without upper
limit), E0507 (the total leaves its range), W0501 (the total never gets to its upper end),
W0503 (a cap that never acts), W0505 (not proved).
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import attrs

from scorelang.compiler.check_errors import WORDS
from scorelang.compiler.check_weights import has_wrong_weights
from scorelang.compiler.expression_walk import places_of_part
from scorelang.compiler.grids import constant_of
from scorelang.compiler.part_points import find_highest
from scorelang.compiler.part_ranges import all_parts, group_range
from scorelang.compiler.record_search import FoundRecord
from scorelang.compiler.rule_places import witness_of
from scorelang.compiler.rule_ranges import rule_bounds
from scorelang.compiler.scope import Scope
from scorelang.compiler.shown_units import reads_percent
from scorelang.compiler.shown_values import PLAIN
from scorelang.compiler.terms import TERMS
from scorelang.diagnostics.collector import Collector
from scorelang.diagnostics.model import Witness
from scorelang.model.rubric import CheckedRubric, Combine, Group, Indicator, Part, Range, Total
from scorelang.model.rules import AllThatHold
from scorelang.numeric.exact import show
from scorelang.numeric.interval import Interval
from scorelang.source.span import Span

_Best = tuple[Fraction, FoundRecord] | None


def check_maximum(rubric: CheckedRubric, scope: Scope, collector: Collector) -> None:
    """Check every part that claims a maximum or has a cap."""
    for part in all_parts(rubric.parts):
        if part.declared_max is not None:
            _check_claim(part, part.declared_max, scope, collector)
        if isinstance(part, Group):
            _check_caps(part, scope, collector)
        else:
            _check_list_caps(part, scope, collector)


def check_total(rubric: CheckedRubric, scope: Scope, collector: Collector) -> None:
    """Check the declared range of the total."""
    total = rubric.total
    if total is not None and total.declared is not None:
        _check_total(total, total.declared, scope, collector)


def _check_claim(part: Part, maximum: Fraction, scope: Scope, collector: Collector) -> None:
    high = part.range.high
    if high == maximum or _is_faulty(part, scope):
        return  # wrong weights and empty groups are told elsewhere
    if high is None and (idle := _without_points(part)) is not None:
        collector.add(WORDS, "E0503.nothing", idle.span, part=idle.name, group=part.name)
        return
    if high is None:
        collector.add(WORDS, "E0503", part.span, part=part.name, maximum=show(maximum))
        return
    best = find_highest(part, scope)
    if high < maximum:
        shown = best if best and best[0] == high else None
        key = "E0502"
        if _misses_by_percent(part, high, maximum, scope, collector):
            key = "E0502.hundred" if high * 100 == maximum == 100 else "E0502.percent"
        collector.add(
            WORDS,
            key,
            part.span,
            witness=_witness(shown, scope),
            part=part.name,
            maximum=show(maximum),
            best=show(high),
        )
    elif best is not None and best[0] > maximum:
        collector.add(
            WORDS,
            "E0501.share" if maximum < 1 else "E0501",
            part.span,
            witness=_witness(best, scope),
            part=part.name,
            maximum=show(maximum),
            best=show(best[0]),
        )
    else:
        key = "W0505.work" if best is None and scope.work.gave_up else "W0505"
        collector.add(WORDS, key, part.span, part=part.name, maximum=show(maximum))


def _misses_by_percent(
    part: Part, best: Fraction, most: Fraction, scope: Scope, collector: Collector
) -> bool:
    """Whether points stay low because a percentage counts from 0 to 1 in a formula."""
    if best * 100 == most == _HUNDRED or any(each.code == "W0307" for each in collector.sorted()):
        return True
    inner = all_parts((part,))
    if not any(
        reads_percent(each, known) for one in inner for each, known in places_of_part(one, scope)
    ):
        return False
    return best <= 0 or most / 2 <= best * 100 <= most * 2


_HUNDRED: Final = 100


def _without_points(part: Part) -> Part | None:
    """Give a weighted child that can give no points, so that it has no share to be weighed."""
    if not isinstance(part, Group) or part.combine is not Combine.WEIGHTED:
        return None
    idle = (c for c in part.children if c.range.high is not None and c.range.high <= 0)
    return next(idle, None)


def _is_faulty(part: Part, scope: Scope) -> bool:
    """Whether a group, or one in it, cannot have the right range yet."""
    if not isinstance(part, Group):
        return False
    inner = any(_is_faulty(child, scope) for child in part.children)
    return not part.children or inner or has_wrong_weights(part, scope)


def _check_caps(group: Group, scope: Scope, collector: Collector) -> None:
    if group.high is None and group.low is None:
        return
    free = group_range(group.children, group.combine, group.full, scope)
    if group.high is not None and free.high is not None and free.high <= group.high:
        _add_idle(group, "at most", group.high, free, collector)
    if group.low is not None and free.low is not None and free.low >= group.low:
        _add_idle(group, "at least", group.low, free, collector)


def _check_list_caps(part: Indicator, scope: Scope, collector: Collector) -> None:
    rule = part.rule
    if not isinstance(rule, AllThatHold) or (rule.low is None and rule.high is None):
        return
    found = rule_bounds(attrs.evolve(rule, low=None, high=None), scope)
    free = Range(found.low, found.high)
    high = None if rule.high is None else constant_of(rule.high)
    low = None if rule.low is None else constant_of(rule.low)
    if high is not None and free.high is not None and free.high <= high:
        _add_idle(part, "at most", high, free, collector)
    if low is not None and free.low is not None and free.low >= low:
        _add_idle(part, "at least", low, free, collector)


def _add_idle(part: Part, words: str, limit: Fraction, free: Range, collector: Collector) -> None:
    # ``at least 0`` is a way of saying that nothing is taken away; it may stand anywhere.
    if words == "at least" and limit == 0:
        return
    is_taking = words == "at most" and limit > 0 and free.high is not None and free.high <= 0
    collector.add(
        WORDS,
        "W0503.taken" if is_taking else "W0503",
        part.span,
        side=TERMS[words],
        limit=show(limit),
        part=part.name,
        region=_region(free),
    )


def _check_total(total: Total, declared: Range, scope: Scope, collector: Collector) -> None:
    found, root = total.range, total.root
    if root is not None and _is_faulty(root, scope):
        return
    if declared.high is not None and found.high is not None and found.high < declared.high:
        is_percent = root is not None and _misses_by_percent(
            root, found.high, declared.high, scope, collector
        )
        key = "W0501.percent" if is_percent else "W0501"
        collector.add(WORDS, key, total.span, limit=show(declared.high), best=show(found.high))
    if _is_inside(found, declared):
        return
    is_above = declared.high is not None and (found.high is None or found.high > declared.high)
    best: _Best = None
    if root is not None:
        best = find_highest(root, scope, lowest=not is_above, base=total.base)
    if not is_above and collector.leaves_records_out:
        return  # a part that is not rated for them counts 0, and that is told there
    if best is not None and not Interval(declared.low, declared.high).contains(best[0]):
        _add_outside(best, declared, total.span, scope, collector)
    else:
        could = _region(found)
        collector.add(WORDS, "W0505.total", total.span, range=_region(declared), could=could)


def _add_outside(
    best: tuple[Fraction, FoundRecord],
    declared: Range,
    span: Span | None,
    scope: Scope,
    collector: Collector,
) -> None:
    collector.add(
        WORDS,
        "E0507",
        span,
        witness=_witness(best, scope),
        best=show(best[0]),
        range=_region(declared),
    )


def _is_inside(found: Range, declared: Range) -> bool:
    low_fits = declared.low is None or (found.low is not None and found.low >= declared.low)
    high_fits = declared.high is None or (found.high is not None and found.high <= declared.high)
    return low_fits and high_fits


def _region(found: Range) -> str:
    return PLAIN.region(Interval(found.low, found.high))


def _witness(best: _Best, scope: Scope) -> Witness | None:
    return (
        witness_of(best[1], scope, TERMS["{points} points"].format(points=show(best[0])))
        if best
        else None
    )
