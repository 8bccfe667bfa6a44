"""Names and texts as they are written."""

from __future__ import annotations

import attrs

from scorelang.source.span import Span
from scorelang.source.structure import Structure


def spanned() -> Span:
    """Declare where a node stands; the declared type is that of the attribute."""
    found: Span = attrs.field(kw_only=True, eq=False, repr=False)
    return found


@attrs.frozen(eq=False, repr=False)
class Name(Structure):
    """A name as written, without its quoting marks; ``post.total`` is one name with a dot."""

    text: str
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class Text(Structure):
    """A quoted text."""

    value: str
    span: Span = spanned()
