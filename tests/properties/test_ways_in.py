"""A record gives the same outcome from CSV, JSON, XLSX, Parquet, a frame and values of Python."""

import csv
import datetime as dt
import io
import json
import tempfile
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import polars as pl
import xlsxwriter
from hypothesis import assume, given
from hypothesis import strategies as st

from scorelang.evaluator.batch import score_batch
from scorelang.frames import score_frame
from scorelang.model.fields import NUMERIC, FieldType, Rejection
from scorelang.numeric.exact import to_text
from scorelang.records.mapping import record_from_mapping
from scorelang.records.source import open_records
from tests.generators.scoring import score_all
from tests.generators.sizes import examples
from tests.strategies import any_rubrics, checked_rubrics, records_for


def typed(field, text):
    """A cell as a program would hand it over."""
    text = text.strip()
    if text in {"", *field.blank_also}:
        return None
    if field.type in NUMERIC:
        number = Fraction(text)
        return int(number) if number.denominator == 1 else Decimal(text)
    if field.type is FieldType.YES_NO:
        return text.lower() in {"yes", "是", "true", "1"}
    return dt.date.fromisoformat(text) if field.type is FieldType.DATE else text


def as_json(field, text):
    """A cell as JSON would have it."""
    value = typed(field, text)
    if isinstance(value, Decimal):
        return float(value) if to_text(Fraction(repr(float(value)))) == str(value) else text
    return value.isoformat() if isinstance(value, dt.date) else value


def with_keys(rubric, lines):
    """Give each record a key of its own: a table demands one, a program need not have any."""
    keys = [field.name for field in rubric.fields if field.is_key and field.type is FieldType.TEXT]
    return [{**each, **dict.fromkeys(keys, f"key {number}")} for number, each in enumerate(lines)]


def by_file(rubric, name, content):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_text(content, "utf-8", newline="")
        return list(score_batch(rubric, open_records(path, rubric)))


def to_csv(rubric, lines):
    with tempfile.TemporaryFile("w+", encoding="utf-8", newline="") as stream:
        # A line of empty cells is no record, so there is a column that is never empty.
        writer = csv.DictWriter(stream, ["line", *(field.name for field in rubric.fields)])
        writer.writeheader()
        writer.writerows({"line": 1, **each} for each in lines)
        stream.seek(0)
        return stream.read()


@examples(1)
@given(st.data())
def test_all_ways_in_lead_to_the_same_outcomes(data):
    rubric = data.draw(st.one_of(any_rubrics(), checked_rubrics(populations=True)))
    lines = with_keys(rubric, data.draw(st.lists(records_for(rubric), min_size=1, max_size=4)))
    fields = {field.name: field for field in rubric.fields}
    expected = score_all(rubric, lines)
    assert by_file(rubric, "records.csv", to_csv(rubric, lines)) == expected
    objects = [{name: as_json(fields[name], text) for name, text in each.items()} for each in lines]
    assert by_file(rubric, "records.json", json.dumps(objects)) == expected
    jsonl = "".join(json.dumps(each) + "\n" for each in objects)
    assert by_file(rubric, "records.jsonl", jsonl) == expected
    values = [{name: typed(fields[name], text) for name, text in each.items()} for each in lines]
    records = [record_from_mapping(rubric, each, row) for row, each in enumerate(values, 1)]
    assert list(score_batch(rubric, records)) == expected


def is_short(value):
    """A number that a binary one can stand for: 15 digits or fewer, no long whole number."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return True
    return len(Decimal(value).normalize().as_tuple().digits) <= 15 and abs(value) < 10**15


def columns_of(rubric, rows):
    """Typed cells by column, as a program would write them: numbers as binary floats."""
    found = {"line": [1] * len(rows)}
    for field in rubric.fields:
        cells = [row.get(field.name) for row in rows]
        numbers = field.type in NUMERIC and all(isinstance(c, int | Decimal | None) for c in cells)
        found[field.name] = (
            [None if cell is None else float(cell) for cell in cells] if numbers else cells
        )
    return found


def by_workbook(rubric, columns):
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet()
        for place, (name, cells) in enumerate(columns.items()):
            sheet.write_string(0, place, name)
            for row, cell in enumerate(cells, 1):
                if isinstance(cell, dt.date):
                    sheet.write_datetime(row, place, cell, day)
                elif isinstance(cell, str):
                    sheet.write_string(row, place, cell)
                elif cell is not None:
                    sheet.write(row, place, cell)
    target.seek(0)
    return list(score_batch(rubric, open_records("-", rubric, format="xlsx", stdin=target)))


def by_parquet(rubric, frame):
    target = io.BytesIO()
    frame.write_parquet(target)
    target.seek(0)
    return list(score_batch(rubric, open_records("-", rubric, format="parquet", stdin=target)))


@examples(1)
@given(st.data())
def test_binary_numbers_lead_to_the_same_outcomes(data):
    rubric = data.draw(st.one_of(any_rubrics(), checked_rubrics(populations=True)))
    assume(not any(field.raters for field in rubric.fields))
    lines = with_keys(rubric, data.draw(st.lists(records_for(rubric), min_size=1, max_size=4)))
    fields = {field.name: field for field in rubric.fields}
    rows = [{name: typed(fields[name], text) for name, text in each.items()} for each in lines]
    assume(all(is_short(value) for row in rows for value in row.values()))
    days = [v for row in rows for v in row.values() if isinstance(v, dt.date)]
    assume(all(day.year > 1900 for day in days))  # Excel knows no days before
    expected = score_all(rubric, lines)
    columns = columns_of(rubric, rows)
    frame = pl.DataFrame(columns, strict=False)
    assert by_workbook(rubric, columns) == expected
    assert by_parquet(rubric, frame) == expected
    scored = score_frame(rubric, frame)
    assert scored["total"].to_list() == [getattr(one, "total", None) for one in expected]
    assert scored["grade"].to_list() == [getattr(one, "grade", None) for one in expected]


@examples(1)
@given(st.data())
def test_what_is_wrong_is_rejected_in_a_file_as_in_a_mapping(data):
    rubric = data.draw(any_rubrics())
    drawn = data.draw(st.lists(records_for(rubric, valid=False), min_size=1, max_size=4))
    lines = with_keys(rubric, drawn)
    from_file = by_file(rubric, "records.csv", to_csv(rubric, lines))
    for one, other in zip(from_file, score_all(rubric, lines), strict=True):
        assert type(one) is type(other)
        if isinstance(one, Rejection):
            assert [(x.field, x.code) for x in one.faults] == [
                (x.field, x.code) for x in other.faults
            ]
