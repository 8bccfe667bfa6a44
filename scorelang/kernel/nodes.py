"""The nodes of the kernel: what one slot is computed from.

Operands are numbers of earlier slots. A node whose operand is missing is missing, where its
docstring does not say otherwise; logic is three-valued. Everything is total: what has no value
(a zero divisor, the root of a negative number) is missing.
"""

from __future__ import annotations

import enum
from fractions import Fraction
from typing import assert_never

import attrs

from scorelang.model.expressions import Comparison, Irrational, Pick
from scorelang.model.times import TimeUnit
from scorelang.model.types import Value
from scorelang.numeric.interval import Interval
from scorelang.numeric.rounding import Rounding

Ref = int
"""The place of a slot in the list."""


class Aspect(enum.Enum):
    """What is read of a field."""

    VALUE = "value"
    SPECIAL = "special"
    """The code of its special value; the empty text where it holds none, so never missing."""


@attrs.frozen
class Input:
    """A field of the record. A used rubric has inputs of its own where it combines ratings."""

    name: str
    aspect: Aspect = Aspect.VALUE


@attrs.frozen
class Constant:
    """A value that is written in the rubric; ``None`` is missing."""

    value: Value


@attrs.frozen
class AsOf:
    """The day of the evaluation; missing where none is given."""


@attrs.frozen
class Population:
    """A value taken over all scored records, for the category ``by`` (``None``: for all).

    ``keys`` are what the value is taken of, or ranked by; it is missing where ``by`` is.
    """

    name: str
    by: Ref | None
    keys: tuple[Ref, ...]


@attrs.frozen
class Linear:
    """The sum of slots, each times its coefficient, and a constant."""

    terms: tuple[tuple[Fraction, Ref], ...]
    constant: Fraction = Fraction(0)


@attrs.frozen
class Product:
    """One number times another."""

    left: Ref
    right: Ref


@attrs.frozen
class Quotient:
    """One number by another; missing for a zero divisor."""

    left: Ref
    right: Ref


@attrs.frozen
class Power:
    """A number to a whole power; zero to a negative power is missing."""

    base: Ref
    exponent: int


@attrs.frozen
class Extreme:
    """The lowest or the highest of several numbers."""

    pick: Pick
    operands: tuple[Ref, ...]


@attrs.frozen
class Absolute:
    """The size of a number."""

    operand: Ref


@attrs.frozen
class Function:
    """exp, ln, a root: rounded to 28 significant digits; missing outside its range."""

    function: Irrational
    operand: Ref
    degree: int = 2


@attrs.frozen
class Round:
    """A number at a step, by a mode."""

    operand: Ref
    rounding: Rounding


@attrs.frozen
class Compare:
    """Whether ``left op right``, of numbers or days; names and truths are only equal or not."""

    op: Comparison
    left: Ref
    right: Ref


@attrs.frozen
class InSet:
    """Whether a value is one of these."""

    operand: Ref
    values: frozenset[Value]


@attrs.frozen
class InInterval:
    """Whether a number lies in an interval."""

    operand: Ref
    interval: Interval


@attrs.frozen
class IsMissing:
    """Whether a value is missing; never missing itself."""

    operand: Ref


@attrs.frozen
class And:
    """All hold: no beats missing, missing beats yes."""

    operands: tuple[Ref, ...]


@attrs.frozen
class Or:
    """One holds: yes beats missing, missing beats no."""

    operands: tuple[Ref, ...]


@attrs.frozen
class Not:
    """A condition does not hold."""

    operand: Ref


@attrs.frozen
class AtLeast:
    """At least ``minimum`` of the conditions hold; missing where the missing ones decide."""

    minimum: int
    operands: tuple[Ref, ...]


@attrs.frozen
class Select:
    """The value of the first arm whose condition holds, else ``otherwise``.

    A missing condition is not taken, as in SQL's CASE; a missing value is given as it is.
    """

    arms: tuple[tuple[Ref, Ref], ...]
    otherwise: Ref


@attrs.frozen
class Piecewise:
    """A value by where a number lies: the intervals do not overlap.

    ``otherwise`` is for a number in none of them, ``missing`` for a missing one.
    """

    subject: Ref
    pieces: tuple[tuple[Interval, Ref], ...]
    otherwise: Ref
    missing: Ref


@attrs.frozen
class Lookup:
    """The value of the line whose cells hold all keys, else ``otherwise``.

    ``missing`` is for a missing key. Of two lines that hold the first is taken.
    """

    keys: tuple[Ref, ...]
    lines: tuple[tuple[tuple[Interval | frozenset[Value], ...], Ref], ...]
    otherwise: Ref
    missing: Ref


@attrs.frozen
class Coalesce:
    """The first value that is not missing."""

    operands: tuple[Ref, ...]


@attrs.frozen
class DateStep:
    """A day moved by a whole number of days, months or years; missing outside the calendar."""

    day: Ref
    unit: TimeUnit
    amount: Ref


@attrs.frozen
class DateDistance:
    """The days, months or years completed between two days."""

    unit: TimeUnit
    first: Ref
    last: Ref


@attrs.frozen
class DayNumber:
    """The number of a day; day 1 is 1 January of year 1."""

    operand: Ref


Node = (
    Input
    | Constant
    | AsOf
    | Population
    | Linear
    | Product
    | Quotient
    | Power
    | Extreme
    | Absolute
    | Function
    | Round
    | Compare
    | InSet
    | InInterval
    | IsMissing
    | And
    | Or
    | Not
    | AtLeast
    | Select
    | Piecewise
    | Lookup
    | Coalesce
    | DateStep
    | DateDistance
    | DayNumber
)


def operands_of(node: Node) -> tuple[Ref, ...]:
    """Give the slots that a node reads, in its order."""
    match node:
        case Input() | Constant() | AsOf():
            return ()
        case Population(_, by, keys):
            return keys if by is None else (by, *keys)
        case Linear(terms):
            return tuple(ref for _, ref in terms)
        case Product(left, right) | Quotient(left, right) | Compare(_, left, right):
            return (left, right)
        case Extreme(_, refs) | And(refs) | Or(refs) | AtLeast(_, refs) | Coalesce(refs):
            return refs
        case Power(operand) | Absolute(operand) | Function(_, operand) | Round(operand):
            return (operand,)
        case InSet(operand) | InInterval(operand) | IsMissing(operand) | Not(operand):
            return (operand,)
        case Select(arms, otherwise):
            return (*(ref for arm in arms for ref in arm), otherwise)
        case Piecewise(subject, pieces, otherwise, missing):
            return (subject, *(ref for _, ref in pieces), otherwise, missing)
        case Lookup(keys, lines, otherwise, missing):
            return (*keys, *(ref for _, ref in lines), otherwise, missing)
        case DateStep(day, _, amount):
            return (day, amount)
        case DateDistance(_, first, last):
            return (first, last)
        case DayNumber(operand):
            return (operand,)
        case _:
            assert_never(node)
