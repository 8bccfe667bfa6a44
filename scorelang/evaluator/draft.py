"""A part that has its points and waits to be taken into its group."""

from __future__ import annotations

import enum
from fractions import Fraction

import attrs

from scorelang.model.outcome import (
    Adjustment,
    PartOutcome,
    PartStatus,
    Stretched,
    TakenItem,
)
from scorelang.model.rubric import Group, Part
from scorelang.model.rules import ReasonCode
from scorelang.model.types import Value
from scorelang.source.span import Span

ZERO = Fraction(0)
ONE = Fraction(1)
"""The factor of a part that goes up as it is; known by identity, which is quicker."""


class Counts(enum.Enum):
    """What a part stands for in its group."""

    POINTS = "its points"
    NOTHING = "nothing"
    FULL_MARKS = "its full marks"
    LEFT_OUT = "left out, the rest is rescaled"


@attrs.define
class Draft:
    """One part; the attributes are those of ``PartOutcome`` until its factor is known.

    ``extras`` is what bonuses and deductions inside come to, which no group stretches.
    """

    part: Part
    status: PartStatus
    points: Fraction | None
    counts: Counts = Counts.POINTS
    level: str | None = None
    branch: str | None = None
    compared: Value = None
    flags: tuple[str, ...] = ()
    reason: ReasonCode | None = None
    not_ratable: str | None = None
    note: str | None = None
    children: tuple[PartOutcome, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    places: tuple[Span, ...] = ()
    items: tuple[TakenItem, ...] = ()
    actions: tuple[str, ...] = ()
    stretched: Stretched | None = None
    extras: Fraction = ZERO

    @property
    def full(self) -> Fraction | None:
        """The full marks of the part."""
        return self.part.full

    def seal(self, factor: Fraction) -> PartOutcome:
        """Give the outcome, with the factor its group takes it by."""
        if self.counts is Counts.POINTS and self.points is not None:
            contribution = self.points if factor is ONE else self.points * factor
        else:
            contribution = factor = ZERO
        part = self.part
        return PartOutcome(
            part.name,
            isinstance(part, Group),
            self.status,
            self.points,
            part.full,
            factor,
            contribution,
            self.level,
            self.branch,
            self.compared,
            self.note,
            self.children,
            self.adjustments,
            self.places,
            self.items,
            self.stretched,
        )
