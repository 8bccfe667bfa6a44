"""Text to tree: the only file that builds Lark.

In: a source text. Out: the tree of ast.py, or ``None`` with all mistakes in the collector:
E0101 (syntax), E0102 (brackets and quotes), E0103 (numbers), E0104 (strange signs), E0105
(reserved words), E0106 (too large). A faulty statement is left out and the rest read again,
so that independent mistakes are found in one run. No text makes it raise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

import attrs
from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedToken
from lark.lexer import ContextualLexer

from scorelang.diagnostics.collector import Collector
from scorelang.diagnostics.model import Diagnostic, Fix
from scorelang.resources import cache_folder, grammar_text
from scorelang.source.span import Span
from scorelang.source.text import SourceText
from scorelang.syntax.ast import RubricDecl
from scorelang.syntax.depth import MOST_LEVELS, allow_deep_calls, too_deep
from scorelang.syntax.errors import WORDS
from scorelang.syntax.from_tree import build
from scorelang.syntax.lexer import Stuck, WordLexer, lexer_of
from scorelang.syntax.limits import check_brackets, is_too_large, mend_numbers
from scorelang.syntax.line_ends import LineEnds
from scorelang.syntax.line_numbers import without_line_numbers
from scorelang.syntax.reading import ReadCell
from scorelang.syntax.recovery import Statements, blank, without
from scorelang.syntax.standing import Standing
from scorelang.syntax.table_cache import load_or_build
from scorelang.syntax.terms import TERMS
from scorelang.syntax.told_vocabulary import vocabulary_of
from scorelang.syntax.tried_changes import ONCE, Tries, explain
from scorelang.syntax.trivia import prepare, without_comments
from scorelang.syntax.trouble import Mistake, Trouble
from scorelang.syntax.unopened import open_blocks

GRAMMARS: Final = ("rubric.lark", "expressions.lark", "tokens.lark")
MOST_MISTAKES: Final = 20
_Fault = tuple[str, Span, dict[str, Any]]
_MOST_READ: Final = 1_000_000
_MOST_CELL: Final = 2_000
_STARTS: Final = ("rubric_decl", "cell")
_HINTED: Final = frozenset(
    (
        *("E0101.stray_expression", "E0101.stray_mode", "E0101.stray_each", "E0101.stray_rater"),
        *("E0101.no_range", "E0101.other_name", "E0103.units", "E0103.no_unit"),
        *("E0101.other_end", "E0101.drop_ends", "E0101.type_word", "E0101.late_key"),
        *("E0101.key_type", "E0101.key_word", "E0101.spaced_name", "E0101.stray_number"),
        *("E0101.stray_order", "E0101.so_field"),
    )
)
"""Faults of lines that the grammar reads, behind which such a phrase may stand."""
_SKIPPED_IN_SEARCH: Final = frozenset(("ROW", "UNIT", "SPACE", "KEY"))


def parse(source: SourceText, collector: Collector) -> RubricDecl | None:
    """Read a rubric; ``None`` if it has mistakes, which are then in the collector."""
    allow_deep_calls()
    if is_too_large(source, collector):
        return None
    prepared = prepare(source)
    found = Collector()
    reading = _Reading(source, found)
    text = without_line_numbers(prepared.text, source, found)
    text = open_blocks(mend_numbers(text, source, found), source, found)
    brackets = check_brackets(text, source, found)
    if not brackets.can_be_read:
        collector.extend(found.sorted())
        return None
    tree = reading.read(without(text, brackets.faulty))
    rubric = reading.build(tree, without(text, brackets.faulty)) if tree is not None else None
    deep = too_deep(rubric)
    if deep is not None:
        found.add(WORDS, "E0106.deep", deep.span, most=str(MOST_LEVELS))
    collector.extend(_one_for_each_cause(found.sorted()))
    if rubric is None or found.has_errors:
        return None
    vocabulary = vocabulary_of(prepared.text)
    return attrs.evolve(rubric, comments=prepared.comments, vocabulary=vocabulary, source=source)


def _one_for_each_cause(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Leave out the brace that closes nothing where it is said what stands behind the end."""
    told = tuple(found)
    is_said = any(each.key == "E0101.after_rubric" for each in told)
    return (each for each in told if each.key != "E0102.stray" or not is_said)


def cell_reader(source: SourceText, collector: Collector) -> ReadCell:
    """Give what reads the cells of a table that stands in a file of its own."""
    return _Reading(source, collector)._read_cell  # noqa: SLF001  of this file


def make_lark(*, strict: bool = False, lexer: type[ContextualLexer] = WordLexer) -> Lark:
    """Build the parser from the grammar; strict building needs time and a further library."""
    return Lark(
        _grammar(),
        parser="lalr",
        lexer="contextual",
        start=list(_STARTS),
        propagate_positions=True,
        maybe_placeholders=False,
        postlex=LineEnds(),
        strict=strict,
        _plugins={"ContextualLexer": lexer},
    )


@lru_cache(maxsize=1)
def _grammar() -> str:
    return "\n".join(grammar_text(name) for name in GRAMMARS)


LOADED_WITH: Final[Mapping[str, Any]] = {
    "postlex": LineEnds(),
    "_plugins": {"ContextualLexer": WordLexer},
}
"""The options of the parser that are code, and so are no part of a table that is kept."""


@lru_cache(maxsize=1)
def _lark() -> Lark:
    return load_or_build(_grammar(), cache_folder(), make_lark, LOADED_WITH)


@lru_cache(maxsize=1)
def _lexer() -> WordLexer:
    return lexer_of(_lark())


@attrs.frozen
class _Reading:
    """One run over one source."""

    source: SourceText
    collector: Collector
    tries: Tries = attrs.field(factory=Tries)

    def read(self, text: str) -> Tree[Token] | None:
        """Read the text, leaving out one faulty statement after the other."""
        read, said = 0, set[str]()
        for count in range(MOST_MISTAKES + 1):
            read += len(text)
            trouble = self._read_once(text)
            if not isinstance(trouble, Trouble):
                return trouble
            if count == MOST_MISTAKES or (count and read > _MOST_READ):
                span = self.source.span(trouble.at, trouble.at)
                self.collector.add(WORDS, "E0101.many", span)
                return None
            self._report(trouble, said)
            rest = _left(trouble)
            if rest == text or not rest.strip():
                return None
            text = rest
        return None

    def build(self, tree: Tree[Token], text: str) -> RubricDecl | None:
        """Make the nodes of the tree, and report what the grammar alone cannot refuse."""
        if self.collector.has_errors:
            return None
        found, faults = self._built(tree)
        said: set[int] = set()
        for count, (key, span, arguments) in enumerate(faults):
            meant = self._meant(key, span, text) if count < MOST_MISTAKES else None
            if meant is None:
                self.collector.add(WORDS, key, span, **arguments)
            elif meant.start not in said:
                said.add(meant.start)
                self._say(meant)
        return found if isinstance(found, RubricDecl) else None

    def _built(self, tree: Tree[Token]) -> tuple[object, list[_Fault]]:
        """Make the nodes of the tree, and give the faults found on the way."""
        faults: list[_Fault] = []
        found = build(tree, self.source.path, lambda *fault: faults.append(fault), self._read_cell)
        return found, faults

    def _meant(self, key: str, span: Span, text: str) -> Mistake | None:
        """Give what was meant where a fault is a phrase of the policy, tried like all changes."""
        if key not in _HINTED:
            return None
        # A text without mistakes needs none of the many patterns.
        from scorelang.syntax.typed_phrases import phrases_in  # noqa: PLC0415

        start = text.rfind("\n", 0, span.start) + 1
        line = text[start:].split("\n", maxsplit=1)[0]
        return next(
            (each for each in phrases_in(line, start, text) if self._heals(each, key, text)), None
        )

    def _heals(self, mistake: Mistake, key: str, text: str) -> bool:
        mended = mistake.mend(text)
        if not self.tries.take(mended):
            return False
        tree = self._read_once(mended)
        if isinstance(tree, Trouble):
            return False
        end = mistake.start + len(mistake.change or "")
        start, end = mended.rfind("\n", 0, end) + 1, mended.find("\n", end)
        _, faults = self._built(tree)
        return not any(each == key and start <= span.start <= end for each, span, _ in faults)

    def _read_cell(self, text: str, start: int) -> tuple[object, ...] | None:
        if len(text) > _MOST_CELL:
            return None
        try:
            tree = _lark().parse(text, start="cell")
        except (Stuck, UnexpectedToken):
            return None
        faults: list[str] = []  # what reads badly in a cell is free text, such as a case's name
        found = build(
            tree, self.source.path, lambda key, *_: faults.append(key), self._read_cell, start
        )
        return found if isinstance(found, tuple) and not faults else None

    def _read_once(self, text: str) -> Tree[Token] | Trouble:
        """Read the text up to its end or the first trouble."""
        run = _lark().parse_interactive(text, start="rubric_decl")
        before: Token | None = None
        last: Token | None = None
        try:
            for token in run.iter_parse():
                before, last = last, token
        except Stuck as stuck:
            return self._trouble(text, stuck.at, stuck.last, stuck.parser_state)
        except UnexpectedToken as unexpected:
            return self._unexpected(text, unexpected, before)
        try:
            tree: Tree[Token] = run.feed_eof(last)  # type: ignore[no-untyped-call]
        except UnexpectedToken as unexpected:
            return self._unexpected(text, unexpected, last)
        return tree

    def _first_trouble(self, text: str) -> Trouble | None:
        """Read a text that was changed, perhaps by making a line a comment."""
        found = self._read_once(without_comments(text) if "#" in text else text)
        return found if isinstance(found, Trouble) else None

    def _trouble(self, text: str, at: int, last: Token | None, state: object) -> Trouble:
        lexer = _lexer()
        found = lexer.word_at(text, at, lexer.kinds - _SKIPPED_IN_SEARCH)
        standing = Standing.of(state)
        return Trouble(text, at, found, last, standing, vocabulary_of(text))

    def _unexpected(self, text: str, error: UnexpectedToken, last: Token | None) -> Trouble:
        ended = error.token.type == "$END"
        at = len(text.rstrip()) if ended else error.token.start_pos or 0
        found = Token("$END", "", at) if ended else error.token
        return Trouble(text, at, found, last, Standing.of(error.state), vocabulary_of(text))

    def _report(self, trouble: Trouble, said: set[str]) -> None:
        found = explain(trouble, self._first_trouble, self.tries)
        if found.key in said & ONCE:
            return
        said.add(found.key)
        self._say(found)

    def _say(self, found: Mistake) -> None:
        most = len(self.source.content)
        start = min(found.start, most)
        span = self.source.span(start, max(start, min(found.end, most)))
        fixes: tuple[Fix, ...] = ()
        if found.replacement is not None:
            template = TERMS["write `{text}`" if found.replacement else "take it away"]
            cure = template.format(text=found.replacement.strip())
            fixes = (Fix(span, found.replacement, cure),)
        self.collector.add(WORDS, found.key, span, fixes=fixes, **found.arguments)


def _left(trouble: Trouble) -> str:
    """Give the text without the statement at fault: the one not finished, if that is it."""
    text = trouble.text
    if trouble.is_behind_all:
        return text[: trouble.at] + blank(text[trouble.at :])
    if trouble.standing.accepts("RUBRIC"):
        return ""
    at = min(trouble.at, max(len(text) - 1, 0))
    if trouble.is_early_end and trouble.last is not None:
        at = trouble.last.start_pos or 0
    return Statements(text).without(at)
