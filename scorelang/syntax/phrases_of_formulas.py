"""Phrases of formulas and conditions: the functions of spreadsheets, ``between``, ``in (…)``.

Each is tried before it is said.
"""

from __future__ import annotations

import re
from typing import Final

from scorelang.syntax.phrase import NAME, NUMBER, Found, Phrase, digits_of, phrase, step_of

_ARGUMENT: Final = r"[^()（）,，]+(?:[(（][^()（）]*[)）])?[^()（）,，]*"
_LIMIT: Final = rf"-?{NUMBER}[^\s:：,，()（）~～之]*"


def _arguments(found: Found) -> list[str]:
    return [part.strip() for part in re.split(r"[,，、]", found["inside"])]


def _sum(found: Found, _: str) -> str:
    return f"({' + '.join(_arguments(found))})"


def _joined(found: Found, _: str) -> str:
    word = f" {found['word'].lower()} "
    return f"({word.join(_arguments(found))})"


def _mean(found: Found, _: str) -> str:
    terms = _arguments(found)
    return _alone(found, f"({' + '.join(terms)}) / {len(terms)}")


def _alone(found: Found, written: str) -> str:
    """Put brackets round what is a part of a longer formula: ``10 / average(a, b)``."""
    line = found.string
    before, behind = line[: found.start()].rstrip(), line[found.end() :].lstrip()
    is_whole = before[-1:] in {"=", ",", "，"} and behind[:1] in {"", ",", "，", "#"}
    return written if is_whole else f"({written})"


def _choice(found: Found, _: str) -> str:
    condition, yes, no = (found[name].strip() for name in ("condition", "yes", "no"))
    if found["word"].isascii():
        return _alone(found, f"if {condition} then {yes} else {no}")
    return _alone(found, f"如果 {condition} 则 {yes} 否则 {no}")


def _count(found: Found, _: str) -> str:
    """``y、z 中至少 1 项``: so many of the conditions."""
    names = re.split(r"\s*[、，,和与及]\s*", found["names"].strip())
    return f"至少 {digits_of(found['n'])} 项满足（{'，'.join(names)}）"


def _day(found: Found, _: str) -> str:
    """``在 2024-01-01 之前``, ``before 2024-01-01``."""
    is_before = found["word"] in {"前", "before"}
    if found["word"].isascii():
        return f"{'<' if is_before else '>'} {found['day']}"
    return f" {'<' if is_before else '>'} {found['day']}"


def _round(found: Found, _: str) -> str:
    step = step_of(found["places"])
    if found["word"].isascii():
        return _alone(found, f"round ({found['inside'].strip()}) to {step}")
    return _alone(found, f"舍入（{found['inside'].strip()}）到 {step}")


def _of_values(word: str, chinese: str) -> Phrase:
    return phrase(
        rf"(?i:\b{word})\s*[(（](?P<inside>[^()（）]*)[)）]",
        lambda found, _: (
            f"{word} ({found['inside']})"
            if found.group().isascii()
            else f"{chinese}（{found['inside']}）"
        ),
    )


_DAY: Final = r"(?P<day>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})"

PHRASES: Final = (
    # values that are missing
    phrase(r"(?<=[\w」）)])\s*(?:为|是|=|＝|等于)\s*(?:未填|空白|空值|空|缺失)(?!\w)", " 未填"),
    phrase(
        r"(?<=[\w」）)])\s*(?:不为|不是|!=|≠|不等于)\s*(?:未填|空白|空值|空|缺失)(?!\w)", " 已填"
    ),
    phrase(r"(?<=[\w)])\s+(?:=|equals)\s*(?:missing|blank|empty)(?!\w)", " is missing"),
    phrase(
        rf"(?P<head>(?<!\w)(?P<name>{NAME})\s*(?:为|=|＝|等于)\s*[^\s:：,，]+\s+或\s*)未填(?!\w)",
        r"\g<head>\g<name> 未填",
    ),
    phrase(
        rf"(?P<head>(?<!\w)(?P<name>{NAME})\s+(?:is|=)\s+[^\s:,]+\s+or\s+)missing(?!\w)",
        r"\g<head>\g<name> is missing",
    ),
    # several conditions
    phrase(
        rf"(?P<names>{NAME}(?:\s*[、，,和与及]\s*{NAME}?[^\W\d中任至有]\w*?)+)\s*(?:中|之中|里)?\s*"
        r"(?:至少有?|任[一意]|有)\s*(?P<n>[0-9]+|[一二两三四五六])?\s*[项个条](?:满足|成立|符合|为是)?",
        _count,
    ),
    phrase(
        rf"(?<=[\w」])\s*(?:在|于|早于|晚于)?\s*{_DAY}\s*之(?P<word>前|后)",
        _day,
    ),
    phrase(
        rf"(?<=\w)\s+(?:is )?(?P<word>before|after) {_DAY}",
        lambda found, text: f" {_day(found, text)}",
    ),
    phrase(r"(?i:\bsum)\s*[(（](?P<inside>[^()（）]*)[)）]", _sum),
    phrase(r"(?:求和|合计|总和|之和)\s*[(（](?P<inside>[^()（）]*)[)）]", _sum),
    phrase(r"(?i:\b(?:average|avg|mean))\s*[(（](?P<inside>[^()（）]*)[)）]", _mean),
    phrase(r"(?:平均值?|均值|平均数)\s*[(（](?P<inside>[^()（）]*)[)）]", _mean),
    phrase(
        rf"(?P<word>(?i:\bif)|如果|若|条件)\s*[(（](?P<condition>{_ARGUMENT})[,，](?P<yes>{_ARGUMENT})[,，](?P<no>{_ARGUMENT})[)）]",
        _choice,
    ),
    phrase(r"(?:那么|就)(?=[^\n]*否则)", "则"),
    phrase(
        rf"(?P<word>(?i:\bround)|四舍五入|舍入)\s*[(（](?P<inside>{_ARGUMENT})[,，]\s*(?P<places>[0-9])\s*[)）]",
        _round,
    ),
    _of_values("min", "最小"),
    _of_values("max", "最大"),
    _of_values("abs", "绝对值"),
    _of_values("sqrt", "平方根"),
    phrase(
        r"(?i:\b(?P<word>and|or))\s*[(（](?P<inside>[^()（）]*)[)）]",
        _joined,
    ),
    phrase(r"\b(?:not in|is not in|not one of)\s*(?=[(（])", "is not any of "),
    phrase(r"\b(?:is in|in|is one of|one of)\s*(?=[(（])", "is any of "),
    phrase(r"(?:不是其中之一|不在)\s*(?=[(（])", "不属于"),
    phrase(r"(?:是其中之一|为其中之一|在)\s*(?=[(（])", "属于"),
    phrase(
        r"(?<![,，])(?<![,，] )(?<!capped )\b(?:is )?between"
        rf"\s+(?P<low>{_LIMIT})\s+and\s+(?P<high>{_LIMIT})",
        r"is \g<low>..\g<high>",
    ),
    phrase(
        rf"(?<=[\w」])\s*(?:在|介于|位于)\s*(?![0-9]+-[0-9]+-)(?P<low>{_LIMIT})\s*(?:[-－~～—–至到和与])\s*(?P<high>{_LIMIT})\s*(?:之间|之内|以内|范围内)?",
        r" 为 \g<low>~\g<high>",
    ),
    phrase(
        r"^\s*(?P<first>[^\W\d]\w*)\s+or\s+(?P<second>[^\W\d]\w*)(?=\s*:)",
        r"\g<first>, \g<second>",
    ),
    phrase(r"\bround (?P<mode>up|down|half up|half even)(?!\w)", r"round 1 \g<mode>"),
)
