"""Which names a text declares, also a text that cannot be read; and which words name nothing.

In: a word and the text. Out: whether it is a column, a derived value, or a name in quotes.
"""

from __future__ import annotations

import re
from typing import Final

_RECORDS: Final = re.compile(r"(?:(?<!\w)record|数据项)\s*[{｛](?P<inside>[^}｝]*)")
ORDINARY: Final = frozenset(
    (
        *("at", "of", "for", "by", "on", "in", "to", "from", "with", "within", "between", "per"),
        *("best", "top", "bottom", "lowest", "highest", "worst", "last", "next", "rest", "first"),
        *("if", "when", "unless", "while", "than", "then", "else", "and", "or", "each", "every"),
        *("is", "are", "was", "be", "has", "have", "must", "should", "gets", "gives", "as", "up"),
        *("more", "less", "over", "under", "above", "below", "before", "after", "until", "since"),
        *("max", "min", "sum", "mean", "average", "count", "round", "any", "all", "the", "a", "an"),
        *(
            "之一",
            "以上",
            "以下",
            "以内",
            "以后",
            "以前",
            "当",
            "为",
            "是",
            "的",
            "按",
            "分",
            "前",
            "后",
            "末",
        ),
        *(
            "最后",
            "倒数",
            "得",
            "且",
            "或",
            "和",
            "与",
            "均",
            "都",
            "比",
            "距",
            "中",
            "每",
            "至",
            "到",
        ),
    )
)
"""Words of sentences: a name of several words has none of them at its end or beginning."""


def is_field(name: str, text: str) -> bool:
    """Whether a name is that of a column or of a derived value.

    >>> is_field("x", "record { x number"), is_field("y", "let y = 2"), is_field("x", "x number")
    (True, True, False)
    """
    plain = re.escape(name)
    if re.search(rf"(?m)^\s*(?:let|score|计算|得分项)\s+{plain}(?!\w)", text):
        return True
    column = re.compile(rf"(?m)^\s*(?:(?:key|编号)\s+)?{plain}(?!\w)")
    return any(column.search(each["inside"]) for each in _RECORDS.finditer(text))


def may_be_a_name(words: str, text: str) -> bool:
    """Whether several words may be one name: no word of a sentence, no column among them."""
    if is_quoted(words, text):
        return True
    return not any(piece.lower() in ORDINARY or is_field(piece, text) for piece in words.split())


def is_quoted(words: str, text: str) -> bool:
    """Whether the text has these words as a name in quotes elsewhere."""
    return f"「{words}」" in text or f"`{words}`" in text
