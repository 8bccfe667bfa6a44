"""How names of columns are compared, and how many are listed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from scorelang.diagnostics.visible import to_visible
from scorelang.records.terms import TERMS

_LISTED = 20
_WIDE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_AROUND_WIDE = re.compile(f"(?<=[{_WIDE}]) | (?=[{_WIDE}])")
_INSIDE_BRACKETS = re.compile(r"(?<=[(\[{]) | (?=[()\[\]{}])|(?<=[)\]}]) ")


def plain(name: str) -> str:
    r"""Give a name as it is compared: NFKC, letter case ignored, white space folded.

    Line breaks are white space. Chinese is written without spaces, so there and at brackets
    they do not count at all.

    >>> plain(" Days\n Late ") == plain("days late"), plain("逾期\n天数 （天）")
    (True, '逾期天数(天)')
    """
    if name.isascii() and name.isidentifier():
        return name.casefold()
    folded = " ".join(unicodedata.normalize("NFKC", name).split())
    return _INSIDE_BRACKETS.sub("", _AROUND_WIDE.sub("", folded)).casefold()


def list_names(names: Iterable[str]) -> str:
    """List names in back-ticks, not endlessly many and none of them endless."""
    listed = list(names)
    shown = TERMS[", "].join(
        f"`{to_visible(name if len(name) <= 60 else name[:60] + '…')}`" for name in listed[:_LISTED]
    )
    if len(listed) <= _LISTED:
        return shown
    return TERMS["{shown} … ({count} in all)"].format(shown=shown, count=len(listed))
