"""Rejected records: a line for each fault."""

import csv
import io
import json

from scorelang.records.write_rejects import REJECT_COLUMNS, open_rejects
from tests.unit.reports.made_outcomes import REJECTED


def write(format_):
    stream = io.BytesIO()
    writer = open_rejects(stream, format_)
    writer.write(REJECTED)
    writer.close()
    return stream.getvalue().decode()


def test_csv_has_a_line_for_each_fault():
    head, *lines = csv.reader(io.StringIO(write("csv")))
    assert tuple(head) == REJECT_COLUMNS
    assert lines == [
        ["4", "0004", "days_late", "-3", "a whole number, 0 or more", "R0105", "`-3` is below 0"],
        ["4", "0004", "price", "", "a number", "R0111", "the cell is empty"],
    ]


def test_json_lines_have_the_same_keys():
    first, second = map(json.loads, write("jsonl").splitlines())
    assert tuple(first) == REJECT_COLUMNS
    assert (first["row"], second["field"]) == (4, "price")
