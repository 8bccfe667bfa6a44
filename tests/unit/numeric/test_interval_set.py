from fractions import Fraction
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorelang.numeric.interval import ALL_NUMBERS, WHOLE_NUMBERS, Grid, Interval
from scorelang.numeric.interval_set import difference, gaps, normalise, overlap, overlaps, union

TENTHS = Grid(Fraction(1, 10))
ends = st.none() | st.builds(Fraction, st.integers(-20, 20), st.sampled_from([1, 2, 3, 10]))
intervals = st.builds(Interval, ends, ends, st.booleans(), st.booleans())
sets = st.lists(intervals, max_size=6)
grids = st.sampled_from(
    [ALL_NUMBERS, WHOLE_NUMBERS, TENTHS, Grid(Fraction(1, 3)), Grid(Fraction(5))]
)
POINTS = [Fraction(n, 60) for n in range(-25 * 60, 25 * 60 + 1)]
UNLIMITED = Interval()


def between(low, high, low_open=False, high_open=False):
    return Interval(Fraction(low), Fraction(high), low_open, high_open)


def held(intervals, grid):
    return {x for x in POINTS if grid.contains(x) and any(it.contains(x) for it in intervals)}


@given(sets, grids)
def test_a_normal_set_holds_the_same_numbers_sorted_and_apart(given_set, grid):
    found = normalise(given_set, grid)
    assert held(found, grid) == held(given_set, grid)
    assert normalise(found, grid) == found
    assert not any(it.is_empty(grid) for it in found)
    for left, right in pairwise(found):
        # Something that can occur lies between: else they would be one.
        hole = Interval(left.high, right.low, not left.high_open, not right.low_open)
        assert not hole.is_empty(grid)


@given(sets, sets, grids)
def test_operations_on_sets_are_those_on_their_numbers(a, b, grid):
    in_a, in_b = held(a, grid), held(b, grid)
    assert held(union(a, b, grid), grid) == in_a | in_b
    assert held(overlap(a, b, grid), grid) == in_a & in_b
    assert held(difference(a, b, grid), grid) == in_a - in_b


@given(intervals, sets, grids)
def test_gaps_and_intervals_together_fill_the_domain_and_share_nothing(domain, given_set, grid):
    found = gaps(domain, given_set, grid)
    filled = union(found, given_set, grid)
    assert difference([domain], filled, grid) == ()
    assert overlap(found, given_set, grid) == ()
    assert difference(found, [domain], grid) == ()
    assert gaps(domain, (*given_set, *found), grid) == ()


@given(sets, grids)
def test_overlaps_are_those_of_all_pairs(given_set, grid):
    expected = [
        (i, j, overlap([a], [b], grid)[0])
        for (i, a), (j, b) in combinations(enumerate(given_set), 2)
        if not a.intersect(b).is_empty(grid)
    ]
    assert list(overlaps(given_set, grid)) == expected


def test_printed_bands_leave_a_gap_among_decimals_but_not_among_whole_numbers():
    bands = [between(0, 79), between(80, 89), between(90, 100)]
    domain = between(0, 100)
    assert gaps(domain, bands, WHOLE_NUMBERS) == ()
    assert normalise(bands, WHOLE_NUMBERS) == (domain,)
    assert gaps(domain, bands, TENTHS) == (between("79.1", "79.9"), between("89.1", "89.9"))
    assert gaps(domain, bands, ALL_NUMBERS) == (
        between(79, 80, True, True),
        between(89, 90, True, True),
    )


def test_one_number_is_missed_by_two_open_ends():
    bands = [between(0, 5, False, True), between(5, 9, True)]
    assert gaps(between(0, 9), bands, ALL_NUMBERS) == (between(5, 5),)
    assert gaps(between(0, 9), [between(0, 5), between(5, 9, True)], ALL_NUMBERS) == ()


def test_both_closed_at_one_number_overlap_there():
    bands = [between(5, 9), between(0, 5)]
    assert overlaps(bands, ALL_NUMBERS) == ((0, 1, between(5, 5)),)


def test_without_limits_gaps_have_none_either():
    assert gaps(UNLIMITED, [between(0, 1)], ALL_NUMBERS) == (
        Interval(None, Fraction(0), True, True),
        Interval(Fraction(1), None, True, True),
    )
    assert gaps(UNLIMITED, [between(0, 1, True, True)], WHOLE_NUMBERS) == (UNLIMITED,)
    assert gaps(UNLIMITED, [UNLIMITED], ALL_NUMBERS) == ()
    assert gaps(UNLIMITED, [], TENTHS) == (UNLIMITED,)


def test_an_open_stretch_between_whole_numbers_is_empty_among_them():
    assert normalise([between(9, 10, True, True)], WHOLE_NUMBERS) == ()


@pytest.mark.parametrize("grid", [ALL_NUMBERS, WHOLE_NUMBERS])
def test_ten_thousand_bands_are_swept_not_compared_pair_by_pair(grid):
    bands = [between(n, n + 1, False, True) for n in range(10_000)]
    assert overlaps(bands, grid) == ()
    assert gaps(between(0, 10_000), bands, grid) == (between(10_000, 10_000),)
