"""What is said of missing values acts on lists and counts too, which stand without it."""

import pytest

from scorelang.api import RecordError
from tests.trials.meaning_cases import scored

LIST = """rubric r {{
  base 100
  {default}
  indicator lost{clause}, all that hold, at least -20 {{
    -5 when accident
    -2 for each complaint
  }}
  {grades}
  record {{
    accident yes/no
    complaint integer >= 0
  }}
}}
"""
GOOD = "grades { A >= 95\n B otherwise }"
BAD = "grades { low < 95\n high otherwise }"


def lost(clause="", default="", grades=GOOD, **values):
    return scored(LIST.format(clause=clause, default=default, grades=grades), **values)


@pytest.mark.parametrize("place", ["clause", "default"])
@pytest.mark.parametrize(
    ("values", "points"),
    [
        ({"accident": False, "complaint": 1}, -2),
        ({"complaint": 2}, -9),  # the accident may have been
        ({"accident": True}, -20),  # there may have been any number of complaints
        ({}, -20),
    ],
)
def test_worst_is_the_end_of_each_open_line(place, values, points):
    said = {"clause": ", if missing: worst"} if place == "clause" else {}
    said |= {"default": "if missing: worst"} if place == "default" else {}
    assert lost(**said, **values).scores["lost"] == points


def test_worst_of_a_risk_score_takes_no_open_deduction():
    found = lost(", if missing: worst", grades=BAD, complaint=2)
    assert found.scores["lost"] == -4
    assert found.missing == ("lost",)


@pytest.mark.parametrize(
    ("clause", "points"),
    [(", if missing: -7", -7), (", if missing: leave out", None), ("", -4)],
)
def test_a_clause_of_the_list_itself_acts_where_a_line_is_open(clause, points):
    found = lost(clause, complaint=2)
    assert found.scores["lost"] == points
    assert found.notes["lost"] == "`accident` is missing"


@pytest.mark.parametrize("place", ["clause", "default"])
def test_reject_rejects_where_a_line_is_open(place):
    said = {place: ", if missing: reject".lstrip(", " if place == "default" else "")}
    with pytest.raises(RecordError, match="accident"):
        lost(**said, complaint=2)


COUNT = """rubric r {{
  {default}
  indicator met, max 5{clause}, counts (a, b, n >= 2) {{
    3    : {points[0]}
    2    : 3
    0..1 : {points[1]}
  }}
  grades {{
    {best} {sign} 3
    other otherwise
  }}
  record {{
    a yes/no
    b yes/no
    n integer >= 0
  }}
}}
"""


@pytest.mark.parametrize(
    ("points", "sign", "values", "worst"),
    [
        ((5, 0), ">=", {"a": True, "n": 2}, 3),
        ((0, 5), ">=", {"a": True, "n": 2}, 0),
        ((5, 0), "<", {"a": True, "n": 2}, 5),
        ((0, 5), "<", {"a": True, "n": 2}, 3),
        ((0, 5), ">=", {"n": 2}, 0),
        ((0, 5), ">=", {"a": False, "n": 2}, 3),
        ((5, 0), "<", {"a": False, "b": False, "n": 2}, 0),
    ],
)
@pytest.mark.parametrize("place", ["clause", "default"])
def test_worst_of_a_count_looks_at_what_may_have_been_met(points, sign, values, worst, place):
    said = {"clause": "", "default": ""}
    said[place] = "if missing: worst" if place == "default" else ", if missing: worst"
    text = COUNT.format(points=points, sign=sign, best="best", **said)
    assert scored(text, **values).total_exact == worst


@pytest.mark.parametrize(("clause", "points"), [(", if missing: 1", 1), ("", 3)])
def test_a_count_gives_what_its_own_clause_says(clause, points):
    text = COUNT.format(points=(5, 0), sign=">=", best="best", clause=clause, default="")
    assert scored(text, a=True, n=2).total_exact == points


def test_a_count_with_reject_rejects():
    text = COUNT.format(
        points=(5, 0), sign=">=", best="best", clause=", if missing: reject", default=""
    )
    with pytest.raises(RecordError, match="`b` is missing"):
        scored(text, a=True, n=2)
