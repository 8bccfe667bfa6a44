"""Numbers of lines, as documents have them: ``1、``, ``（1）``, ``①``, ``(a)``, ``•``.

In: the text as the grammar is to read it. Out: the same text with these numbers blank, at the
same offsets, where nothing else can be meant: the lines of one block are counted up, or a
part follows. What could be a value of the line (``1、90：20``, ``1.90``) is reported, E0101.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from scorelang.diagnostics.collector import Collector
from scorelang.source.text import SourceText
from scorelang.syntax.errors import WORDS
from scorelang.syntax.from_tree_tables import TAB
from scorelang.syntax.limits import braces
from scorelang.syntax.numerals import in_digits
from scorelang.syntax.vocabulary import KEYWORDS

_HAN: Final = "[一二三四五六七八九十]{1,3}"
_MARK: Final = re.compile(
    r"[^\S\n]*(?P<mark>"
    rf"[(（][^\S\n]*(?P<inside>[0-9０-９]{{1,3}}|{_HAN}|[a-z])[^\S\n]*[)）][、.．,，]?"
    rf"|(?P<half>[0-9０-９]{{1,3}}|{_HAN}|[a-z])[)）][、.．,，]?"
    rf"|(?P<listed>[0-9０-９]{{1,3}}|{_HAN})、"
    rf"|(?P<dotted>[0-9０-９]{{1,3}}(?:[.．][0-9０-９]{{1,3}})*|{_HAN})[.．](?=[^\S\n]|[^\W\d]|[<>=≥≤＜＞])"
    r"|(?P<decimal>[0-9０-９]{1,3})[.．](?=[0-9０-９])"
    r"|(?P<circled>[\u2460-\u249b\u2776-\u2793\u3220-\u3229])[、.．]?"
    r"|(?P<bullet>[•●◆■▪◦○➢►▶・·][^\S\n]*)"
    r"|(?P<dash>[-–—*−])(?=[^\S\n]+[^\s=])"
    r")(?P<space>[^\S\n]*)(?P<rest>\S[^\n]*)"
)
_STYLES: Final = ("inside", "half", "listed", "dotted", "decimal", "circled", "bullet", "dash")
_PARTS: Final = (
    *("INDICATOR", "GROUP", "SCORE", "LET", "TOTAL", "GRADES", "RECORD", "VETO", "CAP", "FLOOR"),
    *("NOTCH", "RESULT", "TABLE", "CLASS", "BASE", "NOT_RATABLE"),
)
_LIMIT: Final = "|".join(
    word
    for kind in ("OTHERWISE", "MISSING", "WHEN", "GT_WORD", "LT_WORD", "AT_LEAST", "AT_MOST")
    for language in KEYWORDS[kind]
    for word in language
)
_PART: Final = "|".join(word for kind in _PARTS for language in KEYWORDS[kind] for word in language)
_PART_MARK: Final = re.compile(
    r"(?m)^[^\S\n]*(?:[0-9０-９]{1,3}(?:[.．][0-9０-９]{1,3})*(?:[.．、)）][^\S\n]*|[^\S\n]+)"
    rf"|(?:{_HAN}|[a-z])[、.．)）][^\S\n]*|[(（](?:[0-9０-９]{{1,3}}|{_HAN}|[a-z])[)）][、.．]?[^\S\n]*"
    rf"|第(?:[0-9０-９]{{1,3}}|{_HAN})[条章节项][、.．：:]?[^\S\n]*)(?=(?:{_PART})(?:[^\S\n]|[{{｛]|$))"
)
_DIGIT: Final = re.compile(r"[0-9０-９.．]")
_NO_NUMBER: Final = re.compile(
    rf"(?:{_LIMIT}|{_PART})(?!\w)|(?:「[^」\n]*」|[^\W\d]\w*)[^\S\n]*[:：]|[<>≥≤＜＞]|超过|不足|不满|低于|高于"
)
"""What cannot be a negated value: ``otherwise``, ``above``, ``指标``, the value of a category."""
_DASHED_LIMIT: Final = re.compile(r"[0-9０-９.．][^\n]*[:：]")
_IS_VALUE: Final = re.compile(r"[:：+*×/÷^、,，)）]|[-－−–—~～](?![^\S\n])")
_HAN_VALUE: Final = re.compile(rf"(?<!\w){_HAN}(?![\w、)）.．])")
_VALUES: Final = re.compile(
    r"[^\S\n]*[-－−]?(?:[0-9０-９.．]+\S?|[^\W\d]\w*)(?:[、,，][^\S\n]*[\w.．]+)*[^\S\n]*[:：]"
)


@attrs.frozen
class _Marked:
    """A line with what may be its number: where, of which kind, which number, what follows."""

    start: int
    end: int
    style: str
    number: int
    rest: str


@attrs.define
class _Block:
    """The marked lines of one block, and how many lines it has."""

    marked: list[_Marked] = attrs.field(factory=list)
    lines: int = 0

    @property
    def is_dashed(self) -> bool:
        """Whether all lines begin with a dash, and one can be no number with a minus."""
        others = [each.rest for each in self.marked if not _DIGIT.match(each.rest)]
        return self.has_dashes and bool(others) and all(_NO_NUMBER.match(rest) for rest in others)

    @property
    def may_be_dashed(self) -> bool:
        """Whether all lines are numbers behind a dash, which may be minus as well."""
        return self.has_dashes and all(_DASHED_LIMIT.match(each.rest) for each in self.marked)

    @property
    def has_dashes(self) -> bool:
        """Whether all lines, of two or more, begin with a dash."""
        marked = [each for each in self.marked if each.style == "dash"]
        return 1 < len(marked) == len(self.marked) == self.lines


def without_line_numbers(text: str, source: SourceText, collector: Collector) -> str:
    """Blank the numbers of lines, and report those that may be values."""
    text = _PART_MARK.sub(lambda found: " " * len(found.group()), text)
    blocks = tuple(_blocks(text))
    for block in blocks:
        if not block.is_dashed and block.may_be_dashed:
            _report_dash(block.marked[0], text, source, collector)
    runs = [run for block in blocks for run in _runs(text, block)]
    values = frozenset(_HAN_VALUE.findall(text)) if runs else frozenset()
    for run in runs:
        doubtful = next((each for each in run if _may_be_value(each, text, values)), None)
        if doubtful is not None:
            _report(doubtful, text, source, collector)
    pieces: list[str] = []
    done = 0
    for each in sorted((each for run in runs for each in run), key=lambda found: found.start):
        pieces += (text[done : each.start], " " * (each.end - each.start))
        done = each.end
    return "".join((*pieces, text[done:]))


def _report_dash(each: _Marked, text: str, source: SourceText, collector: Collector) -> None:
    mark = text[each.start : each.end].strip()
    span = source.span(each.start, each.end)
    collector.add(WORDS, "E0101.line_number_dash", span, found=mark, rest=each.rest.split("#")[0])


def _report(each: _Marked, text: str, source: SourceText, collector: Collector) -> None:
    mark = text[each.start : each.end].strip()
    key = f"E0101.line_number_{'dot' if each.style == 'decimal' else 'list'}"
    apart = re.split("[:：]", f"{mark.strip('、.．')}，{each.rest}")[0]
    span = source.span(each.start, each.end)
    collector.add(WORDS, key, span, found=mark, apart=apart)


def number_of_line(line: str) -> tuple[int, int] | None:
    """Give where a line has a number of its own, whatever the lines round it.

    >>> number_of_line("  1. 90以上：20"), number_of_line("90以上：20")
    ((2, 4), None)
    """
    found = _MARK.match(line)
    return found.span("mark") if found is not None and found["decimal"] is None else None


def _blocks(text: str) -> Iterator[_Block]:
    """Give the marked lines of each block, in order."""
    if not any(_MARK.match(line) for line in text.split("\n")):
        return
    signs = braces(text)
    opened = [_Block()]
    at, passed, depth = 0, 0, 0
    for line in text.split("\n"):
        while passed < len(signs) and signs[passed] < at:
            if text[signs[passed]] in "{｛":
                opened.append(_Block())
            elif len(opened) > 1:
                yield opened.pop()
            passed += 1
        found = _marked(line, at) if not depth else None
        if found is not None:
            opened[-1].marked.append(found)
        opened[-1].lines += bool(line.strip("{}｛｝ \t"))
        own = line if found is None else found.rest
        depth = max(0, depth + sum((char in "(（") - (char in ")）") for char in own))
        at += len(line) + 1
    yield from reversed(opened)


def _marked(line: str, at: int) -> _Marked | None:
    found = _MARK.match(line) if TAB not in line else None
    is_bullet = found is not None and (found["bullet"] or found["dash"])
    if found is None or (not is_bullet and _IS_VALUE.match(found["rest"])):
        return None
    style = next(each for each in _STYLES if found[each] is not None)
    start = at + found.start("mark")
    return _Marked(start, at + found.end("mark"), style, _number(found[style]), found["rest"])


def _number(written: str) -> int:
    """Give the number a mark counts; of several levels the last."""
    plain = unicodedata.normalize("NFKC", written).strip("(). ").rsplit(".", maxsplit=1)[-1]
    if plain.isdecimal():
        return int(plain)
    if "a" <= plain <= "z":
        return ord(plain) - ord("a") + 1
    digits = in_digits(plain)
    return int(digits) if digits is not None and digits.isdecimal() else 0


def _runs(text: str, block: _Block) -> Iterator[Sequence[_Marked]]:
    """Give the lines of a block that are counted up one by one, or marked without a number."""
    if block.is_dashed:
        yield block.marked
        return
    run: list[_Marked] = []
    counted = (each for each in block.marked if each.style != "dash")
    for each in (*counted, None):
        goes_on = each is not None and run and _follows(run[-1], each)
        if not goes_on:
            is_counted = len(run) > 1 or (run and _counts_alone(run[0], text))
            if is_counted and any(other.style != "decimal" for other in run):
                yield run
            run = []
        if each is not None:
            run.append(each)


def _follows(before: _Marked, each: _Marked) -> bool:
    same = {before.style, each.style} <= {"dotted", "decimal"} or before.style == each.style
    return same and (each.style == "bullet" or each.number == before.number + 1)


def _counts_alone(each: _Marked, text: str) -> bool:
    """Whether one mark alone says enough: it is the first, and no value of the language."""
    if each.style in {"circled", "bullet"}:
        return True
    is_han = text[each.start : each.end].strip("(（)）、. ")[:1] in "一二三四五六七八九十"
    return each.number == 1 and (each.style == "half" or (is_han and each.style == "inside"))


def _may_be_value(each: _Marked, text: str, values: frozenset[str]) -> bool:
    """Whether a line reads as well without a number of its own: ``1、90：20``, ``1.90以上``."""
    if each.style == "decimal":
        return True
    if each.style != "listed":
        return False
    mark = text[each.start : each.end].strip().rstrip("、")
    if mark.isdecimal():
        return bool(re.match(r"[-－−]?[0-9０-９]", each.rest) and _VALUES.match(each.rest))
    return mark in values and bool(_VALUES.match(each.rest))
