"""What an expression can come to: numbers between two ends, values of a closed set, missing.

In: what the operands can come to. Out: what the result can. Never too little: each value
that a valid record leads to is held; operands that hang together may make it too much.
Days stand for their numbers here, because they have an order.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from fractions import Fraction

import attrs

from scorelang.model.expressions import Comparison
from scorelang.model.types import Value
from scorelang.numeric.calendar import FIRST_DAY, LAST_DAY
from scorelang.numeric.interval import Interval
from scorelang.numeric.interval_arithmetic import EVERYTHING, NOTHING, hull, is_nothing, only

_EITHER = frozenset({True, False})


@attrs.frozen
class Reach:
    """What can come out.

    ``values`` are those that are no numbers; ``None``: any text. ``nonzero``
    says that zero is left out of ``numbers``.
    """

    numbers: Interval = NOTHING
    values: frozenset[Value] | None = frozenset()
    missing: bool = False
    nonzero: bool = False

    @property
    def can_be_zero(self) -> bool:
        """Whether zero is among the numbers."""
        return not self.nonzero and self.numbers.contains(Fraction(0))

    @property
    def truths(self) -> frozenset[bool | None]:
        """What a condition can come to: yes, no, and ``None`` for undecided."""
        known: frozenset[bool | None] = frozenset(
            truth for truth in (True, False) if self.values is None or truth in self.values
        )
        return known | {None} if self.missing else known

    @property
    def has_value(self) -> bool:
        """Whether it can be anything but missing."""
        return not is_nothing(self.numbers) or self.values is None or bool(self.values)

    @property
    def single(self) -> Value:
        """Give the only value it can have; ``None`` where there are several, or only missing."""
        if self.missing or self.values is None:
            return None
        if self.values:
            (value, *others) = self.values
            return value if not others and is_nothing(self.numbers) else None
        found = self.numbers
        return found.low if found.low == found.high and not is_nothing(found) else None


ANY_NUMBER = Reach(EVERYTHING)
ANY_TEXT = Reach(values=None)
ANY_DAY = Reach(Interval(Fraction(FIRST_DAY), Fraction(LAST_DAY)))
MISSING = Reach(missing=True)


def number(interval: Interval, *, missing: bool = False) -> Reach:
    """Give a number in an interval."""
    return Reach(interval, missing=missing)


def exactly(value: Value) -> Reach:
    """Give one value."""
    if value is None:
        return MISSING
    if isinstance(value, Fraction):
        return Reach(only(value))
    if isinstance(value, dt.date):
        return Reach(only(Fraction(value.toordinal())))
    return Reach(values=frozenset({value}))


def as_number(value: Value) -> Value:
    """Give a day as its number, any other value as it is."""
    return Fraction(value.toordinal()) if isinstance(value, dt.date) else value


def truth(truths: Iterable[bool | None]) -> Reach:
    """Give a condition that can come to these."""
    found = frozenset(truths)
    return Reach(values=frozenset(found & _EITHER), missing=None in found)


def join(reaches: Iterable[Reach]) -> Reach:
    """Give what comes out where any of these does."""
    given = tuple(reaches)
    values: frozenset[Value] | None = frozenset()
    for found in given:
        values = None if values is None or found.values is None else values | found.values
    return Reach(
        hull(found.numbers for found in given),
        values,
        missing=any(found.missing for found in given),
        nonzero=all(found.nonzero or not found.numbers.contains(Fraction(0)) for found in given),
    )


def meet(computed: Reach, known: Reach) -> Reach:
    """Give what remains where something more is known."""
    values = computed.values if known.values is None else known.values
    if computed.values is not None and known.values is not None:
        values = computed.values & known.values
    numbers = computed.numbers.intersect(known.numbers)
    return Reach(
        NOTHING if is_nothing(numbers) else numbers,
        values,
        missing=computed.missing and known.missing,
        nonzero=computed.nonzero or known.nonzero,
    )


def both(operands: Sequence[Reach]) -> Reach:
    """Combine by *and*: no beats missing, missing beats yes."""
    return truth(_folded(operands, decisive=False))


def either(operands: Sequence[Reach]) -> Reach:
    """Combine by *or*: yes beats missing, missing beats no."""
    return truth(_folded(operands, decisive=True))


def opposite(operand: Reach) -> Reach:
    """Turn yes into no and no into yes."""
    return truth(None if known is None else not known for known in operand.truths)


def at_least(minimum: int, operands: Sequence[Reach]) -> Reach:
    """Say whether so many hold; missing where the missing ones decide."""
    # Pairs of how many hold and how many are missing.
    counts = {(0, 0)}
    for operand in operands:
        counts = {
            (yes + (found is True), unknown + (found is None))
            for yes, unknown in counts
            for found in operand.truths
        }
    return truth(
        True if yes >= minimum else None if yes + unknown >= minimum else False
        for yes, unknown in counts
    )


def hold_count(operands: Sequence[Reach]) -> Interval:
    """Count those that hold."""
    low = sum(operand.truths == {True} for operand in operands)
    high = sum(True in operand.truths for operand in operands)
    return Interval(Fraction(low), Fraction(high))


def compare(op: Comparison, left: Reach, right: Reach, ranks: tuple[str, ...]) -> Reach:
    """Compare two numbers, two values of a category, or two values of another kind."""
    missing = left.missing or right.missing
    if not (left.has_value and right.has_value):
        return MISSING
    if not is_nothing(left.numbers) and not is_nothing(right.numbers):
        found = _compare_numbers(op, left, right)
    elif left.values is None or right.values is None:
        found = _EITHER
    else:
        found = frozenset(
            _compare_values(op, a, b, ranks) for a in left.values for b in right.values
        )
    return Reach(values=frozenset(found), missing=missing)


def one_of(operand: Reach, values: frozenset[Value]) -> Reach:
    """Say whether the value is one of these."""
    values = frozenset(map(as_number, values))
    found: set[Value] = set()
    if operand.values is None:
        found |= _EITHER
    else:
        found |= {value in values for value in operand.values}
    numbers = {value for value in values if _is_number(value)}
    if not is_nothing(operand.numbers):
        inside = any(operand.numbers.contains(value) for value in numbers)  # type: ignore[arg-type]
        found |= {True, False} if inside else {False}
        if inside and isinstance(operand.single or 0, Fraction):
            found -= {False}
    return Reach(values=frozenset(found), missing=operand.missing)


def inside(operand: Reach, interval: Interval) -> Reach:
    """Say whether a number lies in an interval."""
    common = operand.numbers.intersect(interval)
    found: set[Value] = set()
    if not is_nothing(operand.numbers):
        found |= {not is_nothing(common), common == operand.numbers}
    return Reach(values=frozenset(found), missing=operand.missing)


def is_missing(operand: Reach) -> Reach:
    """Say whether it is missing."""
    found = ({True} if operand.missing else set()) | ({False} if operand.has_value else set())
    return truth(found)


def _is_number(value: Value) -> bool:
    return isinstance(value, Fraction)


def _folded(operands: Sequence[Reach], *, decisive: bool) -> set[bool | None]:
    """Fold three-valued logic in which ``decisive`` beats missing, and missing the other."""
    found: set[bool | None] = {not decisive}
    for operand in operands:
        found = {
            decisive if decisive in {a, b} else None if None in {a, b} else not decisive
            for a in found
            for b in operand.truths
        }
    return found


def _compare_numbers(op: Comparison, left: Reach, right: Reach) -> frozenset[bool]:
    match op:
        case Comparison.AT_LEAST:
            return _opposites(_can_be_below(left.numbers, right.numbers))
        case Comparison.BELOW:
            return _can_be_below(left.numbers, right.numbers)
        case Comparison.AT_MOST:
            return _opposites(_can_be_below(right.numbers, left.numbers))
        case Comparison.ABOVE:
            return _can_be_below(right.numbers, left.numbers)
        case Comparison.EQUAL:
            return _can_be_equal(left, right)
        case Comparison.NOT_EQUAL:
            return _opposites(_can_be_equal(left, right))


def _opposites(truths: frozenset[bool]) -> frozenset[bool]:
    return frozenset(not found for found in truths)


def _can_be_below(a: Interval, b: Interval) -> frozenset[bool]:
    """Say whether a number of ``a`` can, and can fail to, lie below one of ``b``."""
    can = a.low is None or b.high is None or a.low < b.high
    can_fail = a.high is None or b.low is None or a.high > b.low
    touch = a.high == b.low and not (a.high_open or b.low_open)
    truths = ((True, can), (False, can_fail or touch))
    return frozenset(found for found, possible in truths if possible)


def _can_be_equal(left: Reach, right: Reach) -> frozenset[bool]:
    common = left.numbers.intersect(right.numbers)
    zero = Fraction(0)
    if is_nothing(common) or ((left.nonzero or right.nonzero) and common == only(zero)):
        return frozenset({False})
    same = left.numbers == right.numbers and left.numbers.low == left.numbers.high
    return frozenset({True}) if same and left.numbers.low is not None else _EITHER


def _compare_values(op: Comparison, left: Value, right: Value, ranks: tuple[str, ...]) -> bool:
    if op is Comparison.EQUAL:
        return left == right
    if op is Comparison.NOT_EQUAL:
        return left != right
    try:
        a, b = _rank(left, ranks), _rank(right, ranks)
    except ValueError:
        return False
    match op:
        case Comparison.AT_LEAST:
            return a >= b
        case Comparison.ABOVE:
            return a > b
        case Comparison.AT_MOST:
            return a <= b
        case Comparison.BELOW:
            return a < b


def _rank(value: Value, ranks: tuple[str, ...]) -> int:
    return ranks.index(str(value))
