"""Results as Parquet: decimals, dates, yes and no; the schema depends on the rubric alone."""

import io
import json
from decimal import Decimal

import polars as pl
import pytest

from scorelang.api import load_text
from scorelang.records.result_kinds import Holds, Kind, kinds_of
from scorelang.records.results_layout import plan_results
from scorelang.records.write_parquet import ParquetTable
from scorelang.records.write_results import open_results

RUBRIC = """\
rubric r {
  total 0..10, round 0.1
  indicator a of x, max 10, round 0.001 = x
  score exactly = x / 3, round exact
  result good = x > 5
  result day = due + 1 days
  result word = by good_one { red : "stop"
    green : "go" }
  class size of a { big >= 5
    small otherwise }
  grades { A >= 5
    B otherwise }
  record { key id text
    x number 0..10
    due date
    good_one red | green }
}
"""


def written(*records, stamp=None):
    rubric, stream = load_text(RUBRIC), io.BytesIO()
    layout = plan_results(rubric.checked)
    writer = open_results(
        stream, "parquet", layout, kinds=kinds_of(layout, [rubric.checked]), stamp=stamp
    )
    for record in records:
        writer.write(rubric.score(record), {})
    writer.close()
    stream.seek(0)
    return stream


RECORD = {"id": "0001", "x": "7.25", "due": "2024-02-28", "good_one": "red"}


def test_numbers_are_decimals_of_their_step():
    frame = pl.read_parquet(written(RECORD))
    assert frame["total"].dtype == pl.Decimal(38, 1)
    assert frame["a"].dtype == pl.Decimal(38, 3)
    assert frame["total"].to_list() == [Decimal("7.3")]
    assert frame["a"].to_list() == [Decimal("7.250")]


def test_other_values_keep_their_types():
    [row] = pl.read_parquet(written(RECORD)).to_dicts()
    assert row["id"] == "0001"
    assert row["good"] is True
    assert row["day"].isoformat() == "2024-02-29"
    assert (row["word"], row["size"], row["grade"]) == ("stop", "big", "A")
    assert row["exactly"] == Decimal("2.416667")


def test_no_record_and_empty_values_have_the_same_schema():
    schema = pl.read_parquet(written(RECORD)).schema
    assert pl.read_parquet(written()).schema == schema
    blank = pl.read_parquet(written(dict.fromkeys(RECORD)))
    assert blank.schema == schema
    assert blank["good"].to_list() == [None]


def test_the_stamp_stands_in_the_metadata():
    stream = written(RECORD, stamp=lambda: '{"rubric": "r"}')
    assert json.loads(pl.read_parquet_metadata(stream)["scorelang"]) == {"rubric": "r"}


@pytest.mark.parametrize("digits", [30, 38])
def test_what_no_decimal_holds_stays_text(digits):
    stream = io.BytesIO()
    table = ParquetTable(stream, ["n"], {"n": Kind(Holds.NUMBER, 6)})
    table.write(("9" * digits,))
    table.close()
    stream.seek(0)
    [value] = pl.read_parquet(stream)["n"].to_list()
    assert str(value).split(".")[0] == "9" * digits
