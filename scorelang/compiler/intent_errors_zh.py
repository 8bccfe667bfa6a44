"""The words of ``intent_errors.py`` in Chinese."""

from __future__ import annotations

from scorelang.diagnostics.model import Catalogue, Words

WORDS_ZH: Catalogue = {
    "W0507": Words(
        "没有指标对应要素 `{element}`",
        "请在对应的指标中写 `covers {element}`，或增加一项指标",
    ),
    "W0508": Words(
        "`{part}` 没有对应任何要素",
        "请写 `covers` 和它评价的要素，或考虑是否需要这一项",
    ),
    "W0509": Words(
        "`{field}` 计了两次：`{first}` 也用到它",
        "请只留在其中一处，或用 `allow W0509 because …` 认可",
    ),
    "W0510": Words(
        "`{level}` 没有说明，不同的人理解可能不同",
        "请说明怎样才算 `{level}`：用引号写标签，或写 `note`",
    ),
}
"""Words by the same keys and with the same placeholders."""
