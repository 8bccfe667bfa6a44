"""Inputs that change while they are read, and inputs that never end."""

import io

import pytest

from scorelang.api import load_text
from scorelang.records import inputs
from scorelang.records.source import open_records
from scorelang.records.unreadable import UnreadableInput

RUBRIC = load_text(
    "rubric r {\n  indicator a of x, max 10 {\n    >= 5 : 10\n    < 5 : 0\n  }\n"
    "  record {\n    key k text\n    x number 0..10\n  }\n}\n"
).checked


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.write_text("k,x\na,9\n", "utf-8"),  # the same size
        lambda path: path.write_text("k,x\na,1\nb,2\n", "utf-8"),
        lambda path: path.write_text("", "utf-8"),
    ],
)
def test_a_file_that_changes_while_it_is_read_is_noticed(tmp_path, change):
    path = tmp_path / "records.csv"
    path.write_text("k,x\na,1\n", "utf-8")
    source = open_records(path, RUBRIC)
    list(source)
    source.require_unchanged()
    change(path)
    with pytest.raises(UnreadableInput) as raised:
        source.require_unchanged()
    assert raised.value.diagnostics[0].code == "U0150"


def test_a_file_that_is_gone_at_the_end_is_said(tmp_path):
    path = tmp_path / "records.csv"
    path.write_text("k,x\na,1\n", "utf-8")
    source = open_records(path, RUBRIC)
    path.unlink()
    with pytest.raises(UnreadableInput):
        source.require_unchanged()


class Endless(io.RawIOBase):
    """Gives the same line for ever."""

    def readable(self):  # noqa: D102  as io has it
        return True

    def readinto(self, buffer):  # noqa: D102  as io has it
        line = b"a,1\n"
        buffer[:] = (line * (len(buffer) // len(line) + 1))[: len(buffer)]
        return len(buffer)


def test_an_input_without_end_is_refused_and_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(inputs, "MOST_KEPT", 3 * inputs._IN_MEMORY)
    monkeypatch.setattr(inputs.tempfile, "tempdir", str(tmp_path))
    with pytest.raises(UnreadableInput) as raised:
        inputs.open_input("-", io.BufferedReader(Endless()))
    assert raised.value.diagnostics[0].code == "U0151"
    assert list(tmp_path.iterdir()) == []
