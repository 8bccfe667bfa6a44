"""Raters of a field: groups with their weights, how ratings are taken together.

In: what stands after ``rated by``. Out: the groups in the model. What is said for the whole
field (``mean``, ``at least 3``, ``drop highest and lowest``) holds for each group that does
not say it itself. Reports E0520 (weights that do not make 100%), E0302 (a field that holds
no numbers), E0204 (``blank means``, a key), E0202 (a group named twice).
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

import attrs

from scorelang.compiler.fold_constants import constant
from scorelang.compiler.reading import Reading
from scorelang.compiler.terms import TERMS
from scorelang.diagnostics.quoting import quoted
from scorelang.model.fields import NUMERIC, Field, RaterCombine, RaterGroup
from scorelang.numeric.exact import show
from scorelang.numeric.interval import Grid
from scorelang.syntax import ast

_LEFT_BY_DROPPING = 3
"""As many ratings are needed for one to be left when the highest and the lowest are dropped."""


def with_raters(decl: ast.FieldDecl, field: Field, reading: Reading) -> Field:
    """Give the field its raters; a mean of ratings lies on no step, so the step is theirs."""
    rated = decl.rated_by
    if rated is None:
        return field
    _check_field(decl, rated, field, reading)
    groups = tuple(_group(group, rated, reading) for group in rated.groups)
    _check_names(rated.groups, reading)
    _check_weights(rated, groups, field, reading)
    return attrs.evolve(
        field, raters=groups, rating_grid=field.grid, grid=Grid(None), blank_means=None
    )


def _check_field(decl: ast.FieldDecl, rated: ast.RatedBy, field: Field, reading: Reading) -> None:
    if field.type not in NUMERIC:
        reading.report("E0302.raters", rated.span, name=field.name, type=TERMS[field.type.value])
    place = TERMS["`{name}`, which has raters"].format(name=field.name)
    if decl.blank_means is not None:
        reading.report("E0204", decl.blank_means.span, clause=quoted("blank means"), place=place)
    if decl.is_key:
        reading.report("E0204", decl.name.span, clause=quoted("key"), place=place)


def _group(group: ast.RaterGroup, rated: ast.RatedBy, reading: Reading) -> RaterGroup:
    combine, dropped = _combine(group.combine or rated.combine)
    drop_ends = dropped or group.drop_ends or rated.drop_ends
    said = group.quorum if group.quorum is not None else rated.quorum
    quorum = max(said or 1, _LEFT_BY_DROPPING if drop_ends else 1)
    weight = None if group.weight is None else constant(group.weight, reading)
    return RaterGroup(group.name.text, weight, combine, quorum, drop_ends)


def _combine(word: str | None) -> tuple[RaterCombine, bool]:
    """Give how ratings are combined, and whether the two ends are dropped first."""
    if word == "median":
        return RaterCombine.MEDIAN, False
    return RaterCombine.MEAN, word == "trimmed mean"


def _check_names(groups: Iterable[ast.RaterGroup], reading: Reading) -> None:
    seen: set[str] = set()
    for group in groups:
        if group.name.text in seen:
            reading.report("E0202", group.name.span, name=group.name.text)
        seen.add(group.name.text)


def _check_weights(
    rated: ast.RatedBy, groups: tuple[RaterGroup, ...], field: Field, reading: Reading
) -> None:
    """Weights are needed as soon as there are two groups, and make 100% together."""
    written = [group for group in rated.groups if group.weight is not None]
    if not written and len(groups) == 1:
        return
    for group in rated.groups:
        if group.weight is None:
            reading.report("E0520.given", group.span, group=group.name.text, name=field.name)
    weights = [group.weight for group in groups if group.weight is not None]
    if len(weights) < len(groups):
        return
    for group, weight in zip(rated.groups, weights, strict=True):
        if weight <= 0:
            reading.report("E0520.positive", group.span, group=group.name.text)
    total = sum(weights, Fraction(0))
    if total != 1:
        shown = f"{show(total * 100)}%"
        reading.report("E0520", rated.span, name=field.name, sum=shown)
