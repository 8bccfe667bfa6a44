"""Groups in which only some parts count."""

import pytest

from tests.unit.words.words import chinese_of, errors, outcome, rubric

RECORD = """record {
    key id text
    a number 0..10
    b number 0..10
    c number 0..10
    d number 0..10
    open yes/no
  }"""
PARTS = ("indicator ia = a", "indicator ib = b", "indicator ic = c", "indicator id_ = d")


def group(clauses, *parts, more=()):
    return rubric(f"group g, {clauses} {{", *(parts or PARTS), "}", *more, record=RECORD)


def points(clauses, *parts, **cells):
    cells = {"a": 1, "b": 9, "c": 5, "d": 7, "open": "yes"} | cells
    return outcome(group(clauses, *parts), **cells).scores["g"]


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        ("best 1 of", 9),
        ("best 2 of", 16),
        ("best 3", 21),
        ("sum, best 3 of", 21),
        ("drop lowest 1", 21),
        ("drop lowest 3", 9),
        ("mean, best 2 of", 8),
        ("mean, drop lowest 1", 7),
        ("drop lowest 2, at most 15", 15),
        ("best 2 of, max 20", 16),
    ],
)
def test_only_the_best_count(clauses, expected):
    assert points(clauses) == expected


def test_of_equal_parts_the_first_count_and_the_others_go_for_nothing():
    found = outcome(group("best 2 of"), a=5, b=5, c=5, d=1)
    parts = found.contributions[0].children
    assert [each.contribution for each in parts] == [5, 5, 0, 0]
    assert found.total == 10


LEAVING = (*PARTS[:3], "indicator id_, applies when open, else rescale = d")


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        ("best 2 of", 14),  # 9 and 5, both of 10 as before
        ("best 3 of", 15),  # 1, 9 and 5
        ("drop lowest 1", 21),  # 9 and 5 of 20, stretched to 30
        ("mean, drop lowest 1", 7),
    ],
)
def test_the_choice_is_among_what_applies(clauses, expected):
    assert points(clauses, *LEAVING, open="no") == expected


def test_with_fewer_left_than_counted_the_rest_is_stretched():
    parts = ("indicator ia = a", "indicator ib, if missing: leave out = b", LEAVING[-1])
    assert points("best 2 of", *parts, b="", open="no", a=4) == 8


BONUS = (
    "indicator ia = a",
    "indicator ib, if missing: leave out = b",
    "indicator ic, if missing: leave out = c",
)
PRIZE = ("indicator prize, all that hold {", "6 when open", "}")


@pytest.mark.parametrize(
    ("clauses", "cells", "expected"),
    [
        ("best 2 of", {"a": 5, "b": 4, "c": 1}, 11),
        (
            "best 2 of",
            {"a": 5, "b": "", "c": 1},
            11,
        ),  # the prize has the place of `ib`
        (
            "best 3 of",
            {"a": 5, "b": "", "c": ""},
            16,
        ),  # 5, stretched to 10 of 20, and the prize
        ("best 3 of", {"a": 5, "b": "", "c": "", "open": "no"}, 10),
        ("best 1 of", {"a": 5, "b": "", "c": 1}, 6),
        ("drop lowest 1", {"a": 5, "b": "", "c": ""}, 6),
        ("best 3 of", {"a": "", "b": "", "c": ""}, 6),
    ],
)
def test_a_bonus_among_the_best_keeps_its_points(clauses, cells, expected):
    assert points(clauses, *BONUS, *PRIZE, **cells) == expected


def test_a_reason_counts_what_the_best_would_come_to():
    coded = (
        "indicator ia, baseline 10, reason R1 = a",
        "indicator ib, baseline 10, reason R2 = b",
    )
    text = group("best 1 of", *coded, more=("reasons points below",))
    given = {each.code: each.difference for each in outcome(text, a=3, b=6).reasons}
    assert given == {"R1": 4, "R2": 4}


def test_full_marks_and_range_are_those_of_the_best():
    assert errors(group("best 2 of, max 20")) == []
    assert errors(group("best 2 of, max 40")) == ["E0502"]
    assert errors(group("best 2 of, max 10")) == ["E0501"]


@pytest.mark.parametrize(
    ("clauses", "code"),
    [
        ("best 4 of", "E0311"),
        ("drop lowest 4", "E0311"),
        ("drop lowest 0", "E0311"),
        ("lowest, best 2 of", "E0311"),
        ("weighted, drop lowest 1", "E0311"),
        ("best 2 of, drop lowest 1", "E0205"),
        ("best 1.5 of", "E0103"),
    ],
)
def test_choices_that_cannot_be_meant(clauses, code):
    assert code in errors(group(clauses))


def test_an_indicator_has_nothing_to_choose_from():
    assert errors(rubric("indicator ia, best 2 of = a", record=RECORD))[0] in {"E0101", "E0204"}


def test_what_applies_is_that_of_the_best():
    text = group("best 2 of", *LEAVING, more=("result r = applicable full of g",))
    assert outcome(text, a=1, b=1, c=1, d=1, open="no").results["r"] == 20


def test_in_chinese():
    assert "大类 g，取最好 2项 {" in chinese_of(group("best 2 of"))
    assert "大类 g，平均，去掉最低 1项 {" in chinese_of(group("mean, drop lowest 1"))


def test_best_is_still_a_name():
    text = rubric("indicator best = a", "score drop = points of best", record=RECORD)
    assert errors(text) == []
