"""Values of the last period from a file of their own."""

import pytest

from scorelang.api import load_text
from scorelang.model.fields import Record, Rejection
from scorelang.model.needs import fields_read
from scorelang.records.absent import Absent, Expected
from scorelang.records.last_period import open_last
from scorelang.records.source import open_records
from scorelang.records.unreadable import UnreadableInput

RUBRIC = load_text("""rubric r {
  indicator i of growth of profit, max 1 {
    >= 0 : 1
    < 0 : 0
    missing : 0
  }
  record {
    key id text
    profit money in 万元 "利润", required, and last year
    staff integer >= 0, required
  }
}""").checked


def last_of(tmp_path, text, name="last.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return open_last(path, RUBRIC)


def test_values_are_found_by_id(tmp_path):
    last = last_of(tmp_path, "利润,id,staff\n100,A\n".replace("100,A", "100,A,x") + "-3,B,\n")
    record = Record(1, "A", {"profit": 1, "last profit": None})
    assert last.fill(record).values == {"profit": 1, "last profit": 1_000_000}
    assert last.fill(Record(2, "C", {"last profit": None})).values == {"last profit": None}
    assert last.fill(Record(3, None, {"last profit": None})).values == {"last profit": None}


def test_a_value_of_the_record_is_kept(tmp_path):
    last = last_of(tmp_path, "id,profit\nA,100\n")
    assert last.fill(Record(1, "A", {"last profit": 7})).values == {"last profit": 7}


def test_what_can_be_read_of_a_rejected_record_is_filled_too(tmp_path):
    last = last_of(tmp_path, "id,profit\nA,100\n")
    read = Rejection(1, "A", (), Record(1, "A", {"last profit": None}))
    assert last.fill(read).readable.values == {"last profit": 1_000_000}
    assert last.fill(Rejection(1, "A", ())) == Rejection(1, "A", ())


def test_json_lines_of_an_earlier_run(tmp_path):
    text = '{"row": 1, "id": "A", "total": 3, "scores": {}, "profit": "100"}\n'
    last = last_of(tmp_path, text, "last.jsonl")
    assert last.values == {"A": {"last profit": 1_000_000}}


@pytest.mark.parametrize(
    "text",
    ["profit\n1\n", "id,profit\n,1\n", "id,profit\nA,1\nA,2\n", "id,profit\nA,1\nB\n"],
)
def test_nothing_is_guessed(tmp_path, text):
    with pytest.raises(UnreadableInput) as raised:
        last_of(tmp_path, text)
    assert raised.value.diagnostics[0].code == "U0140"


def test_a_value_that_cannot_be_read_is_missing_and_said(tmp_path):
    last = last_of(tmp_path, "id,profit\nA,x\nB,2\nC,y\n")
    assert last.values["A"] == {"last profit": None}
    assert last.values["B"] == {"last profit": 20_000}
    (said,) = last.notices
    assert said.code == "U0168"
    assert "2 values of the last period" in said.message
    assert "`profit` of `A`, row 1" in (said.help or "")


def test_its_column_is_not_missed_where_the_values_come_from_elsewhere(tmp_path):
    path = tmp_path / "now.csv"
    path.write_text("id,profit,staff\nA,1,1\n", encoding="utf-8")
    read = fields_read(RUBRIC)
    with pytest.raises(UnreadableInput) as raised:
        open_records(path, RUBRIC)
    assert raised.value.diagnostics[0].key == "U0107.last"
    blank = open_records(path, RUBRIC, expected=Expected(read, Absent(every=True)))
    assert [d.code for d in blank.notices] == ["U0122"]
    assert open_records(path, RUBRIC, expected=Expected(read, has_last=True)).notices == ()
