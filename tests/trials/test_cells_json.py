"""Numbers of JSON: binary noise is no value, whole numbers keep their digits."""

import pytest

from tests.trials.cells_program import REPORTED, Program

RUBRIC = """\
rubric r "R" {
  no total
  result x_is = x
  result id_is = id
  record {
    key id text
    x number
  }
}
"""


@pytest.fixture
def run(capfdbinary):
    return Program(capfdbinary)


def test_noise_of_binary_numbers_is_no_value_in_json(run):
    found = run.score(REPORTED / "60-xlsx-floats", "a.rubric", "a.jsonl")
    assert found.records["0"]["results"]["x_is"] == 0.3
    assert found.records["1"]["results"]["b29"]
    assert found.err.count("U0176") == 1
    assert "`0.30000000000000004` as `0.3`" in found.err


@pytest.mark.parametrize(
    ("written", "read", "remarks"),
    [
        ("0.1234567890123456", 0.123456789012346, True),
        ("0.500000000000000000", 0.5, False),
        ("12345678901234567", 12345678901234567, False),
        ("123456789012345.6", 123456789012346, True),
        ("1e3", 1000, False),
    ],
)
def test_digits_behind_the_fifteenth_are_said(run, tmp_path, written, read, remarks):
    (tmp_path / "r.rubric").write_text(RUBRIC, "utf-8")
    (tmp_path / "r.jsonl").write_text(f'{{"id": 110101199001011234, "x": {written}}}\n', "utf-8")
    found = run.score(tmp_path, "r.rubric", "r.jsonl")
    (line,) = found.records.values()
    assert line["results"] == {"x_is": pytest.approx(read, abs=1e-6), "id_is": "110101199001011234"}
    assert ("U0176" in found.err) is remarks


@pytest.mark.parametrize(
    ("name", "text"), [("r.json", "{}"), ("r.json", "[{}]"), ("r.jsonl", "{}\n")]
)
def test_an_empty_object_is_no_record(run, tmp_path, name, text):
    (tmp_path / "r.rubric").write_text(RUBRIC.replace("key ", ""), "utf-8")
    (tmp_path / name).write_text(text, "utf-8")
    found = run.score(tmp_path, "r.rubric", name)
    assert (found.code, found.records) == (3, {})
    assert "item 1 is empty" in found.err
