"""What is refused before the parser sees it: files no person has written.

Reports E0106 (too large), E0102 (brackets that do not pair) and E0103.comma (commas in
numbers). A text that passes is parsed in time proportional to its length.
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from scorelang.diagnostics.collector import Collector
from scorelang.diagnostics.model import Fix
from scorelang.source.text import SourceText
from scorelang.syntax.errors import WORDS
from scorelang.syntax.terms import TERMS

MOST_CHARACTERS: Final = 2_000_000
MOST_ON_A_LINE: Final = 100_000
MOST_DEPTH: Final = 100
_MOST_FAULTY: Final = 20

_QUOTED: Final = r'"[^"\n]*"|“[^“”\n]*”|「[^「」\n]+」|`[^`\n]+`'
_LINE_OF_CELLS: Final = r'(?m:^[ \t]*\|(?:"[^"\n]*"|[^\n{}｛｝])*)'
_BRACKET: Final = re.compile(rf"{_QUOTED}|{_LINE_OF_CELLS}|[{{}}｛｝()（）\[\]［］【】]")
_NUMBER: Final = re.compile(
    rf"{_QUOTED}|(?P<bracket>[()（）\[\]［］【】])|(?<![\w.])"
    r"(?P<number>[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+)(?![0-9０-９])(?![,，][0-9０-９])"
    r"|(?P<list>(?<![0-9０-９])[0-9０-９]+(?:[,，][0-9０-９]+)+)"
)
_OPENING: Final = frozenset("{｛(（[［【")
_BRACES: Final = frozenset("{｛}｝")


def is_too_large(source: SourceText, collector: Collector) -> bool:
    """Report a text that is too long as a whole or on one line."""
    text = source.content
    if len(text) > MOST_CHARACTERS:
        most = f"{MOST_CHARACTERS:,}"
        collector.add(WORDS, "E0106", source.span(0, 0), found=f"{len(text):,}", most=most)
        return True
    if len(text) > MOST_ON_A_LINE:
        start = 0
        for end in (*(found.start() for found in re.finditer(r"[\r\n]", text)), len(text)):
            if end - start > MOST_ON_A_LINE:
                span = source.span(start, start)
                collector.add(WORDS, "E0106.line", span, most=f"{MOST_ON_A_LINE:,}")
                return True
            start = end + 1
    return False


@attrs.frozen
class _Opened:
    """A bracket that is open: where, which, and how far its line is indented."""

    at: int
    sign: str
    indent: int


@attrs.frozen
class Brackets:
    """What came of the check: whether reading can go on, and which places are faulty."""

    can_be_read: bool
    faulty: tuple[int, ...] = ()


def check_brackets(text: str, source: SourceText, collector: Collector) -> Brackets:
    """Report brackets that do not pair or are nested too deeply.

    After a round bracket or one brace too many the rest can be read; not so without the end
    of a block, as nobody knows where that is meant.
    """
    opened: list[_Opened] = []
    faulty: list[int] = []
    suspect: _Opened | None = None
    for found in _BRACKET.finditer(text):
        at, sign = found.start(), found.group()
        if len(sign) > 1:
            continue
        if sign in _BRACES:
            while opened and opened[-1].sign not in _BRACES:
                faulty.append(opened[-1].at)
                _unclosed(opened.pop(), source, collector)
        if sign in _OPENING:
            opened.append(_Opened(at, sign, _indent(text, at)))
            if len(opened) > MOST_DEPTH:
                collector.add(WORDS, "E0106.depth", source.span(at, at + 1), most=MOST_DEPTH)
                return Brackets(can_be_read=False)
        elif not opened or (sign in _BRACES) is not (opened[-1].sign in _BRACES):
            faulty.append(at)
            collector.add(WORDS, "E0102.stray", source.span(at, at + 1), found=sign)
        else:
            last = opened.pop()
            if suspect is None and _begins_line(text, at) and _indent(text, at) < last.indent:
                suspect = last
        if len(faulty) > _MOST_FAULTY:
            return Brackets(can_be_read=False)
    if opened:
        _unclosed(suspect or opened[-1], source, collector)
    return Brackets(not opened, tuple(faulty))


def braces(text: str) -> list[int]:
    """Give the places of the braces outside texts, names and lines of tables."""
    found = (each.start() for each in _BRACKET.finditer(text) if len(each.group()) == 1)
    return [at for at in found if text[at] in _BRACES]


def _unclosed(opened: _Opened, source: SourceText, collector: Collector) -> None:
    span = source.span(opened.at, opened.at + 1)
    closing = {"{": "}", "｛": "｝", "(": ")", "（": "）"}.get(opened.sign, "]")
    line = source.position(opened.at).line
    key = "E0102" if opened.sign in _BRACES else "E0102.bracket"
    collector.add(WORDS, key, span, found=opened.sign, closing=closing, line=line)


def _indent(text: str, at: int) -> int:
    start = text.rfind("\n", 0, at) + 1
    line = text[start : min(at, start + 1000)]
    return len(line) - len(line.lstrip())


def _begins_line(text: str, at: int) -> bool:
    start = text.rfind("\n", 0, at) + 1
    return not text[start : min(at, start + 1000)].strip()


def mend_numbers(text: str, source: SourceText, collector: Collector) -> str:
    """Report commas in numbers, and close the gaps so that reading can go on.

    ``10,000`` is one number. ``90，100`` could be two: in brackets it is, elsewhere it must be
    said which.
    """
    pieces: list[str] = []
    done = depth = 0
    for found in _NUMBER.finditer(text):
        bracket, written = found.group("bracket"), found.group("number")
        if bracket is not None:
            depth = max(0, depth + (1 if bracket in _OPENING else -1))
        if written is None or (depth and _is_list(written)):
            continue
        plain = re.sub("[,，]", "", written)
        span = source.span(found.start(), found.end())
        if _has_zeros(written):
            fix = Fix(span, plain, TERMS["write the number without commas"])
            collector.add(WORDS, "E0103.comma", span, fixes=(fix,), found=written, meant=plain)
        else:
            apart = re.sub("[,，]", ", ", written)
            collector.add(WORDS, "E0103.one_or_two", span, found=written, meant=plain, apart=apart)
        pieces += (text[done : found.start()], plain.rjust(len(written)))
        done = found.end()
    return "".join((*pieces, text[done:]))


def _is_list(written: str) -> bool:
    """Whether numbers in brackets with nothing but a comma between them are several."""
    return not _has_zeros(written) and ("，" in written or not re.match("[0-9０-９][,，]", written))


def _has_zeros(written: str) -> bool:
    """Whether a group of digits could not be a number of its own: ``1,050``."""
    return re.search("[,，][0０]", written) is not None
