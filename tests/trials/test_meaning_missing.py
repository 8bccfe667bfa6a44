"""What a blank counts: rescaling, extras, full marks instead, worst, levels and points unrated."""

import json

import pytest

from scorelang.cli.main import main
from tests.trials.meaning_cases import REPORTED, by_id, load_rubric, refused, scored, warned

FOLDER = "clauses-and-checks"


def test_a_bonus_is_never_stretched():
    """clauses-and-checks/bonus_stretched_101."""
    found = by_id(FOLDER, "bonus_stretched_101", "bonus_stretched_101.csv")
    assert found["2"].total_exact == 89
    for name in ("1", "3"):
        assert found[name].status.value == "not ratable"
        assert found[name].reason == "only bonuses and deductions could be rated"


PARTS = """rubric r {{
  total{clauses}
  {base}
  indicator a, max 60, if missing: leave out = x
  indicator b, max 40, if missing: leave out = y
  {extras}
  record {{
    x number 0..60
    y number 0..40
    late integer 0..100
    award yes/no
  }}
}}
"""
BONUS = "indicator bonus, all that hold, at most 5 { 5 when award }"
DEDUCTIONS = (
    "indicator d1, all that hold, at least -20 { -2 for each late }".replace("-2 for", "-2 for"),
    "indicator d1 = 0, less 2 for each late, at least -20",
)


@pytest.mark.parametrize(
    ("values", "total"),
    [
        ({"x": 30, "y": 20, "award": True}, 55),
        ({"x": 30, "award": True}, 55),  # 30 of 60 is 50 of 100, and 5
        ({"y": 40, "award": True}, 105),
        ({"y": 40, "award": False}, 100),
        ({"award": True}, None),
        ({}, None),
    ],
)
def test_the_rest_is_stretched_without_the_bonus(values, total):
    text = PARTS.format(clauses="", base="", extras=BONUS)
    outcome = scored(text, **values)
    assert outcome.total_exact == total
    assert (outcome.status.value == "scored") == (total is not None)


@pytest.mark.parametrize(
    "line",
    [
        "indicator d = 0, less 2 for each late, at least -20",
        "indicator d, all that hold {\n    -10 when late > 4\n    -10 when late > 2\n  }",
        "group g {\n    indicator d = 0, less 2 for each late, at least -20\n  }",
    ],
)
def test_deductions_keep_their_points(line):
    text = PARTS.format(clauses=" -20..100", base="", extras=line)
    assert scored(text, x=60, y=40, late=10).total_exact == 80
    assert scored(text, x=60, late=10).total_exact == 80
    assert scored(text, late=10).total_exact is None


def test_deductions_alone_are_a_card_of_their_own():
    text = """rubric r {
      base 100
      indicator late = 0, less 2 for each late, at least -20
      indicator lost, all that hold { -5 when lost }
      record {
        late integer 0..100
        lost yes/no
      }
    }"""
    assert scored(text, late=5, lost=True).total_exact == 85
    assert scored(text, lost=True).total_exact == 95
    assert scored(text).total_exact == 100


def test_a_list_in_a_weighted_group_is_a_share_like_any_other():
    text = """rubric r {
      total 0..100, weighted
      indicator a, max 10, weight 40%, if missing: leave out = x
      indicator b, max 10, weight 60%, all that hold { 10 when award }
      record {
        x number 0..10
        award yes/no
      }
    }"""
    assert scored(text, award=True).total_exact == 100


COVERAGE = """rubric r {
  total 0..100, weighted
  if missing: leave out, at least 60%
  indicator big, max 100, weight 30% = x
  indicator small, max 1, weight 70% = y
  record {
    x number 0..100
    y number 0..1
  }
}
"""


def test_coverage_is_counted_in_weights():
    assert scored(COVERAGE, y=1).total_exact == 100
    assert scored(COVERAGE, x=100).status.value == "not ratable"


ELSE = """rubric r {{
  indicator a of x, max 10, applies when not low, else {word} {{
    >= 5 : 10
    < 5  : 0
  }}
  {more}
  record {{
    x number 0..10
    y number 0..5
    low yes/no
    other yes/no
  }}
}}
"""


@pytest.mark.parametrize(("word", "total"), [("full marks", 10), ("0", 0), ("rescale", None)])
def test_a_part_that_counts_instead_is_rated_even_alone(word, total):
    outcome = scored(ELSE.format(word=word, more=""), low=True)
    assert outcome.total_exact == total
    assert (outcome.reason is None) == (total is not None)


def test_full_marks_instead_count_through_groups_too():
    group = "group g {\n    indicator b, max 5, applies when other, else full marks = y\n  }"
    assert scored(ELSE.format(word="rescale", more=group), low=True, other=False).total_exact == 15


@pytest.mark.parametrize(("word", "total"), [("full marks", 10), ("0", 0)])
def test_what_does_not_apply_counts_without_a_total_too(word, total):
    text = ELSE.format(word=word, more="no total\n  score s = points of g")
    text = text.replace("indicator a", "group g {\n  indicator a").replace(
        "< 5  : 0\n  }", "< 5  : 0\n  }\n  }"
    )
    assert scored(text, low=True).scores["s"] == total


# --- the end that hurts ---------------------------------------------------------------

RISK = "73-missing-worst-risk"


def test_worst_is_the_end_that_hurts():
    """73-missing-worst-risk: b and c count the worst points of a risk score."""
    found = by_id(RISK, "a", "r.csv")
    assert {name: (each.total_exact, each.grade) for name, each in found.items()} == {
        "a": (8, "high"),
        "b": (8, "high"),
        "c": (8, "high"),
    }
    found = by_id(RISK, "default", "r.csv")
    assert (found["b"].total_exact, found["b"].grade) == (0, "low")


def test_a_record_that_is_all_blank_is_a_record_from_the_command_line(monkeypatch, capfdbinary):
    """73-missing-worst-risk: line `b,,` is no note."""
    monkeypatch.chdir(REPORTED / RISK)
    assert main(["score", "a.rubric", "r.csv", "--to", "jsonl"]) == 0
    lines = map(json.loads, capfdbinary.readouterr().out.decode().splitlines())
    assert [(each["id"], each["total"], each["grade"]) for each in lines] == [
        (name, 8, "high") for name in "abc"
    ]


def test_a_blank_that_scores_as_the_best_value_is_warned_about():
    """73-missing-worst-risk/default.rubric."""
    warnings = load_rubric(REPORTED / RISK / "default.rubric").warnings
    assert [found.code for found in warnings] == ["W0511", "W0511"]
    assert "liver" in warnings[0].message
    assert not load_rubric(REPORTED / RISK / "a.rubric").warnings


WORST = """rubric r {{
  total{total}
  {score}
  indicator a of x, max 10, if missing: {word} {{
    >= 5 : 10
    < 5  : 2
  }}
  {grades}
  record {{
    x number 0..10
  }}
}}
"""
GOOD = "grades {\n    A >= 8\n    B otherwise\n  }"
BAD = "grades, worst first {\n    high >= 8\n    low otherwise\n  }"


@pytest.mark.parametrize(
    ("grades", "word", "points"),
    [
        (GOOD, "worst", 2),
        (BAD, "worst", 10),
        ("grades {\n    A <= 5\n    B otherwise\n  }", "worst", 10),
        ("grades {\n    A 8..10\n    B 0 to under 8\n  }", "worst", 2),
        ("grades {\n    A 0 to under 8\n    B 8..10\n  }", "worst", 10),
        ("class c, worst first {\n    high >= 8\n    low otherwise\n  }", "worst", 10),
        ("grades of a {\n    A >= 8\n    B otherwise\n  }", "worst", 2),
        ("grades {\n    A when total >= 8\n    B otherwise\n  }", "worst", 2),
        ("grades {\n    A when total at most 5 and x > 3\n    B otherwise\n  }", "worst", 10),
        ("grades {\n    A when not (points of a < 8)\n    B otherwise\n  }", "worst", 2),
        (
            "grades, worst first {\n bad when share of a >= 80%\n ok otherwise\n }",
            "worst",
            10,
        ),
        ("class c, worst first {\n    bad when 8 <= total\n    ok otherwise\n  }", "worst", 10),
        ("grades {\n    A >= 8\n    B when a full or x > 7\n    C otherwise\n  }", "worst", 2),
        ("", "lowest points", 2),
        ("", "highest points", 10),
        (GOOD, "highest points", 10),
    ],
)
def test_the_grades_say_which_end_hurts(grades, word, points):
    text = WORST.format(total=" 0..10", score="", word=word, grades=grades)
    assert scored(text).scores["a"] == points


@pytest.mark.parametrize(
    ("score", "total", "grades"),
    [
        ("", " 0..10", ""),
        ("", " 0..10", "grades {\n    A when x > 3\n    B otherwise\n  }"),
        ("", " 0..10", "grades {\n    A when total is 10\n    B otherwise\n  }"),
        (
            "",
            " 0..10",
            "grades {\n    A when total > 3\n B when total < 1\n C otherwise\n  }",
        ),
        ("", " 0..10", "grades {\n    A when total >= 4 - points of a\n    B otherwise\n  }"),
        (
            "score s = 10 - points of a",
            " 0..10",
            "grades {\n    A when points of s > 3\n    B otherwise\n  }",
        ),
        ("score s = 10 - points of a", " = s", GOOD),
    ],
)
def test_where_neither_end_can_be_told_worst_is_an_error(score, total, grades):
    text = WORST.format(total=total, score=score, word="worst", grades=grades)
    assert set(refused(text)) == {"E0307"}


def test_the_chinese_words_for_both_ends():
    text = """评分标准 风险 {
      总分 0~10
      指标 甲 按 值，满分 10，未填时：WORD {
        5以上：10
        不满5：2
      }
      数据项 {
        值 数值 0~10
      }
    }"""
    assert scored(text.replace("WORD", "最高分")).scores["甲"] == 10
    assert scored(text.replace("WORD", "最低分")).scores["甲"] == 2
    assert set(refused(text.replace("WORD", "最差"))) == {"E0307"}


def test_a_stated_default_is_no_reason_to_warn():
    text = WORST.format(total=" 0..10", score="", word="0", grades=BAD)
    assert warned(text) == []


# --- what conditions read of a part that was not rated ----------------------------------

LEVELS = """rubric r {{
  scale s {{
    A : 100%
    B : 50%
  }}
  indicator a of k, max 10, scale s{policy} {{
    good : A
    bad  : B
  }}
  indicator b, max 10 = x
  result level_a = level of a is A
  result not_a = level of a is not A
  result all_a = level of every indicator is A
  result none = points of a <= 0
  result share = share of a < 50%
  result sum = points of a + points of b
  result unknown = points of a is missing
  record {{
    k good | bad
    x number 0..10
  }}
}}
"""


def test_a_part_that_was_not_rated_has_no_level():
    outcome = scored(LEVELS.format(policy=""), x=5)
    assert outcome.results == {
        "level_a": False,
        "not_a": True,
        "all_a": False,
        "none": True,
        "share": True,
        "sum": None,
        "unknown": True,
    }


@pytest.mark.parametrize(
    ("policy", "none", "share"),
    [(", if missing: 8", False, False), (", if missing: leave out", None, None)],
)
def test_conditions_read_what_the_missing_policy_gave(policy, none, share):
    outcome = scored(LEVELS.format(policy=policy), x=5)
    assert (outcome.results["none"], outcome.results["share"]) == (none, share)
    assert outcome.results["level_a"] is False
