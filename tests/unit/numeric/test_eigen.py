"""The principal eigenvector, Saaty's ratio, shares that add up to one."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorelang.numeric.eigen import (
    MOST_COMPARED,
    consistency_ratio,
    principal,
    rounded_shares,
    without,
)

JUDGEMENTS = [Fraction(1, n) for n in range(9, 1, -1)] + [Fraction(n) for n in range(1, 10)]


def full(upper):
    """A reciprocal matrix from its upper half."""
    size = len(upper) + 1
    found = [[Fraction(1)] * size for _ in range(size)]
    for row, values in enumerate(upper):
        for column, value in enumerate(values, start=row + 1):
            found[row][column], found[column][row] = Fraction(value), 1 / Fraction(value)
    return tuple(map(tuple, found))


@st.composite
def matrices(draw, most=7):
    size = draw(st.integers(1, most))
    judgement = st.sampled_from(JUDGEMENTS)
    return full([[draw(judgement) for _ in range(row)] for row in range(size - 1, 0, -1)])


def test_a_published_example():
    """Saaty's choice of a house (How to make a decision, 1990): eight criteria."""
    found = principal(
        full(
            [
                [5, 3, 7, 6, 6, "1/3", "1/4"],
                ["1/3", 5, 3, 3, "1/5", "1/7"],
                [6, 3, 4, 6, "1/5"],
                ["1/3", "1/4", "1/7", "1/8"],
                ["1/2", "1/5", "1/6"],
                ["1/5", "1/6"],
                ["1/2"],
            ]
        )
    )
    shown = [round(float(weight), 3) for weight in found.weights]
    assert shown == [0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333]
    assert round(float(found.value), 3) == 9.669
    assert consistency_ratio(found.value, 8) == Fraction(1691, 10_000)  # 0.169 in the paper


def test_an_agreeing_table_gives_its_own_weights_exactly():
    found = principal(full([[2, 6], [3]]))
    assert found.weights == (Fraction(6, 10), Fraction(3, 10), Fraction(1, 10))
    assert found.value == 3
    assert consistency_ratio(found.value, 3) == 0


@given(matrices())
def test_it_is_an_eigenvector_of_the_largest_value(matrix):
    found = principal(matrix)
    assert all(weight > 0 for weight in found.weights)
    assert abs(sum(found.weights) - 1) < Fraction(1, 10**28)
    for row, weight in zip(matrix, found.weights, strict=True):
        image = sum(a * w for a, w in zip(row, found.weights, strict=True))
        assert abs(image - found.value * weight) < Fraction(1, 10**24)
    assert found.value >= len(matrix) - Fraction(1, 10**24)


@given(matrices(), st.randoms())
def test_the_order_of_the_parts_does_not_matter(matrix, random):
    order = list(range(len(matrix)))
    random.shuffle(order)
    turned = tuple(tuple(matrix[i][j] for j in order) for i in order)
    weights = principal(matrix).weights
    for place, weight in zip(order, principal(turned).weights, strict=True):
        assert abs(weights[place] - weight) < Fraction(1, 10**24)


@pytest.mark.parametrize(("size", "ratio"), [(1, 0), (2, 0), (3, Fraction(8621, 10_000))])
def test_two_parts_cannot_disagree(size, ratio):
    assert consistency_ratio(Fraction(size + 1), size) == ratio


def test_every_size_has_its_index():
    assert MOST_COMPARED == 15
    assert all(consistency_ratio(Fraction(size), size) == 0 for size in range(1, MOST_COMPARED + 1))


def test_without_a_judgement_the_others_say_what_it_should_be():
    matrix = full([[3, "1/5"], [2]])
    weights = principal(without(matrix, 0, 2)).weights
    assert abs(weights[0] / weights[2] - 6) < Fraction(1, 10**24)


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=15))
def test_rounded_shares_add_up_to_one(parts):
    shares = [Fraction(part, sum(parts)) for part in parts]
    found = rounded_shares(shares)
    assert sum(found) == 1
    for share, rounded in zip(shares, found, strict=True):
        assert abs(share - rounded) < Fraction(1, 10_000)
        assert rounded * 10_000 == int(rounded * 10_000)


def test_equal_shares_go_to_the_first():
    assert rounded_shares([Fraction(1, 3)] * 3) == [
        Fraction(3334, 10_000),
        Fraction(3333, 10_000),
        Fraction(3333, 10_000),
    ]
