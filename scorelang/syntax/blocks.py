"""In which block a place of a text lies, also of a text that cannot be read.

In: the text before a place. Out: the line that opened the block which is still open there.
"""

from __future__ import annotations

import enum
import re
from typing import Final

from scorelang.syntax.limits import braces
from scorelang.syntax.vocabulary import KEYWORDS


class Block(enum.Enum):
    """Where a phrase may stand."""

    ANY = enum.auto()
    GRADES = enum.auto()
    RECORD = enum.auto()
    EXAMPLE = enum.auto()


_KINDS: Final = {
    Block.ANY: (),
    Block.GRADES: ("GRADES", "CLASS"),
    Block.RECORD: ("RECORD",),
    Block.EXAMPLE: ("EXAMPLE",),
}
_HEADS: Final = {
    block: tuple(word for kind in kinds for own in KEYWORDS[kind] for word in own)
    for block, kinds in _KINDS.items()
}
_WORD: Final = re.compile(r"\s*(\w*)")


def block_at(before: str) -> Block:
    """Tell the kind of the innermost block that is open behind a text.

    >>> block_at("等级 { A 80以上 "), block_at("grades { A >= 80 } veto v ")
    (<Block.GRADES: 2>, <Block.ANY: 1>)
    """
    closed = 0
    for brace in reversed(braces(before)):
        if before[brace] in "}｝":
            closed += 1
        elif closed:
            closed -= 1
        else:
            return _kind_of(before[before.rfind("\n", 0, brace) + 1 : brace])
    return Block.ANY


def _kind_of(head: str) -> Block:
    first = _WORD.match(head)
    word = first.group(1) if first is not None else ""
    return next((block for block, words in _HEADS.items() if word in words), Block.ANY)
