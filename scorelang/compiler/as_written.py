"""The words of the policy: what stands in the file at a node, on one line.

In: a node and the tree it belongs to. Out: the text at its place, with white space folded;
where the text is not at hand, the normal form given by the caller.
People find a line of ``why`` again in their rubric only if it says what they wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from scorelang.source.span import Span
from scorelang.source.text import SourceText
from scorelang.syntax import ast
from scorelang.syntax.told_vocabulary import tell_vocabulary

_WHITE = re.compile(r"\s+")
_LONGEST = 2_000
"""Longer than any line of a policy; it bounds what a machine has written."""


def as_written(tree: ast.RubricDecl, span: Span, normal: str) -> str:
    """Give the text at a place, or the normal form where it cannot be had."""
    texts = (*((tree.source,) if tree.source is not None else ()), *tree.others)
    source = next((text for text in texts if text.path == span.path), None)
    if source is None:
        return normal
    found = _without_comments(source, span, tree)
    text = _WHITE.sub(" ", found).strip()
    if not text or "#" in text:
        return normal
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def join_line(tree: ast.RubricDecl, at: Span, guard: str, gives: Iterable[str]) -> str:
    """Put what stands before the colon of a line and what stands behind it together."""
    is_chinese = _is_chinese(tree, at)
    said = join_clauses(tree, at, gives)
    if not guard or not said:
        return guard or said
    return f"{guard}：{said}" if is_chinese else f"{guard} : {said}"


def join_clauses(tree: ast.RubricDecl, at: Span, clauses: Iterable[str]) -> str:
    """Put clauses in a row with the comma of the file in which they stand."""
    is_chinese = _is_chinese(tree, at)
    return ("，" if is_chinese else ", ").join(filter(None, clauses))


def _is_chinese(tree: ast.RubricDecl, at: Span) -> bool:
    """Whether a place is in a Chinese file; that of a base may be, where its variant is not."""
    source = next((text for text in tree.others if text.path == at.path), None)
    vocabulary = tree.vocabulary if source is None else tell_vocabulary(source)
    return vocabulary is ast.Vocabulary.CHINESE


def _without_comments(source: SourceText, span: Span, tree: ast.RubricDecl) -> str:
    """Give the text at a place, the comments of this file taken out."""
    inside = [
        each.span
        for each in tree.comments
        if each.span.path == span.path and span.start <= each.span.start < span.end
    ]
    found, start = "", span.start
    for each in sorted(inside, key=lambda place: place.start):
        found += source.content[start : each.start] + " "
        start = max(start, each.end)
    return found + source.content[start : span.end]
