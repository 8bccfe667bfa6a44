"""What a finding is: code, severity, place, words, evidence.

A diagnostic is a value. It carries the key of its words and their arguments,
so that it can be said in another language later, beside the English text.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping

import attrs

from scorelang.source.span import Span
from scorelang.source.structure import Structure


class Severity(enum.Enum):
    """How much a finding matters: an error keeps the rubric from being used."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@attrs.frozen(eq=False, repr=False)
class Words(Structure):
    """The words of one message as templates for ``str.format``: the problem and the cure."""

    message: str
    help: str | None = None


@attrs.frozen(eq=False, repr=False)
class Label(Structure):
    """A related place, with a short text that says why it matters."""

    span: Span
    text: str


@attrs.frozen(eq=False, repr=False)
class Fix(Structure):
    """A change of the source that cures the finding."""

    span: Span
    replacement: str
    text: str


@attrs.frozen(eq=False, repr=False)
class Witness(Structure):
    """Evidence: values of fields (as they would stand in a record) and what they lead to.

    ``values`` are pairs of name and text; ``outcome`` is one short phrase or empty.
    """

    values: tuple[tuple[str, str], ...]
    outcome: str = ""


@attrs.frozen(eq=False, repr=False)
class Diagnostic(Structure):
    """One finding about a rubric, a configuration or a record."""

    code: str
    severity: Severity
    span: Span | None
    message: str
    help: str | None = None
    labels: tuple[Label, ...] = ()
    witness: Witness | None = None
    fixes: tuple[Fix, ...] = ()
    key: str = ""
    arguments: tuple[tuple[str, str], ...] = ()


Catalogue = Mapping[str, Words]
"""Words by key; a key is a code, or a code, a dot and a variant (`E0301.decimal`)."""
