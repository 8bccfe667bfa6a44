"""From the tree of the grammar to the tree of the language.

In: the tree that the parser made, in which a rule bears the name of a node. Out: the
nodes of ast.py, or faults of what the grammar lets pass (E0101 loose words, E0103 numbers).
Children are built before their parents, without recursion, so depth costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType, ModuleType
from typing import Final

from lark import Token, Tree

from scorelang.source.span import Span
from scorelang.syntax import (
    ast,
    from_tree_clauses,
    from_tree_expressions,
    from_tree_file,
    from_tree_lines,
    from_tree_parts,
    from_tree_ranges,
    from_tree_tables,
)
from scorelang.syntax.reading import Kids, Place, ReadCell, Report

Build = Callable[[Kids, Place], object]

_MODULES: Final[tuple[ModuleType, ...]] = (
    from_tree_ranges,
    from_tree_expressions,
    from_tree_clauses,
    from_tree_lines,
    from_tree_tables,
    from_tree_parts,
    from_tree_file,
)
MOST_DEEP: Final = 250
"""How deep a tree may be, as later rooms walk it with one call inside the other."""

_SAME: Final = {
    "equal_guard": "values_guard",
    "category_decl": "field_decl",
    "full_first": "full_outcome",
    "signed_range": "limit_range",
    "dotted_range": "between_range",
}


def build(
    tree: Tree[Token], path: str, report: Report, read_cell: ReadCell, offset: int = 0
) -> object:
    """Build the node of ``tree``, which was read from ``offset`` on, from those of its children.

    ``None`` (and a fault) if the tree is so deep that nobody could walk it.
    """
    done: list[list[object]] = [[]]
    work: list[Tree[Token] | Token | tuple[Tree[Token]]] = [tree]
    while work:
        here = work.pop()
        if isinstance(here, Token):
            done[-1].append(_leaf(here, path, offset))
        elif isinstance(here, tuple):
            kids = done.pop()
            meta = here[0].meta
            span = Span(path, meta.start_pos + offset, meta.end_pos + offset)
            done[-1].append(_node(str(here[0].data), kids, Place(span, report, read_cell, offset)))
        else:
            if len(done) > MOST_DEEP:
                meta = here.meta
                span = Span(path, meta.start_pos + offset, meta.end_pos + offset)
                report("E0106.deep", span, {"most": str(MOST_DEEP)})
                return None
            done.append([])
            work.append((here,))
            work.extend(reversed(here.children))
    return done[0][0]


def _leaf(token: Token, path: str, offset: int) -> object:
    start = (token.start_pos or 0) + offset
    span = Span(path, start, start + len(token))
    if token.type == "NAME":
        quoted = token[0] in "「`"
        return ast.Name(token[1:-1].strip() if quoted else str(token), span=span)
    if token.type == "TEXT":
        return ast.Text(token[1:-1], span=span)
    return token


def _node(rule: str, kids: list[object], place: Place) -> object:
    if rule != "grades_decl":
        kids = [from_tree_expressions.refuse_winners(kid, place) for kid in kids]
    if rule.startswith("field_") and rule not in BUILDERS:
        return from_tree_file.field_part(rule, kids, place)
    return BUILDERS[rule](kids, place)


def _builders() -> Mapping[str, Build]:
    found: dict[str, Build] = {
        name: value
        for module in _MODULES
        for name, value in vars(module).items()
        if callable(value) and getattr(value, "__module__", "") == module.__name__
    }
    return MappingProxyType(found | {alias: found[name] for alias, name in _SAME.items()})


BUILDERS: Final = _builders()
"""How each rule is built, by its name."""
