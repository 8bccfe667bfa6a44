"""What is known about one record while it is scored.

Filled as the record is worked through. Parts, named scores and classes are rated when
somebody first reads them, so that no order of declaration has to be right.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

import attrs

from scorelang.evaluator.index import Index
from scorelang.model.fields import Fault, Rejection
from scorelang.model.outcome import AppliedOverride, UsedOutcome
from scorelang.model.types import Value

if TYPE_CHECKING:
    from scorelang.evaluator.draft import Draft


class Figures(Protocol):
    """Values taken over all records."""

    def value(self, name: str, by: Value, keys: Callable[[], tuple[Value, ...]]) -> Value:
        """Give a population value for a category; ``keys`` are asked for where it is a rank."""


@attrs.define
class Scope:
    """One record at work.

    ``points`` is what expressions read (missing where not rated), ``scores`` what the
    outcome shows. ``has_gap`` is raised by a count one of whose criteria is missing, and
    ``gappy`` are the derived values that were computed with one. ``unrated`` says why fields
    with raters have no value.
    """

    index: Index
    values: Mapping[str, Value]
    figures: Figures
    as_of: dt.date | None
    rate: Callable[[str, Scope], None]
    classify: Callable[[str, Scope], None]
    lets: dict[str, Value] = attrs.field(factory=dict)
    points: dict[str, Fraction | None] = attrs.field(factory=dict)
    scores: dict[str, Fraction | None] = attrs.field(factory=dict)
    levels: dict[str, str] = attrs.field(factory=dict)
    drafts: dict[str, Draft] = attrs.field(factory=dict)
    applying: dict[str, bool | None] = attrs.field(factory=dict)
    classes: dict[str, str | None] = attrs.field(factory=dict)
    results: dict[str, Value] = attrs.field(factory=dict)
    faults: list[Fault] = attrs.field(factory=list)
    zeroed: dict[str, AppliedOverride] = attrs.field(factory=dict)
    undecided: dict[str, None] = attrs.field(factory=dict)
    line_flags: dict[str, None] = attrs.field(factory=dict)
    class_actions: dict[str, None] = attrs.field(factory=dict)
    total: Fraction | None = None
    grade: str | None = None
    grade_before: str | None = None
    grade_line: str | None = None
    consult: Callable[[str], UsedOutcome | Rejection] | None = None
    used: dict[str, UsedOutcome | Rejection] = attrs.field(factory=dict)
    has_gap: bool = False
    gappy: set[str] = attrs.field(factory=set)
    unrated: Mapping[str, str] = attrs.field(factory=dict)

    def points_of(self, name: str) -> Fraction | None:
        """Give the points of a part or a named score; missing where not rated."""
        if name not in self.points:
            self.rate(name, self)
        return self.points[name]

    def level_of(self, name: str) -> str | None:
        """Give the level an indicator took."""
        if name not in self.points:
            self.rate(name, self)
        return self.levels.get(name)

    def outcome_of(self, alias: str) -> UsedOutcome | Rejection:
        """Give what a used rubric makes of this record; it is scored once."""
        if alias not in self.used:
            assert self.consult is not None, "set for every record that is scored"
            self.used[alias] = self.consult(alias)
        return self.used[alias]

    def class_of(self, name: str) -> str | None:
        """Give the class of another grading."""
        if name not in self.classes:
            self.classify(name, self)
        return self.classes[name]
