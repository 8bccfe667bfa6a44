"""How a keyword is used, in one example: said where it stands in another way."""

from __future__ import annotations

from typing import Final

from scorelang.syntax.ast import Vocabulary
from scorelang.syntax.vocabulary import KEYWORDS

_USES: Final = {
    "IF": ("if x > 0 then x else 0", "如果 x > 0 则 x 否则 0"),
    "SUM": ("group g, sum {", "大类 g，相加 {"),
    "MEAN": ("group g, mean {", "大类 g，平均 {"),
    "LOWEST": ("group g, lowest {", "大类 g，取最低 {"),
    "HIGHEST": ("group g, highest {", "大类 g，取最高 {"),
    "BEST": ("group g, best 2 of {", "大类 g，取最好 2项 {"),
    "WITHIN": ("= strength within level {", "= 评分项 限定于 档次项 {"),
    "OF": ("indicator a of x, max 20 {", "指标 a 按 x，满分 20 {"),
    "BY": ("by kind {", "分 类型 {"),
    "TABLE": ("table t gives number {", "对照表 t 得出 数值 {"),
    "MIN_OF": ("min (a, b)", "最小（a，b）"),
    "MAX": ("indicator a of x, max 20 {", "指标 a 按 x，满分 20 {"),
    "ROUND": ("total 0..100, round 0.1", "总分 0~100，精确到 0.1"),
    "ROUND_OF": ("round (x) to 0.1", "舍入（x）到 0.1"),
    "WEIGHT": ("indicator a of x, weight 40%", "指标 a 按 x，权重 40%"),
    "LESS": ("20, less 2 for each full 10 above 30", "20，高于 30 每 10 扣 2，不足一档不计"),
    "EACH": ("20，n 每 1次 扣 2", "20，n 每 1次 扣 2"),
    "TAKE": ("20，n 每 1次 扣 2", "20，n 每 1次 扣 2"),
    "ADD": ("20，n 每 1次 加 2", "20，n 每 1次 加 2"),
    "UNTIL": ("grade C, until 2026-12-31", "等级 C，有效期至 2026-12-31"),
    "ABS": ("abs (a - b)", "绝对值（a - b）"),
    "LINEAR": ("60..80 : linear 6 to 8", "60~80：6 至 8 内插"),
    "RANK_OF": ("rank of total", "名次 总分"),
    "YEARS_OF": ("years between d and as_of", "年数（d，评价日）"),
    "MONTHS_OF": ("months between d and as_of", "月数（d，评价日）"),
    "DAYS_OF": ("days between d and as_of", "天数（d，评价日）"),
    "STEP": ("x number 0..10, step 0.5", "x 数值 0~10，步长 0.5"),
    "FLAG": (">= 60 : 20, flag watch", "60以上：20，提示 关注"),
    "FIRST": ("reasons points below, first 3", "原因码 低于基准，前 3"),
    "TOP_SHARE": ("A top 20%", "A 前 20%"),
    "NEXT_SHARE": ("B next 70%", "B 次 70%"),
    "REJECT": ("if missing: reject", "未填时：退回"),
    "RATED_BY": ("rated by self 20%, boss 80%", "评价人 自评 20%，领导 80%"),
}


def use_of(word: str, vocabulary: Vocabulary) -> str | None:
    """Give an example of how a keyword is used; ``None`` for others.

    >>> use_of("best", Vocabulary.ENGLISH), use_of("rubric", Vocabulary.ENGLISH)
    ('group g, best 2 of {', None)
    """
    for kind, uses in _USES.items():
        if any(word in spelling for spelling in KEYWORDS[kind]):
            return uses[vocabulary is Vocabulary.CHINESE]
    return None
