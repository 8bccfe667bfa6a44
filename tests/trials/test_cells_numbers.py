"""Numbers of records, limits and examples are read by one rule (cases 25, 27, 60)."""

import csv
import io
import shutil

import pytest

from tests.trials.cells_program import REPORTED, Program


@pytest.fixture
def run(capfdbinary):
    return Program(capfdbinary)


# 60-xlsx-floats


def test_noise_of_binary_numbers_is_no_value_in_a_workbook(run):
    found = run.score(REPORTED / "60-xlsx-floats", "grade.rubric", "m.xlsx").records
    assert found["K1"]["total"] == 20
    found = run.score(REPORTED / "60-xlsx-floats", "a.rubric", "a.xlsx").records
    assert found["r3"]["results"]["b29"]
    assert found["r4"]["results"]["b435"]
    assert found["r6"]["results"]["b85"]
    assert found["r1"]["results"]["x_is"] == 0.3


def test_noise_of_binary_numbers_is_no_value_in_parquet(run):
    found = run.score(REPORTED / "60-xlsx-floats", "a.rubric", "a.parquet").records
    assert {line["results"]["pass"] for line in found.values()} == {True}


def test_what_is_written_below_a_limit_stays_below_it(run):
    found = run.score(REPORTED / "60-xlsx-floats", "grade.rubric", "m.csv").records
    assert [line["total"] for line in found.values()] == [10, 10, 10]


# 27-limits-file-comma


def test_thousands_in_a_file_of_limits_are_read_as_in_records(run):
    found = run.score(REPORTED / "27-limits-file-comma", "thousands.rubric", "sales.csv").records
    assert [line["total"] for line in found.values()] == [10, 5, 0, 0]


def test_a_decimal_comma_in_a_file_of_limits_is_an_error_that_names_the_cell(run):
    found = run("check", REPORTED / "27-limits-file-comma" / "a.rubric")
    assert found.code == 1
    assert "E0704" in found.output
    assert "`0,800`" in found.output
    assert "limits.csv:2:16" in found.output


@pytest.mark.parametrize("cell", ["0,80", "1,5", "12,34", "0,125", "1,2345", ">= 0,5", "1,5%"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_cell_of_a_file_of_limits_loses_what_stands_behind_a_comma(
    run, cell, separator, tmp_path
):
    shutil.copy(REPORTED / "27-limits-file-comma" / "thousands.rubric", tmp_path)
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator)
    writer.writerows([["shop type", "10", "otherwise 0"], ["city", cell], ["village", "2"]])
    (tmp_path / "limits-thousands.csv").write_text(text.getvalue(), "utf-8")
    found = run("check", tmp_path / "thousands.rubric")
    assert found.code == 1
    assert f"`{cell}`" in found.output


@pytest.mark.parametrize(
    ("lead", "separator", "other", "total"),
    [
        ("", ";", "2000", None),
        ("", ";", "2.5", 10),
        ("sep=;\n", ";", "2.5", 10),
        ("", "|", "2000", 10),
        ("", "\t", "2000", 10),
    ],
)
def test_limits_between_semicolons_may_have_decimal_commas(
    run, tmp_path, lead, separator, other, total
):
    shutil.copy(REPORTED / "27-limits-file-comma" / "thousands.rubric", tmp_path)
    rows = [["shop type", "10", "otherwise 0"], ["city", "1,250"], ["village", other]]
    text = lead + "".join(separator.join(row) + "\n" for row in rows)
    (tmp_path / "limits-thousands.csv").write_text(text, "utf-8")
    (tmp_path / "r.csv").write_text("kind,sales\ncity,1250\ncity,1249\n", "utf-8")
    found = run.score(tmp_path, "thousands.rubric", "r.csv")
    if total is None:
        assert (found.code, "E0704" in found.err, "`1,250`" in found.err) == (1, True, True)
    else:
        assert [line["total"] for line in found.records.values()] == [10, 0]


@pytest.mark.parametrize("name", ["inline", "f", "min-inline", "bands"])
def test_limits_with_a_comma_in_the_rubric_are_errors(run, name):
    found = run("check", REPORTED / "27-limits-file-comma" / f"{name}.rubric")
    assert found.code == 1
    assert "error[" in found.output


def test_the_number_without_commas_is_offered(run):
    found = run("check", REPORTED / "27-limits-file-comma" / "min-inline.rubric")
    assert "write `10000`" in found.output


# 25-decimal-comma


def test_a_first_group_of_zero_is_no_thousands(run):
    ran = run.score(REPORTED / "25-decimal-comma", "zero.rubric", "zero.csv")
    assert ran.err.count("--decimal comma") == 8
    assert "`1,250%` is not in the allowed range" in ran.err  # 1250%, of at most 1000%
    assert "row 3 (C): x" not in ran.err
