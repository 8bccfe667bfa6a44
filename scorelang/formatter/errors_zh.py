"""The words of ``errors.py`` in Chinese."""

from __future__ import annotations

from scorelang.diagnostics.model import Catalogue, Words

WORDS_ZH: Catalogue = {
    "I0201.unreadable": Words(
        "整理后的文本无法再读取：{found}",
        "文件没有改动；这是本工具的错误，请连同文件一起报告",
    ),
    "I0201.meaning": Words(
        "整理会改变评分标准的内容",
        "文件没有改动；这是本工具的错误，请连同文件一起报告",
    ),
    "I0201.comments": Words(
        "整理会丢失或改动注释",
        "文件没有改动；这是本工具的错误，请连同文件一起报告",
    ),
    "I0201.deep": Words(
        "算式嵌套过深",
        "请用 `let` 拆开",
    ),
    "I0201.unstable": Words(
        "整理两次得到的文本不同",
        "文件没有改动；这是本工具的错误，请连同文件一起报告",
    ),
}
"""Words by the same keys and with the same placeholders."""
