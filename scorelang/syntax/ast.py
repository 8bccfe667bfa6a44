"""What was written: the tree of a rubric file before any meaning is given to it.

Every node is frozen, keeps the order of the text and knows its span; spans take no
part in equality, so that two files that say the same are equal. Words of either
vocabulary have become one canonical (English) word here; names, labels, numbers and
units stay as written. Nothing is resolved: a name may be a field, a level or a mistake.
"""

from __future__ import annotations

import datetime as dt
import enum
from fractions import Fraction

import attrs

from scorelang.source.span import Span
from scorelang.source.text import SourceText


def _span() -> Span:  # the declared type is that of the attribute
    found: Span = attrs.field(kw_only=True, eq=False, repr=False)
    return found


# --- words ---------------------------------------------------------------------------


@attrs.frozen
class Name:
    """A name as written, without its quoting marks; ``post.total`` is one name with a dot."""

    text: str
    span: Span = _span()


@attrs.frozen
class Text:
    """A quoted text."""

    value: str
    span: Span = _span()


# --- expressions ---------------------------------------------------------------------


@attrs.frozen
class NumberExpr:
    """A number as written, its multiplier and unit (``100万元``: 100, ``万``, ``元``).

    ``multiplier`` and ``unit`` are the words as written, ``None`` where there is none;
    ``percent`` is the unit ``%``.
    """

    value: Fraction
    digits: str = attrs.field(eq=False)
    multiplier: str | None = None
    unit: str | None = None
    span: Span = _span()


@attrs.frozen
class TextExpr:
    """A quoted text used as a value: a category value or a text result."""

    value: str
    span: Span = _span()


@attrs.frozen
class YesNoExpr:
    """``yes`` or ``no``."""

    value: bool
    span: Span = _span()


@attrs.frozen
class DateExpr:
    """A date such as 2026-12-31."""

    value: dt.date
    span: Span = _span()


@attrs.frozen
class NameExpr:
    """A bare name: a field, a derived value, a table, a category value, a level or a grade."""

    name: Name
    span: Span = _span()


class ScoreWord(enum.Enum):
    """With which word a score is read."""

    POINTS = "points of"
    LEVEL = "level of"
    SHARE = "share of"
    FULL = "full"
    APPLICABLE = "applicable full of"
    GRADE_OF = "grade of"
    RESULT_OF = "result of"


@attrs.frozen
class ScoreExpr:
    """``points of x``, ``level of x``, ``share of x``, ``x full`` (a condition), ``grade of x``."""

    word: ScoreWord
    name: Name
    span: Span = _span()


@attrs.frozen
class EveryLevelExpr:
    """``level of every indicator is A``."""

    level: Name
    span: Span = _span()


@attrs.frozen
class EachExpr:
    """``points of any indicator of finance``: a condition on it speaks of one, or of all.

    Without ``group`` all indicators of the rubric are meant.
    """

    word: ScoreWord
    every: bool
    group: Name | None = None
    span: Span = _span()


class OwnWord(enum.Enum):
    """Values of the record as a whole."""

    TOTAL = "total"
    GRADE = "grade"
    AS_OF = "as_of"


@attrs.frozen
class OwnExpr:
    """``total``, ``grade`` or ``as_of`` in an expression."""

    word: OwnWord
    span: Span = _span()


class PeriodWord(enum.Enum):
    """A value of the last period, or the growth against it."""

    LAST = "last"
    GROWTH = "growth of"


@attrs.frozen
class PeriodExpr:
    """``last profit`` or ``growth of revenue``."""

    word: PeriodWord
    name: Name
    span: Span = _span()


class BinaryOp(enum.Enum):
    """Operators with two sides, arithmetic and logic."""

    ADD = "+"
    SUBTRACT = "-"
    MULTIPLY = "*"
    DIVIDE = "/"
    AND = "and"
    OR = "or"


@attrs.frozen
class BinaryExpr:
    """Two operands and an operator."""

    op: BinaryOp
    left: Expr
    right: Expr
    span: Span = _span()


@attrs.frozen
class NegateExpr:
    """Minus in front of an expression."""

    operand: Expr
    span: Span = _span()


@attrs.frozen
class PowerExpr:
    """``x ^ 15``."""

    base: Expr
    exponent: Expr
    span: Span = _span()


@attrs.frozen
class NotExpr:
    """``not c``."""

    operand: Expr
    span: Span = _span()


class CompareOp(enum.Enum):
    """Comparison of two values."""

    AT_LEAST = ">="
    ABOVE = ">"
    AT_MOST = "<="
    BELOW = "<"
    EQUAL = "="
    NOT_EQUAL = "!="


@attrs.frozen
class CompareExpr:
    """``left op right``; written with a sign or a word, kept as the operator."""

    op: CompareOp
    left: Expr
    right: Expr
    span: Span = _span()


@attrs.frozen
class IsExpr:
    """``x is A``, ``x is not A``, ``x is any of (A, B)``, with values of any type."""

    operand: Expr
    values: tuple[Expr, ...]
    negated: bool = False
    span: Span = _span()


@attrs.frozen
class InRangeExpr:
    """``x is 10..20`` or ``x is 10 to under 20``."""

    operand: Expr
    range: RangeDecl
    span: Span = _span()


@attrs.frozen
class IsMissingExpr:
    """``x is missing``, ``x is not missing``."""

    operand: Expr
    negated: bool = False
    span: Span = _span()


@attrs.frozen
class IsSpecialExpr:
    """``x is special -9``."""

    operand: Expr
    code: Expr
    negated: bool = False
    span: Span = _span()


class CountWord(enum.Enum):
    """How a list of conditions is read."""

    ALL = "all of"
    ANY = "any of"
    NONE = "none of"
    AT_LEAST = "at least"
    COUNT = "counts"


@attrs.frozen
class CountExpr:
    """``all of (…)``, ``at least 2 of (…)``: conditions; ``counts (…)``: a number.

    ``minimum`` is there for ``at least`` only.
    """

    word: CountWord
    conditions: tuple[Expr, ...]
    minimum: int | None = None
    span: Span = _span()


@attrs.frozen
class IfExpr:
    """``if c then a else b``."""

    condition: Expr
    then: Expr
    otherwise: Expr
    span: Span = _span()


@attrs.frozen
class MissingExpr:
    """``missing`` where a value is chosen: on this side there is none."""

    span: Span = _span()


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


@attrs.frozen
class CallExpr:
    """A function and its arguments; ``root (x, 3)`` has the degree as its second."""

    function: FunctionWord
    arguments: tuple[Expr, ...]
    span: Span = _span()


class RoundWord(enum.Enum):
    """Rounding modes by their words."""

    HALF_UP = "half up"
    HALF_EVEN = "half even"
    UP = "up"
    DOWN = "down"
    CEILING = "ceiling"
    FLOOR = "floor"


@attrs.frozen
class RoundStep:
    """``0.1 half up``: one rounding; the mode is ``None`` where none was written (half up)."""

    step: NumberExpr
    mode: RoundWord | None = None
    span: Span = _span()


@attrs.frozen
class RoundExpr:
    """``round (x) to 0.1 up``."""

    operand: Expr
    step: RoundStep
    span: Span = _span()


@attrs.frozen
class ByBranch:
    """``textbook, library : 2.0``; without values: ``otherwise`` or ``missing``."""

    values: tuple[Expr, ...]
    value: Expr
    is_missing: bool = False
    clauses: tuple[Clause, ...] = ()
    span: Span = _span()


@attrs.frozen
class ByExpr:
    """``by customer_type { … }``; the subject is a category, given or derived, or ``grade``."""

    subject: Expr
    branches: tuple[ByBranch, ...]
    span: Span = _span()


class PopulationWord(enum.Enum):
    """A value that is taken over all scored records."""

    MEAN = "mean of"
    MEDIAN = "median of"
    LOWEST = "lowest of"
    HIGHEST = "highest of"
    QUANTILE = "quantile"
    COUNT = "count of"
    RANK = "rank of"
    PERCENT_RANK = "percent rank of"
    CUMULATIVE_SHARE = "cumulative share of"


class PopulationManner(enum.Enum):
    """How ties share a rank, and where a quantile ends."""

    DENSE = "dense"
    AVERAGE = "average"
    INCLUSIVE = "inclusive"
    EXCLUSIVE = "exclusive"


RANKS = frozenset(
    {PopulationWord.RANK, PopulationWord.PERCENT_RANK, PopulationWord.CUMULATIVE_SHARE}
)
"""Values that say where a record stands; they have tie keys and an order."""


@attrs.frozen
class PopulationExpr:
    """``mean of x by y``, ``quantile 90% of x``, ``rank of rpn, severity, highest first``.

    ``keys`` has one expression, for a rank or a cumulative share the tie keys too; ``level``
    is the quantile; ``highest_first`` is ``None`` where no order was written.
    """

    word: PopulationWord
    keys: tuple[Expr, ...]
    by: Name | None = None
    level: Expr | None = None
    highest_first: bool | None = None
    manner: PopulationManner | None = None
    span: Span = _span()


@attrs.frozen
class DurationExpr:
    """``years between a and b``; ``a + 6 months`` is a sum with a number in months."""

    unit: str
    first: Expr
    last: Expr
    span: Span = _span()


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


# --- ranges --------------------------------------------------------------------------


@attrs.frozen
class LimitRange:
    """A one-sided limit: ``>= 20%``, ``20%以上``, ``under 5``.

    ``named`` is the value that a line spells out (``x >= 20``); it is that of the block.
    """

    op: CompareOp
    value: Expr
    named: Expr | None = attrs.field(default=None, eq=False, kw_only=True)
    span: Span = _span()


@attrs.frozen
class BetweenRange:
    """A two-sided range: ``10..20``, ``10 to under 20``, ``[10, 20)``, ``10以上 不满20``."""

    low: Expr
    high: Expr
    low_open: bool = False
    high_open: bool = False
    named: Expr | None = attrs.field(default=None, eq=False, kw_only=True)
    span: Span = _span()


@attrs.frozen
class ExactRange:
    """One value: ``3``."""

    value: Expr
    span: Span = _span()


RangeDecl = LimitRange | BetweenRange | ExactRange


# --- tables --------------------------------------------------------------------------


@attrs.frozen
class Cell:
    """One cell of a table: its trimmed text, and what it reads as where it reads as anything.

    ``|  |`` is empty text; ``-`` is kept as text. A cell with a name and a range
    (``detection 7..10``, ``otherwise 0``) has the name in ``head`` (``otherwise`` is kept
    as the canonical word) and the rest in ``value``. Several values (``A, B``) are in ``more``.
    """

    text: str
    value: Expr | RangeDecl | None = None
    head: Name | None = None
    more: tuple[Expr | RangeDecl, ...] = ()
    span: Span = _span()


@attrs.frozen
class Row:
    """One line of a table; ``split`` is the index of the first cell after ``||`` (examples)."""

    cells: tuple[Cell, ...]
    split: int | None = None
    span: Span = _span()


@attrs.frozen
class Grid:
    """The lines of a table in order, the head first; all rows are padded to one width."""

    rows: tuple[Row, ...]
    span: Span = _span()


# --- clauses -------------------------------------------------------------------------


class NoteWord(enum.Enum):
    """Provenance that may stand on any part."""

    SOURCE = "source"
    CHOSEN = "chosen"
    NOTE = "note"
    OWNER = "owner"


@attrs.frozen
class NoteClause:
    """``source "第六条"``, ``chosen "why"``, ``note "…"``, ``owner finance``."""

    word: NoteWord
    text: str
    quoted: bool = attrs.field(default=True, eq=False)
    span: Span = _span()


@attrs.frozen
class AllowClause:
    """``allow W0401 because "…"``."""

    code: str
    because: str
    span: Span = _span()


@attrs.frozen
class MaxClause:
    """``max 20``: a claim about the points of a part."""

    value: Expr
    span: Span = _span()


@attrs.frozen
class WeightClause:
    """``weight 40%``."""

    value: Expr
    span: Span = _span()


@attrs.frozen
class LimitClause:
    """``at least 0`` (扣完为止), ``at most 5``, ``limited to 0..1``: a limit that acts."""

    low: Expr | None = None
    high: Expr | None = None
    span: Span = _span()


@attrs.frozen
class RoundClause:
    """``round 0.1``, ``round 0.00001 then 0.1 up``; no steps: ``round exact``."""

    steps: tuple[RoundStep, ...]
    span: Span = _span()


class MissingWord(enum.Enum):
    """What happens to a part that could not be rated."""

    POINTS = "points"
    REJECT = "reject"
    WORST = "worst"
    LOWEST = "lowest points"
    HIGHEST = "highest points"
    LEAVE_OUT = "leave out"


@attrs.frozen
class MissingClause:
    """``if missing: 0``, ``if missing: leave out, at least 60%`` (the minimum coverage)."""

    word: MissingWord
    points: Expr | None = None
    coverage: Expr | None = None
    span: Span = _span()


class ElseWord(enum.Enum):
    """What stands in for a part that does not apply."""

    RESCALE = "rescale"
    FULL_MARKS = "full marks"
    ZERO = "0"


@attrs.frozen
class AppliesClause:
    """``applies when trade is export, else rescale``; nothing behind it: ``None``."""

    condition: Expr
    otherwise: ElseWord | None
    span: Span = _span()


class CombineWord(enum.Enum):
    """How a group or the total takes its children together."""

    SUM = "sum"
    WEIGHTED = "weighted"
    MEAN = "mean"
    LOWEST = "lowest"
    HIGHEST = "highest"
    PRODUCT = "product"
    GEOMETRIC_MEAN = "geometric mean"


@attrs.frozen
class CombineClause:
    """``weighted``, ``geometric mean`` and their like."""

    word: CombineWord
    span: Span = _span()


@attrs.frozen
class TiesClause:
    """``ties up``: equal records all get the better grade; ``ties down``: the lower one."""

    up: bool
    span: Span = _span()


@attrs.frozen
class AmongClause:
    """``by kind``: shares of the ranking among the records of one value."""

    name: Name
    span: Span = _span()


@attrs.frozen
class KeepClause:
    """``best 3 of``: only the highest count; ``drop lowest 1``: all but the lowest do."""

    best: bool
    count: int
    span: Span = _span()


@attrs.frozen
class PairsClause:
    """``weights from pairs``: the body of the group holds the grid.

    With ``by trade`` it holds a grid for each value, which stands in the first cell.
    """

    grid: Grid
    by: Name | None = None
    span: Span = _span()


class ModeWord(enum.Enum):
    """How the lines of a block are read where they are conditions."""

    FIRST = "first that holds"
    ALL = "all that hold"


@attrs.frozen
class ModeClause:
    """``first that holds`` or ``all that hold``."""

    word: ModeWord
    span: Span = _span()


@attrs.frozen
class ScaleClause:
    """``scale abc``: the levels this part uses."""

    name: Name
    span: Span = _span()


@attrs.frozen
class SegmentClause:
    """``by sex``: the columns of the grid are values of this field."""

    name: Name
    span: Span = _span()


@attrs.frozen
class LimitsClause:
    """``limits by industry, at least`` or ``limits by industry from "标准值.csv", at most``."""

    by: Name
    op: CompareOp
    path: Text | None = None
    span: Span = _span()


@attrs.frozen
class LimitsFromClause:
    """``limits from "标准值.csv"``: the grid of the indicator is in this file."""

    path: Text
    span: Span = _span()


@attrs.frozen
class CountsClause:
    """``counts (a, b, c)``: the subject is the number of criteria that hold."""

    conditions: tuple[Expr, ...]
    span: Span = _span()


class EachWord(enum.Enum):
    """How a step that is only begun counts."""

    STARTED = "started"
    FULL = "full"
    PRO_RATA = "pro rata"


@attrs.frozen
class StepClause:
    """``less 1 for each started 10万 below 100万``, ``plus 1 for each patent``.

    ``amount`` points a step, ``minus`` for less; ``step`` is its size (``None``: one);
    ``each`` is ``None`` where no word was written. The distance is measured from
    ``reference`` on the side ``above``; where ``reference`` is ``None`` it is ``measured``
    itself (per occurrence). ``measured`` is ``None`` where it is the subject of the indicator.
    """

    minus: bool
    amount: Expr
    step: NumberExpr | None = None
    each: EachWord | None = None
    above: bool | None = None
    reference: Expr | None = None
    measured: Expr | None = None
    limit: LimitClause | None = None
    span: Span = _span()


@attrs.frozen
class FlagClause:
    """``flag watch``."""

    name: Name
    span: Span = _span()


@attrs.frozen
class ReasonClause:
    """``reason RC1`` or ``reason RC1 "in words"``: the reason code of a part or a branch."""

    code: str
    text: str | None = None
    span: Span = _span()


@attrs.frozen
class BaselineClause:
    """``baseline 18``, the points that reason codes compare with."""

    value: Expr
    span: Span = _span()


@attrs.frozen
class ReasonsClause:
    """``reasons points below, first 3``: how reason codes are chosen."""

    above: bool
    count: int | None = None
    span: Span = _span()


@attrs.frozen
class ActionClause:
    """``action "…"``."""

    text: str
    span: Span = _span()


@attrs.frozen
class BecauseClause:
    """``because "…"``."""

    text: str
    span: Span = _span()


@attrs.frozen
class UntilClause:
    """``until 2026-12-31``, ``until valid_to``: a day, or the field that holds it."""

    date: DateExpr | Name
    span: Span = _span()


@attrs.frozen
class NeedsClause:
    """``needs debt full, points of x >= 5``: each must hold, else the next line is tried."""

    conditions: tuple[Expr, ...]
    span: Span = _span()


@attrs.frozen
class CoversClause:
    """``covers 偿债能力``."""

    names: tuple[Name, ...]
    span: Span = _span()


@attrs.frozen
class UnitClause:
    """``in 万元``, ``in %``: the unit of a column, or of a printed result."""

    multiplier: str | None = None
    unit: str | None = None
    span: Span = _span()


Clause = (
    NoteClause
    | AllowClause
    | MaxClause
    | WeightClause
    | LimitClause
    | RoundClause
    | MissingClause
    | AppliesClause
    | CombineClause
    | KeepClause
    | TiesClause
    | AmongClause
    | PairsClause
    | ModeClause
    | ScaleClause
    | SegmentClause
    | LimitsClause
    | LimitsFromClause
    | CountsClause
    | StepClause
    | FlagClause
    | ReasonClause
    | BaselineClause
    | ReasonsClause
    | ActionClause
    | BecauseClause
    | UntilClause
    | NeedsClause
    | CoversClause
    | UnitClause
)


# --- branches ------------------------------------------------------------------------


@attrs.frozen
class RangeGuard:
    """A limit or a range of the subject."""

    range: RangeDecl
    span: Span = _span()


@attrs.frozen
class ValuesGuard:
    """``a, b``: values of the subject."""

    values: tuple[Expr, ...]
    span: Span = _span()


@attrs.frozen
class WhenGuard:
    """``when c``."""

    condition: Expr
    span: Span = _span()


@attrs.frozen
class AlwaysGuard:
    """An item of ``all that hold`` without a condition (``1 for each patent``)."""

    span: Span = _span()


@attrs.frozen
class OtherwiseGuard:
    """``otherwise``."""

    span: Span = _span()


@attrs.frozen
class MissingGuard:
    """``missing``."""

    span: Span = _span()


@attrs.frozen
class SpecialGuard:
    """``special -9, -8``: values of the field that are no numbers."""

    codes: tuple[Expr, ...]
    span: Span = _span()


@attrs.frozen
class ShareGuard:
    """``top 20%``, ``next 70%``: a share of the ranking."""

    is_next: bool
    share: NumberExpr
    span: Span = _span()


Guard = (
    ShareGuard
    | RangeGuard
    | ValuesGuard
    | WhenGuard
    | AlwaysGuard
    | OtherwiseGuard
    | MissingGuard
    | SpecialGuard
)


@attrs.frozen
class PointsOutcome:
    """Points, or the name of a level of the scale; steps and limits stand in the clauses."""

    value: Expr
    span: Span = _span()


@attrs.frozen
class FullOutcome:
    """``full``, or ``80% of full``."""

    share: Expr | None = None
    span: Span = _span()


@attrs.frozen
class LinearOutcome:
    """``linear 8 to 10``: from the low end of the band to its high end."""

    low: Expr
    high: Expr
    span: Span = _span()


@attrs.frozen
class WithinOutcome:
    """``10..15``: where the given rating must lie."""

    range: RangeDecl
    span: Span = _span()


@attrs.frozen
class NotRatableOutcome:
    """``not ratable "…"``."""

    reason: str
    span: Span = _span()


OutcomeDecl = PointsOutcome | FullOutcome | LinearOutcome | WithinOutcome | NotRatableOutcome


@attrs.frozen
class BranchDecl:
    """One line of a block: ``>= 20% : 20``, ``A when c, flag watch``, ``otherwise : 0``."""

    guard: Guard
    outcome: OutcomeDecl
    clauses: tuple[Clause, ...] = ()
    span: Span = _span()


# --- bodies of indicators ------------------------------------------------------------


@attrs.frozen
class BranchesBody:
    """``{ … }`` with a branch on each line."""

    branches: tuple[BranchDecl, ...]
    span: Span = _span()


@attrs.frozen
class FormulaBody:
    """``= severity * 2``, ``= 20, less 2 for each …`` (steps are clauses of the indicator)."""

    value: Expr
    span: Span = _span()


@attrs.frozen
class WithinBody:
    """``= strength within strength_level { large : 10..15 … }``."""

    value: Expr
    level: Expr
    branches: tuple[BranchDecl, ...]
    span: Span = _span()


@attrs.frozen
class LinearBody:
    """``= linear from 20 to 85``: 0 at ``low`` and 1 (or full marks) at ``high``."""

    low: Expr
    high: Expr
    span: Span = _span()


@attrs.frozen
class GridBody:
    """``{ | … | }``: bands by segment, limits by segment, or a lookup."""

    grid: Grid
    span: Span = _span()


IndicatorBody = BranchesBody | FormulaBody | WithinBody | LinearBody | GridBody


# --- declarations --------------------------------------------------------------------


@attrs.frozen
class VersionDecl:
    """``version "2025", effective from 2025-01-01 to 2025-12-31, by order_date``.

    Both days are included; ``day_field`` is the field of the record that picks the version.
    """

    version: str | None
    first_day: DateExpr | None = None
    last_day: DateExpr | None = None
    day_field: Name | None = None
    span: Span = _span()


@attrs.frozen
class ElementsDecl:
    """``elements 偿债能力, 盈利能力``; ``measurable`` asks that every level is described."""

    names: tuple[Name, ...]
    measurable: bool = False
    span: Span = _span()


@attrs.frozen
class UseDecl:
    """``use "bank-scale" grades``, ``use "post.rubric" as post { level = post_level }``."""

    path: Text
    part: str | None = None
    alias: Name | None = None
    mapping: tuple[tuple[Name, Expr], ...] = ()
    span: Span = _span()


@attrs.frozen
class ExtendsDecl:
    """``extends "base.rubric"``."""

    path: Text
    span: Span = _span()


@attrs.frozen
class ReplaceDecl:
    """``replace indicator x { … }``."""

    item: (
        IndicatorDecl
        | GroupDecl
        | LetDecl
        | TableDecl
        | ScaleDecl
        | GradesDecl
        | ResultDecl
        | OverrideDecl
        | ScoreDecl
        | TotalDecl
    )
    span: Span = _span()


class TypeWord(enum.Enum):
    """The types of fields."""

    TEXT = "text"
    NUMBER = "number"
    INTEGER = "integer"
    PERCENT = "percent"
    MONEY = "money"
    DATE = "date"
    PERIOD = "period"
    YES_NO = "yes/no"
    RATING = "rating"
    CATEGORY = "category"


@attrs.frozen
class CategoryValue:
    """``domestic "内销"`` with other spellings: ``also "国内"``."""

    name: Name
    label: str | None = None
    also: tuple[str, ...] = ()
    span: Span = _span()


@attrs.frozen
class RaterGroup:
    """``peer 30% (mean, at least 3, drop highest and lowest)``."""

    name: Name
    weight: Expr | None = None
    combine: str | None = None
    quorum: int | None = None
    drop_ends: bool = False
    span: Span = _span()


@attrs.frozen
class RatedBy:
    """``rated by self 20%, peer 30% (mean, at least 3), teacher 50%``."""

    groups: tuple[RaterGroup, ...]
    combine: str | None = None
    quorum: int | None = None
    drop_ends: bool = False
    span: Span = _span()


@attrs.frozen
class SpecialValue:
    """``special -9 "no bureau record"``: a value of the column that is no number."""

    code: Expr
    label: str | None = None
    span: Span = _span()


@attrs.frozen
class FieldDecl:
    """One field of the record.

    ``domain`` is its range; ``step`` the step of its values (``step 0.5``);
    ``decimals`` where the number of decimals is limited; ``values`` and ``ordered`` belong
    to a category (ordered: best first); ``blank_means`` and ``blank_also`` say how blanks
    read, ``specials`` which values are none; ``last_label`` is set where ``and last year "…"``
    asks for the last period's value.
    """

    name: Name
    type: TypeWord
    label: str | None = None
    is_key: bool = False
    is_required: bool = False
    domain: RangeDecl | None = None
    step: NumberExpr | None = None
    decimals: int | None = None
    values: tuple[CategoryValue, ...] = ()
    ordered: bool = False
    unit: UnitClause | None = None
    also: tuple[str, ...] = ()
    blank_means: Expr | None = None
    blank_also: tuple[str, ...] = ()
    specials: tuple[SpecialValue, ...] = ()
    has_last: bool = False
    last_label: str | None = None
    rated_by: RatedBy | None = None
    clauses: tuple[Clause, ...] = ()
    span: Span = _span()


@attrs.frozen
class RecordRuleDecl:
    """``rule rejected <= lots "…"``."""

    condition: Expr
    text: str | None = None
    span: Span = _span()


@attrs.frozen
class RecordDecl:
    """``record { … }``."""

    items: tuple[FieldDecl | RecordRuleDecl, ...]
    span: Span = _span()


@attrs.frozen
class LetDecl:
    """``let margin = …``."""

    name: Name
    value: Expr
    label: str | None = None
    clauses: tuple[Clause, ...] = ()
    span: Span = _span()


@attrs.frozen
class ScaleLevel:
    """``A "优" : 100%``."""

    name: Name
    share: Expr
    label: str | None = None
    clauses: tuple[Clause, ...] = ()
    span: Span = _span()


@attrs.frozen
class ScaleDecl:
    """``scale abc { … }``."""

    name: Name
    levels: tuple[ScaleLevel, ...]
    label: str | None = None
    clauses: tuple[Clause, ...] = ()
    span: Span = _span()


@attrs.frozen
class TableDecl:
    """``table pr gives number { … }``, ``table ap gives H > M > L, worst first { … }``.

    ``gives`` is empty where it gives a number; ``worst_first`` turns the order of the names.
    """

    name: Name
    gives: tuple[CategoryValue, ...]
    grid: Grid
    ordered: bool = False
    worst_first: bool = False
    label: str | None = None
    clauses: tuple[Clause, ...] = ()
    span: Span = _span()


@attrs.frozen
class BaseDecl:
    """``base 447``."""

    value: Expr
    clauses: tuple[Clause, ...] = ()
    span: Span = _span()


@attrs.frozen
class TotalDecl:
    """``total 0..100, round 0.1``, ``total = NAME``, ``no total`` (``is_none``)."""

    range: RangeDecl | None = None
    value: Expr | None = None
    is_none: bool = False
    clauses: tuple[Clause, ...] = ()
    span: Span = _span()


@attrs.frozen
class IndicatorDecl:
    """``indicator margin_points "毛利率" of margin, max 20 { … }``.

    ``clauses`` are all clauses, before the body and behind it, in the order of the text.
    """

    name: Name
    label: str | None = None
    subject: Expr | None = None
    clauses: tuple[Clause, ...] = ()
    body: IndicatorBody | None = None
    span: Span = _span()


@attrs.frozen
class GroupDecl:
    """``group payment "货款", max 50 { … }``."""

    name: Name
    items: tuple[Item, ...]
    label: str | None = None
    clauses: tuple[Clause, ...] = ()
    span: Span = _span()


@attrs.frozen
class ScoreDecl:
    """``score rpn = severity * occurrence * detection, round exact``."""

    name: Name
    value: Expr
    label: str | None = None
    clauses: tuple[Clause, ...] = ()
    span: Span = _span()


@attrs.frozen
class GradeLine:
    """``AAA >= 90, needs debt full``, ``honest when …``, ``C otherwise : action "…"``."""

    name: Name
    guard: Guard
    label: str | None = None
    clauses: tuple[Clause, ...] = ()
    span: Span = _span()


@attrs.frozen
class GradesDecl:
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
    span: Span = _span()

    @property
    def is_forced(self) -> bool:
        """Whether its grades are shares of the ranking."""
        return any(isinstance(line.guard, ShareGuard) for line in self.lines)


@attrs.frozen
class EligibilityDecl:
    """``not ratable when years < 1 "…"``."""

    condition: Expr
    reason: str
    clauses: tuple[Clause, ...] = ()
    span: Span = _span()


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


@attrs.frozen
class Effect:
    """``grade D``, ``no better than C``, ``up 1``, ``flag review``, or the text of a ``zero``."""

    word: EffectWord
    name: Name | None = None
    count: int | None = None
    text: str | None = None
    span: Span = _span()


@attrs.frozen
class OverrideDecl:
    """``cap high_debt when c : no better than A``; for ``zero`` the name is the part's."""

    word: OverrideWord
    name: Name
    condition: Expr
    effects: tuple[Effect, ...] = ()
    label: str | None = None
    clauses: tuple[Clause, ...] = ()
    span: Span = _span()


@attrs.frozen
class ResultDecl:
    """``result limit = by grade { … }``."""

    name: Name
    value: Expr
    label: str | None = None
    clauses: tuple[Clause, ...] = ()
    span: Span = _span()


@attrs.frozen
class MonotonePromise:
    """``promise total never falls as margin rises``."""

    subject: Expr
    never_falls: bool
    field: Name
    rises: bool
    span: Span = _span()


@attrs.frozen
class GradePromise:
    """``promise grade no better than B when return_rate > 30%``."""

    better: bool
    grade: Name
    condition: Expr | None
    span: Span = _span()


@attrs.frozen
class ReachPromise:
    """``promise every grade can be reached``, or one ``grade``."""

    grade: Name | None
    span: Span = _span()


@attrs.frozen
class ConditionPromise:
    """``promise total >= 60 when key_account is yes``."""

    claim: Expr
    condition: Expr | None
    span: Span = _span()


Promise = MonotonePromise | GradePromise | ReachPromise | ConditionPromise


@attrs.frozen
class PromiseDecl:
    """One promise with its notes."""

    promise: Promise
    clauses: tuple[Clause, ...] = ()
    span: Span = _span()


@attrs.frozen
class Given:
    """``trade = export``; no value: ``days_late = missing``.

    ``last profit = 5`` has the name ``last profit``, the day of the evaluation ``as_of``.

    ``attitude (peer) = (8, 9, 7)`` gives several ratings, ``more`` are those after the first.
    """

    name: Name
    value: Expr | None
    group: Name | None = None
    more: tuple[Expr, ...] = ()
    span: Span = _span()


class ExpectWord(enum.Enum):
    """What an example expects of the outcome."""

    VALUE = "value"
    REJECTED = "rejected"
    NOT_RATABLE = "not ratable"
    FLAGS = "flags"
    MISSING = "missing"


@attrs.frozen
class Expectation:
    """``total = 87.5``, ``rejected strength``, ``flags review``, ``not ratable`` and the like.

    For a value ``name`` is ``total``, ``grade``, a part, a score, a class or a result, and
    ``value`` is ``None`` where it is expected to be missing. ``names`` belong to the others.
    """

    word: ExpectWord
    name: Name | None = None
    value: Expr | None = None
    names: tuple[Name, ...] = ()
    span: Span = _span()


@attrs.frozen
class Assumption:
    """``assume mean of x by y { retail : 15% }`` or ``assume mean of x = 12%``."""

    population: PopulationExpr
    value: Expr
    span: Span = _span()


@attrs.frozen
class ExampleDecl:
    """``example good_customer "…" { given …  expect … }``, ``example b from a { … }``."""

    name: Name
    label: str | None = None
    base: Name | None = None
    given: tuple[Given, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    expected: tuple[Expectation, ...] = ()
    clauses: tuple[Clause, ...] = ()
    span: Span = _span()


@attrs.frozen
class ExamplesDecl:
    """``examples from good_customer { | case | … || … | }``."""

    grid: Grid
    base: Name | None = None
    clauses: tuple[Clause, ...] = ()
    span: Span = _span()


Item = (
    VersionDecl
    | NoteClause
    | AllowClause
    | MissingClause
    | ReasonsClause
    | RoundClause
    | CombineClause
    | ElementsDecl
    | UseDecl
    | ExtendsDecl
    | ReplaceDecl
    | RecordDecl
    | LetDecl
    | ScaleDecl
    | TableDecl
    | BaseDecl
    | TotalDecl
    | IndicatorDecl
    | GroupDecl
    | ScoreDecl
    | GradesDecl
    | EligibilityDecl
    | OverrideDecl
    | ResultDecl
    | PromiseDecl
    | ExampleDecl
    | ExamplesDecl
)


class Vocabulary(enum.Enum):
    """The keywords a file is written in, by its first keyword."""

    ENGLISH = "en"
    CHINESE = "zh"


@attrs.frozen
class Comment:
    """``# …`` with its place; ``own_line`` where nothing else stands on its line."""

    text: str
    own_line: bool
    span: Span = _span()


@attrs.frozen
class RubricDecl:
    """A whole file: ``rubric customer_rating "客户评级规定" { … }``."""

    name: Name
    items: tuple[Item, ...]
    label: str | None = None
    vocabulary: Vocabulary = attrs.field(default=Vocabulary.ENGLISH, eq=False)
    comments: tuple[Comment, ...] = attrs.field(default=(), eq=False)
    source: SourceText | None = attrs.field(default=None, eq=False, repr=False)
    others: tuple[SourceText, ...] = attrs.field(default=(), eq=False, repr=False)
    span: Span = _span()
