"""Numbers in English words of one or several pieces: ``forty-five``, ``a hundred``."""

from __future__ import annotations

import re
from typing import Final

from scorelang.syntax.numerals import in_digits

_ONES: Final = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen"
)
_TENS: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_PLAIN: Final = rf"(?:(?:{_TENS})(?:[- ](?:{_ONES}))?|{_ONES})"
ENGLISH_NUMBER: Final = rf"(?i:\b(?:(?:an? |{_PLAIN} )?hundred|{_PLAIN})\b)"
"""A number in English words, up to some hundreds."""
_HUNDRED: Final = 100


def english_in_digits(words: str) -> str | None:
    """Write a number in English words in digits.

    >>> english_in_digits("thirty"), english_in_digits("forty-five"), english_in_digits("a hundred")
    ('30', '45', '100')
    """
    if re.fullmatch(rf"\s*{ENGLISH_NUMBER}\s*", words) is None:
        return None
    value = 0
    for word in re.findall("[a-z]+", words.lower()):
        if word == "hundred":
            value = max(value, 1) * _HUNDRED
        elif word not in {"a", "an"}:
            value += int(in_digits(word) or 0)
    return str(value)
