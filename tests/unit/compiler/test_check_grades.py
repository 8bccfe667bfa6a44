"""Grades take each total once, in order, and each can be reached."""

import pytest

from tests.unit.compiler.checking import card, codes, findings, only, witness


def grades(lines, total="total 0..100, round 1", field="number 0..100, required"):
    body = "\n".join(f"    {line}" for line in lines)
    return card(
        f"    x {field}",
        f"  {total}\n  indicator i, max 100, round exact = x\n  grades {{\n{body}\n  }}",
    )


MASTER = ["AAA 90..100", "AA 85..89", "A 80..84", "B 0..79"]


def test_the_master_scale_fits_whole_totals():
    assert findings(grades(MASTER)) == ()


def test_with_one_decimal_the_same_scale_has_gaps():
    found = findings(grades(MASTER, "total 0..100, round 0.1"))
    assert [witness(each)["total"] for each in found] == ["89.1", "84.1", "79.1"]


def test_on_all_numbers_the_gap_is_in_the_middle():
    found = findings(grades(MASTER, "total 0..100, round exact"))
    assert witness(found[0]) == {"total": "89.5"}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["A >= 80", "B >= 60", "C otherwise"], []),
        (["A >= 80", "B >= 60", "C < 60"], []),
        (["A >= 80", "B >= 60"], ["E0508"]),
        (["A 80..100", "B 60..80", "C 0..59"], ["E0509"]),
        (["A >= 80", "B >= 60", "B >= 40", "C otherwise"], ["E0510"]),
        (["A 80..100", "C 0..59", "B 60..79"], ["E0511"]),
        (["A > 100", "B >= 60", "C otherwise"], ["W0502"]),
        (["A >= 80", "B >= 0", "C otherwise"], ["W0502"]),
        (["A >= 80, needs x >= 90", "B >= 0"], []),
        (["A >= 80", "B >= 0, needs x >= 10"], ["E0508"]),
    ],
)
def test_faults_of_grades(lines, expected):
    assert codes(grades(lines)) == expected


def test_a_class_of_a_score_is_checked_as_well():
    text = card(
        "    x number 0..10, required",
        "  no total\n  score s = x\n  class c of s {\n    Hi >= 7\n    Lo >= 1\n  }",
    )
    found = only(text)
    assert found.key == "E0508.score"
    assert "`s`" in found.message


def test_an_override_that_contradicts_itself_never_fires():
    text = grades(["A >= 80", "B otherwise"]).replace(
        "\n}\n", "\n  cap c when x > 80 and x < 70 : no better than B\n}\n"
    )
    assert codes(text) == ["W0504"]
