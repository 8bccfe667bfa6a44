"""Values that depend on a condition or a category: ``if`` and ``by``.

In: an expression of the tree. Out: ``Typed``: the type all branches have together.
Reports E0301 and E0302 where they have none, E0205 for a value with two branches.
"""

from __future__ import annotations

from collections.abc import Sequence

from scorelang.compiler.clauses import NOTE_CLAUSES, check_clauses
from scorelang.compiler.infer_conditions import read_value
from scorelang.compiler.reading import Reading
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import Typed, describe, meet
from scorelang.compiler.values import infer_beside
from scorelang.diagnostics.quoting import quote, quoted
from scorelang.model import expressions as model
from scorelang.model.types import Value, ValueType
from scorelang.source.span import Span
from scorelang.syntax import ast


def infer_if(node: ast.IfExpr, reading: Reading) -> Typed | None:
    """Read ``if c then a else b``."""
    condition = reading.condition(node.condition)
    branches = infer_branches((node.then, node.otherwise), reading)
    if condition is None or branches is None:
        return None
    (then, otherwise), kind = branches
    return Typed(model.Choice(condition.expr, then, otherwise), kind)


def infer_branches(
    nodes: Sequence[ast.Expr], reading: Reading
) -> tuple[tuple[model.Expr, ...], ValueType] | None:
    """Read values of which one is chosen; ``missing`` among them takes the type of the others."""
    if all(isinstance(node, ast.MissingExpr) for node in nodes):
        reading.report("E0302.missing", nodes[-1].span)
        return None
    made: list[model.Expr] = []
    kind: ValueType | None = None
    for node in nodes:
        if isinstance(node, ast.MissingExpr):
            made.append(model.Const(None))
            continue
        found = _infer_branch(node, reading)
        if found is None:
            return None
        kind = found.type if kind is None else _meet_branches(kind, found.type, node.span, reading)
        if kind is None:
            return None
        made.append(found.expr)
    assert kind is not None, "at least one of them is a value"
    return tuple(made), kind


def _infer_branch(node: ast.Expr, reading: Reading) -> Typed | None:
    if reading.category is None or isinstance(node, ast.IfExpr | ast.ByExpr):
        return reading.infer(node)
    beside = Typed(model.Const(None), reading.category)
    return infer_beside(node, beside, reading.in_units())


def infer_by(node: ast.ByExpr, reading: Reading) -> Typed | None:
    """Read ``by customer_type { … }``."""
    subject = reading.in_units().infer(node.subject)
    if subject is None:
        return None
    if not node.branches:
        return None
    branches = infer_branches([branch.value for branch in node.branches], reading)
    if branches is None:
        return None
    values, kind = branches
    cases: dict[Value, model.Expr] = {}
    rest: dict[str, model.Expr] = {}
    for branch, value in zip(node.branches, values, strict=True):
        check_clauses(branch.clauses, NOTE_CLAUSES, quote(TERMS["a line of `by`"]), reading.draft)
        if not _add_branch(branch, subject, value, cases, rest, reading):
            return None
    switch = model.Switch(
        subject.expr,
        tuple(cases.items()),
        rest.get("otherwise"),
        rest.get("missing"),
        span=node.span,
    )
    return Typed(switch, kind)


def _add_branch(  # noqa: PLR0913, PLR0917  one branch goes to one of two places
    branch: ast.ByBranch,
    subject: Typed,
    value: model.Expr,
    cases: dict[Value, model.Expr],
    rest: dict[str, model.Expr],
    reading: Reading,
) -> bool:
    if not branch.values:
        word = "missing" if branch.is_missing else "otherwise"
        if word in rest:
            reading.report(
                "E0205", branch.span, clause=quoted(word), place=TERMS["a list by value"]
            )
        rest.setdefault(word, value)
        return True
    for each in branch.values:
        case = read_value(each, subject, reading.in_units())
        if case is None:
            return False
        if case in cases:
            reading.report("E0205.value", each.span, value=case)
        cases.setdefault(case, value)
    return True


def _meet_branches(
    first: ValueType, second: ValueType, span: Span, reading: Reading
) -> ValueType | None:
    found = meet(first, second)
    if found is None:
        reading.report("E0302.branches", span, first=describe(first), second=describe(second))
    return found
