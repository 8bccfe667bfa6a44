"""How an indicator gets its points: bands, levels, conditions, lists, formulas, tables."""

from __future__ import annotations

import attrs

from scorelang.model.expressions import Expr
from scorelang.model.types import Value
from scorelang.numeric.interval import Interval
from scorelang.source.span import Span
from scorelang.source.structure import Structure


@attrs.frozen(eq=False, repr=False)
class ReasonCode(Structure):
    """A code with its words, given where a record loses points."""

    code: str
    text: str | None = None


@attrs.frozen(eq=False, repr=False)
class Branch(Structure):
    """What one line of a rule gives; ``text`` is the line's guard as written.

    Without ``points`` the branch makes the record not ratable, with that reason.
    ``points`` may be missing at scoring time; the indicator is then not rated.
    """

    text: str
    points: Expr | None
    level: str | None = None
    flags: tuple[str, ...] = ()
    not_ratable: str | None = None
    reason: ReasonCode | None = None
    action: str | None = None
    note: str | None = None
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(eq=False, repr=False)
class Bands(Structure):
    """Points by intervals of a number; the intervals do not overlap.

    ``otherwise`` takes a known value in no interval, ``missing`` a missing value.
    """

    subject: Expr
    bands: tuple[tuple[Interval, Branch], ...]
    otherwise: Branch | None = None
    missing: Branch | None = None


@attrs.frozen(eq=False, repr=False)
class Levels(Structure):
    """Points by values of a category, of yes/no, or by whole numbers."""

    subject: Expr
    cases: tuple[tuple[frozenset[Value], Branch], ...]
    otherwise: Branch | None = None
    missing: Branch | None = None


@attrs.frozen(eq=False, repr=False)
class FirstThatHolds(Structure):
    """Conditions in order; a missing condition before the first that holds leaves it undecided.

    ``missing`` is taken where it is undecided; without it the indicator is not rated.
    """

    cases: tuple[tuple[Expr, Branch], ...]
    otherwise: Branch | None = None
    missing: Branch | None = None


@attrs.frozen(eq=False, repr=False)
class Item(Structure):
    """One line of an additive list: ``branch.points`` count where the condition holds.

    Without a condition they always count. A missing condition or amount counts
    nothing and the indicator is listed in ``missing``.
    """

    condition: Expr | None
    branch: Branch


@attrs.frozen(eq=False, repr=False)
class AllThatHold(Structure):
    """The sum of the lines that hold, within limits."""

    items: tuple[Item, ...]
    low: Expr | None = None
    high: Expr | None = None


@attrs.frozen(eq=False, repr=False)
class Formula(Structure):
    """Points by one expression, limits included; ``compared`` is the value ``why`` shows."""

    value: Expr
    text: str
    compared: Expr | None = None


@attrs.frozen(eq=False, repr=False)
class Within(Structure):
    """A given rating that must lie in the range of its level; outside it the record is rejected.

    ``field`` is the field the rejection names.
    """

    value: Expr
    level: Expr
    ranges: tuple[tuple[Value, Interval, Branch], ...]
    field: str


@attrs.frozen(eq=False, repr=False)
class BySegment(Structure):
    """A rule for each value of a category; missing where the category is."""

    segment: Expr
    rules: tuple[tuple[Value, Rule], ...]
    otherwise: Rule | None = None


@attrs.frozen(eq=False, repr=False)
class Lookup(Structure):
    """Points by a table over several keys: the branch of the line whose cells hold all keys."""

    table: str
    branches: tuple[Branch, ...]


Rule = Bands | Levels | FirstThatHolds | AllThatHold | Formula | Within | BySegment | Lookup


@attrs.frozen(eq=False, repr=False)
class TableLine(Structure):
    """One line of a table: for each key an interval or a set of values, and what it gives.

    For an indicator's own lookup ``value`` is the index of the branch. ``texts`` are the cells
    as written.
    """

    cells: tuple[Interval | frozenset[Value], ...]
    value: Value
    texts: tuple[str, ...] = attrs.field(default=(), eq=False, repr=False)
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(eq=False, repr=False)
class Table(Structure):
    """A lookup over one or more keys; the lines do not overlap and cover the ranges of the keys."""

    name: str
    keys: tuple[Expr, ...]
    lines: tuple[TableLine, ...]
    label: str | None = None
    text_keys: tuple[str, ...] = ()
