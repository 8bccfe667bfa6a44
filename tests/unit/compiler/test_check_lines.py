"""Bands and levels: one line for each value, on the grid of the field."""

import pytest

from tests.unit.compiler.checking import card, codes, findings, only, witness


def bands(field, lines, subject="x", before=""):
    body = "\n".join(f"    {line}" for line in lines)
    return card(f"    x {field}", f"{before}\n  indicator i of {subject} {{\n{body}\n  }}")


@pytest.mark.parametrize(
    ("field", "lines"),
    [
        ("integer 0..20, required", ["0..9 : 1", "10..20 : 2"]),
        ("number 0..20 step 0.1, required", ["0..9.9 : 1", "10..20 : 2"]),
        ("number 0..20, required", ["[0, 10) : 1", "[10, 20] : 2"]),
        ("number 0..20, required", ["10..20 : 2", "0 to under 10 : 1"]),
        ("number, required", [">= 10 : 2", "< 10 : 1"]),
        ("number, required", [">= 10 : 2", "otherwise : 1"]),
        ("number", [">= 10 : 2", "< 10 : 1", "missing : 0"]),
        ("percent 0..100%, required", [">= 20% : 2", ">= 5% : 1", "< 5% : 0"]),
        ("yes/no, required", ["yes : 1", "no : 0"]),
        ("a | b | c, required", ["a, b : 1", "c : 0"]),
        ("a | b | c", ["a : 1", "otherwise : 0", "missing : 0"]),
    ],
)
def test_complete_lines_are_silent(field, lines):
    assert findings(bands(field, lines)) == ()


@pytest.mark.parametrize(
    ("field", "lines", "value", "region"),
    [
        ("integer 0..20, required", ["0..9 : 1", "11..20 : 2"], "10", "the value 10"),
        ("number 0..20, required", ["0..9 : 1", "10..20 : 2"], "9.5", "above 9 to under 10"),
        ("number 0..20 step 0.1, required", ["0..9 : 1", "10..20 : 2"], "9.1", "from 9.1 to 9.9"),
        ("number 0..20, required", ["1..20 : 2"], "0.5", "from 0 to under 1"),
        ("number, required", [">= 10 : 2", ">= 5 : 1"], "4", "under 5"),
        (
            "percent 0..100%, required",
            ["0% to under 12% : 1", "13%..100% : 2"],
            "12.5%",
            "12% to under 13%",
        ),
    ],
)
def test_a_gap_is_shown_in_the_unit_of_the_lines(field, lines, value, region):
    found = only(bands(field, lines))
    assert found.code == "E0402"
    assert witness(found) == {"x": value}
    assert region in found.help


def test_a_gap_in_a_column_of_wan_shows_what_the_policy_lost():
    field = "money 0..1亿 in 万元, required"
    found = only(bands(field, ["500万..1亿 : 20", "300万..499万 : 19", "0 to under 300万 : 10"]))
    assert found.code == "E0402"
    assert "499.5万" in found.message
    assert witness(found) == {"x": "499.5"}


def test_no_more_than_three_gaps_are_shown_one_by_one():
    lines = [f"{k}0..{k}8 : {k}" for k in range(1, 7)]
    found = findings(bands("integer 10..69, required", lines))
    assert [each.key for each in found].count("E0402") == 3
    assert "3 more gaps" in next(each.message for each in found if each.key == "E0402.more")


def test_a_limit_that_two_lines_name_is_an_overlap():
    found = only(bands("number 0..20, required", ["0..10 : 1", "10..20 : 2"]))
    assert found.code == "E0403"
    assert witness(found) == {"x": "10"}
    assert len(found.labels) == 1


def test_limits_that_meet_between_values_of_the_grid_do_not_overlap():
    lines = ["0 to under 10.5 : 1", "(9.5, 20] : 2"]
    assert codes(bands("integer 0..20, required", lines)) == ["E0403"]
    assert codes(bands("integer 0..20, required", ["[0, 9.5] : 1", "[9.5, 20] : 2"])) == []


def test_a_value_of_a_category_without_a_line_is_named():
    found = only(bands("a | b | c, required", ["a : 1"]))
    assert found.code == "E0404"
    assert "`b`, `c`" in found.message


def test_a_line_outside_of_the_range_is_never_taken():
    text = bands("integer 0..20, required", ["0..20 : 1", "21..30 : 2"])
    assert codes(text) == ["W0401"]


def test_otherwise_after_lines_that_take_all_is_never_reached():
    assert codes(bands("number 0..20, required", ["0..20 : 1", "otherwise : 2"])) == ["W0402"]


def test_a_gap_of_a_derived_value_comes_with_a_record():
    record = "    a number 1..10, required\n    b number 1..10, required"
    body = """  let share = a / (a + b)
  indicator i of share {
    [0, 40%]     : 1
    [50%, 1000%] : 2
  }"""
    found = only(card(record, body))
    assert found.code == "E0402"
    assert set(witness(found)) == {"a", "b"}


def test_a_gap_where_the_derived_value_never_is_is_no_error():
    record = "    a number 1..10, required\n    b number 1..10, required"
    body = """  let share = a / (a + b)
  indicator i of share {
    [0, 0.5)   : 1
    [0.5, 1]   : 2
  }"""
    assert codes(card(record, body)) == ["W0403"]


def test_each_value_needs_its_industry():
    record = "    industry a | b | c, required\n    x number 0..10, required"
    body = """  indicator i of x, limits by industry, at least {
    |   | 10 | 5 | otherwise 0 |
    | a | 8  | 4 |             |
    | b | 7  | 3 |             |
  }"""
    found = only(card(record, body))
    assert "c" in found.message


def test_a_count_needs_a_line_for_each_number():
    record = "    a yes/no, required\n    b yes/no, required"
    body = "  indicator i, counts (a, b) {\n    2 : 2\n    1 : 1\n  }"
    assert codes(card(record, body)) == ["E0402"]
    body = "  indicator i, counts (a, b) {\n    2 : 2\n    0..1 : 1\n  }"
    assert codes(card(record, body)) == []
