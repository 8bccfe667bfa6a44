"""Words that this room puts into its sentences: what a cell may hold, ranges, reasons."""

from __future__ import annotations

from scorelang.diagnostics.language import Phrases

TERMS = Phrases(
    {
        "last {name}": "上期 {name}",
        ": ": "：",
        ", ": "、",
        "text": "文字",
        ", or special {codes}": "，或特殊值 {codes}",
        "a number": "数值",
        "a whole number": "整数",
        "a percentage": "百分比",
        "an amount": "金额",
        "a date such as 2024-01-31": "日期，如 2024-01-31",
        "a date": "日期",
        "a period": "期限",
        "yes or no": "是或否",
        "a rating": "评分",
        "one of {values}": "以下之一：{values}",
        "{kind} in {unit}": "{kind}（单位 {unit}）",
        "above {low}": "，大于 {low}",
        "at least {low}": "，不小于 {low}",
        "below {high}": "，小于 {high}",
        "at most {high}": "，不大于 {high}",
        "from {low} to {high}": "，{low} 至 {high}",
        "above {low} to {high}": "，大于 {low}、不大于 {high}",
        "from {low} to below {high}": "，不小于 {low}、小于 {high}",
        "above {low} to below {high}": "，大于 {low}、小于 {high}",
        "in steps of {step}": "，步长 {step}",
        "{shown} … ({count} in all)": "{shown} … （共 {count} 个）",
        "a very long number": "位数极多的数",
        "standard input": "标准输入",
        "lists are nested too deeply": "列表嵌套过深",
        "{reason} (column {column})": "{reason}（第 {column} 列）",
        "its parts are damaged": "文件已损坏",
        "it unpacks to more than 2 GB": "解压后超过 2 GB",
        ", not {format}": "，而不是 {format}",
        "it is another kind of file": "是其他种类的文件",
    }
)
