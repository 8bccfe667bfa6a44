"""Expressions: numbers, names, arithmetic, choices, functions."""

from __future__ import annotations

import datetime as dt
import enum
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from scorelang.source.span import Span
from scorelang.source.structure import Structure
from scorelang.syntax.ast.conditions import (
    CompareExpr,
    CountExpr,
    InRangeExpr,
    IsExpr,
    IsMissingExpr,
    IsSpecialExpr,
    NotExpr,
)
from scorelang.syntax.ast.populations import PopulationExpr
from scorelang.syntax.ast.words import Name, spanned

if TYPE_CHECKING:  # these are made of one another
    from scorelang.syntax.ast.clauses import Clause


@attrs.frozen(eq=False, repr=False)
class NumberExpr(Structure):
    """A number as written, its multiplier and unit (``100万元``: 100, ``万``, ``元``).

    ``multiplier`` and ``unit`` are the words as written, ``None`` where there is none;
    ``percent`` is the unit ``%``.
    """

    value: Fraction
    digits: str = attrs.field(eq=False)
    multiplier: str | None = None
    unit: str | None = None
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class TextExpr(Structure):
    """A quoted text used as a value: a category value or a text result."""

    value: str
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class YesNoExpr(Structure):
    """``yes`` or ``no``."""

    value: bool
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class DateExpr(Structure):
    """A date such as 2026-12-31."""

    value: dt.date
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class NameExpr(Structure):
    """A bare name: a field, a derived value, a table, a category value, a level or a grade."""

    name: Name
    span: Span = spanned()


class ScoreWord(enum.Enum):
    """With which word a score is read."""

    POINTS = "points of"
    LEVEL = "level of"
    SHARE = "share of"
    FULL = "full"
    APPLICABLE = "applicable full of"
    GRADE_OF = "grade of"
    RESULT_OF = "result of"


@attrs.frozen(eq=False, repr=False)
class ScoreExpr(Structure):
    """``points of x``, ``level of x``, ``share of x``, ``x full`` (a condition), ``grade of x``."""

    word: ScoreWord
    name: Name
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class EveryLevelExpr(Structure):
    """``level of every indicator is A``."""

    level: Name
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class EachExpr(Structure):
    """``points of any indicator of finance``: a condition on it speaks of one, or of all.

    Without ``group`` all indicators of the rubric are meant.
    """

    word: ScoreWord
    every: bool
    group: Name | None = None
    span: Span = spanned()


class OwnWord(enum.Enum):
    """Values of the record as a whole."""

    TOTAL = "total"
    GRADE = "grade"
    AS_OF = "as_of"


@attrs.frozen(eq=False, repr=False)
class OwnExpr(Structure):
    """``total``, ``grade`` or ``as_of`` in an expression."""

    word: OwnWord
    span: Span = spanned()


class PeriodWord(enum.Enum):
    """A value of the last period, or the growth against it."""

    LAST = "last"
    GROWTH = "growth of"


@attrs.frozen(eq=False, repr=False)
class PeriodExpr(Structure):
    """``last profit`` or ``growth of revenue``."""

    word: PeriodWord
    name: Name
    span: Span = spanned()


class BinaryOp(enum.Enum):
    """Operators with two sides, arithmetic and logic."""

    ADD = "+"
    SUBTRACT = "-"
    MULTIPLY = "*"
    DIVIDE = "/"
    AND = "and"
    OR = "or"


@attrs.frozen(eq=False, repr=False)
class BinaryExpr(Structure):
    """Two operands and an operator."""

    op: BinaryOp
    left: Expr
    right: Expr
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class NegateExpr(Structure):
    """Minus in front of an expression."""

    operand: Expr
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class PowerExpr(Structure):
    """``x ^ 15``."""

    base: Expr
    exponent: Expr
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class IfExpr(Structure):
    """``if c then a else b``."""

    condition: Expr
    then: Expr
    otherwise: Expr
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class MissingExpr(Structure):
    """``missing`` where a value is chosen: on this side there is none."""

    span: Span = spanned()


class FunctionWord(enum.Enum):
    """Functions with arguments in brackets."""

    MIN = "min"
    MAX = "max"
    ABS = "abs"
    EXP = "exp"
    LN = "ln"
    SQRT = "sqrt"
    ROOT = "root"
    FIRST_KNOWN = "first known of"


@attrs.frozen(eq=False, repr=False)
class CallExpr(Structure):
    """A function and its arguments; ``root (x, 3)`` has the degree as its second."""

    function: FunctionWord
    arguments: tuple[Expr, ...]
    span: Span = spanned()


class RoundWord(enum.Enum):
    """Rounding modes by their words."""

    HALF_UP = "half up"
    HALF_EVEN = "half even"
    UP = "up"
    DOWN = "down"
    CEILING = "ceiling"
    FLOOR = "floor"


@attrs.frozen(eq=False, repr=False)
class RoundStep(Structure):
    """``0.1 half up``: one rounding; the mode is ``None`` where none was written (half up)."""

    step: NumberExpr
    mode: RoundWord | None = None
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class RoundExpr(Structure):
    """``round (x) to 0.1 up``."""

    operand: Expr
    step: RoundStep
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class ByBranch(Structure):
    """``textbook, library : 2.0``; without values: ``otherwise`` or ``missing``."""

    values: tuple[Expr, ...]
    value: Expr
    is_missing: bool = False
    clauses: tuple[Clause, ...] = ()
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class ByExpr(Structure):
    """``by customer_type { … }``; the subject is a category, given or derived, or ``grade``."""

    subject: Expr
    branches: tuple[ByBranch, ...]
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class DurationExpr(Structure):
    """``years between a and b``; ``a + 6 months`` is a sum with a number in months."""

    unit: str
    first: Expr
    last: Expr
    span: Span = spanned()


Expr = (
    NumberExpr
    | TextExpr
    | YesNoExpr
    | DateExpr
    | NameExpr
    | ScoreExpr
    | EveryLevelExpr
    | EachExpr
    | OwnExpr
    | PeriodExpr
    | BinaryExpr
    | NegateExpr
    | PowerExpr
    | NotExpr
    | CompareExpr
    | IsExpr
    | InRangeExpr
    | IsMissingExpr
    | IsSpecialExpr
    | CountExpr
    | IfExpr
    | MissingExpr
    | CallExpr
    | RoundExpr
    | ByExpr
    | PopulationExpr
    | DurationExpr
)
