"""Ratings as they are read: of columns, cells, lists and objects, of many rows."""

import pytest

from scorelang.api import load_text
from scorelang.model.fields import Record, Rejection
from scorelang.model.needs import fields_read
from scorelang.records.absent import Absent, Expected
from scorelang.records.mapping import record_from_mapping
from scorelang.records.rater_rows import RaterRows, join_rows
from scorelang.records.raters import Rater, split_rater
from scorelang.records.source import open_records
from scorelang.records.unreadable import UnreadableInput

RUBRIC = load_text("""rubric review {
  indicator a_points, max 10 = attitude
  indicator s_points, max 1 = skill
  record {
    key name text
    attitude "态度" integer 0..10, rated by self 20%, peer 80%
    skill percent 0..100% in %, rated by judges, also "本事"
    unit text
  }
}
""").checked
ANY = Expected(fields_read(RUBRIC), Absent(every=True))
BY_ROW = RaterRows("rater", "group")


def read(text, tmp_path, rows=None, name="records.csv"):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    if rows is None:
        return list(open_records(path, RUBRIC, expected=ANY))
    source = open_records(path, RUBRIC, rater_rows=rows, expected=ANY)
    return list(join_rows(source, RUBRIC.fields))


def shown(record, field="attitude"):
    return [(str(one.value), one.group, one.rater) for one in record.ratings[field]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("peer", Rater("peer")),
        ("PEER.1", Rater("peer", "1")),
        ("peer (Li)", Rater("peer", "Li")),
        ("peer（李）", Rater("peer", "李")),
        ("self", Rater("self")),
        ("peers", None),
        ("", None),
    ],
)
def test_who_rated(text, expected):
    assert split_rater(text, ("self", "peer")) == expected


def test_columns_by_group_and_rater(tmp_path):
    [record] = read(
        "name,attitude.self,态度(peer),attitude.peer.Li,ATTITUDE（peer 2）,本事,skill,skill.Wang\n"
        "a,8,7;6,5,4,50,60;70,80\n",
        tmp_path,
    )
    assert shown(record) == [
        ("8", "self", None),
        ("7", "peer", None),
        ("6", "peer", None),
        ("5", "peer", "Li"),
        ("4", "peer", "2"),
    ]
    assert [who for _, _, who in shown(record, "skill")] == [None, None, None, "Wang"]
    assert [value for value, _, _ in shown(record, "skill")] == ["1/2", "3/5", "7/10", "4/5"]
    assert record.values["attitude"] is None


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            {"attitude": {"self": 8, "peer": [7, "6"]}},
            [("8", "self"), ("7", "peer"), ("6", "peer")],
        ),
        ({"attitude.peer": 7, "态度(self)": "8;9"}, [("7", "peer"), ("8", "self"), ("9", "self")]),
        ({"attitude": {"peer": {"Li": 7}}}, [("7", "peer")]),
        ({"attitude": None}, []),
        ({}, []),
    ],
)
def test_lists_and_objects(given, expected):
    record = record_from_mapping(RUBRIC, given)
    assert [(value, group) for value, group, _ in shown(record)] == expected


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"attitude": 8}, "R0130"),
        ({"attitude": [8, 9]}, "R0130"),
        ({"attitude": {"peers": 8}}, "R0130"),
        ({"attitude": {"self": 8.5}}, "R0104"),
        ({"attitude": {"self": 11}}, "R0105"),
        ({"attitude": {"self": [[[8]]]}}, "R0112"),
        ({"attitude": {"self": "good"}}, "R0101"),
    ],
)
def test_what_cannot_be_read_is_left_out(given, code):
    record = record_from_mapping(RUBRIC, given)
    assert isinstance(record, Record)
    assert {fault.code for fault in record.left_out} == {code}
    assert record.ratings["attitude"] == ()


def test_a_column_of_no_group_ends_the_run(tmp_path):
    with pytest.raises(UnreadableInput) as caught:
        read("name,attitude.peers\na,8\n", tmp_path)
    assert [found.code for found in caught.value.diagnostics] == ["U0130"]


def test_rows_of_raters_are_joined_wherever_they_stand(tmp_path):
    a, b = read(
        "name,rater,group,attitude,unit\na,a,self,8,\nb,b,self,7,x\na,Li,peer,6,north\n",
        tmp_path,
        BY_ROW,
    )
    assert shown(a) == [("8", "self", "a"), ("6", "peer", "Li")]
    assert (a.row, a.id, a.values["unit"]) == (1, "a", "north")
    assert shown(b) == [("7", "self", "b")]


@pytest.mark.parametrize(
    ("second", "codes"),
    [
        ("a,Li,peer,6,south", ["R0132"]),
        (",Li,peer,6,", ["R0133"]),
        ("a,Li,peer,x,north", []),
        ("a,a,self,9,north", []),
    ],
)
def test_rows_that_contradict_each_other(second, codes, tmp_path):
    rows = read(f"name,rater,group,attitude,unit\na,a,self,8,north\n{second}\n", tmp_path, BY_ROW)
    faults = [fault.code for row in rows if isinstance(row, Rejection) for fault in row.faults]
    assert faults == codes


def test_one_rater_counts_once(tmp_path):
    [record] = read("name,rater,attitude\na,self.a,8\na,self.a,9\n", tmp_path, RaterRows("rater"))
    assert shown(record) == [("8", "self", "a")]
    assert [fault.code for fault in record.left_out] == ["R0131"]


def test_a_file_of_each_rater(tmp_path):
    [record] = read("name,attitude\na,8\n", tmp_path, RaterRows(by_file=True), "peer.Li.csv")
    assert shown(record) == [("8", "peer", "Li")]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("name,attitude\na,8\n", RaterRows("who")),
        ("attitude,rater\n8,self\n", RaterRows("rater")),
    ],
)
def test_columns_that_rows_of_raters_need(text, rows, tmp_path):
    with pytest.raises(UnreadableInput) as caught:
        read(text, tmp_path, rows)
    assert [found.code for found in caught.value.diagnostics] == ["U0131"]
