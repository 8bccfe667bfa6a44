"""A derived value may give a category."""

import pytest

from tests.unit.words.words import chinese_of, codes, errors, findings, outcome, outcomes, rubric

LEVELS = ("indicator p of tier {", "large : 3", "medium : 2", "small : 1", "}")


def tier(value, *lines):
    return rubric(f"let tier = {value}", *(lines or LEVELS))


BY_SALES = "if sales > 100 then large else if sales >= 50 then medium else small"


@pytest.mark.parametrize(("sales", "points"), [(101, 3), (100, 2), (50, 2), (49, 1), ("", 0)])
def test_names_in_the_branches_are_values(sales, points):
    assert outcome(tier(BY_SALES), sales=sales).scores["p"] == points


def test_it_has_the_order_of_the_field_with_these_values():
    text = tier(BY_SALES, "flag big when tier >= medium")
    assert [x.flags for x in outcomes(text, {"sales": 60}, {"sales": 10})] == [("big",), ()]


def test_names_of_its_own_have_no_order():
    own = "if sales > 100 then vip else plain"
    assert codes(tier(own, "flag big when tier >= vip"))[0] == "E0303"
    assert outcome(tier(own, "flag big when tier is vip"), sales=200).flags == ("big",)


def test_a_field_among_the_branches_says_which_category():
    text = tier("if checked then size else small")
    assert [outcome(text, size="large", checked=each).scores["p"] for each in ("yes", "no")] == [
        3,
        1,
    ]


def test_a_name_that_is_no_value_of_that_category_is_reported():
    found = findings(tier("if checked then size else smal"))
    assert found[0][0] == "E0209"
    assert "smal" in found[0][1]


def test_values_by_category():
    text = tier("by kind {\n a : large\n b : missing\n otherwise : small }")
    assert [outcome(text, kind=each).scores["p"] for each in "abc"] == [3, 0, 1]


def test_a_table_gives_its_category_with_its_order():
    text = rubric(
        "table t gives high > low {",
        "| kind | t |",
        "| a | high |",
        "| b, c | low |",
        "}",
        "let risk = if checked then t else low",
        "flag risky when risk >= high",
    )
    assert outcome(text, kind="a", checked="yes").flags == ("risky",)


def test_texts_are_values_too():
    text = tier(
        'if checked then "A+" else "B"', "indicator p of tier {", '"A+" : 3', '"B" : 1', "}"
    )
    assert outcome(text, checked="yes").scores["p"] == 3


def test_a_line_for_each_value_is_demanded():
    assert errors(tier(BY_SALES, "indicator p of tier {", "large : 3", "medium : 2", "}")) == [
        "E0404"
    ]


def test_points_may_differ_by_it():
    lines = ("indicator p of days, max 4 by tier {",)
    grid = (
        "|  | large | medium | small |",
        "| 4 | >= 9 | >= 8 | >= 7 |",
        "| 0 | < 9 | < 8 | < 7 |",
        "}",
    )
    text = tier(BY_SALES, *lines, *grid)
    assert [
        x.scores["p"] for x in outcomes(text, {"sales": 200, "days": 8}, {"sales": 1, "days": 8})
    ] == [0, 4]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("if checked then sales else saels", "E0201"),
        ("if checked then 3 else unknown", "E0201"),
        ("if checked then p else small", "E0201"),
        ("unknown", "E0201"),
    ],
)
def test_a_misspelt_name_beside_numbers_stays_an_error(value, code):
    assert codes(tier(value))[0] == code


def test_a_result_is_still_a_text_in_quotes():
    assert codes(rubric("result r = if checked then yes_sir else no_sir"))[0] == "E0201"


def test_in_chinese():
    assert "计算 tier = 如果 sales 超过 100 则 large 否则 如果" in chinese_of(tier(BY_SALES))


def test_a_table_with_these_values_lends_its_order():
    text = rubric(
        "table t gives low > high {",
        "| kind | t |",
        "| a | high |",
        "| b, c | low |",
        "}",
        "let risk = if checked then high else low",
        "flag fine when risk > high",
        "result looked_up = t",
    )
    assert [x.flags for x in outcomes(text, {"checked": "no"}, {"checked": "yes"})] == [
        ("fine",),
        (),
    ]
