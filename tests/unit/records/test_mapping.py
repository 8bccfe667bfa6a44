from fractions import Fraction

from scorelang.model.fields import Field, FieldType, Record, Rejection
from scorelang.model.rubric import CheckedRubric
from scorelang.records.mapping import MappingReader, record_from_mapping, record_from_texts

RATE = Field("rate", FieldType.NUMBER, label="退货率")
DUE = Field("due", FieldType.YES_NO, required=True)
RUBRIC = CheckedRubric("r", (RATE, DUE))


def test_values_and_texts_are_read_alike():
    found = record_from_mapping(RUBRIC, {"rate": 0.1, "due": True, "id": 7, "x": None})
    assert found == Record(1, "7", {"rate": Fraction(1, 10), "due": True}, {"id": "7", "x": ""})
    assert record_from_texts(RUBRIC, {"退货率": "0.1", "DUE": "是"}, 3) == Record(
        3, None, {"rate": Fraction(1, 10), "due": True}
    )


def test_all_faults_are_collected():
    found = record_from_mapping(RUBRIC, {"rate": "x", "退货率": 1})
    assert isinstance(found, Rejection)
    assert [fault.code for fault in found.faults] == ["R0116", "R0101", "R0111"]


def test_the_key_gives_the_id():
    rubric = CheckedRubric("r", (Field("no", FieldType.TEXT, is_key=True),))
    assert record_from_mapping(rubric, {"no": "0001", "id": "x"}).id == "0001"


def test_names_that_are_no_texts_are_carried():
    reader = MappingReader(RUBRIC)
    assert reader.read({1: 2, "due": "no"}).carried == {"1": "2"}
