"""The keywords in both vocabularies, by the names of their terminals in tokens.lark.

The first spelling of each is the preferred one, which the formatter writes; the others are
accepted. A keyword without English spelling stands in Chinese word order only (``的得分``
behind a name), one without Chinese spelling in English order only (``points of`` before it).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from scorelang.diagnostics.suggest import did_you_mean
from scorelang.syntax.ast import Vocabulary

Spellings = tuple[tuple[str, ...], tuple[str, ...]]

KEYWORDS: Final[Mapping[str, Spellings]] = MappingProxyType(
    {
        # reserved everywhere
        "AND": (("and",), ("且",)),
        "OR": (("or",), ("或",)),
        "NOT": (("not",), ("非",)),
        "IS": (("is",), ("为",)),
        "WHEN": (("when",), ("当",)),
        "OTHERWISE": (("otherwise",), ("其余",)),
        "MISSING": (("missing",), ("未填",)),
        "YES": (("yes",), ("是",)),
        "NO": (("no",), ("否",)),
        "TOTAL": (("total",), ("总分",)),
        "GRADE": (("grade",), ("等级",)),
        # the file
        "RUBRIC": (("rubric",), ("评分标准", "评价办法")),
        "VERSION": (("version",), ("版本",)),
        "EFFECTIVE": (("effective from",), ("施行 自",)),
        "EFFECTIVE_TO": (("effective to",), ("施行 至",)),
        "BY_DAY": (("by",), ("按",)),
        "ELEMENTS": (("elements",), ("要素",)),
        "USE": (("use",), ("引用",)),
        "AS": (("as",), ("作为",)),
        "EXTENDS": (("extends",), ("修订自",)),
        "REPLACE": (("replace",), ("替换",)),
        "FROM": (("from",), ("来自", "基于")),
        # the record
        "RECORD": (("record",), ("数据项",)),
        "KEY": (("key",), ("编号",)),
        "RULE": (("rule",), ("校验",)),
        "TYPE_TEXT": (("text",), ("文字",)),
        "TYPE_NUMBER": (("number",), ("数值",)),
        "TYPE_INTEGER": (("integer",), ("整数",)),
        "TYPE_PERCENT": (("percent",), ("百分比",)),
        "TYPE_MONEY": (("money",), ("金额",)),
        "TYPE_DATE": (("date",), ("日期",)),
        "TYPE_PERIOD": (("period",), ("期限",)),
        "TYPE_YES_NO": (("yes/no",), ("是否",)),
        "TYPE_RATING": (("rating",), ("评分",)),
        "REQUIRED": (("required",), ("必填",)),
        "ALSO": (("also",), ("又名",)),
        "IN": (("in",), ("单位",)),
        "STEP": (("step",), ("步长",)),
        "DECIMALS": (("decimals",), ("小数位",)),
        "BLANK_MEANS": (("blank means",), ("空白视为",)),
        "BLANK_ALSO": (("blank also",), ("空白包括",)),
        "SPECIAL": (("special",), ("特殊值",)),
        "AND_LAST": (("and last year", "and last period"), ("及上期",)),
        "RATED_BY": (("rated by",), ("评价人",)),
        "DROP_ENDS": (("drop highest and lowest",), ("去掉最高最低",)),
        "MEDIAN": (("median",), ("中位数",)),
        "TRIMMED_MEAN": (("trimmed mean",), ("截尾平均",)),
        # parts
        "LET": (("let",), ("计算",)),
        "GROUP": (("group",), ("大类", "分组")),
        "INDICATOR": (("indicator",), ("指标",)),
        "SCORE": (("score",), ("得分项",)),
        "OF": (("of",), ("按",)),
        "HEAD_OF": (("of",), ("按",)),
        "BASE": (("base",), ("基础分",)),
        "NO_TOTAL": (("no total",), ("不计总分",)),
        "SCALE": (("scale",), ("档次",)),
        "TABLE": (("table",), ("对照表",)),
        "GIVES": (("gives",), ("得出",)),
        "GRADES": (("grades",), ("等级",)),
        "CLASS": (("class",), ("分类",)),
        "NOT_RATABLE": (("not ratable",), ("不予评级",)),
        "RESULT": (("result",), ("结果",)),
        "PROMISE": (("promise",), ("保证",)),
        "EXAMPLES": (("examples",), ("示例表",)),
        "EXAMPLE": (("example",), ("示例",)),
        "REASONS": (("reasons",), ("原因码",)),
        # clauses
        "MAX": (("max",), ("满分",)),
        "WEIGHT": (("weight",), ("权重",)),
        "OWNER": (("owner",), ("评分部门",)),
        "SOURCE": (("source",), ("依据",)),
        "CHOSEN": (("chosen",), ("自定",)),
        "NOTE": (("note",), ("说明",)),
        "ALLOW": (("allow",), ("允许",)),
        "BECAUSE": (("because",), ("因为",)),
        "SUM": (("sum",), ("相加",)),
        "WEIGHTED": (("weighted",), ("加权",)),
        "MEAN": (("mean",), ("平均",)),
        "LOWEST": (("lowest",), ("取最低",)),
        "HIGHEST": (("highest",), ("取最高",)),
        "PRODUCT": (("product",), ("相乘",)),
        "BEST": (("best",), ("取最好",)),
        "OF_PARTS": (("of",), ()),
        "DROP_LOWEST": (("drop lowest",), ("去掉最低",)),
        "GEOMETRIC_MEAN": (("geometric mean",), ("几何平均",)),
        "APPLIES": (("applies when",), ("适用于",)),
        "ELSE_RESCALE": (("else rescale",), ("否则 按比例折算",)),
        "ELSE_FULL": (("else full marks",), ("否则 给满分",)),
        "ELSE_ZERO": (("else 0",), ("否则 计0分", "否则 计０分")),
        "FIRST_HOLDS": (("first that holds",), ("先符合者为准",)),
        "ALL_HOLD": (("all that hold",), ("逐项累计",)),
        "MEASURABLE": (("measurable",), ("可衡量",)),
        "COVERS": (("covers",), ("对应",)),
        "NEEDS": (("needs",), ("且须",)),
        "FLAG": (("flag",), ("提示",)),
        "ACTION": (("action",), ("措施",)),
        "REASON": (("reason",), ("原因",)),
        "BASELINE": (("baseline",), ("基准分",)),
        "UNTIL": (("until",), ("有效期至",)),
        "POINTS_BELOW": (("points below",), ("低于基准",)),
        "POINTS_ABOVE": (("points above",), ("高于基准",)),
        "FIRST": (("first",), ("前",)),
        "LIMITED": (("limited to",), ("限于",)),
        "AT_LEAST": (("at least",), ("至少",)),
        "AT_MOST": (("at most",), ("最多", "至多")),
        "NOT_BELOW_ZERO": ((), ("扣完为止",)),
        "ROUND": (("round",), ("精确到",)),
        "ROUND_EXACT": (("round exact",), ("不舍入",)),
        "HALF_UP": (("half up",), ("四舍五入",)),
        "HALF_EVEN": (("half even",), ("五成双",)),
        "UP": (("up",), ("只入不舍",)),
        "DOWN": (("down",), ("只舍不入",)),
        "CEILING": (("ceiling",), ("向上取整",)),
        "FLOOR_MODE": (("floor",), ("向下取整",)),
        "IF_MISSING": (("if missing",), ("未填时",)),
        "REJECT": (("reject",), ("退回",)),
        "WORST": (("worst",), ("最差分", "最差")),
        "LOWEST_POINTS": (("lowest points",), ("最低分",)),
        "HIGHEST_POINTS": (("highest points",), ("最高分",)),
        "LEAVE_OUT": (("leave out",), ("不计入",)),
        "LIMITS_BY": (("limits by",), ("标准值 分",)),
        "SEGMENT": (("by",), ("分",)),
        "LIMITS_FROM": (("limits from",), ("标准值 来自",)),
        "PAIRS_BY": (("weights from pairs by",), ("两两比较权重 分",)),
        "PAIRS": (("weights from pairs",), ("两两比较权重",)),
        "TIES_FIRST": (("ties first",), ("同分取前者",)),
        "TIES_UP": (("ties up",), ("同分从高",)),
        "TIES_DOWN": (("ties down",), ("同分从低",)),
        "TOP_SHARE": (("top",), ("前",)),
        "NEXT_SHARE": (("next",), ("次",)),
        "REST": (("rest",), ()),
        "WORST_FIRST": (("worst first",), ("由差到好",)),
        # steps and outcomes
        "LESS": (("less",), ("减",)),
        "PLUS_STEP": (("plus",), ("增",)),
        "FOR_EACH": (("for each",), ("每有",)),
        "EACH": ((), ("每",)),
        "TAKE": ((), ("扣",)),
        "ADD": ((), ("加",)),
        "STARTED": (("started",), ()),
        "FULL_EACH": (("full",), ("满",)),
        "PRO_RATA": (("pro rata",), ("按比例",)),
        "AS_STARTED": ((), ("不足一档按一档计",)),
        "AS_FULL": ((), ("不足一档不计",)),
        "FULL": (("full",), ("满分",)),
        "FULL_FIRST": (("full",), ("满分",)),
        "OF_FULL": (("of full",), ()),
        "FULL_TIMES": ((), ("满分的",)),
        "LINEAR": (("linear",), ()),
        "LINEAR_FROM": (("linear from",), ("内插 自",)),
        "INTERPOLATED": ((), ("内插",)),
        "WITHIN": (("within",), ("限定于",)),
        # overrides
        "VETO": (("veto",), ("一票否决",)),
        "CAP": (("cap",), ("上限",)),
        "FLOOR": (("floor",), ("下限",)),
        "NOTCH": (("notch",), ("升降",)),
        "ZERO": (("zero",), ("清零",)),
        "NO_BETTER": (("no better than",), ("不优于", "最高评为")),
        "NO_WORSE": (("no worse than",), ("不劣于", "最低评为")),
        "NOTCH_UP": (("up",), ("上调",)),
        "NOTCH_DOWN": (("down",), ("下调",)),
        # promises
        "NEVER_FALLS": (("never falls",), ()),
        "NEVER_RISES": (("never rises",), ()),
        "RISES": (("rises",), ("上升", "提高")),
        "FALLS": (("falls",), ("下降", "降低")),
        "FOLLOWING": ((), ("随",)),
        "NOT_FALLING": ((), ("不下降",)),
        "NOT_RISING": ((), ("不上升",)),
        "EVERY_GRADE": (("every grade",), ("每个等级", "各等级")),
        "REACHED": (("can be reached",), ("可以达到", "均可达到")),
        # examples
        "GIVEN": (("given",), ("已知",)),
        "EXPECT": (("expect",), ("应得",)),
        "ASSUME": (("assume",), ("假定",)),
        "REJECTED": (("rejected",), ("退回",)),
        "FLAGS": (("flags",), ("提示",)),
        # expressions
        "IS_ANY_OF": (("is any of",), ("属于",)),
        "IS_NOT_ANY_OF": (("is not any of",), ("不属于",)),
        "IS_MISSING": (("is missing",), ("未填",)),
        "IS_NOT_MISSING": (("is not missing",), ("已填",)),
        "IS_NOT": (("is not",), ("不为", "不是")),
        "GE_WORD": ((), ("不低于", "不少于", "不小于", "大于等于", "大于或等于", "达到", "不早于")),
        "GT_WORD": (("above",), ("超过", "高于", "大于", "多于", "晚于")),
        "LE_WORD": (
            (),
            ("不高于", "不超过", "不大于", "不多于", "小于等于", "小于或等于", "未超过", "不晚于"),
        ),
        "LT_WORD": (("below", "under"), ("不满", "低于", "不足", "小于", "少于", "早于")),
        "EQ_WORD": ((), ("等于",)),
        "NE_WORD": ((), ("不等于",)),
        "GE_AFTER": ((), ("以上", "及以上")),
        "LE_AFTER": ((), ("以下", "以内", "及以下")),
        "POINTS_OF": (("points of",), ()),
        "LEVEL_OF": (("level of",), ()),
        "SHARE_OF": (("share of",), ()),
        "APPLICABLE_FULL": (("applicable full of",), ()),
        "ITS_APPLICABLE_FULL": ((), ("的适用满分",)),
        "GRADE_OF": (("grade of",), ()),
        "RESULT_OF": (("result of",), ()),
        "ITS_POINTS": ((), ("的得分",)),
        "ITS_LEVEL": ((), ("的档次",)),
        "ITS_SHARE": ((), ("得分率", "的得分率")),
        "ITS_GRADE": ((), ("的等级",)),
        "ITS_RESULT": ((), ("的结果",)),
        "HAS_FULL": (("full",), ("得满分",)),
        "EVERY_LEVEL": (("level of every indicator is",), ("各指标 的档次 均为",)),
        "ANY_INDICATOR": (("any indicator",), ("任一指标",)),
        "EVERY_INDICATOR": (("every indicator", "each indicator"), ("各指标", "每个指标")),
        "ANY_INDICATOR_OF": (("any indicator of",), ()),
        "EVERY_INDICATOR_OF": (("every indicator of", "each indicator of"), ()),
        "ITS_ANY": ((), ("中任一指标", "任一指标")),
        "ITS_EVERY": ((), ("各指标", "中各指标", "每个指标", "中每个指标")),
        "HAS_POINTS": (("has points",), ()),
        "HAS_SHARE": (("has share",), ()),
        "HAS_LEVEL": (("has level",), ()),
        "EVENLY": ((), ("均",)),
        "LAST": (("last",), ("上期",)),
        "GROWTH_OF": (("growth of",), ()),
        "ITS_GROWTH": ((), ("的增长率",)),
        "AS_OF": (("as_of",), ("评价日",)),
        "IF": (("if",), ("如果",)),
        "THEN": (("then",), ("则", "再")),
        "ELSE": (("else",), ("否则",)),
        "ALL_OF": (("all of",), ("均满足",)),
        "ANY_OF": (("any of",), ("任一满足",)),
        "NONE_OF": (("none of",), ("均不满足",)),
        "AT_LEAST_OF": (("at least",), ("至少",)),
        "OF_THESE": (("of",), ("项满足",)),
        "COUNTS": (("counts",), ("符合项数",)),
        "MIN_OF": (("min",), ("最小",)),
        "MAX_OF": (("max",), ("最大",)),
        "ABS": (("abs",), ("绝对值",)),
        "EXP": (("exp",), ("指数",)),
        "LN": (("ln",), ("自然对数",)),
        "SQRT": (("sqrt",), ("平方根",)),
        "ROOT": (("root",), ("开方",)),
        "FIRST_KNOWN": (("first known of",), ("首个已填",)),
        "ROUND_OF": (("round",), ("舍入",)),
        "BY": (("by",), ("分",)),
        "MEAN_OF": (("mean of",), ()),
        "MEDIAN_OF": (("median of",), ()),
        "LOWEST_OF": (("lowest of",), ()),
        "HIGHEST_OF": (("highest of",), ("得分最高者",)),
        "QUANTILE": (("quantile",), ()),
        "RANK_OF": (("rank of",), ("名次",)),
        "PERCENT_RANK": (("percent rank of",), ("百分位名次",)),
        "COUNT_OF": (("count of",), ()),
        "DENSE": (("dense",), ("并列不跳号",)),
        "AVERAGE_TIES": (("average",), ("并列取平均",)),
        "WITH_ENDS": (("inclusive",), ("含端点",)),
        "WITHOUT_ENDS": (("exclusive",), ("不含端点",)),
        "ITS_COUNT": ((), ("的记录数",)),
        "CUMULATIVE_SHARE": (("cumulative share of",), ("累计占比",)),
        "SPLIT": ((), ("分",)),
        "ITS_MEAN": ((), ("的均值",)),
        "ITS_MEDIAN": ((), ("的中位数",)),
        "ITS_LOWEST": ((), ("的最低值",)),
        "ITS_HIGHEST": ((), ("的最高值",)),
        "ITS": ((), ("的",)),
        "QUANTILE_AFTER": ((), ("分位数",)),
        "HIGHEST_FIRST": (("highest first",), ("从高到低",)),
        "LOWEST_FIRST": (("lowest first",), ("从低到高",)),
        "YEARS_BETWEEN": (("years between",), ()),
        "MONTHS_BETWEEN": (("months between",), ()),
        "DAYS_BETWEEN": (("days between",), ()),
        "YEARS_OF": ((), ("年数",)),
        "MONTHS_OF": ((), ("月数",)),
        "DAYS_OF": ((), ("天数",)),
    }
)
"""English and Chinese spellings of each keyword."""

RESERVED: Final = frozenset(
    ("AND", "OR", "NOT", "IS", "WHEN", "OTHERWISE", "MISSING", "YES", "NO", "TOTAL", "GRADE")
)
"""Keywords that are no names anywhere; as a name each stands in quotes: 「total」."""

_RESERVED_WORDS: Final = frozenset(
    word for terminal in RESERVED for spelling in KEYWORDS[terminal] for word in spelling
)
_PLAIN: Final = re.compile(r"[^\W\d\u2460-\u249b\u2776-\u2793\u3220-\u3229]\w*(?:\.[^\W\d]\w*)*")
_COMPARISONS: Final = (
    "GE_WORD",
    "GT_WORD",
    "LE_WORD",
    "LT_WORD",
    "EQ_WORD",
    "NE_WORD",
    "GE_AFTER",
    "LE_AFTER",
    "AT_LEAST",
    "AT_MOST",
    "MAX",
    "EACH",
    "TAKE",
    "ADD",
)
_COMPARING: Final = tuple(
    sorted({word for terminal in _COMPARISONS for word in KEYWORDS[terminal][1]}, key=len)[::-1]
)
_GUESSED: Final = ("OTHERWISE", "MISSING")
_OTHERWISE: Final = frozenset(
    (
        *("else", "other", "others", "rest", "remaining", "remainder", "default"),
        *("其他", "其它", "其余情况", "其他情况", "其它情况", "其余的", "否则", "剩余", "余下"),
        *(
            "以外",
            "除此以外",
            "除此之外",
            "其余各项",
            "其他各项",
            "均不符合",
            "都不符合",
            *("剩下的", "剩下", "余者", "其余者", "剩余的"),
            "剩下的",
            "剩下",
            "余者",
            "其余者",
            "剩余的",
        ),
    )
)
"""What else policies write for the rest, each where it names nothing."""
_MISSING: Final = frozenset(
    (
        *("blank", "empty", "none", "unknown", "null", "na", "unavailable", "not_available"),
        *("空白", "空", "无", "空值", "缺失", "未知", "不详", "无数据", "暂无", "未提供", "未填写"),
    )
)
"""What else policies write for a value that is not there."""
_LEFT_OUT: Final = frozenset(
    (
        *("skip", "ignore", "exclude", "omit", "leave_out", "drop"),
        *("不计分", "不评分", "剔除", "跳过", "忽略", "不参与", "不纳入", "不评", "不计"),
    )
)
"""What else policies write for a part that is left out."""
_BETWEEN: Final = re.compile(
    r"(?P<name>[^\W\d]+?)(?P<word>" + "|".join(_COMPARING) + r")(?P<number>[0-9].*)"
)
_IN_BETWEEN: Final = re.compile(
    r"(?:介于|在|从|自)?(?P<low>[0-9.]+[%‰万亿元天分年月]*)[和与至到](?P<high>[0-9.]+[%‰万亿元天分年月]*)"
    r"(?:之间|以内)?"
)
_SHARE_OF: Final = re.compile(r"(?P<name>[^\W\d]+?)(?:权重占?|所?占比?例?|比重|按|为)")
"""``自评占30%``: the word between a rater and a share of the weight is no part of the name."""
_BEHIND: Final = re.compile(r"(?P<name>[^\W\d]+)(?P<number>[0-9].*)")


def spellings(terminal: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Give the spellings of a keyword, the preferred one first.

    >>> spellings("INDICATOR", Vocabulary.CHINESE)
    ('指标',)
    """
    return KEYWORDS[terminal][0 if vocabulary is Vocabulary.ENGLISH else 1]


def keywords() -> frozenset[str]:
    """Give all keywords of both vocabularies."""
    return frozenset(
        word for spelling in KEYWORDS.values() for language in spelling for word in language
    )


def is_plain_name(text: str) -> bool:
    """Tell whether a name can be written without quotes.

    >>> is_plain_name("毛利率"), is_plain_name("总分"), is_plain_name("销售额(万元)")
    (True, False, False)
    """
    return _PLAIN.fullmatch(text) is not None and text not in _RESERVED_WORDS


def is_reserved(text: str) -> bool:
    """Tell whether a word is a name nowhere unless it is quoted."""
    return text in _RESERVED_WORDS


def comparison_words() -> tuple[str, ...]:
    """Give the Chinese words that stand before a limit, the longest first."""
    return _COMPARING


def meant_keyword(word: str) -> str | None:
    """Give the keyword that a word which names nothing was meant to be.

    >>> meant_keyword("otherwize"), meant_keyword("其它"), meant_keyword("polise")
    ('otherwise', '其余', None)
    """
    if word in _MISSING:
        return KEYWORDS["MISSING"][0 if word.isascii() else 1][0]
    if word in _LEFT_OUT:
        return KEYWORDS["LEAVE_OUT"][0 if word.isascii() else 1][0]
    if word in _OTHERWISE:
        return KEYWORDS["OTHERWISE"][0 if word.isascii() else 1][0]
    own = [spelt for kind in _GUESSED for spelling in KEYWORDS[kind] for spelt in spelling]
    return did_you_mean(word, [spelt for spelt in own if spelt.isascii() is word.isascii()])


def range_in_words(name: str) -> str | None:
    """Give the range that is one word to the reader.

    >>> range_in_words("介于3和5之间")
    '3~5'
    """
    found = _IN_BETWEEN.fullmatch(name)
    return None if found is None else f"{found['low']}~{found['high']}"


def part_words(name: str) -> str | None:
    """Set spaces into words that run together, where a keyword stands before a number.

    >>> part_words("逾期天数超过30天")
    '逾期天数 超过 30天'
    """
    found = _BETWEEN.fullmatch(name)
    if found is not None:
        return f"{found['name']} {found['word']} {found['number']}"
    found = _BEHIND.fullmatch(name)
    if found is None or name.isascii():
        return None
    shared = _SHARE_OF.fullmatch(found["name"]) if found["number"][-1] in "%％" else None
    return f"{shared['name'] if shared else found['name']} {found['number']}"
