"""Where the parser could not go on, and what is said of it: the two ends of every rule.

In: the text, the place, the word found there and what might have stood there. Out: the key
of the words, the span, the arguments, and a fix where one is sure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

import attrs
from lark import Token

from scorelang.syntax.ast import Vocabulary
from scorelang.syntax.standing import Standing

ENDS: Final = frozenset(("_NL", "$END", "_RBRACE"))
MOST_SHOWN: Final = 40
_LOOKED_AT: Final = 500  # characters before and behind a place in an endless line
WORD: Final = re.compile(r"\w+|[^\w\s]")


@attrs.frozen
class Trouble:
    """Where the parser stopped: the place, the word found there, the word before."""

    text: str
    at: int
    found: Token | None
    last: Token | None
    standing: Standing
    vocabulary: Vocabulary

    @property
    def kind(self) -> str:
        """The kind of the word found, empty where no word begins."""
        return self.found.type if self.found is not None else ""

    @property
    def is_early_end(self) -> bool:
        """Whether a line, a block or the file ends where something is missing."""
        return self.kind in ENDS

    @property
    def is_behind_all(self) -> bool:
        """Whether the rubric is complete, and something stands behind it."""
        return not self.standing.kinds and self.standing.accepts("$END")

    @property
    def shown(self) -> str:
        """What was found, as it is shown."""
        word = self.found
        written = str(word) if word is not None else WORD.match(self.text, self.at)
        if isinstance(written, re.Match):
            written = written.group()
        shown = (written or self.text[self.at : self.at + 1]).split("\n")[0].rstrip()
        return shown if len(shown) <= MOST_SHOWN else shown[:MOST_SHOWN] + "…"


@attrs.frozen
class Mistake:
    """The key of the words with their arguments, the place, and the change that cures it.

    A guess is true only if its change lets the line be read; a sure one is said anyhow.
    ``trial`` is a change that is tried in the same way and not offered.
    """

    key: str
    start: int
    end: int
    arguments: dict[str, Any] = attrs.Factory(dict)
    replacement: str | None = None
    trial: str | None = None
    is_sure: bool = False

    @property
    def change(self) -> str | None:
        """What is written instead, offered or only tried."""
        return self.replacement if self.trial is None else self.trial

    def mend(self, text: str) -> str:
        """Give the text with the change made."""
        return text[: self.start] + (self.change or "") + text[self.end :]


Rule = Callable[[Trouble], Mistake | Iterator[Mistake] | None]


def here(key: str, trouble: Trouble, replacement: str | None = None, **more: str) -> Mistake:
    """Make the mistake for the word that was found."""
    shown = trouble.shown
    end = trouble.at + max(1, len(shown.rstrip("…")))
    return Mistake(key, trouble.at, end, {"found": shown, **more}, replacement)


def shown_last(trouble: Trouble) -> str:
    """Give the line up to the place, as it is shown."""
    start = trouble.text.rfind("\n", 0, trouble.at) + 1
    return trouble.text[max(start, trouble.at - MOST_SHOWN) : trouble.at].strip()


def line_at(trouble: Trouble) -> tuple[int, str]:
    """Give the line of the place, and where it begins; where a line ends too early, that line.

    Of a line without end only what stands near the place is looked at, so that looking at it
    takes no time.
    """
    at = trouble.at
    if trouble.is_early_end and trouble.last is not None:
        at = trouble.last.start_pos or 0
    start = max(trouble.text.rfind("\n", 0, at) + 1, at - _LOOKED_AT, 0)
    end = trouble.text.find("\n", at, at + _LOOKED_AT)
    return start, trouble.text[start : end if end >= 0 else at + _LOOKED_AT]


def matches_at(
    trouble: Trouble, pattern: re.Pattern[str], before: int = 0, behind: int = 1
) -> Iterator[tuple[int, re.Match[str]]]:
    """Give what matches round the place, each with where the line begins.

    ``before``, ``behind``: so many signs before and behind a match the place may lie.
    """
    start, line = line_at(trouble)
    at = trouble.at - start
    for found in pattern.finditer(line):
        if found.start() - before <= at <= found.end() + behind:
            yield start, found
