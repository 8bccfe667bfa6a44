"""The words of ``figures_errors.py`` in Chinese."""

from __future__ import annotations

from scorelang.diagnostics.model import Catalogue, Words

WORDS_ZH: Catalogue = {
    "E0512.rows": Words(
        "两两比较表只有表头，下面没有内容",
        "请为每一项加一行，行首写该项的名称",
    ),
    "E0513.scale": Words(
        "比较值 {text} 超出标度：应在 1/{most} 至 {most} 之间",
        "最重要的写 {most}；若相差更大，请把相近的各项归为一组，再分层比较",
    ),
}
"""Words by the same keys and with the same placeholders."""
