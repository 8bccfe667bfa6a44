"""Clauses: what is said of a part, a total or a line behind its name."""

from __future__ import annotations

import enum

import attrs

from scorelang.source.span import Span
from scorelang.source.structure import Structure
from scorelang.syntax.ast.conditions import CompareOp
from scorelang.syntax.ast.expressions import DateExpr, Expr, NumberExpr, RoundStep
from scorelang.syntax.ast.ranges import Grid
from scorelang.syntax.ast.words import Name, Text, spanned


class NoteWord(enum.Enum):
    """Provenance that may stand on any part."""

    SOURCE = "source"
    CHOSEN = "chosen"
    NOTE = "note"
    OWNER = "owner"


@attrs.frozen(eq=False, repr=False)
class NoteClause(Structure):
    """``source "第六条"``, ``chosen "why"``, ``note "…"``, ``owner finance``."""

    word: NoteWord
    text: str
    quoted: bool = attrs.field(default=True, eq=False)
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class AllowClause(Structure):
    """``allow W0401 because "…"``."""

    code: str
    because: str
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class MaxClause(Structure):
    """``max 20``: a claim about the points of a part."""

    value: Expr
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class WeightClause(Structure):
    """``weight 40%``."""

    value: Expr
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class LimitClause(Structure):
    """``at least 0`` (扣完为止), ``at most 5``, ``limited to 0..1``: a limit that acts."""

    low: Expr | None = None
    high: Expr | None = None
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class RoundClause(Structure):
    """``round 0.1``, ``round 0.00001 then 0.1 up``; no steps: ``round exact``."""

    steps: tuple[RoundStep, ...]
    span: Span = spanned()


class MissingWord(enum.Enum):
    """What happens to a part that could not be rated."""

    POINTS = "points"
    REJECT = "reject"
    WORST = "worst"
    LOWEST = "lowest points"
    HIGHEST = "highest points"
    LEAVE_OUT = "leave out"


@attrs.frozen(eq=False, repr=False)
class MissingClause(Structure):
    """``if missing: 0``, ``if missing: leave out, at least 60%`` (the minimum coverage)."""

    word: MissingWord
    points: Expr | None = None
    coverage: Expr | None = None
    span: Span = spanned()


class ElseWord(enum.Enum):
    """What stands in for a part that does not apply."""

    RESCALE = "rescale"
    FULL_MARKS = "full marks"
    ZERO = "0"


@attrs.frozen(eq=False, repr=False)
class AppliesClause(Structure):
    """``applies when trade is export, else rescale``; nothing behind it: ``None``."""

    condition: Expr
    otherwise: ElseWord | None
    span: Span = spanned()


class CombineWord(enum.Enum):
    """How a group or the total takes its children together."""

    SUM = "sum"
    WEIGHTED = "weighted"
    MEAN = "mean"
    LOWEST = "lowest"
    HIGHEST = "highest"
    PRODUCT = "product"
    GEOMETRIC_MEAN = "geometric mean"


@attrs.frozen(eq=False, repr=False)
class CombineClause(Structure):
    """``weighted``, ``geometric mean`` and their like."""

    word: CombineWord
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class TiesClause(Structure):
    """``ties up``: equal records all get the better grade; ``ties down``: the lower one."""

    up: bool
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class AmongClause(Structure):
    """``by kind``: shares of the ranking among the records of one value."""

    name: Name
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class KeepClause(Structure):
    """``best 3 of``: only the highest count; ``drop lowest 1``: all but the lowest do."""

    best: bool
    count: int
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class PairsClause(Structure):
    """``weights from pairs``: the body of the group holds the grid.

    With ``by trade`` it holds a grid for each value, which stands in the first cell.
    """

    grid: Grid
    by: Name | None = None
    span: Span = spanned()


class ModeWord(enum.Enum):
    """How the lines of a block are read where they are conditions."""

    FIRST = "first that holds"
    ALL = "all that hold"


@attrs.frozen(eq=False, repr=False)
class ModeClause(Structure):
    """``first that holds`` or ``all that hold``."""

    word: ModeWord
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class ScaleClause(Structure):
    """``scale abc``: the levels this part uses."""

    name: Name
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class SegmentClause(Structure):
    """``by sex``: the columns of the grid are values of this field."""

    name: Name
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class LimitsClause(Structure):
    """``limits by industry, at least`` or ``limits by industry from "标准值.csv", at most``."""

    by: Name
    op: CompareOp
    path: Text | None = None
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class LimitsFromClause(Structure):
    """``limits from "标准值.csv"``: the grid of the indicator is in this file."""

    path: Text
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class CountsClause(Structure):
    """``counts (a, b, c)``: the subject is the number of criteria that hold."""

    conditions: tuple[Expr, ...]
    span: Span = spanned()


class EachWord(enum.Enum):
    """How a step that is only begun counts."""

    STARTED = "started"
    FULL = "full"
    PRO_RATA = "pro rata"


@attrs.frozen(eq=False, repr=False)
class StepClause(Structure):
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
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class FlagClause(Structure):
    """``flag watch``."""

    name: Name
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class ReasonClause(Structure):
    """``reason RC1`` or ``reason RC1 "in words"``: the reason code of a part or a branch."""

    code: str
    text: str | None = None
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class BaselineClause(Structure):
    """``baseline 18``, the points that reason codes compare with."""

    value: Expr
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class ReasonsClause(Structure):
    """``reasons points below, first 3``: how reason codes are chosen."""

    above: bool
    count: int | None = None
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class ActionClause(Structure):
    """``action "…"``."""

    text: str
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class BecauseClause(Structure):
    """``because "…"``."""

    text: str
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class UntilClause(Structure):
    """``until 2026-12-31``, ``until valid_to``: a day, or the field that holds it."""

    date: DateExpr | Name
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class NeedsClause(Structure):
    """``needs debt full, points of x >= 5``: each must hold, else the next line is tried."""

    conditions: tuple[Expr, ...]
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class CoversClause(Structure):
    """``covers 偿债能力``."""

    names: tuple[Name, ...]
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class UnitClause(Structure):
    """``in 万元``, ``in %``: the unit of a column, or of a printed result."""

    multiplier: str | None = None
    unit: str | None = None
    span: Span = spanned()


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
