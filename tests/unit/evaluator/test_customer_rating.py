"""Customer rating from its first record to its last cent, on a model made by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest

from scorelang.evaluator.interpreter import Evaluator
from scorelang.model.fields import Rejection
from scorelang.model.outcome import AppliedOverride, Status
from tests.unit.evaluator.models import customer_rating, good_customer

F = Fraction
EVALUATOR = Evaluator(customer_rating())


def score(**changes):
    return EVALUATOR.score(good_customer(**changes))


def test_full_marks():
    outcome = score()
    assert (outcome.status, outcome.total, outcome.grade) == (Status.SCORED, Decimal("100.0"), "A")
    assert outcome.levels == {"transfer_points": "优", "strength_points": "large"}
    assert outcome.lets == {"margin": F(1, 5)}
    assert outcome.grade_line == ">= 85"
    assert (outcome.missing, outcome.notes, outcome.flags) == ((), {}, ())
    assert outcome.undecided == ()


@pytest.mark.parametrize(
    ("changes", "name", "points"),
    [
        ({"days_late": 0}, "punctuality", 20),
        ({"days_late": 1}, "punctuality", F(97, 5)),
        ({"days_late": 30}, "punctuality", 2),
        ({"days_late": 31}, "punctuality", 0),
        ({"unit_cost": F(80)}, "margin_points", 20),
        ({"unit_cost": F(8001, 100)}, "margin_points", 10),
        ({"unit_cost": F(200)}, "margin_points", 0),
        ({"monthly_tons": F(10)}, "volume_points", 15),
        ({"monthly_tons": F(999, 100)}, "volume_points", 12),
        ({"monthly_tons": F(0)}, "volume_points", F(15, 2)),
        ({"transfer_void": True}, "transfer_points", 5),
        ({"transfer_days": 91, "transfer_void": None}, "transfer_points", 0),
        ({"cooperation": F(1234567, 1000000)}, "cooperation_points", F(123, 100)),
    ],
)
def test_points(changes, name, points):
    assert score(**changes).scores[name] == points


def test_a_domestic_customer_is_rescaled_to_a_hundred():
    outcome = score(trade="domestic", cooperation=F(4), transfer_days=None)
    assert outcome.scores["transfer"] is None
    assert outcome.scores["transfer_points"] is None
    assert outcome.total_exact == F(933, 10)  # 84 of 90
    assert outcome.missing == ()
    payment, transfer, *_ = outcome.contributions
    assert payment.factor == F(10, 9)
    assert (transfer.points, transfer.contribution, transfer.factor) == (None, 0, 0)
    assert [child.points for child in transfer.children] == [None]


def test_what_is_missing_scores_nothing_and_says_why():
    outcome = score(unit_price=None, terms=None, transfer_void=None)
    assert outcome.missing == ("terms_points", "margin_points", "transfer_points")
    assert outcome.notes == {
        "terms_points": "`terms` is missing",
        "margin_points": "`unit_price` is missing",
        "transfer_points": "`transfer_void` is missing",
        "margin": "`unit_price` is missing",
    }
    assert outcome.scores["terms_points"] == 0
    assert outcome.total == Decimal("60.0")


def test_a_zero_divisor_is_named():
    notes = score(unit_price=F(0)).notes
    assert notes["margin_points"] == "`unit_price` is 0"


def test_an_event_caps_the_grade_and_raises_the_flag_always():
    outcome = score(major_anomaly=True)
    assert (outcome.grade, outcome.grade_before, outcome.flags) == ("C", "A", ("review",))
    assert outcome.overrides == (AppliedOverride("major_anomaly", "cap", "A", "C"),)
    low = score(
        major_anomaly=True, days_late=40, terms="longer", unit_cost=F(99), monthly_tons=F(0)
    )
    assert (low.grade, low.grade_before, low.flags) == ("D", "D", ("review",))
    assert low.overrides == (AppliedOverride("major_anomaly", "cap", "D", "D"),)


def test_an_undecided_event_is_reported_apart():
    outcome = score(major_anomaly=None)
    assert (outcome.grade, outcome.flags, outcome.undecided) == ("A", (), ("major_anomaly",))


def test_a_rating_outside_its_level_rejects_the_record():
    rejection = score(strength_level="medium", strength=F(12))
    assert isinstance(rejection, Rejection)
    [fault] = rejection.faults
    assert (fault.field, fault.value, fault.expected, fault.code) == (
        "strength",
        "12",
        "6..10",
        "R0202",
    )


@pytest.mark.parametrize("absent", ["strength", "strength_level"])
def test_a_rating_without_its_level_is_not_rated(absent):
    outcome = score(**{absent: None})
    assert outcome.missing == ("strength_points",)
    assert outcome.notes["strength_points"] == f"`{absent}` is missing"
