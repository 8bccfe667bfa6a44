"""Comparisons as sentences have them: ``is no more than 30``, ``30 or more``, ``later than d``.

In: the words. Out: the sign of the language that is meant by them, and phrases that say so.
Each phrase is tried before it is said.
"""

# ruff: noqa: E501  a pattern is one line

from __future__ import annotations

import re
from typing import Final

from scorelang.syntax.days_in_words import DAY, day_meant
from scorelang.syntax.english_numbers import ENGLISH_NUMBER, english_in_digits
from scorelang.syntax.phrase import NUMBER, Found, phrase

_ABOVE: Final = (
    r"(?:more|greater|higher|larger|bigger|longer|later|older|better|farther) than|above|over|beyond"
    r"|exceed(?:s|ed|ing)?|in excess of|after"
)
_BELOW: Final = (
    r"(?:less|lower|smaller|fewer|shorter|earlier|younger|worse|nearer) than|below|under|beneath|before"
    r"|short of"
)
_FROM: Final = (
    r"at least|(?:a )?minimum(?: of)?|(?:greater|more|higher|larger)(?: than)? or equal(?: to)?"
    r"|from|since|(?:starting|effective) (?:at|from)|(?:at|on) or (?:above|after|over)"
    r"|reach(?:es|ed|ing)?|equal to or (?:greater|more|higher) than"
)
_UP_TO: Final = (
    r"at (?:the )?most|(?:a )?maximum(?: of)?|(?:less|lower|smaller)(?: than)? or equal(?: to)?"
    r"|up to|until|till|through|(?:at|on) or (?:below|before|under)|equal to or (?:less|lower) than"
)
_SIGNS: Final = ((_FROM, ">="), (_UP_TO, "<="), (_ABOVE, ">"), (_BELOW, "<"))
_DENIED: Final = {">": "<=", "<": ">=", ">=": "<"}
_AUXILIARY: Final = r"(?:is|are|was|be|must be|should be|has to be|must|should|lies|comes)"
_NOT: Final = (
    r"(?:not|no|never|cannot|can not|did not|didn['’]t|is not|are not|isn['’]t|aren['’]t|does not|do not|doesn['’]t|don['’]t"
    r"|must not|should not|may not|must not be|should not be)"
)
_WORDS: Final = "|".join(words for words, _ in _SIGNS)
COMPARED: Final = rf"(?:(?:{_AUXILIARY} )?(?:{_NOT} )?(?:any )?(?:{_WORDS})(?!\w)|>=|<=|[<>≥≤=])"
"""A comparison, as a sign or in words."""
LIMIT: Final = (
    rf"(?:{DAY}|-?{NUMBER}(?:\s?(?:%|[a-z]+\b(?<!\bor)(?<!\band)(?<!\bbut)))?|{ENGLISH_NUMBER}"
    r"|(?!(?:and|or|not|of|the|a|to|than|or|equal)\b)[^\W\d]\w*(?!\w)(?!\s+(?:of|than)\b))"
)
"""What is compared with: a number, a day, a name."""
_READ: Final = frozenset(("above", "below", "under", "at least", "at most"))
"""Words that the language has itself."""


def sign_of(words: str) -> str | None:
    """Tell the sign that a comparison in words means.

    >>> sign_of("is no more than"), sign_of("later than"), sign_of("isn't below"), sign_of(">=")
    ('<=', '>', '>=', '>=')
    """
    if re.fullmatch(r">=|<=|[<>≥≤=]", words):
        return words
    found = _PARTED.fullmatch(words.strip())
    if found is None:
        return None
    sign = next(sign for each, sign in _SIGNS if re.fullmatch(each, found["word"]))
    return sign if found["not"] is None else _DENIED.get(sign)


_PARTED: Final = re.compile(
    rf"(?:(?:{_AUXILIARY}) )??(?P<not>{_NOT} )?(?:any )?(?P<word>{_WORDS})", re.IGNORECASE
)


IN_WORDS: Final = re.compile(
    rf"(?<!\w)(?:(?:{_AUXILIARY}) )?(?:{_NOT} )?(?:any )?(?:{_WORDS})(?!\w)(?=\s+\S)", re.IGNORECASE
)
"""A comparison in words before something that is compared with."""


def limit_meant(written: str) -> str:
    """Write a limit with digits: ``thirty`` is 30, ``1 March 2024`` is 2024-03-01."""
    return day_meant(written) or english_in_digits(written) or written.strip()


def is_read(words: str, limit: str) -> bool:
    """Whether a comparison stands as the language has it."""
    plain = words.strip().removeprefix("is ")
    is_sign = re.fullmatch(r">=|<=|[<>≥≤=]", words.strip()) is not None
    return (is_sign or plain in _READ) and limit_meant(limit) == limit.strip()


def _compared(found: Found, _: str) -> str:
    sign = sign_of(found["compared"])
    if sign is None or is_read(found["compared"], found["limit"]):
        return found.group()
    return f" {sign} {limit_meant(found['limit'])}"


def _from_number(found: Found, _: str) -> str:
    is_low = found["up"] is not None
    return f" {'>=' if is_low else '<='} {limit_meant(found['limit'])}"


def _framed(found: Found, _: str) -> str:
    """``x is at least 30, and no more than 60``: the name once more."""
    signs = [sign_of(found[end]) for end in ("first", "second")]
    if None in signs:
        return found.group()
    join = "or" if found["join"] == "or" else "and"
    low, high = limit_meant(found["one"]), limit_meant(found["other"])
    name = found["name"]
    return f"{name} {signs[0]} {low} {join} {name} {signs[1]} {high}"


PHRASES: Final = (
    phrase(
        r"(?<=[\w)」])\s+(?:(?:is|are) )?(?:equals|equal(?: to)?|the same as|identical to)\s+(?=[\w\"])",
        " = ",
    ),
    phrase(
        r"(?<=[\w)」])\s+(?:isn['’]t|(?:is|are) (?:different|other) (?:from|than)|(?:does|do) not equal"
        r"|doesn['’]t equal|differs from|is unequal to|is not equal to)\s+(?=[\w\"])",
        " != ",
    ),
    phrase(
        rf"(?<![\w.])(?P<name>(?!(?:when|and|or|if|not|is)\b)[^\W\d]\w*)\s*(?P<first>{COMPARED})\s*(?P<one>{LIMIT}),?\s+"
        rf"(?P<join>and|or|but)\s+(?P<second>{COMPARED})\s*(?P<other>{LIMIT})",
        _framed,
    ),
    phrase(
        rf"(?:(?<=[\w)」])\s+|^\s*|(?<=[:：])\s*)(?:is |are )?(?P<limit>-?{NUMBER}(?:\s?%|\s[a-z]+)??)\s*"
        r"(?:(?P<up>\+|(?:or|and) (?:more|above|over|higher|greater|later|longer|up|upwards?)(?!\w))"
        r"|(?:or|and) (?:less|below|under|lower|fewer|earlier|shorter|down)(?!\w))",
        _from_number,
    ),
    phrase(
        rf"(?:(?<=[\w)」%])(?<!round)(?<!rounded)\s+|^\s*)(?P<compared>(?:{_AUXILIARY} )?(?:{_NOT} )?(?:any )?(?:{_WORDS}))(?!\w)\s+(?P<limit>{LIMIT})",
        _compared,
    ),
)
