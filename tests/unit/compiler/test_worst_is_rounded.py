"""The worst points that stand in for a blank are rounded like all points of the indicator."""

from fractions import Fraction

from scorelang.api import load_text

TEXT = """rubric r {
  indicator i of n, if missing: lowest points {
    [0, 1) : 7.125
    [1, 4] : 8
  }
  record {
    n number 0..4
  }
}
"""


def test_the_worst_points_are_rounded():
    rubric = load_text(TEXT)
    [indicator] = rubric.checked.parts
    assert indicator.missing.points == Fraction("7.13") == indicator.range.low
    assert rubric.score({}).scores["i"] == Fraction("7.13")
