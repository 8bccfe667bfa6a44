"""What a workbook says about its cells beside their values: errors, formulas, percent signs.

In: the bytes of a workbook and the name of a sheet. Out: marks by row and column, from 0.
The library that reads the values gives an error cell and a formula without a stored value
as an empty cell, and 12.5% as 0.125; without these marks both would be read as something
that nobody wrote. Sheets without such cells are not parsed, only searched.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import IO, BinaryIO
from xml.etree import ElementTree as ET

import attrs

from scorelang.records.trouble import SpoiltCell, Trouble

MOST_UNPACKED = 2 * 2**30
"""Bytes a workbook may unpack to; more is taken for an attack."""

_CHUNK = 2**20
_OVERLAP = 64
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_PERCENT_FORMATS = frozenset({"9", "10"})  # built in: 0% and 0.00%
_QUOTED = re.compile(r'"[^"]*"|\\.')


# RuntimeError: an encrypted part; LookupError: an encoding or a part that does not exist.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    ET.ParseError,
    LookupError,
    RuntimeError,
    EOFError,
)


class Percent:
    """Marks a number that is shown with a percent sign."""


PERCENT = Percent()
Mark = SpoiltCell | Percent
Marks = Mapping[tuple[int, int], Mark]


@attrs.frozen
class _Sheet:
    path: str
    percent_styles: frozenset[str]


def find_marks(stream: BinaryIO, sheet_name: str) -> Marks:
    """Find the marked cells of a sheet; ``ValueError`` for a workbook that is not well formed."""
    try:
        with zipfile.ZipFile(stream) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MOST_UNPACKED:
                msg = "it unpacks to more than 2 GB"
                raise ValueError(msg)
            sheet = _find_sheet(packed, sheet_name)
            if sheet is None or not _has_marks(packed, sheet):
                return {}
            with packed.open(sheet.path) as content:
                return dict(_marked_cells(content, sheet.percent_styles))
    except _DAMAGED as problem:
        msg = "its parts are damaged"
        raise ValueError(msg) from problem


def _find_sheet(packed: zipfile.ZipFile, name: str) -> _Sheet | None:
    workbook = _root(packed, "xl/workbook.xml")
    relations = _root(packed, "xl/_rels/workbook.xml.rels")
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    for sheet in workbook.iterfind("{*}sheets/{*}sheet"):
        if sheet.get("name") == name:
            target = targets.get(sheet.get(_RELATION) or sheet.get(_STRICT_RELATION), "")
            path = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
            return _Sheet(path, _percent_styles(packed)) if path in packed.namelist() else None
    return None


def _root(packed: zipfile.ZipFile, path: str) -> ET.Element:
    with packed.open(path) as content:
        # Workbooks declare no entities; expat itself refuses those that grow without bounds.
        return ET.parse(content).getroot()  # noqa: S314


def _percent_styles(packed: zipfile.ZipFile) -> frozenset[str]:
    if "xl/styles.xml" not in packed.namelist():
        return frozenset()
    styles = _root(packed, "xl/styles.xml")
    formats = _PERCENT_FORMATS | {
        one.get("numFmtId", "")
        for one in styles.iterfind("{*}numFmts/{*}numFmt")
        if "%" in _QUOTED.sub("", one.get("formatCode", ""))
    }
    used = styles.iterfind("{*}cellXfs/{*}xf")
    return frozenset(str(n) for n, style in enumerate(used) if style.get("numFmtId") in formats)


def _has_marks(packed: zipfile.ZipFile, sheet: _Sheet) -> bool:
    """Search the text of a sheet for what may be a mark; a false alarm only costs time."""
    styles = "|".join(sorted(sheet.percent_styles)) or "none"
    pattern = re.compile(rf"""\bt=["']e["']|<(?:\w+:)?f[ />]|\bs=["'](?:{styles})["']""".encode())
    with packed.open(sheet.path) as content:
        rest = b""
        while chunk := content.read(_CHUNK):
            if pattern.search(rest + chunk):
                return True
            rest = chunk[-_OVERLAP:]
    return False


def _marked_cells(
    content: IO[bytes], percent_styles: frozenset[str]
) -> Iterator[tuple[tuple[int, int], Mark]]:
    row, column = -1, -1
    for event, element in ET.iterparse(content, ("start", "end")):  # noqa: S314  as above
        tag = element.tag.rpartition("}")[2]
        if event == "start":
            if tag == "row":
                # Rows and cells may leave out their numbers; then they follow one another.
                row, column = int(element.get("r") or row + 2) - 1, -1
            continue
        if tag == "c":
            place = element.get("r")
            column = _column_of(place) if place else column + 1
            mark = _mark_of(element, percent_styles)
            if mark is not None:
                yield (row, column), mark
        elif tag == "row":
            element.clear()


def _mark_of(cell: ET.Element, percent_styles: frozenset[str]) -> Mark | None:
    kind = cell.get("t", "n")
    value = cell.find("{*}v")
    if kind == "e":
        shown = (value.text if value is not None else None) or "#ERROR"
        return SpoiltCell(shown, Trouble("R0117"))
    if value is None:
        formula = cell.find("{*}f")
        has_formula = formula is not None and kind != "inlineStr"
        return (
            SpoiltCell(f"={(formula.text or '')[:200]}", Trouble("R0117.formula"))
            if has_formula and formula is not None
            else None
        )
    return PERCENT if kind == "n" and cell.get("s") in percent_styles else None


def _column_of(place: str) -> int:
    """Number the column of a place such as ``AB12``, from 0."""
    number = 0
    for letter in place.rstrip("0123456789"):
        number = number * 26 + ord(letter.upper()) - ord("A") + 1
    return number - 1
