"""``profile``: the data behind a rubric; and the ways ratings come to ``score``."""

import json

import pytest


def test_a_field_above_the_limit_is_exit_1(run):
    found = run("profile", "supplier.rubric", "records.csv", "--max-missing", "20%")
    assert found.code == 1
    assert "above the limit" in found.out
    assert "U0220" in found.err


def test_json_and_exit_codes(run):
    fine = run("profile", "supplier.rubric", "records.csv", "--format", "json")
    assert fine.code == 0
    assert json.loads(fine.out)["records"] == 3
    assert run("profile", "supplier.rubric", "bad.csv").code == 3


@pytest.mark.parametrize(
    "arguments",
    [["--max-missing", "20"], ["--max-missing", "200%"], ["--min-correlation", "2"]],
)
def test_options_that_say_nothing_are_exit_2(run, arguments):
    found = run("profile", "supplier.rubric", "records.csv", *arguments)
    assert found.code == 2
    assert "U0208" in found.err


def test_rows_of_raters_need_a_field_with_raters(run):
    found = run("score", "supplier.rubric", "records.csv", "--rater-column", "city")
    assert found.code == 2
    assert "U0131" in found.err
