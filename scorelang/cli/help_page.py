"""The page of ``--help`` in the language being spoken.

click lays out English; Chinese has no spaces to break lines at and its signs are two cells
wide, so its lines are broken here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final
from unicodedata import east_asian_width

import click

from scorelang.cli.help_words import HELP
from scorelang.diagnostics.language import CHINESE, spoken

_EXTRA: Final = re.compile(r"^(?P<text>.*?)(?:\s+\[(?P<extra>[^\]]*)\])?$", re.DOTALL)
_PIECES: Final = re.compile(r"\s+|[!-~]+|.")
_NEVER_FIRST: Final = frozenset("，。；：、）”？！")
_FIRST_COLUMN: Final = 30


class SpokenFormatter(click.HelpFormatter):
    """click's page, its words looked up in the language being spoken."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line of usage."""
        for words in ("[OPTIONS]", "VERB ..."):
            args = args.replace(words, HELP[words])
        super().write_usage(prog, args, HELP["Usage: "] if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        super().write_heading(HELP.said(heading))

    def write_text(self, text: str) -> None:
        """Write running text."""
        if spoken() != CHINESE:
            super().write_text(text)
            return
        indent = " " * self.current_indent
        for line in _wrap(_say(text), self.width - self.current_indent):
            self.write(f"{indent}{line}\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write a list of names with what they mean."""
        rows = list(rows)
        if spoken() != CHINESE:
            super().write_dl(rows, col_max, col_spacing)
            return
        first = min(max((len(name) for name, _ in rows), default=0), _FIRST_COLUMN) + col_spacing
        indent = " " * self.current_indent
        for name, text in rows:
            lines = list(_wrap(_say(text), self.width - self.current_indent - first))
            if len(name) + col_spacing > first:
                self.write(f"{indent}{name}\n")
                name = ""  # noqa: PLW2901  it stands on a line of its own
            for line in lines or [""]:
                self.write(f"{indent}{name:<{first}}{line}".rstrip() + "\n")
                name = ""  # noqa: PLW2901  only once


class SpokenContext(click.Context):
    """A run of a verb whose page of help is said in the language being spoken."""

    formatter_class = SpokenFormatter


def _say(text: str) -> str:
    plain = " ".join(text.split())
    if plain in HELP:
        return HELP[plain]
    found = _EXTRA.match(plain)
    assert found is not None, "anything fits"
    said = HELP.said(found["text"])
    if found["extra"] is None:
        return said
    return f"{said}  [{'; '.join(map(_say_extra, found['extra'].split('; ')))}]"


def _say_extra(extra: str) -> str:
    name, colon, value = extra.partition(": ")
    return f"{HELP.said(f'{name}: ')}{value}" if colon else HELP.said(extra)


def _wrap(text: str, width: int) -> Iterator[str]:
    """Break a text into lines of so many cells; words of Latin letters stay whole."""
    line = ""
    for piece in _PIECES.findall(text):
        if _cells(line + piece) > width and line.strip() and piece not in _NEVER_FIRST:
            yield line.rstrip()
            line = ""
        line += piece if line or piece.strip() else ""
    if line.strip():
        yield line.rstrip()


def _cells(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
