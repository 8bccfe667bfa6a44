"""What people type is read as meant, or said: ranges with a dash, 含, names of the subject."""

from fractions import Fraction

import pytest

from scorelang.api import format_source
from scorelang.loading import read_text
from scorelang.source.text import SourceText
from scorelang.syntax.ast import Vocabulary
from tests.generators.scoring import points_of

NUMBER = "x number 0..100"
DAYS = "x integer 0..999 in days"
PERCENT = "x percent 0..100%"
MONEY = "x money 0元..100万元"


def text_of(field, lines, head="indicator p of x"):
    inside = "\n".join(lines)
    return f"rubric t {{\n{head} {{\n{inside}\n}}\nrecord {{\nkey id text\n{field}\n}}\n}}\n"


def read(text):
    loaded = read_text(SourceText("t.rubric", text))
    errors = [each for each in loaded.diagnostics if each.severity.value == "error"]
    return loaded.checked, errors


def points(text, cells):
    checked, errors = read(text)
    assert checked is not None, [each.message for each in errors]
    return [points_of(checked, {"id": "1", "x": cell})["total"] for cell in cells]


@pytest.mark.parametrize(
    ("field", "written", "inside", "outside"),
    [
        (NUMBER, "10-30", ("10", "15", "30"), ("9.99", "30.01")),
        (NUMBER, "10 - 30", ("10", "15", "30"), ("9.99", "30.01")),
        (NUMBER, "10–30", ("10", "15", "30"), ("9.99", "30.01")),
        (NUMBER, "10—30", ("10", "15", "30"), ("9.99", "30.01")),
        (NUMBER, "10~30", ("10", "15", "30"), ("9.99", "30.01")),
        (NUMBER, "10到30", ("10", "15", "30"), ("9.99", "30.01")),
        (NUMBER, "10至30", ("10", "15", "30"), ("9.99", "30.01")),
        (NUMBER, "１０－３０", ("10", "15", "30"), ("9.99", "30.01")),
        (NUMBER, "10-30（不含）", ("10", "29.9"), ("9.99", "30")),
        (NUMBER, "10(不含)-30", ("10.1", "30"), ("10", "30.01")),
        (NUMBER, "10~30（不含30）", ("10", "29.9"), ("9.99", "30")),
        (NUMBER, "30以下 10以上", ("10", "30"), ("9.99", "30.01")),
        (NUMBER, "10以上（不含）30以下", ("10.1", "30"), ("10", "30.01")),
        (NUMBER, "10<=x<=30", ("10", "30"), ("9.99", "30.01")),
        (NUMBER, "30 > x >= 10", ("10", "29.9"), ("9.99", "30")),
        (NUMBER, "10≤x＜30", ("10", "29.9"), ("9.99", "30")),
        (NUMBER, "x >= 10", ("10", "100"), ("9.99", "0")),
        (NUMBER, "10 < x", ("10.1", "100"), ("10", "0")),
        (NUMBER, "大于等于20", ("20", "100"), ("19.9", "0")),
        (NUMBER, "小于等于20", ("20", "0"), ("20.1", "100")),
        (NUMBER, "高于20", ("20.1", "100"), ("20", "0")),
        (NUMBER, "低于20", ("19.9", "0"), ("20", "100")),
        (NUMBER, "60分以下（不含60分）", ("59.9", "0"), ("60", "100")),
        (PERCENT, "20%（含）以上", ("20%", "100%"), ("19.9%", "0%")),
        (PERCENT, "20%以上（含20%）", ("20%", "100%"), ("19.9%", "0%")),
        (PERCENT, "20%以上（不含）", ("20.1%", "100%"), ("20%", "0%")),
        (PERCENT, "20%以上（含本数）", ("20%", "100%"), ("19.9%", "0%")),
        (PERCENT, "10%-30%", ("10%", "30%"), ("9.9%", "30.1%")),
        (PERCENT, "10-30%", ("10%", "30%"), ("9.9%", "30.1%")),
        (PERCENT, "10..30%", ("10%", "30%"), ("9.9%", "30.1%")),
        (PERCENT, "10 to under 30%", ("10%", "29.9%"), ("9.9%", "30%")),
        (PERCENT, "[10, 30%)", ("10%", "29.9%"), ("9.9%", "30%")),
        (MONEY, "10万-30万", ("100000", "300000"), ("99999", "300001")),
        (MONEY, "10-30万", ("100000", "300000"), ("99999", "300001")),
        (MONEY, "10~30万元", ("100000", "300000"), ("99999", "300001")),
        (MONEY, "5000-1万", ("5000", "10000"), ("4999", "10001")),
        (DAYS, "10-30天", ("10", "30"), ("9", "31")),
        (DAYS, "10天-30天", ("10", "30"), ("9", "31")),
        (DAYS, "0天", ("0",), ("1",)),
        (DAYS, "0", ("0",), ("1",)),
    ],
)
def test_limits_and_ranges_are_read_as_meant(field, written, inside, outside):
    text = text_of(field, [f"{written} : 20", "otherwise : 1"])
    assert set(points(text, inside)) == {Fraction(20)}
    assert set(points(text, outside)) == {Fraction(1)}
    for vocabulary in Vocabulary:
        again = format_source(SourceText("t.rubric", text), vocabulary).text
        assert again is not None
        assert set(points(again, inside)) == {Fraction(20)}
        assert set(points(again, outside)) == {Fraction(1)}


def test_the_formatter_writes_dots_or_a_wave():
    text = text_of(NUMBER, ["10-30 : 20", "otherwise : 1"])
    source = SourceText("t.rubric", text)
    assert "10..30 " in format_source(source, Vocabulary.ENGLISH).text
    assert "10~30：" in format_source(source, Vocabulary.CHINESE).text


def test_hyphens_in_bands_and_grades():
    lines = ["10-30 : 20", "31-100 : 85", "0-9 : 0"]
    grades = "}\ngrades {\nA 85-100\nB：20-84.99\nC otherwise"
    text = text_of("x integer 0-100", [*lines, grades])
    checked, errors = read(text)
    assert checked is not None, errors
    assert points(text, ["15", "85"]) == [20, 85]


def test_grades_in_the_ways_of_a_policy():
    text = """评分标准 t {
  总分 100分
  指标 p = x
  等级 {
    优秀：90以上
    良 80≤总分<90
    中 60分-80分（不含）
    差：60分以下（不含60分）
  }
  数据项 {
    编号 id 文字
    x 数值 0~100
  }
}
"""
    checked, errors = read(text)
    assert checked is not None, [each.message for each in errors]
    assert checked.total.declared.low == 0
    assert checked.total.declared.high == 100


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("x number -50..50", "-10-30 : 20"),
        (NUMBER, "10-20-30 : 20"),
        (NUMBER, "10-30, 40-50 : 20"),
        (NUMBER, ">= 10 : 8-10"),
        (NUMBER, "10 <= y <= 30 : 20"),
        (NUMBER, "y >= 10 : 20"),
        (NUMBER, "20以上（含30） : 20"),
        (NUMBER, "超过20（含20） : 20"),
        (NUMBER, "10以上 20以上 : 20"),
        (NUMBER, "30-10 : 20"),
        ("x integer 0..999", "0天 : 20"),
        ("x integer 0..999", "<= 30% : 20"),
    ],
)
def test_what_could_be_meant_in_two_ways_is_an_error(field, line):
    checked, errors = read(text_of(field, [line, "otherwise : 1"]))
    assert checked is None
    assert len(errors) == 1


def test_a_unit_on_a_plain_integer_says_what_to_add():
    _, (error,) = read(text_of("x integer 0..999", ["0天 : 20", "otherwise : 1"]))
    assert "integer in 天" in error.help


def test_a_dash_is_a_range_behind_is_and_in_cells():
    conditions = ["8 when x is 10-30", "0 otherwise"]
    head = "indicator p, first that holds"
    assert points(text_of(NUMBER, conditions, head), ["10", "30", "31"]) == [8, 8, 0]
    grid = [
        "| points | a | b |",
        "| 8 | 10-30 | >= 50 |",
        "| 1 | < 10 | < 50 |",
        "| 0 | > 30 | - |",
    ]
    text = text_of(f"{NUMBER}\nkind a | b", grid, "indicator p of x by kind")
    checked, errors = read(text)
    assert checked is not None, [each.message for each in errors]
    found = [points_of(checked, {"id": "1", "x": x, "kind": "a"})["total"] for x in ("10", "30")]
    assert found == [8, 8]


def test_a_field_takes_its_range_with_a_dash_and_anywhere():
    lines = ["10以上 : 20", "otherwise : 1"]
    for field in ("x number 0-100", "x number in 天 0..100", "x number, required, 0-100"):
        checked, errors = read(text_of(field, lines))
        assert checked is not None, [each.message for each in errors]
        domain = next(each for each in checked.fields if each.name == "x").domain
        assert "100" in str(domain)
