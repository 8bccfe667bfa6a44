"""What ``check`` would warn of, said in one line by the verbs that score (``U0221``).

A warning is where a policy may say something else than it means; results must not go out
without a word of it.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from scorelang.api import Rubric
from scorelang.cli.failure import failure
from scorelang.diagnostics.model import Diagnostic, Severity

_NO_RESULT = frozenset({"W0201", "W0202", "W0507", "W0508", "W0509", "W0510", "W0601", "W0602"})
"""What is not used, not described or not checked yet changes no result."""


def warnings_noted(rubrics: Iterable[Rubric]) -> tuple[Diagnostic, ...]:
    """Give a note for each rubric that ``check`` warns of, with the first of its warnings."""
    return tuple(_note(rubric) for rubric in rubrics if _warnings(rubric))


def _warnings(rubric: Rubric) -> list[Diagnostic]:
    return [
        found
        for found in rubric.warnings
        if found.severity is Severity.WARNING and found.code not in _NO_RESULT
    ]


def _note(rubric: Rubric) -> Diagnostic:
    found = _warnings(rubric)
    first, path = found[0], rubric.source.path
    line = 1 if first.span is None else rubric.source.position(first.span.start).line
    key = "U0221.one" if len(found) == 1 else "U0221"
    said = failure(
        key, path=path, count=len(found), code=first.code, line=line, message=first.message
    )
    return attrs.evolve(said.diagnostics[0], severity=Severity.NOTE)
