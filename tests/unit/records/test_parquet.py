import datetime as dt
import io
from fractions import Fraction

import pytest

from scorelang.model.fields import Field, FieldType, Record
from scorelang.model.rubric import CheckedRubric
from scorelang.records.source import open_records
from scorelang.records.unreadable import UnreadableInput

polars = pytest.importorskip("polars")
RUBRIC = CheckedRubric(
    "r",
    (
        Field("no", FieldType.TEXT, is_key=True),
        Field("rate", FieldType.NUMBER),
        Field("small", FieldType.NUMBER),
        Field("due", FieldType.DATE),
    ),
)


def test_values_are_typed_and_floats_are_their_shortest_decimal(tmp_path):
    frame = polars.DataFrame(
        {"no": ["1"], "rate": [0.1], "small": [0.1], "due": [dt.date(2024, 1, 31)]},
        schema_overrides={"small": polars.Float32},
    )
    path = tmp_path / "f.parquet"
    frame.write_parquet(path)
    values = {"no": "1", "rate": Fraction(1, 10), "small": Fraction(1, 10)}
    expected = [Record(1, "1", {**values, "due": dt.date(2024, 1, 31)})]
    assert list(open_records(path, RUBRIC)) == expected
    assert list(open_records("-", RUBRIC, stdin=io.BytesIO(path.read_bytes()))) == expected


def test_what_is_no_parquet_file_is_refused(tmp_path):
    path = tmp_path / "f.parquet"
    path.write_bytes(b"PAR1 nothing PAR1")
    with pytest.raises(UnreadableInput) as raised:
        open_records(path, RUBRIC)
    assert raised.value.diagnostics[0].code == "U0120"
