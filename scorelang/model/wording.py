"""What the file says of each declaration, so that a policy can be read back as it was written.

Meaning stands in the other files of the model; here are only words. Nothing is scored by them.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from scorelang.source.span import Span
from scorelang.source.structure import Structure


@attrs.frozen(eq=False, repr=False)
class SaidClause(Structure):
    """One clause as written; ``kind`` is what it is about: ``max``, ``applies`` and so on."""

    kind: str
    text: str


@attrs.frozen(eq=False, repr=False)
class Said(Structure):
    """One declaration: its kind and name, what it is about, its formula or condition, clauses.

    ``subject`` is what stands behind ``of``; ``text`` a formula, a condition or the values of a
    table. Each of ``clauses`` is one clause as written, provenance aside. ``marks`` are words
    that say how it is read (``worst first``), in the canonical form; ``taken_from`` is another
    file it stands in; ``rows`` are comparisons in pairs, or fields with what they are given.
    """

    kind: str
    name: str
    subject: str = ""
    text: str = ""
    clauses: tuple[SaidClause, ...] = ()
    label: str | None = None
    marks: tuple[str, ...] = ()
    taken_from: str | None = None
    rows: tuple[tuple[str, ...], ...] = ()

    def clause(self, kind: str) -> str | None:
        """Give the text of the first clause of a kind."""
        return next((each.text for each in self.clauses if each.kind == kind), None)


@attrs.frozen(eq=False, repr=False)
class SaidLine(Structure):
    """One line of a rule: what stands before the colon, what behind it, clauses included."""

    guard: str
    gives: str


@attrs.frozen(eq=False, repr=False)
class Wording(Structure):
    """All declarations in the order of the file; the lines of rules by their places.

    ``comma`` is what stands between the clauses of this file, ``levels`` are the labels of the
    levels of scales, by the names of both.
    """

    declarations: tuple[Said, ...] = ()
    lines: Mapping[Span, SaidLine] = attrs.field(factory=dict)
    comma: str = ", "
    levels: Mapping[tuple[str, str], str] = attrs.field(factory=dict)

    def of(self, kind: str, name: str) -> Said:
        """Give what was said of a declaration; empty where nothing is known."""
        found = (each for each in self.declarations if (each.kind, each.name) == (kind, name))
        return next(found, Said(kind, name))

    def all_of(self, kind: str) -> tuple[Said, ...]:
        """Give all declarations of a kind."""
        return tuple(each for each in self.declarations if each.kind == kind)

    def line(self, span: Span | None) -> SaidLine | None:
        """Give the words of the line at a place."""
        return None if span is None else self.lines.get(span)
