"""The words of the profile's page, in each language that people may choose."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "title": "{rubric}: {records} records, {scored} scored, {not_ratable} not ratable, "
        "{rejected} rejected",
        "field": "field",
        "missing": "missing",
        "share": "share",
        "faults": "cells that could not be used",
        "indicator": "indicator",
        "rated": "rated",
        "lowest": "lowest",
        "median": "median",
        "mean": "mean",
        "highest": "highest",
        "picture": "lowest to highest possible",
        "above": "above the limit",
        "constant": "the same for all records",
        "grade": "grade",
        "none": "none",
        "records": "records",
        "correlated": "{first} and {second} move together: rank correlation {rho} "
        "over {records} records",
        "duplicates": "the same points in every record: {names}",
        "no pairs": "no two indicators move together",
        "not compared": "{count} more indicators were not compared with each other",
        "alpha": "answers of {group} ({items}): Cronbach's alpha {value}, {records} records",
        "no alpha": "none",
        "negative alpha": "alpha of {group} is below 0: its answers run against each other; "
        "perhaps a question that is asked the other way round is scored like the rest",
    }
)
_CHINESE: Mapping[str, str] = MappingProxyType(
    {
        "title": "{rubric}：{records} 条记录，已评 {scored} 条，不予评级 {not_ratable} 条，"
        "退回 {rejected} 条",
        "field": "数据项",
        "missing": "未填",
        "share": "占比",
        "faults": "不能使用的单元格",
        "indicator": "指标",
        "rated": "已评",
        "lowest": "最低",
        "median": "中位数",
        "mean": "平均",
        "highest": "最高",
        "picture": "从可能的最低到最高",
        "above": "超过限度",
        "constant": "所有记录相同",
        "grade": "等级",
        "none": "无",
        "records": "记录数",
        "correlated": "{first} 与 {second} 同升同降：秩相关 {rho}，{records} 条记录",
        "duplicates": "每条记录得分都相同：{names}",
        "no pairs": "没有同升同降的指标",
        "not compared": "另有 {count} 个指标没有相互比较",
        "alpha": "{group} 的评分（{items}）：克隆巴赫 α {value}，{records} 条记录",
        "no alpha": "无",
        "negative alpha": "{group} 的 α 为负：各项评分彼此相反，可能有反向题未按反向计分",
    }
)


def find_profile_words(lang: str) -> Mapping[str, str]:
    """Give the words of a language (``en``, ``zh``), English if it has none."""
    return _CHINESE if lang == "zh" else _ENGLISH
