"""Files that are something else than their name says, and sheets that nobody sees."""

import gzip
import io
import zipfile

import polars as pl
import pytest
import xlsxwriter

from tests.trials.cells_program import Program

RUBRIC = """\
rubric r {
  indicator late of days_late, max 10 {
    <= 0 : 10
    > 0 : 0
  }
  total 0..10
  record {
    key supplier_no text "编号"
    days_late integer >= 0 "逾期天数"
  }
}
"""
CSV = "编号,逾期天数\nA,0\n"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
PAGE = "<html><table><tr><td>编号</td></tr></table></html>"


def workbook(*sheets):
    """A workbook; a sheet is its name, its rows and whether it is hidden."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        for name, rows, is_hidden in sheets:
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            if is_hidden:
                sheet.hide()
    return stream.getvalue()


def packed(**files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return stream.getvalue()


def parquet():
    stream = io.BytesIO()
    pl.DataFrame({"编号": ["A"], "逾期天数": [0]}).write_parquet(stream)
    return stream.getvalue()


ROWS = [["编号", "逾期天数"], ["A", 0]]
BOOK = workbook(("S", ROWS, False))
OPEN_DOCUMENT = packed(mimetype="application/vnd.oasis.opendocument.spreadsheet", content_xml="")


@pytest.fixture
def program(capfdbinary):
    return Program(capfdbinary)


@pytest.fixture
def score(tmp_path, program, monkeypatch):
    """Score one file of any content under any name."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "r.rubric").write_text(RUBRIC, "utf-8")

    def start(name, content, *options):
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return program("score", "r.rubric", name, *options)

    return start


@pytest.mark.parametrize(
    ("name", "content", "code", "said", "cure"),
    [
        ("a.csv", BOOK, "U0110", "an Excel workbook, not CSV", "name it `a.xlsx`"),
        ("a.tsv", BOOK, "U0110", "an Excel workbook, not TSV", "name it `a.xlsx`"),
        ("a.json", BOOK, "U0116", "an Excel workbook, not JSON", "name it `a.xlsx`"),
        ("a.jsonl", BOOK, "U0116", "an Excel workbook, not JSON Lines", "name it `a.xlsx`"),
        ("a.parquet", BOOK, "U0120", "an Excel workbook, not Parquet", "name it `a.xlsx`"),
        ("a.xls", BOOK, "U0117", "an Excel workbook", "name it `a.xlsx`"),
        ("a.csv", OLD, "U0110", "an old Excel workbook (.xls)", "without a password"),
        ("a.xlsx", OLD, "U0111", "an old Excel workbook (.xls)", "without a password"),
        ("a.xls", OLD, "U0117", "an old Excel workbook (.xls)", "without a password"),
        ("a.xls", PAGE, "U0117", "a web page", "save it as .xlsx"),
        ("a.xlsx", PAGE, "U0111", "a web page, not XLSX", "save it as .xlsx"),
        ("a.csv", f"\ufeff<!DOCTYPE html>\n{PAGE}", "U0110", "a web page", "save it as .xlsx"),
        ("a.xls", '<?xml version="1.0"?><Workbook/>', "U0117", "an XML file", "save it as .xlsx"),
        ("a.xlsx", CSV, "U0111", "a text file, not XLSX", "name it `a.csv`"),
        ("a.xlsx", CSV.encode("utf-16"), "U0111", "a text file, not XLSX", "name it `a.csv`"),
        ("a.xls", CSV.encode("gb18030"), "U0117", "a text file", "name it `a.csv`"),
        ("a.parquet", CSV, "U0120", "a text file, not Parquet", "name it `a.csv`"),
        ("a.json", CSV, "U0116", "a text file, not JSON", "name it `a.csv`"),
        ("a.jsonl", CSV, "U0116", "a text file, not JSON Lines", "name it `a.csv`"),
        ("a.csv", parquet(), "U0110", "a Parquet file, not CSV", "name it `a.parquet`"),
        ("a.xlsx", parquet(), "U0111", "a Parquet file, not XLSX", "name it `a.parquet`"),
        ("a.csv", gzip.compress(CSV.encode()), "U0110", "a compressed file", "unpack it"),
        ("a.csv.gz", gzip.compress(CSV.encode()), "U0117", "a compressed file", "unpack it"),
        ("a.csv", packed(a_csv=CSV), "U0110", "an archive of packed files", "unpack it"),
        ("a.zip", packed(a_csv=CSV), "U0117", "an archive of packed files", "unpack it"),
        ("a.ods", OPEN_DOCUMENT, "U0117", "an OpenDocument file", "save it as .xlsx"),
        ("a.xlsx", OPEN_DOCUMENT, "U0111", "an OpenDocument file", "save it as .xlsx"),
        ("a.csv", packed(word__a="x"), "U0110", "a document of Word", "copy the table"),
        ("a.csv", b"%PDF-1.7\n\xff", "U0110", "a PDF document", "copy the table"),
        ("a.csv", '[{"编号": "A"}]', "U0110", "JSON, not CSV", "name it `a.json`"),
        ("a.csv", '{"编号": "A"}\n{"编号": "B"}\n', "U0110", "JSON Lines", "name it `a.jsonl`"),
        ("a.jsonl", '[\n{"编号": "A"}]', "U0116", "JSON, not JSON Lines", "name it `a.json`"),
        ("a.json", '{"编号": "A"}\n{"编号": "B"}\n', "U0116", "several objects", "JSON Lines"),
    ],
)
def test_a_file_of_another_kind_is_called_what_it_is(score, name, content, code, said, cure):
    ran = score(name, content)
    assert ran.code == 2
    assert f"[{code}]" in ran.err
    assert said in ran.err
    assert cure in ran.err
    assert len(ran.err) < 300
    assert ran.out == ""


@pytest.mark.parametrize("first", ["PAR1", "BZh", "GIF8", "[a]", "{a}", "<x>", "%PDF", "PK"])
def test_a_heading_that_looks_like_the_beginning_of_another_kind_is_a_heading(score, first):
    ran = score("a.csv", f"{first},编号,逾期天数\n1,A,0\n")
    assert list(ran.records) == ["A"], ran.err


@pytest.mark.parametrize("first", ["PAR1", "BZh", "PK", "<x>"])
def test_so_it_is_where_the_content_alone_tells_the_format(score, first):
    ran = score("a.txt", f"{first},编号,逾期天数\n1,A,0\n")
    assert list(ran.records) == ["A"], ran.err


def test_in_chinese_as_well(score):
    ran = score("a.csv", BOOK, "--lang", "zh")
    assert "`a.csv` 是 Excel 工作簿，而不是 CSV" in ran.err
    assert "请改名为 `a.xlsx`，或加 `--from xlsx`" in ran.err
    assert "`a.csv` 是网页，而不是 CSV" in score("a.csv", PAGE, "--lang", "zh").err


def test_what_was_said_about_the_format_counts_as_a_name(score):
    assert score("a.csv", BOOK, "--from", "xlsx").code == 0
    assert "is a text file, not XLSX" in score("a.csv", CSV, "--from", "xlsx").err


def test_a_hidden_sheet_with_the_same_headings_is_named(score):
    other = ("旧", [ROWS[0], ["A", 9]], True)
    ran = score("a.xlsx", workbook(("S", ROWS, False), other))
    assert ran.code == 0
    assert "the hidden sheet `旧` of `a.xlsx` has the same headings and is not read" in ran.err
    quiet = score("a.xlsx", workbook(("S", ROWS, False), ("说明", [["x", "y"]], True)))
    assert "hidden" not in quiet.err
    assert "hidden" not in score("a.xlsx", workbook(("S", ROWS, False), other), "--sheet", "S").err


def test_headings_in_a_hidden_sheet_only_are_no_table_without_a_word(score):
    content = workbook(("封面", [["报表"]], False), ("数据", ROWS, True))
    ran = score("a.xlsx", content)
    assert ran.code == 2
    assert "the headings of the rubric stand in the hidden sheet `数据`" in ran.err
    assert score("a.xlsx", content, "--sheet", "数据").code == 0
