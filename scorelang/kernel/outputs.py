"""What the slots of a kernel stand for: the points of a part, a flag, a guard, a reason code.

All orders are those of the rubric. A truth is missing nowhere in an output: what is undecided
is a truth of its own.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from scorelang.kernel.nodes import Ref
from scorelang.model.rules import ReasonCode


@attrs.frozen
class Guard:
    """A fault for which a record is rejected: its code and field; ``broken`` says whether."""

    code: str
    field: str
    broken: Ref


@attrs.frozen
class PartSlots:
    """One indicator or group: its points as the outcome shows them, and how it was rated.

    ``is_incomplete``: an indicator that could not, or not fully, be rated. ``is_left_out``: a group
    that applies but has no points. ``level`` is the level an indicator took.
    """

    name: str
    points: Ref
    is_incomplete: Ref | None = None
    level: Ref | None = None
    is_left_out: Ref | None = None


@attrs.frozen
class OverrideSlots:
    """One override: whether it acted, and the grade before and after (``None``: no grade)."""

    name: str
    fired: Ref
    before: Ref | None = None
    after: Ref | None = None


@attrs.frozen
class ReasonSlots:
    """What one indicator may be named for.

    ``code`` is the number of its reason in ``Outputs.reasons``, missing where it has none;
    ``difference`` the distance from the baseline in counted points, as it is shown once rounded.
    """

    indicator: str
    code: Ref
    difference: Ref
    shown: Ref


@attrs.frozen
class PopulationSlots:
    """What a population value is taken of: the category and the keys of this record."""

    name: str
    by: Ref | None
    keys: tuple[Ref, ...]


@attrs.frozen
class Outputs:
    """All that a record comes to.

    A record is rejected where a guard is broken, and not ratable where ``not_ratable`` has a
    text; then there is no total and nothing that follows from it. ``compared`` are the values
    over all records that this one was compared with.
    """

    guards: tuple[Guard, ...] = ()
    not_ratable: Ref | None = None
    lets: Mapping[str, Ref] = attrs.field(factory=dict)
    parts: tuple[PartSlots, ...] = ()
    scores: Mapping[str, Ref] = attrs.field(factory=dict)
    total: Ref | None = None
    grade: Ref | None = None
    grade_before: Ref | None = None
    classes: Mapping[str, Ref] = attrs.field(factory=dict)
    results: Mapping[str, Ref] = attrs.field(factory=dict)
    flags: tuple[tuple[str, Ref], ...] = ()
    zeroed: tuple[OverrideSlots, ...] = ()
    overrides: tuple[OverrideSlots, ...] = ()
    expired: tuple[tuple[str, Ref], ...] = ()
    undecided_before: tuple[tuple[str, Ref], ...] = ()
    undecided_after: tuple[tuple[str, Ref], ...] = ()
    actions: tuple[tuple[str, Ref], ...] = ()
    reasons: tuple[ReasonCode, ...] = ()
    reason_slots: tuple[ReasonSlots, ...] = ()
    populations: tuple[PopulationSlots, ...] = ()
    compared: Mapping[str, Ref] = attrs.field(factory=dict)
