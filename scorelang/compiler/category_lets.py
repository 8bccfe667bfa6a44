"""Derived values that give a category: ``let tier = if sales > 100万 then large else small``.

In: the value of a ``let`` and the place it is read from. Out: the place with the category that
the bare names of its branches are values of, or the place as it was. The other branches say
which category that is; if all are names, the one that is declared with these values; if none
is, the names make a category of their own, without an order. Reports nothing: a name that does
not fit is reported where it is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from scorelang.compiler.draft import Draft
from scorelang.compiler.reading import Reading
from scorelang.compiler.typed import category_of, meet
from scorelang.model.fields import Field
from scorelang.model.types import Kind, ValueType
from scorelang.syntax import ast


def with_category(node: ast.Expr, reading: Reading) -> Reading:
    """Give the place from which a derived value is read, its names being values of a category."""
    if not isinstance(node, ast.IfExpr | ast.ByExpr):
        return reading
    leaves = [leaf for leaf in _leaves(node) if not isinstance(leaf, ast.MissingExpr)]
    names = [_bare(leaf, reading.draft) for leaf in leaves]
    others = [leaf for leaf, name in zip(leaves, names, strict=True) if name is None]
    written = tuple(dict.fromkeys(name for name in names if name is not None))
    if not written or not all(isinstance(leaf, ast.NameExpr) for leaf in others):
        return reading
    kind = _category_of_names(others, reading) if others else _declared(written, reading.draft)
    return reading if kind is None else attrs.evolve(reading, category=kind)


def _leaves(node: ast.Expr) -> Iterator[ast.Expr]:
    match node:
        case ast.IfExpr(_, then, otherwise):
            yield from _leaves(then)
            yield from _leaves(otherwise)
        case ast.ByExpr(_, branches):
            for branch in branches:
                yield from _leaves(branch.value)
        case _:
            yield node


def _bare(node: ast.Expr, draft: Draft) -> str | None:
    """Give a name that nobody declared, or a text; either may be the value of a category."""
    if isinstance(node, ast.TextExpr):
        return node.value
    symbols = draft.symbols
    if not isinstance(node, ast.NameExpr) or node.name.text in symbols.values:
        return None
    name = node.name.text
    known = {*draft.fields, *symbols.scored, *symbols.results}
    return None if name in known and not _holders((name,), draft) else name


def _category_of_names(nodes: Iterable[ast.Expr], reading: Reading) -> ValueType | None:
    """Give the category of fields and derived values; ``None`` if one of them is something else."""
    kind: ValueType | None = None
    for node in nodes:
        found = reading.infer(node)
        if found is None or found.type.kind is not Kind.CATEGORY:
            return None
        kind = found.type if kind is None else meet(kind, found.type)
    return kind


def _declared(names: tuple[str, ...], draft: Draft) -> ValueType:
    """Give the one category that is declared with these values, else one of their own."""
    found = _holders(names, draft)
    return found.pop() if len(found) == 1 else category_of(names)


def _holders(names: tuple[str, ...], draft: Draft) -> set[ValueType]:
    fields = (_values(field) for field in draft.fields.values())
    tables = (_given(decl) for decl in draft.symbols.of(ast.TableDecl).values())
    return {kind for kind in (*fields, *tables) if kind is not None and {*names} <= {*kind.values}}


def _values(field: Field) -> ValueType | None:
    names = tuple(category.name for category in field.categories)
    return category_of(names, ordered=field.ordered) if names else None


def _given(decl: ast.TableDecl) -> ValueType | None:
    names = tuple(value.name.text for value in decl.gives)
    best_first = names[::-1] if decl.worst_first else names
    return category_of(best_first, ordered=decl.ordered) if names else None
