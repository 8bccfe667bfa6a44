"""What a file says of itself and of other files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from scorelang.source.span import Span
from scorelang.source.structure import Structure
from scorelang.syntax.ast.expressions import DateExpr, Expr
from scorelang.syntax.ast.words import Name, Text, spanned

if TYPE_CHECKING:  # these are made of one another
    from scorelang.syntax.ast.grades import GradesDecl, OverrideDecl, ResultDecl
    from scorelang.syntax.ast.parts import GroupDecl, IndicatorDecl, ScoreDecl, TotalDecl
    from scorelang.syntax.ast.values import LetDecl, ScaleDecl, TableDecl


@attrs.frozen(eq=False, repr=False)
class VersionDecl(Structure):
    """``version "2025", effective from 2025-01-01 to 2025-12-31, by order_date``.

    Both days are included; ``day_field`` is the field of the record that picks the version.
    """

    version: str | None
    first_day: DateExpr | None = None
    last_day: DateExpr | None = None
    day_field: Name | None = None
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class ElementsDecl(Structure):
    """``elements 偿债能力, 盈利能力``; ``measurable`` asks that every level is described."""

    names: tuple[Name, ...]
    measurable: bool = False
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class UseDecl(Structure):
    """``use "bank-scale" grades``, ``use "post.rubric" as post { level = post_level }``."""

    path: Text
    part: str | None = None
    alias: Name | None = None
    mapping: tuple[tuple[Name, Expr], ...] = ()
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class ExtendsDecl(Structure):
    """``extends "base.rubric"``."""

    path: Text
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class ReplaceDecl(Structure):
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
    span: Span = spanned()
