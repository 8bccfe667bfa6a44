"""A record gives the same outcome as CSV, as JSON, and as values of Python."""

import csv
import datetime as dt
import json
import tempfile
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from scorelang.evaluator.batch import score_batch
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
