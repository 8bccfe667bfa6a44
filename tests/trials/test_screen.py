"""Tables on the screen lose no column in silence and mark what is open in its row."""

from pathlib import Path

import pytest

from scorelang.api import load_rubric, load_text
from scorelang.diagnostics.visible import count_columns
from scorelang.records.source import open_records
from scorelang.reports.results_table import render_results

CASES = Path(__file__).parent / "reported" / "78-table-drops-columns"


def table(rubric, records, **options):
    found = load_rubric(CASES / rubric)
    outcomes = list(found.score_records(open_records(CASES / records, found.checked)))
    return render_results(outcomes, found.checked, **options)


def test_five_results_have_five_columns():
    page = table("five.rubric", "f.csv")
    assert "credit limit" in page
    assert " 5" in page.splitlines()[2]


def test_nine_parts_have_nine_columns():
    head = table("nine.rubric", "r.csv").splitlines()[0].split()
    assert head == ["record", *(f"p{n}" for n in range(9)), "total"]


def test_what_does_not_fit_is_named_below_the_table():
    page = table("nine.rubric", "r.csv", width=40)
    shown, _, told = page.partition("no column here: ")
    assert told
    for name in (f"p{n}" for n in range(9)):
        assert (name in shown) != (name in told)
    assert "total" in shown
    assert max(map(len, page.splitlines())) <= 40


def test_an_undecided_veto_is_marked_in_its_row():
    first, second = table("und.rubric", "u.csv").splitlines()[2:4]
    assert "sanctioned" not in first
    assert "sanctioned" in second


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [20, 33, 60, 120])
def test_no_heading_is_broken_inside_a_word(lang, width):
    page = table("five.rubric", "f.csv", lang=lang, width=width)
    assert "credit" in page
    assert "limit" in page


RUBRIC = """\
rubric r {
  total 0..20
  group g "大类" {
    indicator a "甲" of x, max 10, if missing: leave out = x
    indicator b "supercalifragilistic_long_label" of y, max 10 = y
  }
  indicator supplementary "supercalifragilistic_second" of y, max 0 = 0
  grades { A >= 15
    B otherwise }
  cap c "封顶" when z : no better than B
  record { key id text
    x number 0..10
    y number 0..10
    z yes/no }
}
"""


def page_of(*records, **options):
    rubric = load_text(RUBRIC)
    outcomes = [rubric.score(record) for record in records]
    return render_results(outcomes, rubric.checked, **options)


def test_not_rated_and_capped_are_marked_by_their_labels():
    page = page_of({"id": "1", "x": None, "y": 10, "z": True})
    assert "not rated" in page
    assert "甲" in page
    assert "封顶 A→B" in page


def test_a_long_label_gives_way_to_a_short_name_and_names_can_be_asked_for():
    page = page_of({"id": "1", "x": 9, "y": 10, "z": False})
    assert "supplementary" in page.splitlines()[0]
    assert "supercalifragilistic_second" not in page
    assert "甲、" not in page
    asked = page_of({"id": "1", "x": 9, "y": 10, "z": False}, headings="names")
    assert asked.splitlines()[0].split()[:2] == ["record", "g"]


OPEN = """\
评分标准 客户 "客户" {
  总分 0~20
  指标 甲 "甲项得分" 按 x，满分 10，未填时：不计入 = x
  指标 乙 "乙项得分" 按 y，满分 10 = y
  等级 {
    AA 15以上
    B 其余
  }
  分类 段 "规模段" {
    大 当 部门 为 一
    小 其余
  }
  一票否决 偷税 "偷税漏税" 当 税 为 是：等级 B
  上限 诉讼 "重大诉讼" 当 诉 为 是：不优于 B
  数据项 { 编号 号 文字
    x 数值 0~10
    y 数值 0~10
    税 是否
    诉 是否
    部门 一 | 二 }
}
"""
NAMED = {"号": "一家名字特别长的有限责任公司", "x": 9, "y": 9, "诉": False, "部门": "一"}
WIDTHS = [20, 30, 40, 60, 80, 100, 120, 200]


def open_page(*records, **options):
    rubric = load_text(OPEN)
    outcomes = [rubric.score(record) for record in records]
    return render_results(outcomes, rubric.checked, lang="zh", **options)


@pytest.mark.parametrize("headings", ["labels", "names"])
@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_undecided_has_its_column_at_any_width(width, headings):
    page = open_page({**NAMED, "税": None}, {**NAMED, "税": False}, width=width, headings=headings)
    table, _, told = page.partition("此表未列")
    assert "未定" not in told
    said = "".join(table.split())  # a narrow cell is folded
    assert said.count("偷税" if width > 20 else "偷") == 1
    assert max(map(count_columns, page.splitlines())) <= width


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120])
def test_what_is_overridden_or_not_rated_is_marked_in_its_row_at_any_width(width):
    fine = {**NAMED, "税": False, "号": "好"}
    page = open_page(
        fine, {**fine, "号": "封", "诉": True}, {**fine, "号": "缺", "x": None}, width=width
    )
    rows = {line.split()[0]: line for line in page.splitlines()[2:] if line.startswith(" ")}
    told = page.partition("此表未列：")[2].replace("\n", "")
    for who, head, sign in (("封", "调整事项", "*"), ("缺", "未评分", "~")):
        assert (sign in rows[who]) == (head in told)
        assert sign not in rows["好"]
        assert (f"\n{sign} 有" in page) == (head in told)


def test_the_signs_stand_behind_the_record_where_there_is_no_grade():
    rubric = load_text(
        OPEN.replace("等级 {\n    AA 15以上\n    B 其余\n  }\n", "")
        .replace('一票否决 偷税 "偷税漏税" 当 税 为 是：等级 B\n', "")
        .replace('上限 诉讼 "重大诉讼" 当 诉 为 是：不优于 B\n', "")
    )
    outcome = rubric.score({**NAMED, "号": "缺", "x": None})
    page = render_results([outcome], rubric.checked, lang="zh", width=20)
    assert "缺~" in page


def test_a_grade_or_class_that_is_open_is_called_as_the_reader_calls_it():
    page = open_page({**NAMED, "y": None, "部门": None})
    assert "规模段" in page.splitlines()[2]
    graded = load_text(OPEN.replace("AA 15以上", "AA 当 税 为 是"))
    outcome = graded.score({**NAMED, "税": None})
    assert "等级" in render_results([outcome], graded.checked, lang="zh").splitlines()[2]
    assert "grade" not in render_results([outcome], graded.checked, lang="zh")
