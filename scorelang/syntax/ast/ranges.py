"""Ranges of numbers, and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from scorelang.source.span import Span
from scorelang.source.structure import Structure
from scorelang.syntax.ast.words import Name, spanned

if TYPE_CHECKING:  # these are made of one another
    from scorelang.syntax.ast.conditions import CompareOp
    from scorelang.syntax.ast.expressions import Expr


@attrs.frozen(eq=False, repr=False)
class LimitRange(Structure):
    """A one-sided limit: ``>= 20%``, ``20%以上``, ``under 5``.

    ``named`` is the value that a line spells out (``x >= 20``); it is that of the block.
    """

    op: CompareOp
    value: Expr
    named: Expr | None = attrs.field(default=None, eq=False, kw_only=True)
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class BetweenRange(Structure):
    """A two-sided range: ``10..20``, ``10 to under 20``, ``[10, 20)``, ``10以上 不满20``."""

    low: Expr
    high: Expr
    low_open: bool = False
    high_open: bool = False
    named: Expr | None = attrs.field(default=None, eq=False, kw_only=True)
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class ExactRange(Structure):
    """One value: ``3``."""

    value: Expr
    span: Span = spanned()


RangeDecl = LimitRange | BetweenRange | ExactRange


@attrs.frozen(eq=False, repr=False)
class Cell(Structure):
    """One cell of a table: its trimmed text, and what it reads as where it reads as anything.

    ``|  |`` is empty text; ``-`` is kept as text. A cell with a name and a range
    (``detection 7..10``, ``otherwise 0``) has the name in ``head`` (``otherwise`` is kept
    as the canonical word) and the rest in ``value``. Several values (``A, B``) are in ``more``.
    """

    text: str
    value: Expr | RangeDecl | None = None
    head: Name | None = None
    more: tuple[Expr | RangeDecl, ...] = ()
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class Row(Structure):
    """One line of a table; ``split`` is the index of the first cell after ``||`` (examples)."""

    cells: tuple[Cell, ...]
    split: int | None = None
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class Grid(Structure):
    """The lines of a table in order, the head first; all rows are padded to one width."""

    rows: tuple[Row, ...]
    span: Span = spanned()
