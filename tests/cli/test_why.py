"""``why``: the ledger of one record."""

import json
from fractions import Fraction

import pytest


def why(run, *arguments, records="records.csv"):
    return run("why", "supplier.rubric", records, *arguments)


def test_a_record_is_found_by_id_or_row(run):
    by_id, by_row = why(run, "--id", "0002"), why(run, "--row", "2")
    assert by_id.code == 0
    assert by_id.out == by_row.out
    assert json.loads(by_id.out)["id"] == "0002"


def test_the_table_says_what_was_given_and_which_line_applied(run):
    out = why(run, "--id", "0002", "--format", "table").out
    assert "逾期天数 = 31" in out
    assert "> 30" in out
    assert "margin = 9.99%" in out
    assert "grade: C" in out
    assert "flags: review" in out


def test_the_ledger_adds_up_to_the_total(run):
    for row in (1, 2, 3):
        found = json.loads(why(run, "--row", str(row)).out, parse_float=Fraction)
        tops = {"indicator", "subtotal", "adjustment"}
        counts = [
            line["counts"]
            for line in found["ledger"]
            if line["depth"] == 0 and line["kind"] in tops
        ]
        assert sum(counts) == found["total"]


def test_what_programs_read_does_not_change_with_the_language(run):
    assert why(run, "--row", "1", "--lang", "zh").out == why(run, "--row", "1").out


def test_a_missing_value_is_said(run):
    out = why(run, "--id", "0003", "--format", "table").out
    assert "not rated" in out
    assert "left open by missing values: anomaly" in out


def test_csv_has_a_line_for_each_line_of_the_ledger(run):
    out = why(run, "--row", "1", "--format", "csv").out
    assert out.startswith("kind,depth,name,label,given,rule,")
    kinds = [line.split(",")[0] for line in out.splitlines()[1:]]
    assert len([kind for kind in kinds if kind != "fact"]) == 4


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--id", "002"], "did you mean `0002`?"),
        (["--id", "zz"], "no record with the id `zz`"),
        (["--row", "9"], "there is no record 9: the records are numbered from 1 to 3"),
        ([], "there are 3 records"),
    ],
)
def test_a_record_that_is_not_there_is_exit_2(run, arguments, words):
    ran = why(run, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "U0206" in ran.err
    assert words in ran.err


def test_a_rejected_record_shows_its_faults(run):
    ran = why(run, "--row", "4", records="bad.csv")
    assert (ran.code, ran.out) == (3, "")
    assert "days_late: R0105" in ran.err
    assert "terms: R0107" in ran.err


def test_a_title_above_the_headings_is_said(run, folder):
    text = (folder / "records.csv").read_text("utf-8-sig")
    (folder / "titled.csv").write_text("台账\n" + text, "utf-8")
    ran = why(run, "--row", "1", records="titled.csv")
    assert (ran.code, "U0170" in ran.err) == (0, True)
