"""Grades and classes may read the classes above them."""

import pytest

from tests.unit.words.words import chinese_of, errors, outcomes, rubric

SIZE = ("class tier {", "  big >= 20", "  small otherwise", "}")
KIND = (
    "class care {",
    "  close when grade of tier is big and checked is no",
    "  light when grade of tier >= small",
    "}",
)
GRADES = ("grades {", "  A >= 25, needs grade of tier is big", "  B otherwise", "}")


def test_a_class_reads_the_class_above():
    text = rubric("indicator p = days", *SIZE, *KIND, *GRADES)
    found = outcomes(
        text, {"days": 30, "checked": "no"}, {"days": 30, "checked": "yes"}, {"days": 2}
    )
    assert [each.results["care"] for each in found] == ["close", "light", "light"]
    assert [each.grade for each in found] == ["A", "A", "B"]


@pytest.mark.parametrize("lines", [(*KIND, *SIZE), (*GRADES, *SIZE)])
def test_a_class_below_is_not_known_yet(lines):
    assert set(errors(rubric("indicator p = days", *lines))) == {"E0208"}


def test_itself_is_not_known_yet():
    own = ("class tier {", "  big when grade of tier is small", "  small otherwise", "}")
    assert errors(rubric("indicator p = days", *own)) == ["E0208"]


def test_points_cannot_read_a_class():
    text = rubric("indicator p = if grade of tier is big then 1 else 0", *SIZE)
    assert errors(text)[0] == "E0208"


def test_in_chinese():
    assert "tier 的等级 为 big" in chinese_of(rubric("indicator p = days", *SIZE, *KIND))
