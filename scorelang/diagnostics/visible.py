"""Text of others made safe to print, and how many columns it takes.

In: any text (a rubric, a name in a message, a path). Out: one line of text without
control characters, bidirectional overrides or invisible format characters; these
appear as ``<U+202E>``. A tab becomes four spaces. The result does not depend on the
terminal; widths are those of Unicode, where a Chinese character takes two columns.
"""

from __future__ import annotations

import re
import unicodedata

_TAB = "    "
_ABOVE_ASCII = re.compile("[\x7f-\U0010ffff]")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_visible(text: str) -> str:
    r"""Show hidden characters by number.

    >>> to_visible("a\u202eb")
    'a<U+202E>b'
    """
    if text.isprintable():
        return text
    return "".join(_show(char) for char in text)


def count_columns(text: str) -> int:
    """Count the columns that visible text takes.

    >>> count_columns("付款 ok")
    7
    """
    if text.isascii():
        return len(text)
    from wcwidth import wcwidth  # noqa: PLC0415  most texts are ASCII, and its tables are large

    return sum(max(0, wcwidth(char)) for char in text)


def escape_for_json(dumped: str) -> str:
    r"""Write hidden characters of dumped JSON as ``\uXXXX``; its value stays the same."""
    return _ABOVE_ASCII.sub(lambda found: _json_escape(found.group()), dumped)


def replace_for_xml(text: str) -> str:
    """Show hidden characters by number, line breaks and tabs aside; the rest fits XML 1.0."""
    shown = text
    if not text.isprintable():
        kept = "\t\n"
        shown = "".join(char if char in kept else _show(char) for char in text)
    return _NOT_XML.sub("\ufffd", shown)


def is_hidden(char: str) -> bool:
    """Whether a character steers the terminal or the layout instead of being seen."""
    return unicodedata.category(char) in _HIDDEN


def _show(char: str) -> str:
    if char == "\t":
        return _TAB
    return f"<U+{ord(char):04X}>" if is_hidden(char) else char


def _json_escape(char: str) -> str:
    if not is_hidden(char):
        return char
    units = char.encode("utf-16-be", "surrogatepass")
    pairs = (units[index : index + 2] for index in range(0, len(units), 2))
    return "".join(f"\\u{pair.hex()}" for pair in pairs)
