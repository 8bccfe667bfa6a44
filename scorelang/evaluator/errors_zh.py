"""The words of ``errors.py`` in Chinese."""

from __future__ import annotations

from scorelang.diagnostics.model import Catalogue

WORDS_ZH: Catalogue = {}
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
    "combined": "`{name}` 没有 {way}",
}
"""Why something is missing."""
