"""Cells that hold words: categories, yes and no.

A category is read by exact name, label or alias, where letter case counts; yes and no
in any case. The trouble (``R0107``, ``R0108``) names the spelling that was likely meant.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from scorelang.diagnostics.suggest import did_you_mean
from scorelang.model.fields import Field
from scorelang.records.decimals import to_ascii
from scorelang.records.trouble import Trouble

YES_NO: Mapping[str, bool] = MappingProxyType(
    {
        **dict.fromkeys(("yes", "true", "1", "是"), True),
        **dict.fromkeys(("no", "false", "0", "否"), False),
    },
)


_LIKELY: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("y", "t", "on", "ok", "有", "对", "√", "✓", "✔", "☑"), "R0108.yes"),
        **dict.fromkeys(("存在", "属实", "发生", "已发生", "是的"), "R0108.yes"),
        **dict.fromkeys(("n", "f", "off", "none", "nil", "无", "没有", "不是", "不"), "R0108.no"),
        **dict.fromkeys(("x", "×", "✕", "✖", "✗", "✘", "☒", "错"), "R0108.no"),
        **dict.fromkeys(("不存在", "未发生", "没发生"), "R0108.no"),
    }
)
"""What people write for yes and no and is not read: the message says what to write instead."""


def spellings_of(field: Field) -> Mapping[str, str]:
    """Give the name of a category value by each of its spellings; names come first."""
    found = {one.name: one.name for one in field.categories}
    for one in field.categories:
        for spelling in (one.label, *one.also):
            if spelling is not None:
                found.setdefault(spelling, one.name)
    return found


def make_category_reader(field: Field) -> Callable[[str], str | Trouble]:
    """Give the reading of stripped, not empty texts of a category."""
    names = spellings_of(field)
    # A value declared with spaces around it can still be met: cells come without them.
    names = {spelling.strip(): name for spelling, name in names.items()}

    def read(text: str) -> str | Trouble:
        found = names.get(text)
        return found if found is not None else _unknown(text, names)

    return read


def read_yes_no(text: str) -> bool | Trouble:
    """Read a stripped text as yes or no, in any letter case."""
    plain = to_ascii(text).lower()
    found = YES_NO.get(plain)
    return Trouble(_LIKELY.get(plain, "R0108")) if found is None else found


def _unknown(text: str, names: Mapping[str, str]) -> Trouble:
    near = did_you_mean(text, names)
    if near is None:
        return Trouble("R0107")
    if near.casefold() == text.casefold():
        return Trouble("R0107.case", (("near", near),))
    return Trouble("R0107.near", (("near", near),))
