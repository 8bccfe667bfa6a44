"""The parts of a workbook, looked at before a library opens them: sizes, reach, hidden rows.

In: the bytes of a workbook. Out: where each sheet lies and how its cells are formatted; for
one sheet how far it reaches, which rows are hidden, and whether any cell may carry a mark.
A workbook that unpacks to too much, or a sheet that reaches too far, is refused: the library
would ask for as much memory as the sheet has places, filled or not.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO, BinaryIO
from xml.etree import ElementTree as ET

import attrs

from scorelang.records.xlsx_formats import BUILT_IN, Looks, read_format

MOST_UNPACKED = 2 * 2**30
"""Bytes a workbook may unpack to; more is taken for an attack."""

MOST_TEXT = 2**29
"""Bytes the texts of a workbook may unpack to."""

MOST_IN_A_TAG = 2**22
"""Bytes between the ends of two tags; a cell of Excel holds 32,767 characters."""

MOST_PLACES = 2**25
"""Places a sheet may have: rows by columns, as far as it reaches."""

_CHUNK = 2**20
_TEXTS = "xl/sharedStrings.xml"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_COLUMN = re.compile(rb"""\br=["']([A-Z]{1,3})[0-9]{1,7}["'][^>/]*>""")
_ROW = re.compile(rb"""\br=["'][A-Z]{1,3}([0-9]{1,7})["'][^>/]*>""")
_HIDDEN = re.compile(rb"""<(?:\w+:)?row\b[^>]*\bhidden=["'](?:1|true)["'][^>]*>""")
_NUMBERED = re.compile(rb"""\br=["']([0-9]{1,7})["']""")

# RuntimeError: an encrypted part; LookupError: an encoding or a part that does not exist.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    ET.ParseError,
    LookupError,
    RuntimeError,
    EOFError,
    NotImplementedError,
)


class TooLarge(ValueError):  # noqa: N818  a limit, not a fault of ours
    """A workbook or a sheet passes a limit; ``place`` is the cell a sheet reaches to."""

    def __init__(self, place: str = "") -> None:
        super().__init__(place)
        self.place = place


@attrs.frozen
class Scan:
    """What the bytes of a sheet show: rows and columns it reaches to, counted from 1."""

    rows: int
    columns: int
    hidden: frozenset[int]
    has_marks: bool


@attrs.frozen
class Package:
    """An unpacked workbook: the part of each sheet by its name, and formats by style."""

    packed: zipfile.ZipFile
    sheets: Mapping[str, str]
    looks: Mapping[str, Looks]

    def scan(self, name: str) -> Scan | None:
        """Look over a sheet; ``TooLarge`` if it reaches too far, ``None`` if it has no part."""
        if name not in self.sheets:
            return None
        styles = "|".join(sorted(self.looks)) or "none"
        marks = re.compile(rf"""\bt=["']e["']|<(?:\w+:)?f[ />]|\bs=["'](?:{styles})["']""".encode())
        rows, letters, has_marks = 0, set[bytes](), False
        hidden: set[int] = set()
        with repaired(), self.packed.open(self.sheets[name]) as content:
            for piece in _pieces(content):
                letters.update(_COLUMN.findall(piece))
                rows = max(rows, *map(int, set(_ROW.findall(piece))), 0)
                has_marks = has_marks or marks.search(piece) is not None
                hidden.update(_rows_of(piece))
        columns = max((column_number(column.decode()) for column in letters), default=0)
        if rows * columns > MOST_PLACES:
            raise TooLarge(place_name(rows - 1, columns - 1))
        return Scan(rows, columns, frozenset(hidden), has_marks)


def open_package(stream: BinaryIO) -> Package:
    """Open a workbook; ``ValueError`` if it is not well formed, ``TooLarge`` if it is too large."""
    with repaired():
        packed = zipfile.ZipFile(stream)
        entries = packed.infolist()
        if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise TooLarge
        if any(one.file_size > MOST_TEXT and one.filename == _TEXTS for one in entries):
            raise TooLarge
        return Package(packed, _sheets_of(packed), _looks_of(packed))


@contextmanager
def repaired() -> Iterator[None]:
    """Give every sign of a damaged workbook as a ``ValueError``."""
    try:
        yield
    except _DAMAGED as problem:
        msg = "its parts are damaged"
        raise ValueError(msg) from problem


def _pieces(content: IO[bytes]) -> Iterator[bytes]:
    """Give the bytes of a part, cut behind the ends of tags."""
    rest = b""
    while chunk := content.read(_CHUNK):
        whole, end, rest = (rest + chunk).rpartition(b">")
        if len(rest) > MOST_IN_A_TAG:
            raise TooLarge
        yield whole + end
    yield rest


def _rows_of(piece: bytes) -> Iterator[int]:
    """Give the numbers of hidden rows."""
    for tag in _HIDDEN.findall(piece):
        number = _NUMBERED.search(tag)
        if number is not None:
            yield int(number[1])


def _sheets_of(packed: zipfile.ZipFile) -> Mapping[str, str]:
    workbook = _root(packed, "xl/workbook.xml")
    relations = _root(packed, "xl/_rels/workbook.xml.rels")
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    names, found = frozenset(packed.namelist()), {}
    for sheet in workbook.iterfind("{*}sheets/{*}sheet"):
        target = targets.get(sheet.get(_RELATION) or sheet.get(_STRICT_RELATION), "")
        path = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        if path in names:
            found[sheet.get("name", "")] = path
    return found


def _root(packed: zipfile.ZipFile, path: str) -> ET.Element:
    with packed.open(path) as content:
        # Workbooks declare no entities; expat itself refuses those that grow without bounds.
        return ET.parse(content).getroot()  # noqa: S314


def _looks_of(packed: zipfile.ZipFile) -> Mapping[str, Looks]:
    """Give the styles whose numbers are not shown as they are stored."""
    if "xl/styles.xml" not in packed.namelist():
        return {}
    styles = _root(packed, "xl/styles.xml")
    codes = BUILT_IN | {
        one.get("numFmtId", ""): one.get("formatCode", "")
        for one in styles.iterfind("{*}numFmts/{*}numFmt")
    }
    looks = {number: read_format(code) for number, code in codes.items()}
    used = enumerate(styles.iterfind("{*}cellXfs/{*}xf"))
    found = ((str(number), looks.get(style.get("numFmtId", ""))) for number, style in used)
    return {number: look for number, look in found if look is not None and look.matter}


def column_number(letters: str) -> int:
    """Number a column by its letters, from 1: ``AB`` is 28."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter.upper()) - ord("A") + 1
    return number


def place_name(row: int, column: int) -> str:
    """Name a cell as Excel does, from row and column counted from 0: ``B3``."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"
