"""Versions of one rubric: chosen by a day, by the date of a record, checked together."""

import datetime as dt
import json

import pytest

from scorelang import NoVersionError, RecordError, RubricError, load_versions
from scorelang.api import read_versions
from scorelang.cli.main import main

TEXT = """rubric points {{
  version "{name}", effective {days}
  total 0..100
  indicator a, max 100 = {value}
{more}
  record {{
    key customer text
    day date
    sales number 0..100, required
  }}
}}
"""
CSV = "customer,day,sales\nK1,2024-06-30,10\nK2,2025-01-01,10\nK3,2023-01-01,10\nK4,,10\n"


def version(name, days, value="sales", more=""):
    return TEXT.format(name=name, days=days, value=value, more=more)


OLD = version("2024", "from 2024-01-01 to 2024-12-31, by day")
NEW = version(
    "2025", "from 2025-01-01, by day", "min (sales * 2, 100)", "  indicator b, max 0 = 0\n"
)


@pytest.fixture
def folder(tmp_path):
    def write(*texts):
        place = tmp_path / "points"
        place.mkdir(exist_ok=True)
        for number, text in enumerate(texts):
            (place / f"v{number}.rubric").write_text(text, "utf-8")
        (tmp_path / "records.csv").write_text(CSV, "utf-8")
        return place

    return write


def keys(folder):
    return [found.key for found in read_versions(folder).diagnostics]


def test_the_day_chooses_and_both_ends_count(folder):
    versions = load_versions(folder(NEW, OLD))
    assert [each.checked.version for each in versions.rubrics] == ["2024", "2025"]
    for day, name in ((dt.date(2024, 1, 1), "2024"), (dt.date(2024, 12, 31), "2024")):
        assert versions.on(day).checked.version == name
    assert versions.on(dt.date(2031, 1, 1)).checked.version == "2025"
    with pytest.raises(NoVersionError, match="2023-12-31"):
        versions.on(dt.date(2023, 12, 31))


def test_the_date_of_a_record_chooses(folder):
    versions = load_versions(folder(OLD, NEW))
    early = versions.score({"day": "2024-06-30", "sales": 10})
    late = versions.score({"day": "2025-06-30", "sales": 10})
    assert (early.version, early.total_exact) == ("2024", 10)
    assert (late.version, late.total_exact) == ("2025", 20)
    for day in ("2023-01-01", None):
        with pytest.raises(RecordError) as raised:
            versions.score({"day": day, "sales": 10})
        assert [fault.code for fault in raised.value.rejection.faults] == ["R0204"]


def test_a_later_version_never_changes_an_earlier_result(folder):
    record = {"day": "2024-06-30", "sales": 10}
    place = folder(OLD)
    alone = load_versions(place).score(record, as_of=dt.date(2024, 6, 30))
    folder(OLD, NEW)
    assert load_versions(place).score(record, as_of=dt.date(2024, 6, 30)) == alone


@pytest.mark.parametrize(
    ("first", "second", "key"),
    [
        ("from 2024-01-01 to 2025-01-01, by day", "from 2025-01-01, by day", "E0617"),
        ("to 2024-12-31, by day", "from 2025-01-02, by day", "W0611"),
        ("to 2024-12-31, by day", "from 2025-01-01", "E0618.fields"),
        ("to 2024-12-31", "from 2025-01-01", None),
    ],
)
def test_versions_are_checked_together(folder, first, second, key):
    found = keys(folder(version("1", first), version("2", second)))
    assert found == ([key] if key else [])


def test_the_days_stand_in_the_message(folder):
    place = folder(version("1", "to 2024-12-30"), version("2", "from 2025-01-05"))
    [found] = read_versions(place).diagnostics
    assert "from 2024-12-31 to 2025-01-04" in found.message
    assert load_versions(place).warnings == (found,)


def test_a_version_without_days_and_two_of_one_name(folder):
    undated = version("1", "from 2024-01-01").replace(", effective from 2024-01-01", "")
    assert keys(folder(undated, version("2", "from 2025-01-01"))) == ["E0618.undated"]
    with pytest.raises(RubricError):
        load_versions(folder(undated, version("2", "from 2025-01-01")))
    same = (version("1", "to 2024-12-31"), version("1", "from 2025-01-01"))
    assert keys(folder(*same)) == ["E0618.names"]


def test_rubrics_without_days_in_one_folder_are_no_versions(folder):
    texts = [OLD.replace(", effective from 2024-01-01 to 2024-12-31, by day", "")] * 2
    assert keys(folder(*texts)) == ["U0302.several"]


def run(capsys, *arguments):
    code = main(list(map(str, arguments)))
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_each_record_is_scored_by_the_version_of_its_date(folder, tmp_path, capfd):
    place = folder(OLD, NEW)
    code, out, err = run(capfd, "score", place, tmp_path / "records.csv", "--to", "jsonl")
    assert code == 3
    lines = [json.loads(line) for line in out.splitlines()]
    assert [(line["id"], line["version"], line["total"]) for line in lines] == [
        ("K1", "2024", 10),
        ("K2", "2025", 20),
    ]
    assert err.count(": R0204 ") == 2
    _, out, _ = run(capfd, "score", place, tmp_path / "records.csv", "--to", "csv")
    head, first, second = out.splitlines()
    assert head.split(",")[3:5] == ["a", "b"]
    assert (first.split(",")[3:5], second.split(",")[3:5]) == (["10", ""], ["20", "0"])
    assert second.endswith(",2025")


def test_a_day_on_the_command_line_chooses_one_version(folder, tmp_path, capfd):
    place, records = folder(OLD, NEW), tmp_path / "records.csv"
    code, out, _ = run(capfd, "score", place, records, "--to", "jsonl", "--as-of", "2024-02-01")
    assert code == 0
    assert ["version" in json.loads(line) for line in out.splitlines()] == [False] * 4
    code, _, err = run(capfd, "score", place, records, "--as-of", "2020-02-01")
    assert (code, "U0305" in err) == (2, True)
    code, _, err = run(capfd, "score", place / "v0.rubric", records, "--as-of", "2020-02-01")
    assert (code, "is not in force on 2020-02-01" in err) == (2, True)


def test_somebody_has_to_say_which_day_counts(folder, tmp_path, capfd):
    place = folder(version("1", "to 2024-12-31"), version("2", "from 2025-01-01"))
    records = tmp_path / "records.csv"
    code, _, err = run(capfd, "score", place, records)
    assert (code, "U0306" in err) == (2, True)
    code, out, _ = run(capfd, "score", place, records, "--as-of-field", "day", "--to", "jsonl")
    assert [json.loads(line)["version"] for line in out.splitlines()] == ["1", "2", "1"]
    code, _, err = run(capfd, "score", place, records, "--as-of-field", "sales")
    assert (code, "U0306" in err) == (2, True)


def test_why_shows_the_version_that_scored(folder, tmp_path, capfd):
    place, records = folder(OLD, NEW), tmp_path / "records.csv"
    code, out, _ = run(capfd, "why", place, records, "--id", "K2", "--format", "table")
    assert code == 0
    assert "points version 2025" in out
    code, _, err = run(capfd, "why", place, records, "--id", "K3")
    assert (code, "R0204" in err) == (3, True)


def test_the_stamp_holds_every_version(folder, tmp_path, capfd):
    stamp = tmp_path / "stamp.json"
    run(capfd, "score", folder(OLD, NEW), tmp_path / "records.csv", "--stamp", stamp)
    told = json.loads(stamp.read_text("utf-8"))
    assert [each["version"] for each in told["versions"]] == ["2024", "2025"]
    assert told["as_of_field"] == "day"


def test_versions_compare_records_with_their_own_only(folder, tmp_path, capfd):
    compared = version("2024", "to 2024-12-31, by day", "mean of sales")
    other = version("2025", "from 2025-01-01, by day", "mean of sales")
    rows = "customer,day,sales\na,2024-01-01,10\nb,2024-01-01,20\nc,2025-01-01,40\n"
    place = folder(compared, other)
    (tmp_path / "records.csv").write_text(rows, "utf-8")
    _, out, _ = run(capfd, "score", place, tmp_path / "records.csv", "--to", "jsonl")
    assert [json.loads(line)["total"] for line in out.splitlines()] == [15, 15, 40]


GRADED = """  grades {
    A >= 0
    B otherwise
  }
  cap weak when sales > 5 : no better than B, until 2024-03-31"""


def test_an_override_acts_until_its_last_day(folder, tmp_path, capfd):
    place, records = folder(version("1", "from 2020-01-01", more=GRADED)), tmp_path / "records.csv"
    for day, grade in (("2024-03-31", "B"), ("2024-04-01", "A")):
        _, out, _ = run(capfd, "score", place, records, "--to", "jsonl", "--as-of", day)
        assert {json.loads(line)["grade"] for line in out.splitlines()} == {grade}


def test_check_looks_at_versions_together(folder, capfd):
    place = folder(version("1", "to 2025-01-01"), version("2", "from 2025-01-01"))
    code, out, _ = run(capfd, "check", place, "--format", "concise")
    assert (code, "E0617" in out) == (1, True)
