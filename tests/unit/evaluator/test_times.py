"""Dates, periods, events and actions from the text of a rubric to its outcome."""

import datetime as dt
from fractions import Fraction

import pytest

from scorelang.api import load_text

DAY = dt.date(2025, 2, 28)


def rubric_of(lines, fields):
    return load_text(f"rubric r {{\n{lines}\n  record {{\n{fields}\n  }}\n}}\n")


def value_of(expression, record, fields="a date\n b date\n n period\n m period in 月", as_of=DAY):
    rubric = rubric_of(f"  indicator i, max 1 = 1\n  result x = {expression}", fields)
    outcome = rubric.score(record, as_of=as_of)
    return outcome.results["x"], outcome.notes.get("x")


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("a + 6 months", dt.date(2025, 7, 31)),
        ("a + 1个月", dt.date(2025, 2, 28)),
        ("6 months + a", dt.date(2025, 7, 31)),
        ("a - 90 days", dt.date(2024, 11, 2)),
        ("a + 2 years - 1 day", dt.date(2027, 1, 30)),
        ("a + 1.5 years", dt.date(2026, 7, 31)),
        ("a + n", dt.date(2025, 2, 10)),
        ("a - m", dt.date(2024, 10, 31)),
        ("a + 2 * m", dt.date(2025, 7, 31)),
        ("b - a", Fraction(28)),
        ("a - b", Fraction(-28)),
        ("years between 2020-02-29 and as_of", Fraction(5)),
        ("months between a and b", Fraction(1)),
        ("days between b and a", Fraction(-28)),
        ("years between 2020-02-29 and as_of >= 5", True),
        ("years between 2020-02-29 and as_of >= 5年", True),
        ("months between a and b >= 2", False),
        ("months between a and b < 2 months", True),
        ("a + 1 month = b", True),
        ("a < b", True),
        ("a is 2025-01-01..2025-01-31", True),
        ("if a > b then a else b", DAY),
        ("a + (years between a and 2027-02-01) * 1 year", None),
    ],
)
def test_values(expression, expected):
    record = {"a": "2025-01-31", "b": "2025-02-28", "n": "10", "m": "3个月"}
    if expected is None:
        with pytest.raises(Exception, match="E0314"):
            value_of(expression, record)
        return
    assert value_of(expression, record)[0] == expected


@pytest.mark.parametrize(
    ("expression", "record", "said"),
    [
        ("a + 1 month", {}, "`a` is missing"),
        ("a + 1 month", {"a": "9999-12-31"}, "9999-12-31 moved by 1 months lies outside"),
        ("a - 20000 years", {"a": "2025-01-01"}, "outside the years 1 to 9999"),
        ("a + n", {"a": "2025-01-01", "n": "1.5"}, "1.5 is no whole number of days"),
    ],
)
def test_what_has_no_value_says_why(expression, record, said):
    value, note = value_of(expression, record)
    assert value is None
    assert said in note


def test_without_a_day_of_the_evaluation_its_values_are_missing():
    value, note = value_of("as_of + 1 day", {}, as_of=None)
    assert value is None
    assert "day of the evaluation" in note


def test_limits_on_dates_are_lines_like_others():
    rubric = rubric_of(
        """  indicator i of a, max 10 {
    >= 2024-01-01 : 10
    >= 2020-01-01 : 5
    < 2020-01-01  : 0
    missing : 1
  }""",
        "a date",
    )
    points = {
        day: rubric.score({"a": day}).total_exact
        for day in ("2024-01-01", "2023-12-31", "2020-01-01", "2019-12-31", None)
    }
    assert list(points.values()) == [10, 5, 5, 0, 1]
    assert rubric.score({"a": "2024-01-01"}).contributions[0].compared == dt.date(2024, 1, 1)


GROWTH = """  indicator i of growth of x, max 10 {
    >= 10% : 10
    < 10%  : 0
    missing : 1
  }
  result rise = growth of x
  result before = last x"""


@pytest.mark.parametrize(
    ("now", "last", "points", "said"),
    [
        ("110", "100", 10, None),
        ("109.99", "100", 0, None),
        ("-5", "100", 0, None),
        ("110", "0", 1, "`last x` is 0"),
        ("110", "-100", 1, "`last x` is -100"),
        ("110", None, 1, "`last x` is missing"),
        (None, "100", 1, "`x` is missing"),
    ],
)
def test_growth(now, last, points, said):
    rubric = rubric_of(GROWTH, 'x money, blank means 0, and last year "去年"')
    fields = rubric.checked.fields
    assert [(field.name, field.last_of) for field in fields] == [("x", None), ("last x", "x")]
    if now is None:
        rubric = rubric_of(GROWTH, 'x money, and last year "去年"')
    for column in ("last x", "last_x", "去年", "上期x"):
        outcome = rubric.score({"x": now, column: last})
        assert outcome.total_exact == points
        note = outcome.notes.get("rise")
        assert (note is None) if said is None else said in note


EVENT = """  indicator i, max 1 = 1
  grades {
    A >= 1 : action "none"
    B otherwise : action "look"
  }
  cap event when e : no better than B, until %s, action "report"
"""
EVENT_FIELDS = "e yes/no\n ends date"


@pytest.mark.parametrize(
    ("until", "ends", "as_of", "grade"),
    [
        ("2025-02-28", None, DAY, "B"),
        ("2025-02-27", None, DAY, "A"),
        ("2025-02-27", None, None, "B"),
        ("ends", "2025-02-28", DAY, "B"),
        ("ends", "2025-02-27", DAY, "A"),
        ("ends", None, DAY, "B"),
        ("ends", "2025-02-27", None, "B"),
    ],
)
def test_an_event_acts_up_to_and_with_its_last_day(until, ends, as_of, grade):
    rubric = rubric_of(EVENT % until, EVENT_FIELDS)
    outcome = rubric.score({"e": True, "ends": ends}, as_of=as_of)
    assert outcome.grade == grade
    assert outcome.actions == (("look", "report") if grade == "B" else ("none",))


def test_actions_of_lines_levels_classes_and_nothing():
    rubric = rubric_of(
        """  scale s { good : 100%
    bad : 0 , action "train"
  }
  indicator i of x, max 10, scale s
  indicator j of n, max 10 {
    > 5 : 0, action "inspect"
    <= 5 : 10
  }
  class c of j {
    low <= 5 : action "visit"
    high otherwise
  }""".replace("s { good", "s {\n good").replace("0 , action", "0, action"),
        "x good | bad\n n integer 0..10",
    )
    assert rubric.score({"x": "bad", "n": 9}).actions == ("train", "inspect", "visit")
    assert rubric.score({"x": "good", "n": 1}).actions == ()
    plain = rubric_of("  indicator i, max 1 = 1", "x text")
    assert plain.score({}).actions is None


def test_examples_state_the_day_of_the_evaluation():
    rubric = rubric_of(
        """  indicator i of years between a and as_of, max 10 {
    >= 3 : 10
    < 3  : 0
  }
  example old {
    given a = 2020-01-01, as_of = 2023-01-01
    expect total = 10
  }
  example young from old {
    given as_of = 2022-12-31
    expect total = 0
  }
  examples from old {
    | case | as_of      || total |
    | day  | 2022-12-31 || 0     |
    | base |            || 10    |
  }""",
        "a date",
    )
    assert all(trial.passed for trial in rubric.run_examples())
