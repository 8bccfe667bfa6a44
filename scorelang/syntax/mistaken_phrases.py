"""Mistakes of whole phrases: a count without brackets, a lookup written as a head, ``between``.

In: a ``Trouble``. Out: a ``Mistake``, or ``None`` where the rule does not fit. Code E0101.
The phrase is looked for in the line, round the place where the parser stopped.
"""

from __future__ import annotations

import re
from typing import Final

from scorelang.syntax.asked_indicators import ANY_INDICATOR
from scorelang.syntax.ast import Vocabulary
from scorelang.syntax.blocks import Block, block_at
from scorelang.syntax.line_numbers import number_of_line
from scorelang.syntax.mistaken_names import is_declared
from scorelang.syntax.trouble import Mistake, Trouble, line_at, matches_at
from scorelang.syntax.vocabulary import KEYWORDS, meant_keyword

_NUMERAL: Final = r"(?:[0-9]+|one|two|three|four|five|six|any|all)"
_ENGLISH_COUNT: Final = re.compile(
    rf"\b(?P<side>at least|at most|exactly|more than|fewer than)\s+(?P<number>{_NUMERAL})\s+of\b"
    r"(?P<these>\s*(?:the following\s*)?\()?|\b(?P<whole>all|any|none|one|either|both) of\b",
)
_CHINESE_COUNT: Final = re.compile(
    r"(?P<side>至少|最多|至多|不少于|不超过|恰好|(?:至少)?(?:满足|符合|达到))\s*(?P<number>[0-9]+|[一二两三四五六七八九十]+)\s*"
    r"(?:项|个|条|种)(?:条件)?(?:满足|符合|成立|达标)?(?P<these>\s*[(（])?"
    r"|(?P<whole>均满足|任一满足|均不满足|符合项数|全部满足|都满足|满足任一|任意一项满足)",
)
_LOOKUP: Final = re.compile(
    r"\s*(?:table|对照表|let|计算|indicator|指标)\s.*?(?:(?<!\w)(?:for(?!\s+(?:each|every))|by|按|分)(?!\w)\s*).*?"
    r"(?:[,，、]|(?<!\w)(?:by|按|and|和|与)(?!\w))"
)
_OPERAND: Final = 12
"""How many signs behind a count the trouble may lie: ``至少 2 项 x、y``."""
_BEFORE: Final = 4
"""How many signs before it: ``财务 中 有指标``."""
_BETWEEN: Final = re.compile(
    r"(?:between\s+(?P<low>[0-9.,]+\S*)\s+and\s+(?P<high>[0-9.]+[^\s:,{]*)"
    r"|介于\s*(?P<under>[0-9.]+[^\s和与至到]*)\s*[和与至到]\s*(?P<over>[0-9.]+[%％]?[^\s:：之]*)(?:之间)?"
    r"|(?:from|从)\s*(?P<first>[0-9.]+\S*?)\s*(?:to|到|至)\s*(?P<last>[0-9.]+[^\s:：,，{]*))"
)


def uncounted(trouble: Trouble) -> Mistake | None:
    """``at least 1 of x``, ``any of x, y``, ``至少一项满足（…）``: how many of which conditions."""
    for pattern in (_ENGLISH_COUNT, _CHINESE_COUNT):
        for start, found in matches_at(trouble, pattern, behind=_OPERAND):
            written = found.group().rstrip("(（ ")
            meant = _meant(found, trouble.vocabulary)
            behind = found.string[found.end() :].lstrip()
            if behind.startswith(("(", "（")) and meant.startswith(written):
                continue  # it is whole; the trouble is another one
            begin = start + found.start()
            arguments = {"found": written, "meant": meant}
            return Mistake("E0101.count", begin, begin + len(written), arguments)
    return None


def _meant(found: re.Match[str], vocabulary: Vocabulary) -> str:
    is_chinese = vocabulary is Vocabulary.CHINESE
    number = found["number"] or "1"
    digit = number if number.isdecimal() else _DIGITS.get(number, "2")
    side, whole = found["side"], found["whole"]
    if side in {"at least", "不少于"} or (side or "").startswith(("至少", "满足", "符合", "达到")):
        return f"至少 {digit} 项满足（a，b）" if is_chinese else f"at least {digit} of (a, b)"
    if side is not None:
        sign = _SIDES[side]
        return f"符合项数（a，b）{sign} {digit}" if is_chinese else f"counts (a, b) {sign} {digit}"
    if whole in {"none", "均不满足"}:
        return "均不满足（a，b）" if is_chinese else "none of (a, b)"
    if whole == "符合项数":
        return "符合项数（a，b）"
    if whole in {"all", "both", "均满足", "全部满足", "都满足"}:
        return "均满足（a，b）" if is_chinese else "all of (a, b)"
    return "任一满足（a，b）" if is_chinese else "any of (a, b)"


_DIGITS: Final = {
    **{word: str(at) for at, word in enumerate(("one", "two", "three", "four", "five", "six"), 1)},
    **{sign: str(at) for at, sign in enumerate("一二三四五六七八九十", 1)},
    "两": "2",
    "any": "1",
}
_SIDES: Final = {
    **dict.fromkeys(("at most", "最多", "至多", "不超过"), "<="),
    **dict.fromkeys(("exactly", "恰好"), "="),
    "more than": ">",
    "fewer than": "<",
}


def any_indicator(trouble: Trouble) -> Mistake | None:
    """``score of any indicator < 3``, ``任一指标得分 < 3``: a condition on several indicators."""
    for start, found in matches_at(trouble, ANY_INDICATOR, before=_BEFORE, behind=_OPERAND):
        begin, end = start + found.start(), start + found.end()
        if found.group() in _ASKED and found.string[found.end() :].startswith(" 的"):
            continue  # it is written well; the trouble is another one
        is_chinese = trouble.vocabulary is Vocabulary.CHINESE
        is_every = _EVERY.match(found.group()) is not None
        example = _EXAMPLES[is_chinese, is_every]
        arguments = {"found": found.group(), "example": example}
        return Mistake("E0101.any_indicator", begin, end, arguments)
    return None


_ASKED: Final = {
    word for word in KEYWORDS["ITS_ANY"][1] + KEYWORDS["ITS_EVERY"][1] if word[0] != "中"
}
_EVERY: Final = re.compile(r"[各每]|所有|all|each|every|\w+ (?:of|in|on|for) (?:each|every|all)")
_EXAMPLES: Final = {
    (True, False): "`任一指标 的得分 低于 3`、`财务 中任一指标 的得分 低于 3`",
    (True, True): "`各指标 的得分 均 不低于 3`、`财务 中各指标 的得分 均 不低于 3`",
    (False, False): "`points of any indicator < 3`, or `points of any indicator of finance < 3`",
    (False, True): (
        "`points of every indicator >= 3`, or `points of every indicator of finance >= 3`"
    ),
}


def lookup_head(trouble: Trouble) -> Mistake | None:
    """``table t for x by a, b``: a lookup over several fields is a table with a head."""
    start, line = line_at(trouble)
    found = _LOOKUP.match(line)
    if found is None:
        return None
    is_table = line.lstrip().startswith(("table", "对照表"))
    words = ("for", "by", "按", "分")
    if not is_table and not any(
        f" {word} " in line[: trouble.at - start + 4] for word in words[:1]
    ):
        return None
    begin = start + len(line) - len(line.lstrip())
    end = max(trouble.at, begin + 1)
    return Mistake("E0101.lookup", begin, end, {"found": trouble.shown})


def between(trouble: Trouble) -> Mistake | None:
    """``between 3 and 5``, ``介于3和5之间``, ``从3到5``: a range is written with its two ends."""
    for start, found in matches_at(trouble, _BETWEEN, before=1):
        low = found["low"] or found["under"] or found["first"]
        high = found["high"] or found["over"] or found["last"]
        meant = f"{low}~{high}" if trouble.vocabulary is Vocabulary.CHINESE else f"{low}..{high}"
        begin, end = start + found.start(), start + found.end()
        return Mistake("E0101.between", begin, end, {"found": found.group(), "meant": meant}, meant)
    return None


def single_grade(trouble: Trouble) -> Mistake | None:
    """``grade A : >= 8`` on a line of its own, ``等级：A 80以上，B …``: grades stand in a block."""
    start, line = line_at(trouble)
    found = _GRADE_LINE.match(line)
    if found is None or block_at(trouble.text[:start]) is Block.GRADES:
        return None
    is_chinese = trouble.vocabulary is Vocabulary.CHINESE
    example = "`等级 {`，下面每行一个，如 `A：80以上`，最后写 `}`"
    if not is_chinese:
        example = "`grades {`, a line for each such as `A : >= 80`, and `}` at the end"
    begin, end = start + found.start("word"), start + found.end("word")
    return Mistake("E0101.grades_block", begin, end, {"found": found["word"], "example": example})


_GRADE_LINE: Final = re.compile(
    r"\s*(?P<word>grades?|classes|等级|评级|分级)(?:\s*[:：]|\s+[^{｛,，\n]*[:：<>=≥≤])"
)


def base_of_list(trouble: Trouble) -> Mistake | None:
    """``indicator a, base 20, all that hold {``: the base belongs to the total."""
    for start, found in matches_at(trouble, _BASE, behind=4):
        begin, end = start + found.start("written"), start + found.end("written")
        return Mistake("E0101.base_of_list", begin, end, {"found": found["written"].strip()})
    return None


_BASE: Final = re.compile(
    r"^\s*(?:indicator|group|指标|大类|分组)(?!\w)[^{｛\n]*?[,，]\s*"
    r"(?P<written>(?:base(?: points)?|基础分|起评分|基本分)\s*[:：]?\s*[0-9.]+\s*分?)"
)


def habit(trouble: Trouble) -> Mistake | None:
    """Lines that policies and other programs write so, and that have more than one cure."""
    start, line = line_at(trouble)
    for pattern, key in _HABITS:
        found = pattern.search(line)
        if found is not None:
            begin, end = start + found.start("written"), start + found.end("written")
            return Mistake(key, begin, end, {"found": found["written"]})
    return None


_PARTS: Final = r"^\s*(?:indicator|group|指标|大类|分组)(?!\w)[^{｛\n]*?"
_HABITS: Final = (
    (
        re.compile(
            r"^\s*(?:一票否决|上限|下限|veto|cap|floor)(?!\w)[^:：\n]*[:：]\s*"
            r"(?P<written>(?:不予?评级|不参与评级|not (?:ratable|rated)))\s*$"
        ),
        "E0101.not_ratable",
    ),
    (
        re.compile(
            r"[:：]\s*(?P<written>(?:不得|不能|不可|不应)(?:评|定|列|认)(?:定|级)?[为入]?\s*\S+)\s*$"
        ),
        "E0101.not_grade",
    ),
    (
        re.compile(
            r"^\s*[-+－＋]?\s*[0-9.]+\s*(?:分\s*)?(?:每有|for each)[^:：\n]*?[,，\s]\s*"
            r"(?P<written>(?:(?:最多|至多|最高)[扣加]?|at most)\s*[0-9.]+)"
        ),
        "E0101.cap_of_line",
    ),
    (
        re.compile(r"(?P<written>(?:最多|至多|最高)扣(?:减|除)?\s*[0-9.]+\s*分?)"),
        "E0101.most_taken",
    ),
    (
        re.compile(
            r"^\s*(?P<written>(?:清零\s*(?:总分|全部|所有)|zero (?:the )?(?:total|all))(?!\w))"
        ),
        "E0101.zero_total",
    ),
    (
        re.compile(
            r"^\s*(?:上限|下限|cap|floor)(?!\w)[^:：\n]*[:：]\s*"
            r"(?P<written>(?:不(?:得|能|应)?(?:低于|高于|超过)|最[高低](?:评|定)?为?"
            r"|at (?:most|least)|not (?:above|below)|no (?:higher|lower) than)?\s*(?![不最an])"
            r"[^\n]*?(?:风险|危险|预警|警戒|严重|异常|违约|逾期|risk|alert|danger)\w*)\s*$",
            re.IGNORECASE,
        ),
        "E0101.which_side",
    ),
    (
        re.compile(
            _PARTS + r"(?P<written>仅当|只有当?|仅适用|适用(?!于|满分)"
            r"|否则(?:不计分?|不评分?|不算|为?0分?)|\bonly (?:if|when)\b|\bapplies (?:if|to|only)\b"
            r"|\bapplicable (?:if|when|to)\b|\bif (?!missing))"
        ),
        "E0101.applies",
    ),
    (
        re.compile(r"^\s*(?P<written>(?:promise|保证)(?!\w)[^\n{｛]*\S)"),
        "E0101.promise",
    ),
    (
        re.compile(
            r"^\s*(?:veto|cap|一票否决|上限)(?!\w)[^:：\n]*[:：]\s*"
            r"(?P<written>(?:总分|得分|total|score)?\s*(?:计|得|为|按|记|=)?\s*(?:0|零)\s*(?:分|points?)?"
            r"|(?:总分|得分)?\s*(?:最[高低多]|不超过|不低于|不高于)\s*[0-9.]+\s*分?"
            r"|(?:at most|max|not above)\s*[0-9.]+(?: points?)?)\s*$"
        ),
        "E0101.veto_points",
    ),
)


def joined_conditions(trouble: Trouble) -> Mistake | None:
    """``当 y、z``, ``when y; z``: whether both must hold, or one, is not said."""
    start, line = line_at(trouble)
    for found in _JOINED.finditer(line):
        at = trouble.at - start
        is_there = found.start("sign") <= at <= found.end()
        is_name = is_declared(found["next"], trouble.text) or found["next"] in {"非", "not"}
        if is_there and is_name and _CONDITION.search(line[: found.start()]):
            begin, end = start + found.start(), start + found.end()
            return Mistake("E0101.joined_conditions", begin, end, {"found": found.group()})
    return None


_JOINED: Final = re.compile(
    r"[\w」)）%]+\s*(?P<sign>[、；;]|[,，](?!\s*(?:因为|措施|允许|有效期至|提示|原因|说明|because|action|allow|until"
    r"|flag|reason|note)(?!\w)))\s*(?P<next>[\w」「]+)"
)
_CONDITION: Final = re.compile(r"(?<!\w)(?:当|when)\s[^:：{｛\n]*$")


def logarithm(trouble: Trouble) -> Mistake | None:
    """``log(x)``: natural in some programs, to base 10 in spreadsheets."""
    for start, found in matches_at(trouble, _LOGARITHM, behind=2):
        begin, end = start + found.start("word"), start + found.end("word")
        return Mistake("E0101.logarithm", begin, end, {"found": found["word"]})
    return None


_LOGARITHM: Final = re.compile(r"(?<!\w)(?P<word>(?i:log(?:10)?)|对数)\s*(?=[(（])")


def one_line(trouble: Trouble) -> Mistake | None:
    """``A >= 80, B >= 60``: several grades on one line."""
    start, line = line_at(trouble)
    found = _SEVERAL_GRADES.search(line)
    if found is None or block_at(trouble.text[:start] + line.partition("}")[0]) is not Block.GRADES:
        return None
    group = "next" if found["next"] else "after"
    begin, end = start + found.start(group), start + found.end(group)
    return Mistake("E0101.own_line", begin, end, {"found": found[group]})


_SEVERAL_GRADES: Final = re.compile(
    r"\w\s*[:：]?\s*[<>=≥≤＜＞]+\s*[0-9.]+\s*[,，]\s*(?P<next>[^\W\d]\w*)\s*[:：]?\s*[<>=≥≤＜＞]"
    r"|[0-9]\S*(?:以上|以下|以内)\s*[,，、]\s*(?P<after>[^\W\d]\w*)\s*[:：]?\s*(?:[0-9]|其余)"
)


def step_line(trouble: Trouble) -> Mistake | None:
    """``每超过1天扣5分``, ``2 points per 10``: a step that is not behind the points of a line."""
    start, line = line_at(trouble)
    found = _STEP_LINE.match(line)
    if found is None:
        return None
    begin, end = start + found.start("written"), start + found.end("written")
    return Mistake("E0101.step_line", begin, end, {"found": found["written"]})


_STEP_LINE: Final = re.compile(
    r"(?:[^\n]*[:：]\s*[0-9.]+\s*分?\s*[,，])?\s*(?P<written>每(?!\s*\S*指标)[^:：\n]*?[扣加减得]\s*[0-9.]+\s*分?"
    r"|[-+]?[0-9.]+\s*(?:points?|pts)?\s+(?:per|for every|each)\s+[^:\n]+?)\s*(?:$|[}｝,，])"
)


def line_number(trouble: Trouble) -> Mistake | None:
    """``1. 90以上`` where the lines are not counted up: their numbers are no part of the rubric."""
    start, line = line_at(trouble)
    found = number_of_line(line)
    if found is None:
        return None
    begin, end = start + found[0], start + found[1]
    return Mistake("E0101.line_number", begin, end, {"found": line[found[0] : found[1]]}, "")


def line_for_the_rest(trouble: Trouble) -> Mistake | None:
    """``C otherwize : 0``, ``其余情况 0``, ``otherwise C`` among grades."""
    start, line = line_at(trouble)
    plain = line.split("#")[0].rstrip().rstrip("}｝").rstrip()
    found = _REST.fullmatch(plain)
    if found is None:
        return None
    words = [word for word in (found["first"], found["second"], found["third"]) if word]
    at = next((at for at, word in enumerate(words) if _is_rest(word)), None)
    if at is None:
        return None
    meant = meant_keyword(words[at]) or words[at]
    others = [word for place, word in enumerate(words) if place != at]
    is_grade = block_at(trouble.text[:start]) is Block.GRADES
    if not others or (is_grade and at == len(others) > 1):
        return None
    written = _REST_GRADE if is_grade else _REST_POINTS
    colon = "：" if trouble.vocabulary is Vocabulary.CHINESE else " : "
    text = written.format(meant=meant, colon=colon, first=others[0], last=others[-1])
    begin = start + len(line) - len(line.lstrip())
    arguments = {"found": words[at], "meant": text}
    return Mistake("E0101.rest", begin, start + len(plain), arguments, text, is_sure=True)


_REST_WORD: Final = r"[\w%-]+(?:\.[\w%]+)?"
_REST: Final = re.compile(
    rf"\s*(?P<first>{_REST_WORD})(?:\s*[:：]\s*|\s+)(?P<second>{_REST_WORD})"
    rf"(?:(?:\s*[:：]\s*|\s+)(?P<third>{_REST_WORD}))?"
)
_REST_GRADE: Final = "{first} {meant}"
_REST_POINTS: Final = "{meant}{colon}{last}"


def _is_rest(word: str) -> bool:
    return word in KEYWORDS["OTHERWISE"][0] + KEYWORDS["OTHERWISE"][1] or (
        meant_keyword(word) in KEYWORDS["OTHERWISE"][0] + KEYWORDS["OTHERWISE"][1]
    )
