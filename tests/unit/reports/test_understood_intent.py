"""Weights, consistency and elements as `show` gives them."""

import json

from scorelang.api import load_text
from scorelang.reports.understood import understand
from scorelang.reports.understood_intent import map_elements
from scorelang.reports.understood_pages import to_json, to_text

RUBRIC = """rubric r {
  elements e1, e2, e3, e4, e5, e6
  group g, weighted, max 100, covers e1, weights from pairs by open {
    | yes | a | b |
    | a   | 1 | 3 |
    | b   |   | 1 |
    | no  | a | b |
    | a   | 1 | 1 |
    | b   |   | 1 |
    indicator a, max 10, covers e2, e3 = x
    indicator b, max 10, covers e3, e4 = y
  }
  indicator c, max 10, covers e5 = z
  indicator d "第四", max 10, covers e5 = w
  record {
    open yes/no
    x number 0..10
    y number 0..10
    z number 0..10
    w number 0..10
  }
}
"""


def test_each_element_says_who_covers_it_and_how():
    checked = load_text(RUBRIC).checked
    found = {
        line.name: (line.parts, line.mapping)
        for line in map_elements(checked.elements, checked.parts)
    }
    assert found == {
        "e1": (("g",), "1:1"),
        "e2": (("a",), "1:n"),
        "e3": (("a", "b"), "n:m"),
        "e4": (("b",), "1:n"),
        "e5": (("c", "第四"), "n:1"),
        "e6": ((), ""),
    }


def test_show_tells_weights_and_elements():
    found = understand(load_text(RUBRIC).checked)
    text = to_text(found)
    assert "weights from pairs, consistency ratio yes 0, no 0" in text
    assert "weight yes 75%, no 50%" in text
    assert "nobody covers it" in text
    document = json.loads(to_json(found))
    assert document["elements"][2] == {"name": "e3", "parts": ["a", "b"], "mapping": "n:m"}
    assert document["parts"][1]["weight"] == "yes 75%, no 50%"


def test_show_in_chinese():
    text = to_text(understand(load_text(RUBRIC).checked, lang="zh"), lang="zh")
    assert "两两比较权重，一致性比率 是 0, 否 0" in text
    assert "没有指标对应" in text
