"""The names of a rubric, looked up once before its first record is scored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

import attrs

from scorelang.model.expressions import Const
from scorelang.model.extras import has_extras, is_extra, is_mixed, stretched_marks
from scorelang.model.fields import Field
from scorelang.model.rubric import (
    CheckedRubric,
    Combine,
    Grading,
    Group,
    Indicator,
    Let,
    Override,
    OverrideKind,
    Part,
    Population,
    Score,
    UsedRubric,
)
from scorelang.model.rules import Table


@attrs.frozen
class Index:
    """Parts and the rest by name.

    ``names`` are all parts in the order of the rubric, children before their group.
    ``parents`` are those within the parts of the rubric; the root is nobody's parent.
    ``open_order`` is the place of each name that can be undecided.
    ``conditional`` are the parts that may not apply, or are inside one. ``extras`` are bonuses
    and deductions, ``mixed`` plain sums that have some inside; ``marks`` are those of the other
    parts of a sum or mean that has some. ``loose`` are the groups, and the total, whose weights
    are no constants.
    """

    rubric: CheckedRubric
    fields: Mapping[str, Field]
    lets: Mapping[str, Let]
    tables: Mapping[str, Table]
    populations: Mapping[str, Population]
    scores: Mapping[str, Score]
    classes: Mapping[str, Grading]
    parts: Mapping[str, Part]
    names: tuple[str, ...]
    indicators: tuple[Indicator, ...]
    parents: Mapping[str, Group]
    conditional: frozenset[str]
    zeros: Mapping[str, tuple[Override, ...]]
    used: Mapping[str, UsedRubric]
    marks: Mapping[str, Fraction | None]
    loose: tuple[Group, ...]
    extras: frozenset[str]
    mixed: frozenset[str]
    open_order: Mapping[str, int]

    def in_order(self, names: Iterable[str]) -> tuple[str, ...]:
        """Give what is undecided, or has expired, in the order of the rubric, each once."""
        known = self.open_order
        return tuple(sorted(dict.fromkeys(names), key=lambda name: known.get(name, len(known))))


GRADE = "grade"
"""The name under which the grade of a record stands in what is undecided, and in the notes."""

ACTING = (
    OverrideKind.FLOOR,
    OverrideKind.NOTCH,
    OverrideKind.CAP,
    OverrideKind.VETO,
    OverrideKind.FLAG,
)
"""A veto acts after everything else, so that it is final; a cap beats a floor."""


def acting_order(overrides: Iterable[Override]) -> tuple[Override, ...]:
    """Sort by the order of acting, within a kind by the order of the rubric."""
    declared = tuple(overrides)
    return tuple(each for kind in ACTING for each in declared if each.kind is kind)


def index(rubric: CheckedRubric) -> Index:
    """Look through a rubric once."""
    tops = top_parts(rubric)
    ordered = tuple(part for top in tops for part in _inside_out(top))
    parents = {
        child.name: part for part in ordered if isinstance(part, Group) for child in part.children
    }
    zeros: dict[str, tuple[Override, ...]] = {}
    for override in rubric.overrides:
        if override.kind is OverrideKind.ZERO and override.part is not None:
            zeros[override.part] = (*zeros.get(override.part, ()), override)
    return Index(
        rubric=rubric,
        fields={field.name: field for field in rubric.fields},
        lets={let.name: let for let in rubric.lets},
        tables={table.name: table for table in rubric.tables},
        populations={population.name: population for population in rubric.populations},
        scores={score.name: score for score in rubric.scores},
        classes={grading.name: grading for grading in rubric.classes if grading.name is not None},
        parts={part.name: part for part in ordered},
        names=tuple(part.name for part in ordered),
        indicators=tuple(part for part in ordered if isinstance(part, Indicator)),
        parents=parents,
        conditional=frozenset(_conditional(ordered, parents)),
        zeros=zeros,
        used={used.alias: used for used in rubric.used},
        marks=_marks(rubric, ordered),
        loose=tuple(_loose(rubric, ordered)),
        extras=frozenset(part.name for part in ordered if is_extra(part)),
        mixed=frozenset(part.name for part in ordered if is_mixed(part)),
        open_order={name: place for place, name in enumerate(dict.fromkeys(_can_be_open(rubric)))},
    )


def _can_be_open(rubric: CheckedRubric) -> Iterator[str]:
    """Give the names of what missing values can leave open, as a record comes by them."""
    yield from (each.reason for each in rubric.eligibility)
    yield from (each.name for each in rubric.overrides if each.kind is OverrideKind.ZERO)
    if rubric.grading is not None:
        yield from (line.name for line in rubric.grading.lines if line.needs)
        yield GRADE
    yield from (each.name for each in acting_order(rubric.overrides))
    for grading in rubric.classes:
        yield from (line.name for line in grading.lines if line.needs)
        yield grading.name or GRADE


def _marks(rubric: CheckedRubric, parts: Iterable[Part]) -> Mapping[str, Fraction | None]:
    """Give the marks to which rescaling takes each sum that has bonuses or deductions."""
    root = rubric.total.root if rubric.total is not None else None
    groups = [part for part in (*parts, root) if isinstance(part, Group)]
    return {group.name: stretched_marks(group) for group in groups if has_extras(group)}


def _loose(rubric: CheckedRubric, parts: Iterable[Part]) -> Iterator[Group]:
    """Give the weighted groups whose weights a record decides."""
    root = rubric.total.root if rubric.total is not None else None
    for part in (*parts, root):
        if isinstance(part, Group) and part.combine is Combine.WEIGHTED:
            weights = (child.weight for child in part.children)
            # Those from pairs add up by their making, but for the last of 60 digits.
            is_fixed = all(isinstance(weight, Const) for weight in weights)
            if not is_fixed and not part.consistency:
                yield part


def top_parts(rubric: CheckedRubric) -> tuple[Part, ...]:
    """Give the parts of the total, then those outside it."""
    root = rubric.total.root if rubric.total is not None else None
    if root is None:
        return rubric.parts
    inside = {part.name for part in root.children}
    return (*root.children, *(part for part in rubric.parts if part.name not in inside))


def _inside_out(part: Part) -> Iterator[Part]:
    if isinstance(part, Group):
        for child in part.children:
            yield from _inside_out(child)
    yield part


def _conditional(parts: Iterable[Part], parents: Mapping[str, Group]) -> Iterator[str]:
    for part in parts:
        above: Part | None = part
        while above is not None:
            if above.applies is not None:
                yield part.name
                break
            above = parents.get(above.name)
