"""Formats a rubric and proves on the spot that it still says the same.

In: a source text. Out: its formatted text, or the diagnostics that forbid it: mistakes of
the rubric as the parser found them, or I0201 where the result does not read back as the
same tree with the same comments, or a second pass would change it. A text that was
refused is never handed out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from scorelang.diagnostics.collector import Collector
from scorelang.diagnostics.model import Diagnostic, Severity
from scorelang.formatter.comments import attach_comments
from scorelang.formatter.compare import is_same_comments, is_same_rubric, names_of
from scorelang.formatter.errors import WORDS
from scorelang.formatter.from_ast import rubric_entry
from scorelang.formatter.layout import render
from scorelang.formatter.style import Style
from scorelang.source.text import SourceText
from scorelang.syntax.ast import RubricDecl, Vocabulary
from scorelang.syntax.parser import parse
from scorelang.syntax.vocabulary import keywords

_MARKS: Final = frozenset("「`")
_CHINESE: Final = tuple(sorted(word for word in keywords() if not word.isascii()))


@attrs.frozen
class FormatResult:
    """The formatted text, or ``None`` with the diagnostics that say why there is none."""

    text: str | None
    diagnostics: tuple[Diagnostic, ...] = ()


def format_source(source: SourceText, *, vocabulary: Vocabulary | None = None) -> FormatResult:
    """Format ``source``, in its own vocabulary unless another one is named."""
    collector = Collector()
    rubric = parse(source, collector)
    if rubric is None or collector.has_errors:
        return FormatResult(None, collector.sorted())
    style = Style(vocabulary or rubric.vocabulary, source=source.content)
    text, fault = _try(rubric, source, style)
    if fault is not None and (needed := _needed_quotes(rubric, source, style)):
        text, fault = _try(rubric, source, attrs.evolve(style, quoted=needed))
    if fault is not None:
        return FormatResult(None, (*collector.sorted(), fault))
    return FormatResult(text, collector.sorted())


def _try(rubric: RubricDecl, source: SourceText, style: Style) -> tuple[str, Diagnostic | None]:
    try:
        text = _write(rubric, source, style)
        return text, _find_fault(rubric, source, text, style)
    except RecursionError:  # `not` a thousand times: no person writes it, but it must not crash
        return "", _refuse("I0201.deep", source)


def _needed_quotes(rubric: RubricDecl, source: SourceText, style: Style) -> frozenset[str]:
    """Find the names that must stand in quotes because a keyword may stand where they do.

    The answer depends on the tree and the vocabulary alone, so that a text is the same
    again when it comes back from the other vocabulary. It is none if quotes do not help.
    """

    def is_enough(quoted: frozenset[str]) -> bool:
        return _try(rubric, source, attrs.evolve(style, quoted=quoted))[1] is None

    def drop(needed: frozenset[str], names: Sequence[str]) -> frozenset[str]:
        fewer = needed - frozenset(names)
        if is_enough(fewer):
            return fewer
        if len(names) == 1:
            return needed
        half = len(names) // 2
        return drop(drop(needed, names[:half]), names[half:])

    names = tuple(names_of(rubric))
    quoted = {name.text for name in names if source.slice(name.span)[:1] in _MARKS}
    candidates = frozenset(quoted | {name.text for name in names if _is_like_keyword(name.text)})
    return drop(candidates, sorted(candidates)) if is_enough(candidates) else frozenset()


def _is_like_keyword(name: str) -> bool:
    """Whether a name is or, in Chinese, begins with a keyword, which needs no blank behind it."""
    return name in keywords() or (not name.isascii() and name.startswith(_CHINESE))


def _write(rubric: RubricDecl, source: SourceText, style: Style) -> str:
    entries, closing = attach_comments([rubric_entry(rubric, style)], rubric.comments, source)
    return render(entries, closing)


def _find_fault(
    rubric: RubricDecl, source: SourceText, text: str, style: Style
) -> Diagnostic | None:
    """Read the formatted text again; give what is wrong with it, if anything."""
    written = SourceText(source.path, text)
    collector = Collector()
    again = parse(written, collector)
    if again is None or collector.has_errors:
        found = next(iter(collector.sorted()), None)
        return _refuse("I0201.unreadable", source, found.message if found else "")
    if not is_same_rubric(rubric, again):
        return _refuse("I0201.meaning", source)
    if not is_same_comments(rubric.comments, again.comments):
        return _refuse("I0201.comments", source)
    if _write(again, written, attrs.evolve(style, source=text)) != text:
        return _refuse("I0201.unstable", source)
    return None


def _refuse(key: str, source: SourceText, found: str = "") -> Diagnostic:
    said = WORDS[key]
    return Diagnostic(
        code=key.partition(".")[0],
        severity=Severity.ERROR,
        span=source.span(0, 0),
        message=said.message.format(found=found),
        help=said.help,
        key=key,
        arguments=(("found", found),) if found else (),
    )
