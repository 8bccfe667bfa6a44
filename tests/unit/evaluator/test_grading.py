"""Grades, classes, overrides and reason codes."""

import datetime as dt
from fractions import Fraction

import pytest

from scorelang.evaluator.interpreter import Evaluator
from scorelang.model.expressions import ClassValue, GradeValue, ScorePoints, Switch
from scorelang.model.outcome import PassedOver, Status
from scorelang.model.rubric import (
    Eligibility,
    GradeLine,
    Grading,
    Override,
    OverrideKind,
    ReasonOrder,
    RecordRule,
    Result,
)
from scorelang.model.rules import Bands, Branch, ReasonCode
from scorelang.numeric.interval import Interval
from tests.unit.evaluator.models import (
    LEAVE_OUT,
    NUMBER,
    at_least,
    below,
    branch,
    calc,
    compare,
    const,
    field,
    given,
    indicator,
    record,
    rubric,
)

F = Fraction
ORDER = ("AA", "A", "B", "C")


def ladder(**needs):
    lines = [
        GradeLine(name, f">= {low}", at_least(low), needs=needs.get(name, ()), flags=flags)
        for name, low, flags in (("AA", 90, ()), ("A", 80, ()), ("B", 60, ("look",)))
    ]
    return Grading(ORDER, (*lines, GradeLine("C", "otherwise", flags=("poor",))))


def score(checked, as_of=None, **values):
    return Evaluator(checked).score(record(**values), as_of=as_of)


def graded(points, grading=None, overrides=(), as_of=None, **values):
    checked = rubric(given("a", 100), grading=grading or ladder(), overrides=overrides)
    return score(checked, as_of, a_f=points, **values)


@pytest.mark.parametrize(
    ("points", "grade"), [(90, "AA"), (F(8999, 100), "A"), (80, "A"), (60, "B"), (0, "C")]
)
def test_a_ladder(points, grade):
    assert graded(points).grade == grade


def test_a_line_raises_its_flags():
    assert graded(60).flags == ("look",)
    assert graded(95).flags == ()


@pytest.mark.parametrize(
    ("p", "q", "grade", "undecided"),
    [
        (True, True, "AA", ()),
        (True, False, "A", ()),
        (None, True, "A", ("AA",)),
        (None, False, "A", ()),
    ],
)
def test_needs_pass_on_to_the_next_line(p, q, grade, undecided):
    outcome = graded(95, ladder(AA=(field("p"), field("q"))), p=p, q=q)
    assert (outcome.grade, outcome.undecided) == (grade, undecided)


def test_after_failed_needs_the_end_on_the_side_of_the_better_line_is_open():
    needs = (field("p"),)
    high = Grading(
        ("A", "B", "C"),
        (
            GradeLine("A", "90..100", Interval(F(90), F(100)), needs=needs),
            GradeLine("B", "80 to under 90", below(90, 80), needs=needs),
            GradeLine("C", "0 to under 80", below(80, 0)),
        ),
    )
    assert graded(95, high, p=True).grade == "A"
    assert graded(95, high, p=False).grade == "C"
    low = Grading(
        ("A", "B", "C"),
        (
            GradeLine("A", "0..3", Interval(F(0), F(3)), needs=needs),
            GradeLine("B", "4..6", Interval(F(4), F(6)), needs=needs),
            GradeLine("C", "7..9", Interval(F(7), F(9))),
        ),
    )
    assert graded(2, low, p=False).grade == "C"
    assert graded(20, low, p=True).grade is None


def test_conditions_choose_a_grade_and_an_open_one_leaves_it_open():
    grading = Grading(
        ORDER,
        (
            GradeLine("AA", "when p", condition=field("p")),
            GradeLine("A", ">= 80", at_least(80)),
            GradeLine("B", "otherwise"),
        ),
    )
    assert graded(10, grading, p=True).grade == "AA"
    outcome = graded(85, grading, p=None)
    assert (outcome.grade, outcome.undecided) == (None, ("grade",))
    assert outcome.notes["grade"] == "`p` is missing"
    assert graded(10, grading, p=None).grade is None
    assert graded(10, grading, p=False).grade == "B"


def test_a_line_for_missing_values_takes_what_is_open():
    grading = Grading(
        ORDER,
        (
            GradeLine("C", "missing", is_missing=True),
            GradeLine("A", ">= 80", at_least(80)),
            GradeLine("AA", "when p", condition=field("p")),
            GradeLine("B", "otherwise"),
        ),
    )
    outcome = graded(10, grading, p=None)
    assert (outcome.grade, outcome.undecided, outcome.notes) == ("C", (), {})
    assert graded(85, grading, p=None).grade == "A"
    assert graded(10, grading, p=False).grade == "B"


def test_a_line_that_fails_by_what_it_needs_is_named_with_it():
    needs = (field("p"), field("q"))
    grading = Grading(
        ORDER,
        (
            GradeLine("AA", ">= 90", at_least(90), needs=needs, needs_text=("p", "q")),
            GradeLine("A", ">= 80", at_least(80), needs=needs[:1], needs_text=("p",)),
            GradeLine("B", "<= 80", Interval(None, F(80))),
        ),
    )
    outcome = graded(95, grading, p=True, q=False)
    assert (outcome.grade, outcome.grade_line) == ("A", ">= 80")
    assert outcome.passed_over == (PassedOver(None, "AA", ">= 90", ("q",)),)
    outcome = graded(95, grading, p=None, q=True)
    assert (outcome.grade, outcome.grade_line) == ("B", None)
    assert outcome.passed_over[1] == PassedOver(None, "A", ">= 80", ("p",), is_open=True)
    assert outcome.undecided == ("AA", "A")


def test_classes_of_any_score_go_to_the_results():
    size = Grading(
        ("big", "small"), (GradeLine("big", "", at_least(5)), GradeLine("small", "")), "size", "a"
    )
    checked = rubric(
        given("a", missing=LEAVE_OUT),
        given("b"),
        classes=(size,),
        results=(
            Result("limit", Switch(ClassValue("size"), (("big", const(9)),), const(1)), NUMBER),
        ),
    )
    assert score(checked, a_f=5, b_f=0).results == {"size": "big", "limit": 9}
    outcome = score(checked, a_f=None, b_f=0)
    assert outcome.results == {"size": None, "limit": None}
    assert outcome.notes == {
        "a": "`a_f` is missing",
        "limit": "`size` is missing",
        "size": "`a_f` is missing",
    }


def test_the_grade_of_a_rubric_without_total_is_its_class():
    size = Grading(("big", "small"), (GradeLine("big", "", at_least(5)),), "size", "a")
    assert score(rubric(given("a"), total=False, classes=(size,)), a_f=5).grade == "big"


def test_a_grade_given_directly():
    grading = Grading(ORDER, value=Switch(field("k"), ((F(1), const("B")),)))
    assert graded(0, grading, k=1).grade == "B"
    assert graded(0, grading, k=2).grade is None


def over(kind, name="o", condition=None, **more):
    return Override(kind, name, condition or const(True), "", **more)


@pytest.mark.parametrize(
    ("points", "override", "after"),
    [
        (70, over(OverrideKind.FLOOR, floor="A"), "A"),
        (95, over(OverrideKind.FLOOR, floor="A"), "AA"),
        (95, over(OverrideKind.CAP, cap="B"), "B"),
        (10, over(OverrideKind.CAP, cap="B"), "C"),
        (95, over(OverrideKind.VETO, grade="C"), "C"),
        (10, over(OverrideKind.VETO, grade="B"), "C"),
        (70, over(OverrideKind.NOTCH, steps=1), "A"),
        (70, over(OverrideKind.NOTCH, steps=-1), "C"),
        (95, over(OverrideKind.NOTCH, steps=1), "AA"),
        (10, over(OverrideKind.NOTCH, steps=-3), "C"),
        (70, over(OverrideKind.NOTCH, steps=3, cap="A"), "A"),
        (95, over(OverrideKind.NOTCH, steps=1, cap="A"), "AA"),
        (85, over(OverrideKind.NOTCH, steps=-2, floor="B"), "B"),
        (10, over(OverrideKind.NOTCH, steps=-1, floor="B"), "C"),
        (70, over(OverrideKind.FLAG, flags=("f",)), "B"),
    ],
)
def test_what_an_override_does(points, override, after):
    outcome = graded(points, overrides=(override,))
    assert outcome.grade == after
    [applied] = outcome.overrides
    assert (applied.before, applied.after) == (outcome.grade_before, after)


def test_overrides_act_floor_notch_cap_veto_flag_and_all_are_listed():
    overrides = (
        over(OverrideKind.FLAG, "flag", flags=("f",), condition=compare(GradeValue(), "=", "B")),
        over(OverrideKind.VETO, "veto", grade="C"),
        over(OverrideKind.VETO, "milder", grade="A"),
        over(OverrideKind.CAP, "cap", cap="B"),
        over(OverrideKind.NOTCH, "notch", steps=1),
        over(OverrideKind.FLOOR, "floor", floor="A"),
        over(OverrideKind.CAP, "not", condition=const(False), cap="C", flags=("no",)),
    )
    outcome = graded(70, overrides=overrides)
    assert [(each.name, each.before, each.after) for each in outcome.overrides] == [
        ("floor", "B", "A"),
        ("notch", "A", "AA"),
        ("cap", "AA", "B"),
        ("veto", "B", "C"),
        ("milder", "C", "C"),
        ("flag", "C", "C"),  # its condition saw the grade by points
    ]
    assert outcome.flags == ("look", "f")


def test_an_override_ends_after_its_last_day():
    cap = (over(OverrideKind.CAP, cap="C", until=dt.date(2026, 12, 31)),)
    assert graded(95, overrides=cap, as_of=dt.date(2026, 12, 31)).grade == "C"
    assert graded(95, overrides=cap, as_of=dt.date(2027, 1, 1)).grade == "AA"
    assert graded(95, overrides=cap).grade == "C"


def test_an_open_override_is_reported_and_does_nothing():
    cap = (over(OverrideKind.CAP, cap="C", condition=field("p"), flags=("f",)),)
    outcome = graded(95, overrides=cap, p=None)
    assert (outcome.grade, outcome.flags, outcome.overrides, outcome.undecided) == (
        "AA",
        (),
        (),
        ("o",),
    )


def coded(name, baseline, code, text=None, **more):
    return given(name, baseline=const(baseline), reason=ReasonCode(code, text), **more)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (ReasonOrder(), [("R2", 4), ("R4", 4), ("R3", 0)]),
        (ReasonOrder(count=2), [("R2", 4), ("R4", 4)]),
        (ReasonOrder(above=True), [("R1", 2), ("R3", 0)]),
    ],
)
def test_reason_codes(order, expected):
    parts = (coded("a", 5, "R1"), coded("b", 5, "R2"), coded("c", 5, "R3"), coded("d", 5, "R4"))
    checked = rubric(*parts, given("e"), reasons=order)
    outcome = score(checked, a_f=7, b_f=1, c_f=5, d_f=1, e_f=0)
    assert [(each.code, each.difference) for each in outcome.reasons] == expected
    assert score(rubric(given("a")), a_f=1).reasons is None


def test_the_reason_of_the_branch_is_preferred():
    rule = Bands(
        field("x"),
        (
            (at_least(5), branch(">= 5", 5)),
            (below(5), branch("< 5", 1, reason=ReasonCode("LOW", "low"))),
        ),
    )
    checked = rubric(
        indicator("a", rule, baseline=const(6), reason=ReasonCode("A")), reasons=ReasonOrder()
    )
    [reason] = score(checked, x=1).reasons
    assert (reason.code, reason.text, reason.difference) == ("LOW", "low", 5)
    assert score(checked, x=9).reasons[0].code == "A"


def test_record_rules_reject_and_missing_passes():
    rule = RecordRule(calc_rule(), "rejected", "rejected <= lots")
    checked = rubric(given("a"), fields=("lots", "rejected"), rules=(rule,))
    assert score(checked, lots=5, rejected=5, a_f=1).status is Status.SCORED
    assert score(checked, lots=5, rejected=None, a_f=1).status is Status.SCORED
    [fault] = score(checked, lots=5, rejected=6, a_f=1).faults
    assert (fault.field, fault.value, fault.expected, fault.code) == (
        "rejected",
        "6",
        "rejected <= lots",
        "R0201",
    )


def calc_rule():
    return compare(calc(field("lots"), "-", field("rejected")), ">=", 0)


def test_eligibility():
    checked = rubric(
        given("a"),
        eligibility=(
            Eligibility(field("p"), "project company"),
            Eligibility(compare(field("years"), "<", 1), "too young"),
        ),
        results=(Result("double", calc(ScorePoints("a"), "*", const(2)), NUMBER),),
        grading=ladder(),
    )
    outcome = score(checked, p=False, years=F(1, 2), a_f=5)
    assert (outcome.status, outcome.reason) == (Status.NOT_RATABLE, "too young")
    assert (outcome.total, outcome.grade) == (None, None)
    assert (outcome.scores, outcome.results) == ({"a": None}, {"double": None})
    outcome = score(checked, p=None, years=3, a_f=5)
    assert (outcome.status, outcome.undecided) == (Status.SCORED, ("project company",))
    assert outcome.results == {"double": 10}


def test_branches_without_points_of_their_own():
    rule = Bands(field("x"), ((at_least(0), Branch(">= 0", calc(const(1), "/", field("y")))),))
    outcome = score(rubric(indicator("a", rule)), x=1, y=0)
    assert (outcome.missing, outcome.notes) == (("a",), {"a": "`y` is 0"})


def test_a_result_says_why_it_is_missing():
    ratio = calc(field("senior"), "/", field("staff"))
    checked = rubric(given("a"), results=(Result("level", ratio, NUMBER),))
    assert score(checked, senior=1, staff=0, a_f=1).notes == {"level": "`staff` is 0"}
    assert score(checked, senior=None, staff=0, a_f=1).notes == {"level": "`senior` is missing"}
