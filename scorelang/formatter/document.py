"""A small line-breaking algebra: what stays on a line, where a line may break.

Documents are made of `Text`, `Line` (a blank that may become a line end), `Nest` (deeper
where broken), `Group` (flat if it fits) and `Block` (braces around entries, one a line).
They know nothing of rubrics. `columns` aligns neighbouring entries, `layout` prints.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

import attrs
from wcwidth import wcswidth

from scorelang.source.span import Span

WIDTH = 100
INDENT = 2
CONTINUATION = 4


@attrs.frozen
class Text:
    """Characters that stay together on one line."""

    text: str


@attrs.frozen
class Line:
    """``flat`` where the group around it fits on its line, else ``broken`` and a line end."""

    flat: str = " "
    broken: str = ""


@attrs.frozen
class Concat:
    """Documents one after the other."""

    parts: tuple[Doc, ...]


@attrs.frozen
class Nest:
    """Lines broken inside stand deeper; where nothing is broken it changes nothing."""

    doc: Doc


@attrs.frozen
class Group:
    """All lines directly inside are flat, or all are broken."""

    doc: Doc


@attrs.frozen
class Remark:
    """A comment on a line of its own; ``spaced``: a blank line stands before it."""

    text: str
    spaced: bool = False


@attrs.frozen
class Entry:
    """One logical line of a block, with the comments that belong to it.

    ``columns``, parted by blanks, are aligned with those of the neighbours where that
    reads better.
    """

    columns: tuple[Doc, ...]
    span: Span
    before: tuple[Remark, ...] = ()
    after: str = ""
    spaced: bool = False

    @property
    def doc(self) -> Doc:
        """The whole entry; where it breaks, its further lines stand deeper."""
        return Nest(join(" ", self.columns))


@attrs.frozen
class Block:
    """``{``, the entries on lines of their own, ``}``.

    ``owner`` is the place of the node whose last pair of braces this is. ``after`` stands
    behind the opening brace, ``closing`` before the closing one.
    """

    entries: tuple[Entry, ...]
    owner: Span
    after: str = ""
    closing: tuple[Remark, ...] = ()


Doc = Text | Line | Concat | Nest | Group | Block

EMPTY = Text("")


def concat(*parts: Doc | str) -> Doc:
    """Put documents and plain text one after the other."""
    return Concat(tuple(Text(part) if isinstance(part, str) else part for part in parts))


def join(separator: Doc | str, parts: Iterable[Doc | str]) -> Doc:
    """Put documents one after the other with ``separator`` between them."""
    found: list[Doc | str] = []
    for part in parts:
        if found:
            found.append(separator)
        found.append(part)
    return concat(*found)


def entry(*columns: Doc, span: Span) -> Entry:
    """Make an entry of one or more columns."""
    return Entry(columns, span)


def display_width(text: str) -> int:
    """How many columns of a terminal ``text`` takes; Chinese characters take two."""
    width = wcswidth(text)
    return width if width >= 0 else len(text)


def flat(doc: Doc) -> str | None:
    """Give ``doc`` on one line, or nothing where it holds a block."""
    match doc:
        case Text(text):
            return text
        case Line(blank):
            return blank
        case Concat(parts):
            found = [flat(part) for part in parts]
            return None if None in found else "".join(part or "" for part in found)
        case Nest(inner) | Group(inner):
            return flat(inner)
        case Block():
            return None
        case _:
            assert_never(doc)
