"""What is known while ranges are worked out: fields, derived values, tables, scores.

A scope is a value. ``narrowed``, ``given`` and ``with_…`` give a new one; what is said of
an expression holds wherever an equal expression stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

import attrs

from scorelang.bounds.reach import Reach, as_number, exactly, meet
from scorelang.compiler.work import Work
from scorelang.model.expressions import Expr, FieldValue
from scorelang.model.fields import Field
from scorelang.model.rubric import Population, Range
from scorelang.model.rules import Table
from scorelang.model.types import Value
from scorelang.numeric.interval import ALL_NUMBERS, Grid, Interval
from scorelang.numeric.interval_arithmetic import hull, only
from scorelang.source.structure import Structure


@attrs.frozen(eq=False, repr=False)
class ScoreReach(Structure):
    """What the points of a part or named score can be."""

    range: Range
    grid: Grid = ALL_NUMBERS
    missing: bool = True
    levels: tuple[str, ...] = ()

    @property
    def numbers(self) -> Interval:
        """The points as an interval."""
        return Interval(self.range.low, self.range.high)


@attrs.frozen(eq=False, repr=False)
class UsedScope(Structure):
    """What is known of a used rubric, and whether it scores every record.

    A search also knows the ``inputs`` of its fields, ``limits`` worth a try for them, and what
    is known of it where its record is (``at``).
    """

    scope: Scope
    always_scores: bool
    inputs: Mapping[str, Expr] = attrs.field(factory=dict)
    limits: frozenset[Fraction] = frozenset()
    at: Callable[[Scope], Scope] | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(eq=False, repr=False)
class Scope(Structure):
    """All that expressions can name, and what is known beyond it (``known``)."""

    fields: Mapping[str, Field] = attrs.field(factory=dict)
    lets: Mapping[str, Expr] = attrs.field(factory=dict)
    tables: Mapping[str, Table] = attrs.field(factory=dict)
    populations: Mapping[str, Population] = attrs.field(factory=dict)
    scores: Mapping[str, ScoreReach] = attrs.field(factory=dict)
    results: Mapping[str, Expr] = attrs.field(factory=dict)
    total: ScoreReach | None = None
    grades: tuple[str, ...] = ()
    classes: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    used: Mapping[str, UsedScope] = attrs.field(factory=dict)
    known: Mapping[Expr, Reach] = attrs.field(factory=dict)
    rules: tuple[Expr, ...] = ()
    """The conditions that every record meets, so far as its values are known."""
    work: Work = attrs.field(factory=Work, eq=False, repr=False)
    wide: Scope | None = attrs.field(default=None, eq=False, repr=False)
    """The scope this one was narrowed from; what holds there holds here, too."""
    steps: dict[str, Fraction | None] = attrs.field(factory=dict, eq=False, repr=False)
    """The steps of derived values, which no narrowing changes."""
    computed: dict[str, Reach] = attrs.field(factory=dict, eq=False, repr=False, init=False)
    taken: dict[int, tuple[object, object]] = attrs.field(
        factory=dict, eq=False, repr=False, init=False
    )
    """The branches taken of a rule, by its identity: asked for again and again."""
    extremes: dict[tuple[str, bool, Fraction], tuple[Fraction, dict[str, Value]] | None] = (
        attrs.field(factory=dict, eq=False, repr=False, init=False)
    )
    """The records with the most and the least points of parts that were looked for."""

    @classmethod
    def of(
        cls,
        fields: Iterable[Field],
        tables: Iterable[Table] = (),
        populations: Iterable[Population] = (),
    ) -> Scope:
        """Make the scope of a record, before anything is computed."""
        return cls(
            fields={field.name: field for field in fields},
            tables={table.name: table for table in tables},
            populations={population.name: population for population in populations},
        )

    def with_let(self, name: str, value: Expr) -> Scope:
        """Add a derived value."""
        return attrs.evolve(self, lets={**self.lets, name: value})

    def with_score(
        self,
        name: str,
        found: Range,
        grid: Grid = ALL_NUMBERS,
        *,
        missing: bool = True,
        levels: tuple[str, ...] = (),
    ) -> Scope:
        """Add the points of a part or a named score, and the levels a part can take."""
        score = ScoreReach(found, grid, missing, levels)
        return attrs.evolve(self, scores={**self.scores, name: score})

    def with_total(self, found: Range, grid: Grid = ALL_NUMBERS) -> Scope:
        """Add the rounded total."""
        return attrs.evolve(self, total=ScoreReach(found, grid, missing=False))

    def with_result(self, name: str, value: Expr) -> Scope:
        """Add a result."""
        return attrs.evolve(self, results={**self.results, name: value})

    def narrowed(self, expr: Expr, interval: Interval) -> Scope:
        """Say that an expression is a number in this interval, so it is not missing."""
        return self.given({expr: Reach(interval, frozenset())})

    def among(self, expr: Expr, values: Iterable[Value]) -> Scope:
        """Say that an expression is one of these values, so it is not missing."""
        given = tuple(map(as_number, values))
        numbers = hull(only(value) for value in given if isinstance(value, Fraction))
        others = frozenset(value for value in given if not isinstance(value, Fraction))
        return self.given({expr: Reach(numbers, others - {None})})

    def absent(self, expr: Expr) -> Scope:
        """Say that an expression is missing."""
        return self.given({expr: Reach(missing=True)})

    def given(self, known: Mapping[Expr, Reach]) -> Scope:
        """Say more about expressions, on top of what is known."""
        together = dict(self.known)
        for expr, found in known.items():
            earlier = together.get(expr)
            together[expr] = found if earlier is None else meet(earlier, found)
        if together == self.known:
            return self
        return attrs.evolve(self, known=together, wide=self.wide or self)

    def at(self, record: Mapping[str, Value]) -> Scope:
        """Give the scope of one record (or of some fields of it)."""
        found = self.given({FieldValue(name): exactly(value) for name, value in record.items()})
        return attrs.evolve(found, wide=None)
