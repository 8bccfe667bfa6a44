"""What a fix writes means what was written; where that is not certain, words say what to decide."""

import pytest

from scorelang.evaluator.interpreter import Evaluator
from scorelang.loading import read_text
from scorelang.records.mapping import record_from_texts
from scorelang.source.text import SourceText

CHINESE = (
    "评分标准 t {{\n{}\n数据项 {{\n编号 id 文字\nx 数值 0~100\na 数值 0~100\nb 数值 0~100\n"
    "n 整数 0~100\nd 百分比 0~100%\ny 是否\nz 是否\nk 甲级 | 乙级 | 丙级\n{}\n}}\n}}\n"
)
ENGLISH = (
    "rubric t {{\n{}\nrecord {{\nkey id text\nx number 0..100\na number 0..100\n"
    "n integer 0..100\ny yes/no\n{}\n}}\n}}\n"
)
USUAL = {"id": "1", "x": "50", "a": "50", "b": "50", "n": "3", "d": "90%", "y": "否", "z": "否"}
GRADES = "总分 0~100，精确到 1\n指标 甲，满分 100 = x\n等级 {\nA 80以上\nB 60以上\nC 其余\n}\n"
SHARES = "总分 0~100\n指标 甲，满分 100 = x\n等级，同分从高 {{\nA 前 10%\nB 次 {}\nC 后 10%\n}}"
RISKS = "总分 0~100\n指标 甲，满分 100 = x\n等级 {\n低风险 0~30\n中风险 60以下\n高风险 其余\n}\n"


def read(text):
    return read_text(SourceText("t.rubric", text))


def errors_of(loaded):
    return [each for each in loaded.diagnostics if each.severity.value == "error"]


def mended(text):
    """Make the only fix of the only error."""
    (only,) = errors_of(read(text))
    (fix,) = only.fixes
    return text[: fix.span.start] + fix.replacement + text[fix.span.end :]


def scored(text, **cells):
    loaded = read(text)
    assert loaded.checked is not None, [each.message for each in errors_of(loaded)]
    known = {field.name for field in loaded.checked.fields} | {"id"}
    record = {name: cell for name, cell in {**USUAL, "k": "甲级", **cells}.items() if name in known}
    return Evaluator(loaded.checked).score(record_from_texts(loaded.checked, record))


def vetoed(condition):
    return GRADES + f"一票否决 v 当 {condition}：等级 C"


@pytest.mark.parametrize(
    ("lines", "cells", "points"),
    [
        (
            "指标 甲 按 x，满分 20 {\n其余：20，高于 5 每 1 扣 2，不足一档不计，最多扣 10\n}",
            {"x": "80"},
            10,
        ),
        ("指标 甲，满分 20 = 20，n 每 1次 扣 2，最多扣 10", {"n": "9"}, 10),
        ("指标 甲，满分 20 = 20，n 每 1次 扣 2，最多扣 10", {"n": "2"}, 16),
        ("指标 甲 按 d，满分 20 = 20，低于 98% 每低 1% 扣 2，按比例，扣完为止", {"d": "95%"}, 14),
        ("指标 甲 按 d，满分 20 = 20，低于 98% 每降低 1% 扣 2，按比例，扣完为止", {"d": "95%"}, 14),
        ("指标 甲，满分 20 = 20，n 每次 扣 2，扣完为止", {"n": "3"}, 14),
        ("指标 甲，满分 20 = 20，n 每发生一次 扣 2，扣完为止", {"n": "3"}, 14),
        ("指标 甲 根据 x {\n60以上：10\n其余：0\n}", {"x": "60"}, 10),
        ("指标 甲 x {\n60以上：10\n其余：0\n}", {"x": "60"}, 10),
        ("指标 甲 按 x {\n90-100（不含90）：20\n其余：0\n}", {"x": "90"}, 0),
        ("指标 甲 按 x {\n80-90（含80，不含90）：20\n其余：0\n}", {"x": "80"}, 20),
        ("指标 甲，先符合者为准 {\n20 当 a 小于 30 或 大于 60\n其余：0\n}", {"a": "61"}, 20),
        ("指标 甲，先符合者为准 {\n20 当 a 大于 30，小于 60\n其余：0\n}", {"a": "61"}, 0),
        ("指标 甲，先符合者为准 {\n20 当 k 为 乙级、丙级\n其余：0\n}", {"k": "丙级"}, 20),
        ("指标 甲，先符合者为准 {\n20 当 a 大于30且小于60\n其余：0\n}", {"a": "61"}, 0),
        ("指标 甲，先符合者为准 {\n20 当 a 大于60或小于30\n其余：0\n}", {"a": "61"}, 20),
        ("指标 甲 按 x {\n60以上：0\n其余：扣 5分\n}", {"x": "50"}, -5),
        ("指标 甲，先符合者为准 {\n20 当 k 是 甲级\n其余：0\n}", {"k": "甲级"}, 20),
        ("指标 甲，先符合者为准 {\n20 当 y、z 中至少 1 项\n其余：0\n}", {"z": "是"}, 20),
        ("指标 甲，先符合者为准 {\n20 当 a 为 未填\n其余：0\n}", {"a": ""}, 20),
        ("指标 甲，先符合者为准 {\n20 当 a 为 0 或 未填\n其余：0\n}", {"a": ""}, 20),
        ("指标 甲，逐项累计，至少 -99 {\n-5 每有 n，按比例\n}", {"n": "3"}, -15),
        ("＃ 说明\n指标 甲 = x", {"x": "7"}, 7),
    ],
)
def test_a_mended_chinese_line_scores_what_was_written(lines, cells, points):
    result = scored(mended(CHINESE.format(lines, "")), **cells)
    assert result.scores["甲"] == points


@pytest.mark.parametrize(
    ("lines", "cells", "points"),
    [
        (
            "indicator p, first that holds {\n1 when a at least 9 and at most 60\notherwise : 0\n}",
            {"a": "61"},
            0,
        ),
        (
            "indicator p, first that holds {\n1 when a is 0 or missing\notherwise : 0\n}",
            {"a": ""},
            1,
        ),
        ("indicator p based on x {\nabove 60 : 1\notherwise : 0\n}", {"x": "61"}, 1),
        ("total 0..100, round 2 decimal places\nindicator p = x", {"x": "31.27"}, 31.27),
    ],
)
def test_a_mended_english_line_scores_what_was_written(lines, cells, points):
    result = scored(mended(ENGLISH.format(lines, "")), **cells)
    assert float(result.total) == points or result.scores["p"] == points


@pytest.mark.parametrize(
    ("field", "meant"),
    [
        ("q yes | no", "q yes/no"),
        ("q 是 | 否", "q 是否"),
        ("q 1 | 2 | 3", "q 「1」 | 「2」 | 「3」"),
        ('q "1" | "2"', "q 「1」 | 「2」"),
        ("q 数值 0~9，默认 0", "q 数值 0~9，空白视为 0"),
        ("q 数值 0~9，可空", "q 数值 0~9"),
        ("q 数值 0~9，空白视为 未填", "q 数值 0~9"),
        ("q 评分 0~10，评价人 自评（20%） 主管（80%）", "q 评分 0~10，评价人 自评 20%，主管 80%"),
    ],
)
def test_a_mended_field_is_the_one_that_was_meant(field, meant):
    text = mended(CHINESE.format("指标 甲 = x", field))
    assert meant in text.splitlines()
    assert not errors_of(read(text))


def test_a_share_at_the_end_is_the_rest_only_where_the_shares_are_whole():
    assert "C 其余" in mended(CHINESE.format(SHARES.format("80%"), ""))
    (only,) = errors_of(read(CHINESE.format(SHARES.format("70%"), "")))
    assert not only.fixes


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("指标 甲，满分 20，逐项累计 {\n20 当 是\n-2 每有 n，最多扣 10\n}", "最小"),
        ("指标 甲，满分 20，逐项累计 {\n1 每有 n 最多 2\n}", "最小"),
        ("指标 甲，满分 20，最多扣 10 = 20，n 每 1次 扣 2", "减 5 每有 x 最多 10"),
        (RISKS + "下限 s 当 x > 50：不低于 中风险", "`不劣于`"),
        (RISKS + "上限 s 当 x > 50：不超过 中风险", "`不劣于`"),
        (RISKS + "下限 s 当 x > 50：中风险", "`不劣于`"),
        (GRADES + "清零 总分 当 y", "一票否决"),
        (GRADES + "上限 v 当 y：最高60分", "`等级 C`"),
        (GRADES + "一票否决 v 当 y：不予评级", "`不予评级 当`"),
        (vetoed("y、z"), "`且`"),
        (vetoed("y，z"), "`且`"),
        (vetoed("y；z"), "`且`"),
        (vetoed("a >= 30，y"), "`且`"),
        (vetoed("k 为 非甲级"), "`不为 甲级`"),
        ("指标 甲 按 x {\n90左右：20\n其余：0\n}", "`85~95`"),
        ("指标 甲 按 x {\n90起：20\n其余：0\n}", "`90以上`"),
        ("指标 甲 按 x {\n5以上：\n其余：0\n}", "`5以上： 10`"),
        ("指标 甲 按 x {\n2周以上：20\n其余：0\n}", "单位 周`"),
        ("指标 甲 按 x {\n3起以内：20\n其余：0\n}", "单位 起`"),
    ],
)
def test_what_is_not_certain_is_asked_and_not_mended(lines, said):
    loaded = read(CHINESE.format(lines, ""))
    first = errors_of(loaded)[0]
    assert said in first.help
    assert not first.fixes


@pytest.mark.parametrize(
    "condition",
    ["m 良以上", "a 超过 b 的一半", "x 的累计占比 超过 3", "a b", "b 天 超过 3", "k 类别 高"],
)
def test_no_name_is_offered_for_words_that_are_none(condition):
    loaded = read(CHINESE.format(vetoed(condition), "m 优 > 良 > 差"))
    assert not [fix for each in errors_of(loaded) for fix in each.fixes]


@pytest.mark.parametrize(
    ("unit", "limit", "cell"),
    [
        ("学时", "40学时以上", "40"),
        ("ppm", "100ppm以内", "100"),
        ("周", "2周及以上", "2"),
        ("起", "3起以内", "3"),
        ("课时", "40 课时以下", "40"),
    ],
)
def test_the_unit_of_the_column_does_not_swallow_the_word_behind_it(unit, limit, cell):
    lines = f"指标 甲 按 c {{\n{limit}：20\n其余：0\n}}"
    text = CHINESE.format(lines, f"c 数值 0~1000 单位 {unit}")
    assert scored(text, c=cell).scores["甲"] == 20


def test_a_step_of_a_chinese_line_may_have_a_cap_of_its_own():
    lines = "指标 甲，满分 20 = 20，n 每 1次 扣 2 最多 10，x 每 10 扣 1 最多 3，按比例"
    assert scored(CHINESE.format(lines, ""), n="9", x="80").scores["甲"] == 7


GROUP = (
    "大类 季度，{} {{{{\n指标 甲，满分 10 = n / 10\n指标 乙，满分 10 = x / 10\n"
    "指标 丙，满分 10 = a / 10\n}}}}"
)
ENGLISH_GROUP = "group g, {} {{{{\nindicator p, max 10 = n / 10\nindicator q, max 10 = x / 10\n}}}}"


@pytest.mark.parametrize(
    ("clause", "total"),
    [
        ("最好 1", 6),
        ("取最高 2项", 11),
        ("取前2", 11),
        ("去掉一个最低分", 11),
        ("去掉最低", 11),
        ("剔除最低 2 项", 6),
    ],
)
def test_the_best_parts_are_those_with_the_most_points(clause, total):
    text = CHINESE.format(GROUP.format(clause).format(), "")
    assert scored(mended(text), n="10", x="50", a="60").total == total


@pytest.mark.parametrize(
    ("clause", "total"),
    [("highest 1", 5), ("top 1", 5), ("mean of best 1", 5), ("drop the lowest", 5)],
)
def test_the_best_parts_in_english(clause, total):
    text = ENGLISH.format(ENGLISH_GROUP.format(clause).format(), "")
    assert scored(mended(text), n="10", x="50").total == total


@pytest.mark.parametrize(
    ("formula", "meant"),
    [
        ("average of a", "mean of a"),
        ("max of a", "highest of a"),
        ("75th percentile of a", "quantile 75% of a"),
        ("percentile 75% of a", "quantile 75% of a"),
        ("percentile rank of total", "percent rank of total"),
        ("rank of total, ties average", "rank of total, average"),
        ("rank of total within y", "rank of total by y"),
    ],
)
def test_a_figure_over_all_records_is_written_as_here(formula, meant):
    word, value = ("result", "x") if "rank" in formula else ("let", "q")
    text = mended(ENGLISH.format(f"{word} q = {formula}\nindicator p = {value}", ""))
    assert f"{word} q = {meant}" in text


@pytest.mark.parametrize(
    ("formula", "meant"),
    [
        ("a 的最大值", "a 的最高值"),
        ("a 分 k 的平均值", "a 分 k 的均值"),
        ("a 的上四分位数", "a 的 75% 分位数"),
        ("排名 总分", "名次 总分"),
        ("总分 的名次", "名次 总分"),
    ],
)
def test_a_chinese_figure_over_all_records_is_written_as_here(formula, meant):
    word, value = ("结果", "x") if "总分" in formula else ("计算", "q")
    text = mended(CHINESE.format(f"{word} q = {formula}\n指标 甲 = {value}", ""))
    assert f"{word} q = {meant}" in text


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (GRADES + "上限 v 当 任一指标 的得分 等于 0：不得评 A", "`不优于 B`"),
        (GRADES + "上限 v 当 y：不能评为 A", "`不优于 B`"),
        (vetoed("a 为 b"), "`= b`"),
        ("指标 甲 = x\n结果 r = 名次 总分，降序", "`从高到低`"),
        ("指标 甲 按 x {\n90以上，10以下：20\n其余：0\n}", "分两行|two lines"),
    ],
)
def test_what_has_several_cures_says_them(lines, said):
    (only,) = errors_of(read(CHINESE.format(lines, "")))
    assert any(word in only.help for word in said.split("|"))
