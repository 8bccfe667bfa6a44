"""The class with the most points: ties, and scores that are missing."""

import pytest

from scorelang.api import RubricError, load_text

TYPES = """rubric types {{
  no total
  {what} = highest of (a, b, c){ties}
  class always_first = highest of (b, a), ties first
  indicator a, max 10 = x
  indicator b, max 10 = y
  indicator c, max 10, if missing: leave out = z
  record {{
    x number 0..10
    y number 0..10
    z number 0..10
  }}
}}
"""


def outcome(values, ties="", what="class kind"):
    rubric = load_text(TYPES.format(ties=ties, what=what))
    return rubric.score(dict(zip("xyz", values, strict=True)))


@pytest.mark.parametrize(
    ("values", "plain", "ties_first", "note"),
    [
        ((1, 2, 3), "c", "c", None),
        ((3, 2, 1), "a", "a", None),
        ((3, 1, 3), "tie", "a", "tie: a, c"),
        ((1, 3, 3), "tie", "b", "tie: b, c"),
        ((2, 2, 2), "tie", "a", "tie: a, b, c"),
        ((9, 2, None), None, None, "`z` is missing"),
        ((None, 2, 3), None, None, "`x` is missing"),
        ((1, 3, None), None, None, "`z` is missing"),
        ((None, None, None), None, None, "`x` is missing, `y` is missing, `z` is missing"),
    ],
)
def test_who_wins(values, plain, ties_first, note):
    found = outcome(values)
    assert found.results["kind"] == plain
    assert found.notes.get("kind") == note
    again = outcome(values, ", ties first")
    assert again.results["kind"] == ties_first
    assert again.notes.get("kind") == note


def test_several_classes_stand_beside_each_other():
    found = outcome((3, 3, 1))
    assert found.results == {"kind": "tie", "always_first": "b"}
    assert found.notes == {"kind": "tie: a, b", "always_first": "tie: b, a"}


def test_the_grades_may_be_the_highest():
    found = outcome((3, 3, 1), what="grades")
    assert found.grade == "tie"
    assert found.notes["grade"] == "tie: a, b"
    assert outcome((3, 3, 1), ", ties first", what="grades").grade == "a"


@pytest.mark.parametrize(
    ("names", "key"),
    [("a, a", "E0202.winner"), ("a, d", "E0201"), ("tie, a", "E0203.tie")],
)
def test_lists_that_make_no_class(names, key):
    text = TYPES.format(ties="", what="class kind").replace("(a, b, c)", f"({names})")
    text = text.replace("  no total\n", "  no total\n  indicator tie, max 10 = x\n")
    with pytest.raises(RubricError) as raised:
        load_text(text)
    assert key in [found.key for found in raised.value.diagnostics]
