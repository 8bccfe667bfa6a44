"""Published rubrics with known faults: each is found, with its witness; a right one is silent."""

from pathlib import Path

import pytest

from tests.unit.compiler.checking import findings, witness

CASES = Path(__file__).resolve().parents[2] / "cases"


def faults(name):
    return findings((CASES / name).read_text("utf-8"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "drools_age",
            {
                ("E0403", (("age", "5"),)),
                ("E0402", (("age", "12.5"),)),
                ("E0402", (("age", "44.5"),)),
            },
        ),
        ("lending_prebureau", {("E0402", (("score", "130"),))}),
        (
            "supplier_grades",
            {
                ("E0508", (("total", "84.5"),)),
                ("E0508", (("total", "69.5"),)),
                ("E0508", (("total", "0"),)),
            },
        ),
    ],
)
def test_known_faults_are_found_with_their_witness(name, expected):
    found = faults(f"bad/faulty/{name}.rubric")
    assert {(each.code, tuple(witness(each).items())) for each in found} == expected


def test_the_lowest_gap_of_the_supplier_form_is_all_below_60():
    lowest = faults("bad/faulty/supplier_grades.rubric")[-1]
    assert "values from 0 to under 60" in lowest.help


def test_weights_of_the_bid_add_up_to_110_percent():
    (found,) = faults("bad/faulty/bid_weights.rubric")
    assert found.code == "E0504"
    assert "110%" in found.message
    assert "10% too much" in found.help


def test_the_corrected_table_is_silent():
    assert faults("good/checks/lending_prebureau_fixed.rubric") == ()
