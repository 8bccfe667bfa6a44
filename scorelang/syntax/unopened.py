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
from scorelang.diagnostics.suggest import did_you_mean
from scorelang.source.text import SourceText
from scorelang.syntax.errors import WORDS
from scorelang.syntax.limits import braces
from scorelang.syntax.recovery import Statements
from scorelang.syntax.terms import TERMS
from scorelang.syntax.vocabulary import KEYWORDS

_OWNERS: Final = (
    *("RUBRIC", "INDICATOR", "GROUP", "LET", "TOTAL", "GRADES", "RECORD", "RESULT", "EXAMPLE"),
    *("CLASS", "SCORE", "TABLE", "PROMISE", "GIVEN", "EXPECT", "SCALE", "EXAMPLES"),
    *("USE", "REPLACE"),
)
_WORDS: Final = frozenset(
    word for kind in _OWNERS for language in KEYWORDS[kind] for word in language
)


def _words(*kinds: str) -> str:
    """Give the pattern of a line that begins with one of the words."""
    spelt = [word for kind in kinds for language in KEYWORDS[kind] for word in language]
    return rf"\s*(?:{'|'.join(spelt)})(?!\w)"


_FIRST_WORD: Final = re.compile(r"\s*(\w+)")
_HOLDS_PARTS: Final = re.compile(_words("RUBRIC", "GROUP", "RECORD"))
_PART: Final = re.compile(_words(*_OWNERS, "NOTCH", "VETO", "CAP", "FLOOR", "KEY", "ZERO"))
_RUBRIC: Final = re.compile(
    _words("RUBRIC") + r"[^\S\n]+[^{｛\n\"“]*(?:[\"“][^\"”\n]*[\"”])?[^{｛\n]*\n\s*"
)
_BRANCH: Final = re.compile(r"\s*(?:[0-9<>＜＞≥≤]|otherwise|其余)")


def open_blocks(text: str, source: SourceText, collector: Collector) -> str:
    """Report each block without a ``{``, and open it, while more braces close than open."""
    signs = [text[at] for at in braces(text)]
    if (head := _unopened_rubric(text)) is not None:
        _report(text, head, source, collector)
        text = text[:head] + "{" + text[head + 1 :]
        if sum(1 if sign in "{｛" else -1 for sign in signs) == 0:  # its end is forgotten too
            written = len(text.rstrip())
            text = text[:written] + "}" + text[written + 1 :]
        return text
    lacking = sum(1 if sign in "}｝" else -1 for sign in signs)
    if lacking <= 0:
        return text
    for end in _chosen(text, lacking):
        _report(text, end, source, collector)
        text = text[:end] + "{" + text[end + 1 :]
    return text


def _report(text: str, end: int, source: SourceText, collector: Collector) -> None:
    written = len(text[:end].rstrip())
    start = text.rfind("\n", 0, written) + 1
    start += len(text[start:written]) - len(text[start:written].lstrip())
    fix = Fix(source.span(written, written), " {", TERMS["write `{text}`"].format(text="{"))
    header = text[start:written].split(maxsplit=1)[0]
    span = source.span(start, written)
    collector.add(WORDS, "E0102.open", span, fixes=(fix,), found=header)


def _unopened_rubric(text: str) -> int | None:
    """Give the end of the first line where it names the rubric and opens no block."""
    found = _RUBRIC.match(text)
    return found.end() - 1 if found is not None and _PART.match(text, found.end()) else None


def _chosen(text: str, lacking: int) -> list[int]:
    """Give the line ends to open: behind known words first, then behind words misspelt."""
    known = list(_ends_of_headers(text, is_known=True))[:lacking]
    guessed = list(_ends_of_headers(text, is_known=False)) if len(known) < lacking else []
    return sorted([*known, *guessed[: lacking - len(known)]])


def _ends_of_headers(text: str, *, is_known: bool) -> Iterator[int]:
    """Give the line ends behind which lines of a block follow that nothing has opened."""
    statements = Statements(text)
    at = 0
    while at < len(text):
        start, end = statements.bounds(at)
        at = max(end, at + 1)
        written = text[start:end]
        word = _FIRST_WORD.match(written)
        if word is None or not written.endswith("\n") or written.rstrip()[-1:] in {"{", "｛"}:
            continue
        if word.group(1) not in _WORDS if is_known else not _is_like_a_head(word.group(1)):
            continue
        if _holds_lines(written, text[end:].lstrip("\n")[:1000]):
            yield end - 1


def _is_like_a_head(word: str) -> bool:
    """Whether a first word was meant to begin a block: misspelt, longer, or run together."""
    own = [known for known in _WORDS if known.isascii() is word.isascii()]
    return word not in _WORDS and (
        did_you_mean(word, own) is not None
        or any(not known.isascii() and known in word for known in own)
    )


def _holds_lines(header: str, behind: str) -> bool:
    following = behind.split("\n", maxsplit=1)[0]
    if not following.strip() or following.strip()[0] in "}｝":
        return False
    first = header.lstrip("\n").split("\n")[0]
    if _HOLDS_PARTS.match(first) and _PART.match(following):
        return True
    return _indent(following) > _indent(first) or bool(_BRANCH.match(following))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
