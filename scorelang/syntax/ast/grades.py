"""Grades and classes, eligibility, overrides, results."""

from __future__ import annotations

import enum

import attrs

from scorelang.source.span import Span
from scorelang.source.structure import Structure
from scorelang.syntax.ast.clauses import Clause
from scorelang.syntax.ast.expressions import Expr
from scorelang.syntax.ast.lines import Guard, ShareGuard
from scorelang.syntax.ast.ranges import Grid
from scorelang.syntax.ast.words import Name, spanned


@attrs.frozen(eq=False, repr=False)
class GradeLine(Structure):
    """``AAA >= 90, needs debt full``, ``honest when …``, ``C otherwise : action "…"``."""

    name: Name
    guard: Guard
    label: str | None = None
    clauses: tuple[Clause, ...] = ()
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class GradesDecl(Structure):
    """``grades { … }``, ``grades of rpn { … }``, ``grades = table``, ``class sev of base { … }``.

    ``name`` is ``None`` for the grades of the rubric. ``subject`` is the score that is
    read (``None``: the total). ``value`` is what gives the grade directly (a table);
    ``winners`` are the scores of ``highest of (…)``, of which the first wins a tie where
    ``ties_first``. Lines stand best first unless ``worst_first``. ``grid`` has a line for each
    grade and a column for each value of the category behind ``by``.
    """

    name: Name | None = None
    subject: Name | None = None
    lines: tuple[GradeLine, ...] = ()
    value: Expr | None = None
    winners: tuple[Name, ...] = ()
    ties_first: bool = False
    worst_first: bool = False
    label: str | None = None
    clauses: tuple[Clause, ...] = ()
    highest_first: bool | None = None
    grid: Grid | None = None
    taken_from: str | None = attrs.field(default=None, eq=False, kw_only=True)
    span: Span = spanned()

    @property
    def is_forced(self) -> bool:
        """Whether its grades are shares of the ranking."""
        return any(isinstance(line.guard, ShareGuard) for line in self.lines)


@attrs.frozen(eq=False, repr=False)
class EligibilityDecl(Structure):
    """``not ratable when years < 1 "…"``."""

    condition: Expr
    reason: str
    clauses: tuple[Clause, ...] = ()
    span: Span = spanned()


class OverrideWord(enum.Enum):
    """The kinds of overrides."""

    VETO = "veto"
    CAP = "cap"
    FLOOR = "floor"
    NOTCH = "notch"
    ZERO = "zero"
    FLAG = "flag"


class EffectWord(enum.Enum):
    """What an override does."""

    GRADE = "grade"
    NO_BETTER = "no better than"
    NO_WORSE = "no worse than"
    DOWN = "down"
    UP = "up"
    FLAG = "flag"
    TEXT = "text"


@attrs.frozen(eq=False, repr=False)
class Effect(Structure):
    """``grade D``, ``no better than C``, ``up 1``, ``flag review``, or the text of a ``zero``."""

    word: EffectWord
    name: Name | None = None
    count: int | None = None
    text: str | None = None
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class OverrideDecl(Structure):
    """``cap high_debt when c : no better than A``; for ``zero`` the name is the part's."""

    word: OverrideWord
    name: Name
    condition: Expr
    effects: tuple[Effect, ...] = ()
    label: str | None = None
    clauses: tuple[Clause, ...] = ()
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class ResultDecl(Structure):
    """``result limit = by grade { … }``."""

    name: Name
    value: Expr
    label: str | None = None
    clauses: tuple[Clause, ...] = ()
    span: Span = spanned()
