"""``score``: results in every format, rejects, limits, stamps; nothing half written."""

import csv
import io
import json
import os

import pytest


def score(run, *arguments, records="records.csv", **options):
    return run("score", "supplier.rubric", records, *arguments, **options)


def test_a_pipe_gets_json_lines(run):
    ran = score(run)
    assert ran.code == 0
    first, second, third = map(json.loads, ran.out.splitlines())
    assert (first["id"], first["total"], first["grade"]) == ("0001", 100, "A")
    assert first["results"] == {"good": True}
    assert second["flags"] == ["review"]
    assert second["overrides"] == [{"name": "anomaly", "from": "C", "to": "C", "reason": None}]
    assert third["missing"] == ["punctuality"]
    assert third["undecided"] == ["anomaly"]
    assert "3 scored" in ran.err


MISREAD = """\
rubric r "R" {
  indicator a of sales, max 10 {
    >= 5000 : 10
    < 5000  : 0
  }
  record {
    sales money >= 0 in 万元
    spare text
  }
}
"""


@pytest.mark.parametrize("verb", ["score", "why", "profile"])
@pytest.mark.parametrize(("lang", "said"), [("en", "check` warns"), ("zh", "有警告")])
def test_no_result_goes_out_without_a_word_of_a_warning(run, folder, verb, lang, said):
    (folder / "m.rubric").write_text(MISREAD, "utf-8")
    (folder / "m.csv").write_text("sales\n999\n", "utf-8")
    ran = run(verb, "m.rubric", "m.csv", "--lang", lang)
    assert ran.code == 0
    assert "U0221" in ran.err
    assert said in ran.err
    assert "W0304" in ran.err
    assert "W0201" not in ran.err


def test_the_output_does_not_depend_on_the_way_it_is_asked_for(run, folder):
    text = (folder / "records.csv").read_text("utf-8")
    assert score(run).out == score(run, "--from", "csv", records="-", stdin=text).out
    score(run, "-o", "out.jsonl")
    assert (folder / "out.jsonl").read_text("utf-8") == score(run).out


def test_a_named_csv_has_a_bom_and_a_piped_one_has_none(run, folder):
    score(run, "-o", "out.csv")
    assert (folder / "out.csv").read_bytes().startswith(b"\xef\xbb\xbfid,total,grade,")
    assert score(run, "--to", "csv").out.startswith("id,total,grade,")


def test_input_columns_are_kept_where_asked_for(run):
    ran = score(run, "--to", "csv", "--keep-columns")
    lines = list(csv.DictReader(io.StringIO(ran.out)))
    assert [line["city"] for line in lines] == ["上海", "'=1+1", "北京"]
    assert lines[1]["margin"] == "9.99"


@pytest.mark.parametrize("name", ["out.json", "out.tsv", "out.xlsx"])
def test_the_ending_decides_the_format(run, folder, name):
    assert score(run, "-o", name).code == 0
    assert (folder / name).stat().st_size > 100


def test_a_table_is_for_people(run):
    ran = score(run, "--to", "table")
    assert "付款" in ran.out
    assert "0002" in ran.out


def test_rejected_records_are_exit_3_and_are_named(run):
    ran = score(run, records="bad.csv")
    assert ran.code == 3
    assert len(ran.out.splitlines()) == 3
    assert "row 4, line 5 of bad.csv (0004): days_late: R0105" in ran.err
    assert "row 4, line 5 of bad.csv (0004): terms: R0107" in ran.err
    assert "3 scored, 1 rejected" in ran.err


def test_rejects_have_all_faults(run, folder):
    ran = score(run, "--rejects", "rejects.csv", "-o", "out.csv", records="bad.csv")
    assert ran.code == 3
    text = (folder / "rejects.csv").read_text("utf-8-sig")
    found = list(csv.DictReader(io.StringIO(text)))
    assert [line["field"] for line in found] == ["days_late", "terms"]
    assert {line["row"] for line in found} == {"4"}


@pytest.mark.parametrize("limit", ["0", "10%"])
def test_too_many_rejects_write_nothing(run, folder, limit):
    ran = score(run, "--max-rejects", limit, "-o", "out.csv", records="bad.csv")
    assert ran.code == 1
    assert "U0207" in ran.err
    assert not (folder / "out.csv").exists()
    ran = score(run, "--max-rejects", limit, records="bad.csv")
    assert (ran.code, ran.out) == (1, "")


@pytest.mark.parametrize("limit", ["1", "25%", "25.0%"])
def test_as_many_rejects_as_allowed_are_borne(run, limit):
    ran = score(run, "--max-rejects", limit, records="bad.csv")
    assert ran.code == 3
    assert len(ran.out.splitlines()) == 3


@pytest.mark.parametrize("limit", ["x", "-1", "101%", "%", "1e3"])
def test_a_limit_that_is_none_is_a_mistake(run, limit):
    ran = score(run, f"--max-rejects={limit}")
    assert ran.code == 2
    assert "U0208" in ran.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["-o", "."], "U0203"),
        (["-o", "nowhere/out.csv"], "U0203"),
        (["-o", "records.csv"], "U0204"),
        (["-o", "supplier.rubric", "--to", "csv"], "U0204"),
        (["-o", "out.csv", "--rejects", "out.csv"], "U0204"),
        (["-o", "out.dat"], "U0205"),
        (["--as-of", "1.1.2024"], "U0208"),
        (["--baseline", "nowhere.json"], "U0202"),
        (["--baseline", "records.csv"], "U0216"),
    ],
)
def test_what_cannot_be_done_is_said_first(run, folder, arguments, code):
    before = (folder / "records.csv").read_bytes()
    ran = score(run, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert code in ran.err
    assert (folder / "records.csv").read_bytes() == before


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_must_not_be_written_is_said(run, folder):
    (folder / "out.csv").write_text("kept", "utf-8")
    (folder / "out.csv").chmod(0o400)
    ran = score(run, "-o", "out.csv")
    assert ran.code == 2
    assert "U0203" in ran.err


def test_records_that_cannot_be_read_are_exit_2(run):
    ran = score(run, records="nowhere.csv")
    assert (ran.code, ran.out) == (2, "")
    assert "U0101" in ran.err


def test_standard_input_is_read_once(run):
    ran = run("score", "supplier.rubric", "-", "-")
    assert ran.code == 2
    assert "U0214" in ran.err


def test_several_files_are_one_run(run):
    ran = run("score", "supplier.rubric", "records.csv", "records.csv", "--duplicates", "keep")
    assert [json.loads(line)["row"] for line in ran.out.splitlines()] == [1, 2, 3, 4, 5, 6]


def test_a_stamp_names_rubric_and_data(run, folder):
    score(run, "--stamp", "a.json", "--as-of", "2025-01-31")
    score(run, "--stamp", "b.json", "--as-of", "2025-01-31")
    text = (folder / "a.json").read_text("utf-8")
    assert text == (folder / "b.json").read_text("utf-8")
    found = json.loads(text)
    assert found["rubric"] == "supplier"
    assert found["as_of"] == "2025-01-31"
    assert found["inputs"][0]["name"] == "records.csv"
    assert len(found["rubric_sha256"]) == len(found["inputs"][0]["sha256"]) == 64


def test_a_baseline_can_be_kept(run, folder):
    assert score(run, "--save-baseline", "base.json").code == 0
    assert json.loads((folder / "base.json").read_text("utf-8"))["records"] == 3
    assert score(run, "--baseline", "base.json").code == 0


def test_a_baseline_of_another_state_of_the_rubric_is_said(run, folder):
    assert score(run, "--save-baseline", "base.json").code == 0
    assert "U0216" not in score(run, "--baseline", "base.json").err
    kept = json.loads((folder / "base.json").read_text("utf-8"))
    (folder / "base.json").write_text(json.dumps({**kept, "digest": "0" * 64}), "utf-8")
    ran = score(run, "--baseline", "base.json")
    assert (ran.code, ran.err.count("note[U0216]")) == (0, 1)
    ran = run("why", "supplier.rubric", "records.csv", "--baseline", "base.json", "--row", "1")
    assert (ran.code, ran.err.count("note[U0216]")) == (0, 1)


def test_a_sheet_that_is_full_is_said_and_nothing_is_written(run, folder, monkeypatch):
    monkeypatch.setattr("scorelang.records.write_xlsx._MOST_ROWS", 3)
    ran = score(run, "-o", "out.xlsx")
    assert ran.code == 2
    assert "U0205" in ran.err
    assert not (folder / "out.xlsx").exists()
