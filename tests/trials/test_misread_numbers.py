"""Conditions and numbers that many read otherwise than they are: each is asked about."""

import pytest

from scorelang.api import load_text
from scorelang.loading import read_text
from scorelang.source.text import SourceText

CONDITION = (
    "rubric t {{\ntotal 0..10\nindicator q, max 10, first that holds {{\n10 when {}\n"
    "0 otherwise\n}}\nrecord {{\nx number 0..100\ny yes/no\nz yes/no\na number 0..100\n"
    "m percent 0..100%\nr number 0..1\ns money >= 0 in 万元\nb number > 0\nc number > 0\n}}\n}}\n"
)


def found_in(text):
    return {each.key: each for each in read_text(SourceText("t.rubric", text)).diagnostics}


def asked(condition):
    return found_in(CONDITION.format(condition))


@pytest.mark.parametrize(
    ("condition", "read", "shared"),
    [
        ("y or z is no", "y is yes or z is no", "y is no or z is no"),
        ("y and z is no", "y is yes and z is no", "y is no and z is no"),
        ("y or z is not yes", "y is yes or z is not yes", "y is not yes or z is not yes"),
        ("y and z is missing", "y is yes and z is missing", "y is missing and z is missing"),
        ("y 或 z 为 否", "y 为 是 或 z 为 否", "y 为 否 或 z 为 否"),
        ("x > 3 and y or z is no", "y is yes or z is no", "y is no or z is no"),
        ("y 且 z 已填", "y 为 是 且 z 已填", "y 已填 且 z 已填"),
    ],
)
def test_an_answer_that_two_columns_seem_to_share_is_shown_both_ways(condition, read, shared):
    said = asked(condition)["W0308"]
    assert f"`{read}`" in said.help
    assert f"`{shared}`" in said.help
    assert "W0308" not in asked(read)
    assert "W0308" not in asked(shared)


@pytest.mark.parametrize(
    "condition",
    [
        *("y or (z is no)", "(y) or z is no", "not y or z is no", "z is no or y", "y or z is yes"),
        *("y or y is missing", "x > 3 or z is no", "any of (y, z is no)", "y or x is missing"),
    ],
)
def test_an_answer_that_belongs_to_one_column_is_not_asked_about(condition):
    assert "W0308" not in asked(condition)


@pytest.mark.parametrize(
    ("condition", "meant"),
    [
        ("x > a + 10%", "a * 110%"),
        ("x > a - 5%", "a * 95%"),
        ("x > a * 2 + 10%", "(a * 2) * 110%"),
        ("x > 10% + a", "a * 110%"),
        ("x > b + 10%", "b * 110%"),
        ("x > 10 + 20%", "10 * 120%"),
    ],
)
def test_a_percentage_added_to_a_number_is_asked_about(condition, meant):
    assert f"`{meant}`" in asked(condition)["W0307"].help


@pytest.mark.parametrize(
    "condition",
    ["x > m + 10%", "x > r + 10%", "x > a * (1 + 10%)", "x > b / c + 10%", "x > a * 110%"],
)
def test_a_percentage_added_to_a_share_is_not_asked_about(condition):
    assert "W0307" not in asked(condition)


def test_a_percentage_added_to_an_amount_is_an_error_with_the_product():
    assert "`s * 110%`" in asked("s > s + 10%")["E0301.percent_sum"].help


@pytest.mark.parametrize(
    ("part", "field"),
    [
        ("indicator q, max 30 = 30 * m / 20", "m percent 0..20% in %"),
        ("indicator q of m, max 10 {\n> 20 : 10\notherwise : 0\n}", "m percent 0..100%"),
        ("let g = m + 10%\nindicator q, max 200 = g", "m number 0..100"),
        ("indicator q of m, max 12 {\n>= 50 : 10 + 20%\notherwise : 5\n}", "m number 0..100"),
    ],
)
def test_a_maximum_missed_by_a_percentage_is_not_to_be_lowered(part, field):
    said = found_in(f"rubric t {{\n{part}\nrecord {{\n{field}\n}}\n}}\n")["E0502.percent"]
    assert "lower" not in said.help


@pytest.mark.parametrize("formula", ["m * 0.2", "m / 100 * 20"])
def test_a_total_missed_by_a_percentage_is_not_to_be_lowered(formula):
    found = found_in(
        f"rubric t {{\ntotal 0..20\nindicator q = {formula}\nrecord {{\nm percent 0..100%\n}}\n}}\n"
    )
    assert "W0501.percent" in found


def test_one_less_a_quotient_of_amounts_is_a_percentage():
    found = found_in(
        "rubric t {\nlet margin = 1 - cost / sales\nindicator q of margin, max 10 {\n> 20 : 10\n"
        "otherwise : 0\n}\nrecord {\nsales money > 0 in 万元\ncost money >= 0 in 万元\n}\n}\n"
    )
    assert "W0305" in found


SHARED = (
    "rubric t {{\ntotal 0..100\nindicator quality of quality, max 10 {{\n>= 90 : 10\n>= 60 : 6\n"
    "< 60 : 2\n}}\nindicator same, max 90 = same\nindicator k of k {{\na : 0\nc : 0\n}}\n"
    "grades {{\nA >= 80{}\nB otherwise\n}}\n{}\nrecord {{\nquality number 0..100\n"
    "same number 0..90\nk a | c\n}}\n}}\n"
)


@pytest.mark.parametrize(
    ("needs", "more"),
    [
        (", needs quality >= 6", ""),
        ("", "cap w when quality < 6 : no better than B"),
        ("", "cap w when quality is 2..6 : no better than B"),
        ("", "class c {\nX when quality < 6\nY otherwise\n}"),
        ("", "result r = if quality > 5 then 1 else 0"),
    ],
)
def test_a_name_of_a_column_and_a_part_is_asked_about(needs, more):
    said = found_in(SHARED.format(needs, more))["W0309"]
    assert "`points of quality`" in said.help


@pytest.mark.parametrize(
    ("needs", "more"),
    [
        (", needs points of quality >= 6", ""),
        (", needs quality >= 60", ""),
        ("", "cap w when k is a : no better than B"),
        ("", "cap w when same < 6 : no better than B"),
        ("", "cap w when points of quality < 6 : no better than B"),
    ],
)
def test_a_name_that_can_only_be_one_of_them_is_not_asked_about(needs, more):
    assert "W0309" not in found_in(SHARED.format(needs, more))


@pytest.mark.parametrize(
    ("label", "limit", "meant"),
    [
        *(
            ("数量（千件）", "5千", "5"),
            ("数量（万件）", "5千", "0.5"),
            ("数量（百台）", "5千", "50"),
        ),
        *(
            ("数量（千件）", "5千件", "5"),
            ("数量（千件）", "5百", "0.5"),
            ("qty (thousand)", "5千", "5"),
        ),
    ],
)
def test_a_multiple_beside_a_column_of_multiples_is_an_error(label, limit, meant):
    text = (
        f"rubric t {{\nindicator a of x, max 20 {{\n{limit}以上：20\notherwise : 0\n}}\n"
        f'record {{\nx number >= 0 "{label}"\n}}\n}}\n'
    )
    assert f"`{meant}`" in found_in(text)["E0301.multiple"].help


def test_a_multiple_beside_a_column_of_single_things_is_read():
    text = (
        "评分标准 t {\n指标 a 按 x，满分 20 {\n5千以上：20\n其余：0\n}\n"
        '数据项 {\nx 整数 >= 0 "数量（件）"\n}\n}\n'
    )
    assert load_text(text).score({"x": 5000}).total == 20


@pytest.mark.parametrize("line", ["-1 : 5", "= -1 : 5", "< 0 : 5", "-1, -2 : 5"])
def test_a_line_for_a_special_value_is_said_with_its_word(line):
    text = (
        f"rubric t {{\nindicator a of x, max 20 {{\n{line}\n>= 50 : 20\notherwise : 0\n}}\n"
        'record {\nx integer 0..90, special -1 "none"\n}\n}\n'
    )
    assert "`special -1 : …`" in found_in(text)["E0209.special_line"].help


RANKED = (
    "rubric t {{\nno total\nscore {0} = s * o\ngrades of {0}, ties up{1} {{\n{2} top 20%\n"
    "fair next 60%\npoor rest\n}}\nrecord {{\nkey k text\ns integer 1..5\no integer 1..5\n}}\n}}\n"
)


@pytest.mark.parametrize(
    ("name", "order", "first", "is_asked"),
    [
        *(("risk", "", "good", True), ("风险", "", "优", True), ("merit", "", "good", False)),
        *(("risk", ", lowest first", "good", False), ("risk", ", highest first", "good", False)),
        ("risk", "", "high", False),
    ],
)
def test_a_risk_that_is_ranked_is_asked_which_end_is_best(name, order, first, is_asked):
    assert ("W0517" in found_in(RANKED.format(name, order, first))) is is_asked


@pytest.mark.parametrize(
    "raters",
    [
        *("自评占30%，领导占70%", "自评 占 30%，领导 占 70%", "自评占比30%，领导占比70%"),
        *("自评权重30%，领导权重70%", "自评：30%，领导：70%", "自评30%，领导70%"),
    ],
)
def test_a_rater_keeps_its_name(raters):
    text = (
        "评分标准 t {\n总分 0~100\n指标 甲，满分 100 = x * 10\n数据项 {\n"
        f"x 评分 0~10，评价人 {raters}\n}}\n}}\n"
    )
    for _ in range(2):
        fixes = [fix for each in found_in(text).values() for fix in each.fixes]
        if fixes:
            (fix, *_) = fixes
            text = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    assert "评价人 自评 30%，领导 70%" in text
