"""Prints documents: decides which lines break and writes blocks, comments and blank lines.

In: the entries of a file. Out: its text, lines of at most `WIDTH` columns where they can
be broken, without blanks at their ends, with one line end at the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

import attrs

from scorelang.formatter.columns import align_columns, align_comments
from scorelang.formatter.document import (
    CONTINUATION,
    INDENT,
    WIDTH,
    Block,
    Concat,
    Doc,
    Entry,
    Group,
    Line,
    Nest,
    Remark,
    Text,
    display_width,
)


def render(entries: Sequence[Entry], closing: Sequence[Remark] = ()) -> str:
    """Print the entries of a file and the comments behind the last one."""
    printer = _Printer()
    printer.write_entries(entries, closing, 0)
    return printer.text()


@attrs.frozen
class _Piece:
    """A document that waits to be printed, with its indent and whether it is flat."""

    indent: int
    is_flat: bool
    doc: Doc

    def parts(self) -> tuple[_Piece, ...]:
        """Give the pieces inside, in order."""
        match self.doc:
            case Concat(parts):
                return tuple(_Piece(self.indent, self.is_flat, part) for part in parts)
            case Nest(inner):
                deeper = 0 if self.is_flat else CONTINUATION
                return (_Piece(self.indent + deeper, self.is_flat, inner),)
            case Group(inner):
                return (_Piece(self.indent, self.is_flat, inner),)
            case Text() | Line() | Block():
                return ()
            case _:
                assert_never(self.doc)


def _fits(piece: _Piece, rest: Sequence[_Piece], room: int) -> bool:
    """Whether ``piece`` and what follows it up to the next line end fit into ``room`` columns."""
    waiting, behind = [piece], len(rest)
    while room >= 0:
        if not waiting:
            if behind == 0:
                return True
            behind -= 1
            waiting.append(rest[behind])
        first = waiting.pop()
        match first.doc:
            case Text(text):
                room -= display_width(text)
            case Line(blank):
                if not first.is_flat:
                    return True
                room -= display_width(blank)
            case Block():
                return room >= 1
            case Concat() | Nest() | Group():
                waiting.extend(reversed(first.parts()))
            case _:
                assert_never(first.doc)
    return False


class _Printer:
    """The lines written so far and the one that is being written."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line = ""

    def text(self) -> str:
        """Give everything that was written."""
        return "".join(f"{line}\n" for line in self._lines)

    def write_entries(
        self, entries: Sequence[Entry], closing: Sequence[Remark], indent: int
    ) -> None:
        """Write each entry with its comments on lines of its own."""
        first_line = len(self._lines)
        aligned = align_columns(entries, indent)
        lines = align_comments(aligned, indent)
        for entry, line in zip(aligned, lines, strict=True):
            self._write_remarks(entry.before, indent, first_line)
            self._space(entry.spaced, first_line)
            self._line = " " * indent
            if line is None:
                self._write_doc(entry.doc, indent)
                self._write_behind(entry.after)
            else:
                self._line += line
            self._end_line()
        self._write_remarks(closing, indent, first_line)

    def _write_doc(self, doc: Doc, indent: int) -> None:
        waiting = [_Piece(indent, is_flat=False, doc=doc)]
        while waiting:
            piece = waiting.pop()
            match piece.doc:
                case Text(text):
                    self._line += text
                case Line(blank, broken):
                    if piece.is_flat:
                        self._line += blank
                    else:
                        self._line += broken
                        self._end_line()
                        self._line = " " * piece.indent
                case Block():
                    self._write_block(piece.doc, indent)
                case Group(inner) if not piece.is_flat:
                    room = WIDTH - display_width(self._line)
                    is_flat = _fits(attrs.evolve(piece, is_flat=True), waiting, room)
                    waiting.append(_Piece(piece.indent, is_flat, inner))
                case Concat() | Nest() | Group():
                    waiting.extend(reversed(piece.parts()))
                case _:
                    assert_never(piece.doc)

    def _write_block(self, block: Block, indent: int) -> None:
        self._line += "{"
        self._write_behind(block.after)
        self._end_line()
        self.write_entries(block.entries, block.closing, indent + INDENT)
        self._line = " " * indent + "}"

    def _write_remarks(self, remarks: Sequence[Remark], indent: int, first_line: int) -> None:
        for remark in remarks:
            self._space(remark.spaced, first_line)
            self._line = " " * indent + remark.text
            self._end_line()

    def _write_behind(self, comment: str) -> None:
        if comment:
            self._line += f"  {comment}"

    def _space(self, is_spaced: bool, first_line: int) -> None:
        if is_spaced and len(self._lines) > first_line:
            self._lines.append("")

    def _end_line(self) -> None:
        self._lines.append(self._line.rstrip())
        self._line = ""
