"""The edges on which a rubric turns: each was once moved by hand without a test noticing."""

from fractions import Fraction

import pytest

from scorelang import RubricError, load_text

COVERAGE = """rubric coverage {
  if missing: leave out
  group g, if missing: leave out, at least 60% {
    indicator a, max 30 = x
    indicator b, max 30 = y
    indicator c, max 40 = z
  }
  record {
    x number 0..30
    y number 0..30
    z number 0..40
  }
}
"""
CAPPED = """rubric capped {
  group g, at most 15 {
    indicator a, max 10 = x
    indicator b, max 10 = y
  }
  result share = points of g / applicable full of g
  record {
    x number 0..10
    y number 0..10
  }
}
"""
UNDECIDED = """rubric undecided {
  total 2..10
  indicator a of x, applies when asked, else full marks, if missing: 0 {
    >= 5 : 10
    < 5 : 2
  }
  record {
    x number 0..10, required
    asked yes/no
  }
}
"""
PAIRS = """rubric pairs {{
  group g, weighted, weights from pairs, max 100 {{
    indicator a, max 10 = x
    indicator b, max 10 = x
    indicator c, max 10 = x
    |   | a | b | c |
    | a |   | 1 | 1 |
    | b |   |   | {last} |
    | c |   |   |   |
  }}
  record {{
    x number 0..10, required
  }}
}}
"""
NEEDS = """rubric needs {
  total 0..100
  indicator a, max 100 = x
  grades {
    A >= 80, needs y
    B >= 60
    C otherwise
  }
  record {
    x number 0..100, required
    y yes/no, required
  }
}
"""
BLANK = """rubric blank {
  indicator a, max 10 = x, if missing: 3
  record {
    x number 0..10, blank also " n/a "
  }
}
"""


def test_a_group_is_rated_when_exactly_so_much_of_it_is():
    rubric = load_text(COVERAGE)
    assert rubric.score({"x": 30, "y": 30}).scores["g"] == 100
    assert rubric.score({"x": 30, "z": 40}).scores["g"] == 100
    assert rubric.score({"x": 30}).status.value == "not ratable"


def test_full_marks_of_a_group_keep_to_its_cap():
    outcome = load_text(CAPPED).score({"x": 10, "y": 5})
    assert outcome.results["share"] == Fraction(1)


def test_a_part_of_which_it_is_open_whether_it_applies_is_in_the_range():
    assert [warning.code for warning in load_text(UNDECIDED).warnings] == ["W0505"]
    rubric = load_text(UNDECIDED.replace("2..10", "0..10"))
    assert rubric.score({"x": 7}).total == 0
    assert rubric.score({"x": 7, "asked": False}).total == 10


@pytest.mark.parametrize(("last", "is_told"), [("2.764", True), ("2.75", False)])
def test_comparisons_with_a_ratio_of_just_a_tenth_contradict_one_another(last, is_told):
    found = [warning.code for warning in load_text(PAIRS.format(last=last)).warnings]
    assert ("W0506" in found) is is_told


def test_a_line_that_may_pass_a_score_on_takes_nothing_away():
    rubric = load_text(NEEDS)
    assert not rubric.warnings
    grades = [rubric.score({"x": 85, "y": y}).grade for y in (True, False)]
    assert grades == ["A", "B"]
    same = load_text(NEEDS.replace("B >= 60", "B >= 80").replace("C otherwise", "C < 80"))
    assert not same.warnings
    assert same.score({"x": 85, "y": False}).grade == "B"
    twice = NEEDS.replace("B >= 60", "B >= 80\n    D 85..90")
    with pytest.raises(RubricError, match="E0509"):
        load_text(twice)


@pytest.mark.parametrize("cell", ["n/a", " n/a ", "n/a "])
def test_a_word_for_blank_is_compared_without_spaces_around_it(cell):
    assert load_text(BLANK).score({"x": cell}).total == 3
