"""Days as they are written on the command line."""

from __future__ import annotations

import datetime as dt

from scorelang.cli.failure import fail
from scorelang.cli.terms import TERMS


def read_day(text: str | None, option: str) -> dt.date | None:
    """Read a day such as ``2024-01-31``; anything else ends the run."""
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError:
        fail("U0208", value=text, expected=TERMS["a day"], option=option, example="2024-01-31")
