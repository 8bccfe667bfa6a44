"""Phrases that owners carry over from the policy, and how the language says the same.

In: a line, the place of the trouble or fault in it, and the vocabulary. Out: the mistakes that
may explain it, each with what is to be written; they are tried before they are said. Code E0101.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from scorelang.syntax import (
    comparisons_in_words,
    phrases_of_clauses,
    phrases_of_conditions,
    phrases_of_days,
    phrases_of_fields,
    phrases_of_figures,
    phrases_of_formulas,
    phrases_of_grades,
    phrases_of_heads,
    phrases_of_limits,
    phrases_of_lines,
    phrases_of_values,
)
from scorelang.syntax.ast import Vocabulary
from scorelang.syntax.blocks import Block, block_at
from scorelang.syntax.phrase import Phrase
from scorelang.syntax.shown_lines import shown_in
from scorelang.syntax.spreadsheet_formulas import calls_in
from scorelang.syntax.told_vocabulary import is_chinese
from scorelang.syntax.trivia import without_comments
from scorelang.syntax.trouble import Mistake, Trouble, line_at

_MEANT: Final = (
    *phrases_of_limits.PHRASES,
    *phrases_of_conditions.PHRASES,
    *phrases_of_days.PHRASES,
    *comparisons_in_words.PHRASES,
    *phrases_of_grades.PHRASES,
    *phrases_of_fields.PHRASES,
    *phrases_of_clauses.PHRASES,
)
"""Phrases that may also be meant where a line is read, but not understood."""
_PHRASES: Final = (
    *phrases_of_values.PHRASES,
    *phrases_of_limits.PHRASES,
    *phrases_of_grades.PHRASES,
    *phrases_of_conditions.PHRASES,
    *phrases_of_figures.PHRASES,
    *phrases_of_lines.PHRASES,
    *phrases_of_heads.PHRASES,
    *phrases_of_formulas.PHRASES,
    *phrases_of_days.PHRASES,
    *comparisons_in_words.PHRASES,
    *phrases_of_fields.PHRASES,
    *phrases_of_clauses.PHRASES,
)
_SHOWN: Final = frozenset(("word", "name", "type"))
"""Pieces of a phrase that its words may name."""


def typed_phrase(trouble: Trouble) -> Iterator[Mistake]:
    """Give what the line may mean, where it was written as a policy says it."""
    start, line = line_at(trouble)
    yield from phrases_in(line, start, trouble.text)


def shown_line(trouble: Trouble) -> Iterator[Mistake]:
    """Give what can be said of a line whose cure is not sure."""
    start, line = line_at(trouble)
    at = range(trouble.at, trouble.at + max(1, len(trouble.shown)))
    yield from shown_in(line, start, trouble.text, at, "E0101")


def meant_by(text: str, span: range, key: str) -> Iterator[Mistake]:
    """Give what may be meant by a line that is read, but not understood; the sure ones first."""
    start = text.rfind("\n", 0, span.start) + 1
    line = text[start:].split("\n", maxsplit=1)[0]
    if "#" in line:
        line = without_comments(line)
    if len(line) > _LONGEST:
        return
    yield from phrases_in(line, start, text, _MEANT)
    yield from shown_in(line, start, text, span, key)


_LONGEST: Final = 500

_FIRST: Final = re.compile(
    r"\s*(?P<word>评[分价]\w*?|考[核评]\w*?|打分\w*?|信用\w*?|绩效\w*?|标准|制度|办法"
    r"|scoring|scorecard|score card|policy|rating|rubrics?|evaluation)"
    r"(?=\s+[「`\w][^\n]*[{｛])",
    re.IGNORECASE,
)
_GLUED: Final = re.compile(r"\s*(?P<word>评分标准|评价办法)(?=\w)")


_UNPOINTED: Final = re.compile(r"\s*(?P<guard>[^:：\n]*?[^:：\s\n])[ \t]+(?P<n>-?[0-9.]+)\s*分?\s*")


def unpointed(trouble: Trouble) -> Mistake | None:
    """``90%以上	10分``, as pasted from a table: a line without its colon."""
    start, line = line_at(trouble)
    found = _UNPOINTED.fullmatch(line)
    if found is None:
        return None
    colon = "：" if trouble.vocabulary is Vocabulary.CHINESE else " : "
    meant = f"{found['guard']}{colon}{found['n']}"
    begin, end = start + found.start("guard"), start + len(line.rstrip())
    return Mistake("E0101.points", begin, end, {"found": line.strip(), "meant": meant}, meant)


def first_word(trouble: Trouble) -> Iterator[Mistake]:
    """``评分办法 X {``, ``scoring x {``, ``评分标准X {`` at the beginning of the file."""
    if not trouble.standing.accepts("RUBRIC"):
        return
    for pattern, key in ((_GLUED, "E0101.phrase"), (_FIRST, "E0101.first_word")):
        found = pattern.match(trouble.text)
        if found is not None and found.end() >= trouble.at:
            written = found["word"]
            meant = "rubric" if written.isascii() else "评分标准"
            meant = f"{written} " if pattern is _GLUED else meant
            whole = re.match(r"\w+", trouble.text[found.start("word") :])
            shown = whole.group() if whole is not None and pattern is _GLUED else written
            apart = f"{meant}{shown[len(written) :]}"
            arguments = {"found": shown, "meant": apart.strip()}
            yield Mistake(key, found.start("word"), found.end("word"), arguments, meant)


def phrases_in(
    line: str, start: int, text: str, among: tuple[Phrase, ...] = _PHRASES
) -> Iterator[Mistake]:
    """Give the phrases of a line that begins at ``start`` of the text."""
    for call in calls_in(line, is_chinese=is_chinese(text)):
        written = line[call.start : call.end]
        arguments = {"found": written, "meant": call.meant}
        yield Mistake("E0101.phrase", start + call.start, start + call.end, arguments, call.meant)
    own = max(line.find("{"), line.find("｛")) + 1  # what the line itself opens counts for it
    block = block_at(text[:start] + line[:own])
    for phrase in among:
        if phrase.block not in {Block.ANY, block}:
            continue
        for found in phrase.pattern.finditer(line):
            head = found.groupdict().get("head") or ""  # what stands before the phrase and stays
            meant, written = phrase.say(found, text)[len(head) :], found.group()[len(head) :]
            begin = start + found.start() + len(head) + len(written) - len(written.lstrip())
            end = start + found.start() + len(head) + len(written.rstrip())
            named = {name: found[name] for name in found.groupdict() if name in _SHOWN}
            arguments = {**named, "found": written.strip(), "meant": meant.strip()}
            if not written.strip() and meant.strip():  # something is left out: show where
                meant, written, head = head + meant, found.group(), ""
                begin = start + found.start() + len(written) - len(written.lstrip())
                end = start + found.start() + len(written.rstrip())
                arguments = {"found": written.strip(), "meant": meant.strip()}
            if meant.strip() != written.strip():
                gap = " " if meant.endswith(" ") and not written.endswith(" ") else ""
                lead = " " if meant[:1] == " " and text[begin - 1 : begin].strip() else ""
                said = Mistake(phrase.key, begin, end, arguments, lead + meant.strip() + gap)
                yield _both_ways(said) if phrase.key == _EITHER_WAY else said


_EITHER_WAY: Final = "E0101.either_way"
_OTHER_WAY: Final = {" 且 ": " 或 ", " and ": " or "}


def _both_ways(said: Mistake) -> Mistake:
    """Show what was found with ``or`` too, and offer neither."""
    meant = other = said.arguments["meant"]
    for both, one in _OTHER_WAY.items():
        other = other.replace(both, one)
    arguments = {**said.arguments, "other": other}
    return Mistake(said.key, said.start, said.end, arguments, trial=meant)
