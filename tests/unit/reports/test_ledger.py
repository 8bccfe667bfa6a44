"""The ledger: what was given, which rule applied, what it counts; it adds up."""

from fractions import Fraction

from scorelang.reports.ledger import LineKind, make_ledger
from scorelang.reports.results_table import render_results
from scorelang.reports.terminal import render_ledger
from tests.unit.reports.made_outcomes import MISSING, NOT_RATABLE, RUBRIC, SCORED, VALUES


def ledger(outcome=SCORED, lang="en"):
    return make_ledger(outcome, VALUES, RUBRIC, lang=lang)


def line(name, kind=LineKind.INDICATOR):
    return next(one for one in ledger().lines if one.name == name and one.kind is kind)


def test_what_children_count_adds_up_to_their_group():
    inside = [one for one in ledger().lines if one.depth == 1]
    subtotal = line("payment", LineKind.SUBTOTAL)
    assert sum(one.counts for one in inside) == subtotal.points == Fraction("37.5")


def test_top_level_lines_add_up_to_the_total():
    tops = {LineKind.INDICATOR, LineKind.SUBTOTAL, LineKind.ADJUSTMENT}
    top = [one for one in ledger().lines if one.depth == 0 and one.kind in tops]
    assert sum(one.counts for one in top) == line("total", LineKind.TOTAL).points


def test_what_was_given_is_shown_as_it_would_be_written():
    assert line("punctuality").given == (("逾期", "0 天"),)
    assert line("terms").given == (("terms", "现金"),)
    assert line("margin_points").given == (("margin", "21%"),)


def test_labels_stand_for_names():
    assert line("punctuality").label == "付款"
    assert line("margin_points").label == "margin_points"


def test_the_page_says_grade_overrides_and_results():
    page = render_ledger(ledger(), RUBRIC)
    assert page.startswith("供应商评价 version 2025 · record 0001 (row 1)\n")
    assert "grade: B, before overrides A (by the line `>= 85`)" in page
    assert "overrides: 异常 [cap]: A → B (no better than B · 查处)" in page
    assert "limit: 0.34" in page
    assert "left open by missing values: veto_x" in page
    assert "\x1b" not in page


def test_the_page_speaks_chinese():
    page = render_ledger(ledger(lang="zh"), RUBRIC, lang="zh")
    assert "货款 小计" in page
    assert "等级: B, 调整前 A" in page


def test_a_record_that_is_not_ratable_says_why():
    page = render_ledger(ledger(NOT_RATABLE), RUBRIC)
    assert "not ratable: 经营未满一年" in page


def test_results_of_several_records_are_a_table_of_fixed_width():
    page = render_results([SCORED, NOT_RATABLE, MISSING], RUBRIC)
    assert page == render_results([SCORED, NOT_RATABLE, MISSING], RUBRIC)
    assert "0001" in page
    assert "#2" in page
    assert "87.5" in page
    assert "margin_points," in page


def test_values_that_no_line_shows_are_listed():
    assert ledger().given == (("price", "100 元"),)
    assert "other data: price = 100 元" in render_ledger(ledger(), RUBRIC)


def test_colour_is_only_where_it_is_wanted():
    assert "\x1b[" in render_ledger(ledger(), RUBRIC, color=True)
