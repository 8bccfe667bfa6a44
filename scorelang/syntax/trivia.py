r"""Comments, and the text as the grammar reads it.

In: a source text. Out: its comments with their places, and a text of the same length in
which comments are blank, line ends are ``\n``, odd spaces are plain, and the tabs between
the cells of a pasted table are marked. Every offset stays what it was.
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from scorelang.source.text import SourceText
from scorelang.syntax import ast
from scorelang.syntax.from_tree_tables import TAB

_PIECE: Final = re.compile(
    r"""(?P<quoted>"[^"\n]*"|“[^“”\n]*”|「[^「」\n]+」|`[^`\n]+`)|(?P<comment>\#[^\n]*)""",
)
_SPACES: Final = {ord(char): " " for char in "\u3000\xa0\ufeff\f\v\u2028\u2029\x85\r\u200b"}
_BLOCK: Final = re.compile(r"[{｛]([^{}｛｝]*)[}｝]")
_OPENS_GRID: Final = re.compile(
    r"^\s*(?:table|examples|对照表|示例表?)(?!\w)|(?<!\w)(?:by|limits|pairs)(?!\w)|标准值|两两比较|(?<!\w)分(?!\w)"
)
_BRANCH: Final = re.compile(r"[:：]|(?<!\w)(?:when|otherwise|当)(?!\w)")


@attrs.frozen
class Prepared:
    """The text that the grammar reads, and the comments taken out of it."""

    text: str
    comments: tuple[ast.Comment, ...]


def prepare(source: SourceText) -> Prepared:
    """Blank the comments and even out the spaces of a text."""
    text = source.content.replace("\r\n", " \n").replace("\r", "\n").replace(TAB, "\ufffd")
    comments: list[ast.Comment] = []
    pieces: list[str] = []
    done = 0
    for found in _PIECE.finditer(text):
        if found.group("comment") is None:
            pieces += (text[done : found.start()].translate(_SPACES), found.group())
        else:
            written = found.group().rstrip()
            line = text.rfind("\n", 0, found.start()) + 1
            own = not text[line : found.start()].strip()
            span = source.span(found.start(), found.start() + len(written))
            comments.append(ast.Comment(written, own, span=span))
            pieces += (text[done : found.start()].translate(_SPACES), " " * len(found.group()))
        done = found.end()
    pieces.append(text[done:].translate(_SPACES))
    return Prepared(_mark_pasted("".join(pieces)), tuple(comments))


def without_comments(text: str) -> str:
    """Blank the comments of a text that was prepared and then changed."""
    return _PIECE.sub(
        lambda found: found.group() if found["comment"] is None else " " * len(found.group()), text
    )


def _mark_pasted(text: str) -> str:
    """Mark the tabs between cells in blocks that can only be pasted tables."""
    if "\t" not in text:
        return text
    pieces: list[str] = []
    done = 0
    for block in _BLOCK.finditer(text):
        opener = text[text.rfind("\n", 0, block.start()) + 1 : block.start()]
        lines = block.group(1).split("\n")
        if _OPENS_GRID.search(opener) and _is_pasted(lines):
            pieces += (text[done : block.start(1)], "\n".join(_marked(lines)))
            done = block.end(1)
    return "".join((*pieces, text[done:]))


def _is_pasted(lines: list[str]) -> bool:
    filled = [line for line in lines if line.strip()]
    first = filled[0] if filled else ""
    return (
        "\t" in first.strip(" ").rstrip()
        and not any(line.lstrip().startswith(("|", "｜")) for line in filled)
        and not any(_BRANCH.search(line.partition("\t")[0]) for line in filled)
        and sum("\t" in line.strip() for line in filled) * 2 >= len(filled)
        and (len(filled) > 1 or "\t" in first.strip())
    )


def _marked(lines: list[str]) -> list[str]:
    """Mark the tabs behind what all lines are indented by."""
    filled = [line for line in lines if line.strip()]
    indent = min(len(line) - len(line.lstrip("\t")) for line in filled)
    marked = []
    for line in lines:
        head, rest = line[:indent], line[indent:]
        end = len(rest.rstrip())
        marked.append(head + rest[:end].replace("\t", TAB) + rest[end:] if line.strip() else line)
    return marked
