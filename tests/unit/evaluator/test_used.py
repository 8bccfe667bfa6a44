"""Scores of a used rubric: values, what is missing, rejections, the ledger."""

import json
from fractions import Fraction

import pytest

from scorelang import RecordError, load_rubric
from scorelang.records.results_layout import plan_results
from scorelang.records.results_rows import ResultRows
from scorelang.reports.ledger import make_ledger

POST = """rubric post_rating {
  total 0..100
  indicator skill of level, max 60, scale abc {
    5    : A
    0..4 : B
  }
  indicator rest of years, max 40 {
    >= 10 : 40
    < 10  : 0
  }
  scale abc {
    A : 100%
    B : 10%
  }
  grades {
    high >= 80
    low  otherwise
  }
  result limit = by grade {
    high : 100
    low  : 10
  }
  class depth of skill {
    deep >= 60
    flat otherwise
  }
  not ratable when level = 0 "no level"
  record {
    level integer 0..5, required
    years number 0..50
    rule years <= 45 "too many years"
  }
}
"""
MAIN = """rubric card {
  total 0..140
  use "post.rubric" as post {
    level = own_level
    years = seniority
  }
  indicator a, max 100 = points of post.total
  indicator b, max 40 = points of post.rest
  result grade_there = grade of post
  result depth_there = grade of post.depth
  result limit_there = result of post.limit
  result skill_there = level of post.skill
  result part_there = share of post.skill
  result is_full = if post.skill full then 1 else 0
  record {
    key customer text
    own_level integer 0..5, required
    seniority number 0..50
  }
}
"""


@pytest.fixture
def load(tmp_path):
    def write(main=MAIN):
        (tmp_path / "post.rubric").write_text(POST, "utf-8")
        (tmp_path / "card.rubric").write_text(main, "utf-8")
        return load_rubric(tmp_path / "card.rubric")

    return write


def record(level=5, seniority=12):
    return {"customer": "K", "own_level": level, "seniority": seniority}


def test_all_that_can_be_read_of_a_used_rubric(load):
    outcome = load().score(record())
    assert outcome.total_exact == 140
    assert outcome.results == {
        "grade_there": "high",
        "limit_there": Fraction(100),
        "depth_there": "deep",
        "skill_there": "A",
        "part_there": Fraction(1),
        "is_full": Fraction(1),
    }


def test_points_that_stand_in_for_a_missing_value_are_missing(load):
    outcome = load().score(record(seniority=None))
    assert outcome.scores["b"] == 0
    assert outcome.missing == ("b",)
    assert outcome.notes["b"] == "`rest` of `post`: `years` is missing"
    assert outcome.scores["a"] == 60  # the total there stands


def test_a_used_rubric_that_is_not_ratable_gives_nothing_and_says_why(load):
    outcome = load().score(record(level=0))
    assert set(outcome.results.values()) == {None}
    assert outcome.notes["a"] == "`post` is not ratable: no level"


def test_what_a_used_rubric_rejects_is_rejected_here_at_the_field_of_this_record(load):
    with pytest.raises(RecordError) as raised:
        load().score(record(seniority=50))
    [fault] = raised.value.rejection.faults
    assert (fault.field, fault.code) == ("seniority", "R0201")
    assert fault.message == "post: too many years"


def test_a_missing_score_can_reject_the_record(load):
    main = MAIN.replace("max 40 =", "max 40, if missing: reject =")
    with pytest.raises(RecordError):
        load(main).score(record(seniority=None))


def test_derived_values_may_read_a_used_rubric_and_feed_another(load):
    main = MAIN.replace(
        "  indicator a,",
        "  let half = min (round (points of post.total / 20) to 1 down, 5)\n"
        '  use "post.rubric" as again {\n    level = first known of (half, 1)\n    years = 3\n  }\n'
        "  result chained = points of again.total\n  indicator a,",
    )
    outcome = load(main).score(record())
    assert outcome.results["chained"] == 60


def test_the_ledger_and_json_show_the_used_rubric(load):
    rubric = load()
    outcome = rubric.score(record())
    values = {"customer": "K", "own_level": Fraction(5), "seniority": Fraction(12)}
    [used] = make_ledger(outcome, values, rubric.checked).used
    assert used.alias == "post"
    assert [line.name for line in used.ledger.lines] == ["skill", "rest", "total"]
    written = json.loads(ResultRows(plan_results(rubric.checked)).to_object(outcome))
    assert written["used"]["post"]["total"] == 100
