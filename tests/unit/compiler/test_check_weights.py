"""Weights of a weighted group add up to 100%, for each value they differ by."""

from tests.unit.compiler.checking import card, codes, findings, only

RECORD = "    a number 0..10, required\n    b number 0..10, required"


def group(first, second, combine="weighted", record=RECORD):
    return card(
        record,
        f"""  group g, {combine}, max {100 if combine == "weighted" else 20} {{
    indicator ia, max 10{first} = a
    indicator ib, max 10{second} = b
  }}""",
    )


def test_weights_of_100_percent_are_silent():
    assert codes(group(", weight 40%", ", weight 60%")) == []


def test_the_sum_and_the_difference_are_told():
    found = only(group(", weight 40%", ", weight 50%"))
    assert found.code == "E0504"
    assert "90%" in found.message
    assert "10% missing" in found.help


def test_a_part_without_weight_is_named():
    found = only(group(", weight 40%", ""))
    assert (found.code, "`ib`" in found.message) == ("E0505", True)


def test_a_weight_in_a_plain_sum_is_reported():
    assert codes(group(", weight 40%", ", weight 60%", combine="sum")) == ["E0506"]


def test_weights_by_a_category_are_checked_for_each_value():
    record = RECORD + "\n    kind p | q, required"
    lets = """
  }
  let one = by kind {
    p : 40%
    q : 50%
  }
  let other = by kind {
    p : 60%
    q : 50%
"""
    record += lets.rstrip()
    assert codes(group(", weight one", ", weight other", record=record)) == []
    off = findings(group(", weight one", ", weight 60%", record=record))
    (found,) = (each for each in off if each.code != "W0202")
    assert found.key == "E0504.segment"
    assert "`q`" in found.message
