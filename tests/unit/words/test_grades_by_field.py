"""Grades and classes whose limits differ by a category: a column for each of its values."""

import pytest

from tests.unit.words.words import chinese_of, errors, findings, outcome, outcomes, rubric

PART = "indicator p = days"
TABLE = (
    "| tier  | a         | b, c      |",
    "| big   | >= 20     | >= 10     |",
    "| mid   | >= 5      | -         |",
    "| small | otherwise | otherwise |",
)


def graded(*rows, head="grades by kind", more=()):
    return rubric(PART, f"{head} {{", *(rows or TABLE), "}", *more)


def grades(text, *cells):
    return [each.grade for each in outcomes(text, *cells)]


CELLS = [{"days": day, "kind": kind} for kind in "abc" for day in (4, 5, 10, 20)]
EXPECTED = ["small", "mid", "mid", "big", *(["small", "small", "big", "big"] * 2)]


@pytest.mark.parametrize(
    "head", ["grades by kind", "grades, by kind", "grades of p by kind", "grades, by kind of p"]
)
def test_each_value_has_its_own_limits(head):
    assert grades(graded(head=head), *CELLS) == EXPECTED


def test_a_class_has_them_too():
    found = outcomes(graded(head="class k of p by kind"), *CELLS)
    assert [each.results["k"] for each in found] == EXPECTED
    assert found[3].class_lines == {"k": ">= 20"}


def test_a_column_for_all_others():
    text = graded("| t | a | otherwise |", "| A | >= 20 | >= 2 |", "| B | otherwise | otherwise |")
    assert grades(text, *({"days": 3, "kind": kind} for kind in "abc")) == ["B", "A", "A"]


def test_yes_and_no_are_columns():
    text = graded(
        *("| t | yes | no |", "| A | >= 2 | >= 5 |", "| B | otherwise | otherwise |"),
        head="grades by checked",
    )
    cells = ({"days": 3, "checked": each} for each in ("yes", "no"))
    assert grades(text, *cells) == ["A", "B"]


def test_without_the_category_the_grade_is_undecided():
    found = outcome(graded(), days=9)
    assert (found.grade, found.undecided) == (None, ("grade",))
    assert found.notes["grade"] == "`kind` is missing"


def test_a_line_for_missing_takes_a_missing_score():
    rows = (*TABLE, "| open | missing | missing |")
    text = rubric("score s = days", "no total", "grades of s by kind {", *rows, "}")
    assert grades(text, {"kind": "a"}, {"kind": "a", "days": 9}) == ["open", "mid"]


def test_caps_and_conditions_know_the_grades():
    more = ("cap weak when checked is no : no better than mid",)
    found = outcome(graded(more=more), days=25, kind="b", checked="no")
    assert (found.grade_before, found.grade) == ("big", "mid")


def test_the_worst_points_are_told_by_every_column():
    for sign, points in ((">=", 0), ("<=", 30)):
        text = rubric(
            "indicator p, if missing: worst = days",
            "grades by kind {",
            *("| t | a | otherwise |", f"| A | {sign} 20 | {sign} 10 |"),
            *("| B | otherwise | otherwise |", "}"),
        )
        assert outcome(text, kind="a").scores["p"] == points


def test_it_reads_the_same_in_chinese():
    assert "等级，分 kind {" in chinese_of(graded()) or "等级 分 kind {" in chinese_of(graded())
    assert "分 kind {" in chinese_of(graded(head="class k of p by kind"))


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (("| t | a | b |", "| A | >= 2 | >= 3 |", "| B | otherwise | otherwise |"), "E0508"),
        (("| t | a | otherwise |", "| A | >= 2 | >= 3 |", "| B | otherwise | - |"), "E0508"),
        (("| t | a, b | b, c |", "| A | >= 2 | >= 3 |", "| B | otherwise | otherwise |"), "E0205"),
        (
            ("| t | a | otherwise |", "| A | 1, 2 | >= 3 |", "| B | otherwise | - |"),
            "E0310",
        ),
        (("| t | a | otherwise |", "| A | 0..9 | >= 3 |", "| B | 9..30 | otherwise |"), "E0509"),
        (("| t | a | z |", "| A | >= 2 | >= 3 |", "| B | otherwise | otherwise |"), "E0209"),
    ],
)
def test_each_column_is_checked_like_grades(rows, code):
    assert code in errors(graded(*rows))


@pytest.mark.parametrize(
    ("head", "code"), [("grades by sales", "E0302"), ("grades", "E0206"), ("grades by it", "E0201")]
)
def test_the_columns_are_values_of_a_category(head, code):
    assert errors(graded(head=head)) == [code]


def test_the_category_is_used():
    said = [message for code, message in findings(graded()) if code == "W0201"]
    assert not any("`kind`" in message for message in said)
