"""Phrases between commas: how to round, how parts come together, limits, steps, blanks.

Each is tried before it is said.
"""

# ruff: noqa: E501  a pattern is one line

from __future__ import annotations

import re
from typing import Final

from scorelang.syntax.phrase import NAME, NUMBER, UNIT, Found, phrase

_OF_PARTS: Final = r"^(?P<head>\s*(?:大类|分组|总分|group|total)(?!\w)[^{｛\n]*?)"
_ENDS: Final = r"(?=\s*(?:[,，{｛=]|$))"
_UP: Final = r"(?:只?进位?|进一|进1|进|向上(?:进位|舍入|取)?|全入|收上)"
_DOWN: Final = r"(?:只?舍去?|舍掉|舍尾|舍弃|去尾|截尾|截断|截取|抹零|向下(?:舍入|取)?|去零|抹去)"
_ENGLISH_UP: Final = r"(?:rounded |round(?:ing)? )?up(?:wards?)?"
_ENGLISH_DOWN: Final = (
    r"(?:truncated?|truncate|(?:rounded |round(?:ing)? )?down(?:wards?)?|cut off|chopped)"
)
_QUANTITY: Final = rf"{NUMBER}\s*{UNIT}?"
_COMBINED: Final = (
    (r"(?:取|求|算|按)?(?:平均(?:分|值|数)?|均值|均分|算术平均)", "平均"),
    (r"(?:取|按)?(?:最高(?:分|值|者|的)?|高分|较高者|最大值?)", "取最高"),
    (r"(?:取|按)?(?:最低(?:分|值|者|的)?|低分|较低者|最小值?)", "取最低"),
    (r"(?:求和|合计|累加|加总|汇总|之和|加和|总和)", "相加"),
    (r"(?:加权(?:平均|求和|汇总|合计|计算|平均分))", "加权"),
    (r"(?:连乘|乘积|相乘得分)", "相乘"),
)
_ENGLISH_COMBINED: Final = (
    (
        r"(?:the )?(?:average(?:d|s)?|avg|mean(?: score| value)?|arithmetic mean)(?: of(?: parts| these)?)?",
        "mean",
    ),
    (r"(?:the |take )?(?:weighted (?:average|mean|sum)|by weight)", "weighted"),
    (r"(?:the |take )?(?:highest|maximum|best)(?: score| value| one)?", "highest"),
    (r"(?:the |take )?(?:lowest|minimum|worst)(?: score| value| one)?", "lowest"),
    (r"(?:summed|added(?: up)?|summation|sum of parts)", "sum"),
    (r"(?:multiplied|times)", "product"),
)


def _combined(found: Found, _: str) -> str:
    table = _ENGLISH_COMBINED if found["how"].isascii() else _COMBINED
    meant = next(meant for words, meant in table if re.fullmatch(words, found["how"]))
    comma = ", " if found["how"].isascii() else "，"
    return f"{found['head'].rstrip(' ,，')}{comma}{meant}"


def _rounded(found: Found, _: str) -> str:
    """``精确到 1，进位``: which way, behind the step."""
    is_up = re.fullmatch(_UP, found["way"]) is not None
    return f"{found['step']}，{'只入不舍' if is_up else '只舍不入'}"


def _round(found: Found, _: str) -> str:
    is_up = re.fullmatch(_ENGLISH_UP, found["way"]) is not None
    return f"{found['step']} {'up' if is_up else 'down'}"


def _whole(found: Found, _: str) -> str:
    way = found["way"]
    meant = way if way in {"向下取整", "向上取整"} else "只舍不入"
    return f"精确到 1，{meant}"


def _english_step(found: Found, _: str) -> str:
    return f"round {found['n']} {found['way']}"


def _blank(found: Found, _: str) -> str:
    sign = "if missing: " if found["english"] else "未填时："
    return f" {sign}{found['n']}"


def _decimals(found: Found, _: str) -> str:
    return f"{found['head']}0.{found['rest']}"


def _stepped(found: Found, _: str) -> str:
    sign = "less" if re.search(r"minus|less|deduct|off|subtract|[-－]", found.group()) else "plus"
    return f" {sign} {found['n']} for each {found['what']}"


def _condition_of(found: Found, _: str) -> str:
    return f"{found['side']} {found['limit'].strip()} 每 {found['step'].strip().replace('一个百分点', '1%').replace('1个百分点', '1%')} {found['take']}"


PHRASES: Final = (
    phrase(
        rf"^(?P<head>[^=\n]*=\s*[^,\n]*?[\w)])\s+rounded(?: off)?(?: to)?(?: the)?(?: nearest)? (?P<n>{NUMBER})(?=\s*(?:,|$))",
        r"\g<head>, round \g<n>",
    ),
    phrase(
        r"^(?P<head>[^=＝\n]*[=＝]\s*[^,，\n]*?[\w)）])\s+(?:四舍五入)?取整(?:数)?(?=\s*(?:[,，]|$))",
        r"\g<head>，精确到 1",
    ),
    # rounding
    phrase(
        r"(?P<word>round(?:ed)?(?: to)? )0\s*[,，]\s*(?P<rest>0*[0-9])(?![0-9])",
        lambda f, _: f"round 0.{f['rest']}",
        "E0103.decimal",
    ),
    phrase(
        r"(?P<head>(?:精确[到至]|舍入[到至]|保留[到至])\s*)0\s*[,，]\s*(?P<rest>0*[0-9])(?![0-9])",
        _decimals,
        "E0103.decimal",
    ),
    phrase(
        rf"(?P<step>精确到\s*{NUMBER}\s*分?)\s*[,，]?\s*(?P<way>{_UP}|{_DOWN})(?![^\W\d])", _rounded
    ),
    phrase(
        rf"(?P<step>精确到\s*{NUMBER}\s*分?)\s*[,，]?\s*四舍六入(?:五成双|五留双|五取偶)?",
        r"\g<step>，五成双",
    ),
    phrase(
        rf"(?<=[,，])\s*(?P<way>向下取整|向上取整|(?:截断|截取|舍去|取整|去尾)(?:[到至](?:整数|个位)|小数)?){_ENDS}",
        _whole,
    ),
    phrase(
        rf"(?P<step>round {NUMBER}),? (?P<way>{_ENGLISH_UP}|{_ENGLISH_DOWN})(?!\w)",
        lambda f, t: (
            _round(f, t) if f["way"] not in {"up", "down"} or "," in f.group() else f.group()
        ),
    ),
    phrase(
        rf"\bround(?:ed)? (?P<way>up|down|half up|half even)(?: to)?(?: the)?(?: nearest)? (?P<n>{NUMBER})",
        _english_step,
    ),
    phrase(r"\b(?:rounded|rounding) (?P<way>up|down)(?!\w)", r"round 1 \g<way>"),
    phrase(
        r"\b(?:truncated?|cut off)(?: to (?:an? )?(?:integer|whole(?: number)?)s?)?(?=\s*(?:,|$))",
        "round 1 down",
    ),
    phrase(
        r"(?<=,)\s*(?:no rounding|not rounded|unrounded|without rounding|exact|do not round|don't round)(?!\w)",
        " round exact",
    ),
    phrase(
        r"(?<=[,，])\s*(?:不取整|不四舍五入|不作舍入|保留原值|不进行舍入|不做取舍)(?!\w)", "不舍入"
    ),
    phrase(rf"\bround(?:ed)?(?: off)?(?: to)?(?: the)? nearest (?P<n>{NUMBER})", r"round \g<n>"),
    phrase(r"(?P<head>舍入\s*[(（][^()（）\n]*[)）]\s*[到至]\s*)(?:整数|个位)数?", r"\g<head>1"),
    phrase(
        r"(?P<head>\bround\s*\([^()\n]*\) to )(?:an? |the nearest |nearest )?(?:integer|whole(?: number)?|unit)s?",
        r"\g<head>1",
    ),
    # how parts come together
    *(
        phrase(rf"{_OF_PARTS}\s*[,，]?\s*(?<![^\W\d])(?P<how>{words}){_ENDS}", _combined)
        for words, _ in _COMBINED
    ),
    *(
        phrase(
            rf"{_OF_PARTS}\s*,\s*(?P<how>{words}){_ENDS}",
            lambda f, t: (
                f.group()
                if f["how"] in {"highest", "lowest", "mean", "weighted"}
                else _combined(f, t)
            ),
        )
        for words, _ in _ENGLISH_COMBINED
    ),
    phrase(
        r"^(?P<head>\s*(?:大类|分组|总分)(?!\w)[^{｛\n]*?[0-9]\s*分?)\s+(?=(?:取最高|取最低|平均|相加|加权|相乘|几何平均)(?!\w))",
        r"\g<head>，",
    ),
    phrase(
        r"^\s*total\s+(?:is|as)?\s*(?:a |the )?weighted(?: sum| average| mean)?\s*,?\s+(?=[0-9])",
        "total weighted ",
    ),
    phrase(rf"(?<=,)\s*(?P<word>best|highest|top) of (?P<n>[0-9]+){_ENDS}", r" best \g<n> of"),
    phrase(rf"(?<=,)\s*(?:the )?best (?:one|single)(?: of)?{_ENDS}", " best 1 of"),
    # limits of the points
    phrase(
        rf"^(?P<head>\s*(?:indicator|group)\s[^{{\n]*?,\s*)(?P<n>{NUMBER}) ?(?:points?|pts|marks)(?=\s*[,{{=])",
        r"\g<head>max \g<n>",
    ),
    phrase(
        rf"^(?P<head>\s*(?:指标|大类|分组)\s[^{{｛\n]*?[,，]\s*)(?P<n>{NUMBER})\s*分(?=\s*[,，{{｛=])",
        r"\g<head>满分 \g<n>",
    ),
    phrase(
        rf"(?<=[,，])\s*(?P<n>-?{NUMBER})\s*分?\s*(?:封顶|为上限|为限|止){_ENDS}", r"最多 \g<n>"
    ),
    phrase(rf"(?<=[,，])\s*(?P<n>-?{NUMBER})\s*分?\s*(?:保底|为下限){_ENDS}", r"至少 \g<n>"),
    phrase(
        rf"(?<=[,，])\s*(?:超过|高于|超出|多于)\s*(?P<n>{NUMBER})\s*分?的?\s*[,，]?\s*按\s*(?P=n)\s*分?\s*(?:计|算|计算|计分){_ENDS}",
        r"最多 \g<n>",
    ),
    phrase(
        rf"(?<=[,，])\s*(?:低于|不足|少于|不满)\s*(?P<n>-?{NUMBER})\s*分?的?\s*[,，]?\s*按\s*(?P=n)\s*分?\s*(?:计|算|计算|计分){_ENDS}",
        r"至少 \g<n>",
    ),
    phrase(
        rf"(?<=[,，])\s*(?:最少|最小|起码|不得少于|不得低于)为?\s*(?P<n>-?{NUMBER})(?=\s*分?\s*(?:[,，{{｛]|$))",
        r"至少 \g<n>",
    ),
    phrase(
        rf"(?<=,)\s*(?:limit(?:ed)?|cap(?:ped)?|ceiling|upper limit)(?: at| to| of)? (?P<n>-?{NUMBER}){_ENDS}",
        r" at most \g<n>",
    ),
    phrase(
        rf"(?<=,)\s*(?:floor(?:ed)?|lower limit)(?: at| of)? (?P<n>-?{NUMBER}){_ENDS}",
        r" at least \g<n>",
    ),
    phrase(
        rf"(?<=,)\s*(?:capped |kept |clamped |held )?between\s+(?P<low>-?{NUMBER}\S*?)\s+and\s+(?P<high>-?{NUMBER}[^\s,]*)",
        r" limited to \g<low>..\g<high>",
    ),
    phrase(
        rf"(?<=[,，])\s*(?:介于|在)\s*(?P<low>-?{NUMBER}\S*?)\s*[-－~～—至到和与]\s*(?P<high>-?{NUMBER}[^\s以之,，]*)(?:之间|之内|范围内)?{_ENDS}",
        r"限于 \g<low>~\g<high>",
    ),
    phrase(
        rf"^(?P<head>\s*(?:计算|得分项|指标)\s[^{{｛\n]*?[=＝]\s*[^,，\n]*?\S)\s+(?:最高不(?:超过|高于)|最大不超过|最多不超过|封顶|上限为?)\s*(?P<n>-?{NUMBER}\S*)(?=\s*$)",
        r"\g<head>，最多 \g<n>",
    ),
    phrase(
        rf"^(?P<head>\s*(?:计算|得分项|指标)\s[^{{｛\n]*?[=＝]\s*[^,，\n]*?\S)\s+(?:最低不(?:低于|少于)|最小不低于|最少不(?:少于|低于)|保底|下限为?)\s*(?P<n>-?{NUMBER}\S*)(?=\s*$)",
        r"\g<head>，至少 \g<n>",
    ),
    # weights and full marks
    phrase(
        rf"(?<=[,，])\s*(?:占比?|比重|占总分|占权重|系数)\s*(?:为|是|[:：=])?\s*(?={NUMBER}\s*[%％])",
        "权重 ",
    ),
    phrase(
        rf"(?<=,)\s*(?:share|counts|proportion|percentage|worth)(?: of)?\s*[:=]?\s*(?={NUMBER}\s?%)",
        " weight ",
    ),
    phrase(
        rf"^(?P<head>\s*(?:group|indicator)\s+{NAME}(?:\s*\"[^\"\n]*\")?)\s+(?P<n>{NUMBER}\s?%)(?=\s*[{{,=]|\s+of\s)",
        r"\g<head>, weight \g<n>",
    ),
    phrase(
        rf"^(?P<head>\s*(?:大类|分组|指标)\s+{NAME}(?:\s*[\"“][^\"”\n]*[\"”])?)\s+(?P<n>{NUMBER}\s*[%％])(?=\s*[{{｛,，=]|\s+按\s)",
        r"\g<head>，权重 \g<n>",
    ),
    phrase(r"^(?P<head>[^,，{｛\n]*[\w」”\"])\s+(?=(?:满分|权重|评分部门)\s*[0-9])", r"\g<head>，"),
    # what is missing
    phrase(
        rf"(?<=[,，])\s*(?:未填|缺失|空白|为空|缺|未提供|无数据)(?:时|者|的)?\s*(?:按|计|得|记|为|给|算|[=＝:：])\s*(?P<n>-?{NUMBER})\s*分?(?:计算?)?(?P<english>){_ENDS}",
        lambda f, _: f"未填时：{f['n']}",
    ),
    phrase(
        rf"(?<=,)\s*(?:if |when )?(?P<english>missing|blank|empty|unknown|absent)\s*(?:[=:]|is|gives|counts|then|gets|:)?\s*(?P<n>-?{NUMBER})(?: points?)?{_ENDS}",
        _blank,
    ),
    # steps
    phrase(
        rf"(?<=,)\s*(?:minus|deduct(?:ing)?|subtract|less|take off|plus|add(?:ing)?)\s*(?P<n>{NUMBER})(?: points?)?\s*(?:per|for every|for each|each|every|a)\s+(?P<what>[^,\n{{}}]+?)(?=\s*(?:,|$|}}))",
        _stepped,
    ),
    phrase(
        rf"(?<=,)\s*(?P<n>{NUMBER})(?: points?)? (?:off|less|deducted|minus|taken off) (?:per|for every|for each|each|every) (?P<what>[^,\n{{}}]+?)(?=\s*(?:,|$|}}))",
        _stepped,
    ),
    phrase(
        rf"(?<=[,，])\s*每(?:发生|出现|有)?(?:一?[次起个件项]|一)?\s+(?P<name>{NAME})\s*(?P<take>[扣加])\s*(?={NUMBER})",
        r" \g<name> 每 1 \g<take> ",
    ),
    phrase(
        rf"(?<=[,，])\s*每(?P<side>超过|高于|低于|不足)\s*(?P<limit>{_QUANTITY})\s+(?P<step>{_QUANTITY}|[一1]个百分点)\s*(?P<take>[扣加])",
        _condition_of,
    ),
    phrase(
        rf"^(?P<head>\s*[-－+]?\s*{NUMBER}\s*分?\s*)每(?:发生|出现)?(?:[一1]?[次起个件项人])\s*(?={NAME}\s*(?:$|[,，]))",
        r"\g<head>每有 ",
    ),
    phrase(
        rf"^(?P<head>\s*[-+]?{NUMBER}) (?:points? )?(?:per|for every|each|every) (?=[^\W\d]\w*\s*$)",
        r"\g<head> for each ",
    ),
    # who rates, and what is said beside the line
    phrase(
        r"\s*[(（]由\s*(?P<name>[^\W\d]\w*?)\s*(?:打分|评分|负责|考核|评价|评定)[)）](?=\s*(?:$|[,，{｛]))",
        r"，评分部门 \g<name>",
    ),
    phrase(
        rf"(?<=[:：])(?P<head>\s*-?{NUMBER})\s*分?\s*[(（](?P<note>[^\W\d][^()（）\n]*)[)）](?=\s*$)",
        lambda f, _: (
            f'{f["head"]}{"，说明" if not f["note"].isascii() else ", note"} "{f["note"]}"'
        ),
    ),
)
