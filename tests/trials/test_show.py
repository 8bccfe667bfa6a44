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
        "takes >= 10万, < 50万",
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
