"""The formats of findings by the name that ``--format`` takes.

In: a name. Out: a renderer; all have one signature, so that the command line need not
know them. A format ignores what does not concern it: machine formats have no colours,
and say the same in every language except for the words of the findings themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Protocol

from scorelang.diagnostics.model import Diagnostic
from scorelang.diagnostics.render_machine import to_github, to_json, to_junit, to_sarif
from scorelang.diagnostics.render_text import render, render_concise
from scorelang.source.text import SourceText


class Renderer(Protocol):
    """Turns findings into text; ``tool`` names the program, ``lang`` the fixed words."""

    def __call__(
        self,
        diagnostics: Iterable[Diagnostic],
        sources: Mapping[str, SourceText],
        *,
        color: bool = False,
        tool: str = "scorelang",
        lang: str = "en",
    ) -> str:
        """Give the whole output."""
        ...  # pragma: no cover  a protocol is never called


FORMATS: Mapping[str, Renderer] = MappingProxyType(
    {
        "text": render,
        "concise": render_concise,
        "json": to_json,
        "sarif": to_sarif,
        "github": to_github,
        "junit": to_junit,
    },
)
