"""The files of a run appear together, and only when its inputs stood still."""

import json
from pathlib import Path

import pytest

from scorelang.cli import scoring

OUTPUTS = {
    "-o": "results.csv", "--rejects": "rejects.csv", "--stamp": "stamp.json",
    "--save-baseline": "baseline.json",
}  # fmt: skip
ALL = [word for pair in OUTPUTS.items() for word in pair]


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_all_files_appear(run, folder):
    assert run("score", "supplier.rubric", "bad.csv", *ALL).code == 3
    assert {*OUTPUTS.values()} < {*contents(folder)}
    assert json.loads((folder / "stamp.json").read_text("utf-8"))["rubric"] == "supplier"


@pytest.mark.parametrize("refused", OUTPUTS.values())
@pytest.mark.parametrize("is_new", [True, False])
def test_where_one_file_cannot_be_replaced_all_stay_as_they_were(
    run, folder, monkeypatch, refused, is_new
):
    if not is_new:
        for name in OUTPUTS.values():
            (folder / name).write_text(f"old {name}", "utf-8")
    before = contents(folder)
    replace = Path.replace

    def fail_once(self, target):
        if self.suffix == ".part" and Path(target).name == refused:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail_once)
    ran = run("score", "supplier.rubric", "bad.csv", *ALL)
    assert ran.code == 2
    assert f"cannot write `{refused}`: no space left on device" in ran.err
    assert contents(folder) == before


@pytest.mark.parametrize("is_appended", [True, False])
def test_records_that_change_during_the_run_give_no_results(run, folder, monkeypatch, is_appended):
    path = folder / "records.csv"
    original = scoring.with_progress

    def changing(records, word):
        for number, one in enumerate(original(records, word)):
            if number == 1:
                text = path.read_text("utf-8")
                path.write_text(
                    text + "0009,1,cash,5,no,x\n" if is_appended else text.replace("25", "35"),
                    "utf-8",
                )
            yield one

    monkeypatch.setattr(scoring, "with_progress", changing)
    ran = run("score", "supplier.rubric", "records.csv", *ALL)
    assert ran.code == 2
    assert "U0150" in ran.err
    assert not {*OUTPUTS.values()} & {*contents(folder)}
