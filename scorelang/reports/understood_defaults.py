"""Every default that acts, for ``show``: one sentence each, so that none stays hidden.

In: a checked rubric. Out: sentences. A default is what happens where the policy said nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from scorelang.model.expressions import (
    Both,
    Expr,
    FieldValue,
    IsMissing,
    LetValue,
    Not,
    SpecialOf,
)
from scorelang.model.fields import FieldType
from scorelang.model.rubric import CheckedRubric, Combine, Group, Indicator, Part, Range
from scorelang.model.walk import children
from scorelang.reports.understood_parts import show_range, show_roundings, tell_missing
from scorelang.reports.understood_rules import is_caught

_KNOWN: Final = (IsMissing, SpecialOf)
"""Nodes that are never missing, whatever is in them."""


def tell_blanks(rubric: CheckedRubric, words: Mapping[str, str]) -> Iterator[str]:
    """Say for every indicator how what the policy says of missing values acts on it."""
    for indicator in _with_blanks(rubric):
        if not indicator.missing.is_default and not is_caught(indicator.rule):
            yield tell_missing(indicator, words)


def _with_blanks(rubric: CheckedRubric) -> Iterator[Indicator]:
    """Give the indicators that can lack something in a record that is scored."""
    optional = _optional_fields(rubric)

    def walk(parts: Iterable[Part], above: frozenset[str]) -> Iterator[Indicator]:
        for part in parts:
            read = above | _fields_below(part.applies, rubric)
            if isinstance(part, Group):
                yield from walk(part.children, read)
            elif (read | _fields_below(part.rule, rubric)) & optional:
                yield part

    yield from walk(rubric.parts, frozenset())


def tell_defaults(rubric: CheckedRubric, words: Mapping[str, str]) -> Iterator[str]:
    """Say every default that acts, one sentence each."""
    every = tuple(_walk(rubric.parts))
    indicators = [part for part in every if isinstance(part, Indicator)]
    optional = _optional_fields(rubric)
    for indicator in _with_blanks(rubric):
        if indicator.missing.is_default and not is_caught(indicator.rule):
            yield tell_missing(indicator, words)
    yield from _rounding_sentences(rubric, indicators, words)
    for part in every:
        is_weighted = isinstance(part, Group) and part.combine is Combine.WEIGHTED
        if is_weighted and part.declared_max is None:
            yield words["weighted_default"].format(part=part.label or part.name)
    for field in rubric.fields:
        if field.domain is None and field.type in {FieldType.NUMBER, FieldType.MONEY}:
            yield words["no_range"].format(field=field.label or field.name)
    for override in rubric.overrides:
        if _open_fields(override.condition, rubric) & optional:
            yield words["override"].format(name=override.label or override.name)


def _rounding_sentences(
    rubric: CheckedRubric, indicators: Iterable[Indicator], words: Mapping[str, str]
) -> Iterator[str]:
    by_rounding: dict[str, list[str]] = {}
    for part in indicators:
        rounding = show_roundings(part.roundings, words)
        by_rounding.setdefault(rounding, []).append(part.label or part.name)
    for rounding, names in by_rounding.items():
        named = words["all_indicators"] if len(by_rounding) == 1 else ", ".join(names)
        yield words["rounding"].format(parts=named, rounding=rounding)
    total = rubric.total
    if total is None:
        return
    yield words["total"].format(rounding=show_roundings(total.roundings, words))
    if total.declared is not None and not _is_inside(total.range, total.declared):
        yield words["total_outside"].format(range=show_range(total.declared))


def _is_inside(found: Range, declared: Range) -> bool:
    low_fits = declared.low is None or (found.low is not None and found.low >= declared.low)
    high_fits = declared.high is None or (found.high is not None and found.high <= declared.high)
    return low_fits and high_fits


def _optional_fields(rubric: CheckedRubric) -> frozenset[str]:
    """Give the fields that can be missing in a record that is scored."""
    return frozenset(
        field.name
        for field in rubric.fields
        if (not field.required and field.blank_means is None) or field.specials
    )


def _open_fields(condition: Expr, rubric: CheckedRubric) -> frozenset[str]:
    """Give the fields whose blanks leave a condition open.

    Whether a value is missing, or a special one, is always known; what is only compared where
    it is known (``x is not missing and x > 3``) leaves nothing open either.
    """
    known = frozenset[str]()
    if isinstance(condition, Both):
        known = frozenset(name for each in condition.operands for name in _known_in(each))
    return _fields_below(condition, rubric, _KNOWN) - known


def _known_in(condition: Expr) -> Iterator[str]:
    match condition:
        case Not(IsMissing(FieldValue(name))):
            yield name
        case _:
            return


def _fields_below(
    node: object, rubric: CheckedRubric, without: tuple[type, ...] = ()
) -> frozenset[str]:
    """Give the fields that a rule reads, also through derived values, outside of some nodes."""
    lets = {let.name: let.value for let in rubric.lets}
    found: set[str] = set()
    waiting: list[object] = [node]
    seen: set[str] = set()
    while waiting:
        for below in _outside(waiting.pop(), without):
            if isinstance(below, FieldValue):
                found.add(below.name)
            elif isinstance(below, LetValue) and below.name in lets and below.name not in seen:
                seen.add(below.name)
                waiting.append(lets[below.name])
    return frozenset(found)


def _outside(node: object, without: tuple[type, ...]) -> Iterator[object]:
    """Give the node and all below it, but not the nodes of some kinds and what is in them."""
    if not isinstance(node, without):
        yield node
        for child in children(node):
            yield from _outside(child, without)


def _walk(parts: tuple[Part, ...]) -> Iterator[Part]:
    for part in parts:
        yield part
        if isinstance(part, Group):
            yield from _walk(part.children)
