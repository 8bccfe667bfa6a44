"""Number formats of a workbook: how Excel shows a number where that matters to its reading.

In: a format code such as ``0.00%``, ``0000`` or ``#,##0.00"万"``. Out: a look for positive
numbers, negative ones and zero. Digits, thousands, colours, brackets for negative numbers and
dates show the value that is stored; a percent sign, zeros in front, a currency and whatever
scales the number or adds words to it do not.
"""

from __future__ import annotations

import re

import attrs

BUILT_IN = {"9": "0%", "10": "0.00%"}
"""Codes of built-in formats that matter here; the others show what is stored."""

_SECTION = re.compile(r'"[^"]*"|\\.|!.|_.|\*.|\[[^\]]*\]|[^;]', re.DOTALL)
_PIECE = re.compile(
    r'(?P<text>"[^"]*"|\\.|!.)|(?P<skip>_.|\*.)|(?P<bracket>\[[^\]]*\])|(?P<sign>.)', re.DOTALL
)
_CURRENCY = re.compile(r"\[\$(?P<sign>[^\]-]*)(?:-[^\]]*)?\]")
_CONDITION = re.compile(r"\[\s*(?:[<>=]+)\s*-?[0-9.]+\s*\]")
_COLOUR = re.compile(
    r"\[(?:black|blue|cyan|green|magenta|red|white|yellow|colou?r\s*[0-9]+"
    r"|[黑蓝青绿红白黄]色?|洋红色?|颜色\s*[0-9]+)\]",
    re.IGNORECASE,
)
_MINUS = re.compile("[-−–(（△▲负]")
_DATE = re.compile(r"[ymdhsgeb年月日时分秒]|am/pm", re.IGNORECASE)
_EXPONENT = re.compile(r"[eE][+-]")
_ZEROS = re.compile(r"0{2,}")
_SCALED = re.compile(r"[0#?],+(?=[^0#?,]*$|\.)")
_YUAN = frozenset("¥￥")
_HARMLESS = frozenset("-+() （）:")
_PLACES = frozenset("0#?.,/ -+()eE")


@attrs.frozen
class Plain:
    """The number is shown as it is stored, whatever its digits."""


@attrs.frozen
class Percent:
    """The number is shown with a percent sign: 0.125 as 12.5%."""


@attrs.frozen
class Padded:
    """The number is shown with zeros in front, up to so many digits: 7 as 0007."""

    width: int


@attrs.frozen
class Yuan:
    """The number is shown as an amount in yuan."""


@attrs.frozen
class Strange:
    """The number is shown as another one, or with words that change what it means."""

    code: str


Look = Plain | Percent | Padded | Yuan | Strange
PLAIN = Plain()


@attrs.frozen
class Looks:
    """How numbers above, below and at zero are shown."""

    above: Look
    below: Look
    zero: Look

    def of(self, number: float) -> Look:
        """Give the look of a number."""
        if number > 0:
            return self.above
        return self.below if number < 0 else self.zero

    @property
    def matter(self) -> bool:
        """Whether any number is shown as another one."""
        return {self.above, self.below, self.zero} != {PLAIN}


def read_format(code: str) -> Looks:
    """Read a format code."""
    sections = _split(code)
    if any(_CONDITION.search(section) for section in sections):
        # Which section holds depends on the number; one that changes it is enough.
        looks = {_look(section, code) for section in sections} - {PLAIN}
        look = PLAIN if not looks else next(iter(looks)) if len(looks) == 1 else Strange(code)
        return Looks(look, look, look)
    found = [_look(section, code) for section in sections[:3]] or [PLAIN]
    above = found[0]
    below = found[1] if len(found) > 1 else above
    if len(found) > 1 and _hides_negatives(sections[0], sections[1]):
        below = Strange(code)
    return Looks(above, below, found[2] if len(found) > 2 else above)


def _hides_negatives(above: str, below: str) -> bool:
    """Whether numbers below zero look like those above it, or like nothing: ``0;0``, ``0;;``."""
    shown = re.sub(r"_.|\*.", "", below)
    if re.search(r"[0#?]", shown):
        return _MINUS.search(shown) is None and _COLOUR.search(shown) is None
    return not shown.strip("- ") and re.search(r"[0#?]", above) is not None


def _split(code: str) -> list[str]:
    """Part a code at its semicolons; those in quotes part nothing."""
    sections: list[str] = []
    piece, at = "", 0
    while at < len(code):
        match = _SECTION.match(code, at)
        if match is None:  # a semicolon
            sections.append(piece)
            piece, at = "", at + 1
        else:
            piece, at = piece + match[0], match.end()
    return [*sections, piece]


def _look(section: str, code: str) -> Look:
    """Read one section."""
    words, places, currency = "", "", ""
    for found in _PIECE.finditer(section):
        if found["text"] is not None:
            words += found["text"].strip('"').lstrip("\\!")
        elif found["bracket"] is not None:
            sign = _CURRENCY.fullmatch(found["bracket"])
            currency += sign["sign"] if sign is not None else ""
        elif found["sign"] is not None:
            places += found["sign"]
    return _judge(words, places, currency, code)


def _judge(words: str, places: str, currency: str, code: str) -> Look:
    bare = re.sub(r"general|g/通用格式", "", places, flags=re.IGNORECASE)
    if "@" in bare or _DATE.search(_EXPONENT.sub("", bare)):
        return PLAIN
    unknown = "".join(sign for sign in bare if sign not in _PLACES and sign != "%")
    shown = "".join(
        sign for sign in words + unknown + currency if sign not in _HARMLESS and not sign.isspace()
    )
    if not re.search(r"[0#?]", bare) and bare == places:
        # No digit is shown: a dash or nothing stands for the number, words for another thing.
        return Strange(code) if shown else PLAIN
    if _SCALED.search(bare):
        return Strange(code)
    if shown and set(shown) <= _YUAN:
        return Yuan()
    if shown or _parts_digits(code):
        return Strange(code)
    if "%" in bare:
        return Percent() if bare.count("%") == 1 else Strange(code)
    zeros = _ZEROS.fullmatch(bare.strip())
    return Padded(len(zeros[0])) if zeros is not None else PLAIN


def _parts_digits(code: str) -> bool:
    """Whether signs stand between the digits, as in ``000-0000`` or ``0!.0``."""
    plain = re.sub(r"\[[^\]]*\]|_.|\*.", "", code)
    return re.search(r'[0#?](?:-|\\.|!.|"[^"]*")+[0#?]', plain.split(";")[0]) is not None
