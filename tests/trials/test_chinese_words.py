"""Words a review of Chinese outputs found missing or English, each with what stands there now."""

import json

import pytest

from scorelang.formatter.format import format_source
from scorelang.loading import read_text
from scorelang.source.text import SourceText
from scorelang.syntax.ast import Vocabulary
from tests.trials.test_owner_words import run

__all__ = ["run"]

HEAD = "评分标准 甲 {\n  指标 a，满分 10 = x\n"
TAIL = "  数据项 {\n    编号 k 文字\n    x 数值 0~10\n    类型 大 | 小\n  }\n}\n"


def findings(text):
    found = read_text(SourceText("a.rubric", text)).diagnostics
    return {each.code: each for each in reversed(found)}  # the first of each kind


def test_grades_that_are_not_there_are_not_listed():
    found = findings(HEAD + "  示例 e {\n    已知 x = 3\n    应得 等级 = A\n  }\n" + TAIL)["E0209"]
    assert "there are none" in found.message
    assert "`等级 { … }`" in found.help


def test_last_years_field_is_named_as_in_the_file_and_is_no_text():
    text = HEAD + TAIL.replace("    类型 大 | 小\n", "    利润 金额 >= 0 及上期\n")
    found = findings(text.replace("= x", "= x + 0 * 利润 / 10000000元"))
    assert "`上期 利润`" in found["W0201"].message
    assert "文字" not in found["W0201"].help
    assert "`及上期`" in found["W0201"].help


@pytest.mark.parametrize(
    ("field", "lines", "value", "region"),
    [
        ("期限 0~40年 单位 月", ("5年以上", "4年以下"), "4.5年", "4年 to under 5年"),
        ("期限 0~40年 单位 年", ("5年以上", "4年以下"), "4.5年", "4年 to under 5年"),
        ("期限 0~40天 单位 天", ("5天以上", "不满3天"), "3天", "3天 to under 5天"),
        ("金额 >= 0 单位 万元", ("500万元以上", "不满400万元"), "400万", "400万 to under 500万"),
        ("数值 0~100 单位 吨", ("50以上", "不满40"), "40吨", "40吨 to under 50吨"),
    ],
)
def test_a_gap_is_told_in_the_units_of_the_file(field, lines, value, region):
    text = (
        f"评分标准 甲 {{\n  指标 a 按 y，满分 10 {{\n    {lines[0]}：10\n    {lines[1]}：5\n  }}\n"
        f"  数据项 {{\n    y {field}\n  }}\n}}\n"
    )
    found = findings(text)["E0402"]
    assert found.message.endswith(f"`y` {value}")
    assert region in found.help


def test_a_fix_is_in_the_words_of_the_file_whatever_the_message(run):
    english = (
        "rubric r {\n  let t = by kind {\n    big : 1\n  }\n  indicator a, max 10 = x * t\n"
        "  record {\n    x number 0..10\n    kind big | small\n  }\n}\n"
    )
    ran = run("check", "a.rubric", "--lang", "zh", a_rubric=english)
    assert "`by kind`" in ran.out + ran.err
    assert "`otherwise : missing`" in ran.out + ran.err


EXAMPLES = """\
评分标准 甲 "甲" {
  指标 a 按 销售额，满分 10，标准值 分 行业，不低于 {
    |      | 10     | 其余 0 |
    | 工业 | 100万元 |       |
    | 农业 | 50万元 |       |
  }
  数据项 {
    编号 k 文字
    销售额 金额 >= 0 单位 万元
    行业 工业 | 农业
    内 是否
  }
  示例 好 {
    已知 销售额 = 5000, 行业 = 工业, 内 = 是
    应得 总分 = 10
  }
}
"""


def test_test_shows_what_was_read_where_an_example_fails(run):
    page = run("test", "a.rubric", a_rubric=EXAMPLES).out
    assert "读作：销售额 = 0.5 万元，行业 = 工业，内 = 是" in page
    assert "a 的条款：" in page
    english = run("test", "a.rubric", "--lang", "en", a_rubric=EXAMPLES).out
    assert "read: 销售额 = 0.5 万元, 行业 = 工业, 内 = yes" in english
    document = json.loads(run("test", "a.rubric", "--format", "json", a_rubric=EXAMPLES).out)
    assert document["files"][0]["examples"][0]["read"]["销售额"] == "0.5 万元"


def test_the_rest_of_a_table_of_limits_is_said_in_the_words_of_the_file(run):
    text = EXAMPLES.replace("销售额 = 5000", "销售额 = 5000万元")
    page = run("test", "a.rubric", a_rubric=text).out
    assert "a 的条款：其余" in page
    assert "otherwise" not in page


def test_junit_is_told_in_the_language_that_was_asked_for(run):
    told = {
        lang: run("test", "a.rubric", "--format", "junit", "--lang", lang, a_rubric=EXAMPLES).out
        for lang in ("zh", "en")
    }
    assert 'message="总分：应得 10，实得 0"' in told["zh"]
    assert 'message="total: expected 10, got 0"' in told["en"]


USED = """\
评分标准 员工 {
  引用 "post.rubric" 作为 岗 {
    级别 = 岗位级别
  }
  指标 岗位分，满分 60 = 岗.总分 的得分 * 60%
  上限 c 当 岗.等级 的等级 为 B：不优于 B
  等级 {
    A 50以上
    B 其余
  }
  数据项 {
    编号 姓名 文字
    岗位级别 整数 0~5，必填
  }
}
"""
POST = """\
评分标准 岗位 {
  总分 0~100
  指标 技能 按 级别，满分 100 {
    4以上：100
    不满4：10
  }
  等级 {
    A 80以上
    B 其余
  }
  数据项 {
    级别 整数 0~5，必填
  }
}
"""


def test_the_total_of_a_used_rubric_is_named_in_chinese(run):
    files = {"a_rubric": USED, "post_rubric": POST, "r_csv": "姓名,岗位级别\n甲,3\n"}
    ran = run("score", "a.rubric", "r.csv", "--to", "jsonl", **files)
    assert json.loads(ran.out)["total"] == 6
    source = SourceText("a.rubric", USED)
    assert "岗.总分 的得分" in format_source(source).text
    english = format_source(source, vocabulary=Vocabulary.ENGLISH).text
    assert "points of 岗.total" in english
    assert "grade of 岗 is B" in english
    back = format_source(SourceText("a.rubric", english), vocabulary=Vocabulary.CHINESE).text
    assert "岗.总分 的得分" in back
