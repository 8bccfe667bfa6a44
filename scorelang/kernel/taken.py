"""What a rule gives for a record: the slots of all that the line that is taken says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

import attrs

from scorelang.kernel.nodes import Ref
from scorelang.model.rules import Bands, Branch, FirstThatHolds, Levels, Lookup, Within


@attrs.frozen
class Taken:
    """The slots of what a rule gives.

    ``gap``: something is missing in an additive list that stands all the same; ``gaps`` says so
    of each line, ``held`` are the points of the lines that hold. ``counted`` is raised by a
    count one of whose criteria is open. ``faults`` reject the record: code, field and truth.
    """

    points: Ref
    level: Ref
    not_ratable: Ref
    reason: Ref
    flags: tuple[tuple[str, Ref], ...]
    actions: tuple[tuple[str, Ref], ...]
    counted: Ref
    gap: Ref
    gaps: tuple[Ref, ...] = ()
    held: tuple[Ref, ...] = ()
    faults: tuple[tuple[str, str, Ref], ...] = ()


def branches_of(rule: Bands | Levels | FirstThatHolds | Within | Lookup) -> Iterator[Branch]:
    """Give the lines of a rule of which one is taken."""
    match rule:
        case Bands(_, pairs) | Levels(_, pairs) | FirstThatHolds(pairs):
            yield from (branch for _, branch in pairs)
        case Within(_, _, ranges):
            yield from (branch for _, _, branch in ranges)
        case Lookup(_, branches):
            yield from branches
        case _:
            assert_never(rule)
    if isinstance(rule, Bands | Levels | FirstThatHolds):
        yield from (each for each in (rule.otherwise, rule.missing) if each is not None)
