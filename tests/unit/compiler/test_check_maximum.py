"""The claim ``max``, caps and the range of the total, each with a record that shows it."""

import pytest

from tests.unit.compiler.checking import card, codes, only, witness

RECORD = "    x number 0..10, required\n    n integer 0..5, required\n    a yes/no, required"


def one(text):
    return card(RECORD, text).replace(
        "\n}\n", "\n  indicator used = 0 * x + 0 * n + (if a then 0 else 0)\n}\n"
    )


@pytest.mark.parametrize(
    "part",
    [
        "indicator i, max 10 = x",
        "indicator i, max 20 = 20 - n, at least 0",
        "indicator i, max 20 = 20, less 2 for each n, at least 0",
        "indicator i, all that hold, max 7 {\n 5 when a\n 2 when x > 5\n }",
        "indicator i, all that hold, max 5 {\n 5 when a\n 2 when not a\n }",
        "group g, max 20 {\n indicator i, max 10 = x\n indicator j, max 10 = 2 * n\n }",
    ],
)
def test_true_claims_are_silent(part):
    assert codes(one(f"  {part}")) == []


def test_a_record_above_the_maximum_is_shown():
    found = only(one("  indicator i, max 10 = x + n"))
    assert found.code == "E0501"
    assert witness(found) == {"x": "10", "n": "5"}
    assert "15" in found.message


def test_the_best_record_is_shown_where_the_maximum_is_out_of_reach():
    found = only(one("  indicator i, max 30 = x + n"))
    assert found.code == "E0502"
    assert found.witness.outcome == "15 points"


def test_fields_that_hang_together_are_not_added_up_blindly():
    assert codes(one("  indicator i, max 10 = x + (10 - x)")) in (["W0505"], [])


def test_an_idle_cap_is_told():
    found = only(one("  group g, at most 20 {\n    indicator i, max 10 = x\n  }"))
    assert found.code == "W0503"


def test_a_cap_that_acts_is_silent():
    assert codes(one("  group g, at most 8 {\n    indicator i, max 10 = x\n  }")) == []


def test_the_range_of_the_total():
    assert codes(one("  total 0..10\n  indicator i, max 10 = x")) == []
    assert codes(one("  total 0..9\n  indicator i, max 10 = x")) == ["E0507"]
    assert codes(one("  total 1..10\n  indicator i, max 10 = x")) == ["E0507"]
    assert codes(one("  total 0..20\n  indicator i, max 10 = x")) == ["W0501"]
