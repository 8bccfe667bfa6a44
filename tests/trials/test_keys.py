"""A record has one key, whatever format it comes in; a line of totals has none anywhere."""

import datetime as dt
import io
import json
from decimal import Decimal
from fractions import Fraction

import polars as pl
import pytest
import xlsxwriter

from scorelang.api import RecordError, load_text
from tests.trials.cells_program import Program

RUBRIC = """\
rubric r {
  indicator pa of a, max 10 {
    >= 5 : 10
    < 5 : 0
  }
  total 0..10
  record {
    key code text
    a number
  }
}
"""
KEYLESS = """\
评分标准 无键 {
  指标 规模 按 x，满分 10 {
    100以上：10
    不满100：0
  }
  总分 0~10
  数据项 {
    x 数值
    地区 文字
    档 大 | 小 | 合计
  }
}
"""


@pytest.fixture
def program(capfdbinary):
    return Program(capfdbinary)


@pytest.fixture
def score(tmp_path, program, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "r.rubric").write_text(RUBRIC, "utf-8")

    def start(files, *options):
        for name, content in files.items():
            data = content if isinstance(content, bytes) else content.encode()
            (tmp_path / name).write_bytes(data)
        return program("score", "r.rubric", *files, *options)

    return start


def workbook(key):
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["code", "a"])
        sheet.write_row(1, 0, [key, 7])
    return stream.getvalue()


def parquet(key):
    stream = io.BytesIO()
    pl.DataFrame({"code": [key], "a": [7]}).write_parquet(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("key", "typed", "written"),
    [
        ("2", [2, 2.0, Decimal("2.00"), Fraction(2)], ["2", "2.0", "2.00", "2e0", '"2"']),
        ("2.5", [2.5, Decimal("2.50")], ["2.5", "2.50", '"2.5"']),
        ("1000", [1000, 1e3], ["1e3", "1000.0", "1000"]),
        ("0007", ["0007"], ['"0007"']),
        ("123456789012345", [123456789012345, 123456789012345.0], ["123456789012345.0"]),
        ("-3", [-3, -3.0], ["-3", "-3.0"]),
        ("0", [0, -0.0], ["0", "0.0", "-0.0"]),
    ],
)
def test_a_key_is_the_same_in_every_format(score, key, typed, written):
    rubric = load_text(RUBRIC)
    assert list(score({"r.csv": f"code,a\n{key},7\n"}).records) == [key]
    for number in written:
        assert list(score({"r.json": f'[{{"code": {number}, "a": 7}}]'}).records) == [key]
        assert list(score({"r.jsonl": f'{{"code": {number}, "a": 7}}\n'}).records) == [key]
    for value in typed:
        assert rubric.score({"code": value, "a": 7}).id == key
        if isinstance(value, Fraction):
            continue
        frame = pl.DataFrame({"code": [value], "a": [7]})
        assert rubric.score_frame(frame)["id"].to_list() == [key]
        assert list(score({"r.parquet": parquet(value)}).records) == [key]
        if not isinstance(value, Decimal):
            assert list(score({"r.xlsx": workbook(value)}).records) == [key]


def test_a_column_id_names_records_in_the_same_way(score):
    for key in ("2", "2.0", '"2"'):
        ran = score({"r.json": f'[{{"id": {key}, "a": 7}}]'})
        assert list(ran.records) == ["2"]


def test_a_key_that_lost_digits_is_rejected_everywhere(score):
    for content in ("12345678901234567.0", "1.2345678901234567e16"):
        ran = score({"r.json": f'[{{"code": {content}, "a": 7}}]'})
        assert (ran.code, "R0119" in ran.err) == (3, True)
    assert "R0119" in score({"r.xlsx": workbook(12345678901234567)}).err
    assert "R0119" in score({"r.parquet": parquet(12345678901234567.0)}).err
    with pytest.raises(RecordError, match="15 digits"):
        load_text(RUBRIC).score({"code": 12345678901234567.0, "a": 7})
    exact = score({"r.json": '[{"code": 12345678901234567, "a": 7}]'})
    assert list(exact.records) == ["12345678901234567"]


def test_the_same_key_in_two_formats_is_one_key(score):
    ran = score({"r.csv": "code,a\n2,7\n", "r.json": '[{"code": 2.0, "a": 7}]'})
    assert "R0140" in ran.err
    assert list(ran.records) == ["2"]


def test_files_of_several_formats_are_joined_on_the_value_of_the_key(score, tmp_path):
    two = RUBRIC.replace("a number", "a number\n    b number").replace("of a,", "= a + b,")
    two = two.replace("max 10 {\n    >= 5 : 10\n    < 5 : 0\n  }", "max 20")
    two = two.replace("0..10", "0..20").replace("number", "number 0..10")
    (tmp_path / "r.rubric").write_text(two, "utf-8")
    ran = score({"r.csv": "code,a\n2,7\n", "s.json": '[{"code": 2.0, "b": 1}]'}, "--join")
    assert ran.records["2"]["total"] == 8
    (tmp_path / "r.rubric").write_text(two.replace("key code text", "key code integer"), "utf-8")
    ran = score({"r.csv": "code,a\n02,7\n", "s.csv": "code,b\n2,1\n"}, "--join")
    assert [one["total"] for one in ran.records.values()] == [8]


def test_joined_files_agree_on_a_number_however_it_is_written(score):
    ran = score({"r.csv": "code,a\n2,7\n", "s.json": '[{"code": 2, "a": 7.0}]'}, "--join")
    assert (ran.code, ran.records["2"]["total"]) == (0, 10)
    ran = score({"r.csv": "code,a\n2,7\n", "s.json": '[{"code": 2, "a": 7.5}]'}, "--join")
    assert "`7` in `r.csv`, `7.5` in `s.json`" in ran.err


def test_raters_of_several_formats_rate_one_record(score, tmp_path):
    text = RUBRIC.replace("a number", "a rating 1..10 rated by several")
    (tmp_path / "r.rubric").write_text(text, "utf-8")
    ran = score({"li.csv": "code,a\n2,4\n", "wu.json": '[{"code": 2.0, "a": 8}]'}, "--rater-files")
    assert list(ran.records) == ["2"]
    assert ran.records["2"]["total"] == 10


def test_the_last_period_is_found_by_the_value_of_the_key(score, tmp_path):
    text = RUBRIC.replace("a number", "a number and last year").replace("of a,", "of last a,")
    (tmp_path / "r.rubric").write_text(text, "utf-8")
    (tmp_path / "last.csv").write_text("code,a\n2,9\n", "utf-8")
    ran = score({"r.json": '[{"code": 2.0, "a": 1}]'}, "--last", "last.csv")
    assert ran.records["2"]["total"] == 10


TABLE = "x,地区,单位,档\n200,华东,甲,大\n300,华南,乙,合计\n"


@pytest.mark.parametrize(
    "line",
    [
        "500,,合计,",
        "500,合计,,",
        "500,合计,,大",
        "120万,,总计：,",
        "500,,合计 3 家,",
        "合计,,500,",
        "500,,小计,大",
        "500,total,,",
        ",合计,,",
    ],
)
def test_a_line_of_totals_is_none_in_any_column_where_there_is_no_key(score, tmp_path, line):
    (tmp_path / "r.rubric").write_text(KEYLESS, "utf-8")
    ran = score({"r.csv": TABLE + line + "\n"}, "--lang", "en")
    assert "row 3, line 4 of r.csv: the whole row: R0142" in ran.err
    assert [one["total"] for one in ran.records.values()] == [10, 10]


@pytest.mark.parametrize("line", ["500,华北,丙,合计", "500,华北,合计表,大", "500,总计划部,,大"])
def test_a_word_that_may_be_a_value_is_no_total(score, tmp_path, line):
    (tmp_path / "r.rubric").write_text(KEYLESS, "utf-8")
    ran = score({"r.csv": TABLE + line + "\n"})
    assert (ran.code, len(ran.records)) == (0, 3)


def test_totals_in_a_workbook_without_a_key(score, tmp_path):
    (tmp_path / "r.rubric").write_text(KEYLESS, "utf-8")
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(
            [["x", "地区", "档"], [200, "华东", "大"], [700, "合  计", None]]
        ):
            sheet.write_row(number, 0, row)
    ran = score({"r.xlsx": stream.getvalue()})
    assert "R0142" in ran.err
    assert len(ran.records) == 1


GROWING = """\
评分标准 增长 {
  指标 规模 按 x 的增长率，满分 10 {
    10%以上：10
    不满10%：0
  }
  总分 0~10
  数据项 {
    编号 代码 文字
    x 数值 及上期 "上年x"
  }
}
"""


def test_a_mapping_names_one_unit_for_the_numbers_of_one_field(score, tmp_path):
    rubric = load_text(GROWING)
    mixed = {"代码": "1", "x(元)": 200, "上年x(万元)": 5}
    with pytest.raises(RecordError, match="上年x"):
        rubric.score(mixed)
    assert rubric.score({"代码": "1", "x(元)": 200, "上年x(元)": 100}).total == 10
    assert rubric.score({"代码": "1", "x(元)": 200, "上年x": 100}).total == 10
    (tmp_path / "r.rubric").write_text(GROWING, "utf-8")
    ran = score({"r.json": json.dumps([mixed])})
    assert "[U0160]" in ran.err
    with pytest.raises(ValueError, match="上年x"):
        rubric.score_frame(pl.DataFrame([mixed]))


def test_a_date_is_a_key_as_it_is_written_in_iso(score):
    day = dt.date(2024, 1, 31)
    assert load_text(RUBRIC).score({"code": day, "a": 7}).id == "2024-01-31"
    assert list(score({"r.parquet": parquet(day)}).records) == ["2024-01-31"]
