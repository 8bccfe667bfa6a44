"""Bands, grades and classes by one rule, ranges that hold, and messages that name the cause.

Cases of `reported/clauses-and-checks`, `hostile/` and `fuzz/`, with variants.
"""

from pathlib import Path

import pytest

from scorelang.api import load_rubric
from scorelang.loading import read_rubric, read_text
from scorelang.source.text import SourceText

HERE = Path(__file__).parent
CASES = HERE / "reported" / "clauses-and-checks"


def errors(text):
    loaded = read_text(SourceText("t.rubric", text))
    return [each for each in loaded.diagnostics if each.code.startswith("E")]


def codes(text):
    return [each.code for each in errors(text)]


def graded(*lines, high=100):
    body = "\n".join(f"    {line}" for line in lines)
    return (
        f"rubric r {{\n  total 0..{high}, round 1\n  indicator a, max {high} = x\n"
        f"  grades {{\n{body}\n  }}\n  record {{\n    x integer 0..{high}, required\n"
        "    y yes/no, required\n  }\n}\n"
    )


@pytest.mark.parametrize("limit", [60, 80])
def test_a_score_that_two_grades_hold_is_an_error(limit):
    text = (CASES / "grades_overlap_60.rubric").read_text("utf-8")
    text = text.replace("80", "90").replace("60", str(limit))
    (found,) = errors(text)
    assert found.code == "E0509"
    assert f"both take {limit}" in found.message


def test_limits_of_both_directions_make_a_ladder_each():
    assert codes(graded("A >= 90", "B >= 80", "C 60 to under 80", "D < 60")) == []


def test_a_line_with_needs_may_pass_its_score_on():
    text = (CASES / "needs_falls_below_limit.rubric").read_text("utf-8")
    assert codes(text) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("A when total is 3", "B when total < 1"), ["E0508"]),
        (("A when total >= 2", "B when total < 2"), []),
        (("A when total >= 2", "B when y", "C when not y and total < 1"), ["E0508"]),
        (("A when total > 1", "B when x <= 1"), []),
    ],
)
def test_grades_by_conditions_have_no_gap(lines, expected):
    found = errors(graded(*lines, high=3))
    assert [each.code for each in found] == expected
    assert all(each.witness is not None for each in found)


def test_the_same_holds_of_a_class():
    text = graded("A >= 50", "B < 50", high=100).replace(
        "  record", "  class c {\n    P when total >= 60\n    Q when total <= 40\n  }\n  record"
    )
    assert codes(text) == ["E0508"]


@pytest.mark.parametrize("name", ["hostile/empty-grades", "fuzz/law-5946a89335"])
def test_grades_without_lines_are_an_error(name):
    text = (HERE / f"{name}.rubric").read_text("utf-8")
    assert codes(text) == ["E0206"]


def test_a_class_without_lines_is_an_error():
    text = graded("A >= 50", "B < 50").replace("  record", "  class c {\n  }\n  record")
    assert codes(text) == ["E0206"]


@pytest.mark.parametrize("name", ["traceback-955cc8551b", "law-d1a16bab62"])
def test_two_lines_that_hold_one_value_are_told_even_where_no_record_comes_to_it(name):
    assert "E0403" in codes((HERE / f"fuzz/{name}.rubric").read_text("utf-8"))


@pytest.mark.parametrize(
    "name", ["hostile/w0403-total-out", "fuzz/law-0959450e92", "fuzz/law-3635709dc9"]
)
def test_conditions_that_leave_a_record_out_are_an_error_with_that_record(name):
    loaded = read_rubric(HERE / f"{name}.rubric")
    (found,) = [each for each in loaded.diagnostics if each.code == "E0405"]
    assert found.witness is not None


def test_a_range_includes_what_a_record_without_a_line_gets():
    text = (
        "rubric r {\n  indicator a, first that holds {\n    10 when x * y >= 2\n"
        "    5 when x * y < 3\n  }\n  record {\n    x number 0..10, required\n"
        "    y number 0..10, required\n  }\n}\n"
    )
    loaded = read_text(SourceText("t.rubric", text))
    assert loaded.checked is not None
    assert loaded.checked.parts[0].range.low in {0, 5}


def test_a_table_may_have_one_field_and_that_across():
    rubric = load_rubric(CASES / "one_field_across.rubric")
    assert [rubric.score({"kind": kind}).grade for kind in "abc"] == ["FULL", "FULL", "MINI"]


def test_a_used_name_that_no_system_takes_is_a_message():
    assert "E0611" in codes((HERE / "hostile/long-use.rubric").read_text("utf-8"))
    loaded = read_rubric(HERE / "hostile/long-use.rubric")
    assert [each.code for each in loaded.diagnostics if each.code[0] == "E"] == ["E0611"]


def test_weights_that_are_shares_of_the_whole_are_given_as_shares_of_the_group():
    text = (
        "rubric r {\n  total 0..100, weighted\n"
        "  group g, max 100, weighted, weight 40% {\n"
        "    indicator a, max 10, weight 15% = x\n    indicator b, max 10, weight 25% = x\n  }\n"
        "  indicator c, max 10, weight 60% = x\n"
        "  record {\n    x number 0..10, required\n  }\n}\n"
    )
    (found,) = errors(text)
    assert "37.5%, 62.5%" in found.help


RULES = """rubric r {
  indicator a of part / whole, max 10 {
    <= 50%  : 0
    <= 100% : 10
  }
  indicator b, max 10 = s + t
  record {
    part  number 0..10, required
    whole number 1..50, required
    s number 0..10, required
    t number 0..10, required
    rule part <= whole
    rule s + t <= 10
  }
}
"""


def test_what_a_record_rule_excludes_is_no_gap_and_no_excess():
    assert codes(RULES) == []
    assert "E0402" in codes(RULES.replace("    rule part <= whole\n", ""))
    assert "E0501" in codes(RULES.replace("    rule s + t <= 10\n", ""))


TEMPERATURE = """rubric r {
  indicator t of temp, max 3 {
    <= 35.0    : 3
    35.1..36.0 : 1
    36.1..38.0 : 0
    >= 38.1    : 2
  }
  record {
    temp number 30..45, required
  }
}
"""


def test_gaps_between_decimals_are_told_once_lowest_first_with_the_cure():
    (found,) = errors(TEMPERATURE)
    assert found.code == "E0402"
    assert "`decimals 1`" in found.help
    assert found.help.index("35 ") < found.help.index("36 ") < found.help.index("38 ")
    assert codes(TEMPERATURE.replace("30..45", "30..45 decimals 1")) == []
