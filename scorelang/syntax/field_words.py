"""Words of spreadsheets and databases for the type and the key of a column.

In: a word. Out: whether it is one, and the type of the language that is meant by it.
"""

from __future__ import annotations

from typing import Final

_NUMBERS: Final = (
    *("float", "decimal", "double", "numeric", "real"),
    *("数字", "小数", "浮点", "浮点数", "数值型", "实数", "数"),
)
_WHOLE: Final = ("int", "whole", "整型", "整数型")
_TEXTS: Final = ("string", "str", "char", "varchar", "字符", "字符串", "文本", "字符型", "文本型")
_YES_NO: Final = (
    *("bool", "boolean", "logical", "yes or no", "true/false", "Y/N", "y/n", "yes_no", "yesno"),
    *("布尔", "布尔型", "布尔值", "是或否", "是/否", "是否型", "逻辑型"),
)
_PERCENTS: Final = ("percentage", "pct", "百分数", "百分率", "百分比型", "比率")
_MONEYS: Final = ("currency", "货币", "货币型", "金额型")
_DATES: Final = ("datetime", "timestamp", "日期型", "时间", "日期时间")
TYPE_WORDS: Final = {
    **dict.fromkeys(_NUMBERS, ("number", "数值")),
    **dict.fromkeys(_WHOLE, ("integer", "整数")),
    **dict.fromkeys(_TEXTS, ("text", "文字")),
    **dict.fromkeys(_YES_NO, ("yes/no", "是否")),
    **dict.fromkeys(_PERCENTS, ("percent", "百分比")),
    **dict.fromkeys(_MONEYS, ("money", "金额")),
    **dict.fromkeys(_DATES, ("date", "日期")),
}
"""The types of the language, English and Chinese, that are meant by these words."""
KEY_WORDS: Final = ("primary_key", "primary", "主键", "唯一标识", "唯一编号", "唯一")


def type_meant(word: str) -> str:
    """Give the type of the language for the word of a spreadsheet or database."""
    english, chinese = TYPE_WORDS[word]
    return english if word.isascii() else chinese
