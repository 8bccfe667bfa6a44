"""Grades against their names, and words about grades that can be read in two ways."""

import pytest

from scorelang.compiler.grade_names import falls_behind, is_low, numbers_of, ranks_of
from tests.unit.compiler.checking import findings

FALLING = (
    "A B C D",
    "AAA AA A BBB BB B CCC",
    "S A B C",
    "优秀 良好 中等 合格 不合格",
    "优 良 中 差",
    "excellent good fair poor",
    "A级 B级 C级",
    "甲 乙 丙",
    "五星 四星 三星",
    "5A 4A 3A",
    "优秀供应商 合格供应商 不合格供应商",
    "正常 关注 次级 可疑",
    "accept refer reject",
)


@pytest.mark.parametrize("names", FALLING)
def test_names_say_which_is_better(names):
    listed = names.split()
    good, bad = ranks_of(listed), ranks_of(listed[::-1])
    assert good is not None
    assert bad is not None
    assert not falls_behind(good)
    assert falls_behind(bad)


@pytest.mark.parametrize(
    "names", ["H M L", "低 中 高", "low medium high", "新 老", "一级 二级 三级"]
)
def test_other_names_say_nothing(names):
    assert ranks_of(names.split()) is None


def test_names_that_count():
    assert numbers_of(["三级", "二级", "一级"]) == ((3,), (2,), (1,))
    assert numbers_of(["甲", "乙"]) is None


@pytest.mark.parametrize("name", ["低", "低风险", "low", "low_risk", "minor"])
def test_names_of_little(name):
    assert is_low(name)


def rubric(grades, override, order=""):
    lines = "\n".join(
        f"    {name}：{limits}"
        for name, limits in zip(grades.split(), ("不满60", "60~80（不含）", "80以上"), strict=True)
    )
    return f"""评分标准 试 {{
  总分 0~100
  指标 一，满分 100 = 甲
  等级{order} {{
{lines}
  }}
  {override}
  数据项 {{
    甲 数值 0~100，必填
    旗 是否，必填
  }}
}}
"""


def found(*parts):
    return [
        (each.code, each.key, each.message)
        for each in findings(rubric(*parts))
        if each.code[:4] == "W051"
    ]


@pytest.mark.parametrize(
    ("grades", "override", "key"),
    [
        ("C B A", "升降 甲降 当 旗：下调 1级", "W0512.acts"),
        ("C B A", "上限 甲降 当 旗：最高评为 B", "W0512.acts"),
        ("C B A", "一票否决 甲降 当 旗：等级 C", "W0512.idle"),
        ("普通 骨干 核心", "一票否决 甲降 当 旗：等级 普通", "W0512.idle"),
        ("低 中 高", "上限 甲降 当 旗：最高评为 中", "W0513"),
        ("低 中 高", "下限 甲降 当 旗：最低评为 中", "W0513.floor"),
        ("低 中 高", "升降 甲降 当 旗：上调 1级", "W0513.notch"),
        ("普通 骨干 核心", "上限 甲降 当 旗：最高评为 骨干", "W0513"),
    ],
)
def test_what_may_be_read_the_other_way_is_reported(grades, override, key):
    assert [each[1] for each in found(grades, override)] == [key]


@pytest.mark.parametrize(
    ("grades", "override", "order"),
    [
        ("C B A", "上限 甲降 当 旗：最高评为 B", "，由差到好"),
        ("差 良 优", "一票否决 甲降 当 旗：等级 差", "，由差到好"),
        ("低 中 高", "上限 甲降 当 旗：不优于 中", ""),
        ("低 中 高", "一票否决 甲降 当 旗：等级 高", ""),
        ("低 中 高", "下限 甲降 当 旗：不劣于 中", ""),
    ],
)
def test_what_is_plain_is_not_reported(grades, override, order):
    assert found(grades, override, order) == []


def test_the_message_says_what_becomes_of_a_record():
    ((_, _, message),) = found("低 中 高", "上限 甲降 当 旗：最高评为 中")
    assert "`低`" in message
    assert "`中`" in message
