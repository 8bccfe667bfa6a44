"""Cells that a spreadsheet would run, and those it would not."""

import pytest

from scorelang.records.results_values import NumberText
from scorelang.records.write_delimited import neutralise


def test_a_formula_behind_a_return_gets_an_apostrophe_too():
    assert neutralise("a\r=1") == "a\r'=1"
    assert neutralise("\r=1") == "'\r'=1"
    assert neutralise("a\r\n- b") == "a\r\n- b"


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+cmd|x",
        "-cmd",
        "@SUM(A1)",
        "\t=1",
        " =1",
        "＝1+1",
        "-1+1",
        "+86 139",
        "\n=x",
    ],
)
def test_a_formula_gets_an_apostrophe(cell):
    assert neutralise(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell", ["C001", "0001", "-5", "-12.50", "+3", "-5%", "1=2", "上海", NumberText("-0.5"), ""]
)
def test_anything_else_stays(cell):
    assert neutralise(cell) == cell


def test_nothing_is_an_empty_cell():
    assert neutralise(None) == ""
