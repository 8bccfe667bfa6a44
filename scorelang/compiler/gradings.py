"""The names of the grades of a grading, best first, before its lines are read.

In: a ``grades`` or ``class`` declaration. Out: its names. Conditions that stand before
or inside the lines can then speak of them. Raises no codes.
"""

from __future__ import annotations

from scorelang.compiler.draft import Draft
from scorelang.syntax import ast

TIE = "tie"
"""The class of records for which several scores are the highest."""


def grades_of(decl: ast.GradesDecl | None, draft: Draft) -> tuple[str, ...]:
    """Give all names of a grading, best first; nothing where there is no grading."""
    if decl is None:
        return ()
    if decl.winners:
        names = tuple(dict.fromkeys(name.text for name in decl.winners))
        return names if decl.ties_first else (*names, TIE)
    if decl.value is not None:
        return _names_of_table(decl.value, draft)
    names = tuple(dict.fromkeys(line.name.text for line in decl.lines))
    return names[::-1] if decl.worst_first else names


def _names_of_table(value: ast.Expr, draft: Draft) -> tuple[str, ...]:
    if not isinstance(value, ast.NameExpr):
        return ()
    table = draft.symbols.values.get(value.name.text)
    if not isinstance(table, ast.TableDecl):
        return ()
    names = tuple(each.name.text for each in table.gives)
    return names[::-1] if table.worst_first else names
