"""Workbooks are looked at before they are opened."""

import io
import zipfile

import pytest

from scorelang.records import xlsx_parts
from scorelang.records.source import open_records
from scorelang.records.unreadable import UnreadableInput
from scorelang.records.xlsx_parts import TooLarge, open_package
from tests.unit.records.test_xlsx import RUBRIC, sheet_of, workbook


@pytest.mark.parametrize("limit", ["MOST_UNPACKED", "MOST_TEXT"])
def test_what_unpacks_to_too_much_is_refused_unopened(monkeypatch, limit):
    monkeypatch.setattr(xlsx_parts, limit, 10)
    content = workbook(lambda book: sheet_of(book, ("a",)))
    with pytest.raises(TooLarge):
        open_package(io.BytesIO(content))
    with pytest.raises(UnreadableInput) as raised:
        open_records("-", RUBRIC, format="xlsx", stdin=io.BytesIO(content))
    assert raised.value.diagnostics[0].code == "U0175"


def test_empty_cells_far_away_are_no_part_of_a_table():
    def fill(book):
        sheet_of(book, ("a", 1)).write_blank(
            1_000_000, 16_000, None, book.add_format({"bold": True})
        )

    content = io.BytesIO(workbook(fill))
    assert len(list(open_records("-", RUBRIC, format="xlsx", stdin=content))) == 1


def test_millions_of_empty_cells_are_passed_over():
    content = workbook(lambda book: sheet_of(book, ("a", 1)))
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename == "xl/worksheets/sheet1.xml":
                empty = b"".join(
                    b'<row r="%d"><c r="A%d" s="0"/></row>' % (n, n) for n in range(9, 200_000)
                )
                part = part.replace(b"</sheetData>", empty + b"</sheetData>")
            new.writestr(entry.filename, part)
    target.seek(0)
    assert len(list(open_records("-", RUBRIC, format="xlsx", stdin=target))) == 1
