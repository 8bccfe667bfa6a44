"""The unit in a heading or a label: ``逾期天数（天）``, ``sales (万元)``, ``毛利率%``.

In: a heading as written, a field. Out: the name without its unit (NFKC, white space folded)
and the words of the unit; whether that unit is the one the field reads, or contradicts it.
Brackets that hold no unit, as in ``销售额(含税)``, belong to the name.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from fractions import Fraction

import attrs

from scorelang.model.fields import NUMERIC, Field, FieldType
from scorelang.model.types import DAYS, MONEY, MONTHS, PLAIN, Unit
from scorelang.model.unit_words import MONEY_PARTS, MULTIPLIERS, PERCENTS, UNITS

_BRACKETS = re.compile(r"\s*[(\[{【〔](?P<inside>[^()\[\]{}【】〔〕]*)[)\]}】〕]\s*")
_PIECES = re.compile(r"\s*[,;、，；]\s*")
_SAID = re.compile(r"^(?:单位\s*:?\s*|units?\s*:\s*|(?:in|units?)\s+)", re.IGNORECASE)
_BEHIND = re.compile(r"(?:\s+in)?\s*(?P<unit>[%‰])$")
_TITLE_UNIT = re.compile(
    r"(?:单位\s*:?|\bunits?\s*:|\(\s*in)\s*([^\s:()\[\]【】]+(?:\s*[,;、]\s*[^\s:()\[\]【】]+)*)",
    re.IGNORECASE,
)
_PER = re.compile(r"\s*(?:/|每| per )\s*")
_CURRENCIES = re.compile(r"^(?:人民币|rmb|cny|¥|￥)\s*(?=\S)", re.IGNORECASE)

_SYNONYMS = {
    "百分比": "%",
    "百分数": "%",
    "百分点": "%",
    "percent": "%",
    "pct": "%",
    "per cent": "%",
    "千分比": "‰",
    "人民币": "元",
    "¥": "元",
    "￥": "元",
    "圆": "元",
    "w": "万",
    "mn": "million",
    "m": "million",
    "bn": "billion",
    "d": "天",
    "yr": "years",
    "yrs": "years",
    "mos": "months",
}
_OTHERS = frozenset(
    {
        "吨",
        "公斤",
        "千克",
        "克",
        "kg",
        "g",
        "t",
        "ton",
        "tons",
        "tonnes",
        "公里",
        "km",
        "米",
        "升",
        "l",
    }
    | {"小时", "时", "h", "hour", "hours", "分钟", "min", "minutes", "秒", "平方米", "m2", "㎡"}
    | {"人", "个", "件", "台", "套", "家", "户", "项", "单", "批", "票", "笔"}
)
_FOREIGN = frozenset({"美元", "usd", "$", "港元", "hkd", "欧元", "eur", "€"})
_PERIODS = frozenset({DAYS, MONTHS})


class Fit(enum.Enum):
    """How the unit of a heading stands to the field under it."""

    NONE = "none"
    FITS = "fits"
    CONTRADICTS = "contradicts"


@attrs.frozen
class Heading:
    """A heading: its name without the unit, and the unit as written, if it says one."""

    name: str
    unit: str | None = None


def fold(text: str) -> str:
    """Give a text in NFKC with white space and line breaks as single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def split_heading(text: str, own: str | None = None) -> Heading:
    """Part a heading into its name and its unit; ``own`` is a unit the field names itself."""
    folded = fold(text)
    known = fold(own).casefold() if own else None
    for found in reversed(list(_BRACKETS.finditer(folded))):
        pieces = _PIECES.split(found["inside"].strip())
        unit = next((piece for piece in pieces if _is_unit(piece, known)), None)
        if unit is None:
            continue
        rest = ",".join(piece for piece in pieces if piece != unit)
        name = folded[: found.start()] + (f"({rest})" if rest else "") + folded[found.end() :]
        if name.strip():
            return Heading(name.strip(), _SAID.sub("", unit))
    behind = _BEHIND.search(folded)
    if behind is not None and behind.start():
        return Heading(folded[: behind.start()], behind["unit"])
    return Heading(folded)


def fit_of(unit: str | None, field: Field) -> Fit:
    """Say whether a unit in a heading is the one the cells of the field are read in."""
    if unit is None or field.type not in NUMERIC:
        return Fit.NONE
    word = _bare(unit)
    if field.unit_text is not None and word == fold(field.unit_text).casefold():
        return Fit.FITS
    is_number = field.type is not FieldType.PERCENT and field.unit == PLAIN
    if is_number and field.unit_text is None:
        return Fit.FITS  # the field names no unit: its numbers are what the column counts
    found = _measure(word, is_money=field.unit == MONEY)
    if found == (field.unit, field.scale) or (found and is_number and found[1] == field.scale):
        return Fit.FITS
    return Fit.NONE if _says_something_else(word, found, field) else Fit.CONTRADICTS


def unit_as_written(unit: str) -> str | None:
    """Give a unit of a heading as a rubric writes it behind ``in``; ``None``: it has no word."""
    word = _SYNONYMS.get(_bare(unit), _bare(unit))
    is_known = _measure(word) is not None or word in MONEY_PARTS
    return word if is_known and " " not in word else None


def measure_of(unit: str) -> object:
    """Give what the words of a unit come to, so that ``天`` and ``days`` are the same."""
    word = _SYNONYMS.get(_bare(unit), _bare(unit))
    return _measure(word, is_money=True) or word


def units_of_title(title: str) -> tuple[str, ...]:
    """Give the units that a line above a table states: ``单位：万元``, ``(in 万元)``."""
    found = _TITLE_UNIT.findall(fold(title))
    return tuple(piece for text in found for piece in _PIECES.split(text) if piece)


def changes_numbers(unit: str) -> bool:
    """Whether plain numbers under this unit are others than they look: ``万元``, ``%``."""
    word = _SYNONYMS.get(_bare(unit), _bare(unit))
    found = _measure(word, is_money=True)
    return word in _FOREIGN or (found is not None and found[1] != 1)


def contradicts_money(unit: str, field: Field) -> bool:
    """Whether amounts in this unit are others than the cells of a field of money hold."""
    word = _SYNONYMS.get(_bare(unit), _bare(unit))
    if word in _FOREIGN:
        return True
    found = (MONEY, MULTIPLIERS[word]) if word in MULTIPLIERS else _measure(word)
    return found is not None and found[0] == MONEY and found[1] != field.scale


def _says_something_else(word: str, found: tuple[Unit, Fraction] | None, field: Field) -> bool:
    """Whether the brackets speak of another thing: ``销售额(月)`` says which sales."""
    if found is not None:
        return found[0] in _PERIODS and field.unit not in _PERIODS
    is_ratio = field.type is FieldType.PERCENT or field.unit in {MONEY, *_PERIODS}
    return is_ratio and word not in _FOREIGN


def _is_unit(piece: str, own: str | None) -> bool:
    word = _bare(piece)
    return bool(word) and (word == own or word in _OTHERS | _FOREIGN or _measure(word) is not None)


def _bare(unit: str) -> str:
    """Give the words of a unit without ``单位:``, the currency and what it is counted by."""
    said = _SAID.sub("", fold(unit)).strip().casefold()
    said = _PER.split(said)[0] or said
    return _CURRENCIES.sub("", said)


def _measure(word: str, *, is_money: bool = False) -> tuple[Unit, Fraction] | None:
    """Read the words of a unit: ``万元`` is 10,000 of money; ``None``: not known here."""
    word = _SYNONYMS.get(word, word)
    if is_money and word in MONEY_PARTS:
        return MONEY, MONEY_PARTS[word]
    if word in UNITS:
        unit, scale = UNITS[word]
        counts = is_money and unit == PLAIN and word not in PERCENTS
        return (MONEY if counts else unit), scale
    for multiplier in sorted(MULTIPLIERS, key=len, reverse=True):
        if word.startswith(multiplier):
            rest = word.removeprefix(multiplier).strip()
            factor = MULTIPLIERS[multiplier]
            if not rest:
                return (MONEY if is_money else PLAIN), factor
            if rest in UNITS and rest not in PERCENTS:
                unit, scale = UNITS[rest]
                return unit, factor * scale
    first, _, last = word.partition(" ")
    if last in MULTIPLIERS and first in UNITS and UNITS[first][0] == MONEY:
        return MONEY, MULTIPLIERS[last]
    return None
