"""Frames in, frames out: the columns are those of the rubric, whatever the records are."""

import datetime as dt
from decimal import Decimal

import attrs
import polars as pl
import pytest

from scorelang import frames
from scorelang.api import load_text
from scorelang.frames import FrameError, schema_of

TEXT = """\
rubric r "R" {
  total 0..100, round 0.1
  indicator status "Status" of margin, max 60 {
    >= 29 : 60
    >= 10 : 30.25
    < 10  : 0
    missing : 5
  }
  indicator share, max 40, round exact = days / 3
  grades {
    A >= 80
    B >= 20
    C otherwise
  }
  class row of share {
    low < 5
    high otherwise
  }
  cap late when days > 90 : no better than B, flag review
  not ratable when closed is yes "closed"
  result passed = margin >= 29
  result opened_on = opened
  result trade_is = trade
  result third = days / 3, round 0.001
  record {
    key account text
    margin number
    days integer 0..120
    closed yes/no
    opened date
    trade home | away
  }
}
"""
COLUMNS = ["id", "row", "status", "reason", "total", "grade", "score_status", "share"]


@pytest.fixture(scope="module")
def rubric():
    return load_text(TEXT)


def frame(count=1, **columns):
    given = {
        "account": ["007"],
        "margin": [28.999999999999996],
        "days": [3],
        "closed": [False],
        "opened": [dt.date(2024, 1, 31)],
        "trade": ["home"],
    }
    return pl.DataFrame({name: columns.get(name, cells * count) for name, cells in given.items()})


def test_the_schema_is_stated_by_the_rubric(rubric):
    found = rubric.score_frame(frame())
    assert dict(found.schema) == dict(schema_of(rubric.checked))
    assert found.columns[:8] == COLUMNS
    assert found.schema["total"] == pl.Decimal(38, 1)
    assert found.schema["passed"] == pl.Boolean
    assert found.schema["opened_on"] == pl.Date
    assert found.schema["third"] == pl.Decimal(38, 3)
    assert found.columns[-1] == "faults"


def test_every_column_holds_what_the_outcome_says(rubric):
    (row,) = rubric.score_frame(frame(days=[100])).rows(named=True)
    assert row["id"] == "007"
    assert row["total"] == Decimal("93.3")
    assert row["grade"] == "B"
    assert row["score_status"] == 60
    assert row["share"] == Decimal("33.333333")
    assert row["result_row"] == "high"
    assert (row["passed"], row["opened_on"], row["trade_is"]) == (
        True,
        dt.date(2024, 1, 31),
        "home",
    )
    assert row["third"] == Decimal("33.333")
    assert row["flags"] == ["review"]
    assert [each["name"] for each in row["overrides"]] == ["late"]
    assert row["faults"] is None


def test_an_empty_frame_gives_the_same_columns(rubric):
    found = rubric.score_frame(frame().clear())
    assert found.height == 0
    assert dict(found.schema) == dict(schema_of(rubric.checked))


@pytest.mark.parametrize("batch", [1, 2, 1000])
def test_late_rejects_and_late_decimals_change_nothing(rubric, monkeypatch, batch):
    monkeypatch.setattr(frames, "_BATCH", batch)
    records = frame(5, margin=[30, 30, 30, 12, None], days=[3, 3, 3, 4, 999])
    records = records.with_columns(account=pl.Series(["a", "b", "c", "d", "e"]))
    found = rubric.score_frame(records)
    assert found["status"].to_list() == ["scored"] * 4 + ["rejected"]
    assert found["row"].to_list() == [1, 2, 3, 4, 5]
    assert found["score_status"].to_list()[3] == Decimal("30.25")
    assert found["total"].to_list() == [Decimal(61)] * 3 + [Decimal("31.6"), None]
    (fault,) = found["faults"].to_list()[4]
    assert (fault["field"], fault["value"], fault["code"]) == ("days", "999", "R0105")
    assert found["flags"].to_list()[4] is None


def test_what_is_not_ratable_says_why(rubric):
    (row,) = rubric.score_frame(frame(closed=[True])).rows(named=True)
    assert (row["status"], row["reason"], row["total"]) == ("not ratable", "closed", None)


def test_an_absent_column_is_an_error_unless_it_is_allowed(rubric):
    with pytest.raises(FrameError, match="margin"):
        rubric.score_frame(frame().drop("margin"))
    (row,) = rubric.score_frame(frame().drop("margin"), absent="margin").rows(named=True)
    assert row["score_status"] == 5


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ([28.999999999999996], pl.Float64),
        ([29.0], pl.Float32),
        ([29], pl.Int8),
        ([Decimal("29.00")], pl.Decimal(10, 2)),
        (["29"], pl.String),
    ],
)
def test_numbers_of_any_type_read_alike(rubric, cells, kind):
    (row,) = rubric.score_frame(frame(margin=pl.Series(cells, dtype=kind))).rows(named=True)
    assert row["score_status"] == 60


@pytest.mark.parametrize("kind", [pl.Categorical, pl.Enum(["home", "away"])])
def test_categories_read_as_their_names(rubric, kind):
    (row,) = rubric.score_frame(frame(trade=pl.Series(["home"], dtype=kind))).rows(named=True)
    assert row["trade_is"] == "home"


def test_a_blank_is_missing_and_not_a_number_is_a_fault(rubric):
    found = rubric.score_frame(frame(2, account=["a", "b"], margin=[None, float("nan")]))
    assert found["status"].to_list() == ["scored", "rejected"]
    assert found["faults"].to_list()[1][0]["code"] == "R0103"


class Arrow:
    """What pandas and pyarrow are to us."""

    def __init__(self, inner):
        self.inner = inner

    def __arrow_c_stream__(self, requested_schema=None):
        return self.inner.__arrow_c_stream__(requested_schema)


def test_anything_with_the_arrow_interface_is_read(rubric):
    assert rubric.score_frame(Arrow(frame())).equals(rubric.score_frame(frame()))


def test_values_over_all_records_are_taken_over_the_frame():
    text = """\
rubric r "R" {
  total 0..100
  indicator a, max 100 = 10 * x
  result place = rank of total, highest first
  record {
    x number 0..10
  }
}
"""
    found = load_text(text).score_frame(pl.DataFrame({"x": [1, 2, 3]}))
    assert found["status"].to_list() == ["scored"] * 3
    assert found["place"].to_list() == [3, 2, 1]


def test_a_frame_turns_away_the_lines_that_a_file_turns_away(rubric):
    keys = pl.Series(["a", "b", "a", "合计", None])
    records = frame(5).with_columns(account=keys)
    found = rubric.score_frame(records)
    assert found["status"].to_list() == ["scored", "scored", "rejected", "rejected", "rejected"]
    codes = [faults and faults[0]["code"] for faults in found["faults"].to_list()]
    assert codes == [None, None, "R0140", "R0142", "R0141"]
    kept = rubric.score_frame(records, keeps_duplicates=True)
    assert kept["status"].to_list() == ["scored"] * 3 + ["rejected"] * 2


def test_a_frame_speaks_the_language_of_its_rubric(rubric):
    chinese = attrs.evolve(rubric, lang="zh")
    records = frame(2).with_columns(account=pl.Series(["a", "a"]))
    [fault] = chinese.score_frame(records)["faults"].to_list()[1]
    assert "重复" in fault["message"]
