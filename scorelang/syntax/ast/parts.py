"""Base points, the total, indicators, groups, named scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from scorelang.source.span import Span
from scorelang.source.structure import Structure
from scorelang.syntax.ast.clauses import Clause
from scorelang.syntax.ast.expressions import Expr
from scorelang.syntax.ast.lines import IndicatorBody
from scorelang.syntax.ast.ranges import RangeDecl
from scorelang.syntax.ast.words import Name, spanned

if TYPE_CHECKING:  # these are made of one another
    from scorelang.syntax.ast.rubric import Item


@attrs.frozen(eq=False, repr=False)
class BaseDecl(Structure):
    """``base 447``."""

    value: Expr
    clauses: tuple[Clause, ...] = ()
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class TotalDecl(Structure):
    """``total 0..100, round 0.1``, ``total = NAME``, ``no total`` (``is_none``)."""

    range: RangeDecl | None = None
    value: Expr | None = None
    is_none: bool = False
    clauses: tuple[Clause, ...] = ()
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class IndicatorDecl(Structure):
    """``indicator margin_points "毛利率" of margin, max 20 { … }``.

    ``clauses`` are all clauses, before the body and behind it, in the order of the text.
    """

    name: Name
    label: str | None = None
    subject: Expr | None = None
    clauses: tuple[Clause, ...] = ()
    body: IndicatorBody | None = None
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class GroupDecl(Structure):
    """``group payment "货款", max 50 { … }``."""

    name: Name
    items: tuple[Item, ...]
    label: str | None = None
    clauses: tuple[Clause, ...] = ()
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class ScoreDecl(Structure):
    """``score rpn = severity * occurrence * detection, round exact``."""

    name: Name
    value: Expr
    label: str | None = None
    clauses: tuple[Clause, ...] = ()
    span: Span = spanned()
