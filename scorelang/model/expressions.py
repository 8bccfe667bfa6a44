"""Expressions of the checked tree.

Every expression has one type, known to the compiler. Arithmetic and comparison with
missing give missing; logic is three-valued. All numbers are in base units.
"""

from __future__ import annotations

import enum
from fractions import Fraction

import attrs

from scorelang.model.times import DateShift, DayNumber, Elapsed, Growth
from scorelang.model.types import Value
from scorelang.numeric.interval import Interval
from scorelang.numeric.rounding import Rounding
from scorelang.source.span import Span
from scorelang.source.structure import Structure


def _place() -> Span | None:
    found: Span | None = attrs.field(default=None, kw_only=True, eq=False, repr=False)
    return found


@attrs.frozen(eq=False, repr=False)
class Const(Structure):
    """A value that is written in the rubric."""

    value: Value


@attrs.frozen(eq=False, repr=False)
class FieldValue(Structure):
    """The value of a field."""

    name: str


@attrs.frozen(eq=False, repr=False)
class LetValue(Structure):
    """A derived value, computed once a record."""

    name: str


@attrs.frozen(eq=False, repr=False)
class ScorePoints(Structure):
    """The points of a part or named score; missing where it is not rated or does not apply."""

    name: str


@attrs.frozen(eq=False, repr=False)
class ScoreLevel(Structure):
    """The level an indicator took."""

    name: str


@attrs.frozen(eq=False, repr=False)
class ScoreShare(Structure):
    """Points as a share of full marks."""

    name: str
    full: Fraction


@attrs.frozen(eq=False, repr=False)
class HasFullMarks(Structure):
    """Whether a part has full marks."""

    name: str
    full: Fraction


@attrs.frozen(eq=False, repr=False)
class EveryLevel(Structure):
    """Whether each of the named indicators took this level."""

    names: tuple[str, ...]
    level: str


@attrs.frozen(eq=False, repr=False)
class DoesApply(Structure):
    """Whether a part applies, with all groups around it; undecided counts as applying."""

    name: str


@attrs.frozen(eq=False, repr=False)
class ApplicableFull(Structure):
    """The full marks of what applies of a part whose full marks are ``full``."""

    name: str
    full: Fraction


@attrs.frozen(eq=False, repr=False)
class TotalValue(Structure):
    """The rounded total."""


@attrs.frozen(eq=False, repr=False)
class GradeValue(Structure):
    """The grade after overrides; in an override's condition, the grade before them."""


@attrs.frozen(eq=False, repr=False)
class ClassValue(Structure):
    """The class given by another grading."""

    name: str


@attrs.frozen(eq=False, repr=False)
class ResultValue(Structure):
    """A result declared earlier, unrounded."""

    name: str


class UsedWord(enum.Enum):
    """What is read of a used rubric."""

    TOTAL = "total"
    POINTS = "points"
    LEVEL = "level"
    GRADE = "grade"
    CLASS = "class"
    RESULT = "result"


@attrs.frozen(eq=False, repr=False)
class UsedValue(Structure):
    """A value of a used rubric; missing where that is not ratable. ``name`` is one of its names."""

    alias: str
    word: UsedWord
    name: str | None = None


@attrs.frozen(eq=False, repr=False)
class AsOf(Structure):
    """The day of the evaluation."""


class Arithmetic(enum.Enum):
    """Operators on numbers; a division by zero gives missing."""

    ADD = "+"
    SUBTRACT = "-"
    MULTIPLY = "*"
    DIVIDE = "/"


@attrs.frozen(eq=False, repr=False)
class Calculation(Structure):
    """Two numbers and an operator."""

    op: Arithmetic
    left: Expr
    right: Expr
    span: Span | None = _place()


@attrs.frozen(eq=False, repr=False)
class Negation(Structure):
    """The number with the other sign."""

    operand: Expr


@attrs.frozen(eq=False, repr=False)
class Power(Structure):
    """A number to a whole power; zero to a negative power gives missing."""

    base: Expr
    exponent: int
    span: Span | None = _place()


class Pick(enum.Enum):
    """Which of several numbers."""

    LOWEST = "min"
    HIGHEST = "max"


@attrs.frozen(eq=False, repr=False)
class Extreme(Structure):
    """The lowest or highest of several numbers; missing if one is.

    ``is_limit``: it stands for a clause that keeps the first of two to the second.
    """

    pick: Pick
    operands: tuple[Expr, ...]
    is_limit: bool = attrs.field(default=False, eq=False)


@attrs.frozen(eq=False, repr=False)
class Absolute(Structure):
    """The size of a number."""

    operand: Expr


class Irrational(enum.Enum):
    """Functions whose value is rounded to 28 significant digits."""

    EXP = "exp"
    LN = "ln"
    SQRT = "sqrt"
    ROOT = "root"


@attrs.frozen(eq=False, repr=False)
class Function(Structure):
    """A function of a number; missing outside its range. ``degree`` belongs to a root."""

    function: Irrational
    operand: Expr
    degree: int = 2
    span: Span | None = _place()


@attrs.frozen(eq=False, repr=False)
class Rounded(Structure):
    """A number rounded where the rubric says so."""

    operand: Expr
    rounding: Rounding


@attrs.frozen(eq=False, repr=False)
class FirstKnown(Structure):
    """The first of several values that is not missing."""

    operands: tuple[Expr, ...]


@attrs.frozen(eq=False, repr=False)
class Choice(Structure):
    """``if``: missing where the condition is missing."""

    condition: Expr
    then: Expr
    otherwise: Expr


@attrs.frozen(eq=False, repr=False)
class Switch(Structure):
    """A value by category (or by grade, yes/no, whole number).

    ``otherwise`` does not catch missing; ``missing`` does; both may be absent.
    """

    subject: Expr
    cases: tuple[tuple[Value, Expr], ...]
    otherwise: Expr | None = None
    missing: Expr | None = None
    span: Span | None = _place()


@attrs.frozen(eq=False, repr=False)
class TableValue(Structure):
    """What a table gives for its keys; missing where a key is missing or no line fits."""

    name: str
    span: Span | None = _place()


@attrs.frozen(eq=False, repr=False)
class PopulationValue(Structure):
    """A value taken over all scored records, by its name in ``CheckedRubric.populations``."""

    name: str


@attrs.frozen(eq=False, repr=False)
class HoldCount(Structure):
    """How many conditions hold; a missing one does not, and is reported."""

    conditions: tuple[Expr, ...]


class Comparison(enum.Enum):
    """Comparison of two values."""

    AT_LEAST = ">="
    ABOVE = ">"
    AT_MOST = "<="
    BELOW = "<"
    EQUAL = "="
    NOT_EQUAL = "!="


@attrs.frozen(eq=False, repr=False)
class Compare(Structure):
    """``left op right``; ``ranks`` orders the values of an ordered category, worst first."""

    op: Comparison
    left: Expr
    right: Expr
    ranks: tuple[str, ...] = ()
    span: Span | None = _place()


@attrs.frozen(eq=False, repr=False)
class OneOf(Structure):
    """Whether the value is one of these."""

    operand: Expr
    values: frozenset[Value]


@attrs.frozen(eq=False, repr=False)
class Inside(Structure):
    """Whether a number lies in an interval."""

    operand: Expr
    interval: Interval


@attrs.frozen(eq=False, repr=False)
class IsMissing(Structure):
    """Whether the value is missing; never missing itself."""

    operand: Expr


@attrs.frozen(eq=False, repr=False)
class SpecialOf(Structure):
    """The code of the special value in a field, empty where it holds none; never missing."""

    operand: FieldValue


@attrs.frozen(eq=False, repr=False)
class Both(Structure):
    """All hold: no beats missing, missing beats yes."""

    operands: tuple[Expr, ...]


@attrs.frozen(eq=False, repr=False)
class Either(Structure):
    """One holds: yes beats missing, missing beats no."""

    operands: tuple[Expr, ...]


@attrs.frozen(eq=False, repr=False)
class Not(Structure):
    """The condition does not hold."""

    operand: Expr


@attrs.frozen(eq=False, repr=False)
class AtLeast(Structure):
    """At least ``minimum`` of the conditions hold; missing where the missing ones decide."""

    minimum: int
    operands: tuple[Expr, ...]


@attrs.frozen(eq=False, repr=False)
class Interpolation(Structure):
    """On the line from (``x0``, ``y0``) to (``x1``, ``y1``)."""

    operand: Expr
    x0: Fraction
    x1: Fraction
    y0: Expr
    y1: Expr


Expr = (
    Const
    | FieldValue
    | LetValue
    | ScorePoints
    | ScoreLevel
    | ScoreShare
    | HasFullMarks
    | EveryLevel
    | DoesApply
    | ApplicableFull
    | TotalValue
    | GradeValue
    | ClassValue
    | ResultValue
    | UsedValue
    | AsOf
    | Calculation
    | Negation
    | Power
    | Extreme
    | Absolute
    | Function
    | Rounded
    | FirstKnown
    | Choice
    | Switch
    | TableValue
    | PopulationValue
    | HoldCount
    | Compare
    | OneOf
    | Inside
    | IsMissing
    | SpecialOf
    | Both
    | Either
    | Not
    | AtLeast
    | Interpolation
    | DateShift
    | Elapsed
    | DayNumber
    | Growth
)
