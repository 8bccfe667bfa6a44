"""How a number format shows a number, where that matters to its reading."""

import pytest

from scorelang.records.xlsx_formats import PLAIN, Padded, Percent, Strange, Yuan, read_format


@pytest.mark.parametrize(
    "code",
    [
        "General",
        "0",
        "#,##0.00",
        "0.00_);[Red]\\(0.00\\)",
        '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
        "yyyy-mm-dd",
        'yyyy"年"m"月"d"日"',
        "[h]:mm",
        "0.00E+00",
        "# ?/?",
        "@",
        "[DBNum1][$-804]General",
        "+0;-0;0",
        "0;-0;;@",
        ";;;",
        "#0000",
        '0.0" "',
    ],
)
def test_it_shows_what_is_stored(code):
    assert not read_format(code).matter


@pytest.mark.parametrize("code", ["0;0", "0%;0%", "0_);0_)", "0;;", "#,##0.00;#,##0.00;-"])
def test_a_number_below_zero_that_looks_like_another_one_is_strange(code):
    looks = read_format(code)
    assert looks.of(-29) == Strange(code)
    assert looks.of(29) != Strange(code)


@pytest.mark.parametrize("code", ["0;[Red]0", "0;(0)", "0_);[Color 10]0", "_-* 0_-;-* 0_-"])
def test_a_number_below_zero_may_be_told_by_its_colour_or_brackets(code):
    assert not read_format(code).matter


@pytest.mark.parametrize(
    ("code", "look"),
    [
        ("0%", Percent()),
        ("[$-804]0.00 %", Percent()),
        ("0000", Padded(4)),
        ("[Red]00", Padded(2)),
        ('"¥"#,##0.00', Yuan()),
        ("[$￥-804]#,##0", Yuan()),
    ],
)
def test_it_shows_a_sign_or_zeros(code, look):
    assert read_format(code).above == look


@pytest.mark.parametrize(
    "code",
    [
        '0.00"万"',
        "0.00,",
        "#,##0,,",
        "0!.0,",
        '0"."0000',
        '"$"#,##0',
        "[$€-2] #,##0",
        '0"天"',
        '0.0"%"',
        "0‰",
        '[>=10000]0.0,"万";0',
        'General"元"',
        "000-00-0000",
        '"No. "0000',
    ],
)
def test_it_shows_another_number(code):
    assert read_format(code).above == Strange(code)


def test_a_look_may_hold_for_some_numbers_only():
    looks = read_format('0;[Red]0"亏";"无"')
    assert looks.of(1) == PLAIN
    assert isinstance(looks.of(-1), Strange)
    assert isinstance(looks.of(0), Strange)
