"""The long page of a code, for ``scorelang explain E0403``.

In: a code as somebody typed it. Out: its page, which says why the fault matters and
shows a wrong and a right rubric; a code without a page gives its line of the register.
An unknown code gives nothing; ``suggest_code`` then names the nearest.
"""

from __future__ import annotations

from collections.abc import Callable

from scorelang import resources
from scorelang.diagnostics.codes import CODES
from scorelang.diagnostics.language import ENGLISH, spoken
from scorelang.diagnostics.suggest import did_you_mean

Page = Callable[[str, str], str | None]
"""Gives the page of a code in a language."""


def explain(code: str, page: Page = resources.error_page) -> str | None:
    """Give the page of a code in the language being spoken; nothing if there is no such code."""
    known = CODES.get(code.strip().upper())
    if known is None:
        return None
    words = known.name.replace("-", " ")
    return (
        page(known.code, spoken())
        or page(known.code, ENGLISH)
        or f"# {known.code}: {words} ({known.severity.value})\n"
    )


def suggest_code(code: str) -> str | None:
    """Give the nearest code for one that does not exist; the name of a fault will do, too."""
    written = code.strip()
    by_name = {found.name: found.code for found in CODES.values()}
    near = did_you_mean(written.upper(), CODES) or did_you_mean(written, by_name)
    return by_name.get(near, near) if near else None
