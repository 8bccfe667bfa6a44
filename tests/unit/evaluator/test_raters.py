"""Ratings become values: groups, quorums, dropped ends, weights, outliers; nothing is rounded."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorelang.api import RecordError, load_text
from scorelang.evaluator.raters import combine, find_outliers
from scorelang.model.fields import RaterCombine, RaterGroup, Rating

HALF = Fraction(1, 2)
VALUES = st.lists(st.fractions(0, 10, max_denominator=20), min_size=1, max_size=9)


def group(name="judges", **options):
    return RaterGroup(name, **options)


def ratings(*values, by=None):
    return tuple(Rating(Fraction(value), by) for value in values)


def test_the_mean_of_one_group_is_exact():
    found = combine((group(),), ratings(8, 9, 9))
    assert found.value == Fraction(26, 3)
    assert (found.count, found.mean, found.spread) == (3, Fraction(26, 3), 1)


@pytest.mark.parametrize(
    ("options", "values", "expected"),
    [
        ({"combine": RaterCombine.MEDIAN}, (1, 9, 8), 8),
        ({"combine": RaterCombine.MEDIAN}, (1, 9, 8, 7), Fraction(15, 2)),
        ({"drop_ends": True, "quorum": 3}, (10, 8, 1), 8),
        ({"drop_ends": True, "quorum": 3}, (10, 10, 8, 7), 9),
        ({"quorum": 3}, (10, 8), None),
        ({"quorum": 3}, (), None),
        ({"quorum": 2}, (10, 8), 9),
    ],
)
def test_one_group(options, values, expected):
    assert combine((group(**options),), ratings(*values)).value == expected


def test_groups_count_by_their_weights():
    groups = (group("self", weight=Fraction(1, 5)), group("peer", weight=Fraction(4, 5)))
    found = combine(groups, ratings(5, by="self") + ratings(7, 8, 8, by="peer"))
    assert found.value == Fraction(1, 5) * 5 + Fraction(4, 5) * Fraction(23, 3)
    assert [one.value for one in found.groups] == [5, Fraction(23, 3)]


def test_a_group_without_enough_ratings_leaves_the_field_missing():
    groups = (group("self", weight=HALF), group("peer", weight=HALF, quorum=3))
    found = combine(groups, ratings(7, 8, by="peer"))
    assert found.value is None
    assert found.note == "no rating from self, 2 of at least 3 ratings from peer"


@given(VALUES)
def test_the_value_lies_among_the_ratings(values):
    for options in ({}, {"combine": RaterCombine.MEDIAN}, {"drop_ends": True, "quorum": 3}):
        found = combine((group(**options),), ratings(*values))
        assert found.value is None or min(values) <= found.value <= max(values)
        assert found.spread == max(values) - min(values)


@given(VALUES, st.randoms())
def test_the_order_of_raters_does_not_matter(values, chance):
    shuffled = list(values)
    chance.shuffle(shuffled)
    first, second = (combine((group(),), ratings(*each)) for each in (values, shuffled))
    assert (first.value, first.mean, len(first.outliers)) == (
        second.value,
        second.mean,
        len(second.outliers),
    )


def test_outliers_lie_outside_of_the_fences():
    assert [one.value for one in find_outliers(ratings(8, 8, 8, 1))] == [1]
    assert find_outliers(ratings(8, 8, 1)) == ()
    assert find_outliers(ratings(8, 7, 6, 5)) == ()


RUBRIC = """rubric review {
  total 0..100
  indicator attitude_points, max 100 = attitude * 10
  record {
    key name text
    attitude rating 0..10 step 0.5, REQUIRED rated by self 20%, peer 80% (at least 2)
  }
}
"""
REVIEW = load_text(RUBRIC.replace("REQUIRED ", ""))
STRICT = load_text(RUBRIC.replace("REQUIRED", "required,"))


def test_a_record_says_why_a_rated_field_is_missing():
    outcome = REVIEW.score({"name": "a", "attitude": {"self": 8, "peer": 7}})
    why = "1 of at least 2 ratings from peer"
    assert outcome.notes == {"attitude_points": f"`attitude`: {why}", "attitude": why}
    assert outcome.missing == ("attitude_points",)


def test_a_rating_out_of_range_is_left_out_and_named():
    outcome = REVIEW.score({"attitude": {"self": 8, "peer": {"Li": 7, "Wang": 8, "Sun": 11}}})
    assert outcome.total_exact == 76
    [fault] = outcome.left_out
    assert (fault.field, fault.value, fault.code) == ("attitude", "11", "R0105")
    assert "Sun (peer)" in fault.message
    assert outcome.notes["attitude"].startswith("left out: rating by Sun (peer)")


def test_a_required_field_rejects_where_ratings_are_too_few():
    with pytest.raises(RecordError) as caught:
        STRICT.score({"attitude": {"self": 8, "peer": 7}})
    assert [fault.code for fault in caught.value.rejection.faults] == ["R0210"]
    with pytest.raises(RecordError) as caught:
        STRICT.score({"name": "a"})
    assert [fault.code for fault in caught.value.rejection.faults] == ["R0111"]


def test_the_step_is_that_of_a_rating_and_not_of_the_mean():
    outcome = REVIEW.score({"attitude": {"self": 8, "peer": [7, 7.5]}})
    assert outcome.ratings["attitude"].value == Fraction(8, 5) + Fraction(4, 5) * Fraction(29, 4)
    assert REVIEW.score({"attitude": {"self": 8, "peer": [7, 7.3]}}).left_out[0].code == "R0106"
