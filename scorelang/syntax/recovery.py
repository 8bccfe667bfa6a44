"""Where a statement begins and ends, so that a faulty one can be left out.

In: the text as the grammar reads it and a place in it. Out: the same text with the
statement at that place blank, with its block if it opens one, so that the rest can be read
and several mistakes are found in one run. Reports nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

_PIECE: Final = re.compile(
    r'"[^"\n]*"|“[^“”\n]*”|「[^「」\n]+」|`[^`\n]+`'
    r'|(?m:^[ \t]*\|(?:"[^"\n]*"|[^\n{}｛｝])*)|[{}｛｝()（）\[\]［］【】\n]'
)
_GOES_ON: Final = frozenset(",，、:：{｛+-*/×÷=＝<>＜＞≥≤~～")
_CONTINUES: Final = re.compile(
    r"\n[^\S\n]*(?:[{｛+＋*×÷]|/(?!/)|(?:and|or|then|else)(?!\w)|(?:且|或|则|否则)(?![^\W\d]))"
)
_HEADER: Final = re.compile(
    r"(?P<word>rubric|group|评分标准|评价办法|大类|分组)(?!\w).*?(?P<brace>[{｛])\s*\Z", re.DOTALL
)
_MOST_OPEN_LINES: Final = 20


class Statements:
    """The statements of one text: from which place to which each goes."""

    def __init__(self, text: str) -> None:
        """Find where each statement begins; a new one begins after each brace too."""
        self._text = text
        self._starts = _find_starts(text)

    def bounds(self, at: int) -> tuple[int, int]:
        """Give where the statement at a place begins and ends."""
        index = bisect_right(self._starts, at)
        end = self._starts[index] if index < len(self._starts) else len(self._text)
        return self._starts[index - 1], end

    def without(self, at: int) -> str:
        """Blank the statement at a place, with its block if it opens one."""
        start, end = self.bounds(at)
        written = self._text[start:end]
        header = _HEADER.search(written)
        if header is not None:
            word = header["word"]
            room = header.end("brace") - header.start() - len(word) - 1
            plain = f"{word} x".ljust(len(word) + room) if room >= len(" x") else ""
            if plain and plain.split() != written[header.start() : -1].split():
                kept = blank(written[: header.start()]) + plain
                kept += "{" + written[header.end("brace") :]
                return self._text[:start] + kept.ljust(end - start) + self._text[end:]
        if written.rstrip().endswith(("{", "｛")):
            end = self._block_end(end)
        return self._text[:start] + blank(self._text[start:end]) + self._text[end:]

    def _block_end(self, at: int) -> int:
        depth = 1
        for found in _PIECE.finditer(self._text, at):
            if found.group() in {"{", "｛"}:
                depth += 1
            elif found.group() in {"}", "｝"}:
                depth -= 1
                if depth == 0:
                    return found.end()
        return len(self._text)


def without(text: str, places: tuple[int, ...]) -> str:
    """Blank the statements at several places; a brace too many goes alone."""
    for at in places:
        if text[at] in "}｝":
            text = text[:at] + " " + text[at + 1 :]
        else:
            text = Statements(text).without(at)
    return text


def blank(text: str) -> str:
    """Replace all but line ends by spaces."""
    return re.sub(r"[^\n]", " ", text)


def _find_starts(text: str) -> list[int]:
    starts, depth, lines = [0], 0, 0
    for found in _PIECE.finditer(text):
        sign = found.group()
        if sign in {"{", "｛", "}", "｝"}:
            depth, lines = 0, 0
            starts += (found.start(), found.end()) if sign in "}｝" else (found.end(),)
        elif sign in {"(", "（", "[", "［", "【"}:
            depth += 1
        elif sign in {")", "）", "]", "］", "】"}:
            depth = max(0, depth - 1)
        elif sign == "\n":
            lines += 1
            if lines > _MOST_OPEN_LINES or (depth == 0 and _ends(text, found.start())):
                starts.append(found.end())
                depth, lines = 0, 0
    return starts


def _ends(text: str, at: int) -> bool:
    """Tell whether a line end ends a statement."""
    line = text[max(text.rfind("\n", 0, at) + 1, at - 1000) : at].rstrip()
    if line.lstrip().startswith("|"):
        return True
    return (not line or line[-1] not in _GOES_ON) and not _CONTINUES.match(text, at)
