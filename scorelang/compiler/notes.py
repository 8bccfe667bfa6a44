"""Provenance: where a part comes from, why a figure was chosen, who is responsible.

In: the tree. Out: ``Note`` values in the order of the file. Raises no codes.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from scorelang.model.rubric import Note, NoteKind
from scorelang.source.span import Span
from scorelang.syntax import ast


def collect_notes(tree: ast.RubricDecl) -> tuple[Note, ...]:
    """Give every note with the name of the part it stands on."""
    return tuple(_within(tree, tree.name.text))


def _within(node: object, part: str) -> Iterator[Note]:
    if isinstance(node, ast.NoteClause):
        yield Note(NoteKind(node.word.value), part, node.text, span=node.span)
    elif isinstance(node, tuple):
        for item in node:
            yield from _within(item, part)
    elif attrs.has(type(node)) and not isinstance(node, Span):
        name = getattr(node, "name", None)
        inner = name.text if isinstance(name, ast.Name) else part
        for attribute in attrs.fields(type(node)):  # type: ignore[arg-type]  # has() knows
            if attribute.name != "comments":
                yield from _within(getattr(node, attribute.name), inner)
