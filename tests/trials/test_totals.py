"""A total outside of its declared range is never scored: `fuzz/law-e7be…`, `fuzz/law-b66e…`."""

from pathlib import Path

import pytest

from scorelang.api import RecordError, RubricError, load_rubric, load_text

FUZZ = Path(__file__).parent / "fuzz"


def test_a_total_outside_its_range_rejects_the_record():
    rubric = load_rubric(FUZZ / "law-e7be2c193e.rubric")
    with pytest.raises(RecordError) as found:
        rubric.score({"quality": "50"})
    (fault,) = found.value.rejection.faults
    assert (fault.code, fault.field, fault.value, fault.expected) == (
        "R0205",
        "total",
        "0",
        "100..100",
    )


def test_a_power_of_hundreds_of_digits_is_an_error():
    with pytest.raises(RubricError, match="E0318"):
        load_rubric(FUZZ / "law-b66e5df60f.rubric")


def test_a_total_inside_is_scored():
    text = (FUZZ / "law-e7be2c193e.rubric").read_text("utf-8").replace("100..100", "-5..100")
    assert load_text(text).score({"quality": "50"}).total == 0
