"""The checked rubric: parts, total, gradings, overrides, results."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from fractions import Fraction

import attrs

from scorelang.model.expressions import Expr
from scorelang.model.fields import Field
from scorelang.model.rules import ReasonCode, Rule, Table
from scorelang.model.types import Value, ValueType
from scorelang.model.wording import Wording
from scorelang.numeric.interval import Interval
from scorelang.numeric.rounding import Rounding
from scorelang.source.span import Span
from scorelang.source.structure import Structure


def _place() -> Span | None:
    found: Span | None = attrs.field(default=None, kw_only=True, eq=False, repr=False)
    return found


@attrs.frozen(eq=False, repr=False)
class Let(Structure):
    """A derived value; never rounded. ``limits`` are the numbers it is compared with anywhere.

    ``is_read`` is set where the file reads it at all: a constant may have become a limit.
    """

    name: str
    value: Expr
    type: ValueType
    label: str | None = None
    limits: tuple[Fraction, ...] = ()
    is_read: bool = False
    span: Span | None = _place()


class IfMissing(enum.Enum):
    """What happens where an indicator cannot be rated."""

    POINTS = "points"
    REJECT = "reject"
    WORST = "worst"
    LOWEST = "lowest points"
    HIGHEST = "highest points"
    LEAVE_OUT = "leave out"

    @property
    def is_end(self) -> bool:
        """Whether the indicator gets one end of its points."""
        return self in {IfMissing.WORST, IfMissing.LOWEST, IfMissing.HIGHEST}

    @property
    def gives_points(self) -> bool:
        """Whether the indicator gets points all the same."""
        return self is IfMissing.POINTS or self.is_end


@attrs.frozen(eq=False, repr=False)
class MissingPolicy(Structure):
    """The policy, with its points where it gives some.

    ``covers_gaps``: it acts too where a list or a count stands although a criterion is open;
    ``ends`` are then what each line of a list gives while it is open (``None``: no limit),
    ``open_counts`` says how many criteria counts have, ``is_low`` which end was asked for.
    """

    policy: IfMissing
    points: Fraction = Fraction(0)
    is_default: bool = True
    covers_gaps: bool = False
    ends: tuple[Fraction | None, ...] = ()
    open_counts: int = 0
    is_low: bool = True


class IfNotApplying(enum.Enum):
    """What stands in for a part that does not apply."""

    RESCALE = "rescale"
    FULL_MARKS = "full marks"
    ZERO = "0"


@attrs.frozen(eq=False, repr=False)
class Applies(Structure):
    """The condition under which a part applies; undecided counts as applying."""

    condition: Expr
    otherwise: IfNotApplying


@attrs.frozen(eq=False, repr=False)
class Range(Structure):
    """The points a part can have; ``None``: open on that side."""

    low: Fraction | None
    high: Fraction | None


@attrs.frozen(eq=False, repr=False)
class Indicator(Structure):
    """One indicator.

    ``full`` are its full marks: the declared maximum, else the upper end of ``range``;
    ``None`` where that is open. ``declared_max`` is the claim as written. ``roundings``
    are applied in turn; empty: exact. ``weight`` is a share of one in a weighted group.
    ``covers`` are the elements it judges; ``flags`` are raised wherever it is rated.
    """

    name: str
    rule: Rule
    range: Range
    full: Fraction | None
    roundings: tuple[Rounding, ...]
    missing: MissingPolicy
    label: str | None = None
    declared_max: Fraction | None = None
    weight: Expr | None = None
    applies: Applies | None = None
    baseline: Expr | None = None
    reason: ReasonCode | None = None
    owner: str | None = None
    covers: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    span: Span | None = _place()


class Combine(enum.Enum):
    """How children are taken together."""

    SUM = "sum"
    WEIGHTED = "weighted"
    MEAN = "mean"
    LOWEST = "lowest"
    HIGHEST = "highest"
    PRODUCT = "product"
    GEOMETRIC_MEAN = "geometric mean"


@attrs.frozen(eq=False, repr=False)
class Keep(Structure):
    """Which children count: the ``count`` highest, or all but the ``count`` lowest."""

    best: bool
    count: int

    def among(self, children: int) -> int:
        """Give how many of so many children count."""
        return min(self.count, children) if self.best else max(children - self.count, 1)


@attrs.frozen(eq=False, repr=False)
class Group(Structure):
    """Parts taken together.

    ``low`` and ``high`` are limits that act; ``least_coverage`` is the share of full marks
    that must be rated where children are left out. The total is a group too. Where the
    ``keep`` says which children count in a sum or mean; the others go for nothing. Where the
    weights come from pairs, ``consistency`` holds Saaty's ratio, for each value of the
    category they differ by (``None``: for all others).
    """

    name: str
    children: tuple[Part, ...]
    combine: Combine
    range: Range
    full: Fraction | None
    label: str | None = None
    declared_max: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    roundings: tuple[Rounding, ...] = ()
    weight: Expr | None = None
    applies: Applies | None = None
    least_coverage: Fraction | None = None
    owner: str | None = None
    covers: tuple[str, ...] = ()
    consistency: tuple[tuple[Value, Fraction], ...] = ()
    keep: Keep | None = None
    span: Span | None = _place()


Part = Indicator | Group


@attrs.frozen(eq=False, repr=False)
class Score(Structure):
    """A named score outside the total."""

    name: str
    value: Expr
    roundings: tuple[Rounding, ...]
    range: Range
    label: str | None = None
    span: Span | None = _place()


@attrs.frozen(eq=False, repr=False)
class Total(Structure):
    """The total: a group of parts with base points, or the value of a named score.

    ``root`` and ``score`` exclude each other. ``declared`` is the range as written.
    """

    range: Range
    roundings: tuple[Rounding, ...]
    root: Group | None = None
    score: str | None = None
    base: Fraction = Fraction(0)
    declared: Range | None = None
    span: Span | None = _place()

    @property
    def step(self) -> Fraction | None:
        """The step the total is rounded to at last; ``None`` where it is exact."""
        return self.roundings[-1].step if self.roundings else None


@attrs.frozen(eq=False, repr=False)
class GradeLine(Structure):
    """One grade: an interval of the score, or a condition, or neither (``otherwise``).

    Lines are tried in order. A line whose ``needs`` do not all hold passes on to the next;
    from there on the upper ends of intervals no longer count. A line for missing values
    (``is_missing``) is taken where the score or a condition before the first that holds is
    missing, wherever it stands. ``segment`` are the values of ``Grading.by`` it is for.
    """

    name: str
    text: str
    interval: Interval | None = None
    condition: Expr | None = None
    needs: tuple[Expr, ...] = ()
    needs_text: tuple[str, ...] = ()
    label: str | None = None
    action: str | None = None
    flags: tuple[str, ...] = ()
    note: str | None = None
    is_missing: bool = False
    segment: frozenset[Value] | None = None
    span: Span | None = _place()


@attrs.frozen(eq=False, repr=False)
class Grading(Structure):
    """The grades of the rubric (``name`` is ``None``) or a further class.

    ``order`` holds all names, best first. ``score`` is the named score or part that is
    read, ``None``: the total. ``value`` gives the grade directly where it is set; where
    that is the name of the highest of several scores, ``winners`` are their names. Where ``by``
    is set, each of its values has lines of its own.
    """

    order: tuple[str, ...]
    lines: tuple[GradeLine, ...] = ()
    name: str | None = None
    score: str | None = None
    value: Expr | None = None
    labels: tuple[str | None, ...] = ()
    label: str | None = None
    winners: tuple[str, ...] = ()
    by: Expr | None = None
    span: Span | None = _place()

    def lines_for(self, value: Value) -> tuple[GradeLine, ...]:
        """Give the lines that are for a value of the category the grading differs by."""
        return tuple(line for line in self.lines if line.segment is None or value in line.segment)


@attrs.frozen(eq=False, repr=False)
class Eligibility(Structure):
    """A condition under which a record is not ratable."""

    condition: Expr
    reason: str
    span: Span | None = _place()


class OverrideKind(enum.Enum):
    """Overrides by kind: zero acts on points, then floor, notch, cap, veto, flag in this order."""

    ZERO = "zero"
    FLOOR = "floor"
    NOTCH = "notch"
    CAP = "cap"
    VETO = "veto"
    FLAG = "flag"


@attrs.frozen(eq=False, repr=False)
class Override(Structure):
    """One override.

    ``floor`` (no worse than) and ``cap`` (no better than) are grades, ``steps`` is
    positive for up; a veto sets ``grade``; ``part`` belongs to ``ZERO``. It acts up to and
    with the day ``until``, or the day in the field ``until_field``; always where that is missing.
    """

    kind: OverrideKind
    name: str
    condition: Expr
    text: str
    grade: str | None = None
    cap: str | None = None
    floor: str | None = None
    steps: int = 0
    part: str | None = None
    flags: tuple[str, ...] = ()
    reason: str | None = None
    label: str | None = None
    owner: str | None = None
    until: dt.date | None = None
    until_field: str | None = None
    action: str | None = None
    span: Span | None = _place()


@attrs.frozen(eq=False, repr=False)
class Result(Structure):
    """A named value; a number is printed at ``rounding``, without one with at most 6 decimals.

    ``earlier`` are the roundings before that one, which ``value`` has in it already.
    """

    name: str
    value: Expr
    type: ValueType
    rounding: Rounding | None = None
    label: str | None = None
    earlier: tuple[Rounding, ...] = ()
    span: Span | None = _place()


@attrs.frozen(eq=False, repr=False)
class RecordRule(Structure):
    """A condition every record must meet; ``field`` is the first field it names."""

    condition: Expr
    field: str
    text: str
    message: str | None = None
    span: Span | None = _place()


class PopulationKind(enum.Enum):
    """What is taken over all scored records."""

    MEAN = "mean"
    MEDIAN = "median"
    LOWEST = "lowest"
    HIGHEST = "highest"
    QUANTILE = "quantile"
    COUNT = "count"
    RANK = "rank"
    PERCENT_RANK = "percent rank"
    CUMULATIVE_SHARE = "cumulative share"
    PLACE = "place"


PLACES = frozenset(
    {
        PopulationKind.RANK,
        PopulationKind.PERCENT_RANK,
        PopulationKind.CUMULATIVE_SHARE,
        PopulationKind.PLACE,
    }
)
"""Kinds that say where a record stands: they differ from record to record."""


class Manner(enum.Enum):
    """How ties share a rank, and where a quantile ends; the first is what is meant otherwise."""

    PLAIN = "plain"
    DENSE = "dense"
    AVERAGE = "average"
    EXCLUSIVE = "exclusive"
    TIES_UP = "ties up"
    TIES_DOWN = "ties down"


@attrs.frozen(eq=False, repr=False)
class Population(Structure):
    """A population value, named by its normal form (``mean of return_rate by customer_type``).

    ``after_scores`` is set where a key reads a score: only results may then use it. ``orders``
    are those of keys that are ordered categories, worst first, and empty for numbers.
    """

    name: str
    kind: PopulationKind
    keys: tuple[Expr, ...]
    by: Expr | None = None
    level: Fraction | None = None
    highest_first: bool = True
    after_scores: bool = False
    manner: Manner = Manner.PLAIN
    orders: tuple[tuple[str, ...], ...] = ()
    decides_grade: bool = False
    text: str = attrs.field(default="", eq=False)
    span: Span | None = _place()

    @property
    def said(self) -> str:
        """Give the words of the policy, for people; the name is for programs."""
        return self.text or self.name

    def ranked(self, keys: tuple[Value, ...]) -> tuple[Value, ...]:
        """Give keys as they compare: an ordered category by its place in the order."""
        if not any(self.orders):
            return keys
        return tuple(
            Fraction(order.index(key)) if isinstance(key, str) and key in order else key
            for key, order in zip(keys, self.orders, strict=True)
        )


@attrs.frozen(eq=False, repr=False)
class Expected(Structure):
    """What an example expects.

    ``kind`` is ``total``, ``grade``, ``score``, ``class``, ``result``, ``level``, ``rejected``,
    ``not ratable``, ``flags`` or ``missing``; ``names`` belong to the last four.
    """

    kind: str
    name: str | None = None
    value: Value = None
    names: tuple[str, ...] = ()
    span: Span | None = _place()


@attrs.frozen(eq=False, repr=False)
class Example(Structure):
    """A record with what it must give.

    ``texts`` are the cells by field, written as in a CSV file, so that an example is read
    like any record (rejected ones too). ``assumed`` gives population values by name: pairs
    of category value (``None``: all) and value. ``as_of`` is the day of the evaluation.
    """

    name: str
    texts: Mapping[str, str]
    expected: tuple[Expected, ...]
    assumed: tuple[tuple[str, tuple[tuple[Value, Value], ...]], ...] = ()
    label: str | None = None
    as_of: dt.date | None = None
    span: Span | None = _place()


class NoteKind(enum.Enum):
    """Provenance."""

    SOURCE = "source"
    CHOSEN = "chosen"
    NOTE = "note"
    OWNER = "owner"


@attrs.frozen(eq=False, repr=False)
class Note(Structure):
    """A note on a part: ``part`` is its name, or the name of the rubric."""

    kind: NoteKind
    part: str
    text: str
    span: Span | None = _place()


@attrs.frozen(eq=False, repr=False)
class ReasonOrder(Structure):
    """How reason codes are chosen: by points below (or above) the baseline, at most ``count``."""

    above: bool = False
    count: int | None = None


@attrs.frozen(eq=False, repr=False)
class UsedRubric(Structure):
    """Another rubric whose scores are read under ``alias``.

    ``fields`` says for each of its fields which value of this rubric's record it gets.
    """

    alias: str
    rubric: CheckedRubric
    fields: tuple[tuple[str, Expr], ...]
    span: Span | None = _place()


@attrs.frozen(eq=False, repr=False)
class CheckedRubric(Structure):
    """A rubric that compiles; it scores every record whose fields are valid.

    ``lets`` and ``results`` stand in an order in which each reads only earlier ones;
    ``parts`` are the top-level parts, ``scores`` likewise ordered. The rubric is in force
    from ``first_day`` to ``last_day``, both included, by the date in ``day_field`` (``None``:
    the day of the evaluation). ``files`` are other files it was made from: path and SHA-256.
    ``base`` names the rubric it extends, ``replaced`` the parts it replaces, in words.
    ``wording`` is what the file says of each declaration; nothing is scored by it.
    """

    name: str
    fields: tuple[Field, ...]
    parts: tuple[Part, ...] = ()
    label: str | None = None
    version: str | None = None
    lets: tuple[Let, ...] = ()
    tables: tuple[Table, ...] = ()
    scores: tuple[Score, ...] = ()
    total: Total | None = None
    grading: Grading | None = None
    classes: tuple[Grading, ...] = ()
    eligibility: tuple[Eligibility, ...] = ()
    overrides: tuple[Override, ...] = ()
    results: tuple[Result, ...] = ()
    rules: tuple[RecordRule, ...] = ()
    populations: tuple[Population, ...] = ()
    reasons: ReasonOrder | None = None
    examples: tuple[Example, ...] = ()
    notes: tuple[Note, ...] = ()
    elements: tuple[str, ...] = ()
    used: tuple[UsedRubric, ...] = ()
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    day_field: str | None = None
    files: tuple[tuple[str, str], ...] = ()
    base: str | None = None
    replaced: tuple[str, ...] = ()
    wording: Wording = attrs.field(factory=Wording, kw_only=True, eq=False, repr=False)
    span: Span | None = _place()
