"""Records nobody wants to receive: each ends in a code and the right exit code."""

import csv
import io
import json
import zipfile
from pathlib import Path
from time import process_time

import pytest
import xlsxwriter

HEAD = "customer_no,days_late,terms,margin,anomaly\n"
GOOD = "0001,0,cash,25,no\n"
RUBRIC_OF_ALL = """\
rubric all {
  indicator points of n { >= 0 : 1 \n < 0 : 0 }
  record {
    n number
    w integer
    p percent in %
    m money
    d date
    y yes/no
    c red | blue
  }
}
"""


def score(run, content, *arguments, name="in.csv", rubric="supplier.rubric"):
    data = content if isinstance(content, bytes) else content.encode()
    Path(name).write_bytes(data)
    allowed = ("--absent", "n") if rubric == "all.rubric" else ()
    return run("score", rubric, name, "--rejects", "rejects.csv", *allowed, *arguments)


def rejects():
    text = Path("rejects.csv").read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def check_refused(ran, code, exit_code=2):
    assert (ran.code, ran.out) == (exit_code, ""), ran
    assert f"[{code}]" in ran.err, ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "U0104"),
        ("\n\n", "U0104"),
        (" , ,\n1,2,3\n", "U0105"),
        ("1,2,3\n4,5,6\n", "U0110"),
        ("days_late,逾期天数\n1,2\n", "U0106"),
        ("days_late,Days_Late\n1,2\n", "U0106"),
        (HEAD + '1,0,cash,"25,no\n' + GOOD * 3, "U0115"),
        (HEAD + "x" * 2_000_000 + ",0,cash,25,no\n", "U0113"),
        (",".join(f"c{i}" for i in range(30_000)) + ",days_late\n", "U0114"),
    ],
    ids=[
        "empty",
        "blank",
        "no-names",
        "no-header",
        "label-and-name",
        "case",
        "quote",
        "cell",
        "wide",
    ],
)
def test_a_file_that_cannot_be_read_as_a_whole_is_refused(run, content, code):
    check_refused(score(run, content), code)


def test_the_column_of_a_required_field_must_be_there(run, folder):
    text = (folder / "supplier.rubric").read_text("utf-8")
    (folder / "strict.rubric").write_text(
        text.replace("anomaly   yes/no", "anomaly yes/no, required"), "utf-8"
    )
    ran = score(run, "days_late,terms,margin,anomalie\n0,cash,1,no\n", rubric="strict.rubric")
    check_refused(ran, "U0107")
    assert "anomalie" in ran.err


def test_columns_that_are_absent_are_said_once(run):
    content = "days_late\n" + "0\n" * 50
    check_refused(score(run, content), "U0107")
    ran = score(run, content, "--absent", "blank")
    assert ran.code == 0
    assert ran.err.count("as `--absent` allows") == 1
    assert len(ran.out.splitlines()) == 50


def test_a_file_of_another_encoding_is_read_or_refused_never_guessed_wrong(run):
    text = "customer_no,逾期天数,terms,margin,anomaly\n甲,0,cash,25,no\n"
    ran = score(run, text.encode("gb18030"))
    assert ran.code == 0
    assert json.loads(ran.out)["id"] == "甲"
    check_refused(score(run, text.encode("gb18030"), "--encoding", "utf-8"), "U0108")
    check_refused(score(run, text, "--encoding", "klingon"), "U0109")
    assert score(run, text.encode("utf-16")).code in {0, 2}


def test_a_long_cell_is_borne_and_cut_short_in_messages(run):
    ran = score(run, HEAD + "1," + "9" * 1_000_000 + ",cash,25,no\n" + GOOD)
    assert ran.code in {2, 3}
    assert len(ran.err) < 5_000
    assert ran.code == 2 or (rejects()[0]["code"] == "R0102" and len(rejects()[0]["value"]) < 2_000)


CELLS = (
    ("n", "1e999", "R0101"),
    ("n", "1e5", "R0101"),
    ("n", "NaN", "R0103"),
    ("n", "-Infinity", "R0103"),
    ("n", "15%", "R0101"),
    ("n", "12,34", "R0101"),
    ("n", "1" * 41, "R0102"),
    ("n", "0x1F", "R0101"),
    ("n", "١٢", "R0101"),
    ("n", "²", "R0101"),
    ("n", "12 34", "R0101"),
    ("w", "12.5", "R0104"),
    ("m", "$5", "R0101"),
    ("d", "2023-02-29", "R0110"),
    ("d", "2024-13-01", "R0110"),
    ("d", "0000-01-01", "R0110"),
    ("d", "20240131", "R0109"),
    ("y", "maybe", "R0108"),
    ("c", "Red", "R0107"),
    ("c", "red\0", "R0107"),
)


@pytest.mark.parametrize(("field", "cell", "code"), CELLS)
def test_a_cell_that_has_no_reading_is_rejected_with_its_code(run, folder, field, cell, code):
    (folder / "all.rubric").write_text(RUBRIC_OF_ALL, "utf-8")
    ran = score(run, f'{field},id\n"{cell}",7\n', rubric="all.rubric")
    assert ran.code == 3, ran
    [fault] = rejects()
    assert (fault["field"], fault["code"], fault["row"], fault["id"]) == (field, code, "1", "7")
    assert fault["expected"]


@pytest.mark.parametrize(
    ("field", "cell"),
    [
        ("n", "１２"),
        ("n", "12,000"),
        ("n", " +12.50 "),
        ("n", "－1"),
        ("p", "15%"),
        ("p", "１５％"),
        ("m", "¥1,200"),
        ("m", "120万"),
        ("w", "12.0"),
        ("d", "2024年2月29日"),
        ("y", "是"),
    ],
)
def test_a_cell_with_a_documented_reading_is_read(run, folder, field, cell):
    (folder / "all.rubric").write_text(RUBRIC_OF_ALL, "utf-8")
    assert score(run, f'{field},id\n"{cell}",7\n', rubric="all.rubric").code == 0


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('{"n": 1e999}', "R0102"),
        ('{"n": 1e99999999999999999999}', "R0102"),
        ('{"n": NaN}', "R0103"),
        ('{"n": -Infinity}', "R0103"),
        ('{"n": [1]}', "R0112"),
        ('{"n": {"a": 1}}', "R0112"),
        ('{"n": true}', "R0101"),
        ('{"d": 20240131}', "R0109"),
        ("[1, 2]", "R0115"),
        ('{"n": 1', "U0116"),
        ("[" * 100_000, "U0116"),
        ('{"n": ' + "[" * 100_000 + "}", "U0116"),
        ('{"n": 1e' + "9" * 5_000 + "}", "R0102"),
        ('{"n": ' + "9" * 100_000 + "}", "R0102"),
        ('{"n": "\\ud800"}', "R0101"),
        ("null", "R0115"),
        ("3", "R0115"),
    ],
)
def test_bad_json_is_refused_or_rejected(run, folder, content, code):
    (folder / "all.rubric").write_text(RUBRIC_OF_ALL, "utf-8")
    for name in ("in.json", "in.jsonl"):
        ran = score(run, content.encode("utf-8", "surrogatepass"), name=name, rubric="all.rubric")
        assert ran.code in {2, 3}, ran
        told = ran.err if ran.code == 2 else "".join(fault["code"] for fault in rejects())
        assert "U01" in told or "R01" in told
        if name == "in.json":
            assert code in told, (told[:500], code)


def workbook(path, fill):
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEAD.strip().split(","))
        fill(sheet, book)


def test_merged_cells_are_rejected_where_they_are(run, folder):
    def fill(sheet, book):
        sheet.write_row(1, 0, ["1", 0, "cash", 25, "no"])
        sheet.write_row(2, 0, ["2", 0, "cash", 25, "no"])
        sheet.merge_range(1, 2, 2, 2, "cash", book.add_format())

    workbook(folder / "merged.xlsx", fill)
    ran = run("score", "supplier.rubric", "merged.xlsx", "--rejects", "rejects.csv")
    assert ran.code == 3, ran
    assert {fault["code"] for fault in rejects()} == {"R0118"}


def test_formulas_count_by_their_values_and_error_cells_are_rejected(run, folder):
    def fill(sheet, _):
        sheet.write_row(1, 0, ["1", 0, "cash", 25, "no"])
        sheet.write_formula(1, 1, "=1+1", None, 2)
        sheet.write_row(2, 0, ["2", 0, "cash", 25, "no"])
        sheet.write_formula(2, 1, "=1/0", None, "#DIV/0!")

    workbook(folder / "formulas.xlsx", fill)
    ran = run("score", "supplier.rubric", "formulas.xlsx", "--rejects", "rejects.csv")
    assert ran.code == 3, ran
    assert json.loads(ran.out)["scores"]["punctuality"] == 20
    assert [(fault["row"], fault["code"]) for fault in rejects()] == [("2", "R0117")]


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"not a workbook", b"\xd0\xcf\x11\xe0" * 200]
)
def test_a_workbook_that_is_none_is_refused(run, content):
    assert score(run, content, name="in.xlsx").code == 2


def test_a_workbook_without_sheets_or_of_something_else_is_refused(run):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("hello.txt", "x")
    check_refused(score(run, stream.getvalue(), name="in.xlsx"), "U0111")


def test_a_parquet_file_that_is_none_is_refused(run):
    check_refused(score(run, b"PAR1 nothing PAR1", name="in.parquet"), "U0120")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("score", "supplier.rubric", "."), "U0102"),
        (("score", "supplier.rubric", "nowhere.csv"), "U0101"),
        (("score", "supplier.rubric", "records.csv/x"), "U0103"),
        (("score", "supplier.rubric", "records.csv", "-o", "."), "U0203"),
        (("score", "supplier.rubric", "records.csv", "-o", "no/where/out.csv"), "U0203"),
        (("score", "supplier.rubric", "records.csv", "-o", "records.csv/out.csv"), "U0203"),
        (("score", "supplier.rubric", "records.csv", "-o", "x" * 300 + ".csv"), "U0203"),
        (("score", "supplier.rubric", "x" * 5000), "U0103"),
        (("score", "x" * 5000, "records.csv"), "U0304"),
        (("check", "x" * 5000), "U0304"),
    ],
)
def test_paths_that_cannot_be_used_are_said(run, arguments, code):
    ran = run(*arguments)
    assert ran.code == 2, ran
    assert code in ran.out + ran.err
    assert "Traceback" not in ran.err


def test_ten_thousand_faulty_rows_are_counted_and_quick(run):
    content = HEAD + "".join(f"{n:05},-1,foo,x,perhaps\n" for n in range(10_000))
    start = process_time()
    ran = score(run, content, "-o", "out.csv")
    assert ran.code == 3
    assert process_time() - start < 10
    assert "10000 rejected" in ran.err.replace(",", "")
    assert len(ran.err) < 5_000
    assert len(rejects()) == 40_000
