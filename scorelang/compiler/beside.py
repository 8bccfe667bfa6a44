"""What is said of a number as written by what it stands beside: one place for all of it.

In: a number of the tree and the value that it is compared with, limited by, or put beside.
Out: whether it can stand there. Every place that reads such a number asks here: bands,
conditions, ranges, blanks, limits, steps, sums, the least and the greatest of several.
A number without a unit that is likely meant in 万元 or in % is asked about (W0304, W0305)
once all is read: a formula for points is read twice, and only the second reading counts.
"""

from __future__ import annotations

from fractions import Fraction

from scorelang.compiler.draft import Asked, Draft
from scorelang.compiler.fold_constants import fold
from scorelang.compiler.percent_limits import report_percent
from scorelang.compiler.reading import Reading
from scorelang.compiler.shown_units import InPercent, Quotient, shown_unit
from scorelang.compiler.typed import Typed
from scorelang.compiler.unit_traps import trap_of
from scorelang.compiler.unit_words_beside import REFUSALS
from scorelang.source.span import Span
from scorelang.syntax import ast

_LEAST_ADDED = Fraction(5)
"""``1 - share`` and ``2 - growth`` are common, ``100 - share`` is not."""


def is_right_beside(node: ast.Expr, subject: Typed, reading: Reading, *, asks: bool = True) -> bool:
    """Report a number whose unit is wrong, and ask about one that reads otherwise than meant."""
    if any(refuse(node, subject, reading) for refuse in REFUSALS):
        return False
    report_percent(node, subject.expr, reading)
    if asks:
        ask_unit(node, subject, reading)
    return True


def ask_unit(node: ast.Expr, subject: Typed, reading: Reading, *, is_sum: bool = False) -> None:
    """Ask about a number without a unit beside a value that is seen in 万元 or in %."""
    draft = reading.draft
    if subject.type.is_literal or not is_bare(node, draft):
        return
    found = reading.number(node)
    value = fold(found.expr, draft) if found else None
    shown = shown_unit(subject, draft.scope)
    if value is None or shown is None:
        return
    if is_sum and isinstance(shown, InPercent | Quotient):
        if isinstance(shown, Quotient) or abs(value) < _LEAST_ADDED:
            return
        shown = InPercent(shown.name)
    trap = trap_of(shown, value)
    if trap is not None:
        key, said = trap
        draft.asked.append(Asked(key, node.span, said))


def is_bare(node: ast.Expr, draft: Draft) -> bool:
    """Whether a number is written without a unit, here or where it has its name."""
    match node:
        case ast.NumberExpr():
            return node.multiplier is None and node.unit is None
        case ast.NegateExpr(operand):
            return is_bare(operand, draft)
        case ast.BinaryExpr(_, left, right):
            return is_bare(left, draft) and is_bare(right, draft)
        case ast.NameExpr(name):
            decl = draft.symbols.values.get(name.text)
            return (
                isinstance(decl, ast.LetDecl)
                and isinstance(decl.value, ast.NumberExpr)
                and (is_bare(decl.value, draft))
            )
        case _:
            return False


def report_asked(draft: Draft) -> None:
    """Ask once for each value in a part: its other limits are of the same making."""
    told: set[tuple[str, object, Span]] = set()
    for each in sorted(draft.asked, key=lambda one: one.span):
        cause = (each.key, each.said.get("subject"), _place_of(each.span, draft))
        if cause not in told:
            told.add(cause)
            draft.report(each.key, each.span, **each.said)


def _place_of(span: Span, draft: Draft) -> Span:
    """Give the declaration that a place stands in."""
    decls = (*draft.symbols.scored.values(), *draft.tree.items)
    around = [
        decl.span
        for decl in decls
        if not isinstance(decl, ast.GroupDecl)
        and decl.span.path == span.path
        and decl.span.start <= span.start < decl.span.end
    ]
    return min(around, key=lambda one: one.end - one.start, default=span)
