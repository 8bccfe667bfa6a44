"""What ``why`` says beside the points: blanks, units, labels, open grades, days, refusals."""

import csv
import datetime as dt
import io
import json
import re
from fractions import Fraction

import pytest

from scorelang.api import load_text
from scorelang.cli.ledger_pages import render
from scorelang.diagnostics.visible import count_columns
from scorelang.profiling.pages import to_page
from scorelang.profiling.profile import make_profile
from scorelang.profiling.sample import Sample
from scorelang.records.cell_words import cell_words_of
from scorelang.records.mapping import MappingReader
from scorelang.records.result_headings import headings_of
from scorelang.records.results_layout import plan_results
from scorelang.records.source import open_records
from scorelang.records.write_results import open_results
from scorelang.reports.ledger import make_ledger
from tests.trials.test_why import why

BLANK = """\
rubric b {
  total 0..40
  indicator speed "Speed" of hours, max 20 {
    <= 24 : 20
    > 24 : 0
  }
  indicator other, max 20 = 20 - late
  record { key id text
    hours number 0..1000, blank means 100
    late integer 0..20, blank means 0, blank also "n/a"
    insured yes/no, blank means no
    kind big | small, blank means small }
}
"""


@pytest.mark.parametrize("cell", [None, "", "  "])
def test_a_blank_that_means_something_is_told_from_a_value_that_was_given(cell):
    shown = why(BLANK, {"hours": cell, "late": "n/a"})
    assert "hours = (empty, counts as 100)" in shown
    assert "late = (empty, counts as 0)" in shown
    assert "insured = (empty, counts as no), kind = (empty, counts as small)" in shown
    assert "hours = (空，视为 100)" in why(BLANK, {"hours": cell, "late": 1}, lang="zh")


def test_a_value_that_is_the_one_a_blank_means_was_given_all_the_same():
    record = {"hours": "100", "late": 0, "insured": "no", "kind": "small"}
    assert "counts as" not in why(BLANK, record)


def test_blanks_of_a_file_and_columns_that_are_absent_are_told_too(tmp_path):
    rubric = load_text(BLANK)
    path = tmp_path / "b.csv"
    path.write_text("id,hours,late\n1,,5\n2,100,n/a\n", "utf-8")
    found = open_records(path, rubric.checked)
    first, second = found
    assert (first.assumed, second.assumed) == (
        {"hours", "insured", "kind"},
        {"late", "insured", "kind"},
    )


GRADED = """\
评分标准 g {
  总分 0~10
  指标 甲 "甲项" = x
  等级 {
    A 当 部门 为 一 且 总分 不低于 5
    B 其余
  }
  分类 段 "规模段" {
    大 当 数 超过 5
    小 其余
  }
  档次 四档 {
    优 "优秀档" : 100%
    差 "较差档" : 0%
  }
  提示 关注 "关注名单" 当 x 不低于 9：提示 重点
  不予评级 当 x 低于 1 "数据不足"
  数据项 { x "甲项数据" 数值 0~10
    部门 "所在部门" 一 | 二
    数 "人数" 数值 0~10 }
}
"""


def test_a_grade_or_class_that_is_open_has_its_line_with_the_reason():
    shown = why(GRADED, {"x": 7, "部门": None, "数": None}, lang="zh")
    assert "\n等级: 未定 (`所在部门` is missing)\n" in shown
    assert "\n规模段: 未定 (`人数` is missing)\n" in shown
    assert "grade" not in shown


def test_a_flag_is_called_by_its_own_name():
    shown = why(GRADED, {"x": 9, "部门": "一", "数": 1}, lang="zh")
    assert "提示: 重点" in shown
    assert "关注名单 [提示]" in shown


def test_who_is_not_ratable_is_told_the_condition():
    shown = why(GRADED, {"x": 0, "部门": "一", "数": 1}, lang="zh")
    assert "不予评级: 数据不足 (x 低于 1)" in shown


UNITS = """\
rubric u {
  total 0..20
  let margin "Margin" = (price - cost) / price
  let target = by trade {
    home : 20%
    otherwise : 25%
  }
  indicator a of margin - target, max 20 {
    >= 0% : 20
    < 0% : 0
  }
  result avg = mean of margin, round 0.001
  result most = highest of sales
  result part = percent rank of total
  result place = rank of total, highest first
  not ratable when price < 2 "cheap"
  record { key id text
    price money > 0
    cost money >= 0
    sales money >= 0 in 万元
    trade home | away }
}
"""


def figures(price):
    rubric = load_text(UNITS)
    rows = [
        {"id": "1", "price": price, "cost": 1, "sales": "20", "trade": "home"},
        {"id": "2", "price": 10, "cost": 9, "sales": "30", "trade": "away"},
        {"id": "3", "price": 10, "cost": 5, "sales": "30", "trade": "away"},
    ]
    reader = MappingReader(rubric.checked)
    read = [reader.read(record, row) for row, record in enumerate(rows, 1)]
    first, *_ = rubric.score_records(read)
    ledger = make_ledger(first, read[0].values, rubric.checked)
    return render(ledger, rubric.checked, "table", lang="en", color=False, width=200).decode()


def test_values_over_all_records_are_in_the_unit_of_what_they_are_taken_of():
    shown = figures(10)
    assert "mean of margin = 50%" in shown
    assert "highest of sales = 30 万元" in shown
    assert "place: 1 (= rank of total, highest first)" in shown
    assert "avg: 0.5 (50%) (= mean of margin)" in shown
    assert "most: 30 万元 (= highest of sales)" in shown


def test_percentages_are_percentages_where_no_line_applied_too():
    shown = figures(1.5)
    assert "not ratable: cheap (price < 2)" in shown
    assert "target = 20%" in shown
    assert "Margin = 33.333333%" in shown


DAYS = """\
rubric d {
  total 0..10
  indicator a "Points" = x
  grades { A >= 5
    B otherwise }
  cap suit "Lawsuit" when sued : no better than B, until ends because "not settled"
  floor big "Large" when large : no worse than A, until 2025-12-31
  zero a when fraud : "made up"
  record { key id text
    x number 0..10
    sued yes/no
    large yes/no
    fraud yes/no
    ends date }
}
"""


def on(day, **changed):
    rubric = load_text(DAYS)
    record = {"x": 9, "sued": True, "large": False, "fraud": False, "ends": "2025-06-30"}
    read = MappingReader(rubric.checked).read({**record, **changed}, 1)
    [outcome] = rubric.score_records([read], as_of=day)
    ledger = make_ledger(outcome, read.values, rubric.checked)
    return render(ledger, rubric.checked, "table", lang="en", color=False, width=200).decode()


def test_an_override_says_until_when_it_acts():
    assert "Lawsuit [cap]: A → B (sued · not settled · until 2025-06-30)" in on(
        dt.date(2025, 6, 30)
    )


def test_an_override_whose_time_has_passed_is_said_to_act_no_longer():
    shown = on(dt.date(2025, 7, 1))
    assert "Lawsuit [cap]: no longer acts (sued · not settled · until 2025-06-30)" in shown
    assert "grade: A" in shown
    assert "Lawsuit" not in on(dt.date(2025, 7, 1), sued=False)


def test_an_override_that_lets_a_part_score_nothing_bears_the_label_of_the_part():
    assert "Points [zero]: scores nothing (fraud · made up)" in on(dt.date(2025, 1, 1), fraud=True)


SCALED = """\
rubric s {
  total 0..10
  scale abc "ABC" {
    A "good" : 100%
    B "weak" : 50%
  }
  indicator q "Quality", max 10, scale abc, first that holds {
    A when x > 5
    B otherwise
  }
  group g "Group" { }
  record { x number 0..10 }
}
"""


def test_a_level_is_shown_with_its_label():
    assert "level A good" in why(SCALED.replace('  group g "Group" { }\n', ""), {"x": 6})


def test_json_has_nothing_where_nothing_is_and_names_no_language_in_labels():
    text = GRADED.replace('指标 甲 "甲项" = x', '大类 组 "组名" { 指标 甲 "甲项" = x }')
    found = json.loads(why(text, {"x": 7, "部门": None, "数": None}, "json"))
    assert "(empty)" not in json.dumps(found)
    assert found["class_lines"] == [{"name": "段", "value": None, "line": None}]
    assert found["given"] == {"所在部门": None, "人数": None} or "所在部门" not in found["given"]
    labels = {line["label"] for line in found["ledger"] if line["kind"] == "subtotal"}
    assert labels == {"组名"}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_csv_holds_all_that_the_page_holds(lang):
    record = {"x": 9, "部门": "一", "数": None}
    rows = list(csv.DictReader(io.StringIO(why(GRADED, record, "csv", lang))))
    page = why(GRADED, record, lang=lang)
    kind, label, rule = ("种类", "名称", "适用条款") if lang == "zh" else ("kind", "label", "rule")
    facts = [row for row in rows if row[kind] in {"fact", "其他"}]
    texts = {row[rule].lstrip("'") for row in facts} | {f"{row[label]}:" for row in facts}
    for line in page.split("\n\n")[-1].splitlines():
        assert line.strip() in texts or line.partition(": ")[2] in texts
    assert any("A" in row[rule] for row in facts if row[label] in {"grade", "等级"})


def test_csv_in_chinese_has_no_english_of_ours():
    shown = why(GRADED, {"x": 9, "部门": "一", "数": 7}, "csv", "zh")
    assert set(re.findall("[A-Za-z]{2,}", shown)) <= {"total"}, "a total has no other name"


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [20, 30, 40, 50, 60, 80, 100, 120])
def test_a_narrow_page_keeps_its_headings_and_its_words(width, lang):
    rubric = load_text(DAYS)
    record = {"x": 9, "sued": True, "large": True, "fraud": True, "ends": "2025-06-30"}
    read = MappingReader(rubric.checked).read(record, 1)
    [outcome] = rubric.score_records([read], as_of=dt.date(2025, 1, 1))
    ledger = make_ledger(outcome, read.values, rubric.checked, lang=lang)
    shown = render(ledger, rubric.checked, "table", lang=lang, color=False, width=width).decode()
    assert max(map(count_columns, shown.splitlines())) <= width
    words = {"zh": ("数据", "适用条款", "得分", "满分"), "en": ("given", "rule", "points", "of")}[
        lang
    ]
    assert all(word in shown for word in (*words, "Points", "x = 9"))


def test_cells_under_headings_for_people_hold_labels_and_the_words_of_the_reader():
    result = "结果 达标 = x 不低于 5\n  不予评级 当"
    rubric = load_text(GRADED.replace("不予评级 当", result))
    reader = MappingReader(rubric.checked)
    rows = [{"x": 9, "部门": None, "数": None}, {"x": 0, "部门": "一", "数": 1}]
    read = [reader.read(record, row) for row, record in enumerate(rows, 1)]
    outcomes = list(rubric.score_records(read))
    stream = io.BytesIO()
    layout = plan_results(rubric.checked)
    writer = open_results(
        stream,
        "csv",
        layout,
        headings=headings_of(layout, [rubric.checked], "zh"),
        words=cell_words_of([rubric.checked], "zh"),
    )
    for outcome in outcomes:
        writer.write(outcome, {})
    writer.close()
    first, second = csv.DictReader(io.StringIO(stream.getvalue().decode()))
    assert first["未定"] == "等级;规模段"
    assert first["调整事项"].startswith("关注名单")
    assert first["备注"].startswith("等级: `所在部门` ")
    assert (first["达标"], first["状态"], second["状态"]) == ("是", "已评", "不予评级")


def test_a_profile_calls_rubric_and_parts_by_their_labels():
    text = """评分标准 g "客户评级" {
      总分 0~20
      指标 甲 "甲项" = x
      指标 乙 "乙项" = x
      数据项 { x 数值 0~10 }
    }"""
    rubric = load_text(text)
    reader = MappingReader(rubric.checked)
    sample = Sample(rubric.checked)
    read = [reader.read({"x": x}, row) for row, x in enumerate(range(2, 9), 1)]
    for record, outcome in zip(read, rubric.score_records(read), strict=True):
        sample.add(record, outcome)
    page = to_page(make_profile(sample, Fraction(9, 10)), None, lang="zh", color=False, width=120)
    assert page.startswith("客户评级")
    assert "甲项 与 乙项" in page
