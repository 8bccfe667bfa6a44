"""Parts and named scores for ``show``: points, how they are put together, lines, clauses.

In: the parts of a rubric. Out: ``PartLine``, a group before its children.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scorelang.model.expressions import HoldCount
from scorelang.model.rubric import CheckedRubric, Group, IfMissing, Indicator, Part, Range
from scorelang.model.rules import AllThatHold, Rule
from scorelang.model.walk import descend
from scorelang.numeric.rounding import Rounding
from scorelang.reports.shown_values import show_exactly
from scorelang.reports.shown_weights import show_consistency, show_weight
from scorelang.reports.understood_data import PartLine
from scorelang.reports.understood_rules import Telling, is_caught, tell_code, tell_rule


def tell_parts(parts: Iterable[Part], telling: Telling, depth: int = 0) -> Iterator[PartLine]:
    """Tell every part, each group before its children."""
    for part in parts:
        if isinstance(part, Group):
            yield _group(part, telling, depth)
            yield from tell_parts(part.children, telling, depth + 1)
        else:
            yield _indicator(part, telling, depth)


def tell_scores(rubric: CheckedRubric, telling: Telling) -> Iterator[PartLine]:
    """Tell every named score."""
    for score in rubric.scores:
        said = telling.wording.of("score", score.name)
        yield PartLine(
            0,
            score.name,
            score.label,
            show_range(score.range),
            None,
            telling.words["score"],
            show_roundings(score.roundings, telling.words),
            None,
            kind="score",
            formula=said.text or None,
            clauses=said.clauses,
        )


def _combining(part: Group, words: Mapping[str, str]) -> str:
    said = words.get(part.combine.value, part.combine.value)
    if part.keep is None:
        return said
    kept = words["best" if part.keep.best else "drop lowest"].format(count=part.keep.count)
    return f"{said}, {kept}"


def _group(part: Group, telling: Telling, depth: int) -> PartLine:
    words, said = telling.words, telling.wording.of("group", part.name)
    exact = None if said.clause("round") else ""  # a sum is exact; it is said where it was
    return PartLine(
        depth,
        part.name,
        part.label,
        show_range(part.range),
        None if part.declared_max is None else show_exactly(part.declared_max),
        _combining(part, words),
        show_roundings(part.roundings, words, exact=exact),
        part.owner,
        show_weight(part.weight, words),
        show_consistency(part, words),
        kind="group",
        clauses=said.clauses,
        applies=said.clause("applies"),
        covers=part.covers,
        pairs=said.rows,
    )


def _indicator(part: Indicator, telling: Telling, depth: int) -> PartLine:
    words, said = telling.words, telling.wording.of("indicator", part.name)
    reason = part.reason
    return PartLine(
        depth,
        part.name,
        part.label,
        show_range(part.range),
        None if part.declared_max is None else show_exactly(part.declared_max),
        None,
        show_roundings(part.roundings, words),
        part.owner,
        show_weight(part.weight, words),
        subject=said.subject or None,
        formula=said.text or None,
        clauses=said.clauses,
        applies=said.clause("applies"),
        missing=tell_missing(part, words),
        baseline=said.clause("baseline"),
        reason=None if reason is None else tell_code(reason.code, reason.text),
        covers=part.covers,
        lines=tell_rule(part.rule, telling),
    )


def tell_missing(part: Indicator, words: Mapping[str, str]) -> str:
    """Say what happens where an indicator cannot be rated, as the policy acts."""
    name, policy = part.label or part.name, part.missing
    if is_caught(part.rule):
        return words["missing_line"].format(part=name)
    is_list, is_count = isinstance(part.rule, AllThatHold), counts_criteria(part.rule)
    if (is_list and policy.ends) or policy.open_counts:
        key = "missing_list_end" if is_list else "missing_count_end"
        return words[key].format(
            part=name, end=words["lowest_end" if policy.is_low else "highest_end"]
        )
    if (is_list or is_count) and not policy.covers_gaps:
        return words["missing_list" if is_list else "missing_count"].format(part=name)
    match part.missing.policy:
        case IfMissing.POINTS | IfMissing.WORST | IfMissing.LOWEST | IfMissing.HIGHEST:
            return words["missing"].format(part=name, points=show_exactly(part.missing.points))
        case IfMissing.REJECT:
            return words["missing_reject"].format(part=name)
        case IfMissing.LEAVE_OUT:
            return words["missing_leave_out"].format(part=name)


def counts_criteria(rule: Rule) -> bool:
    """Whether points go by how many criteria hold; one that is open does not make them missing."""
    return any(isinstance(node, HoldCount) for node in descend(rule))


def show_range(found: Range) -> str:
    """Write a range of points: ``0..20``; an open side stays empty."""
    low, high = (("" if end is None else show_exactly(end)) for end in (found.low, found.high))
    return f"{low}..{high}"


def show_roundings(
    roundings: Iterable[Rounding], words: Mapping[str, str], *, exact: str | None = None
) -> str:
    """Write how something is rounded: ``round 0.01 half up``."""
    texts = [
        words["round"].format(step=show_exactly(rounding.step), mode=words[rounding.mode.value])
        for rounding in roundings
    ]
    return words["then"].join(texts) or (words["exact"] if exact is None else exact)
