r"""A source text with its name and its lines.

Lines and columns count from 1, columns count code points. Line ends are ``\n``,
``\r\n`` or ``\r``; other separators of Unicode do not end a line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

import attrs

from scorelang.source.span import Span

_LINE_END = re.compile(r"\r\n|\r|\n")


@attrs.frozen(order=True)
class Position:
    """A place for people: line and column, both from 1, the column in code points."""

    line: int
    column: int


@attrs.define(frozen=True, slots=False)
class SourceText:
    """One text, as read: its path for messages (``<stdin>`` for standard input) and content."""

    path: str
    content: str = attrs.field(repr=False)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in _LINE_END.finditer(self.content))]

    @property
    def line_count(self) -> int:
        """How many lines there are; a text that ends in a line end has an empty last line."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Give line and column of a code-point offset."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Give the text of line ``number`` (from 1) without its line end."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.content)
        return self.content[start:end].rstrip("\r\n")

    def line_start(self, number: int) -> int:
        """Give the offset at which line ``number`` (from 1) begins."""
        return self._starts[number - 1]

    def slice(self, span: Span) -> str:
        """Give what was written at ``span``."""
        return self.content[span.start : span.end]

    def span(self, start: int, end: int) -> Span:
        """Make a span of this text."""
        return Span(self.path, start, end)

    def utf16_column(self, offset: int) -> int:
        """Give the column from 0 in UTF-16 units, as editors and SARIF viewers count."""
        line = bisect_right(self._starts, offset)
        return len(self.content[self._starts[line - 1] : offset].encode("utf-16-le")) // 2
