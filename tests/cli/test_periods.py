"""The day of the evaluation and the last period on the command line."""

import json

import pytest

RUBRIC = """rubric r {
  indicator age of years between founded and as_of, max 10 {
    >= 3 : 10
    < 3 : 0, action "wait"
  }
  indicator rise of growth of sales, max 10 {
    >= 10% : 10
    < 10% : 0
    missing : 1
  }
  record {
    key id text
    founded date
    sales money, and last year
  }
}
"""


@pytest.fixture
def scored(run, folder):
    """Run ``score`` on the records of this file."""
    texts = {
        "r.rubric": RUBRIC,
        "now.csv": "id,founded,sales\nA,2020-01-01,110\nB,2024-01-01,90\n",
        "last.csv": "id,sales\nA,100\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return lambda *arguments: run("score", "r.rubric", "now.csv", *arguments)


def test_a_rubric_that_reads_the_day_needs_one(scored, run):
    ran = scored()
    assert ran.code == 2
    assert "U0217" in ran.err
    assert run("why", "r.rubric", "now.csv", "--id", "A").code == 2


def test_the_last_period_comes_from_its_file(scored):
    ran = scored("--as-of", "2025-01-01", "--last", "last.csv")
    first, second = map(json.loads, ran.out.splitlines())
    assert first["scores"] == {"age": 10, "rise": 10}
    assert second["scores"] == {"age": 0, "rise": 1}
    assert (first["actions"], second["actions"]) == ([], ["wait"])
    assert "U0122" not in ran.err
    without = scored("--as-of", "2025-01-01")
    assert (without.code, without.out) == (2, "")
    assert "no column for `last sales`" in without.err
    assert "--last FILE" in without.err
    blank = scored("--as-of", "2025-01-01", "--absent", "last sales")
    assert blank.code == 0
    assert "U0122" in blank.err


def test_actions_are_a_column(scored):
    ran = scored("--as-of", "2025-01-01", "--to", "csv", "--absent", "blank")
    head, first, second = (line.split(",") for line in ran.out.splitlines())
    assert (first[head.index("actions")], second[head.index("actions")]) == ("", "wait")


def test_why_reads_the_last_period_too(scored, run):
    scored()
    ran = run(
        *("why", "r.rubric", "now.csv", "--id", "A", "--format", "table"),
        *("--as-of", "2025-01-01", "--last", "last.csv"),
    )
    assert "last sales = 100" in ran.out


def test_the_stamp_names_the_last_period(scored, folder):
    scored("--as-of", "2025-01-01", "--last", "last.csv", "--stamp", "stamp.json")
    stamp = json.loads((folder / "stamp.json").read_text("utf-8"))
    assert len(stamp["last_sha256"]) == 64
    assert stamp["as_of"] == "2025-01-01"


def test_a_last_period_nobody_asks_for_is_refused(run, folder):
    (folder / "last.csv").write_text("id,sales\nA,100\n", "utf-8")
    ran = run("score", "supplier.rubric", "records.csv", "--last", "last.csv")
    assert (ran.code, "U0140" in ran.err) == (2, True)
