"""Weights and how far comparisons in pairs agree, as people read them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from scorelang.model.expressions import Const, Expr, Switch
from scorelang.model.rubric import Group
from scorelang.model.types import Value
from scorelang.numeric.exact import show


def show_weight(weight: Expr | None, words: Mapping[str, str]) -> str | None:
    """Write a weight: ``64.83%``, or one for each value of a category; else that it varies."""
    match weight:
        case None:
            return None
        case Const(Fraction() as share):
            return _percent(share)
        case Switch(_, cases, otherwise):
            rest = ((words["others"], otherwise),) if otherwise is not None else ()
            shown = [
                f"{_value(value, words)} {show_weight(each, words)}"
                for value, each in (*cases, *rest)
            ]
            return ", ".join(shown)
        case _:
            return words["varies"]


def show_consistency(group: Group, words: Mapping[str, str]) -> str | None:
    """Write how far the comparisons agree, by Saaty's ratio; nothing without comparisons."""
    if not group.consistency:
        return None
    if len(group.consistency) == 1 and group.consistency[0][0] is None:
        shown = show(group.consistency[0][1])
    else:
        shown = ", ".join(
            f"{_value(value, words)} {show(ratio)}" for value, ratio in group.consistency
        )
    return words["consistency"].format(ratio=shown)


def _value(value: Value, words: Mapping[str, str]) -> str:
    if value is None:
        return words["others"]
    if isinstance(value, bool):
        return words["yes"] if value else words["no"]
    return str(value)


def _percent(share: Fraction) -> str:
    return f"{show(share * 100)}%"
