"""Grades, classes and overrides: undecided conditions, needs, notches, limits that act."""

import itertools

import pytest

from tests.trials.meaning_cases import by_id, refused, scored

OPEN = "75-open-condition-in-grades"


def test_an_open_condition_leaves_grade_and_class_undecided():
    """75-open-condition-in-grades: blank is neither `good` nor `accept`."""
    found = by_id(OPEN, "a", "r.csv")
    blank = found["blank"]
    assert (blank.grade, blank.results) == (None, {"risk": None, "risk2": None})
    assert set(blank.undecided) == {"grade", "risk", "risk2"}
    assert blank.notes["risk"] == "`arrears` is missing"
    assert blank.notes["risk2"] == "`sanctioned` is missing"
    known, zero = found["known"], found["zero"]
    assert (known.grade, known.results) == ("refused", {"risk": "refuse", "risk2": "refuse"})
    assert (zero.grade, zero.results) == ("good", {"risk": "accept", "risk2": "accept"})
    assert (zero.undecided, zero.notes) == ((), {})


def test_a_result_is_as_open_as_its_condition():
    """75-open-condition-in-grades: the same question as a result or a derived value."""
    [outcome, *_] = by_id(OPEN, "res", "r.csv").values()
    assert outcome.results["d"] == "refuse"
    blank = by_id(OPEN, "res", "r.csv")["blank"]
    assert set(blank.results.values()) == {None}


GRADES = """rubric r {{
  total 0..10
  indicator q, max 10 = x
  grades {{
    {lines}
  }}
  not ratable when closed "closed"
  veto fraud when fraud : grade C
  record {{
    x number 0..10
    late integer >= 0
    closed yes/no
    fraud yes/no
    audited yes/no
  }}
}}
"""
KNOWN = {"closed": False, "fraud": False, "x": 9}


@pytest.mark.parametrize("line", ["missing : D", "D missing"])
def test_a_line_for_missing_catches_what_is_open(line):
    text = GRADES.format(lines=f"C when late > 90\n    A >= 5\n    B otherwise\n    {line}")
    assert scored(text, **KNOWN).grade == "D"
    assert scored(text, **KNOWN).undecided == ()
    assert scored(text, **KNOWN, late=0).grade == "A"


def test_a_condition_below_the_line_that_holds_does_not_matter():
    text = GRADES.format(lines="A >= 5\n    C when late > 90\n    B otherwise")
    assert scored(text, **KNOWN).grade == "A"
    assert scored(text, **KNOWN | {"x": 1}).grade is None


def test_open_needs_do_not_hold_and_are_reported():
    text = GRADES.format(lines="A >= 5, needs audited\n    B >= 1\n    C otherwise")
    outcome = scored(text, **KNOWN)
    assert (outcome.grade, outcome.undecided) == ("B", ("A",))
    assert outcome.notes["A"] == "`audited` is missing"
    [passed] = outcome.passed_over
    assert (passed.line, passed.needs, passed.is_open) == ("A", ("audited",), True)


def test_open_vetoes_and_eligibility_do_not_act_and_say_why():
    text = GRADES.format(lines="A >= 5\n    C otherwise")
    outcome = scored(text, x=9, late=0)
    assert (outcome.grade, set(outcome.undecided)) == ("A", {"closed", "fraud"})
    assert outcome.notes == {"closed": "`closed` is missing", "fraud": "`fraud` is missing"}


def test_a_failed_need_never_lends_its_place_to_an_untrue_limit():
    """clauses-and-checks/needs_falls_below_limit: 70 without y is `poor`, `fair` failed by y."""
    text = GRADES.format(lines="A >= 8\n    B >= 6, needs audited\n    C < 6")
    outcome = scored(text, **KNOWN | {"x": 7}, late=0, audited=False)
    assert (outcome.grade, outcome.grade_line) == ("C", None)
    [passed] = outcome.passed_over
    assert (passed.line, passed.text, passed.needs) == ("B", ">= 6", ("audited",))
    assert scored(text, **KNOWN | {"x": 3}, late=0).grade_line == "< 6"


def test_classes_say_their_line_and_what_failed():
    text = GRADES.format(lines="A >= 9\n    C otherwise").replace(
        "not ratable", "class c {\n good >= 8, needs audited\n poor >= 0\n }\n  not ratable"
    )
    outcome = scored(text, **KNOWN, late=0, audited=False)
    assert (outcome.results, outcome.class_lines) == ({"c": "poor"}, {"c": ">= 0"})
    assert [(each.grading, each.line) for each in outcome.passed_over] == [("c", "good")]


# --- notches --------------------------------------------------------------------------


@pytest.mark.parametrize("order", ["up-down", "down-up"])
def test_notches_add_up_in_any_order(order):
    """65-notch-order: up 1 and down 1 come to nothing, also at the ends of the scale."""
    found = by_id("65-notch-order", order, "r.csv")
    assert {name: outcome.grade for name, outcome in found.items()} == {"top": "A", "bottom": "C"}
    for outcome in found.values():
        assert [each.after for each in outcome.overrides][-1] == outcome.grade


NOTCHES = """rubric r {{
  total 0..100
  indicator q, max 100 = x
  grades {{
    A >= 90
    B >= 80
    C >= 70
    D >= 60
    E otherwise
  }}
  {notches}
  cap top when capped : no better than B
  floor bottom when lifted : no worse than C
  veto end when ended : grade E
  record {{
    x number 0..100, required
    a yes/no, required
    b yes/no, required
    capped yes/no, required
    lifted yes/no, required
    ended yes/no, required
  }}
}}
"""
LINES = (
    "notch n1 when a : up 2, no better than B",
    "notch n2 when b : up 1",
    "notch n3 when x < 75 : down 1, no worse than D",
    "notch n4 when x < 95 : down 1",
)


def test_no_order_of_notches_changes_a_grade():
    flags = ("a", "b", "capped", "lifted", "ended")
    records = [
        {"x": x, **dict(zip(flags, held, strict=True))}
        for x in (95, 85, 72, 10)
        for held in itertools.product((True, False), repeat=5)
    ]
    wanted = None
    for lines in itertools.islice(itertools.permutations(LINES), 0, 24, 5):
        text = NOTCHES.format(notches="\n  ".join(lines))
        grades = [scored(text, **each).grade for each in records]
        wanted = wanted or grades
        assert grades == wanted
    for each, grade in zip(records, wanted, strict=True):
        if each["ended"]:
            assert grade == "E"
        elif each["capped"]:
            assert grade != "A"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("notch n when a : down 1, no better than B", "E0311"),
        ("notch n when a : up 1, no worse than B", "E0311"),
        ("notch n when a : up 1, up 2", "E0205"),
        ("cap n when a : no better than B, no worse than C", "E0311"),
        ("floor n when a : no worse than C, no better than A", "E0311"),
        ("cap n when a : no better than B, no better than C", "E0205"),
    ],
)
def test_an_effect_that_could_not_act_is_an_error(line, code):
    assert set(refused(NOTCHES.format(notches=line))) == {code}


def test_a_cap_may_name_a_grade_that_a_field_gives():
    """clauses-and-checks/grades_of_field_cap."""
    text = """rubric g3 {
      no total
      grades = base
      cap loss when loss : no better than B
      record {
        base A > B > C
        loss yes/no, required
      }
    }"""
    assert scored(text, base="A", loss=True).grade == "B"
    assert scored(text, base="C", loss=True).grade == "C"
    blank = scored(text, loss=True)
    assert (blank.grade, blank.notes["grade"]) == (None, "`base` is missing")


@pytest.mark.parametrize("line", ["A >= 50", "A when x > 3"])
def test_the_rest_may_need_nothing(line):
    text = f"""rubric r {{
      indicator a, max 100 = x
      grades {{
        {line}
        B otherwise, needs won
      }}
      record {{
        x number 0..100
        won yes/no
      }}
    }}"""
    assert "`needs` of `B`" in refused(text)["E0508"]
