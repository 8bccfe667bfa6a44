"""Clauses on lines of their own inside a group act on it; what nothing would read is said."""

import pytest

from scorelang.loading import read_text
from scorelang.reports.understood import understand
from scorelang.source.text import SourceText

GROUP = """\
rubric r {{
  group g {{
    {line}
    indicator a, max 10 = x
    indicator b, max 10 = x
  }}
  record {{
    x number 0..10
  }}
}}
"""


def codes(text):
    found = read_text(SourceText("a.rubric", text)).diagnostics
    return [each.code for each in found if each.severity.value == "error"]


def test_clauses_on_lines_of_their_own_are_the_clauses_of_the_group():
    loaded = read_text(SourceText("a.rubric", GROUP.format(line="if missing: 5\n    mean")))
    group = loaded.checked.parts[0]
    assert group.combine.value == "mean"
    assert [child.missing.points for child in group.children] == [5, 5]
    assert "blank a: 5 points, listed as missing" in understand(loaded.checked).blanks


@pytest.mark.parametrize(
    "line",
    [
        "grades {\n      A >= 5\n      B otherwise\n    }",
        "class c of a {\n      A >= 5\n      B otherwise\n    }",
        "total 0..20",
        "base 3",
        "reasons points below",
        'veto v when x > 3: grade B because "x"',
        'not ratable when x > 3 "x"',
        "let y = x * 2",
        "result y = x * 2",
        'version "3"',
        "elements e, f",
    ],
)
def test_what_nothing_reads_inside_a_group_is_an_error(line):
    assert codes(GROUP.format(line=line)) == ["E0204"]


def test_a_clause_of_the_group_is_given_once():
    assert codes(GROUP.format(line="mean\n    highest")) == ["E0205"]


@pytest.mark.parametrize("again", ["round 0.1\n  round 1", "reasons points below\n" * 2])
def test_what_is_said_once_of_a_rubric_is_not_said_twice(again):
    text = GROUP.format(line="mean").replace("  group g", f"  {again}\n  group g")
    assert codes(text) == ["E0205"]
