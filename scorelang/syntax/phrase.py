"""One phrase that owners carry over from a policy, and how the language says the same.

The tables of such phrases are ``phrases_of_lines``, ``phrases_of_heads``, ``phrases_of_figures``
and ``phrases_of_formulas``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import attrs

from scorelang.syntax.blocks import Block
from scorelang.syntax.numerals import in_digits

Found = re.Match[str]
NUMBER: Final = r"[0-9]+(?:\.[0-9]+)?"
NAME: Final = r"(?:「[^」\n]+」|[^\W\d]\w*)"
COUNT: Final = r"(?:[0-9]+|[一二两三四五六七八九十]+|one|two|three|four|five)"
UNIT: Final = r"(?:[%％‰]|万元|亿元|个月|小时|[万亿元天日年月分次家人项])"


@attrs.frozen
class Phrase:
    """What is written, how the language says it, the key of the words, and where it stands.

    ``say`` makes the text of the language from what was found and the whole text.
    """

    pattern: re.Pattern[str]
    say: Callable[[Found, str], str]
    key: str = "E0101.phrase"
    block: Block = Block.ANY


def phrase(
    pattern: str,
    say: str | Callable[[Found, str], str],
    key: str = "E0101.phrase",
    block: Block = Block.ANY,
) -> Phrase:
    """Make a phrase; ``say`` may be a template with the groups of the pattern."""
    return Phrase(re.compile(pattern), _filled(say) if isinstance(say, str) else say, key, block)


def _filled(template: str) -> Callable[[Found, str], str]:
    return lambda found, _: found.expand(template)


def digits_of(written: str | None) -> str:
    """Write a count in digits, one where none was written.

    >>> digits_of("两"), digits_of("three"), digits_of(None)
    ('2', '3', '1')
    """
    return in_digits(written or "1") or written or "1"


def step_of(places: str) -> str:
    """Write the step of so many decimal places.

    >>> step_of("2"), step_of("0"), step_of("一")
    ('0.01', '1', '0.1')
    """
    digits = digits_of(places)
    number = int(digits) if digits.isdecimal() else 1
    return "1" if number == 0 else f"0.{'0' * (min(number, 9) - 1)}1"
