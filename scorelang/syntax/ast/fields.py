"""The record: fields, their types, rules between them."""

from __future__ import annotations

import enum

import attrs

from scorelang.source.span import Span
from scorelang.source.structure import Structure
from scorelang.syntax.ast.clauses import Clause, UnitClause
from scorelang.syntax.ast.expressions import Expr, NumberExpr
from scorelang.syntax.ast.ranges import RangeDecl
from scorelang.syntax.ast.words import Name, spanned


class TypeWord(enum.Enum):
    """The types of fields."""

    TEXT = "text"
    NUMBER = "number"
    INTEGER = "integer"
    PERCENT = "percent"
    MONEY = "money"
    DATE = "date"
    PERIOD = "period"
    YES_NO = "yes/no"
    RATING = "rating"
    CATEGORY = "category"


@attrs.frozen(eq=False, repr=False)
class CategoryValue(Structure):
    """``domestic "内销"`` with other spellings: ``also "国内"``."""

    name: Name
    label: str | None = None
    also: tuple[str, ...] = ()
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class RaterGroup(Structure):
    """``peer 30% (mean, at least 3, drop highest and lowest)``."""

    name: Name
    weight: Expr | None = None
    combine: str | None = None
    quorum: int | None = None
    drop_ends: bool = False
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class RatedBy(Structure):
    """``rated by self 20%, peer 30% (mean, at least 3), teacher 50%``."""

    groups: tuple[RaterGroup, ...]
    combine: str | None = None
    quorum: int | None = None
    drop_ends: bool = False
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class SpecialValue(Structure):
    """``special -9 "no bureau record"``: a value of the column that is no number."""

    code: Expr
    label: str | None = None
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class FieldDecl(Structure):
    """One field of the record.

    ``domain`` is its range; ``step`` the step of its values (``step 0.5``);
    ``decimals`` where the number of decimals is limited; ``values`` and ``ordered`` belong
    to a category (ordered: best first); ``blank_means`` and ``blank_also`` say how blanks
    read, ``specials`` which values are none; ``last_label`` is set where ``and last year "…"``
    asks for the last period's value.
    """

    name: Name
    type: TypeWord
    label: str | None = None
    is_key: bool = False
    is_required: bool = False
    domain: RangeDecl | None = None
    step: NumberExpr | None = None
    decimals: int | None = None
    values: tuple[CategoryValue, ...] = ()
    ordered: bool = False
    unit: UnitClause | None = None
    also: tuple[str, ...] = ()
    blank_means: Expr | None = None
    blank_also: tuple[str, ...] = ()
    specials: tuple[SpecialValue, ...] = ()
    has_last: bool = False
    last_label: str | None = None
    rated_by: RatedBy | None = None
    clauses: tuple[Clause, ...] = ()
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class RecordRuleDecl(Structure):
    """``rule rejected <= lots "…"``."""

    condition: Expr
    text: str | None = None
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class RecordDecl(Structure):
    """``record { … }``."""

    items: tuple[FieldDecl | RecordRuleDecl, ...]
    span: Span = spanned()
