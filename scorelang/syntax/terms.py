"""Words that this room puts into its sentences: what may stand where, and its fixes."""

from __future__ import annotations

from scorelang.diagnostics.language import Phrases

TERMS = Phrases(
    {
        "a value": "一个值",
        "a name": "一个名称",
        "a number": "一个数字",
        "a text in quotes": "引号中的文字",
        "a date such as 2026-12-31": "日期，如 2026-12-31",
        "a line of a table": "表的一行",
        "a comparison such as `>=`": "比较，如 `>=`",
        "a sign such as `+`": "运算符号，如 `+`",
        "a part such as {parts}": "{parts} 等部分",
        "a comma with more behind it": "逗号及其后的内容",
        "a new line": "换行",
        "nothing more": "没有其他内容",
        "write `{text}`": "写 `{text}`",
        "take it away": "删去",
        "write the number without commas": "数字中不写逗号",
        "; ": "；",
        ", ": "、",
    }
)
