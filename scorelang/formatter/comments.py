"""Puts every comment and every blank line back where it belongs.

In: the entries of a file as `from_ast` made them, the comments the parser kept, and the
source. Out: the same entries with comments. A comment on a line of its own goes before
the entry that follows, or to the end of its block; a comment behind something goes behind
that entry or brace; a comment inside an entry of several lines goes before that entry.
No comment is ever dropped. Of several blank lines one stays.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import assert_never

import attrs

from scorelang.formatter.document import (
    Block,
    Concat,
    Doc,
    Entry,
    Group,
    Line,
    Nest,
    Remark,
    Text,
)
from scorelang.source.span import Span
from scorelang.source.text import SourceText
from scorelang.syntax.ast import Comment

_QUOTED_OR_BRACE = re.compile(r'"(?:\\.|[^"\\\n])*"|“[^“”\n]*”|`[^`\n]*`|「[^「」\n]*」|[{}｛｝]')


@attrs.frozen
class _Braces:
    """The offsets of an opening brace and of its closing one."""

    start: int
    end: int


@attrs.define
class _Places:
    """The comments of one block by the entry (counted from 0) they belong to."""

    before: defaultdict[int, list[Remark]] = attrs.field(factory=lambda: defaultdict(list))
    inside: defaultdict[int, list[Comment]] = attrs.field(factory=lambda: defaultdict(list))
    after: dict[int, str] = attrs.field(factory=dict)
    opening: str = ""
    closing: list[Remark] = attrs.field(factory=list)


def attach_comments(
    entries: Sequence[Entry], comments: Sequence[Comment], source: SourceText
) -> tuple[tuple[Entry, ...], tuple[Remark, ...]]:
    """Give the entries with their comments, and the comments behind the last entry."""
    attachment = _Attachment(source, _find_braces(source.content, comments))
    ordered = sorted(comments, key=lambda comment: comment.span.start)
    done, places = attachment.attach(entries, ordered, -1)
    return done, tuple(places.closing)


def _find_braces(content: str, comments: Sequence[Comment]) -> tuple[_Braces, ...]:
    """Find all pairs of braces that stand neither in a comment nor in quotes, by their ends."""
    masked = list(content)
    for comment in comments:
        masked[comment.span.start : comment.span.end] = " " * (
            comment.span.end - comment.span.start
        )
    pairs, waiting = [], []
    for found in _QUOTED_OR_BRACE.finditer("".join(masked)):
        if found.group() in "{｛":
            waiting.append(found.start())
        elif found.group() in "}｝" and waiting:
            pairs.append(_Braces(waiting.pop(), found.start()))
    return tuple(sorted(pairs, key=lambda pair: pair.end))


@attrs.frozen
class _Attachment:
    """What is needed to place comments: the source and its braces."""

    source: SourceText
    braces: tuple[_Braces, ...]

    def attach(
        self, entries: Sequence[Entry], comments: Sequence[Comment], opened: int
    ) -> tuple[tuple[Entry, ...], _Places]:
        """Place the comments of one block whose brace opens at ``opened``."""
        places = _Places()
        order = sorted(range(len(entries)), key=lambda index: entries[index].span.start)
        for comment in comments:
            self._place(comment, entries, order, opened, places)
        done = []
        for index, entry in enumerate(entries):
            columns, hoisted = self._rebuild_all(entry.columns, places.inside[index])
            done.append(
                attrs.evolve(
                    entry,
                    columns=columns,
                    before=(*places.before[index], *(Remark(_text(one)) for one in hoisted)),
                    after=places.after.get(index, ""),
                    spaced=self._is_spaced(entry.span.start),
                )
            )
        return tuple(done), places

    def _place(
        self,
        comment: Comment,
        entries: Sequence[Entry],
        order: Sequence[int],
        opened: int,
        places: _Places,
    ) -> None:
        """Place one comment; ``order`` gives the entries as they stand in the source."""
        start = comment.span.start
        rank = bisect_right(order, start, key=lambda index: entries[index].span.start)
        previous = order[rank - 1] if rank else None
        following = order[rank] if rank < len(order) else None
        remark = Remark(_text(comment), self._is_spaced(start))
        if previous is not None and start < entries[previous].span.end:
            places.inside[previous].append(comment)
        elif previous is not None and self._is_same_line(entries[previous].span.end, start):
            places.after[previous] = remark.text
        elif previous is None and opened >= 0 and self._is_same_line(opened, start):
            places.opening = remark.text
        elif following is not None:
            places.before[following].append(remark)
        else:
            places.closing.append(remark)

    def _rebuild(self, doc: Doc, comments: Sequence[Comment]) -> tuple[Doc, list[Comment]]:
        """Put comments into the blocks of ``doc``; give back those that are in none."""
        match doc:
            case Text() | Line():
                return doc, list(comments)
            case Nest(inner) | Group(inner):
                done, left = self._rebuild(inner, comments)
                return attrs.evolve(doc, doc=done), left
            case Concat(parts):
                rebuilt, left = self._rebuild_all(parts, comments)
                return Concat(rebuilt), left
            case Block():
                return self._rebuild_block(doc, comments)
            case _:
                assert_never(doc)

    def _rebuild_all(
        self, docs: Sequence[Doc], comments: Sequence[Comment]
    ) -> tuple[tuple[Doc, ...], list[Comment]]:
        left = list(comments)
        rebuilt = []
        for doc in docs:
            done, left = self._rebuild(doc, left)
            rebuilt.append(done)
        return tuple(rebuilt), left

    def _rebuild_block(
        self, block: Block, comments: Sequence[Comment]
    ) -> tuple[Block, list[Comment]]:
        braces = self._braces_of(block.owner)
        inside = [one for one in comments if braces.start < one.span.start < braces.end]
        left = [one for one in comments if not braces.start < one.span.start < braces.end]
        entries, places = self.attach(block.entries, inside, braces.start)
        done = Block(entries, block.owner, places.opening, tuple(places.closing))
        return done, left

    def _braces_of(self, owner: Span) -> _Braces:
        """Find the last pair of braces that stands in ``owner``; no other one is around it."""
        index = bisect_left(self.braces, owner.end, key=lambda pair: pair.end) - 1
        if index >= 0 and self.braces[index].start >= owner.start:
            return self.braces[index]
        return _Braces(owner.end, owner.end)

    def _is_same_line(self, start: int, end: int) -> bool:
        between = self.source.content[start:end]
        return "\n" not in between and "\r" not in between

    def _is_spaced(self, start: int) -> bool:
        """Whether a blank line stands before the line that begins with what is at ``start``."""
        line = self.source.position(start).line
        if line == 1 or self.source.content[self.source.line_start(line) : start].strip():
            return False
        return not self.source.line(line - 1).strip()


def _text(comment: Comment) -> str:
    return comment.text.rstrip()
