"""The types of fields as a person reads them: the keyword, and its Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

FIELD_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "text": "文字",
        "number": "数值",
        "integer": "整数",
        "percent": "百分比",
        "money": "金额",
        "date": "日期",
        "period": "期限",
        "yes/no": "是否",
        "category": "类别",
        "rating": "评分",
    }
)
