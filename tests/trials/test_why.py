"""``why`` explains all that an outcome holds, in words a reader of the policy knows."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from python_calamine import CalamineWorkbook

from scorelang.api import load_rubric, load_text
from scorelang.cli.ledger_pages import render
from scorelang.records.mapping import MappingReader
from scorelang.records.source import open_records
from scorelang.reports.ledger import make_ledger

REPORTED = Path(__file__).parent / "reported"


def why(text, record, format_="table", lang="en"):
    rubric = load_text(text)
    [read] = reading(rubric, [record])
    outcome = next(iter(rubric.score_records([read])))
    ledger = make_ledger(outcome, read.values, rubric.checked, lang=lang)
    made = render(ledger, rubric.checked, format_, lang=lang, color=False, width=120)
    return made if format_ == "xlsx" else made.decode()


def reading(rubric, records):
    reader = MappingReader(rubric.checked)
    return [reader.read(record, row) for row, record in enumerate(records, 1)]


LOOKUP = """\
rubric l {
  indicator a, max 4 {
    | smoker | age 20..39 | 40..79 |
    | yes    | 1          | 2      |
    | no     | 3          | 4      |
  }
  record { smoker yes/no
    age integer 20..79 }
}
"""


def test_yes_and_no_of_a_lookup_are_the_readers_words():
    shown = why(LOOKUP, {"smoker": True, "age": 33})
    assert "smoker yes, age 20..39" in shown
    assert "True" not in shown
    assert "smoker = 是" in why(LOOKUP, {"smoker": True, "age": 33}, lang="zh")


LIST = """\
rubric list {
  total -20..20
  indicator extras "加减分", all that hold {
    5 when x > 1
    -2 when x > 2
    1 when x > 90
  }
  score p "比率" = x / 3 + points of extras, round 0.1, limited to 0..50
  class size "规模" of p {
    big "大" >= 2
    small otherwise
  }
  result ok = x > 1
  record { x number 0..100 }
}
"""


def test_every_line_of_a_list_has_its_points():
    shown = why(LIST, {"x": 4})
    lines = [line.split() for line in shown.splitlines()]
    assert ["x", ">", "1", "5"] in lines
    assert ["x", ">", "2", "-2"] in lines
    assert "x > 90 · no (1 points)" in shown


def test_a_named_score_says_its_formula_its_values_and_what_was_rounded():
    shown = why(LIST, {"x": 4})
    assert "比率: 4.3 (before rounding 4.333333)" in shown
    assert "= x / 3 + points of extras, round 0.1, limited to 0..50" in shown
    assert "x = 4, 加减分 = 3" in shown


def test_a_class_says_which_line_gave_it():
    assert "规模: big 大 (by the line `>= 2`)" in why(LIST, {"x": 4})


def test_yes_and_no_of_results_are_the_readers_words():
    assert "ok: yes" in why(LIST, {"x": 4})
    assert "ok: 是" in why(LIST, {"x": 4}, lang="zh")


NEEDS = (REPORTED / "clauses-and-checks" / "needs_falls_below_limit.rubric").read_text("utf-8")


def test_the_need_that_failed_is_named_and_no_untrue_limit():
    rubric = load_text(NEEDS)
    path = REPORTED / "clauses-and-checks" / "needs_falls_below_limit.csv"
    for record in open_records(path, rubric.checked):
        [outcome] = rubric.score_records([record])
        if outcome.grade != "poor":
            continue
        ledger = make_ledger(outcome, record.values, rubric.checked)
        shown = render(ledger, rubric.checked, "table", lang="en", color=False, width=120).decode()
        assert "not fair: " in shown
        assert "`y" in shown


LEFT_OUT = """\
rubric o {
  total 0..30
  group g "大类" {
    indicator a of x, max 10, if missing: leave out = x
    indicator b, max 10 = y
  }
  indicator c, max 10 = y
  record { x number 0..10
    y number 0..10, required }
}
"""


def test_rescaling_is_said_with_its_figures():
    assert "rescaled: 10 of 20 full marks are rated" in why(LEFT_OUT, {"x": None, "y": 5})
    assert "按比例折算: 满分 20 中已评 10" in why(LEFT_OUT, {"x": None, "y": 5}, lang="zh")


@pytest.mark.parametrize("x", ["84.99999996", "85.000000001", "84.9999999999999999"])
def test_a_printed_number_stays_on_its_side_of_the_limit(x):
    rubric = """rubric n {
      indicator a of x, max 10 { >= 85 : 10
        < 85 : 0 }
      record { x number 0..100 } }"""
    assert f"x = {x}" in why(rubric, {"x": x})


def test_reported_floats_never_read_as_the_limit():
    folder = REPORTED / "60-xlsx-floats"
    rubric = load_rubric(folder / "grade.rubric")
    for record in open_records(folder / "m.csv", rubric.checked):
        [outcome] = rubric.score_records([record])
        ledger = make_ledger(outcome, record.values, rubric.checked)
        given = dict(pair for line in ledger.lines for pair in line.given)
        assert "29" not in given.values()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_html_is_one_whole_page_with_every_line(lang):
    shown = why(LIST, {"x": 4}, "html", lang)
    tree = ET.fromstring(shown)  # noqa: S314  ours; it fails where a tag is not closed
    told = "".join(tree.itertext())
    for words in ("加减分", "x > 1", "x > 2", "比率", "4.3", "规模", "big 大"):
        assert words in told
    assert "http" not in shown, "nothing is loaded"
    assert "@page { size: A4" in shown


def test_html_escapes_what_others_wrote():
    text = LIST.replace('"加减分"', '"<script>a&b\u202e"')
    shown = why(text, {"x": 4}, "html")
    assert "<script>" not in shown
    assert "&lt;script&gt;a&amp;b&lt;U+202E&gt;" in shown


def test_a_workbook_has_every_line_and_its_numbers(tmp_path):
    path = tmp_path / "why.xlsx"
    path.write_bytes(why(LIST, {"x": 4}, "xlsx"))
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    cells = [cell for row in rows for cell in row]
    for found in ("加减分", "x > 1", -2.0, 5.0, 3.0, "比率", "4.3 (before rounding 4.333333)"):
        assert found in cells
    assert why(LIST, {"x": 4}, "xlsx") == path.read_bytes(), "the same bytes again"
