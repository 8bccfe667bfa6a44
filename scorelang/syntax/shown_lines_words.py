"""The words of ``shown_lines.py``: what is expected, with one right line of that kind."""

# ruff: noqa: E501  a sentence of Chinese is one line

from __future__ import annotations

from typing import Final

from scorelang.diagnostics.model import Catalogue, Words

SHOWN: Final[Catalogue] = {
    "E0101.so_lookup": Words(
        "`{found}` is not read here: a lookup is written with its values",
        "write `by kind {{ gold : 100`, one line for each value, and `}}`; for several fields "
        "write a table: `table t gives number {{`",
    ),
    "E0101.so_error": Words(
        "`{found}` is not read here: a formula does not fail in silence",
        "say when it has no value, as in `if b = 0 then 0 else a / b`",
    ),
    "E0101.so_count": Words(
        "`{found}` is not read here: a record sees only itself",
        "over all records there are `count of x`, `mean of x` and `rank of x`; conditions of one "
        "record are counted with `counts (a > 1, b > 1)`",
    ),
    "E0101.so_years": Words(
        "`{found}` is not read here",
        "full years between two days are `years between d and as_of`, months `months between d "
        "and as_of`; a day is written `2024-03-01`",
    ),
    "E0101.so_days": Words(
        "`{found}` does not say which day is the later one",
        "write `e - d <= 30 days`, or `abs (e - d) <= 30 days` if either may come first",
    ),
    "E0101.so_ago": Words(
        "`{found}`: a day is compared with a length of time",
        "say from when to when, as in `as_of > d + 3 years`",
    ),
    "E0101.so_since": Words(
        "`{found}` does not say whether that day counts",
        "write `>= 2024-01-01` if it does, `> 2024-01-01` if it does not; `<=` and `<` for the "
        "days before",
    ),
    "E0101.so_day": Words(
        "`{found}` may be one of two days", "write year-month-day, as in `2024-04-03`"
    ),
    "E0101.so_more": Words(
        "`{found}` is not read here",
        "for 10% more than y write `x >= y * 110%`, for 10 more `x >= y + 10`",
    ),
    "E0101.so_bonus": Words(
        "`{found}` begins no line: extra points are an indicator too",
        "write `indicator extra, all that hold {{`, below it lines such as `5 when y` or "
        "`-3 for each x`, and `}}`",
    ),
    "E0101.so_notch": Words(
        "`{found}`: a notch moves by grades, not by points",
        "write `down 1` or `up 1`; points are taken by an indicator with lines such as `-5 when y`",
    ),
    "E0101.so_override": Words(
        "`{found}` has no name, or does not say what happens",
        "write `cap late when days > 30 : no better than B`: a name, when it acts, and behind the "
        "colon the grade",
    ),
    "E0101.so_cap": Words(
        "`{found}` does not name the side of the grades",
        "write `no better than B` for the best grade that is left, `no worse than B` for the worst",
    ),
    "E0101.so_shares": Words(
        "`{found}` is no share of a ranking: shares are counted from the top",
        "begin with `top 20%`, go on with `next 70%`, end with `rest`",
    ),
    "E0101.so_behind_points": Words(
        "the word behind the points in `{found}` is read as their unit",
        'put a comma and what it is: `0, flag review` or `0, note "…"`; points inside a band are '
        "`linear 8 to 10`, a step is `20, less 2 for each full 10 above 30`",
    ),
    "E0101.so_points": Words(
        "`{found}` stands where the points of a line are written",
        'points are a number, `0` for none; a word beside them is `0, flag fail` or `0, note "…"`',
    ),
    "E0101.so_range": Words(
        "`{found}` is read as one name",
        "a line of this block has the limit alone, such as `1..30 : 10` or `0 : 20`",
    ),
    "E0101.so_missing": Words(
        "`{found}` is not what can be given for a missing value",
        "write points, as in `if missing: 0`, or `worst`, `lowest points`, `highest points`, "
        "`leave out` or `reject`",
    ),
    "E0101.so_table": Words(
        "`{found}` is not read: a table here compares fields of the record",
        "ranges with their points are lines without `|`, such as `>= 90 : 20`; in a table the "
        "first line names the fields: `| kind | age | points |`",
    ),
    "E0101.so_raters": Words(
        "`{found}` does not name who rates",
        "write `rated by judges (mean, at least 3)`, or groups with their weights: `rated by self "
        "20%, boss 80%`",
    ),
    "E0101.so_example": Words(
        "`{found}` is not how an example is written",
        "write `example good {{`, below it `given x = 90` and `expect total = 90`, and `}}`",
    ),
    "E0101.so_percent": Words(
        "`{found}`: a percent sign stands behind a number only",
        "a number that counts percents is `x / 100`, a share of it `x * 10%`",
    ),
    "E0101.so_most": Words(
        "`{found}` is the most for one reader and the larger of two for another",
        "for no more than 4 write `x, at most 4`; for the larger of two `max (x, 4)`",
    ),
    "E0101.so_field": Words(
        "`{found}` is no clause of a field",
        'behind the commas stand `required`, `blank means 0`, `decimals 1`, `step 0.5`, `also "…"` '
        "or `rated by self 20%, boss 80%`",
    ),
    "E0101.so_contrary": Words(
        "`{found}` says above and below at once", "keep one side: `> 30` or `<= 30`"
    ),
    "E0101.so_word": Words("`{found}` cannot stand here like this", "it is used as in `{example}`"),
    "E0101.so_nowhere": Words(
        "`{found}` has no meaning before `{next}`",
        "it is neither a word of the language at this place nor a name of the record",
    ),
    "E0101.so_no_limit": Words(
        "the points are missing in this line",
        "write them behind the limit and a colon: `{meant}`",
    ),
}

SHOWN_ZH: Final[Catalogue] = {
    "E0101.so_lookup": Words(
        "`{found}` 在这里读不出来：查表要写出各个取值",
        "请写 `by kind {{ gold : 100`，每个取值一行，最后写 `}}`；按几个数据项查表请用 "
        "`table t gives number {{`",
    ),
    "E0101.so_error": Words(
        "`{found}` 在这里读不出来：算式出错不会自动略过",
        "请写明何时没有值，如 `if b = 0 then 0 else a / b`",
    ),
    "E0101.so_count": Words(
        "`{found}` 在这里读不出来：一条记录只看得到自己",
        "对全部记录统计请用 `count of x`、`mean of x`、`rank of x`；数一条记录符合几个条件请用 "
        "`counts (a > 1, b > 1)`",
    ),
    "E0101.so_years": Words(
        "`{found}` 在这里读不出来",
        "两个日期之间的整年数请写 `years between d and as_of`，整月数 `months between d and as_of`；日期请写 `2024-03-01`",
    ),
    "E0101.so_days": Words(
        "`{found}` 没有说明哪一天在后",
        "请写 `e - d <= 30 days`；先后不定的写 `abs (e - d) <= 30 days`",
    ),
    "E0101.so_ago": Words(
        "`{found}`：日期不能与时间长短比较",
        "请写明从哪天到哪天，如 `as_of > d + 3 years`",
    ),
    "E0101.so_since": Words(
        "`{found}` 没有说明当天是否算在内",
        "算在内请写 `>= 2024-01-01`，不算写 `> 2024-01-01`；之前的用 `<=` 或 `<`",
    ),
    "E0101.so_day": Words("`{found}` 可能指两个日期", "请按年-月-日书写，如 `2024-04-03`"),
    "E0101.so_more": Words(
        "`{found}` 在这里读不出来",
        "比 y 高 10% 请写 `x >= y * 110%`；高 10 请写 `x >= y + 10`",
    ),
    "E0101.so_bonus": Words(
        "`{found}` 不能开始一行：加分、扣分也是指标",
        "请写 `indicator extra, all that hold {{`，下面每行如 `5 when y` 或 `-3 for each x`，最后写 `}}`",
    ),
    "E0101.so_notch": Words(
        "`{found}`：升降按等级，不按分数",
        "请写 `down 1` 或 `up 1`；扣分请用指标，其中的行如 `-5 when y`",
    ),
    "E0101.so_override": Words(
        "`{found}` 没有名称，或没有写明结果",
        "请写 `cap late when days > 30 : no better than B`：名称、何时起作用，冒号后写等级",
    ),
    "E0101.so_cap": Words(
        "`{found}` 没有写明是等级的哪一边",
        "最高只能到 B 请写 `no better than B`，最低保到 B 请写 `no worse than B`",
    ),
    "E0101.so_shares": Words(
        "`{found}` 不能直接写：按比例分等从最前面数起",
        "请以 `top 20%` 开始，接着写 `next 70%`，最后写 `rest`",
    ),
    "E0101.so_behind_points": Words(
        "`{found}` 中得分后面的词被当作单位",
        '请加逗号并写明是什么：`0, flag review` 或 `0，说明 "…"`；区间内按比例给分写 `linear 8 to 10`，'
        "逐档扣分写 `20, less 2 for each full 10 above 30`",
    ),
    "E0101.so_points": Words(
        "`{found}` 写在了得分的位置",
        '得分是一个数，不得分写 `0`；旁边的说明写成 `0, flag fail` 或 `0，说明 "…"`',
    ),
    "E0101.so_range": Words(
        "`{found}` 被当作一个名称",
        "这里的行只写限度，如 `1..30 : 10` 或 `0 : 20`",
    ),
    "E0101.so_missing": Words(
        "`{found}` 不能作为未填时的处理",
        "请写分数，如 `if missing: 0`，或写 `worst`、`lowest points`、`highest points`、`leave out`、`reject`",
    ),
    "E0101.so_table": Words(
        "`{found}` 读不出来：这里的表格用来比较数据项",
        "区间和得分请逐行写，不用 `|`，如 `>= 90 : 20`；表格的第一行要写数据项的名称：`| kind | age | points |`",
    ),
    "E0101.so_raters": Words(
        "`{found}` 没有写明由谁评分",
        "请写 `rated by judges (mean, at least 3)`，或写各组及权重：`rated by self 20%, boss 80%`",
    ),
    "E0101.so_example": Words(
        "`{found}` 不是示例的写法",
        "请写 `example good {{`，下面写 `given x = 90` 和 `expect total = 90`，最后写 `}}`",
    ),
    "E0101.so_percent": Words(
        "`{found}`：百分号只能跟在数字后面",
        "以百分数计的数值请写 `x / 100`，取它的一部分写 `x * 10%`",
    ),
    "E0101.so_most": Words(
        "`{found}` 可以理解为不超过，也可以理解为两者取大",
        "不超过 4 请写 `x, at most 4`；两者取大写 `max (x, 4)`",
    ),
    "E0101.so_field": Words(
        "`{found}` 不是数据项的说明",
        '逗号后面可以写 `required`、`blank means 0`、`decimals 1`、`step 0.5`、`又名 "…"` 或 `rated by self 20%, boss 80%`',
    ),
    "E0101.so_contrary": Words("`{found}` 同时写了高于和低于", "请只留一边：`> 30` 或 `<= 30`"),
    "E0101.so_word": Words("`{found}` 在这里不能这样用", "用法如 `{example}`"),
    "E0101.so_nowhere": Words(
        "`{found}` 写在 `{next}` 之前没有意义",
        "它既不是此处可用的词，也不是数据项的名称",
    ),
    "E0101.so_no_limit": Words("这一行缺少得分", "请在限度后写冒号和得分：`{meant}`"),
}
