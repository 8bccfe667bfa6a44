"""A rubric that compiles scores every valid record and rejects every other one with a reason."""

from hypothesis import assume, given
from hypothesis import strategies as st

from scorelang.diagnostics.codes import CODES
from scorelang.model.fields import Rejection
from scorelang.model.outcome import Outcome
from scorelang.model.rubric import IfMissing, Indicator
from scorelang.model.rules import Within
from scorelang.model.walk import descend
from tests.generators.records import wrong_cells
from tests.generators.scoring import parts_of, score_all
from tests.generators.sizes import examples
from tests.strategies import any_rubrics, checked_rubrics, records_for


def may_reject(rubric):
    """Whether the rubric itself rejects some records whose cells can all be read."""
    parts = [part for part in parts_of(rubric) if isinstance(part, Indicator)]
    return (
        bool(rubric.rules)
        or any(part.missing.policy is IfMissing.REJECT for part in parts)
        or any(isinstance(node, Within) for node in descend(rubric))
    )


def check_rejection(rejection):
    assert rejection.faults
    for fault in rejection.faults:
        assert fault.code in CODES
        assert fault.message
        assert fault.expected


@examples(1)
@given(st.data())
def test_every_valid_record_is_scored(data):
    rubric = data.draw(st.one_of(any_rubrics(), checked_rubrics(populations=True)))
    lines = data.draw(st.lists(records_for(rubric), min_size=1, max_size=6))
    for row, outcome in enumerate(score_all(rubric, lines), 1):
        assert outcome.row == row
        if isinstance(outcome, Outcome):
            continue
        check_rejection(outcome)
        assert may_reject(rubric), outcome.faults
        assert {fault.code for fault in outcome.faults} <= {"R0201", "R0202", "R0203"}


@examples(1)
@given(st.data())
def test_every_invalid_record_is_rejected_for_all_its_faults(data):
    rubric = data.draw(any_rubrics())
    texts = data.draw(records_for(rubric))
    readable = [field for field in rubric.fields if field.type.value != "text" and not field.raters]
    assume(readable)
    wrong = data.draw(
        st.lists(st.sampled_from(readable), min_size=1, max_size=3, unique_by=lambda x: x.name)
    )
    for field in wrong:
        texts[field.name] = data.draw(wrong_cells(field))
    [outcome] = score_all(rubric, [texts])
    assert isinstance(outcome, Rejection)
    check_rejection(outcome)
    unreadable = {fault.field for fault in outcome.faults if not fault.code.startswith("R02")}
    rated = {field.name for field in rubric.fields if field.raters}  # a bad rating is told too
    assert unreadable - rated == {field.name for field in wrong}
    for fault in outcome.faults:
        assert fault.field not in unreadable or fault.value.strip() == texts[fault.field].strip()
