"""``missing`` where a value is chosen: on that side there is none."""

import pytest

from tests.unit.words.words import chinese_of, codes, outcome, rubric

SPEED = rubric(
    "let per_day = if days > 0 then sales / days else missing",
    "indicator speed of per_day, max 20, if missing: 3 {",
    "  >= 10 : 20",
    "  < 10  : 5",
    "}",
)
BY_KIND = rubric("indicator p = by kind {\n    a : 4\n    b : missing\n    otherwise : 1\n  }")


@pytest.mark.parametrize(("days", "points"), [(2, 20), (20, 5), (0, 3)])
def test_a_choice_may_give_no_value(days, points):
    found = outcome(SPEED, sales=100, days=days)
    assert found.scores["speed"] == points
    assert ("speed" in found.missing) is (days == 0)


def test_the_remark_says_why():
    found = outcome(SPEED, sales=100, days=0)
    assert found.notes["speed"] == "the rubric gives no value in this case"


@pytest.mark.parametrize(("kind", "points"), [("a", 4), ("b", 0), ("c", 1)])
def test_so_may_a_line_by_category(kind, points):
    found = outcome(BY_KIND, kind=kind)
    assert found.scores["p"] == points
    assert ("p" in found.missing) is (kind == "b")


def test_a_category_may_be_missing_too():
    text = rubric(
        "let kept = if checked is yes then kind else missing",
        "indicator p of kept {",
        "  a : 2",
        "  b, c : 1",
        "  missing : 0.5",
        "}",
    )
    assert [outcome(text, kind="a", checked=each).scores["p"] for each in ("yes", "no")] == [2, 0.5]


def test_a_comparison_with_it_is_undecided():
    text = rubric("let a = if checked then days else missing", "flag late when a > 3")
    assert outcome(text, days=9, checked="no").undecided == ("late",)


@pytest.mark.parametrize(
    "value",
    [
        "if checked then missing else missing",
        "if checked then 1 else if days > 3 then missing else missing",
        "by kind {\n a : missing\n otherwise : missing }",
    ],
)
def test_a_choice_of_nothing_else_is_an_error(value):
    assert codes(rubric(f"indicator p = {value}, limited to 0..5"))[0] == "E0302"


@pytest.mark.parametrize("value", ["missing", "1 + missing", "min (missing, 3)"])
def test_it_stands_nowhere_else(value):
    assert codes(rubric(f"indicator p = {value}, limited to 0..5"))[0].startswith("E01")


def test_in_chinese():
    assert "如果 days 超过 0 则 sales / days 否则 未填" in chinese_of(SPEED)
    assert "b：未填" in chinese_of(BY_KIND)
