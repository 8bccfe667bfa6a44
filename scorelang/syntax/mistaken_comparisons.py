"""Words that compare and are none of the language: ``没超过``, ``迟于``, ``no later than``.

In: a ``Trouble``. Out: a ``Mistake`` with the word that says the same. A comparison is never
guessed by its letters, as ``迟于`` is like ``低于`` and says the reverse: a table tells.
Code E0101.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from scorelang.syntax.ast import Vocabulary
from scorelang.syntax.comparisons_in_words import IN_WORDS, sign_of
from scorelang.syntax.trouble import Mistake, Trouble, matches_at
from scorelang.syntax.vocabulary import KEYWORDS

_NOT: Final = (
    r"(?:并(?:没有|不是?|未|非)|从(?:未|不)|尚未|没有?|不(?:曾|能|得|可|应|是|会)?|未[曾能]?|非)"
)
_OVER: Final = r"超[过出越]|[高大多长晚迟后重远强优好]于|[高大多长晚迟重远强好]过|胜[于过]"
_UNDER: Final = r"[低小少短早先轻近劣差次弱逊]于|[低小少短早轻近]过|不[满足]"
_REACHED: Final = r"达到?|到达?|满|够|及|足"
_CANNOT: Final = r"超不过|高不过|大不过|多不过|晚不过"
_SHORT_OF: Final = r"达不到|到不了|够不[上着]|不够|不[到及达]|[未没][到及达满足够]到?|不满足"
_TYPED: Final = {"底于": "低于", "不底于": "不低于", "未底于": "不低于", "抵于": "低于"}

_CHINESE: Final = re.compile(
    rf"(?<!\w)(?P<word>{'|'.join(sorted(_TYPED, key=len, reverse=True))}"
    rf"|(?P<cannot>{_CANNOT})|(?P<short>{_SHORT_OF})"
    rf"|(?P<not>{_NOT})?(?:(?P<over>{_OVER})|(?P<under>{_UNDER})|(?P<reached>{_REACHED})))"
    r"(?![^\W\d])"
)
_SAID: Final = {
    ("over", False): "超过",
    ("over", True): "不超过",
    ("under", False): "低于",
    ("under", True): "不低于",
    ("reached", False): "达到",
    ("reached", True): "低于",
}
_SIGNS: Final = {">": "超过", "<=": "不超过", "<": "低于", ">=": "达到"}
"""What a Chinese rubric says for the signs of comparisons in English words."""
_KINDS: Final = (
    *("GE_WORD", "GT_WORD", "LE_WORD", "LT_WORD", "EQ_WORD", "NE_WORD", "GE_AFTER", "LE_AFTER"),
    *("IS_NOT", "IS_ANY_OF", "IS_NOT_ANY_OF", "AT_LEAST", "AT_MOST"),
)
_OTHER_KINDS: Final = (
    *("NO_BETTER", "NO_WORSE", "NOT_FALLING", "NOT_RISING", "IS_MISSING", "IS_NOT_MISSING"),
)
_OWN: Final = frozenset(
    word for kind in _KINDS for language in KEYWORDS[kind] for word in language if word != "under"
)
_BY_TABLE: Final = frozenset(
    word for kind in (*_KINDS, *_OTHER_KINDS) for word in KEYWORDS[kind][1]
)


def is_by_table(word: str) -> bool:
    """Whether a Chinese word of the language compares, so that no likeness of signs offers it."""
    return word in _BY_TABLE


def comparison_in_words(trouble: Trouble) -> Iterator[Mistake]:
    """Give what a word that compares says in the language, by its table."""
    for start, found in matches_at(trouble, _CHINESE):
        if found.group() not in _OWN:
            gap = " " if _touches(found) else ""
            yield _phrase(start, found, _meant(found), gap)
    is_chinese = trouble.vocabulary is Vocabulary.CHINESE
    for start, found in matches_at(trouble, IN_WORDS):
        sign = None if found.group() in _OWN else sign_of(found.group())
        if sign is not None:
            yield _phrase(start, found, _SIGNS[sign] if is_chinese else sign)


def _phrase(start: int, found: re.Match[str], meant: str, gap: str = "") -> Mistake:
    begin, end = start + found.start(), start + found.end()
    return Mistake(
        "E0101.phrase", begin, end, {"found": found.group(), "meant": meant}, meant + gap
    )


def _meant(found: re.Match[str]) -> str:
    groups = found.groupdict()
    if groups.get("word") in _TYPED:
        return _TYPED[groups["word"]]
    if groups.get("cannot"):
        return _SAID["over", True]
    if groups.get("short"):
        return _SAID["reached", True]
    kind = next(kind for kind in ("over", "under", "reached") if groups.get(kind))
    return _SAID[kind, groups["not"] is not None]


def _touches(found: re.Match[str]) -> bool:
    return not found.string[found.end() : found.end() + 1].isspace()


_GLUED: Final = re.compile(
    rf"(?P<name>[^\W\d]+?)(?P<word>{_NOT}(?:{_OVER}|{_UNDER}|达到?)|{_CANNOT}|达不到"
    rf"|{_OVER}|{_UNDER})(?P<number>[0-9].*)"
)


def part_comparison(name: str) -> str | None:
    """Set apart a name, a word that compares and a number, the word as the language says it.

    >>> part_comparison("逾期天数没有超过30天"), part_comparison("逾期天数超过30天")
    ('逾期天数 不超过 30天', None)
    """
    found = _GLUED.fullmatch(name)
    if found is None or found["word"] in _OWN:
        return None
    word = _CHINESE.fullmatch(found["word"])
    return None if word is None else f"{found['name']} {_meant(word)} {found['number']}"
