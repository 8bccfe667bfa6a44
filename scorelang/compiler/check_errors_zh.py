"""The words of ``check_errors.py`` in Chinese."""

from __future__ import annotations

from scorelang.diagnostics.model import Catalogue, Words

WORDS_ZH: Catalogue = {
    "E0402": Words(
        "`{part}` 没有一行包括 `{subject}` {value}",
        "请补一行，覆盖{region}，或移动限度，或加上 `otherwise` 一行",
    ),
    "E0402.whole": Words(
        "`{part}` 没有一行包括 `{subject}` {value}",
        "如果 `{subject}` 只有整数，请在数据项中写成 `integer`；否则缺少：{regions}",
    ),
    "E0402.more": Words(
        "`{part}` 各行之间还有 {count} 处空当",
        "前三处已逐一列出",
    ),
    "E0403": Words(
        "`{part}` 有两行都包括 `{subject}` {value}",
        "两行都包括{region}；请移动限度，使每个值只属于一行",
    ),
    "E0403.end": Words(
        "`{part}` 有两行都包括 `{subject}` {value}",
        "两行都包括{region}；请在其中一行写明不含这个端点：`{value}(exclusive)` 或 `under {value}`",
    ),
    "E0403.more": Words(
        "`{part}` 各行之间还有 {count} 处重叠",
        "前三处已逐一列出",
    ),
    "E0404": Words(
        "`{part}` 没有一行包括 `{subject}` {values}",
        "请逐一加行，或加上 `otherwise` 一行",
    ),
    "E0405": Words(
        "有些记录不符合 `{part}` 的任何条件",
        "请加上 `otherwise` 一行，说明这种记录得什么",
    ),
    "E0406": Words(
        "对照表 `{table}` 没有包括 {keys} 的行",
        "请加上该行，或放宽其他行的格子",
    ),
    "E0406.more": Words(
        "对照表 `{table}` 还有 {count} 种组合没有对应的行",
        "前三种已逐一列出",
    ),
    "E0407": Words(
        "对照表 `{table}` 有两行都包括 {keys}",
        "请修改格子，使每种组合只有一行",
    ),
    "E0501": Words(
        "`{part}` 最高可得 {best} 分，超过规定满分 {maximum}",
        "请把 `max` 提高到 {best}，或降低得分，或写 `at most {maximum}` 封顶",
    ),
    "E0501.share": Words(
        "`{part}` 最高可得 {best} 分，超过规定满分 {maximum}",
        "满分请写分数，如 `max {best}`；占总体的比例请写 `weight`",
    ),
    "E0502.hundred": Words(
        "`{part}` 达不到规定满分 {maximum}，最好的记录只得 {best} 分",
        "百分比按 0 至 1 计；得分要到 100 时请乘以 100",
    ),
    "E0502.percent": Words(
        "`{part}` 达不到规定满分 {maximum}，最好的记录只得 {best} 分",
        "百分比按 0 至 1 计，`20%` 即 0.2：界限请写 `20%`，按百分号前的数计分请乘以 100，"
        "增加百分之几请写乘法 `x * 110%`",
    ),
    "E0502": Words(
        "`{part}` 达不到规定满分 {maximum}，最好的记录只得 {best} 分",
        "请把 `max` 降到 {best}，或提高最好一档的得分",
    ),
    "E0503": Words(
        "`{part}` 规定了满分，但得分没有上限",
        "请写 `at most {maximum}` 封顶，或在数据项中规定范围",
    ),
    "E0503.nothing": Words(
        "`{part}` 对任何记录都不给分，`{group}` 无法按权重计入它", "请更正其条款，或将其移出该大类"
    ),
    "E0504": Words(
        "`{part}` 的权重之和为 {sum}，不是 100%",
        "请修改权重，使合计为 100%；{difference}",
    ),
    "E0504.segment": Words(
        "`{part}` 对 `{segment}` 的权重之和为 {sum}，不是 100%",
        "请修改这种情况的权重，使合计为 100%；{difference}",
    ),
    "E0504.below": Words(
        "`{part}` 的权重为 {weight}",
        "权重不能小于 0%：请修改 `{group}` 内的权重",
    ),
    "E0504.below_segment": Words(
        "`{part}` 对 `{segment}` 的权重为 {weight}",
        "权重不能小于 0%：请修改 `{group}` 内这种情况的权重",
    ),
    "E0505": Words(
        "`{part}` 没有权重，而 `{group}` 按权重相加",
        "请给 `{part}` 写上 `weight` 和百分比",
    ),
    "E0506": Words(
        "`{part}` 有权重，但没有按权重相加的地方",
        "请给{group}写上 `weighted`，或去掉权重",
    ),
    "E0507": Words(
        "总分可以达到 {best}，超出规定范围 {range}",
        "请修改总分范围，或修改各部分的得分",
    ),
    "E0508": Words(
        "总分 {value} 没有对应的等级",
        "请补一个等级，覆盖{region}，或移动限度，或加上 `otherwise` 一行",
    ),
    "E0508.score": Words(
        "`{grading}` 没有一行包括 `{subject}` {value}",
        "请补一行，覆盖{region}，或移动限度，或加上 `otherwise` 一行",
    ),
    "E0508.more": Words(
        "各行之间还有 {count} 处空当",
        "前三处已逐一列出",
    ),
    "E0508.needs": Words(
        "不符合 `{grade}` 的 `needs` 条件的记录得不到等级",
        "请在其下加一个等级，或加上 `otherwise` 一行",
    ),
    "E0509": Words(
        "`{first}` 和 `{second}` 都包括 {value}",
        "两者都包括{region}；请移动限度，使每个值只有一个等级",
    ),
    "E0509.end": Words(
        "`{first}` 和 `{second}` 都包括 {value}",
        "两者都包括{region}；请在其中一行写明不含这个端点：`{value}(exclusive)` 或 `under {value}`",
    ),
    "E0510": Words(
        "等级 `{grade}` 有两行",
        "请给其中一个改名，或把两行合并",
    ),
    "E0511": Words(
        "`{grade}` 次序不对：它的限度{side} `{other}`",
        "请把等级按从优到劣排列",
    ),
    "W0201": Words(
        "数据项 `{name}` 没有用到",
        "请删去或使用它；如果只是随带的内容，请改为 `text`",
    ),
    "W0201.last": Words(
        "数据项 `last {name}` 没有用到",
        "请删去 `and last year`，或使用它：`growth of {name}`",
    ),
    "W0202": Words(
        "计算值 `{name}` 没有用到",
        "请删去或使用它",
    ),
    "W0302": Words(
        "除数可能为 0，这时没有结果{then}",
        "请在数据项中规定范围大于 0，或说明怎样处理：`if … > 0 then … else …`",
    ),
    "W0302.perhaps": Words(
        "不能确定除数永不为 0，为 0 时没有结果{then}",
        "请在数据项中规定范围，或说明怎样处理：`if … > 0 then … else …`",
    ),
    "W0303": Words(
        "这个条件{truth}：`{subject}` {region}",
        "请对照 `{subject}` 的范围检查限度及其单位",
    ),
    "W0303.percent": Words(
        "这个条件{truth}：{limit} 读作 {reading}，而 `{subject}` {region}",
        "如果是百分之 {limit}，请写 `{limit}%`",
    ),
    "W0304": Words(
        "`{subject}` 以{unit}计，而 {limit} 读作 {limit}元",
        "如果是 {limit}{unit}，请写 `{limit}{unit}`；如果确是小额，请写 `{limit}元`",
    ),
    "W0305": Words(
        "`{subject}` 是百分比，而 {limit} 读作 {reading}",
        "如果是百分之 {limit}，请写 `{limit}%`；如果确是大数，请写 `{reading}`",
    ),
    "W0401": Words(
        "`{part}` 的这一行永远用不到：`{subject}` {region}",
        "请删去该行，或修改它的限度或数据项的范围",
    ),
    "W0401.shadowed": Words(
        "`{part}` 的这一行永远用不到：凡符合它的，都先符合上面的行",
        "请上移或删去该行，或收窄上面各行",
    ),
    "W0401.undecided": Words(
        "`{part}` 的这一行永远用不到：符合它时，上面有一行无法判断",
        "请把它放在最前；上面一行的数据未填，整条规则就无法判断",
    ),
    "W0401.never": Words(
        "`{part}` 的这一行永远用不到：条件不可能成立",
        "请修改条件，或删去该行",
    ),
    "W0402": Words(
        "`{part}` 的 `otherwise` 永远用不到：上面各行已包括所有的值",
        "请删去；未填的不归这里，未填请用 `missing`",
    ),
    "W0403": Words(
        "没有找到 `{part}` 各行都不适用的记录，但不能确定没有这样的记录",
        "这样的记录在这里不能评分；请加上 `otherwise` 一行，或在数据项中为各行所读的数据规定范围",
    ),
    "W0405": Words(
        "`{part}` 的这一行只包括 {limit} 这一个值：`{subject}` 为 {value} 时落入 `otherwise`，"
        "结果为 {given}",
        "如果指达到 {limit}，请写 `>= {limit}`（{limit}以上）；"
        "如果只会出现所列的值，请在数据项中写明，如 `integer` 或 `decimals`",
    ),
    "W0405.up": Words(
        "`{part}` 的这一行只包括 {limit} 这一个值：`{subject}` 为 {value} 时落入 `otherwise`，"
        "结果为 {given}",
        "如果指不超过 {limit}，请写 `<= {limit}`（{limit}以下）；如果指达到 {limit}，"
        "请写 `>= {limit}`（{limit}以上）；如果只会出现所列的值，请在数据项中写明，如 `integer`",
    ),
    "W0405.range": Words(
        "`{part}` 没有一行包括{region}：`{subject}` 为 {value} 时落入 `otherwise`，结果为 {given}",
        "请使上下两行首尾相接，如 60-80（不含）；如果其间不会有值，"
        "请在数据项中写明，如 `integer` 或 `decimals 1`；计算值请写 `round 0.1`",
    ),
    "W0514": Words(
        "`{name}` 的原因码 {code} 永远不会给出：该指标没有基准分",
        "请用 `baseline` 写明与多少分比较",
    ),
    "W0514.order": Words(
        "`{name}` 的原因码 {code} 永远不会给出：本标准没有写原因码的排法",
        "请加一行，如 `reasons points below, first 4`",
    ),
    "W0514.code": Words(
        "`{name}` 的基准分不起作用：该指标没有原因码",
        "请加上原因码，或删去基准分",
    ),
    "W0501.percent": Words(
        "总分达不到 {limit}，最好的记录得 {best}",
        "百分比按 0 至 1 计：按百分号前的数计分请乘以 100，增加百分之几请写乘法 `x * 110%`",
    ),
    "W0501": Words(
        "总分达不到 {limit}，最好的记录得 {best}",
        "请把总分上限降到 {best}，或提高各部分的得分",
    ),
    "W0502": Words(
        "没有记录能得到 `{grade}`：总分{region}",
        "请移动等级的限度，或修改各部分的得分",
    ),
    "W0502.score": Words(
        "没有记录能得到 `{grade}`：`{subject}` {region}",
        "请移动各行的限度",
    ),
    "W0502.shares": Words(
        "各等级的限度都在 0 与 1 之间，而 `{subject}` 最高为 {high}",
        "请写分数：`{meant}` 是最高分的 {limit}",
    ),
    "W0516": Words(
        "`{part}` 的得分会低于 0，最低 {points} 分",
        "如果扣完为止，请写 `at least 0`；如果确可为负，请写 `at least {points}`",
    ),
    "W0515": Words(
        "`{part}` 从名称看是扣分，而各行是加分",
        "扣分请在数字前写负号，如 `-3 when late`",
    ),
    "W0503": Words(
        "`{part}` 的限度“{side} {limit}”不起作用：它的得分为{region}",
        "请删去该限度，或检查得分和限度",
    ),
    "W0503.taken": Words(
        "`{part}` 只扣分，限度“最多 {limit}”不起作用：它的得分为{region}",
        "最多扣 {limit} 分请写 `at least -{limit}`",
    ),
    "W0504": Words(
        "`{name}` 的条件{truth}",
        "请检查条件；调整事项应针对部分记录，而不是全部或没有",
    ),
    "W0504.applies": Words(
        "`{name}` 从不适用：`applies when` 后的条件不可能成立",
        "请改条件，或删去该项",
    ),
    "W0505": Words(
        "没有找到 `{part}` 得分超过 {maximum} 的记录，但不能确定没有这样的记录",
        "这样的记录得分会超过 `max`；请写 `at most {maximum}` 封顶，或在数据项中规定较窄的范围",
    ),
    "W0505.total": Words(
        "没有找到总分超出 {range} 的记录，但按各部分的得分，总分为{could}",
        "这样的记录评分时会被退回；请放宽总分范围，给各部分封顶，或在数据项中规定较窄的范围",
    ),
    "E0318": Words(
        "`{name}` 的数值可能超过 {digits} 位",
        "请减少连乘，给数据项写明范围和 `decimals`，或中途取整",
    ),
    "E0402.step": Words(
        "`{part}` 没有一条适用于 `{subject}` {value}",
        "若 `{subject}` 没有更细的取值，请在数据项中写 `decimals {decimals}`；否则缺少：{regions}",
    ),
    "E0504.full": Words(
        "`{part}` 内各权重合计 {sum}，恰为它的满分",
        "组内权重合计应为 100%，应写 {meant}；若是占总体的分数，请写 `max 15`",
    ),
    "E0504.ratio": Words(
        "`{part}` 的权重写成了 {ratio}：权重应为百分比",
        "请写成百分比：{meant}",
    ),
    "E0504.percent": Words(
        "`{part}` 的权重合计为 {sum}：不带百分号的 {first} 大了一百倍",
        "每个权重都要写百分号：`{first}%`",
    ),
    "E0504.shares": Words(
        "`{part}` 内各权重合计 {sum}，恰为 `{part}` 自身的权重",
        "是否写成了占总体的比例？组内权重合计应为 100%，应写 {meant}",
    ),
    "E0508.conditions": Words(
        "有的记录在 `{grading}` 中没有一条成立",
        "请加一条 `otherwise`，写明此类记录的等级",
    ),
    "W0403.work": Words(
        "没有找到 `{part}` 各行都不适用的记录，但未能逐一检查：所读的数据太多，组合过多",
        "这样的记录在这里不能评分；请加上 `otherwise` 一行，或把 `{part}` 拆成所读数据较少的几项",
    ),
    "W0505.work": Words(
        "没有找到 `{part}` 得分超过 {maximum} 的记录，但未能逐一检查：所读的数据太多，组合过多",
        "这样的记录得分会超过 `max`；请写 `at most {maximum}` 封顶，或在数据项中规定较窄的范围",
    ),
    "W0404": Words(
        "`by {subject}` 没有给出 {values} 的取值",
        "请为每个取值加一行，或加 `otherwise` 一行；确实没有数值的，请写明：`otherwise : missing`",
    ),
}
"""Words by the same keys and with the same placeholders."""
