"""A limit in percent beside a number that is none: ``A : >= 90%`` of a total up to 100.

In: a number as written and what it is compared with. Reports E0307.limit where that is a score
of which more than one point can be had, W0305.plain where it is a field with plain numbers:
such a field only if the number in front of the sign is itself possible: a ratio of 1.5 may be
written `150%`.
"""

from __future__ import annotations

from fractions import Fraction

from scorelang.compiler.draft import Draft
from scorelang.compiler.percent_points import is_percent
from scorelang.compiler.ranges import bounds
from scorelang.compiler.reading import Reading
from scorelang.compiler.shown_units import is_hundredfold
from scorelang.compiler.shown_values import name_of
from scorelang.compiler.terms import TERMS
from scorelang.model.expressions import Expr, FieldValue, ScorePoints, TotalValue
from scorelang.model.fields import Field, FieldType
from scorelang.numeric.exact import show
from scorelang.syntax import ast


def report_percent(node: ast.Expr, subject: Expr, reading: Reading) -> None:
    """Report a percentage that a score or a plain number is compared with, once for each."""
    if not isinstance(node, ast.NumberExpr) or not is_percent(node):
        return
    draft, written = reading.draft, node.value
    said = {"written": node.digits, "reading": show(written / 100)}
    match subject:
        case ScorePoints() | TotalValue():
            high = _most(subject, draft)
            if high is not None and high > 1:
                points = show(high * written / 100)
                name = TERMS["total"] if isinstance(subject, TotalValue) else subject.name
                draft.report_once(name, "E0307.limit", node.span, name=name, points=points, **said)
        case _ if is_hundredfold(subject, draft.scope):
            name = name_of(subject)
            draft.report_once(name, "W0305.plain", node.span, subject=name, **said)
        case FieldValue(name) if _is_plain(draft.fields.get(name)):
            if _is_possible(subject, node, reading):
                draft.report_once(name, "W0305.plain", node.span, subject=name, **said)
        case _:
            pass


def _most(subject: ScorePoints | TotalValue, draft: Draft) -> Fraction | None:
    """Give the most points to have, of the total as it was declared."""
    if isinstance(subject, TotalValue) and draft.total is not None and draft.total.declared:
        return draft.total.declared.high
    return bounds(subject, draft.scope).high


def _is_plain(field: Field | None) -> bool:
    return field is not None and field.type is FieldType.NUMBER and field.unit.is_plain


def _is_possible(subject: Expr, node: ast.NumberExpr, reading: Reading) -> bool:
    """Whether the number without its sign can come out too."""
    numbers = bounds(subject, reading.draft.scope)
    return (numbers.high is None or numbers.high > 1) and numbers.contains(node.value)
