"""How names of columns are compared, said and listed, and which look like those of keys."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from scorelang.diagnostics.visible import to_visible
from scorelang.model.fields import Field
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


_KEY_NAMES = re.compile(
    r"(^id$|[_\s-]id$|编号|编码|代码|代号|序号|工号|[_\s-](?:no|code|number)\.?$)", re.IGNORECASE
)


def looks_like_key(heading: str) -> bool:
    """Whether a heading names what records are known by: ``Customer ID``, ``供应商编号``."""
    return _KEY_NAMES.search(" ".join(heading.split())) is not None


def said_name(field: Field) -> str:
    """Give the name of a field as a file has it: ``last profit``, in Chinese ``上期 利润``."""
    if field.last_of is None:
        return field.name
    return TERMS["last {name}"].format(name=field.last_of)


def list_names(names: Iterable[str]) -> str:
    """List names in back-ticks, not endlessly many and none of them endless."""
    listed = list(names)
    shown = TERMS[", "].join(
        f"`{to_visible(name if len(name) <= 60 else name[:60] + '…')}`" for name in listed[:_LISTED]
    )
    if len(listed) <= _LISTED:
        return shown
    return TERMS["{shown} … ({count} in all)"].format(shown=shown, count=len(listed))
