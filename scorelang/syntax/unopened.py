"""Blocks whose ``{`` was forgotten.

In: the text as the grammar reads it. Out: a text of the same length in which the line end
stands for the forgotten brace, so that one fault is one message and the rest is still read.
Reports E0102.open. A text whose braces pair is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from scorelang.diagnostics.collector import Collector
from scorelang.diagnostics.model import Fix
from scorelang.source.text import SourceText
from scorelang.syntax.errors import WORDS
from scorelang.syntax.limits import braces
from scorelang.syntax.recovery import Statements
from scorelang.syntax.terms import TERMS
from scorelang.syntax.vocabulary import KEYWORDS

_OWNERS: Final = (
    *("RUBRIC", "INDICATOR", "GROUP", "LET", "TOTAL", "GRADES", "RECORD", "RESULT", "EXAMPLE"),
    *("CLASS", "SCORE", "TABLE", "PROMISE", "GIVEN", "EXPECT"),
)
_WORDS: Final = frozenset(
    word for kind in _OWNERS for language in KEYWORDS[kind] for word in language
)
_FIRST_WORD: Final = re.compile(r"\s*(\w+)")
_BRANCH: Final = re.compile(r"\s*(?:[0-9<>＜＞≥≤]|otherwise|其余)")


def open_blocks(text: str, source: SourceText, collector: Collector) -> str:
    """Report each block without a ``{``, and open it, while more braces close than open."""
    signs = [text[at] for at in braces(text)]
    lacking = sum(1 if sign in "}｝" else -1 for sign in signs)
    if lacking <= 0:
        return text
    for end in list(_ends_of_headers(text))[:lacking]:
        written = len(text[:end].rstrip())
        start = text.rfind("\n", 0, written) + 1
        start += len(text[start:written]) - len(text[start:written].lstrip())
        fix = Fix(source.span(written, written), " {", TERMS["write `{text}`"].format(text="{"))
        header = text[start:written].split(maxsplit=1)[0]
        span = source.span(start, written)
        collector.add(WORDS, "E0102.open", span, fixes=(fix,), found=header)
        text = text[:end] + "{" + text[end + 1 :]
    return text


def _ends_of_headers(text: str) -> Iterator[int]:
    """Give the line ends behind which lines of a block follow that nothing has opened."""
    statements = Statements(text)
    at = 0
    while at < len(text):
        start, end = statements.bounds(at)
        at = max(end, at + 1)
        written = text[start:end]
        word = _FIRST_WORD.match(written)
        if word is None or word.group(1) not in _WORDS or not written.endswith("\n"):
            continue
        if _holds_lines(written, text[end:].lstrip("\n")[:1000]):
            yield end - 1


def _holds_lines(header: str, behind: str) -> bool:
    following = behind.split("\n", maxsplit=1)[0]
    if not following.strip() or following.strip()[0] in "}｝":
        return False
    first = header.lstrip("\n").split("\n")[0]
    return _indent(following) > _indent(first) or bool(_BRANCH.match(following))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
