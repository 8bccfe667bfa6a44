"""Files of limits as people have them: titles above the headings, any encoding, other kinds."""

import io

import pytest
import xlsxwriter

from tests.trials.cells_program import Program

RUBRIC = """\
rubric ratios "Ratios by industry" {
  indicator quick "速动比率" of ratio, max 10, limits by industry from "l.csv", at least
  total 0..10
  record {
    industry 工业 | 农业
    ratio number >= 0
  }
}
"""
LOOKUP = """\
rubric blood {
  indicator haemoglobin of hb, max 6 by sex, limits from "l.csv"
  record {
    sex male | female
    hb number 0..30
  }
}
"""
TABLE = "行业,10,8,其余 0\n工业,1.00,0.80\n农业,0.90,0.70\n"
BLOOD = "points,male,female\n0,>= 13,>= 12\n1,>= 12,>= 10\n3,>= 10,-\n6,< 10,< 10\n"


@pytest.fixture
def program(capfdbinary):
    return Program(capfdbinary)


@pytest.fixture
def run(tmp_path, program, monkeypatch):
    """Score one record by a rubric with a file of limits."""
    monkeypatch.chdir(tmp_path)

    def start(content, rubric=RUBRIC, records="industry,ratio\n工业,0.85\n", verb="score"):
        (tmp_path / "r.rubric").write_text(rubric, "utf-8")
        (tmp_path / "l.csv").write_bytes(
            content if isinstance(content, bytes) else content.encode()
        )
        (tmp_path / "r.csv").write_text(records, "utf-8")
        rest = ("r.csv",) if verb == "score" else ()
        return program(verb, "r.rubric", *rest, "--lang", "en")

    return start


def total_of(ran):
    assert ran.code == 0, ran.err
    (one,) = ran.records.values()
    return one["total"]


@pytest.mark.parametrize(
    "above",
    [
        "标准值表\n",
        "标准值表,,,\n",
        "2024 年标准值\n\n",
        "标准值表,,,\n,,,单位：%\n".replace("单位：%", "（2024年版）"),
        "制表：风控部,,,\n",
        "\n\n",
        "标准值表（元）\n",
        "sep=,\n标准值表\n",
        "\ufeff标准值表\n",
    ],
)
def test_titles_above_the_headings_are_no_lines_of_the_table(run, above):
    assert total_of(run(above + TABLE)) == 8


@pytest.mark.parametrize("sign", [";", "\t", "|"])
def test_a_title_says_nothing_of_what_parts_the_cells(run, sign):
    assert total_of(run("标准值表\n" + TABLE.replace(",", sign))) == 8
    assert total_of(run("标准值，2024年版\n" + TABLE.replace(",", sign))) == 8


def test_a_lookup_may_have_a_title(run):
    ran = run("Blood, by sex,\n".replace(", ", " ") + BLOOD, LOOKUP, "sex,hb\nmale,11\n")
    assert ran.records[1]["scores"] == {"haemoglobin": 3}


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"]
)
def test_every_encoding_that_records_may_have(run, encoding):
    assert total_of(run(TABLE.encode(encoding))) == 8


def test_big5_is_told_from_gb18030_by_the_words_of_the_rubric(run):
    text = TABLE.replace("行业", "行業").replace("工业", "工業").replace("农业", "農業")
    text = text.replace("其余", "otherwise")
    rubric = RUBRIC.replace("工业", "工業").replace("农业", "農業")
    ran = run(text.encode("big5"), rubric, "industry,ratio\n工業,0.85\n")
    assert total_of(ran) == 8


def test_a_unit_above_the_table_is_not_dropped(run):
    rubric = RUBRIC.replace("ratio number", "ratio money")
    ran = run("标准值表\n单位：万元,,,\n" + TABLE, rubric, verb="check")
    assert "[E0704]" in ran.output
    assert "l.csv:2:1" in ran.output
    assert "as in `100 万元`" in ran.output
    assert run("单位：元,,,\n" + TABLE, rubric, verb="check").code == 0


def test_a_heading_that_is_a_number_is_no_title(run):
    """A corner may be empty: the points of the only column are no title."""
    ran = run(",10\n工业,0.8\n农业,0.9\n", verb="check")
    assert "no line of `quick` takes `ratio` 0.5" in ran.output
    assert "l.csv:1:2" in ran.output


def test_headings_in_two_lines_are_said_where_they_stand(run):
    content = BLOOD.replace("points,male,female", "points,sex,\n,male,female")
    ran = run(content, LOOKUP, "sex,hb\nmale,11\n", verb="check")
    assert "l.csv:1:" in ran.output
    assert "a cell of this table is empty where something has to stand" in ran.output
    assert "cannot read ``" not in ran.output


def test_a_workbook_called_csv_is_called_a_workbook(run):
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        book.add_worksheet().write_row(0, 0, ["行业", 10, 8])
    ran = run(stream.getvalue(), verb="check")
    assert "`l.csv` is an Excel workbook, and a table for a rubric is a text file" in ran.output
    ran = run("<html><table></table></html>", verb="check")
    assert "`l.csv` is a web page" in ran.output


def test_what_is_below_the_table_is_said_with_its_line(run):
    ran = run(TABLE + "合计,1.9,1.5\n", verb="check")
    assert "l.csv:4:1" in ran.output
    assert ran.code == 1
