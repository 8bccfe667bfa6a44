"""Collects diagnostics while passes run.

The words come from the catalogue of the room that reports; the severity comes
from the register. The collector reports one problem once and gives a stable order.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from scorelang.diagnostics.codes import CODES
from scorelang.diagnostics.model import Catalogue, Diagnostic, Fix, Label, Severity, Witness
from scorelang.diagnostics.places import sort_findings
from scorelang.diagnostics.quoting import quote
from scorelang.source.span import Span

_LEFT_OUT: Final = frozenset(("E0402", "E0404", "E0405", "E0406"))


class Collector:
    """Findings of one run over one rubric."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, Span | None, str], Diagnostic] = {}

    def add(  # noqa: PLR0913  a diagnostic has that many parts
        self,
        words: Catalogue,
        key: str,
        span: Span | None,
        *,
        labels: Iterable[Label] = (),
        witness: Witness | None = None,
        fixes: Iterable[Fix] = (),
        **arguments: object,
    ) -> Diagnostic:
        """Report ``key`` (a code, or a code, a dot and a variant) at ``span``."""
        diagnostic = make(
            words, key, span, labels=labels, witness=witness, fixes=fixes, **arguments
        )
        return self._found.setdefault((key, span, diagnostic.message), diagnostic)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Take over findings made elsewhere."""
        for diagnostic in diagnostics:
            self._found.setdefault(
                (diagnostic.key, diagnostic.span, diagnostic.message), diagnostic
            )

    @property
    def has_errors(self) -> bool:
        """Whether any finding keeps the rubric from being used."""
        return any(found.severity is Severity.ERROR for found in self._found.values())

    @property
    def leaves_records_out(self) -> bool:
        """Whether it was found that some records find no line in a part."""
        return any(found.code in _LEFT_OUT for found in self._found.values())

    def sorted(self) -> tuple[Diagnostic, ...]:
        """Give all findings by place, then code."""
        return sort_findings(self._found.values())


def make(  # noqa: PLR0913  a diagnostic has that many parts
    words: Catalogue,
    key: str,
    span: Span | None,
    *,
    labels: Iterable[Label] = (),
    witness: Witness | None = None,
    fixes: Iterable[Fix] = (),
    **arguments: object,
) -> Diagnostic:
    """Make one diagnostic from the words of its room."""
    code = key.partition(".")[0]
    texts = {name: str(value) for name, value in arguments.items()}
    said = words[key]
    return Diagnostic(
        code=code,
        severity=CODES[code].severity,
        span=span,
        message=quote(said.message).format(**texts),
        help=quote(said.help).format(**texts) if said.help else None,
        labels=tuple(labels),
        witness=witness,
        fixes=tuple(fixes),
        key=key,
        arguments=tuple(texts.items()),
    )
