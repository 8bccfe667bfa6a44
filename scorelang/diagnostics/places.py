"""Spans resolved to lines and columns, and the one order in which findings appear.

In: diagnostics and the source texts by path. Out: places for people and programs.
A span may point past the end of its text (an unexpected end) or into a text that
nobody handed in; then the place is the end of the text, or has no line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from scorelang.diagnostics.model import Diagnostic
from scorelang.source.span import Span
from scorelang.source.structure import Structure
from scorelang.source.text import Position, SourceText


@attrs.frozen(eq=False, repr=False)
class Place(Structure):
    """A span with its first position and the one after its last; none if the text is unknown."""

    path: str
    start: int
    end: int
    first: Position | None
    last: Position | None

    @property
    def name(self) -> str:
        """The place as editors read it: ``path:line:column``, or the path alone."""
        if self.first is None:
            return self.path
        return f"{self.path}:{self.first.line}:{self.first.column}"


def find_place(span: Span, sources: Mapping[str, SourceText]) -> Place:
    """Resolve a span against the texts."""
    source = sources.get(span.path)
    if source is None:
        return Place(span.path, span.start, span.end, None, None)
    first, last = clamp_span(span, source)
    return Place(span.path, first, last, source.position(first), source.position(last))


def clamp_span(span: Span, source: SourceText) -> tuple[int, int]:
    """Give start and end of a span inside its text."""
    limit = len(source.content)
    return min(span.start, limit), min(span.end, limit)


def sort_findings(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Order findings by file, place, code and words; those without a place come first."""
    return tuple(sorted(diagnostics, key=_order))


def _order(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    span = diagnostic.span
    if span is None:
        return ("", 0, 0, diagnostic.code, diagnostic.message)
    return (span.path, span.start, span.end, diagnostic.code, diagnostic.message)
