"""Units, percent and money: what would be read otherwise than meant is read right, or said."""

import pytest

from scorelang.loading import read_text
from scorelang.source.text import SourceText
from tests.generators.scoring import points_of


def read(text):
    return read_text(SourceText("t.rubric", text))


def codes(text):
    """The codes of a rubric without the one for what is not used."""
    return sorted({each.code for each in read(text).diagnostics} - {"W0201", "W0202"})


def total(text, **cells):
    """The total of one record."""
    checked = read(text).checked
    assert checked is not None, codes(text)
    return points_of(checked, {"i": "1", **cells})["total"]


def chinese(fields, body):
    return f"评分标准 试 {{\n{body}\n数据项 {{\n编号 i 文字\n{fields}\n}}\n}}\n"


def english(fields, body):
    return f"rubric t {{\n{body}\nrecord {{\nkey i text\n{fields}\n}}\n}}\n"


# --- decimal places are no step ------------------------------------------------------

PLAIN = "x 数值 0~100"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("精确到 2位小数", ["E0308"]),
        ("精确到 2位", ["E0308"]),
        ("精确到 2分", ["E0308"]),
        ("精确到 1位小数", ["E0308"]),
        ("精确到 2", ["W0306"]),
        ("精确到 0.01", []),
        ("精确到 1分", []),
        ("精确到 0.1分", []),
        ("精确到 1元", []),
    ],
)
def test_a_rounding_step_with_a_word(written, expected):
    assert codes(chinese(PLAIN, f"总分 0~100，{written}\n指标 甲，满分 100 = x")) == expected


@pytest.mark.parametrize("word", ["decimal", "places", "digits", "dp", "points"])
def test_english_decimal_places(word):
    text = english("x number 0..100", f"indicator p, max 100, round 2 {word} = x")
    (found,) = [each for each in read(text).diagnostics if each.severity.value == "error"]
    assert "0.01" in found.help + "".join(fix.replacement for fix in found.fixes)


# --- a notch moves grades ------------------------------------------------------------


@pytest.mark.parametrize(
    ("moved", "expected"),
    [
        ("5分", ["E0103"]),
        ("1分", ["E0103"]),
        ("10次", ["E0103"]),
        ("1项", ["E0103"]),
        ("5%", ["E0103"]),
        ("1级", []),
        ("1", []),
    ],
)
def test_a_notch_takes_grades(moved, expected):
    grades = "等级 {\nA 90以上\nB 70以上\nC 其余\n}"
    body = f"指标 甲，满分 100 = x\n{grades}\n升降 投诉 当 y：下调 {moved}"
    assert codes(chinese(f"{PLAIN}\ny 是否", body)) == expected


# --- units of limits, and names that read as units -----------------------------------


@pytest.mark.parametrize(
    ("field", "limit", "expected"),
    [
        ("x 数值 >= 0 单位 小时", "30分以内", ["E0301"]),
        ("x 整数 >= 0 单位 天", "30次以内", ["E0301"]),
        ("x 金额 >= 0", "2分以内", ["E0301"]),
        ("x 百分比 0~100%", "30分以内", ["E0301"]),
        ("x 整数 >= 0 单位 次", "3分以内", ["E0301"]),
        ("x 整数 >= 0 单位 次", "3次以内", []),
        ("x 数值 >= 0 单位 分", "30分以内", []),
        ("x 数值 >= 0", "30分以内", []),
        ("x 数值 >= 0", "30次以内", []),
    ],
)
def test_a_count_beside_another_unit(field, limit, expected):
    bands = f"指标 甲 按 x，满分 20 {{\n{limit}：20\n其余：0\n}}"
    assert codes(chinese(field, bands)) == expected
    condition = f"指标 甲，满分 20 = 如果 x < {limit.removesuffix('以内')} 则 20 否则 0"
    assert codes(chinese(field, condition)) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [("a / 2b", ["E0301"]), ("2b / 2b * a", ["E0301"]), ("a / (2 * b)", [])],
)
def test_a_number_before_a_name(formula, expected):
    body = f"计算 人均 = {formula}\n指标 甲 按 人均，满分 20 {{\n60以上：20\n其余：0\n}}"
    assert codes(chinese("a 数值 >= 0\nb 数值 > 0", body)) == expected


def test_a_column_named_like_its_unit():
    bands = "指标 甲 按 件，满分 20 {\n60件以上：20\n其余：0\n}"
    assert codes(chinese("件 整数 >= 0 单位 件", bands)) == []


# --- a percentage where points stand -------------------------------------------------


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("大类 g，最多 80% {\n指标 甲，满分 100 = x\n}", ["E0307"]),
        ("大类 g，至少 60% {\n指标 甲，满分 100 = x\n}", ["E0307"]),
        ("指标 甲，最多 80% = x", ["E0307"]),
        ("指标 甲 按 x，最多 80% {\n60以上：20\n其余：0\n}", ["E0307"]),
        ("基础分 60%\n指标 甲，满分 100 = x", ["E0307"]),
        ("总分 0~100，至少 60%\n指标 甲，满分 100 = x", ["E0307"]),
        ("指标 甲，最多 120% = x / 50", []),
        ("大类 g，相乘，最多 120% {\n指标 甲 = x / 100\n指标 乙 = x / 50\n}", ["W0507"]),
    ],
)
def test_a_percentage_among_points(body, expected):
    assert set(codes(chinese(PLAIN, body))) <= set(expected)
    assert ("E0307" in codes(chinese(PLAIN, body))) == ("E0307" in expected)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("indicator p, max 100 = x\nscore s = points of p, at most 80%", ["E0307"]),
        ("indicator p, max 20 = 20, less 2% for each full 1 of x", ["E0307"]),
        ("indicator p, max 20 = 20, less 2 for each full 1 of x, at most 30%", ["E0307"]),
        ("indicator p, at most 30% = 0, plus 1% for each full 10 of x", []),
    ],
)
def test_a_percentage_among_points_in_english(body, expected):
    assert codes(english("x number 0..100", body)) == expected


def test_a_step_in_percent():
    body = "指标 甲 按 p，满分 20 = 20，低于 98% 每 1% 扣 2%，按比例，扣完为止"
    assert codes(chinese("p 百分比 0~100%", body)) == ["E0307"]
