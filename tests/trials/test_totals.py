"""A total outside of its declared range is never scored: `fuzz/law-e7be…`, `fuzz/law-b66e…`."""

from pathlib import Path

import pytest

from scorelang.api import RecordError, RubricError, load_rubric, load_text

FUZZ = Path(__file__).parent / "fuzz"
PELL = """rubric pell {
  total 0..100
  indicator rare first that holds, max 100 {
    -5  when a * a - 2 * b * b = 1 and a > 100
    100 otherwise
  }
  record {
    a integer 0..999, required
    b integer 0..999, required
  }
}
"""
"""577² − 2 · 408² = 1: no search tries this record, so the total is watched when it is scored."""
BANKS = """rubric banks {{
  total {total}
  use "bank-scale" as scale {{ score = min (quality + extra, 90) }}
  indicator points, max 100 = points of scale.total
  record {{
    quality number 0..90, required
    extra number 5..9, required
  }}
}}
"""
GRADED = """rubric graded {
  total 10..20
  use "bank-scale" as scale { score = quality }
  indicator points first that holds, max 20 {
    20 when points of scale.total > 84
    9 when points of scale.total is 45..49
    10 otherwise
  }
  record { quality number 0..100, required }
}
"""


def fault(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Give the first error and the record it shows."""
    with pytest.raises(RubricError) as found:
        load_text(text)
    (first, *_) = found.value.diagnostics
    assert first.witness is not None
    return first.code, first.witness.values


def test_a_total_read_through_a_used_rubric_is_shown_outside_of_its_range():
    with pytest.raises(RubricError, match="E0507: the total can come to 0, outside of its range"):
        load_rubric(FUZZ / "law-e7be2c193e.rubric")


def test_the_witness_is_found_by_the_limits_of_the_used_rubric():
    assert fault(GRADED) == ("E0507", (("quality", "45"),))


def test_a_used_rubric_is_given_what_its_fields_are_computed_from():
    code, record = fault(BANKS.format(total="6..100"))
    assert (code, dict(record)) == ("E0507", {"quality": "0", "extra": "5"})
    load_text(BANKS.format(total="5..100")).score({"quality": "0", "extra": "5"})


def test_a_total_outside_its_range_that_was_not_found_rejects_the_record():
    rubric = load_text(PELL)
    with pytest.raises(RecordError) as found:
        rubric.score({"a": "577", "b": "408"})
    (fault,) = found.value.rejection.faults
    assert (fault.code, fault.field, fault.value, fault.expected) == (
        "R0205",
        "total",
        "-5",
        "0..100",
    )


def test_a_power_of_hundreds_of_digits_is_an_error():
    with pytest.raises(RubricError, match="E0318"):
        load_rubric(FUZZ / "law-b66e5df60f.rubric")


def test_a_total_inside_is_scored():
    text = (FUZZ / "law-e7be2c193e.rubric").read_text("utf-8").replace("100..100", "-5..100")
    assert load_text(text).score({"quality": "50"}).total == 0
