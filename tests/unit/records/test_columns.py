from fractions import Fraction

import pytest

from scorelang.model.fields import Field, FieldType
from scorelang.model.types import DAYS, MONEY
from scorelang.records.absent import Absent, Expected
from scorelang.records.columns import match_columns, name_columns
from scorelang.records.unreadable import UnreadableInput

SALES = Field(
    "sales",
    FieldType.MONEY,
    label="销售额",
    unit=MONEY,
    scale=Fraction(10_000),
    unit_text="万元",
    also=("turnover (万元)",),
)
DAYS_LATE = Field("days_late", FieldType.INTEGER, label="逾期天数", unit=DAYS, unit_text="天")
MARGIN = Field("margin", FieldType.PERCENT, label="毛利率", scale=Fraction(1, 100), unit_text="%")
RATIO = Field("ratio", FieldType.PERCENT, label="回款率")
UNITS = (SALES, DAYS_LATE, MARGIN, RATIO)
RATE = Field("rate", FieldType.PERCENT, label="退货率", required=True)
FIELDS = (SALES, RATE)


@pytest.mark.parametrize(
    "written",
    [
        "sales",
        " SALES ",
        "ｓａｌｅｓ",
        "销售额",
        "销售额（万元）",
        "销售额(万元)",
        "销售 额",
        "销售额\n（万元）",
        "ＳＡＬＥＳ　（万元）",
        "sales (万元)",
        "Sales[万元]",
        "销售额（单位：万元）",
        "turnover",
        "TURNOVER(万元)",
    ],
)
def test_columns_are_matched_by_name_label_and_alias(written):
    assert match_columns((written, "rate"), FIELDS, "f.csv").places == (0, 1)


@pytest.mark.parametrize(
    ("column", "number"),
    [
        ("逾期天数(天)", 1),
        ("逾期\n天数（天）", 1),
        ("days_late (days)", 1),
        ("毛利率（%）", 2),
        ("毛利率%", 2),
        ("毛利率（百分比）", 2),
        ("回款率", 3),
    ],
)
def test_the_unit_of_the_field_is_taken_off_a_heading(column, number):
    places = match_columns((column,), UNITS, "f.csv").places
    assert [place for place, at in enumerate(places) if at == 0] == [number]


@pytest.mark.parametrize(
    "column",
    ["销售额(元)", "销售额（亿元）", "turnover (元)", "逾期天数(月)", "回款率(%)", "毛利率‰"],
)
def test_a_unit_that_contradicts_the_field_ends_the_run(column):
    with pytest.raises(UnreadableInput) as raised:
        match_columns((column,), UNITS, "f.csv")
    assert [found.code for found in raised.value.diagnostics] == ["U0160"]


@pytest.mark.parametrize("column", ["销售额(含税)", "销售额增长", "逾期(天)", "id"])
def test_other_words_in_a_heading_are_no_units(column):
    match = match_columns((column, "margin"), UNITS, "f.csv")
    assert match.places == (None, None, 1, None)


def test_two_columns_for_one_field_end_the_run():
    with pytest.raises(UnreadableInput) as raised:
        match_columns(("sales", "rate", "销售额"), FIELDS, "f.csv")
    (found,) = raised.value.diagnostics
    assert found.code == "U0106"
    assert "`sales` and `销售额`" in found.message


def test_an_absent_required_column_is_named_with_the_nearest():
    with pytest.raises(UnreadableInput) as raised:
        match_columns(("sales", "rat"), FIELDS, "f.csv")
    (found,) = raised.value.diagnostics
    assert found.code == "U0107"
    assert "`rate`" in found.message
    assert "`rat` → `rate`" in found.help
    assert "`sales`" in found.help


def test_unmatched_and_absent_columns_are_said_once():
    expected = Expected(frozenset({"sales", "rate"}), Absent(names=frozenset({"销售额"})))
    match = match_columns(("rate", "remark", ""), FIELDS, "f.csv", expected)
    assert match.carried == ((1, "remark"), (2, "column 3"))
    assert [found.code for found in match.notices] == ["U0121", "U0122"]
    assert all(found.severity.value == "note" for found in match.notices)


def test_no_column_at_all_is_an_error_that_lists_what_was_expected():
    with pytest.raises(UnreadableInput) as raised:
        match_columns(("a", "b"), (SALES,), "f.csv")
    assert raised.value.diagnostics[0].code == "U0110"
    with pytest.raises(UnreadableInput) as raised:
        match_columns(("sales;rate",), FIELDS, "f.csv")
    assert "`;`" in raised.value.diagnostics[0].help


def test_the_id_is_the_key_or_the_column_of_that_name():
    key = Field("customer", FieldType.TEXT, is_key=True)
    assert match_columns(("ID", "rate"), FIELDS, "f").id_place == 0
    assert match_columns(("id", "rate", "customer"), (key, *FIELDS), "f").id_place == 2
    assert match_columns(("rate",), FIELDS, "f").id_place is None


def test_a_name_wins_over_the_label_of_another_field():
    first = Field("a", FieldType.TEXT, label="b")
    second = Field("b", FieldType.TEXT)
    assert match_columns(("b", "a"), (first, second), "f").places == (1, 0)


def test_names_of_columns_become_unique():
    assert name_columns(["a", "a", "", " b "]) == ("a", "a (2)", "column 3", "b")
