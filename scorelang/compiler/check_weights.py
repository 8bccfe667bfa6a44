"""Checks weights: in a weighted group each part has one, and together they are 100%.

Raises E0504 (another sum, for a value of a category where weights differ by one), E0505
(a part without weight), E0506 (a weight nobody adds up by).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import prod

from scorelang.compiler.check_errors import WORDS
from scorelang.compiler.expression_walk import through_lets
from scorelang.compiler.grids import constant_of
from scorelang.compiler.lower_total import ROOT
from scorelang.compiler.ranges import bounds, reach_of
from scorelang.compiler.rule_places import groups_of
from scorelang.compiler.scope import Scope
from scorelang.compiler.shown_values import PLAIN, Display
from scorelang.compiler.terms import TERMS
from scorelang.diagnostics.collector import Collector
from scorelang.diagnostics.quoting import quoted
from scorelang.model.expressions import Expr, Switch
from scorelang.model.rubric import CheckedRubric, Combine, Group, Part
from scorelang.model.types import Value
from scorelang.numeric.interval_arithmetic import only

_MOST_COMBINED = 2_000
"""With more combinations of values, none is looked at by itself."""

_HUNDRED = Fraction(100)
_TEN = Fraction(10)
_PERCENT = Display(Fraction(1, 100), "%")


def check_weights(rubric: CheckedRubric, scope: Scope, collector: Collector) -> None:
    """Check the weights of every group, and of the total."""
    root = rubric.total.root if rubric.total else None
    for group in (*groups_of(rubric), *((root,) if root else ())):
        if group.combine is Combine.WEIGHTED:
            _check_group(group, scope, collector)
        else:
            name = TERMS["the total"] if group is root else f"`{group.name}`"
            _check_no_weights(group.children, name, collector)
    if root is None:
        _check_no_weights(rubric.parts, TERMS["the total"], collector)


def has_wrong_weights(group: Group, scope: Scope) -> bool:
    """Whether weights of a group are missing or add up to something else than 100%."""
    if group.combine is not Combine.WEIGHTED:
        return False
    weights = [child.weight for child in group.children if child.weight is not None]
    return len(weights) != len(group.children) or any(
        total != 1 for _, total in _sums(weights, scope)
    )


def _check_no_weights(parts: Sequence[Part], group: str, collector: Collector) -> None:
    weighed = next((part for part in parts if part.weight is not None), None)
    if weighed is not None:  # one cause, however many of the parts have a weight
        collector.add(WORDS, "E0506", weighed.span, part=weighed.name, group=group)


def _check_group(group: Group, scope: Scope, collector: Collector) -> None:
    without = [child for child in group.children if child.weight is None]
    for child in without:
        collector.add(WORDS, "E0505", child.span, part=child.name, group=_name(group))
    if without:
        return
    weights = [child.weight for child in group.children if child.weight is not None]
    for segment, total in _sums(weights, scope):
        if total != 1:
            _add_sum(group, total, segment, collector)
    for segment, known in _segments(weights, scope):
        for child in group.children:
            _check_sign(child, group, segment, known, collector)


def _name(group: Group) -> str:
    """Give the name of a group; that of the whole is a word of the language."""
    return quoted(group.name) if group.name == ROOT else group.name


def _check_sign(part: Part, group: Group, segment: str, scope: Scope, collector: Collector) -> None:
    """Refuse a weight that is below 0 for certain; what a record decides is said there."""
    high = None if part.weight is None else bounds(part.weight, scope).high
    if high is not None and high < 0:
        collector.add(
            WORDS,
            "E0504.below_segment" if segment else "E0504.below",
            part.span,
            part=part.name,
            weight=_PERCENT.show(high),
            group=_name(group),
            segment=segment,
        )


def _sums(weights: Sequence[Expr], scope: Scope) -> Iterator[tuple[str, Fraction]]:
    """Add up weights, for each value of a category they differ by."""
    for segment, known in _segments(weights, scope):
        ends = [bounds(weight, known) for weight in weights]
        fixed = [end.low for end in ends if end.low is not None and end == only(end.low)]
        if len(fixed) == len(weights):
            yield segment, sum(fixed, Fraction(0))


def _segments(weights: Sequence[Expr], scope: Scope) -> Iterator[tuple[str, Scope]]:
    """Give a scope for each combination of values of the categories that weights differ by."""
    opened = (found for weight in weights for found in through_lets(weight, scope))
    subjects = tuple(dict.fromkeys(each.subject for each in opened if isinstance(each, Switch)))
    found = [sorted(reach_of(subject, scope).values or (), key=str) for subject in subjects]
    if prod(map(len, found)) > _MOST_COMBINED or not all(found):
        yield "", scope
        return
    for values in itertools.product(*found):
        known = scope
        for subject, value in zip(subjects, values, strict=True):
            known = known.among(subject, (value,))
        yield ", ".join(map(_word, values)), known


def _word(value: Value) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _add_sum(group: Group, total: Fraction, segment: str, collector: Collector) -> None:
    difference = total - 1
    words = TERMS["{share} too much" if difference > 0 else "{share} missing"]
    own = None if group.weight is None else constant_of(group.weight)
    shares = [constant_of(child.weight) for child in group.children if child.weight is not None]
    known = [share for share in shares if share is not None]
    are_bare = total > _TEN and all(share > 1 for share in known)
    if (total == _HUNDRED or are_bare) and len(known) == len(group.children):
        said = _PERCENT.show(total)
        first = PLAIN.show(known[0])
        collector.add(WORDS, "E0504.percent", group.span, part=group.name, sum=said, first=first)
        return
    is_full = own != total and group.full is not None and group.full == total * _HUNDRED
    if (own == total or is_full) and total and len(known) == len(group.children):
        meant = ", ".join(_PERCENT.show(share / total) for share in known)
        said = _PERCENT.show(total)
        key = "E0504.full" if is_full else "E0504.shares"
        collector.add(WORDS, key, group.span, part=_name(group), sum=said, meant=meant)
        return
    if len(known) == len(group.children) and all(share >= 1 for share in known) and not segment:
        ratio = " : ".join(PLAIN.show(share) for share in known)
        meant = ", ".join(_PERCENT.show(share / total) for share in known)
        collector.add(WORDS, "E0504.ratio", group.span, part=_name(group), ratio=ratio, meant=meant)
        return
    collector.add(
        WORDS,
        "E0504.segment" if segment else "E0504",
        group.span,
        part=_name(group),
        sum=_PERCENT.show(total),
        difference=words.format(share=_PERCENT.show(abs(difference))),
        segment=segment,
    )
