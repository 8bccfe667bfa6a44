"""Groups in which only some parts count: ``best 3 of``, ``drop lowest 1``.

In: the clauses of a group and its parts. Out: ``Keep``. Reports E0311 where the way of
combining has no best parts, and where none or all of the parts would count.
"""

from __future__ import annotations

from collections.abc import Sequence

from scorelang.compiler.clauses import first_of
from scorelang.compiler.draft import Draft
from scorelang.diagnostics.quoting import quoted
from scorelang.model.rubric import Combine, Keep, Part
from scorelang.syntax import ast


def lower_keep(
    clauses: Sequence[ast.Clause], combine: Combine, children: Sequence[Part], draft: Draft
) -> Keep | None:
    """Read which parts of a group count."""
    clause = first_of(clauses, ast.KeepClause)
    if clause is None:
        return None
    template = quoted("best {count} of" if clause.best else "drop lowest {count}")
    written = template.format(count=clause.count)
    if combine not in {Combine.SUM, Combine.MEAN}:
        draft.report("E0311.keep", clause.span, found=written, combine=quoted(combine.value))
        return None
    if not 0 < clause.count < len(children):
        draft.report("E0311.count", clause.span, found=written, count=len(children))
        return None
    return Keep(clause.best, clause.count)
