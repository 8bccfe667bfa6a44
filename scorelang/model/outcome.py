"""What any engine returns for a record: scores, and why they are what they are.

All numbers are exact. The ledger of a part adds up: the points of a group are the sum of
the contributions of its children and of its adjustments.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from scorelang.model.fields import Fault, Rating
from scorelang.model.types import Value
from scorelang.numeric.exact import show, to_decimal
from scorelang.source.span import Span


class Status(enum.Enum):
    """Whether a record has a score."""

    SCORED = "scored"
    NOT_RATABLE = "not ratable"


class PartStatus(enum.Enum):
    """How a part came by its points."""

    RATED = "rated"
    PARTLY = "partly rated"
    MISSING = "missing"
    NOT_APPLYING = "does not apply"


class AdjustmentKind(enum.Enum):
    """Why points differ from the sum of what the children give."""

    BASE = "base points"
    LIMIT = "limit"
    ROUNDING = "rounding"
    ZEROED = "scores nothing"
    FULL_MARKS = "full marks"
    COMBINED = "combined"
    KEPT = "kept as they are"


@attrs.frozen
class Adjustment:
    """An amount that is no child's."""

    kind: AdjustmentKind
    amount: Fraction


@attrs.frozen
class TakenItem:
    """A line of an additive list as written, with its points before limits.

    ``holds`` says whether it counts; ``None`` where missing values leave that open. The points
    of a line that does not count are those it would give, if these are known from the rubric.
    """

    text: str
    points: Fraction | None
    holds: bool | None = True


@attrs.frozen
class Stretched:
    """How parts were stretched because others are left out: what is rated, of how much.

    Both are full marks, or shares of the weight where the parts are weighted (``by_weight``).
    """

    rated: Fraction
    whole: Fraction
    by_weight: bool = False


@attrs.frozen
class PartOutcome:
    """One indicator or group.

    ``points`` are final (rounded), ``None`` where the part does not apply or is left out.
    ``contribution`` is what it adds to its parent, with ``factor`` for weight and rescaling:
    ``contribution = points * factor``. ``branch`` is the line that was taken, as written;
    ``compared`` the value it was read for. ``note`` says why it is missing. ``taken`` are the
    places of the lines that gave points, for coverage; ``items`` the lines of an additive list.
    ``stretched`` says how the children of a group were, where some of them are left out.
    """

    name: str
    is_group: bool
    status: PartStatus
    points: Fraction | None
    full: Fraction | None = None
    factor: Fraction = Fraction(1)
    contribution: Fraction = Fraction(0)
    level: str | None = None
    branch: str | None = None
    compared: Value = None
    note: str | None = None
    children: tuple[PartOutcome, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    taken: tuple[Span, ...] = attrs.field(default=(), eq=False, repr=False)
    items: tuple[TakenItem, ...] = ()
    stretched: Stretched | None = None


@attrs.frozen
class AppliedOverride:
    """An override whose condition held; the grade after equals the one before if it did nothing."""

    name: str
    kind: str
    before: str | None
    after: str | None
    reason: str | None = None


@attrs.frozen
class PassedOver:
    """A line of a grading whose limit or condition held, but not what it needs.

    ``grading`` is the name of a class (``None``: the grades of the rubric), ``line`` that of
    the grade that was not given, ``text`` its guard as written. ``needs`` are the needs that
    failed, as written; where ``is_open``, those that missing values left undecided.
    """

    grading: str | None
    line: str
    text: str
    needs: tuple[str, ...]
    is_open: bool = False


@attrs.frozen
class GivenReason:
    """A reason code with its indicator and the distance from the baseline.

    The distance is in counted points: after weight, rescaling and rounding.
    """

    code: str
    indicator: str
    difference: Fraction
    text: str | None = None


@attrs.frozen
class GroupRatings:
    """The ratings of one group; no value where there are too few."""

    name: str
    count: int
    value: Fraction | None = None
    weight: Fraction | None = None
    spread: Fraction | None = None


@attrs.frozen
class FieldRatings:
    """The ratings of one field: its value, and how far the raters lie apart.

    ``mean`` is the plain mean of all ratings, ``spread`` the highest less the lowest.
    ``note`` says why there is no value.
    """

    value: Fraction | None
    count: int
    mean: Fraction | None = None
    spread: Fraction | None = None
    outliers: tuple[Rating, ...] = ()
    groups: tuple[GroupRatings, ...] = ()
    note: str | None = None


@attrs.frozen
class UsedOutcome:
    """What a used rubric made of the record.

    ``values`` are those its fields got, ``points`` what may be read of it: missing where an
    indicator is not rated, whatever stands in for its points.
    """

    alias: str
    outcome: Outcome
    values: Mapping[str, Value]
    points: Mapping[str, Fraction | None]


@attrs.frozen(slots=False)  # without slots, so that what nobody has asked for can be left out
class Outcome:
    """The result of one record.

    ``scores`` holds every indicator, group and named score by name (``None``: does not
    apply, or missing); ``results`` every result and class. ``missing`` lists indicators
    that could not (fully) be rated, ``undecided`` names of conditions that missing values
    left open; ``grade``, or the name of a class, where no line could be chosen. ``notes``
    says why a name is missing, or is undecided. ``lets`` are the derived values,
    ``populations`` the values over all records this one was compared with. ``step`` is the
    step of the total. ``actions`` are those of lines and overrides that were taken (``None``:
    the rubric has none). ``grade_line`` is the line the grade by points was taken from, as
    written, ``class_lines`` those of classes: nothing where a line above failed its needs
    (``passed_over``) and the limit of the line that was taken does not hold.
    ``ratings`` are those of fields with raters, ``left_out`` ratings that could not be read.
    ``specials`` are the special values of fields, with what they mean.
    ``assumed`` are the fields whose cell is empty and that have the value a blank means,
    ``expired`` the overrides whose condition holds but whose time has passed.
    ``unrounded`` are the named scores before they were rounded, ``unlimited`` those that their
    limits changed, before these acted. ``stretched`` says how the parts of the total were.
    ``used`` are the outcomes of used rubrics; ``version`` is set where several versions ran.
    """

    row: int
    id: str | None
    status: Status
    total_exact: Fraction | None = None
    step: Fraction | None = None
    grade: str | None = None
    grade_before: str | None = None
    scores: Mapping[str, Fraction | None] = attrs.field(factory=dict)
    results: Mapping[str, Value] = attrs.field(factory=dict)
    flags: tuple[str, ...] = ()
    overrides: tuple[AppliedOverride, ...] = ()
    missing: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()
    levels: Mapping[str, str] = attrs.field(factory=dict)
    notes: Mapping[str, str] = attrs.field(factory=dict)
    specials: Mapping[str, str] = attrs.field(factory=dict)
    reasons: tuple[GivenReason, ...] | None = None
    reason: str | None = None
    contributions: tuple[PartOutcome, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    lets: Mapping[str, Value] = attrs.field(factory=dict)
    populations: Mapping[str, Value] = attrs.field(factory=dict)
    grade_line: str | None = None
    class_lines: Mapping[str, str] = attrs.field(factory=dict)
    passed_over: tuple[PassedOver, ...] = ()
    unrounded: Mapping[str, Fraction] = attrs.field(factory=dict)
    unlimited: Mapping[str, Fraction] = attrs.field(factory=dict)
    stretched: Stretched | None = None
    assumed: frozenset[str] = attrs.field(default=frozenset(), eq=False)
    expired: tuple[str, ...] = ()
    used: tuple[UsedOutcome, ...] = ()
    version: str | None = None
    ratings: Mapping[str, FieldRatings] = attrs.field(factory=dict)
    left_out: tuple[Fault, ...] = ()
    actions: tuple[str, ...] | None = None

    @classmethod
    def deferred(cls, known: dict[str, object], rest: Callable[[], Outcome]) -> Outcome:
        """Make an outcome of which a part is known; the rest is worked out when it is read.

        ``known`` are attributes by name, those that ``total`` reads among them; it is kept.
        ``rest`` gives the whole outcome, which must agree with them.
        """
        outcome = cls.__new__(cls)
        known["_rest"] = rest
        object.__setattr__(outcome, "__dict__", known)
        return outcome

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  of whichever attribute is asked for
        """Work out what was deferred; asked only for what is not there."""
        if name.startswith("__"):
            raise AttributeError(name)
        self._complete()
        try:
            return self.__dict__[name]
        except KeyError:
            raise AttributeError(name) from None

    def __getstate__(self) -> dict[str, object]:
        """Give the whole outcome, so that it can be copied and sent to another process."""
        self._complete()
        return dict(self.__dict__)

    def _complete(self) -> None:
        """Work out what was deferred; two threads that come at once find the same."""
        rest = self.__dict__.get("_rest")
        if rest is not None:
            whole = rest()
            for attribute in attrs.fields(Outcome):
                self.__dict__.setdefault(attribute.name, getattr(whole, attribute.name))
            self.__dict__.pop("_rest", None)

    @property
    def total(self) -> Decimal | None:
        """The total with the decimals of its step; ``None`` where there is none.

        A total that is not rounded (``round exact``) is shown with at most 6 decimals.
        """
        if self.total_exact is None:
            return None
        if self.step is None:
            return Decimal(show(self.total_exact))
        return to_decimal(self.total_exact, self.step)
