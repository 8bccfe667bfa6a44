"""Limits in the wrong unit, and what nobody uses."""

import pytest

from tests.unit.compiler.checking import card, codes, only

RECORD = """    rate percent 0..100%, required
    free percent, required
    sales money 0..100亿 in 万元, required"""


def rubric(part):
    return card(RECORD, f"  {part}\n  indicator used = rate + free + sales / 1万元")


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("indicator i = if rate > 20 then 1 else 0", "W0303"),
        ("indicator i = if rate > 20% then 1 else 0", None),
        ("indicator i = if sales > 300 then 1 else 0", "W0304"),
        ("indicator i = if sales > 300万 then 1 else 0", None),
        ("indicator i = if sales > 0 then 1 else 0", None),
        ("indicator i of free {\n    >= 20 : 1\n    < 20 : 0\n  }", "W0305"),
        ("indicator i of free {\n    >= 20% : 1\n    < 20% : 0\n  }", None),
        ("indicator i of free {\n    >= 1 : 1\n    < 1 : 0\n  }", None),
        ("indicator i of sales {\n    >= 300 : 1\n    < 300 : 0\n  }", "W0304"),
    ],
)
def test_units_of_limits(part, code):
    assert codes(rubric(part)) == ([code] if code else [])


def test_both_readings_are_given():
    found = only(rubric("indicator i = if sales > 300 then 1 else 0"))
    assert "300元" in found.message
    assert "300万元" in found.help


def test_unused_fields_and_derived_values():
    record = """    key id text
    name text
    day date
    carried number, required
    lost number
    x number 0..1, required"""
    text = card(record, "  let idle = x\n  indicator i = x")
    assert codes(text) == ["W0201", "W0202"]
