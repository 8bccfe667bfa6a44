"""What is known at once becomes a constant, and an equal node is one slot."""

from fractions import Fraction

import pytest

from scorelang.kernel import nodes as k
from scorelang.kernel.builder import Builder
from scorelang.kernel.slots import Kind
from scorelang.model.expressions import Comparison

ONE, TWO = Fraction(1), Fraction(2)


@pytest.fixture
def b():
    return Builder()


@pytest.fixture
def x(b):
    return b.input("x", Kind.NUMBER, can_be_missing=True)


@pytest.fixture
def y(b):
    return b.input("y", Kind.NUMBER, can_be_missing=False)


@pytest.fixture
def flag(b):
    return b.input("flag", Kind.TRUTH, can_be_missing=True)


def node(b, ref):
    return b.slots()[ref].node


def test_an_equal_node_is_one_slot(b, x, y):
    assert b.sum((x, y)) == b.sum((x, y))
    assert b.constant(ONE) != b.yes


def test_constants_are_computed(b):
    two = b.sum((b.constant(ONE), b.constant(ONE)))
    assert b.value(two) == TWO
    assert b.value(b.divided(two, b.constant(Fraction(0)))) is None
    assert b.value(b.compare(Comparison.ABOVE, two, b.constant(ONE))) is True


def test_a_sum_gathers_its_terms(b, x, y):
    found = node(b, b.linear(((ONE, x), (TWO, x), (ONE, b.constant(TWO)), (ONE, y))))
    assert found == k.Linear(((Fraction(3), x), (ONE, y)), TWO)


def test_a_term_that_goes_away_still_makes_a_sum_missing(b, x, y):
    assert node(b, b.difference(x, x)) == k.Linear(((Fraction(0), x),))
    assert b.value(b.difference(y, y)) == 0


def test_what_is_decided_leaves_no_slot(b, x, y, flag):
    assert b.all((b.yes, flag)) == flag
    assert b.all((b.no, flag)) == b.no
    assert b.any((b.no, flag)) == flag
    assert b.any((b.yes, flag)) == b.yes
    assert b.negated(b.negated(flag)) == flag
    assert b.is_missing(y) == b.no
    assert b.select(((b.yes, x), (flag, y)), y) == x
    assert b.select(((b.no, x),), y) == y
    assert b.select(((b.missing, x),), y) == y
    assert b.coalesce((b.missing, y, x)) == y


def test_an_arm_for_what_is_missing_is_a_first_known(b, x, y):
    assert node(b, b.select(((b.is_missing(x), y),), x)) == k.Coalesce((x, y))


def test_at_least_counts_what_is_known(b, flag):
    other = b.input("other", Kind.TRUTH, can_be_missing=True)
    assert b.at_least(1, (flag, other)) == b.any((flag, other))
    assert b.at_least(2, (b.yes, flag, b.no)) == flag
    assert b.at_least(3, (flag, other)) == b.no
    assert b.at_least(0, (flag,)) == b.yes
    assert node(b, b.at_least(2, (flag, flag, other))) == k.AtLeast(2, (flag, flag, other))


@pytest.mark.parametrize(("holds", "value"), [(True, True), (False, False), (None, False)])
def test_surely_takes_missing_for_no(b, holds, value):
    assert b.value(b.surely(b.constant(holds))) is value


def test_a_slot_can_be_missing_where_what_it_gives_can(b, x, y, flag):
    kept = b.select(((flag, y),), y)
    open_ended, sure, ratio = b.select(((flag, x),), y), b.coalesce((x, y)), b.divided(y, y)
    slots = b.slots()
    assert kept == y
    assert slots[open_ended].can_be_missing
    assert not slots[sure].can_be_missing
    assert slots[ratio].can_be_missing
