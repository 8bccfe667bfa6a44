"""The words of ``errors.py`` in Chinese."""

from __future__ import annotations

from scorelang.diagnostics.model import Catalogue, Words

WORDS_ZH: Catalogue = {
    "E0201.each": Words("这里没有可指的指标", "请写出含有指标的大类，或给指标规定档次"),
    "E0206.ties": Words(
        "按名次比例评定等级，但未说明同分如何处理",
        "请在 `grades,` 后写 `ties up`（同分都取较高等级）或 `ties down`（同分都取较低等级）",
    ),
    "E0311.share": Words("`{found}` 不是记录的比例", "请写大于 0 的百分比，如 `top 20%`"),
    "E0311.shares": Words(
        "`{found}` 不能用于按名次比例评定的等级",
        "第一行写 `top 20%`，其后写 `next 70%`，最后写 `rest`",
    ),
    "E0311.whole": Words(
        "各比例合计 {total}%，此行永不适用或超出 100%", "各比例加其余合计须为 100%"
    ),
    "E0311.rest": Words("各比例合计只有 {total}%，其他记录没有等级", "请加最后一行 `rest`"),
    "E0208.class": Words(
        "读到此处时分类 `{name}` 尚未得出",
        "等级和分类只能引用写在其上方的分类：请把 `{name}` 移到上面",
    ),
    "E0302.each": Words("`{found}` 只能用在条件中", "请与一个数比较，如 `{found} < 3`"),
    "E0302.manner": Words(
        "`{manner}` 说明并列时如何排名，此处没有这样的排名", "请用在 `rank of …` 之后"
    ),
    "E0302.missing": Words(
        "`missing` 单独不是一个值，无法确定代表什么",
        "请写成两者取一，如 `if days > 0 then sales / days else missing`",
    ),
    "E0311.count": Words(
        "`{found}` 无从选取：该大类只有 {count} 个部分", "个数至少为 1，且少于该大类的部分数"
    ),
    "E0311.keep": Words(
        "`{found}` 不能与 `{combine}` 同用：只有相加的得分才能择优", "请改用 `sum` 或 `mean`"
    ),
    "E0207.deep": Words(
        "计算 `{name}` 的步骤层层相套，超过 {most} 层", "请把其中一部分改为更少的步骤"
    ),
    "E0205.subject": Words(
        "`{name}` 有两个对象：`按` 之后所写的，以及它的符合项数",
        "请只保留 `按 …` 或 `符合项数（…）`",
    ),
    "E0301.field": Words(
        "`{name}` 没有单位，而这里的界限以{unit}为单位",
        "请在数据项中写明该列的单位，如 `{name} 整数 单位 {unit}`，或去掉界限的单位",
    ),
    "E0301.percent": Words(
        "`{name}` 是整数，而这里的界限是百分比",
        "请把界限写成普通数字，或把该数据项改为百分比",
    ),
    "E0317": Words(
        "标签 `{label}` 写的单位是{unit}，而 `{name}` 按{own}读取",
        "两者之一有误：请写 `{clause}`，或更正标签",
    ),
    "E0317.money": Words(
        "标签 `{label}` 写的单位是{unit}，而 `{name}` 把不带单位的数按元读取",
        "请在数据项后写 `{clause}`，或去掉标签中的单位",
    ),
    "E0317.percent": Words(
        "标签 `{label}` 写的单位是{unit}，而 `{name}` 把不带单位的数按比例读取：0.8 即 80%",
        "请在数据项后写 `{clause}`，或去掉标签中的单位",
    ),
    "E0317.period": Words(
        "标签 `{label}` 写的单位是{unit}，而 `{name}` 把不带单位的数按天读取",
        "请在数据项后写 `{clause}`，或去掉标签中的单位",
    ),
    "E0317.unknown": Words(
        "标签 `{label}` 写的单位是{unit}，与 `{name}` 的单位不同",
        "请先把该列换算成数据项的单位，再更正标签",
    ),
    "E0204.of_score": Words(
        "`{what}` 不起作用：总分是一个单独的得分，以其公式为准",
        "请写入公式：`得分 s = … + 10`，或删去",
    ),
    "E0204.no_total": Words(
        "`{what}` 不起作用：没有由各项相加的总分",
        "请删去，或删去 `无总分`",
    ),
    "E0206.grades": Words(
        "`{name}` 没有任何一行，等级将全部为空",
        "请为每个等级写一行，如 `A 80以上`",
    ),
    "E0302.categories": Words(
        "比较的两个类别取值不同：{left} 与 {right}",
        "请各与自己的取值比较，或用 `分 … {{ … }}` 把其中一个换算过来",
    ),
    "E0302.orders": Words(
        "两个类别取值相同但先后不同：{left} 与 {right}",
        "请统一先后（从优到差），或用 `为` 逐个取值判断",
    ),
    "E0303.grades": Words(
        "这里的{kind}要比较两个等级的高低，但给出等级的取值没有先后之分",
        "请按从优到差写出取值，中间用 `>`：`A > B > C`",
    ),
    "E0307.worst": Words(
        "写了 `{said}`，但 `{name}` 的得分没有下限",
        "请加上限值，如 `至少 0`，或直接写分数：`未填时：0`",
    ),
    "E0307.highest": Words(
        "写了 `{said}`，但 `{name}` 的得分没有上限",
        "请加上限值，如 `最多 10`，或直接写分数：`未填时：10`",
    ),
    "E0307.direction": Words(
        "写了 `未填时：最差分`，但从等级看不出得分高好还是得分低好",
        "请写 `未填时：最低分` 或 `未填时：最高分`",
    ),
    "W0511": Words(
        "`{name}` 未填时按最好的值计：得 0 分，而最差为 {worst} 分",
        "请写明未填如何计分：`未填时：最差分` 按最差计，`未填时：0` 保持不变，"
        "数据项加 `必填` 则不得空缺",
    ),
    "E0311.idle": Words(
        "`{effect}` 在这里不起作用：这条升降是往另一个方向调整的",
        "请把限制写在往该方向调整的升降上，或另写一条上限、下限",
    ),
}
"""Words by the same keys and with the same placeholders."""
