"""Phrases of the record: required and blank, types behind a colon, who rates, rules.

Each is tried before it is said.
"""

# ruff: noqa: E501  a pattern is one line

from __future__ import annotations

import re
from typing import Final

from scorelang.syntax.blocks import Block
from scorelang.syntax.phrase import NAME, NUMBER, phrase

PHRASES: Final = (
    # fields
    phrase(
        r"(?<=[,，])\s*(?:不(?:能|可|得|许|允许|准)(?:为空|缺失?|空白?|留空|空着)|非空|必须填写?|必须有值|不为空|必需|必要)(?!\w)",
        "必填",
        block=Block.RECORD,
    ),
    phrase(
        r"(?<=,)\s*(?:mandatory|compulsory|obligatory|not null|non-?null|(?:must|may|can)(?: ?not) be (?:empty|blank|missing|null)|not (?:empty|blank|missing|optional)|non-?empty|needed|must be (?:given|filled in|present)|always (?:given|there))(?!\w)",
        " required",
        block=Block.RECORD,
    ),
    phrase(
        rf"(?<=[,，])\s*(?:为空|空白|未填|缺失|空值|不填|没填|空)(?:时|者|的|则)?\s*(?:按|计|视为|视作|当作|取|记|作|为|算作?|[=＝:：])\s*(?P<n>-?{NUMBER})\s*(?:计算?|处理|算)?(?!\w)",
        r"空白视为 \g<n>",
        block=Block.RECORD,
    ),
    phrase(
        rf"(?:\s*,)?\s+default(?:s)?(?: to| is| of| value)?\s*[:=]?\s*(?={NUMBER})",
        ", blank means ",
        block=Block.RECORD,
    ),
    phrase(
        rf"(?:\s*[,，])?\s*(?:默认|缺省)值?\s*(?:为|是|[:：=])?\s*(?={NUMBER})",
        "，空白视为 ",
        block=Block.RECORD,
    ),
    phrase(
        rf"(?<=,)\s*(?:if )?(?:blank|empty|missing|null)\s*(?:is|are|means?|=|:|counts? as|treated as|->)\s*(?={NUMBER})",
        " blank means ",
        block=Block.RECORD,
    ),
    phrase(
        rf"^(?P<head>\s*{NAME})\s*[:：]\s*(?P<type>text|number|integer|percent|money|date|yes/no|period|rating|文字|数值|整数|百分比|金额|日期|是否|期限|评分)\s*[,，]?\s*(?=[0-9<>≥-])",
        r"\g<head> \g<type> ",
        block=Block.RECORD,
    ),
    phrase(
        rf"^(?P<head>\s*{NAME})\s*[:：]\s*(?=(?:text|number|integer|percent|money|date|yes/no|period|rating|文字|数值|整数|百分比|金额|日期|是否|期限|评分)(?!\w))",
        r"\g<head> ",
        block=Block.RECORD,
    ),
    phrase(
        r"(?<=[,，])\s*(?:取|求)?(?:平均(?:分|值|数)|取平均|求平均|均值|均分)(?=\s*(?:$|[,，)）]))",
        "平均",
        block=Block.RECORD,
    ),
    phrase(
        r"(?<=,)\s*(?:the )?(?:average(?:d)?|avg|mean score|arithmetic mean)(?=\s*(?:$|[,)]))",
        " mean",
        block=Block.RECORD,
    ),
    phrase(
        rf"(?P<head>\brated by\s+)(?P<groups>{NAME} {NUMBER}(?:,\s*{NAME} {NUMBER})+)(?![\w%])",
        lambda f, _: f["head"] + re.sub(rf"({NUMBER})(?=,|$)", r"\1%", f["groups"]),
        block=Block.RECORD,
    ),
    phrase(
        rf"(?P<head>评价人\s+)(?P<groups>{NAME} {NUMBER}(?:[,，]\s*{NAME} {NUMBER})+)(?![\w%％])",
        lambda f, _: f["head"] + re.sub(rf"({NUMBER})(?=[,，]|$)", r"\1%", f["groups"]),
        block=Block.RECORD,
    ),
    phrase(
        r"^\s*(?:check|ensure|validate|validation|assert|constraint|condition)\s*:?\s+(?=[^\W\d]\w*\s*[<>=≥≤])",
        "rule ",
        block=Block.RECORD,
    ),
    phrase(
        r"^\s*(?:检查|验证|约束|规则|勾稽|核对)\s*[:：]?\s*(?=[^\W\d]\w*\s*(?:[<>=≥≤＜＞]|不|大|小|高|低|超))",
        "校验 ",
        block=Block.RECORD,
    ),
    phrase(r"(?P<head>引用\s*[\"“][^\"”\n]*[\"”])\s*(?:的|中的|里的)\s*等级", r"\g<head> 等级"),
    phrase(r"\buse (?:the )?grades (?:from|of|in) (?P<file>\"[^\"\n]*\")", r"use \g<file> grades"),
    phrase(
        rf"^\s*(?:start(?:ing)?(?: points?)?|initial(?: points?)?|starting (?:at|from|with|points))\s*(?:at|from|with|of|is|[:=])?\s*(?={NUMBER}\s*$)",
        "base ",
    ),
    phrase(
        rf"^\s*(?:起始分?|初始分|底分|起步分|起评分|基本分)\s*(?:为|是|[:：=])?\s*(?={NUMBER}\s*分?\s*$)",
        "基础分 ",
    ),
)
