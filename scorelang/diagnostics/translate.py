"""Findings said again in another language.

In: a diagnostic and a catalogue of another language. Out: the same finding with that
catalogue's words for its ``key`` and ``arguments``. A key that the catalogue does not
have stays English, help included, so that two languages never mix in one sentence.
Labels, fixes and witnesses were worded by their room and stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from scorelang.diagnostics.model import Diagnostic, Words


def translate(diagnostic: Diagnostic, catalogue: Mapping[str, Words]) -> Diagnostic:
    """Say a finding in the words of ``catalogue``.

    A template that asks for an argument which the finding lacks is our bug and raises
    ``KeyError``; the tests compare the placeholders of all catalogues.
    """
    said = catalogue.get(diagnostic.key)
    if said is None:
        return diagnostic
    arguments = dict(diagnostic.arguments)
    return attrs.evolve(
        diagnostic,
        message=said.message.format(**arguments),
        help=said.help.format(**arguments) if said.help else None,
    )
