"""The decimal sign of an input: a point unless said otherwise, a comma where people say so.

In: the text of a number. Out: the same number with a point, or a ``Trouble``. Where some
numbers of an input can only have decimal commas and nobody said which sign holds, a number
that both signs can read (``1,250``, ``1.250``) is not read: nobody may guess.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Iterable
from typing import assert_never

from scorelang.records.trouble import Trouble


class DecimalSign(enum.Enum):
    """How the texts of an input are to be read."""

    POINT = "point"
    COMMA = "comma"
    DOUBTFUL = "doubtful"
    """Nobody said it, and the numbers of the input speak for both."""
    DOUBTFUL_COMMA = "doubtful comma"
    """Nobody said it, and semicolons part the cells, as they do where commas part decimals."""


_TO_ASCII = str.maketrans("０１２３４５６７８９＋－．，％￥／", "0123456789+-.,%¥/")
_HEAD = r"(?P<head>[+-]?¥?[+-]?)"
_TAIL = r"(?P<tail>[^0-9.,+-]*)"
# A point, a space or a narrow space parts groups of three where a comma parts decimals.
_WITH_COMMA = re.compile(
    _HEAD + r"(?P<whole>[0-9]+|[1-9][0-9]{0,2}(?P<mark>[. \xa0\u202f])[0-9]{3}"
    r"(?:(?P=mark)[0-9]{3})*)(?:,(?P<decimals>[0-9]+))?" + _TAIL
).fullmatch
_MISPLACED_POINT = re.compile(_HEAD + r"[0-9.,]*\.[0-9.,]*" + _TAIL).fullmatch
_ONLY_COMMA = re.compile(
    _HEAD + r"(?:(?:[1-9][0-9]*|0)(?:,[0-9]{1,2}|,[0-9]{4,})|[1-9][0-9]{3,},[0-9]{3}"
    r"|[1-9][0-9]{0,2}(?:[.\s][0-9]{3})+,[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,})" + _TAIL
).fullmatch
_ONLY_POINT = re.compile(
    _HEAD + r"(?:[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})|0\.[0-9]+|[0-9]{4,}\.[0-9]+"
    r"|[1-9][0-9]{0,2}(?:,[0-9]{3})+\.[0-9]+)" + _TAIL
).fullmatch
_BOTH_WAYS = re.compile(_HEAD + r"[1-9][0-9]{0,2}[.,][0-9]{3}" + _TAIL).fullmatch


def to_ascii(text: str) -> str:
    """Read full-width digits and signs as ASCII."""
    return text if text.isascii() else text.translate(_TO_ASCII)


def has_decimal_comma(texts: Iterable[str]) -> bool:
    """Whether one of the texts can only be a number with a decimal comma (``18,5``)."""
    return any(("," in text or "." in text) and _ONLY_COMMA(text) for text in map(to_ascii, texts))


def has_decimal_point(texts: Iterable[str]) -> bool:
    """Whether one of the texts can only be a number with a decimal point (``18.5``)."""
    return any("." in text and _ONLY_POINT(text) for text in map(to_ascii, texts))


def make_pointer(sign: DecimalSign) -> Callable[[str], str | Trouble] | None:
    """Give what turns a text into one with a point; ``None`` where it has one already."""
    match sign:
        case DecimalSign.POINT:
            return None
        case DecimalSign.COMMA:
            return _from_comma
        case DecimalSign.DOUBTFUL:
            return _refuse_doubtful
        case DecimalSign.DOUBTFUL_COMMA:
            return _refuse_doubtful_comma
        case _:
            assert_never(sign)


def _from_comma(text: str) -> str | Trouble:
    plain = to_ascii(text)
    match = _WITH_COMMA(plain)
    if match is None:
        return Trouble("R0101.point") if _MISPLACED_POINT(plain) else text
    whole = re.sub(r"[^0-9]", "", match["whole"])
    decimals = f".{match['decimals']}" if match["decimals"] else ""
    return f"{match['head']}{whole}{decimals}{match['tail']}"


def _refuse_doubtful(text: str) -> str | Trouble:
    return Trouble("R0101.doubtful") if _BOTH_WAYS(to_ascii(text)) else text


def _refuse_doubtful_comma(text: str) -> str | Trouble:
    is_doubtful = "," in to_ascii(text) and _BOTH_WAYS(to_ascii(text))
    return Trouble("R0101.semicolon") if is_doubtful else text
