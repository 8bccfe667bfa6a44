"""Examples: what is given, what is expected."""

from __future__ import annotations

import enum

import attrs

from scorelang.source.span import Span
from scorelang.source.structure import Structure
from scorelang.syntax.ast.clauses import Clause
from scorelang.syntax.ast.expressions import Expr
from scorelang.syntax.ast.populations import PopulationExpr
from scorelang.syntax.ast.ranges import Grid
from scorelang.syntax.ast.words import Name, spanned


@attrs.frozen(eq=False, repr=False)
class Given(Structure):
    """``trade = export``; no value: ``days_late = missing``.

    ``last profit = 5`` has the name ``last profit``, the day of the evaluation ``as_of``.

    ``attitude (peer) = (8, 9, 7)`` gives several ratings, ``more`` are those after the first.
    """

    name: Name
    value: Expr | None
    group: Name | None = None
    more: tuple[Expr, ...] = ()
    span: Span = spanned()


class ExpectWord(enum.Enum):
    """What an example expects of the outcome."""

    VALUE = "value"
    REJECTED = "rejected"
    NOT_RATABLE = "not ratable"
    FLAGS = "flags"
    MISSING = "missing"


@attrs.frozen(eq=False, repr=False)
class Expectation(Structure):
    """``total = 87.5``, ``rejected strength``, ``flags review``, ``not ratable`` and the like.

    For a value ``name`` is ``total``, ``grade``, a part, a score, a class or a result, and
    ``value`` is ``None`` where it is expected to be missing. ``names`` belong to the others.
    """

    word: ExpectWord
    name: Name | None = None
    value: Expr | None = None
    names: tuple[Name, ...] = ()
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class Assumption(Structure):
    """``assume mean of x by y { retail : 15% }`` or ``assume mean of x = 12%``."""

    population: PopulationExpr
    value: Expr
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class ExampleDecl(Structure):
    """``example good_customer "…" { given …  expect … }``, ``example b from a { … }``."""

    name: Name
    label: str | None = None
    base: Name | None = None
    given: tuple[Given, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    expected: tuple[Expectation, ...] = ()
    clauses: tuple[Clause, ...] = ()
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class ExamplesDecl(Structure):
    """``examples from good_customer { | case | … || … | }``."""

    grid: Grid
    base: Name | None = None
    clauses: tuple[Clause, ...] = ()
    span: Span = spanned()
