"""Conditions on any or every indicator of a group."""

import pytest

from scorelang.api import format_source
from scorelang.source.text import SourceText
from scorelang.syntax.ast import Vocabulary
from tests.unit.words.words import chinese_of, codes, errors, outcome, rubric

PARTS = (
    "scale abc {\n  A : 100%\n  B : 50%\n  C : 0%\n  }",
    "group money {",
    "  indicator m1 of days, max 10 {\n  >= 20 : 10\n  >= 10 : 4\n  < 10 : 1\n  }",
    "  group deep {",
    "    indicator m2 of sales, max 5 {\n  >= 100 : 5\n  < 100 : 2\n  }",
    "  }",
    "}",
    "group other, scale abc {",
    "  indicator o1, max 4, first that holds {\n  A when checked\n  C otherwise\n  }",
    "  indicator o2, max 4, first that holds {\n  B when kind is a\n  A otherwise\n  }",
    "}",
)


def holds(condition, **cells):
    text = rubric(*PARTS, f"flag seen when {condition}")
    cells = {"days": 15, "sales": 200, "checked": "yes", "kind": "a"} | cells
    found = outcome(text, **cells)
    return None if found.undecided else found.flags == ("seen",)


@pytest.mark.parametrize(
    ("condition", "cells", "expected"),
    [
        ("points of any indicator of money < 3", {}, False),
        ("points of any indicator of money < 3", {"sales": 1}, True),
        ("points of any indicator of money is 1", {"days": 1}, True),
        ("any indicator of money has points below 3", {"sales": 1}, True),
        ("any indicator of money has points <= 4", {}, True),
        ("every indicator of money has points at least 4", {}, True),
        ("points of every indicator of money >= 4", {"days": 1}, False),
        ("points of each indicator of money is 4..10", {}, True),
        ("points of any indicator of deep = 2", {"sales": 3}, True),
        ("share of any indicator of money < 60%", {}, True),
        ("share of any indicator of money < 60%", {"days": 30}, False),
        ("share of every indicator of money = 100%", {"days": 30}, True),
        ("any indicator of money has share < 15%", {"days": 3}, True),
        ("level of every indicator of other is A", {}, False),
        ("level of every indicator of other is A", {"kind": "b"}, True),
        ("level of any indicator of other is any of (C, B)", {}, True),
        ("level of any indicator of other <= C", {"checked": "no"}, True),
        ("any indicator of other has level C", {"checked": "no"}, True),
        ("every indicator of other has level A", {"kind": "b"}, True),
        ("not (points of any indicator of money < 3)", {}, True),
        ("points of any indicator is 2", {}, True),
        ("any indicator has points = 0", {"checked": "no"}, True),
        ("points of every indicator > 1", {}, True),
        ("level of any indicator is C", {}, False),
        ("level of every indicator is A", {"kind": "b"}, True),
    ],
)
def test_a_condition_speaks_of_one_or_of_all(condition, cells, expected):
    assert holds(condition, **cells) is expected


def test_an_indicator_that_does_not_apply_is_none_of_them():
    lines = (
        "group g {",
        "  indicator a = days",
        "  indicator b, applies when checked, else rescale = sales / 100",
        "}",
        "flag low when points of any indicator of g < 3",
        "flag fine when points of every indicator of g >= 3",
    )
    text = rubric(*lines)
    assert outcome(text, days=9, sales=100, checked="yes").flags == ("low",)
    assert outcome(text, days=9, sales=100, checked="no").flags == ("fine",)


def test_of_nothing_that_applies_every_holds_and_any_does_not():
    lines = ("group g, applies when checked, else 0 {", "  indicator a = days", "}")
    more = (
        "indicator rest = 1",
        "flag any when points of any indicator of g >= 0",
        "flag every when points of every indicator of g > 99",
    )
    assert outcome(rubric(*lines, *more), days=9, checked="no").flags == ("every",)


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ("points of any indicator of mony < 3", "E0201"),
        ("points of any indicator of m1 < 3", "E0201"),
        ("points of any indicator of money + 1 < 3", "E0302"),
        ("points of any indicator", "E0302"),
        ("level of any indicator of money is A", "E0201"),
        ("level of any indicator is D", "E0201"),
        ("level of every indicator of other is D", "E0209"),
        ("points of any indicator of money < 3 days", "E0301"),
    ],
)
def test_what_cannot_be_meant(condition, code):
    assert codes(rubric(*PARTS, f"flag seen when {condition}"))[0] == code


def test_it_can_be_a_line_of_a_grade_and_a_need():
    grades = (
        "grades {",
        "  A >= 10, needs every indicator of money has points >= 4",
        "  B when any indicator of other has level A",
        "  C otherwise",
        "}",
    )
    assert errors(rubric(*PARTS, *grades)) == []


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("points of any indicator of money < 3", "money 中任一指标 的得分 低于 3"),
        ("share of every indicator of money >= 60%", "money 各指标 得分率 均 不低于 60%"),
        ("level of any indicator of other is C", "other 中任一指标 的档次 为 C"),
        ("points of any indicator = 2", "任一指标 的得分 等于 2"),
    ],
)
def test_in_chinese(english, chinese):
    text = rubric(*PARTS, f"flag seen when {english}")
    assert chinese in chinese_of(text)


@pytest.mark.parametrize(
    "chinese",
    [
        "money 中任一指标的得分 < 3",
        "money 任一指标的得分 低于 3",
        "money 各指标的得分均 不低于 3",
        "money 各指标的得分均不低于 3",
        "money 中各指标的得分率均 不低于 60%",
        "other 各指标的档次均为 A",
        "各指标的档次均为 A",
        "任一指标的得分 为 2",
    ],
)
def test_ways_to_write_it_in_chinese(chinese):
    text = rubric(*PARTS, f"提示 seen 当 {chinese}")
    assert errors(text) == []
    found = format_source(SourceText("words.rubric", text), Vocabulary.CHINESE)
    assert found.text is not None
