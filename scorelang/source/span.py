"""Where in a source text something was written.

A span is a half-open range of code points of one named text. Spans never take
part in the equality of the nodes that carry them.
"""

from __future__ import annotations

import attrs


@attrs.frozen(order=True)
class Span:
    """Code points ``start`` (included) to ``end`` (excluded) of the text called ``path``."""

    path: str
    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            msg = f"span out of order: {self.start}..{self.end}"
            raise ValueError(msg)


def join(first: Span, last: Span) -> Span:
    """Give the smallest span that covers both; they must be of one text."""
    if first.path != last.path:
        msg = f"spans of two texts cannot be joined: {first.path}, {last.path}"
        raise ValueError(msg)
    return Span(first.path, min(first.start, last.start), max(first.end, last.end))
