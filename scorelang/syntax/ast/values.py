"""Derived values, scales of levels, tables by name."""

from __future__ import annotations

import attrs

from scorelang.source.span import Span
from scorelang.source.structure import Structure
from scorelang.syntax.ast.clauses import Clause
from scorelang.syntax.ast.expressions import Expr
from scorelang.syntax.ast.fields import CategoryValue
from scorelang.syntax.ast.ranges import Grid
from scorelang.syntax.ast.words import Name, spanned


@attrs.frozen(eq=False, repr=False)
class LetDecl(Structure):
    """``let margin = …``."""

    name: Name
    value: Expr
    label: str | None = None
    clauses: tuple[Clause, ...] = ()
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class ScaleLevel(Structure):
    """``A "优" : 100%``."""

    name: Name
    share: Expr
    label: str | None = None
    clauses: tuple[Clause, ...] = ()
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class ScaleDecl(Structure):
    """``scale abc { … }``."""

    name: Name
    levels: tuple[ScaleLevel, ...]
    label: str | None = None
    clauses: tuple[Clause, ...] = ()
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class TableDecl(Structure):
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
    span: Span = spanned()
