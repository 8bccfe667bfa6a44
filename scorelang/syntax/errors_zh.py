"""The words of ``errors.py`` in Chinese."""

from __future__ import annotations

from scorelang.diagnostics.model import Catalogue, Words

WORDS_ZH: Catalogue = {
    "E0101.comment": Words("`{found}` 不是注释", "注释以 `#` 开头"),
    "E0101.no_name": Words("`{before}` 没有名称", "请在 `{before}` 和 `{found}` 之间写一个名称"),
    "E0103.decimal": Words("`{found}` 的数字里有逗号", "小数请用小数点：`{meant}`"),
    "E0101.stray_number": Words(
        "逗号后面单独有一个数", "小数请用小数点，如 `0.1`；否则请写明它是什么，如 `满分`"
    ),
    "E0101.twice": Words("此处说了两遍", "请只保留一处"),
    "E0101.graded_twice": Words(
        "`=` 之后已写明等级的来源", "请去掉 `按 …`，或把等级写在 `{{ … }}` 中"
    ),
    "E0101.both_ends": Words("`{found}` 说含本数，而前面的词说不含", "请只保留其一"),
    "E0101.other_end": Words(
        "`{found}` 括号中的数与前面的界限不同", "请写同一个数，或只写 `（含）`"
    ),
    "E0101.same_side": Words("两个界限在同一侧", "区间应有下限和上限"),
    "E0101.other_name": Words(
        "这一行说的不是本指标的对象",
        "请只写区间，如 `90~100`；若是条件，请写在 `当` 之后",
    ),
    "E0101.no_range": Words("这不是区间", "请写出两端，如 `0~100`"),
    "E0101.negative_range": Words("看不出区间从哪里到哪里", "请在两端之间写 `~`，如 `-10~30`"),
    "E0101.range_in_list": Words("一个区间占一行", "请每个区间各写一行"),
    "E0101.points_range": Words(
        "这里的分数会被读作减法",
        "请写一个数；档内内插写 `8 至 10 内插`，由人在区间内评分写 `限定于`",
    ),
    "E0103.one_or_two": Words(
        "`{found}` 可能是一个数，也可能是几个数",
        "若是一个数请写 `{meant}`，若是几个数请在逗号后空一格：`{apart}`",
    ),
}
"""Words by the same keys and with the same placeholders."""
