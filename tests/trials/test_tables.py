"""Tables as people have them: columns, headings, keys, totals, rejects, last period."""

import csv
import io
import json

import pytest

from scorelang.api import RecordError, load_text
from tests.trials.cells_program import HOSTILE, REPORTED, Program

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
    key supplier_no text "编号"
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
        "SUPPLIER_NO,Days_Late (days),MARGIN (%),Sales (万元),Fraud",
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


BODY = "A,0,25,1,no\n"


def rejects(tmp_path, name="rejects.csv"):
    text = (tmp_path / name).read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_dupkey_rejects_a_second_record_with_the_same_key(program, tmp_path):
    (tmp_path / "r.rubric").write_text(
        "rubric r {\n  indicator p = a, max 100\n  record {\n    key name text\n"
        "    a number 0..100\n  }\n}\n"
    )
    ran = program("score", tmp_path / "r.rubric", HOSTILE / "dupkey.csv")
    assert (ran.code, len(ran.records)) == (3, 1)
    assert f"row 2, line 3 of {HOSTILE / 'dupkey.csv'} (x): the whole row: R0140" in ran.err
    assert f"the key `x` stands in row 1, line 2 of {HOSTILE / 'dupkey.csv'} already" in ran.err
    kept = program("score", tmp_path / "r.rubric", HOSTILE / "dupkey.csv", "--duplicates", "keep")
    assert (kept.code, len(kept.out.splitlines())) == (0, 2)


def test_a_key_that_stands_in_two_files_names_the_first_file(score):
    ran = score(HEAD + BODY, HEAD + "B,0,25,1,no\n" + BODY)
    assert ran.code == 3
    assert "row 3, line 3 of b.csv (A)" in ran.err
    assert "stands in row 1, line 2 of a.csv already" in ran.err


def test_duplicates_count_once_in_ranks(program, tmp_path):
    (tmp_path / "r.rubric").write_text(
        "rubric r {\n  indicator p = a, max 100\n  total 0..100\n  result place = rank of total\n"
        "  record {\n    key name text\n    a number 0..100\n  }\n}\n"
    )
    (tmp_path / "r.csv").write_text("name,a\nx,60\nx,60\ny,40\n")
    ran = program("score", tmp_path / "r.rubric", tmp_path / "r.csv")
    assert ran.records["y"]["results"]["place"] == 2


def test_numbers_are_one_key_however_they_are_written(program, tmp_path):
    (tmp_path / "r.rubric").write_text(
        "rubric r {\n  indicator p = a, max 100\n  record {\n    key nr integer\n"
        "    a number 0..100\n  }\n}\n"
    )
    (tmp_path / "r.csv").write_text("nr,a\n7,60\n7.0,60\n07,40\n70,1\n")
    ran = program("score", tmp_path / "r.rubric", tmp_path / "r.csv")
    assert set(ran.records) == {"7", "70"}


def test_an_empty_key_is_rejected(score):
    ran = score(HEAD + BODY + ",0,25,1,no\n")
    assert (ran.code, set(ran.records)) == (3, {"A"})
    assert "R0141" in ran.err


@pytest.mark.parametrize(
    "word",
    [
        *("合计", "总计", "小计", "合 计", "合计：", "合计（3家）", "华东区小计", "平均", "平均值"),
        *("合計", "總計：", "合计数", "合计3家", "共计 12 户", "合计人数", "合计金额", "中位数"),
        *("total", "Total:", "TOTAL", "Grand Total", "subtotal", "Sub-total", "sum", "Average"),
    ],
)
def test_a_line_of_totals_is_no_record(score, word):
    ran = score(f"{HEAD}{BODY}{word},5,43.5,1700000,\n")
    assert (ran.code, set(ran.records)) == (3, {"A"})
    assert "R0142" in ran.err
    assert "R0105" not in ran.err


@pytest.mark.parametrize(
    "key", ["合计公司", "合计家具", "Total SA", "Summers", "小计算", "平均分公司", "T"]
)
def test_other_keys_are_no_totals(score, key):
    ran = score(f"{HEAD}{key},0,25,1,no\n")
    assert (ran.code, set(ran.records)) == (0, {key})


def test_a_total_beside_an_empty_key_is_no_record(score):
    ran = score("序号," + HEAD + "1," + BODY + "合计,,5,43.5,17,\n")
    assert (ran.code, set(ran.records)) == (3, {"A"})
    assert "R0142" in ran.err


@pytest.mark.parametrize("line", ["制表人：张三,,,,", "数据来源于财务部,,,,", "制表人：张三"])
def test_a_line_with_nothing_but_its_first_cell_is_no_record(score, line):
    ran = score(f"{HEAD}{BODY}{line}\n")
    assert (ran.code, set(ran.records)) == (3, {"A"})
    assert "R0143" in ran.err
    assert "faults: the whole row: 1 note, no record (R0143)" in ran.err


def test_the_rejects_can_be_mended_and_scored_again(score, tmp_path, program):
    bad = HEAD + 'A,0,25,1,no\nB,x,250,"=1+1",no\n\nC,0,25,-2,maybe\n'
    ran = score(bad, options=("--rejects", "rejects.csv"))
    assert ran.code == 3
    rows = rejects(tmp_path)
    assert list(rows[0])[:9] == [
        *("file", "line", "row", "id", "field", "value", "expected", "code", "message")
    ]
    assert list(rows[0])[9:] == ["编号", "逾期天数", "毛利率", "销售额", "造假"]
    assert [(r["file"], r["line"], r["row"], r["id"], r["field"], r["code"]) for r in rows] == [
        ("a.csv", "3", "2", "B", "days_late", "R0101"),
        ("a.csv", "3", "2", "B", "margin", "R0105"),
        ("a.csv", "3", "2", "B", "sales", "R0101"),
        ("a.csv", "5", "3", "C", "fraud", "R0108"),
    ]
    assert (rows[0]["逾期天数"], rows[0]["毛利率"], rows[3]["造假"]) == ("x", "250", "maybe")
    assert "faults: days_late: 1 not a number (R0101);" in ran.err
    text = (tmp_path / "rejects.csv").read_text("utf-8-sig")
    (tmp_path / "again.csv").write_text(text.replace("maybe", "no"), "utf-8")
    again = program("score", "s.rubric", "again.csv", "--duplicates", "keep")
    assert again.records["C"]["total"] == 20


def test_a_column_of_the_input_that_is_named_like_ours_gives_way(score, tmp_path):
    content = "row,message," + HEAD + "9,hi,A,x,25,1,no\n"
    score(content, options=("--rejects", "rejects.csv"))
    (row,) = rejects(tmp_path)
    assert (row["row"], row["in_row"], row["in_message"]) == ("1", "9", "hi")


def test_a_short_row_says_which_columns_are_missing(score):
    ran = score(HEAD + "A,0,25\n")
    assert "row 1, line 2 of a.csv (A): the whole row: R0114" in ran.err
    assert "`销售额`, `造假` are missing" in ran.err


GROWTH = REPORTED / "24-xlsx-cells" / "last.rubric"


def test_77_our_own_results_are_a_last_period_whatever_signs_their_keys_begin_with(
    program, tmp_path
):
    folder = REPORTED / "77-key-signs"
    first = program(
        *("score", GROWTH, folder / "r.csv", "--last", folder / "last.csv"),
        *("--keep-columns", "-o", tmp_path / "kept.csv"),
    )
    assert first.code == 0, first.err
    for last in (tmp_path / "kept.csv", folder / "kept.csv"):
        third = program("score", GROWTH, folder / "r.csv", "--last", last)
        assert {one["total"] for one in third.records.values()} == {10}, third.err
        assert "4 of 4 keys matched the last period" in third.err


@pytest.mark.parametrize("end", ["csv", "xlsx"])
def test_24_how_many_keys_of_the_last_period_match_is_said(program, end):
    folder = REPORTED / "24-xlsx-cells"
    ran = program("score", GROWTH, folder / f"this.{end}", "--last", folder / "last.csv")
    if ran.records.get("0007", {}).get("total") == 20:
        assert "1 of 1 keys matched" in ran.err
    else:
        assert "0 of 1 keys matched" in ran.err


def test_keys_without_a_match_are_named_on_both_sides(program, tmp_path):
    (tmp_path / "now.csv").write_text("shop,sales\n0007,150\n8,1\n")
    (tmp_path / "last.csv").write_text("shop,sales\n7,100\n8,1\n")
    ran = program("score", GROWTH, tmp_path / "now.csv", "--last", tmp_path / "last.csv")
    assert "note[U0165]: 1 of 2 keys matched the last period" in ran.err
    assert "without a match are `0007`; the last period has `7`, `8`" in ran.err


def test_the_last_period_may_end_with_a_total(program, tmp_path):
    (tmp_path / "now.csv").write_text("shop,sales\n8,1\n")
    (tmp_path / "last.csv").write_text("shop,销售额（元）,sales\n8,1,1\n合计,1,1\n")
    ran = program("score", GROWTH, tmp_path / "now.csv", "--last", tmp_path / "last.csv")
    assert ran.code == 0, ran.err


LATE = "编号,名称,逾期天数（天）\nA,North,0\nB,South,3\n合计,,3\n"
GAIN = "名称,编号,毛利率(%)\nSouth,B,5\nNorth,A,25\n,D,30\n"
FRAUD = "编号,造假\nA,no\nB,no\nD,no\n"


def test_files_with_different_columns_are_not_scored_one_after_the_other(score):
    ran = score(LATE, GAIN, FRAUD)
    assert (ran.code, ran.out) == (2, "")
    assert "U0162" in ran.err
    assert "`--join`" in ran.err


def test_absent_columns_do_not_make_them_records_of_their_own(score):
    ran = score(LATE, GAIN, FRAUD, options=("--absent", "blank"))
    assert (ran.code, ran.out) == (2, "")
    assert "`--join`" in ran.err


def test_join_scores_each_supplier_once(score, tmp_path):
    ran = score(LATE, GAIN, FRAUD, options=("--join", "--rejects", "rejects.csv"))
    assert ran.code == 3, ran.err
    assert {key: one["total"] for key, one in ran.records.items()} == {"A": 20, "B": 0, "D": 13}
    assert "U0164" in ran.err
    (total,) = rejects(tmp_path)
    assert (total["code"], total["file"], total["line"]) == ("R0142", "a.csv", "4")


def test_join_finds_contradictions_and_double_keys(score):
    late = "编号,毛利率(%),逾期天数（天）\nB,5,4\nA,25,0\nD,30,1\n"
    ran = score(LATE, late, FRAUD, options=("--join",))
    assert ran.code == 2
    assert "U0163" in ran.err
    assert "`逾期天数（天）` of the key `B`: `3` in `a.csv`, `4` in `b.csv`" in ran.err
    ran = score(LATE, GAIN, FRAUD + "A,yes\n", options=("--join",))
    assert ran.records["A"]["total"] == 20
    assert "row 5, line 5 of c.csv (A): the whole row: R0140" in ran.err


def test_join_needs_keys_and_files(score):
    assert "U0163" in score(LATE, options=("--join",)).err
    ran = score(LATE, "毛利率\n5\n", options=("--join",))
    assert "`b.csv` has no column of the key" in ran.err
    assert ran.code == 2


def test_the_order_of_the_joined_files_changes_nothing_but_the_order(score):
    one = score(LATE, GAIN, FRAUD, options=("--join",)).records
    other = score(FRAUD, LATE, GAIN, options=("--join",)).records
    assert {k: r["scores"] for k, r in one.items()} == {k: r["scores"] for k, r in other.items()}


def test_a_name_from_python_that_says_another_unit_is_a_fault():
    rubric = load_text(RUBRIC)
    values = {"编号": "A", "逾期天数（天）": 0, "毛利率(%)": 25, "造假": False}
    assert rubric.score(values).total == 20
    with pytest.raises(RecordError) as raised:
        rubric.score({**values, "销售额(元)": 5})
    assert [fault.code for fault in raised.value.rejection.faults] == ["R0144"]


@pytest.mark.parametrize(
    ("unit", "cells", "told"),
    [
        ("in %", ["0.5%", "0.5", "18"], ["1 with % (such as 0.5%)", "0.5 as 0.5%, not 50%"]),
        ("in %", ["18", "0.25", "30"], ["2 plain above 1 (such as 18)", "0.25 as 0.25%, not 25%"]),
        ("", ["50%", "0.5", "0.4"], ["2 plain up to 5 (such as 0.5)", "0.5 as 50%, not 0.5%"]),
        ("", ["18", "0.5"], ["18 as 1800%, not 18%"]),
        ("in %", ["18%", "18", "25"], []),
        ("in %", ["0.5", "0.1"], []),
        ("", ["0.5", "0.1", "0"], []),
        ("", ["0.8", "1.28"], []),
        ("", ["15%", "20%"], []),
        ("", ["12", "15", "8"], ["all 3 numbers", "12 as 1200%, not 12%"]),
        ("0..10000%", ["12", "15", "8"], ["12 as 1200%, not 12%"]),
        ("in %", ["0.12", "0.3", "0.15"], ["no number", "0.12 as 0.12%, not 12%"]),
        ("0..11% in %", ["0.12", "0.3", "0.15"], []),
    ],
)
def test_percentages_written_in_several_ways_are_noticed(program, tmp_path, unit, cells, told):
    (tmp_path / "r.rubric").write_text(
        "rubric r {\n  indicator p of m, max 1 {\n    >= 10% : 1\n    < 10% : 0\n  }\n"
        f"  record {{\n    key name text\n    m percent {unit}\n  }}\n}}\n"
    )
    lines = "".join(f"k{number},{cell}\n" for number, cell in enumerate(cells))
    (tmp_path / "r.csv").write_text(f"name,m\n{lines}")
    ran = program("score", tmp_path / "r.rubric", tmp_path / "r.csv")
    assert ran.code == 0, ran.err
    assert ("U0166" in ran.err) is bool(told), ran.err
    for words in told:
        assert words in ran.err


def test_a_heading_that_says_percent_leaves_no_doubt(score):
    ran = score("编号,逾期天数,毛利率(%),造假\nA,0,25,no\nB,0,0.5,no\n")
    assert "U0166" not in ran.err


def test_a_reading_that_the_range_excludes_is_rejected(program, tmp_path):
    (tmp_path / "r.rubric").write_text(
        "rubric r {\n  indicator p = m, max 1\n  record {\n    m percent 0..100%\n  }\n}\n"
    )
    (tmp_path / "r.csv").write_text("m\n0.5\n18\n50%\n")
    ran = program("score", tmp_path / "r.rubric", tmp_path / "r.csv")
    assert (ran.code, len(ran.out.splitlines())) == (3, 2)
    assert "R0105" in ran.err


def test_cr_is_quoted_and_neutralised_in_every_delimited_output(program, tmp_path):
    (tmp_path / "r.rubric").write_text(
        "rubric r {\n  indicator p = a, max 50\n  record {\n    key name text\n"
        "    a number 0..50\n  }\n}\n"
    )
    (tmp_path / "good.csv").write_bytes((HOSTILE / "cr.csv").read_bytes().replace(b"60", b"40"))
    for end, sign in (("csv", ","), ("tsv", "\t")):
        out, bad = tmp_path / f"out.{end}", tmp_path / f"rejects.{end}"
        program("score", tmp_path / "r.rubric", tmp_path / "good.csv", "-o", out)
        program("score", tmp_path / "r.rubric", HOSTILE / "cr.csv", "--rejects", bad)
        printed = program("score", tmp_path / "r.rubric", tmp_path / "good.csv", "--to", end).out
        for text in (
            out.read_bytes().decode("utf-8-sig"),
            bad.read_bytes().decode("utf-8-sig"),
            printed,
        ):
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=sign))
            assert len(rows) == 2, text
            assert not any(
                line.startswith(("=", '"=')) for line in text.replace("\r", "\n").split("\n")
            )


def test_a_list_in_json_is_shown_as_it_stands(program, tmp_path):
    (tmp_path / "r.rubric").write_text(
        "rubric r {\n  indicator p = a, max 50\n  record {\n    key name text\n"
        "    a number 0..50\n  }\n}\n"
    )
    (tmp_path / "r.json").write_text(
        '[{"name": "A", "a": [1, {"b": 2.5}]}, {"name": "B", "a": {}}]'
    )
    ran = program("score", tmp_path / "r.rubric", tmp_path / "r.json")
    assert ran.code == 3
    assert '`[1, {"b": "2.5"}]` is not a single value' in ran.err
    assert "`{}` is not a single value" in ran.err
    assert "Members" not in ran.err


def test_why_says_what_the_record_lacks(score, program, tmp_path):
    ran = score(
        "编号,逾期天数,毛利率\nA,0,25\n", verb="why", options=("--row", "1", "--absent", "blank")
    )
    assert ran.code == 0
    assert "no column for `fraud`" in ran.err
    (tmp_path / "now.csv").write_text("shop,sales\n0007,150\n")
    (tmp_path / "last.csv").write_text("shop,sales\n7,100\n")
    ran = program(
        *("why", GROWTH, tmp_path / "now.csv", "--row", "1"), *("--last", tmp_path / "last.csv")
    )
    assert "0 of 1 keys matched" in ran.err


# units that people state above the table, and in headings of several files


@pytest.mark.parametrize(
    "title", ["台账 单位：元", "（金额单位：亿元、%）", "单位:千元", "单位：美元", "(in 元)"]
)
def test_a_unit_above_the_table_that_contradicts_the_amounts_ends_the_run(score, title):
    ran = score(title + "\n" + HEAD + BODY)
    assert (ran.code, "U0160" in ran.err, "`销售额`" not in ran.out) == (2, True, True)


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("台账（单位：万元）", HEAD),
        ("编制单位：某某公司", HEAD),
        ("单位：元", HEAD.replace("销售额", "销售额(万元)")),
    ],
)
def test_a_unit_above_the_table_that_fits_is_read_over(score, title, head):
    ran = score(title + "\n" + head + BODY)
    assert (ran.code, set(ran.records)) == (0, {"A"})


LAST = """\
rubric r {
  indicator a of x - last x, max 10 {
    >= 5 : 10
    < 5 : 0
  }
  record {
    key id text
    x number 0..100000, and last year "上年x"
  }
}
"""


@pytest.mark.parametrize(
    ("now", "last", "code"),
    [
        ("x(元)", "x(万元)", 2),
        ("x（元）", "x(人民币)", 0),
        ("x(天)", "x (days)", 0),
        ("x", "x(万元)", 0),
    ],
)
def test_headings_of_one_field_name_one_unit_in_all_files(tmp_path, program, now, last, code):
    (tmp_path / "r.rubric").write_text(LAST, "utf-8")
    (tmp_path / "now.csv").write_text(f"id,{now}\n1,16\n", "utf-8")
    (tmp_path / "last.csv").write_text(f"台账\nid,{last}\n1,6\n", "utf-8")
    files = [tmp_path / name for name in ("r.rubric", "now.csv", "last.csv")]
    ran = program("score", files[0], files[1], "--last", files[2])
    assert (ran.code, "U0160" in ran.err) == (code, code == 2)
    assert code or "U0170" in ran.err
    last_column = f"id,{now},上年{last}\n1,16,6\n"
    files[1].write_text(last_column, "utf-8")
    assert program("score", files[0], files[1]).code == code
