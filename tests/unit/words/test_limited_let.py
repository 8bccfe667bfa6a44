"""Limits that act on a derived value."""

import pytest

from tests.unit.words.words import chinese_of, codes, errors, findings, outcome, rubric

RECORD = """record {
    key id text
    creatinine number 0..100
    sales money 0..1000万
    born date
    kind a | b
  }"""


def limited(let):
    return rubric(f"let x = {let}", "result x_is = x", record=RECORD)


@pytest.mark.parametrize(
    ("given", "kept"), [("0.5", 1), ("1", 1), ("2.5", 2.5), ("4", 4), ("9", 4)]
)
@pytest.mark.parametrize(
    "limits", ["limited to 1..4", "at least 1, at most 4", "at most 4, at least 1"]
)
def test_a_derived_value_stays_between_its_limits(limits, given, kept):
    text = limited(f"creatinine, {limits}")
    assert outcome(text, creatinine=given).results["x_is"] == kept


def test_a_missing_value_stays_missing():
    assert outcome(limited("creatinine, limited to 1..4")).results["x_is"] is None


def test_the_limits_are_in_its_unit():
    text = limited("sales, at least 1万, at most 500万")
    assert outcome(text, sales="700万").results["x_is"] == 5_000_000
    assert outcome(text, sales="0").results["x_is"] == 10_000


def test_years_may_stand_beside_months():
    text = limited('months between born and as_of, at most 2年, note "x"')
    assert errors(text) == []


def test_a_whole_table_by_category_is_limited():
    text = limited("by kind {\n a : 2\n b : 9 }, at most 5")
    assert [outcome(text, kind=kind).results["x_is"] for kind in "ab"] == [2, 5]


def test_what_is_limited_needs_no_more_lines():
    lines = (
        "let x = creatinine, limited to 1..4",
        "indicator p of x {",
        "1..2 : 2",
        "(2, 4] : 1",
        "}",
    )
    assert errors(rubric(*lines, record=RECORD)) == []


@pytest.mark.parametrize(
    ("let", "code"),
    [
        ("sales, at most 3 days", "E0301"),
        ("kind, at most 3", "E0302"),
        ("creatinine, limited to 4..1", "E0311"),
        ("creatinine, at most 4, at most 5", "E0205"),
        ("creatinine, max 4", "E0204"),
    ],
)
def test_limits_that_cannot_be_meant(let, code):
    assert codes(limited(let))[0] == code


def test_the_wrong_way_round_is_said():
    assert findings(limited("creatinine, limited to 4..1"))[0][1] == "no value lies in `4 .. 1`"


def test_in_chinese():
    text = rubric("let x = creatinine, limited to 1..4", "result y = x", record=RECORD)
    assert "计算 x = creatinine，限于 1~4" in chinese_of(text)
