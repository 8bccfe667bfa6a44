"""Words of the rubric language that a message quotes, in the vocabulary of the file.

Templates quote the language in English, in backticks. While a Chinese file is read
(``writing``), what they quote is turned into Chinese before the arguments go in, whatever
the language of the message: a fix must be something that can be pasted into that file.
What is not in the table (options, names of files, placeholders) stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from scorelang.diagnostics.quoted_words import QUOTED

_is_chinese: ContextVar[bool] = ContextVar("scorelang_writing_chinese", default=False)
_QUOTED: Final = re.compile(r"`([^`]*)`")


@contextmanager
def writing(*, is_chinese: bool) -> Iterator[None]:
    """Quote the language as a file has it, in a ``with`` block."""
    token = _is_chinese.set(is_chinese)
    try:
        yield
    finally:
        _is_chinese.reset(token)


def write_as(*, is_chinese: bool) -> None:
    """Quote the language as a file has it, until the ``with writing`` around it ends."""
    _is_chinese.set(is_chinese)


def quoted(word: str) -> str:
    """Give a word of the language in the vocabulary of the file."""
    return QUOTED.get(word, word) if _is_chinese.get() else word


def quote(template: str, table: Mapping[str, str] = QUOTED) -> str:
    """Turn what a template quotes of the language into the vocabulary of the file.

    >>> with writing(is_chinese=True):
    ...     quote("add an `otherwise` line")
    'add an `其余` line'
    """
    if not _is_chinese.get():
        return template
    return _QUOTED.sub(lambda found: f"`{table.get(found.group(1), found.group(1))}`", template)
