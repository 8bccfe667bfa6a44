"""The language in which words are said, and the tables that hold them in both.

The language is a context: English, unless somebody asked for another (``speaking``). It is
set once, by the command line or by a caller of the API; no pass hands it on. Every table of
words is ``InBoth``: the same keys in English and in Chinese, looked up in the language that
is being spoken. So an argument that is itself a word is said in the language of its sentence.
A person who *told* us the language gets it; else a Chinese rubric is answered in Chinese.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final, TypeVar

import attrs

from scorelang.source.structure import Structure

ENGLISH: Final = "en"
CHINESE: Final = "zh"
LANGUAGES: Final = (ENGLISH, CHINESE)

T = TypeVar("T")


@attrs.frozen(eq=False, repr=False)
class _Speech(Structure):
    """What is spoken; ``usual`` is the language of the surroundings, ``is_told`` a decision."""

    lang: str
    usual: str
    is_told: bool


_SILENT = _Speech(ENGLISH, ENGLISH, is_told=True)
_speech: ContextVar[_Speech] = ContextVar("scorelang_speech", default=_SILENT)


def spoken() -> str:
    """Give the language that is being spoken: ``en`` or ``zh``."""
    return _speech.get().lang


@contextmanager
def speaking(lang: str, *, is_told: bool = True) -> Iterator[None]:
    """Speak a language in a ``with`` block; ``is_told`` says that no file may change it.

    >>> with speaking("zh"):
    ...     spoken()
    'zh'
    """
    token = _speech.set(_Speech(lang, lang, is_told))
    try:
        yield
    finally:
        _speech.reset(token)


def speak(lang: str, *, is_told: bool = True) -> None:
    """Speak a language until the ``with speaking`` around it ends."""
    _speech.set(_Speech(lang, lang, is_told))


def follow(*, is_chinese: bool) -> None:
    """Answer a file in its language, unless the language was told; for English, as usual."""
    now = _speech.get()
    if not now.is_told:
        _speech.set(_Speech(CHINESE if is_chinese else now.usual, now.usual, is_told=False))


def language_of_results(*, is_chinese: bool) -> str:
    """Give the language told, else that of the file: no locale may change what is kept."""
    if _speech.get().is_told:
        return spoken()
    return CHINESE if is_chinese else ENGLISH


def step_by_step(lang: str | None, items: Iterator[T]) -> Iterator[T]:
    """Make each item in a language; between two items the caller's own is spoken."""
    while True:
        try:
            with speaking(lang or spoken()):
                item = next(items)
        except StopIteration:
            return
        yield item


class InBoth(Mapping[str, T]):
    """Words by key in both languages; looking up gives those of the language being spoken.

    A key without Chinese words gives the English ones; ``tests/test_languages.py`` lets none
    go without.
    """

    def __init__(self, english: Mapping[str, T], chinese: Mapping[str, T]) -> None:
        self.english = english
        self.chinese = chinese

    @classmethod
    def joined(cls, *tables: InBoth[T]) -> InBoth[T]:
        """Make one table of several."""
        english = {key: said for table in tables for key, said in table.english.items()}
        return cls(english, {k: said for each in tables for k, said in each.chinese.items()})

    def __getitem__(self, key: str) -> T:
        """Give the words of a key."""
        found = self.chinese.get(key) if spoken() == CHINESE else None
        return self.english[key] if found is None else found

    def __iter__(self) -> Iterator[str]:
        """Go through the keys."""
        return iter(self.english)

    def __len__(self) -> int:
        """Count the keys."""
        return len(self.english)


class Phrases(InBoth[str]):
    """Words that are put into sentences, keyed by the English itself: kinds, verbs, names.

    A phrase may hold placeholders; the key is then the template: ``SAID["a {unit} field"]``.
    """

    def __init__(self, chinese: Mapping[str, str]) -> None:
        super().__init__({english: english for english in chinese}, chinese)

    def said(self, text: str) -> str:
        """Say a text that may or may not be one of the phrases."""
        return self[text] if text in self.english else text
