"""The one exception of this room: an input that cannot be read at all.

It carries diagnostics (codes ``U01..``), so that it is shown like every other finding.
A single bad record never raises it; that is a ``Rejection``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

import attrs

from scorelang.diagnostics.collector import make
from scorelang.diagnostics.model import Diagnostic, Severity
from scorelang.diagnostics.system_words import say_reason
from scorelang.diagnostics.visible import to_visible
from scorelang.records.errors import WORDS


class UnreadableInput(Exception):  # noqa: N818  named for what the caller meets
    """The input as a whole cannot be used; ``diagnostics`` say why."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("; ".join(found.message for found in diagnostics))
        self.diagnostics = diagnostics


def refuse(key: str, **arguments: object) -> NoReturn:
    """Raise ``UnreadableInput`` with the words of ``key``."""
    raise UnreadableInput(_make(key, arguments))


def note(key: str, **arguments: object) -> Diagnostic:
    """Make a remark about an input that is read nevertheless."""
    return attrs.evolve(_make(key, arguments), severity=Severity.NOTE)


def _make(key: str, arguments: Mapping[str, object]) -> Diagnostic:
    texts: dict[str, Any] = {name: to_visible(str(text)) for name, text in arguments.items()}
    if "reason" in texts:
        texts["reason"] = say_reason(texts["reason"])
    return make(WORDS, key, None, **texts)
