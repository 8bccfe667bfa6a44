"""The ledger adds up: each part to its points, all parts to the total, exactly."""

from hypothesis import given
from hypothesis import strategies as st

from scorelang.model.outcome import PartStatus, Status
from tests.generators.scoring import scored, total_of
from tests.generators.sizes import examples
from tests.strategies import any_rubrics, checked_rubrics, records_for


def check_sum(children, adjustments, points):
    amounts = [child.contribution for child in children] + [each.amount for each in adjustments]
    assert total_of(amounts) == points
    for child in children:
        assert child.contribution == (child.points or 0) * child.factor
    for child in children:
        check_part(child)


def check_part(part):
    if part.status is PartStatus.NOT_APPLYING:
        assert part.contribution == 0
    if part.is_group and part.points is not None:
        check_sum(part.children, part.adjustments, part.points)
    else:
        for child in part.children:
            check_part(child)


@examples(1)
@given(st.data())
def test_the_ledger_of_an_outcome_adds_up_on_every_level(data):
    rubric = data.draw(st.one_of(any_rubrics(), checked_rubrics(populations=True)))
    lines = data.draw(st.lists(records_for(rubric), min_size=1, max_size=6))
    for outcome in scored(rubric, lines):
        if outcome.total_exact is not None and outcome.contributions:
            check_sum(outcome.contributions, outcome.adjustments, outcome.total_exact)
        for part in outcome.contributions:
            assert part.points == outcome.scores[part.name]


@examples(1)
@given(st.data())
def test_an_outcome_is_complete(data):
    """What is missing is named with its reason; what is not ratable has no score; grades exist."""
    rubric = data.draw(any_rubrics())
    lines = data.draw(st.lists(records_for(rubric), min_size=1, max_size=6))
    for outcome in scored(rubric, lines):
        assert set(outcome.missing) <= set(outcome.scores)
        assert set(outcome.missing) <= set(outcome.notes)
        assert len(set(outcome.flags)) == len(outcome.flags)
        if outcome.status is Status.NOT_RATABLE:
            assert (outcome.total, outcome.grade) == (None, None)
            assert outcome.reason
            assert set(outcome.scores.values()) <= {None}
        elif rubric.grading is not None and rubric.grading.value is None:
            assert outcome.grade in {*rubric.grading.order, None}
