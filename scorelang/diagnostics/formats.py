"""The formats of findings by the name that ``--format`` takes.

In: a name. Out: a renderer; all have one signature, so that the command line need not
know them. A format ignores what does not concern it: machine formats have no colours,
and say the same in every language except for the words of the findings themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from scorelang.diagnostics.model import Diagnostic
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


class _Formats(Mapping[str, Renderer]):
    """The renderers; those for machines are loaded when one is asked for."""

    _names = ("text", "concise", "json", "sarif", "github", "junit")

    def __getitem__(self, name: str) -> Renderer:
        if name not in self._names:
            raise KeyError(name)
        if name == "text":
            return render
        if name == "concise":
            return render_concise
        from scorelang.diagnostics import render_machine as machine  # noqa: PLC0415  as said above

        found: Renderer = getattr(machine, f"to_{name}")
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


FORMATS: Mapping[str, Renderer] = _Formats()
