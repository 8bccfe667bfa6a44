"""The names of the grades of a grading, best first, before its lines are read.

In: a ``grades`` or ``class`` declaration. Out: its names. Conditions that stand before
or inside the lines can then speak of them. Where a value gives the grade its names are those
of its category. Raises no codes.
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
        return _names_of_value(decl.value, draft)
    names = tuple(dict.fromkeys(line.name.text for line in decl.lines))
    return names[::-1] if decl.worst_first else names


def has_order(decl: ast.GradesDecl | None, draft: Draft) -> bool:
    """Whether grades run from better to worse: they do, unless a value without order gives them."""
    if decl is None or decl.value is None or not isinstance(decl.value, ast.NameExpr):
        return True
    name = decl.value.name.text
    if isinstance(draft.symbols.values.get(name), ast.LetDecl):
        known = draft.lets.get(name, decl.value.span)
        return known is None or known.typed.type.ordered
    field = draft.fields.get(name)
    return field is None or field.ordered


def _names_of_value(value: ast.Expr, draft: Draft) -> tuple[str, ...]:
    if not isinstance(value, ast.NameExpr):
        return ()
    name = value.name.text
    match draft.symbols.values.get(name):
        case ast.TableDecl() as table:
            names = tuple(each.name.text for each in table.gives)
            return names[::-1] if table.worst_first else names
        case ast.LetDecl():
            known = draft.lets.get(name, value.span)
            return known.typed.type.values if known is not None else ()
        case _:
            field = draft.fields.get(name)
            return tuple(each.name for each in field.categories) if field is not None else ()
