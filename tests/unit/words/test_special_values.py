"""Codes in a column that are no numbers: special values, with lines of their own."""

import pytest

from scorelang.api import RecordError, load_text
from tests.generators.compiling import compile_text
from tests.unit.words.words import chinese_of, codes, errors, outcome, outcomes, rubric

RECORD = """record {
    key id text
    score integer 300..850, special -9 "no bureau record", special -8 "refused", and last year "was"
    share percent 0..100% in %, special -1
    amount money >= 0 in 万元, special -1 "not told"
    born date, special 1900-01-01 "unknown", special "n/k"
    paid yes/no, special 9 "not asked"
  }"""
BANDS = (
    "indicator i of score, max 40 {",
    ">= 700 : 40",
    "< 700 : 5",
    "special -9 : 12, flag thin",
    "}",
)


def special(*lines):
    return rubric(*lines, record=RECORD.replace('special 9 "not asked"', 'special "9"'))


@pytest.mark.parametrize(
    ("cell", "points"),
    [("720", 40), ("-9", 12), ("-9.0", 12), (" -9 ", 12), ("－9", 12), ("-8", 0), ("", 0)],
)
def test_a_special_value_has_its_own_line(cell, points):
    assert outcome(special(*BANDS), score=cell).scores["i"] == points


def test_a_special_value_without_line_is_missing_and_said():
    found = outcome(special(*BANDS), score="-8")
    assert found.missing == ("i",)
    assert found.notes["i"] == "`score` is -8 (refused)"
    assert outcome(special(*BANDS), score="-9").missing == ()
    assert outcome(special(*BANDS), score="-9").flags == ("thin",)


def test_a_line_for_missing_takes_the_special_values_without_line():
    text = special(*BANDS[:-1], "missing : 1", "}")
    assert [each.scores["i"] for each in outcomes(text, {"score": "-8"}, {}, {"score": "-9"})] == [
        1,
        1,
        12,
    ]


def test_several_codes_share_a_line():
    text = special(*BANDS[:3], "special -9, -8 : 3", "}")
    assert outcome(text, score="-8").scores["i"] == 3
    text = special(*BANDS[:3], "special -9, special -8 : 3", "}")
    assert outcome(text, score="-9").scores["i"] == 3


@pytest.mark.parametrize(
    ("value", "cells", "expected"),
    [
        ("score + 1", {"score": "-9"}, None),
        ("if score is missing then 1 else 2", {"score": "-9"}, 1),
        ("if score is special -9 then 1 else 2", {"score": "-9"}, 1),
        ("if score is special -9 then 1 else 2", {"score": "-8"}, 2),
        ("if score is special -9 then 1 else 2", {"score": "400"}, 2),
        ("if score is special -9 then 1 else 2", {"score": ""}, 2),
        ("if score is not special -9 then 1 else 2", {"score": "-9"}, 2),
        ("first known of (score, 7)", {"score": "-9"}, 7),
        ("if score > 100 then 1 else 2", {"score": "-9"}, None),
        ("if share is special -1 then 1 else 2", {"share": "-1"}, 1),
        ("if amount is special -1 then 1 else 2", {"amount": "-1"}, 1),
        ("if born is special 1900-01-01 then 1 else 2", {"born": "1900年1月1日"}, 1),
        ('if born is special "n/k" then 1 else 2', {"born": "n/k"}, 1),
        ('if paid is special "9" then 1 else 2', {"paid": "9"}, 1),
        ('if paid is special "9" then 1 else 2', {"paid": "yes"}, 2),
        ("if last score is special -9 then 1 else 2", {"last score": "-9"}, 1),
    ],
)
def test_elsewhere_a_special_value_is_missing(value, cells, expected):
    assert outcome(special(f"result r = {value}"), **cells).results["r"] == expected


def test_first_that_holds_may_name_special_values():
    text = special(
        "indicator i of score, first that holds {",
        "special -9 : 4",
        ">= 700 : 9",
        "otherwise : 1",
        "}",
    )
    assert outcome(text, score="-9").scores["i"] == 4
    assert outcome(text, score="-8").missing == ("i",)


def test_dates_and_yes_no_have_lines_for_special_values():
    text = special(
        *("indicator b of born {", ">= 2000-01-01 : 2", "< 2000-01-01 : 1"),
        *('special "n/k" : 5', "special 1900-01-01 : 6", "}"),
        *("indicator p of paid {", "yes : 3", "no : 0", 'special "9" : 1', "}"),
    )
    found = outcomes(text, {"born": "n/k", "paid": "9"}, {"born": "1900-01-01", "paid": "yes"})
    assert [each.scores for each in found] == [{"b": 5, "p": 1}, {"b": 6, "p": 3}]


def test_special_values_are_no_part_of_means_and_ranks():
    text = special("result m = mean of score", "result r = rank of score")
    found = outcomes(text, {"score": "400"}, {"score": "-9"}, {"score": "600"})
    assert [each.results for each in found] == [
        {"m": 500, "r": 2},
        {"m": 500, "r": None},
        {"m": 500, "r": 1},
    ]


def test_a_required_field_may_hold_a_special_value_but_not_be_empty():
    text = rubric(*BANDS, record="record {\n score integer 300..850, required, special -9\n }")
    rated = load_text(text)
    assert rated.score({"score": -9}).scores["i"] == 12
    for cell, fault in ((None, "R0111"), (-7, "R0105")):
        with pytest.raises(RecordError) as raised:
            rated.score({"score": cell})
        assert [each.code for each in raised.value.rejection.faults] == [fault]


def test_blank_means_is_about_blanks_only():
    text = rubric(
        "result r = if x is special -9 then 1 else x",
        record="record {\n x integer 0..9, blank means 5, special -9\n }",
    )
    rated = load_text(text)
    assert [rated.score({"x": x}).results["r"] for x in (None, -9, 3)] == [5, 1, 3]


def test_it_reads_the_same_in_chinese():
    text = special(*BANDS, "result r = if score is not special -9 then 1 else 2")
    chinese = chinese_of(text)
    assert "特殊值 -9：12" in chinese
    assert "不为 特殊值 -9" in chinese
    assert compile_text(chinese)


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("x integer 0..9, special 5", "E0305"),
        ("x number, special -9%", "E0305"),
        ("x number, special y", "E0101"),
        ("x number, special 1900-01-01", "E0305"),
        ("x number, special -9, special -9.0", "E0205"),
        ("x a | b, special -9", "E0305"),
        ("x text, special -9", "E0305"),
        ("x number, special -9, rated by judges", "E0305"),
        ('x number, special -9 "a" "b"', "E0101"),
    ],
)
def test_codes_that_do_not_fit_are_errors(field, code):
    text = rubric("indicator i = 1", record=f"record {{\n {field}\n y number\n }}")
    assert errors(text) == [code]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ((*BANDS[:3], "special -7 : 3", "}"), "E0209"),
        ((*BANDS[:4], "special -9 : 3", "}"), "E0205"),
        (("indicator i of score * 2 {", ">= 700 : 1", "< 700 : 0", "special -9 : 1", "}"), "E0311"),
        (("result r = if score * 2 is special -9 then 1 else 2",), "E0311"),
        (("result r = if id is special -9 then 1 else 2",), "E0209"),
    ],
)
def test_lines_and_conditions_about_nothing_are_errors(lines, code):
    assert errors(special(*lines)) == [code]


def test_a_line_for_a_special_value_is_no_gap():
    assert "E0402" not in codes(special(*BANDS))
