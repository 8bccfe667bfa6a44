"""The unit in a heading, and how it stands to a field."""

from fractions import Fraction

import pytest

from scorelang.model.fields import Field, FieldType
from scorelang.model.heading_units import Fit, Heading, fit_of, split_heading, unit_as_written
from scorelang.model.types import DAYS, MONEY, MONTHS, Unit

SALES = Field("sales", FieldType.MONEY, unit=MONEY)
IN_WAN = Field("sales", FieldType.MONEY, unit=MONEY, scale=Fraction(10_000), unit_text="万元")
RATE = Field("rate", FieldType.PERCENT)
IN_PERCENT = Field("rate", FieldType.PERCENT, scale=Fraction(1, 100), unit_text="%")
DUE = Field("due", FieldType.PERIOD, unit=DAYS)
AGE = Field("age", FieldType.PERIOD, unit=MONTHS, scale=Fraction(12), unit_text="年")
COUNT = Field("count", FieldType.INTEGER)
TONS = Field("tons", FieldType.NUMBER, unit=Unit((("kg", 1),)), unit_text="kg")
NAME = Field("name", FieldType.TEXT)


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        ("逾期天数（天）", "逾期天数", "天"),
        ("sales (万元)", "sales", "万元"),
        ("销售额\n（ 万元 ）", "销售额", "万元"),
        ("销售额(含税)(万元)", "销售额(含税)", "万元"),
        ("销售额（万元，含税）", "销售额(含税)", "万元"),
        ("金额【单位：万元】", "金额", "万元"),
        ("金额(RMB 万元)", "金额", "RMB 万元"),
        ("rate  (％)", "rate", "%"),
        ("毛利率%", "毛利率", "%"),
        ("rate in %", "rate", "%"),
        ("weight (kg)", "weight", "kg"),
        ("销售额(含税)", "销售额(含税)", None),
        ("score (1-5)", "score (1-5)", None),
        ("value (int)", "value (int)", None),
        ("销售额(1月)", "销售额(1月)", None),
        ("(%)", "(%)", None),
    ],
)
def test_a_heading_is_parted_into_its_name_and_its_unit(text, name, unit):
    assert split_heading(text) == Heading(name, unit)


def test_a_unit_of_the_field_alone_is_a_unit_too():
    assert split_heading("load (MT)", "MT") == Heading("load", "MT")
    assert split_heading("load (MT)") == Heading("load (MT)")


@pytest.mark.parametrize(
    ("unit", "field", "fit"),
    [
        ("元", SALES, Fit.FITS),
        ("RMB", SALES, Fit.FITS),
        ("万元", SALES, Fit.CONTRADICTS),
        ("分", SALES, Fit.CONTRADICTS),
        ("%", SALES, Fit.CONTRADICTS),
        ("USD", SALES, Fit.CONTRADICTS),
        ("月", SALES, Fit.NONE),
        ("万元", IN_WAN, Fit.FITS),
        ("人民币万元", IN_WAN, Fit.FITS),
        ("万", IN_WAN, Fit.FITS),
        ("10 thousand yuan", IN_WAN, Fit.NONE),
        ("元", IN_WAN, Fit.CONTRADICTS),
        ("%", RATE, Fit.CONTRADICTS),
        ("percent", IN_PERCENT, Fit.FITS),
        ("‰", IN_PERCENT, Fit.CONTRADICTS),
        ("天", DUE, Fit.FITS),
        ("月", DUE, Fit.CONTRADICTS),
        ("years", AGE, Fit.FITS),
        ("月", AGE, Fit.CONTRADICTS),
        ("天", COUNT, Fit.FITS),
        ("万元", COUNT, Fit.FITS),
        ("kg", TONS, Fit.FITS),
        ("吨", TONS, Fit.CONTRADICTS),
        ("万元", NAME, Fit.NONE),
        (None, SALES, Fit.NONE),
    ],
)
def test_a_unit_fits_a_field_or_contradicts_it(unit, field, fit):
    assert fit_of(unit, field) is fit


def test_a_unit_is_given_as_a_rubric_writes_it():
    assert unit_as_written("人民币万元") == "万元"
    assert unit_as_written("percent") == "%"
    assert unit_as_written("USD") is None
