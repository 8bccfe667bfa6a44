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


def stretched_marks(group: Group) -> Fraction | None:
    """Give the marks of the parts of a sum that are no extras; nothing where one is open."""
    marks = [child.full for child in group.children if not is_extra(child)]
    known = [mark for mark in marks if mark is not None]
    if len(known) < len(marks):
        return None
    limits = [limit for limit in (group.declared_max, group.high) if limit is not None]
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
