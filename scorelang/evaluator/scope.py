"""What is known about one record while it is scored.

Filled as the record is worked through. Parts, named scores and classes are rated when
somebody first reads them, so that no order of declaration has to be right.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

import attrs

from scorelang.evaluator.index import Index
from scorelang.model.fields import Fault, Rejection, Special
from scorelang.model.outcome import AppliedOverride, PartStatus, PassedOver, UsedOutcome
from scorelang.model.rubric import GradeLine
from scorelang.model.types import Value

if TYPE_CHECKING:
    from scorelang.evaluator.draft import Draft
    from scorelang.evaluator.missing import Cause


class Figures(Protocol):
    """Values taken over all records."""

    def value(self, name: str, by: Value, keys: Callable[[], tuple[Value, ...]]) -> Value:
        """Give a population value for a category; ``keys`` are asked for where it is a rank."""


@attrs.define
class Scope:
    """One record at work.

    ``points`` is what expressions read (missing where not rated), ``judged`` what conditions
    read (then what the missing policy gave), ``scores`` what the outcome shows. ``is_judging``
    is set inside a condition. ``has_gap`` is raised by a count one of whose criteria is missing,
    and ``gappy`` are the derived values (``gappy_scores`` the named scores) computed with one.
    ``undecided`` are what missing values left open, with the reason. ``unrated`` says why fields
    with raters have no value; ``specials`` are the fields that hold a special value.
    """

    index: Index
    values: Mapping[str, Value]
    figures: Figures
    as_of: dt.date | None
    rate: Callable[[str, Scope], None]
    classify: Callable[[str, Scope], None]
    lets: dict[str, Value] = attrs.field(factory=dict)
    points: dict[str, Fraction | None] = attrs.field(factory=dict)
    judged: dict[str, Fraction | None] = attrs.field(factory=dict)
    is_judging: bool = False
    scores: dict[str, Fraction | None] = attrs.field(factory=dict)
    levels: dict[str, str] = attrs.field(factory=dict)
    drafts: dict[str, Draft] = attrs.field(factory=dict)
    applying: dict[str, bool | None] = attrs.field(factory=dict)
    classes: dict[str, str | None] = attrs.field(factory=dict)
    results: dict[str, Value] = attrs.field(factory=dict)
    unrounded: dict[str, Fraction] = attrs.field(factory=dict)
    unlimited: dict[str, Fraction] = attrs.field(factory=dict)
    faults: list[Fault] = attrs.field(factory=list)
    zeroed: dict[str, AppliedOverride] = attrs.field(factory=dict)
    undecided: dict[str, str] = attrs.field(factory=dict)
    expired: list[str] = attrs.field(factory=list)
    grade_taken: GradeLine | None = None
    grades_tried: tuple[GradeLine, ...] = ()
    class_taken: dict[str, GradeLine] = attrs.field(factory=dict)
    total: Fraction | None = None
    grade: str | None = None
    is_graded: bool = False
    grade_before: str | None = None
    grade_line: str | None = None
    lands_outside: bool = False
    passed_over: list[PassedOver] = attrs.field(factory=list)
    class_lines: dict[str, str] = attrs.field(factory=dict)
    consult: Callable[[str], UsedOutcome | Rejection] | None = None
    used: dict[str, UsedOutcome | Rejection] = attrs.field(factory=dict)
    has_gap: bool = False
    open_as_met: int = 0
    gappy: set[str] = attrs.field(factory=set)
    gappy_scores: set[str] = attrs.field(factory=set)
    unrated: Mapping[str, str] = attrs.field(factory=dict)
    specials: Mapping[str, Special] = attrs.field(factory=dict)
    causes: dict[tuple[str, str], tuple[Cause, ...]] = attrs.field(factory=dict)

    def points_of(self, name: str) -> Fraction | None:
        """Give the points of a part or a named score; missing where not rated.

        In a condition those of a part are what its missing policy gave, if it gave any.
        """
        if name not in self.points:
            self._rate(name)
        self.has_gap = self.has_gap or name in self.gappy_scores
        if self.is_judging and name in self.judged:
            return self.judged[name]
        return self.points[name]

    def _rate(self, name: str) -> None:
        with self.apart():
            self.rate(name, self)

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Work out something by itself: nothing of what reads it, and no gap in it, tells."""
        outer = self.is_judging, self.has_gap, self.open_as_met
        self.is_judging, self.has_gap, self.open_as_met = False, False, 0
        try:
            yield
        finally:
            self.is_judging, self.has_gap, self.open_as_met = outer

    @contextmanager
    def judging(self, *, is_judging: bool) -> Iterator[None]:
        """Read points as conditions do, or as formulas do."""
        outer, self.is_judging = self.is_judging, is_judging
        try:
            yield
        finally:
            self.is_judging = outer

    def level_of(self, name: str) -> str | None:
        """Give the level an indicator took."""
        if name not in self.points:
            self._rate(name)
        return self.levels.get(name)

    def does_apply(self, name: str) -> bool:
        """Tell whether a part applies; where that is undecided it counts as applying."""
        self.points_of(name)
        return self.drafts[name].status is not PartStatus.NOT_APPLYING

    def outcome_of(self, alias: str) -> UsedOutcome | Rejection:
        """Give what a used rubric makes of this record; it is scored once."""
        if alias not in self.used:
            assert self.consult is not None, "set for every record that is scored"
            self.used[alias] = self.consult(alias)
        return self.used[alias]

    def class_of(self, name: str) -> str | None:
        """Give the class of another grading."""
        if name not in self.classes:
            with self.apart():
                self.classify(name, self)
        return self.classes[name]
