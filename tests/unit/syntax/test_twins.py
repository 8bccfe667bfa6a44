# ruff: noqa: E501  a line of one vocabulary stands beside that of the other
"""The same rubric in both vocabularies gives the same tree."""

import pytest

CHINESE = """评分标准 供应商评价 "供应商评价办法" {
  版本 "2025"，施行 自 2025-01-01 至 2025-12-31
  总分 0~100，精确到 0.1，四舍五入
  大类 财务状况，满分 40 {
    指标 毛利率得分 按 毛利率，满分20，评分部门 财务部，依据 "第六条" {
      20%以上：20
      10%以上：10
      5%以上：5
      不满5%：0
    }
    指标 速动比率得分 按 速动比率，满分 20，标准值 分 行业，不低于 {
      |      | 20   | 16   | 10   | 其余 0 |
      | 工业 | 1.00 | 0.80 | 0.60 |
      | 农业 | 0.90 | 0.70 | 0.50 |
    }
  }
  指标 库存准确率得分 按 库存准确率，满分 20 = 20，低于 98% 每 1% 扣 2，按比例，扣完为止
  大类 出口业务，满分 40，适用于 业务类型 为 外销，否则 按比例折算 {
    指标 出口，满分 40 = 40
  }
  等级 {
    AA 90以上，且须 资产负债率得分 得满分，现金流得分 的得分 不低于 3
    A  80以上
    B  60以上
    C  其余：措施 "停止供货"
  }
  一票否决 偷税 当 偷税漏税 为 是：等级 C，因为 "有偷税漏税记录"
  上限 负债 当 资产负债率 超过 80%：最高评为 B，提示 复核
  不予评级 当 经营年限 不满 1年 "经营未满一个会计年度"
  保证 总分 随 毛利率 上升 不下降
  保证 等级 最高评为 B 当 退货率 超过 30%
  数据项 {
    编号 供应商代码 文字
    业务类型 内销 | 外销，必填
    毛利率 百分比
    行业 工业 | 农业
  }
}"""

ENGLISH = """rubric 供应商评价 "供应商评价办法" {
  version "2025", effective from 2025-01-01 to 2025-12-31
  total 0..100, round 0.1 half up
  group 财务状况, max 40 {
    indicator 毛利率得分 of 毛利率, max 20, owner 财务部, source "第六条" {
      >= 20% : 20
      >= 10% : 10
      >= 5%  : 5
      < 5%   : 0
    }
    indicator 速动比率得分 of 速动比率, max 20, limits by 行业, at least {
      |      | 20   | 16   | 10   | 其余 0 |
      | 工业 | 1.00 | 0.80 | 0.60 |
      | 农业 | 0.90 | 0.70 | 0.50 |
    }
  }
  indicator 库存准确率得分 of 库存准确率, max 20 = 20, less 2 for each 1% below 98% pro rata, at least 0
  group 出口业务, max 40, applies when 业务类型 is 外销, else rescale {
    indicator 出口, max 40 = 40
  }
  grades {
    AA >= 90, needs 资产负债率得分 full, points of 现金流得分 at least 3
    A  at least 80
    B  >= 60
    C  otherwise : action "停止供货"
  }
  veto 偷税 when 偷税漏税 is yes : grade C, because "有偷税漏税记录"
  cap 负债 when 资产负债率 > 80% : no better than B, flag 复核
  not ratable when 经营年限 < 1年 "经营未满一个会计年度"
  promise total never falls as 毛利率 rises
  promise grade no better than B when 退货率 above 30%
  record {
    key 供应商代码 text
    业务类型 内销 | 外销, required
    毛利率 percent
    行业 工业 | 农业
  }
}"""

LINES = [
    ("计算 x = 如果 a 且 非 b 则 c 否则 d", "let x = if a and not b then c else d"),
    ("计算 x = a 属于（b、c）", "let x = a is any of (b, c)"),
    ("计算 x = a 未填 或 b 已填", "let x = a is missing or b is not missing"),
    ("计算 x = 上期 a", "let x = last a"),
    ("计算 x = a + 6个月", "let x = a + 6个月"),
    (
        '上限 a 当 b：最高评为 B，有效期至 截止日，措施 "停"',
        'cap a when b : no better than B, until 截止日, action "停"',
    ),
    (
        "示例 a {\n已知 评价日 = 2025-01-31，上期 b = 5\n应得 总分 = 1\n}",
        "example a {\ngiven as_of = 2025-01-31, last b = 5\nexpect total = 1\n}",
    ),
    ("计算 x = 分 a { b：2 }", "let x = by a { b : 2 }"),
    ("基础分 447", "base 447"),
    ("不计总分", "no total"),
    ("得分项 x = a，不舍入", "score x = a, round exact"),
    ("得分项 x = a，精确到 0.00001 再 0.1 只入不舍", "score x = a, round 0.00001 then 0.1 up"),
    ("未填时：不计入，至少 60%", "if missing: leave out, at least 60%"),
    ("未填时：退回", "if missing: reject"),
    ("原因码 低于基准，前 3项", "reasons points below, first 3"),
    ("要素 a、b", "elements a, b"),
    ('引用 "x" 等级', 'use "x" grades'),
    ('引用 "x" 作为 y { a = b }', 'use "x" as y { a = b }'),
    ('修订自 "x"', 'extends "x"'),
    ("替换 指标 a = 3", "replace indicator a = 3"),
    ('允许 W0401 因为 "x"', 'allow W0401 because "x"'),
    ("档次 x { A：100% }", "scale x { A : 100% }"),
    ("对照表 x 得出 数值 { | a | }", "table x gives number { | a | }"),
    ("对照表 x 得出 a > b，由差到好 { | a | }", "table x gives a > b, worst first { | a | }"),
    ("分类 x 按 y { a 90以上 }", "class x of y { a >= 90 }"),
    (
        "指标 a，逐项累计，最多 5分 { 2 当 b }",
        "indicator a, all that hold, at most 5分 { 2 when b }",
    ),
    ("指标 a，先符合者为准 { 2 其余 }", "indicator a, first that holds { 2 otherwise }"),
    ("指标 a，符合项数（b、c） { 2：3 }", "indicator a, counts (b, c) { 2 : 3 }"),
    ("指标 a = b 限定于 c { d：1~2 }", "indicator a = b within c { d : 1..2 }"),
    ("指标 a = 20 至 85 内插，限于 0~1", "indicator a = linear from 20 to 85, limited to 0..1"),
    ("大类 a，加权，权重 40%，基准分 3 { }", "group a, weighted, weight 40%, baseline 3 { }"),
    ("升降 a 当 b：上调1级，最高评为 A", "notch a when b : up 1, no better than A"),
    (
        "下限 a 当 b：最低评为 B，有效期至 2026-12-31",
        "floor a when b : no worse than B, until 2026-12-31",
    ),
    ('清零 a 当 b："本项不得分"', 'zero a when b : "本项不得分"'),
    ("结果 a = 名次 b、c，从高到低，单位 万元", "result a = rank of b, c, highest first, in 万元"),
    ("保证 每个等级 均可达到", "promise every grade can be reached"),
    ("保证 总分 随 a 下降 不上升", "promise total never rises as a falls"),
    (
        "示例 a 基于 b { 已知 c = 未填\n应得 退回 d\n应得 提示 e }",
        "example a from b { given c = missing\nexpect rejected d\nexpect flags e }",
    ),
    ("示例 a { 假定 b 分 c 的均值 { d：3 } }", "example a { assume mean of b by c { d : 3 } }"),
    ("示例表 基于 a { | b || 总分 | }", "examples from a { | b || 总分 | }"),
    (
        '数据项 { a 金额 0以上 单位 万元 "b" 又名 "c"，必填，空白视为 0，及上期 "d"，步长 0.5 }',
        'record { a money >= 0 in 万元 "b" also "c", required, blank means 0, and last year "d", step 0.5 }',
    ),
    (
        "数据项 { a 评分 0~10 评价人 b 20%、c 80%（平均，至少 3），去掉最高最低 }",
        "record { a rating 0..10 rated by b 20%, c 80% (mean, at least 3), drop highest and lowest }",
    ),
    ('数据项 { 校验 a 不超过 b "c" }', 'record { rule a <= b "c" }'),
]


def test_the_chinese_sample_is_the_english_one(read):
    assert read(CHINESE) == read(ENGLISH)


@pytest.mark.parametrize(("chinese", "english"), LINES)
def test_a_line_means_the_same_in_both_vocabularies(items, chinese, english):
    assert items(chinese) == items(english)


def test_the_vocabularies_may_be_mixed(items):
    assert items("指标 a of b, 满分 20 = 3") == items("indicator a 按 b，max 20 = 3")


@pytest.mark.parametrize("sign", ["，", ",", "、"])
def test_commas_of_all_kinds(items, sign):
    assert items(f"elements a{sign} b") == items("elements a, b")
