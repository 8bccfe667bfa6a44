"""Reason codes speak in counted points: they explain the total."""

import pytest

from tests.trials.meaning_cases import by_id, scored

FOLDER = "49-reason-weights"


def given(outcome):
    return [(each.code, each.difference) for each in outcome.reasons]


def test_reasons_are_in_points_as_weighted():
    """49-reason-weights: late payments cost 72 of the total, the young firm 5."""
    assert given(by_id(FOLDER, "a", "r.csv")["k"]) == [("P", 72), ("G", 5)]


def test_reasons_are_in_points_as_rescaled():
    found = by_id(FOLDER, "b", "r2.csv")
    assert given(found["tie"]) == [("A", 10), ("B", 10), ("C", 10)]
    assert given(found["left"]) == [("C", 15), ("A", 7.5)]
    assert given(found["miss"]) == [("A", 20), ("B", 0), ("C", 0)]


GROUP = """rubric r {{
  total{total}
  reasons points {side}, first 3
  group g, {combine}, max 10{weight} {{
    indicator a, max 10, baseline {base}, reason A "a" = x
    indicator b, max 10, baseline {base}, reason B "b" = y
  }}
  indicator c, max 10, baseline {base}, reason C "c"{weight} = z
  record {{
    x number 0..10, required
    y number 0..10, required
    z number 0..10, required
  }}
}}
"""


@pytest.mark.parametrize(
    ("combine", "wanted"),
    [
        ("mean", [("B", 4), ("C", 4), ("A", 1)]),
        ("lowest", [("B", 6), ("C", 4), ("A", 0)]),
        ("highest", [("C", 4), ("A", 2), ("B", 2)]),
    ],
)
def test_reasons_reach_the_total_through_groups(combine, wanted):
    text = GROUP.format(total="", side="below", combine=combine, weight="", base=10)
    assert given(scored(text, x=8, y=2, z=6)) == wanted


def test_points_above_are_what_raises_the_total():
    text = GROUP.format(
        total=" weighted", side="above", combine="mean", weight=", weight 50%", base=0
    )
    assert given(scored(text, x=8, y=2, z=6)) == [("C", 30), ("A", 20), ("B", 5)]


def test_the_reasons_of_a_total_that_is_a_sum_add_up_to_what_it_lacks():
    text = GROUP.format(total="", side="below", combine="mean", weight="", base=10)
    outcome = scored(text, x=1, y=2, z=3)
    assert sum(each.difference for each in outcome.reasons) == 20 - outcome.total_exact
