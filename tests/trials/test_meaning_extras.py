"""Bonuses and deductions inside groups: no group around them stretches what they give."""

import pytest

from scorelang.api import load_text
from tests.trials.meaning_cases import scored

NESTED = """rubric r {{
  total 0..{most}
  reasons points below
  {opening}
    group g {{
      indicator a, max 60, if missing: leave out = x
      indicator prize, baseline 5, reason R1 "no prize", all that hold {{ {prize} }}
    }}
  {closing}
  indicator c, max 40, if missing: leave out = y
  record {{
    x number 0..60
    y number 0..40
    won yes/no
  }}
}}
"""


@pytest.mark.parametrize("around", [("", ""), ("group outer {", "}")])
@pytest.mark.parametrize(
    ("values", "total"),
    [
        ({"x": 30, "y": 20, "won": True}, 55),
        ({"x": 30, "won": True}, 55),  # 30 of 60 is 50 of 100, and 5
        ({"x": 60, "won": True}, 105),
        ({"x": 30, "won": False}, 50),
        ({"y": 20, "won": True}, 50),  # nothing but the prize is left of the group
        ({"won": True}, None),
    ],
)
def test_a_group_around_a_bonus_does_not_stretch_it(around, values, total):
    text = NESTED.format(most=105, opening=around[0], closing=around[1], prize="5 when won")
    outcome = scored(text, **values)
    assert outcome.total_exact == total
    given = sum(part.contribution for part in outcome.contributions)
    given += sum(each.amount for each in outcome.adjustments)
    assert total is None or given == total


@pytest.mark.parametrize("values", [{"x": 30, "won": False}, {"x": 30, "y": 20, "won": False}])
def test_a_reason_speaks_of_the_bonus_as_it_counts(values):
    outcome = scored(NESTED.format(most=105, opening="", closing="", prize="5 when won"), **values)
    assert [(each.code, each.difference) for each in outcome.reasons] == [("R1", 5)]


def test_a_group_around_a_deduction_does_not_stretch_it():
    text = NESTED.format(most=100, opening="", closing="", prize="-5 when won").replace(
        "total 0..100", "total -5..100"
    )
    assert scored(text, x=60, won=True).total_exact == 95
    assert load_text(text).checked.total.range.low == -5


def test_a_limit_of_the_group_acts_on_all_of_it():
    text = NESTED.format(most=100, opening="", closing="", prize="5 when won")
    text = text.replace("group g {", "group g, at most 60 {")
    assert scored(text, x=57, won=True).total_exact == 100
    assert scored(text, x=30, won=True).total_exact == pytest.approx(58.33, abs=0.01)


WAYS = """rubric r {{
  total, round 0.01
  group g, {way} {{
    indicator a, max 10, if missing: leave out = x
    indicator b, max 10, if missing: leave out = y
    indicator prize, all that hold {{ 1 when won }}
  }}
  record {{
    x number 0..10
    y number 0..10
    won yes/no
  }}
}}
"""


@pytest.mark.parametrize(
    "way",
    ["sum", "mean", "lowest", "highest", "product", "geometric mean", "best 2 of"],
)
@pytest.mark.parametrize("won", [True, False])
def test_a_bonus_alone_is_no_rating_whatever_the_group(way, won):
    outcome = scored(WAYS.format(way=way), won=won)
    assert outcome.status.value == "not ratable"
    assert outcome.notes["g"] == "only bonuses and deductions could be rated"


@pytest.mark.parametrize(
    ("values", "total"),
    [
        ({"x": 5, "y": 10, "won": True}, "5.33"),
        ({"x": 5, "won": True}, "3.67"),  # (5 of 10, as 10 of 20, and 1) / 3
        ({"x": 5, "won": False}, "3.33"),
    ],
)
def test_a_mean_does_not_stretch_a_bonus(values, total):
    outcome = scored(WAYS.format(way="mean"), **values)
    assert str(outcome.total) == total
