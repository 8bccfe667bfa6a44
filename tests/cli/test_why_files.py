"""``why -o FILE``: the ending says the format, and what cannot be written is said."""

import pytest


@pytest.mark.parametrize("name", ["w.docx", "w.pdf", "w", "w.parquet"])
def test_an_ending_that_cannot_be_written_is_exit_2(run, folder, name):
    ran = run("why", "supplier.rubric", "records.csv", "--id", "0001", "-o", name)
    assert ran.code == 2
    assert "U0205" in ran.err
    for ending in (".html", ".xlsx", ".json", ".csv"):
        assert ending in ran.err
    assert not (folder / name).exists()


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("w.html", b"<!DOCTYPE html>"),
        ("w.xlsx", b"PK"),
        ("w.json", b'{"row": 1'),
        ("w.jsonl", b'{"row": 1'),
        ("w.csv", b"kind,depth"),
        ("w.txt", "供应商评价".encode()),
    ],
)
def test_the_ending_says_the_format(run, folder, name, start):
    ran = run("why", "supplier.rubric", "records.csv", "--id", "0001", "-o", name)
    assert ran.code == 0
    assert (folder / name).read_bytes().removeprefix(b"\xef\xbb\xbf").startswith(start)


def test_html_goes_to_standard_output_when_asked(run):
    ran = run("why", "supplier.rubric", "records.csv", "--id", "0001", "--format", "html")
    assert ran.code == 0
    assert "</html>" in ran.out
