"""The words of ``check_errors.py`` in Chinese."""

from __future__ import annotations

from scorelang.diagnostics.model import Catalogue, Words

WORDS_ZH: Catalogue = {
    "E0318": Words(
        "`{name}` 的数值可能超过 {digits} 位",
        "请减少连乘，给数据项写明范围和 `小数位`，或中途取整",
    ),
    "E0402.step": Words(
        "`{part}` 没有一条适用于 `{subject}` {value}",
        "若 `{subject}` 没有更细的取值，请在数据项中写 `小数位 {decimals}`；否则缺少：{regions}",
    ),
    "E0504.shares": Words(
        "`{part}` 内各权重合计 {sum}，恰为 `{part}` 自身的权重",
        "是否写成了占总体的比例？组内权重合计应为 100%，应写 {meant}",
    ),
    "E0508.conditions": Words(
        "有的记录在 `{grading}` 中没有一条成立",
        "请加一条 `其余`，写明此类记录的等级",
    ),
    "W0403.work": Words(
        "未能证明 `{part}` 的各条覆盖所有记录：情形太多，无法逐一检查",
        "请加一条 `其余`，或把所读取的内容拆成较简单的指标",
    ),
    "W0505.work": Words(
        "未能证明 `{part}` 不超过满分 {maximum}：情形太多，无法逐一检查",
        "请写 `最多 {maximum}` 作为上限，或在数据项中写明范围",
    ),
    "W0404": Words(
        "`分 {subject}` 没有给出 {values} 的取值",
        "请为每个取值加一行，或加 `其余` 一行；确实没有数值的，请写明：`其余：未填`",
    ),
}
"""Words by the same keys and with the same placeholders."""
