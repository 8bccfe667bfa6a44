"""Numbers written in Chinese words, as a reader of the policy would write them in digits.

In: a word such as ``超过三十天``. Out: ``超过 30天``, or ``None`` where no number is spelt out.
"""

from __future__ import annotations

import re
from typing import Final

from scorelang.syntax.vocabulary import comparison_words

_DIGITS: Final = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
_TENS: Final = {"十": 10, "百": 100, "千": 1000}
_GROUPS: Final = {"万": 10_000, "亿": 100_000_000}
_ONES: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_DECADES: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH: Final = {
    **{word: value for value, word in enumerate(_ONES)},
    **{word: 10 * value for value, word in enumerate(_DECADES, start=2)},
    "hundred": 100,
    "thousand": 1000,
}
_SPELT: Final = re.compile(
    rf"(?P<name>[^\W\d]*?)(?P<word>{'|'.join(comparison_words())}|\A)(?P<percent>(?:百分之)?)"
    rf"(?P<number>[{''.join((*_DIGITS, *_TENS))}万亿]*[{''.join((*_DIGITS, *_TENS))}])"
    r"(?P<unit>(?:个月|万元|亿元|天|日|月|年|分|元|次|家|人|项|小时|万|亿)?)"
    r"(?P<after>(?:及?以[上下内])?)"
)


def in_digits(word: str) -> str | None:
    """Write the number of a word in digits, parted from what stands before it.

    >>> in_digits("超过三十"), in_digits("逾期天数超过一百二十天"), in_digits("十五")
    ('超过 30', '逾期天数 超过 120天', '15')
    >>> in_digits("第三方"), in_digits("九"), in_digits("百分之三十以上"), in_digits("ten")
    (None, '9', '30%以上', '10')
    """
    if word.casefold() in _ENGLISH:
        return str(_ENGLISH[word.casefold()])
    found = _SPELT.fullmatch(word)
    if found is None:
        return None
    unit = "%" if found["percent"] else found["unit"]
    number = f"{_value(found['number'])}{unit}{found['after']}"
    return " ".join(piece for piece in (found["name"], found["word"], number) if piece)


def _value(written: str) -> int:
    total, group, digit = 0, 0, 0
    for sign in written:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _TENS:
            group += (digit or 1) * _TENS[sign]
            digit = 0
        else:
            total += (group + digit) * _GROUPS[sign]
            group = digit = 0
    return total + group + digit
