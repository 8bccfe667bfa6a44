"""``--headings``: names for programs, labels for people."""

import csv
import io


def test_headings_of_csv_can_be_labels(run):
    plain = run("score", "supplier.rubric", "records.csv", "--to", "csv").out
    shown = run("score", "supplier.rubric", "records.csv", "--to", "csv", "--headings", "labels")
    first, second = (next(csv.reader(io.StringIO(text))) for text in (plain, shown.out))
    assert first[:4] == ["id", "total", "grade", "punctuality"]
    assert second[:4] == ["record", "total", "grade", "付款"]
    numbers = [
        [row[1:4] for row in csv.reader(io.StringIO(text))][1:] for text in (plain, shown.out)
    ]
    assert numbers[0] == numbers[1]
    chinese = run(
        "score", "supplier.rubric", "records.csv", "--to", "csv", "--headings", "labels",
        "--lang", "zh",
    )  # fmt: skip
    assert chinese.out.split(",")[:3] == ["编号", "总分", "等级"]


def test_headings_of_what_programs_read_stay_names(run):
    ran = run("score", "supplier.rubric", "records.csv", "--to", "jsonl", "--headings", "labels")
    assert ran.code == 2
    assert "U0205" in ran.err
