"""The format of a page that a verb writes: as asked, by the ending of the file, else text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scorelang.cli.failure import fail
from scorelang.cli.output import STANDARD

FINDINGS: Mapping[str, str] = {"txt": "text", "json": "json", "sarif": "sarif", "xml": "junit"}
"""What the ending of a file of findings says of its format."""

TRIALS: Mapping[str, str] = {"txt": "text", "json": "json", "xml": "junit"}
PLAIN: Mapping[str, str] = {"txt": "text", "json": "json"}
DRAWN: Mapping[str, str] = {"txt": "table", "json": "json"}


def page_format(
    asked: str | None, output: str | None, endings: Mapping[str, str], usual: str
) -> str:
    """Choose the format; ``usual`` on standard output and for names without an ending.

    An ending that says nothing is ``U0205``: a page of text called ``p.xlsx`` would open in
    no program.
    """
    if asked is not None:
        return asked
    if output is None or output == STANDARD:
        return usual
    ending = ending_of(output)
    if not ending:
        return usual
    known = ", ".join(f"`.{each}`" for each in endings)
    return endings.get(ending) or fail("U0205.page", path=output, known=known)


def require_rubric_name(path: str) -> None:
    """Refuse to write a rubric under the ending of a table or a document."""
    if ending_of(path) not in {"", "rubric", "txt"}:
        fail("U0205.rubric", path=path)


def ending_of(path: str) -> str:
    """Give the ending of a name in small letters, without its point.

    >>> ending_of("a/Results.JSON"), ending_of("/dev/null")
    ('json', '')
    """
    return Path(path).suffix.lower().removeprefix(".")
