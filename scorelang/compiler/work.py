"""How much work one question may take, counted in steps and never by the clock.

A step is one expression looked at. What would take more is answered with less: ranges stop
narrowing (they stay right, but wider), searches end without a record, and the check says
that it is not proved. So the same rubric gets the same answer on every machine.
"""

from __future__ import annotations

import attrs

NARROWING = 3_000
"""So many steps a range may take before derived values are no longer narrowed."""

SEARCH = 20_000
"""So many steps one search for a record may take."""

_ALL_NARROWING = 60_000
_ALL_SEARCHES = 200_000
_LEAST_SEARCH = 400


@attrs.define(eq=False)
class Work:
    """The steps taken for one rubric so far."""

    steps: int = 0
    narrowed: int = 0
    searched: int = 0
    gave_up: bool = False
    """Whether the last search ended before everything was tried."""
    _level: int = 0
    _begun: int = 0
    _may_narrow: int = NARROWING

    def enter(self) -> None:
        """Begin one expression; the outermost one begins a question."""
        if not self._level:
            self._begun = self.steps
            left = _ALL_NARROWING - self.narrowed
            self._may_narrow = NARROWING if left > NARROWING else NARROWING // 20
        self._level += 1
        self.steps += 1

    def leave(self) -> None:
        """End it."""
        self._level -= 1
        if not self._level:
            self.narrowed += max(0, self.steps - self._begun - NARROWING // 20)

    @property
    def is_spent(self) -> bool:
        """Whether this question has had its share of narrowing."""
        return self.steps - self._begun > self._may_narrow

    def search(self) -> Search:
        """Begin a search for a record."""
        left = _ALL_SEARCHES - self.searched
        return Search(self, self.steps, max(_LEAST_SEARCH, min(SEARCH, left)))


@attrs.define(eq=False)
class Search:
    """One search: it ends when its steps are used up."""

    work: Work
    begun: int
    may_take: int

    @property
    def is_over(self) -> bool:
        """Whether no more records are to be tried."""
        return self.work.steps - self.begun > self.may_take

    def end(self) -> None:
        """Add what was used to the account of the rubric."""
        self.work.searched += self.work.steps - self.begun
        self.work.gave_up = self.is_over
