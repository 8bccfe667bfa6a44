import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorelang.model.fields import Category, Fault, Field, FieldType
from scorelang.model.types import DAYS, MONEY, MONTHS
from scorelang.numeric.interval import Grid, Interval
from scorelang.records.cells import make_cell_reader, read_cell
from scorelang.records.trouble import PercentCell

HUNDREDTH = Fraction(1, 100)
NUMBER = Field("x", FieldType.NUMBER)
INTEGER = Field("x", FieldType.INTEGER, grid=Grid(Fraction(1)))
PERCENT = Field("x", FieldType.PERCENT)
PERCENT_COLUMN = Field("x", FieldType.PERCENT, scale=HUNDREDTH, unit_text="%")
MONEY_FIELD = Field("x", FieldType.MONEY, unit=MONEY)
WAN = Field("x", FieldType.MONEY, unit=MONEY, scale=Fraction(10_000), unit_text="万元")
PERIOD_DAYS = Field("x", FieldType.PERIOD, unit=DAYS)
PERIOD_MONTHS = Field("x", FieldType.PERIOD, unit=MONTHS)
PERIOD_YEARS = Field("x", FieldType.PERIOD, unit=MONTHS, scale=Fraction(12), unit_text="年")
TEXT = Field("x", FieldType.TEXT)
YES_NO = Field("x", FieldType.YES_NO)
DATE = Field("x", FieldType.DATE)
CATEGORY = Field(
    "x",
    FieldType.CATEGORY,
    categories=(Category("domestic", "内销", ("home",)), Category("export", "外销"), Category("1")),
)


@pytest.mark.parametrize(
    ("field", "cell", "value"),
    [
        (NUMBER, "12", Fraction(12)),
        (NUMBER, " 12 ", Fraction(12)),
        (NUMBER, "\u300012\u00a0", Fraction(12)),
        (NUMBER, "１２", Fraction(12)),
        (NUMBER, "－１２．５", Fraction(-25, 2)),
        (NUMBER, "+12.50", Fraction(25, 2)),
        (NUMBER, "0.1", Fraction(1, 10)),
        (NUMBER, "12,000", Fraction(12_000)),
        (NUMBER, "1,234,567.89", Fraction(123_456_789, 100)),
        (NUMBER, "１２，０００", Fraction(12_000)),
        (NUMBER, "9" * 40, Fraction(10**40 - 1)),
        (NUMBER, "0." + "1" * 39, Fraction(int("1" * 39), 10**39)),
        (INTEGER, "12.0", Fraction(12)),
        (INTEGER, "-3", Fraction(-3)),
        (PERCENT, "0.2", Fraction(1, 5)),
        (PERCENT, "20%", Fraction(1, 5)),
        (PERCENT, "２０％", Fraction(1, 5)),
        (PERCENT_COLUMN, "12.5", Fraction(1, 8)),
        (PERCENT_COLUMN, "12.5%", Fraction(1, 8)),
        (MONEY_FIELD, "1200", Fraction(1200)),
        (MONEY_FIELD, "¥1,200", Fraction(1200)),
        (MONEY_FIELD, "￥1,200.50", Fraction(240_100, 200)),
        (MONEY_FIELD, "-¥5", Fraction(-5)),
        (MONEY_FIELD, "¥-5", Fraction(-5)),
        (MONEY_FIELD, "1,200元", Fraction(1200)),
        (MONEY_FIELD, "120万", Fraction(1_200_000)),
        (MONEY_FIELD, "1.5亿元", Fraction(150_000_000)),
        (WAN, "499.5", Fraction(4_995_000)),
        (WAN, "120万", Fraction(1_200_000)),
        (WAN, "1,200元", Fraction(1200)),
        (PERIOD_DAYS, "30", Fraction(30)),
        (PERIOD_DAYS, "30天", Fraction(30)),
        (PERIOD_DAYS, "30 days", Fraction(30)),
        (PERIOD_MONTHS, "6个月", Fraction(6)),
        (PERIOD_MONTHS, "2年", Fraction(24)),
        (PERIOD_YEARS, "1.5", Fraction(18)),
        (TEXT, " 0001 ", "0001"),
        (TEXT, "Ａ１", "Ａ１"),
        (CATEGORY, "domestic", "domestic"),
        (CATEGORY, " 内销 ", "domestic"),
        (CATEGORY, "home", "domestic"),
        (DATE, "2024-01-31", dt.date(2024, 1, 31)),
        (DATE, "2024/1/31", dt.date(2024, 1, 31)),
        (DATE, "2024年1月31日", dt.date(2024, 1, 31)),
        (DATE, "２０２４年１月３１日", dt.date(2024, 1, 31)),
        (YES_NO, "Yes", True),
        (YES_NO, "TRUE", True),
        (YES_NO, "1", True),
        (YES_NO, "是", True),
        (YES_NO, "no", False),
        (YES_NO, "False", False),
        (YES_NO, "０", False),
        (YES_NO, "否", False),
        (NUMBER, "", None),
        (NUMBER, "   ", None),
        (TEXT, "", None),
        (CATEGORY, "\t", None),
    ],
)
def test_each_text_has_one_reading(field, cell, value):
    assert read_cell(field, cell) == value
    assert type(read_cell(field, cell)) is type(value)


@pytest.mark.parametrize(
    ("field", "cell", "code"),
    [
        (NUMBER, "abc", "R0101"),
        (NUMBER, "1e3", "R0101"),
        (NUMBER, "1e999", "R0101"),
        (NUMBER, "1E-5", "R0101"),
        (NUMBER, "NaN", "R0103"),
        (NUMBER, "-Infinity", "R0103"),
        (NUMBER, "inf", "R0103"),
        (NUMBER, "12,00", "R0101"),
        (NUMBER, "1,2345", "R0101"),
        (NUMBER, ",123", "R0101"),
        (NUMBER, "1,,000", "R0101"),
        (NUMBER, "12,5", "R0101"),
        (NUMBER, ".5", "R0101"),
        (NUMBER, "5.", "R0101"),
        (NUMBER, "1.2.3", "R0101"),
        (NUMBER, "1 000", "R0101"),
        (NUMBER, "--5", "R0101"),
        (NUMBER, "15%", "R0101"),
        (NUMBER, "¥1,200", "R0101"),
        (NUMBER, "1,200元", "R0101"),
        (NUMBER, "120万", "R0101"),
        (NUMBER, "30天", "R0101"),
        (NUMBER, "N/A", "R0101"),
        (NUMBER, "٣", "R0101"),
        (NUMBER, "²", "R0101"),
        (NUMBER, "0x10", "R0101"),
        (NUMBER, "9" * 41, "R0102"),
        (NUMBER, "9" * 1000, "R0102"),
        (NUMBER, "1" * 30 + "." + "1" * 11, "R0102"),
        (MONEY_FIELD, "-¥-5", "R0101"),
        (MONEY_FIELD, "15%", "R0101"),
        (WAN, "¥1,200", "R0101"),
        (PERCENT, "¥5", "R0101"),
        (INTEGER, "12.5", "R0104"),
        (CATEGORY, "Domestic", "R0107"),
        (CATEGORY, "other", "R0107"),
        (YES_NO, "maybe", "R0108"),
        (YES_NO, "2", "R0108"),
        (DATE, "31.1.2024", "R0109"),
        (DATE, "2024-1/31", "R0109"),
        (DATE, "20240131", "R0109"),
        (DATE, "2024-02-30", "R0110"),
        (DATE, "2023年2月29日", "R0110"),
        (DATE, "2024-13-01", "R0110"),
        (TEXT, "a\0b", "R0112"),
    ],
)
def test_each_other_text_is_a_fault(field, cell, code):
    fault = read_cell(field, cell)
    assert isinstance(fault, Fault)
    assert fault.code == code
    assert fault.field == "x"
    assert fault.value in cell + "…"


@pytest.mark.parametrize(
    ("field", "cell", "value"),
    [
        (NUMBER, 3, Fraction(3)),
        (NUMBER, 0.1, Fraction(1, 10)),
        (NUMBER, 1e20, Fraction(10**20)),
        (NUMBER, 1e-7, Fraction(1, 10**7)),
        (NUMBER, Decimal("1E+2"), Fraction(100)),
        (NUMBER, Decimal("0E+500"), Fraction(0)),
        (NUMBER, Fraction(1, 3), Fraction(1, 3)),
        (INTEGER, 12.0, Fraction(12)),
        (WAN, 499.5, Fraction(4_995_000)),
        (PERCENT, 0.2, Fraction(1, 5)),
        (PERCENT_COLUMN, 12.5, Fraction(1, 8)),
        (PERCENT_COLUMN, PercentCell(0.125), Fraction(1, 8)),
        (PERCENT, PercentCell(0.125), Fraction(1, 8)),
        (TEXT, 17.0, "17"),
        (TEXT, Decimal("1.50"), "1.50"),
        (TEXT, dt.date(2024, 1, 31), "2024-01-31"),
        (CATEGORY, 1.0, "1"),
        (CATEGORY, 1, "1"),
        (YES_NO, True, True),
        (YES_NO, 0.0, False),
        (DATE, dt.date(2024, 1, 31), dt.date(2024, 1, 31)),
        (DATE, dt.datetime(2024, 1, 31), dt.date(2024, 1, 31)),  # noqa: DTZ001
        (NUMBER, None, None),
        (TEXT, None, None),
    ],
)
def test_typed_values_are_read_by_value(field, cell, value):
    assert read_cell(field, cell) == value
    assert type(read_cell(field, cell)) is type(value)


@pytest.mark.parametrize(
    ("field", "cell", "code"),
    [
        (NUMBER, float("nan"), "R0103"),
        (NUMBER, float("inf"), "R0103"),
        (NUMBER, Decimal("NaN"), "R0103"),
        (NUMBER, Decimal("1e999999999"), "R0102"),
        (NUMBER, Decimal("1e-999999999"), "R0102"),
        (NUMBER, 1e300, "R0102"),
        (NUMBER, 10**41, "R0102"),
        pytest.param(NUMBER, 10**5000, "R0102", id="endless"),
        (NUMBER, True, "R0101"),
        (NUMBER, dt.date(2024, 1, 2), "R0101"),
        (NUMBER, PercentCell(0.125), "R0101"),
        (NUMBER, [1], "R0112"),
        (NUMBER, {"a": 1}, "R0112"),
        (NUMBER, b"12", "R0112"),
        (NUMBER, 1 + 2j, "R0101"),
        (INTEGER, 12.5, "R0104"),
        (TEXT, True, "R0112"),
        (TEXT, 1.234567890123457e18, "R0119"),
        (CATEGORY, 2, "R0107"),
        (YES_NO, 2, "R0108"),
        (YES_NO, dt.date(2024, 1, 2), "R0112"),
        (DATE, 45322.0, "R0109"),
        (DATE, dt.datetime(2024, 1, 31, 12), "R0109"),  # noqa: DTZ001
        (DATE, dt.time(12), "R0109"),
        (DATE, True, "R0112"),
    ],
)
def test_other_typed_values_are_faults(field, cell, code):
    fault = read_cell(field, cell)
    assert isinstance(fault, Fault)
    assert fault.code == code


class Scalar:
    """A scalar as array libraries have them."""

    def item(self):  # noqa: D102  named by its libraries
        return 12


def test_scalars_of_array_libraries_give_their_value():
    assert read_cell(NUMBER, Scalar()) == 12


def test_a_blank_is_missing_only_where_the_field_does_not_say_more():
    assert read_cell(Field("x", FieldType.NUMBER, blank_means=Fraction(0)), " ") == 0
    assert read_cell(Field("x", FieldType.NUMBER, blank_also=("n/a", "无")), " n/a ") is None
    assert read_cell(Field("x", FieldType.YES_NO, blank_means=False), "") is False
    assert read_cell(Field("x", FieldType.NUMBER, required=True), "").code == "R0111"
    assert read_cell(Field("x", FieldType.NUMBER, required=True), None).code == "R0111"


@pytest.mark.parametrize(
    ("domain", "inside", "outside", "said"),
    [
        (Interval(Fraction(0), Fraction(100)), ["0", "100"], ["-0.001", "100.1"], "from 0 to 100"),
        (Interval(Fraction(0), None), ["0"], ["-1"], "at least 0"),
        (Interval(None, Fraction(5)), ["5", "-9"], ["5.1"], "at most 5"),
        (Interval(Fraction(0), None, low_open=True), ["0.1"], ["0"], "above 0"),
        (Interval(None, Fraction(5), high_open=True), ["4.9"], ["5"], "below 5"),
        (Interval(Fraction(0), Fraction(1), True, True), ["0.5"], ["0", "1"], "above 0 to below 1"),
    ],
)
def test_the_domain_is_checked_and_said(domain, inside, outside, said):
    field = Field("x", FieldType.NUMBER, domain=domain)
    assert all(isinstance(read_cell(field, cell), Fraction) for cell in inside)
    for cell in outside:
        fault = read_cell(field, cell)
        assert fault.code == "R0105"
        assert said in fault.expected
        assert said in fault.message


def test_limits_are_said_in_the_unit_of_the_column():
    money = Field(
        "sales",
        FieldType.MONEY,
        unit=MONEY,
        scale=Fraction(10_000),
        unit_text="万元",
        domain=Interval(Fraction(0), Fraction(50_000_000)),
    )
    assert read_cell(money, "5001").expected == "an amount in 万元 from 0 to 5000"
    percent = Field(
        "rate",
        FieldType.PERCENT,
        scale=HUNDREDTH,
        unit_text="%",
        domain=Interval(Fraction(0), Fraction(1)),
    )
    assert read_cell(percent, "100") == 1
    assert read_cell(percent, "101").expected == "a percentage in % from 0 to 100"


def test_a_plain_number_far_above_a_ratio_is_explained():
    field = Field("rate", FieldType.PERCENT, domain=Interval(Fraction(0), Fraction(1)))
    assert "`15%`" in read_cell(field, "15").message


def test_the_grid_is_checked():
    field = Field("x", FieldType.NUMBER, grid=Grid(Fraction(1, 2)))
    assert read_cell(field, "2.5") == Fraction(5, 2)
    assert read_cell(field, "2.4").code == "R0106"
    assert "steps of 0.5" in read_cell(field, "2.4").expected


def test_an_unknown_category_is_answered_with_a_proposal():
    assert "did you mean `domestic`" in read_cell(CATEGORY, "domestik").message
    assert "write `domestic`" in read_cell(CATEGORY, "DOMESTIC").message
    assert read_cell(CATEGORY, "zzz").expected == "one of domestic (内销), export (外销), 1"


def test_long_and_hidden_texts_are_shown_safely():
    fault = read_cell(NUMBER, "x" * 100_000)
    assert len(fault.value) < 1100
    assert len(fault.message) < 200
    assert "\u202e" not in read_cell(NUMBER, "1\u202e2").message
    assert read_cell(NUMBER, "\ud800").value == "\ufffd"


def test_what_is_remembered_does_not_grow_without_bounds():
    read = make_cell_reader(NUMBER)
    assert [read(str(n)) for n in range(10_000)] == list(range(10_000))
    assert read("7") == 7


@given(st.text(max_size=30))
def test_every_text_gives_a_value_or_a_fault(text):
    for field in (NUMBER, INTEGER, PERCENT, WAN, PERIOD_DAYS, TEXT, YES_NO, DATE, CATEGORY):
        found = read_cell(field, text)
        assert found is None or isinstance(found, (Fraction, bool, str, dt.date, Fault))


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15))
def test_a_float_reads_like_its_text_of_fifteen_digits(x):
    found = read_cell(NUMBER, x)
    assert isinstance(found, Fault) or found == Fraction(x if x.is_integer() else f"{x:.15g}")


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 14))
def test_fifteen_digits_survive_a_float(n, places):
    value = Fraction(n, 10**places)
    assert read_cell(NUMBER, float(value)) == value


def test_noise_behind_the_fifteenth_digit_is_no_value():
    assert read_cell(NUMBER, 0.29 * 100) == 29
    assert read_cell(NUMBER, 0.1 + 0.2) == Fraction("0.3")


@pytest.mark.parametrize("number", [2.0**53 + 2, 1.2345678901234568e16, 1e17 + 16])
def test_a_float_that_lost_whole_digits_is_a_fault(number):
    found = read_cell(NUMBER, number)
    assert isinstance(found, Fault)
    assert (found.code, found.value) == ("R0119", str(int(number)))


@pytest.mark.parametrize("number", [10.0**15, 2.0**53 - 1, 1e18, 2.5e20])
def test_a_long_float_whose_digits_are_all_there_is_read(number):
    assert read_cell(NUMBER, number) == int(Decimal(repr(number)))


@pytest.mark.parametrize(
    "text",
    ["0,125", "00,125", "000,125", "-0,125", "0,80", "18,5", "1234,567", "1.234,50", "1.2.3"],
)
def test_a_comma_is_never_guessed_to_be_a_decimal_comma(text):
    found = read_cell(NUMBER, text)
    assert isinstance(found, Fault)
    assert ("--decimal comma" in found.message) is (text != "1.2.3")


@pytest.mark.parametrize("text", ["-", "N/A", "/", "暂无"])
@pytest.mark.parametrize("field", [NUMBER, YES_NO, DATE, CATEGORY])
def test_what_stands_for_an_empty_cell_is_told_how_to_be_declared(field, text):
    found = read_cell(field, text)
    assert isinstance(found, Fault)
    assert f'blank also "{text}"' in found.message


@given(st.integers(-(10**20), 10**20), st.integers(0, 19))
def test_a_plain_decimal_reads_exactly(n, places):
    value = Fraction(n, 10**places)
    text = f"{Decimal(n).scaleb(-places):f}"
    assert read_cell(NUMBER, text) == value
    assert read_cell(WAN, text) == value * 10_000
