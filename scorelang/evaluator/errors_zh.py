"""The words of ``errors.py`` in Chinese."""

from __future__ import annotations

from scorelang.diagnostics.model import Catalogue, Words

WORDS_ZH: Catalogue = {
    "R0205": Words(
        "总分为 {total}，超出评分标准的范围：{range}",
        "评分标准允许的得分超出了总分范围；`check` 会说明哪一部分没有证明",
    ),
    "R0201": Words(
        "数据相互矛盾：不符合 `{rule}`",
        "请更正记录，或更正评分标准中的校验",
    ),
    "R0202": Words(
        "`{value}` 不在所评档次 `{level}` 的范围内：{range}",
        "请更正分数或档次",
    ),
    "R0204": Words(
        "`{rubric}` 在 {day} 没有施行的版本",
        "请更正日期，或补充版本",
    ),
    "R0204.missing": Words(
        "未填用来选定 `{rubric}` 版本的日期",
        "请填写日期，或用 `--as-of` 评分",
    ),
    "R0203": Words(
        "`{indicator}` 无法评分：{why}",
        "按评分标准应退回此类记录，请补填数据",
    ),
    "R0210": Words(
        "评分个数不足：{why}",
        "该数据项必填，请催收尚未评分者的评分",
    ),
}
"""Words by the same keys and with the same placeholders."""

RATERS_ZH = {
    "none": "没有评分",
    "too few": "至少要 {quorum} 个评分，只有 {count} 个",
    "from": "{group}：{said}",
    "left out": "未计入：{ratings}",
    "expected": "足够的评分",
}
"""Why a field with raters has no value."""

SAID_ZH = {
    "a value": "有值",
    "nothing left": "没有一项指标可以评分",
    "only extras": "只有加分、扣分项可以评分",
    "missing": "`{name}` 未填",
    "said": "评分标准规定此种情况下没有数值",
    "zero": "`{name}` 为 0",
    "zero divisor": "除数为 0",
    "zero total": "`{name}` 的合计为 0",
    "function": "`{name}` 对 {value} 没有意义",
    "power": "{value} 的该次方没有意义",
    "too large": "乘方的结果过大",
    "no line": "`{name}` 没有适用于这些数值的条款",
    "no case": "{value} 没有对应的取值",
    "not applying": "`{name}` 不适用",
    "not rated": "`{name}` 未评分",
    "no level": "`{name}` 没有评定档次",
    "no grade": "没有等级",
    "no total": "没有总分",
    "no grade for": "没有适用于 {value} 的条款",
    "no grade holds": "没有一条条款的条件成立",
    "partly": "`{name}` 只有部分可以评分",
    "no line takes": "`{name}` 没有适用于 {value} 的条款",
    "no line holds": "`{name}` 没有一条条款的条件成立",
    "no records": "没有可用来计算 `{name}` 的记录",
    "used": "`{alias}` 的 `{name}` 未填",
    "used because": "`{alias}` 的 `{name}`：{why}",
    "used not ratable": "`{alias}` 不予评级：{why}",
    "no day": "没有给出评价日",
    "no such day": "{day} 移动 {amount} 后超出公元 1 年至 9999 年",
    "part of a time": "{amount} 不是整数个 {unit}",
    "no growth": "{name} 为 {value}，无法计算增长率",
    "last": "上期数值",
    "coverage": "`{name}` 中可以评分的部分不足",
    "weight": "`{name}` 中有权重未填",
    "weight below 0": "`{name}` 中有权重为 {weight}，小于 0",
    "no weights": "`{name}` 中计分的各项没有权重：权重合计为 0%",
    "weights sum": "`{name}` 的权重合计为 {sum}，不是 100%：各项按所占比例计",
    "combined": "`{name}` 得不出{way}",
    "no points": "没有得分：{names}",
    "tie": "并列：{names}",
    " and ": "，",
    "above": "大于 {end}",
    "at least": "不小于 {end}",
    "below": "小于 {end}",
    "at most": "不大于 {end}",
    "sum": "合计",
    "weighted": "加权合计",
    "mean": "平均",
    "lowest": "最低值",
    "highest": "最高值",
    "product": "乘积",
    "geometric mean": "几何平均",
    "abs": "绝对值",
    "exp": "指数",
    "ln": "自然对数",
    "sqrt": "平方根",
    "root": "开方",
    "days": "天",
    "months": "个月",
    "years": "年",
    "baseline json": "基准文件不是 JSON：{error}",
    "no baseline": '该文件不是基准：没有写明 "format": "{format}"',
    "baseline entry": "基准中没有 `{entry}` 一项",
    "baseline value": "基准中写了 {entry!r}，此处应为{expected}",
    "baseline of other": "该基准属于评分标准 `{other}`，不属于 `{name}`",
    "baseline lacks": "基准中没有 `{name}` 的数值",
    "baseline needed": "`{name}` 要由多条记录算出：请一次评全部记录，或给出基准",
    "a list": "列表",
    "a count": "个数",
    "a number": "数值",
    "a day": "日期",
    "a text": "文字",
    "an object": "对象",
    "an exact number": "精确的数值",
}
"""Why something is missing."""
