"""Used rubrics: lowered into the same list, their fields bound to values of this record.

In: a used rubric and the frame that uses it. Out: a frame of its own, and what is read of it. A
used rubric that is not ratable, or rejects the record, gives nothing.
"""

from __future__ import annotations

from scorelang.kernel.frame import Frame
from scorelang.kernel.nodes import Ref
from scorelang.model.expressions import UsedValue, UsedWord


def used_value(expr: UsedValue, frame: Frame, *, judging: bool) -> Ref:
    """Give a value of a used rubric; conditions read what its missing policies gave."""
    b, used = frame.builder, frame.used_of(expr.alias)
    inner, name = used.frame, expr.name or ""
    match expr.word:
        case UsedWord.TOTAL:
            found = b.missing if inner.total is None else inner.total
        case UsedWord.GRADE:
            found = used.grade
        case UsedWord.POINTS:
            found = inner.points_of(name, judging=judging)
        case UsedWord.LEVEL:
            found = inner.level_of(name)
        case UsedWord.CLASS:
            found = inner.class_of(name)
        case UsedWord.RESULT:
            found = inner.results[name]
    return b.select(((used.is_scored, found),), b.missing)
