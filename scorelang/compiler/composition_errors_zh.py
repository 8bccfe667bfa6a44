"""The words of ``composition_errors.py`` in Chinese."""

from __future__ import annotations

from scorelang.diagnostics.model import Catalogue, Words

WORDS_ZH: Catalogue = {
    "E0615.applicable": Words(
        "这里无法得知 `{alias}` 中适用部分的满分", "请在 `{alias}` 中写成结果，再引用该结果"
    ),
}
"""Words by the same keys and with the same placeholders."""
