"""Lines of an indicator: when each is taken and what it gives; the bodies they stand in."""

from __future__ import annotations

import attrs

from scorelang.source.span import Span
from scorelang.source.structure import Structure
from scorelang.syntax.ast.clauses import Clause
from scorelang.syntax.ast.expressions import Expr, NumberExpr
from scorelang.syntax.ast.ranges import Grid, RangeDecl
from scorelang.syntax.ast.words import spanned


@attrs.frozen(eq=False, repr=False)
class RangeGuard(Structure):
    """A limit or a range of the subject."""

    range: RangeDecl
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class ValuesGuard(Structure):
    """``a, b``: values of the subject."""

    values: tuple[Expr, ...]
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class WhenGuard(Structure):
    """``when c``."""

    condition: Expr
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class AlwaysGuard(Structure):
    """An item of ``all that hold`` without a condition (``1 for each patent``)."""

    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class OtherwiseGuard(Structure):
    """``otherwise``."""

    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class MissingGuard(Structure):
    """``missing``."""

    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class SpecialGuard(Structure):
    """``special -9, -8``: values of the field that are no numbers."""

    codes: tuple[Expr, ...]
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class ShareGuard(Structure):
    """``top 20%``, ``next 70%``: a share of the ranking."""

    is_next: bool
    share: NumberExpr
    span: Span = spanned()


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


@attrs.frozen(eq=False, repr=False)
class PointsOutcome(Structure):
    """Points, or the name of a level of the scale; steps and limits stand in the clauses."""

    value: Expr
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class FullOutcome(Structure):
    """``full``, or ``80% of full``."""

    share: Expr | None = None
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class LinearOutcome(Structure):
    """``linear 8 to 10``: from the low end of the band to its high end."""

    low: Expr
    high: Expr
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class WithinOutcome(Structure):
    """``10..15``: where the given rating must lie."""

    range: RangeDecl
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class NotRatableOutcome(Structure):
    """``not ratable "…"``."""

    reason: str
    span: Span = spanned()


OutcomeDecl = PointsOutcome | FullOutcome | LinearOutcome | WithinOutcome | NotRatableOutcome


@attrs.frozen(eq=False, repr=False)
class BranchDecl(Structure):
    """One line of a block: ``>= 20% : 20``, ``A when c, flag watch``, ``otherwise : 0``."""

    guard: Guard
    outcome: OutcomeDecl
    clauses: tuple[Clause, ...] = ()
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class BranchesBody(Structure):
    """``{ … }`` with a branch on each line."""

    branches: tuple[BranchDecl, ...]
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class FormulaBody(Structure):
    """``= severity * 2``, ``= 20, less 2 for each …`` (steps are clauses of the indicator)."""

    value: Expr
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class WithinBody(Structure):
    """``= strength within strength_level { large : 10..15 … }``."""

    value: Expr
    level: Expr
    branches: tuple[BranchDecl, ...]
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class LinearBody(Structure):
    """``= linear from 20 to 85``: 0 at ``low`` and 1 (or full marks) at ``high``."""

    low: Expr
    high: Expr
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class GridBody(Structure):
    """``{ | … | }``: bands by segment, limits by segment, or a lookup."""

    grid: Grid
    span: Span = spanned()


IndicatorBody = BranchesBody | FormulaBody | WithinBody | LinearBody | GridBody
