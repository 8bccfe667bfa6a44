import datetime as dt
import io
import zipfile
from fractions import Fraction

import pytest
import xlsxwriter

from scorelang.model.fields import Field, FieldType, Record, Rejection
from scorelang.model.rubric import CheckedRubric
from scorelang.records.source import open_records
from scorelang.records.unreadable import UnreadableInput
from scorelang.records.xlsx_reader import place_name

NO = Field("no", FieldType.TEXT, is_key=True)
RATE = Field("rate", FieldType.PERCENT, scale=Fraction(1, 100), unit_text="%")
COUNT = Field("count", FieldType.INTEGER)
DUE = Field("due", FieldType.DATE)
OK = Field("ok", FieldType.YES_NO)
RUBRIC = CheckedRubric("r", (NO, RATE, COUNT, DUE, OK))


def opened(fill, **options):
    return open_records("-", RUBRIC, format="xlsx", stdin=io.BytesIO(workbook(fill)), **options)


def workbook(fill):
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        fill(book)
    return stream.getvalue()


def refusal(content, **options):
    with pytest.raises(UnreadableInput) as raised:
        list(open_records("-", RUBRIC, format="xlsx", stdin=io.BytesIO(content), **options))
    return raised.value.diagnostics[0]


def sheet_of(book, *rows):
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["no", "rate", "count", "due", "ok"])
    for number, row in enumerate(rows, start=1):
        sheet.write_row(number, 0, row)
    return sheet


def test_values_are_read_as_stored():
    def fill(book):
        day = book.add_format({"num_format": 'yyyy"年"m"月"d"日"'})
        sheet = sheet_of(book, ("0001", 12.5, 3, "", True))
        sheet.write_datetime(1, 3, dt.datetime(2024, 1, 31), day)  # noqa: DTZ001

    (found,) = opened(fill)
    values = {"no": "0001", "rate": Fraction(1, 8), "count": 3, "due": dt.date(2024, 1, 31)}
    assert found == Record(1, "0001", {**values, "ok": True})


@pytest.mark.parametrize("shown", ["0.00%", "0%", "0.0%;[Red]-0.0%"])
def test_a_percent_format_is_a_percent_sign(shown):
    def fill(book):
        percent = book.add_format({"num_format": shown})
        sheet = sheet_of(book, (1, "", "", "", ""), (2, "12.5%", "", "", ""), (3, "", 2, "", ""))
        sheet.write_number(1, 1, 0.125, percent)
        sheet.write_number(3, 2, 2, percent)

    first, second, third = opened(fill)
    assert first.values["rate"] == second.values["rate"] == Fraction(1, 8)
    assert isinstance(third, Rejection)
    assert third.faults[0].code == "R0101"
    assert third.faults[0].value == "200%"


def test_error_cells_and_empty_formulas_are_faults_and_stored_values_are_read():
    def fill(book):
        sheet = sheet_of(book, (1,), (2,), (3,))
        sheet.write_formula(1, 1, "=1/0", None, "#DIV/0!")
        sheet.write_formula(2, 1, "=1+1", None, 2)
        sheet.write_formula(3, 1, "=A1", None, "")

    first, second, third = opened(fill)
    assert [(fault.code, fault.value) for fault in first.faults] == [("R0117", "#DIV/0!")]
    assert second.values["rate"] == Fraction(2, 100)
    assert third.faults[0].message.startswith("the cell B4 holds a formula without a stored result")


def test_a_formula_without_a_stored_value_is_a_fault():
    def fill(book):
        sheet_of(book, (1, "")).write_formula(1, 1, "=1+1", None, 77)

    changed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook(fill))) as old,
        zipfile.ZipFile(changed, "w") as new,
    ):
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<v>77</v>", b""))
    changed.seek(0)
    (found,) = open_records("-", RUBRIC, format="xlsx", stdin=changed)
    assert [(fault.code, fault.value) for fault in found.faults] == [("R0117", "=1+1")]


def test_cells_under_a_merge_are_faults():
    def fill(book):
        sheet = sheet_of(book, (1, 5, 1, "", True), (2, "", 2, "", True))
        sheet.merge_range(1, 1, 2, 1, 5)

    first, second = opened(fill)
    assert first.values["rate"] == Fraction(5, 100)
    assert second.faults[0].code == "R0118"
    assert "B2" in second.faults[0].message


def test_a_header_merged_over_columns_is_refused():
    def fill(book):
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 0, 1, "no")
        sheet.write_row(0, 2, ["rate"])

    found = refusal(workbook(fill))
    assert found.code == "U0118"
    assert "A1:B1" in found.message


def test_a_title_merged_above_the_headings_is_skipped():
    def fill(book):
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 0, 4, "评价表")
        sheet.write_row(1, 0, ["no", "rate"])
        sheet.write_row(2, 0, ["a", 5])

    (found,) = opened(fill)
    assert found.id == "a"


def test_the_table_may_stand_anywhere_and_empty_rows_are_no_records():
    def fill(book):
        sheet = book.add_worksheet()
        sheet.write_row(3, 2, ["no", "count"])
        sheet.write_row(5, 2, ["a", 1])
        sheet.write_row(9, 2, ["b", 1.5])

    source = opened(fill)
    first, second = source
    assert (first.row, first.id, second.row, second.id) == (1, "a", 2, "b")
    assert second.faults[0].code == "R0104"
    assert list(source) == [first, second]


def test_a_sheet_is_chosen_by_name():
    def fill(book):
        book.add_chartsheet("Chart")
        book.add_worksheet("Other").write_row(0, 0, ["x"])
        book.add_worksheet("Data").write_row(0, 0, ["no", "count"])

    assert list(opened(fill, sheet="Data")) == []
    missing = refusal(workbook(fill), sheet="Date")
    assert missing.code == "U0112"
    assert "`Data`" in missing.help


def test_a_long_number_that_excel_has_cut_is_a_fault_in_a_text():
    (found,) = opened(lambda book: sheet_of(book, (110101199001011234, 1)))
    assert found.faults[0].code == "R0119"


def test_a_number_that_became_a_date_is_a_fault():
    def fill(book):
        sheet = sheet_of(book, (1,))
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_datetime(1, 2, dt.datetime(2024, 1, 2), day)  # noqa: DTZ001

    (found,) = opened(fill)
    assert "a date" in found.faults[0].message


@pytest.mark.parametrize("content", [b"no,rate\n", b"PK\x03\x04 nothing", b"\xd0\xcf\x11\xe0 old"])
def test_what_is_no_workbook_is_refused(content):
    assert refusal(content).code == "U0111"


def test_an_archive_that_is_no_workbook_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("a.txt", "x")
    assert refusal(stream.getvalue()).code == "U0111"


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
@pytest.mark.parametrize("content", [b"", b"<a", b"<?xml version='1.0' encoding='utf-99'?><a/>"])
def test_a_workbook_with_a_damaged_part_is_refused(part, content):
    stream = io.BytesIO()
    good = workbook(lambda book: sheet_of(book, (1, 2)))
    with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    assert refusal(stream.getvalue()).code in {"U0104", "U0111", "U0112"}


def test_an_empty_sheet_is_refused():
    assert refusal(workbook(lambda book: book.add_worksheet())).code == "U0104"


def test_cells_are_named_as_in_excel():
    assert [place_name(0, 0), place_name(2, 25), place_name(9, 26), place_name(0, 701)] == [
        "A1",
        "Z3",
        "AA10",
        "ZZ1",
    ]
