"""Tables as people have them: signs between cells, titles, sheets, workbooks of others."""

import io

import pytest
import xlsxwriter

from scorelang.records.xlsx_parts import MOST_IN_A_TAG, TooLarge, _pieces
from tests.trials.cells_program import HOSTILE, REPORTED, Program

COMMAS = REPORTED / "25-decimal-comma"
RUBRIC = """\
rubric r "R" {
  total 0..20
  indicator speed of days, max 20 {
    <= 3 : 20
    > 3  : 0
  }
  result days_are = days
  result sales_are = sales
  record {
    key supplier text "供应商"
    days integer >= 0 "交货天数"
    sales number >= 0
  }
}
"""


@pytest.fixture
def run(capfdbinary):
    return Program(capfdbinary)


@pytest.fixture
def score(run, tmp_path):
    """Score a text, bytes or a function that fills a workbook."""

    def start(content, *options, name="r.csv", rubric=RUBRIC):
        (tmp_path / "r.rubric").write_text(rubric, "utf-8")
        path = tmp_path / name
        if callable(content):
            path = path.with_suffix(".xlsx")
            with xlsxwriter.Workbook(path) as book:
                content(book)
        elif isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content, "utf-8", newline="")
        return run("score", tmp_path / "r.rubric", path, "--to", "jsonl", *options)

    return start


# 25-decimal-comma: what parts cells and decimals


@pytest.mark.parametrize("file", ["pipe.csv", "sep.csv", "sepc.csv", "t.csv", "t.tsv"])
def test_the_sign_between_cells_is_found(run, file):
    found = run.score(COMMAS, "big.rubric", file)
    assert found.records["A"]["total"] == 50


def test_decimal_commas_are_read_where_people_say_so(run):
    found = run.score(COMMAS, "a.rubric", "semi.csv", "--decimal", "comma").records
    assert [line["scores"]["exam"] for line in found.values()] == [18.5, 7.25, 9.125, 12]


def test_decimal_commas_are_never_guessed(run):
    found = run.score(COMMAS, "a.rubric", "semi.csv")
    assert list(found.records) == ["D"]
    assert found.code == 3
    assert found.err.count("`--decimal comma`") == 3


@pytest.mark.parametrize(("file", "scored"), [("sales.csv", []), ("sales2.csv", ["J"])])
def test_only_numbers_with_one_reading_are_scored(run, file, scored):
    assert list(run.score(COMMAS, "big.rubric", file).records) == scored


def test_with_decimal_commas_points_part_thousands(run):
    found = run.score(COMMAS, "big.rubric", "sales.csv", "--decimal", "comma").records
    totals = {key: line["total"] for key, line in found.items()}
    assert totals == {"A": 50, "B": 50, "C": 0, "D": 50, "E": 100, "F": 50, "G": 50, "H": 0}


def test_with_decimal_points_commas_part_thousands(run):
    found = run.score(COMMAS, "big.rubric", "sales2.csv", "--decimal", "point").records
    assert {key: line["total"] for key, line in found.items()} == {
        "B": 0,
        "C": 50,
        "H": 100,
        "J": 100,
    }


@pytest.mark.parametrize(
    ("cells", "scored"),
    [
        ("1,250;7,125", []),  # thousands, or decimals: nobody knows
        ("1,250;12.5", ["A", "B"]),  # a point parts decimals, so commas part thousands
        ("1,250;12", ["B"]),
        ("1,250,000;12", ["A", "B"]),
        ("1,250.5;7,125", ["A", "B"]),
    ],
)
def test_semicolons_make_commas_doubtful(score, cells, scored):
    first, second = cells.split(";")
    text = f"supplier;days;sales\nA;2;{first}\nB;2;{second}\n"
    assert list(score(text).records) == scored
    assert list(score(text, "--decimal", "point").records) == ["A", "B"]


def test_a_cover_sheet_may_be_shorter_than_the_line_of_the_headings(score):
    def fill(book):
        book.add_worksheet("cover").write(0, 0, "rating")
        page = book.add_worksheet("data")
        page.write_row(3, 0, ["supplier", "days", "sales"])
        page.write_row(4, 0, ["A", 2, 7])

    assert list(score(fill, "--header-row", "4").records) == ["A"]
    assert score(fill, "--header-row", "7").code == 2


@pytest.mark.parametrize("sign", ["semicolon", ";", "tab", "bar", "|", "~"])
def test_the_sign_between_cells_can_be_said(score, sign):
    real = {"semicolon": ";", "tab": "\t", "bar": "|"}.get(sign, sign)
    text = f"supplier{real}days{real}sales\nA{real}2{real}7\n"
    assert score(text, "--delimiter", sign).records["A"]["total"] == 20


@pytest.mark.parametrize("sign", ["word", "", '"', "ab"])
def test_what_cannot_part_cells_is_refused(score, sign):
    assert score("supplier,days,sales\nA,2,7\n", "--delimiter", sign).code == 2


# the row of the headings


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_titles_above_the_headings_are_skipped_and_said(score, sign):
    text = f"2024 rating{sign}{sign}\n\nby the credit office{sign}{sign}\n"
    text += f"supplier{sign}days{sign}sales\nA{sign}2{sign}7\n"
    found = score(text)
    assert found.records["A"]["total"] == 20
    assert "U0170" in found.err
    assert "line 4" in found.err
    assert "2024 rating" in found.err


def test_the_line_of_the_headings_can_be_said(score):
    text = "supplier,days,sales\nold,1,1\nsupplier,days,sales\nA,2,7\n"
    assert list(score(text, "--header-row", "3").records) == ["A"]
    found = score(text, "--header-row", "9")
    assert found.code == 2
    assert "U0171" in found.err


def test_headings_below_twenty_lines_are_not_looked_for(score):
    found = score("x,,\n" * 20 + "supplier,days,sales\nA,2,7\n")
    assert found.code == 2


def test_remarks_below_the_table_are_left_out(score):
    text = "supplier,days,sales\nA,2,7\nB,9,7\nsigned,,\n,,\n"
    assert list(score(text, "--skip-last", "1").records) == ["A", "B"]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_titles_do_not_hide_the_encoding(score, encoding):
    text = "供方评价表,,\n\n供应商,交货天数,sales\n宝钢,2,7\n"
    assert score(text.encode(encoding)).records["宝钢"]["total"] == 20


def test_options_of_tables_do_not_go_with_json(score):
    found = score('[{"supplier": "A"}]', "--header-row", "2", name="r.json")
    assert found.code == 2
    assert "--header-row" in found.err


def test_the_first_byte_that_is_no_text_is_named(score):
    found = score(b"supplier,days,sales\nA,2,7\nB\xff,2,7\n", "--encoding", "utf-8")
    assert found.code == 2
    assert "line 3, column 2 holds the byte FF" in found.err


# 30-xlsx-merged, 31-xlsx-formulas, 24-xlsx-cells: workbooks


def test_titles_cover_sheets_and_headings_with_line_breaks(run):
    folder = REPORTED / "30-xlsx-merged"
    title = run.score(folder, "a.rubric", "title.xlsx")
    assert {key: line["total"] for key, line in title.records.items()} == {"A": 10, "B": 10}
    assert "2024 supplier rating" in title.err
    two = run.score(folder, "a.rubric", "two.xlsx")
    assert {key: line["total"] for key, line in two.records.items()} == {"A": 10, "B": 10}
    assert "U0173" in two.err
    assert "`Data`" in two.err


def test_a_formula_without_a_result_is_no_blank(run):
    found = run.score(REPORTED / "31-xlsx-formulas", "a.rubric", "nov.xlsx")
    assert "cached" not in found.records
    assert "the cell B2 holds a formula without a stored result" in found.err
    assert "the cell B4 shows the error `#DIV/0!`" in found.err


def test_zeros_in_front_belong_to_a_text(run):
    folder = REPORTED / "24-xlsx-cells"
    found = run.score(folder, "last.rubric", "this.xlsx", "--last", folder / "last.csv").records
    assert found["0007"]["total"] == 20
    assert run.score(folder, "a.rubric", "a.xlsx").records["0007"]["results"] == {
        "rate_is": 0.125,
        "opened_is": "2024-01-31",
        "amount_is": 1234.5,
        "n_is": 3,
        "flag_is": True,
    }


def sheet(book, *rows, name=None):
    page = book.add_worksheet(name)
    page.write_row(0, 0, ["supplier", "days", "sales"])
    for number, row in enumerate(rows, 1):
        page.write_row(number, 0, row)
    return page


@pytest.mark.parametrize(
    "shown", ['#,##0.00"万"', "0.00,", "0.0,,", '0"天"', '0!.0,"万"', "[$€-2] 0", '0.0"%"', "0-00"]
)
def test_a_format_that_shows_another_number_is_rejected(score, shown):
    def fill(book):
        page = sheet(book, ["A", 2, 7])
        page.write_number("C2", 12345, book.add_format({"num_format": shown}))

    found = score(fill)
    assert found.records == {}
    assert "R0117" in found.err
    assert "C2" in found.err


@pytest.mark.parametrize(
    "shown",
    ["0.00", "#,##0", "0.00_);[Red]\\(0.00\\)", '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', "@"],
)
def test_a_format_that_shows_the_number_is_read(score, shown):
    def fill(book):
        page = sheet(book, ["A", 2, 7])
        page.write_number("C2", 0, book.add_format({"num_format": shown}))

    assert score(fill).records["A"]["results"]["sales_are"] == 0


def test_hidden_rows_are_scored_and_counted(score):
    def fill(book):
        page = sheet(book, ["A", 2, 7], ["B", 2, 7], ["C", 2, 7])
        page.set_row(1, None, None, {"hidden": True})
        page.set_row(3, None, None, {"hidden": True})
        page.set_row(9, None, None, {"hidden": True})

    found = score(fill)
    assert list(found.records) == ["A", "B", "C"]
    assert "U0174" in found.err
    assert "2 hidden rows" in found.err


def test_a_cell_under_no_heading_rejects_its_row(score):
    found = score(lambda book: sheet(book, ["A", 2, 7], ["B", 2, 7, "", "?"]))
    assert list(found.records) == ["A"]
    assert "R0113 the cell E3 stands under no heading" in found.err


def test_a_sheet_with_the_same_headings_is_not_passed_over_in_silence(score):
    def fill(book):
        book.add_worksheet("cover").write(0, 0, "supplier rating")
        sheet(book, ["A", 2, 7], name="January")
        sheet(book, ["B", 2, 7], name="February")

    found = score(fill)
    assert list(found.records) == ["A"]
    assert "`February` has the same headings" in found.err
    assert list(score(fill, "--sheet", "February").records) == ["B"]


def test_a_heading_merged_over_two_rows_is_read(score):
    def fill(book):
        page = book.add_worksheet()
        page.merge_range("A1:A2", "supplier")
        page.merge_range("B1:C1", "in the year")
        page.write_row(1, 1, ["days", "sales"])
        page.write_row(2, 0, ["A", 2, 7])

    assert score(fill).records["A"]["total"] == 20


# hostile


@pytest.mark.parametrize("file", ["far.xlsx", "bad.parquet"])
def test_a_file_that_cannot_be_read_ends_the_run_with_its_name(run, file):
    found = run("score", HOSTILE / "small.rubric", HOSTILE / file, "--absent", "blank")
    assert found.code == 2
    assert file in found.err
    assert ("U0175" if file == "far.xlsx" else "U0120") in found.err


def test_a_merge_over_a_whole_sheet_takes_no_time(run):
    found = run("score", HOSTILE / "small.rubric", HOSTILE / "merge.xlsx")
    assert found.code == 3
    assert "R0118" in found.err


def test_a_tag_without_end_is_refused_in_no_time():
    content = b'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>' + b"x" * 2 * MOST_IN_A_TAG
    with pytest.raises(TooLarge):
        list(_pieces(io.BytesIO(content)))
