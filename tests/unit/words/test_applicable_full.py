"""The full marks of what applies."""

import pytest

from tests.unit.words.words import chinese_of, codes, errors, outcome, rubric

D = "indicator d, max 7, applies when kind is b, else rescale, if missing: leave out = e, at most 7"
GROUP = (
    "let e = days / 4",
    "group g {",
    "  indicator a of days, max 10 {\n  >= 20 : 10\n  < 20 : 4\n  }",
    "  group deep, applies when checked, else rescale {",
    "    indicator b of sales, max 30 {\n  >= 100 : 30\n  < 100 : 5\n  }",
    "  }",
    "  indicator c, applies when kind is a, else full marks = 5",
    D,
    "}",
)
TEXT = rubric(
    *GROUP,
    "result full_marks = applicable full of g",
    "result deep_marks = applicable full of deep",
)


@pytest.mark.parametrize(
    ("cells", "full", "deep"),
    [
        ({"checked": "yes", "kind": "b"}, 52, 30),
        ({"checked": "yes", "kind": "a"}, 45, 30),
        ({"checked": "no", "kind": "b"}, 22, 0),
        ({"checked": "no", "kind": "c"}, 15, 0),
        ({"checked": "no", "kind": "b", "days": ""}, 22, 0),
    ],
)
def test_what_is_left_out_does_not_count(cells, full, deep):
    found = outcome(TEXT, **{"days": 5, "sales": 200} | cells)
    assert (found.results["full_marks"], found.results["deep_marks"]) == (full, deep)


def test_a_share_of_what_applies():
    text = rubric(*GROUP, "flag good when points of g / applicable full of g >= 60%")
    assert "W0302" in codes(text)


def test_a_part_around_itself_is_a_circle():
    text = rubric("group g {", "indicator a = applicable full of g", "}")
    assert errors(text) == ["E0207"]


@pytest.mark.parametrize("name", ["nothing", "days"])
def test_a_name_that_is_no_part(name):
    assert errors(rubric(*GROUP, f"result r = applicable full of {name}")) == ["E0201"]


def test_open_points_have_no_full_marks():
    text = rubric("indicator a, all that hold {", "1 for each days_open", "}").replace(
        "days integer 0..30", "days_open integer >= 0"
    )
    text = text.replace("record {", "result r = applicable full of a\n  record {")
    assert errors(text) == ["E0307"]


def test_in_chinese():
    assert "g 的适用满分" in chinese_of(TEXT)
