"""CSV and JSON from files and standard input, good and bad."""

import io
import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorelang.model.fields import Category, Field, FieldType, Record, Rejection
from scorelang.model.rubric import CheckedRubric
from scorelang.numeric.interval import Interval
from scorelang.records.absent import Absent, Expected
from scorelang.records.source import open_records
from scorelang.records.unreadable import UnreadableInput

NO = Field("no", FieldType.TEXT, label="编号", is_key=True)
RATE = Field("rate", FieldType.NUMBER, label="退货率", domain=Interval(Fraction(0), Fraction(100)))
TRADE = Field(
    "trade", FieldType.CATEGORY, categories=(Category("home", "内销"), Category("away", "外销"))
)
RUBRIC = CheckedRubric("r", (NO, RATE, TRADE))
STRICT = CheckedRubric("r", (NO, RATE, Field("due", FieldType.DATE, required=True)))


def opened(tmp_path, content, rubric=RUBRIC, name="f.csv", **options):
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return open_records(path, rubric, **options)


def refusal(tmp_path, content, rubric=RUBRIC, name="f.csv", **options):
    with pytest.raises(UnreadableInput) as raised:
        list(opened(tmp_path, content, rubric, name, **options))
    return raised.value.diagnostics[0]


def codes(rejection):
    assert isinstance(rejection, Rejection)
    return [fault.code for fault in rejection.faults]


def test_records_have_typed_values_ids_and_carried_columns(tmp_path):
    source = opened(tmp_path, "编号,note,rate,trade\n0001,hi,12.5,内销\n2,x,,\n")
    first, second = source
    values = {"no": "0001", "rate": Fraction(25, 2), "trade": "home"}
    assert first == Record(1, "0001", values, {"note": "hi"})
    assert second == Record(2, "2", {"no": "2", "rate": None, "trade": None}, {"note": "x"})


def test_a_source_can_be_read_twice_and_gives_its_texts(tmp_path):
    source = opened(tmp_path, "no,rate,trade,x\n1, 2 ,home,=1\n2,abc,home,\n")
    assert list(source) == list(source)
    assert source.columns == ("no", "rate", "trade", "x")
    assert [texts for _, texts in source.with_texts()] == [
        ("1", " 2 ", "home", "=1"),
        ("2", "abc", "home", ""),
    ]


def test_all_faults_of_a_record_come_in_the_order_of_the_fields(tmp_path):
    (found,) = opened(tmp_path, "trade,rate,no\nHome,101,7\n")
    assert codes(found) == ["R0105", "R0107"]
    assert (found.row, found.id) == (1, "7")
    assert [fault.field for fault in found.faults] == ["rate", "trade"]


def test_ten_thousand_faulty_rows_are_rejected_one_by_one(tmp_path):
    source = opened(tmp_path, "no,rate,trade\n" + "1,x,y\n" * 10_000)
    assert sum(codes(found) == ["R0101", "R0107"] for found in source) == 10_000


def test_an_absent_column_is_said_once_and_missing_everywhere(tmp_path):
    expected = Expected(frozenset({"trade"}), Absent(every=True))
    source = opened(tmp_path, "no,rate\n1,2\n", expected=expected)
    assert source.blank == (TRADE,)
    assert [found.code for found in source.notices] == ["U0122"]
    assert next(iter(source)).values["trade"] is None


def test_a_required_column_must_be_there(tmp_path):
    found = refusal(tmp_path, "no,rate,dues\n1,2,3\n", STRICT)
    assert found.code == "U0107"
    assert "`dues` → `due`" in found.help


def test_lines_without_text_are_no_records(tmp_path):
    source = opened(tmp_path, "\n\nno,rate,trade\n\n1,2,home\n,,\n ,,\n\n2,3,home\n")
    assert [(found.row, found.id) for found in source] == [(1, "1"), (2, "2")]


def test_ragged_lines_are_rejected(tmp_path):
    source = opened(tmp_path, "no,rate,trade,\n1,2\n2,3,home,,\n3,4,home,x\n4,5,home,\n")
    found = list(source)
    assert [codes(one) if isinstance(one, Rejection) else "ok" for one in found] == [
        ["R0114"],
        "ok",
        ["R0113"],
        "ok",
    ]
    assert found[0].id == "1"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "U0104"),
        ("\n\n \n", "U0105"),
        ("\n\n", "U0104"),
        (",,\n1,2,3\n", "U0105"),
        ("1,2,3\n4,5,6\n", "U0110"),
        ("lots;rejected\n1;2\n", "U0110"),
        ("no,rate,编号\n1,2,3\n", "U0106"),
        ('no,rate,trade\n1,"2,home\n', "U0115"),
        ('no,rate,trade\n1,"2"x,home\n', "U0115"),
        ("no,rate,trade\n1," + "x" * (2**20 + 1) + ",home\n", "U0113"),
        (",".join(f"c{n}" for n in range(20_000)), "U0114"),
        (b"\xef\xbb\xbfno,rate\n\xff,1\n", "U0108"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(tmp_path, content, code):
    assert refusal(tmp_path, content).code == code


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("no rate trade", "spaces"),
        ("no，rate，trade", "`，`"),
        ("no、rate、trade", "`、`"),
        ("no；rate；trade", "`；`"),
    ],
)
def test_headings_that_another_sign_parts_are_told_from_unknown_ones(tmp_path, heading, said):
    found = refusal(tmp_path, f"{heading}\n1\n")
    assert found.code == "U0110"
    assert said in found.help


def test_a_list_without_records_says_nothing_of_columns(tmp_path):
    (tmp_path / "f.json").write_text("[]", "utf-8")
    source = open_records(tmp_path / "f.json", RUBRIC)
    assert (list(source), source.notices, source.blank) == ([], (), ())


def test_a_cell_of_almost_1_mb_is_read(tmp_path):
    (found,) = opened(tmp_path, "no,rate,trade\n" + "x" * 2**20 + ",2,home\n")
    assert len(found.id) == 2**20


def test_files_that_are_not_there_or_no_files_are_refused(tmp_path):
    assert refusal_of(tmp_path).code == "U0102"
    assert refusal_of(tmp_path / "absent.csv").code == "U0101"
    (tmp_path / "records.csv").write_text("no\n1\n")
    assert refusal_of(tmp_path / "record.csv").help == "did you mean `records.csv`"
    assert refusal_of("a\0b.csv").code == "U0103"


def refusal_of(path, **options):
    with pytest.raises(UnreadableInput) as raised:
        open_records(path, RUBRIC, **options)
    return raised.value.diagnostics[0]


def test_formats_and_options_must_fit(tmp_path):
    assert refusal(tmp_path, "no\n1\n", name="f.docx").code == "U0117"
    assert refusal(tmp_path, "no\n1\n", format="word").code == "U0117"
    assert refusal(tmp_path, "no\n1\n", sheet="A").code == "U0119"
    assert refusal(tmp_path, "no\n1\n", encoding="utf-9").code == "U0109"
    assert refusal(tmp_path, "no\n1\n", name="f.xlsx", encoding="gbk").code == "U0119"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("no\trate\ttrade\n1\t2\thome\n", "f.tsv"),
        ("no\trate\ttrade\n1\t2\thome\n".encode("utf-16"), "f.txt"),
        ("编号,退货率,trade\r\n1,2,内销\r\n".encode("gbk"), "f.csv"),
        ("no,rate,trade\r1,2,home\r", "f.csv"),
        ('"no","rate","trade"\n"1","2","home"\n', "f"),
        ('[{"no": "1", "rate": 2, "trade": "home"}]', "f.json"),
        ('{"no": "1", "rate": 2, "trade": "home"}', "f.json"),
        ('{"no": "1", "rate": 2, "trade": "home"}\n\n', "f.jsonl"),
        ('{"no": 1, "rate": "2", "trade": "内销"}\n', "f.ndjson"),
        ('{"no": "1", "rate": 2.0, "trade": "home"}\n', "f"),
        (' [{"no": "1", "rate": 20e-1, "trade": "home"}]', "f.txt"),
    ],
)
def test_the_same_record_in_every_text_format(tmp_path, content, name):
    (found,) = opened(tmp_path, content, name=name)
    values = {"no": "1", "rate": Fraction(2), "trade": "home"}
    assert found == Record(1, "1", values)


def test_standard_input_can_be_read_twice():
    content = b"no,rate,trade\n" + b"1,2,home\n" * 1_200_000
    for stdin in (io.BytesIO(content[:1000] + b"\n"), io.BytesIO(content)):
        source = open_records("-", CheckedRubric("r", (NO,)), stdin=stdin)
        again = iter(source)
        next(again)
        assert next(iter(source)) == Record(1, "1", {"no": "1"}, {"rate": "2", "trade": "home"})
        assert next(again).row == 2
    assert len(source.digests[0]) == 64


def test_empty_standard_input_is_refused():
    assert refusal_of("-", stdin=io.BytesIO(b"")).code == "U0104"


# JSON


def test_json_numbers_are_exact_up_to_fifteen_digits(tmp_path):
    text = '[{"rate": 0.1}, {"rate": 12345678901234500000e-18}, {"rate": 0.30000000000000004}]'
    source = opened(tmp_path, text, name="f.json")
    found = [record.values["rate"] for record in source]
    assert found == [Fraction(1, 10), Fraction("12.3456789012345"), Fraction("0.3")]
    assert [one.code for one in source.notices if one.code == "U0176"] == ["U0176"]


@pytest.mark.parametrize(
    ("item", "code"),
    [
        ('{"rate": 1e999}', "R0102"),
        ('{"rate": 1e99999999999999999999}', "R0102"),
        ('{"rate": ' + "9" * 5000 + "}", "R0102"),
        ('{"rate": NaN}', "R0103"),
        ('{"rate": -Infinity}', "R0103"),
        ('{"rate": true}', "R0101"),
        ('{"rate": [1]}', "R0112"),
        ('{"rate": {"a": 1}}', "R0112"),
        ('{"rate": 1, "rate": 2}', "R0116"),
        ('{"no": "\\ud800", "rate": 1}', "R0112"),
        ("[1]", "R0115"),
        ("7", "R0115"),
    ],
)
def test_bad_items_spoil_one_record(tmp_path, item, code):
    good = '{"no": "1", "rate": 1}'
    for name, text in (("f.jsonl", f"{good}\n{item}\n"), ("f.json", f"[{good}, {item}]")):
        first, second = opened(tmp_path, text, name=name)
        assert isinstance(first, Record)
        assert [each for each in codes(second) if each != "R0141"] == [code]
        second.faults[0].message.encode()


def test_an_unreadable_line_names_its_number(tmp_path):
    first, second, third = opened(
        tmp_path, '{"rate": 1}\n\n{"rate": \n{"rate": 2}\n', name="f.jsonl"
    )
    assert codes(second) == ["R0115"]
    assert "line 3" in second.faults[0].message
    assert (first.row, second.row, third.row) == (1, 2, 3)


def test_faults_of_cells_are_told_beside_a_repeated_key(tmp_path):
    (found,) = opened(tmp_path, '{"rate": 1, "rate": 999, "trade": "x"}', name="f.jsonl")
    assert codes(found) == ["R0116", "R0105", "R0107"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "U0104"),
        ('[{"rate": 1}', "U0116"),
        ("[" * 100_000, "U0116"),
        ('[{"other": 1}]', "U0110"),
        ('[{"rate": 1, "退货率": 2}]', "U0106"),
        ('{"records": [{"rate": 1}]}', "U0116"),
        (b'[{"rate": "\xff\xfe"}]'.replace(b"[", b"\xef\xbb\xbf["), "U0108"),
        (json.dumps([{"no": "x" * (2**20 + 1)}]), "U0113"),
    ],
)
def test_json_that_cannot_be_read_is_refused(tmp_path, content, code):
    assert refusal(tmp_path, content, name="f.json").code == code


def test_a_json_key_absent_in_one_record_is_blank_there(tmp_path):
    first, second = opened(tmp_path, '{"rate": 1}\n{"trade": "home"}\n', name="f.jsonl")
    assert (first.values["trade"], second.values["rate"]) == (None, None)


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_but_the_errors_of_the_room(content):
    for name in ("csv", "tsv", "json", "jsonl", "xlsx", "parquet", None):
        only_expected(content, name)


@given(st.binary(max_size=120))
def test_no_bytes_below_a_good_header_raise_anything_else(rest):
    only_expected(b"no,rate,trade\n" + rest, "csv")


@given(st.text(max_size=200))
def test_no_text_raises_anything_else(text):
    only_expected(("no,rate,trade\n" + text).encode("utf-8", "surrogatepass"), "csv")


def only_expected(content, name):
    try:
        source = open_records("-", RUBRIC, format=name, stdin=io.BytesIO(content))
        for read, texts in source.with_texts():
            assert isinstance(read, (Record, Rejection))
            assert len(texts) == len(source.columns)
    except UnreadableInput as problem:
        assert problem.diagnostics  # noqa: PT017  either outcome is right
