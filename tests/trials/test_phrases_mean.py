"""Phrases of policies and spreadsheets: each fix, made, means what was written."""

import pytest

from scorelang.evaluator.interpreter import Evaluator
from scorelang.loading import read_text
from scorelang.records.mapping import record_from_texts
from scorelang.source.text import SourceText

ENGLISH = (
    "rubric t {{\n{}\nrecord {{\nkey id text\nx number 0..100\ny number 0..100\nn integer 0..99\n"
    "p percent 0..100%\nd date\ne date\na yes/no\nb yes/no\nk gold > silver > bronze\n"
    'c number 0..100, special -1 "absent"\n}}\n}}\n'
)
CHINESE = (
    "评分标准 t {{\n{}\n数据项 {{\n编号 id 文字\nx 数值 0~100\ny 数值 0~100\nn 整数 0~99\n"
    "p 百分比 0~100%\nd 日期\ne 日期\na 是否\nb 是否\nk 甲 > 乙 > 丙\n"
    't 期限 >= 0 单位 月\nc 数值 0~100，特殊值 -1 "缺考"\n}}\n}}\n'
)
USUAL = {
    "id": "1",
    "x": "50",
    "y": "50",
    "n": "3",
    "p": "50%",
    "d": "2024-01-01",
    "e": "2024-02-01",
    "a": "no",
    "b": "no",
    "k": "gold",
    "c": "50",
    "t": "12个月",
}
IN_CHINESE = {"a": "否", "b": "否", "k": "甲"}


def read(text):
    return read_text(SourceText("t.rubric", text))


def mended(text):
    """Make the only fix of the first error, again and again, as an owner does."""
    for _ in range(4):
        found = [each for each in read(text).diagnostics if each.severity.value == "error"]
        if not found:
            return text
        assert found[0].fixes, found[0].message
        (fix,) = found[0].fixes
        text = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    raise AssertionError(text)


def scored(text, cells):
    assert [each for each in read(text).diagnostics if each.severity.value == "error"]
    loaded = read(mended(text))
    assert loaded.checked is not None
    own = IN_CHINESE if text.startswith("评") else {}
    record = {**USUAL, **own, **cells}
    known = {field.name for field in loaded.checked.fields} | {"id"}
    record = {name: cell for name, cell in record.items() if name in known}
    return Evaluator(loaded.checked).score(record_from_texts(loaded.checked, record))


def when(condition):
    return ENGLISH.format(f"indicator q, first that holds {{\n10 when {condition}\n0 otherwise\n}}")


def when_chinese(condition):
    return CHINESE.format(f"指标 q，先符合者为准 {{\n10 当 {condition}\n0 其余\n}}")


@pytest.mark.parametrize(
    ("condition", "cells", "points"),
    [
        ("x is more than thirty", {"x": "30"}, 0),
        ("x is more than thirty", {"x": "31"}, 10),
        ("x never exceeds forty-five", {"x": "45"}, 10),
        ("x is 30 or more", {"x": "30"}, 10),
        ("x is 30 or 40", {"x": "40"}, 10),
        ("x is not 30 or 40", {"x": "40"}, 0),
        ("x = 30, 40", {"x": "35"}, 0),
        ("x or y > 60", {"x": "70"}, 10),
        ("x or y > 60", {}, 0),
        ("both x and y are above 40", {"x": "30"}, 0),
        ("neither x nor y exceeds 60", {"x": "70"}, 0),
        ("either a or b is yes", {"b": "yes"}, 10),
        ("a and b are yes", {"b": "yes"}, 0),
        ("a or b missing", {"b": ""}, 10),
        ("x is at least 30, and no more than 60", {"x": "61"}, 0),
        ("x is above 30 but not above 60", {"x": "60"}, 10),
        ("x is not filled in", {"x": ""}, 10),
        ("no a", {}, 10),
        ("k better than bronze", {"k": "silver"}, 10),
        ("k no worse than silver", {"k": "bronze"}, 0),
        ("d > 31/12/2023", {"d": "2023-12-31"}, 0),
        ("d > 12/31/2023", {"d": "2024-01-01"}, 10),
        ("d before 1 March 2024", {"d": "2024-02-29"}, 10),
        ("d on or after March 1, 2024", {"d": "2024-03-01"}, 10),
        ("e is more than 30 days after d", {}, 10),
        ("e is more than 30 days after d", {"e": "2024-01-31"}, 0),
        ("e - d > 1 month", {}, 0),
        ("e - d > 1 month", {"e": "2024-03-05"}, 10),
        ("2 or more of (a, b, x > 30)", {"a": "yes"}, 10),
        ("x is up to 30", {"x": "30"}, 10),
        ("x equals y", {}, 10),
        ("x isn't 50", {}, 0),
        ("x is at least double y", {"y": "25"}, 10),
        ("x is more than half of y", {"y": "99"}, 10),
        ("x is outside 10..20", {"x": "20"}, 0),
        ("x is one of 10, 20, 30", {"x": "20"}, 10),
        ("not both a and b", {"a": "yes", "b": "yes"}, 0),
        ("d is after 2024", {"d": "2024-12-31"}, 0),
        ("d in February 2024", {"d": "2024-02-29"}, 10),
        ("e - d is more than 2 years", {"e": "2026-02-01"}, 10),
    ],
)
def test_a_condition_in_english_words(condition, cells, points):
    assert scored(when(condition), cells).scores["q"] == points


@pytest.mark.parametrize(
    ("condition", "cells", "points"),
    [
        ("x = 30、40", {"x": "40"}, 10),
        ("x 不为 30 或 40", {"x": "40"}, 0),
        ("x 或 y 超过 60", {"x": "70"}, 10),
        ("x、y 均 超过 40", {"x": "30"}, 0),
        ("a 和 b 均为 是", {"b": "是"}, 0),
        ("a、b 任一为 是", {"b": "是"}, 10),
        ("没有 a", {}, 10),
        ("x 没有填写", {"x": ""}, 10),
        ("k 是 甲 或 乙 之一", {"k": "乙"}, 10),
        ("k 既不为 甲 也不为 乙", {"k": "乙"}, 0),
        ("x 60以上 或 30以下", {"x": "30"}, 10),
        ("d 为 2024年", {"d": "2024-12-31"}, 10),
        ("d 为 2024年", {"d": "2025-01-01"}, 0),
        ("d 早于 2024年", {"d": "2024-01-01"}, 0),
        ("d 超过 2024年", {"d": "2024-12-31"}, 0),
        ("e - d 超过 3个月", {}, 0),
        ("e - d 超过 3个月", {"e": "2024-04-02"}, 10),
        ("e - d 超过 3个月", {"e": "2024-06-01"}, 10),
        ("e 晚于 d 30天以上", {"e": "2024-01-31"}, 10),
        ("x 超过 y 的 10%", {"x": "6"}, 10),
        ("x 超过 y 的 10%", {"x": "5"}, 0),
        ("x 大于 y 的 2倍", {"y": "25"}, 0),
        ("x 不在 10~20", {"x": "21"}, 10),
        ("x 大于 10 小于 30", {"x": "40"}, 0),
        ("d 在 2024年2月", {"d": "2024-03-01"}, 0),
        ("d 在 2024-01-01 至 2024-06-30 之间", {"d": "2024-06-30"}, 10),
    ],
)
def test_a_condition_in_chinese_words(condition, cells, points):
    assert scored(when_chinese(condition), cells).scores["q"] == points


@pytest.mark.parametrize(
    ("formula", "cells", "points"),
    [
        ("IF(x>=60,100,IF(x>=30,50,0))", {"x": "40"}, 50),
        ("MAX(0, MIN(60, x*2))", {"x": "40"}, 60),
        ("ROUNDUP(x/3, 0)", {"x": "10"}, 4),
        ("INT(x/3) + 1", {"x": "11"}, 4),
        ("IF(ISBLANK(x),7,x)", {"x": ""}, 7),
        ("IF(AND(x>30,y>30),1,0) * 5", {}, 5),
        ("AVERAGE(x,y) + ROUND(x/7,1)", {"x": "10"}, 31.4),
        ("sum of x and y", {"x": "10"}, 60),
        ("average of x, y", {"x": "10"}, 30),
        ("max of x, y", {"x": "10"}, 50),
        ("lowest of x and y", {"x": "10"}, 10),
        ("60% x + 40% y", {"x": "100"}, 80),
        ("x*2 if y>0 else 0", {"y": "0"}, 0),
        ("x, between 10 and 20", {}, 20),
        ("x, limit 10", {}, 10),
        ("20, minus 2 per n, not below 0", {}, 14),
        ("20, 2 points off for each n", {}, 14),
        ("x, missing = 30", {"x": ""}, 30),
        ("x / 3, round up 1", {"x": "10"}, 4),
        ("x / 3, rounded down", {"x": "50"}, 16),
        ("x / 3, truncate", {"x": "50"}, 16),
        ("x / 3, rounded up to 1", {"x": "10"}, 4),
        ("x / 3 rounded to 0.1", {"x": "10"}, 3.3),
        ("x > 3 ? 1 : 0", {}, 1),
        ("x, capped between 0 and 10", {}, 10),
        ("x / 3, round to 0,1", {"x": "10"}, 3.3),
    ],
)
def test_a_formula_in_english_words(formula, cells, points):
    assert float(scored(ENGLISH.format(f"indicator q = {formula}"), cells).scores["q"]) == points


@pytest.mark.parametrize(
    ("lines", "cells", "points"),
    [
        ("指标 q = x 的 60% + y 的 40%", {"x": "100"}, 80),
        ("指标 q = IF(x>=60，100，IF(x>=30，50，0))", {"x": "40"}, 50),
        ("指标 q = x、y 的最低值", {"x": "10"}, 10),
        ("指标 q = x 和 y 中 较高者", {"x": "10"}, 50),
        ("指标 q = x、y 之和", {"x": "10"}, 60),
        ("指标 q = （x + y）的平均", {"x": "10"}, 30),
        ("指标 q = x，未填 计30分", {"x": ""}, 30),
        ("指标 q = x / 3，精确到 1，进位", {"x": "10"}, 4),
        ("指标 q = x / 3，精确到 1，舍尾", {"x": "50"}, 16),
        ("指标 q = x / 3，截断到整数", {"x": "50"}, 16),
        ("指标 q = x / 4，精确到 1，四舍六入五成双", {"x": "10"}, 2),
        ("指标 q = x，30分封顶", {}, 30),
        ("指标 q = x / 3 取整", {"x": "10"}, 3),
        ("指标 q 按 k {\n甲级：20\n乙级及以下：5\n}", {"k": "丙"}, 5),
        ("指标 q 按 x = 20，每次 n 扣 2，扣完为止", {}, 14),
        ("指标 q 按 x = 20，每超过 30 10 扣 2，不足一档不计，扣完为止", {"x": "55"}, 16),
        ("指标 q 按 p = 20，每低于 98% 一个百分点 扣 2，按比例，扣完为止", {"p": "97%"}, 18),
        ("指标 q，逐项累计，至少 -99 {\n-5 每次 n\n}", {}, -15),
        ("指标 q 按 t {\n1年半以上：20\n其余：0\n}", {"t": "18个月"}, 20),
        ("指标 q 按 t {\n1年6个月以上：20\n其余：0\n}", {"t": "17个月"}, 0),
        ("指标 q 按 p {\n3成以上：20\n其余：0\n}", {"p": "30%"}, 20),
        ("指标 q 按 x {\n1,5以上：20\n其余：0\n}", {"x": "2"}, 20),
        ("指标 q 按 x {\n>=60以上：20\n其余：0\n}", {"x": "60"}, 20),
        ("指标 q 按 x {\n60以下不含：20\n其余：0\n}", {"x": "60"}, 0),
        ("指标 q 按 c {\n90以上：20\n其余：0\n缺考：5\n}", {"c": "-1"}, 5),
        ("指标 q 按 x {\n60以上：20\n其余：10分（不及格）\n}", {"x": "50"}, 10),
        ("大类 q，取平均 {\n指标 f = x\n指标 g = y\n}", {"x": "10"}, 30),
        ("大类 q，取最高分 {\n指标 f = x\n指标 g = y\n}", {"x": "10"}, 50),
    ],
)
def test_a_line_in_chinese_words(lines, cells, points):
    outcome = scored(CHINESE.format(lines), cells)
    assert {**outcome.scores}.get("q", outcome.total) == points


GRADES = "总分 0~100\n指标 甲，满分 100 = x\n等级 {\nA 80以上\nB 60以上\nC 其余\n}\n"


@pytest.mark.parametrize(
    ("line", "x", "grade"),
    [
        ("上限 c 当 非 a：最高 B 级", "90", "B"),
        ("上限 c 当 非 a：B级以下", "90", "B"),
        ("上限 c 当 非 a：至多 B", "90", "B"),
        ("上限 c 当 非 a：最高不超过 B 级", "90", "B"),
        ("下限 c 当 非 a：不低于 B 级", "10", "B"),
        ("下限 c 当 非 a：至少 B", "10", "B"),
        ("一票否决 c 当 非 a：C 级", "90", "C"),
        ("升降 c 当 非 a：降 1 档", "90", "B"),
        ("升降 c 当 非 a：晋升一级", "70", "A"),
        ("限制 c 当 非 a：不优于 B", "90", "B"),
    ],
)
def test_an_override_in_words(line, x, grade):
    assert scored(CHINESE.format(GRADES + line), {"x": x}).grade == grade


@pytest.mark.parametrize(
    ("text", "key", "shown"),
    [
        (when("e is within 30 days of d"), "so_days", "`e - d <= 30 days`"),
        (when_chinese("d 超过 3年"), "so_ago", "`评价日 超过 d + 3年`"),
        (when_chinese("d 2024-01-01以后"), "so_since", "`>= 2024-01-01`"),
        (when("d > 03/04/2024"), "so_day", "`2024-04-03`"),
        (when_chinese("x 比 y 高 10%以上"), "so_more", "`x >= y * 110%`"),
        (ENGLISH.format("let r = VLOOKUP(k, 3)\nindicator q = r"), "so_lookup", "`by kind {"),
        (ENGLISH.format("let r = IFERROR(x/y, 0)\nindicator q = r"), "so_error", "else a / b`"),
        (ENGLISH.format("bonus 5 when a\nindicator q = x"), "so_bonus", "`5 when y`"),
        (ENGLISH.format("indicator q of x {\n>= 60 : pass\notherwise : 0\n}"), "so_points", "`0`"),
        (CHINESE.format(GRADES + "升降 c 当 a：扣 5分"), "so_notch", "`下调 1`"),
        (CHINESE.format("指标 q = x - p%"), "so_percent", "`x / 100`"),
    ],
)
def test_what_can_mean_two_things_is_answered_with_a_right_line(text, key, shown):
    (found,) = [each for each in read(text).diagnostics if each.severity.value == "error"]
    assert (found.key, found.fixes) == (f"E0101.{key}", ())
    assert shown in found.help


@pytest.mark.parametrize(
    "text",
    [
        CHINESE.format("指标 q = x\n分类 规模 {\n大 x 50以上\n小 其余\n}"),
        ENGLISH.format(
            "indicator q = x\ngrades, ties up {\nA best 20%\nB top 70%\nC bottom 10%\n}"
        ),
        ENGLISH.format("indicator q = x\ngrades {\nA >= 80\nB otherwise\n}\ncap at B when a : B"),
        ENGLISH.format("indicator q = x, missing = 30"),
        ENGLISH.format("let r = sum of x and y\nindicator q = r"),
        when_chinese("k 是 甲 或 乙 之一"),
        when("e is within 30 days of d"),
    ],
)
def test_words_that_are_no_name_are_not_to_be_quoted(text):
    for found in read(text).diagnostics:
        said = " ".join((found.help or "", *(fix.replacement for fix in found.fixes)))
        assert "「" not in said, said


@pytest.mark.parametrize(
    ("text", "key", "shown"),
    [
        (when("k"), "E0302.category", "`k is gold`"),
        (when_chinese("k"), "E0302.category", "`k 为 甲`"),
        (
            ENGLISH.format(
                "total 0..100, weighted\nindicator f, max 10, weight 3 = x / 10\n"
                "indicator g, max 10, weight 1 = y / 10"
            ),
            "E0504.ratio",
            "75%, 25%",
        ),
        (
            ENGLISH.format(
                "group q, weighted, max 40 {\nindicator f, max 10, weight 15% = x / 10\n"
                "indicator g, max 10, weight 25% = y / 10\n}"
            ),
            "E0504.full",
            "37.5%, 62.5%",
        ),
        (
            CHINESE.format("指标 f，逐项累计，最多 10 {\n-8 当 a\n-8 当 b\n}"),
            "W0503.taken",
            "`至少 -10`",
        ),
        (
            ENGLISH.format("indicator q of x {\n>= 60 : 20\n40 to under 60\n< 40 : 0\n}"),
            "E0101.so_no_limit",
            "`40 to under 60 : 10`",
        ),
        (
            ENGLISH.format("indicator q of x {\n>= 60 : 20\n< 60 : 0 review\n}"),
            "E0101.so_behind_points",
            "`0, flag review`",
        ),
        (when_chinese("x 大于30以下"), "E0101.so_contrary", "`不超过 30`"),
    ],
)
def test_a_finding_names_the_cure(text, key, shown):
    found = {each.key: each for each in read(text).diagnostics}
    assert shown in found[key].help
