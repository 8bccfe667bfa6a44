"""``allow CODE because "…"``: warnings somebody has read and accepted.

In: the tree and all findings. Out: the findings without the warnings that were allowed on
the part they are about, and W0602 for each allowance that silenced nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from scorelang.compiler.errors import WORDS
from scorelang.diagnostics.collector import make
from scorelang.diagnostics.model import Diagnostic, Severity
from scorelang.source.span import Span
from scorelang.source.structure import Structure
from scorelang.syntax import ast


@attrs.frozen(eq=False, repr=False)
class Allowance(Structure):
    """A code that is allowed within the span of a part."""

    code: str
    part: Span
    span: Span

    def silences(self, found: Diagnostic) -> bool:
        """Whether a finding is a warning of this code on this part."""
        return (
            found.severity is Severity.WARNING
            and found.code == self.code
            and found.span is not None
            and found.span.path == self.part.path
            and self.part.path == found.span.path
            and self.part.start <= found.span.start
            and found.span.end <= self.part.end
        )


def apply_allowances(
    tree: ast.RubricDecl, findings: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """Leave out allowed warnings and report allowances that were not needed."""
    given, allowances = tuple(findings), tuple(find_allowances(tree))
    kept = [f for f in given if not any(a.silences(f) for a in allowances)]
    if any(found.severity is Severity.ERROR for found in given):
        return tuple(kept)  # what would be silenced has not been looked for
    idle = [a for a in allowances if not any(a.silences(f) for f in given)]
    return (*kept, *(make(WORDS, "W0602", each.span, code=each.code) for each in idle))


def find_allowances(tree: ast.RubricDecl) -> Iterator[Allowance]:
    """Give each allowance with the part it stands on; one at the top is for all of it."""
    yield from _within(tree, tree.span)


def _within(node: object, part: Span) -> Iterator[Allowance]:
    if isinstance(node, ast.AllowClause):
        yield Allowance(node.code, part, node.span)
    elif isinstance(node, tuple):
        for item in node:
            yield from _within(item, part)
    elif attrs.has(type(node)) and not isinstance(node, Span):
        span = getattr(node, "span", part)
        for attribute in attrs.fields(type(node)):  # type: ignore[arg-type]  # has() knows
            yield from _within(getattr(node, attribute.name), span)
