"""``show`` is the policy read back: every line, need, reason and name of the reported rubrics."""

import json
from pathlib import Path

import pytest

from scorelang.api import load_rubric, load_text
from scorelang.reports.understood import understand
from scorelang.reports.understood_pages import to_json, to_text

CASES = Path(__file__).parent / "reported" / "clauses-and-checks"


def page(name: str, lang: str = "en") -> str:
    return to_text(understand(load_rubric(CASES / name).checked, lang=lang), lang=lang)


def told(name: str) -> dict:
    return json.loads(to_json(understand(load_rubric(CASES / name).checked)))


def test_the_line_for_missing_values_is_there():
    text = page("show_missing_line.rubric")
    assert "missing  → 7" in text
    assert "applies when x is not missing, else full marks" in text
    assert "blank a: 0 points" not in text, "its own line acts, not the default"
    line = told("show_missing_line.rubric")["parts"][0]["lines"][2]
    assert (line["guard"], line["points"]) == ("missing", "7")


@pytest.mark.parametrize(
    "words",
    [
        "k  = y * 2",
        "AAA  >= 90      needs y > 5",
        "A    otherwise",
        "f  floor  when z  no worse than AAA",
        "c  cap    when z  no better than A, because reason",
        "y = 0 · why",
        "limit  = by grade { AAA : 5; A : 1 }",
        'kind  category  a (also "alpha") | b "Beta"',
    ],
)
def test_nothing_of_a_policy_is_left_out(words):
    assert words in page("show_omits.rubric")


def test_json_holds_the_same_in_parts():
    found = told("show_omits.rubric")
    assert found["grades"][0]["needs"] == ["y > 5"]
    assert [one["effects"] for one in found["overrides"]] == [
        ["no worse than AAA"],
        ["no better than A"],
    ]
    assert found["overrides"][1]["reason"] == "reason"
    assert found["not_ratable"] == [{"condition": "y = 0", "reason": "why"}]
    assert found["lets"][0]["formula"] == "y * 2"
    assert found["results"][0]["formula"] == "by grade { AAA : 5; A : 1 }"
    assert found["fields"][3]["values"][0]["also"] == ["alpha"]


def test_a_step_prints_whole_however_small():
    text = page("show_round_0.rubric")
    assert text.count("round 0.0000001 half up") == 2
    assert "round 0 " not in text


def test_chinese_has_the_same_lines():
    text = page("show_omits.rubric", "zh")
    for words in ("k  = y * 2", "还须 y > 5", "no worse than AAA", "理由：reason", "y = 0 · why"):
        assert words in text


RUBRIC = """\
rubric r "评级" {
  no total
  indicator a of x, max 10, if missing: leave out, owner sales {
    >= 50万 : 10, flag big, reason R1 "small"
    >= 10万 : 5, action "call"
    < 10万  : not ratable "too small"
  }
  indicator b of k, max 4 by t {
    |   | home | abroad |
    | 4 | >= 2 | >= 3   |
    | 0 | < 2  | < 3    |
  }
  indicator s, max 2 {
    | smoker | age 20..39 | 40..79 |
    | yes    | 0          | 1      |
    | no     | 1          | 2      |
  }
  table rates "费率" gives number {
    | t      | rate |
    | home   | 0.05 |
    | abroad | 0.07 |
  }
  class risk "风险" of a {
    good >= 5
    bad otherwise
  }
  promise points of a never falls as x rises
  record {
    x money >= 0 in 万元
    k number 0..10, step 0.5
    t home | abroad, required
    smoker yes/no
    age integer 20..79
    rule k <= 9 "k is too high"
  }
}
"""


def of_text(text: str, lang: str = "en") -> str:
    return to_text(understand(load_text(text).checked, lang=lang), lang=lang)


@pytest.mark.parametrize(
    "words",
    [
        "money in 万元",
        "0..10, in steps of 0.5",
        "k <= 9 · k is too high",
        'table rates "费率":',
        "home    → 0.05",
        ">= 50万  → 10, flag big, reason R1",
        "takes >= 10万元, < 50万元",
        '< 10万   → not ratable "too small"',
        "home    >= 2  → 4",
        "smoker no, age 20..39",
        'class risk "风险":',
        "the class risk is the grade",
        "promises (not checked yet):",
        "points of a never falls as x rises",
    ],
)
def test_every_construct_is_read_back(words):
    assert words in of_text(RUBRIC)


def test_two_classes_and_no_grades_are_no_grade():
    text = RUBRIC.replace(
        "  promise", "  class size of b {\n    big >= 4\n    small otherwise\n  }\n  promise"
    )
    assert "there is no grade; classes stand among the results" in of_text(text)


def test_escapes_of_names_stay_visible():
    text = of_text(
        'rubric r "a\u202eb" { indicator x "\x9b", max 1 = y\n record { y number 0..1 } }'
    )
    assert "\u202e" not in text
    assert "<U+202E>" in text
    assert "\x9b" not in text


ENGLISH = """\
rubric r "R" {
  total -20..90, round 0.01 then 0.1
  base 5
  if missing: 1
  scale abc "ABC scale" {
    A "good" : 100%
    B : 60%
  }
  table risk "Risk" gives H "high" > M > L, worst first {
    | sev  | occ 1..3 | 4..10 |
    | 1..5 | L        | M     |
    | 6..10| M        | H     |
  }
  indicator speed, max 20 of hours {
    <= 24 : 20
    <= 48 : 10
    > 48  : 0
  }
  indicator life of years, max 5 = linear from 20 to 85, limited to 0..5
  indicator judged, max 15 = rated within lvl {
    large : 10..15
    small : 0..9
  }
  indicator bureau, max 10, if missing: worst of code {
    >= 600     : 10
    < 600      : 5
    special -9, -8 : 3
  }
  indicator ded, all that hold, at least -10 {
    -5 when accident
    -2 for each sev
  }
  group ahp "AHP", weighted, max 10, weights from pairs, round exact {
    | ahp | w1  | w2 |
    | w1  | 1   | 3  |
    | w2  | 1/3 | 1  |
    indicator w1, max 10 = rated * 10 / 15
    indicator w2, max 10 of price {
      >= 3万 : 10
      < 3万  : 0
    }
  }
  grades, worst first {
    bad < 5
    good otherwise
  }
  class kind of speed, worst first {
    slow < 10
    fast otherwise
  }
  class pick = highest of (speed, life), ties first
  zero ded when accident is no : "forgiven by the board"
  result twice = years * 2, round 0.01 then 0.1 half up
  result matrix = risk
  record {
    hours number >= 0
    years number 0..120
    rated number 0..15
    lvl large | small
    code integer 300..850, special -9 "none", special -8 "refused"
    accident yes/no
    sev integer 1..10
    occ integer 1..10
    price money >= 0
  }
}
"""


@pytest.mark.parametrize(
    "words",
    [
        "-20..90 declared, -2..66 can be reached, round 0.01 half up then round 0.1 half up",
        "base 5",
        "for all points:\n  if missing: 1",
        'abc "ABC scale"',
        'gives H "high" > M > L, worst first',
        "\n      = linear from 20 to 85\n",
        "= rated within lvl",
        "special -9, -8  → 3",
        "      ahp  w1   w2\n",
        "      w2   1/3  1\n",
        "weighted, max 10 declared, weights from pairs, consistency ratio 0, exact",
        "grades:\n  worst first\n  bad ",
        "  of speed\n  worst first\n",
        "= highest of (speed, life)\n  ties first\n",
        "because forgiven by the board",
        "round 0.01 half up then round 0.1 half up",
        "blank speed: 1 points, listed as missing",
        "blank bureau: 3 points, listed as missing",
        "blank in ded: a line left open counts nothing, listed as missing",
        "price     money in 元",
    ],
)
def test_what_a_review_missed_is_read_back(words):
    assert words in of_text(ENGLISH)


def test_nothing_is_said_twice():
    text = of_text(ENGLISH)
    for words in ("special -9, -8", "forgiven by the board", "= ="):
        assert text.count(words) == (0 if words == "= =" else 1)


def test_json_holds_what_the_page_says():
    found = json.loads(to_json(understand(load_text(ENGLISH).checked)))
    assert (found["declared"], found["reachable"]) == ("-20..90", "-2..66")
    assert found["general"] == [{"kind": "missing", "text": "if missing: 1"}]
    assert "blank speed: 1 points, listed as missing" in found["blanks"]
    assert found["tables"][0]["gives"] == 'H "high" > M > L'
    assert found["tables"][0]["marks"] == ["worst first"]
    assert found["grading"]["marks"] == ["worst first"]
    pick = found["classes"][1]
    assert (pick["winners"], pick["marks"]) == (["speed", "life"], ["ties first"])
    assert found["scales"][0]["label"] == "ABC scale"
    group = next(part for part in found["parts"] if part["name"] == "ahp")
    assert group["pairs"] == [["ahp", "w1", "w2"], ["w1", "1", "3"], ["w2", "1/3", "1"]]


CHINESE = """\
评分标准 甲 "甲" {
  总分 0~100，加权
  基础分 5
  未填时：不计入，至少 60%
  指标 评价，满分 10，权重 50% = 评价分 限定于 规模 {
    大：6~10
    小：0~6
  }
  指标 速动 按 速动比率，满分 20，权重 50%，标准值 分 规模，不低于 {
    |    | 20   | 16   | 其余 0 |
    | 大 | 1.00 | 0.80 |        |
    | 小 | 0.90 | 0.70 |        |
  }
  分类 最强 = 得分最高者（评价，速动），同分取前者
  分类 段位 按 评价，由差到好 {
    低 不满5
    高 其余
  }
  结果 增长 = 销售额 的增长率
  数据项 {
    销售额 金额 >= 0 单位 万元 及上期
    评价分 数值 0~10
    规模 大 | 小
    速动比率 数值 >= 0
  }
}
"""


@pytest.mark.parametrize(
    "words",
    [
        "基础分 5",
        "各项通用规定:\n  未填时：不计入，至少 60%",
        "= 评价分 限定于 规模",
        "大  其余         → 0",
        "= 得分最高者（评价，速动）\n  同分取前者",
        "  由差到好\n",
        "上期 销售额 ",
    ],
)
def test_the_same_in_chinese(words):
    assert words in of_text(CHINESE, "zh")


def test_no_english_of_ours_in_a_chinese_page():
    text = of_text(CHINESE, "zh")
    assert not [w for w in ("base", "within", "otherwise", "last", "highest of") if w in text]
