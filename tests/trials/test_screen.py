"""Tables on the screen lose no column in silence and mark what is open in its row."""

from pathlib import Path

import pytest

from scorelang.api import load_rubric, load_text
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
