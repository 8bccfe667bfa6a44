"""Drawing of pages for a terminal: text that is printed as it is, at a width that is given.

In: tables and texts. Out: one text. Names are shown without control characters and are
never read as markup; nothing depends on the terminal but the width its caller hands in.
"""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich.console import Console, RenderableType
from rich.text import Text

from scorelang.diagnostics.visible import to_visible

FIXED_WIDTH = 120
"""The width of a page where there is no terminal, so that a file never depends on a window."""


def printed(text: str, style: str = "") -> Text:
    """Give text that is printed as it is, hidden characters by number."""
    return Text(to_visible(text), style=style)


def draw(page: Iterable[RenderableType], *, color: bool, width: int) -> str:
    """Draw a page."""
    target = io.StringIO()
    console = Console(
        file=target,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    for part in page:
        console.print(part)
    lines = target.getvalue().splitlines()
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"
