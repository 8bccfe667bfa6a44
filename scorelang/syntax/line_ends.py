"""Where a line end ends a clause, and where it does not.

A line end is dropped inside round brackets, behind a comma, an opening brace, a colon or
an operator, and at the beginning of the file. What follows it (``and``, ``or``, ``}``) is
seen by the pattern of the line end itself, in tokens.lark.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lark import Token

_OPENING: Final = frozenset(("_LPAR", "LSQUARE"))
_CLOSING: Final = frozenset(("_RPAR", "RSQUARE"))
_GOES_ON: Final = frozenset(
    (
        *("_LBRACE", "_COMMA", "_COLON", "BAR", "DOTS", "PLUS", "MINUS", "TIMES", "DIVIDE"),
        *("POWER", "GE", "LE", "NE", "GT", "LT", "EQ", "BODY_EQ", "AND", "OR"),
        *("NOT", "IF", "THEN", "ELSE"),
    )
)


class LineEnds:
    """Drops the line ends that mean nothing."""

    always_accept = ("_NL",)

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        """Pass on all tokens except line ends in the middle of a clause."""
        depth, last = 0, ""
        for token in stream:
            kind = token.type
            if kind == "_NL" and (depth > 0 or not last or last in _GOES_ON):
                continue
            if kind in _OPENING:
                depth += 1
            elif kind in _CLOSING:
                depth = max(0, depth - 1)
            last = kind
            yield token
