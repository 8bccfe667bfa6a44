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


# --- numbers without a unit beside 万元 and % -----------------------------------------

MONEY = "x 金额 >= 0 单位 万元"
TWO = "a 金额 > 0 单位 万元\nb 金额 > 0 单位 万元"
PERCENT = "x 百分比 0~900%"


def bands(subject, first, rest="其余：0"):
    return f"指标 甲 按 {subject}，满分 10 {{\n{first}：10\n{rest}\n}}"


def when(condition):
    return f"指标 甲，满分 10，先符合者为准 {{\n10 当 {condition}\n0 其余\n}}"


@pytest.mark.parametrize(
    ("field", "body", "expected"),
    [
        (MONEY, when("x 为 60~80"), ["W0304"]),
        (MONEY, when("60 <= x <= 80"), ["W0304"]),
        (MONEY, when("x 属于（60、80）"), ["W0304"]),
        (MONEY, when("x 超过 60"), ["W0304"]),
        (MONEY, when("x = 60"), ["W0304"]),
        (MONEY, when("x 为 60万~80万"), []),
        (MONEY, when("x 超过 0"), []),
        (MONEY, bands("x", "60以上"), ["W0304"]),
        (MONEY, bands("x", "60万以上"), []),
        (MONEY, bands("x", "60元以上"), []),
        (TWO, f"计算 利润 = a - b\n{bands('利润', '60以上')}", ["W0304"]),
        (TWO, f"计算 利润 = a - b\n{bands('利润', '60万以上')}", []),
        (TWO, f"计算 年 = a * 12\n{bands('年', '60以上')}", ["W0304"]),
        (TWO, f"计算 剩 = a - 10\n{bands('剩', '60万以上')}", ["W0304"]),
        (TWO, when("a - b 超过 60"), ["W0304"]),
        (TWO, when("最大（a, 60） 超过 b"), ["W0304"]),
        (TWO, "指标 甲，满分 100 = 100\n结果 额度 = 最小（a * 30%, 500）", ["W0304"]),
        (TWO, "指标 甲，满分 100 = 100\n结果 额度 = 最小（a * 30%, 500万）", []),
        (f"{MONEY}\nn 数值 > 0", f"计算 人均 = x / n\n{bands('人均', '60以上')}", ["W0304"]),
        ("x 金额 单位 万元，及上期", bands("x - 上期 x", "10以上"), ["W0304"]),
        ("x 金额 0~1000万 单位 万元，空白视为 100", bands("x", "60万以上"), ["W0304"]),
        ("x 金额 0~1000万 单位 万元，空白视为 100万", bands("x", "60万以上"), []),
        ("x 金额 0~1000万 单位 万元，空白视为 0", bands("x", "60万以上"), []),
        # points count in the numbers of the columns
        (MONEY, "指标 甲，满分 20 = 最小（x, 20）", []),
    ],
)
def test_a_bare_number_beside_an_amount(field, body, expected):
    assert codes(chinese(field, body)) == expected


@pytest.mark.parametrize(
    ("field", "body", "expected"),
    [
        (TWO, f"计算 毛利率 = (a - b) / a\n{bands('毛利率', '20以上')}", ["W0305"]),
        (TWO, f"计算 毛利率 = (a - b) / a\n{bands('毛利率', '20%以上')}", []),
        (TWO, f"计算 变化 = (a - b) / b\n{bands('变化', '-10以上')}", ["W0305"]),
        (TWO, f"计算 占比 = a / (a + b)\n{bands('占比', '60以上')}", ["W0305"]),
        (TWO, when("a / b 超过 60"), ["W0305"]),
        (TWO, when("a / b 超过 1.5"), []),
        (TWO, when("a / b 超过 3"), []),
        (TWO, f"计算 率 = a / b * 100\n{bands('率', '60%以上')}", ["W0305"]),
        (TWO, f"计算 率 = a / b * 100\n{bands('率', '60以上')}", []),
        ("x 金额 > 0 单位 万元，及上期", bands("x 的增长率", "10以上"), ["W0305"]),
        ("x 金额 > 0 单位 万元，及上期", bands("x 的增长率", "10%以上"), []),
        ("x 金额 > 0 单位 万元，及上期", bands("x 的增长率", "0以上"), []),
        ("x 百分比 0~100%，空白视为 50", bands("x", "60%以上"), ["E0305"]),
        ("x 数值 0~100，空白视为 500", bands("x", "60以上"), ["E0305"]),
        ("x 数值 0~100，空白视为 50", bands("x", "60以上"), []),
        ("x 百分比 单位 %", bands("x", "<= 0.5"), ["W0305"]),
        ("x 百分比 单位 %", bands("x", "<= 0.5%"), []),
        ("x 百分比 单位 %", bands("x", "<= 0"), []),
        ("x 百分比", bands("x", "12.5以上"), ["W0305"]),
        (PERCENT, bands("x", "1.5以上"), []),
        (PERCENT, f"计算 比 = 舍入（x）到 1\n{bands('比', '60%以上')}", ["W0305"]),
        (PERCENT, f"计算 比 = 舍入（x）到 1%\n{bands('比', '60%以上')}", []),
        ("x 百分比", f"计算 比 = 100 - x\n{bands('比', '60%以上')}", ["W0305"]),
        (PERCENT, f"计算 比 = 1 - x\n{bands('比', '60%以上')}", []),
        ("x 百分比 0~100% 小数位 1", bands("x", "60%以上"), ["W0305"]),
        ("x 百分比 0~100% 步长 1", bands("x", "60%以上"), ["W0305"]),
        ("x 百分比 0~100% 步长 0.1%", bands("x", "60%以上"), []),
        ("x 百分比 0~100% 步长 0.01", bands("x", "60%以上"), []),
        ("x 整数 0~100", when("x 超过 30%"), ["E0301"]),
        ("x 整数 0~100", when("x 为 30%~40%"), ["E0301"]),
        ("x 数值 >= 0", bands("x", "30%以上"), ["W0305"]),
        ('x 数值 >= 0 "销售额(万元)"', bands("x", "500万以上"), ["E0301"]),
        ('x 数值 >= 0 "销售额(万元)"', bands("x", "500以上"), []),
    ],
)
def test_a_bare_number_beside_a_percentage(field, body, expected):
    assert codes(chinese(field, body)) == expected


@pytest.mark.parametrize(
    ("field", "line", "expected"),
    [
        ("x 金额 >= 0", "50以上，不满100万", ["E0301"]),
        ("x 金额 >= 0", "50以上100万以下", ["E0301"]),
        ("x 金额 >= 0", "50 <= x < 100万", ["E0301"]),
        ("x 金额 >= 0", "50~100万", []),
        ("x 金额 >= 0", "5000以上，不满1万", []),
        ("x 金额 >= 0", "0以上，不满1万", []),
        (PERCENT, "5%-10", ["E0301"]),
        (PERCENT, "80%~90", ["E0301"]),
        (PERCENT, "80%以上90以下", ["E0301"]),
        (PERCENT, "5~10%", []),
        (PERCENT, "0以上，不满10%", []),
        (PERCENT, "50%~1", []),
    ],
)
def test_a_range_with_one_unit(field, line, expected):
    assert codes(chinese(field, bands("x", line))) == expected


@pytest.mark.parametrize("written", ["5% to 10", "5%..10"])
def test_an_english_range_with_one_unit(written):
    body = f"indicator p of x, max 10 {{\n{written} : 10\notherwise : 0\n}}"
    assert codes(english("x percent 0..900%", body)) == ["E0301"]


def test_each_part_is_asked_about_once():
    lines = "指标 甲 按 x，满分 10 {\n60以上：10\n40以上：5\n其余：0\n}"
    text = chinese(MONEY, f"{lines}\n{lines.replace('甲', '乙')}")
    assert [each.code for each in read(text).diagnostics] == ["W0304", "W0304"]


@pytest.mark.parametrize(
    "body",
    [
        (
            "indicator q of x, max 10, limits by k, at least {\n|   | 10 | otherwise 0 |\n"
            "| 甲 | 80 | |\n| 乙 | 90 | |\n}"
        ),
        (
            "indicator q of x, max 10 by k {\n|    | 甲    | 乙    |\n| 10 | >= 80 | >= 90 |\n"
            "| 0  | < 80  | < 90  |\n}"
        ),
        "indicator q, max 10 {\n| x     | points |\n| >= 80 | 10     |\n| < 80  | 0      |\n}",
        (
            "table t1 gives number {\n| x     | t1 |\n| >= 80 | 10 |\n| < 80  | 0  |\n}\n"
            "indicator q, max 10 = t1"
        ),
        "let y = x, at most 80\nindicator q of y, max 10 {\n>= 60% : 10\notherwise : 0\n}",
        "indicator q of x, max 10 = linear from 60 to 100",
        "indicator q of x, max 10 = 10, less 1 for each started 5% below 60, at least 0",
    ],
)
def test_tables_limits_and_lines_ask_too(body):
    assert "W0305" in codes(english("x percent\nk 甲 | 乙", body))
    signed = body.replace("80", "80%").replace("90", "90%").replace("60 ", "60% ")
    signed = signed.replace("100", "100%").replace("60,", "60%,").replace("60%%", "60%")
    assert "W0305" not in codes(english("x percent\nk 甲 | 乙", signed))


# --- what else stands beside a unit --------------------------------------------------

HOURS = "x 数值 0~10 单位 小时"
GRADES = "指标 甲，满分 100 = x\n等级 {{\nA 90分以上\nB {limit}\nC 其余\n}}"


@pytest.mark.parametrize(
    ("field", "body", "expected"),
    [
        (HOURS, "指标 甲，满分 10 = 10，x 每 30分 扣 1，不足一档不计，扣完为止", ["E0301"]),
        (HOURS, "指标 甲，满分 10 = 10，x 每 1小时 扣 1，不足一档不计，扣完为止", []),
        ("x 数值 0~100 单位 小时，空白视为 30分", bands("x", "40小时以上"), ["E0301"]),
        ("x 数值 0~30分 单位 小时", bands("x", "4小时以上"), ["E0301"]),
        ("x 数值 0~100分", bands("x", "40分以上"), []),
        ("x 数值 >= 0 单位 ppm", bands("x", "100ppm以内"), []),
        (PLAIN, GRADES.format(limit="70分以上"), []),
        (PLAIN, GRADES.format(limit="70元以上"), ["E0301"]),
        (PLAIN, GRADES.format(limit="70次以上"), ["E0301"]),
        ("x 整数 0~100", GRADES.format(limit="70元以上"), ["E0301"]),
        ("a 整数 0~100", "指标 甲，满分 100 = a\n指标 乙，满分 100 = 2甲", ["E0301"]),
        (PLAIN, "指标 甲，逐项累计，最多 80% {\n10 当 x > 30\n20 当 x > 60\n}", ["E0307"]),
        (PLAIN, "指标 甲，逐项累计 {\n50% 当 x > 30\n}\n指标 乙，满分 100 = x", ["E0307"]),
        (PLAIN, "大类 g，相乘 {\n指标 甲，逐项累计 {\n50% 当 x > 30\n}\n指标 乙 = x\n}", []),
        (PLAIN, "指标 甲，逐项累计 {\n50% 当 x > 30\n30% 当 x > 60\n}", []),
        ("x 金额 > 0 单位 万元", when("x 超过 x 的均值 + 60"), ["W0304"]),
        ("x 金额 > 0 单位 万元", when("x 的均值 超过 60"), ["W0304"]),
        ("x 百分比", when("x 的均值 超过 60"), ["W0305"]),
        ("x 百分比\ny 百分比", bands("x * 0.5 + y * 0.5", "60以上"), ["W0305"]),
        ("x 百分比\ny 百分比", bands("x * 100", "60以上"), []),
        ("x 百分比\ny 百分比", bands("x * 100", "60%以上"), ["W0305"]),
    ],
)
def test_what_stands_beside_a_unit(field, body, expected):
    assert codes(chinese(field, body)) == expected


def test_a_unit_is_told_also_where_the_direction_of_grades_was_asked_first():
    body = GRADES.format(limit="70元以上").replace("0 = x", "0，未填时：最差分 = x")
    assert codes(chinese("x 整数 0~100", body)) == ["E0301"]
