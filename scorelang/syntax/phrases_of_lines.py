"""Phrases of lines: limits, rounding, overrides, grades, steps. Each is tried before it is said."""

# ruff: noqa: E501  a pattern is one line

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from scorelang.syntax.blocks import Block
from scorelang.syntax.declared_names import may_be_a_name
from scorelang.syntax.phrase import (
    COUNT,
    NAME,
    NUMBER,
    UNIT,
    Found,
    digits_of,
    phrase,
    step_of,
)
from scorelang.syntax.told_vocabulary import is_chinese

_COUNTED: Final = r"(?!有|超|增|减|高|低|少|多|满|不足|提高|上升|下降)[^\W\d一][^\W\d]*?"
"""The name of what is counted, and no word of a step such as ``超过``."""
_GRADE: Final = r"(?P<grade>「[^」\n]+」|(?![升降]?级|不予|最[高低]?[0-9])[^\W\d]\w*)"
_RISK: Final = re.compile(
    r"风险|危险|预警|警戒|严重|异常|违约|逾期|risk|alert|danger", re.IGNORECASE
)
"""Names of grades of which the higher one is the worse: ``不低于 中风险`` can mean both."""


def _rounded(found: Found, _: str) -> str:
    step = step_of(found["places"]) if found["places"] else found["step"] or "1"
    return f"精确到 {step}{'，四舍五入' if '四舍五入' in found.group() else ''}"


def _round(found: Found, _: str) -> str:
    return f"round {step_of(found['places']) if found['places'] else found['step'] or '1'}"


def _grade(found: Found, text: str) -> str:
    """Give the name of a grade: ``C级`` is C unless the rubric calls it so."""
    name = found["grade"]
    declared = re.search(rf"(?m)^\s*[「`]?{re.escape(name)}[」`]?(?!\w)", text)
    return name if declared or not name.endswith("级") or len(name) == 1 else name[:-1]


def _most_taken(found: Found, text: str) -> str:
    """``最多扣 20分`` in the head of a list that only takes away: the least that is left."""
    _, head, behind = text.partition(found.string)
    lines = re.split("[}｝]", behind, maxsplit=1)[0].split("\n")
    takes = [re.match(r"\s*(?:[-－−]|每有?.*扣)", line) for line in lines if line.strip()]
    is_list = re.match(r"\s*(?:指标|大类|分组|indicator|group)(?!\w)", found.string)
    if not head or not is_list or not takes or not all(takes) or _NOT_ALONE.search(found.string):
        return found.group()
    return f"至少 -{found['n']}"


_NOT_ALONE: Final = re.compile(r"满分|(?<!\w)max|每|基础分|[=＝]")


def _side(found: Found, text: str, chinese: str) -> str:
    """``不低于 乙``: the worst or the best that is left; of a risk it is not certain which."""
    name = _grade(found, text)
    return found.group() if _RISK.search(name) else f"{chinese} {name}"


def _english_side(found: Found, text: str, english: str) -> str:
    return found.group() if _RISK.search(found["grade"]) else f"{english} {_grade(found, text)}"


def _rest_of_shares(found: Found, text: str) -> str:
    """``末 10%`` among grades by share: the rest, where the shares are all together 100%."""
    at = text.find(found.string)
    opened = max(text.rfind("{", 0, at), text.rfind("｛", 0, at))
    shares = re.findall(rf"({NUMBER})\s*[%％]", text[opened + 1 : at] + found.string)
    is_whole = sum(Fraction(share) for share in shares) == _WHOLE
    rest = "rest" if found.group().isascii() else "其余"
    return rest if is_whole else found.group()


_WHOLE: Final = 100


def _repeated(found: Found, text: str) -> str:
    """``a 小于 30 或 大于 60``: the field once more, before the second limit."""
    word = found["word"].strip()
    in_chinese = is_chinese(text)
    join = _JOINS.get(word, word)
    if join not in {"且", "或", "and", "or"}:
        sides = [re.search(_LOWER, found[end]) is not None for end in ("first", "second")]
        low, high = (Fraction(found[end]) for end in ("one", "other"))
        if sides[0] is sides[1] or (low < high) is not sides[0]:
            return found.group()  # no value is on both sides: not certain what is meant
        join = "且" if in_chinese else "and"
    return f"{found['head'].rstrip()} {join} {found['name']} "


_JOINS: Final = {"或者": "或", "或是": "或", "并且": "且"}
_LOWER: Final = "不低于|不少于|不小于|大于等于|大于或等于|达到|(?<!不)(?:超过|高于|大于)|至少|at least|above|[>≥＞]"
_BEFORE_LIMIT: Final = (
    r"(?:不低于|不少于|不小于|大于等于|大于或等于|达到|超过|高于|大于|不高于|不超过|不大于|不多于|小于等于|小于或等于"
    r"|不满|低于|不足|小于|至少|最多|至多|at least|at most|above|below|under|>=|<=|>|<|≥|≤|＞|＜|＞=|＜=)"
)


def _notch(found: Found, text: str, chinese: str, english: str) -> str:
    return f"{chinese if is_chinese(text) else english} {found['n'] or 1}"


def _outcome(found: Found, text: str) -> str:
    """Give the outcome of an override that names a grade alone: a cap, a floor or the grade."""
    head = re.match(r"\s*(?:(上限|cap)|(下限|floor))(?!\w)", found.string)
    in_chinese, grade = is_chinese(text), _grade(found, text)
    if head is not None and _RISK.search(grade):
        return found.group()
    if re.match(r"\s*(?:升降|notch)(?!\w)", found.string):
        return found.group()
    if head is None:
        return f"等级 {grade}" if in_chinese else f"grade {grade}"
    if head[1]:
        return f"不优于 {grade}" if in_chinese else f"no better than {grade}"
    return f"不劣于 {grade}" if in_chinese else f"no worse than {grade}"


def _open_limit(found: Found, text: str) -> str:
    """``50..`` and ``..49``: a range with one end."""
    is_low, number = found["low"] is not None, found["low"] or found["high"]
    if is_chinese(text):
        return f"{number}{'以上' if is_low else '以下'}"
    return f"{'>=' if is_low else '<='} {number}"


def _always(found: Found, text: str) -> str:
    return f"{found['n']} 当 是" if is_chinese(text) else f"{found['n']} when yes"


def _ends(found: Found, _: str) -> str:
    """``90-100（不含90）``: each end with its own word."""
    shown, left = [], 2
    for end in (found["low"], found["high"]):
        digits = re.escape(re.match(NUMBER, end)[0])  # type: ignore[index]  # begins with a number
        said = re.search(rf"(?P<word>不?含)\s*{digits}(?![0-9.])", found["ends"])
        left -= said is not None
        shown.append(f"{end}（{said['word']}）" if said else end)
    is_all = len(re.findall(NUMBER, found["ends"])) == 2 - left
    return "~".join(shown) if is_all else found.group()


def _each(found: Found, _: str) -> str:
    return f"{found['head'].rstrip(' ,，')} 每 "


def _values(found: Found, _: str) -> str:
    """``k 为 甲、乙``: one of several values."""
    return (
        f"{found['name']} 属于（{'，'.join(re.split(_BETWEEN_VALUES, found['values'].strip()))}）"
    )


def _named(found: Found, text: str) -> str:
    """``Very good >= 90``: a name of several words, none of which has a sense of its own."""
    name = found["name"]
    return f"「{name}」 " if may_be_a_name(name, text) else found.group()


_BETWEEN_VALUES: Final = r"\s*[、，,]\s*"
_DOWNWARDS: Final = "低|降低|下降|减少|少|不足|降"
_UPWARDS: Final = "高|超|超过|增加|多|上升|提高|高出|超出|升"

PHRASES: Final = (
    # conditions
    phrase(
        rf"(?<!\w)(?P<name>{NAME})\s*(?:为|是|=|＝|等于)\s*(?P<values>{NAME}(?:{_BETWEEN_VALUES}{NAME})+)"
        r"(?=\s*(?:[:：]|$|且|或))",
        _values,
    ),
    phrase(r"(?<=[\w」])\s+是\s+(?=[^\W\d]|「)", " 为 "),
    phrase(
        rf"(?P<low>{NUMBER}\s*{UNIT}?)\s*(?:[-－~～—–至到]|\.\.)\s*(?P<high>{NUMBER}\s*{UNIT}?)\s*"
        r"[（(]\s*(?P<ends>不?含[^()（）\n]*)[)）]",
        _ends,
    ),
    phrase(
        rf"(?P<head>(?<!\w)(?P<name>{NAME})\s*(?P<first>{_BEFORE_LIMIT})\s*(?P<one>-?{NUMBER})\s*{UNIT}?(?![0-9.%％A-Za-z]))"
        rf"(?P<word>\s*(?:并且|或者|或是|且|或|and|or|,|，|、)\s*|\s+)(?=(?P<second>{_BEFORE_LIMIT})\s*(?P<other>-?{NUMBER}))",
        _repeated,
    ),
    # limits
    phrase(rf"({NUMBER})\s*个?百分点", r"\1%"),
    phrase(
        rf"(?:在|介于)?\s*({NUMBER}\s*{UNIT}?)\s*[-－~～—–至到与和]\s*({NUMBER}\s*{UNIT}?)\s*(?:之间|之内|间)",
        r"\1~\2",
    ),
    phrase(rf"({NUMBER}\s*{UNIT}?)((?:[（(]含[^()（）]*[)）])?)\s*(?:之内|内(?!插))", r"\1\2以内"),
    phrase(
        rf"([\[［【(（])\s*({NUMBER})\s*[,，]\s*({NUMBER})\s*([\]］】)）])\s*({UNIT})",
        r"\1\g<2>\5, \g<3>\5\4",
    ),
    phrase(
        rf"({NUMBER}\S*) (?:to|and|but) (?:but )?(?:less than|below|under) ({NUMBER}\S*)",
        r"\1 to under \2",
    ),
    phrase(
        rf"(?:at least|from) ({NUMBER}\S*),? (?:to|and|but) (?:less than|below|under) ({NUMBER}\S*)",
        r"\1 to under \2",
    ),
    phrase(
        rf"(?:above|over|more than) ({NUMBER}\S*),? (?:and |but )?(?:to|up to|not more than) ({NUMBER}[^\s:]*)",
        r"above \1 at most \2",
    ),
    phrase(rf"({NUMBER}\S*) ?(?:to|-|\.\.) ?({NUMBER}\S*),? \(?exclusive\)?", r"\1 to under \2"),
    phrase(rf"({NUMBER}\S*) ?(?:to|-|\.\.) ?({NUMBER}\S*),? \(?inclusive\)?", r"\1 to \2"),
    phrase(rf"(?:over|greater than) (?={NUMBER})", "above "),
    phrase(
        rf"^\s*(?P<low>{NUMBER}\s*{UNIT}?)(?P<high>(?!))?\s*(?:\.\.+|[~～—–]|至|到|-)\s*(?=[:：])",
        _open_limit,
    ),
    phrase(
        rf"^\s*(?:\.\.+|[~～—–]|至|到)\s*(?P<high>{NUMBER}\s*{UNIT}?)(?P<low>(?!))?(?=\s*[:：])",
        _open_limit,
    ),
    phrase(rf"(?:不到|未达到?|达不到|未满|不够|少于|未及|不及|小于)\s*(?={NUMBER})", "不足 "),
    phrase(rf"(?:未超过|没有超过|不多于|未超)\s*(?={NUMBER})", "不超过 "),
    # rounding
    phrase(
        r"(?:四舍五入[,，]?\s*)?(?:保留|精确[到至]|取|四舍五入[到至])\s*(?:小数点?后?|到|至)?\s*"
        r"(?P<places>[0-9一二两三四五六]+)\s*位(?:小数)?(?P<step>)(?:[（(]四舍五入[)）])?",
        _rounded,
    ),
    phrase(
        r"(?:四舍五入[,，]?\s*)?(?:保留(?:到|至)?(?:整数|个位)|取整数?|精确[到至](?:整数|个位)数?|四舍五入[到至](?:整数|个位))位?"
        r"(?P<places>)(?P<step>)(?:[（(]四舍五入[)）])?",
        _rounded,
    ),
    phrase(rf"(?:四舍五入[到至]|精确至|保留[到至])\s*(?P<step>{NUMBER})(?P<places>)", _rounded),
    phrase(
        r"(?:round(?:ed)?(?: off)?(?: to)? )?(?P<places>[0-9]|one|two|three|four|five) "
        r"(?:decimals?(?: places?| points?| digits?)?|d\.?p\.?(?!\w))(?P<step>)",
        _round,
    ),
    phrase(
        rf"round(?:ed)?(?: off)? to (?:the nearest )?(?:(?P<step>{NUMBER}(?!\s*[,，]\s*[0-9]))|(?:integers?|whole numbers?|whole points?"
        r"|points?|units?))(?P<places>)",
        _round,
    ),
    # overrides
    phrase(
        rf"(?:上调|提高|调高|调升|上升|升|加)\s*({COUNT})\s*个?等?级",
        lambda found, _: f"上调 {digits_of(found[1])}",
    ),
    phrase(
        rf"(?:下调|降低|调低|调降|下降|降)\s*({COUNT})\s*个?等?级",
        lambda found, _: f"下调 {digits_of(found[1])}",
    ),
    phrase(
        r"(?<=[:：,，])\s*最?高?(?:不(?:得|能|应)?(?:超过|高于|优于)|最高(?:评|定|为|评定为)?)\s*为?\s*"
        + _GRADE,
        lambda found, text: _side(found, text, "不优于"),
    ),
    phrase(
        r"(?<=[:：,，])\s*最?低?(?:不(?:得|能|应)?(?:低于|差于)|最低(?:评|定|为|评定为)?)\s*为?\s*"
        + _GRADE,
        lambda found, text: _side(found, text, "不劣于"),
    ),
    phrase(
        r"(?<=[:：])\s*(?:[-－−]\s*(?P<n>[0-9])\s*级?|降级|降档|下调(?=\s*$))(?=\s*$)",
        lambda found, text: _notch(found, text, "下调", "down"),
    ),
    phrase(
        r"(?<=[:：])\s*(?:[+＋]\s*(?P<n>[0-9])\s*级?|升级|升档|上调(?=\s*$))(?=\s*$)",
        lambda found, text: _notch(found, text, "上调", "up"),
    ),
    phrase(
        r"(?<=[:：,，])\s*(?:直接|一律)?(?:(?:评|定|判|认|列|降)定?级?)?(?:为|到|至|入)?\s*(?:等级)?\s*"
        + _GRADE
        + r"(?=\s*(?:$|[,，]))",
        _outcome,
    ),
    phrase(
        rf"(?:downgraded?|lower(?:ed)?|drop|reduced?|down)(?: by)? ({COUNT}) (?:grades?|levels?|notch(?:es)?)",
        lambda found, _: f"down {digits_of(found[1])}",
    ),
    phrase(
        rf"(?:upgraded?|raised?|up)(?: by)? ({COUNT}) (?:grades?|levels?|notch(?:es)?)",
        lambda found, _: f"up {digits_of(found[1])}",
    ),
    phrase(
        rf"(?<=:) ?(?:at most|max(?:imum)?|not above|no higher than|not better than|capped at) {_GRADE}",
        lambda found, text: _english_side(found, text, "no better than"),
    ),
    phrase(
        rf"(?<=:) ?(?:at least|min(?:imum)?|not below|no lower than|not worse than) {_GRADE}",
        lambda found, text: _english_side(found, text, "no worse than"),
    ),
    phrase(
        rf"(?<=:) ?(?:rated?(?: as)?|graded(?: as)?|grade (?:is|=|as)|set to)? ?{_GRADE}(?=\s*(?:$|,))",
        _outcome,
    ),
    # grades
    phrase(
        r"(?P<before>(?<!\w)当[^:：\n]*?\S)\s*[,，]?\s*(?:并且|而且|同时|以及)\s*(?=\S)",
        r"\g<before> 且 ",
    ),
    phrase(
        r"(?P<before>(?<!\w)当[^:：\n]*?\S)\s*[,，]?\s*(?:或者|或是)\s*(?=\S)",
        r"\g<before> 或 ",
    ),
    phrase(r"(?<=\S)\s*[,，]?\s*(?:并且|且|同时|并)\s*(?!须)(?=\S)", "，且须 ", block=Block.GRADES),
    phrase(
        r"(?<=\S)\s*,?\s+(?:and|with) (?!(?:above|over|more|higher|up|below|under|less|lower)(?!\w))(?=\S)",
        ", needs ",
        block=Block.GRADES,
    ),
    phrase(rf"(?:末|最后|倒数|后)\s*{NUMBER}\s*[%％]\s*$", _rest_of_shares),
    phrase(rf"(?:bottom|last|lowest) {NUMBER}%\s*$", _rest_of_shares),
    phrase(
        r"(?:^|(?<=[{｛]))\s*(?P<name>[^\W\d]\w*(?: \w+)*(?:[+＋﹢]+|[-－−](?=\s*[:：<>=≥≤＜＞]))|[0-9]+\s?[^\W\d]\w*?(?<!以[上下内])|[0-9]+(?=\s*[:：]\s*\D)|[^\W\d]\w*(?:[ -]\w+)+)(?=\s*(?:[:：<>=≥≤＜＞]|above|below|at |otherwise)|\s+(?:[0-9]|其余|超过|不足|不满|高于|低于))",
        _named,
        "E0101.name_of_grade",
        Block.GRADES,
    ),
    phrase(
        r"(?P<name>[^\W\d]\w*)\s*[(（](?P<limit>[^()（）\n]*[0-9][^()（）\n]*)[)）](?=\s*(?:$|[}｝]))",
        r"\g<name>：\g<limit>",
        block=Block.GRADES,
    ),
    phrase(
        r"(?P<name>[^\W\d]\w*)\s*[(（](?P<limit>其余|otherwise)[)）](?=\s*(?:$|[}｝]))",
        r"\g<name> \g<limit>",
        block=Block.GRADES,
    ),
    phrase(
        r"(?:^|(?<=[{｛]))\s*(?P<limit>[<>=≥≤＜＞]*\s*[0-9][^:：\n]*?)\s*(?P<colon>[:：])\s*(?P<name>「[^」\n]+」|[^\W\d]\w*)(?=\s*(?:$|[}｝]))",
        lambda found, _: (
            f" {found['name']} {found['colon']} {found['limit']}"
            if found["colon"] == ":"
            else f"{found['name']}：{found['limit']}"
        ),
        block=Block.GRADES,
    ),
    # steps
    phrase(rf"(?<=[:：])\s*(?:扣减?|减)\s*({NUMBER})\s*分?(?=\s*$)", r" -\1"),
    phrase(rf"(?<=[:：])\s*[得加计记]\s*({NUMBER})\s*分?(?=\s*$)", r" \1"),
    phrase(
        rf"(?P<head>(?:低于|不足|不满|小于)\s*{NUMBER}\s*{UNIT}?\s*[,，]?\s*)每(?:{_DOWNWARDS})\s*(?=[0-9])",
        _each,
    ),
    phrase(
        rf"(?P<head>(?:高于|超过|大于)\s*{NUMBER}\s*{UNIT}?\s*[,，]?\s*)每(?:{_UPWARDS})\s*(?=[0-9])",
        _each,
    ),
    phrase(
        r"(?P<head>[\w」]\s*)每(?:发生|出现|有)?\s*[1一]?(?P<unit>[次个件项起人])\s*[,，]?\s*(?=[扣加]\s*[0-9])",
        lambda found, _: f"{found['head'].rstrip()} 每 1{found['unit'].replace('起', '次')} ",
    ),
    phrase(rf"扣\s*({NUMBER})\s*分?\s*(?=每有|当)", r"-\1 "),
    phrase(rf"(?:加|得|计|奖)\s*({NUMBER})\s*分?\s*(?=每有|当)", r"\1 "),
    phrase(
        rf"^\s*每有?\s*(?P<what>{_COUNTED})(?:[一1]?[次项个人件起])?\s*[,，]?\s*扣减?\s*(?P<n>{NUMBER})\s*分?\s*$",
        r"-\g<n> 每有 \g<what>",
    ),
    phrase(
        rf"^\s*每有?\s*(?P<what>{_COUNTED})(?:[一1]?[次项个人件起])?\s*[,，]?\s*[加得]\s*(?P<n>{NUMBER})\s*分?\s*$",
        r"\g<n> 每有 \g<what>",
    ),
    phrase(
        rf"^\s*(?P<n>[-+]?{NUMBER})\s*(?:points?|pts)?\s+(?:per|for every|each|a)\s+(?P<what>[^\W\d]\w*)(?=\s*$)",
        r"\g<n> for each \g<what>",
    ),
    phrase(
        rf"^\s*(?P<n>{NUMBER})(?P<unit>\s*分|\s*points?)?(?:\s*(?:always|总是|固定))?(?=\s*$)",
        _always,
        "E0101.always",
    ),
    phrase(
        rf"^\s*(?:minus|less|deduct)\s+(?P<n>{NUMBER})(?: points?)?(?=\s+(?:when|for each))",
        r"-\g<n>",
    ),
    phrase(rf"^\s*(?:plus|add)\s+(?P<n>{NUMBER})(?: points?)?(?=\s+(?:when|for each))", r"\g<n>"),
    phrase(r"(?<=\S)\s*[,，]\s*按比例", " 按比例"),
    phrase(r"(?<=\S)\s*,\s*pro rata", " pro rata"),
    phrase(
        rf"(?<=[扣加])(?P<head>\s*{NUMBER}\s*分?)(?P<each>\s*[,，]\s*(?:不足一档按一档计|不足一档不计|按比例))?"
        rf"\s*[,，]?\s*(?:最多|至多|最高)(?:扣减?|加|减)\s*(?P<n>{NUMBER})\s*分?",
        lambda found, _: f"{found['head']} 最多 {found['n']}{found['each'] or ''}",
    ),
    phrase(rf"(?:最多|至多|最高)扣(?:减|除)?\s*(?P<n>{NUMBER})\s*分?", _most_taken),
    phrase(rf"(?:最多|至多|最高)(?:加|得|计)\s*({NUMBER})\s*分?", r"最多 \1"),
)
