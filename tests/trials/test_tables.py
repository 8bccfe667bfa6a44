"""Tables as people have them: columns, headings, keys, totals, rejects, last period."""

import json

import pytest

from tests.trials.cells_program import REPORTED, Program

RUBRIC = """\
rubric supplier "供应商" {
  indicator late of days_late, max 10 {
    <= 0 : 10
    > 0 : 0
    missing : 3
  }
  indicator gain of margin, max 10 {
    >= 20% : 10
    < 20% : 0
  }
  total 0..20
  grades {
    good >= 15
    poor otherwise
  }
  cap fraudulent when fraud is yes : no better than poor
  record {
    key code text "编号"
    days_late integer >= 0 in days "逾期天数"
    margin percent -100%..100% in % "毛利率"
    sales money in 万元 "销售额"
    fraud yes/no "造假"
  }
}
"""
HEAD = "编号,逾期天数,毛利率,销售额,造假\n"


@pytest.fixture
def program(capfdbinary):
    return Program(capfdbinary)


@pytest.fixture
def score(tmp_path, program, monkeypatch):
    """Score texts by the rubric above, each text a file of its own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "s.rubric").write_text(RUBRIC, "utf-8")

    def start(*contents, options=(), verb="score", end="csv"):
        names = [f"{chr(97 + number)}.{end}" for number in range(len(contents))]
        for name, content in zip(names, contents, strict=True):
            data = content if isinstance(content, bytes) else content.encode()
            (tmp_path / name).write_bytes(data)
        return program(verb, "s.rubric", *names, *options)

    return start


def test_79_all_columns_missing_ends_the_run_before_anything_is_written(program, tmp_path):
    folder, out = REPORTED / "79-all-columns-missing", tmp_path / "out.csv"
    ran = program("score", folder / "a.rubric", folder / "r.csv", "-o", out)
    assert (ran.code, ran.out, out.exists()) == (2, "", False)
    assert "U0107" in ran.err
    assert "`oops` → `score_given`" in ran.err
    assert "columns found: `id`, `oops`" in ran.err


def test_an_absent_column_of_a_veto_ends_every_verb(score):
    content = "编号,逾期天数,毛利率,销售额,造价\nA,0,25,1\n"
    for verb, options in (("score", ()), ("why", ("--row", "1")), ("profile", ())):
        ran = score(content, options=options, verb=verb)
        assert (ran.code, ran.out) == (2, "")
        assert "has no column for `fraud`" in ran.err
        assert "`造价` → `fraud`" in ran.err


@pytest.mark.parametrize("allowed", ["blank", "fraud", "造假", "sales, FRAUD"])
def test_a_column_may_be_absent_where_that_is_said_and_is_named_again_at_the_end(score, allowed):
    ran = score("编号,逾期天数,毛利率\nA,0,25\n", options=("--absent", allowed))
    assert ran.code == 0
    assert ran.records["A"]["total"] == 20
    assert "note[U0122]: no column for `fraud`" in ran.err
    assert (
        ran.err.splitlines()[-1] == "1 scored, `fraud` blank in every record for want of a column"
    )


def test_absent_names_fields(score):
    ran = score(HEAD, options=("--absent", "frod"))
    assert ran.code == 2
    assert "U0161" in ran.err
    assert "did you mean `fraud`" in ran.err


def test_a_field_that_nothing_reads_needs_no_column(score):
    ran = score("编号,逾期天数,毛利率,造假\nA,0,25,no\n")
    assert ran.code == 0
    assert "销售额" not in ran.err
    assert "U0122" not in ran.err


def test_the_key_alone_may_be_absent_freely(score):
    ran = score("id,逾期天数,毛利率,造假\nA,0,25,no\n")
    assert ran.code == 0
    assert set(ran.records) == {"A"}
    assert "the column `id` names the records" in ran.err


def test_an_alias_behind_a_value_is_explained(program, tmp_path):
    (tmp_path / "r.rubric").write_text(
        "rubric r {\n  indicator a of k, max 1 {\n    A : 1\n    B : 0\n  }\n"
        '  record {\n    k A | B also "in_k"\n  }\n}\n'
    )
    (tmp_path / "r.csv").write_text("id,in_k,x,y\n1,A,2,3\n")
    ran = program("score", tmp_path / "r.rubric", tmp_path / "r.csv")
    assert ran.code == 2
    assert "belongs to" in ran.err
    assert '`also "in_k"`' in ran.err


@pytest.mark.parametrize(
    "head",
    [
        "编号,逾期天数(天),毛利率(%),销售额(万元),造假",
        "编号,逾期天数（天）,毛利率（%）,销售额（万元）,造假",
        '编号,"逾期\n天数\n（天）",毛利率％,销售额［万元］,造　假',
        "CODE,Days_Late (days),MARGIN (%),Sales (万元),Fraud",
        "编号 ,逾期天数 （ 天 ）,毛利率（百分比）,销售额（单位：万元）,造假",
    ],
)
@pytest.mark.parametrize("end", ["csv", "tsv"])
def test_headings_match_as_people_write_them(score, head, end):
    content = f"{head}\nA,1,25,3,no\n"
    ran = score(content.replace(",", "\t") if end == "tsv" else content, end=end)
    assert ran.code == 0, ran.err
    assert ran.records["A"]["scores"] == {"late": 0, "gain": 10}
    assert "U0121" not in ran.err


def test_a_heading_of_an_xlsx_table_with_a_line_break_matches(score, tmp_path, program):
    import xlsxwriter  # noqa: PLC0415

    score(HEAD)
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet()
    for place, name in enumerate(
        ["编号", "逾期\n天数（天）", "毛利率\n(%)", "销售额\u3000（万元）", "造假"]
    ):
        sheet.write(0, place, name)
    for place, cell in enumerate(["A", 0, 25, 3, "no"]):
        sheet.write(1, place, cell)
    book.close()
    ran = program("score", "s.rubric", "a.xlsx")
    assert ran.code == 0, ran.err
    assert ran.records["A"]["total"] == 20


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("编号,逾期天数(月),毛利率,造假", "月"),
        ("编号,逾期天数,毛利率(‰),造假", "‰"),
        ("编号,逾期天数,毛利率,销售额(元),造假", "元"),
        ("编号,逾期天数,毛利率,销售额（亿元）,造假", "亿元"),
    ],
)
def test_a_unit_that_contradicts_the_field_stops_the_run(score, head, unit):
    ran = score(f"{head}\n")
    assert (ran.code, ran.out) == (2, "")
    assert "U0160" in ran.err
    assert unit in ran.err


def test_two_columns_for_one_field_stop_the_run(score):
    ran = score("编号,逾期天数(天),Days_Late,毛利率,造假\nA,1,2,3,no\n")
    assert ran.code == 2
    assert "U0106" in ran.err


def test_profile_finds_headings_as_score_does(score):
    content = "编号,逾期天数（天）,毛利率(%),造假\nA,0,25,no\nB,1,5,no\n"
    ran = score(content, verb="profile", options=("--format", "json"))
    assert ran.code == 0, ran.err
    fields = {field["name"]: field for field in json.loads(ran.out)["fields"]}
    assert fields["days_late"]["missing"] == 0


def test_what_happens_to_other_columns_is_said(score):
    content = HEAD.replace("\n", ",city\n") + "A,0,25,1,no,X\n"
    assert "`city` belongs to no field and is left out of the results" in score(content).err
    kept = score(content, options=("--keep-columns",))
    assert "is kept beside the results" in kept.err
    assert kept.records["A"]["city"] == "X"
    why = score(content, verb="why", options=("--row", "1"))
    assert why.code == 0
