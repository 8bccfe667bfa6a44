"""Fenced blocks of a page: what they are tagged with, and where they stand."""

from __future__ import annotations

import re

import attrs

FENCE = re.compile(r"^```(\w*)[ \t]*(.*)$")


@attrs.frozen
class Block:
    """A fenced block: its language, the words after it, its lines and its place in the page."""

    language: str
    words: tuple[str, ...]
    lines: tuple[str, ...]
    first: int
    """The index of the first line inside the fence."""

    @property
    def text(self) -> str:
        """What is inside, as a file."""
        return "".join(f"{line}\n" for line in self.lines)

    @property
    def file(self) -> str | None:
        """The name the block is saved under, if it has one: a word with a dot."""
        return next((word for word in self.words if "." in word), None)

    def codes_after(self, word: str) -> frozenset[str]:
        """The codes after ``fails`` or ``warns``."""
        if word not in self.words:
            return frozenset()
        rest = self.words[self.words.index(word) + 1 :]
        return frozenset(code for code in rest if re.fullmatch(r"[A-Z]\d{4}", code))


def blocks_of(page: str) -> tuple[Block, ...]:
    """Find the fenced blocks of a page, from top to bottom."""
    found: list[Block] = []
    opened: tuple[str, str, int] | None = None
    inside: list[str] = []
    for number, line in enumerate(page.split("\n")):
        if opened is None:
            fence = FENCE.match(line)
            if fence:
                opened, inside = (fence[1], fence[2], number + 1), []
        elif line == "```":
            language, words, first = opened
            found.append(Block(language, tuple(words.split()), tuple(inside), first))
            opened = None
        else:
            inside.append(line)
    assert opened is None, f"a fence is not closed: line {opened[2] if opened else 0}"
    return tuple(found)
