"""The profile of data: what is missing, what moves together, how answers hang together."""

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorelang.api import load_text
from scorelang.profiling.correlation import (
    MOST_INDICATORS,
    find_correlated,
    find_duplicates,
    rank_twice,
    spearman,
)
from scorelang.profiling.distribution import distribute
from scorelang.profiling.pages import draw_bins, to_json, to_page
from scorelang.profiling.profile import make_profile
from scorelang.profiling.reliability import cronbach
from scorelang.profiling.sample import Sample
from scorelang.records.mapping import record_from_mapping

RUBRIC = load_text("""rubric survey "Survey" {
  total 0..30
  group service, max 20 {
    indicator speed_points, max 10 = speed
    indicator tone_points, max 10 = half
  }
  indicator price_points, max 10 = price
  let half = (tone + tone) / 2
  grades {
    good when total >= 20
    poor otherwise
  }
  record {
    key name text
    speed rating 0..10
    tone  rating 0..10, rated by judges
    price rating 0..10
  }
}
""")
VALUES = st.lists(st.integers(0, 5).map(Fraction), min_size=2, max_size=12)


def numbers(*values):
    return [None if value is None else Fraction(value) for value in values]


def profile_of(*records, least=Fraction(9, 10)):
    sample = Sample(RUBRIC.checked)
    for row, given_ in enumerate(records, 1):
        read = record_from_mapping(RUBRIC.checked, given_, row)
        [scored] = RUBRIC.score_records([read])
        sample.add(read, scored)
    return make_profile(sample, least)


def record(speed, tone, price):
    return {"name": "a", "speed": speed, "tone": tone, "price": price}


def test_missing_and_faults_are_told_apart():
    profile = profile_of(
        record(8, [7, 8], 5), record(None, [7, 11], 12), record("x", None, 5), record(8, [], 5)
    )
    assert {one.name: (one.missing, one.faults) for one in profile.fields} == {
        "name": (0, ()),
        "speed": (1, (("R0101", 1),)),
        "tone": (2, (("R0105", 1),)),
        "price": (0, (("R0105", 1),)),
    }
    assert (profile.records, profile.scored, profile.rejected) == (4, 2, 2)
    assert [one.name for one in profile.above(Fraction(1, 4))] == ["tone"]


def test_grades_that_nobody_got_are_there():
    assert profile_of(record(9, [9], 9)).grades == (("good", 1), ("poor", 0))


def test_answers_of_a_group_are_found_through_derived_values():
    profile = profile_of(record(2, [3], 2), record(8, [7], 9), record(5, [5], None))
    service, whole = profile.alphas
    assert (service.group, service.items, service.records) == ("service", ("speed", "tone"), 3)
    assert (whole.items, whole.records) == (("speed", "tone", "price"), 2)
    # variances 9 and 4, of the sum 25
    assert service.value == Fraction(2) * (1 - Fraction(13, 25))


@pytest.mark.parametrize("rows", [[], [(1, 2)], [(1,), (2,)], [(1, 2), (2, 1)]])
def test_no_alpha(rows):
    assert cronbach([numbers(*row) for row in rows]) is None


@given(VALUES)
def test_alpha_of_the_same_answer_twice_is_1(values):
    expected = None if len(set(values)) == 1 else 1
    assert cronbach([(value, value) for value in values]) == expected


def test_equal_values_share_the_middle_of_their_ranks():
    assert rank_twice(numbers(10, 20, 20, 5)) == [4, 7, 7, 2]
    assert rank_twice(numbers(10, None)) is None


def test_spearman_by_hand():
    # ranks 1 2 3 4 5 and 2 1 4 3 5: 1 - 6 * 4 / (5 * 24)
    assert spearman(numbers(1, 2, 3, 4, 5), numbers(20, 10, 40, 30, 50)) == Fraction(8, 10)
    assert spearman(numbers(1, 2), numbers(3, 3)) is None
    assert spearman(numbers(1, None, 2, 3), numbers(1, 9, 2, 3)) == 1


@given(VALUES, st.randoms())
def test_spearman_is_symmetric_and_turns_with_the_order(values, chance):
    other = [Fraction(chance.randint(0, 5)) for _ in values]
    rho = spearman(values, other)
    assert rho == spearman(other, values)
    opposite = spearman(values, [-value for value in other])
    assert (rho is None and opposite is None) or rho == -opposite
    assert rho is None or abs(rho) <= 1


def test_pairs_and_duplicates():
    columns = {
        "a": numbers(1, 2, 3),
        "b": numbers(1, 2, 3),
        "c": numbers(9, 5, 1),
        "d": numbers(1, 1, 1),
        "e": numbers(1, 1, 1),
    }
    pairs = [(one.first, one.second, one.rho) for one in find_correlated(columns, Fraction(1))]
    assert pairs == [("a", "b", 1), ("a", "c", -1), ("b", "c", -1)]
    assert find_duplicates(columns) == (("a", "b"),)


def test_only_so_many_indicators_are_compared():
    columns = {str(n): numbers(1, 2) for n in range(MOST_INDICATORS + 5)}
    assert len(find_correlated(columns, Fraction(1))) == MOST_INDICATORS * (MOST_INDICATORS - 1) / 2


@given(VALUES)
def test_every_value_lies_in_one_bin(values):
    found = distribute(RUBRIC.checked.parts[0].children[0], values)
    assert sum(found.bins) == len(values) == found.rated
    assert found.lowest <= found.first_quartile <= found.median <= found.third_quartile
    assert (found.low, found.high) == (0, 10)


def test_pages():
    profile = profile_of(record(2, [3], 2), record(8, [7], 9), record(5, [5], None))
    page = to_page(profile, Fraction(1, 10), lang="en", color=False, width=100)
    assert "33.3% above the limit" in page
    assert "Cronbach's alpha" in page
    assert "克隆巴赫" in to_page(profile, None, lang="zh", color=False, width=100)
    read = json.loads(to_json(profile, Fraction(1, 10)))
    assert [one["name"] for one in read["fields"] if one["above_limit"]] == ["price"]
    assert read["alphas"][0]["alpha"] == 0.96
    assert draw_bins([0, 0]) == "··"


def test_nothing_to_profile():
    empty = make_profile(Sample(RUBRIC.checked), Fraction(1))
    assert json.loads(to_json(empty, None))["records"] == 0
    assert to_page(empty, Fraction(0), lang="en", color=False, width=80)
