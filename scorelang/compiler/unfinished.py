"""Constructs that can be written but are not built yet.

In: the tree. Out: W0601 (not checked yet) for claims; nothing that would change a score is left.
What stands inside expressions is reported where it is read.
"""

from __future__ import annotations

from collections.abc import Iterable

from scorelang.compiler.draft import Draft
from scorelang.diagnostics.quoting import quoted
from scorelang.syntax import ast


def report_unfinished(items: Iterable[ast.Item], draft: Draft) -> None:
    """Report what is not built yet among the items of the rubric and its groups."""
    for item in items:
        match item:
            case ast.PromiseDecl():
                draft.report("W0601", item.span, construct=quoted("promise"))
            case ast.GroupDecl():
                report_unfinished(item.items, draft)
            case _:
                pass  # built
