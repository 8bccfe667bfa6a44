"""Every word a user reads from the formatter: I0201, a fault of ours, never of the rubric."""

from __future__ import annotations

from scorelang.diagnostics.language import InBoth
from scorelang.diagnostics.model import Catalogue, Words
from scorelang.formatter.errors_zh import WORDS_ZH

_REPORT = "the file was left as it is; this is our mistake, please report it with the file"

_ENGLISH: Catalogue = {
    "I0201.unreadable": Words("the formatted text cannot be read again: {found}", _REPORT),
    "I0201.meaning": Words("formatting would change what the rubric says", _REPORT),
    "I0201.comments": Words("formatting would lose or change a comment", _REPORT),
    "I0201.deep": Words("an expression is nested too deeply", "split it with `let`"),
    "I0201.unstable": Words("formatting twice gives two different texts", _REPORT),
}

WORDS = InBoth(_ENGLISH, WORDS_ZH)
