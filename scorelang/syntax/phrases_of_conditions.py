"""Phrases of conditions: several names or values with one comparison, yes and no, and blanks.

Each is tried before it is said.
"""

# ruff: noqa: E501  a pattern is one line

from __future__ import annotations

import re
from typing import Final

from scorelang.syntax.comparisons_in_words import COMPARED, LIMIT, limit_meant, sign_of
from scorelang.syntax.declared_names import is_field
from scorelang.syntax.phrase import COUNT, NAME, NUMBER, UNIT, Found, digits_of, phrase
from scorelang.syntax.told_vocabulary import is_chinese

_WORD: Final = r"(?!(?:when|and|or|if|not|is|either|both|neither|all|any|no)\b)[^\W\d]\w*"
_APART: Final = r"\s*(?:[、，,]|和|与|及|或者?|,?\s(?:and|or|nor)\s)\s*"
_ENDS: Final = r"(?=\s*(?:[:：,，}｝)）]|$|且|或|\band\b|\bor\b))"
_CHINESE: Final = r"(?:不低于|不少于|不小于|大于等于|达到|超过|高于|大于|不高于|不超过|不大于|不多于|小于等于|不满|低于|不足|小于|等于|[<>≥≤=＜＞＝]+)"
_QUANTITY: Final = rf"-?{NUMBER}\s*{UNIT}?"


def _names(found: Found) -> list[str]:
    return [name for name in re.split(_APART, found["names"].strip()) if name]


def _all_of(terms: list[str]) -> str:
    return f"all of ({', '.join(terms)})"


def _each_compared(found: Found, text: str) -> str:
    """``x or y > 30``, ``both y and z are yes``: the comparison for each name."""
    names, how, compared = _names(found), found["how"] or "", found["compared"] or ""
    if not all(is_field(name, text) for name in names):
        return found.group()
    if compared.startswith("are "):
        compared = f"is {compared[4:]}"
    words = re.match(COMPARED, compared)
    if compared in {"missing", "blank", "empty", "is blank", "is empty"}:
        compared = "is missing"
    elif words is not None and sign_of(words.group()) is not None:
        compared = f"{sign_of(words.group())} {limit_meant(compared[words.end() :].strip())}"
    terms = [f"{name} {compared}".strip() for name in names]
    is_either = " or " in f" {found['names']} " and how != "both"
    if how == "neither" or " nor " in found["names"]:
        return f"none of ({', '.join(terms)})"
    if is_either and re.search(r"\b(?:not|no)\b|!=", compared):
        return found.group()  # whether one or both must not is not certain
    return f"any of ({', '.join(terms)})" if is_either else _all_of(terms)


def _each_in_chinese(found: Found, text: str) -> str:
    """``y、z 均为 是``, ``x 或 y 超过 30``: the comparison for each name."""
    names, how = _names(found), found["how"] or ""
    if not all(is_field(name, text) for name in names):
        return found.group()
    compared = re.sub(r"^(?:为|是)\s*(?=\S)", "为 ", found["compared"].strip())
    compared = re.sub(r"^为 (?=未填|空白?|缺失)\S+", "未填", compared)
    terms = "，".join(f"{name} {compared}" for name in names)
    if re.match(r"均|都|全|皆", how):
        return f"均满足（{terms}）"
    is_negative = re.match(r"不(?:为|是|等于)|为 否|没|未", compared) is not None
    if how or (re.search("或", found["names"]) and not is_negative):
        return f"任一满足（{terms}）"
    return found.group()


def _values(found: Found, _: str) -> str:
    """``x is 30 or 40``, ``x = 30、40``: one of several values."""
    values = [v for v in re.split(_APART, found["values"].strip()) if v]
    is_not = re.search(r"not|!=|≠|不", found["is"]) is not None
    if found["chinese"]:
        return f"{found['name']} {'不' if is_not else ''}属于（{'，'.join(values)}）"
    return f"{found['name']} is {'not ' if is_not else ''}any of ({', '.join(values)})"


def _number_values(found: Found, text: str) -> str:
    values = [v for v in re.split(_APART, found["values"].strip()) if v]
    is_not = re.search(r"not|!=|≠|不", found["is"]) is not None
    if is_chinese(text):
        return f"{found['name']} {'不' if is_not else ''}属于（{'，'.join(values)}）"
    return f"{found['name']} is {'not ' if is_not else ''}any of ({', '.join(values)})"


def _neither(found: Found, _: str) -> str:
    return f"{found['name']} 不属于（{found['one']}，{found['other']}）"


def _no(found: Found, text: str) -> str:
    """``没有 y``, ``no y``: of a yes/no field."""
    name = found["name"]
    is_yes_no = re.search(rf"(?m)^\s*{re.escape(name)}\s[^\n]*?(?:yes/no|是否)", text)
    if is_yes_no is None:
        return found.group()
    return f"not {name}" if found.group().strip().isascii() else f"{name} 为 否"


def _count(found: Found, _: str) -> str:
    return f"at least {digits_of(found['n'])} of "


def _unless(found: Found, _: str) -> str:
    return f"when not ({found['condition'].strip()})"


def _outside(found: Found, text: str) -> str:
    """``x 不在 10~20``, ``x is outside 10..20``: below the one end or above the other."""
    name, low, high = found["name"], found["low"], found["high"]
    if is_chinese(text):
        return f"（{name} 低于 {low} 或 {name} 超过 {high}）"
    return f"({name} < {low} or {name} > {high})"


PHRASES: Final = (
    phrase(
        rf"(?<![\w」])(?P<name>{NAME})\s*(?:不在|不介于|不处于|超出)\s*(?P<low>{NUMBER}\s*{UNIT}?)\s*[-－~～至到和与]\s*(?P<high>{NUMBER}\s*{UNIT}?)\s*(?:之间|之内|以内|范围内?|内)?",
        _outside,
    ),
    phrase(
        rf"(?<!\w)(?P<name>{_WORD}) (?:is |lies |falls )?(?:outside(?: of)?|not (?:between|within|in|from)) (?P<low>{NUMBER}\S*?)\s*(?:\.\.|to|and|-)\s*(?P<high>{NUMBER}[^\s:,]*)",
        _outside,
    ),
    phrase(
        rf"\bnot both (?P<one>{_WORD}) and (?P<other>{_WORD})",
        r"not (\g<one> and \g<other>)",
    ),
    phrase(r"\bunless\s+(?P<condition>[^:\n]+?)(?=\s*(?::|,|$))", _unless),
    phrase(
        rf"(?:any |some )?(?P<n>{COUNT})(?:\+| or more)?(?: of)?(?: the(?: following)?)?(?: of)?\s*(?=\()",
        lambda found, text: _count(found, text) if " of" in found.group() else found.group(),
    ),
    # several names
    phrase(
        rf"\bneither\s+(?P<names>{_WORD}(?:\s*,\s*{_WORD})*\s*(?:nor|or)\s+{_WORD})(?:\s+(?P<compared>(?:is|are)\s+{LIMIT}|{COMPARED}\s*{LIMIT}))?(?P<how>){_ENDS}",
        _each_compared,
    ),
    phrase(
        rf"(?:(?<=\W)|^)(?P<how>either|both|all|each of)?\s*(?P<names>{_WORD}(?:\s*,\s*{_WORD})*\s*,?\s+(?:and|or)\s+{_WORD})(?:\s+(?:both|all|each))?\s+"
        rf"(?P<compared>(?:is|are)\s+{LIMIT}|(?:is |are )?(?:missing|blank|empty)|{COMPARED}\s*{LIMIT}){_ENDS}",
        _each_compared,
    ),
    phrase(
        rf"(?<![\w」])(?P<names>{NAME}(?:\s*(?:[、，,]|和|与|及|或者?)\s*{NAME})+?)\s*(?:中|之中|里)?\s*(?P<how>均|都|全部?|皆|任[一意](?:[个项]|者)?|有一[个项])?\s*"
        rf"(?P<compared>(?:为|是|不为|不是)\s*[^\s:：,，且或]+|{_CHINESE}\s*{_QUANTITY}|未填|没有?填写?|为空){_ENDS}",
        _each_in_chinese,
    ),
    # several values
    phrase(
        rf"(?<![\w」])(?P<name>{NAME})\s*(?P<is>为|是|=|＝|等于)\s*(?P<values>{NAME}(?:\s*(?:[、，,]|或者?)\s*{NAME})+?)\s*(?:之一|其中之一|中的?(?:任意?)?一[个种项])(?P<chinese>)",
        lambda found, _: (
            f"{found['name']} 属于（{'，'.join(re.split(_APART, found['values'].strip()))}）"
        ),
    ),
    phrase(
        rf"(?<!\w)(?P<name>{_WORD})\s+(?P<is>is (?:not )?(?:either|one of|among|any of))\s+(?P<values>{_WORD}(?:\s*,\s*{_WORD})*\s*,?\s+or\s+{_WORD})(?P<chinese>){_ENDS}",
        _values,
    ),
    phrase(
        rf"(?<![\w」])(?P<name>{NAME})\s*(?P<is>is (?:not )?(?:one|any) of|is either|is not|is|!=|=|≠|＝|为|是|不为|不是|等于|不等于)\s*(?P<values>-?{NUMBER}(?:\s*(?:[、，,]|或者?|,?\s+or\s)\s*-?{NUMBER})+)(?![\w.%])",
        _number_values,
    ),
    phrase(
        rf"(?P<name>{NAME})\s*既?不[为是]\s*(?P<one>{NAME})\s*[,，]?\s*(?:也|又)不[为是]\s*(?P<other>{NAME})",
        _neither,
    ),
    phrase(
        rf"(?P<name>{NAME})\s*既不[为是]\s*(?P<one>{NAME})\s*[,，]?\s*(?:也|又)不[为是]\s*(?P<other>{NAME})",
        _neither,
    ),
    phrase(rf"(?P<name>{NAME})\s+(?:包括|包含|含有)\s+(?={NAME}\s*(?:$|[:：]))", r"\g<name> 为 "),
    # yes and no
    phrase(rf"(?<=当)\s+(?:没有|无)\s*(?P<name>{NAME})", lambda f, t: f" {_no(f, t).strip()}"),
    phrase(
        rf"(?<=when)\s+(?:no|without)\s+(?P<name>{_WORD})", lambda f, t: f" {_no(f, t).strip()}"
    ),
    # what is not filled in
    phrase(
        r"(?<=[\w」）)])\s*(?:没有填写?|没填写?|未填写|未填报|未提供|没有提供|没有数据|无数据|没有值|为空值?|空着)(?!\w)",
        " 未填",
    ),
    phrase(r"(?<=[\w」）)])\s*(?:有填写?|已填写|填写了|不为空|非空)(?!\w)", " 已填"),
    phrase(
        r"(?<=[\w)])\s+(?:(?:is|was) (?:not (?:filled in|filled|given|provided|known|available|present|there)|null|unknown|absent|unfilled|left blank|blank|empty)|has no value|=\s*(?:\"\"|null|none|NULL|NA))(?!\w)",
        " is missing",
    ),
    phrase(
        r"(?<=[\w)])\s+(?:(?:is|was) (?:filled in|filled|given|provided|known|available|present|not blank|not empty|not null)|has a value|(?:!=|<>)\s*(?:\"\"|null|NULL))(?!\w)",
        " is not missing",
    ),
    # the name again before a limit behind which its word stands
    phrase(
        rf"(?P<head>(?<![\w」])(?P<name>{NAME})\s*{_QUANTITY}及?(?:以[上下]|以内)\s*)(?P<join>且|或者?|并且)\s*(?={_QUANTITY}及?(?:以[上下]|以内))",
        lambda found, _: (
            f"{found['head']}{'或' if '或' in found['join'] else '且'} {found['name']} "
        ),
    ),
)
