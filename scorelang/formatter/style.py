"""The vocabulary a file is written in: its words, signs, quotes and the order they stand in.

In: a vocabulary and the names the user put in quotes. Out: small documents for words,
names, texts and lists. Keywords are named by their terminals in `grammars/tokens.lark`;
their spellings come from `scorelang.syntax.vocabulary` only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, TypeVar

import attrs

from scorelang.formatter.document import Doc, Group, Line, concat, flat, join
from scorelang.syntax.ast import Expectation, Given, Name, Vocabulary
from scorelang.syntax.vocabulary import is_plain_name, spellings

Spanned = TypeVar("Spanned", Given, Expectation)

_GOES_ON: Final = re.compile(r"[\s)）]*[,，、]")


@attrs.frozen
class Style:
    """How one file is written.

    ``quoted`` are the names that stand in quotes although they are plain. ``source``
    is the text the tree was read from: it tells which members of a list share a line.
    """

    vocabulary: Vocabulary = Vocabulary.ENGLISH
    quoted: frozenset[str] = frozenset()
    source: str = ""

    @property
    def is_chinese(self) -> bool:
        """Whether Chinese keywords and full-width signs are used."""
        return self.vocabulary is Vocabulary.CHINESE

    def word(self, terminal: str, *preferred: str) -> str:
        """Spell a keyword with the first spelling, or with one that is preferred here."""
        found = spellings(terminal, self.vocabulary) or spellings(terminal, self._other)
        return next((word for word in preferred if word in found), found[0])

    @property
    def _other(self) -> Vocabulary:
        """The vocabulary that lends the few words this one does not have."""
        return Vocabulary.ENGLISH if self.is_chinese else Vocabulary.CHINESE

    def order(self, english: Iterable[Doc | str], chinese: Iterable[Doc | str]) -> Doc:
        """Put words one after the other with blanks between, in the order of the vocabulary."""
        return phrase(*(chinese if self.is_chinese else english))

    def name(self, name: Name | str) -> str:
        """Write a name, in quotes where it could not be read without."""
        text = name if isinstance(name, str) else name.text
        if is_plain_name(text) and text not in self.quoted:
            return text
        if "`" in text or (self.is_chinese and "」" not in text):
            return f"「{text}」"
        return f"`{text}`"

    def named(self, name: Name, label: str | None) -> Doc:
        """Write a name with its label, if there is one."""
        return phrase(self.name(name), self.text(label) if label is not None else None)

    @staticmethod
    def text(value: str) -> str:
        """Write a text in quotes."""
        return f"“{value}”" if '"' in value else f'"{value}"'

    def count(self, number: int, measure: str) -> str:
        """Write a whole number, in Chinese with its measure word."""
        return f"{number}{measure}" if self.is_chinese else str(number)

    @property
    def to(self) -> str:
        """The word between two ends, which counts as a sign."""
        return "至" if self.is_chinese else "to"

    @property
    def comma(self) -> str:
        """The sign between clauses and between the members of a list."""
        return "，" if self.is_chinese else ","

    @property
    def colon(self) -> str:
        """The sign before what a branch gives, with its blanks."""
        return "：" if self.is_chinese else " : "

    def listed(self, parts: Iterable[Doc | str], comma: str = "") -> Doc:
        """Write a list, as many members on a line as fit."""
        first, *rest = parts
        blank = Line("" if self.is_chinese else " ")
        more = [concat(first)]
        for before, part in zip((first, *rest), rest, strict=False):
            sign = comma or self.comma
            if self.is_chinese and _end(before).isdigit() and _start(part).isdigit():
                sign = "、"  # `90，100` could be one number
            more.append(concat(sign, Group(concat(blank, part))))
        return concat(*more)

    def enumerated(self, parts: Iterable[Doc | str]) -> Doc:
        """Write a list of values or names; in Chinese they are parted by ``、``."""
        return self.listed(parts, "、" if self.is_chinese else ",")

    def statements(self, members: Iterable[Spanned]) -> list[list[Spanned]]:
        """Cut a list into the lines it was written on: a comma keeps two members together."""
        lines: list[list[Spanned]] = []
        for member in members:
            end = lines[-1][-1].span.end if lines else 0
            between = self.source[end : member.span.start]
            if lines and (not self.source or _GOES_ON.match(between)):
                lines[-1].append(member)
            else:
                lines.append([member])
        return lines

    def bracketed(self, word: Doc | str, inner: Doc | str) -> Doc:
        """Write a word with a list in brackets behind it."""
        if self.is_chinese:
            return concat(word, "（", inner, "）")
        return concat(word, " (", inner, ")")


def phrase(*parts: Doc | str | None) -> Doc:
    """Put words one after the other with blanks between, leaving out what is not there."""
    return join(" ", [part for part in parts if part is not None and part != ""])


def group(*parts: Doc | str) -> Doc:
    """Make a group of documents one after the other."""
    return Group(concat(*parts))


def _end(part: Doc | str) -> str:
    return ((part if isinstance(part, str) else flat(part)) or " ")[-1]


def _start(part: Doc | str) -> str:
    return ((part if isinstance(part, str) else flat(part)) or " ")[0]
