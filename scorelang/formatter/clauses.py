"""Clauses behind the head of a part or a branch: `Clause` to document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from scorelang.formatter import expressions, ranges, steps
from scorelang.formatter.document import Doc, Entry, Group, Line, concat, entry, join
from scorelang.formatter.style import Style, phrase
from scorelang.formatter.words import COMBINES, ELSES, MISSINGS, MODES, NOTES, ROUNDINGS
from scorelang.source.span import Span
from scorelang.syntax.ast import (
    ActionClause,
    AllowClause,
    AmongClause,
    AppliesClause,
    BaselineClause,
    BecauseClause,
    Clause,
    CombineClause,
    CompareOp,
    CountsClause,
    CoversClause,
    FlagClause,
    KeepClause,
    LimitClause,
    LimitsClause,
    LimitsFromClause,
    MaxClause,
    MissingClause,
    MissingWord,
    ModeClause,
    Name,
    NeedsClause,
    NoteClause,
    NumberExpr,
    PairsClause,
    ReasonClause,
    ReasonsClause,
    RoundClause,
    ScaleClause,
    SegmentClause,
    StepClause,
    TiesClause,
    UnitClause,
    UntilClause,
    WeightClause,
)


def tail(nodes: Sequence[Clause], style: Style) -> Doc:
    """Write clauses behind something, each after a comma or a blank."""
    before = (None, *nodes[:-1]) if nodes else ()
    pairs = zip(before, nodes, strict=True)
    return concat(*(following(node, style, last) for last, node in pairs))


def following(node: Clause, style: Style, last: Clause | None = None) -> Doc:
    """Write one clause behind another: after a comma, or a blank where that reads better."""
    is_counted = isinstance(node, CountsClause) and isinstance(last, MaxClause)
    is_loose = isinstance(node, SegmentClause | BecauseClause) or is_counted
    if is_loose and not style.is_chinese:  # in Chinese `12 分` would be a number with its unit
        return behind_blank(clause_doc(node, style), style)
    is_list = isinstance(node, NeedsClause | CoversClause)
    return behind_comma(clause_doc(node, style), style, is_list=is_list)


def behind_comma(doc: Doc | str, style: Style, *, is_list: bool = False) -> Doc:
    """Write something after a comma, on the same line if it (of a list, its start) fits there."""
    blank = Line("" if style.is_chinese else " ")
    return (
        concat(style.comma, Group(blank), doc)
        if is_list
        else concat(style.comma, Group(concat(blank, doc)))
    )


def behind_blank(doc: Doc, style: Style) -> Doc:
    """Write something after a blank, or after a comma on the next line if it does not fit."""
    return Group(concat(Line(" ", broken=style.comma), doc))


def branch_entry(guard: Doc, given: Doc, span: Span, style: Style) -> Entry:
    """Make a line ``guard : given``; English colons are aligned, a Chinese one needs no blanks."""
    if style.is_chinese:
        return entry(concat(guard, style.colon, given), span=span)
    return entry(guard, concat(": ", given), span=span)


def clause_doc(node: Clause, style: Style) -> Doc:  # one case for each node
    """Write one clause without the comma before it."""
    match node:
        case NoteClause(word, text, quoted):
            written = style.text(text) if quoted else style.name(text)
            return phrase(style.word(NOTES[word]), written)
        case AllowClause(code, because):
            reason = phrase(style.word("BECAUSE"), style.text(because))
            return phrase(style.word("ALLOW"), style.name(code), reason)
        case MaxClause(value):
            return phrase(style.word("MAX"), expressions.sum_doc(value, style))
        case WeightClause(value):
            return phrase(style.word("WEIGHT"), expressions.sum_doc(value, style))
        case LimitClause():
            return limit_doc(node, style)
        case RoundClause():
            return round_doc(node, style)
        case MissingClause():
            return missing_doc(node, style)
        case AppliesClause(condition, otherwise):
            applies = phrase(style.word("APPLIES"), expressions.condition_doc(condition, style))
            if otherwise is None:
                return applies
            return concat(applies, behind_comma(style.word(ELSES[otherwise]), style))
        case CombineClause(combine):
            return concat(style.word(COMBINES[combine]))
        case AmongClause(name):
            return phrase(style.word("BY"), style.name(name))
        case TiesClause(up):
            return concat(style.word("TIES_UP" if up else "TIES_DOWN"))
        case KeepClause(best, count):
            return _keep_doc(count, style, best=best)
        case PairsClause(_, by):
            if by is None:
                return concat(style.word("PAIRS"))
            return phrase(style.word("PAIRS_BY"), style.name(by))
        case ModeClause(mode):
            return concat(style.word(MODES[mode]))
        case ScaleClause(name):
            return phrase(style.word("SCALE"), style.name(name))
        case SegmentClause(name):
            return phrase(style.word("SEGMENT"), style.name(name))
        case LimitsClause():
            return _limits(node, style)
        case LimitsFromClause(path):
            return phrase(style.word("LIMITS_FROM"), style.text(path.value))
        case CountsClause(conditions):
            listed = style.listed(expressions.condition_doc(one, style) for one in conditions)
            return style.bracketed(style.word("COUNTS"), listed)
        case StepClause():
            return steps.step_doc(node, style)
        case FlagClause(name):
            return phrase(style.word("FLAG"), style.name(name))
        case ReasonClause(code, said):
            words = style.text(said) if said is not None else None
            return phrase(style.word("REASON"), style.name(code), words)
        case BaselineClause(value):
            return phrase(style.word("BASELINE"), expressions.sum_doc(value, style))
        case ReasonsClause():
            return _reasons(node, style)
        case ActionClause(text):
            return phrase(style.word("ACTION"), style.text(text))
        case BecauseClause(text):
            return phrase(style.word("BECAUSE"), style.text(text))
        case UntilClause(date):
            day = style.name(date) if isinstance(date, Name) else date.value.isoformat()
            return phrase(style.word("UNTIL"), day)
        case NeedsClause(conditions):
            listed = style.listed(expressions.condition_doc(one, style) for one in conditions)
            return phrase(style.word("NEEDS"), listed)
        case CoversClause(names):
            listed = style.enumerated(style.name(name) for name in names)
            return phrase(style.word("COVERS"), listed)
        case UnitClause(multiplier, unit):
            return phrase(style.word("IN"), unit_text(multiplier, unit))
        case _:
            assert_never(node)


def _keep_doc(count: int, style: Style, *, best: bool) -> Doc:
    if style.is_chinese:
        return phrase(style.word("BEST" if best else "DROP_LOWEST"), f"{count}项")
    if best:
        return phrase(style.word("BEST"), str(count), style.word("OF_PARTS"))
    return phrase(style.word("DROP_LOWEST"), str(count))


def limit_doc(node: LimitClause, style: Style) -> Doc:
    """Write ``at least 0``, ``at most 5`` or ``limited to 0..1``."""
    low = expressions.sum_doc(node.low, style) if node.low is not None else None
    high = expressions.sum_doc(node.high, style) if node.high is not None else None
    if low is None:
        return phrase(style.word("AT_MOST"), high)
    if high is not None:
        return phrase(style.word("LIMITED"), concat(low, "~" if style.is_chinese else "..", high))
    match node.low:
        case NumberExpr(digits="0", multiplier=None, unit=None) if style.is_chinese:
            return concat(style.word("NOT_BELOW_ZERO"))
        case _:
            return phrase(style.word("AT_LEAST"), low)


def round_doc(node: RoundClause, style: Style, *, is_line: bool = False) -> Doc:
    """Write ``round 0.00001 then 0.1 up`` or ``round exact``."""
    if not node.steps:
        return concat(style.word("ROUND_EXACT"))
    *first, last = [expressions.round_step_doc(step, style) for step in node.steps]
    mode = node.steps[-1].mode
    if style.is_chinese and mode is not None and not is_line:
        number = expressions.number_text(node.steps[-1].step)
        last = concat(number, behind_comma(style.word(ROUNDINGS[mode]), style))
    then = f" {style.word('THEN', '再')} "
    return phrase(style.word("ROUND"), join(then, [*first, last]))


def missing_doc(node: MissingClause, style: Style) -> Doc:
    """Write ``if missing: leave out, at least 60%``."""
    if node.word is MissingWord.POINTS:
        given = expressions.sum_doc(node.points, style) if node.points else concat("0")
    else:
        given = concat(style.word(MISSINGS[node.word]))
    colon = "：" if style.is_chinese else ": "
    missing = concat(style.word("IF_MISSING"), colon, given)
    if node.coverage is None:
        return missing
    least = phrase(style.word("AT_LEAST"), expressions.sum_doc(node.coverage, style))
    return concat(missing, behind_comma(least, style))


def unit_text(multiplier: str | None, unit: str | None) -> str:
    """Write the unit of a column: ``万元``, ``%``, ``million yuan``."""
    if multiplier is None or unit is None:
        return multiplier or unit or ""
    return f"{multiplier} {unit}" if multiplier.isascii() else f"{multiplier}{unit}"


def _limits(node: LimitsClause, style: Style) -> Doc:
    path = phrase(style.word("FROM"), style.text(node.path.value)) if node.path else None
    by = phrase(style.word("LIMITS_BY"), style.name(node.by), path)
    match node.op:
        case CompareOp.AT_LEAST if not style.is_chinese:
            side = style.word("AT_LEAST")
        case CompareOp.AT_MOST if not style.is_chinese:
            side = style.word("AT_MOST")
        case CompareOp.ABOVE:
            side = style.word("GT_WORD")
        case CompareOp.BELOW:
            side = style.word("LT_WORD", "below", "低于")
        case _:
            side = ranges.compare_word(node.op, style)
    return concat(by, behind_comma(side, style))


def _reasons(node: ReasonsClause, style: Style) -> Doc:
    side = style.word("POINTS_ABOVE" if node.above else "POINTS_BELOW")
    reasons = phrase(style.word("REASONS"), side)
    if node.count is None:
        return reasons
    first = phrase(style.word("FIRST"), style.count(node.count, "项"))
    return concat(reasons, behind_comma(first, style))
