"""Rejected records: a line for each fault."""

import csv
import io
import json

import attrs

from scorelang.model.fields import Place
from scorelang.records.write_rejects import REJECT_COLUMNS, open_rejects
from tests.unit.reports.made_outcomes import REJECTED


def write(format_):
    stream = io.BytesIO()
    writer = open_rejects(stream, format_, ("no", "price", "row"))
    cells = {"no": "0004", "price": "=1+1", "row": "x"}
    writer.write(attrs.evolve(REJECTED, place=Place("a.csv", 5)), cells)
    writer.close()
    return stream.getvalue().decode()


def test_csv_has_a_line_for_each_fault():
    head, *lines = csv.reader(io.StringIO(write("csv")))
    assert tuple(head) == (*REJECT_COLUMNS, "no", "price", "in_row")
    at, kept = ["a.csv", "5", "4", "0004"], ["0004", "'=1+1", "x"]
    assert lines == [
        [*at, "days_late", "-3", "a whole number, 0 or more", "R0105", "`-3` is below 0", *kept],
        [*at, "price", "", "a number", "R0111", "the cell is empty", *kept],
    ]


def test_json_lines_have_the_same_keys():
    first, second = map(json.loads, write("jsonl").splitlines())
    assert tuple(first) == (*REJECT_COLUMNS, "no", "price", "in_row")
    assert (first["line"], first["row"], second["field"]) == (5, 4, "price")
    assert (first["price"], first["in_row"]) == ("=1+1", "x")
