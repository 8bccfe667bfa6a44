"""Groups: how children are combined, left out, rescaled, limited, rounded, zeroed."""

import datetime as dt
from fractions import Fraction

import pytest

from scorelang.evaluator.interpreter import Evaluator
from scorelang.model.expressions import HoldCount, LetValue, ScorePoints
from scorelang.model.fields import Rejection
from scorelang.model.outcome import Adjustment, AdjustmentKind, PartStatus, Status
from scorelang.model.rubric import (
    Applies,
    Combine,
    IfMissing,
    IfNotApplying,
    Let,
    MissingPolicy,
    Override,
    OverrideKind,
    Range,
    Score,
    Total,
)
from scorelang.model.rules import AllThatHold, Bands, Branch, FirstThatHolds, Formula, Item, Levels
from scorelang.numeric.interval import Interval
from tests.unit.evaluator.models import (
    LEAVE_OUT,
    NUMBER,
    REJECT,
    TENTH,
    branch,
    calc,
    compare,
    const,
    field,
    given,
    group,
    indicator,
    record,
    rubric,
)

F = Fraction


def score(checked, **values):
    return Evaluator(checked).score(record(**values))


def adjustments(outcome):
    return {each.kind: each.amount for each in outcome.adjustments}


@pytest.mark.parametrize(
    ("combine", "total"),
    [
        (Combine.SUM, F(14)),
        (Combine.MEAN, F(14, 3)),
        (Combine.LOWEST, F(2)),
        (Combine.HIGHEST, F(8)),
        (Combine.PRODUCT, F(64)),
        (Combine.GEOMETRIC_MEAN, F(4)),
    ],
)
def test_ways_of_combining(combine, total):
    outcome = score(rubric(*map(given, "abc"), combine=combine), a_f=8, b_f=4, c_f=2)
    assert outcome.total_exact == total


def test_weighted_takes_shares_of_full_marks():
    parts = (given("a", 10, weight=const(F(3, 5))), given("b", 5, weight=const(F(2, 5))))
    checked = rubric(*parts, combine=Combine.WEIGHTED, root={"full": 100})
    outcome = score(checked, a_f=5, b_f=5)
    assert outcome.total_exact == 70
    assert [part.factor for part in outcome.contributions] == [6, 8]


def test_a_child_that_is_left_out_lets_the_rest_stand_for_all():
    parts = (given("a", 10, missing=LEAVE_OUT), given("b", 30), given("c", 60))
    outcome = score(rubric(*parts), a_f=None, b_f=15, c_f=30)
    assert outcome.total_exact == 50
    assert outcome.scores["a"] is None
    assert outcome.missing == ("a",)


@pytest.mark.parametrize(
    "combine", [Combine.MEAN, Combine.LOWEST, Combine.HIGHEST, Combine.GEOMETRIC_MEAN]
)
def test_what_is_left_of_equal_children_is_not_changed(combine):
    parts = [given(name, 10, missing=LEAVE_OUT) for name in "abc"]
    checked = rubric(*parts, combine=combine, root={"full": 10})
    assert score(checked, a_f=None, b_f=4, c_f=None).total_exact == 4


def test_weights_of_what_is_left_are_made_whole():
    parts = [given(name, 10, weight=const(F(1, 4)), missing=LEAVE_OUT) for name in "abcd"]
    checked = rubric(*parts, combine=Combine.WEIGHTED, root={"full": 100})
    assert score(checked, a_f=5, b_f=10, c_f=None, d_f=None).total_exact == 75


def test_a_missing_weight_leaves_the_group_without_points():
    parts = (given("a", weight=field("w")), given("b", weight=const(F(1, 2))))
    outcome = score(rubric(*parts, combine=Combine.WEIGHTED), a_f=1, b_f=1, w=None)
    assert (outcome.status, outcome.reason) == (
        Status.NOT_RATABLE,
        "a weight in `total` is missing",
    )


@pytest.mark.parametrize(
    ("otherwise", "total", "kinds"),
    [
        (IfNotApplying.RESCALE, 10, {}),
        (IfNotApplying.FULL_MARKS, 15, {AdjustmentKind.FULL_MARKS: 10}),
        (IfNotApplying.ZERO, 5, {}),
    ],
)
def test_what_stands_for_a_part_that_does_not_apply(otherwise, total, kinds):
    applies = Applies(field("has_b"), otherwise)
    outcome = score(rubric(given("a"), given("b", applies=applies)), a_f=5, b_f=9, has_b=False)
    assert outcome.total_exact == total
    assert adjustments(outcome) == kinds
    assert outcome.scores["b"] is None
    assert outcome.missing == ()


def test_undecided_whether_it_applies_counts_as_applying_and_not_rated():
    inner = group("g", given("b"), applies=Applies(field("has_b"), IfNotApplying.RESCALE))
    outcome = score(rubric(given("a"), inner), a_f=5, b_f=9, has_b=None)
    assert outcome.total_exact == 5
    assert (outcome.missing, outcome.notes) == (("b",), {"b": "`has_b` is missing"})
    assert outcome.scores["g"] == 0


def test_a_group_with_nothing_left_is_left_out_of_its_parent():
    inner = group("g", given("b", missing=LEAVE_OUT))
    outcome = score(rubric(given("a"), inner), a_f=5, b_f=None)
    assert outcome.total_exact == 10
    assert outcome.scores["g"] is None


def test_nothing_left_at_all_is_not_ratable():
    outcome = score(rubric(given("a", missing=LEAVE_OUT)), a_f=None)
    assert (outcome.status, outcome.total, outcome.grade) == (Status.NOT_RATABLE, None, None)
    assert outcome.reason == "no indicator could be rated"
    assert (outcome.missing, outcome.scores) == (("a",), {"a": None})


@pytest.mark.parametrize(("b", "status"), [(4, Status.SCORED), (None, Status.NOT_RATABLE)])
def test_least_coverage(b, status):
    parts = (given("a", 40, missing=LEAVE_OUT), given("b", 30, missing=LEAVE_OUT), given("c", 30))
    checked = rubric(*parts, root={"full": None, "least_coverage": F(1, 2)})
    assert score(checked, a_f=None, b_f=b, c_f=5).status is status


@pytest.mark.parametrize(
    ("policy", "points", "total"),
    [(IfMissing.POINTS, 3, 8), (IfMissing.WORST, -2, 3)],
)
def test_points_for_what_is_missing(policy, points, total):
    missing = MissingPolicy(policy, F(points))
    outcome = score(rubric(given("a"), given("b", missing=missing)), a_f=5, b_f=None)
    assert outcome.total_exact == total
    assert outcome.missing == ("b",)
    assert outcome.contributions[1].status is PartStatus.MISSING


def test_a_value_that_is_demanded_rejects_with_all_its_fields():
    value = calc(calc(field("x"), "+", field("y")), "/", field("z"))
    checked = rubric(indicator("a", Formula(value, ""), missing=REJECT), fields=("z", "x", "y"))
    rejection = score(checked, x=None, y=None, z=3)
    assert isinstance(rejection, Rejection)
    assert [(each.field, each.value, each.code) for each in rejection.faults] == [
        ("x", "", "R0203"),
        ("y", "", "R0203"),
    ]
    [fault] = score(checked, x=1, y=2, z=0).faults
    assert (fault.field, fault.value) == ("z", "0")
    assert fault.message == "`a` cannot be rated: `z` is 0"


def test_an_explicit_missing_branch_is_a_rating():
    rule = Bands(
        field("x"), ((Interval(F(0), None), branch(">= 0", 5)),), missing=branch("missing", 2)
    )
    outcome = score(rubric(indicator("a", rule)), x=None)
    assert (outcome.total_exact, outcome.missing) == (2, ())


def test_an_open_condition_before_the_first_that_holds_leaves_it_open():
    cases = ((field("p"), branch("p", 5)), (field("q"), branch("q", 3)))
    checked = rubric(indicator("a", FirstThatHolds(cases, branch("otherwise", 1))))
    assert score(checked, p=True, q=None).total_exact == 5
    assert score(checked, p=False, q=False).total_exact == 1
    outcome = score(checked, p=None, q=True)
    assert (outcome.total_exact, outcome.missing) == (0, ("a",))
    assert outcome.notes == {"a": "`p` is missing"}


def test_a_count_stands_although_a_criterion_is_missing():
    cases = tuple((frozenset({F(n)}), branch(str(n), n)) for n in range(4))
    count = HoldCount((field("p"), field("q"), field("r")))
    outcome = score(rubric(indicator("a", Levels(count, cases))), p=True, q=None, r=True)
    assert (outcome.total_exact, outcome.missing) == (2, ("a",))
    assert outcome.contributions[0].status is PartStatus.PARTLY
    assert outcome.notes == {"a": "`q` is missing"}


def test_a_count_in_a_derived_value_is_followed():
    count = HoldCount((field("p"), field("q")))
    checked = rubric(
        indicator("a", Formula(LetValue("n"), "n")), given("b"), lets=(Let("n", count, NUMBER),)
    )
    outcome = score(checked, p=True, q=None, b_f=1)
    assert (outcome.total_exact, outcome.missing) == (2, ("a",))
    assert outcome.notes["a"] == "`q` is missing"


def test_an_additive_list_counts_what_is_known():
    items = (
        Item(None, branch("10", 10)),
        Item(field("p"), branch("p", -2, flags=("watch",))),
        Item(None, Branch("x", calc(const(0), "-", field("x")))),
    )
    checked = rubric(indicator("a", AllThatHold(items, const(0), const(20))))
    outcome = score(checked, p=True, x=3)
    assert (outcome.total_exact, outcome.flags, outcome.missing) == (5, ("watch",), ())
    assert outcome.contributions[0].branch == "10; p; x"
    outcome = score(checked, p=None, x=None)
    assert (outcome.total_exact, outcome.flags, outcome.missing) == (10, (), ("a",))
    assert outcome.notes == {"a": "`p` is missing, `x` is missing"}
    assert score(checked, p=False, x=50).total_exact == 0


def test_flags_and_not_ratable_only_on_the_branch_that_is_taken():
    rule = FirstThatHolds(
        (
            (field("p"), Branch("p", None, not_ratable="too young", flags=("young",))),
            (field("q"), branch("q", 3, flags=("watch",))),
        ),
        branch("otherwise", 1),
    )
    checked = rubric(indicator("a", rule))
    assert score(checked, p=False, q=True).flags == ("watch",)
    assert score(checked, p=False, q=False).flags == ()
    outcome = score(checked, p=True, q=True)
    assert (outcome.status, outcome.reason) == (Status.NOT_RATABLE, "too young")


def test_points_are_rounded_before_they_are_summed_and_the_total_once():
    parts = (given("a"), given("b"))
    outcome = score(rubric(*parts, roundings=(TENTH,)), a_f=F(1014, 1000), b_f=F(1025, 1000))
    assert outcome.scores == {"a": F(101, 100), "b": F(103, 100)}
    assert (str(outcome.total), adjustments(outcome)) == (
        "2.0",
        {AdjustmentKind.ROUNDING: F(-4, 100)},
    )


def test_base_points_limits_and_rounding_stand_in_the_ledger():
    checked = rubric(given("a"), base=447, root={"high": F(450), "low": F(400)}, roundings=(TENTH,))
    outcome = score(checked, a_f=5)
    assert outcome.total_exact == 450
    assert adjustments(outcome) == {AdjustmentKind.BASE: 447, AdjustmentKind.LIMIT: -2}


@pytest.mark.parametrize(("part", "total", "zeroed"), [("b", 5, -9), ("g", 5, -9)])
def test_a_part_can_be_made_to_score_nothing(part, total, zeroed):
    override = Override(
        OverrideKind.ZERO, "forged", field("p"), "", part=part, flags=("forgery",), reason="r"
    )
    checked = rubric(given("a"), group("g", given("b")), overrides=(override,))
    outcome = score(checked, a_f=5, b_f=9, p=True)
    assert outcome.total_exact == total
    assert outcome.flags == ("forgery",)
    assert [(each.name, each.kind) for each in outcome.overrides] == [("forged", "zero")]
    [_, inner] = outcome.contributions
    hit = inner if part == "g" else inner.children[0]
    assert hit.adjustments == (Adjustment(AdjustmentKind.ZEROED, F(zeroed)),)
    assert score(checked, a_f=5, b_f=9, p=None).undecided == ("forged",)


def test_a_zero_that_has_expired_does_not_act():
    override = Override(
        OverrideKind.ZERO, "o", field("p"), "", part="a", until=dt.date(2024, 1, 31)
    )
    evaluator = Evaluator(rubric(given("a"), overrides=(override,)))
    one = record(a_f=5, p=True)
    assert evaluator.score(one, as_of=dt.date(2024, 1, 31)).total_exact == 0
    assert evaluator.score(one, as_of=dt.date(2024, 2, 1)).total_exact == 5
    assert evaluator.score(one).total_exact == 0


def test_parts_may_read_parts_in_any_order():
    first = indicator("a", Formula(calc(ScorePoints("g"), "+", ScorePoints("s")), ""), 20)
    scores = (Score("s", calc(ScorePoints("b"), "*", const(2)), (), Range(None, None)),)
    outcome = score(rubric(first, group("g", given("b")), scores=scores), b_f=3)
    assert outcome.scores == {"a": 9, "b": 3, "g": 3, "s": 6}
    assert outcome.total_exact == 12


def test_a_part_inside_one_that_does_not_apply_has_no_points_for_others_either():
    inner = group("g", given("b"), applies=Applies(field("p"), IfNotApplying.ZERO))
    first = indicator("a", Formula(ScorePoints("b"), ""))
    outcome = score(rubric(first, inner), b_f=3, p=False)
    assert (outcome.missing, outcome.notes) == (("a",), {"a": "`b` does not apply"})


def test_the_total_may_be_a_named_score():
    scores = (Score("rpn", calc(field("x"), "*", field("y")), (), Range(None, None)),)
    total = Total(Range(None, None), (TENTH,), score="rpn")
    checked = rubric(given("a"), scores=scores, total=False)
    checked = type(checked)("t", (), checked.parts, scores=scores, total=total)
    outcome = score(checked, x=3, y=F(1, 3), a_f=1)
    assert (str(outcome.total), adjustments(outcome)) == ("1.0", {AdjustmentKind.COMBINED: 1})
    outcome = score(checked, x=3, y=None, a_f=1)
    assert (outcome.status, outcome.reason) == (Status.NOT_RATABLE, "`y` is missing")


def test_no_total():
    outcome = score(rubric(given("a"), total=False), a_f=3)
    assert (outcome.status, outcome.total, outcome.scores) == (Status.SCORED, None, {"a": 3})


def test_a_condition_that_asks_for_the_points_themselves():
    override = Override(OverrideKind.ZERO, "o", compare(ScorePoints("a"), "<", 5), "", part="a")
    checked = rubric(given("a"), overrides=(override,))
    assert score(checked, a_f=4).total_exact == 0
    assert score(checked, a_f=5).total_exact == 5
