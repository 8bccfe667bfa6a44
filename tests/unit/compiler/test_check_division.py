"""Divisors that can be 0 are told once, with a record; those that cannot are not."""

import pytest

from tests.unit.compiler.checking import card, codes, only, witness

RECORD = "    a number >= 0, required\n    b number >= 0, required\n    c number 1..10, required"


def points(expr, before=""):
    return card(RECORD, f"{before}\n  indicator i = {expr}\n  indicator used = a + b + c")


@pytest.mark.parametrize(
    "expr",
    [
        "a / c",
        "a / (b + c)",
        "if b > 0 then a / b else 0",
        "if b = 0 then 0 else a / b",
        "first known of (a / b, 0)",
        "if b > 0 and a / b > 2 then 1 else 0",
        "if b <= 0 or a / b > 2 then 1 else 0",
        "a / max (b, 1)",
    ],
)
def test_safe_divisors_are_silent(expr):
    assert codes(points(expr)) == []


@pytest.mark.parametrize("expr", ["a / b", "a / (c - 5)", "if a > 0 then a / b else 0"])
def test_unsafe_divisors_are_told(expr):
    found = only(points(expr))
    assert found.code == "W0302"
    assert found.witness is not None
    assert "0 points" in found.message


def test_a_derived_value_is_told_once():
    text = points("r", "  let r = a / b").replace(
        "indicator used", "indicator again = r\n  indicator used"
    )
    found = only(text)
    assert found.code == "W0302"
    assert witness(found) == {"b": "0"}


def test_a_missing_line_settles_it():
    body = """  let r = a / b
  indicator i of r {
    >= 1 : 1
    < 1  : 0
    missing : 0
  }"""
    assert codes(card(RECORD, f"{body}\n  indicator used = c")) == []


def test_what_cannot_be_proved_is_said_so():
    found = only(points("a / (b * b - b + 1)"))
    assert found.key == "W0302.perhaps"
