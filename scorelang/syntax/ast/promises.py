"""What the owner promises of a rubric."""

from __future__ import annotations

import attrs

from scorelang.source.span import Span
from scorelang.source.structure import Structure
from scorelang.syntax.ast.clauses import Clause
from scorelang.syntax.ast.expressions import Expr
from scorelang.syntax.ast.words import Name, spanned


@attrs.frozen(eq=False, repr=False)
class MonotonePromise(Structure):
    """``promise total never falls as margin rises``."""

    subject: Expr
    never_falls: bool
    field: Name
    rises: bool
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class GradePromise(Structure):
    """``promise grade no better than B when return_rate > 30%``."""

    better: bool
    grade: Name
    condition: Expr | None
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class ReachPromise(Structure):
    """``promise every grade can be reached``, or one ``grade``."""

    grade: Name | None
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class ConditionPromise(Structure):
    """``promise total >= 60 when key_account is yes``."""

    claim: Expr
    condition: Expr | None
    span: Span = spanned()


Promise = MonotonePromise | GradePromise | ReachPromise | ConditionPromise


@attrs.frozen(eq=False, repr=False)
class PromiseDecl(Structure):
    """One promise with its notes."""

    promise: Promise
    clauses: tuple[Clause, ...] = ()
    span: Span = spanned()
