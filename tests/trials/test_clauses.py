"""Clauses stand in any order, and each acts (reported/clauses-and-checks)."""

import csv
import io
from pathlib import Path

import pytest

from scorelang.cli.main import main

CASE = Path(__file__).parent / "reported" / "clauses-and-checks"
LOST = CASE / "clauses_after_formula_lost.rubric"


def test_a_maximum_behind_a_formula_is_checked(capsys):
    assert main(["check", str(LOST)]) == 1
    out = capsys.readouterr().out
    assert "E0501" in out  # `a` reaches 10, more than its `max 5`
    assert out.count("error[") == 1


@pytest.fixture
def scored(tmp_path, capsys):
    path = tmp_path / "mended.rubric"
    path.write_text(LOST.read_text("utf-8").replace("max 5", "at most 5"), "utf-8")
    assert main(["score", str(path), str(LOST.with_suffix(".csv")), "--to", "csv"]) == 0
    return {line["id"]: line for line in csv.DictReader(io.StringIO(capsys.readouterr().out))}


def test_each_clause_behind_a_formula_acts(scored):
    assert scored["1"]["h"] == "2.3"
    assert scored["1"]["d"] in {"", "0"}  # does not apply: counted as 0
    assert scored["1"]["total"] == "11.7"
    assert scored["3"]["a"] == "5"
    assert scored["2"]["b"] == "7"
    assert scored["1"]["flags"] == "review"
    assert scored["2"]["flags"] == ""  # a part that is not rated raises nothing
