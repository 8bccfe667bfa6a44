from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scorelang.numeric.interval import ALL_NUMBERS, WHOLE_NUMBERS, Grid, Interval

TENTHS = Grid(Fraction(1, 10))
ends = st.none() | st.builds(Fraction, st.integers(-60, 60), st.sampled_from([1, 2, 3, 10]))
intervals = st.builds(Interval, ends, ends, st.booleans(), st.booleans())
grids = st.sampled_from(
    [
        ALL_NUMBERS,
        WHOLE_NUMBERS,
        TENTHS,
        Grid(Fraction(1, 3)),
        Grid(Fraction(5)),
        Grid(Fraction(1, 4)),
    ]
)
# Fine enough to meet every end, every point of a grid and something between any two of them.
POINTS = [Fraction(n, 120) for n in range(-65 * 120, 65 * 120 + 1)]


def between(low, high, low_open=False, high_open=False):
    return Interval(
        None if low is None else Fraction(low),
        None if high is None else Fraction(high),
        low_open,
        high_open,
    )


@given(intervals, intervals, st.sampled_from(POINTS))
def test_an_intersection_holds_what_both_hold(a, b, x):
    assert a.intersect(b).contains(x) == (a.contains(x) and b.contains(x))
    assert a.intersect(b) == b.intersect(a)


@given(intervals, grids)
def test_an_interval_is_empty_if_no_number_lies_inside(it, grid):
    step = 1 if grid.step is None else int(grid.step * 120)
    inside = [x for x in POINTS[::step] if it.contains(x) and grid.contains(x)]
    # Anchored at zero: the list starts at -65, a multiple of every step above.
    assert it.is_empty(grid) == (not inside)
    if inside and it.low is not None and (grid.step is not None or not it.low_open):
        assert it.first(grid) == inside[0]
    if inside and it.high is not None and (grid.step is not None or not it.high_open):
        assert it.last(grid) == inside[-1]
    if not inside:
        assert it.first(grid) is None
        assert it.last(grid) is None


@given(intervals, grids)
def test_a_sample_lies_inside_and_can_occur(it, grid):
    assume(not it.is_empty(grid))
    found = it.sample(grid)
    assert it.contains(found)
    assert grid.contains(found)


@pytest.mark.parametrize(
    ("it", "grid", "sample"),
    [
        (between(84, 85, True, True), ALL_NUMBERS, "84.5"),
        (between(84, 85, True, True), TENTHS, "84.1"),
        (between(84, 85, True, True), Grid(Fraction(1, 100)), "84.1"),
        (between(84, 85, True, True), Grid(Fraction(1, 4)), "84.5"),
        (between(84, 85, True, True), Grid(Fraction(1, 3)), "253/3"),
        (between(84, "84.5", True, True), ALL_NUMBERS, "84.1"),
        (between("84.9", 85, True, True), ALL_NUMBERS, "84.95"),
        (between(60, 70, False, True), ALL_NUMBERS, "60"),
        (between(60, 70, True, True), WHOLE_NUMBERS, "61"),
        (between("84.25", 90), ALL_NUMBERS, "85"),
        (between(0, None, True), ALL_NUMBERS, "1"),
        (between(None, 50, True, True), ALL_NUMBERS, "49"),
        (between(None, 50), TENTHS, "50"),
        (between(None, None), TENTHS, "0"),
        (between("1/3", "1/3"), ALL_NUMBERS, "1/3"),
        (between(0, Fraction(1, 10**9), True, True), ALL_NUMBERS, "0.0000000005"),
        (between("-0.5", 3, True), ALL_NUMBERS, "0"),
        (between(1, 30), Grid(Fraction(25)), "25"),
    ],
)
def test_a_sample_is_what_a_person_would_choose(it, grid, sample):
    assert it.sample(grid) == Fraction(sample)


def test_an_empty_interval_has_no_sample():
    with pytest.raises(ValueError, match="no sample"):
        between(9, 10, True, True).sample(WHOLE_NUMBERS)


def test_an_end_without_limit_is_open():
    assert between(None, 5) == between(None, 5, True)
    assert between(5, None).high_open


def test_the_step_of_a_grid_is_above_zero():
    with pytest.raises(ValueError, match="above zero"):
        Grid(Fraction(0))
