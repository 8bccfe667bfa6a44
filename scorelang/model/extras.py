"""Which parts are extras: bonuses and deductions, which no rescaling ever stretches.

In: a part of the checked rubric. Out: whether it adds to (or takes from) what the other parts
give: a list of all that holds, points that only go down from nothing, a sum of such parts.
"""

from __future__ import annotations

from fractions import Fraction

from scorelang.model.rubric import Combine, Group, Part
from scorelang.model.rules import AllThatHold, BySegment, Rule


def is_extra(part: Part) -> bool:
    """Whether a part is a bonus or a deduction."""
    if isinstance(part, Group):
        children = part.children
        return part.combine is Combine.SUM and bool(children) and all(map(is_extra, children))
    return _is_list(part.rule) or (part.declared_max is None and _only_takes(part.full))


def is_mixed(part: Part) -> bool:
    """Whether a part is a plain sum with extras beside other parts, also deeper inside.

    Limits, roundings and choices act on all of a group together: such a group is one part.
    """
    if not isinstance(part, Group) or part.combine is not Combine.SUM or is_extra(part):
        return False
    if part.keep is not None or part.roundings or not part.low is part.high is None:
        return False
    return any(is_extra(child) or is_mixed(child) for child in part.children)


def has_extras(group: Group) -> bool:
    """Whether some of what a sum or a mean adds up is never stretched."""
    if group.combine is Combine.MEAN:
        return any(map(is_extra, group.children))
    return group.combine is Combine.SUM and any(
        is_extra(child) or is_mixed(child) for child in group.children
    )


def marks_of(part: Part) -> Fraction | None:
    """Give the marks of a part without the extras inside."""
    return stretched_marks(part) if isinstance(part, Group) and is_mixed(part) else part.full


def stretched_marks(group: Group) -> Fraction | None:
    """Give the marks of the parts that are no extras, added up; nothing where one is open."""
    others = [child for child in group.children if not is_extra(child)]
    is_mean = group.combine is Combine.MEAN
    marks = [child.full if is_mean else marks_of(child) for child in others]
    known = [mark for mark in marks if mark is not None]
    if len(known) < len(marks):
        return None
    size = len(group.children) if is_mean else 1
    limits = [limit * size for limit in (group.declared_max, group.high) if limit is not None]
    return min((sum(known, Fraction(0)), *limits))


def _is_list(rule: Rule) -> bool:
    match rule:
        case AllThatHold():
            return True
        case BySegment(_, rules, otherwise):
            found = [each for _, each in rules] + ([] if otherwise is None else [otherwise])
            return bool(found) and all(map(_is_list, found))
        case _:
            return False


def _only_takes(full: Fraction | None) -> bool:
    return full is not None and full <= 0
