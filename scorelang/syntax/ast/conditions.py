"""Conditions: comparisons, counts of what holds, what is missing."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

import attrs

from scorelang.source.span import Span
from scorelang.source.structure import Structure
from scorelang.syntax.ast.ranges import RangeDecl
from scorelang.syntax.ast.words import spanned

if TYPE_CHECKING:  # these are made of one another
    from scorelang.syntax.ast.expressions import Expr


@attrs.frozen(eq=False, repr=False)
class NotExpr(Structure):
    """``not c``."""

    operand: Expr
    span: Span = spanned()


class CompareOp(enum.Enum):
    """Comparison of two values."""

    AT_LEAST = ">="
    ABOVE = ">"
    AT_MOST = "<="
    BELOW = "<"
    EQUAL = "="
    NOT_EQUAL = "!="


@attrs.frozen(eq=False, repr=False)
class CompareExpr(Structure):
    """``left op right``; written with a sign or a word, kept as the operator."""

    op: CompareOp
    left: Expr
    right: Expr
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class IsExpr(Structure):
    """``x is A``, ``x is not A``, ``x is any of (A, B)``, with values of any type."""

    operand: Expr
    values: tuple[Expr, ...]
    negated: bool = False
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class InRangeExpr(Structure):
    """``x is 10..20`` or ``x is 10 to under 20``."""

    operand: Expr
    range: RangeDecl
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class IsMissingExpr(Structure):
    """``x is missing``, ``x is not missing``."""

    operand: Expr
    negated: bool = False
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class IsSpecialExpr(Structure):
    """``x is special -9``."""

    operand: Expr
    code: Expr
    negated: bool = False
    span: Span = spanned()


class CountWord(enum.Enum):
    """How a list of conditions is read."""

    ALL = "all of"
    ANY = "any of"
    NONE = "none of"
    AT_LEAST = "at least"
    COUNT = "counts"


@attrs.frozen(eq=False, repr=False)
class CountExpr(Structure):
    """``all of (…)``, ``at least 2 of (…)``: conditions; ``counts (…)``: a number.

    ``minimum`` is there for ``at least`` only.
    """

    word: CountWord
    conditions: tuple[Expr, ...]
    minimum: int | None = None
    span: Span = spanned()
