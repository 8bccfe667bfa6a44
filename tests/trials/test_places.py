"""Every fault names the file, the sheet and the line its cell really stands in."""

import csv
import io
import json

import polars as pl
import pytest
import xlsxwriter

from tests.trials.cells_program import Program

RUBRIC = """\
rubric r {
  indicator pa of a, max 10 {
    >= 5 : 10
    < 5 : 0
  }
  indicator pb of b, max 10 {
    >= 5 : 10
    < 5 : 0
  }
  total 0..20
  record {
    key code text "编号"
    a number
    b number, required
    rule b <= a + 100 "b is too large"
  }
}
"""
RATED = """\
rubric r {
  indicator q = skill, max 10
  total 0..10
  record {
    key code text
    dept text
    skill rating 1..10 rated by several
  }
}
"""


@pytest.fixture
def program(capfdbinary):
    return Program(capfdbinary)


@pytest.fixture
def score(tmp_path, program, monkeypatch):
    """Score files by the rubric above; gives the run and its rejects."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "r.rubric").write_text(RUBRIC, "utf-8")

    def start(files, *options, verb="score"):
        for name, content in files.items():
            data = content if isinstance(content, bytes) else content.encode()
            (tmp_path / name).write_bytes(data)
        extra = ("--rejects", "rejects.csv") if verb == "score" else ()
        return program(verb, "r.rubric", *files, *options, *extra)

    return start


def places(tmp_path, *columns):
    text = (tmp_path / "rejects.csv").read_text("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return [tuple(row[name] for name in ("file", "line", "row", *columns)) for row in rows]


def workbook(**sheets):
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return stream.getvalue()


A = "code,a\nK1,1\nK2,x\nK3,7\n"
B = "月报\n\ncode,b\nK3,9\nK2,y\nK1,500\n"


def test_joined_files_each_name_their_own_cells(score, tmp_path):
    ran = score({"a.csv": A, "b.csv": B}, "--join")
    assert ran.code == 3
    assert places(tmp_path, "field", "code") == [
        ("b.csv", "6", "1", "b", "R0201"),
        ("a.csv", "3", "2", "a", "R0101"),
        ("b.csv", "5", "2", "b", "R0101"),
    ]
    told = score({"a.csv": A, "b.csv": B}, "--join", "--id", "K2", verb="why")
    assert "row 2, line 3 of a.csv (K2): a: R0101" in told.err
    assert "row 2, line 5 of b.csv (K2): b: R0101" in told.err


def test_a_cell_that_a_joined_file_lacks_names_that_file(score, tmp_path):
    score({"a.csv": "code,a\nK1,1\nK2,2\n", "b.csv": "code,b\nK1,3\n"}, "--join")
    assert places(tmp_path, "id", "code") == [("b.csv", "", "2", "K2", "R0111")]


def test_a_key_twice_in_one_of_the_joined_files_names_the_first_one_there(score, tmp_path):
    ran = score({"a.csv": "code,a\nK1,1\n", "b.csv": "code,b\nK2,1\nK1,3\nK1,4\n"}, "--join")
    assert ("b.csv", "4", "3", "R0140") in places(tmp_path, "code")
    text = (tmp_path / "rejects.csv").read_text("utf-8-sig")
    assert "the key `K1` stands in row 1, line 3 of b.csv already" in text
    assert "--duplicates" not in text
    assert ran.code == 3


def test_joined_files_that_differ_name_both_lines(score):
    ran = score({"a.csv": "code,a,b\nK1,1,2\n", "b.csv": "code,b\nK0,2\nK1,3\n"}, "--join")
    assert "they stand in line 2 of `a.csv` and line 3 of `b.csv`" in ran.err
    zh = score({"a.csv": "code,a,b\nK1,1,2\n", "b.csv": "code,b\nK1,3\n"}, "--join", "--lang", "zh")
    assert "分别在 `a.csv` 第 2 行、`b.csv` 第 2 行" in zh.err


def test_one_field_under_two_headings_in_two_files_is_one_column(score):
    ran = score({"a.csv": "code,a,b\nK1,1,2\n", "b.csv": "编号, B \nK1,2\n"}, "--join")
    assert (ran.code, ran.records["K1"]["total"]) == (0, 0)
    ran = score({"a.csv": "code,a,b(吨)\nK1,1,2\n", "b.csv": "code,b(公斤)\nK1,2\n"}, "--join")
    assert ran.code == 2
    assert "[U0160]" in ran.err


def test_what_joined_files_lack_names_all_of_them(score):
    ran = score({"a.csv": "code,a\nK1,1\n", "c.csv": "code,c\nK1,1\n"}, "--join")
    assert "`a.csv + c.csv` has no column for `b`" in ran.err


def test_a_workbook_of_several_sheets_names_the_sheet(score, tmp_path):
    rows = [["code", "a", "b"], ["K1", "x", 1]]
    one = workbook(数据=rows)
    score({"w.xlsx": one})
    assert places(tmp_path, "code") == [("w.xlsx", "2", "1", "R0101")]
    several = workbook(封面=[["报表"]], 数据=rows)
    score({"w.xlsx": several})
    assert places(tmp_path, "sheet", "code") == [("w.xlsx", "2", "1", "数据", "R0101")]
    ran = score({"w.xlsx": several}, "--row", "1", verb="why")
    assert "row 1, line 2 of the sheet `数据` of w.xlsx (K1): a: R0101" in ran.err
    ran = score({"w.xlsx": several}, "--row", "1", "--lang", "zh", verb="why")
    assert "第 1 条（w.xlsx 的工作表 `数据` 第 2 行） (K1): a: R0101" in ran.err


PRETTY = '[\n  {"code": "A",\n   "a": 1, "b": 2},\n\n  {"code": "B", "a": "x",\n   "b": 2}, 5\n]\n'


def test_the_records_of_a_list_name_the_line_they_begin_in(score, tmp_path):
    score({"p.json": PRETTY})
    assert places(tmp_path, "id", "code") == [
        ("p.json", "5", "2", "B", "R0101"),
        ("p.json", "6", "3", "", "R0115"),
    ]
    lines = '{"code": "A", "a": 1, "b": 2}\n\n{"code": "B", "a": "x", "b": 2}\n'
    score({"p.jsonl": lines})
    assert places(tmp_path, "id", "code") == [("p.jsonl", "3", "2", "B", "R0101")]


def test_the_record_is_counted_where_rows_go_on_from_file_to_file(score, tmp_path):
    plain = [{"code": f"C{n}", "a": n, "b": "x" if n == 2 else 1} for n in range(3)]
    stream = io.BytesIO()
    pl.DataFrame({"code": ["D1", "D2"], "a": [1, 1], "b": [1, None]}).write_parquet(stream)
    files = {"p.json": PRETTY, "q.json": json.dumps(plain), "r.parquet": stream.getvalue()}
    score(files)
    assert places(tmp_path, "record", "id") == [
        ("p.json", "5", "2", "2", "B"),
        ("p.json", "6", "3", "3", ""),
        ("q.json", "1", "6", "3", "C2"),
        ("r.parquet", "", "8", "2", "D2"),
    ]
    told = score(files, "--id", "C2", verb="why")
    assert "row 6, record 3 (line 1) of q.json (C2)" in told.err
    told = score(files, "--id", "D2", verb="why")
    assert "row 8, record 2 of r.parquet (D2)" in told.err
    told = score(files, "--id", "D2", "--lang", "zh", verb="why")
    assert "第 8 条（r.parquet 中第 2 条） (D2)" in told.err


@pytest.mark.parametrize("options", [("--rater-column", "who"), ("--rater-files",)])
def test_ratings_of_several_rows_or_files_name_their_own_lines(score, tmp_path, options):
    (tmp_path / "r.rubric").write_text(RATED, "utf-8")
    files = {
        "li.csv": "code,dept,who,skill\nK1,x,Li,5\n",
        "wu.csv": "code,dept,who,skill\nK2,x,Wu,5\nK1,x,Wu,99\nK1,y,He,6\n",
    }
    score(files, *options)
    found = places(tmp_path, "field", "code")
    assert ("wu.csv", "3", "1", "skill", "R0105") in found
    assert ("wu.csv", "4", "1", "dept", "R0132") in found
    cells = places(tmp_path, "field", "dept", "who", "skill")
    assert ("wu.csv", "3", "1", "skill", "x", "Wu", "99") in cells
    assert ("wu.csv", "4", "1", "dept", "y", "He", "6") in cells


def test_the_last_period_names_its_own_lines(score, tmp_path):
    growth = RUBRIC.replace("    a number\n", "    a number and last year\n").replace(
        "of a,", "of growth of a,"
    )
    (tmp_path / "r.rubric").write_text(
        growth.replace(
            '    rule b <= a + 100 "b is too large"\n',
            '    rule last a <= 100 "last a is too large"\n',
        ),
        "utf-8",
    )
    now = {"n.csv": "code,a,b\nK1,1,2\n"}
    (tmp_path / "last.csv").write_text("code,a\nK0,1\nK1,500\n")
    ran = score(now, "--last", "last.csv")
    assert places(tmp_path, "field", "code") == [("last.csv", "3", "1", "last a", "R0201")], ran
    (tmp_path / "last.csv").write_text("code,a\nK0,1\nK1,x\n")
    assert (
        "the first is `a` of `K1`, row 2, line 3 of last.csv"
        in score(now, "--last", "last.csv").err
    )
    (tmp_path / "last.csv").write_text("code,a\nK0,1\nK1,2\nK0,3\n")
    ran = score(now, "--last", "last.csv")
    assert "row 3, line 4 of last.csv: the id `K0`" in ran.err
    assert "stands in line 2 of `last.csv` already" in ran.err
    (tmp_path / "last.csv").write_text("code,a\nK0,1\n,2\n")
    ran = score(now, "--last", "last.csv")
    assert "row 2, line 3 of last.csv: there is no id" in ran.err


def test_a_cell_too_long_for_json_names_its_line(score):
    ran = score({"p.json": '[\n\n{"code": "' + "x" * 1_100_000 + '"}]'})
    assert "a cell near line 3 of `p.json`" in ran.err


@pytest.mark.parametrize(
    ("heading", "code"),
    [("编号,a,b,a", "U0106"), ("编号,a,b,c(万元)", "U0160"), ("编号,a", "U0107")],
)
def test_what_is_wrong_with_the_headings_names_the_file(score, tmp_path, heading, code):
    text = RUBRIC.replace("    rule", "    c money\n    rule") if code == "U0160" else RUBRIC
    (tmp_path / "r.rubric").write_text(text, "utf-8")
    good = "code,a,b\nK1,1,2\n"
    for options in (("--lang", "en"), ("--lang", "zh")):
        ran = score({"a.csv": good, "b.csv": f"{heading}\nK2,1,2,3\n"}, *options)
        assert f"[{code}]" in ran.err
        assert "`b.csv`" in ran.err


def test_a_column_that_one_file_lacks_is_blank_in_that_file_only(score, tmp_path):
    (tmp_path / "r.rubric").write_text(RUBRIC.replace(", required", ""), "utf-8")
    files = {"a.csv": "code,a,b\nK1,9,9\n", "b.csv": "code,a\nK2,9\n"}
    ran = score(files, "--absent", "blank")
    assert [one["total"] for one in ran.records.values()] == [20, 10]
    assert "`b.csv` has no column for `b`: blank in all of its records" in ran.err
    assert ran.err.splitlines()[-1].startswith(
        "2 scored, `b` blank in the records of b.csv for want of a column"
    )
    assert "every record" not in ran.err
    zh = score(files, "--absent", "blank", "--lang", "zh")
    assert "`b` 在 b.csv 中没有列，该文件的记录均按空白评分" in zh.err
    files["a.csv"] = "code,a\nK1,9\n"
    assert "2 scored, `b` blank in every record" in score(files, "--absent", "blank").err
