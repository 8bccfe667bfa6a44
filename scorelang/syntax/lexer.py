"""Words out of text, in the light of what may stand here.

The grammar lets many words be names where they are no keywords, so what a word is depends
on the state of the parser: only what that state accepts is tried, keywords before names.
This does what Lark's own contextual lexer does, pattern for pattern, but compiles a
pattern when it is first needed, where Lark compiles one large pattern for every state. Only
where one word has two meanings (``=`` compares or begins a formula) is the parser itself asked.
"""

# ruff: noqa: ANN401  what Lark hands to a lexer it does not declare as its interface

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from lark import Lark, Token
from lark.lexer import ContextualLexer, TerminalDef

from scorelang.syntax.standing import Standing

_TWINS: Final = {"EQ": "BODY_EQ", "OF": "HEAD_OF"}
"""Words with two meanings: that of the clause before them, and the beginning of what follows."""


def lexer_of(parser: Lark) -> WordLexer:
    """Give the lexer of a parser."""
    connected = parser.parser.lexer
    found = getattr(connected, "lexer", connected)
    assert isinstance(found, WordLexer), "the parser was made with it"
    return found


def untwinned(name: str, parser_state: Any) -> str:
    """Tell which of two meanings a word has: that of the clause before it where it can go on."""
    if name in _TWINS and not Standing.of(parser_state).accepts(name):
        return _TWINS[name]
    return name


_Candidate = tuple[str, tuple[str, ...] | None]
"""A kind of word with the texts it can begin with, if these are known."""


class Stuck(Exception):  # noqa: N818  no error yet: its words are found later
    """Nothing that may stand here begins at this place."""

    def __init__(self, at: int, parser_state: Any, last: Token | None) -> None:
        """Keep the offset, the state of the parser and the word before."""
        super().__init__(at)
        self.at = at
        self.parser_state = parser_state
        self.last = last


class WordLexer(ContextualLexer):
    """Lark's contextual lexer with patterns compiled one by one, when needed."""

    def __init__(
        self, conf: Any, states: dict[int, Collection[str]], always_accept: Collection[str] = ()
    ) -> None:
        """Keep what each state accepts; nothing is compiled yet."""
        ordered = sorted(conf.terminals, key=_order)
        self._patterns = {terminal.name: terminal.pattern.to_regexp() for terminal in ordered}
        self._beginnings = {name: _beginnings(text) for name, text in self._patterns.items()}
        self._rank = {terminal.name: rank for rank, terminal in enumerate(ordered)}
        self._ignored = frozenset(conf.ignore)
        self._extra = frozenset(conf.ignore) | frozenset(always_accept)
        self._states: Mapping[int, Collection[str]] = states
        self._compiled: dict[str, re.Pattern[str]] = {}
        self._begun: dict[str, dict[str, tuple[str, ...] | None]] = {}
        self._tried: dict[tuple[int, str], tuple[_Candidate, ...]] = {}

    def know(self, states: Mapping[int, Collection[str]]) -> None:
        """Read what each state accepts from the table itself, where a state is made when met."""
        self._states = states

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Token]:
        """Give the words one by one, each by the state that the one before has led to."""
        text = getattr(lexer_state.text, "text", lexer_state.text)
        at, end, last = 0, len(text), None
        while at < end:
            candidates = self._candidates(parser_state.position, text[at])
            found = self._first_match(candidates, text, at)
            if found is None:
                raise Stuck(at, parser_state, last)
            name, word = found
            name = untwinned(name, parser_state)
            start, at = at, at + len(word)
            if name not in self._ignored:
                last = Token(name, word, start, 1, start + 1, 1, at + 1, at)
                lexer_state.last_token = last
                yield last

    def accepted(self, state: int) -> frozenset[str]:
        """Give the names of what a state of the parser accepts."""
        return frozenset(self._states[state])

    def word_at(self, text: str, at: int, among: Collection[str]) -> Token | None:
        """Read one word of the given kinds, whatever the state."""
        for name in sorted(among, key=self._rank.__getitem__):
            found = self._pattern(name).match(text, at)
            if found:
                return Token(name, found.group(), at, 1, at + 1, 1, found.end() + 1, found.end())
        return None

    @property
    def kinds(self) -> frozenset[str]:
        """All kinds of words."""
        return frozenset(self._patterns)

    def _candidates(self, state: int, first: str) -> tuple[_Candidate, ...]:
        found = self._tried.get((state, first))
        if found is None:
            begun = self._begun_by(first)
            accepted = self._extra.union(self._states[state])
            names = sorted(accepted & begun.keys(), key=self._rank.__getitem__)
            found = self._tried[state, first] = tuple((name, begun[name]) for name in names)
        return found

    def _begun_by(self, first: str) -> dict[str, tuple[str, ...] | None]:
        """Give the kinds of words that can begin with a sign; there are few different signs."""
        found = self._begun.get(first)
        if found is None:
            pairs = self._beginnings.items()
            found = {name: texts for name, texts in pairs if _can_begin(texts, first)}
            self._begun[first] = found
        return found

    def _first_match(
        self, candidates: tuple[_Candidate, ...], text: str, at: int
    ) -> tuple[str, str] | None:
        for name, beginnings in candidates:
            # Many words share a first letter; a pattern is made for one that is really there.
            if beginnings is None or text.startswith(beginnings, at):
                found = self._pattern(name).match(text, at)
                if found is not None:
                    return name, found.group()
        return None

    def _pattern(self, name: str) -> re.Pattern[str]:
        found = self._compiled.get(name)
        if found is None:
            found = self._compiled[name] = re.compile(self._patterns[name])
        return found


def _can_begin(beginnings: tuple[str, ...] | None, first: str) -> bool:
    return beginnings is None or any(text[0] == first for text in beginnings)


def _order(terminal: TerminalDef) -> tuple[int, int, int, str]:
    pattern = terminal.pattern
    return (-terminal.priority, -pattern.max_width, -len(pattern.value), terminal.name)


def _beginnings(pattern: str) -> tuple[str, ...] | None:
    """Give the texts a keyword can begin with; ``None`` for a pattern of another kind."""
    found: dict[str, None] = {}
    for alternative in _alternatives(pattern):
        if alternative.startswith("(?:"):
            texts = _beginnings(alternative[3 : _closing(alternative)])
        else:
            text = _letters(alternative)
            texts = (text,) if text else None
        if texts is None:
            return None
        found.update(dict.fromkeys(texts))
    return tuple(found)


def _letters(pattern: str) -> str:
    """Give the letters at the beginning of a pattern that are always there."""
    end = 0
    while end < len(pattern) and pattern[end].isalpha():
        end += 1
    may_repeat = end < len(pattern) and pattern[end] in "?*+{"
    return pattern[: end - 1 if may_repeat else end]


def _alternatives(pattern: str) -> list[str]:
    """Cut a pattern at each ``|`` outside brackets."""
    found, begun, depth = [], 0, 0
    for index, char in _signs(pattern):
        if char == "|" and depth == 0:
            found.append(pattern[begun:index])
            begun = index + 1
        depth += {"(": 1, ")": -1}.get(char, 0)
    return [*found, pattern[begun:]]


def _closing(pattern: str) -> int:
    """Find the bracket that closes the one at the beginning."""
    depth = 0
    for index, char in _signs(pattern):
        depth += {"(": 1, ")": -1}.get(char, 0)
        if depth == 0:
            return index
    return len(pattern)


def _signs(pattern: str) -> Iterator[tuple[int, str]]:
    """Give the signs of a pattern that are not escaped and stand in no ``[ ]``."""
    squared, index = False, 0
    while index < len(pattern):
        char = pattern[index]
        if char == "\\":
            index += 1
        elif squared:
            squared = char != "]"
        elif char == "[":
            squared = True
        else:
            yield index, char
        index += 1
