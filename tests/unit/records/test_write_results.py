"""Results in every format: exact numbers, fixed order of keys and columns, no formulas."""

import csv
import io
import json
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from python_calamine import CalamineWorkbook

from scorelang.model.rubric import ReasonOrder
from scorelang.numeric.rounding import Rounding, RoundingMode
from scorelang.records.results_layout import Shown, name_kept, plan_results
from scorelang.records.results_values import number_text, to_cell, to_json_text
from scorelang.records.write_results import open_results
from tests.unit.reports.made_outcomes import MISSING, NOT_RATABLE, RUBRIC, SCORED

WITH_REASONS = attrs.evolve(RUBRIC, reasons=ReasonOrder())


def write(format_, *outcomes, rubric=RUBRIC, keep=(), kept=None, **options):
    stream = io.BytesIO()
    writer = open_results(stream, format_, plan_results(rubric), keep=keep, **options)
    for outcome in outcomes:
        writer.write(outcome, kept or {})
    writer.close()
    return stream.getvalue()


def test_a_record_is_one_line_with_keys_in_their_order():
    assert write("jsonl", SCORED).decode() == (
        '{"row": 1, "id": "0001", "status": "scored", "total": 87.5, "grade": "B", '
        '"scores": {"punctuality": 20, "margin_points": 17.5, "payment": 37.5, "terms": 50}, '
        '"results": {"limit": 0.34, "share": 0.333333, "terms": "cash"}, '
        '"flags": ["review"], "overrides": [{"name": "anomaly", "from": "A", "to": "B", '
        '"reason": "查处"}], "missing": [], "undecided": ["veto_x"], "levels": {"terms": "优"}, '
        '"notes": {}}\n'
    )


def test_a_record_that_is_not_ratable_has_a_reason_and_nulls():
    found = json.loads(write("jsonl", NOT_RATABLE))
    assert found["status"] == "not ratable"
    assert found["reason"] == "经营未满一年"
    assert found["total"] is None
    assert found["grade"] is None
    assert found["id"] is None
    assert found["scores"] == {"punctuality": None}


def test_reasons_are_there_where_the_rubric_declares_them():
    assert "reasons" not in json.loads(write("jsonl", MISSING))
    found = json.loads(write("jsonl", MISSING, rubric=WITH_REASONS))
    assert found["reasons"] == [{"code": "R1", "indicator": "terms", "difference": 2.5}]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json_is_one_array(count):
    found = json.loads(write("json", *[SCORED] * count), parse_float=Decimal)
    assert len(found) == count
    assert all(record["total"] == Decimal("87.5") for record in found)


def test_csv_has_the_columns_of_the_layout():
    head, line, *rest = csv.reader(io.StringIO(write("csv", SCORED).decode()))
    assert head == [
        "id", "total", "grade", "punctuality", "margin_points", "payment", "score_terms",
        "limit", "share", "result_terms", "flags", "overrides", "missing", "undecided", "levels",
        "notes", "row", "status", "reason",
    ]  # fmt: skip
    assert line == [
        "0001", "87.5", "B", "20", "17.5", "37.5", "50", "0.34", "0.333333", "cash", "review",
        "anomaly: A -> B", "", "veto_x", "terms: 优", "", "1", "scored", "",
    ]  # fmt: skip
    assert rest == []


def test_csv_has_a_bom_only_where_asked_for():
    assert write("csv", SCORED, with_bom=True).startswith(b"\xef\xbb\xbfid,")
    assert write("csv", SCORED).startswith(b"id,")


@pytest.mark.parametrize("format_", ["csv", "tsv"])
def test_a_cell_that_a_spreadsheet_would_run_is_neutralised(format_):
    delimiter = "\t" if format_ == "tsv" else ","
    lines = list(csv.reader(io.StringIO(write(format_, MISSING).decode()), delimiter=delimiter))
    assert lines[1][0] == "'=HYPERLINK(1)"


def test_lists_are_joined():
    assert "margin_points;terms" in write("csv", MISSING).decode()


def test_input_columns_give_way_to_ours():
    layout = plan_results(RUBRIC)
    named = name_kept(("id", "grade", "city", "in_id"), layout)
    assert named == (
        ("id", "in_id"),
        ("grade", "in_grade"),
        ("city", "city"),
        ("in_id", "in_in_id"),
    )


def test_kept_columns_stand_at_the_end():
    kept = {"id": "x", "city": "上海"}
    lines = list(
        csv.reader(io.StringIO(write("csv", SCORED, keep=("id", "city"), kept=kept).decode()))
    )
    assert lines[0][-2:] == ["in_id", "city"]
    assert lines[1][-2:] == ["x", "上海"]
    found = json.loads(write("jsonl", SCORED, keep=("id", "city"), kept=kept))
    assert (found["id"], found["in_id"], found["city"]) == ("0001", "x", "上海")


def test_a_workbook_has_numbers_as_numbers_and_texts_as_texts():
    content = write("xlsx", SCORED, MISSING)
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    head, first, second = book.get_sheet_by_name("results").to_python()
    assert first[head.index("total")] == 87.5
    assert first[head.index("id")] == "0001"
    assert second[head.index("id")] == "=HYPERLINK(1)"


def test_a_workbook_is_the_same_whenever_it_is_made():
    assert write("xlsx", SCORED) == write("xlsx", SCORED)


@pytest.mark.parametrize(
    ("x", "shown", "text"),
    [
        ("87.50", Shown(), "87.5"),
        ("20", Shown(), "20"),
        ("-0.125", Shown(), "-0.125"),
        ("1/3", Shown(), "0.333333"),
        ("0.00000001", Shown(is_rounded=True), "0.00000001"),
        ("0.00000001", Shown(), "0"),
        ("84.99999996", Shown(limits=(Fraction(85),)), "84.99999996"),
        ("2.345", Shown(Rounding(Fraction(1, 100), RoundingMode.HALF_UP), True), "2.35"),
        ("2.3", Shown(Rounding(Fraction(1, 100), RoundingMode.HALF_UP), True), "2.3"),
        ("1e30", Shown(), "1" + "0" * 30),
    ],
)
def test_numbers_are_written_exactly_and_short(x, shown, text):
    assert number_text(Fraction(x), shown) == text


def test_yes_and_no_are_booleans_in_json_and_words_in_cells():
    assert (to_json_text(True), to_json_text(False)) == ("true", "false")
    assert (to_cell(True), to_cell(False)) == ("yes", "no")
