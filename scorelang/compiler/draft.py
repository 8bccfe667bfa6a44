"""The rubric while it is being compiled: what the passes have found so far.

What may be read before it is reached (derived values, parts, named scores, results) is
made on demand and once; asking for something that is being made is a cycle (E0207).
A pass fills its own entries and leaves the others alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Generic, TypeVar

import attrs

from scorelang.compiler.compose import Used
from scorelang.compiler.errors import WORDS
from scorelang.compiler.extend import Lineage
from scorelang.compiler.family import Family
from scorelang.compiler.scope import Scope
from scorelang.compiler.symbols import Symbols
from scorelang.compiler.typed import Typed
from scorelang.diagnostics.collector import Collector
from scorelang.library.loader import Loader
from scorelang.model.fields import Field
from scorelang.model.rubric import (
    Eligibility,
    Example,
    Grading,
    Let,
    Note,
    Override,
    Part,
    Population,
    ReasonOrder,
    RecordRule,
    Result,
    Score,
    Total,
    UsedRubric,
)
from scorelang.model.rules import ReasonCode, Table
from scorelang.model.types import ValueType
from scorelang.model.wording import Wording
from scorelang.numeric.rounding import DEFAULT_POINTS, Rounding
from scorelang.source.span import Span
from scorelang.source.structure import Structure
from scorelang.syntax import ast

_T = TypeVar("_T")

Opened = list[tuple[str, str]]

LONGEST_CHAIN = 40
"""How many names may wait for one another; no policy needs more, and a machine has an end."""


class OnDemand(Generic[_T]):
    """Things by name that are made when first asked for; ``None`` where that failed."""

    def __init__(self, word: str, make: Callable[[str], _T | None], draft: Draft) -> None:
        """``word`` says what the things are, for the message about a cycle."""
        self._word = word
        self._make = make
        self._draft = draft
        self._made: dict[str, _T | None] = {}

    def get(self, name: str, span: Span) -> _T | None:
        """Give one thing; ``None`` if it could not be made, which has been reported."""
        if name in self._made:
            return self._made[name]
        opened = self._draft.opened
        if (self._word, name) in opened:
            self._report_cycle(name, span)
            return None
        if len(opened) >= LONGEST_CHAIN:
            self._draft.collector.add(
                WORDS, "E0207.chain", span, first=opened[0][1], most=LONGEST_CHAIN
            )
            return None
        opened.append((self._word, name))
        try:
            found = self._make(name)
        finally:
            opened.pop()
        self._made[name] = found
        return found

    def made(self) -> Iterator[_T]:
        """Give what was made, in an order in which each reads only earlier ones."""
        return (thing for thing in self._made.values() if thing is not None)

    def _report_cycle(self, name: str, span: Span) -> None:
        opened = self._draft.opened
        circle = opened[opened.index((self._word, name)) :]
        path = " → ".join(f"`{each}`" for _, each in (*circle, (self._word, name)))
        self._draft.collector.add(WORDS, "E0207", span, name=name, path=path)


@attrs.frozen(eq=False, repr=False)
class Level(Structure):
    """A level of a scale: a share of full marks or points, and what it raises."""

    name: str
    share: Fraction | None
    points: Fraction | None
    label: str | None = None
    flags: tuple[str, ...] = ()
    reason: ReasonCode | None = None
    action: str | None = None
    note: str | None = None


@attrs.frozen(eq=False, repr=False)
class Scale(Structure):
    """The levels of a scale by name, best first as written."""

    name: str
    levels: dict[str, Level]


@attrs.frozen(eq=False, repr=False)
class KnownTable(Structure):
    """A table with the type of what it gives."""

    table: Table
    type: ValueType


@attrs.frozen(eq=False, repr=False)
class KnownLet(Structure):
    """A derived value and, apart, its expression with its type."""

    let: Let
    typed: Typed


@attrs.frozen(eq=False, repr=False)
class Asked(Structure):
    """A number that is perhaps meant in another unit: the words, and what they say of it."""

    key: str
    span: Span
    said: dict[str, object]


@attrs.define
class Draft:
    """All that is known of a rubric so far."""

    tree: ast.RubricDecl
    collector: Collector
    loader: Loader = attrs.field(factory=Loader)
    symbols: Symbols = attrs.field(factory=Symbols)
    fields: dict[str, Field] = attrs.field(factory=dict)
    scales: dict[str, Scale] = attrs.field(factory=dict)
    opened: Opened = attrs.field(factory=list)
    depths: dict[str, int] = attrs.field(factory=dict)
    """How many derived values stand behind each derived value, one behind the other."""
    scope: Scope = attrs.field(factory=Scope)
    lets: OnDemand[KnownLet] = attrs.field(init=False)
    tables: OnDemand[KnownTable] = attrs.field(init=False)
    parts: OnDemand[Part] = attrs.field(init=False)
    scores: OnDemand[Score] = attrs.field(init=False)
    results: OnDemand[Result] = attrs.field(init=False)
    used: OnDemand[UsedRubric] = attrs.field(init=False)
    family: Family = attrs.field(init=False)
    uses: dict[str, Used] = attrs.field(factory=dict)
    lineage: Lineage | None = None
    is_whole: bool = True
    validity: ast.VersionDecl | None = None
    read_lets: set[str] = attrs.field(factory=set)
    own_tables: dict[str, Table] = attrs.field(factory=dict)
    populations: dict[str, Population] = attrs.field(factory=dict)
    default_missing: ast.MissingClause | None = None
    default_rounding: tuple[Rounding, ...] = (DEFAULT_POINTS,)
    total: Total | None = None
    grading: Grading | None = None
    classes: list[Grading] = attrs.field(factory=list)
    eligibility: list[Eligibility] = attrs.field(factory=list)
    overrides: list[Override] = attrs.field(factory=list)
    rules: list[RecordRule] = attrs.field(factory=list)
    reasons: ReasonOrder | None = None
    examples: list[Example] = attrs.field(factory=list)
    notes: list[Note] = attrs.field(factory=list)
    elements: list[str] = attrs.field(factory=list)
    version: str | None = None
    wording: Wording = attrs.field(factory=Wording)
    asked: list[Asked] = attrs.field(factory=list)
    told: set[tuple[str, str]] = attrs.field(factory=set)

    def report_once(self, cause: str, key: str, span: Span, **arguments: object) -> None:
        """Report a finding whose cause lies elsewhere the first time it shows."""
        if (key, cause) not in self.told:
            self.told.add((key, cause))
            self.report(key, span, **arguments)

    def report(self, key: str, span: Span, **arguments: object) -> None:
        """Report a finding in the words of this room."""
        self.collector.add(WORDS, key, span, labels=(), witness=None, fixes=(), **arguments)
