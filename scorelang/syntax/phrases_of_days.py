"""Phrases of days and periods: a year, a day with slashes, a difference of days in months.

Each is tried before it is said.
"""

# ruff: noqa: E501  a pattern is one line

from __future__ import annotations

from calendar import monthrange
from typing import Final

from scorelang.syntax.comparisons_in_words import COMPARED, sign_of
from scorelang.syntax.days_in_words import SLASHED, day_meant
from scorelang.syntax.numerals import in_digits
from scorelang.syntax.phrase import COUNT, NAME, NUMBER, Found, phrase
from scorelang.syntax.told_vocabulary import is_chinese

_PLAIN: Final = r"[^\W\d]\w*"
_SIGN: Final = r"超过|大于|高于|多于|不超过|不大于|不高于|达到|不低于|不少于|低于|小于|少于|不满|不足|above|below|under|at least|at most|>=|<=|[<>≥≤=]"
_IN_YEAR: Final = 12
_MONTH: Final = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"


def _day(found: Found, _: str) -> str:
    return day_meant(found.group()) or found.group()


def _difference(found: Found, _: str) -> str:
    """``e - d > 1 month``: months and years are added to a day, which counts parts of them too."""
    first, last, number = found["first"], found["last"], found["n"]
    sign = sign_of(found["sign"]) or found["sign"]
    gap = " " if found["unit"].isascii() else ""
    return f"{last} {sign} {first} + {number}{gap}{found['unit']}"


def _year(found: Found, _: str) -> str:
    """``d 为 2024年``: from its first to its last day."""
    name, year, sign = found["name"], int(found["year"]), found["sign"]
    if sign in {"为", "是", "在", "=", "属于", "is in", "is", "in"}:
        join = "and" if sign.isascii() and sign != "=" else "且"
        return f"{name} >= {year}-01-01 {join} {name} <= {year}-12-31"
    for signs, meant in _SIDES:
        if sign in signs:
            is_last = meant in {">", "<="}
            return f"{name} {meant} {year}-{'12-31' if is_last else '01-01'}"
    return found.group()


_SIDES: Final = (
    (("超过", "晚于", "迟于", "大于", ">", "after"), ">"),
    (("早于", "先于", "低于", "小于", "<", "before"), "<"),
    (("不早于", "不低于", "不先于", ">=", "≥", "since", "from"), ">="),
    (("不晚于", "不迟于", "不超过", "<=", "≤", "until"), "<="),
)
_SIDE: Final = "|".join(sorted((sign for signs, _ in _SIDES for sign in signs), key=len)[::-1])


def _between(found: Found, text: str) -> str:
    """``d 在 2024-01-01 至 2024-06-30 之间``: both days count."""
    join = "且" if is_chinese(text) else "and"
    name = found["name"]
    return f"{name} >= {found['low']} {join} {name} <= {found['high']}"


def _month(found: Found, text: str) -> str:
    """``d in March 2024``, ``d 在 2024年3月``: from the first to the last day of the month."""
    word = found["month"]
    month = int(word) if word.isdecimal() else _MONTH.split("|").index(word[:3].lower()) + 1
    if not 1 <= month <= _IN_YEAR:
        return found.group()
    year = int(found["year"])
    last = monthrange(year, month)[1]
    join = "且" if is_chinese(text) else "and"
    days = [f"{year}-{month:02}-{day:02}" for day in (1, last)]
    return f"{found['name']} >= {days[0]} {join} {found['name']} <= {days[1]}"


def _later(found: Found, _: str) -> str:
    """``e is more than 30 days after d``: the difference of the two days."""
    is_after = found["side"] in {"after", "later than", "晚于", "迟于", "后于"}
    later, earlier = ("e", "d") if is_after else ("d", "e")
    sign = ">=" if (found["sign"] or "").strip() in {"at least", ""} else ">"
    return f"{found[later]} - {found[earlier]} {sign} {found['n'].strip()}"


def _months(found: Found, _: str) -> str:
    """``1年半``, ``1年6个月``, ``a year and a half``: as months."""
    years, months = found["years"], found["months"]
    whole = int(in_digits(years) or years) if years not in {"a", "one"} else 1
    rest = _IN_YEAR // 2 if months is None else int(in_digits(months) or months)
    unit = " months" if found.group().isascii() else "个月"
    return f"{whole * _IN_YEAR + rest}{unit}"


PHRASES: Final = (
    phrase(
        rf"(?<![\w」])(?P<name>{NAME})\s*(?:在|介于|为|(?:is )?between|(?:is )?from)\s*(?P<low>[0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}})\s*(?:至|到|和|与|~|～|and|to|until)\s*(?P<high>[0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}})\s*(?:之间|期间)?",
        _between,
    ),
    phrase(
        rf"(?<![\w」])(?P<name>{NAME})\s*(?:在|为|是)\s*(?P<year>[12][0-9]{{3}})年(?P<month>[0-9]{{1,2}})月份?(?![0-9])",
        _month,
    ),
    phrase(
        rf"(?<!\w)(?P<name>{_PLAIN}) (?:is |falls )?in (?i:(?P<month>(?:{_MONTH})[a-z]*)) (?P<year>[12][0-9]{{3}})(?!\w)",
        _month,
    ),
    phrase(rf"(?<![\w/.]){SLASHED}(?![\w/.])", _day, "E0103.written_date"),
    phrase(
        rf"(?<![\w」])(?P<last>{NAME})\s*[-－−]\s*(?P<first>{NAME})\s*(?P<sign>{_SIGN}|{COMPARED})\s*(?P<n>{NUMBER})\s*(?P<unit>个月|年|months?|years?)(?!\w)",
        _difference,
    ),
    phrase(
        rf"(?<![\w」])(?P<name>{NAME})\s*(?:is )?(?P<sign>{_SIDE}|为|是|在|属于|is in|is|in|=)\s*(?P<year>[12][0-9]{{3}})\s*年?(?![\w.年月%-])",
        _year,
    ),
    phrase(
        rf"(?<!\w)(?P<e>{_PLAIN}) (?:is )?(?P<sign>more than |over |at least )?(?P<n>{NUMBER} (?:days?|months?|years?)) (?P<side>after|before|later than) (?P<d>{_PLAIN})",
        _later,
    ),
    phrase(
        rf"(?<![\w」])(?P<e>{NAME})\s*(?P<side>晚于|迟于|后于|早于|先于)\s*(?P<d>{NAME})\s+(?P<sign>)(?P<n>{NUMBER}\s*天)\s*及?以上",
        _later,
    ),
    phrase(
        rf"(?P<years>{COUNT})\s*年(?:半|零?(?P<months>[0-9]+|[一二两三四五六七八九十]+)\s*个月)",
        _months,
    ),
    phrase(
        r"\b(?P<years>[0-9]+|a|one|two|three) years? (?:and )?(?:a half|(?P<months>[0-9]+) months?)(?!\w)",
        _months,
    ),
    phrase(r"半年(?=以[上下内]|\s*[:：]|$)", "6个月"),
    phrase(r"\b(?i:today(?:\s*\(\s*\))?|now\s*\(\s*\)|current date)(?!\w)", "as_of"),
    phrase(r"(?:今天|今日|当前日期|当日|系统日期|评分日|截止日)(?!\w)", "评价日"),
)
