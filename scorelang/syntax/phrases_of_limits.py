"""Phrases of limits, numbers, shares of a value, and what several values give together.

Each is tried before it is said.
"""

# ruff: noqa: E501  a pattern is one line

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from scorelang.syntax.declared_names import is_field
from scorelang.syntax.numerals import in_digits
from scorelang.syntax.phrase import NAME, NUMBER, UNIT, Found, phrase
from scorelang.syntax.told_vocabulary import is_chinese

_PLAIN: Final = r"(?!(?:of|and|or|if|then|else)\b)[^\W\d]\w*"
_APART: Final = r"\s*(?:[、，,]|和|与|及|,?\s(?:and|or)\s)\s*"
_SEVERAL: Final = (
    rf"(?P<names>{_PLAIN}(?:\s*,\s*{_PLAIN})*\s*(?:,|,?\s+and|,?\s+or)\s+{_PLAIN})(?!\w|\s*[(（])"
)
_LISTED: Final = rf"(?P<names>{NAME}(?:\s*(?:[、，,]|和|与|及)\s*{NAME})+?)"
_QUANTITY: Final = rf"{NUMBER}\s*{UNIT}?"
_MINUTES: Final = 60


def _names(found: Found) -> list[str]:
    return [name for name in re.split(_APART, found["names"].strip()) if name]


def _alone(found: Found, written: str) -> str:
    line = found.string
    is_whole = line[: found.start()].rstrip().endswith(("=", "＝")) and not line[
        found.end() :
    ].strip(" ,，#")
    return written if is_whole else f"({written})"


def _sum(found: Found, _: str) -> str:
    return _alone(found, " + ".join(_names(found)))


def _mean(found: Found, _: str) -> str:
    names = _names(found)
    return _alone(found, f"({' + '.join(names)}) / {len(names)}")


def _least(found: Found, text: str) -> str:
    is_least = re.search(r"lowest|min|small|less|低|小", found["which"]) is not None
    names = _names(found)
    if is_chinese(text):
        return f"{'最小' if is_least else '最大'}（{'，'.join(names)}）"
    return f"{'min' if is_least else 'max'} ({', '.join(names)})"


def _shares(found: Found, _: str) -> str:
    """``x 的 60% + y 的 40%``: a share of a value is a product."""
    return re.sub(rf"({NAME})\s*的\s*({NUMBER}\s*[%％])", r"\1 * \2", found.group())


def _times(found: Found, text: str) -> str:
    """``y 的 2倍``, ``twice y``: a multiple of a value."""
    if not is_field(found["name"], text):
        return found.group()
    words = {"twice": "2", "double": "2", "half": "0.5", "half of": "0.5", "triple": "3"}
    word = found["n"]
    number = words.get(word) or in_digits(word) or word
    return f"{number} * {found['name']}" if found["first"] else f"{found['name']} * {number}"


def _products(found: Found, text: str) -> str:
    names = re.findall(rf"%\s*(?:of )?({_PLAIN})", found.group())
    if not all(is_field(name, text) for name in names):
        return found.group()
    return re.sub(rf"({NUMBER}\s*%)\s*(?:of )?(?={_PLAIN})", r"\1 * ", found.group())


def _tenths(found: Found, _: str) -> str:
    number = in_digits(found["n"]) or found["n"]
    return f"{int(number) * 10}%"


def _millions(found: Found, text: str) -> str:
    unit = found["unit"]
    if unit == "m" and "money" not in text:
        return found.group()
    return f"{found['n']} million" if unit != "K" else f"{found['n']}k"


def _hours(found: Found, text: str) -> str:
    hours = Fraction(found["n"]) / _MINUTES
    shown = f"{float(hours):.10g}"
    if not re.search(r"小时|hours?", text) or Fraction(shown) != hours:
        return found.group()
    return f"{shown}小时" if "分" in found.group() else f"{shown} hours"


def _named_special(found: Found, text: str) -> str:
    """``缺考：5``: the special value that is called so."""
    word = re.escape(found["word"])
    named = re.findall(rf"(?:特殊值|special)\s*(-?[0-9]+)\s*[\"“]{word}[\"”]", text)
    if found["word"] in {"特殊值", "special"}:
        named = re.findall(r"(?:特殊值|special)\s*(-?[0-9]+)", text)
    if len(set(named)) != 1:
        return found.group()
    return f"{'特殊值' if is_chinese(text) else 'special'} {named[0]}{found['colon']}"


def _values(found: Found, text: str) -> str:
    """``A/B : 20``: several values of a category."""
    values = re.split(r"\s*[/／]\s*", found["values"].strip())
    if not all(re.search(rf"(?m)[|>\s]\s*{re.escape(v)}\s*(?:[|>\",，]|$)", text) for v in values):
        return found.group()
    comma = "，" if is_chinese(text) else ", "
    return f"{found['space']}{comma.join(values)}"


def _graded_values(found: Found, text: str) -> str:
    """``A级``, ``B级及以下``: values of an ordered category, as it declares them."""
    name, side = found["name"], found["side"] or ""
    declared = [
        [value.strip() for value in line.split(">")]
        for line in re.findall(r"(?m)^\s*\w+\s+(\w+(?:\s*[>＞]\s*\w+)+)", text.replace("＞", ">"))
    ]
    values = next((each for each in declared if name in each), None)
    if values is None or f"{name}级" in values:
        return found.group()
    at = values.index(name)
    comma = "，" if is_chinese(text) else ", "
    if re.search("下|below|lower|worse", side):
        return comma.join(values[at:])
    return comma.join(values[: at + 1]) if side.strip() else name


def _both_signs(found: Found, _: str) -> str:
    is_low = found["sign"][0] in ">≥＞"
    is_same = is_low is (found["after"][-1] == "上")
    is_closed = len(found["sign"]) > 1 or found["sign"] in "≥≤"
    return f"{found['sign']}{found['n']}" if is_same and is_closed else found.group()


PHRASES: Final = (
    # one value out of several
    phrase(rf"\b(?:the )?sum of {_SEVERAL}", _sum),
    phrase(rf"\b(?:the )?(?:mean|average|avg) (?:of|between) {_SEVERAL}", _mean),
    phrase(
        rf"\b(?:the )?(?P<which>lowest|minimum|min|smallest|smaller|lesser|lower|highest|maximum|max|largest|larger|greater|higher|biggest|bigger)(?: value)?(?: of| between) {_SEVERAL}",
        _least,
    ),
    phrase(rf"{_LISTED}\s*(?:之和|的和|的总和|的合计|合计|相加之和)(?!\w)", _sum),
    phrase(rf"{_LISTED}\s*的?(?:平均值?|平均数|均值|算术平均)(?!\w)", _mean),
    phrase(
        rf"{_LISTED}\s*(?:中|之中|里|两者中?)?\s*(?:的)?\s*(?:取)?(?P<which>较[低小高大]者?|最[低小高大](?:值|者|的)?|孰[低小高大])(?!\w)",
        _least,
    ),
    phrase(
        rf"[(（]\s*(?P<names>{NAME}(?:\s*[+＋]\s*{NAME})+)\s*[)）]\s*的?\s*(?:平均值?|均值|平均数)(?!\w)",
        lambda f, _: f"（{f['names'].strip()}） / {len(re.split('[+＋]', f['names']))}",
    ),
    # a share of a value
    phrase(
        rf"(?<![\w」])(?P<name>{NAME})\s*的\s*(?P<n>{NUMBER}|[两二三四五六七八九十])\s*倍(?P<first>)",
        _times,
    ),
    phrase(
        rf"\b(?:the )?(?P<n>twice|double|half(?: of)?|triple|{NUMBER}(?= times ))(?: times)?(?P<first> )(?P<name>{_PLAIN})",
        _times,
    ),
    phrase(
        r"(?P<head>[=(]\s*)(?P<condition>[^=?,\n]*[<>=!][^?,\n]*?)\s*\?\s*(?P<yes>[^?:,\n]+?)\s*:\s*(?P<no>[^?:,\n]+?)(?=\s*(?:,|$|\)))",
        r"\g<head>if \g<condition> then \g<yes> else \g<no>",
    ),
    phrase(
        rf"{NAME}\s*的\s*{NUMBER}\s*[%％](?:\s*[+＋-]\s*{NAME}\s*的\s*{NUMBER}\s*[%％])*", _shares
    ),
    phrase(
        rf"(?<![\w.]){NUMBER}\s*%\s*(?:of )?{_PLAIN}(?:\s*[+-]\s*{NUMBER}\s*%\s*(?:of )?{_PLAIN})*",
        _products,
    ),
    phrase(
        r"(?P<head>[=(]\s*)(?P<yes>[^=,\n]+?)\s+if\s+(?P<condition>[^,\n]+?)\s+(?:else|otherwise)\s+(?P<no>[^,\n]+?)(?=\s*(?:,|$|\)))",
        r"\g<head>if \g<condition> then \g<yes> else \g<no>",
    ),
    phrase(
        r"(?P<head>(?<!\w)(?:计算|let)\s[^\n]*?[=＝]\s*)按\s*(?=[^\W\d]\w*\s*[{｛])", r"\g<head>分 "
    ),
    # numbers and units
    phrase(
        rf"(?<![0-9.,，])(?P<whole>[0-9]{{1,3}})[,，](?P<rest>[0-9]{{1,2}})(?=\s*{UNIT}?\s*及?以[上下内])",
        r"\g<whole>.\g<rest>",
        "E0103.decimal",
    ),
    phrase(r"(?P<n>[0-9]|[一二两三四五六七八九])成(?=及?以[上下内]|\s*(?:$|[:：,，]))", _tenths),
    phrase(rf"(?P<n>{NUMBER})\s?(?P<unit>M|m|mn|mln|mio|MM|K)(?!\w)", _millions),
    phrase(rf"(?P<n>{NUMBER})\s?(?:分钟|(?:minutes?|mins?)(?!\w))", _hours),
    # limits
    phrase(
        rf"(?P<sign>[>≥＞<≤＜][=＝]?)\s*(?P<n>{_QUANTITY})\s*(?P<after>及?以[上下])", _both_signs
    ),
    phrase(rf"^\s*(?P<n>{_QUANTITY})\s*以下\s*[(（]?不含(?:本数|{NUMBER})?[)）]?", r" 不满 \g<n>"),
    phrase(rf"^\s*(?P<n>{_QUANTITY})\s*以上\s*[(（]?不含(?:本数|{NUMBER})?[)）]?", r" 超过 \g<n>"),
    phrase(
        rf"(?:^|(?<=[\w」])\s)\s*(?:最少|最小|起码|不得少于|不得低于)\s*(?P<n>{_QUANTITY})",
        r" 至少 \g<n>",
    ),
    phrase(
        rf"(?:^|(?<=[\w」])\s)\s*(?:不得超过|不得高于|不得多于|最大)\s*(?P<n>{_QUANTITY})",
        r" 最多 \g<n>",
    ),
    phrase(rf"^\s*within (?P<n>{NUMBER}\S*(?: \w+)?)(?=\s*:)", r" <= \g<n>"),
    # values of categories and special values
    phrase(
        r"(?<![\w」])(?P<name>\w+?)(?P<word>级)?\s*(?P<side>及以[上下]|\s(?:and|or) (?:below|lower|worse|above|higher|better))?(?=\s*[:：])",
        lambda found, text: (
            _graded_values(found, text) if found["word"] or found["side"] else found.group()
        ),
    ),
    phrase(r"^(?P<space>\s*)(?P<values>[^\W\d]\w*(?:\s*[/／]\s*[^\W\d]\w*)+)(?=\s*[:：])", _values),
    phrase(r"^\s*(?P<word>[^\W\d]\w*)(?P<colon>\s*[:：])", _named_special),
    phrase(
        r"(?:任[意何]?一?[个项]?|有任?何?一?[个项]?|存在一?[个项]?)指标(?=\s*的得分)", "任一指标"
    ),
)
