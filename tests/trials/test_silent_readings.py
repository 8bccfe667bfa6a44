"""What was read otherwise than meant without a word: read as meant, or asked about, by rubric."""

import pytest

from scorelang.api import load_text
from scorelang.loading import read_text
from scorelang.source.text import SourceText

FORM = "评分标准 t {{\n{}\n数据项 {{\n编号 id 文字\n{}\n}}\n}}\n"
X = "x 数值 0~100"
GRADES = "总分 0~100\n等级 {\nA 60以上\nB 其余\n}\n"


def keys(lines, record):
    loaded = read_text(SourceText("t.rubric", FORM.format(lines, record)))
    return [each.key for each in loaded.diagnostics if each.code not in {"W0201", "W0511"}]


@pytest.mark.parametrize(
    ("lines", "record", "key"),
    [
        ("指标 a，先符合者为准 {\n10 当 x 至少 30，最多 60\n其余：0\n}", X, "E0204.condition"),
        ("指标 a，逐项累计 {\n10 当 x 至少 30，最多 60\n}", X, "E0204.condition"),
        (GRADES + "指标 a = x\n一票否决 v 当 x 超过 30-60：等级 B", X, "E0311.difference"),
        ("指标 a 按 x {\n> 60：20\n> 30-60：10\n其余：0\n}", X, "E0311.difference"),
        ("指标 a，未填时：不计入，至少 60 = x", X, "E0204.coverage"),
        ("大类 g，未填时：不计入，至少 60 {\n指标 a = x\n}", X, "E0204.coverage"),
        (
            "档次 s {\nC：60%\nA：100%\n}\n指标 a 按 x，满分 20，档次 s {\n60以上：A\n其余：C\n}",
            X,
            "W0512.scale",
        ),
        (
            "指标 a，先符合者为准 {\n1 当 k 高于 中\n其余：0\n}",
            "k 低 > 中 > 高",
            "W0512.field",
        ),
        ("指标 a，满分 100 = x\n等级 {\nA 0.6以上\nB 其余\n}", X, "W0502.shares"),
        ("指标 扣分项，逐项累计 {\n3 当 y\n}", "y 是否，必填", "W0515"),
        ("指标 a，满分 20 = 20 - 5 × n", "n 整数 0~9", "W0516"),
        ("指标 a，满分 20 按 x = 内插 自 60 至 100", X, "W0516"),
        (
            "指标 a 按 k {\n甲级：1\n乙级：0\n}",
            '"k" 甲级 | 乙级 "级别"'.replace('"k"', "k"),
            "W0203.label",
        ),
        ("指标 a = x\n等级 {\nA=90\nB=60\nC 其余\n}", X, "W0405"),
        ("指标 a = x\n结果 q = x 的 75分位数", X, "E0308.quantile"),
        (
            "指标 a = x\n结果 z = 如果 x 为 98 则 1 否则 0",
            'x 整数 0~90，特殊值 98 "出差"',
            "E0209.is_special",
        ),
        (
            "指标 a = x\n结果 z = 如果 x = 98 则 1 否则 0",
            'x 整数 0~90，特殊值 98 "出差"',
            "E0209.is_special",
        ),
    ],
)
def test_what_reads_otherwise_than_meant_is_said(lines, record, key):
    assert key in keys(lines, record)


@pytest.mark.parametrize(
    ("lines", "record"),
    [
        ("指标 a，先符合者为准 {\n10 当 x 为 30~60\n其余：0\n}", X),
        ("指标 a，至少 10，未填时：不计入 = x", X),
        ("档次 s {\nA：100%\nB：60%\n}\n指标 a 按 x，满分 20，档次 s {\n60以上：A\n其余：B\n}", X),
        ("指标 a，先符合者为准 {\n1 当 k 高于 中\n其余：0\n}", "k 高 > 中 > 低"),
        ("指标 扣分项，逐项累计 {\n-3 当 y\n}", "y 是否，必填"),
        ("指标 a，满分 20，扣完为止 = 20 - 5 × n", "n 整数 0~9"),
        ("指标 a = x\n结果 q = x 的 75%分位数", X),
    ],
)
def test_what_reads_as_meant_is_left_alone(lines, record):
    assert keys(lines, record) == []


def test_shares_of_a_ranking_that_add_up_to_all_are_complete():
    lines = "指标 a = x\n总分 0~100\n等级，同分从高 {\nA 前20%\nB 次30%\nC 次40%\nD 次10%\n}"
    assert not [key for key in keys(lines, X) if key.startswith("W0403")]


@pytest.mark.parametrize(
    ("lines", "number"),
    [("结果 r = 工龄", 12), ("计算 k = 工龄，限于 0~10年\n结果 r = k", 10)],
)
def test_a_result_is_in_the_unit_of_the_column_of_years(lines, number):
    rubric = load_text(FORM.format(f"指标 a = x\n{lines}", f"{X}\n工龄 期限 0~40年 单位 年"))
    assert rubric.score({"id": "1", "x": "50", "工龄": "12"}).results["r"] == number


def test_the_share_of_gains_and_losses_together_has_no_bounds():
    form = (
        "rubric t {{\nno total\nscore s = cumulative share of x, round exact\n"
        "record {{\nkey id text\nx number {}\n}}\n}}\n"
    )
    for field, high in (("-1..100", None), ("0..100", 1)):
        assert load_text(form.format(field)).checked.scores[0].range.high == high
