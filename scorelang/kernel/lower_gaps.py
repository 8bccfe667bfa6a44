"""Whether an open criterion of a count is behind a value that stands all the same.

In: an expression and the frame. Out: a truth. A value is asked for only as far as it is needed:
what a condition no longer depends on, and an arm that is not taken, leave no gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scorelang.kernel.counting import matched
from scorelang.kernel.frame import Frame
from scorelang.kernel.lower_values import lower
from scorelang.kernel.nodes import Ref
from scorelang.model import expressions as m
from scorelang.model.walk import children

_COUNTS = m.Expr.__args__


def gap_of(expr: m.Expr, frame: Frame, *, judging: bool = False) -> Ref:
    """Say whether a value was computed with something missing in it."""
    b = frame.builder
    match expr:
        case m.HoldCount(conditions):
            own = b.any(b.is_missing(lower(each, frame, judging=judging)) for each in conditions)
            return b.any((own, *_gaps(conditions, frame, judging=judging)))
        case m.LetValue(name):
            return frame.let_gaps.get(name, b.no)
        case m.ScorePoints(name) | m.ScoreShare(name) | m.HasFullMarks(name):
            frame.points_of(name, judging=False)
            return frame.score_gaps.get(name, b.no)
        case m.Both(operands):
            return _until(operands, frame, stops=False, judging=judging)
        case m.Either(operands):
            return _until(operands, frame, stops=True, judging=judging)
        case m.Choice(condition, then, otherwise):
            holds = lower(condition, frame, judging=judging)
            first, second = (gap_of(each, frame, judging=judging) for each in (then, otherwise))
            arms = ((b.is_missing(holds), b.no), (holds, first))
            return b.any((gap_of(condition, frame, judging=judging), b.select(arms, second)))
        case m.FirstKnown(operands):
            return _until_known(operands, frame)
        case m.Switch():
            return _gap_of_switch(expr, frame, judging=judging)
        case m.TableValue(name):
            keys = next(each for each in frame.rubric.tables if each.name == name).keys
            return b.any(_gaps(keys, frame, judging=judging))
        case m.Compare() | m.OneOf() | m.Inside():
            return b.any(_gaps(_below(expr), frame, judging=True))
        case m.IsMissing():
            return b.any(_gaps(_below(expr), frame, judging=False))
        case _:
            return b.any(_gaps(_below(expr), frame, judging=judging))


def _below(expr: m.Expr) -> Iterable[m.Expr]:
    return (each for each in children(expr) if isinstance(each, _COUNTS))


def _gaps(exprs: Iterable[m.Expr], frame: Frame, *, judging: bool) -> list[Ref]:
    return [gap_of(each, frame, judging=judging) for each in exprs]


def _until(operands: Sequence[m.Expr], frame: Frame, *, stops: bool, judging: bool) -> Ref:
    """Ask conditions in turn until one decides."""
    b, found, goes_on = frame.builder, [frame.builder.no], frame.builder.yes
    for operand in operands:
        found.append(b.all((goes_on, gap_of(operand, frame, judging=judging))))
        holds = lower(operand, frame, judging=judging)
        decides = b.surely(holds) if stops else b.surely_not(holds)
        goes_on = b.all((goes_on, b.negated(decides)))
    return b.any(found)


def _until_known(operands: Sequence[m.Expr], frame: Frame) -> Ref:
    """Ask values in turn until one is known."""
    b, found, goes_on = frame.builder, [frame.builder.no], frame.builder.yes
    for operand in operands:
        found.append(b.all((goes_on, gap_of(operand, frame))))
        goes_on = b.all((goes_on, b.is_missing(lower(operand, frame))))
    return b.any(found)


def _gap_of_switch(switch: m.Switch, frame: Frame, *, judging: bool) -> Ref:
    b = frame.builder

    def gap(expr: m.Expr | None) -> Ref:
        return b.no if expr is None else gap_of(expr, frame, judging=judging)

    cases = [(value, gap(given)) for value, given in switch.cases]
    rest, absent = gap(switch.otherwise), gap(switch.missing)
    own = gap(switch.subject)
    if all(b.is_surely(each, value=False) for each in (*(g for _, g in cases), rest, absent)):
        return own
    subject = lower(switch.subject, frame, judging=judging)
    return b.any((own, matched(subject, cases, rest, absent, b)))
