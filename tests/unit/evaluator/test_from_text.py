"""The shipped customer-rating, compiled from its text, against the model made by hand."""

from fractions import Fraction
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from scorelang.evaluator.interpreter import Evaluator
from scorelang.model.fields import Record, Rejection
from scorelang.resources import rubric_path
from tests.strategies import compile_text
from tests.unit.evaluator.models import customer_rating

BY_HAND = Evaluator(customer_rating())
CHOICES = {
    "days_late": st.integers(0, 40).map(Fraction),
    "terms": st.sampled_from(("cash", "inspect7", "net30", "net90", "longer")),
    "unit_price": st.integers(1, 1000).map(lambda n: Fraction(n, 100)),
    "unit_cost": st.integers(0, 1000).map(lambda n: Fraction(n, 100)),
    "transfer_days": st.integers(80, 100).map(Fraction),
    "transfer_void": st.booleans(),
    "strength_level": st.sampled_from(("large", "medium", "small")),
    "strength": st.integers(0, 15).map(Fraction),
    "monthly_tons": st.integers(0, 120).map(lambda n: Fraction(n, 10)),
    "cooperation": st.integers(0, 10000).map(lambda n: Fraction(n, 1000)),
    "major_anomaly": st.booleans(),
}
RECORDS = st.fixed_dictionaries(
    {"trade": st.sampled_from(("domestic", "export"))}
    | {name: st.one_of(values, values, values, st.none()) for name, values in CHOICES.items()}
).map(lambda values: Record(1, None, values))


@cache
def by_text():
    return Evaluator(compile_text(rubric_path("customer-rating").read_text("utf-8")))


@given(RECORDS)
def test_customer_rating_says_the_same_as_the_model_made_by_hand(record):
    fields = {field.name: None for field in by_text().rubric.fields}
    full = Record(record.row, record.id, fields | record.values)
    text, hand = by_text().score(full), BY_HAND.score(record)
    if isinstance(hand, Rejection):
        assert [(each.field, each.code) for each in text.faults] == [("strength", "R0202")]
        return
    assert text.total == hand.total
    assert (text.grade, text.grade_before, text.flags) == (
        hand.grade,
        hand.grade_before,
        hand.flags,
    )
    assert text.scores == hand.scores
    assert set(text.missing) == set(hand.missing)
    assert text.undecided == hand.undecided
