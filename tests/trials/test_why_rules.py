"""The rule that ``why`` shows is enough to work its points out again; nothing is left out of it."""

import json
import re
from fractions import Fraction

import pytest

from tests.trials.test_why import why

POINTS = """\
rubric p {
  total 0..120, round 0.1
  indicator steps of late, max 20 {
    <= 10 : 20
    <= 30 : 15, less 1 for each started 5 above 10, at least 12
    > 30  : 0
  }
  indicator line of share, max 20 {
    >= 100% : 20
    80% to under 100% : linear 12 to 20
    < 80% : 0
  }
  indicator judged, max 15 = rated within size {
    large : 10..15
    small : 0..9
  }
  indicator formula of x, max 9 = x + 8, less 4 for each full 1 above 5, round 0.1 down, at most 9
  indicator limited of late, at most 8 {
    <= 10 : 12
    > 10 : 3
  }
  indicator twice, max 20, first that holds {
    2 * x when x > 5
    x otherwise
  }
  indicator straight of x, max 5 = linear from 0 to 10, limited to 1..5
  indicator ratio of x, max 20, limits by size, at least {
    |       | 20 | 10 | otherwise 0 |
    | large | 8  | 4  |             |
    | small | 6  | 2  |             |
  }
  record {
    late integer 0..100
    share percent 0..100%
    rated number 0..15
    size large "big firm" | small
    x number 0..10
  }
}
"""
ZH_POINTS = """\
评分标准 点 {
  总分 0~120，精确到 0.1
  指标 库存 "库存得分" 按 率，满分 10 = 10，低于 98% 每 1% 扣 2，不足一档按一档计，扣完为止
  指标 完成 "完成得分" 按 率，满分 20 {
    100%：20
    80%以上 不满100%：12 至 20 内插
    不满80%：0
  }
  指标 评价 "评价得分"，满分 10 = 评价分 限定于 规模 {
    大：6~10
    小：0~6
  }
  指标 比率 "比率得分" 按 比，满分 20，标准值 分 规模，不低于 {
    |    | 20   | 16   | 其余 0 |
    | 大 | 1.00 | 0.80 |        |
    | 小 | 0.90 | 0.70 |        |
  }
  数据项 {
    率 百分比 0~100%
    评价分 数值 0~10
    规模 大 | 小
    比 数值 0~10
  }
}
"""
GIVEN = {"late": 29, "share": "90%", "rated": 12, "size": "large", "x": 9}
ZH_GIVEN = {"率": "90%", "评价分": 9, "规模": "大", "比": "0.85"}


def rules(text, record, lang="en"):
    lines = json.loads(why(text, record, "json", lang))["ledger"]
    return {line["name"]: line["rule"] for line in lines if line["kind"] == "indicator"}


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("steps", "<= 30 : 15, less 1 for each started 5 above 10, at least 12"),
        ("line", "80% to under 100% : linear 12 to 20"),
        ("judged", "large : 10..15"),
        ("formula", "x + 8, less 4 for each full 1 above 5, round 0.1 down, at most 9"),
        ("limited", "> 10 : 3, at most 8"),
        ("twice", "x > 5 : 2 * x, round 0.01"),
        ("straight", "linear from 0 to 10, limited to 1..5"),
        ("ratio", "at least 8 (big firm)"),
    ],
)
def test_whatever_decides_the_points_stands_in_the_rule(name, rule):
    text = POINTS.replace("twice, max 20", "twice, max 20, round 0.01")
    assert rules(text, GIVEN)[name] == rule


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("库存", "10，低于 98% 每 1% 扣 2，不足一档按一档计，扣完为止"),
        ("完成", "80%以上 不满100%：12 至 20 内插"),
        ("评价", "大：6~10"),
        ("比率", "不低于 0.80（大）"),
    ],
)
def test_the_rules_of_a_chinese_file_stand_there_in_chinese(name, rule):
    assert rules(ZH_POINTS, ZH_GIVEN, "zh")[name] == rule


def test_the_rest_of_limits_by_segment_is_called_as_the_file_calls_it():
    assert rules(ZH_POINTS, {**ZH_GIVEN, "比": "0.1"})["比率"] == "其余（大）"


LIST = """\
评分标准 事件 {
  总分 -20~95
  指标 加分 "加分项"，逐项累计，最多 5，至少 -10 {
    3 当 国奖 为 是
    4 当 省奖 为 是
    -6 每有 投诉
  }
  指标 基本 "基本分"，满分 90 = 质量分
  清零 加分 当 造假 为 是："有造假"
  清零 基本 当 重罪 为 是："有重罪"
  数据项 {
    国奖 是否
    省奖 是否
    投诉 整数 >= 0
    造假 是否
    重罪 是否
    质量分 数值 0~90 }
}
"""
EVENTS = {"国奖": True, "省奖": True, "投诉": 0, "造假": False, "重罪": False, "质量分": 50}


def items(record):
    lines = json.loads(why(LIST, record, "json", "zh"))["ledger"]
    head = next(line for line in lines if line["name"] == "加分")
    return head, [line for line in lines if line["name"] == "加分" and line["kind"] == "item"]


@pytest.mark.parametrize(
    ("change", "points"),
    [({}, 5), ({"投诉": 5}, -10), ({"造假": True}, 0), ({"造假": True, "投诉": 5}, 0)],
)
def test_the_lines_of_a_list_add_up_to_its_points(change, points):
    head, below = items({**EVENTS, **change})
    assert head["points"] == points
    assert sum(line["points"] or 0 for line in below if line["note"] is None) == points
    assert "最多 5，至少 -10" in head["rule"]


def test_what_was_cut_off_and_what_was_zeroed_have_lines_of_their_own():
    _, below = items({**EVENTS, "造假": True})
    assert [(line["rule"], line["points"]) for line in below[-2:]] == [
        ("最多 5，至少 -10", -2),
        ("本项不得分", -5),
    ]
    shown = why(LIST, {**EVENTS, "重罪": True}, lang="zh")
    assert re.search(r"基本分 .* 质量分 +0 +90 +0\n +本项不得分 +-50\n", shown)


def test_a_line_that_counts_what_did_not_happen_is_not_the_rule_that_applied():
    head, _ = items({**EVENTS, "国奖": False, "省奖": False})
    assert head["rule"] == "最多 5，至少 -10"


GROUPS = """\
rubric g {
  total 0..34, round 1
  group best "Best", best 2 of, max 20 {
    indicator a, max 10 = x
    indicator b, max 10, if missing: leave out = y
    indicator c, max 5 = min (x, 5)
  }
  group low "Low", lowest, at most 4 {
    indicator d, max 10 = x
    indicator e, max 10 = min (x + 8, 10)
  }
  group life "Life" {
    indicator f "Years", max 5, applies when x > 9.5, else full marks = x / 2
    indicator h "Extra", max 5 = x / 2
  }
  record { x number 0..10
    y number 0..10 }
}
"""


def test_how_a_group_is_taken_together_and_limited_is_said_in_its_lines():
    shown = why(GROUPS, {"x": 9, "y": 3})
    assert re.search(r"Best +best 2 of\n", shown)
    assert re.search(r"Low +lowest\n", shown)
    assert re.search(r" limit +at most 4 +-5\n", shown)
    assert re.search(r"rounding +round 1 ", shown)


def test_full_marks_that_are_given_name_the_part_they_are_given_for():
    assert re.search(r"full marks given +Years +5\n", why(GROUPS, {"x": 9, "y": 3}))


WEIGHTED = """\
rubric wr {
  total weighted, 0..100
  indicator a, max 10, weight 80%, if missing: leave out = x
  group g "Group", weighted, max 20, weight 20% {
    indicator b, max 10, weight 70% = y
    indicator c, max 4, weight 30%, if missing: leave out = z
  }
  record { x number 0..10
    y number 0..10
    z number 0..4 }
}
"""


def test_weighted_parts_are_rescaled_by_their_weights():
    shown = why(WEIGHTED, {"x": None, "y": 8, "z": 4})
    assert "rescaled: 20% of 100% of the weight are rated" in shown
    inside = why(WEIGHTED, {"x": 5, "y": 8, "z": None})
    assert "rescaled: 70% of 100%" in " ".join(inside.split())
    assert "按比例折算: 权重 100% 中已评 70%" in "".join(
        why(WEIGHTED, {"x": 5, "y": 8, "z": None}, "html", "zh")
    )


def test_the_best_of_a_group_are_rescaled_to_what_may_count():
    shown = " ".join(why(GROUPS, {"x": 9, "y": None}).split())
    assert "15 of 20 full marks are rated" in shown


@pytest.mark.parametrize(("y", "factor"), [(None, Fraction(20, 15)), (8, 1)])
def test_what_is_said_to_be_rated_gives_the_factor(y, factor):
    told = json.loads(why(GROUPS, {"x": 9, "y": y}, "json"))["ledger"]
    counted = [line["factor"] for line in told if line["name"] == "a"]
    assert counted == [pytest.approx(float(factor), abs=1e-5)]


CAPPED = """\
rubric c {
  score rpn "RPN" = sev * occ, round exact, at most 50
  score low "Low" = sev - occ / 3, round 1, at least 0, at most 5
  record { sev integer 1..10
    occ integer 1..10 }
}
"""


def test_a_capped_score_says_what_was_capped():
    shown = why(CAPPED, {"sev": 9, "occ": 9})
    assert "RPN: 50 (before its limits 81)" in shown
    assert "RPN: 50 (限制前 81)" in why(CAPPED, {"sev": 9, "occ": 9}, lang="zh")
    assert "before its limits" not in why(CAPPED, {"sev": 9, "occ": 5}).split("Low")[0]
    assert "Low: 0 (before its limits -0.333333)" in why(CAPPED, {"sev": 3, "occ": 10})
    found = json.loads(why(CAPPED, {"sev": 9, "occ": 9}, "json"))["score_lines"][0]
    assert (found["unlimited"], found["unrounded"], found["points"]) == (81, 50, 50)
