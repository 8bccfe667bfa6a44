"""The words of ``errors.py`` in Chinese."""

from __future__ import annotations

from scorelang.diagnostics.model import Catalogue, Words

WORDS_ZH: Catalogue = {
    "E0317": Words(
        "标签 `{label}` 写的单位是{unit}，而 `{name}` 按{own}读取",
        "两者之一有误：请写 `{clause}`，或更正标签",
    ),
    "E0317.money": Words(
        "标签 `{label}` 写的单位是{unit}，而 `{name}` 把不带单位的数按元读取",
        "请在数据项后写 `{clause}`，或去掉标签中的单位",
    ),
    "E0317.percent": Words(
        "标签 `{label}` 写的单位是{unit}，而 `{name}` 把不带单位的数按比例读取：0.8 即 80%",
        "请在数据项后写 `{clause}`，或去掉标签中的单位",
    ),
    "E0317.period": Words(
        "标签 `{label}` 写的单位是{unit}，而 `{name}` 把不带单位的数按天读取",
        "请在数据项后写 `{clause}`，或去掉标签中的单位",
    ),
    "E0317.unknown": Words(
        "标签 `{label}` 写的单位是{unit}，与 `{name}` 的单位不同",
        "请先把该列换算成数据项的单位，再更正标签",
    ),
}
"""Words by the same keys and with the same placeholders."""
