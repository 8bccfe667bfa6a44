"""In which vocabulary a text is written, also where it cannot be read: its first word tells."""

from __future__ import annotations

import re
from typing import Final

from scorelang.source.text import SourceText
from scorelang.syntax.ast import Vocabulary

_FIRST_SIGN: Final = re.compile(r"\ufeff?(?:\s|#[^\n]*+)*+(.)")


def vocabulary_of(text: str) -> Vocabulary:
    """Tell the vocabulary of a text.

    >>> vocabulary_of("评分标准 x {").value, vocabulary_of("rubric x {").value
    ('zh', 'en')
    """
    first = _FIRST_SIGN.match(text)
    is_chinese = first is not None and "\u4e00" <= first.group(1) <= "\u9fff"
    return Vocabulary.CHINESE if is_chinese else Vocabulary.ENGLISH


def is_chinese(text: str) -> bool:
    """Tell whether a text is written in the Chinese vocabulary."""
    return vocabulary_of(text) is Vocabulary.CHINESE


def tell_vocabulary(source: SourceText) -> Vocabulary:
    """Tell the vocabulary of a source."""
    return vocabulary_of(source.content)
